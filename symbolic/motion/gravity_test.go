package motion_test

import (
	"testing"

	"diagram/dsl"
	"diagram/symbolic/motion"
)

// Gravity across the axis gives no term: an author who forgot the axis is told.
func TestGravityAcrossTheAxis(t *testing.T) {
	for src, warned := range map[string]bool{
		"diagram[gravity]; mass - spring - wall":                              true,
		"diagram[gravity]; mass - spring - ground":                            false,
		"diagram[gravity, axis=vertical]; mass - spring - ground":             false,
		"diagram[gravity]; ceiling - spring - mass":                           false,
		"diagram[gravity]; wall - spring - mass - friction[coulomb] - ground": false,
		"diagram[gravity, axis=20deg]; wall - spring - mass":                  false,
		"wall - spring - mass":                                                false,
		"wall - spring - mass - gravity":                                      true,
		"diagram[axis=20deg]; wall - spring - mass - gravity":                 false,
		"ceiling - spring - mass - gravity":                                   false,
	} {
		g, errs := dsl.Compile("x.dg", []byte(src))
		if errs.HasErrors() {
			t.Fatal(errs)
		}
		_, diags := motion.New(g)
		if diags.HasErrors() {
			t.Errorf("%s: %v", src, diags)
		}
		if got := len(diags) > 0; got != warned {
			t.Errorf("%s: warned %v, want %v", src, got, warned)
		}
	}
}
