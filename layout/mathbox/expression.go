package mathbox

import (
	"diagram/symbolic/formula"
)

// fence appends what stands between brackets or bars, which grow where it is tall.
func (b builder) fence(l list, n formula.Fence) list {
	if !formula.IsTall(n.Of) {
		return b.word(b.append(b.word(l, n.Open), n.Of), n.Close)
	}
	return append(l, &atom{class: inner, nucleus: &fenced{delimiters[n.Open], delimiters[n.Close], b.list(n.Of)}})
}

var delimiters = map[string]delimiter{
	"(": {char{roman, '('}, 0x00, true}, ")": {char{roman, ')'}, 0x01, true},
	"[": {char{roman, '['}, 0x02, true}, "]": {char{roman, ']'}, 0x03, true},
	"|": {char{symbols, 0x6A}, 0x0C, true},
}
