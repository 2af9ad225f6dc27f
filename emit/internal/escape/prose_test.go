package escape

import "testing"

func TestProse(t *testing.T) {
	for in, want := range map[string]string{
		"towards W":                     "towards W",
		"towards wall_1":                `towards wall\_1`,
		`50% & \input{x} #1 ^~$`:        `50\% \& \textbackslash{}input\{x\} \#1 \textasciicircum{}\textasciitilde{}\$`,
		"it oscillates at ωₙ, for ever": `it oscillates at $\omega _{n}$, for ever`,
		"at ω_d":                        `at $\omega _{d}$`,
		"k₁₂":                           "$k_{12}$",
		"towards Größe":                 "towards Größe",
		"towards 墙":                     "towards 墙",
		"towards Жω":                    `towards $\text{Ж}\omega $`,
	} {
		if got := Prose(in); got != want {
			t.Errorf("Prose(%q) = %q, want %q", in, got, want)
		}
	}
}
