package layout

import (
	"math"
	"slices"
)

// A bundle is what a body is centred on: the connectors at a face to the one nearest neighbour, and the actions that stand
// among them. The connectors are evenly spaced about the body's centre. What acts stands on the axis where an even number of
// connectors leaves the middle free; else it stands above them.

// armMargin is the room from an action's line to the end of the face.
const armMargin = 0.17

// nestLimit is how high an action may be, label included, that stands amid connectors.
const nestLimit = 0.6

// labelSides chooses the side of the connectors' labels: above their lines, but below the last of several that lie side by
// side, so that these can lie close together. Where an action stands right above a single connector, the labels of all such
// are below.
func (p *plan) labelSides() {
	for _, l := range p.lanes {
		l.lower = false
	}
	var single []*lane
	crowded := false
	for _, n := range p.nodes {
		for i := 0; i < len(n.fanned); i++ {
			l := n.fanned[i]
			if l.isAction() {
				continue
			}
			acted := i > 0 && n.fanned[i-1].isAction() || l.to.actedAbove(l)
			if side := run(n.fanned[i:], l); len(side) > 1 {
				l.lower = acted
				side[len(side)-1].lower = true
				for last := side[len(side)-1]; n.fanned[i] != last; {
					i++
				}
			} else if !l.skips() {
				single = append(single, l)
				crowded = crowded || acted
			}
		}
	}
	if crowded {
		for _, l := range single {
			l.lower = true
		}
	}
	for _, l := range p.lanes {
		for _, pt := range l.parts {
			l.lower = l.lower && pt.dim.empty() // dimension lines have their room there
		}
		p.metrics.measure(l)
	}
}

// run are the connectors of a face between the same two nodes as the first, which lie side by side but for actions.
func run(face []*lane, first *lane) []*lane {
	var run []*lane
	for _, l := range face {
		switch {
		case l.isAction():
		case first.parallel(l):
			run = append(run, l)
		default:
			return run
		}
	}
	return run
}

// actedAbove reports whether an action stands right above where a lane comes in.
func (n *node) actedAbove(l *lane) bool {
	if len(n.left) == 0 {
		return false
	}
	i := slices.Index(n.entered, l)
	return i > 0 && n.entered[i-1].isAction()
}

// parallel reports whether another lane is a connector between the same nodes.
func (l *lane) parallel(o *lane) bool {
	return !o.isAction() && o.from == l.from && o.to == l.to
}

// nest is the place among a face's lanes, from top to bottom, at which an action goes: amid the connectors to the nearest
// neighbour where these are even in number and it fits between them; else above them. near tells those connectors. Several
// actions stand in the order of the text.
func nest(face []*lane, arm *lane, near func(*lane) bool) int {
	i := slices.IndexFunc(face, func(l *lane) bool { return !l.isAction() && near(l) })
	if i < 0 {
		i = len(face)
	} else if half := len(run(face[i:], face[i])); half%2 == 0 && arm.up+arm.down <= nestLimit {
		for half /= 2; half > 0; i++ {
			if !face[i].isAction() {
				half--
			}
		}
		for i < len(face) && face[i].isAction() {
			i++
		}
	}
	for i > 0 && face[i-1].isAction() && face[i-1].index > arm.index {
		i--
	}
	return i
}

// nested puts the actions of a face, which lie above its nearest connectors, in their places.
func nested(face []*lane, near func(*lane) bool) []*lane {
	var arms []*lane
	kept := make([]*lane, 0, len(face))
	for _, l := range face {
		if l.isAction() {
			arms = append(arms, l)
		} else {
			kept = append(kept, l)
		}
	}
	for _, l := range arms {
		kept = slices.Insert(kept, nest(kept, l, near), l)
	}
	return kept
}

// mainBundle is the part of a face's lanes that the body is centred on: the connectors to its one nearest neighbour; its
// actions, where it has no others.
func mainBundle(n *node, face []*lane, right bool) []*lane {
	var near *node
	tie := false
	for _, l := range face {
		if l.isAction() {
			continue
		}
		o := l.other(n)
		dist := func(o *node) float64 {
			if right {
				return o.u0
			}
			return -o.u1
		}
		switch {
		case near == nil || dist(o) < dist(near)-1e-6:
			near, tie = o, false
		case o != near && dist(o) < dist(near)+1e-6:
			tie = true
		}
	}
	if tie {
		return nil
	}
	var main []*lane
	for _, l := range face {
		if near == nil && l.isAction() || near != nil && !l.isAction() && l.other(n) == near {
			main = append(main, l)
		}
	}
	return main
}

// bundle fixes the lanes of a face's main bundle symmetrically about the node's centre, and the actions among and above them.
func (p *plan) bundle(n *node, face, main []*lane) {
	group := together(face, main)
	if group == nil {
		return
	}
	pitch := p.pitch(main)
	spread := pitch * float64(len(main)-1) / 2
	if i := slices.IndexFunc(main, func(l *lane) bool { return l.shaft }); i >= 0 {
		spread = pitch * float64(i)
	}
	v := make([]float64, len(group))
	placed := 0
	for i, l := range group {
		if placed < len(main) && l == main[placed] {
			v[i] = spread - pitch*float64(placed)
			placed++
		}
	}
	p.arms(group, main, v)
	for i, l := range group {
		n.half = math.Max(n.half, math.Abs(v[i])+n.room(l))
	}
	if !p.rigid {
		return
	}
	for i, l := range group {
		join(n.row, 0, l.row, 0, v[i])
	}
}

// arms finds the heights of the actions of a bundle whose connectors have theirs.
func (p *plan) arms(group, main []*lane, v []float64) {
	if main[0].isAction() {
		return // they are the bundle
	}
	top := slices.Index(group, main[0])
	for i := top - 1; i >= 0; i-- {
		v[i] = v[i+1] + group[i+1].up + p.metrics.air() + group[i].down
	}
	for i := top; i < len(group); i++ {
		if !group[i].isAction() {
			continue
		}
		end := i
		tall := -p.metrics.air()
		for ; group[end].isAction(); end++ {
			tall += group[end].up + group[end].down + p.metrics.air()
		}
		y := (v[i-1]+v[end])/2 + tall/2
		for ; i < end; i++ {
			v[i] = y - group[i].up
			y -= group[i].up + group[i].down + p.metrics.air()
		}
	}
}

// pitch is the distance of the lanes of a bundle, with room for what acts between them at either end.
func (p *plan) pitch(main []*lane) float64 {
	if small(main) {
		return 0
	}
	pitch := lanePitch
	for i := 1; i < len(main); i++ {
		a, b := main[i-1], main[i]
		pitch = math.Max(pitch, a.down+p.metrics.air()+b.up)
		if a.isAction() || len(a.from.right)+len(a.to.left) == 0 {
			continue
		}
		for _, face := range [][]*lane{a.from.fanned, a.to.entered} {
			j, k := slices.Index(face, a), slices.Index(face, b)
			if j < 0 || k <= j+1 {
				continue
			}
			tall := p.metrics.air()
			for _, l := range face[j+1 : k] {
				tall += l.up + l.down + p.metrics.air()
			}
			pitch = math.Max(pitch, 2*math.Max(a.down, b.up)+tall)
		}
	}
	return pitch
}

// room is the least distance from a lane at a node's face to the end of the face.
func (n *node) room(l *lane) float64 {
	if l.isAction() {
		return math.Min(n.margin, armMargin)
	}
	return n.margin
}

// small reports whether lanes are flat, such as those of rods without labels.
func small(lanes []*lane) bool {
	for _, l := range lanes {
		if l.up+l.down > 0.5 {
			return false
		}
	}
	return true
}

// together is the stretch of a face that the main lanes take, with the actions among them and right above them; nil where other
// connectors lie among them.
func together(face, main []*lane) []*lane {
	if len(main) == 0 {
		return nil
	}
	i := slices.Index(face, main[0])
	if i < 0 {
		return nil
	}
	placed, j := 0, i
	for ; placed < len(main); j++ {
		switch {
		case j == len(face):
			return nil
		case face[j] == main[placed]:
			placed++
		case !face[j].isAction():
			return nil
		}
	}
	for i > 0 && face[i-1].isAction() && !main[0].isAction() {
		i--
	}
	return face[i:j]
}
