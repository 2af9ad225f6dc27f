// Package lines lays out what each form of the equations says: line by line, a left side and a right one, each a list of
// parts that are trees of formulas and know which element they came from. A form with a shape of its own has a file; forms
// that list the elements' terms need none.
//
// What a line says is decided here. Package rows breaks lines for a page, and packages equation and document print them in
// each notation.
package lines

import (
	"slices"

	"diagram/dsl/graph"
	"diagram/symbolic"
	"diagram/symbolic/formula"
	"diagram/symbolic/motion"
)

// Line is one line of what a form says: left = right. An empty side is zero.
type Line struct {
	Left, Right []Part
	Where       []Definition     // what the line's shorthands mean
	Remark      motion.Sentence  // words beside it
	Zeros       []symbolic.Expr  // the line as SymPy has it: expressions that are zero
	SymPy       string           // or, where that is no expression in time, as it is
	Terms       bool             // the parts came from elements
	Ratio       *motion.Transfer // what the right side is, of a transfer function
}

// Part is a piece of one side of a line: mostly a summand, which is a product of factors.
type Part struct {
	Minus   bool
	Source  *graph.Element // that it came from; nil where it has none
	Lead    Lead
	Names   formula.Node // whose value it is: the f of ", f = 2 Hz"; nil for most
	Factors []formula.Node
	Unit    formula.Node // nil where it has none
	// First reports whether it begins its side, so that a plus isn't shown; Only whether it is all of it. A row of a page may
	// have some of a side's parts: they know where they stand in the whole.
	First, Only bool
}

// Lead is what joins a part to the one before.
type Lead uint8

// The ways to join parts: with their signs; after a comma and a space; after the colon of a ratio; or as they are.
const (
	Summed Lead = iota
	Listed
	Compared
	Appended
)

// ranked lets the parts of a side know where they stand.
func ranked(parts []Part) {
	for i := range parts {
		parts[i].First, parts[i].Only = i == 0, len(parts) == 1
	}
}

// Joined reports whether the part follows another without a sign between them.
func (p *Part) Joined() bool { return p.Lead != Summed && !p.First }

// Formula is the part as one formula, with all that leads it but its sign.
func (p *Part) Formula() formula.Node {
	var row formula.Row
	if p.Joined() {
		row = append(row, nothing)
	}
	switch p.Lead {
	case Listed:
		row = append(row, comma, quad)
	case Compared:
		row = append(row, colon)
	}
	if p.Names != nil {
		row = append(row, p.Names, equals)
	}
	row = append(row, p.Shown()...)
	if p.Unit != nil {
		row = append(row, thin, p.Unit)
	}
	if len(row) == 1 {
		return row[0]
	}
	return row
}

// Signs between formulas. What is nothing makes room before a relation that follows.
var (
	nothing = formula.Group{}
	comma   = formula.Glyph{TeX: ",", Shape: ","}
	colon   = formula.Glyph{TeX: ":", Shape: ":"}
	equals  = formula.Glyph{TeX: "=", Shape: "="}
	approx  = formula.Glyph{TeX: `\approx`, Shape: "≈"}
	quad    = formula.Glyph{TeX: `\quad`, Shape: " "}
	thin    = formula.Glyph{TeX: `\,`, Shape: " "}
)

// Alone is a side that is one product.
func Alone(factors ...formula.Node) []Part {
	return []Part{{Factors: factors, First: true, Only: true}}
}

// Side is a formula as a side, which a sum parts into its summands.
func Side(n formula.Node) []Part {
	var parts []Part
	switch n := n.(type) {
	case formula.Sum:
		for _, t := range n {
			parts = append(parts, Part{Minus: t.Minus, Factors: []formula.Node{t.Of}})
		}
	case formula.Minus:
		parts = []Part{{Minus: true, Factors: []formula.Node{n.Of}}}
	default:
		parts = []Part{{Factors: []formula.Node{n}}}
	}
	ranked(parts)
	return parts
}

// Shown are the factors as they are printed: what is itself a sum is put in brackets, unless it stands alone.
func (p *Part) Shown() []formula.Node {
	if p.Only && len(p.Factors) == 1 && !p.Minus {
		return p.Factors
	}
	shown := p.Factors
	for i, n := range p.Factors {
		if _, sum := n.(formula.Sum); sum {
			shown = slices.Clone(shown)
			shown[i] = formula.Bracketed(n)
		}
	}
	return shown
}

// Definition is what a shorthand means: its value, and what stands behind that.
type Definition struct {
	Symbol, Value formula.Node
	Tail          Tail
}

// Line is the definition as a line.
func (d Definition) Line() Line { return Line{Left: Alone(d.Symbol), Right: Side(d.Value)} }

// Tail is what stands behind a line: what it comes to in numbers, and words.
type Tail struct {
	Amount formula.Node // nil where there is none
	Unit   formula.Node
	Exact  bool // the amount; else it is rounded
	Words  string
}

// Line is the tail as words with formulas among them; nil where there is none.
func (t Tail) Line() formula.Line {
	var line formula.Line
	if t.Amount != nil {
		row := formula.Row{nothing, approx, t.Amount}
		if t.Exact {
			row[1] = equals
		}
		if t.Unit != nil {
			row = append(row, thin, t.Unit)
		}
		line = append(line, row)
	}
	if t.Words != "" {
		line = append(line, formula.Words{Text: ", " + t.Words})
	}
	return line
}

const perSecond = "s⁻¹"

// unit is a unit in upright letters; nil for none.
func unit(name string) formula.Node {
	switch name {
	case "":
		return nil
	case perSecond:
		inverse := formula.Script{Base: upright("s"), Sup: formula.Minus{Of: formula.Number{Digits: "1"}}}
		return formula.Symbol{Spelling: &formula.Spelling{Tree: inverse, LaTeX: `\mathrm{s^{-1}}`, Text: name}}
	}
	return upright(name)
}

func upright(letters string) formula.Node { return formula.Words{Command: "mathrm", Text: letters} }

// Defined lays out what a shorthand means.
func Defined(d motion.Definition, style symbolic.Style) Definition {
	out := Definition{Symbol: style.Formula(d.Symbol), Value: style.Formula(d.Value), Tail: Tail{Words: d.Remark}}
	if a := d.Amount; a != nil {
		out.Tail.Amount, out.Tail.Unit, out.Tail.Exact = style.Formula(a.Number), unit(a.Unit), a.Exact
	}
	return out
}

func defined(where []motion.Definition, style symbolic.Style) []Definition {
	out := make([]Definition, len(where))
	for i, d := range where {
		out[i] = Defined(d, style)
	}
	return out
}

// Arranged lays out an equation with its terms.
func Arranged(eq *motion.Equation, style symbolic.Style) Line {
	return Line{
		Left:  terms(eq.Left, style),
		Right: terms(eq.Right, style),
		Where: defined(eq.Where, style),
		Zeros: []symbolic.Expr{eq.Residual()},
		Terms: true,
	}
}

func terms(terms []motion.Term, style symbolic.Style) []Part {
	parts := make([]Part, len(terms))
	for i, t := range terms {
		minus, e := t.Shown()
		parts[i] = Part{Minus: minus, Source: t.Source, Factors: []formula.Node{style.Formula(e)}}
	}
	ranked(parts)
	return parts
}
