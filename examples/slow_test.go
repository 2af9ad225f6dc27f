//go:build slow

package examples

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"diagram/emit"
	"diagram/emit/markdown"

	"github.com/yuin/goldmark"
)

// complaint is what TeX's log says where something isn't right.
var complaint = regexp.MustCompile(`(?m)^(!.*|.*[Ww]arning.*|Missing character.*|(Over|Under)full.*)$`)

// typeset runs an engine on a document and fails on every complaint. A missing engine fails, too.
func typeset(t *testing.T, engine, document string) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "d.tex"), []byte(document), 0o666); err != nil {
		t.Fatal(err)
	}
	c := exec.Command(engine, "-interaction=nonstopmode", "-no-shell-escape", "d.tex")
	c.Dir = dir
	out, err := c.CombinedOutput()
	if err != nil {
		t.Errorf("%s: %v\n%s", engine, err, out[max(0, len(out)-2000):])
	}
	log, err := os.ReadFile(filepath.Join(dir, "d.log"))
	if err != nil {
		t.Error(err)
	}
	for _, m := range complaint.FindAllString(string(log), -1) {
		t.Errorf("%s: %s", engine, m)
	}
}

// TestTwins puts the twins of every example, the equations in every form that applies and with terms marked in every way,
// into one document, as an author would with \input, and has three engines typeset it.
func TestTwins(t *testing.T) {
	var b strings.Builder
	b.WriteString("\\documentclass{article}\n\\usepackage[paperwidth=80cm,paperheight=60cm,margin=1cm]{geometry}\n" +
		"\\usepackage{amsmath,tikz,xcolor}\n\\begin{document}\n")
	for _, e := range examples(t) {
		picture := string(e.write(t, "tikz"))
		// The picture's first line says which libraries it needs.
		if i := strings.Index(picture, `\usetikzlibrary`); i >= 0 {
			needs, _, _ := strings.Cut(picture[i:], "\n")
			b.WriteString(needs + "\n")
		}
		b.WriteString(picture + "\\par\n")
		for _, form := range emit.Forms() {
			for _, marking := range []emit.Marking{emit.Unmarked, emit.Named, emit.Coloured} {
				s, list := e.Equation(form, emit.TeX, emit.EquationOptions{Marking: marking})
				if !list.HasErrors() {
					b.WriteString(s + "\\par\n")
				}
			}
		}
	}
	b.WriteString("\\end{document}\n")
	for _, engine := range []string{"pdflatex", "lualatex", "xelatex"} {
		t.Run(engine, func(t *testing.T) {
			t.Parallel()
			typeset(t, engine, b.String())
		})
	}
}

// TestPage puts the equations of every example, in every form and marked in every way, on the page of an article, where none
// may be wider than the text. What has a matrix so large that it is set small already is left out.
func TestPage(t *testing.T) {
	var b strings.Builder
	b.WriteString("\\documentclass{article}\n\\usepackage{amsmath,xcolor}\n\\begin{document}\\sloppy\n")
	for _, e := range examples(t) {
		for _, form := range emit.Forms() {
			for _, marking := range []emit.Marking{emit.Unmarked, emit.Named, emit.Coloured} {
				s, list := e.Equation(form, emit.TeX, emit.EquationOptions{Marking: marking})
				if !list.HasErrors() && !strings.Contains(s, "smallmatrix") {
					b.WriteString(s + "\\par\n")
				}
			}
		}
	}
	b.WriteString("\\end{document}\n")
	typeset(t, "pdflatex", b.String())
}

// TestDocuments typesets the whole document of every example.
func TestDocuments(t *testing.T) {
	for _, e := range examples(t) {
		t.Run(e.name, func(t *testing.T) {
			t.Parallel()
			typeset(t, "pdflatex", string(e.write(t, "tex")))
		})
	}
}

// TestSVG holds every SVG to well-formed XML with ids of its own, and to showing something in a rasteriser.
func TestSVG(t *testing.T) {
	ids := map[string]string{}
	for _, e := range examples(t) {
		t.Run(e.name, func(t *testing.T) {
			data := e.write(t, "svg")
			d := xml.NewDecoder(bytes.NewReader(data))
			for {
				token, err := d.Token()
				if errors.Is(err, io.EOF) {
					break
				}
				if err != nil {
					t.Fatal(err)
				}
				start, _ := token.(xml.StartElement)
				for _, a := range start.Attr {
					if a.Name.Local != "id" {
						continue
					}
					if ids[a.Value] != "" {
						t.Errorf("id %s is in %s as well", a.Value, ids[a.Value])
					}
					ids[a.Value] = e.name
				}
			}
			c := exec.Command("rsvg-convert", "-b", "white")
			c.Stdin = bytes.NewReader(data)
			out, err := c.Output()
			if err != nil {
				t.Fatalf("rsvg-convert: %v", err)
			}
			if n := ink(t, out, image.Rectangle{}); n < 300 {
				t.Errorf("only %d dark pixels", n)
			}
		})
	}
}

// ink counts the dark pixels of a part of a PNG; of all of it where the part is empty.
func ink(t *testing.T, data []byte, part image.Rectangle) int {
	t.Helper()
	m, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if part.Empty() {
		part = m.Bounds()
	}
	n := 0
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			if r, _, _, _ := m.At(x, y).RGBA(); r < 0x8000 {
				n++
			}
		}
	}
	return n
}

// cell is the size of a picture on the page that the browser shows; columns is how many are in a row.
const (
	cell    = 600
	columns = 6
)

// TestBrowser has a browser show every drawing on one page, and a page with an equation.
func TestBrowser(t *testing.T) {
	all := examples(t)
	var b strings.Builder
	for i, e := range all {
		fmt.Fprintf(&b, `<div style="position:absolute;left:%dpx;top:%dpx;width:%dpx;height:%dpx;overflow:hidden">%s</div>`,
			i%columns*cell, i/columns*cell, cell, cell, e.write(t, "svg"))
	}
	rows := (len(all) + columns - 1) / columns
	shot := screenshot(t, emit.Page(emit.Theme{}, "all", `<style>body{margin:0;padding:0} svg{max-width:100%;max-height:100%}</style>`+b.String()), columns*cell, rows*cell)
	for i, e := range all {
		at := image.Pt(i%columns*cell, i/columns*cell)
		if n := ink(t, shot, image.Rectangle{at, at.Add(image.Pt(cell, cell))}); n < 200 {
			t.Errorf("%s: only %d dark pixels in the browser", e.name, n)
		}
	}
	f, _ := emit.FormatNamed("html")
	for _, e := range all[:1] {
		data, list := e.Write(f, emit.Options{Name: e.name})
		if list.HasErrors() {
			t.Fatal(list)
		}
		if n := ink(t, screenshot(t, data, 900, 900), image.Rectangle{}); n < 2000 {
			t.Errorf("%s.html: only %d dark pixels", e.name, n)
		}
	}
	var body bytes.Buffer
	text := "# Text\n\n```diagram\n" + seed + "```\n"
	if err := goldmark.New(goldmark.WithExtensions(&markdown.Extension{})).Convert([]byte(text), &body); err != nil {
		t.Fatal(err)
	}
	if n := ink(t, screenshot(t, emit.Page(emit.Theme{}, "text", body.String()), 900, 600), image.Rectangle{}); n < 2000 {
		t.Errorf("the rendered fence has only %d dark pixels", n)
	}
}

var browser sync.Mutex

// screenshot has Chromium show a page, with no network.
func screenshot(t *testing.T, html []byte, width, height int) []byte {
	t.Helper()
	browser.Lock()
	defer browser.Unlock()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "p.html"), html, 0o666); err != nil {
		t.Fatal(err)
	}
	c := exec.Command("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
		"--user-data-dir="+filepath.Join(dir, "profile"), fmt.Sprintf("--window-size=%d,%d", width, height),
		"--screenshot="+filepath.Join(dir, "p.png"), "file://"+filepath.Join(dir, "p.html"))
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("chromium: %v\n%s", err, out)
	}
	data, err := os.ReadFile(filepath.Join(dir, "p.png"))
	if err != nil {
		t.Fatal(err)
	}
	return data
}
