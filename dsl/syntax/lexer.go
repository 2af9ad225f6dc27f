package syntax

import (
	"io"

	"diagram/dsl/diag"

	"github.com/alecthomas/participle/v2/lexer"
)

// language makes the scanner a participle lexer. Comments and blanks are no tokens; a character that can't be part of
// the language becomes an Invalid token, so that it costs its statement only.
type language struct{}

// Symbols lists the types of token by the names that the grammar uses.
func (language) Symbols() map[string]lexer.TokenType {
	symbols := map[string]lexer.TokenType{}
	for i, name := range []string{"EOF", "Ident", "Name", "Symbol", "Key", "Setting", "Part", "Value", "Amount", "Link", "Punct", "Number", "Text", "End", "Invalid"} {
		symbols[name] = TokenType(i).shell()
	}
	return symbols
}

// Lex scans all of r.
func (language) Lex(file string, r io.Reader) (lexer.Lexer, error) {
	src, err := io.ReadAll(r)
	return &batch{newScanner(file, string(src)), len(src) + 1}, err
}

// batchSize is how many tokens participle gets at once, up to the end of their statement. It keeps them all, so that those of
// a whole file would be much to hold.
const batchSize = 400

// batch is a lexer of some statements: those that a scanner is going to read next.
type batch struct {
	*scanner
	left int
}

// Next hands out the next token, or EOF after the batch's last statement.
func (b *batch) Next() (lexer.Token, error) {
	if b.left <= 0 && b.next == len(b.tokens) {
		return lexer.EOFToken(lexer.Position{}), nil
	}
	b.left--
	t := b.scanner.Next()
	return lexer.Token{Type: t.Type.shell(), Value: t.Text, Pos: lexer.Position{Offset: t.Pos.Offset, Line: t.Pos.Line, Column: t.Pos.Column}}, nil
}

// shell is a type of token as participle counts them, and token one of its tokens as ours.
func (t TokenType) shell() lexer.TokenType { return lexer.EOF - lexer.TokenType(t) }

func token(t *lexer.Token) Token {
	return Token{TokenType(lexer.EOF - t.Type), t.Value, diag.Pos{Offset: t.Pos.Offset, Line: t.Pos.Line, Column: t.Pos.Column}}
}
