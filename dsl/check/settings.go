package check

import (
	"fmt"
	"slices"
	"strings"

	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/dsl/forms"
	"diagram/dsl/graph"
	"diagram/dsl/syntax"
	"diagram/dsl/unit"
	"diagram/symbolic"
	"diagram/symbolic/formula"
	"diagram/symbolic/naming"
	"diagram/symbolic/read"
)

// settingKind lists the settings like the attributes of a kind, so that they are checked alike.
var settingKind = &component.Kind{
	Name: syntax.SettingWord,
	Attributes: []component.Attribute{
		{Name: "origin", Type: component.Choice, Meant: originWords, Words: []string{"wall", "natural", "equilibrium"}, Doc: "where positions are measured from: the first support, where springs are unstretched, or static equilibrium"},
		{Name: "coordinates", Type: component.Choice, Words: []string{"absolute", "relative"}, Doc: "relative: each body from the node that its first connector comes from"},
		{Name: "axis", Type: component.Choice, Asked: []string{"orient", "orientation", "rankdir", "direction", "layout"}, Meant: axisWords, Words: []string{"horizontal", "vertical"}, Doc: "how the axis runs; or its slope: 30deg"},
		{Name: "gravity", Type: component.Parameter, Asked: []string{"g", "weight"}, Default: "g", Dim: unit.Acceleration, Doc: "weight on every body; gravity=g names the acceleration"},
		{Name: "derivatives", Type: component.Choice, Asked: []string{"notation", "dots"}, Meant: derivativeWords, Words: []string{"leibniz", "dot", "prime"}, Doc: "how derivatives by time are written"},
		{Name: "form", Type: component.Choice, Asked: []string{"equation", "equations"}, Meant: formWords, Words: forms.Names(), Doc: "form of the equations"},
		{Name: "title", Type: component.Text, Asked: []string{"caption", "name", "label"}, Doc: "caption"},
		{Name: "alt", Type: component.Text, Asked: []string{"description", "text"}, Doc: "the drawing in words"},
		{Name: "labels", Type: component.Choice, Meant: labelWords, Words: []string{"symbols", "values", "both", "none"}, Doc: "what labels show"},
		{Name: "marks", Type: component.Choice, Asked: []string{"coordinatearrows", "displacements"}, Meant: markWords, Words: []string{"bodies", "none", "all"}, Doc: "whose coordinates are drawn; none: no slope and no gravity either"},
		{Name: "spacing", Type: component.Measure, Asked: []string{"nodesep", "ranksep", "distance"}, Doc: "distance between elements, in cm"},
		{Name: "width", Type: component.Measure, Asked: []string{"size", "textwidth", "linewidth"}, Doc: "width of the drawing, in cm: connectors are drawn longer or shorter for it, or bodies wider where the axis is upright"},
		{Name: "height", Type: component.Measure, Asked: []string{"textheight"}, Doc: "height of the drawing, in cm, likewise: it is along an upright axis, and across a level one"},
		{Name: "fontsize", Type: component.Points, Asked: []string{"textsize", "labelsize", "font"}, Doc: "size of the labels, 10pt where nothing is said; for TeX the size of the text around"},
	},
}

// axisWords are how other languages call the ways in which the axis runs.
var axisWords = map[string]string{
	"LR": "horizontal", "RL": "horizontal", "x": "horizontal", "X": "horizontal",
	"TB": "vertical", "TD": "vertical", "BT": "vertical", "y": "vertical", "Y": "vertical",
}

// Other words for what settings may be.
var (
	originWords = map[string]string{
		"0": "wall", "fixed": "wall", "support": "wall", "unstretched": "natural", "relaxed": "natural", "unloaded": "natural", "free": "natural",
		"static": "equilibrium", "rest": "equilibrium", "balance": "equilibrium",
	}
	derivativeWords = map[string]string{
		"newton": "dot", "dots": "dot", "overdot": "dot", "lagrange": "prime", "primes": "prime", "fraction": "leibniz", "fractions": "leibniz", "differential": "leibniz",
	}
	formWords = map[string]string{
		"laplace": "transfer", "tf": "transfer", "ss": "state-space", "state": "state-space", "mck": "matrix", "matrices": "matrix",
		"lagrange": "energy", "lagrangian": "energy", "energies": "energy", "canonical": "normalized", "dimensionless": "normalized",
	}
	markWords = map[string]string{
		"off": "none", "no": "none", "false": "none", "hidden": "none", "on": "bodies", "yes": "bodies", "true": "bodies", "joints": "all",
	}
	labelWords = map[string]string{
		"off": "none", "no": "none", "false": "none", "hidden": "none", "on": "symbols", "yes": "symbols", "true": "symbols", "names": "symbols",
		"numbers": "values", "all": "both",
	}
)

// SettingAttributes lists what diagram[…] understands.
func SettingAttributes() []component.Attribute { return slices.Clone(settingKind.Attributes) }

// settings reads the statements about the whole diagram, and finds out how the axis runs.
func (c *checker) settings() {
	s := &c.graph.Settings
	var said []given
	for _, st := range c.file.Statements {
		if st, ok := st.(*syntax.Setting); ok {
			said = c.told(settingKind, &st.Brackets, c.setting, said)
		}
	}
	s.FontSize = graph.UsualFontSize
	s.Spans = make(map[string]diag.Span, len(said))
	for _, g := range said {
		s.Spans[g.attribute.Name] = g.span
		choice := slices.Index(g.attribute.Words, g.text)
		switch g.attribute.Name {
		case "origin":
			s.Origin = graph.Origin(choice)
		case "coordinates":
			s.Coordinates = graph.Coordinates(choice)
		case "axis":
			s.AxisGiven = true
			s.Axis, s.Angle, s.Slope = graph.Direction(max(choice, 0)), g.number, g.expr
			if g.expr != nil {
				s.Axis = graph.Inclined
			}
		case "gravity":
			s.Gravity, c.bareGravity = g.expr, g.expr == nil
		case "derivatives":
			s.Derivatives, s.DerivativesGiven = formula.DerivativeStyle(choice), true
		case "form":
			s.Form = forms.Form(g.text)
		case "title":
			s.Title = g.words
		case "alt":
			s.Alt = g.words.Text()
		case "labels":
			s.Labels = graph.Labels(choice)
		case "marks":
			s.Marks = graph.Marks(choice)
		case "spacing":
			s.Spacing = g.number
		case "width":
			s.Width = g.number
		case "height":
			s.Height = g.number
		case "fontsize":
			s.FontSize = g.number
		}
	}
	c.axis()
	if s.Axis == graph.Inclined && s.Width > 0 && s.Height > 0 {
		c.report(s.Span("height"), "on an inclined axis, width and height go together", "give one of the two",
			diag.Related{Span: s.Span("width"), Message: "the width is given here"})
	}
}

// told adds what is said in brackets, each checked, to what was said before.
func (c *checker) told(k *component.Kind, b *syntax.Brackets, check func(*syntax.Attribute) (given, bool), said []given) []given {
	if b == nil {
		return said
	}
	for i, a := range b.Attributes {
		if c.unquoted(k, b.Attributes, i) {
			continue
		}
		g, ok := check(a)
		if !ok {
			continue
		}
		if i := slices.IndexFunc(said, func(h given) bool { return h.attribute == g.attribute }); i >= 0 {
			c.twice(said[i], g, a)
			continue
		}
		said = append(said, g)
	}
	return said
}

// setting checks one setting. Two have more to them than their type says: gravity may stand on its own, and the axis may
// be an angle.
func (c *checker) setting(a *syntax.Attribute) (given, bool) {
	attr := settingKind.Attribute(a.Key.Text)
	switch {
	case attr == nil:
	case attr.Name == "gravity" && a.Value == nil:
		return given{attribute: attr, text: attr.Default, span: a.Key.Span}, true
	case attr.Name == "gravity" && strings.Contains(" on true yes off false no none ", " "+strings.ToLower(a.Value.Text())+" "):
		c.report(a.Span(), fmt.Sprintf("gravity can't be %s", a.Value.Text()), "write gravity on its own for weight on every body, or leave it out")
		return given{}, false
	case attr.Name == "axis" && a.Value != nil && !slices.Contains(attr.Words, a.Value.Text()):
		return c.slope(attr, a.Value)
	}
	return c.worded(settingKind, a)
}

// worded checks an attribute whose text is words.
func (c *checker) worded(k *component.Kind, a *syntax.Attribute) (given, bool) {
	g, ok := c.attribute(k, a)
	if ok && g.attribute.Type == component.Text {
		var err error
		if g.words, err = readWords(g.text); err != nil {
			c.badWords(a.Value, err)
		}
	}
	return g, ok
}

// drawnSlope is at what angle an incline is drawn whose angle is only a symbol, in degrees.
const drawnSlope = 30

// slope reads the slope of an inclined axis: 30deg, 30°, or a symbol.
func (c *checker) slope(attr *component.Attribute, v *syntax.Literal) (given, bool) {
	g := given{attribute: attr, span: v.Span, text: v.Text(), number: drawnSlope}
	text := strings.TrimSpace(g.text)
	degrees := false
	for _, unit := range []string{"degrees", "degree", "deg", "°", `^\circ`} {
		if cut, ok := strings.CutSuffix(text, unit); ok {
			text, degrees = strings.TrimSpace(cut), true
			break
		}
	}
	if meant := attr.Meant[text]; meant != "" {
		c.report(v.Span, fmt.Sprintf("axis can't be %s", quote(g.text)), "write axis="+meant)
		return g, false
	}
	expr, err := read.Expr(text)
	if err != nil && strings.Contains(text, `\`) {
		expr, err = mathSymbol(text, err)
	}
	number, isNumber := expr.(*symbolic.Number)
	switch {
	case err != nil || !isNumber && degrees || isSymbol(expr) && isWord(graph.ExprName(expr)):
		c.report(v.Span, fmt.Sprintf("axis can't be %s", quote(g.text)),
			suggest(nearAxis(g.text), "it can be horizontal, vertical, an angle (30deg) or a symbol for one (alpha)"))
		return g, false
	case isNumber:
		if g.number = number.Value().Float64(); g.number <= -90 || g.number >= 90 || g.number == 0 {
			c.report(v.Span, fmt.Sprintf("an axis can't be inclined at %s°", text), "write horizontal or vertical for a level or upright axis; any other slope lies between -90 and 90 degrees")
			return g, false
		}
	case !isSymbol(expr):
		c.report(v.Span, "the slope of the axis is an angle or a symbol", "write axis=30deg, or axis=alpha")
		return g, false
	case symbolic.Equal(expr, symbolic.Time()):
		c.isTime(v)
		return g, false
	}
	g.expr = expr
	return g, true
}

// settingSymbols checks that the symbols of the settings stand for nothing of another dimension.
func (c *checker) settingSymbols() {
	s := &c.graph.Settings
	if c.settingSymbol("axis", "angle", s.Slope, unit.None) && !c.bareGravity {
		c.settingSymbol("gravity", "acceleration", s.Gravity, unit.Acceleration)
	}
}

func (c *checker) settingSymbol(setting, what string, e symbolic.Expr, dim unit.Dimension) bool {
	symbol, ok := e.(*symbolic.Symbol)
	if !ok {
		return true
	}
	for _, m := range c.graph.Meanings()[symbol.Name().Key()] {
		if m.Doc != "" && m.Dim != dim {
			text := symbol.Name().Text()
			c.report(c.graph.Settings.Span(setting), fmt.Sprintf("%s is the %s, so no %s can be called %s", text, m.Doc, what, text), "choose another symbol")
			return false
		}
	}
	return true
}

// isWord reports whether a name is a word of several letters, rather than a symbol as a formula has it.
func isWord(n naming.Name) bool { return strings.HasPrefix(n.LaTeX(), `\mathit`) }

func isSymbol(e symbolic.Expr) bool {
	_, ok := e.(*symbolic.Symbol)
	return ok
}

// nearAxis is horizontal or vertical where a mistyped one of them seems to be meant.
func nearAxis(text string) string { return diag.Nearest(text, []string{"horizontal", "vertical"}) }
