package component

import "diagram/dsl/unit"

// PlaceSymbol is the symbol of the place at which a support stands.
const PlaceSymbol = "ell"

// Shared lists the attributes that every kind of a sort has besides its own: what an author can say about any element's
// label, colour, place and size.
func Shared(s Sort) []Attribute {
	label := Attribute{Name: "label", Type: Text, Asked: []string{"name", "text", "symbol", "caption"}, Doc: "the element's main symbol, or text beside it"}
	as := []Attribute{
		label,
		{Name: "note", Type: Text, Asked: []string{"annotation", "remark", "comment"}, Doc: "words or mathematics beside it, with the label; they give no symbol"},
		{Name: "labelat", Type: Choice, Asked: []string{"labelpos", "labelposition", "placement"}, Keyed: true, Words: []string{"above", "below", "left", "right", "inside"}, Doc: "where the label goes, if there is room for it there"},
		{Name: "nolabel", Type: Flag, Doc: "draw no label"},
		{Name: "color", Type: Colour, Asked: []string{"ink", "stroke"}, Doc: "ink of this element: a name, a mix (blue!60!black) or #rrggbb"},
		{Name: "thick", Type: Flag, Doc: "draw with a thick pen"},
		{Name: "dashed", Type: Flag, Doc: "draw dashed"},
	}
	switch s.(type) {
	case Support:
		as = append(as,
			Attribute{Name: "x", Type: Parameter, Doc: "where the support stands, measured from the first", Default: PlaceSymbol, Dim: unit.Length},
			Attribute{Name: "at", Type: Order, Asked: []string{"rank", "order"}, Doc: "rank along the axis, where the order of the text should not decide"},
			Attribute{Name: "height", Type: Measure, Doc: "length of the face, in cm"},
		)
	case Body:
		as = append(as,
			Attribute{Name: "x", Type: Symbol, Asked: []string{"coordinate", "position"}, Doc: "name of the body's coordinate"},
			Attribute{Name: "positive", Type: Choice, Asked: []string{"sense", "direction"}, Words: []string{"left", "right", "up", "down", "cw", "ccw"}, Doc: "sense in which the coordinate counts"},
			Attribute{Name: "at", Type: Order, Asked: []string{"rank", "order"}, Doc: "rank along the axis, where the order of the text should not decide"},
			Attribute{Name: "fill", Type: Colour, Asked: []string{"background", "fillcolor"}, Doc: "colour of its inside; none where nothing is said"},
			Attribute{Name: "width", Type: Measure, Doc: "least width of the box, in cm"},
			Attribute{Name: "height", Type: Measure, Doc: "least height of the box, in cm"},
		)
	case Connector:
		as = append(as,
			Attribute{Name: "orientation", Type: Choice, Words: []string{"horizontal", "vertical"}, Doc: "direction of the axis it lies on"},
			Attribute{Name: "side", Type: Choice, Words: []string{"above", "below"}, Doc: "which lane to take where there is a choice"},
			Attribute{Name: "length", Type: Measure, Doc: "drawn length, in cm"},
			Attribute{Name: "show", Type: Choice, Words: []string{"L0"}, Doc: "draw the natural length as a dimension line"},
		)
	case Action:
		as = append(as,
			Attribute{Name: "length", Type: Measure, Doc: "drawn length, in cm"},
		)
	}
	return as
}
