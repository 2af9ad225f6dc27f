package tikz

import (
	"bytes"
	"fmt"
	"strings"

	"diagram/dsl/ink"
	"diagram/emit/internal/escape"
	"diagram/emit/internal/scene"
	"diagram/layout"
)

// t1 gives pdfLaTeX letters such as ą; the other engines have them.
const t1 = "\\ifdefined\\Umathchar\\else\\usepackage[T1]{fontenc}\\fi\n"

// Display is displayed mathematics: its rows as LaTeX, how wide and high they are together, in cm, and what they need in a preamble.
type Display struct {
	Rows          []string
	Setup         string
	Width, Height float64
}

// Document is a whole document: the picture and, below it, the equations.
func Document(d *layout.Drawing, equations Display, o Options) []byte {
	var b bytes.Buffer
	b.WriteString("\\documentclass{article}\n\\usepackage{amsmath,tikz}\n\\usetikzlibrary{" + Libraries + "}\n")
	picture := Fragment(d, o)
	if escape.Encoded(string(picture) + strings.Join(equations.Rows, "")) {
		b.WriteString(t1)
	}
	w, h := max(d.Max.X-d.Min.X, equations.Width), d.Max.Y-d.Min.Y+equations.Height
	if w > 12 || h > 18 {
		// They don't fit the page of an article.
		fmt.Fprintf(&b, "\\usepackage[paperwidth=%.0fcm,paperheight=%.0fcm,margin=2cm]{geometry}\n", max(21, w+6), max(29.7, h+10))
	}
	if o.Shared {
		b.Write(shared(d.Graph.Catalog))
	}
	b.WriteString(equations.Setup + "\\pagestyle{empty}\n\\begin{document}\n")
	b.WriteString("\\begin{center}\n")
	b.Write(picture)
	b.WriteString("\\end{center}\n")
	if len(equations.Rows) > 0 {
		b.WriteString("\\begin{gather*}\n  " + strings.Join(equations.Rows, " \\\\\n  ") + "\n\\end{gather*}\n")
	}
	b.WriteString("\\end{document}\n")
	return b.Bytes()
}

// Bounds makes the picture's box, of which TeX knows, that of the page on which other formats show the drawing. It is the last line of
// the picture.
func Bounds(d *layout.Drawing) string {
	lo, hi := scene.Page(d)
	return bounds(lo, hi)
}

func bounds(lo, hi ink.Point) string {
	return fmt.Sprintf(`  \pgfresetboundingbox\useasboundingbox[reset cm] (%.4f,%.4f) rectangle (%.4f,%.4f);`+"\n", lo.X, lo.Y, hi.X, hi.Y)
}

// Sheet is a document of one page that is the picture's box. The font is the name of one that XeLaTeX finds; empty for LaTeX's own.
func Sheet(d *layout.Drawing, font string, o Options) []byte {
	picture := string(Fragment(d, o))
	setup := ""
	if font != "" {
		setup = `\DeclareFontFamily{TU}{diagram}{}\DeclareFontShape{TU}{diagram}{m}{n}{<->"` + font + `:mapping=tex-text"}{}` + "\n" +
			`\renewcommand\rmdefault{diagram}` + "\n"
	} else if escape.Encoded(picture) {
		setup = t1
	}
	const end = `\end{tikzpicture}`
	lo, hi := scene.Page(d)
	return fmt.Appendf(nil, `\documentclass{article}
\usepackage[paperwidth=%.3fcm,paperheight=%.3fcm,margin=0pt,nohead,nofoot]{geometry}
\usepackage{amsmath,tikz}
%s%s
\pagestyle{empty}\setlength\parindent{0pt}\setlength\topskip{0pt}
\begin{document}
\vbox to 0pt{\hbox to 0pt{%%
%s\hss}\vss}
\end{document}
`, hi.X-lo.X, hi.Y-lo.Y, setup, `\usetikzlibrary{`+Libraries+"}", strings.Replace(picture, end, Bounds(d)+end, 1))
}
