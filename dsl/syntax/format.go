package syntax

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"diagram/dsl/diag"
)

// Format prints a tree in its canonical layout: blanks as in `W - (S, D) - T` and `T = trolley[label=m]`,
// equals signs and comments of adjacent lines below each other, blank lines kept but never two. Lines that the author broke
// inside a statement stay broken, and statements between which they put a ; stay in one. All comments stay. What could not be read is printed as it is.
func Format(f *File) []byte {
	p := &formatter{comments: f.Comments}
	for _, s := range f.Statements {
		span := s.Span()
		p.ownComments(span.Start)
		if inLine := len(p.rows) > 0 && span.Start.Line == p.line; inLine {
			p.write("; ")
			p.statement(s, true)
		} else {
			p.next(span.Start.Line)
			p.statement(s, false)
		}
		p.line = span.End.Line
	}
	p.ownComments(diag.Pos{Offset: len(f.Source) + 1})
	return p.bytes()
}

// formatter collects the rows of the output.
type formatter struct {
	comments []*Comment // not printed yet
	rows     []row
	line     int // of the source, where what was printed last ended
}

// row is a line of the output.
type row struct {
	name    string // before an equals sign; empty where there is none to align
	text    []byte
	comment string // behind the text
	joined  bool   // is aligned with the row before
}

// next begins a row for what stands in a line of the source, after a blank one where the source has some.
func (p *formatter) next(line int) {
	gap := len(p.rows) > 0 && line > p.line+1
	if gap {
		p.rows = append(p.rows, row{})
	}
	p.rows = append(p.rows, row{joined: len(p.rows) > 0 && !gap})
}

func (p *formatter) row() *row { return &p.rows[len(p.rows)-1] }

// ownComments prints the comments before a place, each in its own row or behind the statement in whose line it stands.
func (p *formatter) ownComments(before diag.Pos) {
	for len(p.comments) > 0 && p.comments[0].span.Start.Offset < before.Offset {
		comment := p.comments[0]
		p.comments = p.comments[1:]
		line := comment.span.Start.Line
		if len(p.rows) > 0 && line == p.line && p.row().comment == "" {
			p.row().comment = comment.Text
			continue
		}
		p.next(line)
		p.row().comment = comment.Text
		p.line = line
	}
}

// statement prints a statement in a row of its own, or behind others in theirs.
func (p *formatter) statement(s Statement, inLine bool) {
	p.line = s.Span().Start.Line
	switch s := s.(type) {
	case *Declaration:
		p.name(s.Name.Text, inLine)
		p.element(&s.Element, 1)
	case *Quantity:
		p.name(s.Symbol.Raw, inLine)
		p.leaf(s.Amount.Raw, s.Amount.Span, 1)
	case *Setting:
		p.leaf(s.Word.Text, s.Word.Span, 0)
		p.brackets(&s.Brackets, 0)
	case *Part:
		p.leaf(s.Word.Text, s.Word.Span, 0)
		p.brackets(s.Brackets, 0)
	case *Connection:
		p.ends(s.Ends, 0)
	case *Bad:
		p.write(s.Text)
		for len(p.comments) > 0 && p.comments[0].span.Start.Offset < s.span.End.Offset {
			p.comments = p.comments[1:] // the text has them
		}
	}
}

// name prints what stands before an equals sign.
func (p *formatter) name(name string, inLine bool) {
	if inLine {
		p.write(name)
	} else {
		p.row().name = name
	}
	p.write(" = ")
}

func (p *formatter) write(text string) {
	r := p.row()
	r.text = append(r.text, text...)
}

// indent is by how much a line is indented that goes on inside a statement, for each bracket that is open.
const indent = "    "

// leaf prints a piece of the source, behind the comments that stand before it, and in a new line where it stands in one.
func (p *formatter) leaf(text string, span diag.Span, depth int) {
	broken := span.Start.Line > p.line
	for len(p.comments) > 0 && p.comments[0].span.Start.Offset < span.Start.Offset {
		if p.row().comment != "" {
			p.breakLine(depth)
		}
		p.row().comment = p.comments[0].Text
		p.comments = p.comments[1:]
		broken = true
	}
	if broken {
		p.breakLine(depth)
	}
	p.write(text)
	p.line = span.End.Line
}

func (p *formatter) breakLine(depth int) {
	if text := bytes.TrimRight(p.row().text, " "); len(text) > 0 {
		p.row().text = text
	}
	p.rows = append(p.rows, row{text: bytes.Repeat([]byte(indent), depth)})
}

func (p *formatter) ends(ends []End, depth int) {
	for i, end := range ends {
		if i > 0 {
			p.write(" - ")
		}
		switch end := end.(type) {
		case *ElementNode:
			p.element(end, min(depth+i, depth+1))
		case *Group:
			p.leaf("(", end.Open, min(depth+i, depth+1))
			for j, chain := range end.Chains {
				if j > 0 {
					p.write(", ")
				}
				p.ends(chain.Ends, depth+1)
			}
			p.leaf(")", end.Close, depth)
		}
	}
}

func (p *formatter) element(e *ElementNode, depth int) {
	p.leaf(e.Kind.Text, e.Kind.Span, depth)
	p.brackets(e.Brackets, max(depth-1, 0))
}

// brackets prints attributes; none where the brackets hold nothing.
func (p *formatter) brackets(b *Brackets, depth int) {
	if b == nil {
		return
	}
	p.leaf("[", b.Open, depth+1)
	for i, a := range b.Attributes {
		if i > 0 {
			p.write(", ")
		}
		p.leaf(a.Key.Text, a.Key.Span, depth+1)
		if a.Value != nil {
			p.write("=")
			p.leaf(a.Value.Raw, a.Value.Span, depth+1)
		}
	}
	p.leaf("]", b.Close, depth)
}

// bytes aligns the rows and puts them together.
func (p *formatter) bytes() []byte {
	align(p.rows, func(r *row) int { return utf8.RuneCountInString(r.name) }, func(r *row, missing int) {
		r.text = slices.Concat([]byte(r.name), blanks(missing), r.text)
	})
	align(p.rows, func(r *row) int {
		if r.comment == "" || len(bytes.TrimSpace(r.text)) == 0 {
			return 0
		}
		return utf8.RuneCount(r.text)
	}, func(r *row, missing int) {
		r.text = append(r.text, blanks(missing+1)...)
	})
	var out []byte
	for _, r := range p.rows {
		out = append(out, r.text...)
		out = append(out, r.comment...)
		out = append(bytes.TrimRight(out, " "), '\n')
	}
	return out
}

func blanks(n int) []byte { return bytes.Repeat([]byte(" "), n) }

// align pads what adjacent rows have, each of its own width, by what is missing to the greatest of their widths. A row of
// width 0 has none, and ends a run of rows.
func align(rows []row, width func(*row) int, pad func(r *row, missing int)) {
	for i := 0; i < len(rows); {
		greatest, n := 0, i
		for n < len(rows) && width(&rows[n]) > 0 && (n == i || rows[n].joined) {
			greatest = max(greatest, width(&rows[n]))
			n++
		}
		for j := i; j < n; j++ {
			pad(&rows[j], greatest-width(&rows[j]))
		}
		i = max(n, i+1)
	}
}
