package graph

import (
	"fmt"
	"slices"
	"strconv"

	"diagram/dsl/component"
	"diagram/symbolic/formula"
)

// An element has three names. Name is its identity, for programs: the author's, or a made-up one. A reader never sees a made-up
// name. Sentences say Phrase; a table or a bracket, where there is no room for a phrase, says Tag; a message that
// points at the element says Pointed.

// among is what tells an element without a name from the others of its kind.
type among struct {
	rank, count int         // its place among the unnamed ones of its kind, from 1, and how many those are
	mixed       bool        // others of its kind have names, so that there may be a doubt which is meant
	words       string      // of its label, where no other element has the same
	between     [2]*Element // of a made joint: the two connectors that meet in it, where both have names
}

// Phrase is how a sentence speaks of the element: by the author's name, else by what there is to tell it from the others of its
// kind, "the spring" or "the second spring".
func (e *Element) Phrase() string {
	if !e.Anonymous {
		return e.Name
	}
	s := e.Kind.Name
	switch n := e.among; {
	case n.between[0] != nil:
		return fmt.Sprintf("the %s between %s and %s", s, n.between[0].Name, n.between[1].Name)
	case n.mixed && n.count > 1:
		s = ordinal(n.rank) + " unnamed " + s
	case n.mixed:
		s = "unnamed " + s
	case n.count > 1:
		s = ordinal(n.rank) + " " + s
	}
	return "the " + s
}

// Only reports whether the element has no name and needs none, as the only one of its kind: "a spring" will do.
func (e *Element) Only() bool {
	return e.Anonymous && e.among.count < 2 && !e.among.mixed && e.among.between[0] == nil
}

// Tag is the element's name where there is room for little: the author's, else the words that only its label has, else its
// kind, with a number where several have no name.
func (e *Element) Tag() string {
	switch {
	case !e.Anonymous:
		return e.Name
	case e.among.words != "":
		return e.among.words
	case e.among.count > 1:
		return e.Kind.Name + " " + strconv.Itoa(e.among.rank)
	}
	return e.Kind.Name
}

// Pointed is how a message that points at the element speaks of it: by the author's name, or "this spring".
func (e *Element) Pointed() string {
	if e.Anonymous {
		return "this " + e.Kind.Name
	}
	return e.Name
}

// Written is how an element is written in a connection.
func (e *Element) Written() string {
	if e.Anonymous {
		return e.Kind.Name
	}
	return e.Name
}

// tellApart finds what tells the elements without a name apart.
func (g *Graph) tellApart() {
	unnamed, named := map[*component.Kind]int{}, map[*component.Kind]bool{}
	for _, e := range g.Elements {
		if e.Anonymous {
			unnamed[e.Kind]++
			e.among.rank = unnamed[e.Kind]
		} else {
			named[e.Kind] = true
		}
	}
	for _, e := range g.Elements {
		if !e.Anonymous {
			continue
		}
		e.among.count, e.among.mixed = unnamed[e.Kind], named[e.Kind] && !e.Made // who counts joints counts those in series
		if c := g.at[e.ID]; e.Made && len(c) == 2 && !c[0].Anonymous && !c[1].Anonymous {
			e.among.between = [2]*Element{c[0], c[1]}
		}
	}
}

// TellWords finds the elements without a name that the words of their labels tell apart. Whoever gives the labels calls it.
func (g *Graph) TellWords() {
	count := map[string]int{}
	for _, e := range g.Elements {
		count[e.labelWords()]++
		count[e.Name]++
	}
	for _, e := range g.Elements {
		if w := e.labelWords(); e.Anonymous && count[w] == 1 {
			e.among.words = w
		}
	}
}

// labelWords is the element's label where that is nothing but words.
func (e *Element) labelWords() string {
	if e.Label.Plain() != "" || e.Label.LaTeX() == "" {
		return ""
	}
	lines, ok := e.Label.Tree().(formula.Stack)
	if !ok {
		lines = formula.Stack{e.Label.Tree()}
	}
	for _, n := range lines {
		line, ok := n.(formula.Line)
		if !ok || slices.ContainsFunc(line, func(n formula.Node) bool { _, words := n.(formula.Words); return !words }) {
			return ""
		}
	}
	return e.Label.Text()
}

// ordinal is a number in order: first, second, …, 13th.
func ordinal(n int) string {
	words := [...]string{"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"}
	if n <= len(words) {
		return words[n-1]
	}
	suffix := "th"
	if tens := n / 10 % 10; tens != 1 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return strconv.Itoa(n) + suffix
}
