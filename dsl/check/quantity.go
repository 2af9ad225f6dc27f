package check

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/dsl/graph"
	"diagram/dsl/syntax"
	"diagram/dsl/unit"
)

// quantities checks the values that the author gives to symbols.
func (c *checker) quantities() {
	var all map[string][]graph.Meaning
	first := map[string]diag.Span{}
	complete := c.clean() // else what is wrong elsewhere may hide a symbol
	for _, s := range c.file.Statements {
		q, ok := s.(*syntax.Quantity)
		if !ok {
			continue
		}
		if all == nil {
			all = c.graph.Meanings()
		}
		c.quantity(q, all, first, complete)
	}
}

func (c *checker) quantity(q *syntax.Quantity, all map[string][]graph.Meaning, first map[string]diag.Span, complete bool) {
	name, err := readName(q.Symbol.Text())
	if err != nil {
		c.report(q.Symbol.Span, reason(err), `write a symbol: m_1, or LaTeX math in quotes: "\dot m_1"`)
		return
	}
	value, err := unit.Parse(q.Amount.Text())
	if err != nil {
		span := q.Amount.Span
		if number := decimalComma.FindString(q.Amount.Text()); number != "" {
			c.report(q.Amount.At(0, len(number)), "a number can't have a comma", pointHelp(q.Amount.Text()))
			return
		}
		if number, rest := unit.Split(q.Amount.Text()); rest != "" {
			if _, err := unit.Parse(number); err == nil {
				span = c.unitSpan(q, unit.Quantity{Unit: rest})
			}
		}
		help, whole := badAmount(q.Amount.Text(), err)
		if whole {
			span = q.Amount.Span
		}
		c.report(span, err.Error(), help)
		return
	}
	if span, ok := first[name.Key()]; ok {
		c.report(q.Symbol.Span, fmt.Sprintf("%s already has a value", q.Symbol.Text()), "remove one of the two",
			diag.Related{Span: span, Message: "the first is here"})
		return
	}
	first[name.Key()] = q.Span()
	meanings, ok := all[name.Key()]
	if !ok {
		if complete {
			c.unknownSymbol(q, value, all)
		}
		return
	}
	if force, pounds, err := unit.ParseForce(q.Amount.Text()); err == nil && pounds {
		has := func(dim unit.Dimension) bool {
			return slices.ContainsFunc(meanings, func(m graph.Meaning) bool { return !m.Open && m.Dim == dim })
		}
		switch {
		case has(value.Dim):
		case has(force.Dim):
			value = force
		case !slices.ContainsFunc(meanings, func(m graph.Meaning) bool { return !m.Open }):
			c.report(c.unitSpan(q, value), fmt.Sprintf("lb can be a mass or a force, and nothing tells which of them %s has", q.Symbol.Text()), "write lbm for the mass, or lbf for the force")
			return
		}
	}
	fits := func(m graph.Meaning) bool { return m.Open || m.Dim == value.Dim }
	if value.Unit != "" && !slices.ContainsFunc(meanings, fits) {
		c.report(c.unitSpan(q, value), fmt.Sprintf("%s can't be given in %s", q.Symbol.Text(), value.Unit), expects(q.Symbol.Text(), graph.Telling(meanings)))
		return
	}
	if value.Unit == "" {
		value.Dim = graph.Telling(meanings).Dim // a bare number is in SI units
	}
	c.graph.Values = append(c.graph.Values, graph.Value{Symbol: name, Number: value.Number, Dim: value.Dim, Text: q.Amount.Text(), Span: q.Span()})
}

// digitsApart finds a number whose thousands stand apart, as in 1 000.
var digitsApart = regexp.MustCompile(`^[+-]?\d{1,3}(?:[ \x{a0}\x{202f}']\d{3})+\b`)

// powerOfTen finds a number that is written as a power of ten, or with one.
var powerOfTen = regexp.MustCompile(`^([+-]?[\d.]+)(?: ?[*·×] ?10\^\{?(-?\d+)\}?)`)

// badAmount is the help on a quantity's amount that can't be read; whole where it takes the place of all of it.
func badAmount(text string, err error) (help string, whole bool) {
	number, name := unit.Split(text)
	readable := func(text string) bool { _, err := unit.Parse(text); return err == nil }
	if m := digitsApart.FindString(text); m != "" {
		if together := strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", "'", "").Replace(m) + text[len(m):]; readable(together) {
			return "write " + together, true
		}
	}
	if power := strings.Replace(text, "10^", "1e", 1); strings.HasPrefix(text, "10^") && readable(power) {
		return "write " + power, true
	}
	if power := powerOfTen.ReplaceAllString(text, "${1}e$2"); power != text && readable(power) {
		return "write " + power, true
	}
	if bare := number + " " + strings.Trim(strings.ReplaceAll(strings.ReplaceAll(name, "{", ""), "}", ""), "[] "); name != "" && readable(bare) {
		return "write " + bare, true
	}
	if strings.Contains(name, ",") {
		return "write each quantity on a line of its own", false
	}
	unknown := unit.UnknownError{}
	switch {
	case !errors.As(err, &unknown):
	case isFunction(unknown.Name):
		return "a quantity is a number and a unit; a function goes where the element is declared: force[F=F_0*cos(omega*t)]", false
	case unknown.Equals() != "":
		return "1 " + unknown.Name + " is " + unknown.Equals(), false
	case unknown.Meant() != "":
		if meant := meantUnit(number, name); meant != "" {
			return "did you mean " + meant + "?", false
		}
	}
	return "a quantity is a number and a unit: 200 N/m, 1.5 kg, 9.81 m/s^2", false
}

// meantUnit is the unit of a number with the right names for the wrong ones; "" where some are not to be guessed.
func meantUnit(number, name string) string {
	name = strings.ReplaceAll(name, " per ", "/")
	for range 4 { // names at most
		_, err := unit.Parse(number + " " + name)
		unknown := unit.UnknownError{}
		switch {
		case err == nil:
			return name
		case !errors.As(err, &unknown) || unknown.Meant() == "":
			return ""
		}
		name = strings.Replace(name, unknown.Name, unknown.Meant(), 1)
	}
	return ""
}

// expects says in which unit a quantity is given.
func expects(symbol string, m graph.Meaning) string {
	if m.Doc == "" {
		return fmt.Sprintf("what %s stands for here is given in %s", symbol, m.Dim)
	}
	if m.Dim == unit.None {
		return fmt.Sprintf("%s is the %s, a number without a unit", symbol, m.Doc)
	}
	return fmt.Sprintf("%s is the %s, which is given in %s", symbol, m.Doc, m.Dim)
}

// unitSpan is where a quantity's unit stands.
func (c *checker) unitSpan(q *syntax.Quantity, v unit.Quantity) diag.Span {
	return q.Amount.At(len(q.Amount.Text())-len(v.Unit), len(q.Amount.Text()))
}

// unsaid finds a parameter that may be meant by a symbol that no element has: one that is called so where attributes are
// given, or else one that is given in its unit. The help says how to give it the symbol.
func (c *checker) unsaid(symbol string, value unit.Quantity) (help string, byName bool) {
	for _, byName := range []bool{true, false} {
		for _, e := range c.graph.Elements {
			for i := range e.Kind.Attributes {
				a := &e.Kind.Attributes[i]
				p := e.Params[a.Name]
				if p == nil || graph.ExprName(p).Plain() == "" || byName && a.Name != symbol || !byName && (value.Unit == "" || a.DimIn(e.Domain) != value.Dim) {
					continue
				}
				form := fmt.Sprintf("%s[%s=%s]", e.Kind.Name, a.Name, asSymbol(symbol))
				if !e.Anonymous {
					form = e.Name + " = " + form
				}
				return fmt.Sprintf("the %s of %s is %s; to call it %s, write %s", a.Noun(), e.Phrase(), graph.ExprName(p).Text(), asSymbol(symbol), form), byName
			}
		}
	}
	return "", false
}

// holderOf is an element as it would be written to have a symbol: one whose parameter is called so, or is given in the unit.
func (kinds vocabulary) holderOf(symbol string, value unit.Quantity) string {
	sorts := []func(*component.Kind) bool{(*component.Kind).IsAction, (*component.Kind).IsBody, (*component.Kind).IsConnector}
	for _, byName := range []bool{true, false} {
		for _, ofSort := range sorts {
			for k := range kinds.All() {
				for i := range k.Attributes {
					a := &k.Attributes[i]
					named := a.Name == symbol || a.Default == symbol
					fits := value.Unit == "" || a.Dim == value.Dim || k.Domain == component.Either && a.RotDim == value.Dim
					if ofSort(k) && (a.Type == component.Parameter || a.Type == component.Input) && fits && (named || !byName && value.Unit != "") {
						return fmt.Sprintf("%s[%s=%s]", k.Name, a.Name, asSymbol(symbol))
					}
				}
			}
		}
	}
	return ""
}

func (c *checker) unknownSymbol(q *syntax.Quantity, value unit.Quantity, known map[string][]graph.Meaning) {
	var names []string
	if c.strangers++; c.strangers <= suggestions {
		for _, meanings := range known {
			names = append(names, strings.ReplaceAll(meanings[0].Symbol.Plain(), "lamda", "lambda")) // as Python has it
		}
		slices.Sort(names)
	}
	help := "give it to an element first"
	if holder := c.kinds.holderOf(q.Symbol.Text(), value); holder != "" {
		help += ": " + holder
	}
	if q.Symbol.Text() == settingKind.Attribute("gravity").Default {
		help = "to give the bodies weight, write diagram[gravity]"
	}
	if a := settingKind.Attribute(q.Symbol.Text()); a != nil && a.Type == component.Parameter {
		help = fmt.Sprintf("write %s[%s], and %s = %s", syntax.SettingWord, a.Name, a.Default, q.Amount.Text())
	}
	unsaid, byName := c.unsaid(q.Symbol.Text(), value)
	near := diag.Nearest(q.Symbol.Text(), names)
	switch {
	case c.declared[q.Symbol.Text()] != nil:
		help = q.Symbol.Text() + " is an element, not a symbol"
		if len(names) > 0 && len(names) <= 12 {
			help += "; the symbols of this diagram are " + list(names)
		}
	case near != "" && !byName:
		help = "did you mean " + near + "?"
	case unsaid != "":
		help = unsaid
	case len(names) > 0 && len(names) <= 12:
		help += "; the symbols of this diagram are " + list(names)
	}
	c.report(q.Symbol.Span, fmt.Sprintf("no element has the symbol %s", quote(q.Symbol.Text())), help)
}
