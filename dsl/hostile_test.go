package dsl

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"diagram/dsl/diag"
)

// TestHostile compiles texts of 128 KB that are made to take long.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	const size = 1 << 17
	fill := func(s string) string { return strings.Repeat(s, size/len(s)) }
	count := func(format string) string {
		var b strings.Builder
		for i := 0; b.Len() < size; i++ {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	texts := map[string]string{
		"parentheses":       fill("("),
		"brackets":          fill("["),
		"groups":            "wall - " + fill("(spring) - trolley - ") + "trolley",
		"closing":           fill(")"),
		"links":             fill("- "),
		"dashes":            fill("-"),
		"equals":            fill("a="),
		"quotes":            fill(`"`),
		"backslashes":       `"` + fill(`\`),
		"newlines":          "T = trolley[" + fill("\n") + "label=m]",
		"comments":          fill("#\n"),
		"comments inside":   "T = trolley[" + fill("#\n") + "label=m]",
		"word":              fill("a"),
		"words":             fill("a "),
		"combining":         fill("a\u0301"),
		"invalid":           fill("\xff"),
		"controls":          fill("\x00"),
		"no letters":        fill("§"),
		"digits":            fill("9"),
		"sum":               "spring[k=" + fill("a+") + "a] - T",
		"powers":            "T = trolley[m=" + fill("9^") + "9]",
		"amount":            "wall - spring - mass\nk = " + fill("1"),
		"exponent":          fill("wall - spring[k=1e300^300^300] - mass\n"),
		"units":             "wall - spring - mass\nk = 1 " + fill("N/m "),
		"undeclared":        count("x%d - "),
		"unused":            count("S%d = spring\n"),
		"duplicates":        fill("T = trolley\n"),
		"bad kinds":         count("T%d = troley\n"),
		"bad quantities":    "wall - spring - mass\n" + count("x_%d = 1 kg\n"),
		"attributes":        "T = trolley[" + fill("thick,") + "thick]",
		"bad attributes":    "T = trolley[" + count("thik%d,") + "thick]",
		"clashing":          "W = wall; T = trolley\n" + count("W - (spring, spring[k=k_%d]) - T\n"),
		"same pair":         "W = wall; T = trolley\n" + fill("W - spring - T\n"),
		"star":              "W = wall\n" + fill("W - spring - trolley\n"),
		"used often":        "W = wall; S = spring; T = trolley\n" + fill("W - S - T\n"),
		"series":            "wall" + fill(" - spring") + " - trolley",
		"actions":           "T = trolley\n" + fill("T - force\n"),
		"semicolons":        fill(";"),
		"unclosed in lines": fill("T = trolley[\n"),
		"link at line end":  fill("wall -\n"),
	}
	for name, text := range texts {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			_, problems := Compile("x.dg", []byte(text))
			var printed strings.Builder
			_ = problems.Print(&printed, map[string][]byte{"x.dg": []byte(text)}, diag.Options{})
			if printed.Len() > 40_000 {
				t.Errorf("%d bytes of diagnostics", printed.Len())
			}
			if took := time.Since(start); took > 10*time.Second {
				t.Errorf("took %v", took)
			} else {
				t.Logf("%v, %d diagnostics", took.Round(time.Millisecond), len(problems))
			}
		})
	}
}
