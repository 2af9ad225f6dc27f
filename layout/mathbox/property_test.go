package mathbox

import (
	"math"
	"testing"

	"diagram/symbolic/formula"

	"pgregory.net/rapid"
)

func isFinite(b *Box) bool {
	sum := b.Width + b.Height + b.Depth
	for _, g := range b.Glyphs {
		sum += g.X + g.Y + g.Scale
		if g.Outline == nil || g.Scale <= 0 {
			return false
		}
	}
	for _, r := range b.Rules {
		sum += r.X + r.Y
		if r.W <= 0 || r.H <= 0 {
			return false
		}
	}
	return !math.IsNaN(sum) && !math.IsInf(sum, 0)
}

// Every tree that the reader makes can be set.
func TestWhatAuthorsWrite(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		src := randomSource(t, "f", rapid.IntRange(0, 5).Draw(t, "depth"))
		if n, err := formula.Read(src); err == nil && !isFinite(Typeset(n, Options{Display: true})) {
			t.Fatalf("%s is not finite", src)
		}
	})
}

func FuzzRead(f *testing.F) {
	for _, line := range readLines(f, "testdata/formulas.txt") {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, src string) {
		if n, err := formula.Read(src); err == nil && !isFinite(Typeset(n, Options{})) {
			t.Fatalf("%q is not finite", src)
		}
	})
}

// Every tree that an expression makes can be set, and constructs hold what they are made of.
func TestWhatExpressionsMake(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		display := Options{Display: true}
		n := randomTree(t, "f", rapid.IntRange(1, 3).Draw(t, "depth"))
		box := Typeset(n, display)
		if !isFinite(box) || len(box.Glyphs) == 0 {
			t.Fatalf("%s: %+v", formula.LaTeX(n), box)
		}
		if again := Typeset(n, display); again != box && len(formula.LaTeX(n)) <= maxCachedLaTeX {
			t.Fatalf("%s is not cached", formula.LaTeX(n))
		}
		double := Typeset(n, Options{Display: true, Size: 20})
		if math.Abs(double.Width-2*box.Width) > 1e-9*box.Width || len(double.Glyphs) != len(box.Glyphs) {
			t.Fatalf("%s at twice the size is %v wide, not twice %v", formula.LaTeX(n), double.Width, box.Width)
		}
		text := Typeset(n, Options{})
		if frac := Typeset(formula.Frac{Num: n, Den: formula.Letter('m')}, display); frac.Width < text.Width-1e-9 || len(frac.Glyphs) != len(text.Glyphs)+1 {
			t.Fatalf("the fraction of %s is narrower", formula.LaTeX(n))
		}
		if root := Typeset(formula.Root{Of: n}, display); root.Height+root.Depth < box.Height+box.Depth {
			t.Fatalf("the root of %s is lower", formula.LaTeX(n))
		}
		if fence := Typeset(formula.Bracketed(n), display); formula.IsTall(n) && fence.Height+fence.Depth < 0.9*(box.Height+box.Depth)-5 {
			t.Fatalf("the brackets of %s are lower", formula.LaTeX(n))
		}
	})
}
