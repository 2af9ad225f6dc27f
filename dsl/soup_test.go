package dsl_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"diagram/dsl"
	"diagram/dsl/diag"

	"pgregory.net/rapid"
)

// vocabulary is what texts are made of, right ones and those of other languages.
var vocabulary = strings.Split(
	"wall spring damper mass force gravity disc joint T S W k m c t x L0 k1 k_3 F gear shock axis vertical label diagram digraph graph rankdir LR "+
		"- -- -> => = == := : ; , . | || + * / % ' \" ( ) [ ] { } # // /* */ \\ $ ^ _ 2 1,5 1.5 3e2 k=2 label=\"a\" [k=1,5] [F0*cos(w*t)] [2*k - (spring, spring[ N/m kg lb/in \n \n-- λ ½ “ \x00 \u202e \xff", " ")

// TestSoup holds texts of such words in any order to a diagnostic for whatever is wrong: each has a place and a message, which
// nothing raw can reach.
func TestSoup(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom(vocabulary), 1, 12).Draw(t, "words")
		src := []byte(strings.Join(words, rapid.SampledFrom([]string{"", " "}).Draw(t, "between")))
		g, problems := dsl.Compile("x.dg", src)
		if (g == nil) != problems.HasErrors() {
			t.Fatalf("%q: graph %v, but diagnostics %v", src, g != nil, problems)
		}
		for _, d := range problems {
			if d.Summary == "" || d.Span.Start.Offset > len(src) || d.Span.End.Offset > len(src) || !d.Span.IsValid() {
				t.Errorf("%q: %v at %v", src, d, d.Span)
			}
		}
		var b strings.Builder
		_ = problems.Print(&b, map[string][]byte{"x.dg": src}, diag.Options{})
		if strings.ContainsAny(b.String(), "\x00\u202e") || !utf8.ValidString(b.String()) {
			t.Errorf("%q: raw in %q", src, &b)
		}
	})
}
