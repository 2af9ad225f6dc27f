package component_test

import (
	"encoding/json"
	"flag"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"diagram/dsl"
	"diagram/dsl/component"
	"diagram/dsl/forms"
	"diagram/dsl/graph"
	"diagram/dsl/ink"
	"diagram/emit"
	"diagram/symbolic"
	"diagram/symbolic/motion"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write the cases' expectations anew")

// What is made where connectors meet is a point.
func TestInSeries(t *testing.T) {
	if k := component.Standard().InSeries(); k == nil || !k.Body().Point || k.Body().Inertia != nil {
		t.Errorf("%v is made between connectors in series", k)
	}
}

// TestEveryKindIsWhole holds every standard kind to what a kind must have.
func TestEveryKindIsWhole(t *testing.T) {
	for k := range component.Standard().All() {
		t.Run(k.Name, func(t *testing.T) {
			if k.Doc == "" || k.Example == "" {
				t.Error("a kind has a doc and an example")
			}
			if g, errs := dsl.Compile(k.Name, []byte(k.Example)); errs.HasErrors() {
				t.Errorf("its example doesn't compile: %v", errs)
			} else if !uses(g, k) {
				t.Errorf("its example %q doesn't use it", k.Example)
			}
			if k.Main != "" && k.Attribute(k.Main) == nil {
				t.Errorf("its main parameter %s is no attribute", k.Main)
			}
			seen := map[string]bool{}
			for _, a := range k.Attributes {
				if a.Doc == "" {
					t.Errorf("attribute %s has no doc", a.Name)
				}
				if seen[a.Name] {
					t.Errorf("attribute %s stands twice", a.Name)
				}
				seen[a.Name] = true
				if choice := k.Word(a.Implies); a.Implies != "" && (choice == nil || choice.Type != component.Choice) {
					t.Errorf("attribute %s implies %s, which is no word of a choice", a.Name, a.Implies)
				}
				if (a.Type == component.Choice) != (len(a.Words) > 0) {
					t.Errorf("attribute %s: a choice, and only a choice, has words", a.Name)
				}
			}
			for _, look := range k.Looks() {
				if len(k.Glyph.Draw(look)) == 0 {
					t.Errorf("a %s draws nothing", k.Style(look))
				}
				for _, s := range k.Glyph.Draw(look) {
					if len(ink.Flatten(s, ink.Frame{W: 2, H: 1})) == 0 {
						t.Errorf("stroke %T of a %s leaves no ink", s, k.Style(look))
					}
				}
			}
			if gives := k.Connector().Law != nil || k.Connector().Tie != nil || k.Body().Inertia != nil || k.Action().Acts != nil; gives != (k.Read != nil) && k.Support().Moves == nil {
				t.Error("a kind that gives terms, and only such a kind, is read aloud")
			}
		})
	}
}

func uses(g *graph.Graph, k *component.Kind) bool {
	for _, el := range g.Elements {
		if el.Kind == k && !el.Made {
			return true
		}
	}
	return false
}

// TestCases compiles the case of every kind: its equations, and how it is read aloud.
func TestCases(t *testing.T) {
	for k := range component.Standard().All() {
		t.Run(k.Name, func(t *testing.T) {
			file := filepath.Join("testdata", "case", k.Name+".txtar")
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatalf("every kind has a case: %v", err)
			}
			d, errs := emit.Compile("diagram.dg", archive.Files[0].Data)
			if errs.HasErrors() {
				t.Fatal(errs)
			}
			if !uses(d.Graph, k) {
				t.Error("its case doesn't use it")
			}
			got := txtar.Archive{Comment: archive.Comment, Files: []txtar.File{archive.Files[0]}}
			add := func(name, text string) {
				got.Files = append(got.Files, txtar.File{Name: name, Data: []byte(strings.TrimSuffix(text, "\n") + "\n")})
			}
			rows, errs := d.Equation(forms.Edges, emit.LaTeX, emit.EquationOptions{})
			if errs.HasErrors() {
				t.Fatal(errs)
			}
			add("edges", rows)
			x, errs := d.Explain(forms.Edges)
			if errs.HasErrors() {
				t.Fatal(errs)
			}
			var entries []struct{ Kind, Reading string }
			if err := json.Unmarshal([]byte(x.JSON()), &entries); err != nil {
				t.Fatal(err)
			}
			for _, e := range entries {
				if e.Kind == k.Name {
					add("aloud", e.Reading)
					break
				}
			}
			if *update {
				if err := os.WriteFile(file, txtar.Format(&got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(txtar.Format(archive)), string(txtar.Format(&got))); diff != "" {
				t.Errorf("case (-want +got):\n%s", diff)
			}
		})
	}
}

// TestEqualAndOpposite joins two bodies by every connector: what it does to one it does to the other, reversed.
func TestEqualAndOpposite(t *testing.T) {
	for k := range component.Standard().All() {
		if k.Connector().Law == nil {
			continue
		}
		for _, bodies := range []string{"A = mass; B = mass", "A = disc; B = disc"} {
			t.Run(k.Name+" "+bodies, func(t *testing.T) {
				src := bodies + "; C = " + k.Name + "\nA - C - B"
				g, errs := dsl.Compile("pair", []byte(src))
				if errs.HasErrors() {
					t.Fatal(errs)
				}
				m, errs := motion.New(g)
				if errs.HasErrors() {
					t.Fatal(errs)
				}
				sum, count := symbolic.Expr(symbolic.Int(0)), 0
				for _, eq := range m.Equations {
					for _, term := range append(eq.Left, eq.Right...) {
						if term.Source.Name == "C" {
							sum, count = symbolic.Add(sum, term.Signed()), count+1
						}
					}
				}
				if count < 2 {
					t.Fatalf("%d terms; a connector acts on both its ends", count)
				}
				if !symbolic.Equivalent(sum, symbolic.Int(0)) {
					t.Errorf("the forces on its ends add up to %v", sum)
				}
			})
		}
	}
}

// TestLawIsThatOfTheEnergies: a law equals ∂V/∂e + ∂D/∂ė + d/dt ∂T/∂ė, so that the energy form and Newton's agree.
func TestLawIsThatOfTheEnergies(t *testing.T) {
	e := symbolic.NewFunction(symbolic.Sym("e").Name())
	for k := range component.Standard().All() {
		if k.Connector().Law == nil || k.Connector().Applied {
			continue
		}
		t.Run(k.Name, func(t *testing.T) {
			p := component.Params{}
			for _, a := range k.Attributes {
				if a.Type == component.Parameter {
					p[a.Name] = symbolic.Sym("p_" + a.Name)
				}
			}
			ext := component.Extension{Length: e, Rate: e.D(1), Accel: e.D(2)}
			derived := symbolic.Expr(symbolic.Int(0))
			if k.Connector().Potential != nil {
				derived = symbolic.Add(derived, symbolic.Diff(k.Connector().Potential(p, ext), e))
			}
			if k.Connector().Dissipation != nil {
				derived = symbolic.Add(derived, symbolic.Diff(k.Connector().Dissipation(p, ext), e.D(1)))
			}
			if k.Connector().Kinetic != nil {
				derived = symbolic.Add(derived, symbolic.DiffTime(symbolic.Diff(k.Connector().Kinetic(p, ext), e.D(1))))
			}
			law := symbolic.Add(k.Connector().Law(p, ext)...)
			for i, v := range []float64{-1.7, -0.3, 0.2, 2.1} {
				at := func(x symbolic.Expr) (float64, bool) {
					switch {
					case symbolic.Equal(x, e):
						return float64(i) - 1.1, true // pressed together and drawn apart
					case symbolic.Equal(x, e.D(1)):
						return v, true
					case symbolic.Equal(x, e.D(2)):
						return 1.3 - v, true
					}
					return 0.5 + 0.1*float64(len(symbolic.Sympy(x))), true
				}
				got, err1 := symbolic.Eval(law, at)
				want, err2 := symbolic.Eval(derived, at)
				if err1 != nil || err2 != nil || math.Abs(got-want) > 1e-9 {
					t.Errorf("at rate %v the law is %v (%v), the energies give %v (%v)", v, got, err1, want, err2)
				}
			}
			if t.Failed() {
				t.Errorf("law %v, energies give %v", law, derived)
			}
		})
	}
}
