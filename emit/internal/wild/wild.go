// Package wild writes random diagrams for tests: by the grammar of the language and the catalog of kinds, so that a new
// kind or attribute is tried without further ado. Most of what it writes compiles; much of it makes little sense.
package wild

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"diagram/dsl"
	"diagram/dsl/component"

	"pgregory.net/rapid"
)

// Source draws the text of a diagram.
func Source(t *rapid.T) string {
	w := &writer{T: t, domain: component.Translation}
	if w.chance("rotation", 20) {
		w.domain = component.Rotation
	}
	w.setting()
	if w.chance("parts", 10) {
		for i := range w.number("parts of the figure", 1, 3) {
			w.part()
			w.prefix, w.nodes, w.bodies, w.spare = string(rune('P'+i)), nil, nil, nil
			w.system()
		}
	} else {
		w.system()
	}
	for range max(0, w.number("quantities", -4, 2)) {
		w.line(w.pick("symbol", symbols...) + " = " + w.pick("amount", amounts...))
	}
	if w.chance("shuffled", 20) {
		w.lines = rapid.Permutation(w.lines).Draw(t, "lines")
	}
	return strings.Join(w.lines, "\n") + "\n"
}

// part begins a part of the figure.
func (w *writer) part() {
	said := map[string]string{}
	for _, a := range dsl.PartAttributes() {
		if w.chance("said", 30) {
			said[a.Name] = w.attribute(&a)
		}
	}
	w.line(brackets("part", said))
}

// system writes a system of its own.
func (w *writer) system() {
	for i := range w.number("nodes", 1, 4) {
		w.declare(fmt.Sprintf("%sN%d", w.prefix, i), w.kind("node", support, body, body, body))
	}
	for i := range w.number("named connectors", 0, 2) {
		w.spare = append(w.spare, fmt.Sprintf("%sC%d", w.prefix, i))
		w.declare(w.spare[i], w.kind("connector", connector))
	}
	for range w.number("connections", 1, 5) {
		w.connection()
	}
	for range w.number("actions", 0, 2) {
		if len(w.bodies) > 0 {
			w.line(w.pick("on", w.bodies...) + " - " + w.element(w.kind("action", action)))
		}
	}
	for _, c := range w.spare {
		w.line(w.pick("end", w.nodes...) + " - " + c + " - " + w.element(w.kind("node", body)))
	}
}

type writer struct {
	*rapid.T
	domain                      component.Domain
	prefix                      string // of names
	lines, nodes, bodies, spare []string
}

func (w *writer) line(s string)                    { w.lines = append(w.lines, s) }
func (w *writer) number(what string, a, b int) int { return rapid.IntRange(a, b).Draw(w.T, what) }
func (w *writer) chance(what string, per int) bool { return w.number(what, 0, 99) < per }
func (w *writer) pick(what string, of ...string) string {
	return rapid.SampledFrom(of).Draw(w.T, what)
}

// is reports whether a kind is of a sort.
type is = func(*component.Kind) bool

var support, body, connector, action is = (*component.Kind).IsSupport, (*component.Kind).IsBody, (*component.Kind).IsConnector, (*component.Kind).IsAction

// kind draws a kind of one of the sorts.
func (w *writer) kind(what string, sorts ...is) *component.Kind {
	sort := rapid.SampledFrom(sorts).Draw(w.T, what+"'s sort")
	stray := w.chance("other domain", 2)
	of := slices.DeleteFunc(slices.Collect(component.Standard().All()), func(k *component.Kind) bool {
		return !sort(k) || k.Domain != component.Either && k.Domain != w.domain && !stray
	})
	return rapid.SampledFrom(of).Draw(w.T, what)
}

func (w *writer) declare(name string, k *component.Kind) {
	if k.IsNode() {
		w.nodes = append(w.nodes, name)
	}
	if k.Body().Inertia != nil {
		w.bodies = append(w.bodies, name)
	}
	w.line(name + " = " + w.element(k))
}

// element writes a kind with some attributes.
func (w *writer) element(k *component.Kind) string {
	said := map[string]string{}
	for range max(0, w.number("attributes", -4, 2)) {
		a := rapid.SampledFrom(usual(k)).Draw(w.T, "attribute")
		if senses := slices.Contains(a.Words, "left") || slices.Contains(a.Words, "vertical"); senses && !w.chance("sense", 20) {
			continue // few fit the axis
		}
		said[a.Name] = w.attribute(&a)
	}
	return brackets(k.Name, said)
}

// usual are a kind's attributes but for those that few diagrams have a use for.
func usual(k *component.Kind) []component.Attribute {
	return slices.DeleteFunc(slices.Clone(k.Attributes), func(a component.Attribute) bool { return a.Name == "floor" || a.Name == "on" })
}

func brackets(word string, said map[string]string) string {
	if len(said) == 0 {
		return word
	}
	var all []string
	for _, name := range slices.Sorted(maps.Keys(said)) {
		all = append(all, said[name])
	}
	return word + "[" + strings.Join(all, ", ") + "]"
}

func (w *writer) attribute(a *component.Attribute) string {
	switch a.Type {
	case component.Flag:
		return a.Name
	case component.Choice:
		if word := w.pick("word", a.Words...); a.Keyed {
			return a.Name + "=" + word
		} else {
			return word
		}
	}
	return a.Name + "=" + w.value(a.Type)
}

// What values are made of; each list begins with what is most usual, towards which rapid shrinks.
var (
	symbols    = []string{"k", "m", "m_1", "k_2", "c", "F", "F_1", "s", "x", "g", "b", "L_0", "lambda", "theta", "N", "E", "alpha", "omega_n", "d"}
	amounts    = []string{"2", "200 N/m", "1.5 kg", "0", "-3", "9.81 m/s^2", "0.1 N*s/m", "12 rpm", "1e300", "3 lb/in"}
	numbers    = []string{"1", "2", "0", "-1", "0.25", "1/3", "85", "1e-9", "123456789012345678901234567890"}
	math       = []string{`"\dot m_1"`, `"k_{us}"`, `"\frac{a}{b}"`, `"k_{\text{x y}}"`, `"\hat k"`, `"F(t)"`, `"k'"`}
	labels     = []string{"m", "k_5", `"Tire"`, `"sprung mass"`, `"stiffness $k$"`, `"½ of it"`, `"Масса"`, `"50 % & more_#"`, `"a < b"`, `"sprung\nmass"`, `"k = k_1 + k_2"`, `"k \approx 3"`, `"m, c_1"`, `"the * end"`, `"m \le m_1"`, `"a long label of words that has to be broken"`, `""`, `"x^2"`}
	measures   = []string{"2", "0.1", "15mm", "30"}
	colours    = []string{"red", "#0a7", "blue!60!black", "crimson"}
	operations = []string{"*", "+", "-", "/"}
)

func (w *writer) value(t component.Type) string {
	switch t {
	case component.Parameter, component.Input:
		if w.chance("math", 10) {
			return w.pick("latex", math...)
		}
		return w.expression(t == component.Input, 3)
	case component.Measure:
		return w.pick("measure", measures...)
	case component.Text:
		return w.pick("label", append(labels, symbols...)...)
	case component.Symbol:
		return w.pick("symbol", symbols...)
	case component.Colour:
		return w.pick("colour", colours...)
	case component.Points:
		return w.pick("points", "8pt", "12pt", "17")
	}
	return fmt.Sprint(w.number("rank", -1, 3))
}

// expression writes a sum, product or power of symbols, numbers and, in inputs, functions of time.
func (w *writer) expression(input bool, depth int) string {
	switch choice := w.number("operand", 0, 9); {
	case choice < 5 || depth == 0:
		if input && w.chance("of time", 30) {
			return w.pick("function", "F(t)", "sin(omega*t)", "u(t)", "t", "cos(Omega*t + phi)")
		}
		return w.pick("symbol", symbols...)
	case choice < 6:
		return w.pick("number", numbers...)
	case choice < 7:
		return "(" + w.expression(input, depth-1) + ")^" + w.pick("exponent", "2", "3", "0", "7")
	default:
		return "(" + w.expression(input, depth-1) + w.pick("operation", operations...) + w.expression(input, depth-1) + ")"
	}
}

func (w *writer) setting() {
	said := map[string]string{}
	for range w.number("settings", 0, 3) {
		a := rapid.SampledFrom(dsl.SettingAttributes()).Draw(w.T, "setting")
		switch {
		case a.Name == "axis" && w.chance("slope", 40):
			said[a.Name] = a.Name + "=" + w.pick("angle", "30deg", "-45deg", "alpha", "33deg")
		case a.Type == component.Choice:
			said[a.Name] = a.Name + "=" + w.pick("word", a.Words...)
		case a.Name == "gravity" && w.chance("bare", 60):
			said[a.Name] = a.Name
		default:
			said[a.Name] = a.Name + "=" + w.value(a.Type)
		}
	}
	if len(said) > 0 {
		w.line(brackets("diagram", said))
	}
}

func (w *writer) connection() {
	end := func() string {
		if w.chance("anonymous", 30) {
			return w.element(w.kind("node", support, body))
		}
		return w.pick("node", w.nodes...)
	}
	last := end()
	s := last
	for range w.number("length", 1, 3) {
		next := end()
		if next == last && !w.chance("loop", 2) {
			next = w.element(w.kind("node", body))
		}
		s += " - " + w.link(0) + " - " + next
		last = next
	}
	w.line(s)
}

// link writes connectors in series, among them groups.
func (w *writer) link(depth int) string {
	var all []string
	for range max(1, w.number("series", -2, 2)) {
		switch {
		case depth < 2 && w.chance("group", 20):
			var chains []string
			for range w.number("chains", 1, 3) {
				chains = append(chains, w.link(depth+1))
			}
			all = append(all, "("+strings.Join(chains, ", ")+")")
		case len(w.spare) > 0 && w.chance("named", 40):
			all = append(all, w.spare[0])
			w.spare = w.spare[1:]
		default:
			all = append(all, w.element(w.kind("connector", connector)))
		}
	}
	return strings.Join(all, " - ")
}
