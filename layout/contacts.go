package layout

import (
	"cmp"
	"iter"
	"math"
	"slices"

	"diagram/dsl/graph"
	"diagram/dsl/ink"
)

// A contact is a film as thick as filmDepth under the whole of a body, or under its wheels. Several share what is there. The label
// of one stands beside it on the floor, where nothing is joined to the body if there is such a side; those of two on either side,
// and those of more below the floor.

// contacts finds what slides on a support, and what stands on one.
func (r *reader) contacts() {
	for _, e := range r.sliding {
		base, body := e.From, e.To
		if body.Kind.IsSupport() {
			base, body = body, base
		}
		n := r.nodes[body.ID]
		f := &contact{el: e, base: base, label: elementText(r.graph, e)}
		n.contacts = append(n.contacts, f)
		p := r.plan(body)
		p.contacts = append(p.contacts, f)
	}
	for _, p := range r.plans {
		for _, n := range p.nodes {
			if n.grounds = r.graph.Floors(n.el); n.support {
				n.grounds = nil
			}
			n.floor = n.floor || len(n.grounds) > 0
			r.underneath(n)
			n.passage = r.passable(n)
			r.carried(p, n)
			r.labelBelow(n)
		}
	}
}

// underneath puts a body on its contacts, and makes it wide enough for them.
func (r *reader) underneath(n *node) {
	k := len(n.contacts)
	if k == 0 {
		return
	}
	n.film = filmDepth
	n.below += n.film
	slices.SortStableFunc(n.contacts, func(a, b *contact) int {
		return cmp.Compare(slices.Index(n.grounds, a.base), slices.Index(n.grounds, b.base))
	})
	each := leastFilm
	for _, f := range n.contacts {
		switch {
		case f.label.empty():
		case k > 2:
			each = math.Max(each, r.metrics.along(f.label)+2*labelGap)
			n.under = math.Max(n.under, labelGap+r.metrics.across(f.label))
		default:
			n.labelled = math.Max(n.labelled, r.metrics.across(f.label)+2*labelGap)
			n.clear = math.Max(n.clear, math.Max(n.width, leastFilm)/2+2*labelGap+r.metrics.along(f.label))
		}
	}
	if k > 1 {
		n.width = math.Max(n.width, each*float64(k))
	}
	if high := n.labelled - n.below; n.el.Kind.Body().Point {
		n.over = math.Max(n.over, high-n.height) // its labels are higher than it
	} else {
		n.height = math.Max(n.height, high)
	}
}

// carried keeps room below a body for the motion of the support on which it slides.
func (r *reader) carried(p *plan, n *node) {
	n.drop = n.under
	for _, o := range n.grounds {
		if m := p.motion(o); m != nil {
			n.under += markGap + math.Max(2*markTick, r.metrics.across(m.label))
			n.clear = math.Max(n.clear, markArrow/2+2*(labelGap+r.metrics.along(m.label)))
		}
	}
}

// free is +1 where nothing is joined to a body at its face towards larger u, else -1 where nothing is at the other, and 0 where
// something is at both.
func (n *node) free() int {
	switch {
	case len(n.out)+len(n.right) == 0:
		return +1
	case len(n.in)+len(n.left) == 0:
		return -1
	}
	return 0
}

// beside is the height above its floor that the labels of a body's contacts take where a lane ends at the body.
func (n *node) beside(l *lane) float64 {
	if free := n.free(); len(n.contacts) == 1 && free != 0 && free > 0 != (l.from == n) {
		return 0
	}
	return n.labelled
}

// contactsAlong yields a body's contacts from left to right, each with the place where it begins and its length.
func (n *node) contactsAlong() iter.Seq2[*contact, [2]float64] {
	return func(yield func(*contact, [2]float64) bool) {
		length := math.Max(n.width, leastFilm)
		u := n.c - length/2
		length /= float64(len(n.contacts))
		for _, f := range n.contacts {
			if !yield(f, [2]float64{u, u + length}) {
				return
			}
			u += length
		}
	}
}

// contacts draws what lies between a body and the ground it slides on.
func (d *drafter) contacts(n *node) {
	i := 0
	for f, u := range n.contactsAlong() {
		mid, foot := (u[0]+u[1])/2, n.b-n.below
		from, to := d.place(mid, foot+n.film), d.place(mid, foot)
		angle := d.metrics.turn(0, -1)
		nodes := [2]*graph.Element{n.el, f.base}
		if f.el.From == f.base {
			from, to = to, from
			angle = d.metrics.turn(0, 1)
			nodes[0], nodes[1] = nodes[1], nodes[0]
		}
		it := glyph(f.el, ink.Frame{Origin: from, Angle: angle, W: n.film, H: u[1] - u[0]})
		it.Ports = []Port{{d.names.port(nodes[0], f.el), from}, {d.names.port(nodes[1], f.el), to}}
		if !f.label.empty() {
			it.Labels = append(it.Labels, d.contactLabel(n, f, u, i))
		}
		d.add(f.el, it)
		i++
	}
}

// contactLabel places the label of the i-th contact of a body.
func (d *drafter) contactLabel(n *node, f *contact, u [2]float64, i int) Label {
	foot, side := n.b-n.below, 2*i-1
	switch len(n.contacts) {
	case 1:
		side = n.free()
		if side == 0 && !d.plan.flipped {
			side = 1
		} else if side == 0 {
			side = -1
		}
	case 2:
	default:
		return beside(f.label, d.place((u[0]+u[1])/2, foot-floorDepth), d.place(0, -1), labelGap)
	}
	end := u[(side+1)/2]
	away := float64(side) * (labelGap + d.metrics.along(f.label)/2)
	return inside(f.label, d.place(end+away, foot+labelGap+d.metrics.across(f.label)/2))
}
