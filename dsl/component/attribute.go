package component

import (
	"slices"
	"strings"

	"diagram/dsl/unit"
)

// Type is the type of an attribute's value.
type Type uint8

// Parameter is an expression of symbols and numbers; Input one that is a function of time unless the element is marked
// constant; Flag a bare word that is there or not; Choice one of Words, which may be written bare; Measure a number of cm;
// Text any text or math; Symbol a new symbol's name; Colour a colour; Order an integer or real rank; Points a size of type.
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
	Points
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
	// Grown reports whether the Default holds only where positions count from rest, not where they are distances.
	Grown bool
	// If and Unless are bare words: the Default holds only where the author said If, and none of Unless.
	If     string
	Unless []string
	// Implies is a bare word that goes without saying where the attribute is given: what only one of a Choice's words has a
	// use for chooses that word.
	Implies string
	// Zero is the variant of the glyph that a value of 0 stands for; empty where it changes nothing.
	Zero string
	// Beside reports whether what is given stands beside the main parameter in the drawing.
	Beside bool
	// Positive reports whether a value of 0 or less is rarely meant.
	Positive bool
	// Unsigned reports whether a value of less than 0 means nothing.
	Unsigned bool
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
