package graph

import "diagram/dsl/diag"

// Panel is a part of the figure as the author's `part` begins it: a picture with a caption of its own. Nothing joins two of
// them. (A Part is what hangs together mechanically, of which a panel may have several.)
type Panel struct {
	Letter string // a, b, …; empty where the author wants none
	Title  Words
	Span   diag.Span // of the statement
}

// Caption is what stands below the picture: (a) undamped. It is empty where there is neither a letter nor a title.
func (p *Panel) Caption() Words {
	switch {
	case p.Letter == "":
		return p.Title
	case len(p.Title) == 0:
		return Words{{Text: "(" + p.Letter + ")"}}
	}
	return append(Words{{Text: "(" + p.Letter + ") "}}, p.Title...)
}

// Panelled are elements panel by panel, in the order of the figure; as they are where the text has no panels.
func (g *Graph) Panelled(elements []*Element) [][]*Element {
	if len(g.Panels) == 0 {
		return [][]*Element{elements}
	}
	all := make([][]*Element, len(g.Panels))
	for _, e := range elements {
		all[e.Panel] = append(all[e.Panel], e)
	}
	return all
}
