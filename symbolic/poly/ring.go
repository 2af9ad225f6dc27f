package poly

import "errors"

// ErrTooLarge is the error of a Ring that gave up.
var ErrTooLarge = errors.New("the polynomials grow too large")

// A Ring does arithmetic within a budget of work, counted in elementary steps so
// that the outcome does not depend on the machine. Once the budget is spent every
// result is 0 and Err tells so.
type Ring struct{ left int }

// DefaultBudget takes a good part of a second to spend.
const DefaultBudget = 3_000_000

// NewRing returns a Ring that may do about that many steps.
func NewRing(budget int) *Ring { return &Ring{left: budget} }

// Err returns ErrTooLarge once the budget is spent.
func (r *Ring) Err() error {
	if r.left < 0 {
		return ErrTooLarge
	}
	return nil
}

// Spend takes n steps off the budget, for work that is done elsewhere, and reports whether they were there.
func (r *Ring) Spend(n int) bool { return r.spend(n) }

func (r *Ring) spend(n int) bool {
	if r.left >= 0 {
		r.left -= n
	}
	return r.left >= 0
}

// weight returns how many steps a coefficient of p costs on average.
func (p Poly) weight() int {
	bits := 0
	for _, t := range p {
		bits += t.Coef.Bits()
	}
	return 1 + bits/(8*max(1, len(p)))
}

// Add returns p + q.
func (r *Ring) Add(p, q Poly) Poly {
	if p.IsZero() {
		return q
	}
	if q.IsZero() {
		return p
	}
	if !r.spend(len(p)*p.weight() + len(q)*q.weight()) {
		return nil
	}
	out := make(Poly, 0, len(p)+len(q))
	for len(p) > 0 && len(q) > 0 {
		switch a, b := p[0], q[0]; {
		case a.Mono > b.Mono:
			out, p = append(out, a), p[1:]
		case a.Mono < b.Mono:
			out, q = append(out, b), q[1:]
		default:
			if c := a.Coef.Add(b.Coef); !c.IsZero() {
				out = append(out, Term{a.Mono, c})
			}
			p, q = p[1:], q[1:]
		}
	}
	return append(append(out, p...), q...)
}

// Sub returns p − q.
func (r *Ring) Sub(p, q Poly) Poly { return r.Add(p, q.Neg()) }

// Sum returns the sum of all ps.
func (r *Ring) Sum(ps []Poly) Poly {
	switch len(ps) {
	case 0:
		return nil
	case 1:
		return ps[0]
	}
	return r.Add(r.Sum(ps[:len(ps)/2]), r.Sum(ps[len(ps)/2:]))
}

// Mul returns p·q.
func (r *Ring) Mul(p, q Poly) Poly {
	if len(p) < len(q) {
		p, q = q, p
	}
	if q.IsZero() || r.left < 0 {
		return nil
	}
	if len(q) > 1 && len(p)*len(q) > maxProduct {
		half := len(p) / 2
		return r.Add(r.Mul(p[:half], q), r.Mul(p[half:], q))
	}
	if !r.spend(len(p) * len(q) * max(p.weight(), q.weight())) {
		return nil
	}
	if len(q) == 1 {
		return p.Scale(q[0].Coef).shift(q[0].Mono)
	}
	if p.IsConst() {
		return q.Scale(p[0].Coef)
	}
	products := make(Poly, 0, len(p)*len(q))
	for _, a := range p {
		for _, b := range q {
			products = append(products, Term{a.Mono.Mul(b.Mono), a.Coef.Mul(b.Coef)})
		}
	}
	return sorted(products)
}

// maxProduct bounds how many terms are multiplied out before they are gathered.
const maxProduct = 1 << 16

// Pow returns pⁿ for n ≥ 0.
func (r *Ring) Pow(p Poly, n int) Poly {
	if len(p) == 1 {
		if c, ok := p[0].Coef.Pow(int64(n)); ok && n <= maxExp {
			return Poly{{p[0].Mono.pow(n), c}}
		}
		r.left = -1
		return nil
	}
	out := One
	for ; n > 0 && r.left >= 0; n-- {
		out = r.Mul(out, p)
	}
	return out
}

// maxExp bounds the powers that are taken of a single term.
const maxExp = 1 << 16

func (m Mono) pow(n int) Mono {
	if n == 0 {
		return ""
	}
	var out []byte
	for ; m != ""; m = m[pairLen:] {
		out = appendPair(out, m.firstVar(), m.firstExp()*uint32(n))
	}
	return Mono(out)
}

// Quo returns p/q and reports whether q divides p without remainder.
func (r *Ring) Quo(p, q Poly) (Poly, bool) {
	if q.IsZero() {
		return nil, false
	}
	if p.IsZero() {
		return nil, true
	}
	lead, last := q[0], q[len(q)-1]
	if _, ok := p[0].Mono.Div(lead.Mono); !ok {
		return nil, false
	}
	if _, ok := p[len(p)-1].Mono.Div(last.Mono); !ok {
		return nil, false
	}
	inv := lead.Coef.Inv()
	if len(q) == 1 {
		out := make(Poly, len(p))
		for i, t := range p {
			m, ok := t.Mono.Div(lead.Mono)
			if !ok {
				return nil, false
			}
			out[i] = Term{m, t.Coef.Mul(inv)}
		}
		return out, r.spend(len(p))
	}
	if len(p) > len(q) && !degreesFit(p, q) {
		return nil, false
	}
	var out Poly
	for !p.IsZero() {
		m, ok := p[0].Mono.Div(lead.Mono)
		if !ok || !r.spend(len(q)*q.weight()) {
			return nil, false
		}
		c := p[0].Coef.Mul(inv)
		out = append(out, Term{m, c})
		p = r.Sub(p[1:], q[1:].Scale(c).shift(m))
	}
	return out, true
}

// degreesFit reports whether no variable has a higher degree in q than in p.
func degreesFit(p, q Poly) bool {
	for _, d := range q.Degrees() {
		if p.Degree(d.Var) < d.Exp {
			return false
		}
	}
	return true
}

// gcdBudget bounds the work on one greatest common divisor. A fraction that is not
// in lowest terms is still right.
const gcdBudget = 500_000

// GCD returns the greatest common divisor of p and q with whole coefficients that
// have no common divisor, the first of them positive. When finding it is too much
// work, the result is 1.
func (r *Ring) GCD(p, q Poly) Poly {
	if r.left < 0 {
		return One
	}
	budget := min(gcdBudget, r.left/4)
	inner := NewRing(budget)
	g := inner.gcd(p, q)
	r.left -= budget - max(inner.left, 0)
	if inner.Err() != nil {
		return One
	}
	return g
}

func (r *Ring) gcd(p, q Poly) Poly {
	if p.IsZero() || q.IsZero() {
		return r.Add(p, q).primitive()
	}
	if p.IsConst() || q.IsConst() || !r.spend(len(p)+len(q)) {
		return One
	}
	_, mp, p := p.Content()
	_, mq, q := q.Content()
	m := mp.GCD(mq)
	return r.gcdReduced(p, q).shift(m)
}

// gcdReduced is gcd for polynomials without content.
func (r *Ring) gcdReduced(p, q Poly) Poly {
	if p.IsConst() || q.IsConst() || r.left < 0 {
		return One
	}
	if p.Equal(q) {
		return p
	}
	dp, dq := p.Degrees(), q.Degrees()
	// A variable that only one of them has cannot occur in the divisor, which
	// then divides each coefficient of that variable.
	if v, ok := onlyInFirst(dp, dq); ok {
		return r.gcdAll(q, p.Coefficients(v))
	}
	if v, ok := onlyInFirst(dq, dp); ok {
		return r.gcdAll(p, q.Coefficients(v))
	}
	for i := range dp {
		if dp[i].Exp == 1 {
			return r.gcdLinear(p, q, dp[i].Var)
		}
		if dq[i].Exp == 1 {
			return r.gcdLinear(q, p, dp[i].Var)
		}
	}
	best := 0
	for i := range dp {
		if min(dp[i].Exp, dq[i].Exp) < min(dp[best].Exp, dq[best].Exp) {
			best = i
		}
	}
	return r.gcdEuclid(p, q, dp[best].Var)
}

// onlyInFirst returns a variable of a that b lacks.
func onlyInFirst(a, b []Power) (v int, ok bool) {
	for _, x := range a {
		for len(b) > 0 && b[0].Var < x.Var {
			b = b[1:]
		}
		if len(b) == 0 || b[0].Var != x.Var {
			return x.Var, true
		}
	}
	return 0, false
}

// gcdAll returns the greatest common divisor of p and all qs.
func (r *Ring) gcdAll(p Poly, qs []Poly) Poly {
	for len(qs) > 0 && (p.IsZero() || !p.IsConst()) && r.left >= 0 {
		// The shortest first: it narrows the divisor down most cheaply.
		least := 0
		for i, q := range qs {
			if len(q) < len(qs[least]) {
				least = i
			}
		}
		if !qs[least].IsZero() {
			p = r.gcd(p, qs[least])
		}
		qs[least] = qs[len(qs)-1]
		qs = qs[:len(qs)-1]
	}
	return p.primitive()
}

// gcdLinear is the greatest common divisor of p = a·v + b and q. Once its content
// gcd(a, b) is taken out, p cannot be factored: it divides q, or only its content
// counts. What mechanics yields is linear in nearly every stiffness and mass.
func (r *Ring) gcdLinear(p, q Poly, v int) Poly {
	parts := p.Coefficients(v)
	content := r.gcd(parts[0], parts[1])
	p, ok := r.Quo(p, content)
	if !ok {
		return One
	}
	if rest, ok := r.Quo(q, p); ok {
		return r.Mul(p, r.gcd(content, rest)).primitive()
	}
	return r.gcd(content, q)
}

// gcdEuclid is Euclid's algorithm in variable v with primitive remainders
// (Knuth, The Art of Computer Programming 2, 4.6.1, algorithm E).
func (r *Ring) gcdEuclid(p, q Poly, v int) Poly {
	p, cp := r.splitContent(p, v)
	q, cq := r.splitContent(q, v)
	content := r.gcd(cp, cq)
	if p.Degree(v) < q.Degree(v) {
		p, q = q, p
	}
	for q.Degree(v) > 0 && r.left >= 0 {
		rem := r.pseudoRemainder(p, q, v)
		p = q
		if rem.IsZero() {
			return r.Mul(p, content).primitive()
		}
		q, _ = r.splitContent(rem, v)
	}
	return content
}

// splitContent parts p into its primitive part with respect to v and its content.
func (r *Ring) splitContent(p Poly, v int) (primitive, content Poly) {
	content = r.gcdAll(nil, p.Coefficients(v))
	primitive, _ = r.Quo(p, content)
	return primitive.primitive(), content
}

// pseudoRemainder returns the remainder of p, times a power of q's leading
// coefficient in v, divided by q.
func (r *Ring) pseudoRemainder(p, q Poly, v int) Poly {
	n := q.Degree(v)
	lead := q.Coefficients(v)[n]
	for p.Degree(v) >= n && !p.IsZero() && r.left >= 0 {
		d := p.Degree(v)
		top := p.Coefficients(v)[d]
		p = r.Sub(r.Mul(p, lead), r.Mul(q, top).shift(X(v, d-n)))
	}
	return p
}
