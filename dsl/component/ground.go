package component

var ground = &Kind{
	Name:  "ground",
	Asked: []string{"floor", "road", "earth", "soil", "table", "surface", "bottom", "rail", "track"},
	Doc:   "the floor: stands still below; the axis is vertical and what it holds stands on it, unless it merely slides or is set on it without a connector",
	Help: "What is joined to it without a connector stands on it and slides without friction: block - ground. Friction lies between the two: " +
		"block - friction - ground.",
	Example: "mass - spring - ground",
	Hints:   standsStill,
	Sort:    Support{Stands: Below},
	Glyph:   hatched,
}
