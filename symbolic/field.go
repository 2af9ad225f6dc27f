package symbolic

import (
	"cmp"
	"slices"

	"diagram/symbolic/poly"
)

// field turns expressions into fractions of polynomials and back. Its variables
// are the symbols, functions, calls and roots of the expressions it was made for.
type field struct {
	*effort
	atoms   []atom
	at      map[uint64][]int // atoms by key
	decimal bool             // some number was written as a decimal
}

// effort is what the fields for an expression and for the arguments of calls in it
// share: the budget, and what was simplified already.
type effort struct {
	ring  *poly.Ring
	canon map[uint64][]canonical
}

func newEffort() *effort {
	return &effort{newRing(), map[uint64][]canonical{}}
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
	case *Number:
		f.decimal = f.decimal || e.decimal
	case *Symbol, *Function:
		f.addAtom(e, 0)
	case *Sum:
		for _, t := range e.terms {
			f.collect(t)
		}
	case *Product:
		f.decimal = f.decimal || e.coef.decimal
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
		fn, arg, minus := e.fn, simplify(e.arg, f), false
		if s, ok := arg.(*Sum); ok && negative(s.terms[0]) {
			if other, mirrors := fn.mirror(); mirrors || fn.even() {
				fn, arg, minus = other, negateTerms(s), mirrors
			}
		}
		to = call(fn, arg)
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
