//go:build slow

package tikz

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"diagram/dsl/component"
	"diagram/dsl/ink"
	"diagram/emit/internal/escape"
	"diagram/emit/internal/sample"
)

// complaint is what TeX says in its log where something is not right.
var complaint = regexp.MustCompile(`(?m)^(!.*|.*[Ww]arning.*|(Over|Under)full.*|Missing character.*|CLASH.*)$`)

// typeset runs the three engines on a document and returns what they complain of.
func typeset(t *testing.T, document string) []string {
	t.Helper()
	var complaints []string
	var mu sync.Mutex
	var wg sync.WaitGroup
	for _, engine := range []string{"pdflatex", "lualatex", "xelatex"} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "d.tex"), []byte(document), 0o644); err != nil {
			t.Fatal(err)
		}
		wg.Go(func() {
			c := exec.Command(engine, "-interaction=nonstopmode", "-no-shell-escape", "d.tex")
			c.Dir = dir
			c.Env = append(os.Environ(), "max_print_line=10000") // a complaint is one line of the log
			out, err := c.CombinedOutput()
			log, _ := os.ReadFile(filepath.Join(dir, "d.log"))
			mu.Lock()
			defer mu.Unlock()
			if err != nil {
				complaints = append(complaints, fmt.Sprintf("%s: %v\n%s", engine, err, tail(out)))
			}
			for _, m := range complaint.FindAllString(string(log), -1) {
				complaints = append(complaints, engine+": "+m)
			}
		})
	}
	wg.Wait()
	return complaints
}

func tail(b []byte) []byte { return b[max(0, len(b)-2000):] }

const begin = "\\documentclass{article}\n\\usepackage[a2paper,margin=1cm]{geometry}\n\\usepackage{amsmath,tikz}\n\\usetikzlibrary{" + Libraries + "}\n\\begin{document}\n"

func TestEnginesOnExamples(t *testing.T) {
	examples := sample.Examples(t)
	var inline, shared strings.Builder
	inline.WriteString(begin)
	shared.WriteString("\\documentclass{article}\n\\usepackage[a2paper,margin=1cm]{geometry}\n" + string(Preamble(component.Standard())) + "\\begin{document}\n")
	for _, e := range examples {
		inline.Write(append(Fragment(e.Drawing, Options{}), "\\par\n"...))
		shared.Write(append(Fragment(e.Drawing, Options{Shared: true}), "\\par\n"...))
	}
	inline.WriteString("\\end{document}\n")
	shared.WriteString("\\end{document}\n")
	for name, document := range map[string]string{
		"pictures with their styles":   inline.String(),
		"pictures with shared styles":  shared.String(),
		"a whole document":             string(Document(examples[0].Drawing, Display{Rows: []string{`m\ddot x = F`, `a = -\frac{d^2s}{dt^2}`}}, Options{})),
		"a document with shared style": string(Document(examples[1].Drawing, Display{}, Options{Shared: true})),
	} {
		for _, c := range typeset(t, document) {
			t.Errorf("%s: %s", name, c)
		}
	}
}

// Every engine knows the commands for the signs of mathematics.
func TestEnginesOnSigns(t *testing.T) {
	var b strings.Builder
	for r := rune(0x80); r < 0x20000; r++ {
		if tex := escape.TeXRune(r); strings.HasPrefix(tex, `\ensuremath{`) {
			b.WriteString(tex + "\n")
		}
	}
	for _, c := range typeset(t, begin+b.String()+"\\end{document}\n") {
		t.Error(c)
	}
}

// A hostile label or title is at most a character that a font doesn't have, of which every engine but LuaTeX makes an error.
func TestEnginesOnHostileText(t *testing.T) {
	d := sample.Trolley()
	for i, s := range sample.Hostile {
		for j, l := range labels(s) {
			l.At = ink.Point{X: float64(4 * j), Y: float64(-1 - i)}
			d.Items[0].Labels = append(d.Items[0].Labels, l)
		}
	}
	d.Name = strings.Join(sample.Hostile[:8], "; ")
	document := strings.Replace(string(Document(d, Display{}, Options{})), "\\usepackage", "\\usepackage[a2paper]{geometry}\n\\usepackage", 1)
	lacks := regexp.MustCompile(`Missing character|Unicode character|unavailable in encoding OT1|exit status`)
	for _, c := range typeset(t, document) {
		if !lacks.MatchString(c) {
			t.Error(c)
		}
	}
}
