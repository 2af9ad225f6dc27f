package explain

import (
	"fmt"
	"slices"
	"strings"

	"diagram/dsl/component"
	"diagram/dsl/graph"
	"diagram/symbolic"
	"diagram/symbolic/motion"
)

// reader spells out readings.
type reader struct {
	m     *motion.Model
	style symbolic.Style
}

func (r reader) text(e symbolic.Expr) string { return symbolic.Text(e, r.style) }

// read says a term aloud, so that the words tell its sign and its expression:
//
//	minus k, the stiffness of S, times how far it is compressed: s₁ − s₂, minus the distance from A to B, plus L₀, its original length
func (r reader) read(el *graph.Element, t *term) string {
	sign := +1
	if t.minus() {
		sign = -1
	}
	s := r.words(el, t, sign)
	if against := t.against(); against != nil {
		s += "; with a minus in the equation of " + list(against)
	}
	return s
}

func (r reader) words(el *graph.Element, t *term, sign int) string {
	if t.role == motion.Applied && (el.Kind.Action().Weight || el.Kind.IsBody()) {
		return minus(sign) + r.weight(el, t)
	}
	saying := r.saying(el)
	var readings []component.Reading
	if el.Kind.Read != nil {
		readings = el.Kind.Read(el.Params, saying)
	}
	for _, g := range append([]gain{{by: symbolic.Int(1)}}, r.gains(el)...) {
		if words, ok := r.spoken(el, t, sign, saying, readings, g); ok {
			return words
		}
	}
	return minus(sign) + r.text(t.expr) + ", which " + el.Phrase() + " gives"
}

// spoken is a term as one of its element's readings says it, with what a tie makes of it.
func (r reader) spoken(el *graph.Element, t *term, sign int, saying component.Saying, readings []component.Reading, g gain) (string, bool) {
	for _, reading := range readings {
		product := make([]symbolic.Expr, len(reading.Factors))
		own := +1 // the sign of the factors: that of a stiffness of -2
		for i, f := range reading.Factors {
			s, e := symbolic.SplitSign(f.Expr)
			product[i], own = e, own*s
		}
		words := func(measures []string) string { return minus(sign*own) + g.said + r.factors(reading.Factors, measures) }
		which := func(measures ...symbolic.Expr) int {
			for i, e := range measures {
				measures[i] = symbolic.Mul(append(product[:len(product):len(product)], e, g.by)...)
			}
			return sameAs(t.expr, measures)
		}
		switch {
		case reading.Motion != "":
			if measure, ok := r.motion(el, t, reading.Motion, which); ok {
				return words([]string{measure}), true
			}
		case reading.Of != nil:
			along := reading.Of.Value(saying.Extension)
			if i := which(along, symbolic.Flip(along)); i >= 0 {
				return words(r.extent(el, reading.Of, saying.Extension, +1-2*i)), true
			}
		case reading.Sentence == "" && which(symbolic.Int(1)) >= 0:
			return words(nil), true
		}
	}
	return "", false
}

// gain is how much more a tie makes of a term in the equation of another node: with a gear, how far its own node turns for each
// turn of that one.
type gain struct {
	by   symbolic.Expr // positive
	said string        // "N₁/N₂, how far L turns for each turn of M, times "
}

// gains are those that ties give an element's terms, in the order of the coordinates.
func (r reader) gains(el *graph.Element) []gain {
	node := el
	if el.On != nil {
		node = el.On
	}
	var out []gain
	for _, c := range r.m.Coordinates {
		var place symbolic.Expr
		moves := "how far " + node.Phrase() + " moves for each length that " + c.Node.Phrase() + " moves"
		if node.Domain == component.Rotation {
			moves = "how far " + node.Phrase() + " turns for each turn of " + c.Node.Phrase()
		}
		if el.Kind.IsConnector() {
			place = r.m.Extension(el).Length
			moves = "how much its ends come apart for each length that " + c.Node.Phrase() + " moves"
			if el.Domain == component.Rotation {
				moves = "how far it is twisted for each turn of " + c.Node.Phrase()
			}
		} else {
			place = r.m.Positions[node.ID]
		}
		slope := symbolic.Diff(place, c.Symbol)
		if _, by := symbolic.SplitSign(slope); !symbolic.IsZero(by) && !symbolic.Equal(by, symbolic.Int(1)) {
			out = append(out, gain{by, r.text(by) + ", " + moves + ", times "})
		}
	}
	return out
}

func minus(sign int) string {
	if sign < 0 {
		return "minus "
	}
	return ""
}

// factors joins factors and what they multiply: k, the stiffness of S, times how far it is stretched.
func (r reader) factors(factors []component.Factor, measures []string) string {
	var all []string
	for _, f := range factors {
		if f.Expr == nil {
			all = append(all, f.Is)
		} else {
			all = append(all, r.text(f.Expr)+", "+f.Is)
		}
	}
	return strings.Join(append(all, measures...), ", times ")
}

// weight says the term that gravity gives a body, which its setting or an action of its own asks for.
func (r reader) weight(el *graph.Element, t *term) string {
	body := el
	if el.On != nil {
		body = el.On
	}
	what := "the weight of "
	if r.m.Graph.Settings.Axis == graph.Inclined {
		what = "the part along the slope of the weight of "
	}
	return r.text(t.expr) + ", " + what + body.Phrase()
}

// motion says a body's acceleration, and which way the term counts it.
func (r reader) motion(el *graph.Element, t *term, what string, which func(...symbolic.Expr) int) (string, bool) {
	along := symbolic.DiffTime(symbolic.DiffTime(r.m.Positions[el.ID]))
	for _, d := range t.where {
		if which(d.Symbol) >= 0 {
			sense := +1
			if !symbolic.Equivalent(d.Value, along) {
				sense = -1
			}
			return r.text(d.Symbol) + ", " + what + " " + r.m.Way(el, sense), true
		}
	}
	both := []symbolic.Expr{along, symbolic.Flip(along)}
	if i := which(slices.Clone(both)...); i >= 0 {
		return r.text(both[i]) + ", " + what + " " + r.m.Way(el, +1-2*i), true
	}
	return "", false
}

// sameAs is the index of the expression that is the same as e; -1 where none is. Most are written alike, which is quick to tell.
func sameAs(e symbolic.Expr, others []symbolic.Expr) int {
	for _, same := range []func(a, b symbolic.Expr) bool{symbolic.Equal, symbolic.Equivalent} {
		if i := slices.IndexFunc(others, func(o symbolic.Expr) bool { return same(e, o) }); i >= 0 {
			return i
		}
	}
	return -1
}

// extent says a measure of a connector's extension, along with it or against it.
func (r reader) extent(el *graph.Element, of *component.Extent, x component.Extension, sense int) []string {
	what, e, less, plus := of.Forth, x.Length, "less", "plus"
	if sense < 0 {
		what, e, less, plus = of.Back, symbolic.Flip(x.Length), plus, less
	}
	words := r.text(e) + ", " + r.distance(el, x, sense)
	switch {
	case of.Bare:
		words = r.text(symbolic.DiffTime(e))
	case of.Order == 1:
		words = "the rate of " + words
	case of.Order == 2:
		words = "the second derivative of " + words
	}
	if of.Less != nil && of.Less.Expr != nil && !x.Grown && !symbolic.IsZero(of.Less.Expr) {
		words += ", " + less + " " + r.text(of.Less.Expr) + ", " + of.Less.Is
	}
	if of.Plus != nil {
		words += ", " + plus + " " + r.text(of.Plus.Expr) + ", " + of.Plus.Is
	}
	if of.Else != "" {
		words += "; " + of.Else
	}
	switch of.Shape {
	case component.Cubed:
		what = "the cube of " + what
	case component.Squared:
		return []string{what, "the magnitude of the same: " + words}
	case component.Signed:
		what = "the sign of " + what
	}
	return []string{what + ": " + words}
}

// distance says what a connector's extension is, or what it is with the other sign.
func (r reader) distance(el *graph.Element, x component.Extension, sense int) string {
	from, to := el.From.Phrase(), el.To.Phrase()
	switch {
	case el.Domain == component.Rotation && sense > 0:
		return fmt.Sprintf("the angle by which %s is turned against %s", to, from)
	case el.Domain == component.Rotation:
		return fmt.Sprintf("the angle by which %s is turned against %s", from, to)
	case x.Grown && sense > 0:
		return fmt.Sprintf("how much the distance from %s to %s has grown", from, to)
	case x.Grown:
		return fmt.Sprintf("how much the distance from %s to %s has shrunk", from, to)
	case sense > 0:
		return fmt.Sprintf("the distance from %s to %s", from, to)
	}
	return fmt.Sprintf("minus the distance from %s to %s", from, to)
}

// saying is what a kind needs to say an element's terms.
func (r reader) saying(el *graph.Element) component.Saying {
	s := component.Saying{
		Name:     el.Phrase(),
		Turned:   el.Turned,
		Says:     el.Says,
		Rotation: el.Domain == component.Rotation,
		Rest:     r.m.Graph.Settings.Origin == graph.FromEquilibrium,
		Way:      func(sense int) string { return r.m.AlongAxis(el.Domain, sense) },
	}
	switch el.Kind.Sort.(type) {
	case component.Support:
		s.Sense = r.m.Sense(el)
	case component.Action:
		s.On = end(el.On)
		if h := el.Pointing; h != "" {
			s.Direction = " " + h
		}
	case component.Connector:
		s.Extension = r.m.Extension(el)
		s.From, s.To = end(el.From), end(el.To)
	}
	return s
}

func end(n *graph.Element) component.End {
	return component.End{Name: n.Phrase(), Stands: n.Kind.IsSupport()}
}

// list joins words with commas and "and".
func list(words []string) string {
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
	return strings.Join(words, "")
}
