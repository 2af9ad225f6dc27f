package escape

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"diagram/dsl/unseen"
	"diagram/symbolic/greek"

	"golang.org/x/text/unicode/norm"
)

// TeX makes text mean itself in TeX's text mode, on one line. What no TeX font shows becomes a space.
func TeX(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch tex, ok := specials[r]; {
		case ok:
			b.WriteString(tex)
		case unicode.Is(unicode.Variation_Selector, r):
		case !IsShown(r):
			b.WriteByte(' ')
		default:
			b.WriteString(TeXRune(r))
		}
	}
	return b.String()
}

// IsShown reports whether a character shows something, or helps its neighbours to.
func IsShown(r rune) bool {
	return unicode.IsGraphic(r) && r != unicode.ReplacementChar || unseen.Helps(r)
}

// specials are the ASCII characters that TeX gives a meaning.
var specials = map[rune]string{
	'\\': `\textbackslash{}`, '{': `\{`, '}': `\}`, '$': `\$`, '&': `\&`, '#': `\#`, '%': `\%`, '_': `\_`,
	'^': `\textasciicircum{}`, '~': `\textasciitilde{}`, '<': `\textless{}`, '>': `\textgreater{}`, '|': `\textbar{}`, '"': `''`,
}

// TeXRune is a character to which TeX gives no meaning of its own, in text or mathematics: as every engine shows it with
// the fonts that it has by itself where that can be, else as it is.
func TeXRune(r rune) string {
	switch {
	case r < utf8.RuneSelf || strings.ContainsRune(composed, r):
		return string(r)
	case words[r] != "":
		return words[r]
	case symbol(r) != "":
		return `\ensuremath{` + symbol(r) + `}`
	case unicode.Is(unicode.Zs, r):
		return " "
	}
	if above, below, ok := strings.Cut(norm.NFKD.String(string(r)), "⁄"); ok && above != "" && below != "" {
		return `\ensuremath{\tfrac{` + above + `}{` + below + `}}` // ½
	}
	return string(r)
}

// Encoded reports whether pdfLaTeX needs the encoding T1 for a text.
func Encoded(s string) bool { return !IsASCII(s) && strings.ContainsAny(s, encoded) }

// IsASCII reports whether a text has nothing but ASCII.
func IsASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// Unicode lists the characters of a text, each once, for which pdfLaTeX has no fonts by itself.
func Unicode(s string) []rune {
	var all []rune
	for _, r := range s {
		if r >= utf8.RuneSelf && !strings.ContainsRune(composed+encoded, r) && IsShown(r) && TeXRune(r) == string(r) && !strings.ContainsRune(string(all), r) {
			all = append(all, r)
		}
	}
	return all
}

// composed are the letters beyond ASCII that pdfLaTeX makes with the fonts that it has by itself; encoded those for which it
// needs the encoding T1.
const (
	composed = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿĀāĂăĆćĈĉĊċČčĎďĒēĔĕĖėĚěĜĝĞğĠġĢģĤĥĨĩĪīĬĭİıĲĳĴĵĶķĹĺĻļĽľ" +
		"ŁłŃńŅņŇňŌōŎŏŐőŒœŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŨũŪūŬŭŮůŰűŴŵŶŷŸŹźŻżŽžƒǍǎǏǐǑǒǓǔǢǣǦǧǨǩǰǴǵȘșȚțȲȳḂḃḍḞḟḠḡḥḰḱḷṃṅṇṛṣṭẎẏẐẑẞỲỳ"
	encoded = "ÐÞðþĄąĐđĘęĮįŊŋŲųǪǫ"
)

// words are the characters that TeX's text has by another name.
var words = map[rune]string{
	'\u00a0': `~`, '\u202f': `\,`, '\u2009': `\,`, '–': `--`, '—': `---`, '―': `---`, '‐': `-`, '‑': `-`, '’': `'`, '‘': "`", '“': "``",
	'”': `''`, '„': `,,`, '‚': `,`, '…': `\dots{}`, '€': `\texteuro{}`, '£': `\pounds{}`, '¥': `\textyen{}`, '¢': `\textcent{}`,
	'©': `\copyright{}`, '®': `\textregistered{}`, '™': `\texttrademark{}`, '§': `\S{}`, '¶': `\P{}`, '†': `\dag{}`, '‡': `\ddag{}`,
	'¡': "!`", '¿': "?`", '‰': `\textperthousand{}`, 'ª': `\textordfeminine{}`, 'º': `\textordmasculine{}`, '№': `No.`,
	'ﬀ': `ff`, 'ﬁ': `fi`, 'ﬂ': `fl`, 'ﬃ': `ffi`, 'ﬄ': `ffl`, '℃': `\ensuremath{^\circ}C`, '℉': `\ensuremath{^\circ}F`,
	'«': `\ensuremath{\scriptscriptstyle\ll}`, '»': `\ensuremath{\scriptscriptstyle\gg}`, '‹': `\ensuremath{\scriptscriptstyle<}`,
	'›': `\ensuremath{\scriptscriptstyle>}`, '⁄': `/`, '∕': `/`, '∗': `*`, 'ο': `o`, 'Ο': `O`,
	'Α': `A`, 'Β': `B`, 'Ε': `E`, 'Ζ': `Z`, 'Η': `H`, 'Ι': `I`, 'Κ': `K`, 'Μ': `M`, 'Ν': `N`, 'Ρ': `P`, 'Τ': `T`, 'Χ': `X`,
}

// symbol is what TeX's mathematics calls a character; "" where it has none, or by the character itself.
func symbol(r rune) string {
	if l := greek.ByShape(r); l != nil {
		return `\` + l.Name
	}
	return symbols[r]
}

// symbols are those that are no Greek letters.
var symbols = map[rune]string{
	'∆': `\Delta`,
	'·': `\cdot`, '⋅': `\cdot`, '×': `\times`, '÷': `\div`, '±': `\pm`, '∓': `\mp`, '−': `-`, '√': `\surd`, '∞': `\infty`, '∂': `\partial`,
	'∇': `\nabla`, '∑': `\Sigma`, '∏': `\Pi`, '∫': `\int`, '°': `^\circ`, '′': `'`, '″': `''`, '‴': `'''`, 'ℓ': `\ell`, 'ℏ': `\hbar`,
	'≤': `\le`, '≥': `\ge`, '≠': `\ne`, '≈': `\approx`, '≡': `\equiv`, '≃': `\simeq`, '≅': `\cong`, '∼': `\sim`, '∝': `\propto`, '≪': `\ll`, '≫': `\gg`,
	'→': `\to`, '←': `\gets`, '↑': `\uparrow`, '↓': `\downarrow`, '↔': `\leftrightarrow`, '↕': `\updownarrow`, '⇒': `\Rightarrow`,
	'⇐': `\Leftarrow`, '⇔': `\Leftrightarrow`, '⇑': `\Uparrow`, '⇓': `\Downarrow`, '↗': `\nearrow`, '↘': `\searrow`, '↖': `\nwarrow`,
	'↙': `\swarrow`, '↦': `\mapsto`, '∥': `\parallel`, '‖': `\parallel`, '⊥': `\perp`, '∠': `\angle`, '∈': `\in`, '∅': `\emptyset`,
	'∀': `\forall`, '∃': `\exists`, '∧': `\wedge`, '∨': `\vee`, '∩': `\cap`, '∪': `\cup`, '⊂': `\subset`, '⊃': `\supset`, '¬': `\neg`,
	'•': `\bullet`, '∙': `\bullet`, '∘': `\circ`, '◦': `\circ`, '○': `\bigcirc`, '△': `\triangle`, '▽': `\bigtriangledown`, '⊕': `\oplus`,
	'⊗': `\otimes`, '⊙': `\odot`, '⟨': `\langle`, '⟩': `\rangle`, '⌊': `\lfloor`, '⌋': `\rfloor`, '⌈': `\lceil`, '⌉': `\rceil`,
	'¹': `^1`, '²': `^2`, '³': `^3`, '⁰': `^0`, '⁴': `^4`, '⁵': `^5`, '⁶': `^6`, '⁷': `^7`, '⁸': `^8`, '⁹': `^9`, '⁺': `^+`, '⁻': `^-`, 'ⁿ': `^n`, 'ⁱ': `^i`,
	'₀': `_0`, '₁': `_1`, '₂': `_2`, '₃': `_3`, '₄': `_4`, '₅': `_5`, '₆': `_6`, '₇': `_7`, '₈': `_8`, '₉': `_9`, '₊': `_+`, '₋': `_-`,
	'ₐ': `_a`, 'ₑ': `_e`, 'ₕ': `_h`, 'ᵢ': `_i`, 'ⱼ': `_j`, 'ₖ': `_k`, 'ₗ': `_l`, 'ₘ': `_m`, 'ₙ': `_n`, 'ₒ': `_o`, 'ₚ': `_p`, 'ᵣ': `_r`,
	'ₛ': `_s`, 'ₜ': `_t`, 'ᵤ': `_u`, 'ᵥ': `_v`, 'ₓ': `_x`,
}
