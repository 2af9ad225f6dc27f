package dsl

import (
	"io"

	"github.com/alecthomas/participle/v2/lexer"
)

// The types of token. A word's type says what the words around it make of it, so that one token decides how the grammar
// goes on: the `T` of `T = trolley` is a name, the `m` of `m = 2 kg` a symbol, the `k` of `[k=85]` a key, and the
// `diagram` of `diagram[…]` a setting; every other word is an identifier.
const (
	identToken lexer.TokenType = lexer.EOF - 1 - iota
	nameToken
	symbolToken
	keyToken
	settingToken
	valueToken  // an attribute's value, as written: 3*k/2, "\dot m_1", #ff0000
	amountToken // a quantity's number and unit: 200 N/m
	linkToken
	punctToken // one of [ ] ( ) , =
	numberToken
	textToken    // a quoted text where none belongs
	endToken     // a newline or semicolon that ends a statement
	invalidToken // what can't be part of the language
)

// language makes the scanner a participle lexer. Comments and blanks are no tokens; a character that can't be part of
// the language becomes an Invalid token, so that it costs its statement only.
type language struct{}

var (
	_ lexer.Definition      = language{}
	_ lexer.BytesDefinition = language{}
)

// Symbols lists the types of token by the names that the grammar uses.
func (language) Symbols() map[string]lexer.TokenType {
	return map[string]lexer.TokenType{
		"EOF": lexer.EOF, "Ident": identToken, "Name": nameToken, "Symbol": symbolToken, "Key": keyToken, "Setting": settingToken,
		"Value": valueToken, "Amount": amountToken, "Link": linkToken, "Punct": punctToken, "Number": numberToken,
		"Text": textToken, "End": endToken, "Invalid": invalidToken,
	}
}

// Lex scans all of r.
func (l language) Lex(file string, r io.Reader) (lexer.Lexer, error) {
	src, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	return l.LexBytes(file, src)
}

// LexBytes scans src.
func (language) LexBytes(file string, src []byte) (lexer.Lexer, error) {
	return newScanner(file, string(src)), nil
}

// batchSize is how many tokens participle gets at once, up to the end of their statement. It keeps them all, so that those of
// a whole file would be much to hold.
const batchSize = 400

// batch is a lexer of some statements: those that a scanner is going to read next.
type batch struct {
	*scanner
	left int
}

// Next hands out the next token, or EOF behind the batch's last statement.
func (b *batch) Next() (lexer.Token, error) {
	if b.left <= 0 && b.next == len(b.tokens) {
		return lexer.EOFToken(b.place(b.pos)), nil
	}
	b.left--
	return b.scanner.Next()
}
