package dsl

// ranks turns round the connectors whose ends the author ranked the other way with at=: the picture and the signs of
// the equations both follow From and To.
func (c *checker) ranks() {
	for _, e := range c.graph.Edges {
		from, ranked := e.From.Measure("at")
		to, also := e.To.Measure("at")
		if ranked && also && from > to {
			e.From, e.To = e.To, e.From
		}
	}
}
