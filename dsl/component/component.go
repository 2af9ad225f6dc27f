// Package component has one room per kind of element: spring.go is all there is to know about springs.
//
// A kind is a value, a *Kind: its name and doc, its attributes, its law as a symbolic expression of the extension, its
// inertia, its glyph in strokes of package ink, and how to read it aloud. A nil part means that the kind has none. All
// else follows from these values: the checks of package dsl, the equations of package motion, the drawing, the command's
// `kinds` and `explain`. Adding a kind is adding a file with its Kind and an init that registers it.
package component

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"diagram/dsl/ink"
	"diagram/dsl/unit"
	"diagram/symbolic"
)

// Sort is the role of an element in the graph.
type Sort uint8

// Supports and bodies are the nodes of the graph, connectors its edges; actions hang on one node.
const (
	Support Sort = iota
	Body
	Connector
	Action
)

func (s Sort) String() string {
	return [...]string{"support", "body", "connector", "action"}[s]
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

// Level is where a support stands, seen from what it holds.
type Level uint8

// A support that stands Below what it holds makes the axis vertical, and so does one Above. One that stands Beside it makes
// the axis horizontal, unless its face is marked horizontal.
const (
	Anywhere Level = iota
	Beside
	Below
	Above
)

// Facing is the page angle in degrees to which the face of a support looks to which nothing is joined.
func (l Level) Facing() float64 {
	switch l {
	case Below:
		return 90
	case Above:
		return -90
	}
	return 0
}

// Kind is one kind of element. See the package doc.
type Kind struct {
	Name    string
	Aliases []string
	Asked   []string // other words by which authors ask for it, plain: they are no names, but lead to it
	Sort    Sort
	Domain  Domain // of a node: what it does; of a connector or action: what it can be used for
	Doc     string // one line, for lists
	Help    string // a paragraph, for `kinds NAME`; may be empty
	Example string // a whole diagram that shows the kind at work

	// Hints are what else authors ask of the kind, plain, and what they can write instead.
	Hints map[string]string

	// Attributes are the kind's own. Those that all kinds of its sort share are added by All.
	Attributes []Attribute
	// Main names the parameter that `label` stands for; empty where a label is only text in the drawing.
	Main string

	// Law is a connector's pull on its two ends, as summands (each prints as a term of the equation): positive where
	// it draws the ends together.
	Law func(p Params, e Extension) []symbolic.Expr
	// Applied reports whether the law is an input, not a response: its term stands with what acts on the system.
	Applied bool
	// Sliding reports whether the connector's two nodes slide past each other side by side: it is drawn between their sides,
	// and positions are not measured from its support.
	Sliding bool
	// Rigid is the length of a connector that keeps its ends apart: they share a coordinate. No law then.
	Rigid func(p Params) symbolic.Expr
	// Potential and Kinetic are the energies a connector stores, Dissipation its part of Rayleigh's dissipation function;
	// nil where it has none. Law equals ∂Potential/∂e + ∂Dissipation/∂ė + d/dt ∂Kinetic/∂ė.
	Potential, Dissipation, Kinetic func(p Params, e Extension) symbolic.Expr

	// Inertia is a body's mass or moment of inertia; nil for massless bodies.
	Inertia func(p Params) symbolic.Expr
	// Moves is a moving support's position as a function of time; nil for the others.
	Moves func(p Params) symbolic.Expr
	// Acts is the force or torque of an action on a body of the given inertia, before its direction.
	Acts func(p Params, inertia symbolic.Expr) symbolic.Expr
	// Weight reports whether an action acts downwards whatever else is said.
	Weight bool
	// Point reports whether a body is a mere point where connectors meet: nothing that a learner would count as a body.
	Point bool
	// InSeries reports whether a body of this kind is made where two connectors in series meet. One kind has it.
	InSeries bool
	// Uncounted reports whether its name is said without an article: friction, gravity.
	Uncounted bool
	// Marks reports whether an action draws its node's coordinate: its label names it, its direction says how it counts.
	Marks bool

	// Read says the element's terms aloud, each summand of its law.
	Read func(p Params, s Saying) []Reading

	// Size is how much room the glyph takes when nothing else is asked for.
	Size Size
	// Glyph draws the kind in an ink.Frame (which frame is said at ink.Frame, by sort).
	Glyph func(l Look) []ink.Stroke
	// Variants are the bare words (a flag, or a word of a choice) that change the glyph. It learns of no others.
	Variants []string
	// Stands is where a support stands, seen from what it holds.
	Stands Level
	// LabelAt is where the label is put; with Inside the label's centre goes there (a mass's m), else the label goes
	// beside it, outwards.
	LabelAt ink.Pt
	Inside  bool
}

// Params are an element's parameters by attribute name: what the author wrote, else the default symbol. A parameter that
// has no default and was not given is absent.
type Params map[string]symbolic.Expr

// Extension is what a connector's law may speak of.
type Extension struct {
	// Length is the distance between the ends, or how much it has grown since the ends were in their origin
	// positions: then Grown is set, and a law must leave natural lengths out.
	Length symbolic.Expr
	Grown  bool
	Rate   symbolic.Expr // its first derivative by time
	Accel  symbolic.Expr // its second
	// Normal is the contact force that presses the ends of a sliding connector together; nil where it isn't known.
	Normal symbolic.Expr
}

// Stretch is the extension beyond the natural length: Length, less natural where positions are distances.
func (e Extension) Stretch(natural symbolic.Expr) symbolic.Expr {
	if e.Grown || natural == nil {
		return e.Length
	}
	return symbolic.Sub(e.Length, natural)
}

// Size is a glyph's room, in cm.
type Size struct {
	// Width and Height are a body's box, W and H of its frame, before the layout grows it for its lanes or label. A
	// connector's Width is its usual length and its Height the whole width of its lane. A support's Width is its depth.
	Width, Height float64
	// Below is how far a body's glyph reaches below its box (wheels); a body with Floor stands on a hatched floor there.
	Below float64
	Floor bool
	// MinWidth is the least length at which a connector still looks like itself.
	MinWidth float64
}

// Type is the type of an attribute's value.
type Type uint8

// Parameter is an expression of symbols and numbers; Input one that is a function of time unless the element is marked
// constant; Flag a bare word that is there or not; Choice one of Words, which may be written bare; Measure a number of cm;
// Text any text or math; Symbol a new symbol's name; Colour a colour's name or #rrggbb; Order an integer or real rank.
const (
	Parameter Type = iota
	Input
	Flag
	Choice
	Measure
	Text
	Symbol
	Colour
	Order
)

// Attribute is one thing that an author can say about an element in its brackets.
type Attribute struct {
	Name string
	Type Type
	Doc  string
	// Asked are other words by which authors ask for the attribute, plain, and Meant other words for its values, by the one
	// that is meant.
	Asked []string
	Meant map[string]string
	// Words are the values of a Choice. Keyed reports whether they are given with the attribute's name, because on their own they
	// would mean something else.
	Words []string
	Keyed bool
	// Default is the symbol of a Parameter, Input or Symbol where the author gives none; empty: it is absent then. With several
	// elements that default to one symbol they are numbered. RotDefault takes its place in the rotational domain.
	Default, RotDefault string
	// If and Unless are bare words: the Default holds only where the author said If, and where not Unless.
	If, Unless string
	// Implies is a bare word that goes without saying where the attribute is given: what only one of a Choice's words has a
	// use for chooses that word.
	Implies string
	// Positive reports whether a value of 0 or less is rarely meant.
	Positive bool
	// Dim is the dimension of a value's unit; RotDim in the rotational domain.
	Dim, RotDim unit.Dimension
}

// DefaultIn is the default symbol in a domain.
func (a Attribute) DefaultIn(d Domain) string {
	if d == Rotation {
		return a.RotDefault
	}
	return a.Default
}

// Noun is what a value is, in few words: "stiffness".
func (a Attribute) Noun() string {
	noun := a.Doc
	if end := strings.IndexAny(noun, ",;:"); end >= 0 {
		noun = noun[:end]
	}
	noun, _, _ = strings.Cut(noun, " as ")
	for _, article := range []string{"the ", "its "} {
		noun = strings.TrimPrefix(noun, article)
	}
	return noun
}

// DimIn is the dimension in a domain.
func (a Attribute) DimIn(d Domain) unit.Dimension {
	if d == Rotation {
		return a.RotDim
	}
	return a.Dim
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
	k.Attributes = append(k.Attributes, common(k)...)
	registry = append(registry, k)
	return k
}

// Lookup finds a kind by name or alias; nil where there is none.
func Lookup(name string) *Kind { return byName[name] }

// InSeries is the kind of body that is made where two connectors in series meet.
func InSeries() *Kind {
	return registry[slices.IndexFunc(registry, func(k *Kind) bool { return k.InSeries })]
}

// All lists the kinds by sort, then name.
func All() []*Kind {
	return slices.SortedFunc(slices.Values(registry), func(a, b *Kind) int {
		return cmp.Or(cmp.Compare(a.Sort, b.Sort), cmp.Compare(a.Name, b.Name))
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

// Attribute finds an attribute of the kind by name; nil where there is none.
func (k *Kind) Attribute(name string) *Attribute {
	for i := range k.Attributes {
		if k.Attributes[i].Name == name {
			return &k.Attributes[i]
		}
	}
	return nil
}

// Word finds the attribute that a bare word sets: a Flag of that name or a Choice, not Keyed, that lists it; nil where there is none.
func (k *Kind) Word(word string) *Attribute {
	for i := range k.Attributes {
		a := &k.Attributes[i]
		if a.Type == Flag && a.Name == word || a.Type == Choice && !a.Keyed && slices.Contains(a.Words, word) {
			return a
		}
	}
	return nil
}
