package dsl_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"diagram/dsl"
	"diagram/dsl/diag"
	"diagram/dsl/graph"
	"diagram/symbolic"
	"diagram/symbolic/formula"
	"diagram/symbolic/naming"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the golden files in testdata")

// Each archive in testdata holds inputs, NAME.dg, each followed by what is expected of it. What that is, the file's
// directory says.
var goldens = map[string]struct {
	ending string
	print  func(src []byte) string
}{
	"errors": {"err", printDiagnostics},
	"graphs": {"graph", printGraph},
	"format": {"out", printFormat},
}

func TestGolden(t *testing.T) {
	for dir, golden := range goldens {
		files, err := filepath.Glob("testdata/" + dir + "/*.txtar")
		if err != nil || len(files) == 0 {
			t.Fatalf("no archives in %s: %v", dir, err)
		}
		for _, file := range files {
			t.Run(strings.TrimSuffix(strings.TrimPrefix(file, "testdata/"), ".txtar"), func(t *testing.T) {
				testArchive(t, file, golden.ending, golden.print)
			})
		}
	}
}

func testArchive(t *testing.T, file, ending string, print func([]byte) string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	for _, f := range archive.Files {
		want[f.Name] = string(f.Data)
	}
	fresh := &txtar.Archive{Comment: archive.Comment}
	for _, f := range archive.Files {
		name, isInput := strings.CutSuffix(f.Name, ".dg")
		if !isInput {
			continue
		}
		expected := name + "." + ending
		got := print(f.Data)
		fresh.Files = append(fresh.Files, f, txtar.File{Name: expected, Data: []byte(got)})
		if diff := cmp.Diff(want[expected], got); diff != "" && !*update {
			t.Errorf("%s: (-want +got)\n%s", f.Name, diff)
		}
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(fresh), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func printDiagnostics(src []byte) string {
	g, problems := dsl.Compile("x.dg", src)
	var b bytes.Buffer
	_ = problems.Print(&b, map[string][]byte{"x.dg": src}, diag.Options{})
	if (g == nil) != problems.HasErrors() {
		b.WriteString("the graph does not fit the errors\n")
	}
	return b.String()
}

func printFormat(src []byte) string {
	out, problems := dsl.Format("x.dg", src)
	if len(problems) > 0 {
		return problems.Error() + "\n"
	}
	return string(out)
}

// printGraph prints a graph, an element a line: name, kind, what it joins, parameters and label.
func printGraph(src []byte) string {
	g, problems := dsl.Compile("x.dg", src)
	if g == nil {
		return problems.Error() + "\n"
	}
	var b strings.Builder
	for _, e := range g.Elements {
		fmt.Fprintf(&b, "%-9s %-9s", e.Name, e.Kind.Name)
		switch {
		case e.From != nil:
			fmt.Fprintf(&b, " %s–%s", e.From.Name, e.To.Name)
		case e.On != nil:
			fmt.Fprintf(&b, " on %s", e.On.Name)
		}
		if e.Domain.String() == "rotation" {
			b.WriteString(" turning")
		}
		if e.Made {
			b.WriteString(" made")
		}
		var names []string
		for name := range e.Params {
			names = append(names, name)
		}
		sort.Strings(names)
		for _, name := range names {
			fmt.Fprintf(&b, " %s=%s", name, symbolic.Sympy(e.Params[name]))
		}
		if e.Label != (naming.Name{}) {
			fmt.Fprintf(&b, " label %s", e.Label.LaTeX())
		}
		b.WriteByte('\n')
	}
	fmt.Fprintf(&b, "edges %s\n", names(g.Edges))
	if len(g.Actions) > 0 {
		fmt.Fprintf(&b, "actions %s\n", names(g.Actions))
	}
	if parts := g.Components(); len(parts) > 1 {
		for i, p := range parts {
			fmt.Fprintf(&b, "part %d: %s\n", i+1, names(p))
		}
	}
	for _, v := range g.Values {
		fmt.Fprintf(&b, "%s = %s %v (%s)\n", v.Symbol.LaTeX(), v.Number, v.Dim, v.Text)
	}
	b.WriteString(printSettings(&g.Settings))
	return b.String()
}

// printSettings prints the settings that differ from the defaults.
func printSettings(s *graph.Settings) string {
	var b strings.Builder
	say := func(differs bool, format string, args ...any) {
		if differs {
			fmt.Fprintf(&b, format+"\n", args...)
		}
	}
	say(s.Origin != graph.FromWall, "origin %v", s.Origin)
	say(s.Coordinates != graph.Absolute, "coordinates %v", s.Coordinates)
	say(s.Axis != graph.Horizontal, "axis %v", s.Axis)
	if s.Axis == graph.Inclined {
		say(true, "slope %v, drawn at %g°", s.Slope, s.Angle)
	}
	if s.Gravity != nil {
		say(true, "gravity %v", s.Gravity)
	}
	say(s.Derivatives != formula.Leibniz, "derivatives %d", s.Derivatives)
	say(s.Form != "", "form %s", s.Form)
	say(s.Title != nil, "title %s", s.Title.Text())
	say(s.Alt != "", "alt %s", s.Alt)
	say(s.Labels != graph.Symbols, "labels %v", s.Labels)
	say(s.Spacing != 0, "spacing %g", s.Spacing)
	return b.String()
}

func names(es []*graph.Element) string {
	var ns []string
	for _, e := range es {
		ns = append(ns, e.Name)
	}
	return strings.Join(ns, " ")
}
