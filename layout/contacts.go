package layout

import (
	"cmp"
	"iter"
	"math"
	"slices"

	"diagram/dsl/graph"
	"diagram/dsl/ink"
)

// contacts finds what slides on a support.
func (r *reader) contacts() {
	for _, e := range r.sliding {
		base, body := e.From, e.To
		if body.Kind.IsSupport() {
			base, body = body, base
		}
		n := r.nodes[body.ID]
		f := &contact{el: e, base: base, label: elementText(r.graph, e)}
		n.contacts = append(n.contacts, f)
		if n.below < contactGap {
			n.below = contactGap
		}
		n.floor = true
		p := r.plan(body)
		p.contacts = append(p.contacts, f)
	}
	for _, p := range r.plans {
		for _, n := range p.nodes {
			r.underneath(n)
			r.carried(p, n)
			r.labelBelow(n)
		}
	}
}

// underneath makes a body wide enough for its contacts.
func (r *reader) underneath(n *node) {
	switch len(n.contacts) {
	case 0:
	case 1:
		f := n.contacts[0]
		f.width = math.Min(f.el.Kind.Glyph.Size.Height, n.width)
		if wheels := n.el.Kind.Glyph.Size.Below; wheels > 0 {
			f.width = math.Max(0.3, math.Min(f.width, n.width*0.56-wheels-0.15))
			n.under = math.Max(n.under, floorDepth+labelGap+r.metrics.across(f.label))
		} else if !f.label.empty() {
			n.clear = math.Max(n.clear, f.width/2+2*labelGap+r.metrics.along(f.label))
			n.below = math.Max(n.below, r.metrics.across(f.label)+2*labelGap)
		}
	default:
		owners := n.owners()
		slices.SortStableFunc(n.contacts, func(a, b *contact) int {
			return cmp.Compare(slices.Index(owners, a.base), slices.Index(owners, b.base))
		})
		need := 0.0
		for _, f := range n.contacts {
			f.width = f.el.Kind.Glyph.Size.Height
			need += f.room(r.metrics)
			n.below = math.Max(n.below, r.metrics.across(f.label)+2*labelGap)
		}
		// Wheels stand outside the contacts.
		if wheels := n.el.Kind.Glyph.Size.Below; wheels > 0 {
			need = (need + wheels + 0.2) / 0.56
		}
		n.width = math.Max(n.width, need)
	}
}

// carried keeps room below a body for the motion of the support on which it slides.
func (r *reader) carried(p *plan, n *node) {
	n.drop = n.under
	for _, o := range n.owners() {
		if m := p.motion(o); m != nil {
			n.under += markGap + math.Max(2*markTick, r.metrics.across(m.label))
			n.clear = math.Max(n.clear, markArrow/2+2*(labelGap+r.metrics.along(m.label)))
		}
	}
}

// room is how much of a body's lower edge a contact takes, its label included.
func (f *contact) room(m metrics) float64 {
	w := f.width
	if !f.label.empty() {
		w += 2*labelGap + m.along(f.label)
	}
	return w + 2*contactMargin
}

// contactsAlong yields a body's contacts from left to right, each with the place where its room begins.
func (n *node) contactsAlong(m metrics) iter.Seq2[*contact, float64] {
	return func(yield func(*contact, float64) bool) {
		u := n.c
		for _, f := range n.contacts {
			u -= f.room(m) / 2
		}
		for _, f := range n.contacts {
			if !yield(f, u) {
				return
			}
			u += f.room(m)
		}
	}
}

// contacts draws what lies between a body and the ground it slides on.
func (d *drafter) contacts(n *node) {
	for fl, u := range n.contactsAlong(d.metrics) {
		centre := u + contactMargin + fl.width/2
		if len(n.contacts) == 1 {
			centre = n.c
		}
		from, to := d.place(centre, n.b), d.place(centre, n.b-n.below)
		angle := d.metrics.turn(0, -1)
		nodes := [2]*graph.Element{n.el, fl.base}
		if fl.el.From == fl.base {
			from, to = to, from
			angle = d.metrics.turn(0, 1)
			nodes[0], nodes[1] = nodes[1], nodes[0]
		}
		it := glyph(fl.el, ink.Frame{Origin: from, Angle: angle, W: n.below, H: fl.width})
		it.Ports = []Port{{d.names.port(nodes[0], fl.el), from}, {d.names.port(nodes[1], fl.el), to}}
		if !fl.label.empty() {
			beneath := len(n.contacts) == 1 && n.el.Kind.Glyph.Size.Below > 0
			at, away := d.place(centre+fl.width/2, n.b-n.below/2), d.place(1, 0)
			if n.thin && len(n.contacts) == 1 && len(n.in) == 0 { // nothing is joined on the other side
				at, away = d.place(centre-fl.width/2, n.b-n.below/2), d.place(-1, 0)
			}
			if beneath {
				at, away = d.place(centre, n.b-n.below-floorDepth), d.place(0, -1)
			}
			it.Labels = append(it.Labels, beside(fl.label, at, away, labelGap))
		}
		d.add(fl.el, it)
	}
}
