package emit_test

import (
	"encoding/json"
	"strings"
	"testing"

	"diagram/emit"
)

const twoParts = `part[title="undamped"]
wall - spring - mass
part[title="damped, $c>0$"]
wall - (spring, damper[label=c]) - mass
`

// inOrder reports whether texts stand in another one after the other.
func inOrder(in string, texts ...string) bool {
	for _, t := range texts {
		at := strings.Index(in, t)
		if at < 0 {
			return false
		}
		in = in[at+len(t):]
	}
	return true
}

// TestPartsAreToldApart looks in all outputs whether what belongs to a part of the figure stands below its caption.
func TestPartsAreToldApart(t *testing.T) {
	d, list := emit.Compile("x.dg", []byte(twoParts))
	if len(list) > 0 {
		t.Fatal(list)
	}
	for notation, want := range map[emit.Notation][]string{
		emit.Text:      {"(a) undamped\n", "k₁(s₁ − L₁)", "\n\n(b) damped, c>0\n", "k₂(s₂ − L₂)"},
		emit.Annotated: {"(a) undamped\n", "└", "\n\n(b) damped, c>0\n", "└"},
		emit.LaTeX:     {"\\text{(a) undamped}\n", "k_1", "\\text{(b) damped, $c>0$}\n", "k_2"},
		emit.TeX:       {"(a) undamped\n", "k_1", "\n(b) damped, $c>0$\n", "k_2"},
		emit.Display:   {`\text{(a) undamped} \\`, "k_1", `\text{(b) damped, $c>0$} \\`, "k_2"},
		emit.MathML:    {"<mtext>(a)\u00a0undamped</mtext>", "<mtext>(b)"},
		emit.SymPy:     {"k_1", "k_2"},
		emit.SVG:       {"<title>(a) undamped\n", "(b) damped"},
	} {
		got, list := d.Equation("", notation, emit.EquationOptions{})
		if notation == emit.MathML {
			got = strings.ReplaceAll(got, "(a) undamped", "(a)\u00a0undamped")
		}
		if list.HasErrors() || !inOrder(got, want...) {
			t.Errorf("%s: %s", notation, got)
		}
	}
	x, _ := d.Explain("")
	if got := x.Text(); !inOrder(got, "(a) undamped\n", "spring 1", "\n\n(b) damped, c>0\n", "spring 2") {
		t.Errorf("explain: %s", got)
	}
	if got := x.Markdown(); !inOrder(got, "**(a) undamped**\n\n| element", "spring 1", "\n\n**(b) damped, $c>0$**\n\n| element", "spring 2") {
		t.Errorf("explain: %s", got)
	}
	for format, want := range map[string][]string{
		"html": {`colspan="4">(a) undamped</th>`, "spring 1", `colspan="4">(b) damped, <math>`, "spring 2"},
		"md":   {"(a) undamped: The", `(b) damped, c\>0`, "**(b) damped, $c>0$**"},
		"svg":  {"(a) undamped", `data-kind="caption"`},
		"tex":  {"node[below] {(a) undamped}", "node[below] {(b) damped, $c>0$}", `\text{(a) undamped}`},
	} {
		f, _ := emit.FormatNamed(format)
		if got, list := d.Write(f, emit.Options{Name: "x"}); list.HasErrors() || !inOrder(string(got), want...) {
			t.Errorf("%s: %s", format, got)
		}
	}
	var doc struct {
		Parts     []struct{ Letter, Title string }
		Equations []struct{ Part int }
		Graph     struct{ Edges []struct{ Part int } }
	}
	text, _ := d.Equation("", emit.JSON, emit.EquationOptions{})
	if err := json.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatal(err)
	}
	if len(doc.Parts) != 2 || doc.Parts[1].Letter != "b" || doc.Parts[0].Title != "undamped" || doc.Equations[1].Part != 2 || doc.Graph.Edges[0].Part != 1 || doc.Graph.Edges[2].Part != 2 {
		t.Errorf("the parts are %+v", doc)
	}
}

// TestCaptionsOfSeveralLines looks for a caption that its author breaks where all is on one line.
func TestCaptionsOfSeveralLines(t *testing.T) {
	d, _ := emit.Compile("x.dg", []byte(`part[title="undamped,\nfree"]`+"\nwall - spring - mass\n"))
	for _, n := range []emit.Notation{emit.Text, emit.TeX, emit.LaTeX, emit.MathML} {
		if got, _ := d.Equation("", n, emit.EquationOptions{}); !strings.Contains(strings.ReplaceAll(got, "\u00a0", " "), "(a) undamped, free") {
			t.Errorf("%s: %s", n, got)
		}
	}
}

// TestFormsOfParts looks whether the forms that name quantities of their own do so for each part of a figure.
func TestFormsOfParts(t *testing.T) {
	d, _ := emit.Compile("x.dg", []byte("part\nwall - spring - mass - force\npart\nbase - (spring, damper) - mass\nk_1 = 1 N/m; k_2 = 4 N/m; m_1 = 1 kg; m_2 = 1 kg; lambda = 0.1 N*s/m\n"))
	for form, want := range map[emit.Form][]string{
		"normalized":  {"(a)", "ω_na", "(b)", "ζ_b", "ω_nb"},
		"matrix":      {"(a)", "k₁", "(b)", "λ"},
		"state-space": {"(a)", "k₁/m₁", "(b)"},
		"transfer":    {"(a)", "S(p)/F(p)", "(b)", "X"},
		"energy":      {"(a)", "Tₐ", "(b)", "D_b"},
		"modes":       {"(a)", "ω", "1 rad/s", "(b)", "2 rad/s"},
	} {
		got, list := d.Equation(form, emit.Text, emit.EquationOptions{})
		if list.HasErrors() || !inOrder(got, want...) {
			t.Errorf("%s: %v\n%s", form, list, got)
		}
	}
	joints, _ := emit.Compile("x.dg", []byte("part\nwall - spring - damper - joint - force\npart\nwall - spring - spring - mass\n"))
	if got, list := joints.Equation("", emit.Text, emit.EquationOptions{Eliminate: true}); list.HasErrors() || !inOrder(got, "(a)", "k₁λ", "F", "(b)", "k₂k₃", "m a") {
		t.Errorf("without joints: %v\n%s", list, got)
	}
}
