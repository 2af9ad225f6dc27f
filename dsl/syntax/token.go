package syntax

import (
	"diagram/dsl/diag"
)

// Token is a piece of the text: what a statement is made of, but for its blanks and comments.
type Token struct {
	Type TokenType
	Text string // as written
	Pos  diag.Pos
}

// Span is where the token stands.
func (t *Token) Span() diag.Span { return diag.Span{Start: t.Pos, End: t.Pos.Advance(t.Text)} }

// Is reports whether the token is a punctuation mark.
func (t *Token) Is(mark string) bool { return t.Type == PunctToken && t.Text == mark }

// TokenType says what a token is. A word's type says what the words around it make of it, so that one token decides how the
// grammar goes on: the `T` of `T = trolley` is a name, the `m` of `m = 2 kg` a symbol, the `k` of `[k=85]` a key, and the
// `diagram` of `diagram[…]` a setting, and the `part` that begins a statement a part; every other word is an identifier.
type TokenType uint8

// NoToken is what stands before the first token of a text, and after the last.
const (
	NoToken TokenType = iota
	IdentToken
	NameToken
	SymbolToken
	KeyToken
	SettingToken
	PartToken
	ValueToken  // an attribute's value, as written: 3*k/2, "\dot m_1", #ff0000
	AmountToken // a quantity's number and unit: 200 N/m
	LinkToken
	PunctToken // one of [ ] ( ) , =
	NumberToken
	TextToken    // a quoted text where none belongs
	EndToken     // a newline or semicolon that ends a statement
	InvalidToken // what can't be part of the language
)
