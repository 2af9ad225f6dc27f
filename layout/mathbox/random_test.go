package mathbox

import (
	"strings"

	"diagram/symbolic"
	"diagram/symbolic/formula"

	"pgregory.net/rapid"
)

// pieces are what authors put together, and fonts the commands that they apply to it.
var (
	pieces = strings.Split(`k m x F f V A T 1 2 12 . , ; : ! + - * / = < > ( ) [ ] | \| · ° ∞ ä é ℓ λ φ Ω \lambda \varphi \Gamma \Omega `+
		`\ell \cdot \times \circ \ast \star \dagger \bullet \prime \infty \hbar \imath \jmath \partial \nabla \pm \mp \perp `+
		`\parallel \to \rightarrow \leftarrow \uparrow \downarrow \ldots \cdots \dots \Re \Im \max \min \sin \cos \tan \exp \ln `+
		`\log \, \; \: \! \quad`, " ")
	fonts = strings.Fields(`dot ddot hat widehat bar overline tilde widetilde vec check breve acute grave mathring underline
		mathrm mathit mathbf mathsf mathtt mathcal mathbb boldsymbol operatorname sqrt`)
)

// randomSource makes LaTeX as authors write it. The reader refuses some of it.
func randomSource(t *rapid.T, label string, depth int) string {
	if depth == 0 {
		return " " + rapid.SampledFrom(pieces).Draw(t, label)
	}
	sub := func(s string) string { return randomSource(t, label+s, depth-1) }
	switch rapid.IntRange(0, 10).Draw(t, label) {
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
		return `\` + rapid.SampledFrom(fonts).Draw(t, label+"c") + "{" + sub("1") + "}"
	}
	command := rapid.SampledFrom([]string{"text", "textrm", "textit", "textbf"}).Draw(t, label+"c")
	return `\` + command + "{" + rapid.SampledFrom([]string{"car", "a  b'", "fi ff", "ж s", "A.V", "max. 3 - (x)"}).Draw(t, label+"w") + "}"
}

// names are symbols as authors write them.
var names = []string{
	"k", "m_1", `\lambda`, `\dot m_1`, "x'", "x^*", `\Delta x`, "F(t)", `m_{\text{car}}`, `\frac{k}{2}`, "k+1", `\hat k`, `\hat x'`, "mg",
	`\mathbf F_{12}`, `\sqrt k`, `\Omega`, "x_{i,j}",
}

// randomExpr makes an expression.
func randomExpr(t *rapid.T, label string, depth int) symbolic.Expr {
	if depth == 0 {
		switch rapid.IntRange(0, 3).Draw(t, label) {
		case 0:
			return symbolic.Int(int64(rapid.IntRange(-3, 12).Draw(t, label+"n")))
		case 1:
			e, err := symbolic.ParseNumber(rapid.SampledFrom([]string{"0.25", "1e-12", "2.5e6", "3"}).Draw(t, label+"n"))
			if err != nil {
				panic(err)
			}
			return e
		case 2:
			name := symbolic.Sym(rapid.SampledFrom([]string{"s", `\theta_1`, "x'"}).Draw(t, label+"f")).Name()
			return symbolic.NewFunction(name).D(rapid.IntRange(0, 3).Draw(t, label+"o"))
		}
		return symbolic.Sym(rapid.SampledFrom(names).Draw(t, label+"s"))
	}
	sub := func(s string) symbolic.Expr { return randomExpr(t, label+s, depth-1) }
	switch rapid.IntRange(0, 9).Draw(t, label) {
	case 0, 1:
		return symbolic.Add(sub("1"), sub("2"))
	case 2, 3:
		return symbolic.Mul(sub("1"), sub("2"))
	case 4:
		return symbolic.Pow(sub("1"), symbolic.Sym("n"))
	case 5:
		return symbolic.PowInt(symbolic.Add(symbolic.Sym("k"), sub("1")), rapid.SampledFrom([]int64{-1, 2, 3}).Draw(t, label+"p"))
	case 6:
		return symbolic.Sqrt(symbolic.Mul(symbolic.Sym("k"), sub("1")))
	case 7:
		f := rapid.SampledFrom([]func(symbolic.Expr) symbolic.Expr{symbolic.Sin, symbolic.Cos, symbolic.Tan, symbolic.Exp, symbolic.Abs, symbolic.Sgn, symbolic.Max0, symbolic.Min0}).Draw(t, label+"f")
		return f(sub("1"))
	case 8:
		return symbolic.Neg(sub("1"))
	}
	return symbolic.Mul(sub("1"), symbolic.PowInt(symbolic.Add(symbolic.Sym("m"), sub("2")), -1))
}

// randomTree makes the tree of an expression, a matrix of them or an equation.
func randomTree(t *rapid.T, label string, depth int) formula.Node {
	style := symbolic.Style{
		Derivatives: formula.DerivativeStyle(rapid.IntRange(0, 2).Draw(t, label+"style")),
		NamedExp:    rapid.Bool().Draw(t, label+"exp"),
	}
	cell := func(s string, depth int) formula.Node { return style.Formula(randomExpr(t, label+s, depth)) }
	switch rapid.IntRange(0, 4).Draw(t, label+"whole") {
	case 0:
		g := formula.Grid{Small: rapid.Bool().Draw(t, label+"small")}
		for _, row := range []string{"1", "2", "3"}[:rapid.IntRange(1, 3).Draw(t, label+"rows")] {
			g.Rows = append(g.Rows, []formula.Node{cell(row, depth-1), cell(row+"b", 0)})
		}
		return formula.Product{g, cell("4", 0)}
	case 1:
		return formula.Relation{Sign: "=", Left: cell("l", depth), Right: cell("r", depth)}
	}
	return cell("e", depth)
}
