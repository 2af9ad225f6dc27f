package formula

import "testing"

func TestColumns(t *testing.T) {
	for s, want := range map[string]int{"": 0, "k₁": 2, "θ\u0308": 1, "质量": 4} {
		if got := Columns(s); got != want {
			t.Errorf("Columns(%q) = %d, want %d", s, got, want)
		}
	}
}
