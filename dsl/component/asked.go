package component

import (
	"slices"
	"strings"

	"diagram/dsl/diag"
)

// wanting are things that authors ask for and that no kind is: the words they use, and what can be written instead.
var wanting = []struct {
	words   []string
	instead string
}{
	{[]string{"pulley", "pully", "sheave", "tackle"}, "pulleys are not available yet"},
	{[]string{"pinion", "rack"}, "racks are not available yet; write what the disc feels of the mass: disc[J=J+m*r^2]"},
	{[]string{"lever", "seesaw", "rocker", "pivot", "fulcrum"}, "levers are not available yet; for small motion, write what the body feels of a spring at arm a: spring[k=k_1*a^2/b^2]"},
	{[]string{"pendulum", "pendel"}, "pendulums are not available yet; for small angles, a disc on a torsional spring moves alike: wall - spring[k=m*g*l] - disc[J=m*l^2]"},
	{[]string{"beam", "cantilever", "girder"}, "beams that bend are not available yet; write the stiffness of one as a spring: spring[k=3*E*I/l^3]"},
	{[]string{"rope", "cable", "string", "wire", "cord", "chain", "belt"}, "ropes are not available yet; for one that stays taut, write rod, or spring if it stretches"},
	{[]string{"bearing", "hinge", "pin", "roller"}, "bearings are not available yet; for the drag of one, join the body to a wall by a damper"},
	{[]string{"springdamper", "dampedspring", "kelvin", "voigt", "kelvinvoigt", "suspension", "isolator", "mount"}, "write a spring and a damper in parallel: (spring, damper)"},
	{[]string{"maxwell"}, "write a spring and a damper in series: spring - damper"},
}

// Advise says what an author may have meant by a word that is no kind's name: by meaning first, by spelling then. It is ""
// where nothing is like it.
func (c *Catalog) Advise(word string) string {
	if advice := c.advise(plain(word)); advice != "" {
		return advice
	}
	if near := diag.Nearest(word, c.Names()); near != "" {
		return meant(near)
	}
	return c.advise(nearAsked(word, c.askedWords()))
}

// nearAsked is the asked word that one is a misspelling of. These words are many, so only what is long and begins alike is one.
func nearAsked(word string, words []string) string {
	asked := plain(word)
	near := diag.Nearest(asked, words)
	if len(asked) < 6 || near == "" || near[0] != asked[0] {
		return ""
	}
	return near
}

// advise goes by meaning alone.
func (c *Catalog) advise(asked string) string {
	for _, w := range wanting {
		if slices.Contains(w.words, asked) {
			return w.instead
		}
	}
	var kinds []string
	for _, k := range c.kinds {
		if slices.Contains(k.Asked, asked) {
			kinds = append(kinds, k.Name)
		}
	}
	if kinds == nil {
		return ""
	}
	return meant(kinds...)
}

func meant(kinds ...string) string { return "did you mean " + strings.Join(kinds, " or ") + "?" }

// askedWords are all words that lead to a kind or to advice.
func (c *Catalog) askedWords() []string {
	var words []string
	for _, w := range wanting {
		words = append(words, w.words...)
	}
	for _, k := range c.kinds {
		words = append(words, k.Asked...)
	}
	return words
}

// AskedFor finds the attribute of the kind that a word asks for; nil where there is none.
func (k *Kind) AskedFor(word string) *Attribute {
	asked := plain(word)
	var words []string
	for _, exact := range []bool{true, false} {
		if !exact {
			asked = nearAsked(word, words)
		}
		for i := range k.Attributes {
			if slices.Contains(k.Attributes[i].Asked, asked) {
				return &k.Attributes[i]
			}
			words = append(words, k.Attributes[i].Asked...)
		}
	}
	return nil
}

// Hint is what to write where a word asks for something that the kind doesn't have; "" where there is no advice.
func (k *Kind) Hint(word string) string { return k.Hints[plain(word)] }

// plain is a word without what authors vary: case, and signs between its parts.
func plain(word string) string {
	return strings.NewReplacer("_", "", "-", "", " ", "").Replace(strings.ToLower(word))
}
