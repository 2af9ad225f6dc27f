package dsl

import (
	"os"
	"path/filepath"
	"testing"
)

func TestExamplesCompile(t *testing.T) {
	files, err := filepath.Glob("../examples/*.dg")
	if err != nil || len(files) == 0 {
		t.Fatal("no examples", err)
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		g, problems := Compile(filepath.Base(file), src)
		if g == nil || len(problems) > 0 {
			t.Errorf("%v", problems)
		}
	}
}
