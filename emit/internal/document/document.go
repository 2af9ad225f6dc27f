// Package document is the JSON notation: the graph as it was understood, and its equations term by term. Expressions are
// spelled as SymPy's sympify reads them, with nothing declared, unless a field says otherwise: functions of time as s(t),
// derivatives as Derivative(s(t), (t, 2)). With the graph another program can derive the equations anew and compare.
package document

import (
	"bytes"
	"encoding/json"
	"slices"

	"diagram/dsl/diag"
	"diagram/dsl/graph"
	"diagram/emit/internal/equation"
	"diagram/emit/internal/lines"
	"diagram/symbolic"
	"diagram/symbolic/formula"
	"diagram/symbolic/motion"
	"diagram/symbolic/naming"
)

// Document is what JSON says of a diagram.
type Document struct {
	Title       string       `json:"title,omitempty"`
	Parts       []Part       `json:"parts,omitempty"` // of the figure
	Form        motion.Form  `json:"form,omitempty"`
	Coordinates []Coordinate `json:"coordinates"`
	Inputs      []Input      `json:"inputs"`
	Parameters  []Parameter  `json:"parameters"`
	Equations   []Equation   `json:"equations"`
	// Linear adds M, C, K and f, with M q̈ + C q̇ + K q = f; left out where the equations aren't linear, and for more than
	// 100 coordinates.
	*Linear
	// One of these is there when its form is asked for.
	Normalized *Normalized `json:"normalized,omitempty"`
	StateSpace *StateSpace `json:"state_space,omitempty"`
	Transfer   []Transfer  `json:"transfer,omitempty"`
	Energy     *Energy     `json:"energy,omitempty"`
	Modes      *Modes      `json:"modes,omitempty"`
	// Rest is where each coordinate stands at rest, where that is asked for.
	Rest  []Definition `json:"rest,omitempty"`
	Graph Graph        `json:"graph"`
}

// Part is a part of the figure. Elements and equations have its number, from 1.
type Part struct {
	Letter string `json:"letter,omitempty"`
	Title  string `json:"title,omitempty"`
}

// Symbol is a symbol in three notations.
type Symbol struct {
	Symbol string `json:"symbol"` // the name of SymPy's symbol or function: beta of Symbol('beta')
	LaTeX  string `json:"latex"`
	Text   string `json:"text"`
}

// Coordinate is one degree of freedom.
type Coordinate struct {
	Symbol
	Node    string `json:"node"`           // the element whose place it tells
	From    string `json:"from,omitempty"` // the element from which it is measured; left out for a fixed point in space
	Sense   int    `json:"sense"`          // +1 where it grows along the axis, else -1
	Meaning string `json:"meaning"`
}

// Input is a function of time from outside.
type Input struct {
	Symbol
	Element string `json:"element"`
}

// Parameter is a symbol that doesn't change with time.
type Parameter struct {
	Symbol
	Elements []string `json:"elements"`        // whose attributes use it
	Value    string   `json:"value,omitempty"` // in SI units, an exact number, where the text gives one
	Given    string   `json:"given,omitempty"` // the value as written: 200 N/m
}

// Equation is one equation of motion. Its residual is its left side less its right one: zero.
type Equation struct {
	Part       int          `json:"part,omitempty"` // of the figure
	Coordinate string       `json:"coordinate"`
	LaTeX      string       `json:"latex"`
	Text       string       `json:"text"`
	Residual   string       `json:"sympy"`
	Terms      []Term       `json:"terms"`
	Where      []Definition `json:"where,omitempty"`
}

// Term is one summand of an equation.
type Term struct {
	Element string `json:"element"`
	Side    string `json:"side,omitempty"` // left or right
	Role    string `json:"role,omitempty"` // pull, applied or inertial
	Sign    int    `json:"sign"`           // as it stands on its side
	LaTeX   string `json:"latex"`
	Text    string `json:"text"`
	SymPy   string `json:"sympy"` // without the sign
}

// Definition is what a shorthand of an equation means.
type Definition struct {
	Symbol string  `json:"symbol"`
	Value  string  `json:"value"`
	LaTeX  string  `json:"latex"`
	Remark string  `json:"remark,omitempty"`
	Amount *Amount `json:"amount,omitempty"`
}

// Amount is what a value comes to in numbers, where the text gives them all.
type Amount struct {
	Number float64 `json:"number"`
	Unit   string  `json:"unit,omitempty"`
	Exact  bool    `json:"exact"` // else rounded
}

// OfGraph is a diagram without equations as JSON has it.
func OfGraph(g *graph.Graph) Document {
	var parts []Part
	for _, p := range g.Panels {
		parts = append(parts, Part{p.Letter, p.Title.Text()})
	}
	return Document{
		Parts:       parts,
		Title:       g.Settings.Title.Text(),
		Coordinates: []Coordinate{},
		Inputs:      []Input{},
		Parameters:  []Parameter{},
		Equations:   []Equation{},
		Graph:       describeGraph(g),
	}
}

// Describe is a model as JSON has it, with its place of rest where that is asked for. The equations are those of a form that
// lists terms; for others see motion.Model.Listed.
func Describe(m *motion.Model, form motion.Form, rest bool) (Document, diag.List) {
	d := OfGraph(m.Graph)
	d.Form, d.Parameters = form, parameters(m)
	for _, c := range m.Coordinates {
		q := Coordinate{Symbol: symbol(c.Symbol.Name()), Node: c.Node.Name, Sense: c.Sense, Meaning: c.Meaning}
		if c.From != nil {
			q.From = c.From.Name
		}
		d.Coordinates = append(d.Coordinates, q)
	}
	for _, in := range slices.Concat(m.Inputs, m.Varying) {
		d.Inputs = append(d.Inputs, Input{symbol(in.Symbol.Name()), in.Source.Name})
	}
	if len(m.Coordinates) == 0 {
		return d, nil
	}
	if list := d.special(m, form); list.HasErrors() {
		return d, list
	}
	equations, _, list := m.Listed(form)
	if list.HasErrors() {
		return d, list
	}
	style := m.Style()
	for _, eq := range equations {
		e := describe(eq, style)
		e.Part = partOf(m.Graph, eq.Coordinate.Node)
		d.Equations = append(d.Equations, e)
	}
	d.Linear = linearSystem(m)
	if rest {
		offsets, problems := m.AtRest()
		list = append(list, problems...)
		d.Rest = definitions(offsets, style)
	}
	return d, list
}

// Encode is a value as indented JSON.
func Encode(v any) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	_ = enc.Encode(v) // what is encoded here is strings and numbers only
	return b.String()
}

func describe(eq *motion.Equation, style symbolic.Style) Equation {
	l := lines.Arranged(eq, style)
	return Equation{
		Coordinate: eq.Coordinate.Symbol.Name().Plain(),
		LaTeX:      equation.LaTeXLine(l),
		Text:       equation.TextLine(l),
		Residual:   symbolic.Sympy(l.Zeros[0]),
		Terms:      append(terms("left", eq.Left, eq.Where, style), terms("right", eq.Right, eq.Where, style)...),
		Where:      definitions(eq.Where, style),
	}
}

func terms(side string, terms []motion.Term, where []motion.Definition, style symbolic.Style) []Term {
	out := make([]Term, len(terms))
	for i, t := range terms {
		n := style.Formula(t.Expr)
		out[i] = Term{
			Element: t.Source.Name,
			Side:    side,
			Role:    [...]string{motion.Pull: "pull", motion.Applied: "applied", motion.Inertial: "inertial"}[t.Role],
			Sign:    t.Sign,
			LaTeX:   formula.LaTeX(n),
			Text:    equation.TermText(n),
			SymPy:   symbolic.Sympy(motion.WrittenOut(t.Expr, where)),
		}
	}
	return out
}

func definitions(where []motion.Definition, style symbolic.Style) []Definition {
	out := make([]Definition, len(where))
	for i, w := range where {
		out[i] = Definition{
			Symbol: symbolic.Sympy(w.Symbol),
			Value:  symbolic.Sympy(w.Value),
			LaTeX:  equation.LaTeXDefinition(lines.Defined(w, style)),
			Remark: w.Remark,
		}
		if a := w.Amount; a != nil {
			out[i].Amount = &Amount{a.Number.Value().Float64(), a.Unit, a.Exact}
		}
	}
	return out
}

func symbol(n naming.Name) Symbol { return Symbol{n.Plain(), n.LaTeX(), n.Text()} }
