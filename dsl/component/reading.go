package component

import "diagram/symbolic"

// Reading is one term in words: the product of its factors, each with what it is, and of what they multiply.
//
//	k, the stiffness of S, times how far it is stretched: s, the distance from W to T, less L₀, its original length
//	└ a factor ┘ └ Is ──┘       └ Extent.Forth ───────┘  └ the extension ─────────┘       └ Extent.Less ────────┘
//
// It is spelled out (in package explain) from the term as it stands in its equation, so that the words have its sign and
// say it whole: who reads nothing but the words can write the term down.
type Reading struct {
	Factors []Factor
	// Of is what of a connector's extension the factors multiply; nil where it is nothing.
	Of *Extent
	// Motion is what of a body's motion they multiply: "its acceleration".
	Motion string
	// Sentence says it all, where there is no product to read.
	Sentence string
}

// Factor is an expression and what it is: k, "the stiffness of S".
type Factor struct {
	Expr symbolic.Expr
	Is   string
}

// Extent is a measure of a connector's extension, in words. Against the extension (how far a spring is compressed)
// all measures have the same size and the other sign.
type Extent struct {
	Order       int     // 0 for the extension, 1 for its rate, 2 for the second derivative
	Less        *Factor // what is taken off the extension: the natural length
	Plus        *Factor // and what is added: a gap
	Shape       Shape
	Forth, Back string // along with the extension and against it: "how far it is stretched", "how far it is compressed"
	// Bare reports whether the words say it all but for the expression: no distance has to be told.
	Bare bool
	// Else is what is to be said of it where the measure is zero; empty for most.
	Else string
}

// Shape is the function of a measure that a term has.
type Shape uint8

// Plain is the measure itself, Cubed its cube, Squared its square with its sign, Signed its sign, Pressed the measure where
// it is negative and zero elsewhere.
const (
	Plain Shape = iota
	Cubed
	Squared
	Signed
	Pressed
)

// Value is the measure as an expression, along with the extension.
func (m *Extent) Value(e Extension) symbolic.Expr {
	x := [...]symbolic.Expr{e.Length, e.Rate, e.Accel}[m.Order]
	if m.Less != nil {
		x = e.Stretch(m.Less.Expr)
	}
	if m.Plus != nil {
		x = symbolic.Add(x, m.Plus.Expr)
	}
	switch m.Shape {
	case Cubed:
		return symbolic.PowInt(x, 3)
	case Squared:
		return symbolic.Mul(x, symbolic.Abs(x))
	case Signed:
		return symbolic.Sgn(x)
	case Pressed:
		return symbolic.Min0(x)
	}
	return x
}

// Saying is what a kind needs to say its element's terms.
type Saying struct {
	Extension        // of a connector
	Name      string // of the element, in a sentence: "S", "the spring"
	// From and To are the ends of a connector; On is the node of an action.
	From, To, On End
	// Turned reports whether the text has a connector's ends the other way round: To first.
	Turned bool
	// Says reports whether the author said a bare word of it.
	Says     func(word string) bool
	Rotation bool
	Rest     bool // positions count from where all rests, under load
	Sense    int  // of a support that moves: how its motion counts along the axis
	// Way says which way a sense along the axis leads: "to the right".
	Way func(sense int) string
	// Direction says which way the element was told to point, if it was, with a space before it: " to the left".
	Direction string
}

// End is a node in a sentence.
type End struct {
	Name   string
	Stands bool // it is a support
}

// product is a reading with one factor.
func product(e symbolic.Expr, is string, of *Extent) Reading {
	return Reading{Factors: []Factor{{e, is}}, Of: of}
}
