package check

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/dsl/graph"
	"diagram/dsl/syntax"
	"diagram/symbolic"
)

// Check finds out what a tree means whose elements are of a catalog's kinds. It reports every error of the file, one for
// each cause; the graph is nil when there are any, or when the tree has statements that can't be read (of which
// Explain tells).
func Check(kinds *component.Catalog, f *syntax.File) (*graph.Graph, diag.List) {
	most := len(f.Statements) // elements that are declared
	c := &checker{
		file:     f,
		kinds:    vocabulary{kinds},
		graph:    &graph.Graph{File: f.Name, Catalog: kinds, Elements: make([]*graph.Element, 0, most)},
		uses:     make([]use, 0, most),
		declared: make(map[string]*graph.Element, most),
		tainted:  map[string]bool{},
		unknown:  map[string]bool{},
	}
	c.parts()
	c.declare()
	c.connect()
	c.placeOthers()
	c.usage()
	c.domains()
	c.settings()
	c.stand()
	c.order()
	for _, e := range c.graph.Elements {
		c.takeGiven(e)
	}
	c.readUpwards()
	c.graph.Arrange()
	c.checkLevels()
	c.parameters()
	c.settingSymbols()
	c.inputs()
	c.quantities()
	c.spell()
	if c.clean() {
		c.twins()
		c.loners()
		c.unheard()
		c.signs()
	}
	if len(c.graph.Elements) == 0 && c.clean() {
		c.report(syntax.Start, "the diagram has no elements", "write, for example: wall - spring - trolley")
	}
	c.problems.Sort()
	if !c.clean() {
		return nil, c.problems
	}
	return c.graph, c.problems
}

// checker turns a tree into a graph.
type checker struct {
	file     *syntax.File
	kinds    vocabulary
	graph    *graph.Graph
	problems diag.List
	style    symbolic.Style // of labels
	unread   bool           // the file has statements that could not be read

	declared map[string]*graph.Element // by name; the element's kind is nil where the declaration is wrong
	tainted  map[string]bool           // words of unreadable statements and of errors: what they define and use isn't known
	unknown  map[string]bool           // undeclared names, reported once
	// strangers counts the quantities of unknown symbols.
	strangers int
	misnomers int // options and attributes that a kind doesn't know
	statement int // that is being walked
	panel     int // index of the part of the figure that is being walked
	standing  []set
	uses      []use // by Element.ID, which is the order of creation until order is called
	// bareGravity reports whether gravity is wanted, but its acceleration isn't named.
	bareGravity bool
}

// use is what the text says about an element.
type use struct {
	given  givens    // its attributes
	count  int       // how many connections mention it
	first  diag.Span // where the first of them does
	second diag.Span // and the second
	single bool      // a chain ends with this connector
	broken bool      // it has to do with an error that is reported
	weight bool      // gravity acts on this body
	astray bool      // it was said that two parts of the figure share it

	statement int // the one that joins a connector to something
}

// clean reports whether nothing is wrong so far.
func (c *checker) clean() bool { return !c.unread && !c.problems.HasErrors() }

func (c *checker) report(span diag.Span, summary, help string, related ...diag.Related) {
	c.problems = append(c.problems, diag.Diagnostic{File: c.file.Name, Span: span, Summary: summary, Help: help, Related: related})
}

// unknownElement stands for a node whose meaning isn't known because of an error.
var unknownElement = &graph.Element{}

// declare collects the declared elements, which connections may mention before and after.
func (c *checker) declare() {
	for _, s := range c.file.Statements {
		switch s := s.(type) {
		case *syntax.Bad:
			c.unread = true
			for _, w := range s.Words() {
				c.tainted[w] = true
			}
		case *syntax.Declaration:
			c.declaration(s)
		}
	}
}

func (c *checker) declaration(d *syntax.Declaration) {
	name := d.Name.Text
	e := &graph.Element{Name: name}
	if first, ok := c.declared[name]; ok {
		c.report(d.Name.Span, fmt.Sprintf("the name %s is already taken", quote(name)), "give each element a name of its own",
			diag.Related{Span: first.Span, Message: quote(name) + " is declared here first"})
		if e.Kind = c.kind(d.Element.Kind, d); e.Kind != nil {
			c.givens(e, d.Element.Attributes())
		}
		return
	}
	c.declared[name] = e
	if k := c.kinds.Lookup(name); k != nil || name == syntax.SettingWord || name == syntax.PartWord {
		e.Span = d.Name.Span
		help := "choose another name, for example " + name + "1"
		what := "a kind of element"
		switch {
		case name == syntax.PartWord:
			what = "the word that begins a part of the figure"
		case k == nil:
			what = "the word for settings"
		}
		if a := settingKind.Attribute(name); a != nil {
			help = fmt.Sprintf("a setting goes in brackets: %s[%s=%s]", syntax.SettingWord, name, d.Element.Kind.Text)
		}
		c.report(d.Name.Span, fmt.Sprintf("%s is %s, so it can't be the name of an element", name, what), help)
		return
	}
	kind := c.kind(d.Element.Kind, d)
	e.Span = d.Span()
	if kind == nil {
		return
	}
	c.add(e, kind)
	c.attributes(e, d.Element.Attributes())
}

// kind finds a declared element's kind, or says that there is none.
func (c *checker) kind(name syntax.Name, d *syntax.Declaration) *component.Kind {
	if k := c.kinds.Lookup(name.Text); k != nil {
		return k
	}
	help := c.kinds.kindList()
	if setting := asSetting(d.Name.Text, name.Text); setting != "" {
		c.report(d.Name.Span.To(name.Span), fmt.Sprintf("%s = %s does not declare an element", d.Name.Text, name.Text), "settings go in brackets: "+setting)
		return nil
	}
	if _, ok := c.declared[name.Text]; ok && name.Text != d.Name.Text {
		help = fmt.Sprintf("%s is an element; write what kind of element %s is", name.Text, d.Name.Text)
	}
	c.noKind(name, help)
	return nil
}

// add makes e one of the graph's elements.
func (c *checker) add(e *graph.Element, kind *component.Kind) {
	e.Kind, e.ID, e.Panel = kind, int64(len(c.graph.Elements)), noPanel
	c.graph.Elements = append(c.graph.Elements, e)
	e.Titular = kind.Attribute(kind.Main)
	c.uses = append(c.uses, use{})
}

// anonymous makes an element without a name; order gives it one.
func (c *checker) anonymous(kind *component.Kind, span diag.Span, made bool) *graph.Element {
	e := &graph.Element{Span: span, Anonymous: true, Made: made}
	c.add(e, kind)
	return e
}

// order puts the elements in the order of the text, and names those without a name after their kind, with the next number
// that no declared name has taken.
func (c *checker) order() {
	slices.SortStableFunc(c.graph.Elements, func(a, b *graph.Element) int {
		return cmp.Compare(a.Span.Start.Offset, b.Span.Start.Offset)
	})
	numbers := map[*component.Kind]int{}
	for _, e := range c.graph.Elements {
		for e.Name == "" || e.Anonymous && c.declared[e.Name] != nil {
			numbers[e.Kind]++
			e.Name = e.Kind.Name + strconv.Itoa(numbers[e.Kind])
		}
	}
	sorted := make([]use, len(c.uses))
	for i, e := range c.graph.Elements {
		sorted[i] = c.uses[e.ID]
	}
	c.uses = sorted
	c.graph.Link()
}

// usage checks that every connector and action is used as it can be.
func (c *checker) usage() {
	if len(c.file.Statements) == 0 && len(c.problems) == 0 {
		c.report(syntax.Start, "the diagram is empty", "write, for example: wall - spring - trolley")
		return
	}
	for _, e := range c.graph.Elements {
		u := &c.uses[e.ID]
		switch {
		case u.broken || c.tainted[e.Name]:
		case e.Kind.IsConnector() && u.count > 1:
			c.reused(e, u)
		case e.Kind.IsConnector() && u.single:
			c.report(u.first, fmt.Sprintf("one end of %s is not connected to anything", c.said(e)),
				fmt.Sprintf("a %s joins two elements: %s", e.Kind.Name, between(e.Kind, c.word(e))))
		case e.Kind.IsConnector() && u.count == 0:
			c.report(e.Span, fmt.Sprintf("%s is not connected to anything", e.Name), fmt.Sprintf("join two elements with it (… - %s - …), or remove it", e.Name))
		case e.Kind.IsAction() && u.count == 0:
			c.report(e.Span, fmt.Sprintf("%s does not act on anything", e.Name), fmt.Sprintf("join it to a body (trolley - %s), or remove it", e.Name))
		}
	}
}

// between is an example of a connector between two nodes.
func between(k *component.Kind, word string) string {
	if k.Domain == component.Rotation {
		return "disc - " + word + " - disc"
	}
	return "wall - " + word + " - trolley"
}

// reused reports a connector that several connections mention.
func (c *checker) reused(e *graph.Element, u *use) {
	first := diag.Related{Span: u.first, Message: e.Name + " is used here first"}
	if u.single && e.From == nil {
		c.report(u.second, fmt.Sprintf("%s is used in two connections", e.Name),
			fmt.Sprintf("write both its ends in one connection: … - %s - …", e.Name), first)
		return
	}
	c.report(u.second, fmt.Sprintf("%s is used twice, but a %s has only two ends", e.Name, e.Kind.Name),
		fmt.Sprintf("declare a second %s, or write %s for one without a name", e.Kind.Name, e.Kind.Name), first)
}

// said names an element in a message that points at it.
func (c *checker) said(e *graph.Element) string { return e.Pointed() }

// word is how an element is written in a connection.
func (c *checker) word(e *graph.Element) string { return e.Written() }

// kindNames lists the kinds without aliases.
func (kinds vocabulary) kindNames() []string {
	var names []string
	for k := range kinds.All() {
		names = append(names, k.Name)
	}
	return names
}

// either joins words as a choice.
func either(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
}

// list joins words as a sentence does.
func list(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}
