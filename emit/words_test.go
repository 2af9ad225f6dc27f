package emit_test

import (
	"strings"
	"testing"
	"unicode"

	"diagram/emit"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// typed are characters of every sort that people type: letters of many scripts, digits, marks, signs, and what TeX and markup
// give a meaning.
var typed = rapid.OneOf(
	rapid.SampledFrom([]rune("½¼⅓—–…≤≥≠≈²³⁴₁ₙ“”’‘„«»°€£×÷±→←·•§©®™%&#_{}^~<>|$'`!?.,;:()[]+-*/=@ \u00a0")),
	rapid.RuneFrom(nil, unicode.Latin, unicode.Greek),
	rapid.RuneFrom(nil, unicode.Cyrillic, unicode.Hebrew, unicode.Arabic, unicode.Devanagari, unicode.Hangul, unicode.Han, unicode.Thai, unicode.Hiragana),
	rapid.RuneFrom([]rune("\u200b\u200c\u200d\u200e\u061c\u2066\u202e\u00ad\u034f\u115f\u2800\u3164\ufe0f\ufeff\u0007\U0001f682\U000e0041\U000e0100\u2600\ue000\uffff")),
)

// Whatever stands in a label or a title is shown by every output, or refused by name: nothing is dropped, nothing replaced.
func TestWordsAreShownOrRefused(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		label := "the " + string(rapid.SliceOfN(typed, 1, 8).Draw(t, "label")) + " end"
		src := "diagram[title=\"" + label + "\"]\nS = spring[label=\"" + label + "\"]\nwall - S - mass"
		d, list := emit.Compile("x.dg", []byte(src))
		if list.HasErrors() {
			if !list[0].Span.IsValid() || strings.Contains(list[0].Summary, "panic") {
				t.Fatalf("%q: %v", label, list)
			}
			return
		}
		text := d.Graph.Element("S").Label.Text()
		if want := norm.NFC.String(label); text != want && !strings.Contains(want, "$") {
			t.Fatalf("%q is %q in text", label, text)
		}
		for _, f := range emit.Formats() {
			out, list := d.Write(f, emit.Options{Name: "x"})
			if list.HasErrors() {
				if (f.Name != "png" && f.Name != "pdf") || !refusedByName(list.Error(), text) {
					t.Fatalf("%q as %s: %v", label, f.Name, list)
				}
				continue
			}
			if !strings.Contains("svg html tikz tex md json", f.Name) {
				continue
			}
			if missing := lost(string(out), text); missing != "" {
				t.Fatalf("%q as %s has no %s:\n%s", label, f.Name, missing, out)
			}
		}
	})
}

// refusedByName reports whether an error names a character of a text.
func refusedByName(message, text string) bool {
	_, named, ok := strings.Cut(message, "there is no font here for ")
	return ok && strings.Contains(text, string([]rune(named)[:1]))
}

// lost is a letter of a text that an output doesn't have. The Latin and Greek that TeX spells otherwise are tested by package
// tikz.
func lost(out, text string) string {
	for _, r := range text {
		if unicode.IsLetter(r) && !unicode.In(r, unicode.Latin, unicode.Greek, unicode.Common) && !strings.ContainsRune(out, r) {
			return string(r)
		}
	}
	return ""
}
