package layout

import (
	"math"

	"diagram/dsl/graph"
	"diagram/dsl/ink"
)

// Captions are set CaptionGap below what they are of, in lines of at most its width, but not less than captionWidth for the
// title and panelCaption for a part of the figure.
const (
	CaptionGap   = 0.35
	captionLine  = 0.045 // for each point of its type
	captionWidth = 6
	panelCaption = 3.5
)

// wrapped are words in lines of at most a width.
func (d *drafter) wrapped(words graph.Words, wide float64) []text {
	var lines []text
	for _, l := range words.Lines() {
		lines = append(lines, fill(cutAtBlanks(l.Line()), wide, d.graph.Settings.FontSize)...)
	}
	return lines
}

// lines adds lines of words below a place to an item.
func (it *Item) lines(lines []text, at ink.Point) {
	for _, line := range lines {
		it.Labels = append(it.Labels, beside(line, at, ink.Point{Y: -1}, 0))
		at.Y -= captionLine * line.size
	}
}

// title is the title below the drawing, an item without an element.
func (d *drafter) title(title graph.Words) []Item {
	lines := d.wrapped(title, math.Max(captionWidth, d.box.Max.X-d.box.Min.X))
	if len(lines) == 0 || d.box.Empty() {
		return nil
	}
	at := ink.Point{X: (d.box.Min.X + d.box.Max.X) / 2, Y: d.box.Min.Y - CaptionGap}
	it := Item{Name: d.names.of("caption"), Style: "caption", Frame: ink.Frame{Origin: at}}
	it.lines(lines, at)
	d.box = d.box.Union(it.bounds())
	return []Item{it}
}

// captions are those of the parts of the figure in a row, at one level below it.
func (d *drafter) captions(row []*cell, bottom float64) []Item {
	tall := 0.0
	for _, c := range row {
		if len(c.caption) > 0 {
			tall = math.Max(tall, c.caption[0].height)
		}
	}
	var all []Item
	for _, c := range row {
		if len(c.caption) == 0 {
			continue
		}
		at := ink.Point{X: c.x, Y: bottom - CaptionGap - tall + c.caption[0].height}
		it := Item{Name: d.names.of("subcaption"), Style: "subcaption", Frame: ink.Frame{Origin: at}}
		it.lines(c.caption, at)
		all = append(all, it)
	}
	return all
}
