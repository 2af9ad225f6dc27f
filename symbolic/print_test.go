package symbolic

import (
	"testing"

	"diagram/symbolic/formula"
)

// TestPrinting shows each expression in LaTeX and text, as a textbook would.
func TestPrinting(t *testing.T) {
	f0, omega, g := Sym("F_0"), Sym("Omega"), Sym("g")
	force := function("F")
	for _, c := range []struct {
		e           Expr
		latex, text string
	}{
		// Terms of equations of motion.
		{Add(Mul(k, Sub(s, l0)), Mul(lam, s.D(1))), `k(s-L_0)+\lambda\frac{ds}{dt}`, "k(s − L₀) + λ ds/dt"},
		{Mul(m, s.D(2)), `m\frac{d^2s}{dt^2}`, "m d²s/dt²"},
		{Neg(Mul(m, s.D(2))), `-m\frac{d^2s}{dt^2}`, "−m d²s/dt²"},
		{Mul(k1, s1.D(2)), `k_1\frac{d^2s_1}{dt^2}`, "k₁ d²s₁/dt²"},
		{Mul(lam, Sub(s2.D(1), s1.D(1))), `\lambda\left(\frac{ds_2}{dt}-\frac{ds_1}{dt}\right)`, "λ(ds₂/dt − ds₁/dt)"},
		{Mul(k, PowInt(Sub(s, l0), 3)), `k(s-L_0)^3`, "k(s − L₀)³"},
		{Mul(lam, Abs(s.D(1)), s.D(1)), `\lambda\left|\frac{ds}{dt}\right|\frac{ds}{dt}`, "λ |ds/dt| ds/dt"},
		{Mul(Sym("mu"), Sym("N"), Sgn(s.D(1))), `\mu N\operatorname{sgn}\left(\frac{ds}{dt}\right)`, "μN sgn(ds/dt)"},
		{Mul(Sym("m_us"), g), `m_{us}g`, "m_us g"},
		{Mul(lam, x), `\lambda x`, "λx"},
		{Mul(Sym("mu"), Sym("M"), g), `\mu Mg`, "μMg"},
		{Mul(f0, Sin(Mul(omega, Time()))), `F_0\sin\Omega t`, "F₀ sin(Ωt)"},
		{Mul(m, g, Sin(Sym("alpha"))), `mg\sin\alpha`, "mg sin(α)"},
		{Mul(Int(2), Sym(`\dot m_1`)), `2\dot m_1`, "2m\u0307₁"},

		// Fractions.
		{Mul(Rat(3, 2), k), `\frac{3k}{2}`, "3k/2"},
		{Div(k, Int(2)), `\frac{k}{2}`, "k/2"},
		{Rat(-1, 2), `-\frac{1}{2}`, "−1/2"},
		{Mul(Rat(1, 2), m, PowInt(x.D(1), 2)), `\frac{1}{2}m\left(\frac{dx}{dt}\right)^2`, "(1/2)m(dx/dt)²"},
		{Mul(Rat(1, 2), k, PowInt(Sub(s, l0), 2)), `\frac{1}{2}k(s-L_0)^2`, "(1/2)k(s − L₀)²"},
		{Mul(Rat(85, 2), PowInt(Sub(s, l0), 2)), `\frac{85}{2}(s-L_0)^2`, "(85/2)(s − L₀)²"},
		{Mul(Rat(1, 4), PowInt(k, 2)), `\frac{k^2}{4}`, "k²/4"},
		{Div(Mul(lam, s.D(1)), m), `\frac{\lambda}{m}\frac{ds}{dt}`, "(λ/m) ds/dt"},
		{Div(Mul(k, s), m), `\frac{k}{m}s`, "(k/m)s"},
		{Div(force, m), `\frac{F}{m}`, "F/m"},
		{Div(s.D(1), m), `\frac{1}{m}\frac{ds}{dt}`, "(1/m) ds/dt"},
		{Div(Sub(s, l0), m), `\frac{s-L_0}{m}`, "(s − L₀)/m"},
		{Div(Mul(Add(k1, k2), x), m), `\frac{k_1+k_2}{m}x`, "((k₁ + k₂)/m)x"},
		{Div(Mul(f0, Sin(Mul(omega, Time()))), m), `\frac{F_0}{m}\sin\Omega t`, "(F₀/m) sin(Ωt)"},
		{Div(lam, Mul(Int(2), Sqrt(Mul(k, m)))), `\frac{\lambda}{2\sqrt{km}}`, "λ/(2√(km))"},
		{PowInt(Add(k, m), -2), `\frac{1}{(k+m)^2}`, "1/(k + m)²"},
		{Mul(Rat(1, 2), Add(s, s1)), `\frac{s+s_1}{2}`, "(s + s₁)/2"},
		{Mul(Rat(3, 2), Add(s, s1)), `\frac{3}{2}(s+s_1)`, "(3/2)(s + s₁)"},

		// Numbers.
		{Mul(decimal(t, "0.1"), s), "0.1s", "0.1s"},
		{Mul(Int(2), Pow(Int(3), x)), `2\cdot 3^x`, "2·3^x"},
		{Mul(decimal(t, "1e-9"), k), "10^{-9}k", "10⁻⁹k"},
		{Mul(decimal(t, "2.5e12"), k), `2.5\times10^{12}k`, "2.5×10¹²k"},
		{Mul(Int(85), Sub(s, decimal(t, "0.2"))), "85(s-0.2)", "85(s − 0.2)"},
		{Mul(Int(2), Pi(), x), `2\pi x`, "2πx"},

		// Roots of numbers stand with the number in front; angles as they were given.
		{Mul(Rat(1, 2), Sym("mu"), m, g, Sqrt(Int(3))), `\frac{\sqrt{3}}{2}\mu mg`, "(√3/2)μmg"},
		{Mul(k, Sqrt(Int(2))), `\sqrt{2}k`, "√2 k"},
		{Mul(Rat(1, 2), Sqrt(Int(2)), k), `\frac{\sqrt{2}}{2}k`, "(√2/2)k"},
		{Sqrt(Rat(1, 2)), `\frac{\sqrt{2}}{2}`, "√2/2"},
		{Sqrt(Rat(170, 3)), `\sqrt{\frac{170}{3}}`, "√(170/3)"},
		{Sqrt(Rat(3, 4)), `\frac{\sqrt{3}}{2}`, "√3/2"},
		{Mul(m, g, Sin(Degrees(Int(20)))), `mg\sin 20^\circ`, "mg sin 20°"},
		{Mul(m, g, Cos(Degrees(decimal(t, "22.5")))), `mg\cos 22.5^\circ`, "mg cos 22.5°"},
		{Sin(Degrees(decimal(t, "1e-9"))), `\sin(10^{-9})^\circ`, "sin 10⁻⁹°"},
		{Neg(Sin(Degrees(Int(-20)))), `\sin 20^\circ`, "sin 20°"},

		// Signs and sums.
		{Sub(Mul(k, s), Mul(k, Add(s1, s2))), `ks-k(s_1+s_2)`, "ks − k(s₁ + s₂)"},
		{Neg(Sub(s, s1)), `-(s-s_1)`, "−(s − s₁)"},
		{Add(Neg(Mul(k, s)), force), "-ks+F", "−ks + F"},
		{Int(0), "0", "0"},

		// Powers and functions.
		{Sqrt(Div(k, m)), `\sqrt{\frac{k}{m}}`, "√(k/m)"},
		{Sqrt(k), `\sqrt{k}`, "√k"},
		{Mul(Int(2), Sqrt(k), x), `2\sqrt{k}x`, "2√k x"},
		{Pow(k, Rat(1, 3)), `\sqrt[3]{k}`, "∛k"},
		{Pow(k, Rat(3, 2)), `k^{3/2}`, "k^(3/2)"},
		{Pow(k, x), "k^x", "k^x"},
		{PowInt(Sym("omega_n"), 2), `\omega_n^2`, "ωₙ²"},
		{PowInt(Sym("x^*"), 2), `{x^*}^2`, "x*²"},
		{PowInt(Sym("k'"), 2), `{k'}^2`, "k′²"},
		{Exp(Neg(Mul(Sym("zeta"), Sym("omega_n"), Time()))), `e^{-\zeta\omega_nt}`, "exp(−ζωₙt)"},
		{PowInt(Sin(theta), 2), `\sin^2\theta`, "sin²(θ)"},
		{Mul(Sin(theta), PowInt(theta.D(1), 2)), `\left(\frac{d\theta}{dt}\right)^2\sin\theta`, "(dθ/dt)² sin(θ)"},
		{Mul(Sin(theta), Cos(theta)), `\sin\theta\cos\theta`, "sin(θ) cos(θ)"},
		{Sin(Add(theta, x)), `\sin(\theta+x)`, "sin(θ + x)"},
		{Sin(Mul(Int(2), theta)), `\sin 2\theta`, "sin(2θ)"},
		{Sin(function("F(t)")), `\sin(F(t))`, "sin(F(t))"},
		{Log(Div(x, l0)), `\ln\frac{x}{L_0}`, "ln(x/L₀)"},
		{Abs(x), "|x|", "|x|"},
		{Tan(x), `\tan x`, "tan(x)"},

		// Names that are not single letters.
		{Mul(Sym("k+1"), x), "(k+1)x", "(k+1)x"},
		{Mul(Sym("k/2"), x), "(k/2)x", "(k/2)x"},
		{Mul(Sym("mass"), g), `\mathit{mass}g`, "mass g"},
		{Sub(x, Sym("k+1")), "x-(k+1)", "x − (k+1)"},
		{function("k+1").D(1), `\frac{d(k+1)}{dt}`, "d(k+1)/dt"},
		{function("F(t)").D(1), `\frac{dF(t)}{dt}`, "dF(t)/dt"},
	} {
		if got := LaTeX(c.e, Style{}); got != c.latex {
			t.Errorf("LaTeX of %s:\n got %s\nwant %s", Sympy(c.e), got, c.latex)
		}
		if got := Text(c.e, Style{}); got != c.text {
			t.Errorf("text of %s:\n got %s\nwant %s", Sympy(c.e), got, c.text)
		}
	}
}

func TestDerivativeStyles(t *testing.T) {
	star, prime, call := function("x^*"), function("x'"), function("F(t)")
	for _, c := range []struct {
		e           Expr
		style       formula.DerivativeStyle
		latex, text string
	}{
		{s.D(1), formula.Dot, `\dot s`, "s\u0307"},
		{s.D(2), formula.Dot, `\ddot s`, "s\u0308"},
		{s.D(3), formula.Dot, `\dddot s`, "s\u20db"},
		{s.D(4), formula.Dot, `\frac{d^4s}{dt^4}`, "d⁴s/dt⁴"},
		{s1.D(1), formula.Dot, `\dot{s}_1`, "s\u0307₁"},
		{s1.D(2), formula.Dot, `\ddot{s}_1`, "s\u0308₁"},
		{theta.D(1), formula.Dot, `\dot\theta`, "θ\u0307"},
		{function("theta_1").D(2), formula.Dot, `\ddot{\theta}_1`, "θ\u0308₁"},
		{call.D(1), formula.Dot, `\dot F(t)`, "F\u0307(t)"},
		{PowInt(star.D(1), 2), formula.Dot, `(\dot{x}^*)^2`, "x\u0307*²"},
		{star.D(1), formula.Dot, `\dot{x}^*`, "x\u0307*"},
		{function(`\dot m_1`).D(1), formula.Dot, `\dot{\dot m}_1`, "m\u0307\u0307₁"},
		{function("mass").D(1), formula.Dot, `\dot{\mathit{mass}}`, "dmass/dt"},
		{PowInt(s.D(1), 2), formula.Dot, `\dot s^2`, "s\u0307²"},
		{Mul(lam, s.D(1)), formula.Dot, `\lambda\dot s`, "λs\u0307"},
		{Mul(lam, Sub(s2.D(1), s1.D(1))), formula.Dot, `\lambda(\dot{s}_2-\dot{s}_1)`, "λ(s\u0307₂ − s\u0307₁)"},
		{Div(s.D(1), m), formula.Dot, `\frac{\dot s}{m}`, "s\u0307/m"},
		{s.D(1), formula.Prime, "s'", "s′"},
		{s.D(2), formula.Prime, "s''", "s″"},
		{s.D(4), formula.Prime, "s^{(4)}", "s⁽⁴⁾"},
		{s1.D(1), formula.Prime, "s_1'", "s₁′"},
		{call.D(2), formula.Prime, "F''(t)", "F″(t)"},
		{star.D(1), formula.Prime, "{x^*}'", "x*′"},
		{prime.D(1), formula.Prime, "{x'}'", "x′′"},
		{PowInt(s.D(1), 2), formula.Prime, "(s')^2", "(s′)²"},
		{prime.D(1), formula.Leibniz, `\frac{dx'}{dt}`, "dx′/dt"},
		{s.D(12), formula.Leibniz, `\frac{d^{12}s}{dt^{12}}`, "d¹²s/dt¹²"},
	} {
		if got := LaTeX(c.e, Style{Derivatives: c.style}); got != c.latex {
			t.Errorf("LaTeX of %s: got %s, want %s", Sympy(c.e), got, c.latex)
		}
		if got := Text(c.e, Style{Derivatives: c.style}); got != c.text {
			t.Errorf("text of %s: got %+q, want %+q", Sympy(c.e), got, c.text)
		}
	}
}

// TestDegreesAreExact holds an angle in degrees to being the same number in radians.
func TestDegreesAreExact(t *testing.T) {
	got := Sin(Degrees(Int(20)))
	if want := Sin(Div(Pi(), Int(9))); !Equal(got, want) || Sympy(got) != "sin(pi/9)" {
		t.Errorf("sin 20° is %s, want %s", Sympy(got), Sympy(want))
	}
}
