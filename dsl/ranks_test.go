package dsl

import "testing"

func TestRanksDecideTheOrder(t *testing.T) {
	for _, test := range []struct{ src, from string }{
		{"W = wall; T = trolley; W - spring - T", "W"},
		{"W = wall[at=2]; T = trolley[at=1]; W - spring - T", "T"},
		{"W = wall[at=1]; T = trolley[at=2]; W - spring - T", "W"},
		{"W = wall[at=2]; T = trolley; W - spring - T", "W"},
	} {
		g, errs := Compile("x.dg", []byte(test.src))
		if errs.HasErrors() {
			t.Fatal(errs)
		}
		if got := g.Edges[0].From.Name; got != test.from {
			t.Errorf("%s: the spring comes from %s, want %s", test.src, got, test.from)
		}
	}
}
