package symbolic_test

import (
	"fmt"

	"diagram/symbolic"
	"diagram/symbolic/formula"
)

func Example() {
	k, lambda, l0 := symbolic.Sym("k"), symbolic.Sym("lambda"), symbolic.Sym("L_0")
	s := symbolic.NewFunction(symbolic.Sym("s").Name())

	pull := symbolic.Add(
		symbolic.Mul(k, symbolic.Sub(s, l0)),
		symbolic.Mul(lambda, s.D(1)),
	)
	fmt.Println(symbolic.LaTeX(pull, symbolic.Style{}))
	fmt.Println(symbolic.Text(pull, symbolic.Style{}))
	fmt.Println(symbolic.Text(pull, symbolic.Style{Derivatives: formula.Prime}))
	fmt.Println(symbolic.Sympy(pull))
	// Output:
	// k(s-L_0)+\lambda\frac{ds}{dt}
	// k(s − L₀) + λ ds/dt
	// k(s − L₀) + λs′
	// k*(s(t) - L_0) + lamda*Derivative(s(t), t)
}

func ExampleFlip() {
	s1, s2 := symbolic.NewFunction(symbolic.Sym("s_1").Name()), symbolic.NewFunction(symbolic.Sym("s_2").Name())
	pull := symbolic.Mul(symbolic.Sym("k_2"), symbolic.Sub(symbolic.Sub(s2, s1), symbolic.Sym("L_2")))
	fmt.Println(pull)
	fmt.Println(symbolic.Flip(pull))
	// Output:
	// k₂(s₂ − s₁ − L₂)
	// k₂(s₁ − s₂ + L₂)
}

func ExampleCollect() {
	c1, c2 := symbolic.Sym("c_1"), symbolic.Sym("c_2")
	x := symbolic.NewFunction(symbolic.Sym("x").Name())
	y := symbolic.NewFunction(symbolic.Sym("y").Name())
	pull := symbolic.Add(symbolic.Mul(c1, x.D(1)), symbolic.Mul(c2, symbolic.Sub(x.D(1), y.D(1))))
	fmt.Println(symbolic.Collect(pull, x.D(1), y.D(1)))
	// Output: (c₁ + c₂) dx/dt − c₂ dy/dt
}

func ExampleSimplify() {
	k1, k2 := symbolic.Sym("k_1"), symbolic.Sym("k_2")
	series := symbolic.Div(symbolic.Int(1), symbolic.Add(symbolic.Div(symbolic.Int(1), k1), symbolic.Div(symbolic.Int(1), k2)))
	fmt.Println(symbolic.Simplify(series))
	// Output: k₁k₂/(k₁ + k₂)
}

func ExampleMatrix_Det() {
	k, m, w := symbolic.Sym("k"), symbolic.Sym("m"), symbolic.Sym("omega")
	a := symbolic.NewMatrix(2, 2)
	diagonal := symbolic.Sub(symbolic.Mul(symbolic.Int(2), k), symbolic.Mul(m, symbolic.PowInt(w, 2)))
	a.Set(0, 0, diagonal)
	a.Set(1, 1, diagonal)
	a.Set(0, 1, symbolic.Neg(k))
	a.Set(1, 0, symbolic.Neg(k))
	det, err := a.Det()
	fmt.Println(det, err)
	// Output: 3k² − 4kmω² + m²ω⁴ <nil>
}
