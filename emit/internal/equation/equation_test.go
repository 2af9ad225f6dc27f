package equation_test

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"diagram/dsl"
	"diagram/dsl/forms"
	"diagram/emit/internal/equation"
	"diagram/emit/internal/lines"
	"diagram/emit/internal/rows"
	"diagram/symbolic/motion"

	"github.com/google/go-cmp/cmp"
)

func model(t testing.TB, src string) *motion.Model {
	t.Helper()
	g, list := dsl.Compile("x.dg", []byte(src))
	if list.HasErrors() {
		t.Fatal(list)
	}
	m, list := motion.New(g)
	if list.HasErrors() {
		t.Fatal(list)
	}
	return m
}

const (
	oscillator = "W = wall; S = spring; D = damper; T = trolley; W - (S, D) - T"
	driven     = oscillator + " - F; F = force[right]"
	two        = "W = wall; S1 = spring; S2 = spring; T1 = trolley; T2 = trolley; W - S1 - T1 - S2 - T2"
)

func TestPrint(t *testing.T) {
	tests := []struct {
		name, src string
		form      motion.Form
		notation  equation.Notation
		options   equation.Options
		want      string
	}{
		{"the first example", oscillator, "", equation.LaTeX, equation.Options{},
			`k(s-L_0)+\lambda\frac{ds}{dt} = ma
a = -\frac{d^2s}{dt^2}\text{, towards W}
`},
		{"for input", oscillator, "", equation.TeX, equation.Options{},
			`\[
  k(s-L_0)+\lambda\frac{ds}{dt} = ma
\]
where $a = -\frac{d^2s}{dt^2}$, towards W.
`},
		{"several for input", two, "", equation.TeX, equation.Options{},
			`\begin{align*}
  k_1(s_1-L_1)-k_2(s_2-s_1-L_2) &= m_1a_1 \\
  k_2(s_2-s_1-L_2) &= m_2a_2
\end{align*}
where $a_1 = -\frac{d^2s_1}{dt^2}$, towards W; and $a_2 = -\frac{d^2s_2}{dt^2}$, towards W.
`},
		{"several in Markdown", two, motion.NewtonForm, equation.Display, equation.Options{},
			`\begin{aligned} m_1\frac{d^2s_1}{dt^2} &= -k_1(s_1-L_1)+k_2(s_2-s_1-L_2) \\ m_2\frac{d^2s_2}{dt^2} &= -k_2(s_2-s_1-L_2) \end{aligned}`},
		{"a force", driven, motion.EdgesForm, equation.LaTeX, equation.Options{},
			`k(s-L_0)+\lambda\frac{ds}{dt} = F-m\frac{d^2s}{dt^2}` + "\n"},
		{"newton", driven, motion.NewtonForm, equation.LaTeX, equation.Options{},
			`m\frac{d^2s}{dt^2} = -k(s-L_0)-\lambda\frac{ds}{dt}+F` + "\n"},
		{"standard", driven, motion.StandardForm, equation.LaTeX, equation.Options{},
			`m\frac{d^2s}{dt^2}+\lambda\frac{ds}{dt}+k(s-L_0) = F` + "\n"},
		{"named terms", driven, "", equation.TeX, equation.Options{Marking: equation.Named},
			`\providecommand{\diagramterm}[2]{#2}
\[
  \diagramterm{S}{k(s-L_0)}+\diagramterm{D}{\lambda\frac{ds}{dt}} = \diagramterm{F}{F}-\diagramterm{T}{m\frac{d^2s}{dt^2}}
\]
`},
		{"an author's colour", "wall - spring[color=red] - trolley", "", equation.LaTeX, equation.Options{Marking: equation.Coloured},
			`{\color[HTML]{FF0000} k(s-L_0)} = {\color[HTML]{D55E00} ma}
a = -\frac{d^2s}{dt^2}\text{, towards the wall}
`},
		{"text", oscillator, "", equation.Annotated, equation.Options{},
			`k(s − L₀) + λ ds/dt = m a        a = −d²s/dt², towards W
└── S ──┘   └─ D ─┘   └ T ┘
`},
		{"plain text", oscillator, "", equation.Text, equation.Options{}, "k(s − L₀) + λ ds/dt = m a        a = −d²s/dt², towards W\n"},
		{"sympy", two, "", equation.SymPy, equation.Options{},
			`k_1*(s_1(t) - L_1) - k_2*(s_2(t) - s_1(t) - L_2) + m_1*Derivative(s_1(t), (t, 2))
k_2*(s_2(t) - s_1(t) - L_2) + m_2*Derivative(s_2(t), (t, 2))
`},
		{"matrices in text", two + "; diagram[origin=equilibrium, derivatives=dot]", forms.Matrix, equation.Annotated, equation.Options{},
			`⎡ m₁  0  ⎤ ⎡ ẍ₁ ⎤ + ⎡ k₁ + k₂  −k₂ ⎤ ⎡ x₁ ⎤ = ⎡ 0 ⎤
⎣ 0   m₂ ⎦ ⎣ ẍ₂ ⎦   ⎣ −k₂      k₂  ⎦ ⎣ x₂ ⎦   ⎣ 0 ⎦
`},
		{"state space", driven + "; diagram[origin=natural]", forms.StateSpace, equation.SymPy, equation.Options{},
			"Derivative(x(t), (t, 2)) + k*x(t)/m + lamda*Derivative(x(t), t)/m - F(t)/m\n"},
		{"transfer", driven + "; diagram[origin=natural]", forms.Transfer, equation.LaTeX, equation.Options{},
			`\frac{X(s)}{F(s)} = \frac{1}{ms^2+\lambda s+k}` + "\n"},
		{"transfer of a torque", "wall - spring - disc - torque", forms.Transfer, equation.LaTeX, equation.Options{},
			`\frac{\Theta(s)}{\tau(s)} = \frac{1}{Js^2+\kappa}` + "\n"},
		{"transfer of a torque", "wall - spring - disc - torque", forms.Transfer, equation.Text, equation.Options{},
			"Θ(s)/τ(s) = 1/(Js² + κ)\n"},
		{"transfer of a torque", "wall - spring - disc - torque", forms.Transfer, equation.SymPy, equation.Options{},
			"Theta(s)/tau(s) - (1/(J*s**2 + kappa))\n"},
		{"regime", "diagram[origin=natural]; wall - (spring, damper) - mass", forms.Normalized, equation.LaTeX, equation.Options{},
			`\frac{d^2x}{dt^2}+2\zeta\omega_n\frac{dx}{dt}+\omega_n^2x = 0
\omega_n = \sqrt{\frac{k}{m}}\text{, natural angular frequency}
\zeta = \frac{\lambda}{2\sqrt{km}}\text{, damping ratio}
\omega_d = \omega_n\sqrt{1-\zeta^2}\text{, damped angular frequency}
\text{underdamped (it oscillates at $\omega_d$ and dies away) while $\zeta<1$, that is $\lambda<2\sqrt{km}$; critically damped at $\zeta=1$; overdamped (it creeps back) beyond}
`},
		{"energy", driven, forms.Energy, equation.LaTeX, equation.Options{},
			`E_{\mathrm{kin}} = \frac{1}{2}m\left(\frac{ds}{dt}\right)^2
E_{\mathrm{pot}} = \frac{1}{2}k(s-L_0)^2
R = \frac{1}{2}\lambda\left(\frac{ds}{dt}\right)^2
\frac{d}{dt}\frac{\partial E_{\mathrm{kin}}}{\partial \dot s}+\frac{\partial E_{\mathrm{pot}}}{\partial s}+\frac{\partial R}{\partial \dot s} = F
\text{written with $R$ for the dissipation function}
`},
		{"e is no number", "diagram[origin=natural]; wall - spring[k=e] - trolley - force[F=F_0*exp(-t/T)]", motion.EdgesForm, equation.LaTeX, equation.Options{},
			`ex = F_0\exp\left(-\frac{t}{T}\right)-m\frac{d^2x}{dt^2}` + "\n"},
		{"d is no differential", "diagram[origin=natural]; wall - (spring, damper[c=d]) - trolley - force", motion.EdgesForm, equation.LaTeX, equation.Options{},
			`kx+d\dot x = F-m\ddot x` + "\n"},
		{"energy of elements without names", "wall - (spring, damper) - trolley", forms.Energy, equation.Text, equation.Options{},
			"T = (1/2)m(ds/dt)²\nV = (1/2)k(s − L₀)²\nD = (1/2)λ(ds/dt)²\nd/dt ∂T/∂s\u0307 + ∂V/∂s + ∂D/∂s\u0307 = 0\n"},
		{"normalized", "diagram[origin=natural]; " + oscillator, forms.Normalized, equation.LaTeX, equation.Options{},
			`\frac{d^2x}{dt^2}+2\zeta\omega_n\frac{dx}{dt}+\omega_n^2x = 0
\omega_n = \sqrt{\frac{k}{m}}\text{, natural angular frequency}
`},
		{"the form that the file asks for", "diagram[form=newton]; " + driven, "", equation.LaTeX, equation.Options{},
			`m\frac{d^2s}{dt^2} = -k(s-L_0)-\lambda\frac{ds}{dt}+F` + "\n"},
		{"at rest", "ceiling - spring - mass - gravity", motion.NewtonForm, equation.SymPy, equation.Options{Rest: true},
			"m*Derivative(s(t), (t, 2)) + k*(s(t) - L_0) - m*g\ns(t) - L_0 - m*g/k\n"},
		{"a stiffness of one", "diagram[origin=wall]; W = wall; W - (spring[k=1], damper) - trolley", motion.NewtonForm, equation.LaTeX, equation.Options{},
			`m\frac{d^2s}{dt^2} = -(s-L_0)-\lambda\frac{ds}{dt}` + "\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := model(t, tt.src)
			got, list := equation.Print(m, m.Asked(tt.form), tt.notation, tt.options)
			if len(list) > 0 {
				t.Fatal(list)
			}
			if tt.form == forms.Normalized {
				got = got[:min(len(got), len(tt.want))]
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("Print (-want +got):\n%s", diff)
			}
		})
	}
}

// TestLong breaks equations that don't fit a line, without losing a term.
func TestLong(t *testing.T) {
	m := model(t, "T = trolley; "+strings.Repeat("wall - spring - T;", 12))
	for _, n := range []equation.Notation{equation.TeX, equation.Display, equation.Annotated} {
		text, list := equation.Print(m, motion.EdgesForm, n, equation.Options{Width: 60})
		if len(list) > 0 {
			t.Fatal(list)
		}
		terms := strings.Count(text, "k_") + strings.Count(text, "− L")
		if terms != 12 {
			t.Errorf("%s has %d terms, want 12:\n%s", n, terms, text)
		}
		if n == equation.TeX && strings.Count(text, `\\`) < 2 {
			t.Errorf("a long equation is not broken:\n%s", text)
		}
		if n != equation.Annotated {
			continue
		}
		for _, l := range strings.Split(text, "\n") {
			if len([]rune(l)) > 64 {
				t.Errorf("a line has %d columns: %s", len([]rune(l)), l)
			}
		}
	}
}

// pageWidth is how wide the widest block of what is meant for a page is.
func pageWidth(t *testing.T, m *motion.Model, form motion.Form) float64 {
	t.Helper()
	all, list := lines.Lay(m, form, lines.Options{})
	if list.HasErrors() {
		t.Fatal(list)
	}
	widest := 0.0
	for _, b := range rows.All(rows.Paged(all, m.Style()), m.Style()) {
		w, _ := b.Size(m.Style())
		widest = max(widest, w)
	}
	return widest
}

// TestPage holds what is meant for a page to its width, by what TeX would measure, and to saying all that the line says.
func TestPage(t *testing.T) {
	chain := "diagram[derivatives=dot]; wall - (spring, damper, spring) - A - (spring, damper, spring) - B - (spring, damper, spring) - C; " +
		"A = trolley; B = trolley; C = trolley; force - A"
	for _, src := range []string{chain, two, "diagram[axis=vertical]; mass - (spring, damper) - mass - (spring, damper) - ground; force - A; A = mass; A - spring - ground"} {
		for _, form := range forms.All() {
			m := model(t, src)
			text, list := equation.Print(m, form, equation.Display, equation.Options{})
			if list.HasErrors() {
				continue
			}
			if w := pageWidth(t, m, form); w > 345.01 && form != forms.StateSpace {
				t.Errorf("%s is %.1f pt wide:\n%s", form, w, text)
			}
			bare, _ := equation.Print(m, form, equation.LaTeX, equation.Options{})
			if form != motion.EdgesForm && form != motion.NewtonForm && form != motion.StandardForm {
				continue
			}
			for _, cut := range []string{`\begin{aligned}`, `\end{aligned}`, `\begin{gathered}`, `\end{gathered}`, `\\`, `\quad`, "&", " ", "\n"} {
				text, bare = strings.ReplaceAll(text, cut, ""), strings.ReplaceAll(bare, cut, "")
			}
			if text != bare {
				t.Errorf("%s says on a page\n%s\nand on a line\n%s", form, text, bare)
			}
		}
	}
}

// TestCasesOnPage: cases that are wider than a page are written on one line.
func TestCasesOnPage(t *testing.T) {
	for bodies, want := range map[int]string{3: `\begin{cases} x_1+x_2+x_3-d & x_1+x_2+x_3 > d`, 11: `\max(0,x_1+`} {
		src := "diagram[origin=natural, coordinates=relative]; W = wall; V = wall"
		last := "W"
		for i := range bodies {
			next := fmt.Sprintf("B%d", i)
			src += fmt.Sprintf("; %s = mass; %s - spring - %[1]s", next, last)
			last = next
		}
		m := model(t, src+"; "+last+" - stop - V")
		text, list := equation.Print(m, motion.EdgesForm, equation.Display, equation.Options{})
		if list.HasErrors() {
			t.Fatal(list)
		}
		if w := pageWidth(t, m, motion.EdgesForm); w > 345.01 || !strings.Contains(text, want) {
			t.Errorf("%d bodies: %.1f pt wide, without %s:\n%.500s", bodies, w, want, text)
		}
	}
}

// TestTransferOnPage names the polynomials of transfer functions that are wider than a page.
func TestTransferOnPage(t *testing.T) {
	src := "diagram[origin=natural]; wall - (spring, damper) - trolley - (spring, damper) - T; T = trolley; T - force"
	got, list := equation.Print(model(t, src), forms.Transfer, equation.TeX, equation.Options{})
	if list.HasErrors() {
		t.Fatal(list)
	}
	want := `\begin{align*}
  \frac{X_1(s)}{F(s)} &= \frac{\lambda_2s+k_2}{\Delta(s)} \\
  \frac{X_2(s)}{F(s)} &= \frac{m_1s^2+(\lambda_1+\lambda_2)s+k_1+k_2}{\Delta(s)} \\
  \Delta(s) &= m_1m_2s^4+(\lambda_1m_2+\lambda_2m_1+\lambda_2m_2)s^3 \\
  &\quad +(k_1m_2+k_2m_1+k_2m_2+\lambda_1\lambda_2)s^2+(k_1\lambda_2+k_2\lambda_1)s+k_1k_2
\end{align*}
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestMarkup holds MathML and SVG to being XML, and to saying which elements the terms came from.
func TestMarkup(t *testing.T) {
	for _, src := range []string{oscillator, driven, two} {
		for i, form := range append(forms.All(), forms.All()...) {
			n := equation.MathML
			if i >= len(forms.All()) {
				n = equation.SVG
			}
			m := model(t, src)
			text, list := equation.Print(m, form, n, equation.Options{})
			if _, applies := equation.Print(m, form, equation.LaTeX, equation.Options{}); applies.HasErrors() {
				continue
			}
			if len(list) > 0 {
				t.Fatalf("%s as %s: %v", form, n, list)
			}
			if name := m.Graph.Edges[0].Name; form == motion.EdgesForm && !strings.Contains(text, `data-element="`+name+`"`) {
				t.Errorf("%s says nothing of %s:\n%s", n, name, text)
			}
			d := xml.NewDecoder(strings.NewReader(text))
			for {
				_, err := d.Token()
				if errors.Is(err, io.EOF) {
					break
				}
				if err != nil {
					t.Fatalf("%s: %v in\n%s", form, err, text)
				}
			}
		}
	}
}
