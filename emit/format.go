package emit

import (
	"strings"

	"diagram/dsl/diag"
	"diagram/emit/equation"
	"diagram/emit/page"
	"diagram/emit/pdf"
	"diagram/emit/raster"
	"diagram/emit/svg"
	"diagram/emit/tikz"
	"diagram/symbolic/motion"
)

// Format is a way to write a diagram to a file.
type Format struct {
	Name   string // what --to calls it
	Ending string // of files in this format, with its dot
	Doc    string
	// Text tells that the format is text, so that it can be shown on a terminal.
	Text bool
	// Equations tells that it needs the equations of motion; a diagram that has none because of an error can't be written then.
	Equations bool
	write     func(d *Diagram, o Options) ([]byte, diag.List)
}

// Options say how a diagram is written.
type Options struct {
	Name    string         // of the diagram among others, such as its file's without the ending
	Form    motion.Form    // of its equations; empty for what the diagram's settings say
	Marking equation.Marking // of the terms, in the formats that can show it
	Shared  bool           // TikZ: leave out the styles, which the document has from `diagram preamble`
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
	if f.Equations && d.Model == nil {
		return nil, d.Trouble
	}
	return f.write(d, o)
}

func writeTikZ(d *Diagram, o Options) ([]byte, diag.List) {
	return tikz.Fragment(d.Drawing(), tikz.Options{Shared: o.Shared}), nil
}

func writeEquation(d *Diagram, o Options) ([]byte, diag.List) {
	s, list := d.Equation(o.Form, equation.TeX, equation.Options{Marking: o.Marking})
	return []byte(s), list
}

func writeDocument(d *Diagram, o Options) ([]byte, diag.List) {
	rows, list := equation.Rows(d.Model, o.Form, equation.Options{Marking: o.Marking})
	if list.HasErrors() {
		return nil, list
	}
	return tikz.Document(d.Drawing(), rows, tikz.Options{Shared: o.Shared}), nil
}

func writeSVG(d *Diagram, o Options) ([]byte, diag.List) {
	return svg.Write(d.Drawing(), svg.Options{ID: o.Name}), nil
}

func writePDF(d *Diagram, o Options) ([]byte, diag.List) {
	return pdf.Write(d.Drawing(), pdf.Options{}), nil
}

func writePNG(d *Diagram, o Options) ([]byte, diag.List) {
	return raster.PNG(d.Drawing(), raster.Options{}), nil
}
