package svg

import (
	"bytes"
	"math"
	"strconv"
	"unicode/utf8"
)

// decimal writes a number that is given in parts of so many decimal places.
func decimal(b *bytes.Buffer, n, places int) {
	if n < 0 {
		b.WriteByte('-')
		n = -n
	}
	part := 1
	for range places {
		part *= 10
	}
	if whole := n / part; whole > 0 || n == 0 {
		b.Write(strconv.AppendInt(b.AvailableBuffer(), int64(whole), 10))
	}
	if n %= part; n == 0 {
		return
	}
	b.WriteByte('.')
	for ; n > 0; n %= part {
		part /= 10
		b.WriteByte(byte('0' + n/part))
	}
}

// number writes a number with at most three decimals, never a minus zero.
func number(b *bytes.Buffer, x float64) {
	x = math.Round(x*1000) / 1000
	if x == 0 || math.IsNaN(x) || math.IsInf(x, 0) {
		b.WriteByte('0')
		return
	}
	b.Write(strconv.AppendFloat(b.AvailableBuffer(), x, 'f', -1, 64))
}

// attribute writes an attribute with a space before it.
func attribute(b *bytes.Buffer, name, value string) {
	b.WriteString(" " + name + `="`)
	quote(b, value)
	b.WriteByte('"')
}

// quote writes text for an attribute or content: markup escaped, line breaks as spaces, what XML doesn't allow dropped.
func quote(b *bytes.Buffer, s string) {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '"':
			b.WriteString("&quot;")
		case r == '\n' || r == '\r' || r == '\t':
			b.WriteByte(' ')
		case r < ' ' || r == utf8.RuneError && n == 1 || r >= 0x7f && r < 0xa0 || r == 0xfffe || r == 0xffff:
		default:
			b.WriteString(s[i : i+n])
		}
		i += n
	}
}
