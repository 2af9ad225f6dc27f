package symbolic

import "diagram/symbolic/rational"

var (
	zero     = &Number{}
	one      = Int(1)
	minusOne = Int(-1)
	half     = Rat(1, 2)
)

// Int returns the integer n.
func Int(n int64) *Number { return number(rational.Int(n), false) }

// smallInts are the integers that turn up all the time, from leastSmall.
var smallInts = func() (ns [12]Number) {
	for i := range ns {
		ns[i].val = rational.Int(int64(i + leastSmall))
	}
	return ns
}()

const leastSmall = -2

// Rat returns the fraction p/q. It panics when q is zero.
func Rat(p, q int64) *Number { return &Number{val: rational.New(p, q)} }

// number makes the result of arithmetic on numbers, of which one was a decimal.
func number(v rational.Rat, decimal bool) *Number {
	if !decimal {
		if p, q, ok := v.Small(); ok && q == 1 && leastSmall <= p && p < leastSmall+int64(len(smallInts)) {
			return &smallInts[p-leastSmall]
		}
	}
	return &Number{val: v, decimal: decimal}
}

func isNumber(e Expr, n int64) bool {
	v, ok := e.(*Number)
	if !ok {
		return false
	}
	got, ok := v.val.Int64()
	return ok && got == n
}

// IsZero reports whether e is the number 0. An expression that only turns out to
// be zero when expanded is not; see [Equivalent].
func IsZero(e Expr) bool { return isNumber(e, 0) }

// Neg returns −e. A sum keeps its terms as they are, unless all are negative.
func Neg(e Expr) Expr {
	switch e := e.(type) {
	case *Number:
		return number(e.val.Neg(), e.decimal)
	case *Sum:
		if allNegative(e) {
			return negateTerms(e)
		}
	}
	return scale(minusOne, e)
}

// scale returns c·e for a term e, without distributing over sums.
func scale(c *Number, e Expr) Expr {
	if c.val.IsZero() {
		return nothing(factorsOf(e))
	}
	switch e := e.(type) {
	case *Number:
		return number(c.val.Mul(e.val), c.decimal || e.decimal)
	case *Product:
		return newProduct(number(c.val.Mul(e.coef.val), c.decimal || e.coef.decimal), e.factors)
	}
	return newProduct(c, []Expr{e})
}

// splitCoef returns the coefficient of a term and the key of what it multiplies.
func splitCoef(e Expr) (*Number, uint64) {
	if p, ok := e.(*Product); ok {
		return p.coef, p.rest
	}
	return one, e.key()
}

// withCoef returns the term e with its coefficient replaced.
func withCoef(c *Number, e Expr) Expr {
	if c.val.IsZero() {
		return zero
	}
	if p, ok := e.(*Product); ok {
		return newProduct(c, p.factors)
	}
	return newProduct(c, []Expr{e})
}

// sameButCoef reports whether two terms differ at most by their coefficients.
func sameButCoef(a, b Expr) bool {
	p, q := factorsOf(a), factorsOf(b)
	return sameBag(p, q)
}

func factorsOf(e Expr) []Expr {
	if p, ok := e.(*Product); ok {
		return p.factors
	}
	return []Expr{e}
}

// negative reports whether a term is printed with a leading minus.
func negative(e Expr) bool {
	switch e := e.(type) {
	case *Number:
		return e.val.Sign() < 0
	case *Product:
		return e.coef.val.Sign() < 0
	}
	return false
}

func allNegative(s *Sum) bool {
	for _, t := range s.terms {
		if !negative(t) {
			return false
		}
	}
	return true
}

func negateTerms(s *Sum) *Sum {
	terms := make([]Expr, len(s.terms))
	for i, t := range s.terms {
		terms[i] = Neg(t)
	}
	return newSum(terms)
}

// SplitSign returns the sign that e is printed with, and e without it: -1 and x
// for −x.
func SplitSign(e Expr) (sign int, rest Expr) {
	if negative(e) {
		return -1, Neg(e)
	}
	return 1, e
}

// Add returns the sum of its arguments in the order given. Sums among them are
// flattened, a negated sum with its signs reversed; numbers and like terms are
// gathered where the first of them stood.
func Add(es ...Expr) Expr {
	if len(es) == 1 {
		return es[0]
	}
	g := gather{terms: make([]Expr, 0, len(es)), keys: make([]uint64, 0, len(es))}
	for _, e := range es {
		g.add(e, false)
	}
	terms := g.terms
	if g.dropped {
		kept := terms[:0]
		for _, t := range terms {
			if !IsZero(t) {
				kept = append(kept, t)
			}
		}
		terms = kept
	}
	switch len(terms) {
	case 0:
		return zero
	case 1:
		return terms[0]
	}
	return newSum(terms)
}

// Keys of terms that have no other: numbers, and terms that cancelled.
const (
	cancelledKey = iota
	numberKey
)

// gather collects the terms of a sum.
type gather struct {
	terms   []Expr
	keys    []uint64
	index   index
	dropped bool // some term became zero
}

func (g *gather) add(e Expr, negate bool) {
	if s, ok := e.(*Sum); ok {
		for _, t := range s.terms {
			g.add(t, negate)
		}
		return
	}
	if p, ok := e.(*Product); ok && p.coef.val.IsMinusOne() && len(p.factors) == 1 {
		if s, ok := p.factors[0].(*Sum); ok {
			g.add(s, !negate)
			return
		}
	}
	if IsZero(e) {
		return
	}
	if negate {
		e = Neg(e)
	}
	n, isNum := e.(*Number)
	coef, key := splitCoef(e)
	if isNum {
		coef, key = n, numberKey
	}
	at := g.index.find(g.keys, key, func(i int) bool {
		_, alsoNum := g.terms[i].(*Number)
		if isNum || alsoNum {
			return isNum == alsoNum
		}
		return sameButCoef(g.terms[i], e)
	})
	if at < 0 {
		g.terms, g.keys = append(g.terms, e), append(g.keys, key)
		return
	}
	if m, ok := g.terms[at].(*Number); ok {
		g.terms[at] = number(m.val.Add(n.val), m.decimal || n.decimal)
	} else {
		was, _ := splitCoef(g.terms[at])
		sum := number(was.val.Add(coef.val), was.decimal || coef.decimal)
		if sum.val.IsZero() {
			// Forget the term: a later like one stands where it is written.
			g.keys[at] = cancelledKey
			g.terms[at] = zero
			g.dropped = true
			return
		}
		g.terms[at] = withCoef(sum, g.terms[at])
	}
	g.dropped = g.dropped || IsZero(g.terms[at])
}

// index finds an entry by key: by looking through a short list, by a map once
// the list is long.
type index struct {
	byKey map[uint64][]int
	built int // how many keys the map holds
}

const shortList = 12

// find returns the position of a key for which same holds, or -1.
func (x *index) find(keys []uint64, key uint64, same func(int) bool) int {
	if len(keys) <= shortList {
		for i, k := range keys {
			if k == key && same(i) {
				return i
			}
		}
		return -1
	}
	if x.byKey == nil {
		x.byKey = make(map[uint64][]int, 2*len(keys))
	}
	for ; x.built < len(keys); x.built++ {
		x.byKey[keys[x.built]] = append(x.byKey[keys[x.built]], x.built)
	}
	for _, i := range x.byKey[key] {
		if keys[i] == key && same(i) {
			return i
		}
	}
	return -1
}

// Sub returns a − b.
func Sub(a, b Expr) Expr { return Add(a, Neg(b)) }

// Mul returns the product of its arguments in the order given. Products among
// them are flattened and numbers gathered in front; like factors become a power
// where the first of them stood. A sum stays a factor, except that a minus common
// to all its terms moves out of it.
func Mul(es ...Expr) Expr {
	if len(es) == 2 {
		if n, ok := es[0].(*Number); ok {
			if _, sum := es[1].(*Sum); !sum {
				return scale(n, es[1])
			}
		}
	}
	coef := one
	factors := make([]Expr, 0, len(es))
	for _, e := range es {
		switch e := e.(type) {
		case *Number:
			coef = timesNumber(coef, e)
		case *Product:
			coef = timesNumber(coef, e.coef)
			factors = append(factors, e.factors...)
		case *Sum:
			if allNegative(e) && len(es) > 1 {
				coef = timesNumber(coef, minusOne)
				factors = append(factors, negateTerms(e))
			} else {
				factors = append(factors, e)
			}
		default:
			factors = append(factors, e)
		}
	}
	if coef.val.IsZero() {
		return nothing(factors)
	}
	factors, again := gatherPowers(factors)
	if again {
		return Mul(append([]Expr{coef}, factors...)...)
	}
	if len(factors) == 1 && coef.val.IsMinusOne() {
		return Neg(factors[0])
	}
	return newProduct(coef, factors)
}

// nothing is 0 times factors: 0, unless one of them divides by zero, which 0 does not undo.
func nothing(factors []Expr) Expr {
	for _, f := range factors {
		if p, ok := f.(*Power); ok && IsZero(p.base) {
			return p
		}
	}
	return zero
}

func timesNumber(a, b *Number) *Number {
	if a.val.IsOne() {
		return b
	}
	if b.val.IsOne() {
		return a
	}
	return number(a.val.Mul(b.val), a.decimal || b.decimal)
}

// gatherPowers merges factors with the same base. It reports whether a merged
// factor came out as a number or product, so that the list needs another pass.
func gatherPowers(factors []Expr) (_ []Expr, again bool) {
	if len(factors) < shortList && !sharesBase(factors) {
		return factors, false
	}
	var (
		ix     index
		keys   = make([]uint64, 0, len(factors))
		exps   []Expr // the exponents so far, once two factors have merged
		merged bool
	)
	kept := factors[:0:0]
	for _, f := range factors {
		base, exp := asPower(f)
		key := base.key()
		at := ix.find(keys, key, func(i int) bool {
			other, _ := asPower(kept[i])
			return Equal(base, other)
		})
		if at < 0 {
			kept, keys, exps = append(kept, f), append(keys, key), append(exps, exp)
			continue
		}
		merged = true
		exps[at] = Add(exps[at], exp)
		kept[at] = newPower(base, exps[at]) // made proper below
	}
	if !merged {
		return factors, false
	}
	out := kept[:0]
	for _, f := range kept {
		p, ok := f.(*Power)
		if !ok {
			out = append(out, f)
			continue
		}
		f := Pow(p.base, p.exp)
		switch f := f.(type) {
		case *Number:
			again = again || !f.val.IsOne()
			if f.val.IsOne() {
				continue
			}
		case *Product:
			again = true
		}
		out = append(out, f)
	}
	return out, again
}

// sharesBase reports whether two of a few factors may have the same base.
func sharesBase(factors []Expr) bool {
	for i, f := range factors {
		base, _ := asPower(f)
		for _, g := range factors[:i] {
			if other, _ := asPower(g); base.key() == other.key() {
				return true
			}
		}
	}
	return false
}

func asPower(e Expr) (base, exp Expr) {
	if p, ok := e.(*Power); ok {
		return p.base, p.exp
	}
	return e, one
}

// Div returns a/b. A division by the number 0 stays as written.
func Div(a, b Expr) Expr { return Mul(a, Pow(b, minusOne)) }

// PowInt returns base to the n-th power.
func PowInt(base Expr, n int64) Expr { return Pow(base, Int(n)) }

// Sqrt returns the square root of e.
func Sqrt(e Expr) Expr { return Pow(e, half) }
