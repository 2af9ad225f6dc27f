package mathbox

import (
	"errors"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestBounded holds hostile input to an answer in bounded time and space.
func TestBounded(t *testing.T) {
	many := func(s string, n int) string { return strings.Repeat(s, n) }
	for name, c := range map[string]struct {
		latex string
		fails bool
	}{
		"deep groups":       {many("{", 30000), true},
		"closed groups":     {many("{", 2000) + many("}", 2000), true},
		"deep scripts":      {many("x^", 10000) + "x", true},
		"deep accents":      {many(`\hat`, 10000) + "x", true},
		"deep fractions":    {many(`\frac1{`, 1000), true},
		"deep environments": {many(`\begin{matrix}`, 1000), true},
		"deep fences":       {many(`\left(`, 1000), true},
		"deep text":         {many(`\text{$`, 1000), true},
		"long":              {many("x", 70000), true},
		"wide":              {many("x", 30000), false},
		"tall":              {`\begin{matrix}` + many(`a\\[1000pt]`, 1000) + `\end{matrix}`, false},
		"tall fences":       {`\left(` + many(`\left|`, 40) + `\begin{matrix}` + many(`a\\[1000pt]`, 1000) + `\end{matrix}` + many(`\right|`, 40) + `\right)`, true},
		"huge size":         {`\mkern1e999em`, true},
	} {
		b, err := Typeset(c.latex, Options{})
		if (err != nil) != c.fails {
			t.Errorf("%s: error %v", name, err)
		}
		if err == nil && !isFinite(b) {
			t.Errorf("%s: %v × %v + %v", name, b.Width, b.Height, b.Depth)
		}
	}
	for _, size := range []float64{-1, math.NaN(), math.Inf(1)} {
		if _, err := Typeset("x", Options{Size: size}); err == nil {
			t.Errorf("no error for size %v", size)
		}
	}
}

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

func TestEscape(t *testing.T) {
	printable := ""
	for r := ' '; r < 0x7F; r++ {
		printable += string(r)
	}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.RuneFrom([]rune(printable))).Draw(t, "s")
		b, err := Text(Escape(s), Options{})
		if err != nil {
			t.Fatalf("%q is escaped as %q: %v", s, Escape(s), err)
		}
		var got strings.Builder
		for _, g := range b.Glyphs {
			got.WriteRune(g.Rune)
		}
		// Ligatures, quotes and spaces aside, the glyphs are the characters.
		plain := strings.NewReplacer(" ", "", "ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "“", "``", "”", "''", "‘", "`", "’", "'",
			"—", "---", "–", "--", "¡", "!`", "¿", "?`", `"`, "''",
			"_", "", "ˆ", "^", "˜", "~")
		if want := plain.Replace(s); plain.Replace(got.String()) != want {
			t.Fatalf("%q shows %q", s, got.String())
		}
	})
}

// TestProperties holds random formulas to what is true of all boxes.
func TestProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := randomFormula(t, "a", 3), randomFormula(t, "b", 3)
		box := mustTypesetIn(t, a)
		if !isFinite(box) {
			t.Fatalf("%s is not finite", a)
		}
		// Size scales everything.
		twice, err := Typeset(a, Options{Size: 20, Display: true})
		if err != nil || math.Abs(twice.Width-2*box.Width) > 1e-9 || math.Abs(twice.Depth-2*box.Depth) > 1e-9 || len(twice.Glyphs) != len(box.Glyphs) {
			t.Fatalf("%s at 20pt is not twice as large: %v", a, err)
		}
		// A group is as large as what it holds.
		if g := mustTypesetIn(t, "{"+a+"}"); math.Abs(g.Width-box.Width) > 1e-9 || g.Height != box.Height {
			t.Fatalf("{%s} differs from its content", a)
		}
		// A fraction holds both its parts, and a fence is as tall.
		frac := mustTypesetIn(t, `\frac{\displaystyle `+a+`}{\displaystyle `+b+`}`)
		if frac.Width < max(box.Width, mustTypesetIn(t, b).Width)-1e-9 {
			t.Fatalf("the fraction of %s and %s is narrower", a, b)
		}
		fence := mustTypesetIn(t, `\left(`+a+`\right)`)
		if fence.Height+fence.Depth < 0.9*(box.Height+box.Depth)-5 {
			t.Fatalf("the fence of %s is shorter", a)
		}
	})
}

func mustTypesetIn(t *rapid.T, latex string) *Box {
	b, err := Typeset(latex, Options{Display: true})
	if err != nil {
		t.Fatalf("%s: %v", latex, err)
	}
	if plain, err := Typeset(latex, Options{Display: true}); err != nil || plain != b && len(latex) <= maxCachedSource {
		t.Fatalf("%s is not cached (%v)", latex, err)
	}
	return b
}

// randomFormula makes a valid formula.
func randomFormula(t *rapid.T, label string, depth int) string {
	if depth == 0 {
		return rapid.SampledFrom([]string{"k", "m", `\lambda`, "2", `\omega`, "F", "f", `\Gamma`, "x'", `\mathbf{M}`, `\sin`, ","}).Draw(t, label)
	}
	sub := func(s string) string { return randomFormula(t, label+s, depth-1) }
	switch rapid.IntRange(0, 19).Draw(t, label) {
	case 0:
		return sub("1") + "+" + sub("2")
	case 1:
		return "-" + sub("1")
	case 2:
		return `\frac{` + sub("1") + `}{` + sub("2") + `}`
	case 3:
		return `\sqrt{` + sub("1") + `}`
	case 4:
		return "{" + sub("1") + `{}}_{` + sub("2") + `}`
	case 5:
		return "{" + sub("1") + `{}}^{` + sub("2") + `}`
	case 6:
		return `\left[` + sub("1") + `\right]`
	case 7:
		// amsmath has rules of its own for accents over accents.
		return `\ddot{` + randomFormula(t, label+"1", 0) + `}`
	case 8:
		return `\begin{matrix}` + sub("1") + `&` + sub("2") + `\\0\end{matrix}`
	case 9:
		return `\sum_{` + sub("1") + `}^{` + sub("2") + `}`
	case 10:
		return `\int_{` + sub("1") + `}^{` + sub("2") + `}`
	case 11:
		return `F_{` + sub("1") + `}^{` + sub("2") + `}`
	case 12:
		return `\left(` + sub("1") + `\middle|` + sub("2") + `\right\}`
	case 13:
		return `\overline{` + sub("1") + `}\hat{f}_{` + sub("2") + `}`
	case 14:
		return `\underbrace{` + sub("1") + `}_{` + sub("2") + `}`
	case 15:
		return `\begin{cases}` + sub("1") + `&\text{if }\\` + sub("2") + `&\text{off.}\end{cases}`
	case 16:
		return `\sqrt[3]{` + sub("1") + `}\cdot ` + sub("2")
	case 17:
		return `\begin{aligned}a&=` + sub("1") + `\\&+` + sub("2") + `\end{aligned}`
	case 18:
		return `\binom{` + sub("1") + `}{` + sub("2") + `}\widehat{` + sub("1") + `}`
	}
	return sub("1") + "=" + sub("2")
}

func FuzzTypeset(f *testing.F) {
	for _, x := range readFormulas(f) {
		f.Add(x.source, x.isText)
	}
	f.Add(`\left(\begin{matrix}\\[9pt]&\end{matrix}`, false)
	f.Add(`\text{\"{\i}$\text{`, true)
	f.Fuzz(func(t *testing.T, source string, isText bool) {
		set := Typeset
		if isText {
			set = Text
		}
		b, err := set(source, Options{Display: true})
		if err != nil {
			var e *Error
			if !errors.As(err, &e) || e.Offset < 0 || e.Offset > len(source) || e.Msg == "" {
				t.Fatalf("error %#v", err)
			}
			return
		}
		if !isFinite(b) {
			t.Fatalf("%q: not finite", source)
		}
	})
}
