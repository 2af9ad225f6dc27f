package document

import (
	"slices"

	"diagram/dsl/component"
	"diagram/symbolic"
	"diagram/symbolic/motion"
)

// parameters lists the constants of the system: those that the elements' attributes use, in the order of the file, then
// where supports stand, and what else the equations speak of.
func parameters(m *motion.Model) []Parameter {
	g, list := m.Graph, []Parameter{}
	index := map[string]int{}
	use := func(el string, e symbolic.Expr) {
		symbolic.Walk(e, func(e symbolic.Expr) bool {
			s, ok := e.(*symbolic.Symbol)
			if !ok || symbolic.Equal(s, symbolic.Time()) || symbolic.Equal(s, symbolic.Pi()) {
				return true
			}
			i, known := index[s.Name().Key()]
			if !known {
				i = len(list)
				index[s.Name().Key()] = i
				list = append(list, Parameter{Symbol: symbol(s.Name())})
			}
			if p := &list[i]; el != "" && (len(p.Elements) == 0 || p.Elements[len(p.Elements)-1] != el) {
				p.Elements = append(p.Elements, el)
			}
			return true
		})
	}
	for _, el := range g.Elements {
		for _, a := range el.Kind.Attributes {
			if e := el.Params[a.Name]; e != nil && a.Type != component.Symbol {
				use(el.Name, e)
			}
		}
	}
	for _, n := range g.Nodes {
		if n.Kind.IsSupport() {
			use(n.Name, m.Positions[n.ID])
		}
	}
	for _, eq := range m.Equations {
		for _, t := range slices.Concat(eq.Left, eq.Right) {
			use("", t.Expr)
		}
	}
	for _, v := range g.Values {
		if i, ok := index[v.Symbol.Key()]; ok {
			list[i].Value, list[i].Given = v.Number.String(), v.Text
		}
	}
	return list
}
