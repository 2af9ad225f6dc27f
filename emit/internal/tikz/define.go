package tikz

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"diagram/dsl/component"
	"diagram/dsl/graph"
	"diagram/dsl/ink"
	"diagram/layout"
)

// Keys of TikZ's that the styles are made of. Their lengths are those of package ink.
var (
	solidTip = fmt.Sprintf("-{Triangle[length=%s, width=%s]}", mm(ink.SolidLength), mm(ink.SolidWidth))
	openTip  = fmt.Sprintf(">={Straight Barb[round, length=%s, width=%s]}", mm(ink.OpenLength), mm(ink.OpenWidth))
)

// groups are the keys that the styles of several kinds share, with what they are made of.
var groups = map[string]string{
	"body": "draw, transform shape",
	"connector": `execute at begin to={\pgfinterruptpath
    \path (\tikztostart) coordinate (diagram-from) -- (\tikztotarget) coordinate (diagram-to) \tikztonodes; \endpgfinterruptpath}`,
}

// group is the key of its sort that a glyph's style builds on. All springs and dampers have diagram/connector.
func group(it *layout.Item, g *glyph) string {
	switch el := it.Element; {
	case g.form == box && (el == nil || el.Kind == nil):
		return "body"
	case g.form != box && layout.IsMark(it.Style):
		return "mark"
	case el == nil || el.Kind == nil:
		return ""
	default:
		return el.Kind.Sort.String()
	}
}

// define writes a glyph's style, or one for each of its layers. A style is put before what its key has already, so that what
// the author's document says of it counts.
func (t *text) define(g *glyph) {
	layers := 1
	if g.form == along {
		layers = len(g.layers)
	}
	for i := range layers {
		t.put("  diagram/", g.layer(i), "/.prefix style={")
		o := options{text: t, bare: true}
		if base := g.base(); base != "" {
			o.add(base)
		}
		g.body(&o, i)
		t.put("},\n")
	}
}

// layer is the name of one of a glyph's layers.
func (g *glyph) layer(i int) string {
	if i == 0 {
		return g.name
	}
	return fmt.Sprintf("%s %d", g.name, i+1)
}

// base is what a style begins with; "" for nothing.
func (g *glyph) base() string {
	switch {
	case g.form == box && g.group == "body" || g.form == along && g.group == "connector":
		return "diagram/" + g.group
	case g.form == box:
		return "diagram/" + g.group + "/.try, " + groups["body"]
	case g.form == along:
		return "diagram/" + g.group + "/.try, " + groups["connector"]
	case g.group == "":
		return ""
	}
	return "diagram/" + g.group + "/.try"
}

// body writes what makes a style its own.
func (g *glyph) body(o *options, layer int) {
	switch g.form {
	case box:
		o.add(outline(g.outline)...)
		o.add(pen(g.pen)...)
	case straight:
		o.add(lines(g.pen)...)
		o.add(g.tips()...)
	case along:
		strokes := g.layers[layer].strokes
		o.add(pen(ink.PenOf(strokes[len(strokes)-1]))...)
		o.add("to path={")
		o.toPath(g, strokes)
		o.put("}")
	case face:
		o.add(pen(g.pen)...)
		o.add(hatching(g.strokes[0].(*ink.Hatch), g.down))
	default:
		o.add(pen(g.pen)...)
	}
}

// outline are the options of a node that give it its shape.
func outline(k ink.Stroke) []string {
	switch k := k.(type) {
	case *ink.Circle:
		return []string{"circle"}
	case *ink.Rect:
		if k.Round > 0 {
			return []string{"rounded corners=" + mm(k.Round)}
		}
	}
	return nil
}

// hatching is a face's second drawing: oblique ticks.
func hatching(h *ink.Hatch, right bool) string {
	angle := 45
	if right {
		angle = -45
	}
	depth := h.Depth
	if depth < 0 {
		depth = -depth
	}
	post := ""
	if m := mm(h.Margin()); m != "0" {
		post = ", post=moveto, post length=" + m
	}
	return fmt.Sprintf("postaction={draw, %sdecorate, decoration={border, angle=%d, amplitude=%s, segment length=%s%s}}",
		strings.Join(append(lines(h.Pen), ""), ", "), angle, mm(1.41421356*depth), mm(h.Pitch), post)
}

// tips are the arrow's tips and bars at the ends of a straight glyph.
func (g *glyph) tips() []string {
	bar := func(i int) string {
		if g.bars[i] == 0 {
			return ""
		}
		return "|[width=" + mm(g.bars[i]) + "]"
	}
	from, to := bar(0), bar(1)
	switch g.pen.Head {
	case ink.SolidHead:
		if from+to == "" {
			return []string{solidTip}
		}
		to = strings.TrimSuffix(strings.TrimPrefix(solidTip, "-{"), "}") + to
	case ink.OpenHead:
		to = ">" + to
	case ink.BothHeads:
		from, to = from+"<", ">"+to
	}
	if from+to == "" {
		return nil
	}
	brace := func(s string) string {
		if strings.ContainsAny(s, "[") {
			return "{" + s + "}"
		}
		return s
	}
	return []string{brace(from) + "-" + brace(to)}
}

// lines prints the lines of a pen as options of \draw, without its heads and fills.
func lines(p ink.Pen) []string {
	p.Head, p.Fill = ink.NoHead, ink.NoFill
	return pen(p)
}

// pen prints a pen as options of \draw. Tints are ink that shows through, so that they fit every page.
func pen(p ink.Pen) []string {
	var o []string
	switch p.Weight {
	case ink.Thin:
		o = append(o, "thin")
	case ink.Thick:
		o = append(o, "very thick")
	}
	switch p.Fill {
	case ink.Shade:
		o = append(o, "fill", "fill opacity=0.15", "text opacity=1")
	case ink.Solid:
		o = append(o, "fill")
	}
	switch p.Head {
	case ink.SolidHead:
		o = append(o, solidTip)
	case ink.OpenHead:
		o = append(o, "->")
	case ink.BothHeads:
		o = append(o, "<->")
	}
	if p.Dashed {
		o = append(o, "dashed")
	}
	if p.NoLine {
		o = append(o, "draw=none")
	}
	return o
}

// pictureStyle is the style of the picture, as far as what it draws needs it.
func pictureStyle(used []byte, size float64) string {
	o := []string{"semithick", "line join=round"}
	if bytes.ContainsRune(used, '>') {
		o = append(o, openTip)
	}
	return "diagram/.prefix style={" + strings.Join(o, ", ") + ",\n    " + font(size) + ", every node/.style={inner sep=0pt, outer sep=0pt}}"
}

// font sets the size of the labels, in points, with the leading that TeX has with it.
func font(size float64) string {
	return "font=\\fontsize{" + num(size) + "}{" + num(1.2*size) + "}\\selectfont"
}

// definitions writes the styles of glyphs; with base, before them those that they build on, with labels of a size.
func definitions(glyphs []*glyph, base bool, size float64) []byte {
	var own text
	for _, g := range glyphs {
		own.define(g)
	}
	if !base {
		return own.b
	}
	var t text
	t.put("  ", pictureStyle(own.b, size), ",\n")
	for _, name := range []string{"body", "connector"} {
		if slices.ContainsFunc(glyphs, func(g *glyph) bool { return g.base() == "diagram/"+name }) {
			t.put("  diagram/", name, "/.prefix style={", groups[name], "},\n")
		}
	}
	return append(t.b, own.b...)
}

// every are the glyphs of all kinds of element of a catalog, in the sizes in which they usually are.
func every(kinds *component.Catalog) []*glyph {
	var all []*glyph
	for _, k := range layout.Glyphs(kinds) {
		it := layout.Item{Style: k.Style, Strokes: k.Strokes, Frame: ink.Frame{W: 1, H: k.Height}}
		if k.Kind != nil {
			it.Element = &graph.Element{Kind: k.Kind}
		}
		all = append(all, newGlyph(&it))
	}
	return all
}

// Preamble is what Options.Shared leaves out of the pictures: TikZ, its libraries and the styles of all kinds of element in a
// catalog, for the preamble of a document with several pictures.
func Preamble(kinds *component.Catalog) []byte {
	var b bytes.Buffer
	b.WriteString("\\usepackage{amsmath,tikz}\n\\usetikzlibrary{" + Libraries + "}\n")
	b.Write(shared(kinds))
	return b.Bytes()
}

// shared are the styles of all kinds.
func shared(kinds *component.Catalog) []byte {
	return slices.Concat([]byte("\\tikzset{\n"), definitions(every(kinds), true, graph.UsualFontSize), []byte("}\n"))
}

// Libraries are TikZ's libraries that pictures may need. babel lets TikZ read its own signs where a language has given them
// another meaning.
const Libraries = "arrows.meta,babel,backgrounds,bending,calc,decorations.pathreplacing"

// libraries are those that some texts of TikZ need.
func libraries(texts ...[]byte) string {
	has := func(what string) bool {
		return slices.ContainsFunc(texts, func(t []byte) bool { return bytes.Contains(t, []byte(what)) })
	}
	need := map[string]bool{
		"arrows.meta":               has("Straight Barb") || has("Triangle"),
		"babel":                     true,
		"backgrounds":               has("show background"),
		"bending":                   has(" arc["),
		"calc":                      has("($("),
		"decorations.pathreplacing": has("{border,"),
	}
	return strings.Join(slices.DeleteFunc(strings.Split(Libraries, ","), func(name string) bool { return !need[name] }), ",")
}
