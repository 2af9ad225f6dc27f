package toposort

import (
	"slices"
	"testing"
)

func TestSort(t *testing.T) {
	for _, test := range []struct {
		n     int
		steps [][2]int
		want  []int
	}{
		{0, nil, nil},
		{2, nil, []int{0, 1}},
		{4, [][2]int{{3, 0}, {3, 1}, {1, 0}, {0, 2}}, []int{3, 1, 0, 2}},
		{5, [][2]int{{0, 1}, {1, 2}, {2, 1}, {2, 3}}, []int{0, 4}},
		{2, [][2]int{{0, 1}, {0, 1}}, []int{0, 1}},
		{1, [][2]int{{0, 0}}, nil},
	} {
		if got := New(test.n, test.steps, func(s [2]int) (from, to int) { return s[0], s[1] }).Sort(); !slices.Equal(got, test.want) {
			t.Errorf("%v: %v, want %v", test.steps, got, test.want)
		}
	}
}
