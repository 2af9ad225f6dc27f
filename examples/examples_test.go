// Package examples holds the examples to their expected outputs: every .dg file of this folder is a test. What it compiles
// to is in testdata, a txtar archive an example; its drawing is beside it, as SVG. After a change that was meant,
//
//	make golden
//
// rewrites them all, and git diff shows what became of them. With the build tag slow the outputs are also put before TeX
// and a browser.
package examples

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"diagram/emit"
	"diagram/emit/equation"
	"diagram/emit/explain"
	"diagram/symbolic/motion"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the expected outputs")

// example is a compiled example.
type example struct {
	name string
	*emit.Diagram
}

// examples compiles all of them.
func examples(t *testing.T) []example {
	t.Helper()
	files, err := filepath.Glob("*.dg")
	if err != nil || len(files) < 10 {
		t.Fatalf("%d examples (%v)", len(files), err)
	}
	all := make([]example, len(files))
	for i, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		d, list := emit.Compile(file, src)
		if len(list) > 0 {
			t.Fatalf("%s doesn't compile without complaint:\n%v", file, list)
		}
		if d.Model == nil {
			t.Fatalf("%s has no equation:\n%v", file, d.Trouble)
		}
		all[i] = example{strings.TrimSuffix(file, ".dg"), d}
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
	for _, form := range equation.Forms() {
		add(string(form)+" latex", e.equation(form, equation.LaTeX))
	}
	for _, n := range []equation.Notation{equation.TeX, equation.Annotated, equation.SymPy, equation.MathML, equation.JSON} {
		add(string(motion.EdgesForm)+" "+string(n), e.equation(motion.EdgesForm, n))
	}
	add("explain", []byte(explain.Text(explain.Model(e.Model))))
	return &a
}

func (e example) equation(form motion.Form, n equation.Notation) []byte {
	s, list := e.Equation(form, n, equation.Options{Width: 100})
	if list.HasErrors() {
		s = list.Error() + "\n"
	}
	return []byte(s)
}

func TestExamples(t *testing.T) {
	for _, e := range examples(t) {
		t.Run(e.name, func(t *testing.T) {
			golden(t, filepath.Join("testdata", e.name+".txtar"), txtar.Format(e.outputs(t)))
			golden(t, e.name+".svg", e.write(t, "svg"))
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
	for _, pattern := range []string{"*.svg", "testdata/*.txtar"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			base := strings.TrimSuffix(filepath.Base(f), filepath.Ext(f))
			if _, err := os.Stat(base + ".dg"); err != nil {
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
