package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"diagram/emit"
)

// engines are the TeX engines that --tex looks for, in this order.
var engines = []string{"pdflatex", "lualatex", "xelatex"}

// patience is how long an engine may take for a picture.
const patience = 2 * time.Minute

// typeset has an installed TeX engine make a picture's PDF or PNG, on a page that is the picture's box.
func typeset(d *emit.Diagram, f emit.Format, o emit.Options) ([]byte, error) {
	engine := ""
	for _, e := range engines {
		if _, err := exec.LookPath(e); err == nil {
			engine = e
			break
		}
	}
	if engine == "" {
		return nil, fmt.Errorf("--tex needs one of %s; none is installed", strings.Join(engines, ", "))
	}
	fragment, _ := emit.FormatNamed("tikz")
	o.Shared = false
	picture, list := d.Write(fragment, o)
	if list.HasErrors() {
		return nil, list
	}
	dir, err := os.MkdirTemp("", "diagram")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	if err := os.WriteFile(filepath.Join(dir, "p.tex"), pageOf(d, string(picture)), 0o600); err != nil {
		return nil, err
	}
	if err := execute(dir, engine, "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "p.tex"); err != nil {
		return nil, err
	}
	if f.Name == "png" {
		if err := execute(dir, "pdftoppm", "-r", "300", "-png", "-singlefile", "p.pdf", "p"); err != nil {
			return nil, err
		}
	}
	return os.ReadFile(filepath.Join(dir, "p."+f.Name))
}

// margin is left around the picture, in cm: strokes reach beyond their lines.
const margin = 0.1

// pageOf is a document of one page that is the drawing's box.
func pageOf(d *emit.Diagram, picture string) []byte {
	drawing := d.Drawing()
	// The picture's first line says which libraries it needs.
	needs := ""
	if i := strings.Index(picture, `\usetikzlibrary`); i >= 0 {
		needs, _, _ = strings.Cut(picture[i:], "\n")
	}
	const end = `\end{tikzpicture}`
	box := fmt.Sprintf(`\pgfresetboundingbox\useasboundingbox (%.3f,%.3f) rectangle (%.3f,%.3f);`+"\n",
		drawing.Min.X-margin, drawing.Min.Y-margin, drawing.Max.X+margin, drawing.Max.Y+margin)
	return fmt.Appendf(nil, `\documentclass{article}
\usepackage[paperwidth=%.3fcm,paperheight=%.3fcm,margin=0pt,nohead,nofoot]{geometry}
\usepackage{amsmath,tikz}
%s
\pagestyle{empty}\setlength\parindent{0pt}\setlength\topskip{0pt}
\begin{document}
\vbox to 0pt{\hbox to 0pt{%%
%s\hss}\vss}
\end{document}
`, drawing.Max.X-drawing.Min.X+2*margin, drawing.Max.Y-drawing.Min.Y+2*margin, needs, strings.Replace(picture, end, box+end, 1))
}

// execute runs a program in a directory; what it said last is in the error.
func execute(dir, program string, args ...string) error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	c := exec.CommandContext(ctx, program, args...)
	c.Dir = dir
	out, err := c.CombinedOutput()
	if err == nil {
		return nil
	}
	if errors.Is(err, exec.ErrNotFound) {
		return fmt.Errorf("--tex needs %s, which is not installed", program)
	}
	out = bytes.TrimSpace(out)
	return fmt.Errorf("%s: %w\n%s", program, err, out[max(0, len(out)-1000):])
}
