package emit

import (
	"fmt"
	"strings"
	"unicode"

	"diagram/dsl/diag"
	"diagram/emit/internal/equation"
	"diagram/emit/internal/pdf"
	"diagram/emit/internal/raster"
	"diagram/emit/internal/scene"
	"diagram/emit/internal/svg"
	"diagram/emit/internal/tikz"
)

// SVG is the picture as SVG. Its elements tell the terms that they give in the equations' form.
func (d *Diagram) SVG(o Options) []byte {
	drawing := d.drawing()
	if o.Alt != "" {
		other := *drawing
		drawing, other.Alt = &other, o.Alt
		if d.Title() == "" {
			other.Name = o.Alt
		}
	}
	return svg.Write(drawing, svg.Options{ID: o.ID, Copy: o.Copy, Terms: d.terms(o.Form), Colours: d.colours(o), Theme: o.Theme})
}

func writeTikZ(d *Diagram, o Options) ([]byte, diag.List) {
	return tikz.Fragment(d.drawing(), d.tikz(o)), nil
}

func (d *Diagram) tikz(o Options) tikz.Options {
	return tikz.Options{Shared: o.Shared, Colours: d.colours(o), Theme: o.Theme}
}

func writeDocument(d *Diagram, o Options) ([]byte, diag.List) {
	var below tikz.Display
	if d.Moves() {
		rows, list := equation.Displayed(d.model, d.model.Asked(o.Form), equation.Options{Marking: o.Marking})
		if list.HasErrors() {
			return nil, list
		}
		below = tikz.Display{Rows: rows.LaTeX, Width: rows.Width * scene.CmPerPt, Height: rows.Height * scene.CmPerPt}
		if o.Marking == equation.Named {
			below.Setup = equation.TermMacro
		}
	}
	return tikz.Document(d.drawing(), below, d.tikz(o)), nil
}

// Lacking lists the characters of the picture for which LaTeX has no fonts by itself, each once. [Diagram.Sheet] then needs
// a font that has them, and XeLaTeX.
func (d *Diagram) Lacking() []rune {
	return tikz.Lacking(tikz.Fragment(d.drawing(), tikz.Options{}))
}

// Sheet is a LaTeX document of one page that is the picture's box, for a TeX engine to make a PDF or a PNG of. The font is
// the name of an installed one for XeLaTeX; empty for LaTeX's own.
func (d *Diagram) Sheet(o Options, font string) []byte {
	o.Shared = false
	return tikz.Sheet(d.drawing(), font, d.tikz(o))
}

func writeSVG(d *Diagram, o Options) ([]byte, diag.List) {
	return d.SVG(o), nil
}

func writePDF(d *Diagram, o Options) ([]byte, diag.List) {
	if list := d.unshown("PDF"); list.HasErrors() {
		return nil, list
	}
	return pdf.Write(d.drawing(), pdf.Options{Colours: d.colours(o), Theme: o.Theme}), nil
}

func writePNG(d *Diagram, o Options) ([]byte, diag.List) {
	if list := d.unshown("PNG"); list.HasErrors() {
		return nil, list
	}
	data, err := raster.PNG(d.drawing(), raster.Options{Colours: d.colours(o), Theme: o.Theme})
	if err != nil {
		return nil, diag.List{*d.tooLarge(err)}
	}
	return data, nil
}

// TooLarge says why the picture is too large for a format, whoever draws it; nil where it isn't.
func (d *Diagram) TooLarge(f Format) *diag.Diagnostic {
	if f.Name != "png" {
		return nil
	}
	if err := raster.Fits(d.drawing(), raster.Options{}); err != nil {
		return d.tooLarge(err)
	}
	return nil
}

func (d *Diagram) tooLarge(err error) *diag.Diagnostic {
	return &diag.Diagnostic{File: d.Graph.File, Summary: err.Error(), Help: "ask for less (width, height, length, spacing), or for SVG or PDF"}
}

// unshown says which labels a format without fonts of its own can't show.
func (d *Diagram) unshown(format string) diag.List {
	var list diag.List
	for _, u := range scene.Foreign(d.drawing()) {
		what, span := "the title", d.Graph.Settings.Span("title")
		switch el, mark := u.Item.Element, u.Item.Mark(); {
		case mark == "slope":
			what, span = "the slope", d.Graph.Settings.Span("axis")
		case mark == "gravitation":
			what, span = "gravity", d.Graph.Settings.Span("gravity")
		case el != nil:
			what, span = "this label", el.Span
			if el.Labelled() {
				span = el.LabelSpan
			}
		}
		list = append(list, diag.Diagnostic{
			File: d.Graph.File, Span: span,
			Summary: fmt.Sprintf("%s can't show %s: there is no font here for %s", format, what, character(u.Char)),
			Help:    "write SVG, HTML or TikZ instead, or have TeX make it with --tex",
		})
	}
	list.Sort()
	return list
}

// character names a character, and its script where it has one.
func character(r rune) string {
	for name, script := range unicode.Scripts {
		if name != "Common" && name != "Inherited" && unicode.Is(script, r) {
			return fmt.Sprintf("%c (%s)", r, strings.ReplaceAll(name, "_", " "))
		}
	}
	return fmt.Sprintf("%c (U+%04X)", r, r)
}
