package check

import (
	"fmt"
	"strings"

	"diagram/dsl/syntax"
)

// between explains what can't follow what stands before it, by where the statement or its brackets should go on otherwise.
func (m *mistake) between() bool {
	switch {
	case m.open != nil && !m.inBrackets() && m.t.Type == syntax.IdentToken:
		return m.say(fmt.Sprintf("a comma or a link is missing between %s and %s", shown(m.prev), shown(m.t)),
			fmt.Sprintf("write %s, %s in parallel, or %s - %s in series", m.prev.Text, m.t.Text, m.prev.Text, m.t.Text))
	case m.t.Text == "(" && m.kinds.Lookup(m.prev.Text) != nil && m.prev.Span().End == m.t.Span().Start:
		return m.say("attributes go in square brackets", "write "+m.prev.Text+"[…]")
	case m.at == 3 && m.tokens[1].Text == "=" && m.kinds.isKind(m.t.Text) && m.prev.Type == syntax.IdentToken && !m.kinds.isKind(m.prev.Text):
		return m.say(fmt.Sprintf("%s can't stand between = and %s", shown(m.prev), m.t.Text), "write "+m.tokens[0].Text+" = "+m.t.Text)
	case m.at == 1 && len(m.tokens) > 3 && m.tokens[2].Text == "=" && !m.kinds.isKind(m.prev.Text):
		return m.say(fmt.Sprintf("%s can't follow %s", shown(m.t), shown(m.prev)), "write "+quote(source(m.tokens[1:len(m.tokens)-1])))
	case m.open == nil && m.kinds.startsAnew(m.tokens, m.at):
		return m.say(fmt.Sprintf("the statement should end between %s and %s", shown(m.prev), shown(m.t)), "write each statement on a line of its own, or ; between them")
	case m.tokens[min(m.at+1, len(m.tokens)-1)].Text == "=" && m.open == nil && m.at > 0:
		return m.say(fmt.Sprintf("%s can't follow %s", shown(m.t), shown(m.prev)), fmt.Sprintf("attributes go in square brackets: %s[%s=…]", m.prev.Text, m.t.Text))
	case m.inBrackets() && isFunction(m.t.Text):
		if begin, end, summary, help := m.kinds.unkeyed(m.tokens, m.at); summary != "" && strings.Contains(help, "*") {
			m.Span = m.tokens[begin].Span().To(m.tokens[end-1].Span())
			return m.say(summary, help)
		}
		m.Span = m.prev.Span().To(m.Span)
		return m.say("an expression must be the value of an attribute", "write * between factors, and the argument of a function in parentheses: F=F_0*cos(omega*t)")
	case m.inBrackets():
		return m.say(fmt.Sprintf("a comma is missing between %s and %s", shown(m.prev), shown(m.t)), fmt.Sprintf("write %s, %s", m.prev.Text, m.t.Text))
	}
	return false
}

// unjoined explains two words or groups that nothing joins.
func (m *mistake) unjoined() bool {
	switch {
	case m.at == 1 && (len(m.tokens) == 3 || m.tokens[2].Type == syntax.PunctToken) && m.t.Type == syntax.IdentToken && m.kinds.kindOf(m.prev.Text) != "" && m.kinds.kindOf(m.t.Text) == "":
		kind := m.kinds.kindOf(m.prev.Text)
		if len(m.tokens) > 3 {
			kind += "[…]"
		}
		return m.say(fmt.Sprintf("a = is missing between %s and %s", shown(m.t), kind), fmt.Sprintf("write %s = %s to declare the element", m.t.Text, kind))
	case m.at == 1 && len(m.tokens) == 3 && m.kinds.isKind(m.t.Text) && !m.kinds.isKind(m.prev.Text):
		name, kind := m.prev.Text, m.t.Text
		return m.say(fmt.Sprintf("a link or a = is missing between %s and %s", shown(m.prev), shown(m.t)),
			fmt.Sprintf("write %s = %s to declare the element, or %s - %s to join two", name, kind, m.prev.Text, m.t.Text))
	case m.at > 0 && m.t.Text == "(":
		return m.say(fmt.Sprintf("a link is missing between %s and (", shown(m.prev)), fmt.Sprintf("write %s - (…)", m.prev.Text))
	case m.at > 0 && m.kinds.isKind(m.prev.Text) && m.kinds.Lookup(m.prev.Text).Main != "" && m.kinds.looksLikeSymbol(m.t.Text):
		main := m.kinds.Lookup(m.prev.Text).Attribute(m.kinds.Lookup(m.prev.Text).Main)
		return m.say(fmt.Sprintf("a link is missing between %s and %s", shown(m.prev), shown(m.t)),
			fmt.Sprintf("write %s - %s to join the two, or %s[%s=%s] if %s is the %s", m.prev.Text, m.t.Text, m.prev.Text, main.Name, asSymbol(m.t.Text), m.t.Text, main.Noun()))
	case m.at > 0:
		return m.say(fmt.Sprintf("a link is missing between %s and %s", shown(m.prev), shown(m.t)), fmt.Sprintf("write %s - %s", m.prev.Text, m.t.Text))
	}
	return false
}

// linked says how elements are linked that a declaration tries to link.
func (kinds vocabulary) linked(a, b string) string {
	if kinds.isConnector(a) && kinds.isConnector(b) {
		return fmt.Sprintf("link them where they are used: %s - %s in series, (%s, %s) in parallel", a, b, a, b)
	}
	return "write the connection on a line of its own"
}

// startsAnew reports whether what follows a whole statement is the next one, as if its line had not ended.
func (kinds vocabulary) startsAnew(tokens []syntax.Token, at int) bool {
	next := &tokens[min(at+1, len(tokens)-1)]
	declared := at >= 3 && tokens[1].Text == "=" && tokens[1].Type == syntax.PunctToken
	joined := at >= 3 && tokens[1].Type == syntax.LinkToken && tokens[at-1].Type == syntax.IdentToken
	return tokens[at].Type != syntax.PunctToken && (declared && !kinds.hasAttribute(tokens[at-1].Text, tokens[at].Text) && (next.Type == syntax.LinkToken || next.Text == "=") || joined && next.Type == syntax.LinkToken && tokens[at-1].Text == tokens[at].Text)
}

// kindOf is the kind that a word names, in whatever case; "" where it names none.
func (kinds vocabulary) kindOf(word string) string {
	if word = strings.ToLower(word); kinds.isKind(word) {
		return word
	}
	return ""
}

// hasAttribute reports whether a kind has an attribute of a name.
func (kinds vocabulary) hasAttribute(kind, name string) bool {
	k := kinds.Lookup(kind)
	return k != nil && k.Attribute(name) != nil
}

func (kinds vocabulary) isKind(word string) bool { return kinds.Lookup(word) != nil }

func (kinds vocabulary) isConnector(kind string) bool {
	k := kinds.Lookup(kind)
	return k != nil && k.IsConnector()
}
