package naming_test

import (
	"testing"

	"diagram/symbolic/naming"
)

func TestCapital(t *testing.T) {
	for src, want := range map[string]spelled{
		"x": {"X", "X", "X"}, "x_1": {"X_1", "X_1", "X₁"}, "k1": {"K1", "K_1", "K₁"}, "F": {"F", "F", "F"}, "F(t)": {"F", "F", "F"},
		"theta": {"Theta", `\Theta`, "Θ"}, "theta_1": {"Theta_1", `\Theta_1`, "Θ₁"}, "tau": {"tau", `\tau`, "τ"},
		"lambda": {"Lambda", `\Lambda`, "Λ"}, "phi": {"Phi", `\Phi`, "Φ"}, `\varphi`: {"Phi", `\Phi`, "Φ"},
		`\dot x`: {"dot_X", `\dot X`, "X\u0307"}, `\hat{x}_1`: {"hat_X_1", `\hat{X}_1`, "X\u0302₁"}, "kk": {"Kk", `\mathit{Kk}`, "Kk"},
		`x'`: {"X_prime", "X'", "X′"}, `\mathbf{u}`: {"bold_U", `\mathbf{U}`, "U"}, "ä": {"Ä", `\text{Ä}`, "Ä"},
	} {
		n, err := naming.Parse(src)
		if err != nil {
			t.Fatal(err)
		}
		c := n.Capital()
		if got := (spelled{c.Plain(), c.LaTeX(), c.Text()}); got != want {
			t.Errorf("%s: %q, want %q", src, got, want)
		}
		if again, err := naming.Parse(c.LaTeX()); err != nil || again.Key() != c.Key() {
			t.Errorf("%s: %s looks like %s, not %s", src, c.LaTeX(), again.Key(), c.Key())
		}
	}
}
