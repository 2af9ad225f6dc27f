package mathbox

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf8"

	"diagram/dsl/unseen"
	"diagram/symbolic/formula"

	"golang.org/x/image/vector"
)

func ExampleTypeset() {
	k, err := formula.Read(`k_1`)
	if err != nil {
		fmt.Println(err)
		return
	}
	b := Typeset(k, Options{})
	fmt.Printf("%.2f × %.2f + %.2f pt\n", b.Width, b.Height, b.Depth)
	for _, g := range b.Glyphs {
		fmt.Printf("%c at (%.2f, %.2f)\n", g.Rune, g.X, g.Y)
	}
	// Output:
	// 9.69 × 6.94 + 1.50 pt
	// 𝑘 at (0.00, 0.00)
	// 1 at (5.21, -1.50)
}

func ExampleTypeset_words() {
	b := Typeset(formula.Line{formula.Words{Text: "A trolley of mass "}, formula.Letter('m')}, Options{Size: 12})
	fmt.Printf("%.1f pt wide, %d glyphs\n", b.Width, len(b.Glyphs))
	// Output:
	// 104.4 pt wide, 15 glyphs
}

func ExampleBox_AppendPath() {
	line := formula.Command{Name: "overline", Arg: formula.Glyph{TeX: `\,`}}
	fmt.Printf("%s\n", Typeset(line, Options{}).AppendPath(nil, 0, 0, 1))
	// Output:
	// M0 -1.2h1.667v-0.4h-1.667Z
}

// Every sign has a glyph, in every size and alphabet.
func TestGlyphs(t *testing.T) {
	var all []formula.Glyph
	for tex := range glyphs {
		all = append(all, formula.Glyph{TeX: tex})
	}
	for _, r := range "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789" {
		all = append(all, formula.Letter(r))
	}
	check := func(n formula.Node) {
		x := formula.Letter('x')
		for i, n := range []formula.Node{n, formula.Script{Base: x, Sub: n}, formula.Script{Base: x, Sup: formula.Script{Base: x, Sub: n}}} {
			if b := Typeset(n, Options{}); len(b.Glyphs) != 1+i || !isFinite(b) {
				t.Errorf("%s has %d glyphs", formula.LaTeX(n), len(b.Glyphs))
			}
		}
	}
	for _, g := range all {
		check(g)
		for font := range alphabets {
			check(formula.Command{Name: font, Arg: g})
		}
		for accent := range accentMarks {
			if n := len(Typeset(formula.Command{Name: accent, Arg: g}, Options{}).Glyphs); n != 2 {
				t.Errorf("%s under \\%s has %d glyphs", g.TeX, accent, n)
			}
		}
	}
}

func TestTablesAreSorted(t *testing.T) {
	for i := 1; i < len(nudges); i++ {
		a, b := nudges[i-1], nudges[i]
		if a.family > b.family || a.family == b.family && a.code >= b.code {
			t.Errorf("nudge %v stands before %v", a, b)
		}
	}
}

func TestFontFiles(t *testing.T) {
	for f := range numFamilies {
		for l := range level(3) {
			if m := font(f, l); len(m.params) < 4*6 || len(m.infos) != 4*128 {
				t.Errorf("%s has %d bytes of parameters and %d of characters", fontFiles[f][l], len(m.params), len(m.infos))
			}
			if textFaces[f][l].open().glyph('a') == 0 {
				t.Errorf("%s has no a", textFaces[f][l].name)
			}
		}
	}
}

func TestOutlineID(t *testing.T) {
	a, b := Typeset(read(`k+k_k`), Options{}), Typeset(read(`2k`), Options{Size: 20})
	if a.Glyphs[0].Outline != b.Glyphs[1].Outline {
		t.Error("one glyph has two outlines")
	}
	if a.Glyphs[0].Outline.ID == a.Glyphs[3].Outline.ID {
		t.Error("the glyphs for text and script share an ID")
	}
	seen := map[string]string{}
	for _, f := range testFormulas(t) {
		for _, g := range f.set().Glyphs {
			id, path := g.Outline.ID, string(g.Outline.appendPath(nil, 0, 0, 1, 1))
			if before, ok := seen[id]; ok && before != path {
				t.Errorf("two shapes have the ID %s", id)
			}
			seen[id] = path
			if strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" || id[0] < 'a' {
				t.Errorf("ID %q", id)
			}
		}
	}
}

func TestAppendNumber(t *testing.T) {
	for x, want := range map[float64]string{
		0: "0", 1: "1", -1: "-1", 0.5: "0.5", 0.05: "0.05", 0.0004: "0", -0.0004: "0", 1.2345: "1.235", -12.3406: "-12.341", 100: "100", 0.001: "0.001",
	} {
		if got := string(appendNumber(nil, x)); got != want {
			t.Errorf("%v is written %s, want %s", x, got, want)
		}
	}
}

// TestDraw holds Draw and AppendPath to the box: ink lies within the measures,
// but for what TeX's own fonts let overhang.
func TestDraw(t *testing.T) {
	b := Typeset(read(`\frac{k}{m}`), Options{})
	const scale, margin = 10, 5
	w, h := int(b.Width*scale)+2*margin, int((b.Height+b.Depth)*scale)+2*margin
	r := vector.NewRasterizer(w, h)
	b.Draw(r, margin, margin+b.Height*scale, scale)
	pixels := rasterize(r)
	ink := 0
	for i, a := range pixels {
		x, y := i%w, i/w
		if a > 0 {
			ink++
			if x < margin-2 || x > w-margin+2 || y < margin-2 || y > h-margin+2 {
				t.Fatalf("ink at %d,%d of %d×%d", x, y, w, h)
			}
		}
	}
	if ink < w*h/20 {
		t.Errorf("%d pixels of ink", ink)
	}
}

// TestConcurrent typesets from many goroutines at once.
func TestConcurrent(t *testing.T) {
	var wg sync.WaitGroup
	for g := range 8 {
		wg.Go(func() {
			for i := range 50 {
				Typeset(read(fmt.Sprintf(`x_{%d}+\frac{%d}{k}`, i, g%2)), Options{})
			}
		})
	}
	wg.Wait()
}

// TestCacheIsBounded fills the cache past its limit.
func TestCacheIsBounded(t *testing.T) {
	for i := range maxCachedBoxes + 10 {
		Typeset(formula.Number{Digits: fmt.Sprint(i)}, Options{})
	}
	cache.RLock()
	defer cache.RUnlock()
	if n := len(cache.boxes); n > maxCachedBoxes {
		t.Errorf("%d boxes are kept", n)
	}
}

// What is only shown has relations and brackets that grow, as wide as TeX's.
func TestShownFormulas(t *testing.T) {
	for _, c := range []struct {
		latex                string
		width, height, depth float64
	}{
		{`a\ne b`, 22.91077, 6.94444, 1.94443},
		{`a\le b`, 22.91077, 6.94444, 1.35971},
		{`a\sim b\simeq c\equiv d\propto e\ll f\gg g\geq h`, 138.40552, 6.94444, 1.94444},
		{`\left[\frac{a}{b}\right]`, 15.07101, 8.50005, 3.50006},
		{`\left(x\right)`, 13.49307, 7.5, 2.5},
	} {
		n, err := formula.ReadShown(c.latex)
		if err != nil {
			t.Error(err)
			continue
		}
		if _, err := formula.Read(c.latex); err == nil {
			t.Errorf("%s is read as a symbol", c.latex)
		}
		b := Typeset(n, Options{})
		if math.Abs(b.Width-c.width) > 0.01 || math.Abs(b.Height-c.height) > 0.01 || math.Abs(b.Depth-c.depth) > 0.01 {
			t.Errorf("%s: %g × (%g + %g), want %g × (%g + %g)", c.latex, b.Width, b.Height, b.Depth, c.width, c.height, c.depth)
		}
	}
	if n, err := formula.ReadShown(`\left(x]`); err == nil {
		t.Errorf("a bracket that isn't closed is %s", formula.LaTeX(n))
	}
}

// Every character that shows something is shown: by outlines, or as text for another font.
func TestEveryCharacter(t *testing.T) {
	foreign := 0
	for r := rune('!'); r < 0x20000; r++ {
		text := "a" + string(r) + "b"
		b := Typeset(formula.Line{formula.Words{Command: "text", Text: text}}, Options{})
		switch {
		case unicode.In(r, unicode.Zs):
		case !utf8.ValidRune(r) || unseen.Is(r):
			if len(b.Glyphs) != 2 && utf8.ValidRune(r) {
				t.Errorf("U+%04X is %d glyphs", r, len(b.Glyphs)-2)
			}
		case !unicode.IsGraphic(r):
		case len(b.Foreign) == 1 && len(b.Glyphs)+len(b.Rules) == 0:
			foreign++
			if f := b.Foreign[0]; f.Text != text || f.Unknown != r || f.Width != b.Width {
				t.Errorf("%c is in %+v", r, f)
			}
		case len(b.Glyphs)+len(b.Rules) < 3:
			t.Errorf("%c is dropped", r)
		}
	}
	if foreign < 50000 {
		t.Errorf("%d characters are foreign", foreign)
	}
}

func TestForeign(t *testing.T) {
	for _, c := range []struct {
		text    string
		foreign []string // from left to right
		glyphs  int
	}{
		{"масса", []string{"масса"}, 0},
		{"масса $m_1$ тела", []string{"масса", "тела"}, 2},
		{"a $k$ ж", []string{"ж"}, 2},
		{"ж < 5 kg", []string{"ж < 5 kg"}, 0},
		{"ж\u200b5", []string{"ж5"}, 0},
		{"קיר $x$ שמאל", []string{"שמאל", "קיר"}, 1},
		{"קיר $x$ ab", []string{"קיר"}, 3},
		{"⅓ m⁴ H₂O ½", nil, 8},
	} {
		b := Typeset(words(c.text), Options{})
		var got []string
		x := 0.0
		for _, f := range b.Foreign {
			got = append(got, f.Text)
			if f.X < x || f.Size != 10 {
				t.Errorf("%s: %+v", c.text, f)
			}
			x = f.X + f.Width
		}
		if !slices.Equal(got, c.foreign) || len(b.Glyphs) != c.glyphs || x > b.Width+1e-9 {
			t.Errorf("%s: %q and %d glyphs, want %q and %d", c.text, got, len(b.Glyphs), c.foreign, c.glyphs)
		}
	}
	small := Typeset(read(`m_{\text{ж}}`), Options{Size: 20})
	if len(small.Foreign) != 1 || small.Foreign[0].Size != 14 || small.Foreign[0].Y >= 0 {
		t.Errorf("a foreign subscript: %+v", small.Foreign)
	}
}
