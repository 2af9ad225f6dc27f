package emit

import (
	"strings"

	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/dsl/graph"
	"diagram/emit/internal/explain"
	"diagram/emit/internal/page"
	"diagram/emit/internal/theme"
	"diagram/emit/internal/tikz"
)

// Format is a way to write a diagram to a file.
type Format struct {
	Name   string // what --to calls it
	Ending string // of files in this format, with its dot
	Doc    string
	// Text says that the format is text, so that it can be shown on a terminal.
	Text bool
	// Equations says that it needs the equations of motion; a diagram that has none because of an error can't be written then.
	Equations bool
	write     func(d *Diagram, o Options) ([]byte, diag.List)
}

// Options say how a diagram is written.
type Options struct {
	Name    string  // of the diagram among others, such as its file's without the ending
	Form    Form    // of its equations; empty for what the diagram's settings say
	Marking Marking // of the terms, in the formats that can show it
	Theme   Theme   // of the picture; zero: the screen's
	Shared  bool    // TikZ: leave out the styles, which the document has from Preamble
	Inline  bool    // Markdown: hold the picture, which else is in Name.svg
	ID      string  // SVG: what its ids begin with; empty: letters made from the picture
	Copy    int     // SVG: which of the pictures of a page that are equal this one is, where there is no ID
	Alt     string  // SVG: says what is to be seen, in place of the diagram's own words
}

var formats = []Format{
	{Name: "tikz", Ending: ".tikz.tex", Text: true, Doc: "the picture, as a tikzpicture to \\input", write: writeTikZ},
	{Name: "eqn", Ending: ".eqn.tex", Text: true, Equations: true, Doc: "the equations, as LaTeX to \\input", write: writeEquation},
	{Name: "tex", Ending: ".tex", Text: true, Equations: true, Doc: "a whole LaTeX document: picture and equations", write: writeDocument},
	{Name: "svg", Ending: ".svg", Text: true, Doc: "the picture, as one self-contained SVG", write: writeSVG},
	{Name: "pdf", Ending: ".pdf", Doc: "the picture, as PDF, without TeX", write: writePDF},
	{Name: "png", Ending: ".png", Doc: "the picture, as PNG, without TeX", write: writePNG},
	{Name: "html", Ending: ".html", Text: true, Doc: "a page: picture, equations, and what each term says", write: writePage},
	{Name: "json", Ending: ".json", Text: true, Doc: "the graph and its equations, term by term, for other programs", write: writeJSON},
	{Name: "md", Ending: ".md", Text: true, Equations: true, Doc: "Markdown: the picture's image and the equations between $$", write: writeMarkdown},
	{Name: "txt", Ending: ".txt", Text: true, Equations: true, Doc: "the equations as text, with the element under each term", write: writeText},
}

// Formats lists the formats.
func Formats() []Format { return append([]Format(nil), formats...) }

// FormatNamed finds a format by name.
func FormatNamed(name string) (Format, bool) {
	for _, f := range formats {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}

// FormatOf finds the format of a file by its ending, of which the longest counts.
func FormatOf(path string) (Format, bool) {
	var best Format
	for _, f := range formats {
		if strings.HasSuffix(strings.ToLower(path), f.Ending) && len(f.Ending) > len(best.Ending) {
			best = f
		}
	}
	return best, best.Name != ""
}

// Write writes the diagram in a format. The diagnostics say why it can't be.
func (d *Diagram) Write(f Format, o Options) ([]byte, diag.List) {
	if f.Equations && d.model == nil {
		return nil, d.Trouble
	}
	return f.write(d, o)
}

// Theme is how a picture is coloured.
type Theme = theme.Theme

// Themes lists the names of the themes, the default first.
func Themes() []string {
	var names []string
	for _, t := range theme.Themes {
		names = append(names, t.Name)
	}
	return names
}

// ThemeNamed finds a theme by name; "" is the default one.
func ThemeNamed(name string) (Theme, bool) { return theme.Named(name) }

// Preamble is the styles of all kinds, for the preamble of a document whose pictures are Shared.
func Preamble() []byte { return PreambleWith(component.Standard()) }

// PreambleWith is the styles of a catalog's kinds, for pictures of what [CompileWith] compiled.
func PreambleWith(kinds *component.Catalog) []byte { return tikz.Preamble(kinds) }

// Page is an HTML page with the given markup as its main part. It loads nothing and runs no script. Its colours are a
// theme's, like those of the pictures on it.
func Page(t Theme, title, markup string) []byte { return page.Wrap(t, title, markup) }

// colours gives elements the colour of their terms where terms are coloured.
func (d *Diagram) colours(o Options) func(*graph.Element) string {
	if o.Marking != Coloured || d.model == nil {
		return nil
	}
	return theme.Terms(d.model)
}

// terms are the terms that an element gives where a form is shown, as text.
func (d *Diagram) terms(form Form) func(*graph.Element) []string {
	if !d.Moves() {
		return nil
	}
	all, _ := explain.Terms(d.model, form) // a form that there isn't is reported where the equations are asked for
	return func(el *graph.Element) []string {
		if all == nil {
			return nil
		}
		return all[el.ID]
	}
}
