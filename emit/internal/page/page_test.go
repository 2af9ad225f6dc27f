package page_test

import (
	"strings"
	"testing"

	"diagram/emit/internal/page"
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
		"<pre><code>wall # &lt;/code&gt;&lt;script&gt;</code></pre>",
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

func TestWithoutEntries(t *testing.T) {
	if got := string(page.Write(page.Diagram{Title: "x"})); strings.Contains(got, "<table>") {
		t.Errorf("a table without rows:\n%s", got)
	}
}
