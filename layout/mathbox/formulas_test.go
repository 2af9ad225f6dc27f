package mathbox

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"diagram/symbolic/formula"
)

// testFormula is a formula to compare with TeX.
type testFormula struct {
	tree  formula.Node
	opt   Options
	other bool // the ink is of another design
}

func (f testFormula) set() *Box { return Typeset(f.tree, f.opt) }

func (f testFormula) String() string { return formula.LaTeX(f.tree) }

// readLines returns the lines of a file that aren't comments.
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

// testFormulas are those of testdata/formulas.txt and the trees that no author can write.
func testFormulas(t testing.TB) []testFormula {
	t.Helper()
	var out []testFormula
	for _, line := range readLines(t, "testdata/formulas.txt") {
		var f testFormula
		isText := false
		if marks, rest, ok := strings.Cut(line, " "); ok && strings.Trim(marks, "~DT") == "" {
			line = rest
			f.other = strings.Contains(marks, "~")
			f.opt.Display = strings.Contains(marks, "D")
			isText = strings.Contains(marks, "T")
		}
		if isText {
			f.tree = words(line)
		} else {
			f.tree = read(line)
		}
		out = append(out, f)
	}
	for _, n := range expressions() {
		out = append(out, testFormula{tree: n}, testFormula{tree: n, opt: Options{Display: true}})
	}
	return out
}

func read(s string) formula.Row {
	n, err := formula.Read(s)
	if err != nil {
		panic(s + ": " + err.Error())
	}
	return n
}

// words makes a line of words with formulas between dollars.
func words(s string) formula.Line {
	var line formula.Line
	for i, piece := range strings.Split(s, "$") {
		switch {
		case i%2 == 1:
			line = append(line, read(piece))
		case piece != "":
			line = append(line, formula.Words{Command: "text", Text: piece})
		}
	}
	return line
}

// expressions are trees with every node that authors can't write.
func expressions() []formula.Node {
	symbol := func(s string) formula.Symbol { return formula.Symbol{Spelling: formula.Spell(read(s))} }
	number := func(digits string) formula.Number { return formula.Number{Digits: digits} }
	fence := func(open, shut string, of formula.Node) formula.Node {
		return formula.Fence{Open: open, Close: shut, Of: of}
	}
	derivative := func(s string, order int, style formula.DerivativeStyle) formula.Node {
		return formula.Derivative{Of: symbol(s), Order: order, Style: style}
	}
	matrix := func(small bool, rows ...string) formula.Grid {
		g := formula.Grid{Small: small}
		for _, row := range rows {
			var cells []formula.Node
			for _, cell := range strings.Split(row, "&") {
				cells = append(cells, read(cell))
			}
			g.Rows = append(g.Rows, cells)
		}
		return g
	}
	cases := func(of, left, sign, right string) formula.Node {
		return formula.Cases{Of: read(of), When: formula.Relation{Sign: sign, Left: read(left), Right: read(right)}, Short: number("0")}
	}
	ab := read(`\frac{a}{b}`)
	deep := read(`\frac{\frac{a}{b}}{c}`)
	column := matrix(false, "1", "2", "3", "4", "5", "6")
	sum := formula.Sum{{Of: symbol("k_1")}, {Minus: true, Of: symbol(`\lambda`)}}
	return []formula.Node{
		formula.Product{matrix(false, "m_1&0", "0&m_2"), derivative("q", 2, formula.Dot), matrix(false, "k_1+k_2&-k_2", "-k_2&k_2"), symbol("q")},
		matrix(true, "1&2", `3&\frac{4}{5}`),
		matrix(true, "1", "2", "3", "4", "5", "6", "7"),
		column,
		formula.Product{matrix(false, "a", "b"), fence("|", "|", column), fence("(", ")", column)},
		matrix(false, `a&\dots&b`, `c&\cdots&\dots`),
		formula.Sum{{Of: formula.Product{symbol("k"), symbol("x")}}, {Of: formula.Product{symbol("k_s"), cases("x+d", "x", "<", "-d")}}, {Minus: true, Of: symbol("F")}},
		cases(`\frac{k}{\frac{m}{2}}x`, `\frac{x_1}{2}-x_2`, ">", `\frac{k}{\frac{m}{2}}`), cases(`\frac{\frac{\frac{a}{b}}{c}}{\frac{d}{e}}`, "x", ">", `\frac{k}{\frac{m}{2}}`),
		formula.Call{Function: "max", Arg: fence("(", ")", formula.List{number("0"), symbol("x")})},
		formula.Root{Of: column},
		formula.Root{Of: read("x"), Index: "3"},
		formula.Root{Of: read(`\frac{k}{m}+1`), Index: "9"},
		formula.Root{Of: formula.Root{Of: formula.Root{Of: ab}}},
		formula.Product{fence("(", ")", ab), fence("|", "|", ab), fence("(", ")", deep), fence("|", "|", deep)},
		fence("(", ")", sum),
		formula.Power{Base: symbol("x"), Exp: fence("(", ")", ab)},
		formula.Power{Base: fence("(", ")", ab), Exp: number("2")},
		formula.Power{Base: symbol("x'"), Exp: formula.Slash{Num: number("1"), Den: sum}},
		formula.Power{Base: symbol(`\hat k'`), Exp: number("2")},
		derivative("s", 1, formula.Leibniz), derivative(`\theta_1`, 2, formula.Leibniz),
		derivative("x", 3, formula.Dot), derivative(`\Delta x`, 1, formula.Dot), derivative("F(t)", 2, formula.Dot),
		derivative("x_1", 2, formula.Prime), derivative("x^*", 1, formula.Prime), derivative("x", 4, formula.Prime),
		formula.Product{number("2"), number("3"), symbol(`\Delta x`), symbol("k")},
		formula.Product{number("3"), formula.Number{Digits: "1", Exp10: -3}, formula.Number{Digits: "2.5", Exp10: 12}},
		formula.Degrees{Number: number("30")}, formula.Degrees{Number: formula.Number{Digits: "3", Exp10: 5}},
		formula.Call{Function: "sin", Arg: symbol("x")}, formula.Call{Function: "cos", Exp: number("2"), Arg: number("2")},
		formula.Call{Function: "sgn", Arg: fence("(", ")", derivative("x", 1, formula.Leibniz))},
		formula.Exponential{Exp: formula.Minus{Of: formula.Product{symbol(`\zeta`), symbol(`\omega_n`), symbol("t")}}},
		formula.Relation{Sign: "=", Left: symbol("F"), Right: formula.Minus{Of: sum}},
	}
}

// TestMeasures compares with what TeX measured (testdata/tex.txt, recorded by TestAgainstTeX).
func TestMeasures(t *testing.T) {
	formulas, lines := testFormulas(t), readLines(t, "testdata/tex.txt")
	if len(formulas) < 180 || len(lines) != len(formulas) {
		t.Fatalf("%d formulas, %d measures", len(formulas), len(lines))
	}
	for i, f := range formulas {
		b := f.set()
		var w, h, d float64
		if _, err := fmt.Sscan(lines[i], &w, &h, &d); err != nil {
			t.Fatal(err)
		}
		if !near(b.Width, w) || !near(b.Height, h) || !near(b.Depth, d) {
			t.Errorf("%d %v: %.3f × %.3f + %.3f, TeX measures %.3f × %.3f + %.3f", i, f, b.Width, b.Height, b.Depth, w, h, d)
		}
	}
}

// near allows rounding, and the accented letters that TeX composes.
func near(got, want float64) bool { return math.Abs(got-want) <= max(0.02, 0.006*want) }
