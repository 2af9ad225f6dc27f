package dsl

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"diagram/dsl/component"
	"diagram/dsl/diag"

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

	switch t.Type {
	case invalidToken:
		d.Summary, d.Help = explainInvalid(t)
		return d
	case textToken:
		if inBrackets {
			return say("a quoted text needs to say what it is", "write label="+t.Value)
		}
		return say("a quoted text can't stand here", "names and kinds are written without quotes; a text for the drawing goes into label=")
	case numberToken:
		if inBrackets {
			return say(fmt.Sprintf("the number %s needs to say what it is", t.Value), "write, for example, label="+t.Value)
		}
		return say(fmt.Sprintf("a name can't begin with a digit: %s", t.Value), "begin it with a letter")
	}

	switch {
	case prev.Value == "=" && prev.Type == punctToken:
		what := tokens[at-2].Value
		switch {
		case tokens[at-2].Type == keyToken:
			return say(what+"= has no value", "write it behind the =")
		case t.Type == endToken:
			return say(what+" = says nothing", "write what it is, for example "+what+" = spring, or "+what+" = 2.5 kg")
		}
		return say(fmt.Sprintf("%s can't stand behind %s =", shown(t), what), "write a kind of element, or a number and a unit")
	case t.Type == endToken && open != nil:
		d.Span = tokenSpan(open)
		return say(open.Value+" is not closed", fmt.Sprintf("write %s where it ends, and commas between what it holds", closing(open.Value)))
	case open != nil && t.Value == closing(open.Value) && prev.Value == "(":
		d.Span = tokenSpan(prev).To(d.Span)
		return say("the group is empty", "name what it holds, for example (spring, damper)")
	case (t.Value == "]" || t.Value == ")") && t.Type == punctToken && (open == nil || t.Value != closing(open.Value)):
		if open != nil {
			return say(fmt.Sprintf("%s can't close %s", t.Value, open.Value), "write "+closing(open.Value))
		}
		return say(t.Value+" closes nothing", "remove it, or open it before")
	case prev.Type == linkToken && t.Type == linkToken:
		return say("two links in a row", "remove one, or put an element between them")
	case t.Type == linkToken && tokens[0].Type == settingToken && open == nil:
		d.Span = tokenSpan(&tokens[0])
		return say("settings can't stand in a connection", "write diagram[…] in a line of its own")
	case t.Type == linkToken && inBrackets:
		return say("a link can't stand between brackets", "close the brackets with ] before it")
	case t.Type == linkToken:
		return say("a link needs something before it", "write what it joins, for example wall - spring")
	case prev.Type == linkToken && t.Type == endToken:
		d.Span = tokenSpan(prev)
		return say("a link needs something behind it", "write what it joins, or remove the "+prev.Value)
	case prev.Type == linkToken:
		return say(fmt.Sprintf("%s can't stand behind a link", shown(t)), "write an element, or a group such as (spring, damper)")
	case t.Type == endToken:
		return alone(d, tokens)
	case t.Value == "=" && inBrackets:
		return say("the = needs an attribute before it", "write, for example, label=m")
	case t.Value == "=":
		return say("= can't stand here", "declare an element in a line of its own: S = spring")
	case t.Value == "[" && prev.Value == ")":
		return say("a group has no attributes", "write them behind the elements in it")
	case t.Value == "[":
		return say("brackets can't stand here", "attributes follow a kind of element: spring[k=85]")
	case t.Value == "," && inBrackets:
		return say("an attribute is missing before the comma", "remove the comma, or write the attribute")
	case t.Value == ",":
		return say("a comma can't stand here", "what is wired in parallel stands in parentheses: (spring, damper)")
	case prev.Value == "," && t.Value == ")":
		return say("the group goes on after the comma", "remove the comma, or write an element behind it")
	case open != nil && !inBrackets && t.Type == identToken:
		return say(fmt.Sprintf("a comma or a link is missing between %s and %s", shown(prev), shown(t)),
			fmt.Sprintf("write %s, %s in parallel, or %s - %s in series", prev.Value, t.Value, prev.Value, t.Value))
	case t.Value == "(" && component.Lookup(prev.Value) != nil && tokenSpan(prev).End == tokenSpan(t).Start:
		return say("attributes stand in square brackets", "write "+prev.Value+"[…]")
	case inBrackets:
		return say(fmt.Sprintf("a comma is missing between %s and %s", shown(prev), shown(t)), fmt.Sprintf("write %s, %s", prev.Value, t.Value))
	case at > 0:
		return say(fmt.Sprintf("a link is missing between %s and %s", shown(prev), shown(t)), fmt.Sprintf("write %s - %s", prev.Value, t.Value))
	}
	return say(fmt.Sprintf("%s can't begin a statement", shown(t)), "a statement is T = trolley, W - S - T, m = 2 kg or diagram[…]")
}

// alone explains a statement that ends too early: an element that is joined to nothing.
func alone(d diag.Diagnostic, tokens []lexer.Token) diag.Diagnostic {
	first := &tokens[0]
	d.Span = tokenSpan(first)
	d.Summary = first.Value + " on its own says nothing"
	d.Help = fmt.Sprintf("declare it (%s = trolley) or join it to something (%s - spring - …)", first.Value, first.Value)
	if component.Lookup(first.Value) != nil {
		d.Help = fmt.Sprintf("give it a name (%c = %s) or join it to something (%s - …)", unicode.ToUpper(firstRune(first.Value)), first.Value, first.Value)
	}
	if first.Value == "(" {
		d.Span = d.Span.To(tokenSpan(&tokens[len(tokens)-2]))
		d.Summary, d.Help = "the group joins nothing", "write what it joins: wall - (…) - trolley"
	}
	if first.Value == settingWord {
		d.Summary, d.Help = "the settings are missing", "write them in brackets: diagram[origin=wall]"
	}
	return d
}

// What is said of quotes that an editor or another language has put in the place of straight ones.
const (
	curlyQuotes    = "“”„‟«»‘’'`"
	noQuote        = "%c is no quote here"
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
		return "the quoted text is not closed", `write " where it ends, in the same line; a quote within it is \"`
	case strings.ContainsRune(curlyQuotes, r):
		return fmt.Sprintf(noQuote, r), straightQuotes
	case r == '(' || r == '[':
		return fmt.Sprintf("groups are nested more than %d deep", maxDepth), "name some of them by elements of their own"
	case r == '{' || r == '}':
		return fmt.Sprintf("%c can't stand here", r), `attributes go in [ ], groups in ( ), and LaTeX in quotes: "m_{1}"`
	case r == '\\' || r == '$' || r == '^':
		return fmt.Sprintf("%c can't stand here", r), `put LaTeX in quotes, without $: "\lambda_1"`
	}
	return fmt.Sprintf("%s can't stand here", quote(t.Value)), "names are made of letters, digits and _"
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
