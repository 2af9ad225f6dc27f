package disjoint_test

import (
	"testing"

	"diagram/dsl/disjoint"
	_ "diagram/dsl/seed"

	"pgregory.net/rapid"
)

// TestSetsAreWhatWasJoined compares the sets with labels that are rewritten at every join.
func TestSetsAreWhatWasJoined(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 30).Draw(t, "n")
		member := rapid.Int64Range(0, int64(n-1))
		sets, least := disjoint.New(n), make([]int64, n)
		for i := range least {
			least[i] = int64(i)
		}
		for range rapid.IntRange(0, 40).Draw(t, "joins") {
			i, j := member.Draw(t, "i"), member.Draw(t, "j")
			sets.Join(i, j)
			from, to := max(least[i], least[j]), min(least[i], least[j])
			for k := range least {
				if least[k] == from {
					least[k] = to
				}
			}
		}
		for i, want := range least {
			if got := sets.Find(int64(i)); got != want {
				t.Fatalf("the set of %d is that of %d, want %d", i, got, want)
			}
		}
	})
}
