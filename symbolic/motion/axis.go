package motion

import (
	"math"

	"diagram/dsl/component"
	"diagram/dsl/graph"
	"diagram/symbolic"
)

// axis is the line on which a translational diagram lives. It points the way in which the text runs: from left to
// right, from top to bottom, or along a slope whose angle counts anticlockwise from "right".
type axis struct {
	sin, cos symbolic.Expr // of that angle; a vertical axis points down: -1 and 0
	rise     int           // sign of sin: +1 where the axis climbs
	run      int           // sign of cos: +1 where the axis goes right
}

// towards says in words where a sense along the axis leads.
func (a axis) towards(sense int, d component.Domain) string {
	switch {
	case d == component.Rotation && sense > 0:
		return "anticlockwise"
	case d == component.Rotation:
		return "clockwise"
	case a.rise == 0 && sense*a.run > 0:
		return "to the right"
	case a.rise == 0:
		return "to the left"
	case a.run == 0 && sense*a.rise > 0:
		return "upwards"
	case a.run == 0:
		return "downwards"
	case sense*a.rise > 0:
		return "up the slope"
	}
	return "down the slope"
}

// axisOf is the axis of a diagram.
func axisOf(s graph.Settings) axis {
	switch {
	case s.Axis == graph.Vertical:
		return degrees(symbolic.Int(-90))
	case s.Axis == graph.Inclined && s.Slope != nil:
		return degrees(s.Slope)
	}
	return degrees(symbolic.Int(0))
}

// degrees is the axis at an angle in degrees, with exact sines where they are known.
func degrees(angle symbolic.Expr) axis {
	n, ok := angle.(*symbolic.Number)
	if !ok {
		return axis{sin: symbolic.Sin(angle), cos: symbolic.Cos(angle), rise: 1, run: 1}
	}
	d, whole := n.Value().Int64()
	d %= 360
	if !whole {
		rad := symbolic.Degrees(angle)
		deg := n.Value().Float64()
		return axis{sin: symbolic.Sin(rad), cos: symbolic.Cos(rad), rise: signOfSin(deg), run: signOfSin(deg + 90)}
	}
	return axis{sin: sinDegrees(d), cos: cosDegrees(d), rise: signOfSin(float64(d)), run: signOfSin(float64(d + 90))}
}

// sinDegrees is the sine of whole degrees: exact for multiples of 30° and 45°.
func sinDegrees(d int64) symbolic.Expr {
	d = (d%360 + 360) % 360
	switch {
	case d >= 180:
		return symbolic.Neg(sinDegrees(d - 180))
	case d > 90:
		return sinDegrees(180 - d)
	}
	switch d {
	case 0:
		return symbolic.Int(0)
	case 30:
		return symbolic.Rat(1, 2)
	case 45:
		return symbolic.Div(symbolic.Sqrt(symbolic.Int(2)), symbolic.Int(2))
	case 60:
		return symbolic.Div(symbolic.Sqrt(symbolic.Int(3)), symbolic.Int(2))
	case 90:
		return symbolic.Int(1)
	}
	return symbolic.Sin(symbolic.Degrees(symbolic.Int(d)))
}

// cosDegrees is the cosine of whole degrees: exact for multiples of 30° and 45°.
func cosDegrees(d int64) symbolic.Expr {
	if d = (d%360 + 360) % 360; d > 180 {
		d = 360 - d
	}
	switch {
	case d > 90:
		return symbolic.Neg(cosDegrees(180 - d))
	case d%30 == 0 || d == 45:
		return sinDegrees(90 - d)
	}
	return symbolic.Cos(symbolic.Degrees(symbolic.Int(d)))
}

// signOfSin is the sign of an angle's sine.
func signOfSin(deg float64) int {
	switch deg = math.Mod(math.Mod(deg, 360)+360, 360); {
	case deg == 0 || deg == 180:
		return 0
	case deg < 180:
		return +1
	}
	return -1
}
