//go:build slow

package svg_test

import (
	"bytes"
	"encoding/json"
	"html"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"diagram/emit"
	"diagram/emit/internal/sample"
	"diagram/emit/internal/svg"
	"diagram/emit/markdown"
	"diagram/examples"

	"github.com/yuin/goldmark"
)

// verdict is what axe-core says of a page.
type verdict struct {
	Violations []struct {
		ID, Help string
		Nodes    []struct{ HTML, FailureSummary string }
	}
	Passes []string // the rules
	Names  []string // of the figures, as a screen reader says them
}

// axe has axe-core look at a page, with all its rules.
func axe(t *testing.T, scheme, page string) verdict {
	t.Helper()
	core, err := os.ReadFile(filepath.Join(module(t, "axe-core"), "axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	const ask = `
axe.run({ exclude: ["#said"] }).then(r => {
  axe.setup()
  const names = [...document.querySelectorAll("svg[role=img]")].map(e => axe.commons.text.accessibleText(e))
  const out = document.createElement("pre")
  out.id = "said"
  out.textContent = JSON.stringify({ violations: r.violations, passes: r.passes.map(p => p.id), names })
  document.body.append(out)
})`
	page = strings.Replace(page, "</body>", "<script>"+string(core)+ask+"</script></body>", 1)
	_, said, _ := strings.Cut(string(chromium(t, scheme, page, nil, "--dump-dom")), `<pre id="said">`)
	said, _, _ = strings.Cut(said, "</pre>")
	var v verdict
	if err := json.Unmarshal([]byte(html.UnescapeString(said)), &v); err != nil {
		t.Fatalf("axe-core said nothing: %v\n%.500s", err, said)
	}
	for _, rule := range v.Violations {
		for _, n := range rule.Nodes {
			t.Errorf("%s: %s\n%.300s\n%s", rule.ID, rule.Help, n.HTML, n.FailureSummary)
		}
	}
	if !slices.Contains(v.Passes, "svg-img-alt") {
		t.Errorf("axe-core didn't look at the figures: %v", v.Passes)
	}
	for i, name := range v.Names {
		if strings.TrimSpace(name) == "" || slices.Contains(v.Names[:i], name) {
			t.Errorf("figure %d of %d is called %q, like another", i+1, len(v.Names), name)
		}
	}
	return v
}

// TestAxe: axe-core finds nothing wrong with pages of one figure and of several, and each figure has a name of its own.
func TestAxe(t *testing.T) {
	pages := map[string]string{}
	var all strings.Builder
	all.WriteString("<h1>All</h1>\n")
	for _, d := range sample.Examples(t) {
		all.Write(svg.Write(d.Drawing, svg.Options{}))
	}
	all.Write(equation(t))
	pages["all examples"] = string(emit.Page(emit.Theme{}, "All", all.String()))
	f, _ := emit.FormatNamed("html")
	for _, e := range examples.All() {
		if !slices.Contains([]string{"trolley", "absorber", "tuned-mass-building"}, e.Name) {
			continue
		}
		d, list := emit.Compile(e.Path, e.Source)
		if list.HasErrors() {
			t.Fatal(list)
		}
		page, list := d.Write(f, emit.Options{Name: e.Name})
		if list.HasErrors() {
			t.Fatal(list)
		}
		pages[e.Name] = string(page)
	}
	for _, name := range []string{"dark", "contrast"} {
		theme, _ := emit.ThemeNamed(name)
		pages["theme "+name] = course(t, theme)
	}
	pages["a text"] = course(t, emit.Theme{})
	for name, page := range pages {
		for scheme := range schemes {
			if scheme == "dark" && name != "trolley" && name != "a text" {
				continue // the same again
			}
			t.Run(name+", "+scheme, func(t *testing.T) {
				t.Parallel()
				axe(t, scheme, page)
			})
		}
	}
}

// course is a text with figures that have little or nothing to tell them apart.
func course(t *testing.T, theme emit.Theme) string {
	t.Helper()
	fence := func(info, diagram string) string { return "```diagram " + info + "\n" + diagram + "\n```\n\n" }
	text := "# Vibrations\n\nText.\n\n" +
		fence("", "wall - spring - mass") +
		fence("", "wall - damper - cart - force[color=blue]") +
		fence("{#osc}", "diagram[title=\"An oscillator, $k_1$\"]\nwall - (spring, damper) - mass") +
		fence(`alt="A mass that does nothing."`, "wall - spring - mass") +
		fence("show=equation", "wall - spring - mass") +
		fence("", "wall - nothing")
	var body bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(&markdown.Extension{File: "course.md", Theme: theme})).Convert([]byte(text), &body); err != nil {
		t.Fatal(err)
	}
	return string(emit.Page(theme, "Vibrations", body.String()))
}
