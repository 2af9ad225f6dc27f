// Package disjoint keeps sets of small numbers that have no member in common (union-find, with path halving).
package disjoint

// Sets are disjoint sets of the numbers from 0 on. They hold the parent of each number in its set's tree.
type Sets []int64

// New returns n sets of one number each.
func New(n int) Sets {
	s := make(Sets, n)
	for i := range s {
		s[i] = int64(i)
	}
	return s
}

// Find returns the least member of a number's set, by which the set is known.
func (s Sets) Find(i int64) int64 {
	for s[i] != i {
		s[i] = s[s[i]]
		i = s[i]
	}
	return i
}

// Join makes one set of two.
func (s Sets) Join(i, j int64) {
	a, b := s.Find(i), s.Find(j)
	s[max(a, b)] = min(a, b)
}
