package svg

import (
	"slices"
	"strings"

	"diagram/dsl/graph"
	"diagram/dsl/ink"
	"diagram/emit/internal/scene"
	"diagram/emit/internal/theme"
	"diagram/layout"
)

// item writes one element or mark as a group.
func (w *writer) item(it *layout.Item) {
	b := &w.body
	b.put("<g id=\"\x00")
	b.quote(it.Name)
	b.putByte('"')
	mark := it.Mark()
	if e := it.Element; e != nil && !w.shown[e] {
		w.shown[e] = true
		mark = "" // the first is the element itself, whatever it looks like
	}
	var title string
	if mark != "" {
		title = w.mark(it, mark)
	} else if it.Element != nil {
		title = w.element(it.Element)
	}
	if c, ok := w.theme.Colour(scene.Colour(it, w.o.Colours)); ok {
		if !slices.Contains(w.colours, c) {
			w.colours = append(w.colours, c)
		}
		b.attribute("color", c.Hex())
		b.put(` stroke="currentColor"`) // some programs pass the colour on that it has further up
	}
	b.put(">\n")
	if title != "" {
		b.put("<title>")
		b.quote(title)
		b.put("</title>\n")
	}
	w.paths(scene.Paths(it), it.Fill)
	for i := range it.Labels {
		w.label(&it.Labels[i])
	}
	b.put("</g>\n")
}

// element writes the attributes of an element itself. Its title is what a pointer shows: its name or, where it has none,
// its kind, and its terms.
func (w *writer) element(e *graph.Element) (title string) {
	b := &w.body
	b.attribute("data-element", e.Name)
	title = e.Tag()
	if e.Kind != nil {
		b.attribute("data-kind", e.Kind.Name)
		if !e.Anonymous {
			title += ", " + e.Kind.Name
		}
	}
	if w.o.Terms != nil {
		if terms := strings.Join(w.o.Terms(e), ", "); terms != "" {
			b.attribute("data-terms", terms)
			title += ": " + terms
		}
	}
	return title
}

// mark writes the attributes of a mark. Its title is what it says and of which element: "s, coordinate of the trolley". A caption needs
// none.
func (w *writer) mark(it *layout.Item, mark string) (title string) {
	e := it.Element
	if e != nil {
		w.body.attribute("data-of", e.Name)
	}
	w.body.attribute("data-kind", mark)
	switch {
	case len(it.Labels) == 0 || mark == "caption":
		return ""
	case e == nil:
		return spoken(&it.Labels[0]) + ", " + mark
	}
	return spoken(&it.Labels[0]) + ", " + mark + " of " + e.Phrase()
}

// paths writes paths; those that follow each other with one pen share an element.
func (w *writer) paths(paths []ink.Path, inside string) {
	b := &w.body
	var p *plotter
	for i := range paths {
		path := &paths[i]
		if i == 0 || path.Pen != paths[i-1].Pen || path.Pen.Fill != ink.NoFill {
			if i > 0 {
				b.put("\"/>\n")
			}
			b.put("<path")
			w.pen(path.Pen, inside)
			b.put(` d="`)
			p = &plotter{text: b, inTenths: true}
		}
		w.data(p, path)
	}
	if len(paths) > 0 {
		b.put("\"/>\n")
	}
}

// pen writes the attributes in which a pen differs from the picture's, and the colour that is asked for the inside.
func (w *writer) pen(p ink.Pen, inside string) {
	b := &w.body
	switch p.Fill {
	case ink.Paper, ink.Blank:
		if w.theme.Adaptive {
			w.paper = true
			b.put(` class="` + paperClass + `" fill="none"`)
		} else {
			b.put(` fill="` + w.theme.Paper.Hex() + `"`)
		}
	case ink.Shade:
		b.put(` fill="currentColor" fill-opacity="`)
		b.number(theme.TintShare)
		b.putByte('"')
	case ink.Solid:
		b.put(` fill="currentColor"`)
	case ink.Asked:
		c, _ := theme.Parse(inside)
		b.put(` fill="` + c.Hex() + `"`)
	}
	if p.NoLine {
		b.put(` stroke="none"`)
		return
	}
	if p.Weight != ink.Normal {
		b.put(` stroke-width="`)
		w.width(b, p.Weight)
		b.putByte('"')
	}
	if p.Dashed {
		b.put(` stroke-dasharray="`)
		b.number(ink.DashOn * unit)
		b.putByte(' ')
		b.number(ink.DashOff * unit)
		b.putByte('"')
	}
}
