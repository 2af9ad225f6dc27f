package equation

import (
	"bytes"
	"encoding/json"
	"slices"

	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/dsl/graph"
	"diagram/symbolic"
	"diagram/symbolic/motion"
	"diagram/symbolic/naming"
)

// Document is the JSON notation: the graph as it was understood, and its equations term by term. Expressions are spelled
// as SymPy's sympify reads them, with nothing declared, unless a field says otherwise: functions of time as s(t), derivatives
// as Derivative(s(t), (t, 2)).
// With Graph another program can derive the equations anew and compare.
type Document struct {
	Title       string       `json:"title,omitempty"`
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

// Linear is the matrices of a linear system, row by row, in the order of the coordinates.
type Linear struct {
	M [][]string `json:"M"`
	C [][]string `json:"C"`
	K [][]string `json:"K"`
	F []string   `json:"f"`
}

// Normalized is the equation of one coordinate in its natural frequency and damping ratio: left less right is zero.
type Normalized struct {
	LaTeX    string       `json:"latex"`
	Residual string       `json:"sympy"`
	Where    []Definition `json:"where"`
	Regime   string       `json:"regime,omitempty"`
	Words    string       `json:"words"`
}

// StateSpace is ż = A z + B u + w.
type StateSpace struct {
	State  []string     `json:"state"`
	Inputs []string     `json:"inputs"`
	A      [][]string   `json:"A"`
	B      [][]string   `json:"B"`
	Offset []string     `json:"offset"`
	Static []Definition `json:"static,omitempty"` // coordinates that are no part of the state, by the others
}

// Transfer is the transfer function from an input to a coordinate.
type Transfer struct {
	Input    string `json:"input"`
	Output   string `json:"output"`
	Variable string `json:"variable"`
	Num      string `json:"num"`
	Den      string `json:"den"`
	LaTeX    string `json:"latex"`
}

// Energy is kinetic energy T, potential energy V and dissipation function D, each with its summands' elements, and what
// Lagrange's equations make of them.
type Energy struct {
	T        []Term   `json:"T"`
	V        []Term   `json:"V"`
	D        []Term   `json:"D"`
	Lagrange []string `json:"lagrange"` // for each coordinate, an expression that is zero
}

// Graph is the diagram as it was understood.
type Graph struct {
	Origin   string    `json:"origin"`            // wall, natural or equilibrium
	Relative bool      `json:"relative"`          // coordinates=relative
	Axis     string    `json:"axis"`              // horizontal, vertical or inclined
	Slope    string    `json:"slope,omitempty"`   // of an inclined axis, in degrees or as a symbol
	Gravity  string    `json:"gravity,omitempty"` // acceleration of every body's weight
	Nodes    []Element `json:"nodes"`
	Edges    []Element `json:"edges"`
	Actions  []Element `json:"actions"`
}

// Element is a node, an edge or an action. Params are its parameters by attribute, defaults filled in; Words what else the
// text says about it.
type Element struct {
	Name   string            `json:"name"`
	Kind   string            `json:"kind"`
	Sort   string            `json:"sort"`   // support, body, connector or action
	Domain string            `json:"domain"` // translation or rotation
	Made   bool              `json:"made,omitempty"`
	From   string            `json:"from,omitempty"` // of an edge: the end that comes first along the axis
	To     string            `json:"to,omitempty"`
	On     string            `json:"on,omitempty"` // of an action: the node on which it acts
	Params map[string]string `json:"params"`
	Words  map[string]string `json:"words,omitempty"`
}

// Describe is a model as JSON has it. The equations are those of a form that lists terms; for others see motion.Model.Listed.
func Describe(m *motion.Model, form motion.Form) (Document, diag.List) {
	d := Document{
		Title:       m.Graph.Settings.Title.Text(),
		Form:        form,
		Coordinates: []Coordinate{},
		Inputs:      []Input{},
		Equations:   []Equation{},
		Parameters:  parameters(m),
		Graph:       DescribeGraph(m.Graph),
	}
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
	list := d.special(m, form)
	if list.HasErrors() {
		return d, list
	}
	equations, _, list := m.Listed(form)
	if list.HasErrors() {
		return d, list
	}
	p := newPrinter(m, Options{})
	for _, eq := range equations {
		d.Equations = append(d.Equations, p.describe(eq))
	}
	d.Linear = linearSystem(m)
	return d, list
}

// printJSON prints a model as JSON.
func printJSON(m *motion.Model, form motion.Form, o Options) (string, diag.List) {
	d, list := Describe(m, form)
	if o.Rest && !list.HasErrors() && len(m.Coordinates) > 0 {
		offsets, problems := m.AtRest()
		list = append(list, problems...)
		d.Rest = newPrinter(m, o).definitions(offsets)
	}
	if list.HasErrors() {
		return "", list
	}
	return Encode(d), list
}

// Encode is a value as indented JSON.
func Encode(v any) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	_ = enc.Encode(v) // the values of this package are strings and numbers only
	return b.String()
}

func (p printer) describe(eq *motion.Equation) Equation {
	l := arranged(eq)
	return Equation{
		Coordinate: eq.Coordinate.Symbol.Name().Plain(),
		LaTeX:      p.latexLine(l, " = "),
		Text:       p.plain(l),
		Residual:   symbolic.Sympy(l.zeros[0]),
		Terms:      append(p.terms("left", eq.Left, eq.Where), p.terms("right", eq.Right, eq.Where)...),
		Where:      p.definitions(eq.Where),
	}
}

func (p printer) terms(side string, terms []motion.Term, where []motion.Definition) []Term {
	out := make([]Term, len(terms))
	for i, t := range terms {
		out[i] = Term{
			Element: t.Source.Name,
			Side:    side,
			Role:    [...]string{motion.Pull: "pull", motion.Applied: "applied", motion.Inertial: "inertial"}[t.Role],
			Sign:    t.Sign,
			LaTeX:   symbolic.LaTeX(t.Expr, p.style),
			Text:    TermText(t.Expr, p.style),
			SymPy:   symbolic.Sympy(motion.WrittenOut(t.Expr, where)),
		}
	}
	return out
}

func (p printer) definitions(where []motion.Definition) []Definition {
	out := make([]Definition, len(where))
	for i, w := range where {
		out[i] = Definition{Symbol: symbolic.Sympy(w.Symbol), Value: symbolic.Sympy(w.Value), LaTeX: p.latexDefinition(w), Remark: w.Remark}
		if a := w.Amount; a != nil {
			out[i].Amount = &Amount{a.Number.Value().Float64(), a.Unit, a.Exact}
		}
	}
	return out
}

func symbol(n naming.Name) Symbol { return Symbol{n.Plain(), n.LaTeX(), n.Text()} }

// parameters lists the constants of the system: those that the elements' attributes use, in the order of the file, then
// where supports stand, and what else the equations speak of.
func parameters(m *motion.Model) []Parameter {
	g, list := m.Graph, []Parameter{}
	index := map[string]int{}
	use := func(el string, e symbolic.Expr) {
		symbolic.Walk(e, func(e symbolic.Expr) bool {
			s, ok := e.(*symbolic.Symbol)
			if !ok || symbolic.Equal(s, symbolic.Time()) || symbolic.Equal(s, symbolic.Pi()) {
				return true
			}
			i, known := index[s.Name().Key()]
			if !known {
				i = len(list)
				index[s.Name().Key()] = i
				list = append(list, Parameter{Symbol: symbol(s.Name())})
			}
			if p := &list[i]; el != "" && (len(p.Elements) == 0 || p.Elements[len(p.Elements)-1] != el) {
				p.Elements = append(p.Elements, el)
			}
			return true
		})
	}
	for _, el := range g.Elements {
		for _, a := range el.Kind.Attributes {
			if e := el.Params[a.Name]; e != nil && a.Type != component.Symbol {
				use(el.Name, e)
			}
		}
	}
	for _, n := range g.Nodes {
		if n.Kind.IsSupport() {
			use(n.Name, m.Positions[n.ID])
		}
	}
	for _, eq := range m.Equations {
		for _, t := range slices.Concat(eq.Left, eq.Right) {
			use("", t.Expr)
		}
	}
	for _, v := range g.Values {
		if i, ok := index[v.Symbol.Key()]; ok {
			list[i].Value, list[i].Given = v.Number.String(), v.Text
		}
	}
	return list
}

// DescribeGraph is a graph as JSON has it.
func DescribeGraph(g *graph.Graph) Graph {
	d := Graph{
		Origin:   g.Settings.Origin.String(),
		Relative: g.Settings.Coordinates == graph.Relative,
		Axis:     g.Settings.Axis.String(),
		Nodes:    elements(g.Nodes),
		Edges:    elements(g.Edges),
		Actions:  elements(g.Actions),
	}
	if g.Settings.Slope != nil {
		d.Slope = symbolic.Sympy(g.Settings.Slope)
	}
	if g.Settings.Gravity != nil {
		d.Gravity = symbolic.Sympy(g.Settings.Gravity)
	}
	return d
}

func elements(els []*graph.Element) []Element {
	list := make([]Element, len(els))
	for i, el := range els {
		d := Element{
			Name:   el.Name,
			Kind:   el.Kind.Name,
			Sort:   el.Kind.Sort.String(),
			Domain: el.Domain.String(),
			Made:   el.Made,
			Params: map[string]string{},
		}
		if el.From != nil {
			d.From, d.To = el.From.Name, el.To.Name
		}
		if el.On != nil {
			d.On = el.On.Name
		}
		for _, a := range el.Kind.Attributes {
			if e := el.Params[a.Name]; e != nil {
				d.Params[a.Name] = symbolic.Sympy(e)
				continue
			}
			if word, ok := el.Said(&a); ok {
				if d.Words == nil {
					d.Words = map[string]string{}
				}
				d.Words[a.Name] = word
			}
		}
		list[i] = d
	}
	return list
}
