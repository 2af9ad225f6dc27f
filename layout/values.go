package layout

import (
	"slices"
	"strconv"
	"strings"

	"diagram/dsl/graph"
	"diagram/symbolic"
	"diagram/symbolic/formula"
	"diagram/symbolic/naming"
)

// elementText is what stands beside an element: its label, and below it the author's note.
func elementText(g *graph.Graph, el *graph.Element) text {
	if g.Settings.Labels == graph.NoLabels {
		return text{}
	}
	wide := labelWidth * g.Settings.FontSize / graph.UsualFontSize
	label := text{}
	if !el.Drawn.NoLabel {
		label = labelText(g, el).wrap(wide)
	}
	if len(el.Note) == 0 {
		return label
	}
	var lines formula.Stack
	if !label.empty() {
		lines = linesOf(label.math)
	}
	for _, l := range el.Note.Lines() {
		note := mathText(l.Line(), g.Settings.FontSize)
		note.line, note.whole = l.Line(), true
		lines = append(lines, linesOf(note.wrap(wide).math)...)
	}
	t := mathText(lines, g.Settings.FontSize)
	t.said = el.Note.Text()
	if label.said != "" {
		t.said = label.said + ", " + t.said
	}
	return t
}

// labelText is an element's symbol, its value, or both, as the settings say; beside a weight mass times gravity.
func labelText(g *graph.Graph, el *graph.Element) text {
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
	span, _ := el.Dimension()
	for i := range el.Kind.Attributes {
		a := &el.Kind.Attributes[i]
		more := el.Params[a.Name]
		if a.Beside && a != el.Titular && a.Name != span.Of && more != nil && !symbolic.IsZero(more) && shown != nil {
			shown = onLast(shown, func(last formula.Node) formula.Node {
				return append(append(formula.AsRow(last), formula.Letter(',')), formula.AsRow(shows(g, formulaOf(more), more))...)
			})
			said = ""
		}
	}
	t := mathText(shown, g.Settings.FontSize)
	if t.said = said; said == "" && shown != nil {
		t.said = formula.Text(shown)
	}
	if symbol, ok := shown.(formula.Symbol); ok {
		t.line, t.whole = symbol.Tree.(formula.Line)
	}
	return t
}

// linesOf are the lines of a label.
func linesOf(n formula.Node) formula.Stack {
	if symbol, ok := n.(formula.Symbol); ok {
		if stack, ok := symbol.Tree.(formula.Stack); ok {
			return stack
		}
	}
	if stack, ok := n.(formula.Stack); ok {
		return stack
	}
	return formula.Stack{n}
}

// onLast changes the last line of a label.
func onLast(n formula.Node, change func(last formula.Node) formula.Node) formula.Node {
	lines := slices.Clone(linesOf(n))
	last := len(lines) - 1
	lines[last] = change(lines[last])
	if last == 0 {
		return lines[0]
	}
	return lines
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
		return onLast(symbol, func(last formula.Node) formula.Node { return formula.Relation{Sign: "=", Left: last, Right: value} })
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
