package naming_test

import (
	"strconv"
	"testing"

	"diagram/symbolic/naming"
)

func TestNumbered(t *testing.T) {
	for _, stem := range []string{"m", "L", "lambda", "kappa", "Omega", "λ", "abc", "ab"} {
		base, err := naming.Parse(stem)
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range []int{0, 1, 9, 10, 100, 12345} {
			want, err := naming.Parse(stem + "_" + strconv.Itoa(i))
			if err != nil {
				t.Fatal(err)
			}
			if got := base.Numbered(i); !got.Same(want) {
				t.Errorf("%s %d: %+v, want %+v", stem, i, got, want)
			}
		}
	}
}
