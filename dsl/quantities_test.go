package dsl_test

import (
	"strings"
	"testing"

	"diagram/dsl"
	"diagram/dsl/component"
	"diagram/symbolic"
	"diagram/symbolic/naming"
)

// What Quantities says can be pasted: with a number for the dots, it gives the symbols values.
func TestQuantitiesCanBePasted(t *testing.T) {
	for _, src := range []string{
		"wall - (spring, damper) - mass - force",
		"diagram[gravity]; ceiling - (spring[k=kappa, k3=beta], damper[c2=eta]) - mass[m=\"\\dot m_1\"]; base - inerter - mass[m=\"\\hat k\"]",
		"wall - (spring, damper, friction) - disc[J=3*J_0] - torque",
		"T = trolley; wall - spring[k=2*pi*E/ell] - T; T - friction[coulomb] - ground",
		"wall - spring[k=\"\\mathrm{k}_1\"] - mass[m=\"m'\"] - rod - mass",
	} {
		g, list := dsl.Compile("a.dg", []byte(src+"\n"))
		if list.HasErrors() {
			t.Fatal(list)
		}
		var symbols []naming.Name
		seen := map[string]bool{}
		for _, el := range g.Elements {
			for _, a := range el.Kind.Attributes {
				if p := el.Params[a.Name]; p != nil && a.Type == component.Parameter {
					for _, s := range symbolic.Symbols(p) {
						if !seen[s.Name().Key()] && !symbolic.Equal(s, symbolic.Pi()) {
							seen[s.Name().Key()] = true
							symbols = append(symbols, s.Name())
						}
					}
				}
			}
		}
		lines := strings.ReplaceAll(strings.Join(g.Quantities(symbols), "\n"), "…", "2")
		pasted, list := dsl.Compile("a.dg", []byte(src+"\n"+lines+"\n"))
		if list.HasErrors() {
			t.Errorf("%s\n%s\n%v", src, lines, list)
			continue
		}
		if len(pasted.Values) != len(symbols) || len(symbols) == 0 {
			t.Errorf("%s\n%s\ngives %d values, want %d", src, lines, len(pasted.Values), len(symbols))
		}
	}
}
