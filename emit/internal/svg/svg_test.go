package svg

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"diagram/dsl/graph"
	"diagram/emit/internal/golden"
	"diagram/emit/internal/sample"
	"diagram/emit/internal/theme"
	"diagram/layout"
	"diagram/symbolic/formula"
	"diagram/symbolic/naming"

	"pgregory.net/rapid"
)

func terms(e *graph.Element) []string {
	return map[string][]string{"S": {"k(s − L₀)"}, "D": {"λ ds/dt"}, "T": {"m a"}}[e.Name]
}

func TestGolden(t *testing.T) {
	golden.Check(t, "trolley.svg", Write(sample.Trolley(), Options{Terms: terms}))
	golden.Check(t, "zoo.svg", Write(sample.Zoo(), Options{ID: "zoo"}))
	contrast, _ := theme.Named("contrast")
	golden.Check(t, "contrast.svg", Write(sample.Trolley(), Options{ID: "c", Theme: contrast, Width: 12,
		Colours: func(e *graph.Element) string { return map[string]string{"S": theme.Term(0).Hex()}[e.Name] }}))
}

func TestDeterministic(t *testing.T) {
	want := Write(sample.Zoo(), Options{})
	for range 5 {
		if !bytes.Equal(Write(sample.Zoo(), Options{}), want) {
			t.Fatal("two runs print different pictures")
		}
	}
}

// document is what a reader of the XML sees.
type document struct {
	ids      map[string]bool
	elements []string          // data-element of each group that has one, in order
	terms    map[string]string // of an element
	titles   []string
	fills    map[string]bool
	rules    string // of the style sheet
}

// parse reads a picture as strictly as XML asks, and reports what a picture must not hold.
func parse(picture []byte) (*document, error) {
	doc := &document{ids: map[string]bool{}, terms: map[string]string{}, fills: map[string]bool{}}
	if !utf8.Valid(picture) {
		return nil, errors.New("not UTF-8")
	}
	d := xml.NewDecoder(bytes.NewReader(picture))
	var open []string
	var labelled string
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		switch token := token.(type) {
		case xml.StartElement:
			open = append(open, token.Name.Local)
			switch token.Name.Local {
			case "svg", "g", "path", "title", "desc", "style", "text":
			default:
				return nil, fmt.Errorf("an element <%s>", token.Name.Local)
			}
			var element string
			for _, a := range token.Attr {
				switch a.Name.Local {
				case "id":
					if doc.ids[a.Value] {
						return nil, fmt.Errorf("two elements have the id %q", a.Value)
					}
					doc.ids[a.Value] = true
				case "aria-label", "style":
					return nil, fmt.Errorf("an attribute %s on a %s", a.Name.Local, token.Name.Local)
				case "aria-labelledby":
					labelled = a.Value
				case "data-element":
					element = a.Value
					doc.elements = append(doc.elements, element)
				case "data-terms":
					doc.terms[element] = a.Value
				case "fill":
					doc.fills[a.Value] = true
				}
				if strings.Contains(a.Value, "var(") && token.Name.Local == "path" {
					return nil, fmt.Errorf("%s=%q, which not every program knows", a.Name.Local, a.Value)
				}
				if strings.HasPrefix(a.Name.Local, "on") {
					return nil, fmt.Errorf("an attribute %s", a.Name.Local)
				}
			}
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 && open[len(open)-1] == "title" {
				doc.titles = append(doc.titles, string(token))
			}
			if len(open) > 0 && open[len(open)-1] == "style" {
				doc.rules += string(token)
			}
		case xml.Comment, xml.ProcInst, xml.Directive:
			return nil, fmt.Errorf("a %T", token)
		}
	}
	for _, r := range strings.Fields(labelled) {
		if !doc.ids[r] {
			return nil, fmt.Errorf("nothing has the id %q", r)
		}
	}
	return doc, nil
}

func TestReading(t *testing.T) {
	doc, err := parse(Write(sample.Trolley(), Options{Terms: terms}))
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(doc.elements, " "); got != "W S D T F" {
		t.Errorf("the groups are %s", got)
	}
	if got := doc.terms["S"]; got != "k(s − L₀)" {
		t.Errorf("the spring's terms are %q", got)
	}
	if got := strings.Join(doc.titles, "|"); got != "Trolley on a spring|W, wall|S, spring: k(s − L₀)|D, damper: λ ds/dt|T, trolley: m a|F, force" {
		t.Errorf("the titles are %s", got)
	}
}

// Two pictures of a page have no id in common, however little they differ; the same picture twice has, unless the page tells
// them apart.
func TestIDs(t *testing.T) {
	other := func(change func(*layout.Drawing)) *layout.Drawing {
		d := sample.Trolley()
		change(d)
		return d
	}
	dark, _ := theme.Named("dark")
	owner := map[string]int{}
	for i, picture := range [][]byte{
		Write(sample.Trolley(), Options{}),
		Write(sample.Trolley(), Options{Copy: 1}),
		Write(sample.Trolley(), Options{ID: "1 \"<c"}),
		Write(sample.Trolley(), Options{Width: 3}),
		Write(sample.Trolley(), Options{Theme: dark}),
		Write(sample.Trolley(), Options{Terms: terms}),
		Write(other(func(d *layout.Drawing) { d.Name = "Another" }), Options{}),
		Write(other(func(d *layout.Drawing) { d.Alt = "Another." }), Options{}),
		Write(other(func(d *layout.Drawing) { d.Max.X++ }), Options{}),
		Write(sample.Zoo(), Options{}),
	} {
		doc, err := parse(picture)
		if err != nil {
			t.Fatal(err)
		}
		for id := range doc.ids {
			if first, ok := owner[id]; ok {
				t.Errorf("pictures %d and %d have the id %s", first, i, id)
			}
			owner[id] = i
		}
	}
	c, _ := parse(Write(sample.Trolley(), Options{ID: "1 \"<c"}))
	for id := range c.ids {
		if !strings.HasPrefix(id, "d1___c-") {
			t.Errorf("an id %q", id)
		}
	}
}

// On a screen nothing has a colour of its own; the other themes say all colours.
func TestThemes(t *testing.T) {
	for _, th := range theme.Themes {
		picture := string(Write(sample.Trolley(), Options{Theme: th}))
		doc, err := parse([]byte(picture))
		if err != nil {
			t.Fatal(err)
		}
		if hasColour := strings.Contains(picture, `="#`+th.Ink.Hex()[1:]) && doc.fills[th.Paper.Hex()]; hasColour == th.Adaptive {
			t.Errorf("%s: ink and paper are said: %v", th.Name, hasColour)
		}
		if (doc.rules != "") != th.Adaptive {
			t.Errorf("%s: the style sheet is %q", th.Name, doc.rules)
		}
	}
}

// Whatever a text holds, the picture is XML that shows it as text.
func TestHostileText(t *testing.T) {
	check := func(s string) error {
		d := sample.Trolley()
		d.Name, d.Alt = s, s
		words := formula.Line{formula.Words{Command: "text", Text: s}}
		for i := range d.Items {
			d.Items[i].Element.Name = s
			d.Items[i].Element.Label = naming.Shown(words)
			d.Items[i].Colour = s
			d.Items[i].Labels = append(d.Items[i].Labels, layout.Label{Formula: words, Text: s}, layout.Label{Formula: words})
		}
		all := func(*graph.Element) []string { return []string{s, s} }
		_, err := parse(Write(d, Options{ID: s, Terms: all, Colours: func(*graph.Element) string { return s }}))
		return err
	}
	for _, s := range sample.Hostile {
		if err := check(s); err != nil {
			t.Errorf("%q: %v", s, err)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := string(rapid.SliceOf(rapid.OneOf(rapid.Byte(), rapid.SampledFrom([]byte("<>&\"'\x00]-")))).Draw(t, "text"))
		if err := check(s); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
	})
}

func ExampleWrite() {
	picture := string(Write(sample.Trolley(), Options{ID: "x", Terms: terms}))
	from := strings.Index(picture, `<g id="x-D"`)
	fmt.Print(picture[from : from+strings.Index(picture[from:], `<path fill`)])
	// Output:
	// <g id="x-D" data-element="D" data-kind="damper" data-terms="λ ds/dt">
	// <title>D, damper: λ ds/dt</title>
	// <path d="M40 140h124m.5 15v-30h2v30zm-32.5-37h56v44h-56m56-22h92"/>
}

func BenchmarkWrite(b *testing.B) {
	d := sample.Trolley()
	b.ReportAllocs()
	for b.Loop() {
		Write(d, Options{})
	}
}
