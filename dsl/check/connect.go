package check

import (
	"fmt"

	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/dsl/graph"
	"diagram/dsl/syntax"
)

// piece is what one end of a chain came to: an element, a group of connectors, or something unknown after an error.
type piece struct {
	element *graph.Element // unknownElement after an error; nil for a group
	group   *syntax.Group
	actions []*graph.Element // of a group that holds nothing else
	span    diag.Span
}

func (p piece) unknown() bool { return p.element == unknownElement }
func (p piece) node() bool    { return p.element != nil && !p.unknown() && p.element.IsNode() }
func (p piece) action() bool {
	return p.actions != nil || p.element != nil && !p.unknown() && p.element.Kind.IsAction()
}
func (p piece) connector() bool {
	return p.group != nil && p.actions == nil || p.element != nil && !p.unknown() && p.element.Kind.IsConnector()
}

// connect walks all connections.
func (c *checker) connect() {
	for i, s := range c.file.Statements {
		switch s := s.(type) {
		case *syntax.Part:
			c.begin()
		case *syntax.Connection:
			if c.statement = i; !c.ahead(s) {
				c.chain(s.Ends, nil, nil)
			}
		}
	}
}

// chain walks a chain of ends. In a group it lies between the nodes first and last, else both are nil.
func (c *checker) chain(ends []syntax.End, first, last *graph.Element) {
	pieces := make([]piece, len(ends))
	for i := range ends {
		pieces[i] = c.piece(ends, i)
	}
	pieces = c.actions(pieces)

	at := first        // the node at which the walk stands; nil before the first
	var pending *piece // the connector that it has gone through since
	for i := range pieces {
		p := &pieces[i]
		switch {
		case p.connector():
			if pending != nil {
				joint := c.joint(*pending, *p)
				c.join(*pending, at, joint)
				at = joint
			} else if at == nil {
				c.oneEnd(*p)
				at = unknownElement
			}
			pending = p
		case pending != nil:
			c.join(*pending, at, p.element)
			at, pending = p.element, nil
		case p.node() && at != nil && at != unknownElement:
			c.touching(at, *p, i == 0)
			if at = p.element; i == 0 {
				at = unknownElement
			}
		default:
			at = p.element
		}
	}
	switch {
	case pending != nil && last != nil:
		c.join(*pending, at, last)
	case pending != nil:
		c.oneEnd(*pending)
		c.join(*pending, at, unknownElement)
	case last != nil && last != unknownElement && at != nil && at != unknownElement && len(pieces) > 0:
		c.touching(last, pieces[len(pieces)-1], true)
	}
}

// piece finds out what the i-th of a chain's ends is, and makes the anonymous elements.
func (c *checker) piece(ends []syntax.End, i int) piece {
	p := piece{element: unknownElement, span: ends[i].Span()}
	switch end := ends[i].(type) {
	case *syntax.Group:
		if c.holdsOnly(end, (*component.Kind).IsNode) {
			c.report(p.span, "a group holds what joins its two ends, such as springs and dampers, but these are bodies or supports",
				"write a connection for each, on a line of its own")
			return p
		}
		p.element, p.group = nil, end
		p.actions = c.actionGroup(end)
	case *syntax.ElementNode:
		name := end.Kind
		if e, ok := c.declared[name.Text]; ok {
			if end.Brackets != nil && e.Kind != nil {
				c.report(end.Brackets.Span(), fmt.Sprintf("%s is already declared, with its attributes", quote(name.Text)),
					"write them where it is declared",
					diag.Related{Span: e.Span, Message: quote(name.Text) + " is declared here"})
			}
			if e.Kind != nil {
				p.element = e
				c.mention(e, name.Span)
			}
			return p
		}
		if k := c.kinds.Lookup(name.Text); k != nil {
			p.element = c.anonymous(k, end.Span(), false)
			c.attributes(p.element, end.Attributes())
			c.mention(p.element, end.Span())
			return p
		}
		c.undeclared(end, c.guess(ends, i))
	}
	return p
}

// mention counts that a connection names an element.
func (c *checker) mention(e *graph.Element, span diag.Span) {
	c.place(e, span)
	u := &c.uses[e.ID]
	switch u.count++; u.count {
	case 1:
		u.first = span
	case 2:
		u.second = span
	}
}

// suggestions is for how many undeclared names a near one is looked for.
const suggestions = 50

// guess is the name of a kind that could stand at the i-th place of a chain, by what stands beside it.
func (c *checker) guess(ends []syntax.End, i int) string {
	beside := func(j int) bool {
		if j < 0 || j >= len(ends) {
			return false
		}
		e, ok := ends[j].(*syntax.ElementNode)
		if !ok {
			return false
		}
		k := c.kindOf(e)
		return k != nil && k.IsNode()
	}
	switch before, after := beside(i-1), beside(i+1); {
	case (before || after) && i > 0 && i < len(ends)-1:
		return "spring"
	case before || after:
		return "force"
	}
	return "trolley"
}

// kindOf is the kind of an element that is named in a connection; nil where it isn't known.
func (c *checker) kindOf(e *syntax.ElementNode) *component.Kind {
	if d := c.declared[e.Kind.Text]; d != nil {
		return d.Kind
	}
	return c.kinds.Lookup(e.Kind.Text)
}

// undeclared reports a name that is neither declared nor a kind, once. Guess is a kind that could stand there.
func (c *checker) undeclared(end *syntax.ElementNode, guess string) {
	name := end.Kind
	if c.unknown[name.Text] || c.tainted[name.Text] {
		return
	}
	c.unknown[name.Text] = true
	if name.Text == syntax.PartWord {
		c.report(name.Span, syntax.PartWord+" begins a part of the figure, so it can't be joined", "write it on a line of its own, and give an element another name")
		return
	}
	if name.Text == syntax.SettingWord {
		c.report(name.Span, "settings can't be part of a connection", "write diagram[…] on a line of its own")
		return
	}
	declare := fmt.Sprintf("declare it: %s = %s", quote(name.Text), guess)
	if len(c.unknown) > suggestions {
		c.report(name.Span, fmt.Sprintf("%s is not declared", quote(name.Text)), declare)
		return
	}
	if end.Brackets != nil {
		otherwise := c.kinds.kindList()
		if !looksLikeKind(name.Text) {
			otherwise = fmt.Sprintf("attributes are given where an element is declared: %s = %s[…]", quote(name.Text), guess)
		}
		c.noKind(name, otherwise)
		return
	}
	if near := diag.Nearest(name.Text, append(c.declaredNames(), c.kinds.Names()...)); c.declared[near] != nil {
		c.tainted[near] = true
		c.report(name.Span, fmt.Sprintf("%s is not declared", quote(name.Text)), "did you mean "+near+"?")
		return
	}
	if looksLikeKind(name.Text) {
		c.noKind(name, c.kinds.kindList()+"; for an element of this name, "+declare)
		return
	}
	if advice := c.kinds.Advise(name.Text); advice != "" {
		declare = advice
	}
	c.report(name.Span, fmt.Sprintf("%s is not declared", quote(name.Text)), declare)
}

// declaredNames are the names of elements that the file declares, in its order.
func (c *checker) declaredNames() []string {
	var names []string
	for _, s := range c.file.Statements {
		if d, ok := s.(*syntax.Declaration); ok {
			names = append(names, d.Name.Text)
		}
	}
	return names
}

// joint makes the massless joint in which two connectors in series meet.
func (c *checker) joint(before, after piece) *graph.Element {
	span := diag.Span{Start: before.span.End, End: after.span.Start}
	return c.anonymous(c.kinds.InSeries(), span, true)
}

// join puts a connector, or a group of them, between two nodes.
func (c *checker) join(p piece, from, to *graph.Element) {
	if p.group != nil {
		for _, chain := range p.group.Chains {
			c.chain(chain.Ends, from, to)
		}
		return
	}
	e := p.element
	u := &c.uses[e.ID]
	switch {
	case from == unknownElement || to == unknownElement:
		u.broken = u.broken || !u.single
	case u.count > 1 && e.From != nil:
	case from == to:
		u.broken = true
		c.report(p.span, fmt.Sprintf("both ends of %s are joined to %s", c.said(e), c.said(from)), "join it to two different elements")
	default:
		e.From, e.To = from, to
		c.graph.Edges = append(c.graph.Edges, e)
		u.statement = c.statement
	}
}

// oneEnd notes a connector, or reports a group, at an end of a chain.
func (c *checker) oneEnd(p piece) {
	if p.group != nil {
		c.report(p.span, "one end of the group is not connected to anything", "write what it joins: wall - (…) - trolley")
		return
	}
	c.uses[p.element.ID].single = true
}

// touching reports a node that follows another with no connector between them, unless it stands on it.
func (c *checker) touching(at *graph.Element, p piece, inGroup bool) {
	if inGroup {
		c.report(p.span, fmt.Sprintf("there is no connector between %s, at an end of a path through a group, and %s", c.said(p.element), c.said(at)),
			fmt.Sprintf("a path begins and ends with a connector: (spring - %s - spring, …)", c.word(p.element)))
		return
	}
	if at == p.element {
		c.report(p.span, fmt.Sprintf("%s can't be joined to itself", c.said(at)), fmt.Sprintf("join it to another element: %s - spring - trolley", c.word(at)))
		return
	}
	if !c.sets(at, p) {
		c.untied(at, p)
	}
}

// untied reports two nodes that need a connector between them.
func (c *checker) untied(at *graph.Element, p piece) {
	c.report(p.span, fmt.Sprintf("there is no connector between %s and %s", c.said(at), c.said(p.element)),
		fmt.Sprintf("put one there: %s - spring - %s; a rod joins rigidly, and friction is for bodies that slide", c.word(at), c.word(p.element)))
}
