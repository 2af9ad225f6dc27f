package naming_test

import (
	"fmt"
	"strings"
	"testing"

	"diagram/symbolic"
	"diagram/symbolic/naming"

	"pgregory.net/rapid"
)

// Symbols in one line look the same; those in different lines don't.
var looks = [][]string{
	{"k", "{k}", ` k `, `\mathit{k}`, `\mathit k`, `k\,`},
	{`\mathrm{k}`, `\mathrm k`, `\text{k}`, `\textrm{k}`, `\operatorname{k}`, `\text{ k }`},
	{`\mathbf k`, `\mathbf{k}`, `\textbf{k}`, `\boldsymbol{\mathrm{k}}`},
	{`\boldsymbol k`, `\boldsymbol{k}`},
	{"bold_k"},
	{"k_1", "k1", "k_{1}", `{k}_1`, `{k}_{\mathrm{1}}`, `k _ 1`},
	{`\mathrm{k}_1`, `\text{k}_1`, `\mathrm{k_1}`},
	{"k_{1,2}", "k_1_2", "k_{1, 2}", `k_{1,\,2}`},
	{"k_{12}", "k_12", "k12", "k_{1 2}"},
	{"k'", `k^\prime`, `k^{\prime}`, "{k}'"},
	{"k_prime", "k_{prime}", `k_{\mathit{prime}}`},
	{`k_1'`, `k'_1`, `k_1^{\prime}`},
	{"k''", `k^{\prime\prime}`},
	{"x'^2", `x^{\prime 2}`},
	{`\hat k`, `\hat{k}`, `{\hat{k}}`},
	{`\mathrm{\hat k}`, `\hat{\mathrm k}`},
	{"hat_k"},
	{`\widehat k`},
	{`\bar x`}, {"bar_x"}, {`\overline x`},
	{`\dot m_1`, `\dot{m}_1`},
	{`\dot{m_1}`},
	{"dot_m_1"},
	{"lambda", "lamda", "λ", `\lambda`, `{\lambda}`, `\mathrm{\lambda}`},
	{"mu", "μ", "µ", `\mu`},
	{"phi", "φ", "ϕ", `\phi`},
	{"varphi", `\varphi`},
	{"epsilon", "ε", "ϵ", `\epsilon`},
	{"varepsilon", `\varepsilon`},
	{"Omega", "Ω", `\Omega`},
	{"k_us", "k_{us}", "k_{u s}", `k_{\mathit{us}}`},
	{`k_\mathrm{us}`, `k_{\text{us}}`, `k_{\mathrm{u}\mathrm{s}}`},
	{"k_u_s", "k_{u,s}"},
	{"F", "F(t)", `\mathit{F}(t)`},
	{"F_max", "F_{max}"},
	{`F_{\max}`, `F_\mathrm{max}`, `F_{\text{max}}`},
	{"ab", `\mathit{ab}`, `\textit{ab}`},
	{"a b"},
	{`\Delta x`, "Δx", `\Delta\,x`, `{\Delta}x`},
	{"Delta_x", "Δ_x"},
	{`x^*`, `x^{\ast}`},
	{"x_star"},
	{`\frac{k}{2}`, `\tfrac k2`, `\frac{k}2`},
	{`\text{max force}`, `\text{max  force}`},
	{`\text{maxforce}`, `\mathrm{maxforce}`},
	{`m_\text{ä}`, "m_ä"},
}

func TestLook(t *testing.T) {
	of := map[string]string{} // the first of the line, by key
	for _, same := range looks {
		first, err := naming.Parse(same[0])
		if err != nil {
			t.Fatal(err)
		}
		if other, ok := of[first.Key()]; ok {
			t.Errorf("%s and %s have one key, %s", other, same[0], first.Key())
		}
		of[first.Key()] = same[0]
		for _, src := range same {
			n, err := naming.Parse(src)
			if err != nil {
				t.Fatal(err)
			}
			if n.Key() != first.Key() {
				t.Errorf("%s and %s look the same, but have the keys %s and %s", same[0], src, first.Key(), n.Key())
			}
			if !symbolic.Equal(symbolic.NewSymbol(first), symbolic.NewSymbol(n)) || !symbolic.Equal(symbolic.NewFunction(first), symbolic.NewFunction(n)) {
				t.Errorf("%s and %s are two symbols", same[0], src)
			}
			checkName(t, src, n)
		}
	}
}

// A sketch is a symbol as a reader sees it, from which any of its spellings can be written.
type sketch struct {
	base   string // a letter or a Greek letter's name
	accent string
	font   string
	primes int
	sub    []string // letters, numbers, names of Greek letters
}

func drawSketch(t *rapid.T) sketch {
	s := sketch{
		base: rapid.SampledFrom([]string{"k", "x", "m", "lambda", "phi", "epsilon", "varphi"}).Draw(t, "base"),
	}
	if len(s.base) == 1 {
		s.font = rapid.SampledFrom([]string{"", "", "mathrm", "mathbf", "mathsf"}).Draw(t, "font")
	}
	s.accent = rapid.SampledFrom([]string{"", "", "hat", "bar", "dot"}).Draw(t, "accent")
	s.primes = rapid.SampledFrom([]int{0, 0, 1, 2}).Draw(t, "primes")
	s.sub = rapid.SliceOfN(rapid.SampledFrom([]string{"1", "2", "i", "us", "alpha", "10"}), 0, 2).Draw(t, "sub")
	return s
}

// typedGreek are Greek letters as keyboards have them.
var typedGreek = map[string]string{"lambda": "λ", "phi": "φ", "epsilon": "ε", "alpha": "α", "varphi": `\varphi`}

// write spells a sketch in one of the ways in which an author might.
func (s sketch) write(t *rapid.T) string {
	braces := func(x string) string { return strings.Repeat("{", 1) + x + "}" }
	maybe := func(x string) string {
		if rapid.Bool().Draw(t, "braces") {
			return braces(x)
		}
		return x
	}
	greek := func(x string) string {
		if typedGreek[x] == "" {
			return x
		}
		return rapid.SampledFrom([]string{typedGreek[x], `\` + x}).Draw(t, "greek")
	}
	// An identifier, where it is one.
	if s.font == "" && s.accent == "" && s.primes == 0 && rapid.Bool().Draw(t, "identifier") {
		return strings.Join(append([]string{s.base}, s.sub...), "_")
	}
	out := greek(s.base)
	if s.font != "" {
		out = `\` + s.font + braces(out)
		if s.font == "mathrm" && rapid.Bool().Draw(t, "text") {
			out = `\text` + braces(s.base)
		}
	}
	if s.accent != "" {
		out = `\` + s.accent + " " + braces(out)
	}
	out = maybe(out)
	primes := strings.Repeat("'", s.primes)
	if s.primes > 0 && rapid.Bool().Draw(t, "prime") {
		primes = "^" + braces(strings.Repeat(`\prime`, s.primes))
	}
	sub := ""
	if len(s.sub) > 0 {
		parts := make([]string, len(s.sub))
		for i, p := range s.sub {
			parts[i] = maybe(greek(p))
		}
		sub = "_" + braces(strings.Join(parts, rapid.SampledFrom([]string{",", ", ", `,\,`}).Draw(t, "comma")))
	}
	if rapid.Bool().Draw(t, "primes first") {
		return out + primes + sub
	}
	return out + sub + primes
}

func (s sketch) String() string {
	return fmt.Sprint(s.base, s.accent, s.font, s.primes, strings.Join(s.sub, ","))
}

// However two symbols are written, they are one exactly when they look the same.
func TestSameLookSameSymbol(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawSketch(t), drawSketch(t)
		if rapid.Bool().Draw(t, "same") {
			b = a
		}
		first, second := a.write(t), b.write(t)
		n, err1 := naming.Parse(first)
		m, err2 := naming.Parse(second)
		if err1 != nil || err2 != nil {
			t.Fatal(err1, err2)
		}
		if same := a.String() == b.String(); symbolic.Equal(symbolic.NewSymbol(n), symbolic.NewSymbol(m)) != same || (symbolic.Compare(symbolic.NewSymbol(n), symbolic.NewSymbol(m)) == 0) != same {
			t.Errorf("%s (%s) and %s (%s): same look is %v", first, n.Key(), second, m.Key(), same)
		}
	})
}

// Of several symbols in one document, no two are spelled alike, whatever they are and in whatever order.
func TestSpelling(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var s naming.Spelling
		var names []naming.Name
		for range rapid.IntRange(1, 8).Draw(t, "symbols") {
			var src string
			if rapid.Bool().Draw(t, "listed") {
				src = rapid.SampledFrom(rapid.SampledFrom(looks).Draw(t, "line")).Draw(t, "spelling")
			} else {
				src = drawSketch(t).write(t)
			}
			n, err := naming.Parse(src)
			if err != nil {
				t.Fatal(err)
			}
			names = append(names, n)
			s.Note(n)
		}
		s.Settle("s", "x")
		plain, text := map[string]string{"t": "t", "pi": `\pi`}, map[string]string{"t": "t", "π": `\pi`}
		spellings := map[string]naming.Name{}
		for _, n := range names {
			n = s.Of(n)
			if first, ok := spellings[n.Key()]; ok && !first.Same(n) {
				t.Errorf("one symbol, spelled %+v and %+v", first, n)
			}
			spellings[n.Key()] = n
			for _, of := range []struct {
				taken map[string]string
				as    string
			}{{plain, n.Plain()}, {text, n.Text()}} {
				if other, ok := of.taken[of.as]; ok && other != n.Key() {
					t.Errorf("%s and %s are both %s", other, n.Key(), of.as)
				}
				of.taken[of.as] = n.Key()
			}
			if !pythonName.MatchString(n.Plain()) {
				t.Errorf("%s is no Python name", n.Plain())
			}
		}
	})
}

func TestSpellings(t *testing.T) {
	for _, test := range []struct{ names, plain, text string }{
		{`k_1 \mathrm{k}_1`, "k_1 k_1_alt", `k₁ \mathrm{k}_1`},
		{`\mathrm{k}_1 k_1`, "k_1_alt k_1", `\mathrm{k}_1 k₁`},
		{"k' k_prime", "k_prime_alt k_prime", "k′ k_prime"},
		{`\hat{k} hat_k`, "hat_k_alt hat_k", "k\u0302 hatₖ"},
		{"k1 k_1", "k1 k1", "k₁ k₁"},
		{"k_1 k1", "k_1 k_1", "k₁ k₁"},
		{`\varphi φ`, "varphi phi", `\varphi φ`},
		{`\varphi m`, "varphi m", `φ m`},
		{"F \\mathbf{F} \\mathcal{F}", "F bold_F cal_F", `F \mathbf{F} \mathcal{F}`},
		{`\mathrm{t}`, "t_alt", `\mathrm{t}`},
		{"m g mg", "m g mg", `m g \mathit{mg}`},
		{"m mg", "m mg", "m mg"},
		{"mas m a s", "mas m a s", `\mathit{mas} m a s`},
		{"mass m a s", "mass m a s", "mass m a s"}, // their product is mas²
		{"k kk", "k kk", "k kk"},
		{`a b ab \mathbf{ab}`, "a b ab bold_ab", `a b \mathit{ab} \mathbf{ab}`},
		{"m_ab c m_abc", "m_ab c m_abc", "m_ab c m_abc"}, // their product is m_ab c
		{"m_1 g_1 mg_1", "m_1 g_1 mg_1", "m₁ g₁ mg₁"},
	} {
		var s naming.Spelling
		var names []naming.Name
		for src := range strings.FieldsSeq(test.names) {
			n, err := naming.Parse(src)
			if err != nil {
				t.Fatal(err)
			}
			names = append(names, n)
			s.Note(n)
		}
		s.Settle()
		var plain, text []string
		for _, n := range names {
			plain, text = append(plain, s.Of(n).Plain()), append(text, s.Of(n).Text())
		}
		if got := strings.Join(plain, " "); got != test.plain {
			t.Errorf("%s: plain %s, want %s", test.names, got, test.plain)
		}
		if got := strings.Join(text, " "); got != test.text {
			t.Errorf("%s: text %s, want %s", test.names, got, test.text)
		}
	}
}
