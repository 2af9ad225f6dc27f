// Package rows breaks lines for a page: what is wider than its text goes on in further rows. Where a line is cut is decided
// here, once for LaTeX, MathML and SVG, by TeX's own measures: a row takes as many parts as fit (greedy line filling), and
// is cut before a sign. A part that is wider than a row by itself is made narrower: see narrow.
package rows

import (
	"slices"

	"diagram/emit/internal/lines"
	"diagram/symbolic"
	"diagram/symbolic/motion"
)

// Row is a row of a display.
type Row struct {
	Left, Right []lines.Part // of the equals sign; without one, a piece of one side stands in either
	Equals      bool
	GoesOn      bool            // with the line above: the row is set in
	Tail        lines.Tail      // what stands behind the whole
	Words       motion.Sentence // all that is in the row, where it isn't mathematics
}

// HasLeft reports whether a side stands on the left; an empty one is zero.
func (r Row) HasLeft() bool { return r.Left != nil || r.Equals && !r.GoesOn }

// HasRight reports whether a side stands on the right; an empty one is zero.
func (r Row) HasRight() bool { return r.Right != nil || r.Equals }

// Block is rows that stand together: aligned at their equals signs or, where a left side is too long for that, flush.
type Block struct {
	Rows  []Row
	Flush bool
}

// All lays out all that lines say: the lines and their definitions aligned with one another where the page is wide enough
// for that, and the words beside them.
func All(all []lines.Line, style symbolic.Style) []Block {
	main, defs := measureLines(all), measureDefinitions(all)
	one, ok := align(slices.Concat(main, defs))
	blocks := []Block{one}
	if !ok {
		blocks = append(together(main), together(defs)...)
	}
	return append(blocks, remarks(all, style)...)
}

// Lines lays out lines alone: as one block where that fits, else each as its own.
func Lines(all []lines.Line) []Block { return together(measureLines(all)) }

// Each lays out each line and each definition as a block of its own, and the words beside them.
func Each(all []lines.Line, style symbolic.Style) []Block {
	var blocks []Block
	for _, m := range slices.Concat(measureLines(all), measureDefinitions(all)) {
		blocks = append(blocks, alone(m))
	}
	return append(blocks, remarks(all, style)...)
}

// Fits reports whether a line is no wider than the page.
func Fits(l lines.Line) bool { return measureLine(l).width() <= textWidth }

// Words lays out a sentence alone; none for an empty one.
func Words(s motion.Sentence, style symbolic.Style) []Block { return wrapped(s, style) }

func remarks(all []lines.Line, style symbolic.Style) []Block {
	var blocks []Block
	for _, l := range all {
		blocks = append(blocks, wrapped(l.Remark, style)...)
	}
	return blocks
}

// together is lines as one block where that fits, else each as its own.
func together(all []measured) []Block {
	if b, ok := align(all); ok || len(all) == 0 {
		return []Block{b}[:min(1, len(all))]
	}
	var blocks []Block
	for _, m := range all {
		blocks = append(blocks, alone(m))
	}
	return blocks
}

// alone is a line by itself.
func alone(m measured) Block {
	if b, ok := align([]measured{m}); ok {
		return b
	}
	var out []Row
	lefts := cut(m.left, textWidth, textWidth-quad)
	for i, row := range lefts {
		out = append(out, Row{Left: row.parts(), GoesOn: i > 0})
	}
	last := &out[len(out)-1]
	rights := cut(m.right, textWidth-quad-equalsWidth, textWidth-quad)
	if lefts[len(lefts)-1].width()+equalsWidth+rights[0].width()+quad <= textWidth {
		last.Right, last.Equals = rights[0].parts(), true
	} else {
		out = append(out, Row{Right: rights[0].parts(), Equals: true, GoesOn: true})
	}
	for _, row := range rights[1:] {
		out = append(out, Row{Right: row.parts(), GoesOn: true})
	}
	out[len(out)-1].Tail = m.tail
	return Block{Rows: out, Flush: true}
}

// align aligns lines at their equals signs; right sides that are too long go on in further rows. It reports whether the
// page is wide enough for that.
func align(all []measured) (Block, bool) {
	var left, right float64
	for _, m := range all {
		left, right = max(left, m.left.width()), max(right, m.right.width()+m.tailWidth)
	}
	var b Block
	room := textWidth - left - equalsWidth
	if right > room && left > textWidth/2 {
		return b, false
	}
	for _, m := range all {
		if m.right.width()+m.tailWidth <= room {
			b.Rows = append(b.Rows, Row{Left: m.left.parts(), Right: m.right.parts(), Equals: true, Tail: m.tail})
			continue
		}
		if len(all) > 1 && narrow(m.right, room-quad).widest() > room-quad {
			return b, false // by itself the line has more room
		}
		rights := cut(m.right, room, room-quad)
		for i, row := range rights {
			b.Rows = append(b.Rows, Row{Right: row.parts(), GoesOn: i > 0})
		}
		first, last := &b.Rows[len(b.Rows)-len(rights)], &b.Rows[len(b.Rows)-1]
		first.Left, first.Equals, last.Tail = m.left.parts(), true, m.tail
	}
	return b, true
}

// cut cuts a side before its signs into rows: the first as wide as first, the others as rest.
func cut(s side, first, rest float64) []side {
	var out []side
	s = narrow(s, rest)
	used, room, start := 0.0, first, 0
	for i, p := range s {
		if i > start && used+p.width > room {
			out = append(out, s[start:i])
			start, used, room = i, 0, rest
		}
		used += p.width
	}
	return append(out, s[start:])
}
