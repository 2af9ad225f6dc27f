// Package scene turns the items of a layout into what a canvas without TeX needs: paths and the glyphs of labels, on
// the page in cm, y upwards. SVG, PDF and PNG print the same scene.
package scene

import (
	"slices"

	"diagram/dsl/graph"
	"diagram/dsl/ink"
	"diagram/layout"
	"diagram/layout/mathbox"
)

// CmPerPt is TeX's point in cm, the unit of typeset labels.
const CmPerPt = 2.54 / 72.27

// Page is the corners of the page on which a drawing is shown.
func Page(d *layout.Drawing) (lo, hi ink.Point) {
	m := ink.Point{X: layout.Margin, Y: layout.Margin}
	return d.Min.Sub(m), d.Max.Add(m)
}

// Colour is the colour of an item, as its author or terms name it: that of its element's terms where they have one, else its own.
func Colour(it *layout.Item, terms func(*graph.Element) string) string {
	if terms != nil && it.Element != nil {
		if c := terms(it.Element); c != "" {
			return c
		}
	}
	return it.Colour
}

// Paths are an item's lines in the order in which they are drawn, with the leads of a connector whose glyph doesn't reach
// from port to port. An item's own look is part of their pens.
func Paths(it *layout.Item) []ink.Path {
	before, after := it.Leads()
	paths := lead(make([]ink.Path, 0, len(it.Strokes)+2), it, before)
	for _, s := range it.Strokes {
		if p := ink.PenOf(s); look(it, p) != p {
			s = ink.WithPen(s, look(it, p))
		}
		paths = ink.AppendFlat(paths, s, it.Frame)
	}
	return join(lead(paths, it, after))
}

// lead appends the path through the points of a lead, if there are any.
func lead(paths []ink.Path, it *layout.Item, points []layout.Waypoint) []ink.Path {
	if len(points) == 0 {
		return paths
	}
	p := ink.Path{Pen: look(it, ink.Pen{}), Segs: []ink.Seg{{Op: ink.Move, To: points[0].Point}}}
	for i, q := range points[1:] {
		if q.Hop == nil {
			p.Segs = append(p.Segs, ink.Seg{Op: ink.LineTo, To: q.Point})
			continue
		}
		from, to := q.Hop.Turn(points[i].Point)
		arc := ink.Flatten(&ink.Arc{Radius: layout.HopRadius, From: from, To: to}, ink.Frame{Origin: q.Point})[0]
		arc.Segs[0].Op = ink.LineTo
		p.Segs = append(p.Segs, arc.Segs...)
	}
	return append(paths, p)
}

// look is a pen with what the author asked of the item. Fine lines stay fine.
func look(it *layout.Item, p ink.Pen) ink.Pen {
	p.Dashed = p.Dashed || it.Dashed
	if it.Fill != "" && p.Fill.Inside() {
		p.Fill = ink.Asked
	}
	if it.Thick && p.Weight == ink.Normal {
		p.Weight = ink.Thick
	}
	return p
}

func near(p, q ink.Point) bool { return p.Sub(q).Len() < 1e-6 }

// join makes one path of open ones that follow on each other with one pen, as a spring's leads and its teeth.
func join(paths []ink.Path) []ink.Path {
	joined := paths[:0]
	for _, p := range paths {
		if n := len(joined); n > 0 && len(p.Segs) > 1 {
			last := &joined[n-1]
			end := last.Segs[len(last.Segs)-1].To
			if plain(*last) && plain(p) && last.Pen == p.Pen && near(end, p.Segs[0].To) {
				last.Segs = append(last.Segs[:len(last.Segs):len(last.Segs)], p.Segs[1:]...)
				continue
			}
		}
		joined = append(joined, p)
	}
	return joined
}

func plain(p ink.Path) bool {
	return len(p.Segs) > 0 && !p.Closed && p.Pen.Fill == ink.NoFill && !p.Pen.NoLine
}

// Label is a label's typeset box and where its reference point, the left end of its baseline, is on the page.
func Label(l *layout.Label) (*mathbox.Box, ink.Point) {
	box := l.Typeset()
	w, h, d := box.Width*CmPerPt, box.Height*CmPerPt, box.Depth*CmPerPt
	p := l.At
	switch l.Anchor {
	case layout.West:
	case layout.East:
		p.X -= w
	default:
		p.X -= w / 2
	}
	switch l.Anchor {
	case layout.North:
		p.Y -= h
	case layout.South:
		p.Y += d
	default:
		p.Y -= (h - d) / 2
	}
	return box, p
}

// Unshown is a label with text of which the fonts here lack a character.
type Unshown struct {
	Item *layout.Item
	Char rune // the first that they lack
}

// Foreign lists the labels with text that only another font can show.
func Foreign(d *layout.Drawing) []Unshown {
	var all []Unshown
	for i := range d.Items {
		it := &d.Items[i]
		for j := range it.Labels {
			if box := it.Labels[j].Typeset(); len(box.Foreign) > 0 {
				all = append(all, Unshown{it, box.Foreign[0].Unknown})
			}
		}
	}
	return all
}

// Outlines is a box of outlines only: foreign text is an empty frame, so that it is missed.
func Outlines(box *mathbox.Box) *mathbox.Box {
	if len(box.Foreign) == 0 {
		return box
	}
	framed := *box
	framed.Rules = slices.Clone(box.Rules)
	for _, f := range box.Foreign {
		const line = 0.4
		h := 0.7 * f.Size
		framed.Rules = append(framed.Rules,
			mathbox.Rule{X: f.X, Y: f.Y, W: f.Width, H: line},
			mathbox.Rule{X: f.X, Y: f.Y + h - line, W: f.Width, H: line},
			mathbox.Rule{X: f.X, Y: f.Y, W: line, H: h},
			mathbox.Rule{X: f.X + f.Width - line, Y: f.Y, W: line, H: h})
	}
	return &framed
}
