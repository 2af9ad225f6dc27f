package lines

import (
	"strings"

	"diagram/dsl/diag"
	"diagram/dsl/graph"
	"diagram/symbolic"
	"diagram/symbolic/motion"
)

// Group is the lines of a part of the figure, with its caption; all lines without one where the figure has no parts.
type Group struct {
	Caption motion.Sentence
	Lines   []Line
}

// Groups lays out what a form has to say about a model, part by part of the figure.
func Groups(m *motion.Model, form motion.Form, o Options) ([]Group, diag.List) {
	var groups []Group
	var all diag.List
	for _, own := range m.Panels() {
		if o.Eliminate {
			reduced, list := own.Eliminate()
			if list.HasErrors() {
				return nil, list
			}
			own = reduced
		}
		lines, list := Lay(own, form, o)
		if list.HasErrors() {
			return nil, list
		}
		all = append(all, list...)
		g := Group{Lines: lines}
		if own.Panel != nil {
			g.Caption = caption(own.Panel.Caption())
		}
		groups = append(groups, g)
	}
	return groups, all
}

// caption is an author's words as a sentence.
func caption(words graph.Words) motion.Sentence {
	var s motion.Sentence
	for _, piece := range words {
		if piece.IsFormula() {
			s = append(s, motion.Phrase{Expr: symbolic.NewSymbol(piece.Formula)})
		} else {
			s = append(s, motion.Phrase{Text: strings.ReplaceAll(piece.Text, "\n", " ")})
		}
	}
	return s
}
