package lines

import (
	"diagram/dsl/diag"
	"diagram/symbolic"
	"diagram/symbolic/formula"
	"diagram/symbolic/motion"
	"diagram/symbolic/naming"
)

// transfer is the ratio of every coordinate's Laplace transform to every input's.
func transfer(m *motion.Model, _ Options) ([]Line, diag.List) {
	transfers, list := m.Transfers()
	if list.HasErrors() {
		return nil, list
	}
	lines := make([]Line, len(transfers))
	for i, t := range transfers {
		lines[i] = Line{
			Left:  Alone(formula.Frac{Num: Of(t.Over, t.Variable), Den: Of(t.Under, t.Variable)}),
			Right: Alone(m.Style().Formula(t.Ratio())),
			Ratio: t,
			SymPy: symbolic.SympyOf(t.Over, t.Variable) + "/" + symbolic.SympyOf(t.Under, t.Variable) + " - (" + symbolic.Sympy(t.Ratio()) + ")",
		}
	}
	if v := transfers[0].Variable; v.Name().Plain() != "s" {
		lines[len(lines)-1].Remark = motion.Sentence{{Text: "written with "}, {Expr: v}, {Text: " as the Laplace variable"}}
	}
	return lines, list
}

// Of is a function of the transforms' variable: its name, and the variable in brackets.
func Of(name naming.Name, variable *symbolic.Symbol) formula.Node {
	var style symbolic.Style
	return formula.Row{style.Formula(symbolic.NewSymbol(name)), formula.Bracketed(style.Formula(variable))}
}
