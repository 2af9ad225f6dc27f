// Package rational is exact arithmetic with fractions that are small almost
// always: a value holds two machine integers and moves to math/big only when
// a result no longer fits.
package rational

import (
	"math"
	"math/big"
	"math/bits"
	"strconv"
)

// Rat is an exact rational number in lowest terms. The zero value is 0. A Rat
// is immutable; compare two with Equal, not with ==.
type Rat struct {
	num int64
	den int64    // the denominator less one, so that the zero value is 0/1
	big *big.Rat // set only when the value does not fit above
}

// One is the number 1.
var One = Int(1)

// Int returns n.
func Int(n int64) Rat {
	if n == math.MinInt64 {
		return Rat{big: new(big.Rat).SetInt64(n)}
	}
	return Rat{num: n}
}

// New returns p/q in lowest terms. It panics when q is zero, as big.NewRat does.
func New(p, q int64) Rat {
	if q == 0 {
		panic("rational: division by zero")
	}
	if p == math.MinInt64 || q == math.MinInt64 {
		return FromBig(big.NewRat(p, q))
	}
	if q < 0 {
		p, q = -p, -q
	}
	if g := gcd(abs(p), uint64(q)); g > 1 {
		p, q = p/int64(g), q/int64(g)
	}
	return Rat{num: p, den: q - 1}
}

// FromBig returns the value of r, which it copies.
func FromBig(r *big.Rat) Rat { return own(new(big.Rat).Set(r)) }

// own returns the value of r, which nobody else may change.
func own(r *big.Rat) Rat {
	if r.Num().IsInt64() && r.Denom().IsInt64() && r.Num().Int64() != math.MinInt64 {
		return Rat{num: r.Num().Int64(), den: r.Denom().Int64() - 1}
	}
	return Rat{big: r}
}

// ref returns the value as a big.Rat that must not be changed.
func (a Rat) ref() *big.Rat {
	if a.big != nil {
		return a.big
	}
	return big.NewRat(a.num, a.den+1)
}

// Bits returns the size of numerator and denominator in bits, or 0 when both are
// machine integers.
func (a Rat) Bits() int {
	if a.big == nil {
		return 0
	}
	return a.big.Num().BitLen() + a.big.Denom().BitLen()
}

// Big returns the value as a new big.Rat.
func (a Rat) Big() *big.Rat {
	if a.big != nil {
		return new(big.Rat).Set(a.big)
	}
	return big.NewRat(a.num, a.den+1)
}

// Num returns the numerator, which carries the sign.
func (a Rat) Num() *big.Int {
	if a.big != nil {
		return new(big.Int).Set(a.big.Num())
	}
	return big.NewInt(a.num)
}

// Den returns the denominator, which is positive.
func (a Rat) Den() *big.Int {
	if a.big != nil {
		return new(big.Int).Set(a.big.Denom())
	}
	return big.NewInt(a.den + 1)
}

// Int64 returns the value when it is an integer that fits.
func (a Rat) Int64() (int64, bool) {
	if a.big != nil || a.den != 0 {
		return 0, false
	}
	return a.num, true
}

// Small returns numerator and denominator when both fit in machine integers.
func (a Rat) Small() (num, den int64, ok bool) { return a.num, a.den + 1, a.big == nil }

// IsInt reports whether the value is an integer.
func (a Rat) IsInt() bool {
	if a.big != nil {
		return a.big.IsInt()
	}
	return a.den == 0
}

// IsZero reports whether the value is 0.
func (a Rat) IsZero() bool { return a.big == nil && a.num == 0 }

// IsOne reports whether the value is 1.
func (a Rat) IsOne() bool { return a.big == nil && a.num == 1 && a.den == 0 }

// IsMinusOne reports whether the value is −1.
func (a Rat) IsMinusOne() bool { return a.big == nil && a.num == -1 && a.den == 0 }

// Sign returns -1, 0 or 1.
func (a Rat) Sign() int {
	switch {
	case a.big != nil:
		return a.big.Sign()
	case a.num < 0:
		return -1
	case a.num > 0:
		return 1
	}
	return 0
}

// Neg returns −a.
func (a Rat) Neg() Rat {
	if a.big != nil {
		return own(new(big.Rat).Neg(a.big))
	}
	return Rat{num: -a.num, den: a.den}
}

// Abs returns |a|.
func (a Rat) Abs() Rat {
	if a.Sign() < 0 {
		return a.Neg()
	}
	return a
}

// Add returns a + b.
func (a Rat) Add(b Rat) Rat {
	if a.big == nil && b.big == nil {
		if a.den == 0 && b.den == 0 {
			if s, ok := addSmall(a.num, b.num); ok {
				return Rat{num: s}
			}
		} else {
			x, ok1 := mulSmall(a.num, b.den+1)
			y, ok2 := mulSmall(b.num, a.den+1)
			q, ok3 := mulSmall(a.den+1, b.den+1)
			if s, ok := addSmall(x, y); ok && ok1 && ok2 && ok3 {
				return New(s, q)
			}
		}
	}
	return own(new(big.Rat).Add(a.ref(), b.ref()))
}

// Sub returns a − b.
func (a Rat) Sub(b Rat) Rat { return a.Add(b.Neg()) }

// Mul returns a·b.
func (a Rat) Mul(b Rat) Rat {
	if a.big == nil && b.big == nil {
		p, ok1 := mulSmall(a.num, b.num)
		q, ok2 := mulSmall(a.den+1, b.den+1)
		if ok1 && ok2 {
			if q == 1 {
				return Rat{num: p}
			}
			return New(p, q)
		}
	}
	return own(new(big.Rat).Mul(a.ref(), b.ref()))
}

// Inv returns 1/a. It panics when a is zero.
func (a Rat) Inv() Rat {
	if a.big != nil {
		return own(new(big.Rat).Inv(a.big))
	}
	return New(a.den+1, a.num)
}

// Quo returns a/b. It panics when b is zero.
func (a Rat) Quo(b Rat) Rat { return a.Mul(b.Inv()) }

// maxPowBits bounds the size of a power that is worked out.
const maxPowBits = 4096

// Pow returns aⁿ. It reports false when the result would be too large to be of
// use (some thousand bits), or when a is zero and n negative.
func (a Rat) Pow(n int64) (Rat, bool) {
	if n == 0 || a.IsOne() {
		return One, true
	}
	if a.IsZero() {
		return a, n > 0
	}
	if a.IsMinusOne() {
		return Int(1 - 2*(n&1)), true
	}
	if n < -maxPowBits || n > maxPowBits {
		return Rat{}, false
	}
	if n < 0 {
		a, n = a.Inv(), -n
	}
	if int64(max(a.Num().BitLen(), a.Den().BitLen()))*n > maxPowBits {
		return Rat{}, false
	}
	r := One
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			r = r.Mul(a)
		}
		a = a.Mul(a)
	}
	return r, true
}

// Cmp returns -1, 0 or 1 as a is less than, equal to or greater than b.
func (a Rat) Cmp(b Rat) int {
	if a.big == nil && b.big == nil && a.den == b.den {
		switch {
		case a.num < b.num:
			return -1
		case a.num > b.num:
			return 1
		}
		return 0
	}
	return a.ref().Cmp(b.ref())
}

// Equal reports whether a and b are the same number.
func (a Rat) Equal(b Rat) bool {
	if a.big == nil || b.big == nil {
		return a == b
	}
	return a.big.Cmp(b.big) == 0
}

// Sqrt returns the square root of a when it is rational.
func (a Rat) Sqrt() (Rat, bool) {
	if a.Sign() < 0 {
		return Rat{}, false
	}
	p, q := a.Num(), a.Den()
	rp, rq := new(big.Int).Sqrt(p), new(big.Int).Sqrt(q)
	if new(big.Int).Mul(rp, rp).Cmp(p) != 0 || new(big.Int).Mul(rq, rq).Cmp(q) != 0 {
		return Rat{}, false
	}
	return own(new(big.Rat).SetFrac(rp, rq)), true
}

// Float64 returns the nearest floating-point number.
func (a Rat) Float64() float64 {
	if a.big != nil {
		f, _ := a.big.Float64()
		return f
	}
	if a.den == 0 {
		return float64(a.num)
	}
	f, _ := a.Big().Float64()
	return f
}

// String returns the number as 3, -3 or 3/2.
func (a Rat) String() string {
	if a.big != nil {
		return a.big.RatString()
	}
	s := strconv.FormatInt(a.num, 10)
	if a.den != 0 {
		s += "/" + strconv.FormatInt(a.den+1, 10)
	}
	return s
}

// GCD returns the largest g such that a/g and b/g are integers, for instance
// 1/6 for 1/2 and 2/3. It is zero when both are zero and never negative.
func GCD(a, b Rat) Rat {
	if a.IsZero() {
		return b.Abs()
	}
	if b.IsZero() {
		return a.Abs()
	}
	if a.big == nil && b.big == nil && a.den == 0 && b.den == 0 {
		return Rat{num: int64(gcd(abs(a.num), abs(b.num)))}
	}
	// gcd(p/q, r/s) = gcd(p·s, r·q)/(q·s)
	p, q, r, s := a.Num(), a.Den(), b.Num(), b.Den()
	n := new(big.Int).GCD(nil, nil, new(big.Int).Abs(p.Mul(p, s)), new(big.Int).Abs(r.Mul(r, q)))
	return own(new(big.Rat).SetFrac(n, q.Mul(q, s)))
}

func abs(n int64) uint64 {
	if n < 0 {
		return uint64(-n)
	}
	return uint64(n)
}

func gcd(a, b uint64) uint64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

func addSmall(a, b int64) (int64, bool) {
	s := a + b
	return s, (s > a) == (b > 0) && s != math.MinInt64
}

func mulSmall(a, b int64) (int64, bool) {
	hi, lo := bits.Mul64(abs(a), abs(b))
	if hi != 0 || lo > math.MaxInt64 {
		return 0, false
	}
	if (a < 0) != (b < 0) {
		return -int64(lo), true
	}
	return int64(lo), true
}
