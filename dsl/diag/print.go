package diag

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Options say how a list is printed.
type Options struct {
	Color bool // with ANSI colours
}

// The ANSI styles of the parts of a message.
const (
	reset = "\x1b[0m"
	bold  = "\x1b[1m"
	red   = "\x1b[1;31m"
	amber = "\x1b[1;33m"
	cyan  = "\x1b[36m"
)

// Print writes the list for a human reader: place, message, the source line with a caret under the span, and help. The
// sources are by file name as in Diagnostic.File; without a source the line is left out. It shows the first of a file's
// diagnostics and says how many more there are.
func (l List) Print(w io.Writer, sources map[string][]byte, opt Options) error {
	var b strings.Builder
	p := printer{&b, opt.Color}
	l.each(
		func(d *Diagnostic) { p.diagnostic(d, sources[d.File]) },
		func(file, rest string) { fmt.Fprintf(&b, "… and %s in %s\n", rest, Visible(file)) },
	)
	_, err := io.WriteString(w, b.String())
	return err
}

type printer struct {
	b     *strings.Builder
	color bool
}

func (p printer) styled(style, text string) string {
	if !p.color {
		return text
	}
	return style + text + reset
}

func (p printer) diagnostic(d *Diagnostic, src []byte) {
	style := red
	if d.Severity == Warning {
		style = amber
	}
	fmt.Fprintf(p.b, "%s: %s %s\n", p.styled(bold, Visible(d.place())), p.styled(style, d.Severity.String()+":"), p.styled(bold, Visible(d.Summary)))
	p.excerpt(d.Span, src, style)
	for _, r := range d.Related {
		fmt.Fprintf(p.b, "    %s %s\n", p.styled(cyan, fmt.Sprintf("line %d:", r.Span.Start.Line)), Visible(r.Message))
	}
	if d.Help != "" {
		fmt.Fprintf(p.b, "    %s %s\n", p.styled(cyan, "help:"), Visible(d.Help))
	}
}

// maxLine is how much of a source line is shown, in columns; context how much of it at least before the caret.
const (
	maxLine = 100
	context = 30
)

// excerpt prints the source line with a caret under the span. A span of several lines is marked to the end of the first.
func (p printer) excerpt(s Span, src []byte, style string) {
	if !s.IsValid() || s.Start.Offset > len(src) || len(src) == 0 {
		return
	}
	// Of a huge line only what can be shown is looked at.
	start := s.Start.Offset
	first := runeStart(src, max(0, start-2*maxLine))
	first += bytes.LastIndexAny(src[first:start], "\n\r") + 1
	last := runeStart(src, min(len(src), start+2*maxLine))
	if n := bytes.IndexAny(src[start:last], "\n\r"); n >= 0 {
		last = start + n
	}
	if first == last {
		return // the line is empty
	}
	line := cells(string(src[first:last]))
	from, to := column(line, start-first), column(line, min(s.End.Offset, last)-first)
	to = max(to, from+1)
	text, shift := cut(line, from, to)
	to = min(to, shift+maxLine)
	lead := ""
	if shift > 0 {
		lead = "…"
		shift--
	}
	fmt.Fprintf(p.b, "    %s%s\n", lead, text)
	fmt.Fprintf(p.b, "    %s%s\n", strings.Repeat(" ", from-shift), p.styled(style, strings.Repeat("^", to-from)))
}

func runeStart(src []byte, i int) int {
	for i > 0 && i < len(src) && !utf8.RuneStart(src[i]) {
		i--
	}
	return i
}

// cell is a character as it is printed.
type cell struct {
	offset int // in the line
	column int // where it is printed
	text   string
}

// tabStop is the distance of tab stops in what is printed.
const tabStop = 4

// cells lays a source line out: tabs become spaces, characters that a terminal would obey become visible ones.
func cells(line string) []cell {
	var cs []cell
	column := 0
	for i, r := range line {
		text, width := string(r), runeWidth(r)
		switch {
		case r == '\t':
			width = tabStop - column%tabStop
			text = strings.Repeat(" ", width)
		case unsafe(r):
			text, width = picture(r), 1
		}
		cs = append(cs, cell{i, column, text})
		column += width
	}
	return append(cs, cell{len(line), column, ""})
}

// column is where the character at a byte offset is printed.
func column(line []cell, offset int) int {
	for _, c := range line {
		if c.offset >= offset {
			return c.column
		}
	}
	return line[len(line)-1].column
}

// cut returns what of a long line is shown, around the caret, and the column at which that begins.
func cut(line []cell, from, to int) (text string, shift int) {
	if width := line[len(line)-1].column; width > maxLine {
		shift = max(0, min(from-context, width-maxLine))
		if to-shift <= maxLine/2 {
			shift = max(0, min(shift, width-maxLine))
		}
	}
	var b strings.Builder
	begun := false
	for _, c := range line {
		if c.column < shift {
			continue
		}
		if !begun {
			shift, begun = c.column, true
		}
		if c.column >= shift+maxLine && c.text != "" {
			b.WriteString("…")
			break
		}
		b.WriteString(c.text)
	}
	return b.String(), shift
}

// maxMessage is how much of a message is shown, in characters: what it quotes may be a whole file.
const maxMessage = 600

// Visible makes text safe to print: whatever a terminal would obey is spelled out (\x1b), and long text is cut.
func Visible(s string) string {
	if len(s) <= maxMessage && !strings.ContainsFunc(s, unsafe) {
		return s
	}
	var b strings.Builder
	n := 0
	for i, r := range s {
		if n++; n > maxMessage {
			b.WriteString("…")
			break
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case !unsafe(r):
			b.WriteRune(r)
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case r < 0x80:
			fmt.Fprintf(&b, `\x%02x`, r)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.String()
}

// unsafe characters are not printed as they are: controls, invisible formats (such as those that turn the direction of
// writing), and what isn't a character.
func unsafe(r rune) bool {
	return r == utf8.RuneError || unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Co, r) || r == '\u2028' || r == '\u2029'
}

// picture shows an unsafe character in one column.
func picture(r rune) string {
	switch {
	case r < 0x20:
		return string(0x2400 + r)
	case r == 0x7f:
		return "\u2421"
	}
	return "\ufffd"
}

// wide are the blocks whose characters fill two columns of a terminal.
var wide = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x1100, 0x115f, 1}, {0x2e80, 0x303e, 1}, {0x3041, 0x33ff, 1}, {0x3400, 0x4dbf, 1}, {0x4e00, 0x9fff, 1}, {0xa000, 0xa4cf, 1},
		{0xac00, 0xd7a3, 1}, {0xf900, 0xfaff, 1}, {0xfe30, 0xfe6f, 1}, {0xff00, 0xff60, 1}, {0xffe0, 0xffe6, 1},
	},
	R32: []unicode.Range32{{0x1f300, 0x1f64f, 1}, {0x1f680, 0x1f6ff, 1}, {0x1f900, 0x1f9ff, 1}, {0x20000, 0x3fffd, 1}},
}

func runeWidth(r rune) int {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me):
		return 0
	case r >= 0x1100 && unicode.Is(wide, r):
		return 2
	}
	return 1
}
