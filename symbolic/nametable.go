package symbolic

import "diagram/symbolic/greek"

// greekGlyph is how a Greek letter is spelled; false where there is none.
func greekGlyph(l *greek.Letter) (nameGlyph, bool) {
	if l == nil {
		return nameGlyph{}, false
	}
	return nameGlyph{`\` + l.Name, l.Shape, l.Name}, true
}

// greekByName returns the letter of that name, under SymPy's spelling as well; and ℓ, which is spelled like one.
func greekByName(name string) (nameGlyph, bool) {
	switch name {
	case "lamda":
		name = "lambda"
	case "ell":
		return nameSymbols[name], true
	}
	return greekGlyph(greek.ByName(name))
}

func greekByRune(r rune) (nameGlyph, bool) {
	if r == 'ℓ' {
		return nameSymbols["ell"], true
	}
	return greekGlyph(greek.ByRune(r))
}

// nameSigns are the characters that stand for themselves in math.
var nameSigns = map[rune]nameGlyph{
	'+': {"+", "+", "plus"}, '-': {"-", "−", "minus"}, '−': {"-", "−", "minus"}, '*': {"*", "*", "star"},
	'/': {"/", "/", "over"}, '=': {"=", "=", "eq"}, '<': {"<", "<", "lt"}, '>': {">", ">", "gt"},
	'(': {"(", "(", "_"}, ')': {")", ")", "_"}, '[': {"[", "[", "_"}, ']': {"]", "]", "_"},
	'|': {"|", "|", "_"}, ',': {",", ",", "_"}, '.': {".", ".", "_"}, ':': {":", ":", "_"}, ';': {";", ";", "_"},
	'!': {"!", "!", "_"}, '·': {`\cdot`, "·", "dot"}, '°': {`{}^{\circ}`, "°", "deg"}, '∞': {`\infty`, "∞", "infty"},
}

// nameSymbols are the commands that stand for one character or for space.
var nameSymbols = map[string]nameGlyph{
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

// accents are the commands that put a mark over a letter, with Unicode's
// combining form of it.
var accents = map[string]string{
	"dot": "\u0307", "ddot": "\u0308", "hat": "\u0302", "widehat": "\u0302", "bar": "\u0304", "overline": "\u0304",
	"tilde": "\u0303", "widetilde": "\u0303", "vec": "\u20d7", "check": "\u030c", "breve": "\u0306",
	"acute": "\u0301", "grave": "\u0300", "mathring": "\u030a", "underline": "\u0332",
}

// argCommands are the other commands with one argument.
var argCommands = map[string]bool{
	"mathrm": true, "mathit": true, "mathbf": true, "mathsf": true, "mathtt": true, "mathcal": true,
	"mathbb": true, "mathfrak": true, "boldsymbol": true, "operatorname": true, "sqrt": true,
}

// textCommands set their argument as words.
var textCommands = map[string]bool{"text": true, "textrm": true, "textit": true, "textbf": true}

// commandWords name what a command adds to a symbol, so that \hat k and k differ.
var commandWords = map[string]string{
	"dot": "dot", "ddot": "ddot", "hat": "hat", "widehat": "hat", "bar": "bar", "overline": "bar",
	"tilde": "tilde", "widetilde": "tilde", "vec": "vec", "check": "check", "breve": "breve", "acute": "acute",
	"grave": "grave", "mathring": "ring", "underline": "underline", "mathbf": "bold", "boldsymbol": "bold",
	"mathsf": "sans", "mathtt": "mono", "mathcal": "cal", "mathbb": "bb", "mathfrak": "frak", "sqrt": "sqrt",
}

var subscripts = runes("0123456789+-−=()aehijklmnoprstuvxβγρϕφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵩᵪ")

var superscripts = runes("0123456789+-−=()ni*⋆†∘′", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ*⋆†°′")

func runes(from, to string) map[rune]rune {
	m := map[rune]rune{}
	t := []rune(to)
	for i, r := range []rune(from) {
		m[r] = t[i]
	}
	return m
}
