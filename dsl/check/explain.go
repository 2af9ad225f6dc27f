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
)

// Explain says what is wrong with a statement that can't be read, where elements are of a catalog's kinds.
func Explain(catalog *component.Catalog, bad *syntax.Bad) diag.Diagnostic {
	return vocabulary{catalog}.explain(bad.Tokens, bad.At)
}

// explain says what is wrong with a statement whose token at is not what the grammar goes on with. The last of the tokens
// is the statement's end.
func (kinds vocabulary) explain(tokens []syntax.Token, at int) diag.Diagnostic {
	t := &tokens[at]
	prev := &syntax.Token{Type: syntax.NoToken}
	if at > 0 {
		prev = &tokens[at-1]
	}
	d := diag.Diagnostic{Span: t.Span()}
	say := func(summary, help string) diag.Diagnostic {
		d.Summary, d.Help = summary, help
		return d
	}
	open := unclosed(tokens[:at])
	inBrackets := open != nil && open.Text == "["
	if summary, help := kinds.elsewhere(tokens, at); summary != "" {
		if t.Type == syntax.EndToken {
			d.Span = tokens[0].Span()
		}
		return say(summary, help)
	}
	if unclosedBracket(tokens[:at]) && (t.Type == syntax.NumberToken || t.Type == syntax.LinkToken || t.Type == syntax.InvalidToken && fit(t) || t.Text == "(") {
		if prev.Text == "," && t.Type == syntax.NumberToken && decimalComma.MatchString(tokens[at-2].Text+","+t.Text) && prev.Span().End == t.Span().Start {
			d.Span = tokens[at-2].Span().To(d.Span)
			return say("a number can't have a comma", pointHelp(tokens[at-2].Text+","+t.Text))
		}
		if begin, end, summary, help := kinds.unkeyed(tokens, at); summary != "" {
			d.Span = tokens[begin].Span().To(tokens[end-1].Span())
			return say(summary, help)
		}
	}

	switch t.Type {
	case syntax.InvalidToken:
		if strings.ContainsRune("'’′", firstRune(t.Text)) && (prev.Type == syntax.IdentToken || prev.Type == syntax.NameToken) && prev.Span().End == d.Span.Start {
			return say(fmt.Sprintf("%s is not allowed in a name", shown(t)), "names are made of letters, digits and _; labels may have more: label=\""+prev.Text+"'\"")
		}
		d.Summary, d.Help = explainInvalid(t)
		return d
	case syntax.TextToken:
		if setting := asSetting(tokens[0].Text, t.Text); setting != "" && at == 2 {
			return say(tokens[0].Text+" is a setting", "settings go in brackets: "+setting)
		}
		if _, err := unit.Parse(strings.Trim(t.Text, `"`)); err == nil && at == 2 && prev.Text == "=" {
			return say("a quantity takes no quotes", "write "+tokens[0].Text+" = "+strings.Trim(t.Text, `"`))
		}
		if inBrackets {
			return say("a quoted text must be the value of an attribute", "write label="+t.Text)
		}
		return say("a quoted text can't go here", "names and kinds are written without quotes; text for the drawing goes in label=")
	case syntax.NumberToken:
		if inBrackets {
			return say(fmt.Sprintf("the number %s must be the value of an attribute", t.Text), "write, for example, label="+t.Text)
		}
		return say(fmt.Sprintf("a name can't begin with a digit: %s", t.Text), "begin it with a letter")
	}

	switch {
	case prev.Text == "=" && prev.Type == syntax.PunctToken:
		what := tokens[at-2].Text
		if setting := asSetting(what, t.Text); setting != "" {
			return say(what+" is a setting", "settings go in brackets: "+setting)
		}
		switch {
		case tokens[at-2].Type == syntax.KeyToken:
			return say(what+"= needs a value", "write it after the =")
		case t.Type == syntax.EndToken:
			return say("nothing follows "+what+" =", "write what it is, for example "+what+" = spring, or "+what+" = 2.5 kg")
		}
		if value := strings.TrimLeft(source(tokens[at:len(tokens)-1]), "= "); t.Text == "=" && value != "" {
			return say("one = is enough", "write "+what+" = "+quote(value))
		}
		return say(fmt.Sprintf("%s can't follow %s =", shown(t), what), "write a kind of element, or a number and a unit")
	case t.Type == syntax.EndToken && open != nil:
		d.Span = open.Span()
		return say(open.Text+" is not closed", fmt.Sprintf("write %s where it ends, and commas between its parts", closing(open.Text)))
	case open != nil && t.Text == closing(open.Text) && prev.Text == "(":
		d.Span = prev.Span().To(d.Span)
		return say("the group is empty", "write what it holds, for example (spring, damper)")
	case (t.Text == "]" || t.Text == ")") && t.Type == syntax.PunctToken && (open == nil || t.Text != closing(open.Text)):
		if open != nil {
			return say(fmt.Sprintf("%s can't close %s", t.Text, open.Text), "write "+closing(open.Text))
		}
		return say(t.Text+" closes nothing", "remove it, or open it before")
	case prev.Type == syntax.LinkToken && t.Type == syntax.LinkToken:
		return say("two links in a row", "remove one, or put an element between them")
	case t.Type == syntax.LinkToken && tokens[0].Type == syntax.SettingToken && open == nil:
		d.Span = tokens[0].Span()
		return say("settings can't be part of a connection", "write diagram[…] on a line of its own")
	case t.Type == syntax.LinkToken && tokens[0].Type == syntax.NameToken && at > 2 && open == nil:
		return say("a declaration names one element, so a link can't follow", kinds.linked(prev.Text, tokens[at+1].Text))
	case t.Type == syntax.LinkToken && inBrackets:
		return say("a link can't go inside brackets", "close the brackets with ] before it")
	case t.Type == syntax.LinkToken:
		return say("a link needs something before it", "write what it joins, for example wall - spring")
	case prev.Type == syntax.LinkToken && t.Type == syntax.EndToken:
		d.Span = prev.Span()
		return say("a link needs something after it", "write what it joins, or remove the "+prev.Text)
	case prev.Type == syntax.LinkToken:
		return say(fmt.Sprintf("%s can't follow a link", shown(t)), "write an element, or a group such as (spring, damper)")
	case t.Type == syntax.EndToken:
		return kinds.alone(d, tokens)
	case t.Text == "=" && inBrackets:
		return say("the = needs an attribute before it", "write, for example, label=m")
	case t.Text == "=":
		return say("= can't go here", "declare an element on a line of its own: S = spring")
	case t.Text == "[" && prev.Text == ")":
		return say("a group has no attributes", "write them after the elements in it")
	case t.Text == "[":
		return say("brackets can't go here", "attributes follow a kind of element: spring[k=85]")
	case t.Text == "," && inBrackets:
		return say("an attribute is missing before the comma", "remove the comma, or write the attribute")
	case at > 2 && open == nil && t.Text == "," && tokens[min(at+2, len(tokens)-1)].Text == "=" && !kinds.hasAttribute(prev.Text, tokens[at+1].Text):
		return say("a comma doesn't end a statement", "write each statement on a line of its own, or ; between them")
	case t.Text == "," && tokens[0].Type == syntax.NameToken && at == 3:
		return say("a comma can't go here", fmt.Sprintf("attributes go in square brackets: %s[…]", prev.Text))
	case t.Text == ",":
		return say("a comma can't go here", "elements in parallel go in parentheses: (spring, damper)")
	case prev.Text == "," && t.Text == ")":
		return say("something is missing after the comma", "remove the comma, or write an element after it")
	case open != nil && !inBrackets && t.Type == syntax.IdentToken:
		return say(fmt.Sprintf("a comma or a link is missing between %s and %s", shown(prev), shown(t)),
			fmt.Sprintf("write %s, %s in parallel, or %s - %s in series", prev.Text, t.Text, prev.Text, t.Text))
	case t.Text == "(" && kinds.Lookup(prev.Text) != nil && prev.Span().End == t.Span().Start:
		return say("attributes go in square brackets", "write "+prev.Text+"[…]")
	case at == 3 && tokens[1].Text == "=" && kinds.isKind(t.Text) && prev.Type == syntax.IdentToken && !kinds.isKind(prev.Text):
		return say(fmt.Sprintf("%s can't stand between = and %s", shown(prev), t.Text), "write "+tokens[0].Text+" = "+t.Text)
	case at == 1 && len(tokens) > 3 && tokens[2].Text == "=" && !kinds.isKind(prev.Text):
		return say(fmt.Sprintf("%s can't follow %s", shown(t), shown(prev)), "write "+quote(source(tokens[1:len(tokens)-1])))
	case open == nil && kinds.startsAnew(tokens, at):
		return say(fmt.Sprintf("the statement should end between %s and %s", shown(prev), shown(t)), "write each statement on a line of its own, or ; between them")
	case tokens[min(at+1, len(tokens)-1)].Text == "=" && open == nil && at > 0:
		return say(fmt.Sprintf("%s can't follow %s", shown(t), shown(prev)), fmt.Sprintf("attributes go in square brackets: %s[%s=…]", prev.Text, t.Text))
	case inBrackets && isFunction(t.Text):
		if begin, end, summary, help := kinds.unkeyed(tokens, at); summary != "" && strings.Contains(help, "*") {
			d.Span = tokens[begin].Span().To(tokens[end-1].Span())
			return say(summary, help)
		}
		d.Span = prev.Span().To(d.Span)
		return say("an expression must be the value of an attribute", "write * between factors, and the argument of a function in parentheses: F=F_0*cos(omega*t)")
	case inBrackets:
		return say(fmt.Sprintf("a comma is missing between %s and %s", shown(prev), shown(t)), fmt.Sprintf("write %s, %s", prev.Text, t.Text))
	case at == 1 && (len(tokens) == 3 || tokens[2].Type == syntax.PunctToken) && t.Type == syntax.IdentToken && kinds.kindOf(prev.Text) != "" && kinds.kindOf(t.Text) == "":
		kind := kinds.kindOf(prev.Text)
		if len(tokens) > 3 {
			kind += "[…]"
		}
		return say(fmt.Sprintf("a = is missing between %s and %s", shown(t), kind), fmt.Sprintf("write %s = %s to declare the element", t.Text, kind))
	case at == 1 && len(tokens) == 3 && kinds.isKind(t.Text) && !kinds.isKind(prev.Text):
		name, kind := prev.Text, t.Text
		return say(fmt.Sprintf("a link or a = is missing between %s and %s", shown(prev), shown(t)),
			fmt.Sprintf("write %s = %s to declare the element, or %s - %s to join two", name, kind, prev.Text, t.Text))
	case at > 0 && t.Text == "(":
		return say(fmt.Sprintf("a link is missing between %s and (", shown(prev)), fmt.Sprintf("write %s - (…)", prev.Text))
	case at > 0 && kinds.isKind(prev.Text) && kinds.Lookup(prev.Text).Main != "" && kinds.looksLikeSymbol(t.Text):
		main := kinds.Lookup(prev.Text).Attribute(kinds.Lookup(prev.Text).Main)
		return say(fmt.Sprintf("a link is missing between %s and %s", shown(prev), shown(t)),
			fmt.Sprintf("write %s - %s to join the two, or %s[%s=%s] if %s is the %s", prev.Text, t.Text, prev.Text, main.Name, asSymbol(t.Text), t.Text, main.Noun()))
	case at > 0:
		return say(fmt.Sprintf("a link is missing between %s and %s", shown(prev), shown(t)), fmt.Sprintf("write %s - %s", prev.Text, t.Text))
	}
	return say(fmt.Sprintf("%s can't begin a statement", shown(t)), "a statement is T = trolley, W - S - T, m = 2 kg or diagram[…]")
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

// alone explains a statement that ends too early: an element that is joined to nothing.
func (kinds vocabulary) alone(d diag.Diagnostic, tokens []syntax.Token) diag.Diagnostic {
	first := &tokens[0]
	d.Span = first.Span()
	d.Summary = first.Text + " means nothing on its own"
	d.Help = fmt.Sprintf("declare it (%s = trolley) or join it to something (%s - spring - …)", first.Text, first.Text)
	if kinds.Lookup(first.Text) != nil {
		d.Help = fmt.Sprintf("give it a name (%c = %s) or join it to something (%s - …)", unicode.ToUpper(firstRune(first.Text)), first.Text, first.Text)
	}
	if first.Text == "(" {
		d.Span = d.Span.To(tokens[len(tokens)-2].Span())
		d.Summary, d.Help = "the group joins nothing", "write what it joins: wall - (…) - trolley"
	}
	if attr := settingKind.Attribute(first.Text); attr != nil && attr.Type == component.Parameter {
		d.Help = fmt.Sprintf("for all bodies, write %s[%s]; for one of them, M - %s", syntax.SettingWord, attr.Name, attr.Name)
	} else if attr := settingKind.Word(first.Text); attr != nil && kinds.Lookup(first.Text) == nil {
		d.Help = fmt.Sprintf("settings go in brackets: %s[%s=%s]", syntax.SettingWord, attr.Name, first.Text)
	}
	if first.Text == syntax.SettingWord {
		d.Summary, d.Help = "the settings are missing", "write them in brackets: diagram[origin=wall]"
	}
	return d
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
	case !unicode.IsGraphic(r):
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
