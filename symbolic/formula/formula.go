// Package formula is the tree of a formula as a reader sees it: what stands beside, over, under and inside what.
//
// There is one reader, [Read], which takes LaTeX mathematics as authors write it, and one printer for each notation:
// [LaTeX], [Text] and [MathML]. Package mathbox sets the same tree into outlines. An expression of package symbolic is
// turned into a tree by a style; a name holds its own. So where brackets, fractions and spaces go is decided once, and
// no notation is ever made by taking another's text apart.
package formula

// Node is a piece of a formula. The set of nodes is closed: printers have one switch over all of them, which panics on
// a node that it doesn't know.
type Node interface{ isNode() }

// The nodes that authors write: in names, labels and the formulas between dollar signs.
type (
	// Glyph is one letter, digit, sign or named symbol: its LaTeX, the character that it shows, and the word that stands
	// for it in an identifier.
	Glyph struct{ TeX, Shape, Word string }
	// Row is pieces side by side.
	Row []Node
	// Group is pieces in braces that the author wrote.
	Group struct{ Row }
	// Script is a base with primes, a subscript and a superscript; Sub and Sup may be nil.
	Script struct {
		Base     Node
		Primes   int
		Sub, Sup Node
	}
	// Command is an accent or a change of font, by its LaTeX name, applied to Arg.
	Command struct {
		Name string
		Arg  Node
	}
	// Words are words set as text by \text, \textrm and the like.
	Words struct{ Command, Text string }
	// Line is words with formulas among them, set as text: its Words are the words, every other node is a formula.
	Line []Node
	// Stack is lines under each other, each in the middle.
	Stack []Node
	// Frac is a fraction with a line.
	Frac struct{ Num, Den Node }
	// Root is a root; Index is empty for the square root.
	Root struct {
		Of    Node
		Index string
	}
)

// The nodes that expressions are turned into besides.
type (
	// Symbol is a name, with its spelling made once.
	Symbol struct{ *Spelling }
	// Number is digits without a sign, such as 3 or 0.25, times ten to the power of Exp10.
	Number struct {
		Digits string
		Exp10  int
	}
	// Degrees is an angle: 20°.
	Degrees struct{ Number }
	// Derivative is a name differentiated by time, Order ≥ 1 times.
	Derivative struct {
		Of    Symbol
		Order int
		Style DerivativeStyle
	}
	// Product is factors side by side, kept apart where they would run together.
	Product []Node
	// Sum is summands with their signs.
	Sum []Signed
	// Minus is a node after a minus sign.
	Minus struct{ Of Node }
	// Power is a base with an exponent.
	Power struct{ Base, Exp Node }
	// Slash is a fraction on one line, as in exponents.
	Slash struct{ Num, Den Node }
	// Call is a function (sin, cos, tan, exp, ln, sgn, max or min) of an argument; Exp is the power of its value, sin²x, or nil.
	Call struct {
		Function string
		Exp, Arg Node
	}
	// Exponential is e to a power.
	Exponential struct{ Exp Node }
	// List is arguments with commas between them.
	List []Node
	// Cases is Of where the condition When holds and zero otherwise, a case a line; Short says the same on one line.
	Cases struct {
		Of    Node
		When  Relation
		Short Node
	}
	// Fence is a node between brackets or bars that grow with it.
	Fence struct {
		Open, Close string
		Of          Node
	}
)

// The nodes that equations are put together from.
type (
	// Grid is a matrix in square brackets; Small sets it for a narrow page.
	Grid struct {
		Rows  [][]Node
		Small bool
	}
	// Relation is a sign such as = between two sides.
	Relation struct {
		Sign        string
		Left, Right Node
	}
)

// Signed is a summand with its sign.
type Signed struct {
	Minus bool
	Of    Node
}

// DerivativeStyle is a way to write time derivatives.
type DerivativeStyle uint8

// The ways to write time derivatives.
const (
	Leibniz DerivativeStyle = iota // ds/dt
	Dot                            // ṡ
	Prime                          // s′
)

// Spelling is a name's tree and how it is spelled. The text is usually that of the tree; where two names of a document would
// look the same in it, one of them has another.
type Spelling struct {
	Tree        Node
	LaTeX, Text string
}

// Spell returns the spelling of a tree.
func Spell(tree Node) *Spelling { return &Spelling{tree, LaTeX(tree), Text(tree)} }

func (Glyph) isNode()       {}
func (Row) isNode()         {}
func (Group) isNode()       {}
func (Script) isNode()      {}
func (Command) isNode()     {}
func (Words) isNode()       {}
func (Line) isNode()        {}
func (Stack) isNode()       {}
func (Frac) isNode()        {}
func (Root) isNode()        {}
func (Symbol) isNode()      {}
func (Number) isNode()      {}
func (Degrees) isNode()     {}
func (Derivative) isNode()  {}
func (Product) isNode()     {}
func (Sum) isNode()         {}
func (Minus) isNode()       {}
func (Power) isNode()       {}
func (Slash) isNode()       {}
func (Call) isNode()        {}
func (Exponential) isNode() {}
func (List) isNode()        {}
func (Cases) isNode()       {}
func (Fence) isNode()       {}
func (Grid) isNode()        {}
func (Relation) isNode()    {}
