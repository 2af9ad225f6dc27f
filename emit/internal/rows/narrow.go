package rows

import (
	"slices"

	"diagram/emit/internal/lines"
	"diagram/symbolic"
	"diagram/symbolic/formula"
	"diagram/symbolic/motion"
	"diagram/symbolic/naming"
)

// A part that is wider than a page by itself is made narrower: a matrix is set small, cases are written as max(0, …), a
// product of a long sum is cut within the sum, and a transfer function names the polynomials over and under its line.

// narrow makes parts narrower that are wider than a row.
func narrow(s side, room float64) side {
	if s.widest() <= room {
		return s
	}
	var out side
	for _, p := range s {
		if p.width <= room {
			out = append(out, p)
			continue
		}
		for _, piece := range pieces(p.Part) {
			out = append(out, measure(piece))
		}
	}
	return out
}

// pieces are a part in narrower parts, where there is a way.
func pieces(whole lines.Part) []lines.Part {
	if small, ok := smallGrids(whole.Factors); ok {
		whole.Factors = small
		return []lines.Part{whole}
	}
	if short, ok := shortCases(whole.Factors); ok {
		whole.Factors = short
	}
	if len(whole.Factors) != 1 {
		return []lines.Part{whole}
	}
	before, sum, after := aroundSum(whole.Factors[0])
	if sum == nil {
		return []lines.Part{whole}
	}
	out := make([]lines.Part, len(sum))
	for i, t := range sum {
		p := lines.Part{Source: whole.Source, Minus: t.Minus}
		row := formula.Row{t.Of}
		if i == 0 {
			p.Minus, p.First, p.Only = whole.Minus, whole.First, whole.Only
			if t.Minus {
				row = formula.Row{formula.Minus{Of: t.Of}}
			}
			row = append(formula.Row{before, bracket("(")}, row...)
		}
		if i == len(sum)-1 {
			row = append(row, bracket(")"), after)
		}
		p.Factors = []formula.Node{row}
		out[i] = p
	}
	return out
}

func bracket(s string) formula.Node { return formula.Glyph{TeX: s, Shape: s} }

// smallGrids are factors whose matrices are set small, if there are any.
func smallGrids(factors []formula.Node) ([]formula.Node, bool) {
	small := slices.Clone(factors)
	found := false
	for i, n := range small {
		if g, ok := n.(formula.Grid); ok {
			g.Small, found = true, true
			small[i] = g
		}
	}
	return small, found
}

// shortCases are factors whose cases are said on one line, if there are any.
func shortCases(factors []formula.Node) ([]formula.Node, bool) {
	short := slices.Clone(factors)
	found := false
	for i, n := range short {
		switch n := n.(type) {
		case formula.Cases:
			short[i], found = n.Short, true
		case formula.Product:
			if inside, ok := shortCases(n); ok {
				short[i], found = formula.Product(inside), true
			}
		}
	}
	return short, found
}

// aroundSum finds the longest sum in a product written on one line, and what stands before and after it.
func aroundSum(n formula.Node) (before formula.Product, sum formula.Sum, after formula.Product) {
	if s, ok := n.(formula.Sum); ok {
		return nil, s, nil
	}
	product, ok := n.(formula.Product)
	if !ok {
		return nil, nil, nil
	}
	for i, f := range product {
		switch f := f.(type) {
		case formula.Fence:
			if s, ok := f.Of.(formula.Sum); ok && f.Open == "(" && len(s) > len(sum) {
				before, sum, after = product[:i], s, product[i+1:]
			}
		case formula.Frac:
			return nil, nil, nil
		}
	}
	return before, sum, after
}

// Paged lets transfer functions that are wider than a page name their polynomials: N₁(s)/Δ(s), and what those are.
func Paged(all []lines.Line, style symbolic.Style) []lines.Line {
	var over, under polynomials
	out := slices.Clone(all)
	for i, l := range all {
		if l.Ratio == nil || Fits(l) {
			continue
		}
		t := l.Ratio
		den := under.name(t.Dens, t.Den, t, style)
		sign, num := symbolic.SplitSign(t.Num)
		above := style.Formula(num)
		if width(above) > textWidth/2 {
			above = over.name(t.Nums, num, t, style)
		}
		out[i].Right = lines.Alone(formula.Frac{Num: above, Den: den})
		out[i].Right[0].Minus = sign < 0
	}
	return slices.Concat(out, over.lines, under.lines)
}

// polynomials are those that have names, each with the line that says what it is.
type polynomials struct {
	values []symbolic.Expr
	lines  []lines.Line
}

// name is the name of a polynomial, with a line that says what it is unless there is one already.
func (p *polynomials) name(names []naming.Name, value symbolic.Expr, t *motion.Transfer, style symbolic.Style) formula.Node {
	n := slices.IndexFunc(p.values, func(v symbolic.Expr) bool { return symbolic.Equal(v, value) })
	if n >= 0 {
		return lines.Of(names[n], t.Variable)
	}
	name := lines.Of(names[len(p.values)], t.Variable)
	p.values = append(p.values, value)
	p.lines = append(p.lines, lines.Line{Left: lines.Alone(name), Right: lines.Side(style.Formula(value))})
	return name
}
