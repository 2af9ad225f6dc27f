// Package unit knows the physical dimensions of a mechanical system's quantities and the units that authors write
// them in, so that `k = 200 kg` can be refused with "a stiffness is in N/m".
package unit

import (
	"fmt"
	"strings"
)

// Dimension is a product of powers of mass, length and time. Angles have none.
type Dimension struct{ Mass, Length, Time int8 }

// The dimensions of mechanics, by what they measure.
var (
	None         = Dimension{}
	Mass         = Dimension{1, 0, 0}  // kg
	Length       = Dimension{0, 1, 0}  // m
	Time         = Dimension{0, 0, 1}  // s
	Frequency    = Dimension{0, 0, -1} // 1/s, rad/s
	Acceleration = Dimension{0, 1, -2} // m/s²
	Force        = Dimension{1, 1, -2} // N
	Stiffness    = Dimension{1, 0, -2} // N/m
	Damping      = Dimension{1, 0, -1} // N·s/m
	CubicStiff   = Dimension{1, -2, -2}
	QuadDamping  = Dimension{1, -1, 0}
	Inertia      = Dimension{1, 2, 0}  // kg·m²
	Torque       = Dimension{1, 2, -2} // N·m, also the torsional stiffness N·m/rad
	TorsionDamp  = Dimension{1, 2, -1} // N·m·s/rad
)

// times returns d multiplied by the power of another dimension; false where a power becomes too high.
func (d Dimension) times(e Dimension, power int) (Dimension, bool) {
	mass := int(d.Mass) + int(e.Mass)*power
	length := int(d.Length) + int(e.Length)*power
	time := int(d.Time) + int(e.Time)*power
	for _, p := range []int{mass, length, time} {
		if p < -maxDim || p > maxDim {
			return Dimension{}, false
		}
	}
	return Dimension{int8(mass), int8(length), int8(time)}, true
}

// Over is d divided by another dimension.
func (d Dimension) Over(e Dimension) Dimension {
	return Dimension{d.Mass - e.Mass, d.Length - e.Length, d.Time - e.Time}
}

// usual are the units in which textbooks give the quantities of mechanics.
var usual = map[Dimension]string{
	None: "no unit", Mass: "kg", Length: "m", Time: "s", Frequency: "1/s", Acceleration: "m/s²", Force: "N", Stiffness: "N/m",
	Damping: "N·s/m", CubicStiff: "N/m³", QuadDamping: "N·s²/m²", Inertia: "kg·m²", Torque: "N·m", TorsionDamp: "N·m·s",
	{0, 1, -1}: "m/s",
}

// String is the usual unit of the dimension: "N/m" of a stiffness, "kg^2·m" of what has no better one.
func (d Dimension) String() string {
	if s, ok := usual[d]; ok {
		return s
	}
	var parts []string
	for _, p := range []struct {
		unit  string
		power int8
	}{{"kg", d.Mass}, {"m", d.Length}, {"s", d.Time}} {
		switch p.power {
		case 0:
		case 1:
			parts = append(parts, p.unit)
		default:
			parts = append(parts, fmt.Sprintf("%s^%d", p.unit, p.power))
		}
	}
	return strings.Join(parts, "·")
}
