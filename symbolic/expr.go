package symbolic

import (
	"hash/maphash"

	"diagram/symbolic/naming"
	"diagram/symbolic/rational"
)

// Expr is an expression: a *Number, *Symbol, *Function, *Sum, *Product, *Power
// or *Call. Expressions are immutable and may be shared freely.
type Expr interface {
	// String returns the expression as [Text] prints it in the default style.
	String() string
	// key is equal for expressions that Equal calls equal.
	key() uint64
}

// Number is an exact rational number.
type Number struct {
	val     rational.Rat
	decimal bool // printed as 0.1, not as 1/10, where it ends
}

// Symbol is a quantity that does not change with time, except for the time t
// itself (see [Time]).
type Symbol struct {
	name    naming.Name
	degrees bool // π as part of an angle that is printed in degrees
	hash    uint64
}

// Function is a function of time or one of its time derivatives.
type Function struct {
	name  naming.Name
	order int
	hash  uint64
}

// Sum is a sum of two or more terms.
type Sum struct {
	terms []Expr
	hash  uint64
}

// Product is a numeric coefficient times one or more factors.
type Product struct {
	coef    *Number
	factors []Expr // none is a Number or a Product
	rest    uint64 // key of the factors without the coefficient
	hash    uint64
}

// Power is a base raised to an exponent that is neither 0 nor 1.
type Power struct {
	base, exp Expr
	hash      uint64
}

// Call is an elementary function applied to an argument.
type Call struct {
	fn   Fn
	arg  Expr
	hash uint64
}

// Fn names an elementary function.
type Fn uint8

// The elementary functions.
const (
	SinFn Fn = iota
	CosFn
	TanFn
	ExpFn
	LogFn
	AbsFn
	SgnFn
	MaxFn // max(0, x)
	MinFn // min(0, x)
)

// Value returns the number as numerator and denominator rational.
func (n *Number) Value() rational.Rat { return n.val }

// Name returns how the symbol is spelled.
func (s *Symbol) Name() naming.Name { return s.name }

// Name returns how the function is spelled.
func (f *Function) Name() naming.Name { return f.name }

// Order returns how often the function is differentiated with respect to time.
func (f *Function) Order() int { return f.order }

// D returns the n-th further time derivative; a negative n undoes derivatives,
// down to the function itself.
func (f *Function) D(n int) *Function { return newFunction(f.name, max(0, f.order+n)) }

// Terms returns the terms in the order in which they are written.
func (s *Sum) Terms() []Expr { return append([]Expr(nil), s.terms...) }

// Coef returns the numeric coefficient, which may be 1.
func (p *Product) Coef() *Number { return p.coef }

// Factors returns the factors in the order in which they are written, led by
// the numeric coefficient unless it is 1.
func (p *Product) Factors() []Expr {
	if p.coef.val.IsOne() {
		return append([]Expr(nil), p.factors...)
	}
	return append([]Expr{p.coef}, p.factors...)
}

// Base returns the base of the power.
func (p *Power) Base() Expr { return p.base }

// Exp returns the exponent of the power.
func (p *Power) Exp() Expr { return p.exp }

// Fn returns which function is called.
func (c *Call) Fn() Fn { return c.fn }

// Arg returns the argument of the call.
func (c *Call) Arg() Expr { return c.arg }

func (n *Number) String() string   { return Text(n, Style{}) }
func (s *Symbol) String() string   { return Text(s, Style{}) }
func (f *Function) String() string { return Text(f, Style{}) }
func (s *Sum) String() string      { return Text(s, Style{}) }
func (p *Product) String() string  { return Text(p, Style{}) }
func (p *Power) String() string    { return Text(p, Style{}) }
func (c *Call) String() string     { return Text(c, Style{}) }

func (n *Number) key() uint64 {
	if p, q, ok := n.val.Small(); ok {
		return mix(mix(kindNumber, uint64(p)), uint64(q))
	}
	return mix(kindNumber, hashString(n.val.String()))
}
func (s *Symbol) key() uint64   { return s.hash }
func (f *Function) key() uint64 { return f.hash }
func (s *Sum) key() uint64      { return s.hash }
func (p *Product) key() uint64  { return p.hash }
func (p *Power) key() uint64    { return p.hash }
func (c *Call) key() uint64     { return c.hash }

// Kinds of expression, in the order in which Compare sorts them.
const (
	kindNumber = iota
	kindSymbol
	kindFunction
	kindPower
	kindCall
	kindProduct
	kindSum
)

// seed makes keys differ from run to run, so that nobody can prepare a file
// whose expressions collide. Keys never reach an output.
var seed = maphash.MakeSeed()

func hashString(s string) uint64 { return maphash.String(seed, s) }

// mix folds v into h; the order of folding matters.
func mix(h, v uint64) uint64 {
	h ^= v + 0x9e3779b97f4a7c15 + h<<6 + h>>2
	h *= 0xff51afd7ed558ccd
	return h ^ h>>33
}

// bagKey returns a key that does not depend on the order of es.
func bagKey(kind uint64, es []Expr) uint64 {
	var sum uint64
	for _, e := range es {
		sum += mix(kind, e.key())
	}
	return mix(kind, sum)
}

func newSum(terms []Expr) *Sum {
	return &Sum{terms: terms, hash: bagKey(kindSum, terms)}
}

// newProduct makes coef·factors, which is a bare factor when coef is 1 and there
// is one factor.
func newProduct(coef *Number, factors []Expr) Expr {
	if len(factors) == 0 {
		return coef
	}
	if len(factors) == 1 && coef.val.IsOne() {
		return factors[0]
	}
	p := &Product{coef: coef, factors: factors}
	if len(factors) == 1 {
		p.rest = factors[0].key()
	} else {
		p.rest = bagKey(kindProduct, factors)
	}
	p.hash = p.rest
	if !coef.val.IsOne() {
		p.hash = mix(p.rest, coef.key())
	}
	return p
}

func newPower(base, exp Expr) *Power {
	return &Power{base: base, exp: exp, hash: mix(mix(kindPower, base.key()), exp.key())}
}

func newCall(fn Fn, arg Expr) *Call {
	return &Call{fn: fn, arg: arg, hash: mix(mix(kindCall, uint64(fn)), arg.key())}
}

func newFunction(name naming.Name, order int) *Function {
	return &Function{name: name, order: order, hash: mix(mix(kindFunction, hashString(name.Key())), uint64(order))}
}

// NewSymbol returns the constant that is spelled as name.
func NewSymbol(name naming.Name) *Symbol {
	return &Symbol{name: name, hash: mix(kindSymbol, hashString(name.Key()))}
}

// NewFunction returns the function of time that is spelled as name.
func NewFunction(name naming.Name) *Function { return newFunction(name, 0) }

// Pi returns the ratio of a circle's circumference to its diameter.
func Pi() Expr { return pi }

// Degrees returns an angle of e degrees in radians, e·π/180. A number of degrees
// is printed as such, 20°, wherever it stays together.
func Degrees(e Expr) Expr {
	turn := *pi
	turn.degrees = true
	return Mul(e, Rat(1, 180), &turn)
}

// Time returns the time t, the one symbol on which [DiffTime] acts.
func Time() *Symbol { return time }

var pi, time = NewSymbol(naming.Pi), NewSymbol(naming.Time)

func isTime(s *Symbol) bool { return s.name.Key() == "t" }

func isPi(s *Symbol) bool { return s.name.Key() == `\pi` }
