package component

var _ = register(&Kind{
	Name:    "ground",
	Asked:   []string{"floor", "road", "earth", "soil", "table", "surface", "bottom"},
	Sort:    Support,
	Doc:     "the floor: stands still below, or beside what slides on it",
	Example: "mass - spring[vertical] - ground",
	Size:    supportSize,
	Glyph:   hatched,
	Facing:  90,
	LabelAt: behind,
})
