package check

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/dsl/graph"
	"diagram/dsl/syntax"
	"diagram/dsl/unit"
	"diagram/symbolic"
	"diagram/symbolic/read"
)

// attributes checks what the author says about an element and takes it over.
func (c *checker) attributes(e *graph.Element, as []*syntax.Attribute) {
	gs := c.givens(e, as)
	c.given[e.ID] = gs
	for i := range gs {
		switch g := &gs[i]; {
		case g.attribute.Name == "at":
			e.Rank = &g.number
		case g.attribute.Name == "label":
			e.LabelSpan = g.span
		}
	}
}

// givens checks what the author says about an element that may be none of the graph's.
func (c *checker) givens(e *graph.Element, as []*syntax.Attribute) givens {
	gs := givens(c.resolve(e.Kind, as))
	e.Titular = gs.titular(e.Kind)
	if label := gs.find("label"); label != nil {
		i := slices.IndexFunc(as, func(a *syntax.Attribute) bool { return a.Key.Text == "label" && a.Value != nil })
		c.label(e, gs, label, as[i].Value)
	}
	return gs
}

// label finds out what a label says: the main parameter, unless that is given on its own, and what is printed.
func (c *checker) label(e *graph.Element, gs givens, label *given, v *syntax.Literal) {
	main := e.Titular
	gives := main != nil && !gs.gives(main.Name)
	text, err := readLabel(label.text, v.Quoted())
	if e.Kind.Action().Marks && err == nil {
		e.Marked, _ = readCoordinate(text.symbol) // else it names no coordinate
	}
	switch {
	case err != nil:
		c.badWords(v, err)
	case text.words != nil:
		label.name = text.words.Name()
		if expr, err := readParameter(text.symbol, true); gives && err == nil && namesParameter(expr) {
			label.expr = expr
		}
	case gives && text.symbol != "" && isParameter(text.symbol):
		expr, err := readParameter(text.symbol, true)
		switch {
		case err != nil:
			c.badParameter(e.Kind, label.attribute, v, err)
		case symbolic.Equal(expr, symbolic.Time()):
			c.isTime(v)
		default:
			label.expr = expr
		}
	case text.symbol != "":
		if label.name, err = formulaName(text.symbol); err != nil {
			c.report(v.Span, reason(err), labelHelp)
		}
	}
}

// namesParameter reports whether a formula among words can be what the element's main parameter is called.
func namesParameter(e symbolic.Expr) bool {
	_, number := e.(*symbolic.Number)
	return !number && !symbolic.Equal(e, symbolic.Time())
}

// badWords reports words in which a formula can't be read.
func (c *checker) badWords(v *syntax.Literal, err error) {
	span := v.Span
	if bad := new(formulaError); errors.As(err, &bad) {
		if i := strings.Index(v.Text(), bad.formula); i >= 0 {
			span = v.At(i, i+len(bad.formula))
		}
	}
	c.report(span, err.Error(), `text between dollars is a formula: "stiffness $k_1$"; a dollar itself is \$`)
}

const labelHelp = `a label is a symbol, a number, LaTeX math in quotes ("\dot m_1"), or words in quotes`

// resolve checks attributes against those that a kind has.
func (c *checker) resolve(k *component.Kind, as []*syntax.Attribute) []given {
	if len(as) == 0 {
		return nil
	}
	said := make([]given, 0, len(as))
	for i, a := range as {
		if c.parted(k, as, i) {
			continue
		}
		g, ok := c.attribute(k, a)
		if !ok {
			continue
		}
		if i := slices.IndexFunc(said, func(s given) bool { return s.attribute == g.attribute }); i >= 0 {
			c.twice(said[i], g, a)
			continue
		}
		said = append(said, g)
	}
	return c.implied(k, said)
}

// parted reports an unknown word that continues the text before it, of several words without quotes.
func (c *checker) parted(k *component.Kind, as []*syntax.Attribute, i int) bool {
	if i == 0 || as[i].Value != nil || k.Word(as[i].Key.Text) != nil || k.Attribute(as[i].Key.Text) != nil {
		return false
	}
	key, text := as[i-1].Key.Text, as[i-1].Value
	attr := k.Attribute(key)
	if attr == nil || attr.Type != component.Text || text == nil || text.Quoted() || !strings.Contains(text.Raw, " ") {
		return false
	}
	c.report(text.Span.To(as[i].Key.Span), "a text with a comma needs quotes", fmt.Sprintf(`write %s="%s"`, key, quote(text.Raw+", "+as[i].Key.Text)))
	return true
}

// implied adds the words that go without saying.
func (c *checker) implied(k *component.Kind, said []given) []given {
	for _, g := range said {
		word := g.attribute.Implies
		if word == "" {
			continue
		}
		choice := k.Word(word)
		i := slices.IndexFunc(said, func(s given) bool { return s.attribute == choice })
		switch {
		case i < 0:
			said = append(said, given{attribute: choice, text: word, span: g.span})
		case said[i].text != word:
			c.report(g.span, fmt.Sprintf("%s contradicts %s", g.attribute.Name, said[i].text),
				fmt.Sprintf("write %s instead of %s, or leave %s out", word, said[i].text, g.attribute.Name),
				diag.Related{Span: said[i].span, Message: said[i].text + " is here"})
			return said
		}
	}
	return said
}

// twice reports an attribute that is given two times, or two words that contradict each other.
func (c *checker) twice(first, second given, a *syntax.Attribute) {
	summary := second.attribute.Name + " is given twice"
	switch {
	case second.attribute.Type == component.Choice && first.text != second.text:
		summary = fmt.Sprintf("%s contradicts %s", second.text, first.text)
	case a.Value == nil:
		summary = a.Key.Text + " is given twice"
	}
	c.report(a.Span(), summary, "remove one of the two", diag.Related{Span: first.span, Message: "the first is here"})
}

// attribute checks one attribute.
func (c *checker) attribute(k *component.Kind, a *syntax.Attribute) (given, bool) {
	key := a.Key.Text
	if a.Value == nil {
		g := given{attribute: k.Word(key), text: key, span: a.Key.Span}
		if g.attribute == nil {
			c.unknownWord(k, a)
		}
		return g, g.attribute != nil
	}
	attr := k.Attribute(key)
	switch {
	case attr == nil:
		c.unknownAttribute(k, a)
		return given{}, false
	case attr.Type == component.Flag:
		c.report(a.Span(), fmt.Sprintf("%s takes no value", key), fmt.Sprintf("write %s on its own, or leave it out", key))
		return given{}, false
	}
	return c.value(k, attr, a.Value)
}

// unknownWord reports a bare word that a kind doesn't know.
func (c *checker) unknownWord(k *component.Kind, a *syntax.Attribute) {
	word := a.Key.Text
	if attr := k.Attribute(word); attr != nil {
		example := exampleOf(attr)
		if attr.Name == "label" && k.Main != "" {
			example = k.Attribute(k.Main).DefaultIn(max(k.Domain, component.Translation))
		}
		c.report(a.Span(), word+" needs a value", fmt.Sprintf("write %s=%s", word, example))
		return
	}
	known := words(k)
	if k == settingKind {
		known = keys(k)
	}
	help := c.misnamed(k, word, nil, append(words(k), keys(k)...), "its options are "+list(known))
	c.report(a.Span(), fmt.Sprintf("%s has no option %s", k.Name, quote(word)), help)
}

// unknownAttribute reports a key that a kind doesn't know.
func (c *checker) unknownAttribute(k *component.Kind, a *syntax.Attribute) {
	key := a.Key.Text
	if attr := k.Word(key); attr != nil {
		c.report(a.Span(), fmt.Sprintf("%s takes no value", key), fmt.Sprintf("write %s on its own", key))
		return
	}
	known := keys(k)
	help := c.misnamed(k, key, a.Value, known, "its attributes are "+list(known))
	c.report(a.Key.Span, fmt.Sprintf("%s has no attribute %s", k.Name, quote(key)), help)
}

// misnamed is the help on a word that is none of those that a kind knows. Of many such words the first are looked into.
func (c *checker) misnamed(k *component.Kind, word string, v *syntax.Literal, known []string, otherwise string) string {
	if c.misnomers++; c.misnomers > suggestions {
		return otherwise
	}
	if help := c.kinds.meantOption(k, word, v); help != "" {
		return help
	}
	return suggest(c.kinds.nearWord(word, known), otherwise)
}

// suggest offers the near word where there is one.
func suggest(near, otherwise string) string {
	if near != "" {
		return "did you mean " + near + "?"
	}
	return otherwise
}

// words are the bare words that a kind knows.
func words(k *component.Kind) []string {
	var ws []string
	for _, a := range k.Attributes {
		switch a.Type {
		case component.Flag:
			ws = append(ws, a.Name)
		case component.Choice:
			if !a.Keyed {
				ws = append(ws, a.Words...)
			}
		}
	}
	return ws
}

// keys are the attributes of a kind that have values.
func keys(k *component.Kind) []string {
	var ks []string
	for _, a := range k.Attributes {
		if a.Type != component.Flag {
			ks = append(ks, a.Name)
		}
	}
	return ks
}

// value checks a value against its attribute's type.
func (c *checker) value(k *component.Kind, attr *component.Attribute, v *syntax.Literal) (given, bool) {
	g := given{attribute: attr, text: v.Text(), span: v.Span, value: v}
	if strings.TrimSpace(g.text) == "" && attr.Type != component.Text {
		c.report(v.Span, attr.Name+"= needs a value", "write it after the =, or leave "+attr.Name+" out")
		return g, false
	}
	if r := firstRune(g.text); !v.Quoted() && strings.ContainsRune(curlyQuotes, r) {
		c.report(v.Span, fmt.Sprintf(noQuote, r), straightQuotes)
		return g, false
	}
	switch attr.Type {
	case component.Parameter, component.Input:
		expr, problem := readParameter(g.text, v.Quoted())
		if problem != nil {
			c.badParameter(k, attr, v, problem)
			return g, false
		}
		if attr.Type == component.Parameter && symbolic.Equal(expr, symbolic.Time()) {
			c.isTime(v)
			return g, false
		}
		g.expr = expr
	case component.Choice:
		if !slices.Contains(attr.Words, g.text) {
			c.report(v.Span, fmt.Sprintf("%s can't be %s", attr.Name, quote(g.text)), suggest(cmp.Or(attr.Meant[g.text], diag.Nearest(g.text, attr.Words)), "it can be "+either(attr.Words)))
			return g, false
		}
	case component.Measure:
		n, ok := centimetres(g.text)
		if !ok {
			help := fmt.Sprintf("%s is a length in the drawing, in cm: %s=2 or %s=15mm", attr.Name, attr.Name, attr.Name)
			if i := slices.IndexFunc(k.Attributes, isLength); attr.Name == "length" && i >= 0 {
				help += fmt.Sprintf("; the %s is %s=%s", k.Attributes[i].Noun(), k.Attributes[i].Name, v.Raw)
			}
			c.report(v.Span, fmt.Sprintf("%s is not a length", quote(g.text)), help)
			return g, false
		}
		if n <= 0 || n > maxLength {
			c.report(v.Span, fmt.Sprintf("%s must be more than 0 and at most %d cm", attr.Name, maxLength), "write, for example, "+attr.Name+"=2")
			return g, false
		}
		g.number = n
	case component.Order:
		n, err := symbolic.ParseNumber(g.text)
		if err != nil {
			c.report(v.Span, fmt.Sprintf("%s is not a number", quote(g.text)), fmt.Sprintf("%s ranks elements along the axis: %s=1, %s=2, …", attr.Name, attr.Name, attr.Name))
			return g, false
		}
		g.number = n.Value().Float64()
	case component.Symbol:
		n, err := readCoordinate(g.text)
		if err != nil {
			c.report(v.Span, reason(err), fmt.Sprintf(`write a symbol: %s=x_1, or LaTeX math in quotes: %s="\dot x_1"`, attr.Name, attr.Name))
			return g, false
		}
		g.expr = symbolic.NewSymbol(n)
		if symbolic.Equal(g.expr, symbolic.Time()) {
			c.isTime(v)
			return g, false
		}
	case component.Text:
		if r := invisible(g.text); r != 0 {
			c.report(v.Span, fmt.Sprintf("the character U+%04X is invisible", r), "remove it")
			return g, false
		}
	case component.Colour:
		if !isColour(g.text) {
			c.report(v.Span, fmt.Sprintf("there is no colour %s", quote(g.text)),
				suggest(diag.Nearest(g.text, colours), "the colours are "+list(append(slices.Clone(colours), "#rrggbb"))))
			return g, false
		}
	}
	return g, true
}

// isLength reports whether an attribute is a length that the equations know.
func isLength(a component.Attribute) bool {
	return a.Type == component.Parameter && a.Dim == unit.Length
}

// isTime reports that t is given as a symbol of an element.
func (c *checker) isTime(v *syntax.Literal) {
	c.report(v.Span, "t is time, so nothing else can be called t", "choose another symbol")
}

// reason is why a name can't be read, without the name, at which the message points anyway.
func reason(err error) string {
	if why := errors.Unwrap(err); why != nil {
		return why.Error()
	}
	return err.Error()
}

// maxLength is the greatest length in a drawing that an author can ask for, in cm: TeX can't set more than 575 cm.
const maxLength = 100

// centimetres reads a length in the drawing: a number of cm, or a number and a unit of length.
func centimetres(text string) (float64, bool) {
	if n, err := symbolic.ParseNumber(text); err == nil {
		return n.Value().Float64(), true
	}
	q, err := unit.Parse(text)
	if err != nil || q.Dim != unit.Length {
		return 0, false
	}
	n := q.Number.Float64() * 100
	return n, !math.IsInf(n, 0)
}

// colours are the names of colours: those that every TeX with xcolor and every browser know alike.
var colours = []string{
	"black", "blue", "brown", "cyan", "gray", "green", "lightgray", "lime", "magenta", "olive", "orange", "pink",
	"purple", "red", "teal", "violet", "white", "yellow",
}

func isColour(text string) bool {
	if hex, ok := strings.CutPrefix(text, "#"); ok {
		return (len(hex) == 6 || len(hex) == 3) && strings.Trim(hex, "0123456789abcdefABCDEF") == ""
	}
	return slices.Contains(colours, text)
}

// badParameter reports a parameter that can't be read.
func (c *checker) badParameter(k *component.Kind, attr *component.Attribute, v *syntax.Literal, err error) {
	span := v.Span
	help := fmt.Sprintf(`%s is a symbol, a number, or an expression such as 3*k/2; LaTeX math goes in quotes: "\dot m_1"`, attr.Name)
	if attr.Name == "label" {
		help = labelHelp
	}
	several, word := new(severalError), new(wordError)
	at := new(read.SyntaxError)
	switch q, noUnit := unit.Parse(v.Text()); {
	case noUnit == nil && q.Unit != "":
		symbol := attr.Default
		if symbol == "" {
			symbol = attr.Name
		}
		err = errors.New("a value with a unit can't be a parameter")
		help = fmt.Sprintf("keep a symbol here (%s=%s) and give it its value on a line of its own: %s = %s", attr.Name, symbol, symbol, v.Text())
	case errors.As(err, &several):
		help = several.help()
	case errors.As(err, &word):
		help = word.help()
	case strings.ContainsFunc(v.Text(), isOtherScript):
		help = `symbols have Latin and Greek letters, and subscripts in any script (m_ж); other words go in a label`
	case errors.As(err, at):
		start := min(at.Offset, len(v.Text()))
		span = v.At(start, min(start+1, len(v.Text())))
		if product := multiplied(v.Text()); product != v.Text() {
			help = fmt.Sprintf("write %s=%s", attr.Name, product)
		}
	}
	c.report(span, fmt.Sprintf("%s of %s: %s", attr.Name, k.Name, reason(err)), help)
}
