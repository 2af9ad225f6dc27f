package svg

import (
	"regexp"
	"strings"
	"testing"

	"diagram/dsl/graph"
	"diagram/dsl/ink"
	"diagram/emit/internal/sample"
	"diagram/emit/internal/theme"
	"diagram/layout"
	"diagram/symbolic/formula"
)

// A style sheet holds nothing but blocks of one rule each, which programs that don't know what they ask for skip; and no rule
// is for anything that a page may have of its own.
func TestStyleSheet(t *testing.T) {
	d := sample.Trolley()
	d.Items[1].Colour, d.Items[2].Colour = "blue", "#9cf"
	doc, err := parse(Write(d, Options{}))
	if err != nil {
		t.Fatal(err)
	}
	rest := regexp.MustCompile(`@(media\(prefers-color-scheme:dark\)|supports\(fill:var\(--a\)\))\{([^{}]*)\{[^{}]*\}\}`).ReplaceAllStringFunc(doc.rules, func(rule string) string {
		selector := strings.Split(rule, "{")[1]
		if !strings.HasPrefix(selector, "svg:root") && selector != ".diagram-paper" {
			t.Errorf("a rule for %s", selector)
		}
		return ""
	})
	if rest != "" {
		t.Errorf("beside the blocks there is %q", rest)
	}
	for colour, has := range map[string]bool{"#0000ff": true, "#99ccff": false} { // the one is too dark on dark paper
		if strings.Contains(doc.rules, `[color="`+colour+`"]`) != has {
			t.Errorf("a rule for %s, or none: %s", colour, doc.rules)
		}
	}
}

// What paper may fill is hollow by an attribute.
func TestPaper(t *testing.T) {
	picture := string(Write(sample.Trolley(), Options{}))
	if n, hollow := strings.Count(picture, `class="diagram-paper"`), strings.Count(picture, `class="diagram-paper" fill="none"`); n == 0 || n != hollow {
		t.Errorf("%d of %d bodies are hollow", hollow, n)
	}
	d := sample.Trolley()
	d.Items = d.Items[:2]
	if picture := string(Write(d, Options{})); strings.Contains(picture, "paper") {
		t.Errorf("a picture without bodies speaks of paper:\n%s", picture)
	}
}

// Colours are said where they are to be used: programs pass on what currentColor was further up.
func TestColours(t *testing.T) {
	d := sample.Trolley()
	d.Items[1].Colour = "red"
	picture := string(Write(d, Options{Colours: func(e *graph.Element) string { return map[string]string{"D": theme.Term(1).Hex()}[e.Name] }}))
	for _, want := range []string{`color="#ff0000" stroke="currentColor"`, `color="` + theme.Term(1).Hex() + `" stroke="currentColor"`} {
		if !strings.Contains(picture, want) {
			t.Errorf("no %s", want)
		}
	}
}

// A mark has a kind of its own, says whose it is, and gives no terms.
func TestMarks(t *testing.T) {
	d := sample.Trolley()
	body := d.Items[3].Element
	add := func(style string, labels ...layout.Label) {
		d.Items = append(d.Items, layout.Item{Element: body, Name: "T" + style, Style: style, Frame: ink.Frame{W: 1, H: 1}, Labels: labels})
	}
	add("floor")
	add("distance", layout.Label{Formula: formula.Letter('s'), Text: "s₁"})
	add("rotation", layout.Label{Formula: formula.Letter('θ'), Text: "θ"})
	add("dimension", layout.Label{Formula: formula.Letter('d'), Text: "d"})
	d.Items = append(d.Items, layout.Item{Name: "caption", Style: "caption", Labels: []layout.Label{{Formula: formula.Words{Command: "text", Text: "Words"}, Text: "Words"}}})
	picture := string(Write(d, Options{ID: "x", Terms: terms}))
	if _, err := parse([]byte(picture)); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`<g id="x-Tfloor" data-of="T" data-kind="floor">` + "\n<",
		`<g id="x-Tdistance" data-of="T" data-kind="coordinate">` + "\n<title>s₁, coordinate of T</title>",
		`<g id="x-Trotation" data-of="T" data-kind="coordinate">` + "\n<title>θ, coordinate of T</title>",
		`<g id="x-Tdimension" data-of="T" data-kind="dimension">` + "\n<title>d, dimension of T</title>",
		`<g id="x-caption" data-kind="caption">` + "\n<path",
	} {
		if !strings.Contains(picture, want) {
			t.Errorf("no %s in\n%s", want, picture)
		}
	}
}
