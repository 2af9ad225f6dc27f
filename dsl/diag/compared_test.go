package diag_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestListsAreNotComparedWithNil reads the types of the whole module: a list that holds only a warning isn't nil, but no
// failure either. HasErrors reports a failure; len reports whether there is anything to show.
func TestListsAreNotComparedWithNil(t *testing.T) {
	compared := 0
	for _, p := range modulePackages(t) {
		p.check(t, func(e *ast.BinaryExpr, fset *token.FileSet, info *types.Info) {
			compared++
			if isList(info.TypeOf(e.X)) || isList(info.TypeOf(e.Y)) {
				t.Errorf("%s: a diag.List is compared with nil; ask HasErrors", fset.Position(e.Pos()))
			}
		})
	}
	if compared < 100 {
		t.Errorf("found only %d comparisons with nil: the test doesn't see the module", compared)
	}
}

// isList reports whether a type is diag.List.
func isList(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Name() == "List" && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "diagram/dsl/diag"
}

// source is a package as `go list` describes it.
type source struct {
	Dir, ImportPath, Export string
	Standard                bool
	GoFiles                 []string
	Module                  *struct{ Main bool }
	exports                 map[string]string
}

// modulePackages are the module's packages, compiled, so that each can be checked by itself.
func modulePackages(t *testing.T) []source {
	t.Helper()
	list := exec.Command("go", "list", "-export", "-deps", "-json=Dir,ImportPath,Export,Standard,GoFiles,Module", "diagram/...")
	list.Stderr = os.Stderr
	out, err := list.Output()
	if err != nil {
		t.Fatal(err)
	}
	exports := map[string]string{}
	var own []source
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		p := source{exports: exports}
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return own
		} else if err != nil {
			t.Fatal(err)
		}
		exports[p.ImportPath] = p.Export
		if p.Module != nil && p.Module.Main {
			own = append(own, p)
		}
	}
}

// check finds the types of a package's files and visits every comparison with nil.
func (p source) check(t *testing.T, visit func(*ast.BinaryExpr, *token.FileSet, *types.Info)) {
	t.Helper()
	fset := token.NewFileSet()
	var files []*ast.File
	for _, name := range p.GoFiles {
		f, err := parser.ParseFile(fset, filepath.Join(p.Dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	imports := importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) { return os.Open(p.exports[path]) })
	info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Uses: map[*ast.Ident]types.Object{}, Defs: map[*ast.Ident]types.Object{}}
	if _, err := (&types.Config{Importer: imports}).Check(p.ImportPath, fset, files, info); err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			e, ok := n.(*ast.BinaryExpr)
			if ok && (e.Op == token.EQL || e.Op == token.NEQ) && (info.Types[e.X].IsNil() || info.Types[e.Y].IsNil()) {
				visit(e, fset, info)
			}
			return true
		})
	}
}
