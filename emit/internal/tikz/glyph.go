package tikz

import (
	"math"
	"slices"
	"strings"

	"diagram/dsl/ink"
	"diagram/layout"
)

// form is how a glyph is best said in TikZ.
type form uint8

const (
	loose    form = iota // strokes about a point, drawn where they stand
	straight             // a line from end to end, with bars across its ends: its pen is all there is to define
	along                // what runs from end to end in other ways: a to path
	face                 // a line with hatching behind it
	box                  // an outline, which becomes a node, and what is drawn at it
)

// glyph is a style of the drawing as TikZ has it.
type glyph struct {
	name    string // of its key, below /tikz/diagram
	group   string // of the key that it shares with its sort
	form    form
	strokes []ink.Stroke // of a box without its outline
	outline ink.Stroke   // of a box
	pen     ink.Pen      // of the outline, the line or the face; of what is loose, that of its first stroke
	bars    [2]float64   // of a straight one: the lengths of the bars across its ends
	layers  []layer      // of one that runs along, and of a box without its outline
	height  float64      // of the frame of one that runs along, where its strokes depend on it
	down    bool         // one that runs along, turned over; a face whose hatching lies to its right
}

// newGlyph reads off an item's strokes how they are best said. Equal items have glyphs of equal names.
func newGlyph(it *layout.Item) *glyph {
	g := &glyph{name: key(it.Style), strokes: it.Strokes}
	switch {
	case isFace(g.strokes):
		g.form, g.pen = face, ink.PenOf(g.strokes[1])
		if h := g.strokes[0].(*ink.Hatch); h.Depth < 0 != it.Frame.Mirror {
			g.down = true
			g.name += " mirrored"
		}
	case g.isStraight(it.Frame.H):
		g.form = straight
	case spans(g.strokes):
		g.form = along
		if it.Frame.Mirror && !symmetric(g.strokes, it.Frame.H) {
			g.down = true
			g.name += " mirrored"
		}
		if slices.ContainsFunc(g.strokes, tall) {
			g.height = it.Frame.H
		}
	case isOutline(g.strokes[0]):
		g.form, g.outline, g.strokes = box, g.strokes[0], g.strokes[1:]
		g.pen = ink.PenOf(g.outline)
	default:
		g.pen = ink.PenOf(g.strokes[0])
	}
	if g.form == along || g.form == box {
		g.layers = layers(g.strokes, g.pen)
	}
	g.group = group(it, g)
	return g
}

// key makes a glyph's name fit for a TikZ key.
func key(name string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' {
			return r
		}
		return '-'
	}, name)
}

// isFace reports whether strokes are a hatching and the line before it.
func isFace(strokes []ink.Stroke) bool {
	if len(strokes) != 2 {
		return false
	}
	h, ok := strokes[0].(*ink.Hatch)
	l, ok2 := strokes[1].(*ink.Line)
	return ok && ok2 && len(l.Pts) == 2 && h.A == l.Pts[0] && h.B == l.Pts[1]
}

// isStraight finds a line from end to end whose only company are bars across its ends.
func (g *glyph) isStraight(height float64) bool {
	found := false
	for _, k := range g.strokes {
		l, ok := k.(*ink.Line)
		if !ok || len(l.Pts) != 2 || l.Closed || l.Pen.NoLine {
			return false
		}
		a, b := l.Pts[0], l.Pts[1]
		switch {
		case a == ink.Pt{} && b == ink.At(1, 0, 0, 0):
			if found {
				return false
			}
			found = true
			g.pen = l.Pen
		case a.X == b.X && a.Y.Frac == -b.Y.Frac && a.Y.Off == -b.Y.Off && a.X.Off == 0 && (a.X.Frac == 0 || a.X.Frac == 1):
			g.bars[int(a.X.Frac)] = math.Abs(a.Y.In(height) - b.Y.In(height))
		default:
			return false
		}
	}
	for _, k := range g.strokes {
		if p := ink.PenOf(k); p.Weight != g.pen.Weight || p.Dashed != g.pen.Dashed || p.Fill != ink.NoFill {
			return false
		}
	}
	if slices.ContainsFunc(g.strokes, tall) {
		g.height = height
	}
	return found
}

// spans reports whether strokes run along their frame, up to x = W. At x = 0 there may be a gap.
func spans(strokes []ink.Stroke) bool {
	for _, k := range strokes {
		if slices.ContainsFunc(points(k), func(p ink.Pt) bool { return p.X == ink.Coord{Frac: 1} }) {
			return true
		}
	}
	return false
}

// isOutline reports whether a stroke can be a node's outline.
func isOutline(k ink.Stroke) bool {
	switch k := k.(type) {
	case *ink.Rect:
		return true
	case *ink.Circle:
		return k.Center == ink.Pt{}
	}
	return false
}

// points are the elastic positions of a stroke.
func points(k ink.Stroke) []ink.Pt {
	switch k := k.(type) {
	case *ink.Line:
		return k.Pts
	case *ink.Curve:
		return append(k.Pts[:len(k.Pts):len(k.Pts)], k.Back...)
	case *ink.Rect:
		return []ink.Pt{k.A, k.B}
	case *ink.Circle:
		return []ink.Pt{k.Center}
	case *ink.Arc:
		return []ink.Pt{k.Center}
	case *ink.Zigzag:
		return []ink.Pt{k.A, k.B}
	case *ink.Coil:
		return []ink.Pt{k.A, k.B}
	case *ink.Hatch:
		return []ink.Pt{k.A, k.B}
	}
	panic("tikz: an unknown stroke")
}

// tall reports whether a stroke depends on the height of its frame.
func tall(k ink.Stroke) bool {
	switch k := k.(type) {
	case *ink.Circle:
		if k.RadiusFrac != 0 {
			return true
		}
	case *ink.Arc:
		if k.RadiusFrac != 0 {
			return true
		}
	}
	return slices.ContainsFunc(points(k), func(p ink.Pt) bool { return p.Y.Frac != 0 })
}

// layer are strokes of one pen, which are drawn in one go.
type layer struct {
	strokes []ink.Stroke
	pen     ink.Pen  // of the last of them
	more    []string // its options, where they are not those of the glyph's
}

// layers groups strokes by their pens. What ends at the end of the frame is the last of its group. A stroke with a head is on its own:
// TikZ puts tips on the last part of a path only, and on none where a part is closed.
func layers(strokes []ink.Stroke, of ink.Pen) []layer {
	plain := func(k ink.Stroke) ink.Pen {
		p := ink.PenOf(k)
		if p.Fill.Hides() {
			p.Fill = ink.NoFill // nothing is painted over
		}
		return p
	}
	var all []layer
	for _, k := range strokes {
		i := slices.IndexFunc(all, func(l layer) bool { return plain(l.strokes[0]) == plain(k) && plain(k).Head == ink.NoHead })
		if i < 0 {
			i = len(all)
			all = append(all, layer{})
		}
		all[i].strokes = append(all[i].strokes, k)
	}
	for i := range all {
		l := &all[i]
		slices.SortStableFunc(l.strokes, func(a, b ink.Stroke) int { return last(a) - last(b) })
		l.pen = ink.PenOf(l.strokes[len(l.strokes)-1])
		if l.more = pen(l.pen); slices.Equal(l.more, pen(of)) {
			l.more = nil
		} else if inked(of) && !inked(l.pen) {
			l.more = append(l.more, "fill=none")
		}
	}
	return all
}

// inked reports whether a pen fills with ink.
func inked(p ink.Pen) bool { return p.Fill == ink.Shade || p.Fill == ink.Solid }

// last is 1 for a stroke that ends at the end of the frame, where a line may go on; else 0.
func last(k ink.Stroke) int {
	if _, to, ok := ends(k); ok && to == ink.At(1, 0, 0, 0) {
		return 1
	}
	return 0
}

// symmetric reports whether strokes look the same turned over.
func symmetric(strokes []ink.Stroke, height float64) bool {
	seen := map[ink.Point]int{}
	for _, mirror := range []bool{false, true} {
		for _, p := range ink.FlattenAll(strokes, ink.Frame{W: 10, H: height, Mirror: mirror}) {
			for _, s := range p.Segs {
				at := ink.Point{X: math.Round(1e6 * s.To.X), Y: math.Round(1e6*s.To.Y) + 0}
				if mirror {
					seen[at]--
				} else {
					seen[at]++
				}
			}
		}
	}
	for _, n := range seen {
		if n != 0 {
			return false
		}
	}
	return true
}
