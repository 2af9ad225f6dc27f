package tikz

import (
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
