package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
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
	candidates, font := engines, ""
	if lacking := d.Lacking(); len(lacking) > 0 {
		var err error
		if font, err = fontFor(lacking); err != nil {
			return nil, err
		}
		candidates = []string{"xelatex"}
	}
	engine, err := installed(candidates)
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "diagram")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	if err := os.WriteFile(filepath.Join(dir, "p.tex"), d.Sheet(o, font), 0o600); err != nil {
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

// installed is the first of some engines that there is.
func installed(candidates []string) (string, error) {
	for _, e := range candidates {
		if _, err := exec.LookPath(e); err == nil {
			return e, nil
		}
	}
	if len(candidates) == 1 {
		return "", fmt.Errorf("--tex needs %s for these characters; it is not installed", candidates[0])
	}
	return "", fmt.Errorf("--tex needs one of %s; none is installed", strings.Join(candidates, ", "))
}

// fontFor finds an installed font that has all of some characters, one with serifs if there is any.
func fontFor(characters []rune) (string, error) {
	var set strings.Builder
	for _, r := range characters {
		fmt.Fprintf(&set, " %x", r)
	}
	out, err := exec.Command("fc-list", ":charset="+strings.TrimSpace(set.String()), "family").Output()
	if err != nil {
		return "", fmt.Errorf("--tex needs fc-list, to find a font that has %s: %w", string(characters), err)
	}
	var fonts []string
	for line := range strings.Lines(string(out)) {
		if family, _, _ := strings.Cut(strings.TrimSpace(line), ","); family != "" && strings.Trim(family, fontLetters) == "" {
			fonts = append(fonts, family)
		}
	}
	slices.Sort(fonts)
	if i := slices.IndexFunc(fonts, func(f string) bool { return strings.Contains(f, "Serif") }); i >= 0 {
		return fonts[i], nil
	}
	if len(fonts) == 0 {
		return "", fmt.Errorf("no installed font has all of %s", string(characters))
	}
	return fonts[0], nil
}

// fontLetters are what the name of a font may have that goes into a document.
const fontLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 -"

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
