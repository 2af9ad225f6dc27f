package theme

import (
	"diagram/dsl/graph"
	"diagram/symbolic/motion"
)

// terms are the colours of Okabe and Ito that stand out on white, which colour-blind readers tell apart.
var terms = []RGB{{0, 114, 178}, {213, 94, 0}, {0, 158, 115}, {204, 121, 167}, {86, 180, 233}, {230, 159, 0}}

// Term is the colour of the i-th term of an equation and of the element that it came from.
func Term(i int) RGB { return terms[(i%len(terms)+len(terms))%len(terms)] }

// Terms gives each element the colour of its terms: the author's, else one of its own among those that give terms.
func Terms(m *motion.Model) func(*graph.Element) string {
	colours := map[*graph.Element]string{}
	rank := 0
	for _, el := range m.Graph.Elements {
		if len(m.Terms(el)) == 0 {
			continue
		}
		colours[el] = Term(rank).Hex()
		rank++
		if rgb, ok := Parse(el.Drawn.Colour); ok {
			colours[el] = rgb.Hex()
		}
	}
	return func(el *graph.Element) string { return colours[el] }
}
