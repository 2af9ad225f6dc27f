// Package examples holds the example diagrams: those of this folder, and those after textbooks' figures in textbook/.
//
// Every one is a test, of the language, the equations, the drawings and all that is written from them. What it compiles to
// is in testdata, a txtar archive an example; its drawing is beside it, as SVG. After a change that was meant,
//
//	make golden
//
// rewrites them all, and git diff shows what became of them. With the build tag slow the outputs are also put before TeX
// and a browser.
package examples

import (
	"embed"
	"io/fs"
	"path"
	"slices"
	"strings"
)

//go:embed *.dg */*.dg
var files embed.FS

// Example is a diagram.
type Example struct {
	Name   string // of the file, without its ending; no two have the same
	Path   string // from this folder
	Source []byte
}

// All are the examples in the order of their paths, a folder's after those above it.
func All() []Example {
	var all []Example
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		src, err := files.ReadFile(name)
		all = append(all, Example{Name: strings.TrimSuffix(path.Base(name), ".dg"), Path: name, Source: src})
		return err
	})
	if err != nil {
		panic(err) // what is embedded can be read
	}
	slices.SortStableFunc(all, func(a, b Example) int { return strings.Compare(path.Dir(a.Path), path.Dir(b.Path)) })
	return all
}

// Named is the source of the example of that name; nil where there is none.
func Named(name string) []byte {
	for _, e := range All() {
		if e.Name == name {
			return e.Source
		}
	}
	return nil
}
