package poly

import (
	"maps"
	"math/bits"
	"slices"
)

// Expansion by minors, each worked out once, divides nothing and makes nothing that is larger than the result. For
// sparse matrices, as chains of bodies have, it needs few minors (Gentleman and Johnson, ACM Transactions on
// Mathematical Software 2, 1976). Where it would need many, elimination takes its place.

// maxMinors is how many minors of one size are kept; systems with more unknowns than maxUnknowns have too many.
const (
	maxMinors   = 1 << 10
	maxUnknowns = 12
)

// columns is a set of a matrix's columns.
type columns [2]uint64

const maxColumns = 128

func (s columns) has(c int) bool { return s[c/64]>>(c%64)&1 != 0 }

func (s columns) with(c int) columns {
	s[c/64] |= 1 << (c % 64)
	return s
}

func (s columns) len() int { return bits.OnesCount64(s[0]) + bits.OnesCount64(s[1]) }

// above returns how many columns of the set stand to the right of c.
func (s columns) above(c int) int {
	n := 0
	if c < 64 {
		n = bits.OnesCount64(s[1]) + bits.OnesCount64(s[0]>>c>>1)
	} else {
		n = bits.OnesCount64(s[1] >> (c - 64) >> 1)
	}
	return n
}

func compareColumns(s, t columns) int {
	if c := slices.Compare([]uint64{s[1]}, []uint64{t[1]}); c != 0 {
		return c
	}
	return slices.Compare([]uint64{s[0]}, []uint64{t[0]})
}

// sparseFirst returns the rows so that each brings as few new columns as can be, and among those the one with the fewest
// terms comes first; even reports whether it took an even number of exchanges.
func sparseFirst(m [][]Poly) (rows [][]Poly, even bool) {
	rows, even = slices.Clone(m), true
	var seen columns
	cost := func(row []Poly) (opened, terms int) {
		for c, p := range row {
			if !p.IsZero() && !seen.has(c) {
				opened++
			}
			terms += len(p)
		}
		return opened, terms
	}
	for i := range rows {
		best := i
		opened, terms := cost(rows[i])
		for j := i + 1; j < len(rows); j++ {
			if o, t := cost(rows[j]); o < opened || o == opened && t < terms {
				best, opened, terms = j, o, t
			}
		}
		if best != i {
			rows[i], rows[best] = rows[best], rows[i]
			even = !even
		}
		for c, p := range rows[i] {
			if !p.IsZero() {
				seen = seen.with(c)
			}
		}
	}
	return rows, even
}

// minors returns the determinants of all square matrices that m becomes without some of its columns. It reports false
// when they are too many.
func (r *Ring) minors(m [][]Poly) (map[columns]Poly, bool) {
	known := map[columns]Poly{{}: One}
	if len(m) == 0 {
		return known, true
	}
	width := len(m[0])
	spare := width - len(m) // how many columns a minor leaves out
	if width > maxColumns {
		return nil, false
	}
	m, even := sparseFirst(m)
	last := make([]int, width) // the last row in which a column has an entry
	for i, row := range m {
		for c, p := range row {
			if !p.IsZero() {
				last[c] = i
			}
		}
	}
	for i, row := range m {
		next := map[columns]Poly{}
		var over columns // columns that no later row has
		for c := range width {
			if last[c] <= i {
				over = over.with(c)
			}
		}
		for _, s := range slices.SortedFunc(maps.Keys(known), compareColumns) {
			for c, p := range row {
				if p.IsZero() || s.has(c) {
					continue
				}
				t := s.with(c)
				if missing := (columns{over[0] &^ t[0], over[1] &^ t[1]}); missing.len() > spare {
					continue
				}
				term := r.Mul(known[s], p)
				if s.above(c)%2 == 1 {
					term = term.Neg()
				}
				next[t] = r.Add(next[t], term)
			}
		}
		for t, p := range next {
			if p.IsZero() {
				delete(next, t)
			}
		}
		if len(next) > maxMinors || r.left < 0 {
			return nil, false
		}
		known = next
	}
	if !even {
		for s, p := range known {
			known[s] = p.Neg()
		}
	}
	return known, true
}

// solveByMinors is Cramer's rule for one right side: x = num/den. Of the matrix with the right side as its last column,
// den is the minor without that column, num[i] the one without column i.
func (r *Ring) solveByMinors(a [][]Poly, b []Poly) (num []Poly, den Poly, ok bool) {
	n := len(a)
	rows := make([][]Poly, n)
	for i := range rows {
		rows[i] = append(slices.Clip(slices.Clone(a[i])), b[i])
	}
	found, ok := r.minors(rows)
	if !ok {
		return nil, nil, false
	}
	num = make([]Poly, n)
	for s, p := range found {
		missing := 0
		for s.has(missing) {
			missing++
		}
		switch {
		case missing == n:
			den = p
		case (n-1-missing)%2 == 1:
			num[missing] = p.Neg()
		default:
			num[missing] = p
		}
	}
	return num, den, true
}
