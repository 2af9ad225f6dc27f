package equation

import (
	"fmt"
	"html"
	"strconv"
	"strings"

	"diagram/dsl/graph"
	"diagram/emit/internal/lines"
	"diagram/emit/internal/rows"
	"diagram/emit/internal/theme"
	"diagram/layout/mathbox"
	"diagram/symbolic/formula"
)

// Spaces of a formula set in pieces, in points at a size of 10: TeX's \medmuskip about binary operators, \thickmuskip
// about relations.
const (
	medium   = 10 * 4.0 / 18
	thick    = 10 * 5.0 / 18
	quad     = 10
	leading  = 8 // between rows
	border   = 2 // around all
	pointsCm = 72.27 / 2.54
)

// svgBlock is a block of an equation's picture.
type svgBlock struct {
	rows        []*svgRow
	wide, reach float64 // of its widest left and right sides
}

// svgRow is a row of an equation's picture: pieces to the left and right of where rows are aligned.
type svgRow struct {
	left, right   []svgPiece
	wide          float64 // of the left
	reach         float64 // of the right
	height, depth float64
}

type svgPiece struct {
	box    *mathbox.Box
	source *graph.Element // of a term; nil for a sign
	x      float64        // from the start of its side
}

// svg is the lines as one SVG: outlines, no fonts. Each term is a group that says its element's name.
func (p printer) svg(all []lines.Group) string {
	var blocks []svgBlock
	for _, b := range p.blocks(all) {
		var block svgBlock
		for _, r := range b.Rows {
			row := p.svgRow(r, b.Flush)
			block.rows = append(block.rows, row)
			block.wide, block.reach = max(block.wide, row.wide), max(block.reach, row.reach)
		}
		blocks = append(blocks, block)
	}
	return draw(blocks, strings.TrimSpace(p.text(all, false)), p.theme)
}

// svgRow sets a row; a flush one is all to the right of where rows are aligned.
func (p printer) svgRow(r rows.Row, flush bool) *svgRow {
	row := &svgRow{}
	if r.Words != nil {
		row.words(r.Words.Formula(p.style))
		return row
	}
	if r.GoesOn {
		row.reach = quad
	}
	if r.HasLeft() {
		if flush {
			svgSide(&row.right, &row.reach, r.Left)
		} else {
			svgSide(&row.left, &row.wide, r.Left)
		}
	}
	if r.Equals {
		row.relation()
	}
	if r.HasRight() {
		svgSide(&row.right, &row.reach, r.Right)
	}
	if line := r.Tail.Line(); line != nil {
		row.words(line)
	}
	return row
}

// svgSide sets the parts of one side, one behind the other.
func svgSide(pieces *[]svgPiece, x *float64, parts []lines.Part) {
	add := func(n formula.Node, source *graph.Element) {
		box := mathbox.Typeset(n, mathbox.Options{Display: true})
		*pieces = append(*pieces, svgPiece{box, source, *x})
		*x += box.Width
	}
	if len(parts) == 0 {
		add(formula.Number{Digits: "0"}, nil)
	}
	for i := range parts {
		p := &parts[i]
		if s := sign(p, "+", "-"); s != "" {
			space := medium
			if p.First {
				space = 0
			}
			*x += space
			add(formula.Glyph{TeX: s, Shape: s}, nil)
			*x += space
		}
		add(p.Formula(), p.Source)
	}
}

// relation goes on with an equals sign.
func (r *svgRow) relation() {
	box := mathbox.Typeset(formula.Glyph{TeX: "=", Shape: "="}, mathbox.Options{})
	r.right = append(r.right, svgPiece{box: box, x: r.reach + thick})
	r.reach += box.Width + 2*thick
}

// words end the right side with a remark.
func (r *svgRow) words(line formula.Line) {
	box := mathbox.Typeset(line, mathbox.Options{})
	r.right = append(r.right, svgPiece{box: box, x: r.reach})
	r.reach += box.Width
}

// draw sets the blocks under one another, each in the middle.
func draw(blocks []svgBlock, title string, t theme.Theme) string {
	widest := 0.0
	for _, b := range blocks {
		widest = max(widest, b.wide+b.reach)
	}
	var body strings.Builder
	y := float64(border)
	for i, b := range blocks {
		for j, r := range b.rows {
			for _, p := range append(r.left[:len(r.left):len(r.left)], r.right...) {
				r.height, r.depth = max(r.height, p.box.Height), max(r.depth, p.box.Depth)
			}
			if i+j > 0 {
				y += leading
			}
			y += r.height
			x := border + (widest-b.wide-b.reach)/2
			place(&body, r.left, x+b.wide-r.wide, y)
			place(&body, r.right, x+b.wide, y)
			y += r.depth
		}
	}
	width, height := widest+2*border, y+border
	number := func(x float64) string { return strconv.FormatFloat(x, 'f', 3, 64) }
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" width="%scm" height="%scm" role="img" fill="currentColor"%s>`,
		number(width), number(height), number(width/pointsCm), number(height/pointsCm), fixedInk(t)) +
		"\n<title>" + html.EscapeString(title) + "</title>\n" + under(t, width, height) + body.String() + "</svg>\n"
}

// fixedInk is the attribute for the ink of a theme that fixes it.
func fixedInk(t theme.Theme) string {
	if t.Adaptive {
		return ""
	}
	return ` color="` + t.Ink.Hex() + `"`
}

// under is what comes before the formulas: the style sheet of a picture that follows its reader, or its paper.
func under(t theme.Theme, width, height float64) string {
	switch {
	case t.Adaptive:
		return "<style>" + theme.Scheme(nil) + "</style>\n"
	case t.Background:
		return fmt.Sprintf("<path fill=\"%s\" d=\"M0 0h%.3fv%.3fH0z\"/>\n", t.Paper.Hex(), width, height)
	}
	return ""
}

// place draws pieces from a point on their baseline.
func place(body *strings.Builder, pieces []svgPiece, x, y float64) {
	for _, p := range pieces {
		shown := fmt.Sprintf("<path d=\"%s\"/>", p.box.AppendPath(nil, x+p.x, y, 1)) + foreign(p.box, x+p.x, y)
		if p.source != nil {
			shown = fmt.Sprintf("<g data-element=\"%s\"><title>%s</title>%s</g>", html.EscapeString(p.source.Name), html.EscapeString(p.source.Tag()), shown)
		}
		body.WriteString(shown + "\n")
	}
}

// foreign is the text in a box whose outlines another font has.
func foreign(box *mathbox.Box, x, y float64) string {
	var b strings.Builder
	for _, f := range box.Foreign {
		direction := ""
		if f.RightToLeft {
			direction = ` direction="rtl"`
		}
		fmt.Fprintf(&b, `<text font-family="serif" font-size="%.3f" text-anchor="middle" textLength="%.3f" lengthAdjust="spacingAndGlyphs"%s x="%.3f" y="%.3f">%s</text>`,
			f.Size, f.Width, direction, x+f.X+f.Width/2, y-f.Y, html.EscapeString(f.Text))
	}
	return b.String()
}
