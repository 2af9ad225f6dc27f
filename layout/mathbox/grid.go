package mathbox

import "diagram/symbolic/formula"

// grid is a matrix: rows of cells, centred on the axis.
type grid struct {
	rows [][]nucleus
	kind gridKind
}

// gridKind says how a grid's rows and columns are laid out. Lengths are in points.
type gridKind struct {
	gap                float64 // between columns
	left               bool    // cells stand at the left of their columns, not in the middle
	style              style   // of the cells
	strutUp, strutDown float64 // the least height and depth of a row
	rowGap             float64 // between rows that reach to their struts
	wideGap            float64 // what rows keep when their gap would be less; 0: rows touch
}

// bmatrix, cases and smallmatrix are amsmath's environments.
var (
	bmatrix = gridKind{gap: 10, style: textStyle, strutUp: 0.7 * baselineSkip, strutDown: 0.3 * baselineSkip}
	cases   = gridKind{gap: 10, left: true, style: textStyle, strutUp: 1.2 * bmatrix.strutUp, strutDown: 1.2 * bmatrix.strutDown}
)

func smallmatrix() gridKind {
	return gridKind{gap: 5 * mu(textStyle), style: scriptStyle, rowGap: -1, wideGap: 1.5}
}

// grid appends a matrix in square brackets.
func (b builder) grid(l list, n formula.Grid) list {
	g := &grid{kind: bmatrix, rows: make([][]nucleus, len(n.Rows))}
	body := list{&atom{nucleus: g}}
	if n.Small {
		thin := kern{mu: 3}
		g.kind = smallmatrix()
		body = list{thin, &atom{nucleus: g}, thin}
	}
	for i, row := range n.Rows {
		g.rows[i] = b.cells(row)
	}
	return append(l, &atom{class: inner, nucleus: &fenced{delimiters["["], delimiters["]"], body}})
}

func (b builder) cells(row []formula.Node) []nucleus {
	out := make([]nucleus, len(row))
	for j, cell := range row {
		out[j] = b.append(list{}, cell).settled(j+1 == len(row))
	}
	return out
}

// cases appends the cases of a value behind a brace.
func (b builder) cases(l list, n formula.Cases) list {
	g := &grid{kind: cases, rows: [][]nucleus{
		b.cells([]formula.Node{n.Of, n.When}), b.cells([]formula.Node{formula.Number{Digits: "0"}, formula.Otherwise}),
	}}
	return append(l, &atom{class: inner, nucleus: &fenced{delimiters["{"], noDelimiter, list{&atom{nucleus: g}}}})
}

func (g *grid) set(s style) *box {
	k := &g.kind
	cells := make([][]*box, len(g.rows))
	var widths []float64
	for i, row := range g.rows {
		cells[i] = make([]*box, len(row))
		for j, n := range row {
			b := cleanBox(n, k.style)
			cells[i][j] = b
			if j == len(widths) {
				widths = append(widths, 0)
			}
			widths[j] = max(widths[j], b.width)
		}
	}
	left := make([]float64, len(widths))
	out := &box{}
	for j, w := range widths {
		if j > 0 {
			out.width += k.gap
		}
		left[j] = out.width
		out.width += w
	}

	y, depth := 0.0, 0.0 // of the last row, downwards from the top
	for i, row := range cells {
		up, down := k.strutUp, k.strutDown
		for _, b := range row {
			up, down = max(up, b.height), max(down, b.depth)
		}
		if i > 0 {
			y += depth + k.between(depth, up)
		}
		y += up
		for j, b := range row {
			x := left[j]
			if !k.left {
				x += (widths[j] - b.width) / 2
			}
			out.add(b, x, -y)
		}
		depth = down
	}
	out.depth = y + depth
	return out.vcentered(axis(s))
}

// between returns the space between two rows, from the depth of one to the height of the next (TeX's interline glue).
func (k *gridKind) between(depth, height float64) float64 {
	if k.wideGap == 0 {
		return 0
	}
	return max(k.wideGap, k.rowGap+(k.strutDown-depth)+(k.strutUp-height))
}
