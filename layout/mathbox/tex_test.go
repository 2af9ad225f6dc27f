//go:build slow

package mathbox

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	_ "image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"diagram/symbolic/formula"

	"golang.org/x/image/vector"
	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "record TeX's measures in testdata/tex.txt")

// texDPI is the resolution at which ink is compared.
const texDPI = 300

// runTeX sets every formula with pdfLaTeX, one a page, and returns the directory
// of the page images and the measures that TeX wrote.
func runTeX(t *testing.T, formulas []testFormula) (dir string, measures []byte) {
	t.Helper()
	for _, tool := range []string{"pdflatex", "pdftoppm"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Fatalf("this test compares with TeX and needs %s: %v", tool, err)
		}
	}
	dir = t.TempDir()
	var doc strings.Builder
	doc.WriteString(`\documentclass[10pt]{article}
\usepackage{amsmath,amssymb}
\newwrite\out\immediate\openout\out=measures.txt
\begin{document}
\pdfhorigin=10pt \pdfvorigin=10pt \hoffset=0pt \voffset=0pt
\def\measure{\immediate\write\out{\the\wd0 \space\the\ht0 \space\the\dp0}%
\pdfpagewidth=\wd0 \advance\pdfpagewidth20pt
\pdfpageheight=\ht0 \advance\pdfpageheight\dp0 \advance\pdfpageheight20pt
\shipout\box0}
`)
	for _, f := range formulas {
		style := ""
		if f.opt.Display {
			style = "\\displaystyle "
		}
		fmt.Fprintf(&doc, "\\setbox0\\hbox{$%s%v$}\\measure\n", style, f)
	}
	doc.WriteString("\\end{document}\n")
	if err := os.WriteFile(filepath.Join(dir, "all.tex"), []byte(doc.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	run := func(name string, args ...string) {
		c := exec.Command(name, args...)
		c.Dir = dir
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", name, err, out[max(0, len(out)-3000):])
		}
	}
	run("pdflatex", "-interaction=nonstopmode", "-halt-on-error", "all.tex")
	run("pdftoppm", "-r", fmt.Sprint(texDPI), "-png", "all.pdf", "page")
	measures, err := os.ReadFile(filepath.Join(dir, "measures.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return dir, measures
}

// TestAgainstTeX holds the recorded measures to TeX's, and the ink to TeX's ink.
func TestAgainstTeX(t *testing.T) {
	formulas := testFormulas(t)
	dir, measures := runTeX(t, formulas)
	record := strings.ReplaceAll(string(measures), "pt", "")
	if *update {
		if err := os.WriteFile("testdata/tex.txt", []byte(record), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	recorded, err := os.ReadFile("testdata/tex.txt")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(recorded, []byte(record)) {
		t.Errorf("testdata/tex.txt is not what TeX measures; run with -update")
	}
	pages, err := filepath.Glob(filepath.Join(dir, "page-*.png"))
	if err != nil || len(pages) != len(formulas) {
		t.Fatalf("%d pages for %d formulas (%v)", len(pages), len(formulas), err)
	}
	for i, f := range formulas {
		b := f.set()
		theirs := readInk(t, pages[i])
		ours := drawInk(b, theirs.Bounds())
		near1, n1 := nearInk(ours, theirs)
		near2, n2 := nearInk(theirs, ours)
		least := 0.98
		if f.other {
			least = 0.7
		}
		if n1 == 0 || n2 == 0 || near1 < least || near2 < least {
			t.Errorf("%d %v: %.1f%% of our %d pixels are near TeX's ink, %.1f%% of its %d near ours", i, f, 100*near1, n1, 100*near2, n2)
		}
	}
}

func readInk(t *testing.T, path string) *image.Gray {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	page, _, err := image.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	ink := image.NewGray(page.Bounds())
	for y := range ink.Rect.Dy() {
		for x := range ink.Rect.Dx() {
			r, g, b, _ := page.At(x, y).RGBA()
			ink.Pix[y*ink.Stride+x] = 255 - uint8(min(r, g, b)>>8)
		}
	}
	return ink
}

func drawInk(b *Box, size image.Rectangle) *image.Gray {
	const scale = texDPI / 72.27
	r := vector.NewRasterizer(size.Dx(), size.Dy())
	b.Draw(r, 10*scale, (10+b.Height)*scale, scale)
	a := image.NewAlpha(size)
	r.Draw(a, size, image.Opaque, image.Point{})
	return &image.Gray{Pix: a.Pix, Stride: a.Stride, Rect: a.Rect}
}

// nearInk returns what share of one picture's ink has the other's ink within 2 pixels,
// which are 1 at 150 dots per inch.
func nearInk(a, b *image.Gray) (share float64, n int) {
	const ink = 128
	near := 0
	for y := range a.Rect.Dy() {
		for x := range a.Rect.Dx() {
			if a.GrayAt(x, y).Y < ink {
				continue
			}
			n++
		search:
			for dy := -2; dy <= 2; dy++ {
				for dx := -2; dx <= 2; dx++ {
					if dx*dx+dy*dy <= 4 && b.GrayAt(x+dx, y+dy).Y >= ink {
						near++
						break search
					}
				}
			}
		}
	}
	return float64(near) / float64(max(1, n)), n
}

// TestRandomAgainstTeX holds the measures of random formulas to TeX's.
func TestRandomAgainstTeX(t *testing.T) {
	random := rapid.Custom(func(t *rapid.T) formula.Node { return randomTree(t, "f", 3) })
	var formulas []testFormula
	for seed := range 300 {
		formulas = append(formulas, testFormula{tree: random.Example(seed), opt: Options{Display: seed%2 == 0}})
	}
	_, measures := runTeX(t, formulas)
	for i, line := range strings.SplitN(strings.ReplaceAll(string(measures), "pt", ""), "\n", len(formulas)+1)[:len(formulas)] {
		f := formulas[i]
		b := f.set()
		var w, h, d float64
		if _, err := fmt.Sscan(line, &w, &h, &d); err != nil {
			t.Fatal(err)
		}
		if !near(b.Width, w) || !near(b.Height, h) || !near(b.Depth, d) {
			t.Errorf("%v: %.3f × %.3f + %.3f, TeX measures %.3f × %.3f + %.3f", f, b.Width, b.Height, b.Depth, w, h, d)
		}
	}
}

// TestSymbolsAgainstTeX holds every symbol's size to TeX's, and its ink to its place.
func TestSymbolsAgainstTeX(t *testing.T) {
	var formulas []testFormula
	for tex := range glyphs {
		g := formula.Glyph{TeX: tex}
		formulas = append(formulas, testFormula{tree: g}, testFormula{tree: formula.Script{Base: formula.Letter('x'), Sub: g}})
	}
	dir, measures := runTeX(t, formulas)
	lines := strings.Split(strings.ReplaceAll(string(measures), "pt", ""), "\n")
	pages, err := filepath.Glob(filepath.Join(dir, "page-*.png"))
	if err != nil || len(pages) != len(formulas) || len(lines) < len(formulas) {
		t.Fatalf("%d pages, %d measures for %d formulas (%v)", len(pages), len(lines), len(formulas), err)
	}
	for i, f := range formulas {
		b := f.set()
		var w, h, d float64
		fmt.Sscan(lines[i], &w, &h, &d)
		if !near(b.Width, w) || !near(b.Height, h) || !near(b.Depth, d) {
			t.Errorf("%v: %.3f × %.3f + %.3f, TeX measures %.3f × %.3f + %.3f", f, b.Width, b.Height, b.Depth, w, h, d)
		}
		theirs := readInk(t, pages[i])
		ours := drawInk(b, theirs.Bounds())
		a, c := inkBounds(ours), inkBounds(theirs)
		dx, dy := a.Min.X+a.Max.X-c.Min.X-c.Max.X, a.Min.Y+a.Max.Y-c.Min.Y-c.Max.Y
		if a.Empty() || max(dx, -dx) > 6 || max(dy, -dy) > 6 {
			t.Errorf("%d %v: ink at %v, TeX's at %v", i, f, a, c)
		}
	}
}

func inkBounds(m *image.Gray) image.Rectangle {
	var r image.Rectangle
	for y := range m.Rect.Dy() {
		for x := range m.Rect.Dx() {
			if m.GrayAt(x, y).Y >= 128 {
				r = r.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return r
}
