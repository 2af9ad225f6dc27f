package emit_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"diagram/dsl/component"
	"diagram/dsl/forms"
	"diagram/dsl/ink"
	"diagram/emit"
	"diagram/emit/markdown"
	"diagram/symbolic"

	"github.com/yuin/goldmark"
)

// gum is a kind that no file of the program knows: a connector with a law and a glyph.
func gum() *component.Kind {
	return &component.Kind{
		Name: "gum", Aliases: []string{"resin"}, Asked: []string{"caoutchouc"},
		Doc: "pulls its ends together by its tack times how far and how fast it is stretched", Example: "wall - gum - mass", Main: "q",
		Attributes: []component.Attribute{{Name: "q", Type: component.Parameter, Doc: "tack", Default: "q", RotDefault: "q"}},
		Sort: component.Connector{Law: func(p component.Params, e component.Extension) []symbolic.Expr {
			return []symbolic.Expr{symbolic.Mul(p["q"], e.Length), symbolic.Mul(p["q"], e.Rate)}
		}},
		Read: func(p component.Params, s component.Saying) []component.Reading {
			tack := []component.Factor{{Expr: p["q"], Is: "the tack of " + s.Name}}
			return []component.Reading{
				{Factors: tack, Of: &component.Extent{Forth: "how far it is drawn", Back: "how far it is pressed"}},
				{Factors: tack, Of: &component.Extent{Order: 1, Forth: "how fast it is drawn", Back: "how fast it is pressed"}},
			}
		},
		Glyph: component.Glyph{
			Size: component.Size{Width: 2, Height: 0.4, MinWidth: 1},
			Draw: func(component.Look) []ink.Stroke {
				return []ink.Stroke{
					&ink.Line{Pts: []ink.Pt{ink.At(0, 0, 0, 0), ink.At(1, 0, 0, 0)}, Pen: ink.Pen{Weight: ink.Thick}},
					&ink.Circle{Center: ink.At(0.5, 0, 0, 0), Radius: 0.2, Pen: ink.Pen{Fill: ink.Shade}},
				}
			},
			LabelAt: ink.At(0.5, 0, 0, 0.2),
		},
	}
}

// TestKindOfOnesOwn compiles a diagram with a kind of the caller's: it is drawn and printed as any other in all formats, forms
// and notations.
func TestKindOfOnesOwn(t *testing.T) {
	kinds, err := component.Standard().With(gum())
	if err != nil {
		t.Fatal(err)
	}
	d, list := emit.CompileWith(kinds, "x.dg", []byte("wall - (gum, spring) - mass - force\nq = 3; k = 2 N/m; m = 1 kg\n"))
	if list.HasErrors() || d.Graph.Catalog != kinds {
		t.Fatal(list)
	}
	for _, f := range emit.Formats() {
		data, list := d.Write(f, emit.Options{Name: "x", Marking: emit.Coloured})
		if list.HasErrors() || len(data) == 0 {
			t.Errorf("%s: %d bytes: %v", f.Name, len(data), list)
		}
		if text := f.Name != "pdf" && f.Name != "png"; text && !bytes.Contains(data, []byte("q")) {
			t.Errorf("%s says nothing of it:\n%s", f.Name, data)
		}
	}
	for _, form := range emit.Forms() {
		for _, n := range emit.Notations() {
			if text, list := d.Equation(form, n, emit.EquationOptions{}); list.HasErrors() || form != forms.Modes && !strings.Contains(text, "q") { // modes are numbers
				t.Errorf("%s, %s: %v\n%s", form, n, list, text)
			}
		}
	}
	x, list := d.Explain("")
	if list.HasErrors() || !strings.Contains(x.Text(), "the tack of the gum, times how far it is drawn") {
		t.Errorf("explained as\n%s\n%v", x.Text(), list)
	}
	if svg := string(d.SVG(emit.Options{})); !strings.Contains(svg, `data-kind="gum"`) {
		t.Errorf("drawn as\n%s", svg)
	}
	if !bytes.Contains(emit.PreambleWith(kinds), []byte("diagram/gum/.prefix style")) || bytes.Contains(emit.Preamble(), []byte("gum")) {
		t.Error("the shared styles are those of the catalog")
	}
}

// Messages speak of the kinds that the catalog has, and of no others.
func TestMessagesAskTheCatalog(t *testing.T) {
	kinds, err := component.Standard().With(gum())
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"wall - gumm[q=2] - mass":         "did you mean gum?",
		"S = caoutchouc; wall - S - mass": "did you mean gum?",
		"S = zzzzzz; wall - S - mass":     ", gum, ",
		"wall gum - mass":                 "",
		"gum S":                           "write S = gum",
		"gum":                             "give it a name (G = gum)",
		"gum = mass":                      "choose another name",
		"wall - gum[2*x] - mass":          "write q=2*x",
		"wall - spring - mass; q = 3":     "gum[q=q]",
	} {
		_, with := emit.CompileWith(kinds, "x.dg", []byte(text))
		_, without := emit.Compile("x.dg", []byte(text))
		if !with.HasErrors() || !strings.Contains(fmt.Sprint(with), want) {
			t.Errorf("%s: %v", text, with)
		}
		if want != "" && want != "choose another name" && strings.Contains(fmt.Sprint(without), want) {
			t.Errorf("%s: the language's own kinds have the message %v", text, without)
		}
	}
}

// TestWith refuses what can't be a kind, and leaves alone what it is given.
func TestWith(t *testing.T) {
	k := gum()
	own := len(k.Attributes)
	kinds, err := component.Standard().With(k)
	if err != nil {
		t.Fatal(err)
	}
	if got := kinds.Lookup("resin"); got == nil || got == k || got.Attribute("label") == nil || len(k.Attributes) != own || component.Standard().Lookup("gum") != nil {
		t.Error("a kind is copied into a new catalog, with the shared attributes")
	}
	for want, change := range map[string]func(k *component.Kind){
		"there are two kinds named spring":    func(k *component.Kind) { k.Name = "spring" },
		"there are two kinds named cart":      func(k *component.Kind) { k.Aliases = []string{"cart"} },
		"needs a name, a sort and a glyph":    func(k *component.Kind) { k.Sort = nil },
		"must have either a law or a tie":     func(k *component.Kind) { k.Sort = component.Connector{} },
		"both joint and gum are made between": func(k *component.Kind) { k.Sort = component.Body{InSeries: true} },
	} {
		k := gum()
		change(k)
		if _, err := component.Standard().With(k); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("want %q, got %v", want, err)
		}
	}
}

// A Markdown text knows the caller's kinds as well.
func TestKindOfOnesOwnInMarkdown(t *testing.T) {
	kinds, err := component.Standard().With(gum())
	if err != nil {
		t.Fatal(err)
	}
	src := []byte("```diagram\nwall - gum - mass\n```\n")
	text, images, list := markdown.Splice("d.md", src, markdown.SpliceOptions{Kinds: kinds})
	if list.HasErrors() || len(images) != 1 || !bytes.Contains(images[0].SVG, []byte(`data-kind="gum"`)) || !bytes.Contains(text, []byte("q")) {
		t.Errorf("%s\n%v", text, list)
	}
	var page bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(&markdown.Extension{Kinds: kinds})).Convert(src, &page); err != nil || !strings.Contains(page.String(), `data-kind="gum"`) {
		t.Errorf("%s\n%v", page.String(), err)
	}
	if _, _, list := markdown.Splice("d.md", src, markdown.SpliceOptions{}); !list.HasErrors() {
		t.Error("the language has a gum")
	}
}
