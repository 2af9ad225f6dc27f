package dsl

import (
	"testing"

	"diagram/symbolic"
)

func TestLabels(t *testing.T) {
	for _, test := range []struct{ label, printed, mass string }{
		{`m_1`, `m_1`, "m_1"},
		{`$m_1$`, `m_1`, "m_1"},
		{`\dot m`, `\dot m`, "dot_m"},
		{`Body & Co. 100%`, `\text{Body \& Co. 100\%}`, "m"},
		{`</g>`, `\text{\textless{}/g\textgreater{}}`, "m"},
		{`Träger`, `\text{Träger}`, "m"},
		{`m_1 + m_2`, `m_1+m_2`, "m_1 + m_2"},
		{`m g`, `mg`, "mg"},
		{`10 N`, `\text{10 N}`, "m"},
		{`car A`, `\text{car A}`, "m"},
		{`k_{1,2}`, `k_{1,2}`, "k_1_2"},
	} {
		g, errs := Compile("x.dg", []byte(`T = trolley[label="`+test.label+`"]`))
		if errs.HasErrors() {
			t.Errorf("%s: %v", test.label, errs)
			continue
		}
		el := g.Element("T")
		if got := el.Label.LaTeX; got != test.printed {
			t.Errorf("%s is printed %s, want %s", test.label, got, test.printed)
		}
		if got := symbolic.Sympy(el.Params["m"]); got != test.mass {
			t.Errorf("%s: the mass is %s, want %s", test.label, got, test.mass)
		}
	}
}
