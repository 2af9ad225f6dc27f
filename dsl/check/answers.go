package check

import (
	"slices"

	"diagram/dsl/component"
	"diagram/dsl/graph"
	"diagram/symbolic"
)

// answers sets what the rest of the program asks about an element: what the author wrote, as types instead of words.
func (c *checker) answers(e *graph.Element) {
	s, d := &c.graph.Settings, &e.Drawn
	gs := c.of(e)
	for i := range gs {
		g := &gs[i]
		place := slices.Index(g.attribute.Words, g.text)
		switch g.attribute.Name {
		case "direction":
			e.Heading, e.Pointing = headingOf(s, g.text), pointing(g.text)
		case "positive":
			e.Positive = headingOf(s, g.text)
		case "x":
			e.Named = true
		case "color":
			d.Colour = g.text
		case "fill":
			d.Fill = g.text
		case "thick":
			d.Thick = true
		case "dashed":
			d.Dashed = true
		case "nolabel":
			d.NoLabel = true
		case "labelat":
			d.LabelAt = graph.Above + graph.Place(place)
		case "side":
			d.Lane = 1 - 2*place
		case "length":
			d.Length = g.number
		case "width":
			d.Width = g.number
		case "height":
			d.Height = g.number
		case "show":
			d.Dimension = g.text
		}
	}
}

// look is how an element looks by its words, and by its parameters.
func (c *checker) look(e *graph.Element) component.Look {
	isZero := func(word string) bool {
		return slices.ContainsFunc(e.Kind.Attributes, func(a component.Attribute) bool {
			return a.Zero == word && e.Params[a.Name] != nil && symbolic.IsZero(e.Params[a.Name])
		})
	}
	return e.Kind.Look(e.Domain, func(word string) bool { return isZero(word) || c.of(e).says(e.Kind, word) })
}

// options lists what the author said of each element, in one list for all of them.
func (c *checker) options() {
	n := 0
	for i := range c.uses {
		gs := c.uses[i].given
		n += len(gs)
	}
	room := make([]graph.Option, 0, n)
	for _, e := range c.graph.Elements {
		from := len(room)
		for _, g := range c.of(e) {
			text := g.text
			if g.attribute.Type == component.Flag {
				text = "true"
			}
			room = append(room, graph.Option{Attribute: g.attribute, Text: text})
		}
		e.Options = room[from:len(room):len(room)]
	}
}

// headingOf is what a word means on the axis. On an incline left and right are up or down the slope, whichever goes there.
func headingOf(s *graph.Settings, word string) graph.Heading {
	x, y := 0, 0
	switch word {
	case "right":
		x = 1
	case "left":
		x = -1
	case "up":
		y = 1
	case "down":
		y = -1
	case "ccw":
		return graph.Heading{Turn: +1}
	case "cw":
		return graph.Heading{Turn: -1}
	}
	run, rise := 1, 0 // the signs of the way that the axis runs on the page
	switch {
	case s.Axis == graph.Vertical:
		run, rise = 0, -1
	case s.Axis == graph.Inclined && s.Angle < 0:
		rise = -1
	case s.Axis == graph.Inclined:
		rise = 1
	}
	if along := x*run + y*rise; along != 0 {
		return graph.Heading{Along: along}
	}
	return graph.Heading{Across: y*run - x*rise}
}

// pointing says where a word points: "to the left", "upwards".
func pointing(word string) string {
	switch word {
	case "left", "right":
		return "to the " + word
	case "up", "down":
		return word + "wards"
	case "cw":
		return "clockwise"
	case "ccw":
		return "anticlockwise"
	}
	return ""
}
