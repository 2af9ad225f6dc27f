package equation

import (
	"strings"

	"diagram/symbolic"
)

var textNotation = notation{
	expr:     TermText,
	raw:      func(r raw) string { return r.text },
	grid:     func(rows [][]string, _ bool) string { return textGrid(rows) },
	brackets: func(s string) string { return "(" + s + ")" },
}

// TermText is a term as Unicode text. A product of bare symbols is set with spaces, m a, as the eye needs them over a
// bracket with a name.
func TermText(e symbolic.Expr, style symbolic.Style) string {
	p, ok := e.(*symbolic.Product)
	if !ok {
		return symbolic.Text(e, style)
	}
	factors := p.Factors()
	words := make([]string, len(factors))
	for i, f := range factors {
		switch f := f.(type) {
		case *symbolic.Symbol:
		case *symbolic.Function:
			if f.Order() > 0 {
				return symbolic.Text(e, style)
			}
		default:
			return symbolic.Text(e, style)
		}
		words[i] = symbolic.Text(f, style)
		if strings.ContainsAny(words[i], "+−/ ") { // of several operands: needs brackets
			return symbolic.Text(e, style)
		}
	}
	return strings.Join(words, " ")
}

// textGrid is a matrix in brackets, a line a row.
func textGrid(rows [][]string) string {
	if len(rows) == 1 && len(rows[0]) == 1 {
		return "[" + rows[0][0] + "]"
	}
	wide := make([]int, len(rows[0]))
	for _, row := range rows {
		for j, c := range row {
			wide[j] = max(wide[j], columns(c))
		}
	}
	lines := make([]string, len(rows))
	for i, row := range rows {
		var b strings.Builder
		for j, c := range row {
			if j > 0 {
				b.WriteString("  ")
			}
			b.WriteString(c + strings.Repeat(" ", wide[j]-columns(c)))
		}
		open, shut := "⎢ ", " ⎥"
		switch {
		case len(rows) == 1:
			open, shut = "[", "]"
		case i == 0:
			open, shut = "⎡ ", " ⎤"
		case i == len(rows)-1:
			open, shut = "⎣ ", " ⎦"
		}
		lines[i] = open + b.String() + shut
	}
	return strings.Join(lines, "\n")
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
			wide = max(wide, columns(l))
		}
		for i := range rows {
			text := ""
			if j := i - above; j >= 0 && j < len(block) {
				text = block[j]
			}
			rows[i] += text + strings.Repeat(" ", wide-columns(text))
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
func (p printer) text(lines []line, names bool) string {
	var b strings.Builder
	for i, l := range lines {
		pieces := p.textLine(l)
		tall := false
		for i := range pieces {
			if !names {
				pieces[i].owner = ""
			}
			tall = tall || strings.Contains(pieces[i].text, "\n")
		}
		if i > 0 && (names && l.terms || tall) {
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
			b.WriteString(annotated(pieces, remark, p.options.Width))
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

// plain is a line without matrices as one line of text.
func (p printer) plain(l line) string { return joined(p.textLine(l)) }

func joined(pieces []piece) string {
	var b strings.Builder
	for _, piece := range pieces {
		b.WriteString(piece.text)
	}
	return b.String()
}

func (p printer) textLine(l line) []piece {
	pieces := append(p.textSide(l.left), piece{text: " = "})
	return append(pieces, p.textSide(l.right)...)
}

func (p printer) textSide(parts []part) []piece {
	if len(parts) == 0 {
		return []piece{{text: "0"}}
	}
	var pieces []piece
	for i, t := range p.textParts(parts) {
		switch {
		case i == 0 && t[0].minus:
			pieces = append(pieces, piece{text: "−"})
		case t[0].minus:
			pieces = append(pieces, piece{text: " − "})
		case !parts[i].first:
			pieces = append(pieces, piece{text: " + "})
		}
		for j, f := range t {
			if j > 0 {
				pieces = append(pieces, piece{text: " "})
			}
			pieces = append(pieces, piece{f.text, f.tag})
		}
	}
	return pieces
}

// textParts spells parts; those with matrices factor by factor, since their factors are blocks to be set side by side.
func (p printer) textParts(parts []part) [][]spelled {
	out := make([][]spelled, len(parts))
	for i, s := range textNotation.spell(parts, p.style) {
		out[i] = []spelled{s}
		if len(parts[i].factors) > 1 {
			out[i] = nil
			for _, f := range parts[i].factors {
				out[i] = append(out[i], textNotation.spell([]part{{minus: parts[i].minus, factors: []factor{f}, only: true}}, p.style)...)
			}
		}
	}
	return out
}

// textRemarks say what the line's shorthands mean: "a = −d²s/dt², towards W".
func (p printer) textRemarks(l line) []string {
	var remarks []string
	for _, d := range l.where {
		s := symbolic.Text(d.Symbol, p.style) + " = " + symbolic.Text(d.Value, p.style) + p.textAmount(d.Amount)
		if d.Remark != "" {
			s += ", " + d.Remark
		}
		remarks = append(remarks, s)
	}
	if l.remark != nil {
		remarks = append(remarks, l.remark.Text(p.style))
	}
	return remarks
}
