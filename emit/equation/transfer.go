package equation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"diagram/dsl/diag"
	"diagram/symbolic"
	"diagram/symbolic/motion"
)

// transferForm is the ratio of every coordinate's Laplace transform to every input's.
func transferForm(m *motion.Model) ([]line, diag.List) {
	transfers, list := m.Transfers()
	if list.HasErrors() {
		return nil, list
	}
	lines := make([]line, len(transfers))
	for i, t := range transfers {
		over, under := transform(t.Output.Symbol, t.Variable), transform(t.Input, t.Variable)
		ratio := raw{
			latex:  `\frac{` + over.latex + "}{" + under.latex + "}",
			text:   over.text + "/" + under.text,
			mathml: "<mfrac>" + over.mathml + under.mathml + "</mfrac>",
		}
		lines[i] = line{
			left:  []part{{factors: []factor{{raw: &ratio}}}},
			right: []part{{factors: []factor{{expr: t.Ratio()}}}},
			ratio: t,
			sympy: over.sympy + "/" + under.sympy + " - (" + symbolic.Sympy(t.Ratio()) + ")",
		}
	}
	return lines, list
}

// transform is how the Laplace transform of a function of time is written: its name in capitals, of the transform's
// variable.
func transform(f *symbolic.Function, variable *symbolic.Symbol) raw {
	n, v := f.Name(), variable.Name()
	// F(t) becomes F(s): an argument that is part of the name makes way.
	latex, text := strings.TrimSuffix(n.LaTeX, "(t)"), strings.TrimSuffix(n.Text, "(t)")
	capital := symbolic.Name{Plain: capitalPlain(n.Plain, text), LaTeX: capitalLaTeX(latex), Text: capitalWord(text)}
	name := symbolic.MathML(symbolic.NewSymbol(capital), symbolic.Style{})
	return raw{
		latex:  capital.LaTeX + "(" + v.LaTeX + ")",
		text:   capital.Text + "(" + v.Text + ")",
		sympy:  capital.Plain + "(" + v.Plain + ")",
		mathml: "<mrow>" + name + "<mo>(</mo>" + symbolic.MathML(variable, symbolic.Style{}) + "<mo>)</mo></mrow>",
	}
}

// capitalWord writes the first letter of a name as a capital. A Greek letter whose capital looks like a Latin one keeps its
// shape: τ(s), not T(s).
func capitalWord(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n > 0 && unicode.Is(unicode.Greek, r) && !strings.ContainsRune("γδθλξπσυφϕψωϑϖςϒ", r) {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// capitalPlain is capitalWord for names in which Greek letters are spelled out: theta becomes Theta, tau stays.
func capitalPlain(plain, text string) string {
	if r, _ := utf8.DecodeRuneInString(text); unicode.Is(unicode.Greek, r) && capitalWord(text) == text {
		return plain
	}
	return capitalWord(plain)
}

// capitalGreek are the Greek capitals that TeX has commands for.
var capitalGreek = map[string]string{
	`\gamma`: `\Gamma`, `\delta`: `\Delta`, `\theta`: `\Theta`, `\vartheta`: `\Theta`, `\lambda`: `\Lambda`, `\xi`: `\Xi`,
	`\pi`: `\Pi`, `\sigma`: `\Sigma`, `\upsilon`: `\Upsilon`, `\varphi`: `\Phi`, `\phi`: `\Phi`, `\psi`: `\Psi`, `\omega`: `\Omega`,
}

func capitalLaTeX(s string) string {
	if strings.HasPrefix(s, `\`) {
		end := 1
		for end < len(s) && unicode.IsLetter(rune(s[end])) {
			end++
		}
		if capital := capitalGreek[s[:end]]; capital != "" {
			return capital + s[end:]
		}
		return s
	}
	return capitalWord(s)
}
