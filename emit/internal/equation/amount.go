package equation

import (
	"diagram/symbolic"
	"diagram/symbolic/motion"
)

// textAmount is what a definition comes to in numbers, to stand behind its value: " ≈ 7.53 rad/s".
func (p printer) textAmount(a *motion.Amount) string {
	if a == nil {
		return ""
	}
	s := relation(a, " = ", " ≈ ") + symbolic.Text(a.Number, p.style)
	if a.Unit != "" {
		s += " " + a.Unit
	}
	return s
}

func (p printer) latexAmount(a *motion.Amount) string {
	if a == nil {
		return ""
	}
	s := relation(a, " = ", ` \approx `) + symbolic.LaTeX(a.Number, p.style)
	if a.Unit != "" {
		s += `\,\mathrm{` + a.Unit + "}"
	}
	return s
}

func (p printer) mathmlAmount(a *motion.Amount) string {
	if a == nil {
		return ""
	}
	s := "<mo>" + relation(a, "=", "≈") + "</mo>" + symbolic.MathML(a.Number, p.style)
	if a.Unit != "" {
		s += `<mspace width="0.2em"/>` + mtext(a.Unit)
	}
	return s
}

// relation is how an amount's number relates to its value.
func relation(a *motion.Amount, exact, rounded string) string {
	if a.Exact {
		return exact
	}
	return rounded
}
