package rows

import (
	"strings"

	"diagram/emit/internal/lines"
	"diagram/layout/mathbox"
	"diagram/symbolic"
	"diagram/symbolic/formula"
	"diagram/symbolic/motion"
)

// Widths of LaTeX's article at its size of ten points: of the text, of an equals sign, of a plus or minus between terms, of
// one before the first term, and of the \quad by which a row is set in that goes on with the line above. Medium and thick
// are TeX's \medmuskip about binary operators and \thickmuskip about relations.
const (
	textWidth   = 345.0
	equalsWidth = 7.78 + 2*thick
	signWidth   = 7.78 + 2*medium
	minusWidth  = 7.78
	quad        = 10.0
	medium      = 10 * 4.0 / 18
	thick       = 10 * 5.0 / 18
)

// measured is a line whose parts are measured, and what stands behind it.
type measured struct {
	left, right side
	tail        lines.Tail
	tailWidth   float64
}

func (m measured) width() float64 { return m.left.width() + equalsWidth + m.right.width() }

// side is the parts of one side, measured; an empty one is a zero.
type side []part

// part is a part and its width with its sign, in points.
type part struct {
	lines.Part
	width float64
}

func (s side) width() float64 {
	if len(s) == 0 {
		return width(formula.Number{Digits: "0"})
	}
	total := 0.0
	for _, p := range s {
		total += p.width
	}
	return total
}

// widest is the width of its widest part.
func (s side) widest() float64 {
	widest := 0.0
	for _, p := range s {
		widest = max(widest, p.width)
	}
	return widest
}

// parts are the side's parts, to be printed; nil for none.
func (s side) parts() []lines.Part {
	var parts []lines.Part
	for _, p := range s {
		parts = append(parts, p.Part)
	}
	return parts
}

func measureLine(l lines.Line) measured {
	return measured{left: measureSide(l.Left), right: measureSide(l.Right)}
}

func measureLines(all []lines.Line) []measured {
	out := make([]measured, len(all))
	for i, l := range all {
		out[i] = measureLine(l)
	}
	return out
}

// measureDefinitions measures what the lines' shorthands mean.
func measureDefinitions(all []lines.Line) []measured {
	var out []measured
	for _, l := range all {
		for _, d := range l.Where {
			m := measureLine(d.Line())
			m.tail, m.tailWidth = d.Tail, wordsWidth(d.Tail.Line())
			out = append(out, m)
		}
	}
	return out
}

func measureSide(parts []lines.Part) side {
	s := make(side, len(parts))
	for i, p := range parts {
		s[i] = measure(p)
	}
	return s
}

func measure(p lines.Part) part {
	w := width(p.Formula())
	switch {
	case p.Joined():
	case !p.First:
		w += signWidth
	case p.Minus:
		w += minusWidth
	}
	return part{p, w}
}

// width is how wide a formula is in a display.
func width(n formula.Node) float64 { return mathbox.Typeset(n, mathbox.Options{Display: true}).Width }

func wordsWidth(words formula.Line) float64 { return mathbox.Typeset(words, mathbox.Options{}).Width }

// wrapped is a sentence as rows of words, none wider than the page.
func wrapped(s motion.Sentence, style symbolic.Style) []Block {
	var blocks []Block
	var now motion.Sentence
	used := 0.0
	flush := func() {
		if len(now) > 0 {
			blocks = append(blocks, Block{Rows: []Row{{Words: now}}})
			now, used = nil, 0
		}
	}
	for _, piece := range words(s) {
		w := wordsWidth(motion.Sentence{piece}.Formula(style))
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
	flush()
	return blocks
}

// words are the pieces between which a sentence may be cut.
func words(s motion.Sentence) []motion.Phrase {
	var out []motion.Phrase
	for _, phrase := range s {
		if phrase.Expr != nil {
			out = append(out, phrase)
			continue
		}
		for _, w := range strings.SplitAfter(phrase.Text, " ") {
			out = append(out, motion.Phrase{Text: w})
		}
	}
	return out
}
