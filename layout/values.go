package layout

import (
	"strconv"
	"strings"

	"diagram/dsl/graph"
	"diagram/symbolic"
	"diagram/symbolic/formula"
)

// elementText is what stands beside an element: its symbol, its value, or both, as the settings say; beside a weight mass
// times gravity.
func elementText(g *graph.Graph, el *graph.Element) text {
	if el.Drawn.NoLabel || g.Settings.Labels == graph.NoLabels {
		return text{}
	}
	if el.Kind.Action().Weight && !el.Labelled() {
		return mathText(formulaOf(el.Force()))
	}
	var label, value formula.Node
	if el.Label.LaTeX() != "" {
		label = el.Label.Formula()
	}
	if g.Settings.Labels != graph.Symbols {
		value = valueOf(g, el)
	}
	switch {
	case value == nil:
		t := mathText(label)
		t.said = el.Label.Text()
		return t
	case g.Settings.Labels == graph.Values || label == nil:
		return mathText(value)
	}
	return mathText(formula.Relation{Sign: "=", Left: label, Right: value})
}

// valueOf is the value that a quantity gives an element's main symbol; nil where there is none.
func valueOf(g *graph.Graph, el *graph.Element) formula.Node {
	symbol, ok := el.Main().(*symbolic.Symbol)
	if !ok {
		return nil
	}
	for i := range g.Values {
		if v := &g.Values[i]; v.Symbol.Key() == symbol.Name().Key() {
			return quantity(v.Text)
		}
	}
	return nil
}

// quantity is a number and its unit, such as 200 N/m, as it is set.
func quantity(s string) formula.Node {
	number, unit, _ := strings.Cut(strings.TrimSpace(s), " ")
	if unit = strings.TrimSpace(unit); unit == "" {
		return numeral(number)
	}
	u, err := formula.Read(`\,\mathrm{` + unitSigns.Replace(unit) + "}")
	if err != nil {
		return words(s)
	}
	return append(formula.Row{numeral(number)}, u...)
}

// unitSigns are the signs of a unit as mathematics.
var unitSigns = strings.NewReplacer("*", `\cdot `, "·", `\cdot `, " ", `\,`)

// numeral is a number as an author writes it: 200, 1/3, -2.5e-3.
func numeral(s string) formula.Node {
	for _, minus := range []string{"-", "−"} {
		if size, ok := strings.CutPrefix(s, minus); ok {
			return formula.Minus{Of: numeral(size)}
		}
	}
	digits, power, _ := strings.Cut(strings.ToLower(s), "e")
	if exp, err := strconv.Atoi(power); err == nil {
		return formula.Product{formula.Number{Digits: digits}, formula.Number{Digits: "1", Exp10: exp}}
	}
	n, err := formula.Read(s)
	if err != nil {
		return words(s)
	}
	return n
}

func words(s string) formula.Line { return formula.Line{formula.Words{Command: "text", Text: s}} }
