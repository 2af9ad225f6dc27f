package mathbox

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/image/vector"
)

func mustTypeset(t testing.TB, latex string, opt Options) *Box {
	t.Helper()
	b, err := Typeset(latex, opt)
	if err != nil {
		t.Fatalf("%s: %v", latex, err)
	}
	return b
}

func ExampleTypeset() {
	b, err := Typeset(`k_1`, Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.2f × %.2f + %.2f pt\n", b.Width, b.Height, b.Depth)
	for _, g := range b.Glyphs {
		fmt.Printf("%c at (%.2f, %.2f)\n", g.Rune, g.X, g.Y)
	}
	// Output:
	// 9.69 × 6.94 + 1.50 pt
	// 𝑘 at (0.00, 0.00)
	// 1 at (5.21, -1.50)
}

func ExampleText() {
	b, err := Text(`A trolley of mass $m_1$`, Options{Size: 12})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.1f pt wide, %d glyphs\n", b.Width, len(b.Glyphs))
	// Output:
	// 109.8 pt wide, 16 glyphs
}

func ExampleBox_Path() {
	b, err := Typeset(`\overline{\,}`, Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(b.Path())
	// Output:
	// M0 -1.2h1.667v-0.4h-1.667Z
}

func TestErrors(t *testing.T) {
	for _, c := range []struct {
		latex  string
		offset int
		msg    string
	}{
		{`\foo`, 0, `unknown command \foo`},
		{`a+\foo{b}`, 2, `unknown command \foo`},
		{`m_{1`, 2, `{ is not closed`},
		{`m}`, 1, `} closes nothing`},
		{`x_1_2`, 3, `double subscript`},
		{`x^1^2`, 3, `double superscript`},
		{`{\hat f_1}_2`, 10, `double subscript`},
		{`x'^2'`, 4, `double superscript`},
		{`x^`, 2, `^ needs an argument`},
		{`\frac{1}`, 8, `\frac needs an argument`},
		{`\left(x`, 0, `\left without \right`},
		{`x\right)`, 1, `\right without \left`},
		{`\left x\right)`, 6, `\left needs a delimiter, not "x"`},
		{`\begin{foo}\end{foo}`, 0, `unknown environment foo`},
		{`\begin{matrix}a\end{pmatrix}`, 15, `\begin{matrix} is ended by \end{pmatrix}`},
		{`\begin{matrix}a`, 0, `\begin{matrix} is not ended`},
		{`\begin{array}{c|c}a\end{array}`, 13, `an array needs its columns in braces, each l, c or r`},
		{`a & b`, 2, `& outside of a matrix or alignment`},
		{`a \\ b`, 2, `\\ outside of a matrix or alignment`},
		{`a $ b`, 2, `unexpected "$"`},
		{`a#b`, 1, `write \# for a #`},
		{`50%`, 2, `write \% for a %`},
		{`\text{5%}`, 7, `write \% for a %`},
		{`\kern{2em}`, 5, `\kern needs a length like 1em or 5pt`},
		{`\mspace{2em}`, 7, `\mspace needs a length in braces like {3mu}`},
		{`a😀`, 1, `"😀" can't be set in mathematics`},
		{"a\xff", 1, `not valid UTF-8`},
		{`x\limits_1`, 1, `\limits must follow an operator`},
		{`\color{red;}x`, 10, `\color needs the name of a colour`},
		{`\textcolor red x`, 0, `\textcolor needs the name of a colour in braces`},
		{`\mathbb{x}`, 8, `no "x" in this alphabet`},
		{`\mkern 5furlongs`, 7, `\mkern needs a length like 3mu`},
		{`\text{a_b}`, 7, `"_" in text; mathematics goes between dollars`},
		{`\text{$x}`, 8, `} closes nothing`},
		{`\sqrt[3{x}`, 5, `[ is not closed`},
		{`\`, 0, `a backslash at the end`},
		{`\input{x}`, 0, `unknown command \input`},
		{`\def\x{}`, 0, `unknown command \def`},
		{`\write18{x}`, 0, `unknown command \write`},
	} {
		_, err := Typeset(c.latex, Options{})
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("%s: error %v, want %s", c.latex, err, c.msg)
			continue
		}
		if diff := cmp.Diff(Error{c.offset, c.msg}, *e); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.latex, diff)
		}
	}
}

func TestTextErrors(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`a $x`, "offset 2: $ is not closed"},
		{`a_b`, `offset 1: "_" in text; mathematics goes between dollars`},
		{`a}`, `offset 1: unexpected "}"`},
		{`\foo`, `offset 0: unknown command \foo`},
		{`\'x`, `offset 0: no accented letter for \' and "x"`},
		{"a\u200b", "offset 1: the character U+200B is invisible"},
	} {
		if _, err := Text(c.text, Options{}); err == nil || err.Error() != c.want {
			t.Errorf("%s: %v, want %s", c.text, err, c.want)
		}
	}
}

// TestSame sets pairs that mean the same.
func TestSame(t *testing.T) {
	for _, c := range [][2]string{
		{`λ`, `\lambda`},
		{`x₁²`, `x_1^2`},
		{`x₁₂`, `x_{12}`},
		{`x⁻¹`, `x^{-1}`},
		{`a·b`, `a\cdot b`},
		{`a−b`, `a-b`},
		{`30°`, `30^\circ`},
		{`x′`, `x'`},
		{`x″`, `x''`},
		{`ΩΦΣ`, `\Omega\Phi\Sigma`},
		{`Α`, `\mathrm A`},
		{`a≤b≠c→d`, `a\le b\ne c\to d`},
		{`∂x`, `\partial x`},
		{`√{x}`, `\sqrt{x}`},
		{`φϕ`, `\varphi\phi`},
		{`a b`, `ab`},
		{`{x}`, `x`},
		{`\frac12`, `\frac{1}{2}`},
		{`x^\alpha_\beta`, `x_{\beta}^{\alpha}`},
		{`\sqrt x`, `\sqrt{x}`},
		{`\dot m_1`, `\dot{m}_1`},
		{`\le`, `\leq`},
		{`\left\{x\right\}`, `\left\lbrace x\right\rbrace`},
	} {
		a, b := mustTypeset(t, c[0], Options{}), mustTypeset(t, c[1], Options{})
		if a.Width != b.Width || a.Path() != b.Path() {
			t.Errorf("%s and %s differ", c[0], c[1])
		}
	}
}

// TestCommands sets every command that stands alone, so that none is misspelled in
// the tables and every symbol has a glyph.
func TestCommands(t *testing.T) {
	for i, s := range symbolTable {
		if i > 0 && symbolTable[i-1].name >= s.name {
			t.Errorf("\\%s is out of order", s.name)
		}
		for _, latex := range []string{`\` + s.name, `x^{\` + s.name + `}`, `x_{y_{\` + s.name + `}}`} {
			b := mustTypeset(t, latex, Options{})
			if want := 1 + strings.Count(latex, "{"); len(b.Glyphs) != want {
				t.Errorf("%s has %d glyphs, want %d", latex, len(b.Glyphs), want)
			}
		}
	}
	for _, name := range strings.Fields(`ne notin minus ldots cdots dots colon longrightarrow longleftarrow Longrightarrow
		Longleftarrow longleftrightarrow Longleftrightarrow implies impliedby iff doteq mapsto vdots ddots
		sin cos limsup det \{ \} \| \% \$ \# \& \_`) {
		if b := mustTypeset(t, `\`+strings.TrimPrefix(name, `\`), Options{Display: true}); len(b.Glyphs)+len(b.Rules) == 0 {
			t.Errorf("\\%s draws nothing", name)
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
	a, b := mustTypeset(t, `k+k_k`, Options{}), mustTypeset(t, `2k`, Options{Size: 20})
	if a.Glyphs[0].Outline != b.Glyphs[1].Outline {
		t.Error("one glyph has two outlines")
	}
	if a.Glyphs[0].Outline.ID == a.Glyphs[3].Outline.ID {
		t.Error("the glyphs for text and script share an ID")
	}
	seen := map[string]string{}
	for _, f := range readFormulas(t) {
		b, err := f.set()
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range b.Glyphs {
			id, path := g.Outline.ID, g.Outline.Path()
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

func TestColor(t *testing.T) {
	b := mustTypeset(t, `a\textcolor{red}{b\frac{c}{d}}e{\color{blue!50}f}g`, Options{})
	var got []string
	for _, g := range b.Glyphs {
		got = append(got, g.Color)
	}
	want := []string{"", "red", "red", "red", "", "blue!50", ""}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if b.Rules[0].Color != "red" {
		t.Errorf("the fraction's rule is %q", b.Rules[0].Color)
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
	b := mustTypeset(t, `\frac{k}{m}`, Options{})
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
				latex := fmt.Sprintf(`x_{%d}+\frac{%d}{k}`, i, g%2)
				if _, err := Typeset(latex, Options{}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
}

// TestCacheIsBounded fills the cache past its limit.
func TestCacheIsBounded(t *testing.T) {
	for i := range maxCachedBoxes + 10 {
		mustTypeset(t, fmt.Sprint(i), Options{})
	}
	cache.RLock()
	defer cache.RUnlock()
	if n := len(cache.boxes); n > maxCachedBoxes {
		t.Errorf("%d boxes are kept", n)
	}
}

// Every character that shows something is shown: by outlines, or as text for another font.
func TestEveryCharacter(t *testing.T) {
	foreign := 0
	for r := rune('!'); r < 0x20000; r++ {
		if !unicode.IsGraphic(r) || unicode.In(r, unicode.Zs) {
			if _, err := Text("a"+string(r)+"b", Options{}); err == nil && r > unicode.MaxASCII && !isShown(r) && utf8.ValidRune(r) {
				t.Errorf("U+%04X shows nothing, and is no error", r)
			}
			continue
		}
		b, err := Text("a"+Escape(string(r))+"b", Options{})
		if err != nil {
			t.Errorf("%c: %v", r, err)
			continue
		}
		switch {
		case len(b.Foreign) == 1 && len(b.Glyphs)+len(b.Rules) == 0:
			foreign++
			if f := b.Foreign[0]; f.Text != "a"+string(r)+"b" || f.Unknown != r || f.Width != b.Width {
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
		{`ж\textless{} 5`, []string{"ж< 5"}, 0},
		{"קיר $x$ שמאל", []string{"שמאל", "קיר"}, 1},
		{"קיר $x$ ab", []string{"קיר"}, 3},
		{"⅓ m⁴ H₂O ½", nil, 8},
	} {
		b, err := Text(c.text, Options{})
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
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
	small, _ := Typeset(`m_{\text{ж}}`, Options{Size: 20})
	if len(small.Foreign) != 1 || small.Foreign[0].Size != 14 || small.Foreign[0].Y >= 0 {
		t.Errorf("a foreign subscript: %+v", small.Foreign)
	}
}
