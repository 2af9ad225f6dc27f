package dsl_test

import (
	"bytes"
	"io"
	"path/filepath"
	"slices"
	"testing"

	"diagram/dsl"
	"diagram/dsl/diag"
	"diagram/dsl/graph"
	"diagram/dsl/syntax"
	"diagram/examples"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/rogpeppe/go-internal/txtar"
)

// FuzzParse holds whatever text to what must be true of all: nothing panics, diagnostics lie in the text and print, and
// what can be read is read alike after it was formatted, with its comments, while formatting it again changes nothing.
func FuzzParse(f *testing.F) {
	for _, src := range corpus(f) {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		tree, problems := dsl.Parse("x.dg", src)
		checkPlaces(t, problems, src)
		out := syntax.Format(tree)
		if len(problems) == 0 {
			checkRoundTrip(t, tree, out)
		}
		g, all := dsl.Compile("x.dg", src)
		checkPlaces(t, all, src)
		if (g == nil) != all.HasErrors() {
			t.Errorf("graph %v, but diagnostics %v", g != nil, all)
		}
		if g != nil {
			checkGraph(t, g)
		}
		if err := all.Print(io.Discard, map[string][]byte{"x.dg": src}, diag.Options{Color: true}); err != nil {
			t.Error(err)
		}
	})
}

// corpus is every input of the golden files and every example.
func corpus(t testing.TB) [][]byte {
	var all [][]byte
	archives, err := filepath.Glob("testdata/*/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range archives {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range a.Files {
			if filepath.Ext(f.Name) == ".dg" {
				all = append(all, f.Data)
			}
		}
	}
	for _, e := range examples.All() {
		all = append(all, e.Source)
	}
	return all
}

// modulo are the parts of a tree that only say where it was written.
var modulo = cmp.Options{
	cmpopts.IgnoreTypes(diag.Span{}, []syntax.Token{}),
	cmpopts.IgnoreUnexported(syntax.Bad{}),
	cmpopts.EquateEmpty(),
}

func checkRoundTrip(t *testing.T, tree *syntax.File, out []byte) {
	t.Helper()
	again, problems := dsl.Parse("x.dg", out)
	if len(problems) > 0 {
		t.Fatalf("formatted text can't be read: %v\n%s", problems, out)
	}
	if diff := cmp.Diff(tree.Statements, again.Statements, modulo); diff != "" {
		t.Errorf("formatting changed the tree (-before +after):\n%s\n%s", diff, out)
	}
	if before, after := commentTexts(tree), commentTexts(again); !slices.Equal(before, after) {
		t.Errorf("formatting changed the comments:\n%q\n%q", before, after)
	}
	if twice := syntax.Format(again); !bytes.Equal(out, twice) {
		t.Errorf("formatting twice changed the text:\n%s\n%s", out, twice)
	}
	if bytes.Contains(out, []byte("\n\n\n")) || bytes.HasPrefix(out, []byte("\n")) || bytes.HasSuffix(out, []byte("\n\n")) {
		t.Errorf("too many blank lines:\n%s", out)
	}
}

func commentTexts(f *syntax.File) []string {
	var texts []string
	for _, c := range f.Comments {
		texts = append(texts, c.Text)
	}
	return texts
}

// checkPlaces holds diagnostics to places that are in the text.
func checkPlaces(t *testing.T, problems diag.List, src []byte) {
	t.Helper()
	for _, d := range problems {
		if d.Summary == "" || d.File == "" {
			t.Errorf("a diagnostic without summary or file: %+v", d)
		}
		if !d.Span.IsValid() {
			continue
		}
		if s, e := d.Span.Start.Offset, d.Span.End.Offset; s < 0 || s > e || e > len(src) {
			t.Errorf("%v lies outside the text of %d bytes: %d to %d", d.Error(), len(src), s, e)
		}
		if line := 1 + countBreaks(src[:d.Span.Start.Offset]); line != d.Span.Start.Line {
			t.Errorf("%v is in line %d", d.Error(), line)
		}
	}
}

func countBreaks(src []byte) int {
	crlf := bytes.Count(src, []byte("\r\n"))
	return bytes.Count(src, []byte("\n")) + bytes.Count(src, []byte("\r")) - crlf
}

// checkGraph holds a graph to what its doc says.
func checkGraph(t *testing.T, g *graph.Graph) {
	t.Helper()
	names := map[string]bool{}
	for i, e := range g.Elements {
		if e.ID != int64(i) || names[e.Name] || e.Name == "" {
			t.Errorf("element %d has ID %d and the name %q", i, e.ID, e.Name)
		}
		names[e.Name] = true
		if i > 0 && e.Span.Start.Offset < g.Elements[i-1].Span.Start.Offset {
			t.Errorf("%s stands before %s", e.Name, g.Elements[i-1].Name)
		}
		if e.Domain.String() == "either" {
			t.Errorf("%s has no domain", e.Name)
		}
	}
	for _, e := range g.Edges {
		if e.From == nil || e.To == nil || e.From == e.To || !e.From.IsNode() || !e.To.IsNode() {
			t.Errorf("%s has not two ends", e.Name)
		}
	}
	for _, a := range g.Actions {
		if a.On == nil || !a.On.IsNode() {
			t.Errorf("%s does not act on anything", a.Name)
		}
	}
	if len(g.Elements) != len(g.Nodes)+len(g.Edges)+len(g.Actions) {
		t.Errorf("%d elements, but %d nodes, %d edges and %d actions", len(g.Elements), len(g.Nodes), len(g.Edges), len(g.Actions))
	}
}
