package poly

import (
	"errors"
	"testing"

	"diagram/symbolic/rational"

	"pgregory.net/rapid"
)

const vars = 4

// some draws small polynomials in a few variables.
func some(terms int) *rapid.Generator[Poly] {
	return rapid.Custom(func(t *rapid.T) Poly {
		var p Poly
		for range rapid.IntRange(0, terms).Draw(t, "terms") {
			m := Mono("")
			for v := range vars {
				m = m.Mul(X(v, max(0, rapid.IntRange(-3, 3).Draw(t, "exp"))))
			}
			c := rational.New(rapid.Int64Range(-6, 6).Draw(t, "p"), rapid.Int64Range(1, 3).Draw(t, "q"))
			if !c.IsZero() {
				p = append(p, Term{m, c})
			}
		}
		return sorted(p)
	})
}

func nonzero(terms int) *rapid.Generator[Poly] {
	return some(terms).Filter(func(p Poly) bool { return !p.IsZero() })
}

func ring() *Ring { return NewRing(DefaultBudget) }

func TestMono(t *testing.T) {
	m := X(0, 2).Mul(X(3, 1)).Mul(X(0, 1))
	if got := m.Powers(); len(got) != 2 || got[0] != (Power{0, 3}) || got[1] != (Power{3, 1}) {
		t.Errorf("got %v", got)
	}
	if q, ok := m.Div(X(0, 3)); !ok || q != X(3, 1) {
		t.Errorf("got %v, %v", q.Powers(), ok)
	}
	for _, n := range []Mono{X(1, 1), X(0, 4), X(3, 2), m.Mul(X(2, 1))} {
		if q, ok := m.Div(n); ok {
			t.Errorf("%v/%v = %v", m.Powers(), n.Powers(), q.Powers())
		}
	}
	if g := m.GCD(X(0, 1).Mul(X(1, 1))); g != X(0, 1) {
		t.Errorf("got %v", g.Powers())
	}
	order := []Mono{X(0, 2), X(0, 1).Mul(X(1, 5)), X(0, 1), X(1, 2), X(1, 1).Mul(X(2, 9)), X(1, 1), X(300, 1), ""}
	for i := range order[1:] {
		if order[i] <= order[i+1] {
			t.Errorf("%v should be greater than %v", order[i].Powers(), order[i+1].Powers())
		}
	}
}

func TestRingAxioms(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := ring()
		a, b, c := some(5).Draw(t, "a"), some(5).Draw(t, "b"), some(5).Draw(t, "c")
		if !r.Mul(a, r.Add(b, c)).Equal(r.Add(r.Mul(a, b), r.Mul(a, c))) {
			t.Fatal("not distributive")
		}
		if !r.Mul(a, b).Equal(r.Mul(b, a)) || !r.Sub(a, a).IsZero() || !r.Sum([]Poly{a, b, c}).Equal(r.Add(c, r.Add(b, a))) {
			t.Fatal("not commutative")
		}
		if !r.Pow(a, 3).Equal(r.Mul(a, r.Mul(a, a))) || !r.Pow(a, 0).IsOne() {
			t.Fatal("wrong power")
		}
	})
}

func TestQuo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := ring()
		a, b, rest := some(6).Draw(t, "a"), nonzero(6).Draw(t, "b"), nonzero(2).Draw(t, "rest")
		if q, ok := r.Quo(r.Mul(a, b), b); !ok || !q.Equal(a) {
			t.Fatalf("(%v·%v)/%v = %v, %v", a, b, b, q, ok)
		}
		p := r.Add(r.Mul(a, b), rest)
		if q, ok := r.Quo(p, b); ok && !r.Mul(q, b).Equal(p) {
			t.Fatalf("%v/%v = %v", p, b, q)
		}
	})
	if _, ok := ring().Quo(One, nil); ok {
		t.Error("division by zero should fail")
	}
}

// TestGCD plants a common factor and checks that it is found, with nothing common
// left.
func TestGCD(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := ring()
		a, b, common := nonzero(4).Draw(t, "a"), nonzero(4).Draw(t, "b"), nonzero(4).Draw(t, "common")
		p, q := r.Mul(a, common), r.Mul(b, common)
		if tooLarge(p, q) || tooLarge(q, p) {
			t.Skip("GCD settles for 1")
		}
		g := r.GCD(p, q)
		if _, ok := r.Quo(g, common); !ok {
			t.Fatalf("GCD(%v, %v) = %v lacks %v", p, q, g, common)
		}
		pg, ok1 := r.Quo(p, g)
		qg, ok2 := r.Quo(q, g)
		if !ok1 || !ok2 {
			t.Fatalf("GCD(%v, %v) = %v does not divide", p, q, g)
		}
		if left := r.GCD(pg, qg); !left.IsOne() {
			t.Fatalf("GCD(%v, %v) = %v leaves %v", p, q, g, left)
		}
		if c, _, _ := g.Content(); !c.IsOne() {
			t.Fatalf("GCD(%v, %v) = %v has content %v", p, q, g, c)
		}
		if again := r.GCD(q, p); !again.Equal(g) {
			t.Fatalf("GCD depends on order: %v, %v", g, again)
		}
	})
}

func tooLarge(p, q Poly) bool {
	r := NewRing(gcdBudget)
	r.gcd(p, q)
	return r.Err() != nil
}

// TestGCDWithoutLinearVariable takes the way through Euclid's algorithm.
func TestGCDWithoutLinearVariable(t *testing.T) {
	r := ring()
	square := func(p Poly) Poly { return r.Mul(p, p) }
	x2, y2 := square(Var(0)), square(Var(1))
	common := r.Add(r.Mul(x2, y2), r.Add(square(x2), One)) // x²y² + x⁴ + 1
	p := r.Mul(common, r.Sub(x2, y2))
	q := r.Mul(common, r.Add(square(y2), r.Add(x2, One)))
	if g := r.GCD(p, q); !g.Equal(common) {
		t.Errorf("got %v, want %v", g, common)
	}
	if g := r.GCD(r.Add(x2, One), r.Add(y2, One)); !g.IsOne() {
		t.Errorf("got %v, want 1", g)
	}
	if g := r.GCD(nil, common.Scale(rational.Int(-3))); !g.Equal(common) {
		t.Errorf("got %v, want %v", g, common)
	}
}

func TestFractions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := ring()
		a, b := some(3).Draw(t, "a"), some(3).Draw(t, "b")
		c, d := nonzero(3).Draw(t, "c"), nonzero(3).Draw(t, "d")
		sum := r.Lowest(r.AddFrac(Frac{a, c}, Frac{b, d}))
		plain := Frac{r.Add(r.Mul(a, d), r.Mul(b, c)), r.Mul(c, d)}
		if !r.Mul(sum.Num, plain.Den).Equal(r.Mul(plain.Num, sum.Den)) {
			t.Fatalf("%v/%v + %v/%v = %v", a, c, b, d, sum)
		}
		if lowest := r.Lowest(plain); !lowest.Num.Equal(sum.Num) || !lowest.Den.Equal(sum.Den) {
			t.Fatalf("%v and %v are the same fraction", lowest, sum)
		}
	})
}

func TestBudget(t *testing.T) {
	r := NewRing(1000)
	p := r.Add(Var(0), r.Add(Var(1), One))
	if got := r.Pow(p, 500); r.Err() == nil || !got.IsZero() {
		t.Errorf("got %d terms, %v", len(got), r.Err())
	}
	if !errors.Is(r.Err(), ErrTooLarge) {
		t.Errorf("got %v", r.Err())
	}
	if got := r.Add(p, One); !got.IsZero() {
		t.Errorf("a spent ring should give 0, not %v", got)
	}
	if got := NewRing(1000).Pow(Var(0), 1<<30); !got.IsZero() {
		t.Errorf("got %v", got)
	}
}
