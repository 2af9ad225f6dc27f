//go:build slow

package tikz

import (
	"image"
	"slices"
	"strings"
	"testing"

	"diagram/dsl/graph"
	"diagram/dsl/ink"
	"diagram/emit/internal/sample"
	"diagram/layout"
)

// transforms are what an author may do to a picture, and the same done to a place; clear where labels, which keep their size, must
// not come to lie on anything either.
var transforms = []struct {
	option string
	clear  bool
	matrix func(q ink.Point) ink.Point
}{
	{"scale=1", true, func(q ink.Point) ink.Point { return q }},
	{"scale=0.9", true, func(q ink.Point) ink.Point { return q.Scale(0.9) }},
	{"scale=1.3", true, func(q ink.Point) ink.Point { return q.Scale(1.3) }},
	{"xscale=1.5", true, func(q ink.Point) ink.Point { return ink.Point{X: 1.5 * q.X, Y: q.Y} }},
	{"rotate=30", false, func(q ink.Point) ink.Point { return q.Rotate(30) }},
	{"scale=0.7, rotate=-100", false, func(q ink.Point) ink.Point { return q.Rotate(-100).Scale(0.7) }},
}

// apart draws lines red and labels light blue, and where two lie on each other multiplies their colours.
const apart = `, color=red, every node/.append style={text={blue!50}}, blend mode=multiply`

// TestTransformed scales, turns and stretches the pictures of all examples by an option of theirs, and looks whether all
// connectors still end where they belong, and whether labels are clear of everything.
func TestTransformed(t *testing.T) {
	examples := sample.Examples(t)
	for _, tr := range transforms {
		t.Run(tr.option, func(t *testing.T) {
			t.Parallel()
			var shots []shot
			var all [][]probe
			for _, e := range examples {
				if e.Drawing.Slope != 0 && strings.Contains(tr.option, "xscale") {
					continue // it is stretched before it is turned
				}
				e = plainly(e)
				shots = append(shots, transformed(plainShot(e, Options{}), tr.option+apart, tr.matrix))
				look := probes(e.Drawing, func(_ *graph.Element, q ink.Point, _ layout.Port) ink.Point { return tr.matrix(q) })
				for _, it := range e.Drawing.Items {
					for _, h := range it.Hops {
						look = append(look, probe{it.Name + "'s hop", tr.matrix(h.Top)})
					}
				}
				all = append(all, look)
			}
			for i, m := range shootIn(t, "pdflatex", `\documentclass{article}`, "", "", shots) {
				for _, p := range all[i] {
					if !inkAt(m, shots[i], p.at, nearInk) {
						t.Errorf("%s: %s doesn't reach (%.2f,%.2f)", shots[i].name, p.what, p.at.X, p.at.Y)
					}
				}
				if n, at := collisions(m, shots[i]); n > 0 && tr.clear {
					t.Errorf("%s: %d pixels of labels lie on something, about (%.2f,%.2f)", shots[i].name, n, at.X, at.Y)
				}
			}
		})
	}
}

// plainly is a drawing without colours of its author's.
func plainly(e sample.Named) sample.Named {
	d := *e.Drawing
	d.Items = slices.Clone(d.Items)
	for i := range d.Items {
		d.Items[i].Colour, d.Items[i].Fill = "", ""
	}
	e.Drawing = &d
	return e
}

// transformed gives a picture an option, and a page that is as large as that makes it.
func transformed(s shot, option string, matrix func(ink.Point) ink.Point) shot {
	box := ink.EmptyBox()
	for _, c := range []ink.Point{s.lo, s.hi, {X: s.lo.X, Y: s.hi.Y}, {X: s.hi.X, Y: s.lo.Y}} {
		box = box.With(matrix(c))
	}
	s.lo, s.hi = box.Min, box.Max
	s.tikz = strings.Replace(s.tikz, "\n  diagram,", "\n  diagram, "+option+",", 1)
	return s
}

// collisions counts the pixels at which a label and a line, or two labels, are both; at is one of them.
func collisions(m image.Image, s shot) (n int, at ink.Point) {
	const perCm = dpi / 2.54
	for y := range m.Bounds().Dy() {
		for x := range m.Bounds().Dx() {
			r, _, b, _ := m.At(x, y).RGBA()
			if r, b := r>>8, b>>8; r < 90 || r < 180 && b < 100 {
				n++
				at = ink.Point{X: s.lo.X + float64(x)/perCm, Y: s.hi.Y - float64(y)/perCm}
			}
		}
	}
	return n, at
}
