package examples

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"diagram/dsl/forms"
	"diagram/emit"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the expected outputs")

// example is a compiled example.
type example struct {
	name, path string
	*emit.Diagram
}

// examples compiles all of them.
func examples(t *testing.T) []example {
	t.Helper()
	var all []example
	names := map[string]bool{}
	for _, e := range All() {
		d, list := emit.Compile(e.Path, e.Source)
		if len(list) > 0 {
			t.Fatalf("%s doesn't compile without complaint:\n%v", e.Path, list)
		}
		if d.Trouble.HasErrors() {
			t.Fatalf("%s has no equation:\n%v", e.Path, d.Trouble)
		}
		if names[e.Name] {
			t.Fatalf("two examples are named %s", e.Name)
		}
		names[e.Name] = true
		all = append(all, example{e.Name, e.Path, d})
	}
	return all
}

// write writes an example in a format.
func (e example) write(t *testing.T, format string) []byte {
	t.Helper()
	f, ok := emit.FormatNamed(format)
	if !ok {
		t.Fatalf("no format %s", format)
	}
	data, list := e.Write(f, emit.Options{Name: e.name})
	if list.HasErrors() {
		t.Fatal(list)
	}
	return data
}

// outputs are an example's expected outputs as text. A form that doesn't apply is there as its complaint.
func (e example) outputs(t *testing.T) *txtar.Archive {
	t.Helper()
	var a txtar.Archive
	add := func(name string, data []byte) {
		a.Files = append(a.Files, txtar.File{Name: name, Data: data})
	}
	add("tikz", e.write(t, "tikz"))
	for _, form := range emit.Forms() {
		add(string(form)+" latex", e.equation(form, emit.LaTeX))
	}
	for _, n := range []emit.Notation{emit.TeX, emit.Annotated, emit.SymPy, emit.MathML, emit.JSON} {
		add(string(forms.Edges)+" "+string(n), e.equation(forms.Edges, n))
	}
	x, list := e.Explain("")
	if list.HasErrors() {
		t.Fatal(list)
	}
	add("explain", []byte(x.Text()))
	return &a
}

func (e example) equation(form emit.Form, n emit.Notation) []byte {
	s, list := e.Equation(form, n, emit.EquationOptions{Width: 100})
	if list.HasErrors() {
		s = list.Error() + "\n"
	}
	return []byte(s)
}

func TestExamples(t *testing.T) {
	for _, e := range examples(t) {
		t.Run(e.name, func(t *testing.T) {
			golden(t, filepath.Join("testdata", e.name+".txtar"), txtar.Format(e.outputs(t)))
			golden(t, strings.TrimSuffix(e.path, ".dg")+".svg", e.write(t, "svg"))
		})
	}
}

// golden compares with what a file has, or writes the file.
func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; make golden writes it", err)
	}
	if !bytes.Equal(want, got) {
		t.Errorf("%s (-want +got; make golden accepts it):\n%s", path, cmp.Diff(string(want), string(got)))
	}
}

// TestNothingElse finds expected outputs whose example is gone.
func TestNothingElse(t *testing.T) {
	names := map[string]bool{}
	for _, e := range All() {
		names[e.Name] = true
	}
	for _, pattern := range []string{"*.svg", "*/*.svg", "testdata/*.txtar"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			if !names[strings.TrimSuffix(filepath.Base(f), filepath.Ext(f))] {
				t.Errorf("%s has no example", f)
			}
		}
	}
}

// seed is the notation that started it all, to the letter.
const seed = `T = trolley[label=m]
W = wall[vertical]
S = spring[horizontal]
D = damper[horizontal]
A = arrow[right] #Or should that be: F = force[right]
W - S - T
W - D - T
T - A
`

func TestSeed(t *testing.T) {
	src, err := os.ReadFile("trolley.dg")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(seed, string(src)); diff != "" {
		t.Errorf("trolley.dg is no longer the first example (-want +got):\n%s", diff)
	}
}
