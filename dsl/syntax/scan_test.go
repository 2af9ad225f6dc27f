package syntax

import (
	"strings"
	"testing"

	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"
	"github.com/google/go-cmp/cmp"
)

// kinds prints tokens as words of their types and values.
func kinds(tokens []Token) string {
	names := lexer.SymbolsByRune(language{})
	var words []string
	for _, t := range tokens {
		words = append(words, strings.TrimSuffix(names[t.Type.shell()]+":"+t.Text, ":"))
	}
	return strings.Join(words, " ")
}

// all are the tokens that a scanner hands out, up to the one that says that there are no more.
func all(s *scanner) []Token {
	tokens := []Token{s.Next()}
	for tokens[len(tokens)-1].Type != NoToken {
		tokens = append(tokens, s.Next())
	}
	return tokens
}

func TestTokens(t *testing.T) {
	for text, want := range map[string]string{
		"":                        "EOF",
		"T = trolley":             "Name:T Punct:= Ident:trolley End EOF",
		"m = 2 kg # m":            "Symbol:m Punct:= Amount:2 kg End EOF",
		"m=-2 kg;n=.5":            "Symbol:m Punct:= Amount:-2 kg End Symbol:n Punct:= Amount:.5 End EOF",
		"m = 3 // m":              "Symbol:m Punct:= Amount:3 End EOF",
		`"\dot m" = 2`:            `Symbol:"\dot m" Punct:= Amount:2 End EOF`,
		"diagram[gravity]":        "Setting:diagram Punct:[ Ident:gravity Punct:] End EOF",
		"W--S–T":                  "Ident:W Link:-- Ident:S Link:– Ident:T End EOF",
		"a[b = 3*k/2 , c]":        "Ident:a Punct:[ Key:b Punct:= Value:3*k/2 Punct:, Ident:c Punct:] End EOF",
		"a[b=f(x,y),c]":           "Ident:a Punct:[ Key:b Punct:= Value:f(x,y) Punct:, Ident:c Punct:] End EOF",
		`a[b="x ] , # y"]`:        `Ident:a Punct:[ Key:b Punct:= Value:"x ] , # y" Punct:] End EOF`,
		`a[b="\" \\"]`:            `Ident:a Punct:[ Key:b Punct:= Value:"\" \\" Punct:] End EOF`,
		"a[b=#ff0000,c=#f # d\n]": "Ident:a Punct:[ Key:b Punct:= Value:#ff0000 Punct:, Key:c Punct:= Value:#f Punct:] End EOF",
		"a[b= # why\n c]":         "Ident:a Punct:[ Key:b Punct:= Value:c Punct:] End EOF",
		"a[b= #abc]":              "Ident:a Punct:[ Key:b Punct:= Value:#abc Punct:] End EOF",
		"a[b,]":                   "Ident:a Punct:[ Ident:b Punct:] End EOF",
		"a -\n b\nc - d":          "Ident:a Link:- Ident:b End Ident:c Link:- Ident:d End EOF",
		"a - (b,\n c\n) - d":      "Ident:a Link:- Punct:( Ident:b Punct:, Ident:c Punct:) Link:- Ident:d End EOF",
		"a[b\nc = wall":           "Ident:a Punct:[ Ident:b End Name:c Punct:= Ident:wall End EOF",
		"a -\nT = wall":           "Ident:a Link:- End Name:T Punct:= Ident:wall End EOF",
		"λ_1₂ = 3":                "Symbol:λ_1₂ Punct:= Amount:3 End EOF",
		"@@ \xff a":               "Invalid:@@ Invalid:\xff Ident:a End EOF",
		`a["b`:                    `Ident:a Punct:[ Invalid:"b End EOF`,
		"5kg":                     "Number:5kg End EOF",
		";;\n;":                   "EOF",
	} {
		if diff := cmp.Diff(want, kinds(all(newScanner("x.dg", text)))); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

// TestLexerDefinition reads a statement by participle's own way through the lexer.
func TestLexerDefinition(t *testing.T) {
	c, err := connections.ParseString("x.dg", "W - (S, D)", participle.AllowTrailing(true))
	if err != nil || len(c.Ends) != 2 {
		t.Errorf("%+v, %v", c, err)
	}
}

// FuzzTokensTile holds tokens, comments and blanks to fill the text without gaps or overlaps.
func FuzzTokensTile(f *testing.F) {
	f.Add("T = trolley[label=m, # why\n width=2]\nW - (S, D) - T // end\r\nk = 5 N/m; \"x\" = 3 @ \xff\n")
	f.Fuzz(func(t *testing.T, text string) {
		s := newScanner("x.dg", text)
		tokens := all(s)
		covered := make([]bool, len(text))
		cover := func(from, to int) {
			for i := from; i < to; i++ {
				if covered[i] {
					t.Fatalf("byte %d of %q belongs to two tokens", i, text)
				}
				covered[i] = true
			}
		}
		for _, tok := range tokens {
			if text[tok.Pos.Offset:tok.Pos.Offset+len(tok.Text)] != tok.Text {
				t.Fatalf("token %q does not stand at its place in %q", tok.Text, text)
			}
			cover(tok.Pos.Offset, tok.Pos.Offset+len(tok.Text))
		}
		for _, c := range s.comments {
			cover(c.span.Start.Offset, c.span.End.Offset)
		}
		rest := strings.TrimPrefix(text, bom)
		for i := range rest {
			at := i + len(text) - len(rest)
			if !covered[at] && !strings.ContainsRune(" \t\r\n;,", rune(text[at])) {
				t.Fatalf("byte %d of %q is lost", at, text)
			}
		}
	})
}
