package formula

import (
	"encoding/xml"
	"testing"
)

// What is read prints as LaTeX that is read the same, in every notation.
func checkRead(t *testing.T, src string) {
	t.Helper()
	tree, err := Read(src)
	if err != nil {
		return
	}
	latex := LaTeX(tree)
	again, err := Read(latex)
	if err != nil {
		t.Fatalf("%q is printed as %q, which can't be read: %v", src, latex, err)
	}
	if got := LaTeX(again); got != latex {
		t.Errorf("%q is printed as %q, which reads as %q", src, latex, got)
	}
	if got, want := Text(again), Text(tree); got != want {
		t.Errorf("%q is %q in text; from its LaTeX it is %q", src, want, got)
	}
	mathml := MathML(tree)
	if err := xml.Unmarshal([]byte(mathml), new(struct{})); err != nil {
		t.Errorf("%q: %s: %v", src, mathml, err)
	}
	IsTall(tree)
	IsAtom(tree)
	IsCompound(tree)
	HasArgument(tree)
}

var examples = []string{
	"k", "k_1", `\dot m_1`, "F(t)", "x^*", "x''_{eq}", `\frac12 k`, `\frac{k_1+k_2}{2}`, `\sqrt{km}`, `\hat{\text{a b}}_{12}`, "°", "é", "λ",
	`\mathrm{d}x`, `\Delta x`, `{x'}^2`, `{\hat x^*}^2`, `\max\{`, `x_{1,2}^{\prime}`, `\,`, "{{}}", `\vec{\mathbf{F}}`, `\underline{a}b`,
}

func TestReadsBack(t *testing.T) {
	for _, src := range examples {
		checkRead(t, src)
	}
}

func FuzzRead(f *testing.F) {
	for _, src := range examples {
		f.Add(src)
	}
	f.Fuzz(checkRead)
}

// Where a dot goes, and what needs brackets, is asked of the tree.
func TestAsk(t *testing.T) {
	for src, want := range map[string][4]bool{ // an atom, compound, with an argument, tall
		"k": {true}, "k_1": {true}, `\dot m_1`: {true}, "2k": {}, "F(t)": {false, false, true}, "m_1+m_2": {false, true}, "k/2": {false, true},
		"(a+b)": {false, false, true}, `\frac{k}{2}`: {false, false, false, true}, `k_{\frac12}`: {true, false, false, true}, "x_{a-b}": {true},
		"x_+": {true}, `\text{a-b}`: {true}, "{a+b}": {true}, `\sqrt{k}`: {true}, `\Delta x`: {},
	} {
		n, err := Read(src)
		if err != nil {
			t.Fatal(err)
		}
		if got := [4]bool{IsAtom(n), IsCompound(n), HasArgument(n), IsTall(n)}; got != want {
			t.Errorf("%s is %v, want %v", src, got, want)
		}
	}
}

type stranger struct{ Node }

// No printer leaves out in silence what it doesn't know.
func TestUnknownNode(t *testing.T) {
	for name, print := range map[string]func(Node) string{"LaTeX": LaTeX, "Text": Text, "MathML": MathML} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s prints a node that it doesn't know", name)
				}
			}()
			print(stranger{})
		}()
	}
}
