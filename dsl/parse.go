package dsl

import (
	"bytes"
	"strings"

	"diagram/dsl/diag"

	"github.com/alecthomas/participle/v2/lexer"
)

// Parse reads a text as a tree. The tree is there whatever is wrong: a statement that can't be read is a *Bad one, and
// reading goes on with the next.
func Parse(file string, src []byte) (*File, diag.List) {
	f := &File{Name: file, Source: src}
	if d, wide := Wide(file, src); wide {
		f.Statements = []Statement{&Bad{Text: string(src), span: textStart}}
		return f, diag.List{d}
	}
	s := newScanner(file, string(src))
	var problems diag.List
	for s.more() {
		lex, err := lexer.Upgrade(&batch{s, batchSize})
		if err != nil { // a scanner has none
			panic(err)
		}
		for !lex.Peek().EOF() {
			begin := lex.RawCursor()
			statement, err := parseStatement(lex)
			at := lex.RawCursor()
			for lex.Peek().Type != endToken {
				lex.Next()
			}
			end := lex.RawCursor()
			if err == nil && at == end {
				f.Statements = append(f.Statements, statement)
			} else {
				d := explain(lex.Range(begin, end+1), int(at-begin))
				d.File = file
				problems = append(problems, d)
				f.Statements = append(f.Statements, bad(src, lex.Range(begin, end)))
			}
			lex.Next()
		}
	}
	f.Comments = s.comments
	problems = append(problems, s.problems...)
	problems.Sort()
	return f, problems
}

// Wide reports whether a text has more than one byte a character, by its mark or by the zeros of its first character, and says so.
func Wide(file string, src []byte) (diag.Diagnostic, bool) {
	mark := bytes.HasPrefix(src, []byte("\xff\xfe")) || bytes.HasPrefix(src, []byte("\xfe\xff")) || bytes.HasPrefix(src, []byte("\x00\x00\xfe\xff"))
	wide := mark || len(src) > 1 && (src[0] == 0) != (src[1] == 0)
	return diag.Diagnostic{File: file, Span: textStart, Summary: "the file is UTF-16 or UTF-32 text", Help: "save it as UTF-8"}, wide
}

// bad is the statement of tokens that can't be read.
func bad(src []byte, tokens []lexer.Token) *Bad {
	b := &Bad{span: tokenSpan(&tokens[0]).To(tokenSpan(&tokens[len(tokens)-1]))}
	b.Text = string(src[b.span.Start.Offset:b.span.End.Offset])
	for _, t := range tokens {
		switch t.Type {
		case identToken, nameToken, keyToken:
			b.Words = append(b.Words, t.Value)
		case invalidToken, textToken, valueToken:
			b.Words = append(b.Words, strings.FieldsFunc(t.Value, func(r rune) bool { return !isWordPart(r) })...)
		}
	}
	return b
}
