package layout

import (
	"strconv"
	"strings"

	"diagram/dsl/graph"
	"diagram/symbolic"
	"diagram/symbolic/formula"
	"diagram/symbolic/naming"
)

// elementText is what stands beside an element: its symbol, its value, or both, as the settings say; beside a weight mass
// times gravity.
func elementText(g *graph.Graph, el *graph.Element) text {
	if el.Drawn.NoLabel || g.Settings.Labels == graph.NoLabels {
		return text{}
	}
	if el.Kind.Action().Weight && !el.Labelled() {
		return mathText(formulaOf(el.Force()), g.Settings.FontSize)
	}
	var label formula.Node
	if el.Label.LaTeX() != "" {
		label = el.Label.Formula()
	}
	shown := shows(g, label, el.Main())
	said := ""
	if shown != nil && (g.Settings.Labels == graph.Symbols || valueOf(g, el.Main()) == nil) {
		said = el.Label.Text()
	}
	for i := range el.Kind.Attributes {
		a := &el.Kind.Attributes[i]
		if more := el.Params[a.Name]; a.Beside && a != el.Titular && more != nil && shown != nil {
			shown, said = append(append(formula.AsRow(shown), formula.Letter(',')), formula.AsRow(shows(g, formulaOf(more), more))...), ""
		}
	}
	t := mathText(shown, g.Settings.FontSize)
	t.said = said
	if symbol, ok := shown.(formula.Symbol); ok {
		t.line, t.whole = symbol.Tree.(formula.Line)
	}
	return t.wrap(labelWidth * t.size / graph.UsualFontSize)
}

// shows is a parameter as the settings say: its symbol, the value that a quantity gives it, or both; the symbol where it has no
// value.
func shows(g *graph.Graph, symbol formula.Node, e symbolic.Expr) formula.Node {
	if g.Settings.Labels == graph.Symbols {
		return symbol
	}
	switch value := valueOf(g, e); {
	case value == nil:
		return symbol
	case g.Settings.Labels == graph.Values || symbol == nil:
		return value
	default:
		return formula.Relation{Sign: "=", Left: symbol, Right: value}
	}
}

// valueOf is the value that a quantity gives a symbol, or an input; nil where there is none.
func valueOf(g *graph.Graph, e symbolic.Expr) formula.Node {
	symbol, ok := e.(interface{ Name() naming.Name })
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
