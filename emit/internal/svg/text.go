package svg

import (
	"math"
	"strconv"
	"unicode/utf8"
)

// text is XML that is being written, to whose end all is added.
type text struct{ b []byte }

func (t *text) put(s string)      { t.b = append(t.b, s...) }
func (t *text) putByte(c byte)    { t.b = append(t.b, c) }
func (t *text) putBytes(b []byte) { t.b = append(t.b, b...) }

// whole writes a number; tenths one that is given in tenths.
func (t *text) whole(n int) { t.b = strconv.AppendInt(t.b, int64(n), 10) }

func (t *text) tenths(n int) {
	if n < 0 {
		t.putByte('-')
		n = -n
	}
	if n == 0 || n >= 10 {
		t.whole(n / 10)
	}
	if part := n % 10; part != 0 {
		t.b = append(t.b, '.', byte('0'+part))
	}
}

// number writes a number with at most three decimals, never a minus zero.
func (t *text) number(x float64) {
	x = math.Round(x*1000) / 1000
	if x == 0 || math.IsNaN(x) || math.IsInf(x, 0) {
		t.putByte('0')
		return
	}
	t.b = strconv.AppendFloat(t.b, x, 'f', -1, 64)
}

// attribute writes an attribute with a space before it.
func (t *text) attribute(name, value string) {
	t.put(" ")
	t.put(name)
	t.put(`="`)
	t.quote(value)
	t.putByte('"')
}

// quote writes text for an attribute or content: markup escaped, line breaks as spaces, what XML doesn't allow dropped.
func (t *text) quote(s string) {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '&':
			t.put("&amp;")
		case r == '<':
			t.put("&lt;")
		case r == '>':
			t.put("&gt;")
		case r == '"':
			t.put("&quot;")
		case r == '\n' || r == '\r' || r == '\t':
			t.putByte(' ')
		case r < ' ' || r == utf8.RuneError && n == 1 || r >= 0x7f && r < 0xa0 || r == 0xfffe || r == 0xffff:
		default:
			t.put(s[i : i+n])
		}
		i += n
	}
}
