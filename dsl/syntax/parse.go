package syntax

import (
	"bytes"

	"diagram/dsl/diag"

	"github.com/alecthomas/participle/v2/lexer"
)

// Start is where a text begins, even an empty one.
var Start = diag.Span{Start: diag.Pos{Line: 1, Column: 1}, End: diag.Pos{Line: 1, Column: 1}}

// Parse reads a text as a tree. The tree is there whatever is wrong: a statement that can't be read is a *Bad one, and
// reading goes on with the next. The diagnostics are about all else, such as an arrow in the place of a link.
func Parse(file string, src []byte) (*File, diag.List) {
	f := &File{Name: file, Source: src}
	if d, wide := Wide(file, src); wide {
		f.Statements = []Statement{&Bad{Text: string(src), span: Start}}
		return f, diag.List{d}
	}
	s := newScanner(file, string(src))
	for s.more() {
		lex, err := lexer.Upgrade(&batch{s, batchSize})
		if err != nil { // a scanner has none
			panic(err)
		}
		for !lex.Peek().EOF() {
			begin := lex.RawCursor()
			statement, err := parseStatement(lex)
			at := lex.RawCursor()
			for peek(lex).Type != EndToken {
				lex.Next()
			}
			if end := lex.RawCursor(); err != nil || at != end {
				statement = bad(src, lex.Range(begin, end+1), int(at-begin))
			}
			f.Statements = append(f.Statements, statement)
			lex.Next()
		}
	}
	f.Comments = s.comments
	return f, s.problems
}

// Wide reports whether a text has more than one byte a character, by its mark or by the zeros of its first character, and says so.
func Wide(file string, src []byte) (diag.Diagnostic, bool) {
	mark := bytes.HasPrefix(src, []byte("\xff\xfe")) || bytes.HasPrefix(src, []byte("\xfe\xff")) || bytes.HasPrefix(src, []byte("\x00\x00\xfe\xff"))
	wide := mark || len(src) > 1 && (src[0] == 0) != (src[1] == 0)
	return diag.Diagnostic{File: file, Span: Start, Summary: "the file is UTF-16 or UTF-32 text", Help: "save it as UTF-8"}, wide
}

// bad is the statement of tokens that can't be read from one of them on.
func bad(src []byte, tokens []lexer.Token, at int) *Bad {
	b := &Bad{Tokens: make([]Token, len(tokens)), At: at}
	for i := range tokens {
		b.Tokens[i] = token(&tokens[i])
	}
	b.span = b.Tokens[0].Span().To(b.Tokens[len(tokens)-2].Span())
	b.Text = string(src[b.span.Start.Offset:b.span.End.Offset])
	return b
}
