package motion

import (
	"slices"

	"diagram/symbolic"
)

// A linearForm is a sum of coefficients, rational in d, times functions of time; the key of the constant is "".
type linearForm struct {
	coefs map[string]symbolic.Expr
	of    map[string]symbolic.Expr // a *symbolic.Function, or a given expression in t
}

func newForm() linearForm {
	return linearForm{map[string]symbolic.Expr{}, map[string]symbolic.Expr{}}
}

// add adds coef·f, where f is nil for the constant.
func (l linearForm) add(f, coef symbolic.Expr) {
	key := ""
	if f != nil {
		key = keyOf(f)
		l.of[key] = f
	}
	if old := l.coefs[key]; old != nil {
		coef = symbolic.Add(old, coef)
	}
	l.coefs[key] = coef
}

// keyOf names a function of time.
func keyOf(f symbolic.Expr) string {
	if f, ok := f.(*symbolic.Function); ok {
		return f.Name().Key()
	}
	return "\x00" + f.String() // no name begins so
}

// keys are the form's functions in a fixed order, the constant last.
func (l linearForm) keys() []string {
	var fs []symbolic.Expr
	for _, f := range l.of {
		fs = append(fs, f)
	}
	slices.SortFunc(fs, symbolic.Compare)
	keys := make([]string, 0, len(l.coefs))
	for _, f := range fs {
		keys = append(keys, keyOf(f))
	}
	if l.coefs[""] != nil {
		keys = append(keys, "")
	}
	return keys
}

// powers are the coefficients of an expression's powers of x, from the highest to the lowest, with the powers.
func powers(w *symbolic.Work, e symbolic.Expr, x *symbolic.Symbol) (coefs []symbolic.Expr, orders []int) {
	rest := w.Collect(e, x)
	terms := []symbolic.Expr{rest}
	if s, ok := rest.(*symbolic.Sum); ok && symbolic.Contains(rest, x) {
		terms = s.Terms()
	}
	byOrder := map[int][]symbolic.Expr{}
	for _, t := range terms {
		n := degree(t, x)
		if n < 0 { // a sum without x
			n = 0
		}
		byOrder[n] = append(byOrder[n], symbolic.Div(t, symbolic.PowInt(x, int64(n))))
		if !slices.Contains(orders, n) {
			orders = append(orders, n)
		}
	}
	slices.SortFunc(orders, func(a, b int) int { return b - a })
	for _, n := range orders {
		coefs = append(coefs, tidy(w, symbolic.Add(byOrder[n]...)))
	}
	return coefs, orders
}

// degree is the power of x in a product; -1 where it isn't there.
func degree(e symbolic.Expr, x *symbolic.Symbol) int {
	factors := []symbolic.Expr{e}
	if p, ok := e.(*symbolic.Product); ok {
		factors = p.Factors()
	}
	for _, f := range factors {
		if symbolic.Equal(f, x) {
			return 1
		}
		if p, ok := f.(*symbolic.Power); ok && symbolic.Equal(p.Base(), x) {
			if n, ok := p.Exp().(*symbolic.Number); ok {
				v, _ := n.Value().Int64()
				return int(v)
			}
		}
	}
	return -1
}

// after is the n-th time derivative of a function of time.
func after(f symbolic.Expr, n int) symbolic.Expr {
	for ; n > 0; n-- {
		f = symbolic.DiffTime(f)
	}
	return f
}

// tidy is an expression in lowest terms, with its factors in order.
func tidy(w *symbolic.Work, e symbolic.Expr) symbolic.Expr {
	if e = w.Simplify(e); w.Err() != nil {
		return e
	}
	return ordered(e)
}

// ordered puts the factors of an expression and of its terms in order.
func ordered(e symbolic.Expr) symbolic.Expr {
	switch e := e.(type) {
	case *symbolic.Sum:
		terms := e.Terms()
		for i, t := range terms {
			terms[i] = ordered(t)
		}
		return symbolic.Add(terms...)
	case *symbolic.Product:
		factors := e.Factors()
		for i, f := range factors {
			factors[i] = ordered(f)
		}
		slices.SortStableFunc(factors, symbolic.Compare)
		return symbolic.Mul(factors...)
	case *symbolic.Power:
		return symbolic.Pow(ordered(e.Base()), e.Exp())
	}
	return e
}

func isNumber(e symbolic.Expr) bool {
	_, ok := e.(*symbolic.Number)
	return ok
}
