package mathbox

import "diagram/symbolic/formula"

// grid appends a matrix in square brackets.
func (b builder) grid(l list, n formula.Grid) list {
	g := &grid{kind: matrix, rows: make([][]nucleus, len(n.Rows)), extra: make([]float64, len(n.Rows))}
	body := list{&atom{nucleus: g}}
	if n.Small {
		g.kind = smallMatrix()
		body = list{smallSpace, &atom{nucleus: g}, smallSpace}
	}
	for i, row := range n.Rows {
		for j, cell := range row {
			g.rows[i] = append(g.rows[i], b.append(list{}, cell).settled(j+1 == len(row)))
		}
	}
	return append(l, &atom{class: inner, nucleus: &fenced{delimiters["["], delimiters["]"], body}})
}

var smallSpace = kern{mu: 3}

var matrix = gridKind{align: "c", gap: 10, style: textStyle, strutUp: 0.7 * baselineSkip, strutDown: 0.3 * baselineSkip}

func smallMatrix() gridKind {
	return gridKind{align: "c", gap: 5 * mu(textStyle), style: scriptStyle, rowGap: -1, wideGap: 1.5, gapLimit: 1.5}
}

// grid is a matrix, an array or an alignment: rows of cells, centred on the axis.
type grid struct {
	rows  [][]nucleus
	extra []float64 // space after each row, in points
	kind  gridKind
}

// gridKind says how a grid's rows and columns are laid out. Lengths are in points.
type gridKind struct {
	align              string  // of the columns, l c or r; the last two repeat
	gap                float64 // between columns
	pairs              bool    // columns go in pairs with no gap between the two, the second led by an empty atom
	style              style   // of the cells
	space              kern    // before and after the grid
	sides              float64 // space left and right
	strutUp, strutDown float64 // the least height and depth of a row
	rowGap             float64 // between rows that reach to their struts
	wideGap, gapLimit  float64 // what rows keep when their gap would be less than gapLimit
}

func (g *grid) set(t *setter, s style) *box {
	k := &g.kind
	cells := make([][]*box, len(g.rows))
	var widths []float64
	for i, row := range g.rows {
		cells[i] = make([]*box, len(row))
		for j, n := range row {
			b := t.box(n, k.style)
			cells[i][j] = b
			if j == len(widths) {
				widths = append(widths, 0)
			}
			widths[j] = max(widths[j], b.width)
		}
	}
	left := make([]float64, len(widths))
	out := &box{width: k.sides}
	for j, w := range widths {
		if j > 0 && !(k.pairs && j%2 == 1) {
			out.width += k.gap
		}
		left[j] = out.width
		out.width += w
	}
	out.width += k.sides

	y, depth := 0.0, 0.0 // of the last row, downwards from the top
	for i, row := range cells {
		up, down := k.strutUp, k.strutDown
		for _, b := range row {
			up, down = max(up, b.height), max(down, b.depth)
		}
		if i > 0 {
			y += depth + k.between(depth, up) + max(0, g.extra[i-1])
		}
		y += up
		for j, b := range row {
			x := left[j]
			switch k.column(j) {
			case 'c':
				x += (widths[j] - b.width) / 2
			case 'r':
				x += widths[j] - b.width
			}
			out.add(b, x, -y)
		}
		depth = down
	}
	out.depth = y + depth
	return out.vcentered(axis(s))
}

// between returns the space between two rows, from the depth of one to the
// height of the next (TeX's interline glue).
func (k *gridKind) between(depth, height float64) float64 {
	if k.wideGap == 0 {
		return 0 // rows of an array touch
	}
	gap := k.rowGap + (k.strutDown - depth) + (k.strutUp - height)
	if gap < k.gapLimit {
		return k.wideGap
	}
	return gap
}

// column returns the alignment of a column.
func (k *gridKind) column(j int) byte {
	if n := len(k.align); j >= n {
		return k.align[n-1-(n-1-j%n+n)%n]
	}
	return k.align[j]
}
