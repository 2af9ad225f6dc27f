package component

import "diagram/dsl/ink"

// ShaftRadius is half the width at which a shaft is drawn that twists, in cm, and stiffRadius that of one that doesn't.
const (
	ShaftRadius = 0.06
	stiffRadius = 0.1
)

// onAxis reports whether a connector is part of the shaft that carries its discs. One that stands beside it is drawn as along a line.
func (l Look) onAxis() bool { return l.Rotation && !l.Aside }

// Shaft is the two lines of a shaft that twists, from one place on its axis to another.
func Shaft(from, to ink.Pt) []ink.Stroke {
	at := func(p ink.Pt, y float64) ink.Pt {
		p.Y.Off += y
		return p
	}
	return []ink.Stroke{
		&ink.Line{Pts: []ink.Pt{at(from, ShaftRadius), at(to, ShaftRadius)}},
		&ink.Line{Pts: []ink.Pt{at(from, -ShaftRadius), at(to, -ShaftRadius)}},
	}
}

// lead is what joins a connector's glyph to its nodes: a line, or a shaft where it turns about the axis.
func lead(l Look, from, to ink.Pt) []ink.Stroke {
	if l.onAxis() {
		return Shaft(from, to)
	}
	return []ink.Stroke{&ink.Line{Pts: []ink.Pt{from, to}}}
}

// shafted is the size of a connector's glyph whose leads are shafts where it turns about the axis, which reach its nodes however far
// apart these are; core is the length of what is drawn between them.
func shafted(l Look, s Size, core float64) Size {
	if l.onAxis() {
		s.MinWidth, s.Reaches = core, true
	}
	return s
}

// RingRadius is half the height of an arrow that runs round a shaft, and RingWidth its width, in cm.
const (
	RingRadius = 0.36
	RingWidth  = 0.32
)

// Ring is an arrow round a shaft that runs along its frame: counter-clockwise as seen from where x leads. What is behind the shaft is left
// out.
func Ring(pen ink.Pen) ink.Stroke {
	return &ink.Arc{Center: ink.At(0.5, 0, 0, 0), Radius: RingRadius, Squeeze: RingWidth / 2 / RingRadius, From: 55, To: 305, Pen: pen}
}
