// Package svg prints a layout as one self-contained SVG: no fonts, scripts, style sheets or foreign objects.
//
// A unit is a tenth of a millimetre, so that the picture has the size that TikZ gives it. Ink is currentColor: inside a page the
// drawing takes the colour of the text around it, on light and dark pages alike. Each element is a group that has its name, its
// kind and the terms that it gives as data attributes, and as the title that a pointer shows. Labels are outlines of glyphs,
// each glyph defined once; only words in a script that the outlines lack are text, in a font of the reader's. All ids begin with a prefix that is the picture's own.
package svg

import (
	"bytes"
	"encoding/base32"
	"hash/fnv"
	"io"
	"strings"

	"diagram/dsl/graph"
	"diagram/dsl/ink"
	"diagram/emit/internal/scene"
	"diagram/emit/internal/theme"
	"diagram/layout"
)

// Options say how a picture is written.
type Options struct {
	// ID is the prefix of all ids; empty: one made from the picture. Pictures of one page need different ones.
	ID string
	// Terms are the terms of the equations that an element gives, as text; nil: the picture doesn't tell.
	Terms func(*graph.Element) []string
	// Colours gives an element the colour of its terms, as a name or #rrggbb; nil, or "" for an element: the item's own.
	Colours func(*graph.Element) string
	Theme   theme.Theme // zero: the screen's
	Width   float64     // of the picture, in cm; 0: its natural width
}

// unit is units to the cm.
const unit = 100

// Write prints the drawing.
func Write(d *layout.Drawing, o Options) []byte {
	w := &writer{d: d, o: o, theme: o.Theme.Or(), glyphs: map[string]bool{}}
	w.lo, w.hi = scene.Page(d)
	w.body.Grow(512 * len(d.Items))
	w.defs.Grow(2048)
	for i := range d.Items {
		w.item(&d.Items[i])
	}
	var out bytes.Buffer
	out.Grow(w.body.Len() + w.defs.Len() + 1024)
	w.head(&out)
	if w.defs.Len() > 0 {
		out.WriteString("<defs>\n")
		out.Write(w.defs.Bytes())
		out.WriteString("</defs>\n")
	}
	out.Write(w.body.Bytes())
	out.WriteString("</svg>\n")
	return bytes.ReplaceAll(out.Bytes(), []byte{idPrefix}, []byte(w.prefix()+"-"))
}

// idPrefix stands for the prefix of ids until the picture is complete. No text has this character: quote drops it.
const idPrefix = 0

// prefix is what all ids of a picture begin with.
func (w *writer) prefix() string {
	if w.o.ID != "" {
		id := strings.Map(func(r rune) rune {
			if r == '-' || r == '_' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' {
				return r
			}
			return '_'
		}, w.o.ID)
		if c := id[0]; c == '-' || '0' <= c && c <= '9' {
			id = "d" + id
		}
		return id
	}
	h := fnv.New64a()
	io.WriteString(h, w.d.Title)
	h.Write(w.body.Bytes())
	return "d" + strings.ToLower(base32.HexEncoding.EncodeToString(h.Sum(nil))[:8])
}

type writer struct {
	d      *layout.Drawing
	lo, hi ink.Point // the page's corners
	o      Options
	theme  theme.Theme
	body   bytes.Buffer
	defs   bytes.Buffer
	glyphs map[string]bool // the outlines that defs has
}

// head writes the root element, the title and the description.
func (w *writer) head(b *bytes.Buffer) {
	width, height := w.hi.X-w.lo.X, w.hi.Y-w.lo.Y
	scale := 1.0
	if w.o.Width > 0 && width > 0 {
		scale = w.o.Width / width
	}
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 `)
	decimal(b, tenths(width*unit))
	b.WriteByte(' ')
	decimal(b, tenths(height*unit))
	b.WriteString(`" width="`)
	decimal3(b, width*scale)
	b.WriteString(`cm" height="`)
	decimal3(b, height*scale)
	b.WriteString("cm\" role=\"img\" aria-labelledby=\"\x00title")
	if w.d.Alt != "" {
		b.WriteString(" \x00desc")
	}
	b.WriteString(`" fill="none" stroke="currentColor" stroke-width="`)
	w.width(b, ink.Normal)
	b.WriteString(`" stroke-linecap="round" stroke-linejoin="round"`)
	if !w.theme.Adaptive {
		b.WriteString(` color="` + w.theme.Ink.Hex() + `"`)
	}
	b.WriteString(">\n<title id=\"\x00title\">")
	title := w.d.Title
	if title == "" {
		title = "Diagram of a mechanical system"
	}
	quote(b, title)
	b.WriteString("</title>\n")
	if w.d.Alt != "" {
		b.WriteString("<desc id=\"\x00desc\">")
		quote(b, w.d.Alt)
		b.WriteString("</desc>\n")
	}
	if w.theme.Background {
		b.WriteString(`<path fill="` + w.theme.Paper.Hex() + `" stroke="none" d="M0 0h`)
		decimal(b, tenths(width*unit))
		b.WriteByte('v')
		decimal(b, tenths(height*unit))
		b.WriteString("H0z\"/>\n")
	}
}

// item writes one element or mark as a group.
func (w *writer) item(it *layout.Item) {
	b := &w.body
	b.WriteString("<g id=\"\x00")
	quote(b, it.Name)
	b.WriteByte('"')
	var terms string
	if e := it.Element; e != nil {
		attribute(b, "data-element", e.Name)
		if e.Kind != nil {
			attribute(b, "data-kind", e.Kind.Name)
		}
		if w.o.Terms != nil {
			terms = strings.Join(w.o.Terms(e), ", ")
		}
		if terms != "" {
			attribute(b, "data-terms", terms)
		}
	}
	if c, ok := theme.Parse(scene.Colour(it, w.o.Colours)); ok {
		attribute(b, "color", c.Hex())
	}
	b.WriteString(">\n")
	if e := it.Element; e != nil {
		w.title(e, terms)
	}
	w.paths(scene.Paths(it))
	for i := range it.Labels {
		w.label(&it.Labels[i])
	}
	b.WriteString("</g>\n")
}

// title writes what a pointer on the element shows: its name or, where it has none, its kind, and its terms.
func (w *writer) title(e *graph.Element, terms string) {
	b := &w.body
	b.WriteString("<title>")
	quote(b, e.Tag())
	if e.Kind != nil && !e.Anonymous {
		quote(b, ", "+e.Kind.Name)
	}
	if terms != "" {
		quote(b, ": "+terms)
	}
	b.WriteString("</title>\n")
}

// paths writes paths; those that follow each other with one pen share an element.
func (w *writer) paths(paths []ink.Path) {
	b := &w.body
	for i := range paths {
		p := &paths[i]
		if i > 0 && p.Pen == paths[i-1].Pen && p.Pen.Fill == ink.NoFill {
			w.data(p)
		} else {
			if i > 0 {
				b.WriteString("\"/>\n")
			}
			b.WriteString("<path")
			w.pen(p.Pen)
			b.WriteString(` d="`)
			w.data(p)
		}
	}
	if len(paths) > 0 {
		b.WriteString("\"/>\n")
	}
}

// pen writes the attributes in which a pen differs from the picture's.
func (w *writer) pen(p ink.Pen) {
	b := &w.body
	switch p.Fill {
	case ink.Paper:
		if w.theme.Adaptive {
			b.WriteString(` style="fill:var(--diagram-paper,none)"`)
		} else {
			b.WriteString(` fill="` + w.theme.Paper.Hex() + `"`)
		}
	case ink.Shade:
		b.WriteString(` fill="currentColor" fill-opacity="`)
		decimal3(b, theme.TintShare)
		b.WriteByte('"')
	case ink.Solid:
		b.WriteString(` fill="currentColor"`)
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
		decimal3(b, ink.DashOn*unit)
		b.WriteByte(' ')
		decimal3(b, ink.DashOff*unit)
		b.WriteByte('"')
	}
}

func (w *writer) width(b *bytes.Buffer, k ink.Weight) {
	decimal3(b, k.Width()*unit*w.theme.Weight)
}
