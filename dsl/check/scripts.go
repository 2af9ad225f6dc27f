package check

import (
	"regexp"
	"strings"

	"diagram/symbolic/naming"

	"golang.org/x/text/unicode/norm"
)

// otherSubscript finds a symbol with a subscript that may be in another script, as in F_тр.
var otherSubscript = regexp.MustCompile(`^(\\?[\p{Latin}\p{Greek}][\p{Latin}\p{Greek}0-9]*)_(\{\p{L}+\}|\p{L}+)(\(t\))?$`)

func subscriptedOtherwise(text string) bool {
	return otherSubscript.MatchString(text) && strings.ContainsFunc(text, isOtherScript)
}

// plainScripts writes raised and lowered characters as scripts: k₁ is k_1, and ω² is ω^2. Words in another script become such a
// subscript: F_тр.
func plainScripts(text string) string {
	if m := otherSubscript.FindStringSubmatch(text); m != nil && subscriptedOtherwise(text) {
		if base, err := naming.Parse(m[1]); err == nil {
			m[1] = base.LaTeX()
		}
		return m[1] + `_{\text{` + strings.Trim(m[2], "{}") + `}}` + m[3]
	}
	if !strings.ContainsFunc(text, isScript) {
		return text
	}
	latex := strings.ContainsAny(text, `\{`) // where a script of several characters has braces
	var b strings.Builder
	runes := []rune(text)
	for i := 0; i < len(runes); {
		mark, n := scriptMark(runes[i]), i+1
		for mark != "" && n < len(runes) && scriptMark(runes[n]) == mark {
			n++
		}
		run := string(runes[i:n])
		switch {
		case runes[i] == '′':
			run = "'"
		case runes[i] == '″':
			run = "''"
		case mark != "" && latex:
			run = mark + "{" + norm.NFKC.String(run) + "}"
		case mark != "":
			run = mark + norm.NFKC.String(run)
		}
		b.WriteString(run)
		i = n
	}
	return b.String()
}

// isScript reports whether a character is raised or lowered.
func isScript(r rune) bool { return scriptMark(r) != "" || r == '′' || r == '″' }

// scriptMark is the mark behind which LaTeX has what a character shows raised or lowered; empty for any other character.
func scriptMark(r rune) string {
	switch {
	case r >= '₀' && r <= '₉', r >= 'ₐ' && r <= 'ₜ', r >= 'ᵢ' && r <= 'ᵥ', r == 'ⱼ':
		return "_"
	case strings.ContainsRune("¹²³⁰⁴⁵⁶⁷⁸⁹ⁿⁱ", r):
		return "^"
	}
	return ""
}
