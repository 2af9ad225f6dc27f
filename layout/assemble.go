package layout

import (
	"math"

	"diagram/dsl/graph"
	"diagram/dsl/ink"
)

// Parts of a diagram stand side by side, partGap apart, in rows of at most pageWidth.
const (
	partGap   = 0.8
	pageWidth = 16
)

// assemble puts the parts side by side and the title below them.
func (d *drafter) assemble() {
	d.box = ink.EmptyBox()
	if len(d.parts) == 1 {
		d.box = d.parts[0].box
	} else {
		x, floor, low := 0.0, 0.0, 0.0
		for _, s := range d.parts {
			if s.box.Empty() {
				continue
			}
			w, h := s.box.Max.X-s.box.Min.X, s.box.Max.Y-s.box.Min.Y
			if x > 0 && x+w > pageWidth {
				x, floor = 0, low-partGap
			}
			by := ink.Point{X: x - s.box.Min.X, Y: floor - s.box.Max.Y}
			for _, i := range s.items {
				d.buckets[i[0]][i[1]].move(by)
			}
			d.box = d.box.Union(ink.Box{Min: s.box.Min.Add(by), Max: s.box.Max.Add(by)})
			x += w + partGap
			low = math.Min(low, floor-h)
		}
	}
}

// Captions are set CaptionGap below the drawing, in lines of at most its width, but not less than captionWidth.
const (
	CaptionGap   = 0.35
	captionLine  = 0.045 // for each point of its type
	captionWidth = 6
)

// caption is the title below the drawing, an item without an element.
func (d *drafter) caption(title graph.Words) []Item {
	if len(title) == 0 || d.box.Empty() {
		return nil
	}
	size := d.graph.Settings.FontSize
	wide := math.Max(captionWidth, d.box.Max.X-d.box.Min.X)
	at := ink.Point{X: (d.box.Min.X + d.box.Max.X) / 2, Y: d.box.Min.Y - CaptionGap}
	it := Item{Name: d.names.of("caption"), Style: "caption", Frame: ink.Frame{Origin: at}}
	for _, l := range title.Lines() {
		for _, line := range fill(cutAtBlanks(l.Line()), wide, size) {
			it.Labels = append(it.Labels, beside(line, at, ink.Point{Y: -1}, 0))
			at.Y -= captionLine * size
		}
	}
	if len(it.Labels) == 0 {
		return nil
	}
	d.box = d.box.Union(it.bounds())
	return []Item{it}
}

// move shifts an item on the page.
func (it *Item) move(by ink.Point) {
	it.Frame.Origin = it.Frame.Origin.Add(by)
	for i := range it.Route {
		it.Route[i] = it.Route[i].Add(by)
	}
	for i := range it.Hops {
		it.Hops[i].At, it.Hops[i].Top = it.Hops[i].At.Add(by), it.Hops[i].Top.Add(by)
	}
	for i := range it.Ports {
		it.Ports[i].Point = it.Ports[i].Point.Add(by)
	}
	for i := range it.Labels {
		it.Labels[i].At = it.Labels[i].At.Add(by)
	}
}
