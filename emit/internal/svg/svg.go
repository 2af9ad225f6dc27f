// Package svg prints a layout as one self-contained SVG: no fonts, scripts, links or foreign objects.
//
// A unit is a tenth of a millimetre, so that the picture has the size that TikZ gives it. Plain attributes say all that a
// program must know to draw the picture. Ink is currentColor: inside a page the drawing takes the colour of the text around
// it. Style sheets only add to that what browsers can do: a picture that stands alone follows its reader's dark scheme,
// and a page may fill bodies by the variable --diagram-paper.
//
// Each element is a group that has its name, its kind and the terms that it gives as data attributes, and as the title that
// a pointer shows; so is each mark, whose kind is "coordinate", "dimension", "floor", "slope" or "gravitation". Labels are
// outlines; only words in a script that the outlines lack are text, in a font of the reader's. All ids begin with a prefix
// that is the picture's own, made from all that it shows.
package svg

import (
	"bytes"
	"encoding/base32"
	"hash/fnv"
	"strconv"
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
	// Copy tells pictures of one page that are equal apart, where ID is empty.
	Copy int
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
	w := &writer{d: d, o: o, theme: o.Theme.Or(), shown: map[*graph.Element]bool{}, shapes: map[shape]plotted{}}
	w.lo, w.hi = scene.Page(d)
	w.body.b = make([]byte, 0, 1400*len(d.Items))
	for i := range d.Items {
		w.item(&d.Items[i])
	}
	w.body.put("</svg>\n")
	var head text
	w.head(&head)
	prefix := []byte(w.prefix(head.b, w.body.b) + "-")
	ids := bytes.Count(head.b, []byte{idPrefix}) + bytes.Count(w.body.b, []byte{idPrefix})
	out := make([]byte, 0, len(head.b)+len(w.body.b)+ids*len(prefix))
	for _, part := range [][]byte{head.b, w.body.b} {
		for i := bytes.IndexByte(part, idPrefix); i >= 0; i = bytes.IndexByte(part, idPrefix) {
			out = append(append(out, part[:i]...), prefix...)
			part = part[i+1:]
		}
		out = append(out, part...)
	}
	return out
}

// idPrefix stands for the prefix of ids until the picture is complete. No text has this character: quote drops it.
const idPrefix = 0

// prefix is what all ids of a picture begin with: what the caller says, or letters made from the whole picture.
func (w *writer) prefix(picture ...[]byte) string {
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
	for _, part := range picture {
		h.Write(part)
	}
	h.Write([]byte(strconv.Itoa(w.o.Copy)))
	return "d" + strings.ToLower(base32.HexEncoding.EncodeToString(h.Sum(nil))[:8])
}

type writer struct {
	d       *layout.Drawing
	lo, hi  ink.Point // the page's corners
	o       Options
	theme   theme.Theme
	body    text
	shapes  map[shape]plotted
	shown   map[*graph.Element]bool // of which body has an item
	colours []theme.RGB             // that body has, each once
	paper   bool                    // body has something that paper may fill
}

// head writes the root element, the title, the description and the style sheet.
func (w *writer) head(b *text) {
	width, height := w.hi.X-w.lo.X, w.hi.Y-w.lo.Y
	scale := 1.0
	if w.o.Width > 0 && width > 0 {
		scale = w.o.Width / width
	}
	b.put(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 `)
	b.tenths(tenths(width))
	b.putByte(' ')
	b.tenths(tenths(height))
	b.put(`" width="`)
	b.number(width * scale)
	b.put(`cm" height="`)
	b.number(height * scale)
	b.put("cm\" role=\"img\" aria-labelledby=\"\x00title")
	described := w.d.Alt != "" && w.d.Alt != w.d.Name
	if described {
		b.put(" \x00desc")
	}
	b.put(`" fill="none" stroke="currentColor" stroke-width="`)
	w.width(b, ink.Normal)
	b.put(`" stroke-linejoin="round"`)
	if !w.theme.Adaptive {
		b.put(` color="` + w.theme.Ink.Hex() + `"`)
	}
	b.put(">\n<title id=\"\x00title\">")
	b.quote(w.d.Name)
	b.put("</title>\n")
	if described {
		b.put("<desc id=\"\x00desc\">")
		b.quote(w.d.Alt)
		b.put("</desc>\n")
	}
	w.style(b)
	if w.theme.Background {
		b.put(`<path fill="` + w.theme.Paper.Hex() + `" stroke="none" d="M0 0h`)
		b.tenths(tenths(width))
		b.putByte('v')
		b.tenths(tenths(height))
		b.put("H0z\"/>\n")
	}
}

// style writes the style sheet of a picture without colours of its own. What it says of paper is the same in all pictures
// of a page.
func (w *writer) style(b *text) {
	if !w.theme.Adaptive {
		return
	}
	b.put("<style>" + theme.Scheme(w.colours))
	if w.paper {
		b.put("@supports(fill:var(--a)){." + paperClass + "{fill:var(--diagram-paper,none)}}")
	}
	b.put("</style>\n")
}

// paperClass is the class of what a page may fill.
const paperClass = "diagram-paper"

func (w *writer) width(b *text, k ink.Weight) {
	b.number(k.Width() * unit * w.theme.Weight)
}
