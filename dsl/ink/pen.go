package ink

// ptPerCm is TeX's point: 72.27 to the inch.
const ptPerCm = 72.27 / 2.54

// Line widths and arrow tips, in cm. The widths are TikZ's semithick, thin and very thick, so that its source can use their names.
const (
	normalWidth = 0.6 / ptPerCm
	thinWidth   = 0.4 / ptPerCm
	thickWidth  = 1.2 / ptPerCm

	// SolidLength and SolidWidth are those of the filled triangle at the end of a force's arrow, tip to base.
	SolidLength = 0.24
	SolidWidth  = 0.18
	// OpenLength and OpenWidth are those of the open tip of a coordinate's arrow: from the point back to the ends of
	// its barbs, and between these.
	OpenLength = 0.12
	OpenWidth  = 0.16

	// DashOn and DashOff are the lengths of a dash and of the gap after it: TikZ's dashed.
	DashOn  = 3 / ptPerCm
	DashOff = 3 / ptPerCm
)

// Width is the pen's line width in cm.
func (w Weight) Width() float64 {
	switch w {
	case Thin:
		return thinWidth
	case Thick:
		return thickWidth
	}
	return normalWidth
}

// Points is the pen's line width in TeX's points.
func (w Weight) Points() float64 { return w.Width() * ptPerCm }

// PenOf is the pen that a stroke is drawn with.
func PenOf(s Stroke) Pen { return *penOf(s) }

// WithPen is the stroke drawn with another pen.
func WithPen(s Stroke, p Pen) Stroke {
	switch t := s.(type) {
	case *Line:
		c := *t
		s = &c
	case *Curve:
		c := *t
		s = &c
	case *Rect:
		c := *t
		s = &c
	case *Circle:
		c := *t
		s = &c
	case *Arc:
		c := *t
		s = &c
	case *Zigzag:
		c := *t
		s = &c
	case *Coil:
		c := *t
		s = &c
	case *Hatch:
		c := *t
		s = &c
	}
	*penOf(s) = p
	return s
}

func penOf(s Stroke) *Pen {
	switch s := s.(type) {
	case *Line:
		return &s.Pen
	case *Curve:
		return &s.Pen
	case *Rect:
		return &s.Pen
	case *Circle:
		return &s.Pen
	case *Arc:
		return &s.Pen
	case *Zigzag:
		return &s.Pen
	case *Coil:
		return &s.Pen
	case *Hatch:
		return &s.Pen
	}
	return &Pen{}
}
