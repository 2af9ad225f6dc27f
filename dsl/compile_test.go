package dsl

import (
	"testing"

	"diagram/examples"
)

func TestExamplesCompile(t *testing.T) {
	for _, e := range examples.All() {
		g, problems := Compile(e.Path, e.Source)
		if g == nil || len(problems) > 0 {
			t.Errorf("%v", problems)
		}
	}
}
