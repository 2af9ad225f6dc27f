package symbolic

import "diagram/symbolic/poly"

// Work is a budget for algebra that can grow without bound: multiplying out, common denominators, determinants. It counts
// elementary steps, so that what is too large is so on every machine. All that goes into one answer shares one Work. Once it
// is spent, expressions come back as they are and Err says so.
//
// The functions of this package that have a Work's name ([Simplify], [Expand], …) have a Work of their own for each call.
type Work struct{ *effort }

// NewWork returns the budget for one answer.
func NewWork() *Work { return &Work{newEffort()} }

// Err returns ErrTooLarge once the budget is spent.
func (w *Work) Err() error { return w.err() }

func (f *effort) err() error {
	if f.ring.Err() != nil {
		return ErrTooLarge
	}
	return nil
}

// stepsToPrint is what an expression's symbol, number or operator costs that is printed.
const stepsToPrint = 50

// Print takes off the budget what it will cost to print expressions, which may be much larger than they are in memory.
func (w *Work) Print(es ...Expr) {
	for _, e := range es {
		Walk(e, func(Expr) bool { return w.ring.Spend(stepsToPrint) })
	}
}

// Simplify is the function of that name within the budget.
func (w *Work) Simplify(e Expr) Expr {
	switch e.(type) {
	case *Number, *Symbol, *Function:
		return e
	}
	if w.Err() != nil {
		return e
	}
	return simplify(e, w.effort)
}

// Quotient is the function of that name within the budget.
func (w *Work) Quotient(e Expr) (num, den Expr, ok bool) {
	if w.Err() != nil {
		return nil, nil, false
	}
	return quotient(e, w.effort)
}

// Equivalent is the function of that name within the budget.
func (w *Work) Equivalent(a, b Expr) bool { return equivalent(a, b, w.effort) }

// Expand is the function of that name within the budget.
func (w *Work) Expand(e Expr) Expr { return expansion{w.ring}.expand(e) }

// Collect is the function of that name within the budget.
func (w *Work) Collect(e Expr, xs ...Expr) Expr { return collect(w.ring, e, xs) }

// LinearIn is the function of that name within the budget.
func (w *Work) LinearIn(e Expr, vars []Expr) (coef []Expr, rest Expr, ok bool) {
	return linearIn(w, e, vars)
}

// Det is the method of a matrix of that name within the budget.
func (w *Work) Det(m *Matrix) (Expr, error) { return m.det(w.effort) }

// Solve is the method of a matrix of that name within the budget.
func (w *Work) Solve(m, b *Matrix) (*Matrix, error) { return m.solve(b, w.effort) }

func newRing() *poly.Ring { return poly.NewRing(poly.DefaultBudget) }
