// Package page writes self-contained HTML pages: a diagram with its drawing, its equations and what each element says, or
// any other body in the same dress. A page loads nothing, runs no script, and follows the reader's choice of light or dark
// unless its theme has colours of its own.
package page

import (
	"fmt"
	"html"
	"regexp"
	"slices"
	"strings"

	"diagram/emit/internal/theme"
)

// Diagram is what a diagram's page shows. Heading, SVG and MathML are markup made by this program; the rest is text.
type Diagram struct {
	Theme   theme.Theme
	Title   string
	Heading string // the title, with its formulas
	SVG     []byte
	MathML  string // empty where there is no equation
	Entries []Entry
	Notes   []string // said below the entries
	Source  string
}

// Entry is a term and what it says, with the element that gives it; further terms of the same element don't name it again. Part is
// the caption of the part of the figure that begins with it, as markup.
type Entry struct {
	Part                string
	Name, Kind, Reading string
	MathML              string // of the term
}

const style = `body { font: 17px/1.5 Georgia, "Times New Roman", serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
figure.diagram { margin: 1.5rem 0; text-align: center; }
figure.diagram svg { max-width: 100%; height: auto; }
figcaption { font-style: italic; }
table { border-collapse: collapse; }
td, th { text-align: left; vertical-align: baseline; padding: 0.2rem 1rem 0.2rem 0; }
pre { font-size: 14px; line-height: 1.35; white-space: pre-wrap; border-left: 3px solid currentColor; padding-left: 1rem; }
pre[tabindex] { white-space: pre; overflow: auto; }
pre.diagram-error { border-color: #d55e00; }`

// Write is the page of a diagram.
func Write(d Diagram) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "<h1>%s</h1>\n<figure class=\"diagram\">\n%s%s</figure>\n", d.Heading, d.SVG, d.MathML)
	if len(d.Entries) > 0 {
		b.WriteString("<table>\n<tr><th scope=\"col\">element</th><th scope=\"col\">kind</th><th scope=\"col\">term</th><th scope=\"col\">in words</th></tr>\n")
		for _, e := range d.Entries {
			if e.Part != "" {
				fmt.Fprintf(&b, "<tr><th scope=\"rowgroup\" colspan=\"4\">%s</th></tr>\n", e.Part)
			}
			fmt.Fprintf(&b, "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>\n",
				html.EscapeString(e.Name), html.EscapeString(e.Kind), e.MathML, html.EscapeString(e.Reading))
		}
		b.WriteString("</table>\n")
		for _, n := range d.Notes {
			fmt.Fprintf(&b, "<p>%s</p>\n", html.EscapeString(n))
		}
	}
	fmt.Fprintf(&b, "<pre tabindex=\"0\"><code>%s</code></pre>\n", html.EscapeString(d.Source))
	return Wrap(d.Theme, d.Title, b.String())
}

// scheme is the colours of a page with some markup.
func scheme(t theme.Theme, markup string) string {
	if t = t.Or(); t.Adaptive {
		return ":root { color-scheme: light dark; }\n" + theme.Bright(".diagram svg", colours(markup))
	}
	return ":root { color: " + t.Ink.Hex() + "; background: " + t.Paper.Hex() + "; }"
}

var colour = regexp.MustCompile(` color="(#[0-9a-f]{6})"`)

// colours are those that the pictures in some markup have, each once.
func colours(markup string) []theme.RGB {
	var all []theme.RGB
	for _, m := range colour.FindAllStringSubmatch(markup, -1) {
		if c, ok := theme.Parse(m[1]); ok && !slices.Contains(all, c) {
			all = append(all, c)
		}
	}
	return all
}

// Wrap is a page with the given markup as its main part.
func Wrap(t theme.Theme, title, markup string) []byte {
	return fmt.Appendf(nil, `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>%s</title>
<style>
%s
%s
</style>
</head>
<body>
<main>
%s</main>
</body>
</html>
`, html.EscapeString(title), scheme(t, markup), style, markup)
}
