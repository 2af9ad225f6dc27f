//go:build slow

package tikz

import (
	"regexp"
	"strings"
	"testing"

	"diagram/dsl/component"
	"diagram/dsl/ink"
	"diagram/emit/internal/inkdiff"
	"diagram/emit/internal/sample"
	"diagram/emit/internal/theme"
)

// own are an author's styles by the names that are usual, and more, and what circuitikz has.
const own = `\usepackage{circuitikz}
\usetikzlibrary{calc,positioning,patterns,shapes,automata,mindmap,backgrounds,fit,quotes,angles,trees,matrix,chains,intersections,through,
  petri,shadows,fadings,spy,topaths,plotmarks,scopes,er,folding,calendar,3d,svg.path,turtle}
\tikzset{spring/.style={decorate,red,decoration={zigzag,segment length=6}}, damper/.style={blue}, mass/.style={fill=green}, force/.style={->,red,very thick},
  wall/.style={red}, hatch/.style={red}, body/.style={red}, connector/.style={red}, distance/.style={red}, along/.style={red}}
`

// TestVariants holds the pictures of all examples to one look, whatever document they stand in.
func TestVariants(t *testing.T) {
	examples := sample.Examples(t)
	shots := func(o Options) []shot {
		var all []shot
		for _, e := range examples {
			all = append(all, plainShot(e, o))
		}
		return all
	}
	const article = `\documentclass{article}`
	inline := shots(Options{})
	want := shoot(t, "pdflatex", article, "", "", inline)
	_, shared, _ := strings.Cut(string(Preamble(component.Standard())), `\tikzset`)
	shared = `\tikzset` + shared
	for _, v := range []struct {
		name, engine, class, preamble, before string
		shots                                 []shot
	}{
		{"lualatex", "lualatex", article, "", "", inline},
		{"xelatex", "xelatex", article, "", "", inline},
		{"11pt", "pdflatex", `\documentclass[11pt]{article}`, "", "", inline},
		{"12pt", "pdflatex", `\documentclass[12pt]{article}`, "", "", inline},
		{"Large", "pdflatex", `\documentclass[12pt]{article}`, "", `\Large`, inline},
		{"twocolumn", "pdflatex", `\documentclass[twocolumn]{article}`, "", `\footnotesize\itshape`, inline},
		{"beamer", "pdflatex", `\documentclass{beamer}`, `\usefonttheme{serif}`, "", inline},
		{"turkish", "pdflatex", article, `\usepackage[T1]{fontenc}\usepackage{lmodern}\usepackage[turkish]{babel}`, "", inline},
		{"czech", "pdflatex", article, `\usepackage[T1]{fontenc}\usepackage{lmodern}\usepackage[czech]{babel}`, `\shorthandon{-}`, inline},
		{"french", "pdflatex", article, `\usepackage[T1]{fontenc}\usepackage{lmodern}\usepackage[french]{babel}`, "", inline},
		{"own styles", "pdflatex", article, own, "", inline},
		{"shared", "pdflatex", article, shared, "", shots(Options{Shared: true})},
		{"shared beside own styles", "pdflatex", article, own + shared, "", shots(Options{Shared: true})},
	} {
		t.Run(v.name, func(t *testing.T) {
			t.Parallel()
			for i, got := range shoot(t, v.engine, v.class, v.preamble, v.before, v.shots) {
				if r := inkdiff.Compare(want[i], got, 1.5); r.Worst() < 0.97 { // words have another font under T1

					t.Errorf("%s: %v", examples[i].Name, r)
				}
			}
		})
	}
}

// What an author says of a style counts, wherever it is said, and the picture's own drawing leaves the author's alone.
func TestRestyled(t *testing.T) {
	picture := sample.Named{Name: "trolley", Drawing: sample.Trolley()}
	_, shared, _ := strings.Cut(string(Preamble(component.Standard())), `\tikzset`)
	shared = `\tikzset` + shared
	const gone = `\tikzset{diagram/spring/.append style={draw=none}, diagram/body/.append style={draw=none}}`
	for _, c := range []struct {
		name, preamble string
		o              Options
	}{
		{"inline", gone, Options{}},
		{"shared", shared + gone, Options{Shared: true}},
		{"before the shared styles", gone + shared, Options{Shared: true}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := plainShot(picture, c.o)
			m := shoot(t, "pdflatex", `\documentclass{article}`, c.preamble, "", []shot{s})[0]
			it := &picture.Drawing.Items[1] // the spring
			for _, at := range []float64{0.1, 0.3, 0.7, 0.9} {
				if q := it.Frame.Local(at*it.Frame.W, 0); inkAt(m, s, q, 0.05) {
					t.Errorf("there is a spring at %v", q)
				}
			}
			if q := it.Frame.Local(0, 0); !inkAt(m, s, q, 0.05) {
				t.Error("there is no wall")
			}
			body := picture.Drawing.Items[3].Frame
			if q := body.Local(body.W/4, body.H/2); inkAt(m, s, q, 0.05) {
				t.Error("there is a body")
			}
		})
	}
}

// A frame of Beamer's takes the pictures as they are, and a document with circuitikz still has its springs.
func TestBeside(t *testing.T) {
	var frames strings.Builder
	frames.WriteString("\\documentclass{beamer}\n\\usepackage{amsmath,tikz}\n\\usetikzlibrary{" + Libraries + "}\n\\begin{document}\n")
	for _, e := range sample.Examples(t) {
		frames.WriteString("\\begin{frame}\n\\setbox0\\hbox{" + string(Fragment(e.Drawing, Options{})) + "}\n\\end{frame}\n")
	}
	frames.WriteString("\\end{document}\n")
	circuit := "\\documentclass{article}\n\\usepackage{amsmath,tikz,circuitikz}\n\\usetikzlibrary{" + Libraries + "}\n\\begin{document}\n" +
		string(Fragment(sample.Trolley(), Options{})) + "\\begin{tikzpicture}\\draw (0,0) to[spring, l=$k$] (2,0) to[damper] (4,0);\\end{tikzpicture}\n\\end{document}\n"
	again := regexp.MustCompile(`infwarerr|[Rr]erun`) // Beamer's own, on a first run
	for name, document := range map[string]string{"Beamer": frames.String(), "circuitikz": circuit} {
		for _, c := range typeset(t, document) {
			if !again.MatchString(c) {
				t.Errorf("%s: %s", name, c)
			}
		}
	}
}

// A theme's colours reach the picture: its sheet is paper, its lines are ink.
func TestThemed(t *testing.T) {
	dark, _ := theme.Named("dark")
	contrast, _ := theme.Named("contrast")
	picture := sample.Named{Name: "trolley", Drawing: sample.Trolley()}
	var shots []shot
	for _, th := range []theme.Theme{dark, contrast} {
		for _, shared := range []bool{false, true} {
			shots = append(shots, plainShot(picture, Options{Theme: th, Shared: shared}))
		}
	}
	_, preamble, _ := strings.Cut(string(Preamble(component.Standard())), `\tikzset`)
	pages := shoot(t, "pdflatex", `\documentclass{article}`, `\tikzset`+preamble, "", shots)
	at := func(i int, q ink.Point) uint32 {
		const perCm = dpi / 2.54
		v, _, _, _ := pages[i].At(int((q.X-shots[i].lo.X)*perCm), int((shots[i].hi.Y-q.Y)*perCm)).RGBA()
		return v >> 8
	}
	body := picture.Drawing.Items[3].Frame
	for i := range 2 {
		if paper, line := at(i, body.Local(body.W/4, 0)), at(i, body.Local(body.W/4, body.H/2)); paper > 40 || line < 120 {
			t.Errorf("dark: the paper is %d, a line %d", paper, line)
		}
		if paper, line := at(2+i, body.Local(body.W/4, 0)), at(2+i, body.Local(body.W/4, body.H/2)); paper < 250 || line > 120 {
			t.Errorf("contrast: the paper is %d, a line %d", paper, line)
		}
	}
}
