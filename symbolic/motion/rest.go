package motion

import (
	"errors"
	"slices"
	"strings"

	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/dsl/graph"
	"diagram/symbolic"
	"diagram/symbolic/naming"
)

// StaticOffset is where each coordinate stands when all rests and no input acts: the solution of K q = the constant part
// of f. In the equilibrium origin that place is 0, and what is given is how far it is from where the springs are
// unstretched. An element whose law isn't linear, or a body that nothing holds, is an error.
func (m *Model) StaticOffset() ([]Definition, diag.List) {
	return answer(m, "the place of rest", (*Model).staticOffset, values)
}

func (m *Model) staticOffset() ([]Definition, diag.List) {
	if m.kin.equilibrium {
		natural := *m.Graph
		natural.Settings.Origin = graph.FromNatural
		n, diags := New(&natural)
		if diags.HasErrors() {
			return nil, diags
		}
		if m.eliminated {
			if n, diags = n.Eliminate(); diags.HasErrors() {
				return nil, diags
			}
		}
		return n.StaticOffset()
	}
	if diags := m.tooLarge(maxSolve, "the place of rest"); diags.HasErrors() {
		return nil, diags
	}
	mat, diags := m.matrices()
	if !diags.HasErrors() {
		diags = append(diags, m.steadyLaws("place of rest", false)...)
	}
	if diags.HasErrors() {
		return nil, withoutRest(diags)
	}
	n := len(mat.Coordinates)
	load := symbolic.NewMatrix(n, 1)
	for i, f := range mat.Constant {
		load.Set(i, 0, f)
	}
	x, err := m.work.Solve(mat.K, load)
	if err != nil {
		summary := "there is no single place of rest"
		if errors.Is(err, symbolic.ErrTooLarge) {
			summary = "the place of rest can't be worked out"
		}
		return nil, m.failure(summary, err, "hold every body by a spring")
	}
	out := make([]Definition, n)
	for i, c := range mat.Coordinates {
		out[i] = Definition{Symbol: c.Symbol, Value: byDenominator(m.work, x.At(i, 0), mat.Constant...), Remark: "at rest", unit: unitOf(c)}
	}
	m.amounts(out)
	return out, nil
}

// withoutRest gives errors their cure where not the form but the place of rest is in the way.
func withoutRest(diags diag.List) diag.List {
	for i, d := range diags {
		diags[i].Help = "there is no formula for the place of rest: leave out --rest"
		if strings.HasSuffix(d.Help, "leave out --eliminate") {
			diags[i].Help = "leave out --eliminate"
		}
	}
	return diags
}

// AtRest is StaticOffset in words of its own for the equilibrium origin, where a coordinate at rest is 0: a symbol for how far
// that place is from where the springs are unstretched.
func (m *Model) AtRest() ([]Definition, diag.List) {
	offsets, diags := m.StaticOffset()
	if diags.HasErrors() || !m.kin.equilibrium {
		return offsets, diags
	}
	page := m.page()
	for i, d := range offsets {
		name := m.Coordinates[i].Symbol.Name()
		symbol := page.first(func(i int) []naming.Name { return []naming.Name{atRest(name, i)} })[0]
		d.Symbol, d.Remark = symbolic.NewSymbol(symbol), "how far the place of rest is from where the springs are unstretched"
		offsets[i] = d
	}
	return offsets, diags
}

// unitOf is the unit of a coordinate.
func unitOf(c *Coordinate) string {
	if c.Node.Domain == component.Rotation {
		return "rad"
	}
	return "m"
}

// byDenominator writes a fraction as a sum of simpler ones where its denominator is a product of symbols and numbers:
// L₀ + mg/k rather than (kL₀ + mg)/k. Factors stand in the order that they have in like.
func byDenominator(w *symbolic.Work, e symbolic.Expr, like ...symbolic.Expr) symbolic.Expr {
	num, den, ok := w.Quotient(e)
	sum, many := num.(*symbolic.Sum)
	if !ok || !many || hasSum(den) {
		return inOrder(e, like)
	}
	var dens []symbolic.Expr
	var nums [][]symbolic.Expr
	for _, t := range sum.Terms() {
		n, d := fraction(symbolic.Div(t, den)) // common factors cancel: neither has a sum
		at := 0
		for at < len(dens) && !symbolic.Equal(dens[at], d) {
			at++
		}
		if at == len(dens) {
			dens, nums = append(dens, d), append(nums, nil)
		}
		nums[at] = append(nums[at], n)
	}
	parts := make([]symbolic.Expr, len(dens))
	for i, d := range dens {
		n := symbolic.Add(nums[i]...)
		if !symbolic.Equal(d, symbolic.Int(1)) {
			n = w.Simplify(symbolic.Div(n, d))
		}
		parts[i] = inOrder(n, like)
	}
	return symbolic.Add(parts...)
}

// inOrder puts the factors of a product in the order in which their symbols stand last in other expressions.
func inOrder(e symbolic.Expr, like []symbolic.Expr) symbolic.Expr {
	p, ok := e.(*symbolic.Product)
	if !ok {
		return e
	}
	rank, place := map[string]int{}, 0
	for _, l := range like {
		symbolic.Walk(l, func(e symbolic.Expr) bool {
			if s, ok := e.(*symbolic.Symbol); ok {
				place++
				rank[s.Name().Key()] = place
			}
			return true
		})
	}
	last := func(e symbolic.Expr) int {
		at := 0
		symbolic.Walk(e, func(e symbolic.Expr) bool {
			if s, ok := e.(*symbolic.Symbol); ok {
				at = max(at, rank[s.Name().Key()])
			}
			return true
		})
		return at
	}
	factors := p.Factors()
	slices.SortStableFunc(factors, func(a, b symbolic.Expr) int { return last(a) - last(b) })
	sign, e := symbolic.SplitSign(symbolic.Mul(factors...))
	if sign < 0 {
		return symbolic.Flip(e) // a positive term leads
	}
	return e
}

func hasSum(e symbolic.Expr) bool {
	found := false
	symbolic.Walk(e, func(e symbolic.Expr) bool {
		_, sum := e.(*symbolic.Sum)
		found = found || sum
		return !found
	})
	return found
}
