package layout

import "math"

// skyline is the upper edge of what is placed, in columns of a fixed width.
type skyline struct {
	from float64
	tops []float64
}

const skylineStep = 0.2

func newSkyline(p *plan) *skyline {
	s := &skyline{from: -3}
	for i := 0; i < int((p.width+6)/skylineStep)+2; i++ {
		s.tops = append(s.tops, math.Inf(-1))
	}
	for _, n := range p.stands() {
		clear := math.Max(n.width/2, n.clear) + n.depth
		if n.support && !n.label.empty() {
			clear += labelGap + p.metrics.along(n.label)
			if n.beside() != nil {
				clear += markGap + markArrow
			}
		}
		s.cover(n.c-clear, n.c+clear, n.t+n.over)
		for _, l := range n.left {
			s.cover(l.u0, l.u1, l.v+l.up)
		}
		for _, l := range n.right {
			s.cover(l.u0, l.u1, l.v+l.up)
		}
	}
	for _, l := range p.lanes {
		s.cover(l.u0, l.u1, l.v+l.up)
	}
	for _, f := range p.floors {
		s.cover(f.u0, f.u1, f.v)
	}
	return s
}

func (s *skyline) columns(lo, hi float64) (int, int) {
	a := int(math.Floor((lo - s.from) / skylineStep))
	b := int(math.Floor((hi - s.from) / skylineStep))
	return max(0, min(a, len(s.tops)-1)), max(0, min(b, len(s.tops)-1))
}

func (s *skyline) cover(lo, hi, top float64) {
	a, b := s.columns(lo, hi)
	for i := a; i <= b; i++ {
		s.tops[i] = math.Max(s.tops[i], top)
	}
}

// top is the upper edge between lo and hi; 0 where nothing is there.
func (s *skyline) top(lo, hi float64) float64 {
	a, b := s.columns(lo, hi)
	top := math.Inf(-1)
	for i := a; i <= b; i++ {
		top = math.Max(top, s.tops[i])
	}
	if math.IsInf(top, 0) {
		return 0
	}
	return top
}

// raise finds the height on which something may stand between lo and hi, not below least, and covers it with a given height
// on top.
func (s *skyline) raise(lo, hi, least, height float64) float64 {
	base := math.Max(least, s.top(lo, hi))
	s.cover(lo, hi, base+height)
	return base
}
