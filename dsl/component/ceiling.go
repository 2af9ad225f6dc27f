package component

var ceiling = &Kind{
	Name:    "ceiling",
	Asked:   []string{"roof", "top", "overhead"},
	Doc:     "stands still above: the axis is vertical and what follows hangs from it",
	Example: "ceiling - spring - mass",
	Hints:   standsStill,
	Sort:    Support{Stands: Above},
	Glyph:   hatched,
}
