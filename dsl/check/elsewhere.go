package check

import (
	"fmt"
	"regexp"
	"strings"

	"diagram/dsl/component"
	"diagram/dsl/syntax"
	"diagram/dsl/unit"
	"diagram/symbolic/read"
)

// This file recognizes what authors bring along from other languages, so that a message can say how it is written here.

// elsewhere explains a token by how other languages would read it; both are "" where it reminds of none.
func (kinds vocabulary) elsewhere(tokens []syntax.Token, at int) (summary, help string) {
	t, first := &tokens[at], tokens[0].Text
	next := func(marks string) bool { return strings.HasPrefix(t.Text, marks) }
	switch {
	case (first == "digraph" || first == "graph" || first == "strict") && at > 0 && at <= 2 && (t.Type == syntax.IdentToken || next("{")):
		return "a diagram is not wrapped in " + first + " { … }", "write only what stands between the braces: wall - spring - trolley"
	case first == syntax.SettingWord && tokens[0].Type == syntax.IdentToken && at == 1 && t.Type != syntax.EndToken && t.Type != syntax.LinkToken:
		return "settings go in brackets", "write, for example, " + syntax.SettingWord + "[gravity]"
	case (first == "graph" || first == "node" || first == "edge") && t.Type == syntax.EndToken && at > 1 && tokens[1].Text == "[":
		return "no settings are called " + first, "attributes are given to each element; what all of the diagram shares goes in " + syntax.SettingWord + "[…]"
	case at == 0 && next("}"):
		return t.Text + " closes nothing", "a diagram has no braces around it"
	case t.Text == "(" && at > 0 && tokens[at-1].Type != syntax.PunctToken && tokens[at-1].Type != syntax.LinkToken && tokens[at-1].Span().End == t.Span().Start &&
		kinds.Lookup(tokens[at-1].Text) == nil && unclosed(tokens[:at]) == nil:
		return called(tokens, at)
	case t.Type != syntax.InvalidToken:
	case next("%"), at == 0 && next("'"):
		return t.Text[:1] + " does not start a comment", syntax.CommentHelp
	case at == 0 && next("!"):
		return "! does not start a comment", syntax.CommentHelp
	case next("/*"):
		return "/* does not start a comment", syntax.CommentHelp
	case next("*/"):
		return "*/ ends no comment", syntax.CommentHelp
	case at == 0 && next(`\`) && tokens[min(2, len(tokens)-1)].Text != "=":
		return source(tokens[:min(2, len(tokens)-1)]) + " is LaTeX, not a statement", `write only the diagram: wall - spring - trolley; LaTeX goes in labels, in quotes: "\lambda_1"`
	case next(":") && at == 1:
		value := strings.TrimLeft(source(tokens[at+1:len(tokens)-1]), ":= ")
		if attr := settingKind.Attribute(first); attr != nil && attr.Type == component.Text && !strings.HasPrefix(value, `"`) {
			value = `"` + value + `"`
		}
		if setting := asSetting(first, value); setting != "" {
			return first + " is a setting", "settings go in brackets: " + setting
		}
		if _, err := unit.Parse(value); err == nil {
			return ": does not give a value", "write " + first + " = " + quote(value)
		}
		return t.Text + " does not declare an element", "write " + first + " = " + kinds.declared(tokens[at+1:])
	case next(":") && unclosedBracket(tokens[:at]) && at > 1:
		end := at + 1
		for end < len(tokens)-1 && (tokens[end].Type != syntax.PunctToken || !strings.Contains(",]", tokens[end].Text)) {
			end++
		}
		key := tokens[at-1].Text
		return "the value of " + key + " is given with =", "write " + key + "=" + quote(source(tokens[at+1:end]))
	case next("|"):
		return t.Text + " does not separate elements", "elements in parallel go in parentheses, separated by commas: (spring, damper)"
	case (next("+") || next("&")) && unclosed(tokens[:at]) == nil:
		return t.Text[:1] + " does not join elements", "a link is written -; elements in parallel go in parentheses: (spring, damper)"
	}
	return "", ""
}

// declared is the kind that follows a wrong sign of declaration, or any.
func (kinds vocabulary) declared(rest []syntax.Token) string {
	for i := range rest {
		if rest[i].Type == syntax.IdentToken && kinds.Lookup(rest[i].Text) != nil {
			return rest[i].Text
		}
	}
	return "trolley"
}

// called explains a ( that follows a word as if that were a function, or a value that depends on another.
func called(tokens []syntax.Token, at int) (summary, help string) {
	name := tokens[at-1].Text
	end := at
	for end < len(tokens)-1 && tokens[end].Text != ")" {
		end++
	}
	switch behind := source(tokens[min(end+2, len(tokens)-1) : len(tokens)-1]); {
	case at > 1 && tokens[1].Text == "=":
		return fmt.Sprintf("%s is not a number", quote(source(tokens[at-1:end+1]))),
			"a quantity is a number and a unit: 200 N/m, 1.5 kg, 9.81 m/s^2; an expression goes to an element: spring[k=sqrt(a)]"
	case at > 1:
		return "", ""
	case tokens[min(end+1, len(tokens)-1)].Text == "=":
		if source(tokens[at+1:end]) == "t" && behind != "" {
			return name + "(t) is not a symbol", fmt.Sprintf("write %s = %s", name, quote(behind))
		}
		return quote(source(tokens[at-1:end+1])) + " is not a symbol", "a quantity gives a symbol its value; a diagram has no initial values"
	}
	return fmt.Sprintf("%s(…) is not a statement", quote(name)), "elements are joined by links: wall - spring - trolley"
}

// source is the text of tokens, with one blank where there were any between two.
func source(tokens []syntax.Token) string {
	var text strings.Builder
	for i := range tokens {
		if i > 0 && tokens[i].Pos.Offset > tokens[i-1].Pos.Offset+len(tokens[i-1].Text) {
			text.WriteByte(' ')
		}
		text.WriteString(tokens[i].Text)
	}
	return text.String()
}

// unkeyed explains an expression in brackets that doesn't say which parameter it is: force[F_0*cos(w*t)]. Its tokens are
// those from begin to end.
func (kinds vocabulary) unkeyed(tokens []syntax.Token, at int) (begin, end int, summary, help string) {
	open := 0
	for i := range at {
		if tokens[i].Type == syntax.PunctToken && tokens[i].Text == "[" {
			open = i
		}
	}
	begin = at
	for begin > open+1 && (tokens[begin-1].Type != syntax.PunctToken || !strings.Contains("[,", tokens[begin-1].Text)) {
		begin--
	}
	depth := 0
	closed := false
	for end = begin; end < len(tokens)-1 && !closed; end++ {
		switch t := &tokens[end]; {
		case t.Type != syntax.PunctToken:
		case t.Text == "(":
			depth++
		case t.Text == ")":
			depth--
		case t.Text == "=":
			return 0, 0, "", ""
		case t.Text == "]", t.Text == "," && depth <= 0:
			closed = true
		}
	}
	end--
	if kind := kinds.Lookup(tokens[max(open-1, 0)].Text); closed && end > begin && kind != nil && kind.Main != "" {
		text := source(tokens[begin:end])
		if attr := kind.AskedFor(text); attr != nil && attr.Type == component.Flag {
			return begin, end, fmt.Sprintf("%s has no option %s", kind.Name, quote(text)), "write " + attr.Name
		}
		help = fmt.Sprintf("write %s=%s", kind.Main, quote(multiplied(text)))
		if q, err := unit.Parse(text); err == nil && q.Unit != "" {
			symbol := asSymbol(kind.Main)
			help = fmt.Sprintf("write %s=%s, and its value on a line of its own: %s = %s", kind.Main, symbol, symbol, text)
		}
		return begin, end, quote(text) + " must be the value of an attribute", help
	}
	return 0, 0, "", ""
}

// multiplied is an expression with the signs of multiplication that it lacks; as it is where that makes none.
func multiplied(text string) string {
	if _, err := read.Expr(text); err == nil || exponent.MatchString(text) {
		return text
	}
	product := numberBefore.ReplaceAllString(text, "$1$2*$3")
	product = factorsApart.ReplaceAllString(factorsApart.ReplaceAllString(product, "$1*$2"), "$1*$2") // twice, for one letter between two
	if _, err := read.Expr(product); err != nil || multipliedFunction.MatchString(product) {
		return text
	}
	return product
}

// factorsApart finds the end of a factor that a blank parts from the next.
var factorsApart = regexp.MustCompile(`([\pL\pN_)])[ \t]+([\pL\pN_(])`)

// exponent finds a number with an exponent, which is no product.
var exponent = regexp.MustCompile(`\d[eE][+-]?\d`)

// numberBefore finds a number with a symbol right behind it, as in 2k.
var numberBefore = regexp.MustCompile(`(^|[^\pL\pN_.])([1-9]\d*(?:\.\d+)?|0\.\d+)([\pL(])`)

var multipliedFunction = regexp.MustCompile(`\b(sin|cos|tan|exp|sqrt|ln|log)\*`)

// decimalComma finds a number at the start of a text that is written with a comma, as in 1,5 N/m.
var decimalComma = regexp.MustCompile(`^([+-−]?\d+),(\d+)`)

// pointHelp is what to write for a number with a comma, whose fraction it may be, or whose thousands.
func pointHelp(text string) string {
	number := decimalComma.FindStringSubmatch(text)
	if len(number[2]) == 3 {
		return fmt.Sprintf("write %s%s, or with a decimal point %s.%s", number[1], number[2], number[1], number[2])
	}
	return "write a decimal point: " + decimalComma.ReplaceAllString(text, "$1.$2")
}
