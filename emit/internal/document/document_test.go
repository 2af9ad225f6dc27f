package document_test

import (
	"encoding/json"
	"strings"
	"testing"

	"diagram/dsl"
	"diagram/dsl/forms"
	"diagram/emit/internal/document"
	"diagram/symbolic/motion"

	"github.com/google/go-cmp/cmp"
)

// TestJSON reads JSON back and holds its terms to adding up to the residual's.
func TestJSON(t *testing.T) {
	g, list := dsl.Compile("x.dg", []byte("wall - (S, D) - T - F; S = spring; D = damper; T = trolley; F = force[right]; k = 200 N/m; m = 2 kg; lambda = 8 N s/m"))
	if len(list) > 0 {
		t.Fatal(list)
	}
	m, list := motion.New(g)
	if len(list) > 0 {
		t.Fatal(list)
	}
	for _, form := range forms.All() {
		described, list := document.Describe(m, form, false)
		if len(list) > 0 {
			t.Fatal(list)
		}
		var d document.Document
		dec := json.NewDecoder(strings.NewReader(document.Encode(described)))
		dec.DisallowUnknownFields()
		if err := dec.Decode(&d); err != nil {
			t.Fatal(err)
		}
		if len(d.Equations) != 1 || len(d.Equations[0].Terms) != 4 || len(d.Coordinates) != 1 || len(d.Inputs) != 1 || len(d.Graph.Edges) != 2 {
			t.Errorf("%s: %d equations, %d coordinates, %d inputs, %d edges", form, len(d.Equations), len(d.Coordinates), len(d.Inputs), len(d.Graph.Edges))
		}
		if eq := d.Equations[0]; strings.HasPrefix(eq.LaTeX, "+") || strings.HasPrefix(eq.Text, "+") || strings.Contains(eq.LaTeX, "= +") {
			t.Errorf("%s: a plus leads in %s (%s)", form, eq.LaTeX, eq.Text)
		}
		var elements []string
		for _, term := range d.Equations[0].Terms {
			elements = append(elements, term.Element)
		}
		if form == motion.EdgesForm {
			if diff := cmp.Diff([]string{"S", "D", "F", "T"}, elements); diff != "" {
				t.Errorf("elements of the terms (-want +got):\n%s", diff)
			}
		}
		if diff := cmp.Diff(&document.Linear{M: [][]string{{"m"}}, C: [][]string{{"lamda"}}, K: [][]string{{"k"}}, F: []string{"k*L_0 + F(t)"}}, d.Linear); diff != "" {
			t.Errorf("M, C, K, f (-want +got):\n%s", diff)
		}
		for _, p := range d.Parameters {
			if p.Symbol.Symbol == "k" && (p.Value != "200" || p.Given != "200 N/m") {
				t.Errorf("k is %s (%s)", p.Value, p.Given)
			}
		}
		special := []bool{d.Normalized != nil, d.StateSpace != nil, d.Transfer != nil, d.Energy != nil, d.Modes != nil}
		want := []bool{form == forms.Normalized, form == forms.StateSpace, form == forms.Transfer, form == forms.Energy, form == forms.Modes}
		if diff := cmp.Diff(want, special); diff != "" {
			t.Errorf("%s (-want +got):\n%s", form, diff)
		}
	}
}
