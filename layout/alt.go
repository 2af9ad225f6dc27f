package layout

import (
	"strconv"
	"strings"

	"diagram/dsl"
	"diagram/dsl/component"
)

// altSentences is how many joints and actions a description tells one by one; the rest is counted.
const altSentences = 12

// describe says in words what a drawing shows, for readers who don't see it: what joins what, and what acts. The author's own
// words win.
func describe(g *dsl.Graph) string {
	if g.Settings.Alt != "" {
		return g.Settings.Alt
	}
	if len(g.Nodes) == 0 {
		return ""
	}
	var said []string
	rest := 0
	say := func(s string) {
		if len(said) < altSentences {
			said = append(said, s)
		} else {
			rest++
		}
	}
	for _, b := range bundles(g) {
		say(b.sentence())
	}
	for _, a := range g.Actions {
		say(acting(a))
	}
	for _, n := range g.Nodes {
		if len(g.Connectors(n)) == 0 && len(g.ActionsOn(n)) == 0 {
			say("There is " + named(n) + ".")
		}
	}
	if rest > 0 {
		said = append(said, "And "+strconv.Itoa(rest)+" more.")
	}
	return strings.Join(said, " ")
}

// bundle is the connectors between one pair of nodes.
type bundle struct {
	from, to   *dsl.Element
	connectors []*dsl.Element
}

// bundles groups the connectors by their ends, in the order of the file.
func bundles(g *dsl.Graph) []*bundle {
	var all []*bundle
	known := map[[2]int64]*bundle{}
	for _, e := range g.Edges {
		key := [2]int64{e.From.ID, e.To.ID}
		b := known[key]
		if b == nil {
			b = &bundle{from: e.From, to: e.To}
			known[key] = b
			all = append(all, b)
		}
		b.connectors = append(b.connectors, e)
	}
	return all
}

func (b *bundle) sentence() string {
	var names []string
	for _, c := range b.connectors {
		names = append(names, named(c))
	}
	verb := " joins "
	if len(names) > 1 {
		verb = ", side by side, join "
	}
	s := list(names) + verb + named(b.from) + " and " + named(b.to) + "."
	return strings.ToUpper(s[:1]) + s[1:]
}

// acting says what an action does.
func acting(a *dsl.Element) string {
	s := named(a)
	switch {
	case a.Kind.Acts == nil:
		s += " is drawn at " + named(a.On)
	default:
		s += " acts on " + named(a.On)
	}
	switch d := a.Word("direction"); d {
	case "left", "right":
		s += ", to the " + d
	case "up", "down":
		s += ", " + d + "wards"
	case "cw":
		s += ", clockwise"
	case "ccw":
		s += ", anticlockwise"
	}
	return strings.ToUpper(s[:1]) + s[1:] + "."
}

// named is an element in words: its kind, its name where the author gave one, and its symbol.
func named(e *dsl.Element) string {
	s := e.Kind.Name
	if !e.Anonymous && !e.Made {
		s += " " + e.Name
	}
	if t := e.Label.Text; t != "" && !e.Flag("nolabel") && e.Kind.Sort != component.Support {
		s += " (" + t + ")"
	}
	if e.Anonymous || e.Made {
		s = article(s) + s
	}
	return s
}

func article(s string) string {
	if strings.ContainsRune("aeiou", rune(s[0])) {
		return "an "
	}
	return "a "
}

// list joins words with commas and "and".
func list(words []string) string {
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
	return strings.Join(words, "")
}
