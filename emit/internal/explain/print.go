package explain

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"diagram/emit/internal/document"
	"diagram/emit/internal/escape"
	"diagram/emit/internal/title"
)

// Text is the explanation as a table in plain text: element, term, how to read it; then its notes.
func (x *Explanation) Text() string {
	var b strings.Builder
	t := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	for i, e := range x.Entries {
		if caption := x.Caption(i); len(caption) > 0 {
			if i > 0 {
				fmt.Fprintln(t)
			}
			fmt.Fprintln(t, caption.Text())
		}
		tag := e.Tag
		for _, l := range e.Lines() {
			fmt.Fprintf(t, "%s\t%s\t%s\n", tag, l.Text, l.Reading)
			tag = ""
		}
	}
	_ = t.Flush() // a strings.Builder takes everything
	for _, n := range x.Notes {
		b.WriteString("\n" + n + "\n")
	}
	return b.String()
}

// Markdown is the explanation as a table in Markdown, and its notes.
func (x *Explanation) Markdown() string {
	var b strings.Builder
	const head = "| element | term | in words |\n| --- | --- | --- |\n"
	if len(x.Entries) == 0 {
		b.WriteString(head)
	}
	for i, e := range x.Entries {
		caption := x.Caption(i)
		if i > 0 && len(caption) > 0 {
			b.WriteByte('\n')
		}
		if len(caption) > 0 {
			b.WriteString("**" + title.Markdown(caption) + "**\n\n")
		}
		if i == 0 || len(caption) > 0 {
			b.WriteString(head)
		}
		tag := e.Tag
		for _, l := range e.Lines() {
			math := ""
			if l.LaTeX != "" {
				math = "$" + strings.ReplaceAll(escape.Math(l.LaTeX), "|", `\vert `) + "$"
			}
			fmt.Fprintf(&b, "| %s | %s | %s |\n", escape.Markdown(tag), math, escape.Markdown(l.Reading))
			tag = ""
		}
	}
	for _, n := range x.Notes {
		b.WriteString("\n" + escape.Markdown(n) + "\n")
	}
	return b.String()
}

// JSON is the entries as a JSON array.
func (x *Explanation) JSON() string { return document.Encode(x.Entries) }
