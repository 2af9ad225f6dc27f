package dsl_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rooms are packages that only some others may import; tests may import all.
var rooms = []struct {
	path string
	by   []string
}{
	{"github.com/alecthomas/participle/v2", []string{"dsl/syntax"}},
	{"github.com/alecthomas/participle/v2/lexer", []string{"dsl/syntax"}},
	{"diagram/dsl/check", []string{"dsl"}},
}

// TestRooms holds the parser's library to the syntax, and the checker to those who go in by the front door.
func TestRooms(t *testing.T) {
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		dir, _ := filepath.Rel("..", filepath.Dir(path))
		for _, spec := range f.Imports {
			imported, _ := strconv.Unquote(spec.Path.Value)
			for _, r := range rooms {
				if imported == r.path && !slices.Contains(r.by, filepath.ToSlash(dir)) {
					t.Errorf("%s imports %s", path, imported)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
