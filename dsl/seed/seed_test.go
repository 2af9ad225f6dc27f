package seed_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// TestPropertyTestsAreSeeded finds the packages whose tests draw random cases: each must import this package, or its tests
// would differ from run to run.
func TestPropertyTestsAreSeeded(t *testing.T) {
	rapid, seeded := map[string]bool{}, map[string]bool{}
	err := filepath.WalkDir("../..", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, i := range f.Imports {
			switch i.Path.Value {
			case `"pgregory.net/rapid"`:
				rapid[filepath.Dir(path)] = true
			case `"diagram/dsl/seed"`:
				seeded[filepath.Dir(path)] = true
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(rapid) < 10 {
		t.Errorf("found only %d packages with property tests", len(rapid))
	}
	for dir := range rapid {
		if !seeded[dir] {
			t.Errorf("%s uses rapid and doesn't import diagram/dsl/seed", dir)
		}
	}
}
