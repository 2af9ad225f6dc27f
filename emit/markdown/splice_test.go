package markdown

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"pgregory.net/rapid"
)

const spring = "wall - spring - mass[label=m, x=x]"

const eq = `$$k(x-L_0) = ma, \qquad a = -\frac{d^2x}{dt^2}\text{, towards the wall}$$`

func TestSplice(t *testing.T) {
	image := func(name string) string { return "![an oscillator](" + name + ".svg)" }
	tests := []struct{ name, src, want string }{
		{"nothing to do", "a\r\n\tb  \n\n\n", "a\r\n\tb  \n\n\n"},
		{
			"a fence between paragraphs",
			"a\n\n```diagram alt=\"an oscillator\"\n" + spring + "\n```\n\nb\n",
			"a\n\n" + image("doc-1") + "\n\n" + eq + "\n\nb\n",
		},
		{
			"blank lines part it from its neighbours",
			"a\n```diagram alt=\"an oscillator\"\n" + spring + "\n```\nb\n",
			"a\n\n" + image("doc-1") + "\n\n" + eq + "\n\nb\n",
		},
		{
			"CRLF",
			"a\r\n\r\n```diagram alt=\"an oscillator\"\r\n" + spring + "\r\n```\r\nb\r\n",
			"a\r\n\r\n" + image("doc-1") + "\r\n\r\n" + eq + "\r\n\r\nb\r\n",
		},
		{
			"no final newline",
			"```diagram alt=\"an oscillator\"\n" + spring + "\n```",
			image("doc-1") + "\n\n" + eq,
		},
		{
			"in a list in a quote",
			"> 1. ~~~diagram alt=\"an oscillator\"\n>    " + spring + "\n>    ~~~\n>\n>    more\n",
			"> 1. " + image("doc-1") + "\n>\n>    " + eq + "\n>\n>    more\n",
		},
		{
			"two, one of them with an id, and options",
			"```diagram alt=\"an oscillator\" show=drawing\n" + spring + "\n```\n\n" +
				"```diagram {#second alt=\"an oscillator\" form=newton}\n" + spring + "\n```\n\n" +
				"```diagram show=equation\n" + spring + "\n```\n",
			image("doc-1") + "\n\n" + image("second") + "{#second}\n\n" + `$$m\frac{d^2x}{dt^2} = -k(x-L_0)$$` + "\n\n" + eq + "\n",
		},
		{
			"a byte order mark, and quotation marks within quotation marks",
			"\ufeff```diagram alt=\"an \\\"oscillator\\\" {x} <b>\" show=drawing\n" + spring + "\n```\nb\n",
			"\ufeff![an \"oscillator\" \\{x\\} \\<b\\>](doc-1.svg)\n\nb\n",
		},
		{
			"a title",
			"```diagram alt=\"an oscillator\" show=drawing\ndiagram[title=\"A \\\"b\\\"\"]; " + spring + "\n```\n",
			"![an oscillator](doc-1.svg \"A \\\"b\\\"\")\n",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, images, list := Splice("doc.md", []byte(tt.src), SpliceOptions{Stem: "doc"})
			if len(list) > 0 {
				t.Fatal(list)
			}
			if diff := cmp.Diff(tt.want, string(got)); diff != "" {
				t.Errorf("Splice (-want +got):\n%s", diff)
			}
			for _, i := range images {
				if !bytes.Contains(i.SVG, []byte("<svg")) || !strings.Contains(string(got), "("+i.Name) {
					t.Errorf("image %s isn't an SVG that the text shows", i.Name)
				}
			}
		})
	}
}

func TestSpliceErrors(t *testing.T) {
	tests := []struct {
		name, src string
		want      []string
	}{
		{"in the diagram, behind a quote's mark", "é\n\n> ```diagram\n> wall - sprin - mass\n> ```\n", []string{`d.md:4:10: error: `}},
		{"in the options", "```diagram form=nwton shw=both\n" + spring + "\n```\n", []string{
			`d.md:1:12: error: there is no form "nwton"`, `d.md:1:23: error: a fence has no option "shw" (did you mean show?)`,
		}},
		{"an empty fence", "a\n\n> ```diagram show=both\n> ```\n", []string{"d.md:3:3: error: the diagram is empty"}},
		{"a fence with nothing but a comment", "```diagram\n# nothing\n```\n", []string{"d.md:1:1: error: the diagram is empty"}},
		{"an open quotation mark", "```diagram alt=\"a b\n" + spring + "\n```\n", []string{"d.md:1:12: error: this quotation mark is not closed"}},
		{"two of one name", "```diagram {#a}\n" + spring + "\n```\n\n```diagram {#a}\n" + spring + "\n```\n", []string{"d.md:5:1: error: two diagrams are named a"}},
		{"an id that would leave the folder", "```diagram {#../a}\n" + spring + "\n```\n", []string{`d.md:1:13: error: "../a" can't name a diagram`}},
		{"no such form for this diagram", "```diagram form=transfer\n" + spring + "\n```\n", []string{"d.md:1:1: error: nothing drives this diagram"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, images, list := Splice("d.md", []byte(tt.src), SpliceOptions{Stem: "d"})
			if got != nil || images != nil {
				t.Errorf("there is a text in spite of errors")
			}
			if len(list) != len(tt.want) {
				t.Fatalf("%d complaints, want %d:\n%v", len(list), len(tt.want), list)
			}
			for i, want := range tt.want {
				if got := list[i].Error(); !strings.HasPrefix(got, want) {
					t.Errorf("complaint %q, want %q…", got, want)
				}
			}
		})
	}
}

// TestOffsets holds complaints to pointing at the right bytes of the Markdown file.
func TestOffsets(t *testing.T) {
	src := "# Ö\n\n- a\n\n  ```diagram\n  W = wall\n  W - sprin - mass\n  ```\n"
	_, _, list := Splice("d.md", []byte(src), SpliceOptions{})
	if len(list) == 0 {
		t.Fatal("no complaint")
	}
	s := list[0].Span
	if got := src[s.Start.Offset:s.End.Offset]; got != "sprin" {
		t.Errorf("the complaint is about %q", got)
	}
}

// TestTheRestStays splices texts made of fences and of what isn't one; all bytes of the latter must come through.
func TestTheRestStays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		newline := rapid.SampledFrom([]string{"\n", "\r\n"}).Draw(t, "newline")
		var src, want strings.Builder
		n := rapid.IntRange(0, 8).Draw(t, "blocks")
		figures := 0
		for i := range n {
			other := rapid.SampledFrom([]string{"para *with* `code`", "# head", "```go\nx\n```", "    indented\n    code", "> quote\n> more", "- a\n- b", "<p>\nraw\n</p>", "| a |\n| - |\n| b |", "tab\there  "}).Draw(t, "other")
			other = strings.ReplaceAll(other, "\n", newline) + newline + newline
			src.WriteString(other)
			want.WriteString(other)
			if rapid.Bool().Draw(t, "diagram") {
				figures++
				src.WriteString(strings.ReplaceAll("```diagram alt=x show=drawing\n"+spring+"\n```\n", "\n", newline))
				fmt.Fprintf(&want, "![x](d-%d.svg)%s", figures, newline)
				if i < n-1 {
					src.WriteString(newline)
					want.WriteString(newline)
				}
			}
		}
		got, images, list := Splice("d.md", []byte(src.String()), SpliceOptions{Stem: "d"})
		if len(list) > 0 || len(images) != figures {
			t.Fatalf("%d images of %d: %v", len(images), figures, list)
		}
		if diff := cmp.Diff(want.String(), string(got)); diff != "" {
			t.Fatalf("Splice (-want +got):\n%s", diff)
		}
	})
}

// FuzzSplice makes sure that no text makes Splice panic, and that a text without fences is left alone.
func FuzzSplice(f *testing.F) {
	f.Add("```diagram\nwall - spring - mass\n```\n")
	f.Add("> - ```diagram {#a form=newton}\n>   wall - (spring, damper) - mass\n")
	f.Add("~~~diagram \xff\t= \"\n\x00\n~~~")
	f.Add("\t```diagram\n\tW\n\t```\n- \t```diagram\n\tW\n")
	f.Fuzz(func(t *testing.T, src string) {
		got, _, list := Splice("d.md", []byte(src), SpliceOptions{Stem: "d"})
		if !strings.Contains(src, "diagram") && (len(list) > 0 || string(got) != src) {
			t.Errorf("a text without diagrams came out as %q with %v", got, list)
		}
		for _, d := range list {
			if s := d.Span; s.IsValid() && (s.Start.Offset < 0 || s.End.Offset > len(src)+1 || s.End.Offset < s.Start.Offset) {
				t.Errorf("span %v is outside of %d bytes", s, len(src))
			}
		}
	})
}

func TestExtension(t *testing.T) {
	src := "Text.\n\n```diagram {#osc}\n" + spring + "\n```\n\n> ```diagram show=equation form=newton\n> " + spring + "\n> ```\n\n```go\nx\n```\n\n```diagram\nwall - <b>\n```\n"
	var b bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(&Extension{File: "d.md"})).Convert([]byte(src), &b); err != nil {
		t.Fatal(err)
	}
	html := b.String()
	for _, want := range []string{
		`<figure class="diagram" id="osc">`,
		"<svg", `<math xmlns="http://www.w3.org/1998/Math/MathML"`,
		`<figure class="diagram">`,
		`<code class="language-go">`,
		`<pre class="diagram-error" tabindex="0">d.md:16:8: error: `,
		"not &lt;",
	} {
		if !strings.Contains(html, want) {
			t.Errorf("no %s in\n%s", want, html)
		}
	}
	if n := strings.Count(html, "<svg"); n != 1 {
		t.Errorf("%d drawings, want 1", n)
	}
	if strings.Contains(html, "<b>") {
		t.Error("markup of a wrong diagram reached the page")
	}
}

// TestPicturesFollowTheForm: what a picture's elements say is what stands in the equation beside it.
func TestPicturesFollowTheForm(t *testing.T) {
	src := "```diagram form=newton\n" + spring + "\n```\n"
	_, images, list := Splice("doc.md", []byte(src), SpliceOptions{Stem: "doc"})
	if len(list) > 0 {
		t.Fatal(list)
	}
	var page bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(&Extension{})).Convert([]byte(src), &page); err != nil {
		t.Fatal(err)
	}
	for name, picture := range map[string][]byte{"Splice": images[0].SVG, "Extension": page.Bytes()} {
		if want := `data-terms="−k(x − L₀)"`; !bytes.Contains(picture, []byte(want)) {
			t.Errorf("%s: no %s in\n%s", name, want, picture)
		}
	}
}

// The mathematics in a title is mathematics on a page, and plain text where there is only text.
func TestTitleWithFormula(t *testing.T) {
	src := "```diagram alt=\"a spring, $k_s$\"\ndiagram[title=\"Stiffness $k_s$, 弹\"]; wall - spring[label=\"$k_s$ (stiff)\"] - mass\n```\n"
	out, _, list := Splice("x.md", []byte(src), SpliceOptions{Inline: true})
	if list.HasErrors() {
		t.Fatal(list)
	}
	for _, want := range []string{"![a spring, kₛ](", `"Stiffness kₛ, 弹"`} {
		if !strings.Contains(string(out), want) {
			t.Errorf("no %s in %.300s", want, out)
		}
	}
	var page bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(&Extension{})).Convert([]byte(src), &page); err != nil {
		t.Fatal(err)
	}
	if want := "<figcaption>Stiffness <math><mrow><msub><mrow><mi>k</mi></mrow><mrow><mi>s</mi></mrow></msub></mrow></math>, 弹</figcaption>"; !strings.Contains(page.String(), want) {
		t.Errorf("no %s in %s", want, page.String())
	}
}

func TestSpliceRefusesWideText(t *testing.T) {
	_, _, list := Splice("doc.md", []byte("#\x00 \x00T\x00"), SpliceOptions{Stem: "doc"})
	if len(list) != 1 || list[0].Help != "save it as UTF-8" {
		t.Errorf("a UTF-16 text: %v", list)
	}
}
