package emit_test

import (
	"bytes"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"diagram/dsl/component"
	"diagram/dsl/graph"
	"diagram/dsl/ink"
	"diagram/emit"
	"diagram/emit/internal/pdf"
	"diagram/emit/internal/raster"
	"diagram/emit/internal/svg"
	"diagram/emit/internal/tikz"
	"diagram/layout"
	"diagram/symbolic"
)

// TestEveryVariantIsDrawn holds all emitters to the glyph of every kind in all its looks.
func TestEveryVariantIsDrawn(t *testing.T) {
	kinds := component.Standard()
	for k := range kinds.All() {
		for _, fault := range variantFaults(kinds, k) {
			t.Errorf("%s: %s", k.Name, fault)
		}
	}
}

// TestNewVariantIsDrawn has kinds that no other file knows: what they say of their looks must be enough.
func TestNewVariantIsDrawn(t *testing.T) {
	flags := []component.Attribute{
		{Name: "heavy", Type: component.Flag, Doc: "drawn with a thick pen"},
		{Name: "shape", Type: component.Choice, Words: []string{"plain", "crossed", "ringed"}, Doc: "how it is drawn"},
	}
	glyph := func(l component.Look) []ink.Stroke {
		pen := ink.Pen{}
		if l.Has("heavy") {
			pen.Weight = ink.Thick
		}
		strokes := []ink.Stroke{&ink.Line{Pts: []ink.Pt{ink.At(0, 0, 0, 0), ink.At(1, 0, 0, 0)}, Pen: pen}}
		switch {
		case l.Has("crossed"):
			strokes = append(strokes, &ink.Line{Pts: []ink.Pt{ink.At(0.5, 0, -0.3, 0), ink.At(0.5, 0, 0.3, 0)}, Pen: pen})
		case l.Has("ringed"):
			strokes = append(strokes, &ink.Circle{Center: ink.At(0.5, 0, 0, 0), Radius: 0.1, Pen: pen})
		}
		if l.Rotation {
			strokes = append(strokes, &ink.Circle{Center: ink.At(0.5, 0, 0, 0), Radius: 0.15, Pen: pen})
		}
		return strokes
	}
	drawn := component.Glyph{Size: component.Size{Width: 1, Height: 0.5, MinWidth: 0.5}, Variants: []string{"heavy", "crossed", "ringed"}, Draw: glyph}
	law := func(_ component.Params, e component.Extension) []symbolic.Expr { return []symbolic.Expr{e.Rate} }
	for _, k := range []*component.Kind{
		{Name: "novelty", Sort: component.Connector{Law: law}, Example: "wall - novelty - mass"},
		{Name: "grease", Sort: component.Connector{Law: law, Sliding: true}, Example: "wall - spring - mass - grease - ground"},
		{Name: "lump", Sort: component.Body{}, Example: "wall - spring - lump"},
		{Name: "pillar", Sort: component.Support{}, Example: "pillar - spring - mass"},
		{Name: "pointer", Sort: component.Action{}, Example: "wall - spring - mass - pointer"},
	} {
		t.Run(k.Name, func(t *testing.T) {
			k.Attributes, k.Glyph = slices.Clone(flags), drawn
			kinds, err := component.Standard().With(k)
			if err != nil {
				t.Fatal(err)
			}
			k = kinds.Lookup(k.Name)
			if got := len(distinct(k)); got != 12 {
				t.Errorf("it has %d pictures", got)
			}
			for _, fault := range variantFaults(kinds, k) {
				t.Error(fault)
			}
		})
	}
}

// A check that can't fail is none: here two glyphs share a name.
func TestSharedStyleIsFound(t *testing.T) {
	k := component.Standard().Lookup("spring")
	zigzag, coil := item(k, component.Look{}), item(k, component.Look{Variant: "coil"})
	if faults := drawnFaults(zigzag, coil); len(faults) > 0 {
		t.Error(faults)
	}
	coil.Style = zigzag.Style
	if drawnFaults(zigzag, coil) == nil {
		t.Error("two glyphs of one style are not found")
	}
}

// variantFaults says what is wrong with how the variants of a kind are declared, reached and drawn.
func variantFaults(kinds *component.Catalog, k *component.Kind) (faults []string) {
	report := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	for _, word := range k.Glyph.Variants {
		if said(k, word) == word && k.Word(word) == nil {
			report("the variant %s is nothing that an author can say", word)
		}
	}
	for _, word := range words(k) {
		changes := slices.ContainsFunc(k.Looks(), func(l component.Look) bool {
			with := l
			with.Variant += " " + word
			return !l.Has(word) && !reflect.DeepEqual(k.Glyph.Draw(l), k.Glyph.Draw(with))
		})
		if changes != slices.Contains(k.Glyph.Variants, word) {
			report("%s changes the glyph: %v; it is declared as a variant: %v", word, changes, !changes)
		}
	}
	pictures, shared := distinct(k), styles(tikz.Preamble(kinds))
	if k.Action().Marks { // it is drawn as the coordinate of its body
		pictures = nil
		if style, ok := shared[k.Name]; ok {
			report("a style is defined that nothing uses: %s", style)
		}
	}
	for i, l := range pictures {
		for _, other := range pictures[:i] {
			faults = append(faults, drawnFaults(item(k, other), item(k, l))...)
		}
		it := item(k, l)
		alone := styles(tikz.Fragment(drawing(it), tikz.Options{}))[it.Style]
		if got, ok := shared[it.Style]; !ok || got != alone {
			report("the shared styles define %q as\n%s\ninstead of\n%s", it.Style, got, alone)
		}
	}
	for _, l := range k.Looks() {
		if l.Rotation || l.Inline || k.Action().Marks {
			continue // the example decides on these, and a mark draws the coordinate
		}
		it := written(kinds, k, l.Variant)
		if it == nil {
			report("its example with %q is not drawn", l.Variant)
			continue
		}
		look := it.Element.Look
		if look.Variant != l.Variant {
			report("written with %q it looks %q", l.Variant, look.Variant)
		}
		look.Inline = k.Connector().Sliding && !it.Element.OnFloor()
		if it.Style != k.Style(look) || !reflect.DeepEqual(it.Strokes, k.Glyph.Draw(look)) {
			report("written with %q it is drawn as a %s", l.Variant, it.Style)
		}
	}
	return faults
}

// said is what an author says for a variant: the word, or that a parameter is 0.
func said(k *component.Kind, variant string) string {
	for _, a := range k.Attributes {
		if a.Zero == variant {
			return a.Name + "=0"
		}
	}
	return variant
}

// words are all bare words that an author can say of a kind.
func words(k *component.Kind) (all []string) {
	for _, a := range k.Attributes {
		switch {
		case a.Type == component.Flag:
			all = append(all, a.Name)
		case a.Type == component.Choice && !a.Keyed:
			all = append(all, a.Words...)
		}
	}
	return all
}

// distinct are those of a kind's looks that give pictures of their own.
func distinct(k *component.Kind) (looks []component.Look) {
	for _, l := range k.Looks() {
		if !slices.ContainsFunc(looks, func(o component.Look) bool { return reflect.DeepEqual(k.Glyph.Draw(o), k.Glyph.Draw(l)) }) {
			looks = append(looks, l)
		}
	}
	return looks
}

// drawnFaults says where an emitter confuses two glyphs that differ when both are in one drawing.
func drawnFaults(a, b layout.Item) (faults []string) {
	for name, write := range map[string]func(*layout.Drawing) []byte{
		"SVG": func(d *layout.Drawing) []byte { return svg.Write(d, svg.Options{}) },
		"PDF": func(d *layout.Drawing) []byte { return pdf.Write(d, pdf.Options{}) },
		"PNG": func(d *layout.Drawing) []byte {
			m, err := raster.Image(d, raster.Options{DPI: 72})
			if err != nil {
				return nil
			}
			return m.Pix
		},
	} {
		both := write(drawing(a, b))
		if bytes.Equal(both, write(drawing(a, a))) || bytes.Equal(both, write(drawing(b, b))) {
			faults = append(faults, fmt.Sprintf("%s draws a %s and a %s alike", name, a.Style, b.Style))
		}
	}
	both := styles(tikz.Fragment(drawing(a, b), tikz.Options{}))
	for _, it := range []layout.Item{a, b} {
		alone, defined := styles(tikz.Fragment(drawing(it), tikz.Options{}))[it.Style]
		if got, ok := both[it.Style]; !defined || !ok || got != alone {
			faults = append(faults, fmt.Sprintf("beside another TikZ draws a %s as\n%s\ninstead of\n%s", it.Style, got, alone))
		}
	}
	return faults
}

func item(k *component.Kind, l component.Look) layout.Item {
	f := ink.Frame{W: max(k.Glyph.Size.Width, 1), H: max(k.Glyph.Size.Height, 0.5)}
	return layout.Item{Style: k.Style(l), Strokes: k.Glyph.Draw(l), Frame: f, Element: &graph.Element{Name: "E", Kind: k}}
}

func drawing(items ...layout.Item) *layout.Drawing {
	for i := range items {
		items[i].Name = fmt.Sprintf("E%d", i)
		items[i].Frame.Origin.Y = 3 * float64(i)
	}
	return &layout.Drawing{Items: items, Min: ink.Point{X: -3, Y: -3}, Max: ink.Point{X: 5, Y: 6}}
}

// written is the item of a kind in its example, said with a variant's words.
func written(kinds *component.Catalog, k *component.Kind, variant string) *layout.Item {
	var all []string
	for _, word := range strings.Fields(variant) {
		all = append(all, said(k, word))
	}
	words := strings.Join(all, ", ")
	place := regexp.MustCompile(`\b` + k.Name + `\b(\[([^]]*)\])?`)
	done := false
	source := place.ReplaceAllStringFunc(k.Example, func(s string) string {
		if done || words == "" {
			return s
		}
		done = true
		if said := place.FindStringSubmatch(s)[2]; said != "" {
			return k.Name + "[" + said + ", " + words + "]"
		}
		return k.Name + "[" + words + "]"
	})
	d, list := emit.CompileWith(kinds, "variant.dg", []byte(source))
	if list.HasErrors() {
		return nil
	}
	for _, it := range d.Drawing().Items {
		if it.Element != nil && it.Element.Kind == k && !layout.IsMark(it.Style) {
			return &it
		}
	}
	return nil
}

var definition = regexp.MustCompile(`(?ms)^  diagram/([\w -]+?)(?: \d+)?/\.prefix style=\{(.*?)\},?$`)

// styles are the definitions of a picture's glyphs, by name: those of all the paths of which one is made, one after the other.
func styles(picture []byte) map[string]string {
	all := map[string]string{}
	for _, m := range definition.FindAllStringSubmatch(string(picture), -1) {
		all[m[1]] += m[2] + "\n"
	}
	return all
}
