package escape

import (
	"strings"
	"testing"
	"unicode"
)

func TestMarkdown(t *testing.T) {
	if got, want := Markdown("a <b>\n*c* [d](e) $f$"), `a \<b\> \*c\* \[d\](e) \$f\$`; got != want {
		t.Errorf("Markdown = %s, want %s", got, want)
	}
}

func TestMath(t *testing.T) {
	if got, want := Math("a<b>c"), "a< b>c"; got != want {
		t.Errorf("Math = %s, want %s", got, want)
	}
}

func TestTeX(t *testing.T) {
	for in, want := range map[string]string{
		`a_b & 5% #1 {x} \y ^~$`: `a\_b \& 5\% \#1 \{x\} \textbackslash{}y \textasciicircum{}\textasciitilde{}\$`,
		"½ ⅔ λ² H₂O":             `\ensuremath{\tfrac{1}{2}} \ensuremath{\tfrac{2}{3}} \ensuremath{\lambda}\ensuremath{^2} H\ensuremath{_2}O`,
		"“a” – b … 5 €":          "``a'' -- b \\dots{} 5 \\texteuro{}",
		"Größe Łódź ąę":          "Größe Łódź ąę",
		"ж 漢\x00\u200b\u200d":    "ж 漢  \u200d",
	} {
		if got := TeX(in); got != want {
			t.Errorf("TeX(%q) = %q, want %q", in, got, want)
		}
	}
}

// No character becomes nothing or a question mark.
func TestTeXRune(t *testing.T) {
	for r := rune(0x80); r < 0x20000; r++ {
		if !IsShown(r) || unicode.Is(unicode.Zs, r) {
			continue
		}
		tex := TeXRune(r)
		if strings.TrimSpace(tex) == "" || tex == "?" {
			t.Errorf("%c is %q", r, tex)
		}
	}
}

func TestUnicode(t *testing.T) {
	if got := string(Unicode("a Größe λ ½ жужа 漢 ą")); got != "жуа漢" {
		t.Errorf("Unicode = %q", got)
	}
	if !Encoded("ą") || Encoded("Größe ж") {
		t.Error("T1 is for ą alone")
	}
}
