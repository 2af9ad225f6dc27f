// Package explain reads a diagram's equations aloud: of each element, the term it gives and what that term says.
//
// The words come from the kinds (component.Kind.Read); this package tells them which ends, which lengths and which
// symbols they speak of.
package explain

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"diagram/dsl"
	"diagram/dsl/component"
	"diagram/emit/equation"
	"diagram/emit/internal/escape"
	"diagram/symbolic"
	"diagram/symbolic/motion"
)

// Entry is what one element says.
type Entry struct {
	Element string `json:"element"`
	Kind    string `json:"kind"`
	// Terms are what it gives to the equations, each once, as Unicode text; TermsLaTeX as LaTeX.
	Terms      []string `json:"terms"`
	TermsLaTeX []string `json:"latex"`
	// Equations are the coordinates whose equations have one of the terms, with the sign it has there.
	Equations []Sign `json:"equations"`
	Reading   string `json:"reading"`

	exprs  []symbolic.Expr
	weight string // the term that gravity gives a body
}

// Sign is the sign that a term has in the equation of a coordinate.
type Sign struct {
	Coordinate string `json:"coordinate"`
	Side       string `json:"side"` // left or right
	Sign       int    `json:"sign"`
}

// Exprs are the terms as expressions.
func (e Entry) Exprs() []symbolic.Expr { return e.exprs }

// Model explains every element of a model that gives a term or can be read, in the order of the file.
func Model(m *motion.Model) []Entry {
	style := equation.Style(m)
	entries := make([]Entry, len(m.Graph.Elements))
	for _, eq := range m.Equations {
		coordinate := eq.Coordinate.Symbol.Name().Text
		note := func(side string, terms []motion.Term) {
			for _, t := range terms {
				e := &entries[t.Source.ID]
				e.add(t.Expr, style)
				e.Equations = append(e.Equations, Sign{coordinate, side, t.Sign})
				if t.Role == motion.Applied && t.Source.Kind.Sort == component.Body && e.weight == "" {
					e.weight = equation.TermText(t.Expr, style)
				}
			}
		}
		note("left", eq.Left)
		note("right", eq.Right)
	}
	said := make([]Entry, 0, len(entries))
	for i, e := range entries {
		el := m.Graph.Elements[i]
		if el.Kind.Read != nil {
			e.Reading = el.Kind.Read(el.Params, reading(m, el, style))
		}
		if e.weight != "" {
			e.Reading = e.weight + ", the weight of " + el.Name + weightAlong(m) + "; and " + e.Reading
		}
		if e.Reading == "" && len(e.Terms) == 0 {
			continue
		}
		e.Element, e.Kind = el.Name, el.Kind.Name
		said = append(said, e)
	}
	return said
}

// weightAlong says which part of a weight the term is.
func weightAlong(m *motion.Model) string {
	if m.Graph.Settings.Axis == dsl.Inclined {
		return " as far as it acts along the slope"
	}
	return ""
}

// add notes a term unless it is there already.
func (e *Entry) add(x symbolic.Expr, style symbolic.Style) {
	for _, known := range e.exprs {
		if symbolic.Equal(known, x) {
			return
		}
	}
	e.exprs = append(e.exprs, x)
	e.Terms = append(e.Terms, equation.TermText(x, style))
	e.TermsLaTeX = append(e.TermsLaTeX, symbolic.LaTeX(x, style))
}

// reading tells a kind what its element's terms speak of.
func reading(m *motion.Model, el *dsl.Element, style symbolic.Style) component.Reading {
	r := component.Reading{
		Name:     el.Name,
		To:       el.Name,
		Rotation: el.Domain == component.Rotation,
		Param: func(name string) string {
			if e := el.Params[name]; e != nil {
				return symbolic.Text(e, style)
			}
			return ""
		},
	}
	switch el.Kind.Sort {
	case component.Action:
		r.To = el.On.Name
	case component.Connector:
		x := m.Extension(el)
		r.From, r.To = el.From.Name, el.To.Name
		r.Length = symbolic.Text(x.Length, style)
		r.Grown = x.Grown
		switch {
		case r.Rotation:
			r.Distance = fmt.Sprintf("the angle by which %s is turned against %s", r.To, r.From)
		case r.Grown:
			r.Distance = fmt.Sprintf("how much the distance from %s to %s has grown", r.From, r.To)
		default:
			r.Distance = fmt.Sprintf("the distance from %s to %s", r.From, r.To)
		}
	}
	return r
}

// Text is the entries as a table in plain text: element, term, how to read it.
func Text(entries []Entry) string {
	var b strings.Builder
	t := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	for _, e := range entries {
		fmt.Fprintf(t, "%s\t%s\t%s\n", e.Element, strings.Join(e.Terms, ", "), e.Reading)
	}
	_ = t.Flush() // a strings.Builder takes everything
	return b.String()
}

// Markdown is the entries as a table in Markdown.
func Markdown(entries []Entry) string {
	var b strings.Builder
	b.WriteString("| element | term | in words |\n| --- | --- | --- |\n")
	for _, e := range entries {
		var terms []string
		for _, t := range e.TermsLaTeX {
			terms = append(terms, "$"+strings.ReplaceAll(escape.Math(t), "|", `\vert `)+"$")
		}
		fmt.Fprintf(&b, "| %s | %s | %s |\n", escape.Markdown(e.Element), strings.Join(terms, ", "), escape.Markdown(e.Reading))
	}
	return b.String()
}

// JSON is the entries as a JSON array.
func JSON(entries []Entry) string {
	return equation.Encode(entries)
}
