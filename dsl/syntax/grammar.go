package syntax

import (
	"diagram/dsl/diag"

	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"
)

// SettingWord begins a setting: diagram[origin=wall]; PartWord begins a part of the figure.
const (
	SettingWord = "diagram"
	PartWord    = "part"
)

// What a statement is stands in the tags of its type here; participle fills it, and the tree takes what it holds. Its parts, of
// which nearly all of a text is made, take their tokens from the lexer themselves, since participle would fill each field of
// each by reflection. A part that can't go on says NextMatch and leaves the lexer at the token that doesn't fit.
//
// A statement's first token tells which it is, and every further one how the grammar goes on, so that no parser looks ahead.
type (
	declared struct {
		Name    name    `parser:"@@ '=':Punct"`
		Element element `parser:"@@"`
	}
	valued struct {
		Symbol literal `parser:"@@ '=':Punct"`
		Amount literal `parser:"@@"`
	}
	set struct {
		Word     name     `parser:"@@"`
		Brackets brackets `parser:"@@"`
	}
	begun     Part
	connected Connection
)

// The parts as participle has them.
type (
	name     Name
	literal  Literal
	element  ElementNode
	brackets Brackets
)

// The parsers of the statements, which are parsed one by one, so that an error in one costs no other.
var (
	declarations = participle.MustBuild[declared](statement...)
	quantities   = participle.MustBuild[valued](statement...)
	settings     = participle.MustBuild[set](statement...)
	parts        = participle.MustBuild[begun](statement...)
	connections  = participle.MustBuild[connected](statement...)

	statement = []participle.Option{participle.Lexer(language{}), participle.UseLookahead(0)}
	// trailing lets a parser stop where its statement ends.
	trailing = participle.AllowTrailing(true)
)

// parseStatement parses the statement that begins here, and leaves the lexer at the token that is no part of it.
func parseStatement(lex *lexer.PeekingLexer) (Statement, error) {
	switch peek(lex).Type {
	case NameToken:
		d, err := declarations.ParseFromLexer(lex, trailing)
		return &Declaration{Name(d.Name), ElementNode(d.Element)}, err
	case SymbolToken:
		q, err := quantities.ParseFromLexer(lex, trailing)
		return &Quantity{Literal(q.Symbol), Literal(q.Amount)}, err
	case SettingToken:
		s, err := settings.ParseFromLexer(lex, trailing)
		return &Setting{Name(s.Word), Brackets(s.Brackets)}, err
	case PartToken:
		p, err := parts.ParseFromLexer(lex, trailing)
		return (*Part)(p), err
	default:
		c, err := connections.ParseFromLexer(lex, trailing)
		return (*Connection)(c), err
	}
}

func (n *name) Parse(lex *lexer.PeekingLexer) error     { return (*Name)(n).parse(lex) }
func (v *literal) Parse(lex *lexer.PeekingLexer) error  { return (*Literal)(v).parse(lex) }
func (e *element) Parse(lex *lexer.PeekingLexer) error  { return (*ElementNode)(e).parse(lex) }
func (b *brackets) Parse(lex *lexer.PeekingLexer) error { return (*Brackets)(b).parse(lex) }

func (p *begun) Parse(lex *lexer.PeekingLexer) error {
	e := ElementNode{}
	err := e.parse(lex)
	p.Word, p.Brackets = e.Kind, e.Brackets
	return err
}

func (c *connected) Parse(lex *lexer.PeekingLexer) (err error) {
	if c.Ends, err = parseEnds(lex); err == nil && len(c.Ends) < 2 {
		err = participle.NextMatch
	}
	return err
}

// peek is the next token.
func peek(lex *lexer.PeekingLexer) Token { return token(lex.Peek()) }

// take takes a punctuation mark, if it is the next token.
func take(lex *lexer.PeekingLexer, mark string) (diag.Span, bool) {
	t := peek(lex)
	if !t.Is(mark) {
		return diag.Span{}, false
	}
	lex.Next()
	return t.Span(), true
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
		if peek(lex).Type != LinkToken {
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
	return e, e.parse(lex)
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

func (e *ElementNode) parse(lex *lexer.PeekingLexer) error {
	if err := e.Kind.parse(lex); err != nil {
		return err
	}
	if t := peek(lex); !t.Is("[") {
		return nil
	}
	e.Brackets = new(Brackets)
	return e.Brackets.parse(lex)
}

func (b *Brackets) parse(lex *lexer.PeekingLexer) error {
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
	if err := a.Key.parse(lex); err != nil {
		return err
	}
	if _, ok := take(lex, "="); !ok {
		return nil
	}
	a.Value = new(Literal)
	return a.Value.parse(lex)
}

func (n *Name) parse(lex *lexer.PeekingLexer) error {
	switch t := peek(lex); t.Type {
	case IdentToken, NameToken, KeyToken, SettingToken, PartToken:
		n.Text, n.Span = t.Text, t.Span()
		lex.Next()
		return nil
	}
	return participle.NextMatch
}

func (v *Literal) parse(lex *lexer.PeekingLexer) error {
	switch t := peek(lex); t.Type {
	case SymbolToken, ValueToken, AmountToken:
		v.Raw, v.Span = t.Text, t.Span()
		lex.Next()
		return nil
	}
	return participle.NextMatch
}
