//go:build slow

package inkdiff_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"diagram/emit/internal/inkdiff"
	"diagram/emit/internal/sample"
	"diagram/emit/pdf"
	"diagram/emit/raster"
	"diagram/emit/svg"
	"diagram/emit/tikz"
	"diagram/layout"
)

const (
	dpi    = 150
	radius = 1.5  // px
	least  = 0.98 // share of the ink
)

// TestOnePicture holds all emitters to one picture. With INKDIFF set to a folder it leaves the pictures and their differences there.
func TestOnePicture(t *testing.T) {
	for _, c := range []struct {
		name    string
		drawing *layout.Drawing
	}{
		{"trolley", sample.Trolley()},
		{"zoo", sample.Zoo()},
	} {
		t.Run(c.name, func(t *testing.T) {
			pictures := []struct {
				name string
				img  image.Image
			}{
				{"tikz", viaTeX(t, c.drawing)},
				{"svg", viaRSVG(t, c.drawing)},
				{"png", viaRaster(c.drawing)},
				{"pdf", viaPDF(t, c.drawing)},
			}
			for i, p := range pictures {
				keep(t, c.name+"-"+p.name, p.img)
				for _, q := range pictures[:i] {
					r := inkdiff.Compare(q.img, p.img, radius)
					t.Logf("%s and %s: %v", q.name, p.name, r)
					if r.Worst() < least {
						t.Errorf("%s and %s differ: %v", q.name, p.name, r)
					}
					keep(t, c.name+"-"+q.name+"-"+p.name, inkdiff.Diff(q.img, p.img, radius))
				}
			}
		})
	}
}

func keep(t *testing.T, name string, m image.Image) {
	dir := os.Getenv("INKDIFF")
	if dir == "" {
		return
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name+".png"), b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// viaTeX typesets the picture; its page is the drawing's box.
func viaTeX(t *testing.T, d *layout.Drawing) image.Image {
	dir := t.TempDir()
	fragment := string(tikz.Fragment(d, tikz.Options{}))
	box := fmt.Sprintf("\\useasboundingbox (%.4f,%.4f) rectangle (%.4f,%.4f);\n\\end{tikzpicture}", d.Min.X, d.Min.Y, d.Max.X, d.Max.Y)
	fragment = strings.Replace(fragment, "\\end{tikzpicture}", "\\pgfresetboundingbox"+box, 1)
	write(t, dir, "p.tex", "\\documentclass{standalone}\n\\usepackage{amsmath,tikz}\n\\usetikzlibrary{"+tikz.Libraries+"}\n\\begin{document}\n"+fragment+"\\end{document}\n")
	run(t, dir, "pdflatex", "-interaction=nonstopmode", "-halt-on-error", "p.tex")
	return viaPoppler(t, dir)
}

func viaPDF(t *testing.T, d *layout.Drawing) image.Image {
	dir := t.TempDir()
	write(t, dir, "p.pdf", string(pdf.Write(d, pdf.Options{})))
	return viaPoppler(t, dir)
}

func viaPoppler(t *testing.T, dir string) image.Image {
	run(t, dir, "pdftoppm", "-r", fmt.Sprint(dpi), "-png", "-singlefile", "p.pdf", "p")
	return read(t, filepath.Join(dir, "p.png"))
}

func viaRSVG(t *testing.T, d *layout.Drawing) image.Image {
	dir := t.TempDir()
	write(t, dir, "p.svg", string(svg.Write(d, svg.Options{})))
	run(t, dir, "rsvg-convert", "--zoom", fmt.Sprint(dpi/96.0), "-b", "white", "-o", "p.png", "p.svg")
	return read(t, filepath.Join(dir, "p.png"))
}

func viaRaster(d *layout.Drawing) image.Image {
	m, _ := raster.Image(d, raster.Options{DPI: dpi})
	return m
}

// run runs a tool; one that is missing fails the test.
func run(t *testing.T, dir, tool string, args ...string) {
	t.Helper()
	c := exec.Command(tool, args...)
	c.Dir = dir
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", tool, err, out)
	}
}

func write(t *testing.T, dir, name, content string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) image.Image {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	m, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return m
}
