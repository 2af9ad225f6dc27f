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
	b.WriteString("<g id=\"\x00")
	quote(b, it.Name)
	b.WriteByte('"')
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
		attribute(b, "color", c.Hex())
		b.WriteString(` stroke="currentColor"`) // some programs pass the colour on that it has further up
	}
	b.WriteString(">\n")
	if title != "" {
		b.WriteString("<title>")
		quote(b, title)
		b.WriteString("</title>\n")
	}
	w.paths(scene.Paths(it), it.Fill)
	for i := range it.Labels {
		w.label(&it.Labels[i])
	}
	b.WriteString("</g>\n")
}

// element writes the attributes of an element itself. Its title is what a pointer shows: its name or, where it has none,
// its kind, and its terms.
func (w *writer) element(e *graph.Element) (title string) {
	b := &w.body
	attribute(b, "data-element", e.Name)
	title = e.Tag()
	if e.Kind != nil {
		attribute(b, "data-kind", e.Kind.Name)
		if !e.Anonymous {
			title += ", " + e.Kind.Name
		}
	}
	if w.o.Terms != nil {
		if terms := strings.Join(w.o.Terms(e), ", "); terms != "" {
			attribute(b, "data-terms", terms)
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
		attribute(&w.body, "data-of", e.Name)
	}
	attribute(&w.body, "data-kind", mark)
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
				b.WriteString("\"/>\n")
			}
			b.WriteString("<path")
			w.pen(path.Pen, inside)
			b.WriteString(` d="`)
			p = &plotter{b: b, places: 1}
		}
		w.data(p, path)
	}
	if len(paths) > 0 {
		b.WriteString("\"/>\n")
	}
}

// pen writes the attributes in which a pen differs from the picture's, and the colour that is asked for the inside.
func (w *writer) pen(p ink.Pen, inside string) {
	b := &w.body
	switch p.Fill {
	case ink.Paper, ink.Blank:
		if w.theme.Adaptive {
			w.paper = true
			b.WriteString(` class="` + paperClass + `" fill="none"`)
		} else {
			b.WriteString(` fill="` + w.theme.Paper.Hex() + `"`)
		}
	case ink.Shade:
		b.WriteString(` fill="currentColor" fill-opacity="`)
		number(b, theme.TintShare)
		b.WriteByte('"')
	case ink.Solid:
		b.WriteString(` fill="currentColor"`)
	case ink.Asked:
		c, _ := theme.Parse(inside)
		b.WriteString(` fill="` + c.Hex() + `"`)
	}
	if p.NoLine {
		b.WriteString(` stroke="none"`)
		return
	}
	if p.Weight != ink.Normal {
		b.WriteString(` stroke-width="`)
		w.width(b, p.Weight)
		b.WriteByte('"')
	}
	if p.Dashed {
		b.WriteString(` stroke-dasharray="`)
		number(b, ink.DashOn*unit)
		b.WriteByte(' ')
		number(b, ink.DashOff*unit)
		b.WriteByte('"')
	}
}
