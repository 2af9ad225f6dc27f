package scene

import (
	"math"
	"testing"

	"diagram/dsl/graph"
	"diagram/dsl/ink"
	"diagram/layout"
	"diagram/symbolic/formula"
)

func line(pen ink.Pen, pts ...ink.Pt) ink.Stroke { return &ink.Line{Pts: pts, Pen: pen} }

// A spring's leads and teeth are one path; what another pen draws, or what is filled, is another.
func TestPathsJoin(t *testing.T) {
	a, b, c := ink.At(0, 0, 0, 0), ink.At(0.3, 0, 0, 0), ink.At(0.7, 0, 0, 0)
	d := ink.At(1, 0, 0, 0)
	for _, test := range []struct {
		name    string
		strokes []ink.Stroke
		want    int
	}{
		{"one after the other", []ink.Stroke{line(ink.Pen{}, a, b), &ink.Zigzag{A: b, B: c, Amplitude: 0.2, Teeth: 3}, line(ink.Pen{}, c, d)}, 1},
		{"apart", []ink.Stroke{line(ink.Pen{}, a, b), line(ink.Pen{}, c, d)}, 2},
		{"another pen", []ink.Stroke{line(ink.Pen{}, a, b), line(ink.Pen{Weight: ink.Thick}, b, c)}, 2},
		{"filled", []ink.Stroke{line(ink.Pen{Fill: ink.Solid}, a, b), line(ink.Pen{Fill: ink.Solid}, b, c)}, 2},
		{"closed", []ink.Stroke{&ink.Line{Pts: []ink.Pt{a, b, c}, Closed: true}, line(ink.Pen{}, c, d)}, 2},
		{"with a tip", []ink.Stroke{line(ink.Pen{Head: ink.SolidHead}, a, d)}, 2},
	} {
		paths := Paths(&layout.Item{Strokes: test.strokes, Frame: ink.Frame{W: 2, H: 1}})
		if len(paths) != test.want {
			t.Errorf("%s: %d paths, want %d", test.name, len(paths), test.want)
		}
	}
}

// The author's look changes the pens of an item, not the glyph that others share.
func TestPathsLook(t *testing.T) {
	strokes := []ink.Stroke{line(ink.Pen{}, ink.Pt{}, ink.At(1, 0, 0, 0)), line(ink.Pen{Weight: ink.Thin}, ink.At(0, 0, 0, 1), ink.At(1, 0, 0, 1))}
	it := &layout.Item{Strokes: strokes, Frame: ink.Frame{W: 1}, Thick: true, Dashed: true}
	paths := Paths(it)
	if got := paths[0].Pen; got != (ink.Pen{Weight: ink.Thick, Dashed: true}) {
		t.Errorf("the thick dashed line's pen is %+v", got)
	}
	if got := paths[1].Pen; got != (ink.Pen{Weight: ink.Thin, Dashed: true}) {
		t.Errorf("the fine line's pen is %+v", got)
	}
	if ink.PenOf(strokes[0]) != (ink.Pen{}) {
		t.Error("the glyph has changed")
	}
}

// The side that the anchor names is at the label's place.
func TestLabel(t *testing.T) {
	for anchor := layout.Center; anchor <= layout.West; anchor++ {
		l := &layout.Label{Formula: read("k_1"), At: ink.Point{X: 3, Y: 4}, Anchor: anchor}
		box, p := Label(l)
		w, h, d := box.Width*CmPerPt, box.Height*CmPerPt, box.Depth*CmPerPt
		x := map[layout.Anchor]float64{layout.West: p.X, layout.East: p.X + w}
		y := map[layout.Anchor]float64{layout.North: p.Y + h, layout.South: p.Y - d}
		gotX, ok := x[anchor]
		if !ok {
			gotX = p.X + w/2
		}
		gotY, ok := y[anchor]
		if !ok {
			gotY = p.Y + (h-d)/2
		}
		if math.Hypot(gotX-3, gotY-4) > 1e-9 {
			t.Errorf("anchor %d is at (%v,%v)", anchor, gotX, gotY)
		}
	}
}

func read(s string) formula.Node {
	n, err := formula.Read(s)
	if err != nil {
		panic(err)
	}
	return n
}

// What no font here has is left to another, or framed, and what shows nothing is left out.
func TestLabelUnknown(t *testing.T) {
	for text, want := range map[string]struct{ glyphs, foreign, rules int }{
		"ab": {2, 0, 0}, "a\x00&b": {3, 0, 0}, "漢": {0, 1, 4}, "": {}, "a & b": {3, 0, 0}, "100 %": {4, 0, 0}, "$5": {2, 0, 0},
		`\b`: {2, 0, 0}, "ж $k$": {0, 1, 4},
	} {
		box, _ := Label(&layout.Label{Formula: formula.Line{formula.Words{Command: "text", Text: text}}})
		if len(box.Glyphs) != want.glyphs || len(box.Foreign) != want.foreign {
			t.Errorf("%q has %d glyphs and %d foreign texts, want %v", text, len(box.Glyphs), len(box.Foreign), want)
		}
		if n := len(Outlines(box).Rules) - len(box.Rules); n != want.rules {
			t.Errorf("%q is framed by %d rules, want %d", text, n, want.rules)
		}
	}
}

func TestColour(t *testing.T) {
	it := &layout.Item{Colour: "red", Element: &graph.Element{Name: "a"}}
	for _, c := range []struct {
		terms func(*graph.Element) string
		want  string
	}{
		{nil, "red"},
		{func(*graph.Element) string { return "" }, "red"},
		{func(e *graph.Element) string { return "blue" + e.Name }, "bluea"},
	} {
		if got := Colour(it, c.terms); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
