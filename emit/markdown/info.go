package markdown

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"diagram/dsl/diag"
	"diagram/emit/equation"
	"diagram/symbolic/motion"
)

// options are what a fence's info string says behind the language: ```diagram {#trolley form=newton show=both}.
type options struct {
	id   string // names the image; reference-able where attributes are understood
	alt  string // in place of the words made from the graph
	form motion.Form
	show string // one of shows
}

// What a fence shows.
const (
	showBoth     = "both"
	showDrawing  = "drawing"
	showEquation = "equation"
)

var shows = []string{showBoth, showDrawing, showEquation}

// word is one piece of an info string: #id, key=value or key="a value".
var word = regexp.MustCompile(`[^\s={}"]+(?:=(?:"[^"]*"|[^\s{}"]*))?|[^\s{}]`)

// identifier is what an id may look like: it becomes a file's name and an attribute.
var identifier = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_:.-]*$`)

// parseInfo reads the options of an info string that begins at a place of the Markdown file.
func parseInfo(file, info string, at diag.Pos) (options, diag.List) {
	o := options{show: showBoth}
	var list diag.List
	for _, span := range word.FindAllStringIndex(info, -1) {
		text := info[span[0]:span[1]]
		start := at
		start.Offset += span[0]
		start.Column += utf8.RuneCountInString(info[:span[0]])
		problem := func(summary, help string) {
			list = append(list, diag.Diagnostic{File: file, Span: diag.Span{Start: start, End: start.Advance(text)}, Summary: summary, Help: help})
		}
		key, value, _ := strings.Cut(text, "=")
		value = strings.Trim(value, `"`)
		switch {
		case strings.HasPrefix(text, "#"):
			key, value = "id", text[1:]
			fallthrough
		case key == "id":
			if !identifier.MatchString(value) {
				problem(fmt.Sprintf("%q can't name a diagram", value), "an id begins with a letter; letters, digits and _ : . - follow")
			}
			o.id = value
		case strings.HasPrefix(text, "."):
			// A class is for other programs.
		case key == "alt":
			o.alt = value
		case key == "form":
			o.form = motion.Form(value)
			if !slices.Contains(equation.Forms(), o.form) {
				problem(fmt.Sprintf("there is no form %q", value), "the forms are "+joined(equation.Forms()))
			}
		case key == "show":
			o.show = value
			if !slices.Contains(shows, value) {
				problem(fmt.Sprintf("a fence can't show %q", value), "it shows "+strings.Join(shows, ", "))
			}
		default:
			help := "a fence knows #id, alt, form and show"
			if near := diag.Nearest(key, []string{"alt", "form", "id", "show"}); near != "" {
				help = fmt.Sprintf("did you mean %s?", near)
			}
			problem(fmt.Sprintf("a fence has no option %q", key), help)
		}
	}
	return o, list
}

func joined(forms []motion.Form) string {
	var names []string
	for _, f := range forms {
		names = append(names, string(f))
	}
	return strings.Join(names, ", ")
}
