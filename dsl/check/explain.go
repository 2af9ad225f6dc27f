package check

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/dsl/syntax"
	"diagram/dsl/unit"
	"diagram/dsl/unseen"
)

// mistake is a statement whose token t is not what the grammar goes on with, and what is said of it. The last of its tokens is the
// statement's end.
type mistake struct {
	diag.Diagnostic
	kinds  vocabulary
	tokens []syntax.Token
	at     int
	t      *syntax.Token
	prev   *syntax.Token // the one before
	open   *syntax.Token // the innermost bracket that is open there; nil where there is none
}

func (m *mistake) inBrackets() bool { return m.open != nil && m.open.Text == "[" }

// say says what is wrong. It is true, as what is said is found.
func (m *mistake) say(summary, help string) bool {
	m.Summary, m.Help = summary, help
	return true
}

// Explain says what is wrong with a statement that can't be read, where elements are of a catalog's kinds. The explanations are
// tried from the most particular one to the most general.
func Explain(catalog *component.Catalog, bad *syntax.Bad) diag.Diagnostic {
	m := &mistake{kinds: vocabulary{catalog}, tokens: bad.Tokens, at: bad.At, t: &bad.Tokens[bad.At], prev: &syntax.Token{}}
	if m.at > 0 {
		m.prev = &m.tokens[m.at-1]
	}
	m.open, m.Span = unclosed(m.tokens[:m.at]), m.t.Span()
	for _, explains := range []func() bool{
		m.part, m.foreign, m.unkeyed, m.misplaced, m.afterEquals, m.brackets, m.links, m.alone, m.marks, m.between, m.unjoined,
	} {
		if explains() {
			return m.Diagnostic
		}
	}
	m.say(fmt.Sprintf("%s can't begin a statement", shown(m.t)), "a statement is T = trolley, W - S - T, m = 2 kg or diagram[…]")
	return m.Diagnostic
}

// foreign explains what other languages would mean by it.
func (m *mistake) foreign() bool {
	summary, help := m.kinds.elsewhere(m.tokens, m.at)
	if m.t.Type == syntax.EndToken && summary != "" {
		m.Span = m.tokens[0].Span()
	}
	return summary != "" && m.say(summary, help)
}

// unkeyed explains a value in brackets without the attribute that it is of.
func (m *mistake) unkeyed() bool {
	t, prev := m.t, m.prev
	if !unclosedBracket(m.tokens[:m.at]) || t.Type != syntax.NumberToken && t.Type != syntax.LinkToken && (t.Type != syntax.InvalidToken || !fit(t)) && t.Text != "(" {
		return false
	}
	if prev.Text == "," && t.Type == syntax.NumberToken && decimalComma.MatchString(m.tokens[m.at-2].Text+","+t.Text) && prev.Span().End == t.Span().Start {
		m.Span = m.tokens[m.at-2].Span().To(m.Span)
		return m.say("a number can't have a comma", pointHelp(m.tokens[m.at-2].Text+","+t.Text))
	}
	begin, end, summary, help := m.kinds.unkeyed(m.tokens, m.at)
	if summary != "" {
		m.Span = m.tokens[begin].Span().To(m.tokens[end-1].Span())
	}
	return summary != "" && m.say(summary, help)
}

// misplaced explains a token that is part of no statement.
func (m *mistake) misplaced() bool {
	switch m.t.Type {
	case syntax.InvalidToken:
		if strings.ContainsRune("'’′", firstRune(m.t.Text)) && (m.prev.Type == syntax.IdentToken || m.prev.Type == syntax.NameToken) && m.prev.Span().End == m.Span.Start {
			return m.say(fmt.Sprintf("%s is not allowed in a name", shown(m.t)), "names are made of letters, digits and _; labels may have more: label=\""+m.prev.Text+"'\"")
		}
		return m.say(explainInvalid(m.t))
	case syntax.TextToken:
		if setting := asSetting(m.tokens[0].Text, m.t.Text); setting != "" && m.at == 2 {
			return m.say(m.tokens[0].Text+" is a setting", "settings go in brackets: "+setting)
		}
		if _, err := unit.Parse(strings.Trim(m.t.Text, `"`)); err == nil && m.at == 2 && m.prev.Text == "=" {
			return m.say("a quantity takes no quotes", "write "+m.tokens[0].Text+" = "+strings.Trim(m.t.Text, `"`))
		}
		if m.inBrackets() {
			return m.say("a quoted text must be the value of an attribute", "write "+m.textual()+"="+m.t.Text)
		}
		return m.say("a quoted text can't go here", "names and kinds are written without quotes; text for the drawing goes in label=")
	case syntax.NumberToken:
		if m.inBrackets() {
			return m.say(fmt.Sprintf("the number %s must be the value of an attribute", m.t.Text), "write, for example, label="+m.t.Text)
		}
		return m.say(fmt.Sprintf("a name can't begin with a digit: %s", m.t.Text), "begin it with a letter")
	}
	return false
}

// textual is the attribute for words where the mistake is.
func (m *mistake) textual() string {
	if first := m.tokens[0].Type; first == syntax.PartToken || first == syntax.SettingToken {
		return "title"
	}
	return "label"
}

// afterEquals explains what is no value.
func (m *mistake) afterEquals() bool {
	if !m.prev.Is("=") {
		return false
	}
	what := m.tokens[m.at-2].Text
	if setting := asSetting(what, m.t.Text); setting != "" {
		return m.say(what+" is a setting", "settings go in brackets: "+setting)
	}
	switch {
	case m.tokens[m.at-2].Type == syntax.KeyToken:
		return m.say(what+"= needs a value", "write it after the =")
	case m.t.Type == syntax.EndToken:
		return m.say("nothing follows "+what+" =", "write what it is, for example "+what+" = spring, or "+what+" = 2.5 kg")
	}
	if value := strings.TrimLeft(source(m.tokens[m.at:len(m.tokens)-1]), "= "); m.t.Text == "=" && value != "" {
		return m.say("one = is enough", "write "+what+" = "+quote(value))
	}
	return m.say(fmt.Sprintf("%s can't follow %s =", shown(m.t), what), "write a kind of element, or a number and a unit")
}

// brackets explains those that don't match.
func (m *mistake) brackets() bool {
	switch {
	case m.t.Type == syntax.EndToken && m.open != nil:
		m.Span = m.open.Span()
		return m.say(m.open.Text+" is not closed", fmt.Sprintf("write %s where it ends, and commas between its parts", closing(m.open.Text)))
	case m.open != nil && m.t.Text == closing(m.open.Text) && m.prev.Text == "(":
		m.Span = m.prev.Span().To(m.Span)
		return m.say("the group is empty", "write what it holds, for example (spring, damper)")
	case (m.t.Text == "]" || m.t.Text == ")") && m.t.Type == syntax.PunctToken && (m.open == nil || m.t.Text != closing(m.open.Text)):
		if m.open != nil {
			return m.say(fmt.Sprintf("%s can't close %s", m.t.Text, m.open.Text), "write "+closing(m.open.Text))
		}
		return m.say(m.t.Text+" closes nothing", "remove it, or open it before")
	}
	return false
}

// links explains a link that joins nothing, and what no link can join.
func (m *mistake) links() bool {
	switch {
	case m.prev.Type == syntax.LinkToken && m.t.Type == syntax.LinkToken:
		return m.say("two links in a row", "remove one, or put an element between them")
	case m.t.Type == syntax.LinkToken && m.tokens[0].Type == syntax.SettingToken && m.open == nil:
		m.Span = m.tokens[0].Span()
		return m.say("settings can't be part of a connection", "write diagram[…] on a line of its own")
	case m.t.Type == syntax.LinkToken && m.tokens[0].Type == syntax.NameToken && m.at > 2 && m.open == nil:
		return m.say("a declaration names one element, so a link can't follow", m.kinds.linked(m.prev.Text, m.tokens[m.at+1].Text))
	case m.t.Type == syntax.LinkToken && m.inBrackets():
		return m.say("a link can't go inside brackets", "close the brackets with ] before it")
	case m.t.Type == syntax.LinkToken:
		return m.say("a link needs something before it", "write what it joins, for example wall - spring")
	case m.prev.Type == syntax.LinkToken && m.t.Type == syntax.EndToken:
		m.Span = m.prev.Span()
		return m.say("a link needs something after it", "write what it joins, or remove the "+m.prev.Text)
	case m.prev.Type == syntax.LinkToken:
		return m.say(fmt.Sprintf("%s can't follow a link", shown(m.t)), "write an element, or a group such as (spring, damper)")
	}
	return false
}

// marks explains a punctuation mark in the wrong place.
func (m *mistake) marks() bool {
	switch {
	case m.t.Text == "=" && m.inBrackets():
		return m.say("the = needs an attribute before it", "write, for example, label=m")
	case m.t.Text == "=":
		return m.say("= can't go here", "declare an element on a line of its own: S = spring")
	case m.t.Text == "[" && m.prev.Text == ")":
		return m.say("a group has no attributes", "write them after the elements in it")
	case m.t.Text == "[":
		return m.say("brackets can't go here", "attributes follow a kind of element: spring[k=85]")
	case m.t.Text == "," && m.inBrackets():
		return m.say("an attribute is missing before the comma", "remove the comma, or write the attribute")
	case m.at > 2 && m.open == nil && m.t.Text == "," && m.tokens[min(m.at+2, len(m.tokens)-1)].Text == "=" && !m.kinds.hasAttribute(m.prev.Text, m.tokens[m.at+1].Text):
		return m.say("a comma doesn't end a statement", "write each statement on a line of its own, or ; between them")
	case m.t.Text == "," && m.tokens[0].Type == syntax.NameToken && m.at == 3:
		return m.say("a comma can't go here", fmt.Sprintf("attributes go in square brackets: %s[…]", m.prev.Text))
	case m.t.Text == ",":
		return m.say("a comma can't go here", "elements in parallel go in parentheses: (spring, damper)")
	case m.prev.Text == "," && m.t.Text == ")":
		return m.say("something is missing after the comma", "remove the comma, or write an element after it")
	}
	return false
}

// alone explains a statement that ends too early: an element that is joined to nothing.
func (m *mistake) alone() bool {
	if m.t.Type != syntax.EndToken {
		return false
	}
	first := &m.tokens[0]
	m.Span = first.Span()
	m.Summary = first.Text + " means nothing on its own"
	m.Help = fmt.Sprintf("declare it (%s = trolley) or join it to something (%s - spring - …)", first.Text, first.Text)
	if m.kinds.Lookup(first.Text) != nil {
		m.Help = fmt.Sprintf("give it a name (%c = %s) or join it to something (%s - …)", unicode.ToUpper(firstRune(first.Text)), first.Text, first.Text)
	}
	if first.Text == "(" {
		m.Span = m.Span.To(m.tokens[len(m.tokens)-2].Span())
		m.Summary, m.Help = "the group joins nothing", "write what it joins: wall - (…) - trolley"
	}
	if attr := settingKind.Attribute(first.Text); attr != nil && attr.Type == component.Parameter {
		m.Help = fmt.Sprintf("for all bodies, write %s[%s]; for one of them, M - %s", syntax.SettingWord, attr.Name, attr.Name)
	} else if attr := settingKind.Word(first.Text); attr != nil && m.kinds.Lookup(first.Text) == nil {
		m.Help = fmt.Sprintf("settings go in brackets: %s[%s=%s]", syntax.SettingWord, attr.Name, first.Text)
	}
	if first.Text == syntax.SettingWord {
		m.Summary, m.Help = "the settings are missing", "write them in brackets: diagram[origin=wall]"
	}
	return true
}

// What is said of quotes that an editor or another language has put in the place of straight ones.
const (
	curlyQuotes    = "“”„‟«»‘’'`"
	noQuote        = "%c is not a quotation mark here"
	straightQuotes = `write straight double quotes: "…"`
)

// explainInvalid says what is wrong with characters that aren't part of the language.
func explainInvalid(t *syntax.Token) (summary, help string) {
	r, _ := utf8.DecodeRuneInString(t.Text)
	at, summary, help := syntax.Unfit(t.Text)
	switch {
	case at >= 0:
		return summary, help
	case r == '"':
		return "the quoted text is not closed", `write " where it ends, on the same line; within it, \" stands for a quotation mark`
	case unicode.IsSpace(r):
		return fmt.Sprintf("the character U+%04X is not an ordinary blank", r), "write a plain space in its place"
	case unseen.Is(r):
		return fmt.Sprintf("the character U+%04X is invisible", r), "remove it"
	case strings.ContainsRune(curlyQuotes, r):
		return fmt.Sprintf(noQuote, r), straightQuotes
	case r == '(' || r == '[':
		return fmt.Sprintf("groups are nested more than %d deep", syntax.MaxDepth), "write some of them as connections of their own"
	case r == '{' || r == '}':
		return fmt.Sprintf("%c is not allowed here", r), `attributes go in [ ], groups in ( ), and LaTeX in quotes: "m_{1}"`
	case r == '\\' || r == '$' || r == '^':
		return fmt.Sprintf("%c is not allowed here", r), `put LaTeX in quotes, without $: "\lambda_1"`
	}
	return fmt.Sprintf("%s is not allowed here", quote(t.Text)), "names are made of letters, digits and _"
}

// fit reports whether a token holds nothing that is allowed nowhere.
func fit(t *syntax.Token) bool {
	at, _, _ := syntax.Unfit(t.Text)
	return at < 0
}

// shown names a token in a message.
func shown(t *syntax.Token) string {
	switch t.Type {
	case syntax.EndToken:
		return "the end of the line"
	case syntax.LinkToken:
		return "a link"
	}
	return quote(t.Text)
}

// quote shows a part of the source in a message, cut where it is long.
func quote(text string) string {
	const longest = 40
	if utf8.RuneCountInString(text) > longest {
		text = string([]rune(text)[:longest]) + "…"
	}
	return text
}

// unclosedBracket reports whether the tokens leave a [ open, whatever else.
func unclosedBracket(tokens []syntax.Token) bool {
	for i := len(tokens) - 1; i >= 0; i-- {
		if tokens[i].Type == syntax.PunctToken && strings.Contains("[]", tokens[i].Text) {
			return tokens[i].Text == "["
		}
	}
	return false
}

// unclosed is the innermost bracket that the tokens leave open.
func unclosed(tokens []syntax.Token) *syntax.Token {
	var open []*syntax.Token
	for i := range tokens {
		if tokens[i].Type != syntax.PunctToken {
			continue
		}
		switch tokens[i].Text {
		case "[", "(":
			open = append(open, &tokens[i])
		case "]", ")":
			if len(open) > 0 {
				open = open[:len(open)-1]
			}
		}
	}
	if len(open) == 0 {
		return nil
	}
	return open[len(open)-1]
}

// closing is the bracket that closes open.
func closing(open string) string {
	if open == "[" {
		return "]"
	}
	return ")"
}
