package raster

import (
	"math"

	"diagram/dsl/ink"
)

// line draws a polyline as wide as 2r: a rectangle for each segment, and a sector on the outer side of each bend. They abut
// and turn one way, so that the ink of their edges adds up to that of the whole outline. Its ends are cut straight: a round
// one would show as a dot where it meets a finer line.
func (c *canvas) line(points []ink.Point, r, dx, dy float64) {
	var run, dirs []ink.Point // the points that differ from the one before; the unit vectors between them
	for _, p := range points {
		p = p.Add(ink.Point{X: dx, Y: dy})
		if len(run) > 0 {
			d := p.Sub(run[len(run)-1])
			l := d.Len()
			if l < 1e-6 {
				continue
			}
			dirs = append(dirs, d.Scale(1/l))
		}
		run = append(run, p)
	}
	for i, d := range dirs {
		a, b, n := run[i], run[i+1], left(d).Scale(r)
		c.polygon([]ink.Point{a.Sub(n), b.Sub(n), b.Add(n), a.Add(n)}, 0, 0)
		if i > 0 {
			c.bend(a, dirs[i-1], d, r)
		}
	}
	if n := len(dirs); n > 1 && run[0].Sub(run[n]).Len() < 1e-6 {
		c.bend(run[0], dirs[n-1], dirs[0], r)
	}
}

// left is a vector turned by a quarter.
func left(d ink.Point) ink.Point { return ink.Point{X: -d.Y, Y: d.X} }

// bend draws the sector that two segments leave open at a point, coming in direction d and leaving in direction e.
func (c *canvas) bend(p, d, e ink.Point, r float64) {
	switch turn := math.Atan2(d.X*e.Y-d.Y*e.X, d.X*e.X+d.Y*e.Y); {
	case turn > 0:
		c.sector(p, left(d).Scale(-r), turn)
	case turn < 0:
		c.sector(p, left(e).Scale(r), -turn)
	}
}

// sector draws the part of a disc about p from the radius on, through a positive angle.
func (c *canvas) sector(p, radius ink.Point, angle float64) {
	const most = 0.2 // of the angle of one chord
	n := int(math.Ceil(angle / most))
	points := make([]ink.Point, 0, n+2)
	points = append(points, p)
	for i := 0; i <= n; i++ {
		sin, cos := math.Sincos(angle * float64(i) / float64(n))
		points = append(points, p.Add(ink.Point{X: radius.X*cos - radius.Y*sin, Y: radius.X*sin + radius.Y*cos}))
	}
	c.polygon(points, 0, 0)
}

// dash cuts polylines into dashes.
func dash(runs [][]ink.Point, on, off float64) [][]ink.Point {
	var dashes [][]ink.Point
	for _, run := range runs {
		inked, left := true, on
		var cur []ink.Point
		for i, p := range run {
			if i == 0 {
				cur = []ink.Point{p}
				continue
			}
			from := run[i-1]
			for d := p.Sub(from).Len(); d > left; d = p.Sub(from).Len() {
				from = from.Add(p.Sub(from).Scale(left / d))
				if inked {
					dashes = append(dashes, append(cur, from))
				}
				inked = !inked
				cur, left = []ink.Point{from}, off
				if inked {
					left = on
				}
			}
			left -= p.Sub(from).Len()
			cur = append(cur, p)
		}
		if inked && len(cur) > 1 {
			dashes = append(dashes, cur)
		}
	}
	return dashes
}
