package check

import (
	"strings"
	"testing"

	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/dsl/graph"
	"diagram/dsl/syntax"
	"diagram/symbolic"

	"pgregory.net/rapid"
)

func compile(src string) (*graph.Graph, diag.List) {
	f, problems := syntax.Parse("x.dg", []byte(src))
	g, more := Check(component.Standard(), f)
	return g, append(problems, more...)
}

func TestLabels(t *testing.T) {
	for _, test := range []struct{ label, printed, text, mass string }{
		// Symbols.
		{`m_1`, `m_1`, "m₁", "m_1"},
		{`m₁`, `m_1`, "m₁", "m_1"},
		{`m²`, `m^2`, "m²", "m**2"},
		{`m′`, `m'`, "m′", "m_prime"},
		{`m₁₂`, `m_{12}`, "m₁₂", "m_12"},
		{`\dot m₁₂`, `\dot m_{12}`, "m\u0307₁₂", "dot_m_12"},
		{`$m_1$`, `m_1`, "m₁", "m_1"},
		{`$ m $`, `m`, "m", "m"},
		{`$mass$`, `\mathit{mass}`, "mass", "mass"},
		{`\dot m`, `\dot m`, "m\u0307", "dot_m"},
		{`m_1 + m_2`, `m_1+m_2`, "m₁ + m₂", "m_1 + m_2"},
		{`m g`, `mg`, "mg", "mg"},
		{`mm`, `\mathit{mm}`, "mm", "mm"},
		{`m_us`, `m_{us}`, "m_us", "m_us"},
		{`m_sprung`, `m_{sprung}`, "m_sprung", "m_sprung"},
		{`lambda`, `\lambda`, "λ", "lamda"},
		{`lambda1`, `\lambda_1`, "λ₁", "lamda1"},
		{`k_{1,2}`, `k_{1,2}`, "k_1,2", "k_1_2"},
		{`3*mass/2`, `\frac{3\mathit{mass}}{2}`, "3 mass/2", "3*mass/2"},
		{`m*sin(alpha)`, `m\sin\alpha`, "m sin(α)", "m*sin(alpha)"},
		{`m_{\text{тр}}`, `m_{\text{тр}}`, "m_тр", "m_тр"},
		{`m_тр`, `m_{\text{тр}}`, "m_тр", "m_тр"},
		{`m_{тр}`, `m_{\text{тр}}`, "m_тр", "m_тр"},
		{`mu_тр`, `\mu_{\text{тр}}`, "μ_тр", "mu_тр"},
		{`m_тр (трения)`, `\text{$m_{\text{тр}}$ (трения)}`, "m_тр (трения)", "m_тр"},
		// Words.
		{`Body`, `\text{Body}`, "Body", "m"},
		{`Car`, `\text{Car}`, "Car", "m"},
		{`body1`, `\text{body1}`, "body1", "m"},
		{`Sprung mass`, `\text{Sprung mass}`, "Sprung mass", "m"},
		{`on/off`, `\text{on/off}`, "on/off", "m"},
		{`k, stiff`, `\text{k, stiff}`, "k, stiff", "m"},
		{`x-direction`, `\text{x-direction}`, "x-direction", "m"},
		{`Body & Co. 100%`, `\text{Body \& Co. 100\%}`, "Body & Co. 100%", "m"},
		{`</g>`, `\text{\textless{}/g\textgreater{}}`, "</g>", "m"},
		{`Träger`, `\text{Träger}`, "Träger", "m"},
		{"Tra\u0308ger", `\text{Träger}`, "Träger", "m"},
		{`10 N`, `\text{10 N}`, "10 N", "m"},
		{`1st`, `\text{1st}`, "1st", "m"},
		{`car A`, `\text{car A}`, "car A", "m"},
		{`Тележка`, `\text{Тележка}`, "Тележка", "m"},
		{`ж`, `\text{ж}`, "ж", "m"},
		{`質量`, `\text{質量}`, "質量", "m"},
		{`½ of the load`, `\text{½ of the load}`, "½ of the load", "m"},
		{`½`, `\text{½}`, "½", "m"},
		{`load ≤ 5 kg — “all” …`, `\text{load ≤ 5 kg — “all” …}`, "load ≤ 5 kg — “all” …", "m"},
		{`5 $`, `\text{5 \$}`, "5 $", "m"},
		{`$3$4 each`, `\text{\$3\$4 each}`, "$3$4 each", "m"},
		{`\$5`, `\text{\$5}`, "$5", "m"},
		{`5 $ or $6 and 7 $`, `\text{5 \$ or \$6 and 7 \$}`, "5 $ or $6 and 7 $", "m"},
		{`constant k = 5 N/m`, `\text{constant k = 5 N/m}`, "constant k = 5 N/m", "m"},
		{`\text{Tire}`, `\text{Tire}`, "Tire", "m"},
		{`\text{m}`, `\text{m}`, "m", "m"},
		// Annotations.
		{`m = m_1 + m_2`, `\text{$m=m_1+m_2$}`, "m=m₁ + m₂", "m"},
		{`m_s = 2m`, `\text{$m_s=2m$}`, "mₛ=2m", "m_s"},
		{`m \approx 3`, `\text{$m\approx3$}`, "m≈3", "m"},
		{`m ≤ 5 kg`, `\text{$m\le5$ kg}`, "m≤5 kg", "m"},
		{`$m = 2m_1$`, `\text{$m=2m_1$}`, "m=2m₁", "m"},
		{`F = -ma`, `\text{$F=-\mathit{ma}$}`, "F=−ma", "m"},
		{`N = mg`, `\text{$N=\mathit{mg}$}`, "N=mg", "m"},
		{`m_1, m_2`, `\text{$m_1,m_2$}`, "m₁,m₂", "m_1"},
		{`x \to \infty`, `\text{$x\to\infty$}`, "x→∞", "m"},
		{`m = the mass`, `\text{$m$ = the mass}`, "m = the mass", "m"},
		{`F = force`, `\text{$F$ = force}`, "F = force", "m"},
		{`v_0 = 3 m/s`, `\text{$v_0=3$ m/s}`, "v₀=3 m/s", "m"},
		{`the * end`, `\text{the * end}`, "the * end", "m"},
		{`force * distance`, `\text{force * distance}`, "force * distance", "m"},
		// Lines.
		{`sprung\nmass`, `\begin{gathered}\text{sprung}\\\text{mass}\end{gathered}`, "sprung mass", "m"},
		{`cart\\with load`, `\begin{gathered}\text{cart}\\\text{with load}\end{gathered}`, "cart with load", "m"},
		{`sprung mass\n$m_s$`, `\begin{gathered}\text{sprung mass}\\\text{$m_s$}\end{gathered}`, "sprung mass mₛ", "m_s"},
		{`m_s\n(sprung)`, `\begin{gathered}\text{$m_s$}\\\text{(sprung)}\end{gathered}`, "mₛ (sprung)", "m_s"},
		{`m_s\nm_u`, `\begin{gathered}\text{$m_s$}\\\text{$m_u$}\end{gathered}`, "mₛ mᵤ", "m"},
		{`\nu`, `\nu`, "ν", "nu"},
		{`\nu\n(new)`, `\begin{gathered}\text{$\nu$}\\\text{(new)}\end{gathered}`, "ν (new)", "nu"},
		// Words with a symbol.
		{`\text{stiffness } k`, `\text{stiffness $k$}`, "stiffness k", "k"},
		{`m_1 \text{ (sprung)}`, `\text{$m_1$ (sprung)}`, "m₁ (sprung)", "m_1"},
		{`\text{Tire}_1`, `\text{Tire}_1`, "Tire₁", "Tire_1"},
		{`m_{\text{car}}`, `m_{\text{car}}`, "m_car", "m_car"},
		{`\frac{\text{a}}{2}`, `\frac{\text{a}}{2}`, "a/2", "a/2"},
		{`m (heavy)`, `\text{$m$ (heavy)}`, "m (heavy)", "m"},
		{`m(heavy)`, `\text{$m$(heavy)}`, "m(heavy)", "m"},
		{`m_1 (A)`, `\text{$m_1$ (A)}`, "m₁ (A)", "m_1"},
		{`m [kg]`, `\text{$m$ [kg]}`, "m [kg]", "m"},
		{`m_1[kg]`, `\text{$m_1$[kg]}`, "m₁[kg]", "m_1"},
		{`m_1 [sprung]`, `\text{$m_1$ [sprung]}`, "m₁ [sprung]", "m_1"},
		{`m_{us} (unsprung)`, `\text{$m_{us}$ (unsprung)}`, "m_us (unsprung)", "m_us"},
		{`mass $m_s$`, `\text{mass $m_s$}`, "mass mₛ", "m_s"},
		{`mass $ m_s $`, `\text{mass $m_s$}`, "mass mₛ", "m_s"},
		{`$2m$, for two`, `\text{$2m$, for two}`, "2m, for two", "2*m"},
		{`$m_1$ and $m_2$`, `\text{$m_1$ and $m_2$}`, "m₁ and m₂", "m"},
		{`at time $t$`, `\text{at time $t$}`, "at time t", "m"},
		{`$85$ kg`, `\text{$85$ kg}`, "85 kg", "m"},
		{`масса $m_2$`, `\text{масса $m_2$}`, "масса m₂", "m_2"},
	} {
		g, errs := compile(`T = trolley[label="` + test.label + `"]`)
		if errs.HasErrors() {
			t.Errorf("%s: %v", test.label, errs)
			continue
		}
		el := g.Element("T")
		if got := el.Label.LaTeX(); got != test.printed {
			t.Errorf("%s is printed %s, want %s", test.label, got, test.printed)
		}
		if got := el.Label.Text(); got != test.text {
			t.Errorf("%s is %s in text, want %s", test.label, got, test.text)
		}
		if got := symbolic.Sympy(el.Params["m"]); got != test.mass {
			t.Errorf("%s: the mass is %s, want %s", test.label, got, test.mass)
		}
	}
}

// Without quotes, a word is a symbol.
func TestUnquotedLabels(t *testing.T) {
	for label, want := range map[string]string{"Body": `\mathit{Body}`, "m": "m", "m_1 (heavy)": `\text{$m_1$ (heavy)}`, "Sprung mass": `\text{Sprung mass}`} {
		g, errs := compile(`T = trolley[label=` + label + `]`)
		if errs.HasErrors() {
			t.Errorf("%s: %v", label, errs)
		} else if got := g.Element("T").Label.LaTeX(); got != want {
			t.Errorf("%s is printed %s, want %s", label, got, want)
		}
	}
}

// A label that is only printed takes words and formulas alike, and leaves the parameter alone.
func TestLabelsBesideAParameter(t *testing.T) {
	for label, want := range map[string]string{"Road": `\text{Road}`, "$k_1$": "k_1", "k_2": "k_2", "½": `\text{½}`, "rail $r$": `\text{rail $r$}`} {
		g, errs := compile(`W = wall[label="` + label + `"]; S = spring[k=k_s, label="` + label + `"]; W - S - mass`)
		if errs.HasErrors() {
			t.Errorf("%s: %v", label, errs)
			continue
		}
		for _, name := range []string{"W", "S"} {
			if got := g.Element(name).Label.LaTeX(); got != want {
				t.Errorf("%s of %s is printed %s, want %s", label, name, got, want)
			}
		}
		if got := symbolic.Sympy(g.Element("S").Params["k"]); got != "k_s" {
			t.Errorf("%s: the stiffness is %s", label, got)
		}
	}
}

// Whatever a label says, no word of it is in the equation.
func TestNoWordLeaks(t *testing.T) {
	word := rapid.StringMatching(`[A-Z]?[a-z]{2,8}[a-z]|Feder|Жук|弹簧`).Filter(func(s string) bool { return wordIn(s) != "" || !isASCII(s) })
	other := rapid.SampledFrom([]string{"k", "k_1 ", "(", ")", "/", "-", ", ", " ", ".", ":", "1", "2", "½", "—", "$k$", "\\$", "&", "'"})
	rapid.Check(t, func(t *rapid.T) {
		var label strings.Builder
		var said []string
		for range rapid.IntRange(1, 5).Draw(t, "pieces") {
			if rapid.Bool().Draw(t, "word") {
				w := word.Draw(t, "word")
				said = append(said, w)
				label.WriteString(w + " ")
			} else {
				label.WriteString(other.Draw(t, "other"))
			}
		}
		g, errs := compile(`S = spring[label="` + label.String() + `"]; wall - S - mass`)
		if errs.HasErrors() {
			return // refused
		}
		k := symbolic.Sympy(g.Element("S").Params["k"])
		for _, w := range said {
			if strings.Contains(k, w) || !strings.Contains(g.Element("S").Label.Text(), w) {
				t.Fatalf("%s: the stiffness is %s, printed %s", label.String(), k, g.Element("S").Label.Text())
			}
		}
	})
}

func isASCII(s string) bool { return !strings.ContainsFunc(s, beyondASCII) }
