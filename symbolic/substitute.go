package symbolic

import "slices"

// Pair says what Substitute puts in the place of From.
type Pair struct{ From, To Expr }

// Substitute replaces every occurrence of each From by its To, all at once. A
// function brings its derivatives along: replacing s by u−v replaces ds/dt by
// du/dt − dv/dt. Where pairs overlap the larger expression and the higher
// derivative win, then the earlier pair.
func Substitute(e Expr, pairs ...Pair) Expr {
	s := substitution{exact: map[uint64][]Pair{}, functions: map[string][]Pair{}}
	for _, p := range pairs {
		if f, ok := p.From.(*Function); ok {
			s.functions[f.name.Key()] = append(s.functions[f.name.Key()], p)
		} else {
			s.exact[p.From.key()] = append(s.exact[p.From.key()], p)
		}
	}
	return s.apply(e)
}

type substitution struct {
	exact     map[uint64][]Pair
	functions map[string][]Pair
}

func (s *substitution) apply(e Expr) Expr {
	for _, p := range s.exact[e.key()] {
		if Equal(p.From, e) {
			return p.To
		}
	}
	switch e := e.(type) {
	case *Function:
		return s.function(e)
	case *Sum:
		if terms, changed := s.all(e.terms); changed {
			return Add(terms...)
		}
	case *Product:
		if factors, changed := s.all(e.factors); changed {
			return Mul(append([]Expr{e.coef}, factors...)...)
		}
	case *Power:
		if base, exp := s.apply(e.base), s.apply(e.exp); base != e.base || exp != e.exp {
			return Pow(base, exp)
		}
	case *Call:
		if arg := s.apply(e.arg); arg != e.arg {
			return call(e.fn, arg)
		}
	}
	return e
}

func (s *substitution) function(f *Function) Expr {
	var best *Pair
	order := -1
	for i, p := range s.functions[f.name.Key()] {
		if from := p.From.(*Function).order; from <= f.order && from > order {
			best, order = &s.functions[f.name.Key()][i], from
		}
	}
	if best == nil {
		return f
	}
	to := best.To
	for ; order < f.order; order++ {
		to = DiffTime(to)
	}
	return to
}

// all applies the substitution to each expression of a list, which it copies
// only when something changes.
func (s *substitution) all(es []Expr) ([]Expr, bool) {
	var out []Expr
	for i, e := range es {
		to := s.apply(e)
		if to != e && out == nil {
			out = slices.Clone(es)
		}
		if out != nil {
			out[i] = to
		}
	}
	return out, out != nil
}

// Walk calls visit for e and everything inside it, outermost and leftmost first.
// When visit returns false, the inside of that expression is skipped.
func Walk(e Expr, visit func(Expr) bool) {
	if !visit(e) {
		return
	}
	switch e := e.(type) {
	case *Sum:
		for _, t := range e.terms {
			Walk(t, visit)
		}
	case *Product:
		if !e.coef.val.IsOne() {
			Walk(e.coef, visit)
		}
		for _, f := range e.factors {
			Walk(f, visit)
		}
	case *Power:
		Walk(e.base, visit)
		Walk(e.exp, visit)
	case *Call:
		Walk(e.arg, visit)
	}
}

// Contains reports whether x occurs in e as an expression of its own.
func Contains(e, x Expr) bool {
	switch x.(type) {
	case *Symbol, *Function:
		return containsLeaf(e, x)
	}
	found := false
	Walk(e, func(e Expr) bool {
		found = found || Equal(e, x)
		return !found
	})
	return found
}

func containsLeaf(e, x Expr) bool {
	switch e := e.(type) {
	case *Symbol, *Function:
		return Equal(e, x)
	case *Sum:
		return slices.ContainsFunc(e.terms, func(t Expr) bool { return containsLeaf(t, x) })
	case *Product:
		return slices.ContainsFunc(e.factors, func(f Expr) bool { return containsLeaf(f, x) })
	case *Power:
		return containsLeaf(e.base, x) || containsLeaf(e.exp, x)
	case *Call:
		return containsLeaf(e.arg, x)
	}
	return false
}

// Symbols returns the symbols in e, the time among them and π not, each once and in the order of
// [Compare].
func Symbols(e Expr) []*Symbol {
	return leaves(e, func(e Expr) (*Symbol, bool) {
		s, ok := e.(*Symbol)
		return s, ok && !isPi(s)
	})
}

// Functions returns the functions of time in e, each order of derivative on its
// own, in the order of [Compare].
func Functions(e Expr) []*Function {
	return leaves(e, func(e Expr) (*Function, bool) {
		f, ok := e.(*Function)
		return f, ok
	})
}

func leaves[T Expr](e Expr, pick func(Expr) (T, bool)) []T {
	out := make([]T, 0, 4)
	Walk(e, func(e Expr) bool {
		if l, ok := pick(e); ok {
			out = append(out, l)
		}
		return true
	})
	slices.SortFunc(out, func(a, b T) int { return Compare(a, b) })
	return slices.CompactFunc(out, func(a, b T) bool { return Equal(a, b) })
}
