package equation

import (
	"diagram/dsl/diag"
	"diagram/symbolic"
	"diagram/symbolic/motion"
	"diagram/symbolic/naming"
)

// transferForm is the ratio of every coordinate's Laplace transform to every input's.
func transferForm(m *motion.Model, _ Options) ([]line, diag.List) {
	transfers, list := m.Transfers()
	if list.HasErrors() {
		return nil, list
	}
	lines := make([]line, len(transfers))
	for i, t := range transfers {
		over, under := of(t.Over, t.Variable), of(t.Under, t.Variable)
		ratio := raw{
			latex:  `\frac{` + over.latex + "}{" + under.latex + "}",
			text:   over.text + "/" + under.text,
			mathml: "<mfrac>" + over.mathml + under.mathml + "</mfrac>",
		}
		lines[i] = line{
			left:  []part{{factors: []factor{{raw: &ratio}}}},
			right: []part{{factors: []factor{{expr: t.Ratio()}}}},
			ratio: t,
			sympy: over.sympy + "/" + under.sympy + " - (" + symbolic.Sympy(t.Ratio()) + ")",
		}
	}
	if v := transfers[0].Variable; v.Name().Plain() != "s" {
		lines[len(lines)-1].remark = motion.Sentence{{Text: "written with "}, {Expr: v}, {Text: " as the Laplace variable"}}
	}
	return lines, list
}

// of is how a function of the transforms' variable is written: its name, and the variable in brackets.
func of(name naming.Name, variable *symbolic.Symbol) raw {
	v := variable.Name()
	return raw{
		latex:  name.LaTeX() + "(" + v.LaTeX() + ")",
		text:   name.Text() + "(" + v.Text() + ")",
		sympy:  symbolic.SympyOf(name, variable),
		mathml: "<mrow>" + symbolic.MathML(symbolic.NewSymbol(name), symbolic.Style{}) + "<mo>(</mo>" + symbolic.MathML(variable, symbolic.Style{}) + "<mo>)</mo></mrow>",
	}
}

func (d *Document) transfers(m *motion.Model, p printer) diag.List {
	transfers, list := m.Transfers()
	if list.HasErrors() {
		return list
	}
	for _, t := range transfers {
		d.Transfer = append(d.Transfer, Transfer{
			Input:    t.Input.Name().Plain(),
			Output:   t.Output.Symbol.Name().Plain(),
			Variable: t.Variable.Name().Plain(),
			Num:      symbolic.Sympy(t.Num),
			Den:      symbolic.Sympy(t.Den),
			LaTeX:    symbolic.LaTeX(t.Ratio(), p.style),
		})
	}
	return nil
}
