package explain_test

import (
	"errors"
	"fmt"
	"hash/fnv"
	"math"
	"slices"
	"strings"
	"testing"

	"diagram/dsl"
	"diagram/dsl/graph"
	"diagram/emit/internal/explain"
	"diagram/layout"
	"diagram/symbolic"
	"diagram/symbolic/motion"

	"pgregory.net/rapid"
)

// A reading is to say its term whole. So a small reader, which knows nothing but the words, rebuilds from each reading a value
// for every equation that has its term, and what it says on the way (which way, stretched or compressed, grown or shrunk) is held
// to the drawing's geometry.

// value is what a symbol or a derivative is worth, by how it is printed: the same wherever it is printed.
func value(text string) float64 {
	h := fnv.New32a()
	h.Write([]byte(text))
	return 0.5 + float64(h.Sum32()%9973)/9973
}

// worth is an expression's value.
func worth(e symbolic.Expr) float64 {
	v, err := symbolic.Eval(e, func(x symbolic.Expr) (float64, bool) { return value(symbolic.Text(x, symbolic.Style{})), true })
	if err != nil {
		panic(err)
	}
	return v
}

// hearer rebuilds terms from readings of one model.
type hearer struct {
	m      *motion.Model
	where  []motion.Definition
	places map[*graph.Element]float64 // see drawn
}

// node is the element of a phrase.
func (h hearer) node(phrase string) *graph.Element {
	for _, e := range h.m.Graph.Elements {
		if e.Phrase() == phrase {
			return e
		}
	}
	return nil
}

// term rebuilds what a reading says to be in the equation of a coordinate.
func (h hearer) term(reading, coordinate string) (float64, error) {
	sign := 1.0
	reading, but, _ := strings.Cut(reading, "; with a minus in the equation of ")
	for _, q := range strings.FieldsFunc(strings.ReplaceAll(but, " and ", ", "), func(r rune) bool { return r == ',' || r == ' ' }) {
		if q == coordinate {
			sign = -sign
		}
	}
	reading, less := strings.CutPrefix(reading, "minus ")
	if less {
		sign = -sign
	}
	product := sign
	last := 0.0
	for reading != "" {
		var part string
		part, reading, _ = strings.Cut(reading, ", times ")
		if size, ok := strings.CutPrefix(part, "the magnitude of the same: "); ok {
			v, err := h.measure(size, last > 0)
			if err != nil {
				return 0, err
			}
			product *= v * math.Abs(v)
			continue
		}
		if strings.HasPrefix(part, "how ") && !strings.Contains(part, ":") {
			last = forth(part)
			if strings.HasPrefix(reading, "the magnitude of the same: ") {
				continue
			}
			return 0, fmt.Errorf("%q measures nothing", part)
		}
		v, err := h.factor(part)
		if err != nil {
			return 0, err
		}
		product *= v
	}
	return product, nil
}

// forth is +1 for words that go along with the extension, -1 for those against it.
func forth(words string) float64 {
	if strings.Contains(words, "pressed in") && !strings.Contains(words, "counted as negative") {
		return -1
	}
	for _, back := range []string{"compressed", "less than at rest", "pushed together", "accelerate together", "twisted back", "accelerates backwards"} {
		if strings.Contains(words, back) {
			return -1
		}
	}
	return +1
}

// factor is the value of one factor with its explanation.
func (h hearer) factor(part string) (float64, error) {
	if how, said, ok := strings.Cut(part, ": "); ok && strings.Contains(how, "how ") {
		v := 0.0
		var err error
		said, nothing, clips := strings.Cut(said, "; ")
		if clips != strings.Contains(how, "pressed in") || clips && nothing != "nothing while its gap is open" && nothing != "nothing while it isn't touched" {
			return 0, fmt.Errorf("when is it nothing? %s: %s", how, nothing)
		}
		if rest := h.m.Graph.Settings.Origin == graph.FromEquilibrium; strings.Contains(how, "how far") && rest && !clips || strings.Contains(how, "at rest") && !rest {
			return 0, fmt.Errorf("is it %s?", how)
		}
		if strings.Contains(how, " slides ") || strings.Contains(how, " turns ") {
			v, err = h.sliding(strings.NewReplacer(" turns ", " slides ", " against ", " along ").Replace(how), said)
		} else {
			v, err = h.measure(said, forth(how) > 0)
		}
		switch {
		case strings.HasPrefix(how, "the cube of "):
			v = v * v * v
		case strings.HasPrefix(how, "the sign of "):
			v = math.Copysign(1, v)
		case clips && forth(how) > 0:
			v = min(0, v)
		case clips:
			v = max(0, v)
		}
		return v, err
	}
	e, is, ok := strings.Cut(part, ", ")
	if !ok {
		return 0, fmt.Errorf("%q isn't explained", part)
	}
	v, err := read(e, nil)
	if err != nil {
		return 0, err
	}
	if way, ok := strings.CutPrefix(strings.Replace(is, "angular ", "", 1), "its acceleration "); ok {
		return v, h.acceleration(v, way)
	}
	return v, nil
}

// acceleration checks that a value is the acceleration of some body that way.
func (h hearer) acceleration(v float64, way string) error {
	for _, n := range h.m.Graph.Nodes {
		accel := worth(h.in(symbolic.DiffTime(symbolic.DiffTime(h.m.Positions[n.ID]))))
		if sense, ok := h.sense(n, way); ok && math.Abs(v*sense-accel) < 1e-9 {
			return nil
		}
	}
	return fmt.Errorf("nothing accelerates %s with %v", way, v)
}

// in writes shorthands in place of what they mean, the way back of an equation's definitions.
func (h hearer) in(e symbolic.Expr) symbolic.Expr {
	for _, d := range h.where {
		sign, f := symbolic.SplitSign(d.Value)
		to := d.Symbol
		if sign < 0 {
			to = symbolic.Neg(to)
		}
		e = symbolic.Substitute(e, symbolic.Pair{From: f, To: to})
	}
	return e
}

// sense is the sense along the axis of a way in words, for a node.
func (h hearer) sense(n *graph.Element, way string) (float64, bool) {
	vertical := h.m.Graph.Settings.Axis == graph.Vertical
	switch {
	case way == "to the right" && !vertical, way == "downwards" && vertical, way == "up the slope", way == "anticlockwise":
		return +1, true
	case way == "to the left" && !vertical, way == "upwards" && vertical, way == "down the slope", way == "clockwise":
		return -1, true
	}
	for words, sense := range map[string]float64{"towards ": -1, "away from ": +1} {
		if phrase, ok := strings.CutPrefix(way, words); ok && h.node(phrase) != nil {
			if h.drawn(n) < h.drawn(h.node(phrase)) {
				sense = -sense
			}
			return sense, true
		}
	}
	return 0, false
}

// drawn is where an element is drawn along the axis.
func (h hearer) drawn(e *graph.Element) float64 {
	if len(h.places) == 0 {
		for _, it := range layout.Place(h.m.Graph, layout.Options{Sense: h.m.Sense}).Items {
			if it.Element == nil || it.Style != it.Element.Kind.Name {
				continue
			}
			angle := map[graph.Direction]float64{graph.Vertical: -90, graph.Inclined: 30}[h.m.Graph.Settings.Axis] * math.Pi / 180
			h.places[it.Element] = it.Frame.Origin.X*math.Cos(angle) + it.Frame.Origin.Y*math.Sin(angle)
		}
	}
	return h.places[e]
}

// sliding is "how fast B slides to the right along G: dx/dt".
func (h hearer) sliding(how, said string) (float64, error) {
	v, err := read(said, nil)
	if err != nil {
		return 0, err
	}
	how = how[strings.Index(how, "how fast ")+len("how fast "):]
	mover, rest, _ := strings.Cut(how, " slides ")
	for _, way := range []string{"to the right", "to the left", "up the slope", "down the slope", "upwards", "downwards", "anticlockwise", "clockwise"} {
		floor, ok := strings.CutPrefix(rest, way+" along ")
		if !ok {
			continue
		}
		a, b := h.node(mover), h.node(floor)
		if a == nil || b == nil {
			return 0, fmt.Errorf("what slides in %q?", how)
		}
		sense, _ := h.sense(a, way)
		if speed := worth(symbolic.DiffTime(symbolic.Sub(h.m.Positions[a.ID], h.m.Positions[b.ID]))); math.Abs(speed*sense-v) > 1e-9 {
			return 0, fmt.Errorf("%s: it is %v, not %v", how, speed*sense, v)
		}
		return v, nil
	}
	return 0, fmt.Errorf("which way in %q?", how)
}

// measure is "the rate of s₂ − s₁, the distance from A to B, less L₂, its original length"; along with the extension or against
// it.
func (h hearer) measure(said string, along bool) (float64, error) {
	order := 0
	for i, words := range []string{"the rate of ", "the second derivative of "} {
		if rest, ok := strings.CutPrefix(said, words); ok {
			said, order = rest, i+1
		}
	}
	e, said, _ := strings.Cut(said, ", ")
	read := func(order int) (float64, error) {
		return read(e, func(name string) float64 { return derivative(h.m, name, order) })
	}
	v, err := read(order)
	if err != nil {
		return 0, err
	}
	distance, lengths, _ := strings.Cut(said, ", ")
	if angle, ok := strings.CutPrefix(distance, "the angle by which "); ok {
		if err := h.angle(e, angle); err != nil {
			return 0, err
		}
		return withLengths(v, lengths)
	}
	sign := 1.0
	distance, less := strings.CutPrefix(distance, "minus ")
	distance, grown := strings.CutSuffix(distance, " has grown")
	distance, shrunk := strings.CutSuffix(distance, " has shrunk")
	if less || shrunk {
		sign = -1
	}
	distance = strings.TrimPrefix(distance, "how much ")
	if along != (sign > 0) {
		return 0, fmt.Errorf("along with the extension or against it? %s", said)
	}
	distance, ok := strings.CutPrefix(distance, "the distance from ")
	from, to, found := strings.Cut(distance, " to ")
	a, b := h.node(from), h.node(to)
	if !ok || !found || a == nil || b == nil {
		return 0, fmt.Errorf("no distance in %q", said)
	}
	if grown == shrunk && h.m.Graph.Settings.Origin != graph.FromWall || (grown || shrunk) && h.m.Graph.Settings.Origin == graph.FromWall {
		return 0, fmt.Errorf("a distance, or how much it has grown? %s", said)
	}
	is, _ := read(0)
	if d := sign * worth(symbolic.Sub(h.m.Positions[b.ID], h.m.Positions[a.ID])); math.Abs(d-is) > 1e-9 {
		return 0, fmt.Errorf("%s isn't %s: %v, not %v", e, said, d, is)
	}
	return withLengths(v, lengths)
}

// withLengths takes off and adds what is said behind a distance: "less L₂, its length with the gap, plus d, its gap".
func withLengths(v float64, lengths string) (float64, error) {
	for lengths != "" {
		var length, is string
		length, lengths, _ = strings.Cut(lengths, ", ")
		is, lengths, _ = strings.Cut(lengths, ", ")
		how, e, _ := strings.Cut(length, " ")
		sign := map[string]float64{"less": -1, "plus": +1}[how]
		if sign == 0 || !slices.Contains([]string{"its original length", "its length", "its length with the gap", "its gap"}, is) {
			return 0, fmt.Errorf("what is %q, %q?", length, is)
		}
		l, err := readPlain(e)
		if err != nil {
			return 0, err
		}
		v += sign * l
	}
	return v, nil
}

// angle checks that an expression is the angle by which one disc is turned against another.
func (h hearer) angle(e, said string) error {
	turned, against, _ := strings.Cut(said, " is turned against ")
	a, b := h.node(turned), h.node(against)
	if a == nil || b == nil {
		return fmt.Errorf("no angle in %q", said)
	}
	is, err := read(e, nil)
	if angle := worth(symbolic.Sub(h.m.Positions[a.ID], h.m.Positions[b.ID])); math.Abs(angle-is) > 1e-9 {
		return fmt.Errorf("%s isn't the angle by which %s: %v, not %v", e, said, angle, is)
	}
	return err
}

// derivative is the value of a symbol's derivative: 0 for a constant.
func derivative(m *motion.Model, name string, order int) float64 {
	if order == 0 {
		return value(name)
	}
	var functions []*symbolic.Function
	for _, c := range m.Coordinates {
		functions = append(functions, c.Symbol)
	}
	for _, in := range m.Inputs {
		functions = append(functions, in.Symbol)
	}
	for _, f := range functions {
		if symbolic.Text(f, symbolic.Style{}) == name {
			return value(symbolic.Text(f.D(order), symbolic.Style{}))
		}
	}
	return 0
}

func readPlain(e string) (float64, error) { return read(e, nil) }

// read is the value of an expression in text: a sum of products of names and numbers, where factors stand side by side. The
// generator's symbols have one letter and a subscript. With of, a sum's terms are taken by it: the rate of s − x is that of s
// less that of x.
func read(text string, of func(name string) float64) (float64, error) {
	if of == nil {
		of = value
	}
	p := &parser{rest: text, of: of}
	v := p.sum()
	if p.err == nil && p.rest != "" {
		p.err = fmt.Errorf("%q is left of %q", p.rest, text)
	}
	return v, p.err
}

type parser struct {
	rest string
	of   func(string) float64
	err  error
}

func (p *parser) sum() float64 {
	total, sign := 0.0, 1.0
	if p.next("−") {
		sign = -1
	}
	for {
		total += sign * p.product()
		switch {
		case p.next(" + "):
			sign = 1
		case p.next(" − "):
			sign = -1
		default:
			return total
		}
	}
}

func (p *parser) product() float64 {
	v := p.power()
	for p.err == nil {
		switch {
		case strings.HasPrefix(p.rest, " + ") || strings.HasPrefix(p.rest, " − "):
			return v
		case p.next("/"):
			v /= p.power()
		case p.next(" ") || p.rest != "" && !strings.ContainsAny(p.rest[:1], ") "):
			v *= p.power()
		default:
			return v
		}
	}
	return v
}

func (p *parser) power() float64 {
	v := p.factor()
	for digit, n := range map[string]float64{"²": 2, "³": 3} {
		if p.next(digit) {
			return math.Pow(v, n)
		}
	}
	return v
}

func (p *parser) factor() float64 {
	var number float64
	if p.next("(") {
		v := p.sum()
		if !p.next(")") {
			p.err = errors.New("a bracket isn't closed")
		}
		return v
	}
	if n, _ := fmt.Sscanf(p.rest, "%g", &number); n == 1 {
		p.rest = strings.TrimLeft(p.rest, "0123456789.")
		return number
	}
	for _, start := range []string{"d²", "d"} { // d²x₁/dt², dx/dt
		after, ok := strings.CutPrefix(p.rest, start)
		name, rest := nameOf(after)
		end := "/dt"
		if start == "d²" {
			end = "/dt²"
		}
		if ok && name != "" && strings.HasPrefix(rest, end) {
			p.rest = rest[len(end):]
			return p.of(start + name + end)
		}
	}
	name, rest := nameOf(p.rest)
	if name == "" {
		p.err = fmt.Errorf("no name in %q", p.rest)
		return 0
	}
	p.rest = rest
	return p.of(name)
}

// nameOf cuts a letter and its subscript.
func nameOf(s string) (name, rest string) {
	runes := []rune(s)
	if len(runes) == 0 || strings.ContainsRune("+−/() ", runes[0]) {
		return "", s
	}
	n := 1
	for n < len(runes) && strings.ContainsRune("₀₁₂₃₄₅₆₇₈₉ⱼ", runes[n]) {
		n++
	}
	return string(runes[:n]), string(runes[n:])
}

func (p *parser) next(s string) bool {
	rest, ok := strings.CutPrefix(p.rest, s)
	if ok {
		p.rest = rest
	}
	return ok
}

// drawing draws the text of a diagram: bodies with and without names in a row, joined forwards, backwards and past one another,
// some between walls, with senses of their own.
func drawing(t *rapid.T, origin string) string {
	axis := rapid.SampledFrom([]string{"horizontal", "vertical", "30deg"}).Draw(t, "axis")
	senses := []string{"left", "right"}
	if axis == "vertical" {
		senses = []string{"up", "down"}
	}
	settings := "diagram[origin=" + origin + ", axis=" + axis
	if rapid.IntRange(0, 3).Draw(t, "relative") == 0 {
		settings += ", coordinates=relative"
	}
	if rapid.Bool().Draw(t, "gravity") {
		settings += ", gravity"
	}
	lines := []string{settings + "]"}
	bodies, pointing, base := []string{"mass", "trolley", "mass", "joint"}, "force", "base"
	turning := axis == "horizontal" && rapid.IntRange(0, 2).Draw(t, "turning") == 0
	if turning {
		bodies, pointing, base = []string{"disc"}, "torque", "wall"
		senses = []string{"cw", "ccw"}
	}
	sense := func() string {
		if rapid.IntRange(0, 2).Draw(t, "said") > 0 {
			return ""
		}
		return "[positive=" + rapid.SampledFrom(senses).Draw(t, "sense") + "]"
	}
	n := rapid.IntRange(1, 4).Draw(t, "bodies")
	var nodes []string
	declare := func(name, element string) {
		lines = append(lines, name+" = "+element)
		nodes = append(nodes, name)
	}
	if rapid.IntRange(0, 4).Draw(t, "held") > 0 {
		declare("W", "wall")
	}
	for i := range n {
		declare(fmt.Sprintf("B%d", i), rapid.SampledFrom(bodies).Draw(t, "kind")+sense())
	}
	switch rapid.IntRange(0, 3).Draw(t, "end") {
	case 0:
		declare("V", "wall")
	case 1:
		if base == "base" {
			base += sense()
		}
		declare("Y", base)
	}
	connectors := []string{"spring", "spring", "damper", "(spring, damper)", "spring[k=2]", "inerter", "actuator", "spring - damper", "spring[k=-2]", "stop[gap=q]", "stop[gap=2]", "stop[gap=0]"}
	if !turning {
		connectors = append(connectors, "spring[k=2, L0=0.5]")
		if origin == "wall" {
			connectors = append(connectors, "stop")
		}
	}
	if origin != "equilibrium" {
		connectors = append(connectors, "spring[k3=q]", "damper[c2=p]")
	}
	if origin == "equilibrium" {
		connectors = slices.DeleteFunc(connectors, func(s string) bool { return s == "actuator" || s == "spring - damper" })
	}
	link := func(i, j int) {
		if rapid.IntRange(0, 3).Draw(t, "backwards") == 0 {
			i, j = j, i
		}
		lines = append(lines, nodes[i]+" - "+rapid.SampledFrom(connectors).Draw(t, "connector")+" - "+nodes[j])
	}
	for j := 1; j < len(nodes); j++ {
		i := j - 1 - rapid.IntRange(0, min(j-1, 1)).Draw(t, "back")
		if nodes[i] == "W" && (nodes[j] == "V" || nodes[j] == "Y") {
			i++
		}
		if origin == "equilibrium" {
			lines = append(lines, nodes[i]+" - spring - "+nodes[j])
		}
		link(i, j)
	}
	for i := range n {
		body := fmt.Sprintf("B%d", i)
		switch rapid.IntRange(0, 5).Draw(t, "more") {
		case 0:
			lines = append(lines, body+" - "+pointing+"["+rapid.SampledFrom(senses).Draw(t, "points")+"]")
		case 1:
			lines = append(lines, body+" - friction - ground")
		case 2:
			if i > 0 {
				lines = append(lines, fmt.Sprintf("B%d - friction - %s", i-1, body))
			}
		case 3:
			lines = append(lines, body+" - spring - "+bodies[0]+sense())
		case 4:
			lines = append(lines, body+" - friction[coulomb, N=N] - ground")
		}
	}
	return strings.Join(lines, "\n") + "\n"
}

// heard rebuilds all readings of a diagram in a form, and compares; it counts the terms.
func heard(t interface{ Fatalf(string, ...any) }, src string, m *motion.Model, form motion.Form) int {
	x, list := explain.Model(m, form)
	if list.HasErrors() {
		t.Fatalf("%s\n%v", src, list)
	}
	equations, _, _ := m.Listed(form)
	count, places := 0, map[*graph.Element]float64{}
	for _, eq := range equations {
		h := hearer{m, eq.Where, places}
		coordinate := symbolic.Text(eq.Coordinate.Symbol, symbolic.Style{})
		for _, term := range append(slices.Clone(eq.Left), eq.Right...) {
			minus, e := term.Shown()
			want := worth(e)
			if minus {
				want = -want
			}
			i := slices.IndexFunc(x.Entries, func(e explain.Entry) bool { return e.Element == term.Source.Name })
			var tried []string
			ok := false
			for _, reading := range x.Entries[i].Readings {
				got, err := h.term(reading, coordinate)
				if ok = ok || err == nil && math.Abs(got-want) < 1e-9*(1+math.Abs(want)); ok {
					break
				}
				tried = append(tried, fmt.Sprintf("%s: %v (%v)", reading, got, err))
			}
			if !ok {
				t.Fatalf("%s\n%s, equation of %s: no reading says %v, which is %v\n%s", src, form, coordinate, term.Signed(), want, strings.Join(tried, "\n"))
			}
			count++
		}
	}
	return count
}

// hear compares readings of random diagrams in the three origins.
func hear(t *rapid.T) {
	for _, origin := range []string{"wall", "natural", "equilibrium"} {
		src := drawing(t, origin)
		g, list := dsl.Compile("x.dg", []byte(src))
		if list.HasErrors() {
			continue // what no author could write
		}
		m, list := motion.New(g)
		if list.HasErrors() || len(m.Coordinates) == 0 {
			continue
		}
		for _, form := range []motion.Form{motion.EdgesForm, motion.NewtonForm, motion.StandardForm} {
			terms += heard(t, src, m, form)
		}
		models++
	}
}

var models, terms int

func TestReadingsRebuildTheirTerms(t *testing.T) {
	models, terms = 0, 0
	rapid.Check(t, hear)
	t.Logf("%d models, %d terms", models, terms)
	if models < 200 && !testing.Short() {
		t.Errorf("only %d of the random diagrams have a model", models)
	}
}
