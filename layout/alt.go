package layout

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"diagram/dsl/graph"
	"diagram/symbolic"
	"diagram/symbolic/formula"
)

// altSentences is how many joints and actions a description tells one by one; the rest is counted.
const altSentences = 12

// describe says in words what a drawing shows, for readers who don't see it: what joins what, what stands on what, and what acts. The author's own
// words win.
func describe(g *graph.Graph, gravity symbolic.Expr) string {
	if g.Settings.Alt != "" {
		return g.Settings.Alt
	}
	if len(g.Nodes) == 0 {
		return ""
	}
	t := teller{told: make([]bool, len(g.Elements))}
	edges, actions := g.Panelled(g.Edges), g.Panelled(g.Actions)
	for i, nodes := range g.Panelled(g.Nodes) {
		if len(g.Panels) > 0 {
			t.caption = g.Panels[i].Caption().Text()
		}
		for _, b := range bundles(edges[i]) {
			t.join(b)
		}
		for _, n := range nodes {
			if n.SetOn != nil && !t.full() {
				t.say(t.named(n) + " stands on " + t.named(n.SetOn))
			}
		}
		for _, a := range actions[i] {
			t.act(a)
		}
		for _, n := range nodes {
			if len(g.Components()[g.Component(n)]) == 1 && len(g.ActionsOn(n)) == 0 && !t.full() {
				t.say("There is " + t.named(n))
			}
		}
	}
	if t.rest > 0 {
		t.said = append(t.said, "And "+strconv.Itoa(t.rest)+" more.")
	}
	if s := &g.Settings; s.Slope != nil {
		way := " rises at "
		if s.Angle < 0 {
			way = " falls at "
		}
		t.say("The axis" + way + formula.Text(slopeFormula(s)))
	}
	if gravity != nil {
		t.say("Gravity (" + formula.Text(formulaOf(gravity)) + ") points down")
	}
	return strings.Join(t.said, " ")
}

// teller tells a drawing sentence by sentence.
type teller struct {
	said []string
	rest int    // how many sentences were left out
	told []bool // by Element.ID: it was named in full before

	caption string // of the part of the figure that the next sentence is the first of
}

// full reports whether there is no room for another sentence; what it would have said is counted.
func (t *teller) full() bool {
	if len(t.said) < altSentences {
		return false
	}
	t.rest++
	return true
}

func (t *teller) say(s string) {
	r, n := utf8.DecodeRuneInString(s)
	s = string(unicode.ToUpper(r)) + s[n:] + "."
	if t.caption != "" {
		s, t.caption = t.caption+": "+s, ""
	}
	t.said = append(t.said, s)
}

// bundle is the connectors between one pair of nodes.
type bundle struct {
	from, to   *graph.Element
	connectors []*graph.Element
}

// bundles groups connectors by their ends, in the order of the file.
func bundles(edges []*graph.Element) []*bundle {
	var all []*bundle
	known := map[[2]int64]*bundle{}
	for _, e := range edges {
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

// join says what joins two nodes.
func (t *teller) join(b *bundle) {
	if t.full() {
		return
	}
	var names []string
	for _, c := range b.connectors {
		names = append(names, t.named(c))
	}
	verb := " joins "
	switch {
	case len(names) > 1:
		verb = ", side by side, join "
	case b.connectors[0].Kind.Connector().Sliding:
		verb = " acts between "
	}
	t.say(list(names) + verb + t.named(b.from) + " and " + t.named(b.to))
}

// act says what an action does.
func (t *teller) act(a *graph.Element) {
	if t.full() {
		return
	}
	s := t.named(a)
	if a.Kind.Action().Acts == nil {
		s += " is drawn at " + t.named(a.On)
	} else {
		s += " acts on " + t.named(a.On)
	}
	if h := a.Pointing; h != "" {
		s += ", " + h
	}
	t.say(s)
}

// named is an element in words: at first its kind, its name where the author gave one, and its symbol; after that what is
// enough to know it by.
func (t *teller) named(e *graph.Element) string {
	if t.told[e.ID] {
		return e.Phrase()
	}
	t.told[e.ID] = true
	s := e.Phrase()
	switch {
	case e.Kind.Uncounted && e.Anonymous:
		s = e.Kind.Name
	case e.Only():
		s = article(e.Kind.Name) + e.Kind.Name
	case !e.Anonymous:
		s = e.Kind.Name + " " + s
	}
	label := e.Label.Text()
	if label == e.Name || e.Drawn.NoLabel || e.Kind.IsSupport() {
		label = ""
	}
	if symbol := e.SymbolText(); label != "" && symbol != "" && e.Label.Plain() == "" && !says(label, symbol) {
		label += ", " + symbol // the label is words, and the equation has its symbol
	}
	if note := e.Note.Text(); label == "" {
		label = note
	} else if note != "" {
		label += ", " + note
	}
	if label != "" {
		s += " (" + label + ")"
	}
	return s
}

// says reports whether a symbol stands among words, not within one.
func says(words, symbol string) bool {
	within := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	for i := range words {
		if !strings.HasPrefix(words[i:], symbol) {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(words[:i])
		after, _ := utf8.DecodeRuneInString(words[i+len(symbol):])
		if !within(before) && !within(after) {
			return true
		}
	}
	return false
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
