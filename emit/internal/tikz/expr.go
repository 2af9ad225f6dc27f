package tikz

import (
	"bytes"
	"math"
	"strconv"

	"diagram/dsl/ink"
)

// num prints a number as a person would: at most three decimals, no trailing zeros, no minus zero.
func num(x float64) string { return string(appendNum(nil, x)) }

func appendNum(b []byte, x float64) []byte {
	n := math.Round(x * 1000)
	if n == 0 || !(math.Abs(n) < 1e15) {
		return append(b, '0')
	}
	i := int64(n)
	if i < 0 {
		b = append(b, '-')
		i = -i
	}
	b = strconv.AppendInt(b, i/1000, 10)
	for f, unit := i%1000, int64(100); f != 0; f, unit = f%unit, unit/10 {
		if unit == 100 {
			b = append(b, '.')
		}
		b = append(b, byte('0'+f/unit))
	}
	return b
}

// at prints a place on the page.
func at(p ink.Point) string {
	var digits [32]byte
	b := append(appendNum(append(digits[:0], '('), p.X), ',')
	return string(append(appendNum(b, p.Y), ')'))
}

// near reports whether two places print alike.
func near(p, q ink.Point) bool { return p.Sub(q).Len() < 5e-4 }

// extent is how a glyph's definition writes the size of its frame: a style's argument or a macro.
type extent struct{ w, h string }

// coord prints an elastic coordinate as a pgfmath expression in cm.
func coord(c ink.Coord, size string) string { return string(appendCoord(nil, c, size)) }

func appendCoord(b []byte, c ink.Coord, size string) []byte {
	switch c.Frac {
	case 0:
		return appendNum(b, c.Off)
	case 1:
		b = append(b, size...)
	case -1:
		b = append(append(b, '-'), size...)
	default:
		b = append(append(appendNum(b, c.Frac), '*'), size...)
	}
	if math.Abs(c.Off) < 0.0005 {
		return b
	}
	if c.Off > 0 {
		b = append(b, '+')
	}
	return appendNum(b, c.Off)
}

// pt writes an elastic position.
func (e extent) pt(b *bytes.Buffer, p ink.Pt) {
	t := append(appendCoord(append(b.AvailableBuffer(), '('), p.X, e.w), ',')
	b.Write(append(appendCoord(t, p.Y, e.h), ')'))
}

// radius prints a circle's radius.
func (e extent) radius(r, frac float64) string { return coord(ink.Coord{Frac: frac, Off: r}, e.h) }

// distance prints the distance of two elastic positions less some cm, simply where they lie level or upright.
func (e extent) distance(a, b ink.Pt, less float64) string {
	dx, dy := sub(b.X, a.X), sub(b.Y, a.Y)
	switch (ink.Coord{}) {
	case dy:
		return coord(shorter(dx, less), e.w)
	case dx:
		return coord(shorter(dy, less), e.h)
	}
	return "veclen(" + coord(dx, e.w) + "," + coord(dy, e.h) + ")" + "-" + num(less)
}

func sub(a, b ink.Coord) ink.Coord { return ink.Coord{Frac: a.Frac - b.Frac, Off: a.Off - b.Off} }

// shorter is the coordinate or its opposite, whichever is positive in a large frame, less some cm.
func shorter(c ink.Coord, less float64) ink.Coord {
	if c.Frac < 0 || c.Frac == 0 && c.Off < 0 {
		c = ink.Coord{Frac: -c.Frac, Off: -c.Off}
	}
	return ink.Coord{Frac: c.Frac, Off: c.Off - less}
}
