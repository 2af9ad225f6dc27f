package tikz

import (
	"bytes"
	"math"
	"strconv"

	"diagram/layout/ink"
)

// num prints a number as a person would: at most three decimals, no trailing zeros, no minus zero.
func num(x float64) string {
	x = math.Round(x*1000) / 1000
	if x == 0 || math.IsNaN(x) || math.IsInf(x, 0) {
		return "0"
	}
	return strconv.FormatFloat(x, 'f', -1, 64)
}

// at prints a place on the page.
func at(p ink.Point) string { return "(" + num(p.X) + "," + num(p.Y) + ")" }

// near tells that two places print alike.
func near(p, q ink.Point) bool { return p.Sub(q).Len() < 5e-4 }

// extent is how a glyph's definition writes the size of its frame: a style's argument or a macro.
type extent struct{ w, h string }

// coord prints an elastic coordinate as a pgfmath expression in cm.
func coord(c ink.Coord, size string) string {
	var b bytes.Buffer
	switch num(c.Frac) {
	case "0":
		return num(c.Off)
	case "1":
		b.WriteString(size)
	case "-1":
		b.WriteString("-" + size)
	default:
		b.WriteString(num(c.Frac) + "*" + size)
	}
	if off := num(c.Off); off[0] == '-' {
		b.WriteString(off)
	} else if off != "0" {
		b.WriteString("+" + off)
	}
	return b.String()
}

// pt prints an elastic position.
func (e extent) pt(p ink.Pt) string { return "(" + coord(p.X, e.w) + "," + coord(p.Y, e.h) + ")" }

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
