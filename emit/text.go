package emit

import (
	"html"
	"net/url"

	"diagram/dsl/diag"
	"diagram/emit/internal/document"
	"diagram/emit/internal/escape"
	"diagram/emit/internal/explain"
	"diagram/emit/internal/page"
	"diagram/emit/internal/title"
	"diagram/symbolic"
)

func writeEquation(d *Diagram, o Options) ([]byte, diag.List) {
	s, list := d.Equation(o.Form, TeX, EquationOptions{Marking: o.Marking})
	return []byte(s), list
}

func writePage(d *Diagram, o Options) ([]byte, diag.List) {
	p := page.Diagram{Theme: o.Theme, Title: d.title(o), Source: string(d.source)}
	if p.Heading = title.HTML(d.Graph.Settings.Title); p.Heading == "" {
		p.Heading = html.EscapeString(p.Title)
	}
	p.SVG = d.SVG(o)
	if d.Moves() {
		var list diag.List
		if p.MathML, list = d.Equation(o.Form, MathML, EquationOptions{}); list.HasErrors() {
			return nil, list
		}
		style := d.model.Style()
		x, list := explain.Model(d.model, o.Form)
		if list.HasErrors() {
			return nil, list
		}
		for i, e := range x.Entries {
			row := page.Entry{Part: title.HTML(x.Caption(i)), Name: e.Tag, Kind: e.Kind}
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
	if t := d.Title(); t != "" {
		return t
	}
	return diag.Visible(o.Name)
}

func writeJSON(d *Diagram, o Options) ([]byte, diag.List) {
	if d.model == nil {
		return []byte(document.Encode(document.OfGraph(d.Graph))), nil
	}
	s, list := d.Equation(o.Form, JSON, EquationOptions{})
	return []byte(s), list
}

func writeMarkdown(d *Diagram, o Options) ([]byte, diag.List) {
	picture := url.PathEscape(o.Name) + ".svg"
	if o.Inline {
		picture = escape.SVG(d.SVG(o))
	}
	s := "![" + escape.Markdown(d.Alt()) + "](" + picture + ")\n"
	if heading := title.Markdown(d.Graph.Settings.Title); heading != "" {
		s = "## " + heading + "\n\n" + s
	}
	if !d.Moves() {
		return []byte(s), nil
	}
	eq, list := d.Equation(o.Form, Display, EquationOptions{Marking: o.Marking})
	if list.HasErrors() {
		return nil, list
	}
	x, problems := explain.Model(d.model, o.Form)
	if problems.HasErrors() {
		return nil, problems
	}
	return []byte(s + "\n$$" + eq + "$$\n\n" + x.Markdown()), list
}

func writeText(d *Diagram, o Options) ([]byte, diag.List) {
	s, list := d.Equation(o.Form, Annotated, EquationOptions{Width: 100})
	return []byte(s), list
}
