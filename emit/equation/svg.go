package equation

import (
	"fmt"
	"html"
	"strconv"
	"strings"

	"diagram/dsl/diag"
	"diagram/layout/mathbox"
	"diagram/symbolic"
)

// Spaces of a formula set in pieces, in points at a size of 10: TeX's \medmuskip about binary operators, \thickmuskip
// about relations.
const (
	medium   = 10 * 4.0 / 18
	thick    = 10 * 5.0 / 18
	leading  = 8 // between rows
	border   = 2 // around all
	pointsCm = 72.27 / 2.54
)

// svgRow is a row of an equation's picture: pieces to the left and right of where rows are aligned.
type svgRow struct {
	left, right   []svgPiece
	wide          float64 // of the left
	reach         float64 // of the right
	height, depth float64
}

type svgPiece struct {
	box    *mathbox.Box
	source string  // the element of a term
	x      float64 // from the start of its side
}

// svg is the lines as one SVG: outlines, no fonts. Each term is a group that says its element's name.
func (p printer) svg(lines []line) (string, error) {
	var rows []*svgRow
	for _, l := range lines {
		row := &svgRow{}
		if err := p.svgSide(&row.left, &row.wide, l.left); err != nil {
			return "", err
		}
		if err := row.relation(); err != nil {
			return "", err
		}
		if err := p.svgSide(&row.right, &row.reach, l.right); err != nil {
			return "", err
		}
		rows = append(rows, row)
	}
	for _, l := range lines {
		for _, d := range l.where {
			row := &svgRow{}
			left := []part{{factors: []factor{{expr: d.Symbol}}}}
			if err := p.svgSide(&row.left, &row.wide, left); err != nil {
				return "", err
			}
			if err := row.relation(); err != nil {
				return "", err
			}
			right := []part{{factors: []factor{{expr: d.Value}}}}
			if sign, value := symbolic.SplitSign(d.Value); sign < 0 {
				right = []part{{minus: true, factors: []factor{{expr: value}}}}
			}
			if err := p.svgSide(&row.right, &row.reach, right); err != nil {
				return "", err
			}
			if d.Remark != "" {
				if err := row.words(escaped(", " + d.Remark)); err != nil {
					return "", err
				}
			}
			rows = append(rows, row)
		}
		if l.remark != nil {
			row := &svgRow{}
			if err := row.words(p.latexSentence(l.remark)); err != nil {
				return "", err
			}
			rows = append(rows, row)
		}
	}
	return draw(rows, strings.TrimSpace(p.text(lines, false))), nil
}

// svgSide sets the parts of one side, one behind the other.
func (p printer) svgSide(pieces *[]svgPiece, x *float64, parts []part) error {
	add := func(latex, source string) error {
		box, err := mathbox.Typeset(latex, mathbox.Options{Display: true})
		if err != nil {
			return err
		}
		*pieces = append(*pieces, svgPiece{box, source, *x})
		*x += box.Width
		return nil
	}
	if len(parts) == 0 {
		return add("0", "")
	}
	for i, s := range latexNotation.spell(parts, p.style) {
		sign := ""
		if s.minus {
			sign = "-"
		} else if i > 0 {
			sign = "+"
		}
		if i > 0 {
			*x += medium
		}
		if sign != "" {
			if err := add(sign, ""); err != nil {
				return err
			}
		}
		if i > 0 {
			*x += medium
		}
		if err := add(s.text, s.source); err != nil {
			return err
		}
	}
	return nil
}

// relation begins the right side with an equals sign.
func (r *svgRow) relation() error {
	box, err := mathbox.Typeset("=", mathbox.Options{})
	if err != nil {
		return err
	}
	r.right = append(r.right, svgPiece{box: box, x: thick})
	r.reach = box.Width + 2*thick
	return nil
}

// words end the right side with a remark, given as TeX has it in text mode.
func (r *svgRow) words(s string) error {
	box, err := mathbox.Text(s, mathbox.Options{})
	if err != nil {
		return err
	}
	r.right = append(r.right, svgPiece{box: box, x: r.reach})
	r.reach += box.Width
	return nil
}

// draw sets the rows under one another.
func draw(rows []*svgRow, title string) string {
	var wide, reach, y float64
	for _, r := range rows {
		wide, reach = max(wide, r.wide), max(reach, r.reach)
		for _, p := range append(r.left[:len(r.left):len(r.left)], r.right...) {
			r.height, r.depth = max(r.height, p.box.Height), max(r.depth, p.box.Depth)
		}
	}
	var body strings.Builder
	y = border
	for i, r := range rows {
		if i > 0 {
			y += leading
		}
		y += r.height
		place := func(pieces []svgPiece, x float64) {
			for _, p := range pieces {
				path := p.box.AppendPath(nil, border+x+p.x, y, 1)
				if p.source == "" {
					fmt.Fprintf(&body, "<path d=\"%s\"/>\n", path)
					continue
				}
				name := html.EscapeString(p.source)
				fmt.Fprintf(&body, "<g data-element=\"%s\"><title>%s</title><path d=\"%s\"/></g>\n", name, name, path)
			}
		}
		place(r.left, wide-r.wide)
		place(r.right, wide)
		y += r.depth
	}
	width, height := wide+reach+2*border, y+border
	number := func(x float64) string { return strconv.FormatFloat(x, 'f', 3, 64) }
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" width="%scm" height="%scm" role="img" fill="currentColor">`,
		number(width), number(height), number(width/pointsCm), number(height/pointsCm)) +
		"\n<title>" + html.EscapeString(title) + "</title>\n" + body.String() + "</svg>\n"
}

// unset is the complaint that a formula can't be set as a picture.
func unset(file string, err error) diag.List {
	return diag.List{{File: file, Summary: "the equation can't be set as a picture: " + err.Error()}}
}
