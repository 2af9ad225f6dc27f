// Package component has one room per kind of element: spring.go is all there is to know about springs.
//
// A kind is a value, a *Kind: its name and doc, its attributes, its Sort with the mechanics that go with it (the law of a
// connector, the inertia of a body), its Glyph in strokes of package ink, and how to read it aloud. What its sort can't have
// it has no place for; a nil part means that the kind has none. All else follows from these values: the checks of package
// dsl, the equations of package motion, the drawing, the command's `kinds` and `explain`.
//
// The kinds that a text may speak of are a value too, a *Catalog, which the checker is given and the graph carries. Adding a
// kind to the language is adding a file with its Kind and a word to the list in standard.go; a program adds kinds of its own
// with Catalog.With. The list is written out because nothing then happens before main, and what isn't in it is an unused
// variable, which `make lint` finds.
package component

import "diagram/symbolic"

// Kind is one kind of element. See the package doc.
type Kind struct {
	Name    string
	Aliases []string
	Asked   []string // other words by which authors ask for it, plain: they are no names, but lead to it
	// Uncounted reports whether its name is said without an article: friction, gravity.
	Uncounted bool
	Domain    Domain // of a node: what it does; of a connector or action: what it can be used for
	Doc       string // one line, for lists
	Help      string // a paragraph, for `kinds NAME`; may be empty
	Example   string // a whole diagram that shows the kind at work

	// Hints are what else authors ask of the kind, plain, and what they can write instead.
	Hints map[string]string
	// Main names the parameter that `label` stands for; empty where a label is only text in the drawing.
	Main string
	// Title is what a label of the program's stands for in a kind without Main; nil where there is nothing to show.
	Title func(p Params) symbolic.Expr
	// Attributes are the kind's own. In a catalog it has those of Shared too.
	Attributes []Attribute

	// Sort is the part that its elements play in the graph, and their mechanics.
	Sort Sort
	// Read says an element's terms aloud, each summand of its law.
	Read func(p Params, s Saying) []Reading
	// Glyph is the picture of an element.
	Glyph Glyph
}

// Names are the kind's name and its aliases.
func (k *Kind) Names() []string { return append([]string{k.Name}, k.Aliases...) }

// Domain is the sort of motion along the axis.
type Domain uint8

// Either stands for kinds that take their domain from their neighbours.
const (
	Either Domain = iota
	Translation
	Rotation
)

func (d Domain) String() string {
	return [...]string{"either", "translation", "rotation"}[d]
}
