package check

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/dsl/graph"
	"diagram/dsl/syntax"
	"diagram/symbolic"
)

// attributes checks what the author says about an element and takes it over.
func (c *checker) attributes(e *graph.Element, as []*syntax.Attribute) {
	gs := c.givens(e, as)
	c.uses[e.ID].given = gs
	for i := range gs {
		switch g := &gs[i]; {
		case g.attribute.Name == "at":
			e.Rank = &g.number
		case g.attribute.Name == "label":
			e.LabelSpan = g.span
		case g.attribute.Name == "note":
			var err error
			if e.Note, err = readNote(g.text); err != nil {
				c.badWords(g.value, err)
			}
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
	wordy := main == nil && !e.Kind.Action().Marks // what has no symbol is labelled with words
	text, err := readLabel(label.text, v.Quoted() || wordy)
	if e.Kind.Action().Marks && err == nil {
		e.Marked, _ = readCoordinate(text.symbol) // else it names no coordinate
	}
	switch {
	case err != nil:
		c.badWords(v, err)
	case text.annotates:
		label.name, label.listed = text.words.Name(), text.listed
		if gives {
			label.expr = leadingSymbol(main, text.symbol)
		}
		if text.valued && label.expr != nil {
			_, err := readParameter(v.Text(), true)
			c.badParameter(e.Kind, label.attribute, v, err)
		}
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

const labelHelp = `a label is a symbol, a number, LaTeX math in quotes ("\dot m_1"), or words in quotes; note="…" shows what gives no symbol`

// resolve checks attributes against those that a kind has.
func (c *checker) resolve(k *component.Kind, as []*syntax.Attribute) []given {
	if len(as) == 0 {
		return nil
	}
	said := make([]given, 0, len(as))
	for i, a := range as {
		if c.unquoted(k, as, i) {
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

// unquoted reports an unknown word that continues the text before it, of several words without quotes.
func (c *checker) unquoted(k *component.Kind, as []*syntax.Attribute, i int) bool {
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
	otherwise := "its options are " + list(known)
	if k == partKind {
		otherwise = fmt.Sprintf(`write title="%s"`, quote(word))
	}
	help := c.misnamed(k, word, nil, append(words(k), keys(k)...), otherwise)
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
	if k == partKind && k.AskedFor(word) == nil && settingKind.Attribute(word) != nil {
		return fmt.Sprintf("settings are of the whole figure: write %s[%s]", syntax.SettingWord, assigned(word, v))
	}
	if help := c.kinds.meantOption(k, word, v); help != "" {
		return help
	}
	return suggest(c.kinds.nearWord(word, known), otherwise)
}

// assigned is a word as it is written before a value, or alone.
func assigned(word string, v *syntax.Literal) string {
	if v == nil {
		return word
	}
	return word + "=" + v.Raw
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
