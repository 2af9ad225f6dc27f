package motion

import (
	"fmt"
	"slices"

	"diagram/dsl/diag"
	"diagram/dsl/graph"
	"diagram/symbolic"
)

// terms writes what a cluster of joints passes on: as one stiffness times a stretch where it is that, else term by term.
func (e *elimination) terms(q int, l linearForm, from []*graph.Element) []Term {
	own := e.m.Coordinates[q].Symbol.Name().Key()
	lead := l.coefs[own]
	add := func(terms []Term, x symbolic.Expr) []Term {
		if symbolic.IsZero(x) {
			return terms
		}
		sign, x := symbolic.SplitSign(x)
		return append(terms, Term{Source: from[0], Also: from[1:], Role: Pull, Sign: sign, Expr: x})
	}
	if lead != nil && !symbolic.Contains(lead, e.d) {
		stretch := []symbolic.Expr{l.of[own]}
		for _, key := range l.keys() {
			if key == own {
				continue
			}
			ratio := e.m.work.Simplify(symbolic.Div(l.coefs[key], lead))
			if _, den := fraction(ratio); symbolic.Contains(ratio, e.d) || !isNumber(den) {
				stretch = nil
				break
			}
			if key == "" {
				stretch = append(stretch, ratio)
			} else {
				stretch = append(stretch, symbolic.Mul(ratio, l.of[key]))
			}
		}
		if stretch != nil {
			return add(nil, symbolic.Mul(tidy(e.m.work, lead), symbolic.Add(stretch...)))
		}
	}
	var out []Term
	for _, key := range l.keys() {
		if key != "" && !e.m.isCoordinate(l.of[key]) {
			out = append(out, e.acting(l.of[key], l.coefs[key], from)...)
			continue
		}
		coefs, orders := powers(e.m.work, l.coefs[key], e.d)
		for i, c := range coefs {
			switch {
			case key != "":
				out = add(out, symbolic.Mul(c, after(l.of[key], orders[i])))
			case orders[i] == 0: // a constant has no derivatives
				out = add(out, c)
			}
		}
	}
	return out
}

// cleared is the equation of a coordinate multiplied by the denominators in d, term by term in falling derivatives.
func (e *elimination) cleared(q int, free []Term, order []int, passed map[int]linearForm) ([]Term, diag.List) {
	whole := newForm()
	var from []*graph.Element
	inertia := false
	add := func(el *graph.Element) {
		if !slices.Contains(from, el) {
			from = append(from, el)
		}
	}
	for _, c := range order {
		for _, key := range passed[c].keys() {
			whole.add(passed[c].of[key], passed[c].coefs[key])
		}
		for _, el := range e.elements[c] {
			add(el)
		}
	}
	for _, t := range free {
		if !e.read(whole, t) {
			return nil, e.stuck(t)
		}
		if t.Role == Pull {
			add(t.Source)
		}
		inertia = inertia || t.Role == Inertial
	}
	// One fraction over all gives the least common denominator; the placeholders keep the functions apart.
	keys := whole.keys()
	marks := make([]symbolic.Expr, len(keys))
	sum := make([]symbolic.Expr, len(keys))
	for i, key := range keys {
		marks[i] = inner(fmt.Sprintf("%03d", i))
		sum[i] = symbolic.Mul(whole.coefs[key], marks[i])
	}
	num, _ := fraction(e.m.work.Simplify(symbolic.Add(sum...)))
	num = e.bare(num, marks)
	coefs, _, ok := e.m.work.LinearIn(e.m.work.Expand(num), marks)
	if !ok || e.m.work.Err() != nil {
		return nil, e.m.failure("the joints can't be eliminated", symbolic.ErrTooLarge, "leave out --eliminate")
	}
	var terms []Term
	for i, key := range keys {
		if f := whole.of[key]; f != nil && !e.m.isCoordinate(f) {
			terms = append(terms, e.acting(f, coefs[i], from)...)
			continue
		}
		parts, orders := powers(e.m.work, coefs[i], e.d)
		for j, c := range parts {
			t := Term{Source: from[0], Also: from[1:], Role: Pull, Sign: 1}
			x := c
			switch f := whole.of[key]; {
			case f == nil && orders[j] > 0: // a constant has no derivatives
				continue
			case f == nil:
				t.Role, x = Applied, symbolic.Neg(c)
			default:
				x = symbolic.Mul(c, after(f, orders[j]))
				if inertia && orders[j] >= 2 {
					t.Role = Inertial
					t.Source, t.Also = e.m.Coordinates[q].Node, from
				}
			}
			t.Sign, t.Expr = symbolic.SplitSign(x)
			terms = append(terms, t)
		}
	}
	return orient(terms), nil
}

// acting are the terms of an input or a given function of time, on the side of what acts.
func (e *elimination) acting(f, coef symbolic.Expr, through []*graph.Element) []Term {
	var out []Term
	coefs, orders := powers(e.m.work, coef, e.d)
	for i, c := range coefs {
		sign, x := symbolic.SplitSign(symbolic.Neg(symbolic.Mul(c, after(f, orders[i]))))
		out = append(out, Term{Source: e.source(f, through[0]), Also: through, Role: Applied, Sign: sign, Expr: x})
	}
	return out
}

// bare leaves out the factors of an expression that is zero which hold no mark: they divide the whole equation.
func (e *elimination) bare(num symbolic.Expr, marks []symbolic.Expr) symbolic.Expr {
	p, ok := num.(*symbolic.Product)
	if !ok {
		return num
	}
	var kept []symbolic.Expr
	for _, f := range p.Factors() {
		if slices.ContainsFunc(marks, func(m symbolic.Expr) bool { return symbolic.Contains(f, m) }) || symbolic.Contains(f, e.d) {
			kept = append(kept, f)
		}
	}
	return symbolic.Mul(kept...)
}

// source is the element that brings an input.
func (e *elimination) source(f symbolic.Expr, otherwise *graph.Element) *graph.Element {
	for _, in := range e.m.Inputs {
		if in.Symbol.Name().Key() == keyOf(f) {
			return in.Source
		}
	}
	return otherwise
}

// orient turns the signs so that the first response term is positive.
func orient(terms []Term) []Term {
	for _, t := range terms {
		if t.Role == Applied {
			continue
		}
		if t.Sign < 0 {
			return reversed(terms)
		}
		break
	}
	return terms
}
