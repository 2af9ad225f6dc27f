package symbolic

import (
	"errors"
	"fmt"
	"strings"

	"diagram/symbolic/poly"
)

// Errors of matrix algebra.
var (
	ErrSingular = errors.New("the matrix is singular")
	ErrTooLarge = errors.New("the expressions grow too large")
)

// Matrix is a rectangle of expressions. Operations on matrices whose sizes do not
// fit panic, as an index out of range does.
type Matrix struct {
	rows, cols int
	at         []Expr
}

// NewMatrix returns a matrix of zeros.
func NewMatrix(rows, cols int) *Matrix {
	m := &Matrix{rows, cols, make([]Expr, rows*cols)}
	for i := range m.at {
		m.at[i] = zero
	}
	return m
}

// Identity returns the n×n unit matrix.
func Identity(n int) *Matrix {
	m := NewMatrix(n, n)
	for i := range n {
		m.Set(i, i, one)
	}
	return m
}

// Rows returns the number of rows.
func (m *Matrix) Rows() int { return m.rows }

// Cols returns the number of columns.
func (m *Matrix) Cols() int { return m.cols }

// At returns the entry in row i and column j, counted from 0.
func (m *Matrix) At(i, j int) Expr { return m.at[i*m.cols+j] }

// Set changes the entry in row i and column j.
func (m *Matrix) Set(i, j int, e Expr) { m.at[i*m.cols+j] = e }

// Map returns the matrix of f of each entry.
func (m *Matrix) Map(f func(Expr) Expr) *Matrix {
	out := NewMatrix(m.rows, m.cols)
	for i, e := range m.at {
		out.at[i] = f(e)
	}
	return out
}

// Transpose returns m with rows and columns exchanged.
func (m *Matrix) Transpose() *Matrix {
	out := NewMatrix(m.cols, m.rows)
	for i := range m.rows {
		for j := range m.cols {
			out.Set(j, i, m.At(i, j))
		}
	}
	return out
}

// Add returns m + b.
func (m *Matrix) Add(b *Matrix) *Matrix {
	if m.rows != b.rows || m.cols != b.cols {
		panic(fmt.Sprintf("symbolic: adding %d×%d to %d×%d", b.rows, b.cols, m.rows, m.cols))
	}
	out := NewMatrix(m.rows, m.cols)
	for i := range m.at {
		out.at[i] = Add(m.at[i], b.at[i])
	}
	return out
}

// Mul returns m·b.
func (m *Matrix) Mul(b *Matrix) *Matrix {
	if m.cols != b.rows {
		panic(fmt.Sprintf("symbolic: multiplying %d×%d by %d×%d", m.rows, m.cols, b.rows, b.cols))
	}
	out := NewMatrix(m.rows, b.cols)
	for i := range m.rows {
		for j := range b.cols {
			var terms []Expr
			for k := range m.cols {
				if x, y := m.At(i, k), b.At(k, j); !IsZero(x) && !IsZero(y) {
					terms = append(terms, Mul(x, y))
				}
			}
			out.Set(i, j, Add(terms...))
		}
	}
	return out
}

// IsSymmetric reports whether m equals its transpose, entries compared by
// [Equivalent].
func (m *Matrix) IsSymmetric() bool {
	if m.rows != m.cols {
		return false
	}
	for i := range m.rows {
		for j := range i {
			if !Equivalent(m.At(i, j), m.At(j, i)) {
				return false
			}
		}
	}
	return true
}

// polynomials returns rows of polynomials that are multiples of the rows of
// matrices side by side, and the product of what the rows were multiplied by.
func polynomials(f *field, ms ...*Matrix) (rows [][]poly.Poly, scale poly.Poly, err error) {
	scale = poly.One
	rows = make([][]poly.Poly, ms[0].rows)
	for i := range rows {
		var fracs []poly.Frac
		den := poly.One
		for _, m := range ms {
			for j := range m.cols {
				frac, ok := f.fraction(m.At(i, j))
				if !ok {
					return nil, nil, ErrTooLarge
				}
				fracs = append(fracs, frac)
				rest, _ := f.ring.Quo(frac.Den, f.ring.GCD(den, frac.Den))
				den = f.ring.Mul(den, rest)
			}
		}
		rows[i] = make([]poly.Poly, len(fracs))
		for j, frac := range fracs {
			by, _ := f.ring.Quo(den, frac.Den)
			rows[i][j] = f.ring.Mul(frac.Num, by)
		}
		scale = f.ring.Mul(scale, den)
	}
	return rows, scale, f.err()
}

// Det returns the determinant of a square matrix, simplified. It fails with
// ErrTooLarge when the expressions outgrow what a reader or machine could use.
func (m *Matrix) Det() (Expr, error) { return NewWork().Det(m) }

func (m *Matrix) det(shared *effort) (Expr, error) {
	m.mustBeSquare()
	f := newField(shared, m.at...)
	rows, scale, err := polynomials(f, m)
	if err != nil {
		return nil, err
	}
	return f.result(poly.Frac{Num: f.ring.Det(rows), Den: scale})
}

// Solve returns x with m·x = b, entries in lowest terms. It fails with ErrSingular
// when the determinant of m is zero, or with ErrTooLarge.
func (m *Matrix) Solve(b *Matrix) (*Matrix, error) { return NewWork().Solve(m, b) }

func (m *Matrix) solve(b *Matrix, shared *effort) (*Matrix, error) {
	m.mustBeSquare()
	if b.rows != m.rows {
		panic(fmt.Sprintf("symbolic: solving %d×%d for %d rows", m.rows, m.cols, b.rows))
	}
	f := newField(shared, append(append([]Expr(nil), m.at...), b.at...)...)
	rows, _, err := polynomials(f, m, b)
	if err != nil {
		return nil, err
	}
	left, right := make([][]poly.Poly, m.rows), make([][]poly.Poly, m.rows)
	for i, row := range rows {
		left[i], right[i] = row[:m.cols], row[m.cols:]
	}
	num, den, ok := f.ring.Solve(left, right)
	if err := f.err(); err != nil {
		return nil, err
	}
	if !ok {
		return nil, ErrSingular
	}
	x := NewMatrix(m.cols, b.cols)
	for i := range m.cols {
		for j := range b.cols {
			e, err := f.result(poly.Frac{Num: num[i][j], Den: den})
			if err != nil {
				return nil, err
			}
			x.Set(i, j, e)
		}
	}
	return x, nil
}

// Inverse returns the inverse of a square matrix; see Solve.
func (m *Matrix) Inverse() (*Matrix, error) { return m.Solve(Identity(m.rows)) }

func (m *Matrix) mustBeSquare() {
	if m.rows != m.cols {
		panic(fmt.Sprintf("symbolic: a %d×%d matrix is not square", m.rows, m.cols))
	}
}

// result returns a fraction as an expression in lowest terms.
func (f *field) result(frac poly.Frac) (Expr, error) {
	frac, ok := f.reduceRoots(frac)
	if !ok {
		return nil, ErrTooLarge
	}
	frac = f.ring.Lowest(frac)
	if err := f.err(); err != nil {
		return nil, err
	}
	e := f.expr(frac)
	return e, f.err()
}

// LaTeX returns m as a bmatrix.
func (m *Matrix) LaTeX(s Style) string {
	return m.print(`\begin{bmatrix}`, ` \\ `, " & ", `\end{bmatrix}`, func(e Expr) string { return LaTeX(e, s) })
}

// Text returns m as rows in brackets: [[m, 0], [0, m]].
func (m *Matrix) Text(s Style) string {
	return m.print("[[", "], [", ", ", "]]", func(e Expr) string { return Text(e, s) })
}

// Sympy returns m as SymPy's Matrix.
func (m *Matrix) Sympy() string {
	return m.print("Matrix([[", "], [", ", ", "]])", Sympy)
}

func (m *Matrix) print(open, row, col, shut string, entry func(Expr) string) string {
	var b strings.Builder
	b.WriteString(open)
	for i := range m.rows {
		if i > 0 {
			b.WriteString(row)
		}
		for j := range m.cols {
			if j > 0 {
				b.WriteString(col)
			}
			b.WriteString(entry(m.At(i, j)))
		}
	}
	b.WriteString(shut)
	return b.String()
}
