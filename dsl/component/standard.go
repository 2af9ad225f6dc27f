package component

// standard is made of a line for each sort; the kinds' own files say the rest.
var standard = must(new(Catalog).With(
	base, ceiling, ground, wall,
	bar, disc, joint, mass, trolley,
	actuator, damper, friction, gear, inerter, rod, spring, stop,
	arrow, displacement, force, gravity, torque,
))

// Standard is the catalog of the language's own kinds.
func Standard() *Catalog { return standard }

func must(c *Catalog, err error) *Catalog {
	if err != nil { // a mistake in this package
		panic(err)
	}
	return c
}
