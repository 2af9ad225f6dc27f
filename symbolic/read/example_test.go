package read_test

import (
	"fmt"

	"diagram/symbolic"
	"diagram/symbolic/read"
)

func ExampleExpr() {
	e, err := read.Expr("F_0*sin(Omega*t)")
	fmt.Println(e, err)
	fmt.Println(symbolic.DiffTime(e))
	_, err = read.Expr("3*(k")
	fmt.Println(err, err.(read.SyntaxError).Offset)
	// Output:
	// F₀ sin(Ωt) <nil>
	// F₀Ω cos(Ωt)
	// a closing bracket is missing 4
}
