package mathbox

import (
	"strings"
	"testing"

	"diagram/symbolic/formula"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

var leaves = strings.Split(`k m x F f V A T 1 2 12 . , ; : ! + - * / = < > ( ) [ ] | \| · ° ∞ ä é ℓ λ φ Ω \lambda \varphi \Gamma \Omega \ell \cdot \times \circ \ast \star \dagger \bullet \prime \infty \hbar \imath \jmath \partial \nabla \pm \mp \perp \parallel \to \rightarrow \leftarrow \uparrow \downarrow \ldots \cdots \dots \Re \Im \max \min \sin \cos \tan \exp \ln \log \, \; \: \! \quad`, " ")

var commands = strings.Fields("dot ddot hat widehat bar overline tilde widetilde vec check breve acute grave mathring underline mathrm mathit mathbf mathsf mathtt mathcal mathbb boldsymbol operatorname sqrt mathfrak")

func randomSource(t *rapid.T, label string, depth int) string {
	if depth == 0 {
		return " " + rapid.SampledFrom(leaves).Draw(t, label)
	}
	sub := func(s string) string { return randomSource(t, label+s, depth-1) }
	switch rapid.IntRange(0, 11).Draw(t, label) {
	case 0, 1, 2:
		return sub("1") + sub("2")
	case 3:
		return "{" + sub("1") + "}"
	case 4:
		return sub("1") + "_{" + sub("2") + "}"
	case 5:
		return sub("1") + "^{" + sub("2") + "}"
	case 6:
		return sub("1") + "'"
	case 7:
		return `\frac{` + sub("1") + "}{" + sub("2") + "}"
	case 8, 9:
		return `\` + rapid.SampledFrom(commands).Draw(t, label+"c") + "{" + sub("1") + "}"
	case 10:
		return `\` + rapid.SampledFrom([]string{"text", "textrm", "textit", "textbf"}).Draw(t, label+"c") + "{" + rapid.SampledFrom([]string{"car", "a  b'", "fi ff", "ж s", "A.V", "max. 3 - (x)"}).Draw(t, label+"w") + "}"
	}
	return randomSource(t, label, 0)
}

func same(a, b *Box) string {
	return cmp.Diff(a, b, cmpopts.IgnoreFields(Outline{}, "Segments", "pathOnce", "path"), cmpopts.EquateEmpty())
}

func TestParity(t *testing.T) {
	why := map[string]int{}
	n := 0
	rapid.Check(t, func(t *rapid.T) {
		src := randomSource(t, "f", rapid.IntRange(0, 5).Draw(t, "depth"))
		tree, err := formula.Read(src)
		if err != nil {
			why["read "+err.Error()[:min(10, len(err.Error()))]]++
			return
		}
		latex := formula.LaTeX(tree)
		for _, opt := range []Options{{}, {Display: true}} {
			want, err := Typeset(latex, opt)
			if err != nil {
				t.Fatal(src, latex, err)
			}
			got := Set(tree, opt)
			n++
			if d := same(want, got); d != "" {
				t.Fatalf("%s: %s\n%s", src, latex, d)
			}
		}
	})
	t.Log(n, why)
}

func randomName(t *rapid.T, label string) formula.Symbol {
	for i := 0; ; i++ {
		src := rapid.SampledFrom([]string{"k", "m_1", `\lambda`, `\dot m_1`, "x'", "x^*", `\Delta x`, "F(t)", `m_{\text{car}}`, `\frac{k}{2}`, "k+1", `\hat k`, `\hat x'`, "2k", `\mathit{mg}`, `\mathbf F_{12}`, `\sqrt k`, "", ""}).Draw(t, label)
		if src == "" {
			src = strings.ReplaceAll(randomSource(t, label+"s", 2), "'", "")
		}
		tree, err := formula.Read(src)
		if err == nil && len(tree) > 0 && !strings.Contains(src, "dots") && !strings.Contains(src, "frak") {
			return formula.Symbol{Spelling: formula.Spell(tree)}
		}
	}
}

func randomNode(t *rapid.T, label string, depth int) formula.Node {
	if depth == 0 {
		switch rapid.IntRange(0, 6).Draw(t, label) {
		case 0:
			return formula.Number{Digits: rapid.SampledFrom([]string{"1", "2", "12", "0.25"}).Draw(t, label+"n")}
		case 1:
			return formula.Number{Digits: rapid.SampledFrom([]string{"1", "2.5"}).Draw(t, label+"n"), Exp10: rapid.SampledFrom([]int{3, -12}).Draw(t, label+"e")}
		case 2:
			return formula.Degrees{Number: formula.Number{Digits: "20", Exp10: rapid.SampledFrom([]int{0, 3}).Draw(t, label+"e")}}
		case 3:
			return formula.Derivative{Of: randomName(t, label+"n"), Order: rapid.IntRange(1, 4).Draw(t, label+"o"), Style: formula.DerivativeStyle(rapid.IntRange(0, 2).Draw(t, label+"d"))}
		}
		return randomName(t, label+"n")
	}
	sub := func(s string) formula.Node { return randomNode(t, label+s, depth-1) }
	several := func() (all []formula.Node) {
		for i := range rapid.IntRange(1, 4).Draw(t, label+"n") {
			all = append(all, sub(string(rune('a'+i))))
		}
		return all
	}
	switch rapid.IntRange(0, 15).Draw(t, label) {
	case 0, 1, 2:
		return formula.Product(several())
	case 3, 4:
		var sum formula.Sum
		for _, n := range several() {
			sum = append(sum, formula.Signed{Minus: rapid.Bool().Draw(t, label+"m"), Of: n})
		}
		return sum
	case 5:
		return formula.Minus{Of: sub("1")}
	case 6:
		base := sub("1")
		switch b := base.(type) {
		case formula.Symbol:
			if !formula.IsAtom(b.Tree) {
				base = formula.Bracketed(base)
			}
		case formula.Derivative:
			if b.Style != formula.Dot || b.Order > 3 {
				base = formula.Bracketed(base)
			}
		default:
			base = formula.Bracketed(base)
		}
		return formula.Power{Base: base, Exp: sub("2")}
	case 7:
		return formula.Slash{Num: sub("1"), Den: sub("2")}
	case 8:
		c := formula.Call{Function: rapid.SampledFrom([]string{"sin", "cos", "tan", "exp", "ln", "sgn"}).Draw(t, label+"f"), Arg: sub("1")}
		if rapid.Bool().Draw(t, label+"e") {
			c.Exp = sub("2")
		}
		return c
	case 9:
		return formula.Exponential{Exp: sub("1")}
	case 10:
		f := rapid.SampledFrom([]string{"()", "||"}).Draw(t, label+"f")
		return formula.Fence{Open: f[:1], Close: f[1:], Of: sub("1")}
	case 11:
		g := formula.Grid{Small: rapid.Bool().Draw(t, label+"s")}
		for range 2 {
			g.Rows = append(g.Rows, several())
		}
		return g
	case 12:
		return formula.Term{Element: "x", Of: sub("1")}
	case 13:
		return formula.Relation{Sign: rapid.SampledFrom([]string{"=", "<"}).Draw(t, label+"r"), Left: sub("1"), Right: sub("2")}
	case 14:
		return formula.Frac{Num: sub("1"), Den: sub("2")}
	}
	return formula.Root{Of: sub("1"), Index: rapid.SampledFrom([]string{"", "3", "9"}).Draw(t, label+"i")}
}

func TestParityOfExpressions(t *testing.T) {
	why := map[string]int{}
	n := 0
	rapid.Check(t, func(t *rapid.T) {
		tree := randomNode(t, "f", rapid.IntRange(0, 3).Draw(t, "depth"))
		latex := formula.LaTeX(tree)
		for _, opt := range []Options{{}, {Display: true}} {
			want, err := Typeset(latex, opt)
			if err != nil {
				why[err.(*Error).Msg]++
				continue
			}
			got := Set(tree, opt)
			n++
			if d := same(want, got); d != "" {
				t.Fatalf("%s:\n%s", latex, d)
			}
		}
	})
	t.Log(n, why)
}

func TestParityOfLines(t *testing.T) {
	foreign := 0
	rapid.Check(t, func(t *rapid.T) {
		var line formula.Line
		for range rapid.IntRange(1, 5).Draw(t, "n") {
			if rapid.Bool().Draw(t, "formula") {
				line = append(line, randomNode(t, "f", 1))
			} else {
				line = append(line, formula.Words{Command: "text", Text: rapid.StringOf(rapid.OneOf(rapid.RuneFrom([]rune("abAVTo.,:;'-`\"fi  {}$&#_%^~<>|\\ä²₃½⅓–“€\u00a0жקש質ا")), rapid.Rune())).Draw(t, "w")})
			}
		}
		latex := formula.InText(line)
		for _, set := range []func() (*Box, error){
			func() (*Box, error) { return Text(latex, Options{}) }, func() (*Box, error) { return Typeset(`\text{`+latex+"}", Options{Display: true}) },
		} {
			want, err := set()
			if err != nil {
				if !strings.Contains(err.Error(), "invisible") && !strings.Contains(err.Error(), "alphabet") && !strings.Contains(err.Error(), "double") {
					t.Fatal(latex, err)
				}
				continue
			}
			foreign += len(want.Foreign)
			if d := same(want, Set(line, Options{})); d != "" {
				t.Fatalf("%s:\n%s", latex, d)
			}
		}
	})
	t.Log(foreign)
}
