package document

import (
	"fmt"
	"strings"
	"testing"

	"diagram/dsl"
	"diagram/symbolic"
	"diagram/symbolic/motion"

	"pgregory.net/rapid"
)

// spellings are symbols as authors write them; those in one line are the same.
var spellings = [][]string{
	{`k_1`, `"k_{1}"`, `k1`}, {`"\mathrm{k}_1"`, `"\text{k}_1"`}, {`k_1_alt`}, {`"k'"`, `"k^\prime"`}, {`k_prime`}, {`"\hat k"`, `"\hat{k}"`}, {`hat_k`},
	{`"\bar x"`}, {`bar_x`}, {`"\overline x"`}, {`"\mathbf k"`}, {`bold_k`}, {`phi`, `φ`, `"\phi"`}, {`"\varphi"`}, {`epsilon`, `ε`, `"\epsilon"`},
	{`lambda`, `λ`, `lamda`, `"\lambda"`}, {`mu`, `µ`, `μ`}, {`k_us`, `"k_{us}"`}, {`"k_{\text{us}}"`}, {`"k_{1,2}"`, `k_1_2`}, {`k_12`, `"k_{12}"`},
	{`beta`, `β`}, {`E`}, {`N`}, {`ab`}, {`a`}, {`b`}, {`"\mathrm{t}"`}, {`"\mathrm{x}"`}, {`"\mathcal{L}_0"`}, {`"\mathbf F"`}, {`"\mathrm{m}"`},
}

// However the symbols of a diagram are written, its model has as many as a reader sees, and each is spelled unlike all others
// in every notation.
func TestSymbolsOfDiagrams(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var src strings.Builder
		src.WriteString("diagram[origin=natural]\n")
		look := map[string]bool{}
		for range rapid.IntRange(1, 6).Draw(t, "springs") {
			line := rapid.IntRange(0, len(spellings)-1).Draw(t, "symbol")
			look[spellings[line][0]] = true
			fmt.Fprintf(&src, "W - spring[k=%s] - T\n", rapid.SampledFrom(spellings[line]).Draw(t, "spelling"))
		}
		src.WriteString("W = wall; T = mass; T - force\n")
		g, problems := dsl.Compile("test.dg", []byte(src.String()))
		if problems.HasErrors() {
			t.Fatal(src.String(), problems)
		}
		m, problems := motion.New(g)
		if problems.HasErrors() {
			t.Fatal(src.String(), problems)
		}
		d, problems := Describe(m, motion.EdgesForm, false)
		if problems.HasErrors() {
			t.Fatal(src.String(), problems)
		}
		springs := map[string]bool{}
		for _, e := range g.Edges {
			springs[e.Params["k"].(*symbolic.Symbol).Name().Key()] = true
		}
		if len(springs) != len(look) {
			t.Errorf("%s\n%d stiffnesses, want %d", &src, len(springs), len(look))
		}
		var all []Symbol
		for _, p := range d.Parameters {
			all = append(all, p.Symbol)
		}
		for _, c := range d.Coordinates {
			all = append(all, c.Symbol)
		}
		for _, in := range d.Inputs {
			all = append(all, in.Symbol)
		}
		all = append(all, Symbol{"t", "t", "t"})
		seen := map[string]Symbol{}
		for _, s := range all {
			for notation, as := range map[string]string{"SymPy": s.Symbol, "LaTeX": s.LaTeX, "text": s.Text} {
				if other, ok := seen[notation+as]; ok {
					t.Errorf("%s\n%s: %s and %s are both %s", &src, notation, other.LaTeX, s.LaTeX, as)
				}
				seen[notation+as] = s
			}
		}
	})
}
