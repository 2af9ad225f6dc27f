package mathbox

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"
)

// testFormula is a line of testdata/formulas.txt.
type testFormula struct {
	source string
	opt    Options
	isText bool
	other  bool // the ink is of another design
}

func (f testFormula) set() (*Box, error) {
	if f.isText {
		return Text(f.source, f.opt)
	}
	return Typeset(f.source, f.opt)
}

func readLines(t testing.TB, path string) []string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var lines []string
	for s := bufio.NewScanner(f); s.Scan(); {
		if line := s.Text(); !strings.HasPrefix(line, "#") {
			lines = append(lines, line)
		}
	}
	return lines
}

func readFormulas(t testing.TB) []testFormula {
	t.Helper()
	var out []testFormula
	for _, line := range readLines(t, "testdata/formulas.txt") {
		f := testFormula{source: line}
		if marks, rest, ok := strings.Cut(line, " "); ok && strings.Trim(marks, "~DT") == "" {
			f.source = rest
			f.other = strings.Contains(marks, "~")
			f.opt.Display = strings.Contains(marks, "D")
			f.isText = strings.Contains(marks, "T")
		}
		out = append(out, f)
	}
	return out
}

// TestMeasures compares with what TeX measured (testdata/tex.txt, recorded by TestAgainstTeX).
func TestMeasures(t *testing.T) {
	formulas, lines := readFormulas(t), readLines(t, "testdata/tex.txt")
	if len(formulas) < 60 || len(lines) != len(formulas) {
		t.Fatalf("%d formulas, %d measures", len(formulas), len(lines))
	}
	for i, f := range formulas {
		b, err := f.set()
		if err != nil {
			t.Errorf("%s: %v", f.source, err)
			continue
		}
		var w, h, d float64
		if _, err := fmt.Sscan(lines[i], &w, &h, &d); err != nil {
			t.Fatal(err)
		}
		if !near(b.Width, w) || !near(b.Height, h) || !near(b.Depth, d) {
			t.Errorf("%d %s: %.3f × %.3f + %.3f, TeX measures %.3f × %.3f + %.3f", i, f.source, b.Width, b.Height, b.Depth, w, h, d)
		}
	}
}

// near allows rounding, and the accented letters that TeX composes.
func near(got, want float64) bool { return math.Abs(got-want) <= max(0.02, 0.006*want) }
