//go:build slow

package tikz

import (
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"diagram/dsl/ink"
	"diagram/emit/internal/sample"
	"diagram/emit/internal/scene"
)

// dpi is the density of the pictures that are compared.
const dpi = 100

// shot is a picture for the page of its own box.
type shot struct {
	name   string
	tikz   string
	lo, hi ink.Point
}

// plainShot is a drawing as it is printed.
func plainShot(d sample.Named, o Options) shot {
	lo, hi := scene.Page(d.Drawing)
	return shot{d.Name, string(Fragment(d.Drawing, o)), lo, hi}
}

// shoot typesets pictures in a document, each on a page of its size, and returns the pages.
func shoot(t *testing.T, engine, class, preamble, before string, shots []shot) []image.Image {
	t.Helper()
	return shootIn(t, engine, class, preamble, before, shots, "-gray")
}

// shootIn does so, with further options of pdftoppm's.
func shootIn(t *testing.T, engine, class, preamble, before string, shots []shot, more ...string) []image.Image {
	t.Helper()
	var b strings.Builder
	b.WriteString(class + "\n\\usepackage{amsmath,tikz}\n\\usetikzlibrary{" + Libraries + "}\n" + preamble + `
\ifdefined\pdfpagewidth\else\let\pdfpagewidth\pagewidth\let\pdfpageheight\pageheight\fi
\begin{document}\hoffset-1in\voffset-1in
`)
	const end = `\end{tikzpicture}`
	for _, s := range shots {
		fmt.Fprintf(&b, "\\setbox0\\hbox{%s%%\n%s\\unskip}\\pdfpagewidth\\wd0 \\pdfpageheight\\ht0 \\shipout\\box0\n", before,
			strings.Replace(s.tikz, end, bounds(s.lo, s.hi)+end, 1))
	}
	b.WriteString("\\end{document}\n")
	dir := t.TempDir()
	run := func(tool string, args ...string) {
		t.Helper()
		c := exec.Command(tool, args...)
		c.Dir = dir
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", tool, err, tail(out))
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "p.tex"), []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	run(engine, "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "p.tex")
	run("pdftoppm", append(more, "-r", fmt.Sprint(dpi), "-png", "p.pdf", "p")...)
	pages, _ := filepath.Glob(filepath.Join(dir, "p-*.png"))
	if len(pages) != len(shots) {
		t.Fatalf("%d pages for %d pictures", len(pages), len(shots))
	}
	var images []image.Image
	for i, page := range pages {
		f, err := os.Open(page)
		if err != nil {
			t.Fatal(err)
		}
		m, err := png.Decode(f)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		images = append(images, m)
		keep(t, shots[i].name, page)
	}
	return images
}

// keep leaves a page in the folder that SHOTS names, by the name of the test.
func keep(t *testing.T, name, page string) {
	if dir := os.Getenv("SHOTS"); dir != "" {
		data, _ := os.ReadFile(page)
		if err := os.WriteFile(filepath.Join(dir, strings.ReplaceAll(t.Name(), "/", "-")+"-"+name+".png"), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// inkAt reports whether there is ink within a distance of a place, all in cm.
func inkAt(m image.Image, s shot, q ink.Point, within float64) bool {
	const perCm = dpi / 2.54
	x0, y0 := (q.X-s.lo.X)*perCm, (s.hi.Y-q.Y)*perCm
	r := within * perCm
	for y := int(y0 - r); y <= int(y0+r)+1; y++ {
		for x := int(x0 - r); x <= int(x0+r)+1; x++ {
			if !(image.Point{x, y}).In(m.Bounds()) {
				continue
			}
			if _, v, _, _ := m.At(x, y).RGBA(); v < 0xb000 { // green, which red lines haven't
				return true
			}
		}
	}
	return false
}
