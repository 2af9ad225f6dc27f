package symbolic

import (
	"cmp"
	"slices"

	"diagram/symbolic/poly"
	"diagram/symbolic/rational"
)

// Simplify returns e as one fraction in lowest terms, with what divides a whole
// numerator or denominator in front of it. Functions and roots are opaque, but
// √x·√x = x. Equivalent expressions give Equal results. An expression whose
// polynomials grow too large is returned as it is.
func Simplify(e Expr) Expr {
	switch e.(type) {
	case *Number, *Symbol, *Function:
		return e
	}
	return simplify(e, newEffort())
}

func simplify(e Expr, shared *effort) Expr {
	f := newField(shared, e)
	frac, ok := f.fraction(e)
	if !ok {
		return e
	}
	return f.expr(frac)
}

// Equivalent reports whether a and b are equal as fractions of polynomials in
// their symbols, functions and calls. Identities between calls, such as
// sin² + cos² = 1, are not known. When a and b are too large to tell, the answer is
// that of Equal.
func Equivalent(a, b Expr) bool {
	if Equal(a, b) {
		return true
	}
	d := Sub(a, b)
	if n, ok := d.(*Number); ok {
		return n.val.IsZero()
	}
	f := newField(newEffort(), d)
	frac, ok := f.fraction(d)
	return ok && frac.Num.IsZero()
}

// field turns expressions into fractions of polynomials and back. Its variables
// are the symbols, functions, calls and roots of the expressions it was made for.
type field struct {
	*effort
	atoms []atom
	at    map[uint64][]int // atoms by key
}

// effort is what the fields for an expression and for the arguments of calls in it
// share: the budget, and what was simplified already.
type effort struct {
	ring  *poly.Ring
	canon map[uint64][]canonical
}

func newEffort() *effort {
	return &effort{poly.NewRing(poly.DefaultBudget), map[uint64][]canonical{}}
}

// An atom is what a variable of the polynomials stands for.
type atom struct {
	expr  Expr
	root  int // expr to this power is radicand, or 0
	radic poly.Frac
	seen  int // when it was met first, which orders factors
}

// canonical remembers the simplified form of a call or root.
type canonical struct{ from, to Expr }

// newField returns the field for the given expressions. Higher derivatives come
// first among the variables, symbols last, so that sums come out as m·s″ + λ·s′ + k·s.
func newField(shared *effort, es ...Expr) *field {
	f := &field{effort: shared, at: map[uint64][]int{}}
	for _, e := range es {
		f.collect(e)
	}
	slices.SortStableFunc(f.atoms, compareAtoms)
	clear(f.at)
	for i, a := range f.atoms {
		f.at[a.expr.key()] = append(f.at[a.expr.key()], i)
	}
	// What a root stands for may hold other roots, hence after all are known.
	for i, a := range f.atoms {
		if p, ok := a.expr.(*Power); ok && a.root > 0 {
			frac, ok := f.convert(p.base)
			if !ok {
				f.atoms[i].root = 0 // all that is known about it is its name
			}
			f.atoms[i].radic = frac
		}
	}
	return f
}

func compareAtoms(a, b atom) int {
	rank := func(e Expr) int {
		switch e.(type) {
		case *Function:
			return 0
		case *Call:
			return 1
		case *Power:
			return 2
		}
		return 3
	}
	if c := cmp.Compare(rank(a.expr), rank(b.expr)); c != 0 {
		return c
	}
	if f, ok := a.expr.(*Function); ok {
		g := b.expr.(*Function)
		if f.order != g.order {
			return cmp.Compare(g.order, f.order)
		}
	}
	return Compare(a.expr, b.expr)
}

// collect finds the atoms of e.
func (f *field) collect(e Expr) {
	switch e := e.(type) {
	case *Symbol, *Function:
		f.addAtom(e, 0)
	case *Sum:
		for _, t := range e.terms {
			f.collect(t)
		}
	case *Product:
		for _, t := range e.factors {
			f.collect(t)
		}
	case *Power:
		if _, ok := polyExponent(e); ok {
			f.collect(e.base)
			return
		}
		f.collectOpaque(e)
	case *Call:
		f.collectOpaque(e)
	}
}

func (f *field) collectOpaque(e Expr) {
	to := f.canonical(e)
	root, exp, ok := rootOf(to)
	switch {
	case ok:
		f.collect(root.base)
		f.addAtom(root, exp)
	case opaque(to):
		f.addAtom(to, 0)
	default:
		f.collect(to)
	}
}

func (f *field) addAtom(e Expr, root int) {
	if f.find(e) < 0 {
		f.at[e.key()] = append(f.at[e.key()], len(f.atoms))
		f.atoms = append(f.atoms, atom{expr: e, root: root, seen: len(f.atoms)})
	}
}

func (f *field) find(e Expr) int {
	for _, i := range f.at[e.key()] {
		if Equal(f.atoms[i].expr, e) {
			return i
		}
	}
	return -1
}

// maxPolyExponent bounds the powers that are multiplied out.
const maxPolyExponent = 1000

// polyExponent returns the exponent of a power that polynomials can express.
func polyExponent(p *Power) (int, bool) {
	n, ok := p.exp.(*Number)
	if !ok {
		return 0, false
	}
	k, ok := n.val.Int64()
	if !ok || k > maxPolyExponent || k < -maxPolyExponent || IsZero(p.base) {
		return 0, false
	}
	return int(k), true
}

// opaque reports whether polynomials see e as a variable.
func opaque(e Expr) bool {
	switch e := e.(type) {
	case *Call:
		return true
	case *Power:
		_, ok := polyExponent(e)
		return !ok
	}
	return false
}

// rootOf returns the root b^(1/q) of which the power b^(p/q) is a power.
func rootOf(e Expr) (root *Power, q int, ok bool) {
	p, ok := e.(*Power)
	if !ok {
		return nil, 0, false
	}
	n, ok := p.exp.(*Number)
	if !ok {
		return nil, 0, false
	}
	_, den, ok := n.val.Small()
	if !ok || den == 1 || den > 12 {
		return nil, 0, false
	}
	return newPower(p.base, Rat(1, den)), int(den), true
}

// canonical returns a call or power with its parts simplified and the sign of the
// argument settled, so that equivalent ones are Equal.
func (f *effort) canonical(e Expr) Expr {
	for _, c := range f.canon[e.key()] {
		if Equal(c.from, e) {
			return c.to
		}
	}
	to := e
	switch e := e.(type) {
	case *Call:
		arg, minus := simplify(e.arg, f), false
		if s, ok := arg.(*Sum); ok && negative(s.terms[0]) && (e.fn.odd() || e.fn.even()) {
			arg, minus = negateTerms(s), e.fn.odd()
		}
		to = call(e.fn, arg)
		f.remember(to, to)
		if minus {
			to = Neg(to)
		}
	case *Power:
		to = Pow(simplify(e.base, f), simplify(e.exp, f))
		f.remember(to, to)
	}
	f.remember(e, to)
	return to
}

func (f *effort) remember(from, to Expr) {
	f.canon[from.key()] = append(f.canon[from.key()], canonical{from, to})
}

// fraction returns e in lowest terms. It reports false when that is too much work
// or e divides by zero.
func (f *field) fraction(e Expr) (poly.Frac, bool) {
	frac, ok := f.convert(e)
	if !ok {
		return frac, false
	}
	if frac, ok = f.reduceRoots(frac); !ok {
		return frac, false
	}
	frac = f.ring.Lowest(frac)
	return frac, f.ring.Err() == nil
}

func (f *field) convert(e Expr) (poly.Frac, bool) {
	switch e := e.(type) {
	case *Number:
		return poly.Whole(poly.Const(e.val)), true
	case *Symbol, *Function:
		return poly.Whole(poly.Var(f.find(e))), true
	case *Sum:
		parts := make([]poly.Frac, len(e.terms))
		for i, t := range e.terms {
			var ok bool
			if parts[i], ok = f.convert(t); !ok {
				return poly.Frac{}, false
			}
		}
		return f.checked(f.ring.SumFrac(parts))
	case *Product:
		out := poly.Whole(poly.Const(e.coef.val))
		for _, t := range e.factors {
			part, ok := f.convert(t)
			if !ok {
				return part, false
			}
			out = f.ring.MulFrac(out, part)
		}
		return f.checked(out)
	case *Power:
		if n, ok := polyExponent(e); ok {
			base, ok := f.convert(e.base)
			if !ok {
				return base, false
			}
			return f.power(base, n)
		}
		return f.convertOpaque(e)
	case *Call:
		return f.convertOpaque(e)
	}
	return poly.Frac{}, false
}

func (f *field) checked(frac poly.Frac) (poly.Frac, bool) { return frac, f.ring.Err() == nil }

func (f *field) power(base poly.Frac, n int) (poly.Frac, bool) {
	if n < 0 {
		if reduced, ok := f.reduceRoots(base); !ok || reduced.Num.IsZero() {
			return base, false
		}
		base, n = poly.Frac{Num: base.Den, Den: base.Num}, -n
	}
	return f.checked(poly.Frac{Num: f.ring.Pow(base.Num, n), Den: f.ring.Pow(base.Den, n)})
}

func (f *field) convertOpaque(e Expr) (poly.Frac, bool) {
	to := f.canonical(e)
	if root, _, ok := rootOf(to); ok {
		p, _, _ := to.(*Power).exp.(*Number).val.Small()
		if p > maxPolyExponent || p < -maxPolyExponent {
			return poly.Frac{}, false
		}
		return f.power(poly.Whole(poly.Var(f.find(root))), int(p))
	}
	if opaque(to) {
		return poly.Whole(poly.Var(f.find(to))), true
	}
	return f.convert(to)
}

// reduceRoots replaces the q-th power of each q-th root by what is under it.
func (f *field) reduceRoots(frac poly.Frac) (poly.Frac, bool) {
	for again := true; again; {
		again = false
		for v, a := range f.atoms {
			if a.root == 0 || frac.Num.Degree(v) < a.root && frac.Den.Degree(v) < a.root {
				continue
			}
			again = true
			num, ok1 := f.reduceRoot(frac.Num, v)
			den, ok2 := f.reduceRoot(frac.Den, v)
			if !ok1 || !ok2 || den.Num.IsZero() {
				return frac, false
			}
			frac = f.ring.MulFrac(num, poly.Frac{Num: den.Den, Den: den.Num})
		}
	}
	return f.checked(frac)
}

func (f *field) reduceRoot(p poly.Poly, v int) (poly.Frac, bool) {
	a := f.atoms[v]
	var parts []poly.Frac
	for k, c := range p.Coefficients(v) {
		under, ok := f.power(a.radic, k/a.root)
		if !ok {
			return poly.Frac{}, false
		}
		rest := f.ring.Mul(c, f.ring.Pow(poly.Var(v), k%a.root))
		parts = append(parts, f.ring.MulFrac(poly.Whole(rest), under))
	}
	return f.checked(f.ring.SumFrac(parts))
}

// expr turns a fraction in lowest terms back into an expression.
func (f *field) expr(frac poly.Frac) Expr {
	if frac.Num.IsZero() {
		return zero
	}
	c, m, num := frac.Num.Content()
	d, n, den := frac.Den.Content()
	factors := []Expr{number(c.Quo(d), false)}
	factors = append(factors, f.mono(m, 1)...)
	if !num.IsOne() {
		factors = append(factors, f.sum(num))
	}
	factors = append(factors, f.mono(n, -1)...)
	if !den.IsOne() {
		factors = append(factors, Pow(f.sum(den), minusOne))
	}
	if len(factors) == 2 && factors[0].(*Number).val.IsMinusOne() {
		if s, ok := factors[1].(*Sum); ok {
			return negateTerms(s) // −a + b rather than −(a − b)
		}
	}
	return Mul(factors...)
}

// sum turns a polynomial into a sum.
func (f *field) sum(p poly.Poly) Expr {
	terms := make([]Expr, len(p))
	for i, t := range p {
		terms[i] = Mul(append([]Expr{number(t.Coef, false)}, f.mono(t.Mono, 1)...)...)
	}
	return Add(terms...)
}

// mono returns the factors of a monomial to the power ±1: symbols before functions,
// each in the order in which the expression named them.
func (f *field) mono(m poly.Mono, sign int) []Expr {
	powers := m.Powers()
	slices.SortFunc(powers, func(a, b poly.Power) int {
		x, y := f.atoms[a.Var], f.atoms[b.Var]
		_, xs := x.expr.(*Symbol)
		_, ys := y.expr.(*Symbol)
		switch {
		case xs && !ys:
			return -1
		case ys && !xs:
			return 1
		}
		return cmp.Compare(x.seen, y.seen)
	})
	out := make([]Expr, len(powers))
	for i, p := range powers {
		out[i] = Pow(f.atoms[p.Var].expr, number(rational.Int(int64(sign*p.Exp)), false))
	}
	return out
}
