package escape

import "testing"

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
