package poly

import "diagram/symbolic/rational"

// Frac is a fraction of polynomials.
type Frac struct{ Num, Den Poly }

// Whole returns p/1.
func Whole(p Poly) Frac { return Frac{p, One} }

// AddFrac returns a + b over the least common denominator.
func (r *Ring) AddFrac(a, b Frac) Frac {
	if a.Den.Equal(b.Den) {
		return Frac{r.Add(a.Num, b.Num), a.Den}
	}
	g := r.GCD(a.Den, b.Den)
	da, ok1 := r.Quo(a.Den, g)
	db, ok2 := r.Quo(b.Den, g)
	if !ok1 || !ok2 {
		return Frac{nil, One} // out of budget
	}
	return Frac{r.Add(r.Mul(a.Num, db), r.Mul(b.Num, da)), r.Mul(a.Den, db)}
}

// SumFrac returns the sum of all fs.
func (r *Ring) SumFrac(fs []Frac) Frac {
	switch len(fs) {
	case 0:
		return Whole(nil)
	case 1:
		return fs[0]
	}
	return r.AddFrac(r.SumFrac(fs[:len(fs)/2]), r.SumFrac(fs[len(fs)/2:]))
}

// MulFrac returns a·b.
func (r *Ring) MulFrac(a, b Frac) Frac {
	return Frac{r.Mul(a.Num, b.Num), r.Mul(a.Den, b.Den)}
}

// Lowest returns f in lowest terms: numerator and denominator without common
// divisor, the denominator with whole coefficients without common divisor, the
// first of them positive.
func (r *Ring) Lowest(f Frac) Frac {
	if f.Num.IsZero() || f.Den.IsZero() {
		return Whole(nil)
	}
	if !f.Den.IsConst() {
		g := r.GCD(f.Num, f.Den)
		num, ok1 := r.Quo(f.Num, g)
		den, ok2 := r.Quo(f.Den, g)
		if ok1 && ok2 {
			f = Frac{num, den}
		}
	}
	c, m, den := f.Den.Content()
	if c.IsZero() {
		return Whole(nil)
	}
	return Frac{f.Num.Scale(rational.One.Quo(c)), den.shift(m)}
}
