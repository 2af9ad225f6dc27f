//go:build slow

package proof

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"diagram/dsl/forms"
	"diagram/emit"
	"diagram/examples"
	"diagram/symbolic"
	"diagram/symbolic/naming"
)

// A pasted line is what SymPy's sympify is to read with nothing declared.
type pasted struct {
	Line      string   `json:"line"`
	Symbols   []string `json:"symbols"`
	Functions []string `json:"functions"`
	All       bool     `json:"all"` // these occur, else these may
	where     string
}

// sympify asks SymPy, and returns one answer for each question.
func sympify[Q, A any](t *testing.T, questions []Q) []A {
	t.Helper()
	var in bytes.Buffer
	for _, q := range questions {
		if err := json.NewEncoder(&in).Encode(q); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command(python(t), "testdata/sympify.py")
	cmd.Env = append(os.Environ(), "PYTHONDONTWRITEBYTECODE=1")
	cmd.Stdin, cmd.Stderr = &in, os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	answers := make([]A, len(questions))
	d := json.NewDecoder(bytes.NewReader(out))
	for i := range answers {
		if err := d.Decode(&answers[i]); err != nil {
			t.Fatal(err)
		}
	}
	return answers
}

// TestSympifyReadsEveryName holds the list of names that SymPy takes for something else to the SymPy that is installed, and to
// what no list may miss.
func TestSympifyReadsEveryName(t *testing.T) {
	words := sympify[string, []string](t, []string{"names"})[0]
	if len(words) < 900 {
		t.Fatalf("SymPy knows %d names only", len(words))
	}
	words = append(words, strings.Fields("alpha beta gamma zeta eta theta chi psi Gamma Lambda Chi α β γ ζ λ π π_1 m_ä")...)
	for a := 'A'; a <= 'z'; a++ {
		words = append(words, string(a), string(a)+"1", string(a)+"_1", string(a)+"i")
	}
	var lines []pasted
	for _, word := range words {
		n, err := naming.Parse(word)
		if err != nil || n.Key() == symbolic.Time().Name().Key() || n.Key() == `\pi` {
			continue
		}
		s, f := symbolic.NewSymbol(n), symbolic.NewFunction(n)
		e := symbolic.Add(symbolic.Mul(s, f.D(2)), symbolic.Mul(symbolic.Int(2), f), symbolic.Div(f.D(1), s))
		lines = append(lines, pasted{symbolic.Sympy(e), []string{n.Plain()}, []string{n.Plain()}, true, word})
		lines = append(lines, pasted{symbolic.SympyOf(n, s), []string{n.Plain()}, []string{n.Plain()}, true, word})
	}
	sympified(t, lines)
}

func sympified(t *testing.T, lines []pasted) {
	t.Helper()
	for i, wrong := range sympify[pasted, string](t, lines) {
		if wrong != "" {
			t.Errorf("%s: %s\n%s", lines[i].where, wrong, lines[i].Line)
		}
	}
	t.Logf("%d lines", len(lines))
}

// hardNames are diagrams whose symbols SymPy knows as something else.
var hardNames = map[string]string{
	"duffing":  "diagram[origin=natural]\nwall - (spring[k=beta, k3=alpha], damper[c=delta]) - mass[m=1] - force[F=gamma*cos(omega*t)]\n",
	"letters":  "diagram[origin=natural]\nwall - (spring[k=E], damper[c=S]) - mass[m=I, x=Q] - force[F=N]\nwall - spring[k=O] - mass[m=\"\\zeta\", x=C] - force[F=beta]\n",
	"words":    "diagram[origin=natural]\nwall - (spring[k=E1], damper[c=lambda]) - mass[m=in, x=Si] - force[F=\"Q(t)\"]\n",
	"alike":    "diagram[origin=natural]\nwall - (spring[k=\"\\hat k\"], damper[c=hat_k]) - mass[m=\"\\mathrm t\", x=\"\\mathrm x\"] - force[F=x]\n",
	"rotation": "diagram[origin=natural]\nwall - (spring, damper) - disc[label=gamma] - torque\n",
}

// TestSympifyReadsEveryLine reads every line of our SymPy notation and every expression of our JSON, with nothing declared.
func TestSympifyReadsEveryLine(t *testing.T) {
	var lines []pasted
	add := func(name string, text []byte) {
		g, m, why := compile(name, text)
		if m == nil || why != "" {
			return
		}
		tr := newTrial(name, text, g, m)
		known := pasted{Symbols: []string{"s", "p"}, Functions: []string{}}
		for _, el := range g.Actions { // a force across the axis is a function of time, but no input
			if el.Across() && el.Force() != nil {
				for _, f := range symbolic.Functions(el.Force()) {
					known.Functions = append(known.Functions, f.Name().Plain())
				}
			}
		}
		seen := map[string]bool{}
		for _, f := range forms.All() {
			out, err := tr.printed(f, emit.JSON)
			if err != nil {
				continue
			}
			var all any
			var doc struct {
				Parameters, Coordinates, Inputs []struct{ Symbol string }
				Normalized                      struct{ Where []struct{ Symbol string } }
				Modes                           struct{ Modes []struct{} }
			}
			if err := errors.Join(json.Unmarshal([]byte(out), &all), json.Unmarshal([]byte(out), &doc)); err != nil {
				t.Fatal(err)
			}
			for _, p := range doc.Parameters {
				known.Symbols = append(known.Symbols, p.Symbol)
			}
			for _, c := range doc.Coordinates {
				known.Functions = append(known.Functions, c.Symbol)
			}
			for _, in := range doc.Inputs {
				known.Functions = append(known.Functions, in.Symbol)
			}
			line := known
			line.Symbols, line.Functions = slices.Clone(known.Symbols), slices.Clone(known.Functions)
			for _, d := range doc.Normalized.Where {
				line.Symbols = append(line.Symbols, strings.TrimSuffix(strings.TrimPrefix(d.Symbol, "Symbol('"), "')"))
			}
			for _, of := range m.ModeSymbols(len(doc.Modes.Modes)) {
				for _, s := range append(of.Shape, of.Omega, of.Frequency, of.Zeta, of.Rate) {
					line.Symbols = append(line.Symbols, s.Name().Plain())
				}
			}
			for _, f := range known.Functions { // and their transforms
				line.Functions = append(line.Functions, symbolic.Sym(f).Name().Capital().Plain(), strings.ToUpper(f[:1])+f[1:])
			}
			put := func(where, expr string) {
				if seen[expr] {
					return
				}
				seen[expr] = true
				line.Line, line.where = expr, fmt.Sprintf("%s, %s: %s", name, f, where)
				lines = append(lines, line)
			}
			expressions(all, "", put)
			if out, err = tr.printed(f, emit.SymPy); err != nil {
				continue
			}
			for l := range strings.Lines(out) {
				put("line", strings.TrimSpace(l))
			}
		}
	}
	for name, text := range hardNames {
		before := len(lines)
		if add(name, []byte(text)); len(lines) == before {
			t.Errorf("%s has no equations", name)
		}
	}
	for _, s := range corpus(t) {
		add(s.name, s.text)
	}
	for _, e := range examples.All() {
		add(e.Name, e.Source)
	}
	for seed := range uint64(15) {
		add(fmt.Sprintf("random%d", seed), []byte(newGenerator(seed).diagram()))
	}
	sympified(t, lines)
}

// expressions visits the fields of a document that are expressions for SymPy.
func expressions(v any, field string, visit func(where, expr string)) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			expressions(e, field, visit)
		}
	case map[string]any:
		for key, e := range v {
			switch {
			case field == "words" || field == "params" && key == "x": // what a coordinate was to be called; its name tells what it is
			case field == "params":
				visit(field+" "+key, e.(string))
			default:
				expressions(e, key, visit)
			}
		}
	case string:
		switch field {
		case "sympy", "M", "C", "K", "f", "A", "B", "offset", "state", "num", "den", "lagrange":
			visit(field, v)
		}
	}
}
