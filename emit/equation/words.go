package equation

import (
	"strings"
	"unicode"
)

// texEscapes are ASCII characters that mean something to TeX.
var texEscapes = strings.NewReplacer(
	`\`, `\textbackslash{}`, `{`, `\{`, `}`, `\}`, `$`, `\$`, `&`, `\&`, `#`, `\#`, `%`, `\%`, `_`, `\_`,
	`^`, `\textasciicircum{}`, `~`, `\textasciitilde{}`, `<`, `$<$`, `>`, `$>$`,
)

// texMath spells the mathematical characters that remarks use.
var texMath = strings.NewReplacer(
	"α", `\alpha `, "β", `\beta `, "γ", `\gamma `, "δ", `\delta `, "ε", `\varepsilon `, "ζ", `\zeta `, "η", `\eta `, "θ", `\theta `,
	"ι", `\iota `, "κ", `\kappa `, "λ", `\lambda `, "μ", `\mu `, "ν", `\nu `, "ξ", `\xi `, "ο", "o", "π", `\pi `, "ρ", `\rho `, "σ", `\sigma `,
	"τ", `\tau `, "υ", `\upsilon `, "φ", `\varphi `, "χ", `\chi `, "ψ", `\psi `, "ω", `\omega `,
	"Γ", `\Gamma `, "Δ", `\Delta `, "Θ", `\Theta `, "Λ", `\Lambda `, "Ξ", `\Xi `, "Π", `\Pi `, "Σ", `\Sigma `, "Υ", `\Upsilon `,
	"Φ", `\Phi `, "Ψ", `\Psi `, "Ω", `\Omega `,
	"₀", "_0", "₁", "_1", "₂", "_2", "₃", "_3", "₄", "_4", "₅", "_5", "₆", "_6", "₇", "_7", "₈", "_8", "₉", "_9",
	"ₙ", "_n", "ₐ", "_a", "ₑ", "_e", "ₒ", "_o", "ₓ", "_x", "ₕ", "_h", "ₖ", "_k", "ₗ", "_l", "ₘ", "_m", "ₚ", "_p", "ₛ", "_s", "ₜ", "_t",
	"ᵢ", "_i", "ⱼ", "_j", "ᵣ", "_r", "ᵤ", "_u", "ᵥ", "_v",
	"²", "^2", "³", "^3", "−", "-", "·", `\cdot `, "×", `\times `, "√⟨", `\sqrt{`, "⟩", "}", "√", `\sqrt `, "≤", `\le `, "≥", `\ge `,
)

// escaped sets words for TeX: its special characters letter by letter, a word with mathematical characters (ωₙ, 2√(km)) as
// mathematics. Of other scripts than Latin and Greek, which TeX's usual fonts lack, a question mark is left.
func escaped(s string) string {
	words := strings.Split(roots(s), " ")
	for i, w := range words {
		tail := ""
		if n := len(strings.TrimRight(w, ",;:.")); n < len(w) {
			w, tail = w[:n], w[n:]
		}
		if m := texMath.Replace(w); m != w {
			words[i] = "$" + joinScripts(typable(m)) + "$" + tail
			continue
		}
		words[i] = texEscapes.Replace(typable(w)) + tail
	}
	return strings.Join(words, " ")
}

// roots writes √(a + b) as √⟨a+b⟩, one word.
func roots(s string) string {
	const root = "√("
	i := strings.Index(s, root)
	if i < 0 {
		return s
	}
	depth, start := 1, i+len(root)
	for j := start; j < len(s); j++ {
		switch s[j] {
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth == 0 {
			return s[:i] + "√⟨" + strings.ReplaceAll(roots(s[start:j]), " ", "") + "⟩" + roots(s[j+1:])
		}
	}
	return s
}

// joinScripts makes one subscript of neighbouring ones: k_1_2 is an error to TeX.
func joinScripts(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		if s[i] != '_' && s[i] != '^' || i+1 == len(s) {
			switch s[i] {
			case '#', '$', '%', '&', '~':
				b.WriteByte('\\')
			}
			b.WriteByte(s[i])
			i++
			continue
		}
		mark := s[i]
		b.WriteByte(mark)
		b.WriteByte('{')
		for i+1 < len(s) && s[i] == mark {
			b.WriteByte(s[i+1])
			i += 2
		}
		b.WriteByte('}')
	}
	return b.String()
}

// typable leaves what TeX's usual fonts have.
func typable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r < 0x20 || r == 0x7f:
			return -1
		case r < 0x7f, r >= 0xc0 && r <= 0x17e && unicode.IsLetter(r), r == '\'', r == '’':
			return r
		}
		return '?'
	}, s)
}
