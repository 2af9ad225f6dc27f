package svg

import (
	"bytes"
	"math"
	"strconv"
	"unicode/utf8"

	"diagram/dsl/ink"
)

// pixel is a place of the picture in tenths of a unit, y downwards. Steps between rounded places don't add up errors.
type pixel struct{ x, y int }

func tenths(x float64) int {
	if math.IsNaN(x) || math.Abs(x) > 1e12 {
		return 0
	}
	return int(math.Round(x * 10))
}

func (w *writer) pixel(p ink.Point) pixel {
	return pixel{tenths((p.X - w.lo.X) * unit), tenths((w.hi.Y - p.Y) * unit)}
}

// data writes a path's data: an absolute start and relative steps.
func (w *writer) data(p *ink.Path) {
	b := &w.body
	var at pixel
	var last byte // the command that further coordinates would belong to
	step := func(op byte, numbers ...int) {
		if op != last {
			b.WriteByte(op)
		}
		for i, n := range numbers {
			if n >= 0 && (i > 0 || op == last) {
				b.WriteByte(' ')
			}
			decimal(b, n)
		}
		last = op
	}
	for i := range p.Segs {
		s := &p.Segs[i]
		to := w.pixel(s.To)
		dx, dy := to.x-at.x, to.y-at.y
		switch {
		case s.Op == ink.Move:
			if i > 0 && p.Closed {
				b.WriteByte('z')
			}
			last = 0
			step('M', to.x, to.y)
			last = 'L' // after M, further pairs are absolute lines, which we don't write
		case s.Op == ink.Cubic:
			c1, c2 := w.pixel(s.C1), w.pixel(s.C2)
			step('c', c1.x-at.x, c1.y-at.y, c2.x-at.x, c2.y-at.y, dx, dy)
		case dx == 0 && dy == 0 && len(p.Segs) > 2: // an end that was rounded away, or two paths' common point
		case dy == 0:
			step('h', dx)
		case dx == 0:
			step('v', dy)
		default:
			step('l', dx, dy)
		}
		at = to
	}
	if p.Closed {
		b.WriteByte('z')
	}
}

// decimal writes tenths as a decimal number.
func decimal(b *bytes.Buffer, n int) {
	if n < 0 {
		b.WriteByte('-')
		n = -n
	}
	b.Write(strconv.AppendInt(b.AvailableBuffer(), int64(n/10), 10))
	if n%10 != 0 {
		b.WriteByte('.')
		b.WriteByte(byte('0' + n%10))
	}
}

// decimal3 writes a number with at most three decimals.
func decimal3(b *bytes.Buffer, x float64) { number(b, x, 3) }

// number writes a number with at most so many decimals, never a minus zero.
func number(b *bytes.Buffer, x float64, decimals int) {
	p := math.Pow10(decimals)
	x = math.Round(x*p) / p
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
