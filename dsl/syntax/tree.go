package syntax

import (
	"strings"

	"diagram/dsl/diag"
)

// File is the tree of a source text: its statements in order, and its comments. Every name, kind, key and value knows its
// exact place in the text.
type File struct {
	Name       string
	Source     []byte
	Statements []Statement
	Comments   []*Comment
}

// Comment is a comment with its # or //, without what ends the line.
type Comment struct {
	Text string
	span diag.Span
}

// Span is where the comment stands.
func (c *Comment) Span() diag.Span { return c.span }

// Statement is a *Declaration, *Connection, *Quantity, *Setting, *Part, or *Bad where the text could not be read.
type Statement interface {
	Span() diag.Span
	statement()
}

// Declaration gives an element a name: T = trolley[label=m].
type Declaration struct {
	Name    Name
	Element ElementNode
}

// Connection joins elements along the axis: W - (S, D) - T.
type Connection struct {
	Ends []End
}

// Quantity gives a symbol a value: k = 200 N/m.
type Quantity struct {
	Symbol Literal
	Amount Literal
}

// Setting is about the whole diagram: diagram[origin=wall].
type Setting struct {
	Word     Name
	Brackets Brackets
}

// Part begins a part of the figure, to which all that is joined from there on belongs: part[title="undamped"].
type Part struct {
	Word     Name
	Brackets *Brackets // nil where there are none
}

// Bad is a statement that can't be read. Its Tokens, the last of which is its end, fit the grammar up to the one at At; a text
// that is no UTF-8 has none.
type Bad struct {
	Text   string
	Tokens []Token
	At     int
	span   diag.Span
}

func (*Declaration) statement() {}
func (*Connection) statement()  {}
func (*Quantity) statement()    {}
func (*Setting) statement()     {}
func (*Part) statement()        {}
func (*Bad) statement()         {}

// Span is where the declaration stands, from its name to its element's end.
func (d *Declaration) Span() diag.Span { return d.Name.Span.To(d.Element.Span()) }

// Span is where the connection stands.
func (c *Connection) Span() diag.Span { return c.Ends[0].Span().To(c.Ends[len(c.Ends)-1].Span()) }

// Span is where the quantity stands.
func (q *Quantity) Span() diag.Span { return q.Symbol.Span.To(q.Amount.Span) }

// Span is where the setting stands.
func (s *Setting) Span() diag.Span { return s.Word.Span.To(s.Brackets.Span()) }

// Span is where the statement stands, with its brackets.
func (p *Part) Span() diag.Span { return p.Word.Span.To(p.Brackets.Span()) }

// Span is where the statement stands.
func (b *Bad) Span() diag.Span { return b.span }

// Words are the words in the statement, which may have been meant to define something.
func (b *Bad) Words() []string {
	var words []string
	for _, t := range b.Tokens {
		switch t.Type {
		case IdentToken, NameToken, KeyToken:
			words = append(words, t.Text)
		case InvalidToken, TextToken, ValueToken:
			words = append(words, strings.FieldsFunc(t.Text, func(r rune) bool { return !IsWordPart(r) })...)
		}
	}
	return words
}

// End is what a connection joins: an *ElementNode or a *Group.
type End interface {
	Span() diag.Span
	end()
}

// ElementNode is a kind with its attributes; in a connection, without brackets, it may as well be the name of an element.
type ElementNode struct {
	Kind     Name
	Brackets *Brackets // nil where there are none
}

// Group is several chains between the same two ends, in parallel: (S, S1 - D1).
type Group struct {
	Open   diag.Span // where its ( stands
	Chains []*Chain
	Close  diag.Span // where its ) stands
}

// Chain is one way through a group.
type Chain struct {
	Ends []End
}

func (*ElementNode) end() {}
func (*Group) end()       {}

// Span is where the element stands, with its brackets.
func (e *ElementNode) Span() diag.Span { return e.Kind.Span.To(e.Brackets.Span()) }

// Attributes are what is said in the brackets; none without them.
func (e *ElementNode) Attributes() []*Attribute {
	if e.Brackets == nil {
		return nil
	}
	return e.Brackets.Attributes
}

// Span is where the group stands, with its parentheses.
func (g *Group) Span() diag.Span { return g.Open.To(g.Close) }

// Span is where the chain stands.
func (c *Chain) Span() diag.Span { return c.Ends[0].Span().To(c.Ends[len(c.Ends)-1].Span()) }

// Brackets hold attributes: [label=m, right].
type Brackets struct {
	Open       diag.Span // where the [ stands
	Attributes []*Attribute
	Close      diag.Span // where the ] stands
}

// Span is where the brackets stand; it isn't valid where there are none.
func (b *Brackets) Span() diag.Span {
	if b == nil {
		return diag.Span{}
	}
	return b.Open.To(b.Close)
}

// Attribute is one thing said about an element: a word (right), or a key and its value (label=m).
type Attribute struct {
	Key   Name
	Value *Literal // nil for a word
}

// Span is where the attribute stands.
func (a *Attribute) Span() diag.Span {
	if a.Value == nil {
		return a.Key.Span
	}
	return a.Key.Span.To(a.Value.Span)
}

// Name is a word of the text.
type Name struct {
	Text string
	Span diag.Span
}

// Literal is a value as it is written: an expression, a quoted text, a number with its unit.
type Literal struct {
	Raw  string // with its quotes
	Span diag.Span
}

// Quoted reports whether the value is written in quotes.
func (v *Literal) Quoted() bool { return strings.HasPrefix(v.Raw, `"`) }

// Text is the value without its quotes. A backslash stands for itself; \" is a quote.
func (v *Literal) Text() string {
	if !v.Quoted() {
		return v.Raw
	}
	text := v.Raw[1 : len(v.Raw)-1]
	if !strings.Contains(text, `\"`) {
		return text
	}
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] == '\\' && i+1 < len(text) {
			if text[i+1] != '"' {
				b.WriteByte(text[i])
			}
			i++
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

// At is the span of the n-th to the m-th byte of the value's text.
func (v *Literal) At(n, m int) diag.Span {
	if v.Quoted() {
		n, m = n+1, m+1
	}
	n = min(max(n, 0), len(v.Raw))
	m = min(max(m, n), len(v.Raw))
	return diag.Span{Start: v.Span.Start.Advance(v.Raw[:n]), End: v.Span.Start.Advance(v.Raw[:m])}
}
