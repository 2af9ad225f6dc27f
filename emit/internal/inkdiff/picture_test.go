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
	"diagram/emit/internal/pdf"
	"diagram/emit/internal/raster"
	"diagram/emit/internal/sample"
	"diagram/emit/internal/svg"
	"diagram/emit/internal/theme"
	"diagram/emit/internal/tikz"
	"diagram/layout"
)

const (
	dpi    = 150
	radius = 1.5  // px
	least  = 0.98 // share of the ink
)

// TestOnePicture holds all emitters to one picture of every example and of every glyph. With INKDIFF set to a folder it leaves
// the pictures and their differences there.
func TestOnePicture(t *testing.T) {
	drawings := sample.Examples(t)
	drawings = append(drawings, sample.Named{Name: "zoo", Drawing: sample.Zoo()})
	typeset := viaTeX(t, drawings)
	opaque, _ := theme.Named("print")
	for i, d := range drawings {
		pictures := []struct {
			name string
			img  image.Image
		}{
			{"tikz", typeset[i]},
			{"svg", viaRSVG(t, d.Drawing, theme.Theme{})},
			{"opaque", viaRSVG(t, d.Drawing, opaque)}, // where a filled part hides what the others show, they differ
			{"png", viaRaster(t, d.Drawing)},
			{"pdf", viaPDF(t, d.Drawing)},
		}
		for i, p := range pictures {
			keep(t, d.Name+"-"+p.name, p.img)
			for _, q := range pictures[:i] {
				r := inkdiff.Compare(q.img, p.img, radius)
				t.Logf("%s: %s and %s: %v", d.Name, q.name, p.name, r)
				if r.Worst() < least {
					t.Errorf("%s: %s and %s differ: %v", d.Name, q.name, p.name, r)
				}
				if q.name == "tikz" {
					keep(t, d.Name+"-"+q.name+"-"+p.name, inkdiff.Diff(q.img, p.img, radius))
				}
			}
		}
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

// viaTeX typesets the pictures, each on the page that the others give it.
func viaTeX(t *testing.T, drawings []sample.Named) []image.Image {
	dir := t.TempDir()
	var b strings.Builder
	b.WriteString("\\documentclass[tikz]{standalone}\n\\usepackage{amsmath}\n\\usetikzlibrary{" + tikz.Libraries + "}\n\\begin{document}\n")
	for _, d := range drawings {
		end := "\\end{tikzpicture}"
		b.WriteString(strings.Replace(string(tikz.Fragment(d.Drawing, tikz.Options{})), end, tikz.Bounds(d.Drawing)+end, 1))
	}
	b.WriteString("\\end{document}\n")
	write(t, dir, "p.tex", b.String())
	run(t, dir, "pdflatex", "-interaction=nonstopmode", "-halt-on-error", "p.tex")
	run(t, dir, "pdftoppm", "-r", fmt.Sprint(dpi), "-png", "p.pdf", "p")
	pages, err := filepath.Glob(filepath.Join(dir, "p-*.png")) // sorted, since the numbers have leading zeros
	if err != nil || len(pages) != len(drawings) {
		t.Fatalf("%d pages for %d drawings: %v", len(pages), len(drawings), err)
	}
	var images []image.Image
	for _, page := range pages {
		images = append(images, read(t, page))
	}
	return images
}

func viaPDF(t *testing.T, d *layout.Drawing) image.Image {
	dir := t.TempDir()
	write(t, dir, "p.pdf", string(pdf.Write(d, pdf.Options{})))
	run(t, dir, "pdftoppm", "-r", fmt.Sprint(dpi), "-png", "-singlefile", "p.pdf", "p")
	return read(t, filepath.Join(dir, "p.png"))
}

func viaRSVG(t *testing.T, d *layout.Drawing, th theme.Theme) image.Image {
	dir := t.TempDir()
	write(t, dir, "p.svg", string(svg.Write(d, svg.Options{Theme: th})))
	run(t, dir, "rsvg-convert", "--zoom", fmt.Sprint(dpi/96.0), "-b", "white", "-o", "p.png", "p.svg")
	return read(t, filepath.Join(dir, "p.png"))
}

func viaRaster(t *testing.T, d *layout.Drawing) image.Image {
	t.Helper()
	m, err := raster.Image(d, raster.Options{DPI: dpi})
	if err != nil {
		t.Fatal(err)
	}
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
