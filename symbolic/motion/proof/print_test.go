//go:build slow

package proof

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"diagram/dsl/graph"
	"diagram/emit"
	"diagram/examples"
	"diagram/symbolic"
	"diagram/symbolic/motion"
	"diagram/symbolic/naming"
)

// TestPrintedEquationsAgree reads our LaTeX, as a reader would, our SymPy lines and the terms of our JSON, and holds them
// to SymPy's derivation: what is on the page is right, to the sign.
func TestPrintedEquationsAgree(t *testing.T) {
	var trials []*trial
	add := func(name string, text []byte) {
		g, m, why := compile(name, text)
		if why != "" || len(m.Coordinates) == 0 {
			return
		}
		tr := newTrial(name, text, g, m)
		for _, form := range []motion.Form{motion.EdgesForm, motion.NewtonForm, motion.StandardForm} {
			for notation, claimed := range map[emit.Notation]string{emit.LaTeX: "latex", emit.Text: "text", emit.SymPy: "equations"} {
				out, err := tr.printed(form, notation)
				if err != nil {
					t.Errorf("%s: %s: %v", name, form, err)
					continue
				}
				lines, coordinates := withoutCaptions(strings.Split(strings.TrimSpace(out), "\n"), m)
				tr.add(fmt.Sprintf("%s as %s: %s", form, notation, out), claim{"form": claimed, "coordinates": coordinates,
					"names": printedNames(m), "spelled": spelledNames(m), "lines": lines, "equations": lines})
			}
			tr.addDocument(t, m, form)
		}
		trials = append(trials, tr)
	}
	for _, s := range corpus(t) {
		add(s.name, s.text)
	}
	for _, e := range examples.All() {
		add(e.Name, e.Source)
	}
	for seed := range uint64(60) {
		add(fmt.Sprintf("random%d", seed), []byte(newGenerator(seed).diagram()))
	}
	accept(t, trials)
}

// withoutCaptions are lines and their coordinates as of one system: below the caption of each part of the figure stand the
// equations of what moves in it, and then what their shorthands mean.
func withoutCaptions(lines []string, m *motion.Model) (all, coordinates []string) {
	var where []string
	names, left := namesOf(m), len(m.Coordinates)
	if len(m.Graph.Panels) == 0 || len(lines) == left {
		return lines, names
	}
	for _, line := range lines {
		caption := slices.IndexFunc(m.Graph.Panels, func(p *graph.Panel) bool {
			text := p.Caption().Text()
			return text != "" && (line == text || line == `\text{`+text+"}")
		})
		switch {
		case caption >= 0:
			left = 0
			for i, c := range m.Coordinates {
				if c.Node.Panel == caption {
					coordinates = append(coordinates, names[i])
					left++
				}
			}
		case line == "":
		case left > 0:
			all = append(all, line)
			left--
		default:
			where = append(where, line)
		}
	}
	return append(all, where...), coordinates
}

// addDocument adds what the JSON of a form says: the sum of its terms, and the matrices.
func (tr *trial) addDocument(t *testing.T, m *motion.Model, form motion.Form) {
	out, err := tr.printed(form, emit.JSON)
	if err != nil {
		t.Errorf("%s: %s: %v", tr.Name, form, err)
		return
	}
	var doc struct {
		Equations []struct {
			Coordinate string
			Terms      []struct {
				Side, SymPy string
				Sign        int
			}
		}
		M, C, K [][]string
		F       []string
	}
	if err := json.Unmarshal([]byte(out), &doc); err != nil {
		t.Fatal(err)
	}
	names, sums := []string{}, []string{}
	for _, eq := range doc.Equations {
		sum := "0"
		for _, term := range eq.Terms {
			sign := term.Sign
			if term.Side == "right" {
				sign = -sign
			}
			sum += fmt.Sprintf(" + (%d)*(%s)", sign, term.SymPy)
		}
		names, sums = append(names, eq.Coordinate), append(sums, sum)
	}
	tr.add(string(form)+" as JSON", claim{"form": "equations", "coordinates": names, "equations": sums})
	if doc.M != nil {
		tr.add(string(form)+" as JSON, matrices", claim{"form": "matrix", "coordinates": namesOf(m), "M": doc.M, "C": doc.C, "K": doc.K, "f": doc.F})
	}
}

// printedNames are the names that a reader of a model's equations knows: LaTeX, plain, and whether it is a function of
// time.
func printedNames(m *motion.Model) [][3]any {
	names := [][3]any{}
	for _, n := range vocabulary(m) {
		names = append(names, [3]any{n.LaTeX(), n.Plain(), n.function})
	}
	return names
}

// spelledNames are the same names in text and in LaTeX.
func spelledNames(m *motion.Model) [][2]string {
	names := [][2]string{}
	for _, n := range vocabulary(m) {
		names = append(names, [2]string{n.Text(), n.LaTeX()})
	}
	return names
}

// A word is a name, and whether it is a function of time.
type word struct {
	naming.Name
	function bool
}

// vocabulary is every name in a model's equations.
func vocabulary(m *motion.Model) []word {
	seen := map[string]bool{}
	var words []word
	add := func(n naming.Name, function bool) {
		if !seen[n.LaTeX()] {
			seen[n.LaTeX()] = true
			words = append(words, word{n, function})
		}
	}
	for _, c := range m.Coordinates {
		add(c.Symbol.Name(), true)
	}
	for _, in := range m.Inputs {
		add(in.Symbol.Name(), true)
	}
	for _, eq := range m.Equations {
		for _, d := range eq.Where {
			for _, f := range symbolic.Functions(d.Symbol) {
				add(f.Name(), true)
			}
		}
		for _, s := range symbolic.Symbols(eq.Residual()) {
			add(s.Name(), false)
		}
	}
	return words
}
