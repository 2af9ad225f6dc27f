package layout

import "math"

// skyline is the upper edge of what is placed, in columns of a fixed width.
type skyline struct {
	from float64
	tops []float64
}

const skylineStep = 0.1

func newSkyline(p *plan) *skyline {
	s := &skyline{from: -3}
	for i := 0; i < int((p.width+6)/skylineStep)+2; i++ {
		s.tops = append(s.tops, math.Inf(-1))
	}
	for _, n := range p.stands() {
		clear := math.Max(n.width/2, n.clear) + n.depth
		if n.support && !n.label.empty() && n.moves() == nil {
			clear += labelGap + p.metrics.along(n.label)
		}
		lo, hi := n.edge(true)
		s.cover(n.c-clear, n.c+clear, n.t)
		s.cover(math.Min(lo, n.c-n.clear), math.Max(hi, n.c+n.clear), n.t+n.over)
		for _, l := range n.left {
			s.cover(l.u0, l.u1, l.v+l.up)
		}
		for _, l := range n.right {
			s.cover(l.u0, l.u1, l.v+l.up)
		}
	}
	for _, l := range p.lanes {
		s.lane(l, p.metrics)
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

// lane covers a lane's line, glyphs and labels.
func (s *skyline) lane(l *lane, m metrics) {
	s.cover(l.u0, l.u1, l.v)
	if first, last := &l.parts[0], &l.parts[len(l.parts)-1]; l.ringUp > 0 {
		s.cover(l.u0, l.u0+first.ends[0], l.v+l.ringUp)
		s.cover(l.u1-last.ends[1], l.u1, l.v+l.ringUp)
	}
	l.share(func(pt *part, a, b float64) {
		s.cover(a, b, l.v+pt.height/2)
		if !pt.label.empty() && !pt.beneath {
			half := m.along(pt.label)/2 + markMargin
			s.cover((a+b)/2-half, (a+b)/2+half, l.v+pt.labelLift(pt.height)+labelGap+m.across(pt.label))
		}
		if !pt.jointLabel.empty() {
			half := math.Max(pt.gap, m.along(pt.jointLabel)) / 2
			s.cover(b+pt.gap/2-half, b+pt.gap/2+half, l.v+l.above)
		}
	})
}
