package equation

import (
	"diagram/dsl/graph"
	"diagram/symbolic"
	"diagram/symbolic/motion"
)

// line is one line of what a form says: left = right.
type line struct {
	left, right []part
	tail        tail                // what stands behind it
	where       []motion.Definition // what the line's shorthands mean
	remark      motion.Sentence     // words beside it
	zeros       []symbolic.Expr     // the line as SymPy has it: expressions that are zero
	sympy       string              // or, where that is no expression in time, as it is
	terms       bool                // the parts came from elements
	ratio       *motion.Transfer    // what the right side is, of a transfer function
	polynomial  symbolic.Expr       // what the right side is, of a polynomial that one names
}

// part is a summand of one side of a line: a product of factors, which are mostly one expression.
type part struct {
	minus   bool
	source  *graph.Element // that it came from; nil where it has none
	factors []factor
	// first reports whether it begins its side, so that a plus isn't shown; only whether it is all of it. A row of a page may have
	// some of a side's parts: they know where they stand in the whole.
	first, only bool
	small       bool // its matrices are to be set small
	joined      bool // to the one before, by what it begins with: no plus is shown

	wide float64 // its width with its sign, in points, once it is measured
}

// ranked lets the parts of a side know where they stand.
func ranked(parts []part) {
	for i := range parts {
		parts[i].first, parts[i].only = i == 0 || parts[i].joined, len(parts) == 1
	}
}

// alone is a side that is one product.
func alone(factors ...factor) []part {
	return []part{{factors: factors, first: true, only: true}}
}

// factor is an expression, a matrix, or something else.
type factor struct {
	expr symbolic.Expr
	grid [][]symbolic.Expr
	raw  *raw
}

// arranged lays out an equation with its terms.
func arranged(eq *motion.Equation) line {
	return line{
		left:  parts(eq.Left),
		right: parts(eq.Right),
		where: eq.Where,
		zeros: []symbolic.Expr{eq.Residual()},
		terms: true,
	}
}

func parts(terms []motion.Term) []part {
	out := make([]part, len(terms))
	for i, t := range terms {
		minus, e := t.Shown()
		out[i] = part{minus: minus, source: t.Source, factors: []factor{{expr: e}}}
	}
	ranked(out)
	return out
}

// notation spells the pieces of a line.
type notation struct {
	expr     func(symbolic.Expr, symbolic.Style) string
	grid     func(rows [][]string, small bool) string
	raw      func(raw) string
	brackets func(string) string
}

// spelled is a part with its sign, ready to be joined to others.
type spelled struct {
	minus, first bool
	text         string
	source, tag  string // the name of the part's element, for programs and for readers; empty without one
}

// sign is how a notation joins the part to the one before.
func (s spelled) sign(plus, minus string) string {
	switch {
	case s.minus:
		return minus
	case s.first:
		return ""
	}
	return plus
}

// spell prints parts of one side. A part that is itself a sum is put in brackets, unless it stands alone.
func (n notation) spell(parts []part, style symbolic.Style) []spelled {
	out := make([]spelled, len(parts))
	for i, p := range parts {
		s := spelled{minus: p.minus, first: p.first}
		if p.source != nil {
			s.source, s.tag = p.source.Name, p.source.Tag()
		}
		for _, f := range p.factors {
			switch {
			case f.grid != nil:
				cells := make([][]string, len(f.grid))
				for r, row := range f.grid {
					for _, e := range row {
						cells[r] = append(cells[r], n.expr(e, style))
					}
				}
				s.text += n.grid(cells, p.small)
			case f.expr != nil:
				text := n.expr(f.expr, style)
				if _, sum := f.expr.(*symbolic.Sum); sum && (!p.only || len(p.factors) > 1 || p.minus) {
					text = n.brackets(text)
				}
				s.text += text
			default:
				s.text += n.raw(*f.raw)
			}
		}
		out[i] = s
	}
	return out
}
