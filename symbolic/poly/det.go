package poly

// Det returns the determinant of a square matrix: by minors where they are few,
// else by Bareiss's elimination, in which every division comes out (Bareiss,
// Mathematics of Computation 22, 1968). It leaves m as it was.
func (r *Ring) Det(m [][]Poly) Poly {
	if found, ok := r.minors(m); ok {
		for _, p := range found { // the only one: no column is left out
			return p
		}
		return nil
	}
	work := clone(m)
	sign, ok := r.eliminate(work)
	n := len(m)
	if !ok || r.left < 0 {
		return nil
	}
	if n == 0 {
		return One
	}
	if sign < 0 {
		return work[n-1][n-1].Neg()
	}
	return work[n-1][n-1]
}

// Solve returns x = num/den with a·x = b for a square a, one column for each of b.
// It reports false when a is singular.
func (r *Ring) Solve(a, b [][]Poly) (num [][]Poly, den Poly, ok bool) {
	n := len(a)
	if num, den, ok := r.solveColumns(a, b); ok {
		return num, den, !den.IsZero()
	}
	work := make([][]Poly, n)
	for i := range work {
		work[i] = append(append([]Poly(nil), a[i]...), b[i]...)
	}
	if _, ok := r.eliminate(work); !ok {
		return nil, nil, false
	}
	if n == 0 {
		return nil, One, true
	}
	cols := len(b[0])
	den = work[n-1][n-1]
	num = make([][]Poly, n)
	for i := range num {
		num[i] = make([]Poly, cols)
	}
	// x_i = (den·b_i − Σ a_ij·x_j) / a_ii, where Cramer's rule says it comes out.
	for c := range cols {
		for i := n - 1; i >= 0; i-- {
			sum := []Poly{r.Mul(den, work[i][n+c])}
			for j := i + 1; j < n; j++ {
				sum = append(sum, r.Mul(work[i][j], num[j][c]).Neg())
			}
			x, ok := r.Quo(r.Sum(sum), work[i][i])
			if !ok {
				return nil, nil, false
			}
			num[i][c] = x
		}
	}
	return num, den, true
}

// solveColumns is Solve by minors, column by column. It reports false when there are too many of them.
func (r *Ring) solveColumns(a, b [][]Poly) (num [][]Poly, den Poly, ok bool) {
	n := len(a)
	if n == 0 || n > maxUnknowns || len(b[0]) == 0 {
		return nil, nil, false
	}
	num = make([][]Poly, n)
	for c := range b[0] {
		side := make([]Poly, n)
		for i := range side {
			side[i] = b[i][c]
		}
		x, d, ok := r.solveByMinors(a, side)
		if !ok {
			return nil, nil, false
		}
		den = d
		for i := range num {
			num[i] = append(num[i], x[i])
		}
	}
	return num, den, true
}

// eliminate brings m into triangular form in place. The last pivot is then the
// determinant, but for the sign returned. It reports false when a column has no
// pivot.
func (r *Ring) eliminate(m [][]Poly) (sign int, ok bool) {
	sign = 1
	prev := One
	for k := range m {
		if !choosePivot(m, k, &sign) {
			return sign, false
		}
		for i := k + 1; i < len(m); i++ {
			for j := k + 1; j < len(m[i]); j++ {
				p := r.Sub(r.Mul(m[i][j], m[k][k]), r.Mul(m[i][k], m[k][j]))
				q, ok := r.Quo(p, prev)
				if !ok {
					return sign, false
				}
				m[i][j] = q
			}
			m[i][k] = nil
		}
		prev = m[k][k]
	}
	return sign, true
}

// choosePivot swaps the shortest entry below into the k-th place of its column.
func choosePivot(m [][]Poly, k int, sign *int) bool {
	best := -1
	for i := k; i < len(m); i++ {
		if n := len(m[i][k]); n > 0 && (best < 0 || n < len(m[best][k])) {
			best = i
		}
	}
	if best < 0 {
		return false
	}
	if best != k {
		m[best], m[k] = m[k], m[best]
		*sign = -*sign
	}
	return true
}

func clone(m [][]Poly) [][]Poly {
	out := make([][]Poly, len(m))
	for i := range m {
		out[i] = append([]Poly(nil), m[i]...)
	}
	return out
}
