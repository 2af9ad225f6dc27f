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
	"diagram/examples"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("gallery: ")
	out := flag.String("o", "build/gallery", "directory to write to")
	flag.Parse()
	if err := run(*out); err != nil {
		log.Fatal(err)
	}
}

// style lays out the page: a card an example, its parts side by side where there is room.
const style = `<style>
body { max-width: 100rem; }
section { border-top: 1px solid; padding: 1rem 0; }
section > div { display: grid; grid-template-columns: repeat(auto-fit, minmax(22rem, 1fr)); gap: 1.5rem; align-items: start; }
h3 { margin: 0 0 .5rem; }
h4 { margin: 0 0 .5rem; font-weight: normal; font-style: italic; }
svg, img { max-width: 100%; height: auto; }
img { background: white; zoom: .5; }
pre { white-space: pre-wrap; margin: 0; }
.equation { grid-column: 1 / -1; overflow-x: auto; }
nav a { white-space: nowrap; margin-right: 1em; }
</style>
`

func run(out string) error {
	if err := os.MkdirAll(out, 0o777); err != nil {
		return err
	}
	tex := available("pdflatex") && available("pdftoppm")
	if !tex {
		log.Print("pdflatex or pdftoppm is missing; the page has no TikZ pictures")
	}
	all := examples.All()
	var b strings.Builder
	fmt.Fprintf(&b, "%s<h1>Gallery</h1>\n<nav>\n", style)
	for _, e := range all {
		fmt.Fprintf(&b, "<a href=\"#of-%s\">%s</a>\n", e.Name, e.Name)
	}
	b.WriteString("</nav>\n")
	folder := "."
	for _, e := range all {
		if dir := filepath.Dir(e.Path); dir != folder {
			folder = dir
			fmt.Fprintf(&b, "<h2>%s</h2>\n", html.EscapeString(folder))
		}
		card, err := card(e, out, tex)
		if err != nil {
			return fmt.Errorf("%s: %w", e.Path, err)
		}
		b.WriteString(card)
	}
	path := filepath.Join(out, "index.html")
	if err := os.WriteFile(path, emit.Page(emit.Theme{}, "Gallery", b.String()), 0o666); err != nil {
		return err
	}
	log.Printf("%d examples in %s", len(all), path)
	return nil
}

// card is an example's part of the page.
func card(e examples.Example, out string, tex bool) (string, error) {
	d, list := emit.Compile(e.Path, e.Source)
	if list.HasErrors() {
		return "", list
	}
	math, list := d.Equation("", emit.MathML, emit.EquationOptions{})
	if list.HasErrors() {
		return "", list
	}
	var b strings.Builder
	part := func(title, markup string) {
		fmt.Fprintf(&b, "<div class=\"%s\"><h4>%s</h4>\n%s</div>\n", strings.ToLower(title), title, markup)
	}
	fmt.Fprintf(&b, "<section id=\"of-%s\"><h3>%s</h3>\n<div>\n", e.Name, e.Name)
	part("source", "<pre>"+html.EscapeString(string(e.Source))+"</pre>\n")
	part("SVG", string(d.SVG(emit.Options{ID: e.Name})))
	if tex {
		f, _ := emit.FormatNamed("tikz")
		fragment, list := d.Write(f, emit.Options{Name: e.Name})
		if list.HasErrors() {
			return "", list
		}
		if err := typeset(string(fragment), filepath.Join(out, e.Name)); err != nil {
			return "", err
		}
		part("TikZ", fmt.Sprintf("<img src=\"%s.png\" alt=\"\">\n", e.Name))
	}
	part("equation", math)
	b.WriteString("</div></section>\n")
	return b.String(), nil
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
