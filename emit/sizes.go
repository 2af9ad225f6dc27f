package emit

import (
	"fmt"
	"math"

	"diagram/dsl/diag"
	"diagram/layout"
)

// sizes warns of sizes that the text asks for and the drawing can't have.
func (d *Diagram) sizes() diag.List {
	s := &d.Graph.Settings
	if s.Width+s.Height+s.Spacing == 0 {
		return nil
	}
	var list diag.List
	for _, u := range d.drawing().Unmet {
		list = append(list, diag.Diagnostic{Severity: diag.Warning, File: d.Graph.File, Span: s.Span(u.Setting), Summary: unmet(u), Help: remedy(u)})
	}
	return list
}

// unmet says what of a wish can't be.
func unmet(u layout.Unmet) string {
	than := map[string][2]string{"width": {"narrower", "wider"}, "height": {"lower", "higher"}}[u.Setting]
	switch {
	case u.Setting == "spacing":
		return fmt.Sprintf("the connectors can't be shorter than %s cm", cm(u.Got))
	case u.Got > u.Asked:
		return fmt.Sprintf("the drawing can't be %s than %s cm", than[0], cm(u.Got))
	}
	return fmt.Sprintf("the drawing can't be %s than %s cm", than[1], cm(u.Got))
}

// remedy says what to write instead.
func remedy(u layout.Unmet) string {
	if u.Got < u.Asked {
		return fmt.Sprintf("write %s=%s, or leave it out", u.Setting, cm(math.Floor(10*u.Got)/10))
	}
	help := fmt.Sprintf("write %s=%s", u.Setting, cm(math.Ceil(10*u.Got)/10))
	if u.Setting == "spacing" {
		return help + ", or give some of them a length of their own: spring[length=0.6]"
	}
	return help + ", or leave out what takes room: marks=none, shorter labels"
}

// cm is a length with two decimals at most.
func cm(x float64) string { return fmt.Sprint(math.Round(100*x) / 100) }
