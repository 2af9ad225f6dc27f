package page_test

import (
	"strings"
	"testing"

	"diagram/emit/internal/page"
	"diagram/emit/internal/theme"
)

func TestWrite(t *testing.T) {
	got := string(page.Write(page.Diagram{
		Title:   "<A> & B",
		Heading: "A <math>k</math>",
		SVG:     []byte("<svg></svg>\n"),
		MathML:  "<math></math>\n",
		Entries: []page.Entry{{Name: "S", Kind: "spring", Reading: "k < 1", MathML: "<math>k</math>"}},
		Source:  "wall # </code><script>",
	}))
	for _, want := range []string{
		"<title>&lt;A&gt; &amp; B</title>",
		"<h1>A <math>k</math></h1>",
		"<figure class=\"diagram\">\n<svg></svg>\n<math></math>\n</figure>",
		"<tr><td>S</td><td>spring</td><td><math>k</math></td><td>k &lt; 1</td></tr>",
		"<pre tabindex=\"0\"><code>wall # &lt;/code&gt;&lt;script&gt;</code></pre>",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	for _, bad := range []string{"<script", "http://", "https://", "src=", "@import"} {
		if strings.Contains(got, bad) {
			t.Errorf("the page has %s", bad)
		}
	}
}

// In the dark the colours of pictures stand out.
func TestColours(t *testing.T) {
	picture := []byte(`<svg><g color="#0000ff"></g><g color="#ffff00"></g></svg>`)
	got := string(page.Write(page.Diagram{SVG: picture}))
	if n := strings.Count(got, `{.diagram svg [color="#0000ff"]{color:#`); n != 1 || strings.Contains(got, `[color="#ffff00"]`) {
		t.Errorf("blue has %d rules:\n%s", n, got)
	}
	dark, _ := theme.Named("dark")
	if got := string(page.Write(page.Diagram{SVG: picture, Theme: dark})); strings.Contains(got, "prefers-color-scheme") {
		t.Errorf("a page with colours of its own:\n%s", got)
	}
}

func TestWithoutEntries(t *testing.T) {
	if got := string(page.Write(page.Diagram{Title: "x"})); strings.Contains(got, "<table>") {
		t.Errorf("a table without rows:\n%s", got)
	}
}
