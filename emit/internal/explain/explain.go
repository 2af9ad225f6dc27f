// Package explain reads a diagram's equations aloud: of each element, the terms it gives and what each of them says.
//
// The words come from the kinds (component.Kind.Read). This package spells them out from the very terms of the equations, so that
// a reading has the sign and the expression that are printed: see read.
package explain

import (
	"cmp"
	"slices"
	"strings"

	"diagram/dsl/diag"
	"diagram/dsl/graph"
	"diagram/symbolic"
	"diagram/symbolic/motion"
)

// Explanation is what a model's equations say in a form.
type Explanation struct {
	Form    motion.Form // whose terms these are
	Entries []Entry
	Notes   []string // what is to be said once
}

// Entry is what one element says.
type Entry struct {
	Element string `json:"element"` // its name, for programs
	Tag     string `json:"-"`       // what a reader calls it
	Kind    string `json:"kind"`
	// Part is the caption of the part of the figure to which it belongs, as text; empty where there is none.
	Part string `json:"part,omitempty"`
	// Terms are what it gives to the equations, each once, as Unicode text; TermsLaTeX as LaTeX; Readings say them aloud. A
	// term that has a minus wherever it stands has it here too.
	Terms      []string `json:"terms"`
	TermsLaTeX []string `json:"latex"`
	Readings   []string `json:"readings"`
	// Equations are the coordinates whose equations have one of the terms, with the sign it has there.
	Equations []Sign `json:"equations"`
	// Reading is all that is to be said of the element, also where it gives no term.
	Reading string `json:"reading"`

	exprs   []symbolic.Expr
	panel   int
	caption graph.Words
}

// Caption is the caption of the part of the figure that begins with the i-th entry; empty where none does, or it has none.
func (x *Explanation) Caption(i int) graph.Words {
	if i > 0 && x.Entries[i-1].panel == x.Entries[i].panel {
		return nil
	}
	return x.Entries[i].caption
}

// Line is one row of a table: a term and what it says.
type Line struct {
	Text, LaTeX string
	Expr        symbolic.Expr // nil where an element gives no term, but something is to be said of it
	Reading     string
}

// Lines are the entry's terms one by one, or what is to be said of an element without any.
func (e Entry) Lines() []Line {
	if len(e.Terms) == 0 {
		return []Line{{Reading: e.Reading}}
	}
	lines := make([]Line, len(e.Terms))
	for i := range lines {
		lines[i] = Line{e.Terms[i], e.TermsLaTeX[i], e.exprs[i], e.Readings[i]}
	}
	return lines
}

// Model explains every element of a model that gives a term or can be read, in the order of the file, those of each part of
// the figure together, where a form is shown. An empty form is what the diagram's settings ask for.
func Model(m *motion.Model, form motion.Form) (*Explanation, diag.List) {
	equations, listed, diags := m.Listed(form)
	if diags.HasErrors() {
		return nil, diags
	}
	x := &Explanation{Form: listed, Entries: []Entry{}, Notes: notes(m, m.Asked(form), listed)}
	r := reader{m, m.Style()}
	for id, list := range terms(m, equations) {
		el := m.Graph.Elements[id]
		e := Entry{Element: el.Name, Tag: el.Tag(), Kind: el.Kind.Name, Terms: []string{}, TermsLaTeX: []string{}, Readings: []string{}, Equations: []Sign{}}
		if panels := m.Graph.Panels; len(panels) > 0 {
			e.panel, e.caption = el.Panel, panels[el.Panel].Caption()
			e.Part = e.caption.Text()
		}
		for _, t := range list {
			e.Terms = append(e.Terms, text(t, r.style))
			e.TermsLaTeX = append(e.TermsLaTeX, symbolic.LaTeX(t.signed(), r.style))
			e.Readings = append(e.Readings, r.read(el, t))
			e.Equations = append(e.Equations, t.signs...)
			e.exprs = append(e.exprs, t.signed())
		}
		e.Reading = strings.Join(e.Readings, "; and ")
		if len(list) == 0 {
			e.Reading = r.silent(el)
		}
		if e.Reading != "" {
			x.Entries = append(x.Entries, e)
		}
	}
	slices.SortStableFunc(x.Entries, func(a, b Entry) int { return cmp.Compare(a.panel, b.panel) })
	return x, diags
}

// notes are what is to be said once of all terms.
func notes(m *motion.Model, asked, listed motion.Form) []string {
	var out []string
	if asked != listed {
		out = append(out, "The "+string(asked)+" form doesn't list the elements' terms one by one; these are the terms of the "+string(listed)+" form.")
	}
	if s := m.Graph.Settings; s.Origin == graph.FromEquilibrium && s.Gravity != nil && m.Weighs() {
		out = append(out, "The springs' stretch at rest holds the weights, so they give no terms.")
	}
	return out
}

// silent is what is to be said of an element that gives no term.
func (r reader) silent(el *graph.Element) string {
	if el.Kind.Read == nil {
		return ""
	}
	saying := r.saying(el)
	switch {
	case el.Kind.Body().Inertia != nil:
		return "gives no term: it can't move"
	case el.Kind.Action().Acts != nil && !r.moves(r.m.Positions[el.On.ID]):
		return "gives no term: " + el.On.Phrase() + " can't move"
	case el.Kind.Connector().Law != nil && !r.moves(saying.Extension.Length):
		return "gives no term: " + el.From.Phrase() + " and " + el.To.Phrase() + " don't move against each other"
	}
	readings := el.Kind.Read(el.Params, saying)
	said := make([]string, len(readings))
	for i, reading := range readings {
		said[i] = reading.Sentence
		if said[i] == "" {
			said[i] = r.factors(reading.Factors, nil)
		}
	}
	s := strings.Join(said, "; and ")
	subject := s
	if strings.Contains(s, ", ") {
		subject += "," // behind what stands between commas: F, the force that acts on T, gives no term
	}
	switch {
	case el.Kind.IsSupport() || el.Kind.Connector().Tie != nil:
		return s
	case el.Kind.Action().Weight && !r.m.Weighs(), el.Across():
		return subject + " acts across the axis and gives no term"
	case r.m.Graph.Settings.Origin == graph.FromEquilibrium && (el.Kind.Action().Acts != nil || el.Kind.Connector().Applied):
		return subject + " is held by the springs' stretch at rest and gives no term"
	}
	return subject + " gives no term"
}

// moves reports whether a position or a distance changes with a coordinate.
func (r reader) moves(e symbolic.Expr) bool {
	return slices.ContainsFunc(r.m.Coordinates, func(c *motion.Coordinate) bool { return symbolic.Contains(e, c.Symbol) })
}
