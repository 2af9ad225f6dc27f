package layout

import (
	"strings"

	"diagram/dsl"
)

// describe says in words what a drawing shows.
func describe(g *dsl.Graph) string {
	if g.Settings.Alt != "" {
		return g.Settings.Alt
	}
	var b strings.Builder
	for _, e := range g.Edges {
		b.WriteString(e.Kind.Name + " " + e.Name + " joins " + e.From.Name + " and " + e.To.Name + ". ")
	}
	return strings.TrimSpace(b.String())
}
