package equation

import (
	"strings"

	"diagram/symbolic/formula"
)

// piece is a stretch of a line of mathematics: a term with the element it came from, or an operator between terms.
type piece struct {
	text  string
	owner string // the name to write under it; empty for operators
}

// annotated lays a line of pieces over a line of brackets that name each piece's owner:
//
//	k(s − L₀) + λ ds/dt = m a
//	└── S ──┘   └─ D ─┘   └ T ┘
//
// A line longer than width is broken before an operator, and goes on indented; a width of 0 is no limit. The remark is set
// to the right of the last line, or under it where there is no room.
func annotated(pieces []piece, remark string, width int) string {
	var b strings.Builder
	lines := cut(pieces, width)
	for i, line := range lines {
		indent := 0
		if i > 0 {
			b.WriteByte('\n')
			indent = continuation
		}
		top, under := brackets(line, indent)
		if i == len(lines)-1 && remark != "" {
			if room := formula.Columns(top) + len(remarkGap) + formula.Columns(remark); width == 0 || room <= width {
				top, remark = top+remarkGap+remark, ""
			}
		}
		b.WriteString(top + "\n")
		if under != "" {
			b.WriteString(under + "\n")
		}
	}
	if remark != "" {
		b.WriteString(strings.Repeat(" ", continuation) + remark + "\n")
	}
	return b.String()
}

const (
	remarkGap    = "        "
	continuation = 4 // columns by which the further lines of a long equation are indented
)

// brackets writes one line of pieces and the line that goes under it; under is empty where no piece has an owner.
func brackets(pieces []piece, indent int) (top, under string) {
	var t, u strings.Builder
	pad := func(b *strings.Builder, at, to int) int {
		if to > at {
			b.WriteString(strings.Repeat(" ", to-at))
			return to
		}
		return at
	}
	x := pad(&t, 0, indent) // the column where the next piece starts
	drawn := 0              // the column that the brackets have reached
	for i, p := range pieces {
		w := formula.Columns(p.text)
		if p.owner == "" {
			t.WriteString(p.text)
			x += w
			continue
		}
		room := w + overhang(pieces[i+1:])
		name := formula.Columns(p.owner)
		span := max(w, min(room, name+4))
		if room < name+2 {
			span = name + 2
		}
		drawn = pad(&u, drawn, x)
		u.WriteString(bracket(p.owner, name, span))
		drawn += span
		t.WriteString(p.text)
		if i < len(pieces)-1 {
			// The next bracket must find a column between itself and this one.
			w = pad(&t, w, span-overhang(pieces[i+1:]))
		}
		x += w
	}
	return strings.TrimRight(t.String(), " "), u.String()
}

// overhang is by how much a bracket may reach beyond its piece without touching the next bracket.
func overhang(after []piece) int {
	if len(after) == 0 {
		return 1 << 20
	}
	free := 0
	for _, p := range after {
		if p.owner != "" {
			return max(0, free-1)
		}
		free += formula.Columns(p.text)
	}
	return 1 << 20
}

// bracket is └── name ──┘ in span columns, with fewer dashes and spaces where there is less room.
func bracket(name string, width, span int) string {
	dashes := span - 2 - width
	gap := ""
	if dashes >= 2 {
		gap = " "
		dashes -= 2
	}
	left := dashes / 2
	return "└" + strings.Repeat("─", left) + gap + name + gap + strings.Repeat("─", dashes-left) + "┘"
}

// cut parts a line of pieces into lines of at most width columns where that can be had, each of which starts with
// an operator except for the first.
func cut(pieces []piece, width int) [][]piece {
	var lines [][]piece
	var line []piece
	used := 0
	for i := 0; i < len(pieces); {
		// An operator goes with the term that it leads.
		n, w := 1, formula.Columns(pieces[i].text)
		for i+n < len(pieces) && pieces[i+n-1].owner == "" {
			w += formula.Columns(pieces[i+n].text)
			n++
		}
		if width > 0 && len(line) > 0 && used+w > width {
			lines = append(lines, line)
			line, used = nil, continuation
		}
		for _, p := range pieces[i : i+n] {
			if len(line) == 0 {
				p.text = strings.TrimLeft(p.text, " ")
			}
			line = append(line, p)
		}
		used += w
		i += n
	}
	return append(lines, line)
}
