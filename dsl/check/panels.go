package check

import (
	"fmt"
	"sort"
	"strings"

	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/dsl/graph"
	"diagram/dsl/syntax"
)

// partKind lists what can be said of a part of the figure like the attributes of a kind, so that it is checked alike.
var partKind = &component.Kind{
	Name: syntax.PartWord,
	Attributes: []component.Attribute{
		{Name: "title", Type: component.Text, Asked: []string{"caption", "name", "label", "text"}, Doc: "caption below it, behind its letter"},
		{Name: "nolabel", Type: component.Flag, Asked: []string{"noletter", "unlettered", "unnumbered", "nonumber"}, Doc: "no letter"},
	},
}

// PartAttributes lists what part[…] understands.
func PartAttributes() []component.Attribute { return partKind.Attributes }

// parts finds the parts of the figure, before anything is joined.
func (c *checker) parts() {
	letters := 0
	for _, s := range c.file.Statements {
		s, ok := s.(*syntax.Part)
		if !ok {
			continue
		}
		p := &graph.Panel{Span: s.Span()}
		lettered := true
		check := func(a *syntax.Attribute) (given, bool) { return c.worded(partKind, a) }
		for _, g := range c.told(partKind, s.Brackets, check, nil) {
			switch g.attribute.Name {
			case "title":
				p.Title = g.words
			case "nolabel":
				lettered = false
			}
		}
		if lettered {
			p.Letter = letter(letters)
			letters++
		}
		c.graph.Panels = append(c.graph.Panels, p)
	}
	c.panel = noPanel
}

// noPanel is the index of the panel of what belongs to none yet.
const noPanel = -1

// letter is the n-th letter, from 0: a to z, then aa.
func letter(n int) string {
	if n < 26 {
		return string(rune('a' + n))
	}
	return letter(n/26-1) + letter(n%26)
}

// begin goes on to the next part of the figure.
func (c *checker) begin() { c.panel++ }

// ahead reports a connection before the first part.
func (c *checker) ahead(s *syntax.Connection) bool {
	if len(c.graph.Panels) == 0 || c.panel != noPanel {
		return false
	}
	c.report(s.Span(), "this stands before the first part of the figure", "write "+syntax.PartWord+" on a line before it as well, or move it behind one",
		diag.Related{Span: c.graph.Panels[0].Span, Message: "the first part begins here"})
	return true
}

// place notes to which part of the figure an element belongs: the first whose connections mention it. One that another mentions
// as well would join the two.
func (c *checker) place(e *graph.Element, span diag.Span) {
	switch {
	case c.panel == noPanel:
	case e.Panel == noPanel:
		e.Panel = c.panel
	case e.Panel != c.panel && e.IsNode() && !c.uses[e.ID].astray:
		c.uses[e.ID].astray = true
		c.report(span, fmt.Sprintf("%s belongs to %s and can't be joined in %s as well", e.Pointed(), c.panelName(e.Panel), c.panelName(c.panel)),
			fmt.Sprintf("nothing joins two parts of a figure: declare another %s for the second", e.Kind.Name),
			diag.Related{Span: c.uses[e.ID].first, Message: e.Name + " is joined here first"})
	}
}

// panelName is what a message calls a part of the figure.
func (c *checker) panelName(i int) string {
	if caption := c.graph.Panels[i].Caption().Text(); caption != "" {
		return "part " + caption
	}
	return fmt.Sprintf("part %d", i+1)
}

// placeOthers puts what no connection mentions into the part where it stands, which for what stands before all is the first; and
// reports parts that have nothing.
func (c *checker) placeOthers() {
	panels := c.graph.Panels
	if len(panels) == 0 {
		for _, e := range c.graph.Elements {
			e.Panel = 0
		}
		return
	}
	filled := make([]bool, len(panels))
	for _, e := range c.graph.Elements {
		if e.Panel == noPanel {
			next := sort.Search(len(panels), func(i int) bool { return panels[i].Span.Start.Offset > e.Span.Start.Offset })
			e.Panel = max(0, next-1)
		}
		filled[e.Panel] = true
	}
	for i, p := range panels {
		if !filled[i] && !c.unread {
			c.report(p.Span, "this part of the figure is empty", "write its system on the lines below it, as in wall - spring - mass, or remove it")
		}
	}
}

// part explains what can't follow the word that begins a part of the figure.
func (m *mistake) part() bool {
	if m.at == 1 && m.t.Type == syntax.EndToken && strings.EqualFold(m.tokens[0].Text, syntax.PartWord) {
		m.Span = m.tokens[0].Span()
		return m.say(m.tokens[0].Text+" means nothing on its own", "the word that begins a part of the figure is "+syntax.PartWord)
	}
	if m.tokens[0].Type != syntax.PartToken || m.at != 1 && m.open != nil {
		return false
	}
	const word = syntax.PartWord
	rest := strings.Trim(source(m.tokens[m.at:len(m.tokens)-1]), `": `)
	switch {
	case m.t.Type == syntax.LinkToken:
		m.Span = m.tokens[0].Span()
		return m.say(word+" begins a part of the figure, so it can't be joined", "write it on a line of its own, and give an element another name")
	case m.at == 1 && (m.t.Type == syntax.TextToken || m.t.Type == syntax.IdentToken || m.t.Text == ":" || m.t.Text == "(") && rest != "":
		return m.say("the title of a part goes in brackets", fmt.Sprintf(`write %s[title="%s"]`, word, quote(rest)))
	}
	return false
}
