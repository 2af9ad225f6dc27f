package component

var wall = &Kind{
	Name:    "wall",
	Asked:   []string{"fixed", "frame", "support", "anchor", "clamp", "boundary", "mounting", "wand", "mauer", "mur", "pared", "muro", "parete", "parede", "muur", "ściana", "стена"},
	Doc:     "stands still; its face is vertical, or horizontal when marked so",
	Example: "wall[vertical] - spring - trolley",
	Hints:   standsStill,
	Attributes: []Attribute{
		{Name: "orientation", Type: Choice, Words: []string{"vertical", "horizontal"}, Doc: "direction of the face: a horizontal one makes the axis vertical"},
	},
	Sort:  Support{Stands: Beside},
	Glyph: hatched,
}
