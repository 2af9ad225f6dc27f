//go:build slow

package equation_test

import (
	"testing"

	"diagram/emit/internal/equation"
)

func TestGrowingSystemsFurther(t *testing.T) {
	growing(t, []int{4, 30}, equation.JSON, equation.TeX)
}
