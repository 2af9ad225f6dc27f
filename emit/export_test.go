package emit

import (
	"diagram/emit/internal/explain"
	"diagram/layout"
	"diagram/symbolic/motion"
)

// What the tests look at behind the front door.

func (d *Diagram) Model() *motion.Model           { return d.model }
func (d *Diagram) Drawing() *layout.Drawing       { return d.drawing() }
func (x Explanation) Table() *explain.Explanation { return x.table }
