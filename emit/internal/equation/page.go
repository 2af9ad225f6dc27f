package equation

import (
	"slices"
	"strings"

	"diagram/layout/mathbox"
	"diagram/symbolic"
	"diagram/symbolic/motion"
)

// What is meant for a page keeps to the width of its text: a line that is wider goes on in further rows. Where it is cut
// is decided here, once for LaTeX, MathML and SVG, by TeX's own measures.

// Widths of LaTeX's article at its size of ten points: of the text, of an equals sign, of a plus or minus between terms, of
// one before the first term, and of the \quad by which a row is set in that goes on with the line above.
const (
	textWidth   = 345.0
	equalsWidth = 7.78 + 2*thick
	signWidth   = 7.78 + 2*medium
	minusWidth  = 7.78
	quad        = 10.0
)

// row is a row of a display.
type row struct {
	left, right []part // of the equals sign; without one, a piece of one side stands in either
	equals      bool
	goesOn      bool            // with the line above: the row is set in
	tail        tail            // what stands behind the whole
	words       motion.Sentence // all that is in the row, where it isn't mathematics
}

// block is rows that stand together: aligned at their equals signs or, where a left side is too long for that, flush.
type block struct {
	rows  []row
	flush bool
}

// tail is what stands behind a line: what it comes to in numbers, and words.
type tail struct {
	amount *motion.Amount
	words  string
}

// definition is what a shorthand means, as a line.
func definition(d motion.Definition) line {
	sign, value := symbolic.SplitSign(d.Value)
	l := line{
		left:  alone(factor{expr: d.Symbol}),
		right: alone(factor{expr: value}),
		tail:  tail{d.Amount, d.Remark},
	}
	l.right[0].minus = sign < 0
	if sum, ok := d.Value.(*symbolic.Sum); ok {
		l.right = summands(sum)
	}
	return l
}

// summands are those of a sum as a side.
func summands(sum *symbolic.Sum) []part {
	var parts []part
	for _, t := range sum.Terms() {
		sign, e := symbolic.SplitSign(t)
		parts = append(parts, part{minus: sign < 0, factors: []factor{{expr: e}}})
	}
	ranked(parts)
	return parts
}

// definitions are those of the lines' shorthands.
func definitions(lines []line) []line {
	var defs []line
	for _, l := range lines {
		for _, d := range l.where {
			defs = append(defs, definition(d))
		}
	}
	return defs
}

// blocks lays out all that lines say: the lines and their definitions aligned with one another where the page is wide enough
// for that, and the words beside them.
func (p printer) blocks(lines []line) []block {
	defs := definitions(lines)
	all, ok := p.align(append(lines[:len(lines):len(lines)], defs...))
	blocks := []block{all}
	if !ok {
		blocks = append(p.parted(lines), p.parted(defs)...)
	}
	for _, l := range lines {
		blocks = append(blocks, p.wrapped(l.remark)...)
	}
	return blocks
}

// parted is lines as one block where that fits, else each as its own.
func (p printer) parted(lines []line) []block {
	if b, ok := p.align(lines); ok || len(lines) == 0 {
		return []block{b}[:min(1, len(lines))]
	}
	var blocks []block
	for _, l := range lines {
		blocks = append(blocks, p.block(l))
	}
	return blocks
}

// block is a line by itself.
func (p printer) block(l line) block {
	if b, ok := p.align([]line{l}); ok {
		return b
	}
	rows := p.cut(l.left, textWidth, textWidth-quad)
	for i := range rows {
		rows[i].left, rows[i].right = rows[i].right, nil
	}
	last := &rows[len(rows)-1]
	room := textWidth - quad - equalsWidth
	right := p.cut(l.right, room, textWidth-quad)
	if sum(p.widths(last.left)...)+equalsWidth+sum(p.widths(right[0].right)...)+quad <= textWidth {
		last.right, last.equals = right[0].right, true
	} else {
		right[0].equals, right[0].goesOn = true, true
		rows = append(rows, right[0])
	}
	rows = append(rows, right[1:]...)
	rows[len(rows)-1].tail = l.tail
	return block{rows: rows, flush: true}
}

// align aligns lines at their equals signs; right sides that are too long go on in further rows. It reports whether the
// page is wide enough for that.
func (p printer) align(lines []line) (block, bool) {
	var left, right float64
	rights := make([]float64, len(lines))
	for i, l := range lines {
		left = max(left, sum(p.widths(l.left)...))
		rights[i] = sum(p.widths(l.right)...) + p.tailWidth(l.tail)
		right = max(right, rights[i])
	}
	var b block
	room := textWidth - left - equalsWidth
	if right > room && left > textWidth/2 {
		return b, false
	}
	for i, l := range lines {
		if rights[i] <= room {
			b.rows = append(b.rows, row{left: l.left, right: l.right, equals: true, tail: l.tail})
			continue
		}
		if _, widths := p.narrow(l.right, room-quad); len(lines) > 1 && slices.Max(widths) > room-quad {
			return b, false // by itself the line has more room
		}
		rows := p.cut(l.right, room, room-quad)
		rows[0].left, rows[0].equals = l.left, true
		rows[len(rows)-1].tail = l.tail
		b.rows = append(b.rows, rows...)
	}
	return b, true
}

// cut cuts a side before its signs into rows: the first as wide as first, the others as rest.
func (p printer) cut(parts []part, first, rest float64) []row {
	rows := []row{{}}
	used, room := 0.0, first
	parts, widths := p.narrow(parts, rest)
	start := 0
	for i := range parts {
		if i > start && used+widths[i] > room {
			rows[len(rows)-1].right = parts[start:i]
			rows = append(rows, row{goesOn: true})
			start, used, room = i, 0, rest
		}
		used += widths[i]
	}
	rows[len(rows)-1].right = parts[start:]
	return rows
}

func sum(widths ...float64) float64 {
	total := 0.0
	for _, w := range widths {
		total += w
	}
	return total
}

// widths are those of a side's parts with their signs, in points. Each is measured once.
func (p printer) widths(parts []part) []float64 {
	if len(parts) == 0 {
		return []float64{width("0")}
	}
	widths := make([]float64, len(parts))
	for i := range parts {
		if parts[i].wide == 0 {
			parts[i].wide = p.measure(parts[i : i+1])
		}
		widths[i] = parts[i].wide
	}
	return widths
}

// measure is how wide a part is with its sign.
func (p printer) measure(one []part) float64 {
	s := latexNotation.spell(one, p.style)[0]
	if one[0].joined {
		s.text = "{}" + s.text // with the room before a relation
	}
	switch w := width(s.text); {
	case !s.first:
		return w + signWidth
	case s.minus:
		return w + minusWidth
	default:
		return w
	}
}

// width is how wide a formula is in a display.
func width(tex string) float64 {
	box, err := mathbox.Typeset(tex, mathbox.Options{Display: true})
	if err != nil {
		return 7 * float64(letters(tex))
	}
	return box.Width
}

func (p printer) tailWidth(t tail) float64 {
	if t == (tail{}) {
		return 0
	}
	return width("{}" + p.latexTail(t))
}

func wordsWidth(tex string) float64 {
	box, err := mathbox.Text(tex, mathbox.Options{})
	if err != nil {
		return 5 * float64(len(tex))
	}
	return box.Width
}

// fits reports whether a line is no wider than the page.
func (p printer) fits(l line) bool {
	if p.short(l) {
		return true
	}
	return sum(p.widths(l.left)...)+equalsWidth+sum(p.widths(l.right)...) <= textWidth
}

// short tells of a line that is sure to fit, without measuring it: no letter is wider than a plus sign with its spaces.
func (p printer) short(l line) bool {
	return float64(letters(p.latexLine(l, "=")))*signWidth <= textWidth
}

// letters counts the letters of a formula, a command as one.
func letters(tex string) int {
	n := 0
	for i := 0; i < len(tex); i++ {
		switch c := tex[i]; {
		case c == '\\':
			n++
			for i+1 < len(tex) && 'a' <= tex[i+1]|0x20 && tex[i+1]|0x20 <= 'z' {
				i++
			}
		case strings.IndexByte("{}_^& ", c) < 0:
			n++
		}
	}
	return n
}

// wrapped is a sentence as rows of words, none wider than the page.
func (p printer) wrapped(s motion.Sentence) []block {
	if s == nil {
		return nil
	}
	var blocks []block
	var now motion.Sentence
	used := 0.0
	flush := func() {
		if len(now) > 0 {
			blocks = append(blocks, block{rows: []row{{words: now}}})
			now, used = nil, 0
		}
	}
	for _, phrase := range s {
		pieces := motion.Sentence{phrase}
		if phrase.Expr == nil {
			pieces = nil
			for _, w := range strings.SplitAfter(phrase.Text, " ") {
				pieces = append(pieces, motion.Phrase{Text: w})
			}
		}
		for _, piece := range pieces {
			w := wordsWidth(p.latexSentence(motion.Sentence{piece}))
			if used+w > textWidth {
				flush()
			}
			if n := len(now); n > 0 && piece.Expr == nil && now[n-1].Expr == nil {
				now[n-1].Text += piece.Text
			} else {
				now = append(now, piece)
			}
			used += w
		}
	}
	flush()
	return blocks
}
