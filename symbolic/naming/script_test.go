package naming_test

import (
	"testing"

	"diagram/symbolic"
	"diagram/symbolic/naming"
)

func TestScript(t *testing.T) {
	for src, want := range map[string]string{
		"m": "", "m_1": "1", "m_12": "12", "m_us": "us", `\dot m_1`: "1", `m_{\text{car}}`: `\text{car}`, "theta_1": "1", "J_m": "m",
		"m_1'": "", "m_1^*": "", "m_a_b": "a,b", `\mathrm{m}_1`: "1", "m_": "", `M_{1,2}`: "1,2",
	} {
		n, err := naming.Parse(src)
		if err != nil {
			if want != "" {
				t.Errorf("%s: %v", src, err)
			}
			continue
		}
		if got := n.Script(); got != want {
			t.Errorf("the script of %s is %q, want %q", src, got, want)
		}
	}
}

// A name with a script is the one that an author would write.
func TestScripted(t *testing.T) {
	for _, tt := range []struct{ name, script, want string }{
		{"x", "1", "x_1"}, {"x", "12", "x_12"}, {"theta", "3", "theta_3"}, {"x", "us", "x_us"}, {"x", `\text{car}`, `x_{\text{car}}`},
		{"x_1", "eq", "x_{1,eq}"}, {`\dot x`, "2", `\dot x_2`}, {"x", "007", "x_{007}"}, {"omega", "n", "omega_n"}, {"F(t)", "1", "F_1"}, {"x'", "1", "x'_1"},
	} {
		got, want := symbolic.Sym(tt.name).Name().Scripted(tt.script), symbolic.Sym(tt.want).Name()
		if !got.Same(want) {
			t.Errorf("%s with %s is %+v, want %+v", tt.name, tt.script, got, want)
		}
	}
}
