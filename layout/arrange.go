package layout

import (
	"math"
	"slices"
)

// searchLimit bounds the number of bundles whose side is tried out.
const searchLimit = 48

// arrange places the nodes along the axis and finds what lies above what, with few posts and none of them through a body.
func (p *plan) arrange() {
	level := false
	for _, n := range p.nodes {
		level = level || n.floor
	}
	for _, l := range p.lanes {
		l.side = 1
		if l.wish != 0 && !level {
			l.side = l.wish
		}
	}
	const rounds = 12
	for round := 0; ; {
		p.columns()
		events := p.events()
		if !level {
			p.choose(events)
		}
		_, conflicts := p.sweep(events, true)
		switch {
		case p.widen():
			continue
		case len(conflicts) == 0 || round > rounds:
			return
		case round == rounds:
			p.queue()
		default:
			for _, c := range conflicts {
				p.separate(c)
			}
		}
		round++
	}
}

// separate puts one of two nodes before the other, unless a way leads back.
func (p *plan) separate(c apart) {
	if c.left.c > c.right.c || c.left.c == c.right.c && c.left.index > c.right.index {
		c.left, c.right = c.right, c.left
	}
	c.gap = math.Max(c.gap, c.left.verge(+1)+c.right.verge(-1)+laneGap)
	p.before = append(p.before, c)
	if len(p.topological()) < len(p.nodes) {
		p.before = p.before[:len(p.before)-1]
	}
}

// queueGap is the distance of bodies in a queue; it leaves room for a connector's glyph.
const queueGap = 1.6

// queue puts all bodies one after the other: then no post can hit another body.
func (p *plan) queue() {
	bodies := make([]*node, 0, len(p.nodes))
	for _, n := range p.topological() {
		if !n.leftmost && !n.rightmost {
			bodies = append(bodies, n)
		}
	}
	for i := 1; i < len(bodies); i++ {
		p.before = append(p.before, apart{bodies[i-1], bodies[i], queueGap})
	}
}

// choose tries the sides of the bundles that skip bodies, one after the other, and keeps what saves posts.
func (p *plan) choose(events []event) {
	best, _ := p.sweep(events, false)
	if best == 0 {
		return
	}
	var bundles [][]*lane
	for _, l := range p.lanes {
		if l.wish != 0 || !l.skips() {
			continue
		}
		i := slices.IndexFunc(bundles, func(b []*lane) bool { return b[0].from == l.from && b[0].to == l.to })
		if i < 0 {
			if len(bundles) == searchLimit {
				break
			}
			bundles = append(bundles, nil)
			i = len(bundles) - 1
		}
		bundles[i] = append(bundles[i], l)
	}
	for range 3 {
		improved := false
		for _, b := range bundles {
			flip(b)
			if cost, _ := p.sweep(events, false); cost < best {
				best, improved = cost, true
			} else {
				flip(b)
			}
			if best == 0 {
				return
			}
		}
		if !improved {
			return
		}
	}
}

func flip(lanes []*lane) {
	for _, l := range lanes {
		l.side = -l.side
	}
}
