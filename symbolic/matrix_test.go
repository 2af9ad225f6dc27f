package symbolic

import (
	"errors"
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

// leibniz is the determinant by its definition.
func leibniz(m *Matrix) Expr {
	var terms []Expr
	var permute func(row int, used []bool, sign int64, product []Expr)
	permute = func(row int, used []bool, sign int64, product []Expr) {
		if row == m.Rows() {
			terms = append(terms, Mul(append([]Expr{Int(sign)}, product...)...))
			return
		}
		for j := range used {
			if used[j] {
				continue
			}
			s := sign
			for _, after := range used[j+1:] {
				if after {
					s = -s
				}
			}
			used[j] = true
			permute(row+1, used, s, append(product[:row:row], m.At(row, j)))
			used[j] = false
		}
	}
	permute(0, make([]bool, m.Cols()), 1, nil)
	return Add(terms...)
}

func TestDetAgainstLeibniz(t *testing.T) {
	entry := rapid.Custom(func(t *rapid.T) Expr {
		if rapid.Bool().Draw(t, "zero") {
			return zero
		}
		return randomExpr(1, false).Draw(t, "entry")
	})
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 4).Draw(t, "n")
		a, b := NewMatrix(n, n), NewMatrix(n, 1)
		for i := range n {
			b.Set(i, 0, entry.Draw(t, "b"))
			for j := range n {
				a.Set(i, j, Div(entry.Draw(t, "a"), Add(Mul(k, Int(int64(i%2))), one)))
			}
		}
		det, err := a.Det()
		if err != nil || !Equivalent(det, leibniz(a)) {
			t.Fatalf("det %s = %v, %v", a.Sympy(), det, err)
		}
		x, err := a.Solve(b)
		if IsZero(det) {
			if !errors.Is(err, ErrSingular) {
				t.Fatalf("solving %s gives %v, %v", a.Sympy(), x, err)
			}
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		back := a.Mul(x)
		for i := range n {
			if !Equivalent(back.At(i, 0), b.At(i, 0)) {
				t.Fatalf("%s times %s is %s", a.Sympy(), x.Sympy(), back.Sympy())
			}
		}
	})
}

func TestInverse(t *testing.T) {
	a := NewMatrix(2, 2)
	a.Set(0, 0, Add(k1, k2))
	a.Set(0, 1, Neg(k2))
	a.Set(1, 0, Neg(k2))
	a.Set(1, 1, k2)
	inv, err := a.Inverse()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := inv.Sympy(), "Matrix([[1/k_1, 1/k_1], [1/k_1, (k_1 + k_2)/(k_1*k_2)]])"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if !a.IsSymmetric() || !inv.IsSymmetric() {
		t.Error("both should be symmetric")
	}
	a.Set(0, 1, k2)
	if a.IsSymmetric() {
		t.Error("should not be symmetric")
	}
	if got, want := a.LaTeX(Style{}), `\begin{bmatrix}k_1+k_2 & k_2 \\ -k_2 & k_2\end{bmatrix}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// chain returns m·s² + c·s + k of n bodies in a row, each symbol its own.
func chain(n int) *Matrix {
	a := NewMatrix(n, n)
	laplace := Sym("s")
	for i := range n {
		spring := func(i int) Expr {
			return Add(Sym(fmt.Sprint("k_", i+1)), Mul(Sym(fmt.Sprint("c_", i+1)), laplace))
		}
		a.Set(i, i, Add(Mul(Sym(fmt.Sprint("m_", i+1)), PowInt(laplace, 2)), spring(i)))
		if i+1 < n {
			a.Set(i, i, Add(a.At(i, i), spring(i+1)))
			a.Set(i, i+1, Neg(spring(i+1)))
			a.Set(i+1, i, Neg(spring(i+1)))
		}
	}
	return a
}

func TestDetOfHugeMatrixEnds(t *testing.T) {
	if _, err := chain(40).Det(); !errors.Is(err, ErrTooLarge) {
		t.Errorf("got %v, want ErrTooLarge", err)
	}
}

func BenchmarkTransferFunction(b *testing.B) {
	for _, n := range []int{2, 3, 4} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			a, f := chain(n), NewMatrix(n, 1)
			f.Set(n-1, 0, one)
			for b.Loop() {
				if _, err := a.Solve(f); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
