package symbolic

import "testing"

// What divides by zero stays so, whatever it is multiplied by: 0/0 is not 0.
func TestNothingUndoesDivisionByZero(t *testing.T) {
	k, m := Sym("k"), Sym("m")
	for _, e := range []Expr{
		Div(k, m), Mul(k, Sym("c"), PowInt(m, -1)), Sqrt(Div(k, m)), Mul(Int(2), Div(k, m)), Div(Mul(k, Sym("c")), Mul(m, Int(3))),
		Div(Add(k, k), m), Neg(Div(k, m)),
	} {
		got := Substitute(e, Pair{k, Int(0)}, Pair{m, Int(0)})
		if IsZero(got) || IsZero(Simplify(got)) || IsZero(Expand(got)) {
			t.Errorf("%s is %s where k and m are 0", e, got)
		}
		if v, err := Eval(got, func(Expr) (float64, bool) { return 1, true }); err == nil && v == 0 {
			t.Errorf("%s comes to %v where k and m are 0", e, v)
		}
	}
	if got := Substitute(Div(k, m), Pair{k, Int(0)}); !IsZero(got) {
		t.Errorf("0/m is %s", got)
	}
}
