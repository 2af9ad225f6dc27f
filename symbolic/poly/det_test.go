package poly

import (
	"testing"

	"diagram/symbolic/rational"

	"pgregory.net/rapid"
)

// system draws a square matrix, sparse or full, with right sides.
func system(t *rapid.T, most, sides int) (a, b [][]Poly) {
	n := rapid.IntRange(1, most).Draw(t, "n")
	full := rapid.Bool().Draw(t, "full")
	a, b = make([][]Poly, n), make([][]Poly, n)
	for i := range n {
		a[i], b[i] = make([]Poly, n), make([]Poly, sides)
		for j := range n {
			if full || i-j < 2 && j-i < 2 {
				a[i][j] = some(2).Draw(t, "a")
			}
		}
		for j := range sides {
			b[i][j] = some(2).Draw(t, "b")
		}
	}
	return a, b
}

// TestMinors holds expansion by minors to elimination.
func TestMinors(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := NewRing(100 * DefaultBudget)
		a, _ := system(t, 4, 0)
		work := clone(a)
		want := Poly(nil)
		if sign, ok := r.eliminate(work); ok {
			want = work[len(a)-1][len(a)-1].Scale(rational.Int(int64(sign)))
		}
		if got := r.Det(a); !got.Equal(want) {
			t.Fatalf("the determinant of %v is %v, by elimination %v", a, got, want)
		}
	})
}

// TestSolve puts solutions back into their systems, those by minors and those of systems too large for that.
func TestSolve(t *testing.T) {
	check := func(t *rapid.T, r *Ring, a, b [][]Poly) {
		x, den, ok := r.Solve(a, b)
		if det := r.Det(a); ok == det.IsZero() {
			t.Fatalf("%v: solved %v, but the determinant is %v", a, ok, det)
		}
		for i := range a {
			for c := range b[i] {
				if !ok {
					continue
				}
				sum := r.Mul(den, b[i][c]).Neg()
				for j := range a {
					sum = r.Add(sum, r.Mul(a[i][j], x[j][c]))
				}
				if !sum.IsZero() {
					t.Fatalf("row %d of %v: %v is left", i, a, sum)
				}
			}
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		a, b := system(t, 3, 2)
		check(t, NewRing(100*DefaultBudget), a, b)
	})
	rapid.Check(t, func(t *rapid.T) {
		n := maxUnknowns + 2
		a, b := make([][]Poly, n), make([][]Poly, n)
		for i := range n {
			a[i], b[i] = make([]Poly, n), []Poly{Const(rational.Int(int64(i)))}
			for j := max(0, i-1); j < min(n, i+2); j++ {
				a[i][j] = Const(rational.Int(rapid.Int64Range(-3, 3).Draw(t, "a")))
			}
		}
		a[0][0] = Var(0)
		check(t, NewRing(100*DefaultBudget), a, b)
	})
}

// TestColumns counts columns on both sides of a word's end.
func TestColumns(t *testing.T) {
	s := columns{}.with(3).with(63).with(64).with(127)
	for c, want := range map[int]int{0: 4, 3: 3, 62: 3, 63: 2, 64: 1, 126: 1, 127: 0} {
		if got := s.above(c); got != want {
			t.Errorf("%d columns above %d, want %d", got, c, want)
		}
	}
	if s.len() != 4 || !s.has(64) || s.has(65) {
		t.Errorf("%v", s)
	}
}
