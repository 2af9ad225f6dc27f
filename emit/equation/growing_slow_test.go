//go:build slow

package equation_test

import (
	"testing"

	"diagram/emit/equation"
)

func TestGrowingSystemsEverywhere(t *testing.T) {
	growing(t, []int{3, 5, 12, 30}, true, equation.JSON, equation.Text, equation.SymPy, equation.TeX)
}
