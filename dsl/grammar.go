package dsl

import (
	"diagram/dsl/diag"

	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"
)

// settingWord begins a setting: diagram[origin=wall].
const settingWord = "diagram"

// The parsers of the statements, which are parsed one by one, so that an error in one costs no other. What a statement is
// stands in the tags of its type. Its parts, of which nearly all of a text is made, are Parseable: they take their tokens
// from the lexer themselves, since participle would fill each field of each by reflection. A part that can't go on says
// NextMatch and leaves the lexer at the token that doesn't fit.
//
// A statement's first token tells which it is, and every further one how the grammar goes on, so that no parser looks ahead.
var (
	declarations = participle.MustBuild[Declaration](statement...)
	quantities   = participle.MustBuild[Quantity](statement...)
	settings     = participle.MustBuild[Setting](statement...)
	connections  = participle.MustBuild[Connection](statement...)

	statement = []participle.Option{participle.Lexer(language{}), participle.UseLookahead(0)}
	// trailing lets a parser stop where its statement ends.
	trailing = participle.AllowTrailing(true)
)

// parseStatement parses the statement that begins here, and leaves the lexer at the token that is no part of it.
func parseStatement(lex *lexer.PeekingLexer) (Statement, error) {
	switch lex.Peek().Type {
	case nameToken:
		return declarations.ParseFromLexer(lex, trailing)
	case symbolToken:
		return quantities.ParseFromLexer(lex, trailing)
	case settingToken:
		return settings.ParseFromLexer(lex, trailing)
	default:
		return connections.ParseFromLexer(lex, trailing)
	}
}

// take takes a punctuation mark, if it is the next token.
func take(lex *lexer.PeekingLexer, mark string) (diag.Span, bool) {
	t := lex.Peek()
	if t.Type != punctToken || t.Value != mark {
		return diag.Span{}, false
	}
	return tokenSpan(lex.Next()), true
}

// Parse takes a connection for participle.
func (c *Connection) Parse(lex *lexer.PeekingLexer) error {
	ends, err := parseEnds(lex)
	if err == nil && len(ends) < 2 {
		err = participle.NextMatch
	}
	c.Ends = ends
	return err
}

// parseEnds parses end { link end }.
func parseEnds(lex *lexer.PeekingLexer) ([]End, error) {
	ends := make([]End, 0, 3) // as in most connections
	for {
		end, err := parseEnd(lex)
		if err != nil {
			return nil, err
		}
		ends = append(ends, end)
		if lex.Peek().Type != linkToken {
			return ends, nil
		}
		lex.Next()
	}
}

func parseEnd(lex *lexer.PeekingLexer) (End, error) {
	if open, ok := take(lex, "("); ok {
		g := &Group{Open: open}
		return g, g.parse(lex)
	}
	e := new(ElementNode)
	return e, e.Parse(lex)
}

// parse parses what follows a group's (.
func (g *Group) parse(lex *lexer.PeekingLexer) error {
	for {
		ends, err := parseEnds(lex)
		if err != nil {
			return err
		}
		g.Chains = append(g.Chains, &Chain{Ends: ends})
		if closed, ok := take(lex, ")"); ok {
			g.Close = closed
			return nil
		}
		if _, more := take(lex, ","); !more {
			return participle.NextMatch
		}
	}
}

// Parse takes an element for participle.
func (e *ElementNode) Parse(lex *lexer.PeekingLexer) error {
	if err := e.Kind.Parse(lex); err != nil {
		return err
	}
	if t := lex.Peek(); t.Type != punctToken || t.Value != "[" {
		return nil
	}
	e.Brackets = new(Brackets)
	return e.Brackets.Parse(lex)
}

// Parse takes attributes in their brackets for participle.
func (b *Brackets) Parse(lex *lexer.PeekingLexer) error {
	var ok bool
	if b.Open, ok = take(lex, "["); !ok {
		return participle.NextMatch
	}
	if b.Close, ok = take(lex, "]"); ok {
		return nil
	}
	for {
		a := new(Attribute)
		if err := a.parse(lex); err != nil {
			return err
		}
		b.Attributes = append(b.Attributes, a)
		if b.Close, ok = take(lex, "]"); ok {
			return nil
		}
		if _, ok = take(lex, ","); !ok {
			return participle.NextMatch
		}
	}
}

func (a *Attribute) parse(lex *lexer.PeekingLexer) error {
	if err := a.Key.Parse(lex); err != nil {
		return err
	}
	if _, ok := take(lex, "="); !ok {
		return nil
	}
	a.Value = new(Literal)
	return a.Value.Parse(lex)
}

// Parse takes a word for participle.
func (n *Name) Parse(lex *lexer.PeekingLexer) error {
	switch t := lex.Peek(); t.Type {
	case identToken, nameToken, keyToken, settingToken:
		n.Text, n.Span = t.Value, tokenSpan(t)
		lex.Next()
		return nil
	}
	return participle.NextMatch
}

// Parse takes a value for participle.
func (v *Literal) Parse(lex *lexer.PeekingLexer) error {
	switch t := lex.Peek(); t.Type {
	case symbolToken, valueToken, amountToken:
		v.Raw, v.Span = t.Value, tokenSpan(t)
		lex.Next()
		return nil
	}
	return participle.NextMatch
}
