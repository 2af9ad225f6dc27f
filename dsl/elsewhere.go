package dsl

import (
	"fmt"
	"regexp"
	"strings"

	"diagram/dsl/component"
	"diagram/dsl/unit"

	"github.com/alecthomas/participle/v2/lexer"
)

// This file recognizes what authors bring along from other languages, so that a message can say how it is written here.

const commentHelp = "comments start with # or //"

// elsewhere explains a token by how other languages would read it; both are "" where it reminds of none.
func elsewhere(tokens []lexer.Token, at int) (summary, help string) {
	t, first := &tokens[at], tokens[0].Value
	next := func(marks string) bool { return strings.HasPrefix(t.Value, marks) }
	switch {
	case (first == "digraph" || first == "graph" || first == "strict") && at > 0 && at <= 2 && (t.Type == identToken || next("{")):
		return "a diagram is not wrapped in " + first + " { … }", "write only what stands between the braces: wall - spring - trolley"
	case first == settingWord && tokens[0].Type == identToken && at == 1 && t.Type != endToken && t.Type != linkToken:
		return "settings go in brackets", "write, for example, " + settingWord + "[gravity]"
	case (first == "graph" || first == "node" || first == "edge") && t.Type == endToken && at > 1 && tokens[1].Value == "[":
		return "no settings are called " + first, "attributes are given to each element; what all of the diagram shares goes in " + settingWord + "[…]"
	case at == 0 && next("}"):
		return t.Value + " closes nothing", "a diagram has no braces around it"
	case t.Type != invalidToken:
	case next("%"), at == 0 && next("'"):
		return t.Value[:1] + " does not start a comment", commentHelp
	case at == 0 && next("!"):
		return "! does not start a comment", commentHelp
	case next("/*"):
		return "/* does not start a comment", commentHelp
	case next("*/"):
		return "*/ ends no comment", commentHelp
	case next(":") && at == 1:
		return ": does not declare an element", "write " + first + " = " + declared(t, tokens[at+1:])
	case next("|"):
		return t.Value + " does not separate elements", "elements in parallel go in parentheses, separated by commas: (spring, damper)"
	case next("+") && unclosed(tokens[:at]) == nil:
		return "+ does not join elements", "a link is written -: " + tokens[max(at-1, 0)].Value + " - …"
	}
	return "", ""
}

// declared is the kind that follows a wrong sign of declaration, or any.
func declared(colon *lexer.Token, rest []lexer.Token) string {
	if strings.HasSuffix(colon.Value, ":") || strings.HasSuffix(colon.Value, "=") {
		for i := range rest {
			if rest[i].Type == identToken && component.Lookup(rest[i].Value) != nil {
				return rest[i].Value
			}
		}
	}
	return "trolley"
}

// unkeyed explains an expression in brackets that doesn't say which parameter it is: force[F_0*cos(w*t)]. Its tokens are
// those from begin to end.
func unkeyed(tokens []lexer.Token, at int) (begin, end int, summary, help string) {
	open := 0
	for i := range at {
		if tokens[i].Type == punctToken && tokens[i].Value == "[" {
			open = i
		}
	}
	begin = at
	for begin > open+1 && (tokens[begin-1].Type != punctToken || !strings.Contains("[,", tokens[begin-1].Value)) {
		begin--
	}
	depth := 0
	closed := false
	for end = begin; end < len(tokens)-1 && !closed; end++ {
		switch t := &tokens[end]; {
		case t.Type != punctToken:
		case t.Value == "(":
			depth++
		case t.Value == ")":
			depth--
		case t.Value == "=":
			return 0, 0, "", ""
		case t.Value == "]", t.Value == "," && depth <= 0:
			closed = true
		}
	}
	end--
	if kind := component.Lookup(tokens[max(open-1, 0)].Value); closed && end > begin && kind != nil && kind.Main != "" {
		var text strings.Builder
		for i := begin; i < end; i++ {
			if i > begin && tokens[i].Pos.Offset > tokens[i-1].Pos.Offset+len(tokens[i-1].Value) {
				text.WriteByte(' ')
			}
			text.WriteString(tokens[i].Value)
		}
		help = fmt.Sprintf("write %s=%s", kind.Main, quote(text.String()))
		if q, err := unit.Parse(text.String()); err == nil && q.Unit != "" {
			symbol := asSymbol(kind.Main)
			help = fmt.Sprintf("write %s=%s, and its value on a line of its own: %s = %s", kind.Main, symbol, symbol, text.String())
		}
		return begin, end, quote(text.String()) + " must be the value of an attribute", help
	}
	return 0, 0, "", ""
}

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
