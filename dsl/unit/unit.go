// Package unit knows the physical dimensions of a mechanical system's quantities and the units that authors write
// them in, so that `k = 200 kg` can be refused with "a stiffness is in N/m".
package unit

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
