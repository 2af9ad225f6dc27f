package markdown

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"
	"unicode/utf8"

	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/dsl/syntax"
	"diagram/emit"
	"diagram/emit/internal/escape"
)

// SpliceOptions say what takes the place of a diagram's fence.
type SpliceOptions struct {
	// Stem begins the images' names: the second diagram of a file becomes Stem-2.svg, unless its fence has an id.
	Stem string
	// Inline puts the images into the text, as data: URLs.
	Inline bool
	Theme  emit.Theme // of the pictures
	// Kinds are those of which the diagrams may speak; nil: those of the language.
	Kinds *component.Catalog
}

// Image is a drawing that the spliced text refers to by Name.
type Image struct {
	Name string
	SVG  []byte
}

// Splice puts the drawing and the equation of every diagram fence in the fence's place and leaves every other byte as it
// is. The diagnostics name lines and columns of the Markdown file; with an error among them there is no text.
func Splice(file string, src []byte, o SpliceOptions) ([]byte, []Image, diag.List) {
	if d, wide := syntax.Wide(file, src); wide {
		return nil, nil, diag.List{d}
	}
	var out bytes.Buffer
	var images []Image
	var list diag.List
	taken := map[string]int{}
	pictures := pictures{}
	last := 0
	for i, f := range fences(src) {
		opts, problems := parseInfo(file, f.Info, place(src, f.InfoAt))
		list = append(list, problems...)
		if problems.HasErrors() {
			opts.form = "" // it is said once
		}
		d, eq, problems := f.compile(o.Kinds, file, src, opts, emit.Display)
		list = append(list, problems...)
		name := opts.id
		if name == "" {
			name = fmt.Sprintf("%s-%d", o.Stem, i+1)
		}
		if first, ok := taken[name]; ok {
			at := place(src, f.Open)
			list = append(list, diag.Diagnostic{File: file, Span: diag.Span{Start: at, End: at}, Summary: fmt.Sprintf("two diagrams are named %s", name),
				Help: fmt.Sprintf("give this one another id; the first is on line %d", first)})
		}
		taken[name] = place(src, f.Open).Line
		if list.HasErrors() {
			continue
		}
		var blocks []string
		if opts.show != showEquation {
			image := Image{name + ".svg", pictures.of(d, opts, o.Theme)}
			link := url.PathEscape(image.Name)
			if o.Inline {
				link = escape.SVG(image.SVG)
			} else {
				images = append(images, image)
			}
			blocks = append(blocks, imageLink(d, opts, link))
		}
		if eq != "" && opts.show != showDrawing {
			blocks = append(blocks, "$$"+eq+"$$")
		}
		out.Write(src[last:f.Open])
		out.WriteString(f.place(src, blocks))
		last = f.End
	}
	if list.HasErrors() {
		return nil, nil, list
	}
	out.Write(src[last:])
	return out.Bytes(), images, list
}

// pictures counts the pictures of a page by what they show.
type pictures map[string]int

// of is a fence's picture, its ids those of no other picture of the page.
func (p pictures) of(d *emit.Diagram, o options, t emit.Theme) []byte {
	how := emit.Options{ID: o.id, Form: o.form, Theme: t, Alt: o.alt}
	picture := d.SVG(how)
	same := string(picture)
	if how.Copy = p[same]; how.Copy > 0 {
		picture = d.SVG(how)
	}
	p[same]++
	return picture
}

// imageLink is the image in Markdown: its words, its address, the diagram's title and the fence's id.
func imageLink(d *emit.Diagram, o options, link string) string {
	alt := o.alt
	if alt == "" {
		alt = d.Alt()
	}
	s := "![" + escape.Markdown(alt) + "](" + link
	if title := d.Title(); title != "" {
		s += ` "` + strings.ReplaceAll(escape.Markdown(title), `"`, `\"`) + `"`
	}
	s += ")"
	if o.id != "" {
		s += "{#" + o.id + "}"
	}
	return s
}

// place sets blocks in the place of the fence, parted from one another and from their neighbours by blank lines, in the
// quotes and lists that the fence stands in.
func (f fence) place(src []byte, blocks []string) string {
	newline := "\n"
	if i := bytes.IndexByte(src[f.Open:], '\n'); i > 0 && src[f.Open+i-1] == '\r' {
		newline = "\r\n"
	}
	margin := f.margin(src)
	blank := newline + strings.TrimRight(margin, " \t")
	s := strings.Join(blocks, blank+newline+margin)
	if f.Before {
		// The fence's own margin is already there, on what becomes the blank line.
		s = newline + margin + s
	}
	if f.After {
		s += blank
	}
	return s
}

// place is where a byte of the text stands.
func place(src []byte, offset int) diag.Pos {
	return diag.Pos{
		Offset: offset,
		Line:   1 + bytes.Count(src[:offset], []byte("\n")),
		Column: 1 + utf8.RuneCount(lineBefore(src, offset)),
	}
}

// compile compiles the fence's diagram and prints its equation; there is none where the diagram only draws.
func (f fence) compile(kinds *component.Catalog, file string, src []byte, o options, n emit.Notation) (*emit.Diagram, string, diag.List) {
	if kinds == nil {
		kinds = component.Standard()
	}
	d, list := emit.CompileWith(kinds, file, f.source(src))
	eq := ""
	if d != nil && o.show != showDrawing {
		var problems diag.List
		eq, problems = d.Equation(o.form, n, emit.EquationOptions{})
		list = append(list, problems...)
	}
	if len(f.Lines) > 0 {
		start := bytes.LastIndexByte(src[:f.Lines[0].Start], '\n') + 1
		shift(list, start-bytes.Count(src[:start], []byte("\n")))
	}
	opening := f.opening(src)
	for i := range list {
		if s := &list[i].Span; !s.IsValid() || s.Start.Line <= opening.Start.Line {
			*s = opening // what is said of the whole
		}
	}
	return d, eq, list
}

// opening is where the fence's first line stands.
func (f fence) opening(src []byte) diag.Span {
	line, _, _ := bytes.Cut(src[f.Open:], []byte("\n"))
	return diag.Span{Start: place(src, f.Open), End: place(src, f.Open+len(bytes.TrimRight(line, " \t\r")))}
}

// shift moves the offsets of diagnostics.
func shift(list diag.List, by int) {
	move := func(s *diag.Span) {
		s.Start.Offset += by
		s.End.Offset += by
	}
	for i := range list {
		move(&list[i].Span)
		for j := range list[i].Related {
			move(&list[i].Related[j].Span)
		}
	}
}
