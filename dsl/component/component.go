// Package component has one room per kind of element: spring.go is all there is to know about springs.
//
// A kind is a value, a *Kind: its name and doc, its attributes, its Sort with the mechanics that go with it (the law of a
// connector, the inertia of a body), its Glyph in strokes of package ink, and how to read it aloud. What its sort can't have
// it has no place for; a nil part means that the kind has none. All else follows from these values: the checks of package
// dsl, the equations of package motion, the drawing, the command's `kinds` and `explain`. Adding a kind is adding a file
// with its Kind, which registers it.
package component

import (
	"cmp"
	"fmt"
	"slices"
)

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
	// Attributes are the kind's own. Those that all kinds of its sort share are added by All.
	Attributes []Attribute

	// Sort is the part that its elements play in the graph, and their mechanics.
	Sort Sort
	// Read says an element's terms aloud, each summand of its law.
	Read func(p Params, s Saying) []Reading
	// Glyph is the picture of an element.
	Glyph Glyph
}

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

var registry []*Kind
var byName = map[string]*Kind{}

// register adds a kind at start-up; two kinds of one name are a programming error.
func register(k *Kind) *Kind {
	for _, n := range append([]string{k.Name}, k.Aliases...) {
		if byName[n] != nil {
			panic(fmt.Sprintf("component: two kinds named %q", n))
		}
		byName[n] = k
	}
	k.Attributes = append(k.Attributes, Shared(k.Sort)...)
	registry = append(registry, k)
	return k
}

// Register adds a kind until remove is called.
func Register(k *Kind) (remove func()) {
	register(k)
	return func() {
		delete(byName, k.Name)
		registry = slices.DeleteFunc(registry, func(other *Kind) bool { return other == k })
	}
}

// Lookup finds a kind by name or alias; nil where there is none.
func Lookup(name string) *Kind { return byName[name] }

// InSeries is the kind of body that is made where two connectors in series meet.
func InSeries() *Kind {
	return registry[slices.IndexFunc(registry, func(k *Kind) bool { return k.Body().InSeries })]
}

// All lists the kinds by sort, then name.
func All() []*Kind {
	return slices.SortedFunc(slices.Values(registry), func(a, b *Kind) int {
		return cmp.Or(cmp.Compare(a.Sort.place(), b.Sort.place()), cmp.Compare(a.Name, b.Name))
	})
}

// Names lists all names and aliases, sorted: what a "did you mean" chooses from.
func Names() []string {
	var names []string
	for _, k := range registry {
		names = append(names, k.Name)
		names = append(names, k.Aliases...)
	}
	slices.Sort(names)
	return names
}
