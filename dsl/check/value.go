package check

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"diagram/dsl/colour"
	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/dsl/syntax"
	"diagram/dsl/unit"
	"diagram/dsl/unseen"
	"diagram/symbolic"
	"diagram/symbolic/read"
)

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
	case component.Points:
		n, err := strconv.ParseFloat(strings.TrimSpace(strings.TrimSuffix(g.text, "pt")), 64)
		if err != nil || !(n >= minType && n <= maxType) {
			c.report(v.Span, fmt.Sprintf("%s can't be %s", attr.Name, quote(g.text)), fmt.Sprintf("it is a size of type between %d and %d points: %s=12pt", minType, maxType, attr.Name))
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
		if r := unseen.In(g.text); r != 0 {
			i := strings.IndexRune(g.text, r)
			c.report(v.At(i, i+utf8.RuneLen(r)), fmt.Sprintf("the character U+%04X is invisible", r), "remove it")
			return g, false
		}
	case component.Colour:
		if _, ok := colour.Parse(g.text); !ok {
			c.report(v.Span, fmt.Sprintf("there is no colour %s", quote(g.text)),
				suggest(diag.Nearest(g.text, colour.Names()), "a colour is a name of SVG's (red, teal, crimson), a mix (blue!60!black) or #rrggbb"))
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

// minType and maxType are the sizes of type that an author can ask for, in points.
const (
	minType = 5
	maxType = 36
)

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
