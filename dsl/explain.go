package dsl

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/dsl/unit"

	"github.com/alecthomas/participle/v2/lexer"
)

// explain says what is wrong with a statement whose token at is not what the grammar goes on with. The last of the tokens
// is the statement's end.
func explain(tokens []lexer.Token, at int) diag.Diagnostic {
	t := &tokens[at]
	prev := &lexer.Token{Type: lexer.EOF}
	if at > 0 {
		prev = &tokens[at-1]
	}
	d := diag.Diagnostic{Span: tokenSpan(t)}
	say := func(summary, help string) diag.Diagnostic {
		d.Summary, d.Help = summary, help
		return d
	}
	open := unclosed(tokens[:at])
	inBrackets := open != nil && open.Value == "["
	if summary, help := elsewhere(tokens, at); summary != "" {
		if t.Type == endToken {
			d.Span = tokenSpan(&tokens[0])
		}
		return say(summary, help)
	}
	if unclosedBracket(tokens[:at]) && (t.Type == numberToken || t.Type == linkToken || t.Type == invalidToken && fit(t.Value) || t.Value == "(") {
		if prev.Value == "," && t.Type == numberToken && decimalComma.MatchString(tokens[at-2].Value+","+t.Value) && tokenSpan(prev).End == tokenSpan(t).Start {
			d.Span = tokenSpan(&tokens[at-2]).To(d.Span)
			return say("a number can't have a comma", pointHelp(tokens[at-2].Value+","+t.Value))
		}
		if begin, end, summary, help := unkeyed(tokens, at); summary != "" {
			d.Span = tokenSpan(&tokens[begin]).To(tokenSpan(&tokens[end-1]))
			return say(summary, help)
		}
	}

	switch t.Type {
	case invalidToken:
		if strings.ContainsRune("'’′", firstRune(t.Value)) && (prev.Type == identToken || prev.Type == nameToken) && tokenSpan(prev).End == d.Span.Start {
			return say(fmt.Sprintf("%s is not allowed in a name", shown(t)), "names are made of letters, digits and _; labels may have more: label=\""+prev.Value+"'\"")
		}
		d.Summary, d.Help = explainInvalid(t)
		return d
	case textToken:
		if setting := asSetting(tokens[0].Value, t.Value); setting != "" && at == 2 {
			return say(tokens[0].Value+" is a setting", "settings go in brackets: "+setting)
		}
		if _, err := unit.Parse(strings.Trim(t.Value, `"`)); err == nil && at == 2 && prev.Value == "=" {
			return say("a quantity takes no quotes", "write "+tokens[0].Value+" = "+strings.Trim(t.Value, `"`))
		}
		if inBrackets {
			return say("a quoted text must be the value of an attribute", "write label="+t.Value)
		}
		return say("a quoted text can't go here", "names and kinds are written without quotes; text for the drawing goes in label=")
	case numberToken:
		if inBrackets {
			return say(fmt.Sprintf("the number %s must be the value of an attribute", t.Value), "write, for example, label="+t.Value)
		}
		return say(fmt.Sprintf("a name can't begin with a digit: %s", t.Value), "begin it with a letter")
	}

	switch {
	case prev.Value == "=" && prev.Type == punctToken:
		what := tokens[at-2].Value
		if setting := asSetting(what, t.Value); setting != "" {
			return say(what+" is a setting", "settings go in brackets: "+setting)
		}
		switch {
		case tokens[at-2].Type == keyToken:
			return say(what+"= needs a value", "write it after the =")
		case t.Type == endToken:
			return say("nothing follows "+what+" =", "write what it is, for example "+what+" = spring, or "+what+" = 2.5 kg")
		}
		if value := strings.TrimLeft(source(tokens[at:len(tokens)-1]), "= "); t.Value == "=" && value != "" {
			return say("one = is enough", "write "+what+" = "+quote(value))
		}
		return say(fmt.Sprintf("%s can't follow %s =", shown(t), what), "write a kind of element, or a number and a unit")
	case t.Type == endToken && open != nil:
		d.Span = tokenSpan(open)
		return say(open.Value+" is not closed", fmt.Sprintf("write %s where it ends, and commas between its parts", closing(open.Value)))
	case open != nil && t.Value == closing(open.Value) && prev.Value == "(":
		d.Span = tokenSpan(prev).To(d.Span)
		return say("the group is empty", "write what it holds, for example (spring, damper)")
	case (t.Value == "]" || t.Value == ")") && t.Type == punctToken && (open == nil || t.Value != closing(open.Value)):
		if open != nil {
			return say(fmt.Sprintf("%s can't close %s", t.Value, open.Value), "write "+closing(open.Value))
		}
		return say(t.Value+" closes nothing", "remove it, or open it before")
	case prev.Type == linkToken && t.Type == linkToken:
		return say("two links in a row", "remove one, or put an element between them")
	case t.Type == linkToken && tokens[0].Type == settingToken && open == nil:
		d.Span = tokenSpan(&tokens[0])
		return say("settings can't be part of a connection", "write diagram[…] on a line of its own")
	case t.Type == linkToken && tokens[0].Type == nameToken && at > 2 && open == nil:
		return say("a declaration names one element, so a link can't follow", linked(prev.Value, tokens[at+1].Value))
	case t.Type == linkToken && inBrackets:
		return say("a link can't go inside brackets", "close the brackets with ] before it")
	case t.Type == linkToken:
		return say("a link needs something before it", "write what it joins, for example wall - spring")
	case prev.Type == linkToken && t.Type == endToken:
		d.Span = tokenSpan(prev)
		return say("a link needs something after it", "write what it joins, or remove the "+prev.Value)
	case prev.Type == linkToken:
		return say(fmt.Sprintf("%s can't follow a link", shown(t)), "write an element, or a group such as (spring, damper)")
	case t.Type == endToken:
		return alone(d, tokens)
	case t.Value == "=" && inBrackets:
		return say("the = needs an attribute before it", "write, for example, label=m")
	case t.Value == "=":
		return say("= can't go here", "declare an element on a line of its own: S = spring")
	case t.Value == "[" && prev.Value == ")":
		return say("a group has no attributes", "write them after the elements in it")
	case t.Value == "[":
		return say("brackets can't go here", "attributes follow a kind of element: spring[k=85]")
	case t.Value == "," && inBrackets:
		return say("an attribute is missing before the comma", "remove the comma, or write the attribute")
	case at > 2 && open == nil && t.Value == "," && tokens[min(at+2, len(tokens)-1)].Value == "=" && !hasAttribute(prev.Value, tokens[at+1].Value):
		return say("a comma doesn't end a statement", "write each statement on a line of its own, or ; between them")
	case t.Value == "," && tokens[0].Type == nameToken && at == 3:
		return say("a comma can't go here", fmt.Sprintf("attributes go in square brackets: %s[…]", prev.Value))
	case t.Value == ",":
		return say("a comma can't go here", "elements in parallel go in parentheses: (spring, damper)")
	case prev.Value == "," && t.Value == ")":
		return say("something is missing after the comma", "remove the comma, or write an element after it")
	case open != nil && !inBrackets && t.Type == identToken:
		return say(fmt.Sprintf("a comma or a link is missing between %s and %s", shown(prev), shown(t)),
			fmt.Sprintf("write %s, %s in parallel, or %s - %s in series", prev.Value, t.Value, prev.Value, t.Value))
	case t.Value == "(" && component.Lookup(prev.Value) != nil && tokenSpan(prev).End == tokenSpan(t).Start:
		return say("attributes go in square brackets", "write "+prev.Value+"[…]")
	case at == 3 && tokens[1].Value == "=" && isKind(t.Value) && prev.Type == identToken && !isKind(prev.Value):
		return say(fmt.Sprintf("%s can't stand between = and %s", shown(prev), t.Value), "write "+tokens[0].Value+" = "+t.Value)
	case at == 1 && len(tokens) > 3 && tokens[2].Value == "=" && !isKind(prev.Value):
		return say(fmt.Sprintf("%s can't follow %s", shown(t), shown(prev)), "write "+quote(source(tokens[1:len(tokens)-1])))
	case open == nil && startsAnew(tokens, at):
		return say(fmt.Sprintf("the statement should end between %s and %s", shown(prev), shown(t)), "write each statement on a line of its own, or ; between them")
	case tokens[min(at+1, len(tokens)-1)].Value == "=" && open == nil && at > 0:
		return say(fmt.Sprintf("%s can't follow %s", shown(t), shown(prev)), fmt.Sprintf("attributes go in square brackets: %s[%s=…]", prev.Value, t.Value))
	case inBrackets && isFunction(t.Value):
		if begin, end, summary, help := unkeyed(tokens, at); summary != "" && strings.Contains(help, "*") {
			d.Span = tokenSpan(&tokens[begin]).To(tokenSpan(&tokens[end-1]))
			return say(summary, help)
		}
		d.Span = tokenSpan(prev).To(d.Span)
		return say("an expression must be the value of an attribute", "write * between factors, and the argument of a function in parentheses: F=F_0*cos(omega*t)")
	case inBrackets:
		return say(fmt.Sprintf("a comma is missing between %s and %s", shown(prev), shown(t)), fmt.Sprintf("write %s, %s", prev.Value, t.Value))
	case at == 1 && (len(tokens) == 3 || tokens[2].Type == punctToken) && t.Type == identToken && kindOf(prev.Value) != "" && kindOf(t.Value) == "":
		kind := kindOf(prev.Value)
		if len(tokens) > 3 {
			kind += "[…]"
		}
		return say(fmt.Sprintf("a = is missing between %s and %s", shown(t), kind), fmt.Sprintf("write %s = %s to declare the element", t.Value, kind))
	case at == 1 && len(tokens) == 3 && isKind(t.Value) && !isKind(prev.Value):
		name, kind := prev.Value, t.Value
		return say(fmt.Sprintf("a link or a = is missing between %s and %s", shown(prev), shown(t)),
			fmt.Sprintf("write %s = %s to declare the element, or %s - %s to join two", name, kind, prev.Value, t.Value))
	case at > 0 && t.Value == "(":
		return say(fmt.Sprintf("a link is missing between %s and (", shown(prev)), fmt.Sprintf("write %s - (…)", prev.Value))
	case at > 0 && isKind(prev.Value) && component.Lookup(prev.Value).Main != "" && looksLikeSymbol(t.Value):
		main := component.Lookup(prev.Value).Attribute(component.Lookup(prev.Value).Main)
		return say(fmt.Sprintf("a link is missing between %s and %s", shown(prev), shown(t)),
			fmt.Sprintf("write %s - %s to join the two, or %s[%s=%s] if %s is the %s", prev.Value, t.Value, prev.Value, main.Name, asSymbol(t.Value), t.Value, main.Noun()))
	case at > 0:
		return say(fmt.Sprintf("a link is missing between %s and %s", shown(prev), shown(t)), fmt.Sprintf("write %s - %s", prev.Value, t.Value))
	}
	return say(fmt.Sprintf("%s can't begin a statement", shown(t)), "a statement is T = trolley, W - S - T, m = 2 kg or diagram[…]")
}

// linked says how elements are linked that a declaration tries to link.
func linked(a, b string) string {
	if isConnector(a) && isConnector(b) {
		return fmt.Sprintf("link them where they are used: %s - %s in series, (%s, %s) in parallel", a, b, a, b)
	}
	return "write the connection on a line of its own"
}

// startsAnew reports whether what follows a whole statement is the next one, as if its line had not ended.
func startsAnew(tokens []lexer.Token, at int) bool {
	next := &tokens[min(at+1, len(tokens)-1)]
	declared := at >= 3 && tokens[1].Value == "=" && tokens[1].Type == punctToken
	joined := at >= 3 && tokens[1].Type == linkToken && tokens[at-1].Type == identToken
	return tokens[at].Type != punctToken && (declared && !hasAttribute(tokens[at-1].Value, tokens[at].Value) && (next.Type == linkToken || next.Value == "=") || joined && next.Type == linkToken && tokens[at-1].Value == tokens[at].Value)
}

// kindOf is the kind that a word names, in whatever case; "" where it names none.
func kindOf(word string) string {
	if word = strings.ToLower(word); isKind(word) {
		return word
	}
	return ""
}

// hasAttribute reports whether a kind has an attribute of a name.
func hasAttribute(kind, name string) bool {
	k := component.Lookup(kind)
	return k != nil && k.Attribute(name) != nil
}

func isKind(word string) bool { return component.Lookup(word) != nil }

func isConnector(kind string) bool {
	k := component.Lookup(kind)
	return k != nil && k.IsConnector()
}

// alone explains a statement that ends too early: an element that is joined to nothing.
func alone(d diag.Diagnostic, tokens []lexer.Token) diag.Diagnostic {
	first := &tokens[0]
	d.Span = tokenSpan(first)
	d.Summary = first.Value + " means nothing on its own"
	d.Help = fmt.Sprintf("declare it (%s = trolley) or join it to something (%s - spring - …)", first.Value, first.Value)
	if component.Lookup(first.Value) != nil {
		d.Help = fmt.Sprintf("give it a name (%c = %s) or join it to something (%s - …)", unicode.ToUpper(firstRune(first.Value)), first.Value, first.Value)
	}
	if first.Value == "(" {
		d.Span = d.Span.To(tokenSpan(&tokens[len(tokens)-2]))
		d.Summary, d.Help = "the group joins nothing", "write what it joins: wall - (…) - trolley"
	}
	if attr := settingKind.Attribute(first.Value); attr != nil && attr.Type == component.Parameter {
		d.Help = fmt.Sprintf("for all bodies, write %s[%s]; for one of them, M - %s", settingWord, attr.Name, attr.Name)
	} else if attr := settingKind.Word(first.Value); attr != nil && component.Lookup(first.Value) == nil {
		d.Help = fmt.Sprintf("settings go in brackets: %s[%s=%s]", settingWord, attr.Name, first.Value)
	}
	if first.Value == settingWord {
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
func explainInvalid(t *lexer.Token) (summary, help string) {
	r, _ := utf8.DecodeRuneInString(t.Value)
	at, summary, help := Unfit(t.Value)
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
		return fmt.Sprintf("groups are nested more than %d deep", maxDepth), "write some of them as connections of their own"
	case r == '{' || r == '}':
		return fmt.Sprintf("%c is not allowed here", r), `attributes go in [ ], groups in ( ), and LaTeX in quotes: "m_{1}"`
	case r == '\\' || r == '$' || r == '^':
		return fmt.Sprintf("%c is not allowed here", r), `put LaTeX in quotes, without $: "\lambda_1"`
	}
	return fmt.Sprintf("%s is not allowed here", quote(t.Value)), "names are made of letters, digits and _"
}

// shown names a token in a message.
func shown(t *lexer.Token) string {
	switch t.Type {
	case endToken:
		return "the end of the line"
	case linkToken:
		return "a link"
	}
	return quote(t.Value)
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
func unclosedBracket(tokens []lexer.Token) bool {
	for i := len(tokens) - 1; i >= 0; i-- {
		if tokens[i].Type == punctToken && strings.Contains("[]", tokens[i].Value) {
			return tokens[i].Value == "["
		}
	}
	return false
}

// unclosed is the innermost bracket that the tokens leave open.
func unclosed(tokens []lexer.Token) *lexer.Token {
	var open []*lexer.Token
	for i := range tokens {
		if tokens[i].Type != punctToken {
			continue
		}
		switch tokens[i].Value {
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
