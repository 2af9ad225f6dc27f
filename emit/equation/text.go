package equation

import (
	"strings"

	"diagram/symbolic"
	"diagram/symbolic/motion"
)

// TextOptions say how equations are set as Unicode text.
type TextOptions struct {
	Style symbolic.Style
	// Width is how many columns a line may have; 0 is no limit. Longer equations are broken between terms.
	Width int
	// Plain leaves out the names of elements under the terms.
	Plain bool
}

// Text sets equations one under the other, each with the elements that its terms came from and what its shorthands mean:
//
//	k(s − L₀) + λ ds/dt = m a        a = −d²s/dt², towards W
//	└── S ──┘   └─ D ─┘   └ T ┘
func Text(equations []*motion.Equation, o TextOptions) string {
	var b strings.Builder
	for i, eq := range equations {
		if i > 0 && !o.Plain {
			b.WriteByte('\n')
		}
		pieces := textPieces(eq, o.Style)
		if o.Plain {
			for i := range pieces {
				pieces[i].owner = ""
			}
			// Pieces without owners would be one unbreakable line.
			b.WriteString(plainLine(pieces, textRemark(eq, o.Style)))
			continue
		}
		b.WriteString(annotated(pieces, textRemark(eq, o.Style), o.Width))
	}
	return b.String()
}

func plainLine(pieces []piece, remark string) string {
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(p.text)
	}
	if remark != "" {
		b.WriteString(remarkGap + remark)
	}
	b.WriteByte('\n')
	return b.String()
}

func textPieces(eq *motion.Equation, style symbolic.Style) []piece {
	side := func(terms []motion.Term) []piece {
		if len(terms) == 0 {
			return []piece{{text: "0"}}
		}
		var pieces []piece
		for i, t := range spell(terms, style, symbolic.Text) {
			switch {
			case i == 0 && t.minus:
				pieces = append(pieces, piece{text: "−"})
			case t.minus:
				pieces = append(pieces, piece{text: " − "})
			case i > 0:
				pieces = append(pieces, piece{text: " + "})
			}
			pieces = append(pieces, piece{t.text, t.owner})
		}
		return pieces
	}
	pieces := append(side(eq.Left), piece{text: " = "})
	return append(pieces, side(eq.Right)...)
}

// textRemark says what the equation's shorthands mean: "a = −d²s/dt², towards W".
func textRemark(eq *motion.Equation, style symbolic.Style) string {
	var defs []string
	for _, d := range eq.Where {
		s := symbolic.Text(d.Symbol, style) + " = " + symbolic.Text(d.Value, style)
		if d.Remark != "" {
			s += ", " + d.Remark
		}
		defs = append(defs, s)
	}
	return strings.Join(defs, "; ")
}
