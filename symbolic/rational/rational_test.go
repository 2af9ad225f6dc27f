package rational

import (
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

// some draws numbers of every size, the edges of the machine integers included.
func some() *rapid.Generator[Rat] {
	edge := rapid.SampledFrom([]int64{0, 1, -1, 2, 3, math.MaxInt64, math.MinInt64, math.MinInt64 + 1, 1 << 32, -1 << 32})
	integer := rapid.OneOf(edge, rapid.Int64(), rapid.Int64Range(-9, 9))
	return rapid.Custom(func(t *rapid.T) Rat {
		q := integer.Draw(t, "q")
		if q == 0 {
			q = 1
		}
		return New(integer.Draw(t, "p"), q)
	})
}

func TestAgreesWithBig(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := some().Draw(t, "a"), some().Draw(t, "b")
		check := func(op string, got Rat, want *big.Rat) {
			t.Helper()
			if got.Big().Cmp(want) != 0 {
				t.Fatalf("%v %s %v = %v, want %v", a, op, b, got, want)
			}
			if fits := want.Num().IsInt64() && want.Denom().IsInt64() && want.Num().Int64() != math.MinInt64; fits != (got.big == nil) {
				t.Fatalf("%v %s %v = %v is held in the wrong form", a, op, b, got)
			}
		}
		check("+", a.Add(b), new(big.Rat).Add(a.Big(), b.Big()))
		check("-", a.Sub(b), new(big.Rat).Sub(a.Big(), b.Big()))
		check("*", a.Mul(b), new(big.Rat).Mul(a.Big(), b.Big()))
		if !b.IsZero() {
			check("/", a.Quo(b), new(big.Rat).Quo(a.Big(), b.Big()))
		}
		if got, want := a.Cmp(b), a.Big().Cmp(b.Big()); got != want {
			t.Fatalf("Cmp(%v, %v) = %d, want %d", a, b, got, want)
		}
		if got := a.Equal(b); got != (a.Cmp(b) == 0) {
			t.Fatalf("Equal(%v, %v) = %v", a, b, got)
		}
	})
}

func TestGCD(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := some().Draw(t, "a"), some().Draw(t, "b")
		g := GCD(a, b)
		if g.IsZero() {
			if !a.IsZero() || !b.IsZero() {
				t.Fatalf("GCD(%v, %v) = 0", a, b)
			}
			return
		}
		p, q := a.Quo(g), b.Quo(g)
		if !p.IsInt() || !q.IsInt() || new(big.Int).GCD(nil, nil, p.Abs().Num(), q.Abs().Num()).Cmp(big.NewInt(1)) != 0 {
			t.Fatalf("GCD(%v, %v) = %v leaves %v and %v", a, b, g, p, q)
		}
	})
}

func TestPow(t *testing.T) {
	for _, c := range []struct {
		base Rat
		exp  int64
		want string
		ok   bool
	}{
		{Int(2), 10, "1024", true},
		{New(-2, 3), 3, "-8/27", true},
		{New(2, 3), -2, "9/4", true},
		{Int(0), 3, "0", true},
		{Int(0), 0, "1", true},
		{Int(0), -1, "", false},
		{Int(-1), math.MaxInt64, "-1", true},
		{Int(-1), math.MinInt64, "1", true},
		{Int(2), 1_000_000_000, "", false},
		{Int(10), 20, "100000000000000000000", true},
	} {
		got, ok := c.base.Pow(c.exp)
		if ok != c.ok || ok && got.String() != c.want {
			t.Errorf("(%v)^%d = %v, %v; want %v, %v", c.base, c.exp, got, ok, c.want, c.ok)
		}
	}
}

func TestSqrt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := some().Draw(t, "a")
		got, ok := a.Mul(a).Sqrt()
		if !ok || !got.Equal(a.Abs()) {
			t.Fatalf("sqrt of the square of %v = %v, %v", a, got, ok)
		}
	})
	for _, a := range []Rat{Int(2), New(1, 2), Int(-4)} {
		if got, ok := a.Sqrt(); ok {
			t.Errorf("sqrt(%v) = %v, want none", a, got)
		}
	}
}
