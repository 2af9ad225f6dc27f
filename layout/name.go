package layout

import (
	"strconv"
	"strings"

	"diagram/dsl/component"
	"diagram/dsl/graph"
)

// named is what a drawing is called: its title, else its author's words for those who don't see it, else what is on it.
func named(g *graph.Graph) string {
	if title := g.Settings.Title.Text(); title != "" {
		return title
	}
	if g.Settings.Alt != "" {
		return g.Settings.Alt
	}
	return inventory(g)
}

// symbolsTold is up to how many of a kind an inventory gives the symbols.
const symbolsTold = 6

// inventory lists what is on a drawing, kind by kind: "A wall, 2 masses (m₁, m₂) and 2 springs (k₁, k₂)".
func inventory(g *graph.Graph) string {
	var kinds []*component.Kind
	of := map[*component.Kind][]*graph.Element{}
	for _, e := range g.Elements {
		if len(of[e.Kind]) == 0 {
			kinds = append(kinds, e.Kind)
		}
		of[e.Kind] = append(of[e.Kind], e)
	}
	if len(kinds) == 0 {
		return "An empty diagram"
	}
	var said []string
	for _, k := range kinds {
		said = append(said, counted(k, of[k]))
	}
	s := list(said)
	return strings.ToUpper(s[:1]) + s[1:]
}

// counted tells how many elements of a kind there are, and their symbols.
func counted(k *component.Kind, of []*graph.Element) string {
	s := article(k.Name) + k.Name
	switch {
	case k.Uncounted:
		s = k.Name
	case len(of) > 1:
		s = strconv.Itoa(len(of)) + " " + plural(k.Name)
	}
	var symbols []string
	for _, e := range of {
		if e.Label.Text() != "" && !e.Drawn.NoLabel && !k.IsSupport() {
			symbols = append(symbols, e.Label.Text())
		}
	}
	if len(symbols) > 0 && len(of) <= symbolsTold {
		s += " (" + strings.Join(symbols, ", ") + ")"
	}
	return s
}

func plural(name string) string {
	if strings.HasSuffix(name, "s") {
		return name + "es"
	}
	return name + "s"
}
