package linear_test

import (
	"fmt"
	"testing"

	"diagram/symbolic/linear"
)

// The quantities of the text give the symbols their values.
func ExampleNew() {
	m := modelOf(&testing.T{}, `
		m = 1 kg; k = 25 N/m; lambda = 6 N s/m; L_0 = 10 cm
		wall - (spring, damper) - trolley
	`)
	s, err := linear.New(m)
	if err != nil {
		fmt.Println(err)
		return
	}
	modal, _ := s.Modes()
	fmt.Printf("undamped: %.3g rad/s\n", modal.Modes[0].Omega)
	poles, _ := s.Poles()
	fmt.Printf("damped: %.3g rad/s, damping ratio %.3g\n", poles[0].Damped(), poles[0].Zeta())
	rest, _ := s.Rest()
	fmt.Printf("at rest: %.3g m\n", rest[0])
	// Output:
	// undamped: 5 rad/s
	// damped: 4 rad/s, damping ratio 0.6
	// at rest: 0.1 m
}
