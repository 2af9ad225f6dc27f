package svg

import (
	"math"

	"diagram/dsl/ink"
)

// plotter writes a path's data as relative steps, in whole units or tenths, y downwards. Steps between rounded
// places don't add up errors.
type plotter struct {
	*text
	inTenths  bool // are all numbers
	started   bool
	first, at pixel // where the contour began, and where the pen is
	last      byte  // the command that further numbers would belong to
}

// pixel is a place of the picture in parts of a unit, y downwards.
type pixel struct{ x, y int }

// rounded is a length in whole units.
func rounded(x float64) int {
	if math.IsNaN(x) || math.Abs(x) > 1e13 {
		return 0
	}
	return int(math.Round(x))
}

// tenths is a length in tenths of units, of one in cm.
func tenths(cm float64) int { return rounded(cm * unit * 10) }

// step writes a command and its numbers, without the letter where the one before is the same.
func (p *plotter) step(op byte, numbers ...int) {
	if op != p.last {
		p.putByte(op)
	}
	for i, n := range numbers {
		if n >= 0 && (i > 0 || op == p.last) {
			p.putByte(' ')
		}
		if p.inTenths {
			p.tenths(n)
		} else {
			p.whole(n)
		}
	}
	p.last = op
}

// move begins a contour.
func (p *plotter) move(to pixel) {
	if p.last = 0; p.started {
		p.step('m', to.x-p.at.x, to.y-p.at.y)
		p.last = 'l' // as further pairs are
	} else {
		p.step('M', to.x, to.y)
	}
	p.started, p.first, p.at = true, to, to
}

func (p *plotter) line(to pixel) {
	switch dx, dy := to.x-p.at.x, to.y-p.at.y; {
	case dy == 0:
		p.step('h', dx)
	case dx == 0:
		p.step('v', dy)
	default:
		p.step('l', dx, dy)
	}
	p.at = to
}

func (p *plotter) cubic(c1, c2, to pixel) {
	p.step('c', c1.x-p.at.x, c1.y-p.at.y, c2.x-p.at.x, c2.y-p.at.y, to.x-p.at.x, to.y-p.at.y)
	p.at = to
}

func (p *plotter) close() {
	p.putByte('z')
	p.at, p.last = p.first, 0
}

// data writes a path of the drawing.
func (w *writer) data(p *plotter, path *ink.Path) {
	for i := range path.Segs {
		s := &path.Segs[i]
		to := w.pixel(s.To)
		switch {
		case s.Op == ink.Move:
			if i > 0 && path.Closed {
				p.close()
			}
			p.move(to)
		case s.Op == ink.Cubic:
			p.cubic(w.pixel(s.C1), w.pixel(s.C2), to)
		case to == p.at && len(path.Segs) > 2: // an end that was rounded away, or two paths' common point
		default:
			p.line(to)
		}
	}
	if path.Closed {
		p.close()
	}
}

func (w *writer) pixel(p ink.Point) pixel {
	return pixel{tenths(p.X - w.lo.X), tenths(w.hi.Y - p.Y)}
}
