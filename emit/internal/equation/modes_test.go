package equation_test

import (
	"fmt"
	"strings"
	"testing"

	"diagram/dsl/forms"
	"diagram/emit/internal/equation"
)

// The modes of many bodies are no wider than a page, and a shape that is cut loses none of its entries.
func TestModesOnPage(t *testing.T) {
	const bodies = 12
	src := "diagram[origin=natural]; wall"
	for i := range bodies {
		src += fmt.Sprintf(" - (spring[k=%d], damper[c=%d]) - mass[m=%d]", 3+i, 1+i%3, 1+i)
	}
	m := model(t, src)
	text, list := equation.Print(m, forms.Modes, equation.Display, equation.Options{})
	if list.HasErrors() {
		t.Fatal(list)
	}
	if w := pageWidth(t, m, forms.Modes); w > 345.01 {
		t.Errorf("%.1f pt wide:\n%s", w, text)
	}
	bare, _ := equation.Print(m, forms.Modes, equation.LaTeX, equation.Options{})
	if got, want := strings.Count(text, ":"), strings.Count(bare, ":"); got != want || want < 2*(bodies-1) {
		t.Errorf("%d signs of a ratio on a page, %d on lines", got, want)
	}
}

// Words in MathML keep the spaces between them, which browsers drop at the ends of an element.
func TestWordsInMathML(t *testing.T) {
	for form, src := range map[forms.Form]string{
		forms.Modes:      "diagram[origin=natural]; wall - spring[k=1] - mass[m=1]",
		forms.Normalized: "diagram[origin=natural]; wall - (spring, damper) - mass",
		forms.Transfer:   "wall - spring - mass - force",
	} {
		text, list := equation.Print(model(t, src), form, equation.MathML, equation.Options{})
		if list.HasErrors() {
			t.Fatal(list)
		}
		if !strings.Contains(text, "<mtext>") || strings.Contains(text, "<mtext> ") || strings.Contains(text, " </mtext>") {
			t.Errorf("%s: a space at the end of words:\n%s", form, text)
		}
	}
}
