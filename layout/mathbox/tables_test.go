package mathbox

import (
	"strings"
	"testing"
)

// TestUnicode sets every character beyond ASCII that the tables know; each draws something.
func TestUnicode(t *testing.T) {
	known := superscripts + subscripts + "αβγδεζηθικλμνξοπρςστυφχψωΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩϵϑϕϱϖϰµ∂·⋅•…⋯⋮⋱≠∆∑∏∫⟹↦−–∘‖∖′″‴°±×÷∓→←↔⇒∞∇∈⊂∪∩∀∃≤≥≈≡∼≪≫∝∥⊥⟨⟩⌊⌋ℓℏ"
	for _, r := range known {
		b, err := Typeset("{}"+string(r), Options{})
		if err != nil || len(b.Glyphs) == 0 {
			t.Errorf("%c: %v", r, err)
		}
	}
}

// TestTextCommands sets every accent and letter of text against its Unicode character.
func TestTextCommands(t *testing.T) {
	same := func(command, char string) {
		a, err := Text(command, Options{})
		if err != nil {
			t.Errorf("%s: %v", command, err)
			return
		}
		b, err := Text(char, Options{})
		if err != nil || a.Path() != b.Path() || len(a.Glyphs) == 0 {
			t.Errorf("%s isn't %s (%v)", command, char, err)
		}
	}
	for _, name := range strings.Fields("\" ' ` ^ ~ v c H r = .") {
		pairs, ok := textAccent(name)
		if !ok {
			t.Fatalf("no accent %s", name)
		}
		runes := []rune(pairs)
		for i := 0; i < len(runes); i += 2 {
			same(`\`+name+"{"+string(runes[i])+"}", string(runes[i+1]))
		}
	}
	for _, name := range strings.Fields("textdegree textendash textemdash ss ae AE oe OE o O aa AA l L i") {
		r, ok := textLetter(name)
		if !ok {
			t.Fatalf("no letter %s", name)
		}
		same(`\`+name+"{}", string(r))
	}
	same("a~b", "a b")
	same(`a\ b`, "a b")
	same("\u00A0x", " x")
}

// TestAlphabets sets the alphabets' whole range.
func TestAlphabets(t *testing.T) {
	const capitals, small, digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz", "0123456789"
	for command, letters := range map[string]string{
		"mathrm": capitals + small + digits, "mathbf": capitals + small + digits, "mathit": capitals + small + digits,
		"mathsf": capitals + small + digits, "mathtt": capitals + small + digits,
		"boldsymbol": capitals + small + digits + "αβγδεζηθικλμνξπρςστυφχψωΓΔΘΛΞΠΣΥΦΨΩ",
		"mathcal":    capitals, "mathbb": capitals,
	} {
		for _, r := range letters {
			for _, latex := range []string{`\` + command + "{" + string(r) + "}", `{}_{{}_\` + command + "{" + string(r) + "}}"} {
				if b, err := Typeset(latex, Options{}); err != nil || len(b.Glyphs) != 1 || b.Width <= 0 {
					t.Errorf("%s: %v", latex, err)
				}
			}
		}
	}
}
