package component

var _ = register(&Kind{
	Name:    "ceiling",
	Asked:   []string{"roof", "top", "overhead"},
	Sort:    Support,
	Doc:     "stands still above: the axis is vertical and what follows hangs from it",
	Example: "ceiling - spring - mass",
	Hints:   standsStill,
	Size:    supportSize,
	Glyph:   hatched,
	Stands:  Above,
	LabelAt: behind,
})
