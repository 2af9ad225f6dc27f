// Command gallery writes a page with every example: its source, its drawing as SVG and as TikZ puts it on paper, and its
// equation, side by side. TikZ is left out where pdflatex or pdftoppm is missing.
package main

import (
	"flag"
	"fmt"
	"html"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"diagram/emit"
	"diagram/emit/equation"
	"diagram/emit/page"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("gallery: ")
	out := flag.String("o", "build/gallery", "directory to write to")
	from := flag.String("examples", "examples", "directory of the .dg files")
	flag.Parse()
	if err := run(*from, *out); err != nil {
		log.Fatal(err)
	}
}

func run(from, out string) error {
	files, err := filepath.Glob(filepath.Join(from, "*.dg"))
	if err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o777); err != nil {
		return err
	}
	tex := available("pdflatex") && available("pdftoppm")
	if !tex {
		log.Print("pdflatex or pdftoppm is missing; the page has no TikZ pictures")
	}
	var b strings.Builder
	b.WriteString("<style>body{max-width:none} td{vertical-align:top;border-top:1px solid;padding:.6rem} pre{white-space:pre-wrap;max-width:26rem} img{zoom:.5}</style>\n<h1>Gallery</h1>\n<table>\n<tr><th>source</th><th>SVG</th><th>TikZ</th><th>equation</th></tr>\n")
	for _, file := range files {
		row, err := row(file, out, tex)
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		b.WriteString(row)
	}
	b.WriteString("</table>\n")
	path := filepath.Join(out, "index.html")
	if err := os.WriteFile(path, page.Wrap("Gallery", b.String()), 0o666); err != nil {
		return err
	}
	log.Printf("%d examples in %s", len(files), path)
	return nil
}

// row is an example's row of the page.
func row(file, out string, tex bool) (string, error) {
	src, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	name := strings.TrimSuffix(filepath.Base(file), ".dg")
	d, list := emit.Compile(file, src)
	if list.HasErrors() {
		return "", list
	}
	math, list := d.Equation("", equation.MathML, equation.Options{})
	if list.HasErrors() {
		return "", list
	}
	picture := ""
	if tex {
		f, _ := emit.FormatNamed("tikz")
		fragment, list := d.Write(f, emit.Options{Name: name})
		if list.HasErrors() {
			return "", list
		}
		if err := typeset(string(fragment), filepath.Join(out, name)); err != nil {
			return "", err
		}
		picture = fmt.Sprintf(`<img src="%s.png" alt="">`, name)
	}
	return fmt.Sprintf("<tr><td><b>%s</b><pre>%s</pre></td><td>%s</td><td>%s</td><td>%s</td></tr>\n",
		name, html.EscapeString(string(src)), d.SVG(name), picture, math), nil
}

func available(command string) bool {
	_, err := exec.LookPath(command)
	return err == nil
}

// typeset has pdfLaTeX typeset a fragment and leaves it as stem.png, at twice the resolution of a page.
func typeset(fragment, stem string) error {
	dir, err := os.MkdirTemp("", "gallery")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	// The fragment's first line says which libraries it needs.
	needs := ""
	if i := strings.Index(fragment, `\usetikzlibrary`); i >= 0 {
		needs, _, _ = strings.Cut(fragment[i:], "\n")
	}
	document := "\\documentclass[tikz,border=1mm]{standalone}\n\\usepackage{amsmath}\n" + needs + "\n\\begin{document}\n" + fragment + "\\end{document}\n"
	if err := os.WriteFile(filepath.Join(dir, "p.tex"), []byte(document), 0o666); err != nil {
		return err
	}
	abs, err := filepath.Abs(stem)
	if err != nil {
		return err
	}
	for _, args := range [][]string{
		{"pdflatex", "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "p.tex"},
		{"pdftoppm", "-r", "192", "-png", "-singlefile", "p.pdf", abs},
	} {
		c := exec.Command(args[0], args[1:]...)
		c.Dir = dir
		if out, err := c.CombinedOutput(); err != nil {
			return fmt.Errorf("%s: %w\n%s", args[0], err, out)
		}
	}
	return nil
}
