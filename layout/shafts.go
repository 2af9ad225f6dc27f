package layout

import (
	"math"

	"diagram/dsl/component"
)

// Of the connectors between two discs one lies on their axis: it is the shaft, or what is in it. The others stand beside it, where no shaft
// can be. So do those that pass a disc, or whose way others cross.

// chooseShafts finds, of the connectors between each two nodes, the one on the axis: that which is most of all a shaft. It goes to
// the middle of the bundle.
func chooseShafts(out []*lane) {
	bundles := map[*node][]*lane{}
	for _, l := range out {
		if l.turns() {
			bundles[l.to] = append(bundles[l.to], l)
		}
	}
	for _, l := range out {
		if bundle := bundles[l.to]; len(bundle) > 0 && bundle[0] == l {
			chooseShaft(bundle)
		}
	}
}

func chooseShaft(bundle []*lane) {
	at := 0
	for i, l := range bundle {
		if l.apart() < bundle[at].apart() {
			at = i
		}
	}
	for i, l := range bundle {
		l.shaft = i == at
		l.stand(!l.shaft)
	}
	lo, hi := (len(bundle)-1)/2, len(bundle)/2
	for at < lo || at > hi {
		next := at + 1
		if at > hi {
			next = at - 1
		}
		bundle[at].index, bundle[next].index = bundle[next].index, bundle[at].index
		bundle[at], bundle[next] = bundle[next], bundle[at]
		at = next
	}
}

// look is what a connector's glyph depends on.
func (pt *part) look() component.Look {
	look := lookOf(pt.el)
	look.Aside = pt.aside
	return look
}

// size is the room of a connector's glyph.
func (pt *part) size() component.Size { return pt.el.Kind.Glyph.In(pt.look()) }

// turns reports whether a lane is of connectors between what turns.
func (l *lane) turns() bool { return l.parts[0].el.Domain == component.Rotation }

// stand says of a lane's connectors whether they stand beside the axis.
func (l *lane) stand(aside bool) {
	for i := range l.parts {
		l.parts[i].aside = aside && l.turns()
	}
}

// apart is how much of a lane would be no shaft if it lay on the axis.
func (l *lane) apart() float64 {
	length := 0.0
	for i := range l.parts {
		if size := l.parts[i].size(); size.Reaches {
			length += size.MinWidth
		} else {
			length += size.Width
		}
	}
	return length
}

// collars makes a lane on the axis long enough for the arrows round it. What spans its stretch of the lane has its label and what makes
// it known in the middle.
func (l *lane) collars(m metrics) {
	first, last := &l.parts[0], &l.parts[len(l.parts)-1]
	first.ends[0], last.ends[1] = l.from.collars[1], l.to.collars[0]
	total := 0.0
	for i := range l.parts {
		pt := &l.parts[i]
		if taken := math.Max(pt.ends[0], pt.ends[1]); taken > 0 {
			if !pt.size().Reaches {
				taken = (pt.ends[0] + pt.ends[1]) / 2
			}
			pt.length = math.Max(pt.length, math.Max(pt.size().MinWidth, m.along(pt.label)+2*ringClear)+2*taken)
		}
		total += pt.length + pt.gap
	}
	l.length = math.Max(l.length, math.Max(total, 2*math.Max(first.ends[0], last.ends[1])+ringNext)) // nearer to their own discs
	for _, rings := range [][]*ring{l.from.rings[1], l.to.rings[0]} {
		for _, r := range rings {
			up, down := r.rise(m)
			l.ringUp, l.ringDown = math.Max(l.ringUp, up), math.Max(l.ringDown, down)
		}
	}
	m.measure(l)
}

// onAxis reports whether a lane lies on the axis of the discs that it joins, with nothing across it, so that it can be part of their
// shaft.
func (l *lane) onAxis() bool {
	for _, n := range []*node{l.from, l.to} {
		if off, level := l.off(n); !n.support && (!level || math.Abs(off) > 1e-6) {
			return false
		}
	}
	return l.shaft && l.post == nil && len(l.barred) == 0
}

// off is how far a lane lies above the axis of a node, and false where nothing ties the one to the other.
func (l *lane) off(n *node) (float64, bool) {
	row, o := n.row.find()
	r, ol := l.row.find()
	return ol - o, r == row
}

// strays reports whether a lane that was to be a shaft turned out to lie elsewhere, and needs more length for the glyphs that it has there.
func (l *lane) strays(m metrics) bool {
	if !l.shaft || l.onAxis() {
		return false
	}
	l.stand(true)
	before := l.length
	l.collars(m)
	return l.length > before+1e-9
}

// evenDiscs gives the discs of an axis one width along it, unless the author says; it reports whether any grew.
func (p *plan) evenDiscs() bool {
	width, grew := 0.0, false
	for _, n := range p.nodes {
		if n.isDisc() {
			width = math.Max(width, n.width)
		}
	}
	for _, n := range p.nodes {
		if n.isDisc() && n.width < width {
			n.width, grew = width, true
		}
	}
	return grew
}

// isDisc reports whether a node is a disc of the usual size: a body that turns for which the author didn't ask for another.
func (n *node) isDisc() bool {
	return n.turns() && n.el.Kind.Body().Inertia != nil && !n.long
}
