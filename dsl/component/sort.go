package component

import "diagram/symbolic"

// Sort is the part that elements of a kind play in the graph, with what only kinds of that sort have. It is a Support, a Body,
// a Connector or an Action: supports and bodies are the nodes of the graph, connectors its edges; actions hang on one node.
type Sort interface {
	String() string // "support"
	place() int     // among the sorts, where they are listed
}

// Support is a node whose motion is known.
type Support struct {
	// Moves is a moving support's position as a function of time; nil for the others.
	Moves func(p Params) symbolic.Expr
	// Stands is where it stands, seen from what it holds.
	Stands Level
}

// Body is a node whose motion is looked for.
type Body struct {
	// Inertia is its mass or moment of inertia; nil for massless bodies.
	Inertia func(p Params) symbolic.Expr
	// Point reports whether it is a mere point where connectors meet: nothing that a learner would count as a body.
	Point bool
	// InSeries reports whether a body of this kind is made where two connectors in series meet. One kind has it.
	InSeries bool
}

// Connector is an edge: it has a Law or a Tie.
type Connector struct {
	// Law is its pull on its two ends, as summands (each prints as a term of the equation): positive where it draws the ends
	// together.
	Law func(p Params, e Extension) []symbolic.Expr
	// Applied reports whether the law is an input, not a response: its term stands with what acts on the system.
	Applied bool
	// Potential and Kinetic are the energies it stores, Dissipation its part of Rayleigh's dissipation function; nil where it
	// has none. Law equals ∂Potential/∂e + ∂Dissipation/∂ė + d/dt ∂Kinetic/∂ė.
	Potential, Dissipation, Kinetic func(p Params, e Extension) symbolic.Expr
	// Gap is how far it is open where positions count from, of one that bears nothing before its ends are so much closer; nil
	// for all others.
	Gap func(p Params) symbolic.Expr
	// Sliding reports whether its two nodes slide past each other side by side: it is drawn between their sides, and
	// positions are not measured from its support.
	Sliding bool
	// Tie is how one without a law binds the places of its ends, so that they share a coordinate.
	Tie *Tie
}

// Tie is a linear relation between the places of a connector's ends: place of second = Ratio · place of first, or where they
// move alike, place of To = place of From + Length.
type Tie struct {
	// Ratio is how far the end that the text has second moves, or turns, for each unit by which the first does; nil where the
	// ends move alike. It learns which bare words the author said.
	Ratio func(p Params, says func(word string) bool) symbolic.Expr
	// Length is how far one whose ends move alike keeps them apart along the axis; nil for no distance.
	Length func(p Params) symbolic.Expr
}

// Action is what acts on a node, or says something of it.
type Action struct {
	// Acts is its force or torque on a body of the given inertia, before its direction; nil for an annotation.
	Acts func(p Params, inertia symbolic.Expr) symbolic.Expr
	// Weight reports whether it acts downwards whatever else is said.
	Weight bool
	// Marks reports whether it draws its node's coordinate: its label names it, its direction says how it counts.
	Marks bool
}

func (Support) String() string   { return "support" }
func (Body) String() string      { return "body" }
func (Connector) String() string { return "connector" }
func (Action) String() string    { return "action" }

func (Support) place() int   { return 0 }
func (Body) place() int      { return 1 }
func (Connector) place() int { return 2 }
func (Action) place() int    { return 3 }

// Support is what the kind is as a support; the zero Support where it is none. Body, Connector and Action are alike.
func (k *Kind) Support() Support     { s, _ := k.Sort.(Support); return s }
func (k *Kind) Body() Body           { s, _ := k.Sort.(Body); return s }
func (k *Kind) Connector() Connector { s, _ := k.Sort.(Connector); return s }
func (k *Kind) Action() Action       { s, _ := k.Sort.(Action); return s }

// IsSupport reports whether the kind is a support, and so on; IsNode whether it is a support or a body.
func (k *Kind) IsSupport() bool   { _, is := k.Sort.(Support); return is }
func (k *Kind) IsBody() bool      { _, is := k.Sort.(Body); return is }
func (k *Kind) IsConnector() bool { _, is := k.Sort.(Connector); return is }
func (k *Kind) IsAction() bool    { _, is := k.Sort.(Action); return is }
func (k *Kind) IsNode() bool      { return k.IsSupport() || k.IsBody() }

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
