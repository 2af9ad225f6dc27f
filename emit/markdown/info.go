package markdown

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"diagram/dsl"
	"diagram/dsl/diag"
	"diagram/dsl/syntax"
	"diagram/emit"
)

// options are what a fence's info string says behind the language: ```diagram {#trolley form=newton show=both}.
type options struct {
	id   string // names the image; reference-able where attributes are understood
	alt  string // in place of the words made from the graph
	form emit.Form
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
type word struct {
	start, end int
	key, value string
	open       bool // its quotation mark isn't closed
}

// words parts an info string at blanks and the braces about them. A value in quotation marks may have any character; \" and
// \\ stand for a mark and a backslash.
func words(info string) []word {
	var found []word
	const between = " \t{}"
	for i := 0; i < len(info); {
		if strings.IndexByte(between, info[i]) >= 0 {
			i++
			continue
		}
		w := word{start: i}
		n := strings.IndexAny(info[i:], between+"=")
		if n < 0 {
			n = len(info) - i
		}
		w.key, i = info[i:i+n], i+n
		if i < len(info) && info[i] == '=' {
			i++
			if i < len(info) && info[i] == '"' {
				w.value, n, w.open = quoted(info[i+1:])
				n++
			} else if n = strings.IndexAny(info[i:], between); n < 0 {
				n = len(info) - i
				w.value = info[i:]
			} else {
				w.value = info[i : i+n]
			}
			i += n
		}
		w.end = i
		found = append(found, w)
	}
	return found
}

// quoted reads a value up to its closing quotation mark: what it says, and how long it is with the mark.
func quoted(s string) (value string, length int, open bool) {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '"':
			return b.String(), i + 1, false
		case s[i] == '\\' && i+1 < len(s) && (s[i+1] == '"' || s[i+1] == '\\'):
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String(), len(s), true
}

// identifier tells what an id may look like: it becomes a file's name and an attribute.
func identifier(s string) bool {
	for i, r := range s {
		letter := 'a' <= r|0x20 && r|0x20 <= 'z'
		if !letter && (i == 0 || !('0' <= r && r <= '9') && !strings.ContainsRune("_:.-", r)) {
			return false
		}
	}
	return s != ""
}

// parseInfo reads the options of an info string that begins at a place of the Markdown file.
func parseInfo(file, info string, at diag.Pos) (options, diag.List) {
	o := options{show: showBoth}
	var list diag.List
	for _, w := range words(info) {
		text, key, value := info[w.start:w.end], w.key, w.value
		start := at
		start.Offset += w.start
		start.Column += utf8.RuneCountInString(info[:w.start])
		problem := func(summary, help string) {
			list = append(list, diag.Diagnostic{File: file, Span: diag.Span{Start: start, End: start.Advance(text)}, Summary: summary, Help: help})
		}
		at, summary, help := syntax.Unfit(text)
		switch {
		case at >= 0:
			problem(summary, help)
		case w.open:
			problem("this quotation mark is not closed", `write key="value"; within, \" stands for a quotation mark`)
		case strings.HasPrefix(text, "#"):
			key, value = "id", text[1:]
			fallthrough
		case key == "id":
			if !identifier(value) {
				problem(fmt.Sprintf("%q can't name a diagram", value), "an id begins with a letter; letters, digits and _ : . - follow")
			}
			o.id = value
		case strings.HasPrefix(text, "."):
			// A class is for other programs.
		case key == "alt":
			o.alt = dsl.PlainText(value)
		case key == "form":
			o.form = emit.Form(value)
			if !slices.Contains(emit.Forms(), o.form) {
				problem(fmt.Sprintf("there is no form %q", value), "the forms are "+joined(emit.Forms()))
			}
		case key == "show":
			o.show = value
			if !slices.Contains(shows, value) {
				problem(fmt.Sprintf("a fence can't show %q", value), "it shows "+strings.Join(shows, ", "))
			}
		default:
			help := "the options are #id, alt, form and show"
			if near := diag.Nearest(key, []string{"alt", "form", "id", "show"}); near != "" {
				help = fmt.Sprintf("did you mean %s?", near)
			}
			problem(fmt.Sprintf("a fence has no option %q", key), help)
		}
	}
	return o, list
}

func joined(forms []emit.Form) string {
	var names []string
	for _, f := range forms {
		names = append(names, string(f))
	}
	return strings.Join(names, ", ")
}
