// Package greek is the one table of the Greek letters that TeX has commands for. Capitals and omicron that look Latin have
// none, and are left out.
package greek

// Letter is a Greek letter.
type Letter struct {
	Name  string // of its command: alpha, varphi, Omega
	Shape string // the character of the shape that TeX gives it
	Typed string // the character on keyboards; of two shapes both are φ
	// Capital is the name of its capital; empty where that looks Latin, and of a capital.
	Capital string
}

var letters = [...]Letter{
	{"alpha", "α", "α", ""}, {"beta", "β", "β", ""}, {"gamma", "γ", "γ", "Gamma"}, {"delta", "δ", "δ", "Delta"},
	{"epsilon", "ϵ", "ε", ""}, {"varepsilon", "ε", "ε", ""}, {"zeta", "ζ", "ζ", ""}, {"eta", "η", "η", ""},
	{"theta", "θ", "θ", "Theta"}, {"vartheta", "ϑ", "ϑ", "Theta"}, {"iota", "ι", "ι", ""}, {"kappa", "κ", "κ", ""},
	{"lambda", "λ", "λ", "Lambda"}, {"mu", "μ", "μ", ""}, {"nu", "ν", "ν", ""}, {"xi", "ξ", "ξ", "Xi"}, {"pi", "π", "π", "Pi"},
	{"varpi", "ϖ", "ϖ", "Pi"}, {"rho", "ρ", "ρ", ""}, {"varrho", "ϱ", "ϱ", ""}, {"sigma", "σ", "σ", "Sigma"},
	{"varsigma", "ς", "ς", "Sigma"}, {"tau", "τ", "τ", ""}, {"upsilon", "υ", "υ", "Upsilon"}, {"phi", "ϕ", "φ", "Phi"},
	{"varphi", "φ", "φ", "Phi"}, {"chi", "χ", "χ", ""}, {"psi", "ψ", "ψ", "Psi"}, {"omega", "ω", "ω", "Omega"},
	{"Gamma", "Γ", "Γ", ""}, {"Delta", "Δ", "Δ", ""}, {"Theta", "Θ", "Θ", ""}, {"Lambda", "Λ", "Λ", ""}, {"Xi", "Ξ", "Ξ", ""},
	{"Pi", "Π", "Π", ""}, {"Sigma", "Σ", "Σ", ""}, {"Upsilon", "Υ", "Υ", ""}, {"Phi", "Φ", "Φ", ""}, {"Psi", "Ψ", "Ψ", ""},
	{"Omega", "Ω", "Ω", ""},
}

var (
	byName  = map[string]*Letter{}
	byRune  = map[rune]*Letter{}
	byShape = map[rune]*Letter{}
)

func init() {
	for i := range letters {
		l := &letters[i]
		byName[l.Name] = l
		put(byShape, l.Shape, l)
		put(byRune, l.Typed, l) // the first of two shapes
	}
	for i := range letters {
		put(byRune, letters[i].Shape, &letters[i])
	}
	put(byRune, "\u00b5", byName["mu"]) // the micro sign of many keyboards
	put(byShape, "\u00b5", byName["mu"])
	put(byRune, "\u2126", byName["Omega"]) // the ohm sign
	put(byShape, "\u2126", byName["Omega"])
}

func put(letters map[rune]*Letter, s string, l *Letter) {
	for _, r := range s {
		if letters[r] == nil {
			letters[r] = l
		}
	}
}

// ByName returns the letter of that name; nil where there is none.
func ByName(name string) *Letter { return byName[name] }

// ByRune returns the letter that is meant by a typed character; nil where there is none. φ and ϕ are a phi, ε and ϵ an
// epsilon: those who want the other shape write \varphi and \varepsilon.
func ByRune(r rune) *Letter { return byRune[r] }

// ByShape returns the letter that looks like a character: φ is a varphi, ϕ a phi.
func ByShape(r rune) *Letter { return byShape[r] }

// Letters are all letters.
func Letters() []Letter { return letters[:] }
