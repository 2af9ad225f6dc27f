package mathbox

import "math"

// scripts attaches an atom's scripts to its nucleus (rule 18). delta is the
// nucleus's italic correction: how much further right the superscript stands.
func setScripts(nucleus *box, delta float64, a *atom, s style) *box {
	if a.sup == nil && a.sub == nil {
		nucleus.isChar = false
		return nucleus
	}
	var up, down float64
	if !nucleus.isChar {
		up = nucleus.height - sigma(s.sup(), 18)
		down = nucleus.depth + sigma(s.sub(), 19)
	}
	out := &box{}
	out.append(nucleus, 0)
	x := out.width
	if a.sup == nil {
		sub := cleanBox(a.sub, s.sub())
		down = max(down, sigma(s, 16), sub.height-0.8*math.Abs(xHeight(s)))
		out.append(sub, -down)
		out.width += scriptSpace
		return out
	}
	sup := cleanBox(a.sup, s.sup())
	switch {
	case s.isCramped():
		up = max(up, sigma(s, 15))
	case s.isDisplay():
		up = max(up, sigma(s, 13))
	default:
		up = max(up, sigma(s, 14))
	}
	up = max(up, sup.depth+math.Abs(xHeight(s))/4)
	if a.sub == nil {
		out.append(sup, up)
		out.width += scriptSpace
		return out
	}
	sub := cleanBox(a.sub, s.sub())
	down = max(down, sigma(s, 17))
	if gap := 4*ruleThickness(s) - ((up - sup.depth) - (sub.height - down)); gap > 0 {
		down += gap
		if rise := 0.8*math.Abs(xHeight(s)) - (up - sup.depth); rise > 0 {
			up += rise
			down -= rise
		}
	}
	out.add(sup, x+delta, up)
	out.add(sub, x, -down)
	out.width = x + max(sup.width+delta, sub.width) + scriptSpace
	out.height = max(out.height, sup.height+up)
	out.depth = max(out.depth, sub.depth+down)
	return out
}

// operator sets an operator (rule 13): in display style limits stand above and below it.
func setOperator(a *atom, s style) *box {
	b := cleanBox(a.nucleus, s)
	if a.limits && s.isDisplay() {
		return setLimits(b, a, s)
	}
	return setScripts(b, 0, a, s)
}

func setLimits(b *box, a *atom, s style) *box {
	if a.sup == nil && a.sub == nil {
		return b
	}
	sup, sub := cleanBox(a.sup, s.sup()), cleanBox(a.sub, s.sub())
	w := max(b.width, sup.width, sub.width)
	out := &box{width: w, height: b.height, depth: b.depth}
	out.add(b, (w-b.width)/2, 0)
	if a.sup != nil {
		gap := max(xi(s, 11)-sup.depth, xi(s, 9))
		out.add(sup, (w-sup.width)/2, b.height+gap+sup.depth)
		out.height += gap + sup.total() + xi(s, 13)
	}
	if a.sub != nil {
		gap := max(xi(s, 12)-sub.height, xi(s, 10))
		out.add(sub, (w-sub.width)/2, -b.depth-gap-sub.height)
		out.depth += gap + sub.total() + xi(s, 13)
	}
	return out
}
