package tikz

import (
	"math"
	"strconv"

	"diagram/dsl/ink"
)

// text is TikZ that is being written: what its methods write comes to its end.
type text struct{ b []byte }

func (t *text) put(parts ...string) {
	for _, s := range parts {
		t.b = append(t.b, s...)
	}
}

func (t *text) num(x float64) { t.b = appendNum(t.b, x) }

func (t *text) mm(cm float64) { t.b = appendMM(t.b, cm) }

// at writes a place on the page.
func (t *text) at(p ink.Point) {
	t.put("(")
	t.num(p.X)
	t.put(",")
	t.num(p.Y)
	t.put(")")
}

// options are written in brackets, which there are only where there is an option, or bare.
type options struct {
	*text
	any, bare bool
}

// next begins an option.
func (o *options) next() {
	switch {
	case o.any:
		o.put(", ")
	case !o.bare:
		o.put("[")
	}
	o.any = true
}

func (o *options) add(all ...string) {
	for _, s := range all {
		o.next()
		o.put(s)
	}
}

func (o *options) close() {
	if o.any {
		o.put("]")
	}
}

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

// mm prints a length given in cm.
func mm(cm float64) string { return string(appendMM(nil, cm)) }

func appendMM(b []byte, cm float64) []byte {
	before := len(b)
	b = appendNum(b, math.Round(1000*cm)/100) // as exact as what is given in cm
	if string(b[before:]) == "0" {
		return b
	}
	return append(b, "mm"...)
}

// at prints a place on the page.
func at(p ink.Point) string {
	var digits [32]byte
	t := text{digits[:0]}
	t.at(p)
	return string(t.b)
}

// near reports whether two places print alike.
func near(p, q ink.Point) bool { return p.Sub(q).Len() < 5e-4 }
