package formula

import (
	"unicode/utf8"

	"diagram/symbolic/greek"
)

// Letter is how a letter, a digit or ℓ is spelled. Letters of Western and Central European alphabets are set as text.
func Letter(r rune) Glyph {
	if g, ok := Greek(r); ok {
		return g
	}
	s := string(r)
	if r >= utf8.RuneSelf {
		return Glyph{`\text{` + s + `}`, s, s}
	}
	return Glyph{s, s, s}
}

// IsAccented reports whether r is a letter of a Western or Central European alphabet, which every TeX sets in text.
func IsAccented(r rune) bool {
	return r >= 'À' && r <= 'ž' && r != '×' && r != '÷'
}

// GreekNamed returns the letter of that name, under SymPy's spelling as well; and ℓ, which is spelled like one.
func GreekNamed(name string) (Glyph, bool) {
	switch name {
	case "lamda":
		name = "lambda"
	case "ell":
		return symbols[name], true
	}
	return greekGlyph(greek.ByName(name))
}

// Greek returns the letter that is meant by a typed character.
func Greek(r rune) (Glyph, bool) {
	if r == 'ℓ' {
		return symbols["ell"], true
	}
	return greekGlyph(greek.ByRune(r))
}

// greekGlyph is how a Greek letter is spelled; false where there is none.
func greekGlyph(l *greek.Letter) (Glyph, bool) {
	if l == nil {
		return Glyph{}, false
	}
	return Glyph{`\` + l.Name, l.Shape, l.Name}, true
}

// signs are the characters that stand for themselves in math.
var signs = map[rune]Glyph{
	'+': {"+", "+", "plus"}, '-': {"-", "−", "minus"}, '−': {"-", "−", "minus"}, '*': {"*", "*", "star"},
	'/': {"/", "/", "over"}, '=': {"=", "=", "eq"}, '<': {"<", "<", "lt"}, '>': {">", ">", "gt"},
	'(': {"(", "(", "_"}, ')': {")", ")", "_"}, '[': {"[", "[", "_"}, ']': {"]", "]", "_"},
	'|': {"|", "|", "_"}, ',': {",", ",", "_"}, '.': {".", ".", "_"}, ':': {":", ":", "_"}, ';': {";", ";", "_"},
	'!': {"!", "!", "_"}, '·': {`\cdot`, "·", "dot"}, '°': {`{}^{\circ}`, "°", "deg"}, '∞': {`\infty`, "∞", "infty"},
}

// symbols are the commands that stand for one character or for space.
var symbols = map[string]Glyph{
	"cdot": {`\cdot`, "·", "cdot"}, "times": {`\times`, "×", "times"}, "circ": {`\circ`, "∘", "circ"},
	"ast": {`\ast`, "*", "star"}, "star": {`\star`, "⋆", "star"}, "dagger": {`\dagger`, "†", "dagger"},
	"bullet": {`\bullet`, "•", "bullet"}, "prime": {`\prime`, "′", "prime"}, "infty": {`\infty`, "∞", "infty"},
	"ell": {`\ell`, "ℓ", "ell"}, "hbar": {`\hbar`, "ℏ", "hbar"}, "imath": {`\imath`, "ı", "imath"},
	"jmath": {`\jmath`, "ȷ", "jmath"}, "partial": {`\partial`, "∂", "partial"}, "nabla": {`\nabla`, "∇", "nabla"},
	"pm": {`\pm`, "±", "pm"}, "mp": {`\mp`, "∓", "mp"}, "perp": {`\perp`, "⊥", "perp"},
	"parallel": {`\parallel`, "∥", "parallel"}, "to": {`\to`, "→", "to"}, "rightarrow": {`\rightarrow`, "→", "to"},
	"leftarrow": {`\leftarrow`, "←", "from"}, "uparrow": {`\uparrow`, "↑", "up"}, "downarrow": {`\downarrow`, "↓", "down"},
	"ldots": {`\ldots`, "…", "dots"}, "cdots": {`\cdots`, "⋯", "dots"}, "dots": {`\dots`, "…", "dots"},
	"Re": {`\Re`, "ℜ", "Re"}, "Im": {`\Im`, "ℑ", "Im"}, "max": {`\max`, "max", "max"}, "min": {`\min`, "min", "min"},
	"sin": {`\sin`, "sin", "sin"}, "cos": {`\cos`, "cos", "cos"}, "tan": {`\tan`, "tan", "tan"},
	"exp": {`\exp`, "exp", "exp"}, "ln": {`\ln`, "ln", "ln"}, "log": {`\log`, "log", "log"},
	",": {`\,`, " ", ""}, ";": {`\;`, " ", ""}, ":": {`\:`, " ", ""}, "!": {`\!`, "", ""}, " ": {`\ `, " ", ""},
	"quad": {`\quad`, " ", ""}, "|": {`\|`, "‖", "_"},
}

// relations are the commands for signs that compare, and the characters that are typed for them. No symbol has one.
var relations = map[string]Glyph{
	"approx": {`\approx`, "≈", "approx"}, "le": {`\le`, "≤", "le"}, "leq": {`\le`, "≤", "le"}, "ge": {`\ge`, "≥", "ge"}, "geq": {`\ge`, "≥", "ge"},
	"ne": {`\ne`, "≠", "ne"}, "neq": {`\ne`, "≠", "ne"}, "sim": {`\sim`, "∼", "sim"}, "simeq": {`\simeq`, "≃", "simeq"},
	"equiv": {`\equiv`, "≡", "equiv"}, "propto": {`\propto`, "∝", "propto"}, "ll": {`\ll`, "≪", "ll"}, "gg": {`\gg`, "≫", "gg"},
	"≈": {`\approx`, "≈", "approx"}, "≤": {`\le`, "≤", "le"}, "≥": {`\ge`, "≥", "ge"}, "≠": {`\ne`, "≠", "ne"}, "∼": {`\sim`, "∼", "sim"},
	"≃": {`\simeq`, "≃", "simeq"}, "≡": {`\equiv`, "≡", "equiv"}, "∝": {`\propto`, "∝", "propto"}, "≪": {`\ll`, "≪", "ll"}, "≫": {`\gg`, "≫", "gg"},
	"→": {`\to`, "→", "to"}, "←": {`\leftarrow`, "←", "from"},
}

// IsRelation reports whether a piece is a sign between what it compares, or from one to the other.
func IsRelation(n Node) bool {
	g, _ := n.(Glyph)
	switch g.TeX {
	case "=", "<", ">", `\to`, `\rightarrow`, `\leftarrow`:
		return true
	}
	_, ok := relations[g.Word]
	return ok && g == relations[g.Word]
}

// accents are the commands that put a mark over a letter, with Unicode's combining form of it.
var accents = map[string]string{
	"dot": "\u0307", "ddot": "\u0308", "hat": "\u0302", "widehat": "\u0302", "bar": "\u0304", "overline": "\u0304",
	"tilde": "\u0303", "widetilde": "\u0303", "vec": "\u20d7", "check": "\u030c", "breve": "\u0306",
	"acute": "\u0301", "grave": "\u0300", "mathring": "\u030a", "underline": "\u0332",
}

// overMarks are the accents as characters of their own.
var overMarks = map[string]string{
	"dot": "˙", "ddot": "¨", "hat": "^", "widehat": "^", "bar": "¯", "overline": "¯", "tilde": "~", "widetilde": "~",
	"vec": "→", "check": "ˇ", "breve": "˘", "acute": "´", "grave": "`", "mathring": "˚",
}

// wideAccents are as wide as what they stand over.
var wideAccents = map[string]bool{"widehat": true, "widetilde": true, "overline": true}

// fonts are the commands that change the font, with MathML's name for it.
var fonts = map[string]string{
	"mathrm": "normal", "operatorname": "normal", "mathit": "italic", "mathbf": "bold", "boldsymbol": "bold-italic",
	"mathsf": "sans-serif", "mathtt": "monospace", "mathcal": "script", "mathbb": "double-struck",
}

// wordCommands set their argument as words.
var wordCommands = map[string]bool{"text": true, "textrm": true, "textit": true, "textbf": true}

// WordMarks may stand in upright words besides letters, digits and spaces.
const WordMarks = ".,-+/()':"
