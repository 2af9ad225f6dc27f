package mathbox

import "diagram/symbolic/formula"

// stack is lines under each other, as a \vbox holds them: on the baseline of the last one.
type stack struct{ lines []nucleus }

func (b builder) stack(n formula.Stack) *stack {
	s := &stack{lines: make([]nucleus, len(n))}
	for i, line := range n {
		s.lines[i] = b.list(line).simplify()
	}
	return s
}

// lineSkip is the least gap between two lines.
const lineSkip = 1

func (n *stack) set(s style) *box {
	lines := make([]*box, len(n.lines))
	out := &box{}
	for i, line := range n.lines {
		lines[i] = cleanBox(line, s)
		out.width = max(out.width, lines[i].width)
	}
	y := 0.0 // of the line's baseline
	for i := len(lines) - 1; i >= 0; i-- {
		line := lines[i]
		if i == len(lines)-1 {
			out.depth = line.depth
		} else {
			y += apart(line, lines[i+1])
		}
		out.add(line, (out.width-line.width)/2, y)
		out.height = max(out.height, y+line.height)
	}
	return out
}

// apart is the distance of two lines' baselines (TeX's interline glue).
func apart(upper, lower *box) float64 {
	if clear := upper.depth + lower.height; clear > baselineSkip {
		return clear + lineSkip
	}
	return baselineSkip
}
