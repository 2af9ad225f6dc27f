//go:build slow

package emit_test

import (
	"testing"

	"diagram/emit"
)

func TestGrowingSystemsFurther(t *testing.T) {
	growing(t, []int{4, 30}, emit.JSON, emit.TeX)
}
