package escape

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"diagram/symbolic/greek"
)

// texEscapes are ASCII characters that mean something to TeX.
var texEscapes = strings.NewReplacer(
	`\`, `\textbackslash{}`, `{`, `\{`, `}`, `\}`, `$`, `\$`, `&`, `\&`, `#`, `\#`, `%`, `\%`, `_`, `\_`,
	`^`, `\textasciicircum{}`, `~`, `\textasciitilde{}`, `<`, `$<$`, `>`, `$>$`,
)

// texMath spells the letters and scripts of elements' names that text doesn't have.
var texMath = strings.NewReplacer(append(greekCommands(), "ο", "o",
	"₀", "_0", "₁", "_1", "₂", "_2", "₃", "_3", "₄", "_4", "₅", "_5", "₆", "_6", "₇", "_7", "₈", "_8", "₉", "_9",
	"ₙ", "_n", "ₐ", "_a", "ₑ", "_e", "ₒ", "_o", "ₓ", "_x", "ₕ", "_h", "ₖ", "_k", "ₗ", "_l", "ₘ", "_m", "ₚ", "_p", "ₛ", "_s", "ₜ", "_t",
	"ᵢ", "_i", "ⱼ", "_j", "ᵣ", "_r", "ᵤ", "_u", "ᵥ", "_v",
	"²", "^2", "³", "^3",
)...)

func greekCommands() []string {
	var pairs []string
	for _, l := range greek.Letters() {
		if r, _ := utf8.DecodeRuneInString(l.Typed); greek.ByRune(r).Name == l.Name {
			pairs = append(pairs, l.Typed, `\`+l.Name+" ")
		}
	}
	return pairs
}

// Prose sets words for TeX: its special characters letter by letter, a name with Greek letters or scripts (Ω, k₁) as
// mathematics. Letters of other scripts stay what they are, for an engine and a font that have them. Formulas are not for
// here: they have trees.
func Prose(s string) string {
	words := strings.Split(s, " ")
	for i, w := range words {
		tail := ""
		if n := len(strings.TrimRight(w, ",;:.")); n < len(w) {
			w, tail = w[:n], w[n:]
		}
		if m := texMath.Replace(w); m != w {
			words[i] = "$" + upright(joinScripts(m)) + "$" + tail
			continue
		}
		words[i] = texEscapes.Replace(shown(w)) + tail
	}
	return strings.Join(words, " ")
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

// upright leaves letters that mathematics doesn't have as text in it.
func upright(s string) string {
	var b strings.Builder
	text := false
	for _, r := range s {
		if letter := r > unicode.MaxASCII; letter != text {
			if text = letter; text {
				b.WriteString(`\text{`)
			} else {
				b.WriteByte('}')
			}
		}
		if IsShown(r) {
			b.WriteRune(r)
		}
	}
	if text {
		b.WriteByte('}')
	}
	return b.String()
}

// shown leaves out what shows nothing.
func shown(s string) string {
	return strings.Map(func(r rune) rune {
		if IsShown(r) {
			return r
		}
		return -1
	}, s)
}
