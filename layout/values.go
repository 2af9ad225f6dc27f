package layout

import (
	"strings"

	"diagram/dsl/graph"
	"diagram/symbolic"
)

// elementText is what stands beside an element: its symbol, its value, or both, as the settings say; beside a weight mass
// times gravity.
func elementText(g *graph.Graph, el *graph.Element) text {
	if el.Drawn.NoLabel || g.Settings.Labels == graph.NoLabels {
		return text{}
	}
	label := strings.TrimSpace(el.Label.LaTeX)
	if el.Kind.Action().Weight && !el.Labelled() {
		return mathText(latexOf(el.Force()))
	}
	value := ""
	if g.Settings.Labels != graph.Symbols {
		value = valueOf(g, el)
	}
	switch {
	case value == "":
	case g.Settings.Labels == graph.Values || label == "":
		label = value
	default:
		label += " = " + value
	}
	t := mathText(label)
	if value == "" {
		t.said = el.Label.Text
	}
	return t
}

// valueOf is the value that a quantity gives an element's main symbol, as LaTeX; empty where there is none.
func valueOf(g *graph.Graph, el *graph.Element) string {
	symbol, ok := el.Main().(*symbolic.Symbol)
	if !ok {
		return ""
	}
	for i := range g.Values {
		if v := &g.Values[i]; v.Symbol.Key() == symbol.Name().Key() {
			return quantity(v.Text)
		}
	}
	return ""
}

// quantity typesets a number and its unit, such as 200 N/m.
func quantity(s string) string {
	number, unit, _ := strings.Cut(strings.TrimSpace(s), " ")
	if base, exponent, ok := strings.Cut(strings.ToLower(number), "e"); ok {
		number = base + `\cdot 10^{` + strings.TrimPrefix(exponent, "+") + `}`
	}
	if unit = strings.TrimSpace(unit); unit == "" {
		return number
	}
	var b strings.Builder
	for _, r := range unit {
		switch {
		case r == '*' || r == '·':
			b.WriteString(`\cdot `)
		case r == ' ':
			b.WriteString(`\,`)
		case r == 'µ' || r == 'μ':
			b.WriteString(`\mu `)
		case r == '°':
			b.WriteString(`^\circ `)
		case strings.ContainsRune("/^()-.", r), r >= '0' && r <= '9', r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z':
			b.WriteRune(r)
		}
	}
	return number + `\,\mathrm{` + b.String() + `}`
}
