package layout

import (
	"math"

	"diagram/dsl/ink"
)

// Systems stand side by side, systemGap apart, and parts of the figure panelGap apart, in rows of at most pageWidth.
const (
	systemGap = 0.8
	panelGap  = 1.2
	pageWidth = 16
)

// cell is what stands in a row as one: a system or, where the text divides the figure, a part of it with its caption.
type cell struct {
	sheets  []*sheet
	caption []text  // line by line
	picture float64 // its width
	width   float64 // with the caption
	x       float64 // where its middle is
}

// assemble puts the systems on lines, with their axes at one height and the captions of a row at another. It returns the captions.
func (d *drafter) assemble() []Item {
	cells := d.cells()
	if len(cells) == 0 {
		d.box = ink.EmptyBox()
		return nil
	}
	gap := systemGap
	if len(d.graph.Panels) > 0 {
		gap = panelGap
	}
	page := d.page()
	rows := inRows(cells, gap, page)
	if d.metrics.rows != nil {
		rows = rows[:0]
		for _, n := range d.metrics.rows {
			rows, cells = append(rows, cells[:n]), cells[n:]
		}
	}
	for _, row := range rows {
		d.rows = append(d.rows, len(row))
	}
	tabulate(rows, gap, page)
	d.box = ink.EmptyBox()
	var captions []Item
	top := 0.0
	for _, row := range rows {
		bottom := d.stand(row, top)
		for _, it := range d.captions(row, bottom) {
			captions = append(captions, it)
			bottom = math.Min(bottom, it.bounds().Min.Y)
		}
		top = bottom - systemGap
	}
	for _, it := range captions {
		d.box = d.box.Union(it.bounds())
	}
	return captions
}

// page is how wide rows may be.
func (d *drafter) page() float64 {
	if w := d.graph.Settings.Width; w > 0 {
		return w - 2*Margin
	}
	return pageWidth
}

// cells are the parts of the figure in their order, as far as anything is drawn of them; systems, where it has no parts.
func (d *drafter) cells() []*cell {
	panels := d.graph.Panels
	all := make([]*cell, max(len(panels), len(d.sheets)))
	for i := range d.sheets {
		s := &d.sheets[i]
		at := i
		if len(panels) > 0 {
			at = s.panel
		}
		if s.box.Empty() {
			continue
		}
		if all[at] == nil {
			all[at] = &cell{}
		} else {
			all[at].picture += systemGap
		}
		c := all[at]
		c.sheets = append(c.sheets, s)
		c.picture += s.box.Max.X - s.box.Min.X
	}
	cells := all[:0]
	for i, c := range all {
		if c == nil {
			continue
		}
		c.width = c.picture
		if len(panels) > 0 {
			c.caption = d.wrapped(panels[i].Caption(), math.Max(panelCaption, c.picture))
			for _, line := range c.caption {
				c.width = math.Max(c.width, line.width)
			}
		}
		cells = append(cells, c)
	}
	return cells
}

// inRows cuts cells into as few rows as fit on the page, none of them wider than it must be for that.
func inRows(cells []*cell, gap, page float64) [][]*cell {
	fill := func(page float64) [][]*cell {
		var rows [][]*cell
		used := 0.0
		for _, c := range cells {
			if n := len(rows) - 1; n >= 0 && used+gap+c.width <= page {
				rows[n] = append(rows[n], c)
				used += gap + c.width
			} else {
				rows, used = append(rows, []*cell{c}), c.width
			}
		}
		return rows
	}
	rows := fill(page)
	lo, hi := 0.0, page
	const steps = 20
	for range steps {
		if len(rows) == 1 {
			break
		}
		if mid := (lo + hi) / 2; len(fill(mid)) > len(rows) {
			lo = mid
		} else {
			hi = mid
		}
	}
	return fill(hi)
}

// tabulate says where the cells of rows stand: below each other in columns where the page is wide enough for that, else each row
// in the middle.
func tabulate(rows [][]*cell, gap, page float64) {
	var columns []float64
	for _, row := range rows {
		for j, c := range row {
			if j == len(columns) {
				columns = append(columns, 0)
			}
			columns[j] = math.Max(columns[j], c.width)
		}
	}
	total := func(widths []float64) float64 {
		sum := -gap
		for _, w := range widths {
			sum += gap + w
		}
		return sum
	}
	wide := total(columns)
	for _, row := range rows {
		widths := columns[:len(row)]
		if wide > page {
			widths = nil
			for _, c := range row {
				widths = append(widths, c.width)
			}
		}
		x := 0.0
		if wide > page {
			x = (page - total(widths)) / 2
		}
		for j, c := range row {
			c.x = x + widths[j]/2
			x += widths[j] + gap
		}
	}
}

// stand puts the cells of a row on their line, no higher than top, and returns how far down they reach.
func (d *drafter) stand(row []*cell, top float64) (bottom float64) {
	var sheets []*sheet
	for _, c := range row {
		sheets = append(sheets, c.sheets...)
	}
	heights := levelled(sheets)
	highest := math.Inf(-1)
	for i, s := range sheets {
		highest = math.Max(highest, s.box.Max.Y+heights[i])
	}
	i := 0
	bottom = math.Inf(1)
	for _, c := range row {
		x := c.x - c.picture/2
		own := ink.EmptyBox()
		for _, s := range c.sheets {
			by := ink.Point{X: x - s.box.Min.X, Y: heights[i] + top - highest}
			if len(d.sheets) == 1 {
				by = ink.Point{}
			}
			d.move(s, by)
			own = own.Union(s.own)
			bottom = math.Min(bottom, s.box.Min.Y)
			x += s.box.Max.X - s.box.Min.X + systemGap
			i++
		}
		c.x = (own.Min.X + own.Max.X) / 2
	}
	return bottom
}

// move shifts what a system's plan drew.
func (d *drafter) move(s *sheet, by ink.Point) {
	if by != (ink.Point{}) {
		for _, at := range s.items {
			d.buckets[at[0]][at[1]].move(by)
		}
		s.box = ink.Box{Min: s.box.Min.Add(by), Max: s.box.Max.Add(by)}
		s.own = ink.Box{Min: s.own.Min.Add(by), Max: s.own.Max.Add(by)}
	}
	d.box = d.box.Union(s.box)
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
