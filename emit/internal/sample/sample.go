// Package sample makes drawings for the emitters' tests without the language or the layout: glyphs in frames of various
// sizes and turns.
package sample

import (
	"diagram/dsl/component"
	"diagram/dsl/graph"
	"diagram/dsl/ink"
	"diagram/layout"
	"diagram/symbolic/formula"
)

// Trolley is the design's first example: wall, spring, damper, trolley on its floor, force.
func Trolley() *layout.Drawing {
	d := layout.Drawing{Graph: &graph.Graph{Catalog: component.Standard()}}
	wall := add(&d, "W", "wall", ink.Frame{Origin: ink.Point{X: 0, Y: 0.5}, H: 1.6})
	spring := add(&d, "S", "spring", ink.Frame{Origin: ink.Point{X: 0, Y: 0.8}, W: 2.4, H: 0.5})
	damper := add(&d, "D", "damper", ink.Frame{Origin: ink.Point{X: 0, Y: 0.2}, W: 2.4, H: 0.5})
	trolley := add(&d, "T", "trolley", ink.Frame{Origin: ink.Point{X: 3.2, Y: 0.5}, W: 1.6, H: 1.2})
	force := add(&d, "F", "force", ink.Frame{Origin: ink.Point{X: 4, Y: 0.5}, W: 1.1, H: 0.3})
	for _, it := range []*layout.Item{spring, damper} {
		it.Element.From, it.Element.To = wall.Element, trolley.Element
	}
	force.Element.On = trolley.Element
	spring.Ports = []layout.Port{{Name: "W-S", Point: ink.Point{X: 0, Y: 0.8}}, {Name: "T-S", Point: ink.Point{X: 2.4, Y: 0.8}}}
	damper.Ports = []layout.Port{{Name: "W-D", Point: ink.Point{X: 0, Y: 0.2}}, {Name: "T-D", Point: ink.Point{X: 2.4, Y: 0.2}}}
	force.Ports = []layout.Port{{Name: "T-F", Point: ink.Point{X: 4, Y: 0.5}}}
	spring.Labels = []layout.Label{{Formula: formula.Letter('k'), At: ink.Point{X: 1.2, Y: 1.1}, Anchor: layout.South}}
	damper.Labels = []layout.Label{{Formula: formula.Letter('λ'), At: ink.Point{X: 1.2, Y: -0.15}, Anchor: layout.North}}
	trolley.Labels = []layout.Label{{Formula: formula.Letter('m'), At: ink.Point{X: 3.2, Y: 0.5}}}
	force.Labels = []layout.Label{{Formula: formula.Letter('F'), At: ink.Point{X: 5.2, Y: 0.5}, Anchor: layout.West}}
	d.Min, d.Max = ink.Point{X: -0.3, Y: -0.5}, ink.Point{X: 5.5, Y: 1.5}
	d.Name = "Trolley on a spring"
	d.Alt = "A wall holds a trolley by a spring and a damper; a force pulls it to the right."
	return &d
}

// Zoo shows the glyph of every standard kind, in all its looks, in frames of three sizes and turns.
func Zoo() *layout.Drawing {
	var d layout.Drawing
	y := 0.0
	for k := range component.Standard().All() {
		shown := map[string]bool{}
		for _, look := range k.Looks() {
			name := k.Style(look)
			if shown[name] {
				continue
			}
			shown[name] = true
			for i, angle := range []float64{0, 90, 30} {
				grow := 1 + 0.25*float64(i)
				w, h := k.Glyph.Size.Width*grow, k.Glyph.Size.Height*grow
				if look.Inline { // it fills a line as other connectors do
					w, h = h, w
				}
				x := float64(4 * i)
				f := ink.Frame{Origin: ink.Point{X: x, Y: y}, Angle: angle, W: w, H: h, Mirror: i == 2}
				it := add(&d, name+string(rune('a'+i)), name, f)
				it.Strokes = k.Glyph.Draw(look)
				it.Name = layoutName(it.Name)
				it.Element.Name = it.Name
				it.Element.Kind = k
				symbol := formula.Script{Base: formula.Letter('x'), Sub: formula.Group{Row: formula.Row{formula.Letter(rune('1' + i))}}}
				it.Labels = []layout.Label{{Formula: symbol, At: ink.Point{X: x, Y: y - 1.2}, Anchor: layout.Anchor(i)}}
				if i == 1 {
					it.Colour, it.Dashed = "blue", !k.IsBody() // where a dashed outline begins is TikZ's affair
				}
				it.Thick = i == 2
			}
			y -= 4
		}
	}
	d.Min, d.Max = ink.Point{X: -3, Y: y}, ink.Point{X: 13, Y: 4}
	d.Name = "All kinds"
	return &d
}

func layoutName(s string) string {
	b := []byte(s)
	for i := range b {
		if b[i] == ' ' {
			b[i] = '-'
		}
	}
	return string(b)
}

func add(d *layout.Drawing, name, style string, f ink.Frame) *layout.Item {
	if cap(d.Items) == 0 {
		d.Items = make([]layout.Item, 0, 256) // pointers into it are handed out
	}
	k := component.Standard().Lookup(style)
	it := layout.Item{Name: name, Style: style, Frame: f, Element: &graph.Element{Name: name, Kind: k}}
	if k != nil {
		it.Strokes = k.Glyph.Draw(component.Look{})
	}
	d.Items = append(d.Items, it)
	return &d.Items[len(d.Items)-1]
}
