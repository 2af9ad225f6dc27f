package naming_test

import (
	"encoding/xml"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"diagram/symbolic"
	"diagram/symbolic/formula"
	"diagram/symbolic/naming"
	"diagram/symbolic/read"

	"github.com/google/go-cmp/cmp"
)

// spelled is the spellings of a name.
type spelled struct{ Plain, LaTeX, Text string }

func TestParseName(t *testing.T) {
	for src, want := range map[string]spelled{
		"m":                {"m", "m", "m"},
		"k_1":              {"k_1", "k_1", "k₁"},
		"k1":               {"k1", "k_1", "k₁"},
		"m_us":             {"m_us", "m_{us}", "m_us"},
		"m_{us}":           {"m_us", "m_{us}", "m_us"},
		"x_10":             {"x_10", "x_{10}", "x₁₀"},
		"x_1_2":            {"x_1_2", "x_{1,2}", "x_1,2"},
		"lambda":           {"lamda", `\lambda`, "λ"},
		"lamda":            {"lamda", `\lambda`, "λ"},
		"λ":                {"lamda", `\lambda`, "λ"},
		`\lambda`:          {"lamda", `\lambda`, "λ"},
		"λ_2":              {"lamda_2", `\lambda_2`, "λ₂"},
		"theta_1":          {"theta_1", `\theta_1`, "θ₁"},
		"omega_n":          {"omega_n", `\omega_n`, "ωₙ"},
		"k_theta":          {"k_theta", `k_{\theta}`, "k_θ"},
		"alpha2":           {"alpha2", `\alpha_2`, "α₂"},
		"Omega":            {"Omega", `\Omega`, "Ω"},
		"mass":             {"mass", `\mathit{mass}`, "mass"},
		"mg":               {"mg", `\mathit{mg}`, "mg"},
		"m_ä":              {"m_ä", `m_{\text{ä}}`, "m_ä"},
		`\dot m_1`:         {"dot_m_1", `\dot m_1`, "m\u0307₁"},
		`\dot{m}_1`:        {"dot_m_1", `\dot{m}_1`, "m\u0307₁"},
		`\hat k`:           {"hat_k", `\hat k`, "k\u0302"},
		`\bar\theta`:       {"bar_theta", `\bar\theta`, "θ̄"},
		`\dot\hat x`:       {"dot_hat_x", `\dot{\hat x}`, "x\u0302\u0307"},
		`\mathbf F`:        {"bold_F", `\mathbf{F}`, "F"},
		`m_{\text{car}}`:   {"m_car", `m_{\text{car}}`, "m_car"},
		`m_\mathrm{car}`:   {"m_car", `m_{\mathrm{car}}`, "m_car"},
		`F_{\max}`:         {"F_max", `F_{\max}`, "F_max"},
		"F(t)":             {"F", "F(t)", "F(t)"},
		`F_0(t)`:           {"F_0", "F_0(t)", "F₀(t)"},
		"k'":               {"k_prime", "k'", "k′"},
		"x^*":              {"x_star", "x^*", "x*"},
		"x^2":              {"x_sup_2", "x^2", "x²"},
		"k/2":              {"k_over_2", "k/2", "k/2"},
		`\frac{k}{2}`:      {"k_over_2", `\frac{k}{2}`, "k/2"},
		`\frac12k`:         {"_1_over_2_k", `\frac{1}{2}k`, "1/2k"},
		"2k":               {"_2k", "2k", "2k"},
		"k+1":              {"k_plus_1", "k+1", "k+1"},
		`\sqrt{k}`:         {"sqrt_k", `\sqrt{k}`, "√k"},
		`\lambda_0 g`:      {"lamda_0_g", `\lambda_0g`, "λ₀g"},
		`\lambda g`:        {"lamda_g", `\lambda g`, "λg"},
		"I":                {"I", "I", "I"},
		"pi":               {"pi_", `\pi`, "π"},
		"sin":              {"sin_", `\mathit{sin}`, "sin"},
		`  k_1 `:           {"k_1", "k_1", "k₁"},
		`m_1'`:             {"m_prime_1", `m'_1`, "m′₁"},
		`x_{i,j}`:          {"x_i_j", `x_{i,j}`, "x_i,j"},
		`{\hat x'}^2`:      {"hat_x_prime_sup_2", `{\hat x'{}}^2`, "x\u0302′²"},
		`\Delta x`:         {"Delta_x", `\Delta x`, "Δx"},
		`\text{max force}`: {"max_force", `\text{max force}`, "max force"},
	} {
		got, err := naming.Parse(src)
		if err != nil {
			t.Errorf("naming.Parse(%q): %v", src, err)
		} else if d := cmp.Diff(want, spelled{got.Plain(), got.LaTeX(), got.Text()}); d != "" {
			t.Errorf("naming.Parse(%q):\n%s", src, d)
		}
	}
}

func TestParseNameRefuses(t *testing.T) {
	for src, why := range map[string]string{
		"":                           "needs a name",
		"  ":                         "needs a name",
		`\input{secret}`:             `\input`,
		`\write18{rm}`:               `\write`,
		`\def\x{y}`:                  `\def`,
		`\csname x\endcsname`:        `\csname`,
		`\catcode`:                   `\catcode`,
		`k\\`:                        `command \\`,
		`\`:                          "command",
		"$k$":                        `'$'`,
		"k%":                         `'%'`,
		"k#1":                        `'#'`,
		"k&":                         `'&'`,
		"k~":                         `'~'`,
		"k\"":                        `'"'`,
		"k`":                         "'`'",
		"k@":                         `'@'`,
		"a^^41":                      "nothing before",
		"{k":                         "missing",
		"k}":                         "without",
		"x_":                         "missing",
		"x^":                         "missing",
		"_1":                         "nothing before",
		"x_1_{2}":                    "double script",
		"x^1^2":                      "double script",
		"x^2'":                       "double script",
		"x_{}":                       "empty script",
		`\dot`:                       "missing",
		`\dot{}`:                     "needs something to act on",
		`\frac{1}`:                   "missing",
		`\text k`:                    "braces",
		`\text{`:                     "missing",
		`\text{}`:                    "is empty",
		`\text{a_b}`:                 "not allowed in",
		`\text{$k$}`:                 "not allowed in",
		`\text{\input x}`:            "not allowed in",
		"k\x00":                      "not allowed in a symbol",
		"k\nm":                       "not allowed in a symbol",
		"k\u202e":                    "not allowed in a symbol",
		"k\xff":                      "UTF-8",
		"質量":                         "not allowed in a symbol",
		`\,`:                         "invisible",
		strings.Repeat("k", 300):     "300 bytes",
		strings.Repeat("{", 100):     "too deep",
		strings.Repeat(`\hat `, 39):  "too deep",
		strings.Repeat(`x_{`, 60):    "too deep",
		`\begin{document}`:           `\begin`,
		`\end{tikzpicture}`:          `\end`,
		`\left(`:                     `\left`,
		"</text><script>":            "",
		`k<script src="x">`:          `'"'`,
		"m_{\\text{</svg><script>}}": "not allowed in",
	} {
		got, err := naming.Parse(src)
		if why == "" {
			continue // harmless signs of math, which every printer must escape
		}
		if err == nil {
			t.Errorf("naming.Parse(%q) = %q, want an error with %q", src, got.LaTeX(), why)
		} else if !strings.Contains(err.Error(), why) {
			t.Errorf("naming.Parse(%q): %q does not say %q", src, err, why)
		}
	}
}

func TestUndotted(t *testing.T) {
	for src, want := range map[string]string{
		`\dot x_1`: "x_1", `\ddot{x}`: "x", `\dot\theta_2`: `\theta_2`, "x": "x", `\hat x`: `\hat x`, `\cdot x`: `\cdot x`, `\dot{x_1}`: "x_1",
		`\hat{\dot x}`: `\hat{\dot x}`,
	} {
		n, err := naming.Parse(src)
		if err != nil {
			t.Fatal(err)
		}
		w, err := naming.Parse(want)
		if err != nil {
			t.Fatal(err)
		}
		if got := n.Undotted(); got.Key() != w.Key() {
			t.Errorf("%s: %s, want %s", src, got.LaTeX(), want)
		}
	}
}

func TestParts(t *testing.T) {
	for src, want := range map[string]string{
		"k": "k", "k x": "k x", `\lambda g`: "lamda g", "Δx": "Delta_x", `\Delta x_1 k`: "Delta_x_1 k", `\Delta`: "Delta", "ab": "ab",
		`\hat k_1x'`: "hat_k_1 x_prime",
	} {
		n, err := naming.Parse(src)
		if err != nil {
			t.Fatal(err)
		}
		var parts []string
		for _, p := range n.Parts() {
			parts = append(parts, p.Plain())
		}
		if got := strings.Join(parts, " "); got != want {
			t.Errorf("%s: %s, want %s", src, got, want)
		}
	}
}

func TestSymNeverFails(t *testing.T) {
	for src, want := range map[string]string{"k_1": "k_1", `\input{k}`: "inputk", "$$": "unnamed", "": "unnamed"} {
		if got := symbolic.Sym(src).Name().Plain(); got != want {
			t.Errorf("Sym(%q) = %s, want %s", src, got, want)
		}
	}
}

var pythonName = regexp.MustCompile(`^[\p{L}_][\p{L}\p{N}_]*$`)

// checkName holds a name to what every printer relies on.
func checkName(t *testing.T, src string, n naming.Name) {
	t.Helper()
	if !pythonName.MatchString(n.Plain()) || n.Plain() == "lambda" {
		t.Errorf("%q: Plain %q is no Python name", src, n.Plain())
	}
	depth := 0
	for i, r := range n.LaTeX() {
		switch {
		case r == '{':
			depth++
		case r == '}':
			depth--
		case strings.ContainsRune("$%#&~\"`@", r), unicode.IsControl(r):
			t.Errorf("%q: LaTeX %q holds %q", src, n.LaTeX(), r)
		case r == '^' && strings.HasPrefix(n.LaTeX()[i:], "^^"):
			t.Errorf("%q: LaTeX %q holds ^^", src, n.LaTeX())
		}
		if depth < 0 {
			t.Errorf("%q: LaTeX %q is not balanced", src, n.LaTeX())
		}
	}
	if depth != 0 || strings.HasSuffix(n.LaTeX(), `\`) {
		t.Errorf("%q: LaTeX %q is not balanced", src, n.LaTeX())
	}
	if !utf8.ValidString(n.Text()) || strings.IndexFunc(n.Text(), unicode.IsControl) >= 0 || n.Text() == "" {
		t.Errorf("%q: Text %q", src, n.Text())
	}
	// What is printed is read alike by the parser, and so by TeX.
	checkTree(t, n)
	c := n.Capital()
	checkTree(t, c)
	if naming.Seen(c.Tree()) != c.Key() || !pythonName.MatchString(c.Plain()) || c.Text() == "" {
		t.Errorf("%q: the capital is %+v, which looks like %s", src, c, naming.Seen(c.Tree()))
	}
	f := symbolic.NewFunction(n)
	for _, style := range []symbolic.Style{{Derivatives: formula.Leibniz}, {Derivatives: formula.Dot}, {Derivatives: formula.Prime}} {
		for order := range 5 {
			mathml := symbolic.MathML(symbolic.PowInt(f.D(order), 2), style)
			if err := xml.Unmarshal([]byte(mathml), new(struct{})); err != nil {
				t.Errorf("%q: %s: %v", src, mathml, err)
			}
		}
	}
	printed := symbolic.Sympy(symbolic.Mul(symbolic.NewSymbol(n), f.D(2)))
	if back, err := read.Sympy(printed); err != nil || symbolic.Sympy(back) != printed {
		t.Errorf("%q: SymPy's %s reads back as %v, %v", src, printed, back, err)
	}
	if again := naming.Seen(n.Tree()); again != n.Key() {
		t.Errorf("%q: %s looks like %s, not %s", src, n.LaTeX(), again, n.Key())
	}
}

// checkTree checks that a name's tree is the one that its LaTeX is read as, in every notation.
func checkTree(t *testing.T, n naming.Name) {
	t.Helper()
	read, err := formula.Read(n.LaTeX())
	if err != nil {
		t.Fatalf("%s is spelled as LaTeX that can't be read: %v", n.Plain(), err)
	}
	for notation, print := range map[string]func(formula.Node) string{"LaTeX": formula.LaTeX, "text": formula.Text, "MathML": formula.MathML, "looks": naming.Seen} {
		if notation == "MathML" && strings.Contains(n.LaTeX(), `{}^{\circ}`) {
			continue // a degree has a character of its own there
		}
		if got, want := print(n.Tree()), print(read); got != want {
			t.Errorf("%s in %s: %s, but its LaTeX reads as %s", n.LaTeX(), notation, got, want)
		}
	}
}

func TestNamesHoldTogether(t *testing.T) {
	for _, src := range []string{"k", "m_us", `\dot m_1`, "F(t)", "x^*", `\frac{k}{2}`, "k1", "mass", "m_ä", "°", "x_1_2", "k'", `\hat{\text{a b}}_{12}`} {
		n, err := naming.Parse(src)
		if err != nil {
			t.Fatal(err)
		}
		checkName(t, src, n)
	}
}

func FuzzParseName(f *testing.F) {
	for _, src := range []string{
		"m", "k_1", "m_us", `\dot m_1`, "F(t)", `m_{\text{car}}`, "k'", `\frac12`, `x^{*}_{\alpha}`, `\input{x}`, "a^^41", "{{}}", "lambda_1",
	} {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src string) {
		if n, err := naming.Parse(src); err == nil {
			checkName(t, src, n)
		}
	})
}
