package equation

import (
	"slices"
	"strings"

	"diagram/emit/internal/lines"
	"diagram/symbolic/formula"
)

// TermText is a term as Unicode text. A product of bare symbols is set with spaces, m a, as the eye needs them over a
// bracket with a name.
func TermText(n formula.Node) string { return formula.Text(spaced(n)) }

// spaced puts spaces between the symbols of products that have nothing else, also in the cells of a matrix.
func spaced(n formula.Node) formula.Node {
	switch n := n.(type) {
	case formula.Grid:
		out := formula.Grid{Rows: make([][]formula.Node, len(n.Rows))}
		for i, row := range n.Rows {
			for _, cell := range row {
				out.Rows[i] = append(out.Rows[i], spaced(cell))
			}
		}
		return out
	case formula.Product:
		if slices.ContainsFunc(n, func(f formula.Node) bool { return !isBare(f) }) {
			return n
		}
		var row formula.Row
		for i, f := range n {
			if i > 0 {
				row = append(row, formula.Glyph{Shape: " "})
			}
			row = append(row, f)
		}
		return row
	}
	return n
}

// isBare reports whether a factor is a symbol that reads as one operand, which needs no brackets.
func isBare(n formula.Node) bool {
	s, ok := n.(formula.Symbol)
	return ok && !strings.ContainsAny(s.Text, "+−/ ")
}

// beside sets blocks of lines side by side, each centred in height.
func beside(blocks []string) string {
	height := 0
	split := make([][]string, len(blocks))
	for i, b := range blocks {
		split[i] = strings.Split(b, "\n")
		height = max(height, len(split[i]))
	}
	rows := make([]string, height)
	for _, block := range split {
		wide, above := 0, (height-len(block))/2
		for _, l := range block {
			wide = max(wide, formula.Columns(l))
		}
		for i := range rows {
			text := ""
			if j := i - above; j >= 0 && j < len(block) {
				text = block[j]
			}
			rows[i] += text + strings.Repeat(" ", wide-formula.Columns(text))
		}
	}
	for i, r := range rows {
		rows[i] = strings.TrimRight(r, " ")
	}
	return strings.Join(rows, "\n")
}

// text sets lines one under the other; annotated with the elements that their terms came from:
//
//	k(s − L₀) + λ ds/dt = m a        a = −d²s/dt², towards W
//	└── S ──┘   └─ D ─┘   └ T ┘
func (p printer) text(all []lines.Group, names bool) string {
	var b strings.Builder
	for i, g := range all {
		if i > 0 {
			b.WriteByte('\n')
		}
		if g.Caption != nil {
			b.WriteString(g.Caption.Text(p.style) + "\n")
		}
		b.WriteString(p.textLines(g.Lines, names))
	}
	return b.String()
}

func (p printer) textLines(all []lines.Line, names bool) string {
	var b strings.Builder
	for i, l := range all {
		pieces := textLine(l)
		tall := false
		for i := range pieces {
			if !names {
				pieces[i].owner = ""
			}
			tall = tall || strings.Contains(pieces[i].text, "\n")
		}
		if i > 0 && (names && l.Terms || tall) {
			b.WriteByte('\n')
		}
		remarks := p.textRemarks(l)
		remark := ""
		if len(remarks) == 1 {
			remark, remarks = remarks[0], nil
		}
		switch {
		case tall:
			blocks := make([]string, len(pieces))
			for i, piece := range pieces {
				blocks[i] = piece.text
			}
			b.WriteString(beside(blocks) + "\n")
			if remark != "" {
				b.WriteString("    " + remark + "\n")
			}
		case names:
			b.WriteString(annotated(pieces, remark, p.width))
		default:
			b.WriteString(joined(pieces))
			if remark != "" {
				b.WriteString(remarkGap + remark)
			}
			b.WriteByte('\n')
		}
		for _, r := range remarks {
			b.WriteString("    " + r + "\n")
		}
	}
	return b.String()
}

// TextLine is a line without matrices as one line of text.
func TextLine(l lines.Line) string { return joined(textLine(l)) }

func joined(pieces []piece) string {
	var b strings.Builder
	for _, piece := range pieces {
		b.WriteString(piece.text)
	}
	return b.String()
}

func textLine(l lines.Line) []piece {
	pieces := append(textSide(l.Left), piece{text: " = "})
	return append(pieces, textSide(l.Right)...)
}

func textSide(parts []lines.Part) []piece {
	if len(parts) == 0 {
		return []piece{{text: "0"}}
	}
	var pieces []piece
	for i := range parts {
		minus := " − "
		if i == 0 {
			minus = "−"
		}
		if s := sign(&parts[i], " + ", minus); s != "" {
			pieces = append(pieces, piece{text: s})
		}
		pieces = append(pieces, textPart(&parts[i])...)
	}
	return pieces
}

// textPart is a part factor by factor: matrices are blocks to be set side by side.
func textPart(p *lines.Part) []piece {
	start, owner := lead(p, ", ", " : "), ""
	if p.Names != nil {
		start += formula.Text(p.Names) + " = "
	}
	if p.Source != nil {
		owner = p.Source.Tag()
	}
	var pieces []piece
	for i, n := range p.Shown() {
		if i > 0 {
			pieces = append(pieces, piece{text: " "})
		}
		pieces = append(pieces, piece{start + TermText(n), owner})
		start = ""
	}
	pieces[len(pieces)-1].text += textUnit(p.Unit)
	return pieces
}

func textUnit(unit formula.Node) string {
	if unit == nil {
		return ""
	}
	return " " + formula.Text(unit)
}

// textRemarks say what the line's shorthands mean: "a = −d²s/dt², towards W".
func (p printer) textRemarks(l lines.Line) []string {
	var remarks []string
	for _, d := range l.Where {
		s := formula.Text(d.Symbol) + " = " + formula.Text(d.Value)
		if t := d.Tail; t.Amount != nil {
			s += related(t, " = ", " ≈ ") + formula.Text(t.Amount) + textUnit(t.Unit)
		}
		if d.Tail.Words != "" {
			s += ", " + d.Tail.Words
		}
		remarks = append(remarks, s)
	}
	if l.Remark != nil {
		remarks = append(remarks, l.Remark.Text(p.style))
	}
	return remarks
}
