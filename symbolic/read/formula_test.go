package read_test

import (
	"testing"

	"diagram/symbolic"
	"diagram/symbolic/read"
)

// LaTeX math means what it shows: nothing in it is lost in a name.
func TestFormulas(t *testing.T) {
	for src, want := range map[string]string{
		`\frac12 k`:                       "k/2",
		`\frac{k}{2}`:                     "k/2",
		`\tfrac{3}{2}k`:                   "3*k/2",
		`2\frac{k_1}{3}`:                  "2*k_1/3",
		`\frac{k_1k_2}{k_1+k_2}`:          "k_1*k_2/(k_1 + k_2)",
		`\frac{1}{k_1+k_2}k_3`:            "k_3/(k_1 + k_2)",
		`\frac{12EI}{L^3}`:                "12*Symbol('E')*Symbol('I')/L**3",
		`\rho A L/3\cdot\frac14`:          "rho*A*L/12",
		`\sqrt{2}k`:                       "sqrt(2)*k",
		`2\zeta\sqrt{km}`:                 "2*Symbol('zeta')*sqrt(k*m)",
		`{k_1-k_2}a`:                      "(k_1 - k_2)*a",
		`\frac{a}{b}-{c+d}`:               "a/b - c - d",
		`F_0\cos(\omega t)`:               "F_0*cos(omega*t)",
		`F_0\cos\omega t+F_1`:             "F_0*cos(omega*t) + F_1",
		`\hat y\sin^2(\omega_0t+\varphi)`: "hat_y*sin(omega_0*t + varphi)**2",
		`\sin\omega t\cos 2\omega t`:      "sin(omega*t)*cos(2*omega*t)",
		`F\sin(\frac{2\pi t}{T})`:         "F*sin(2*pi*t/T)",
		`me\omega^2\sin\omega t`:          "m*e*omega**2*sin(omega*t)",
		`\frac12F_0e^{-t}`:                "F_0*exp(-t)/2",
		`\frac{u(t)}{2}`:                  "u(t)/2",
		`(a+b)^2\frac12`:                  "(a + b)**2/2",
		`10^{-3}\ln(1+t)`:                 "log(1 + t)/1000",
		`\frac{\Delta x}{2}`:              "Delta_x/2",
		`\frac{k^*}{2}`:                   "k_star/2",
		`-\frac{\dot m_1}{2}`:             "-dot_m_1/2",
	} {
		if !read.IsFormula(src) {
			t.Errorf("%s: not a formula", src)
		}
		e, err := read.Formula(src)
		if err != nil {
			t.Errorf("%s: %v", src, err)
		} else if got := symbolic.Sympy(e); got != want {
			t.Errorf("%s is %s, want %s", src, got, want)
		}
	}
}

func TestNoFormulas(t *testing.T) {
	for _, src := range []string{`k`, `\lambda_0 g`, `\Delta x`, `k_{\max}`, `c_{\frac12}`, `F_{\sin}`, `\hat{ab}`, `k^{a+b}`, `F(t)`, `\text{a+b}`} {
		if read.IsFormula(src) {
			t.Errorf("%s: a formula", src)
		}
	}
	for _, src := range []string{`F\pm G`, `m{+}n`, `{m-n}_1`, `F\sin`, `F\sin(\omega t`, `\frac{F}{0}`, `\frac{F(x)}{2}`, `\frac{)}{2}`, `\frac{*}{2}`, `\sin^{}t`} {
		if e, err := read.Formula(src); err == nil {
			t.Errorf("%s is read as %s", src, symbolic.Sympy(e))
		}
	}
}
