package symbolic_test

import (
	"testing"

	"diagram/symbolic"
	"diagram/symbolic/read"

	"pgregory.net/rapid"
)

// What Sympy prints is read back as the same.
func TestSympyRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := symbolic.AnyExpr().Draw(t, "e")
		back, err := read.Sympy(symbolic.Sympy(e))
		if err != nil || !symbolic.Equal(back, e) {
			t.Fatalf("%s reads back as %v, %v", symbolic.Sympy(e), back, err)
		}
	})
}
