package emit

import (
	"fmt"
	"html"
	"net/url"
	"strings"
	"unicode"

	"diagram/dsl"
	"diagram/dsl/diag"
	"diagram/emit/equation"
	"diagram/emit/explain"
	"diagram/emit/internal/escape"
	"diagram/emit/internal/scene"
	"diagram/emit/page"
	"diagram/emit/pdf"
	"diagram/emit/raster"
	"diagram/emit/svg"
	"diagram/emit/theme"
	"diagram/emit/tikz"
	"diagram/symbolic"
	"diagram/symbolic/motion"
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
	Name    string           // of the diagram among others, such as its file's without the ending
	Form    motion.Form      // of its equations; empty for what the diagram's settings say
	Marking equation.Marking // of the terms, in the formats that can show it
	Theme   theme.Theme      // of the picture; zero: the screen's
	Shared  bool             // TikZ: leave out the styles, which the document has from `diagram preamble`
	Inline  bool             // Markdown: hold the picture, which else is in Name.svg
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
	return tikz.Fragment(d.Drawing(), d.tikz(o)), nil
}

func (d *Diagram) tikz(o Options) tikz.Options {
	return tikz.Options{Shared: o.Shared, Colours: d.colours(o)}
}

func writeEquation(d *Diagram, o Options) ([]byte, diag.List) {
	s, list := d.Equation(o.Form, equation.TeX, equation.Options{Marking: o.Marking})
	return []byte(s), list
}

func writeDocument(d *Diagram, o Options) ([]byte, diag.List) {
	var rows []string
	if d.Moves() {
		var list diag.List
		if rows, list = equation.Rows(d.Model, o.Form, equation.Options{Marking: o.Marking}); list.HasErrors() {
			return nil, list
		}
	}
	return tikz.Document(d.Drawing(), rows, d.tikz(o)), nil
}

func writeSVG(d *Diagram, o Options) ([]byte, diag.List) {
	return svg.Write(d.Drawing(), svg.Options{ID: o.Name, Terms: d.terms(o.Form), Colours: d.colours(o), Theme: o.Theme}), nil
}

func writePDF(d *Diagram, o Options) ([]byte, diag.List) {
	if list := d.unshown("PDF"); list.HasErrors() {
		return nil, list
	}
	return pdf.Write(d.Drawing(), pdf.Options{Colours: d.colours(o), Theme: o.Theme}), nil
}

func writePNG(d *Diagram, o Options) ([]byte, diag.List) {
	if list := d.unshown("PNG"); list.HasErrors() {
		return nil, list
	}
	data, err := raster.PNG(d.Drawing(), raster.Options{Colours: d.colours(o), Theme: o.Theme})
	if err != nil {
		return nil, d.tooLarge(err)
	}
	return data, nil
}

// Fits says why the picture is too large for a format, whoever draws it.
func (d *Diagram) Fits(f Format) diag.List {
	if f.Name == "png" {
		return d.tooLarge(raster.Fits(d.Drawing(), raster.Options{}))
	}
	return nil
}

func (d *Diagram) tooLarge(err error) diag.List {
	if err == nil {
		return nil
	}
	return diag.List{{File: d.Graph.File, Summary: err.Error(), Help: "ask for less (width, height, length, spacing), or for SVG or PDF"}}
}

// unshown says which labels a format without fonts of its own can't show.
func (d *Diagram) unshown(format string) diag.List {
	var list diag.List
	for _, u := range scene.Foreign(d.Drawing()) {
		what, span := "the title", d.Graph.Settings.Span("title")
		if el := u.Item.Element; el != nil {
			what, span = "this label", el.LabelSpan()
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

func writePage(d *Diagram, o Options) ([]byte, diag.List) {
	p := page.Diagram{Title: d.title(o), Source: string(d.Source)}
	if p.Heading = equation.HTML(d.Graph.Settings.Title); p.Heading == "" {
		p.Heading = html.EscapeString(p.Title)
	}
	p.SVG, _ = writeSVG(d, o)
	if d.Moves() {
		var list diag.List
		if p.MathML, list = d.Equation(o.Form, equation.MathML, equation.Options{}); list.HasErrors() {
			return nil, list
		}
		style := equation.Style(d.Model)
		x, list := explain.Model(d.Model, o.Form)
		if list.HasErrors() {
			return nil, list
		}
		for _, e := range x.Entries {
			row := page.Entry{Name: e.Tag, Kind: e.Kind}
			for _, l := range e.Lines() {
				row.MathML, row.Reading = "", l.Reading
				if l.Expr != nil {
					row.MathML = "<math>" + symbolic.MathML(l.Expr, style) + "</math>"
				}
				p.Entries = append(p.Entries, row)
				row = page.Entry{}
			}
		}
		p.Notes = x.Notes
	}
	return page.Write(p), nil
}

// title is what the author calls the diagram, else its name.
func (d *Diagram) title(o Options) string {
	if t := d.Graph.Settings.Title.Text(); t != "" {
		return t
	}
	return diag.Visible(o.Name)
}

func writeJSON(d *Diagram, o Options) ([]byte, diag.List) {
	if d.Model == nil {
		return []byte(equation.Encode(equation.Document{
			Title:       d.Graph.Settings.Title.Text(),
			Coordinates: []equation.Coordinate{},
			Inputs:      []equation.Input{},
			Parameters:  []equation.Parameter{},
			Equations:   []equation.Equation{},
			Graph:       equation.DescribeGraph(d.Graph),
		})), nil
	}
	s, list := d.Equation(o.Form, equation.JSON, equation.Options{})
	return []byte(s), list
}

func writeMarkdown(d *Diagram, o Options) ([]byte, diag.List) {
	drawing := d.Drawing()
	picture := url.PathEscape(o.Name) + ".svg"
	if o.Inline {
		data, _ := writeSVG(d, o)
		picture = escape.SVG(data)
	}
	s := "![" + escape.Markdown(drawing.Alt) + "](" + picture + ")\n"
	if title := equation.Markdown(d.Graph.Settings.Title); title != "" {
		s = "## " + title + "\n\n" + s
	}
	if !d.Moves() {
		return []byte(s), nil
	}
	eq, list := d.Equation(o.Form, equation.Display, equation.Options{Marking: o.Marking})
	if list.HasErrors() {
		return nil, list
	}
	x, problems := explain.Model(d.Model, o.Form)
	if problems.HasErrors() {
		return nil, problems
	}
	return []byte(s + "\n$$" + eq + "$$\n\n" + x.Markdown()), list
}

func writeText(d *Diagram, o Options) ([]byte, diag.List) {
	s, list := d.Equation(o.Form, equation.Annotated, equation.Options{Width: 100})
	return []byte(s), list
}

// colours gives elements the colour of their terms where terms are coloured.
func (d *Diagram) colours(o Options) func(*dsl.Element) string {
	if o.Marking != equation.Coloured || d.Model == nil {
		return nil
	}
	of := equation.Colours(d.Model)
	return func(el *dsl.Element) string { return of(el.Name) }
}

// terms are the terms that an element gives where a form is shown, as text.
func (d *Diagram) terms(form motion.Form) func(*dsl.Element) []string {
	if !d.Moves() {
		return nil
	}
	all, _ := explain.Terms(d.Model, form) // a form that there isn't is reported where the equations are asked for
	return func(el *dsl.Element) []string {
		if all == nil {
			return nil
		}
		return all[el.ID]
	}
}
