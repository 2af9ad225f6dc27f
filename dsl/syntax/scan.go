package syntax

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"diagram/dsl/diag"
)

// MaxDepth is how deep groups may be nested; no drawing could show more, and a parser's stack is finite.
const MaxDepth = 64

// scanner cuts a source text into tokens, in one pass. It never fails: what it can't read becomes an Invalid token.
type scanner struct {
	file     string
	src      string
	pos      diag.Pos
	tokens   []Token // of the statement at hand
	next     int     // how many of them were handed out
	ended    bool    // the statement at hand is complete
	open     []byte  // its brackets that are not closed
	newline  bool    // a line break came before what is scanned now
	comments []*Comment
	problems diag.List
}

func newScanner(file, src string) *scanner {
	s := &scanner{file: file, src: src, pos: diag.Pos{Line: 1, Column: 1}}
	if strings.HasPrefix(src, bom) {
		s.pos.Offset = len(bom)
	}
	return s
}

// bom is the byte order mark that some editors put first.
const bom = "\ufeff"

// Next hands out the next token: after the last that is NoToken, again and again.
func (s *scanner) Next() Token {
	if s.next == len(s.tokens) {
		s.scan()
	}
	if len(s.tokens) == 0 {
		return Token{Pos: s.pos}
	}
	s.next++
	return s.tokens[s.next-1]
}

// more reports whether there is text that was not handed out.
func (s *scanner) more() bool { return s.next < len(s.tokens) || s.pos.Offset < len(s.src) }

// scan reads the next statement; there is none at the end of the text.
func (s *scanner) scan() {
	s.tokens, s.next, s.open, s.ended = s.tokens[:0], 0, s.open[:0], false
	for !s.ended && s.pos.Offset < len(s.src) {
		switch c := s.src[s.pos.Offset]; {
		case c == ' ' || c == '\t':
			s.advance(1)
		case c == '\n' || c == '\r':
			s.lineBreak()
		case c == '#' && !s.colour() || c == '/' && s.at(1) == '/':
			s.comment()
		case (s.newline || len(s.tokens) == 0) && dashComment.MatchString(s.src[s.pos.Offset:]):
			s.problems = append(s.problems, diag.Diagnostic{
				File: s.file, Span: diag.Span{Start: s.pos, End: s.pos.Advance("--")},
				Summary: "-- does not start a comment", Help: CommentHelp,
			})
			s.comment()
		case s.newline:
			s.newline = false
			s.afterNewline()
		default:
			s.token(c)
		}
	}
	s.end()
}

// dashComment finds a line of words after two dashes, which are a comment elsewhere.
var dashComment = regexp.MustCompile(`^---*[ \t]+[^-=\[\]()\s]+[ \t]+[^-=\[\]()\s]+[^-=\[\]()\r\n]*(?:[\r\n]|$)`)

func (s *scanner) at(ahead int) byte {
	if i := s.pos.Offset + ahead; i < len(s.src) {
		return s.src[i]
	}
	return 0
}

// advance moves over n bytes of ASCII.
func (s *scanner) advance(n int) {
	s.pos.Offset += n
	s.pos.Column += n
}

// skip moves over n bytes of any text in one line.
func (s *scanner) skip(n int) { s.pos = s.pos.Advance(s.src[s.pos.Offset : s.pos.Offset+n]) }

func (s *scanner) lineBreak() {
	if s.at(0) == '\r' && s.at(1) == '\n' {
		s.pos.Offset++
	}
	s.pos.Offset++
	s.pos.Line++
	s.pos.Column = 1
	s.newline = true
}

// colour reports whether the # at hand begins a colour, as in color=#ff0000, and not a comment.
func (s *scanner) colour() bool {
	last := s.last()
	if !last.Is("=") || s.before().Type != KeyToken {
		return false
	}
	isHex := func(r rune) bool { return r < utf8.RuneSelf && strings.ContainsRune("0123456789abcdefABCDEF", r) }
	n := WordLength(s.src[s.pos.Offset+1:], isHex)
	return last.Pos.Offset+1 == s.pos.Offset || n == 3 || n == 6
}

func (s *scanner) comment() {
	start := s.pos
	n := strings.IndexAny(s.src[start.Offset:], "\r\n")
	if n < 0 {
		n = len(s.src) - start.Offset
	}
	s.skip(n)
	text := strings.TrimRight(s.src[start.Offset:s.pos.Offset], " \t")
	s.comments = append(s.comments, &Comment{Text: text, span: diag.Span{Start: start, End: start.Advance(text)}})
	if i, summary, help := Unfit(text); i >= 0 {
		at := start.Advance(text[:i])
		_, size := utf8.DecodeRuneInString(text[i:])
		s.problems = append(s.problems, diag.Diagnostic{
			File: s.file, Span: diag.Span{Start: at, End: at.Advance(text[i : i+size])}, Summary: summary, Help: help,
		})
	}
}

// emit makes the next n bytes a token.
func (s *scanner) emit(t TokenType, n int) {
	start := s.pos.Offset
	s.tokens = append(s.tokens, Token{t, s.src[start : start+n], s.pos})
	s.skip(n)
}

// last is the statement's latest token; it is NoToken where there is none.
func (s *scanner) last() Token {
	if len(s.tokens) == 0 {
		return Token{}
	}
	return s.tokens[len(s.tokens)-1]
}

// before is the statement's token before the latest; it is a mark where there is none.
func (s *scanner) before() Token {
	if len(s.tokens) < 2 {
		return Token{Type: PunctToken}
	}
	return s.tokens[len(s.tokens)-2]
}

func (s *scanner) inBrackets() bool { return len(s.open) > 0 && s.open[len(s.open)-1] == '[' }

// end ends the statement, if one has begun, just behind its last token.
func (s *scanner) end() {
	if len(s.tokens) == 0 || s.ended {
		return
	}
	last := s.last()
	s.tokens = append(s.tokens, Token{Type: EndToken, Pos: last.Span().End})
	s.ended = true
}

// afterNewline decides whether the line break before the character at hand ends the statement. Inside brackets it does
// so only where nothing else makes sense: then one that was never closed costs its own statement, not the rest of the file.
func (s *scanner) afterNewline() {
	last := s.last()
	if last.Type == NoToken {
		return
	}
	isLink, _ := s.linkAhead()
	switch {
	case last.Type == LinkToken:
		if t := s.wordType(); t == NameToken || t == SymbolToken {
			s.end()
		}
	case len(s.open) == 0:
		if !isLink {
			s.end()
			return
		}
		s.problems = append(s.problems, diag.Diagnostic{
			File: s.file, Span: diag.Span{Start: s.pos, End: s.pos.Advance("-")},
			Summary: "a line can't begin with a link",
			Help:    "put the - at the end of the previous line",
		})
	case last.Type == PunctToken && strings.Contains("[(,=", last.Text):
	case isLink || strings.IndexByte("]),", s.at(0)) >= 0:
	default:
		s.end()
	}
}

// CommentHelp is what to write for what other languages begin a comment with.
const CommentHelp = "comments start with # or //"

// token scans what begins with c, which is neither blank nor comment.
func (s *scanner) token(c byte) {
	if last := s.last(); last.Is("=") {
		before := s.before().Type
		if before == KeyToken && strings.IndexByte("],", c) < 0 && c != ';' {
			s.value()
			return
		}
		if before == SymbolToken && c != ';' {
			amount, t := strings.TrimRight(s.upTo(";"), " \t"), AmountToken
			if !fit(amount) {
				t = InvalidToken
			}
			s.emit(t, len(amount))
			return
		}
	}
	switch {
	case c == '=' && s.at(1) == '>':
		_, n := s.linkAhead()
		s.link(n)
	case c == ';':
		s.end()
		s.advance(1)
	case c == '[' || c == '(':
		if len(s.open) == MaxDepth {
			s.emit(InvalidToken, 1)
			return
		}
		s.open = append(s.open, c)
		s.emit(PunctToken, 1)
	case c == ']' || c == ')':
		if c == ']' && s.last().Text == "," && s.before().Type != PunctToken {
			s.tokens = s.tokens[:len(s.tokens)-1] // a comma may follow the last attribute
		}
		if n := len(s.open); n > 0 && (s.open[n-1] == '[') == (c == ']') {
			s.open = s.open[:n-1]
		}
		s.emit(PunctToken, 1)
	case c == ',' || c == '=':
		s.emit(PunctToken, 1)
	case c == '"':
		s.quoted(TextToken)
	case '0' <= c && c <= '9' || c == '.' && isDigit(s.at(1)):
		s.emit(NumberToken, WordLength(s.src[s.pos.Offset:], isNumberPart))
	default:
		s.wordOrLink()
	}
}

func (s *scanner) wordOrLink() {
	if isLink, n := s.linkAhead(); isLink {
		s.link(n)
		return
	}
	if r, _ := utf8.DecodeRuneInString(s.src[s.pos.Offset:]); IsWordStart(r) {
		s.emit(s.wordType(), WordLength(s.src[s.pos.Offset:], IsWordPart))
		return
	}
	s.emit(InvalidToken, s.invalidLength())
}

// wordType is the type of the word at hand, by what follows it. What doesn't begin a word is an identifier here.
func (s *scanner) wordType() TokenType {
	rest := s.src[s.pos.Offset:]
	n := WordLength(rest, IsWordPart)
	word := rest[:n]
	rest = strings.TrimLeft(rest[n:], " \t")
	starts := len(s.tokens) == 0
	switch {
	case n == 0:
	case starts && word == PartWord && !strings.HasPrefix(rest, "="):
		return PartToken
	case rest == "":
	case s.inBrackets() && rest[0] == '=':
		return KeyToken
	case len(s.open) > 0, strings.HasPrefix(rest, "=>"):
	case rest[0] == '=' && (starts || s.last().Type == LinkToken):
		value, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest[1:], " \t"))
		if strings.ContainsRune("0123456789+-.−", value) {
			return SymbolToken
		}
		return NameToken
	case rest[0] == '[' && word == SettingWord && starts:
		return SettingToken
	}
	return IdentToken
}

// value scans an attribute's value as it is written: a quoted text, a colour, or whatever stands before the next comma or
// bracket that isn't inside parentheses of its own.
func (s *scanner) value() {
	if s.at(0) == '"' {
		s.quoted(ValueToken)
		return
	}
	rest := s.src[s.pos.Offset:]
	depth := 0
	for i := 0; i < len(rest); i++ {
		switch c := rest[i]; {
		case c == '(' || c == '{':
			depth++
			continue
		case (c == ')' || c == '}') && depth > 0:
			depth--
			continue
		case c == ',' && depth > 0, c == '#' && i == 0:
			continue
		case strings.IndexByte(",;]\n\r#", c) >= 0, c == '/' && i+1 < len(rest) && rest[i+1] == '/':
		case c >= utf8.RuneSelf || c >= ' ' || c == '\t':
			continue
		}
		rest = rest[:i]
	}
	rest = strings.TrimRight(rest, " \t")
	switch {
	case rest == "":
		s.emit(InvalidToken, s.invalidLength())
	case !fit(rest):
		s.emit(InvalidToken, len(rest))
	default:
		s.emit(ValueToken, len(rest))
	}
}

// upTo is the rest of the line before a comment or one of the stops.
func (s *scanner) upTo(stops string) string {
	rest := s.src[s.pos.Offset:]
	if n := strings.IndexAny(rest, "\r\n#"+stops); n >= 0 {
		rest = rest[:n]
	}
	if n := strings.Index(rest, "//"); n >= 0 {
		rest = rest[:n]
	}
	return rest
}

// quoted scans a quoted text. A backslash stands for itself, as LaTeX has it, but for \" which is a quote.
func (s *scanner) quoted(t TokenType) {
	rest := s.src[s.pos.Offset:]
	for i := 1; i < len(rest); i++ {
		switch rest[i] {
		case '\\':
			if i+1 < len(rest) && rest[i+1] != '\n' && rest[i+1] != '\r' {
				i++
			}
		case '\n', '\r':
			s.emit(InvalidToken, i)
			return
		case '"':
			text := rest[:i+1]
			if !fit(text) {
				t = InvalidToken
			}
			if len(s.tokens) == 0 && strings.HasPrefix(strings.TrimLeft(rest[i+1:], " \t"), "=") {
				t = SymbolToken
			}
			s.emit(t, i+1)
			return
		}
	}
	s.emit(InvalidToken, len(rest))
}

// linkAhead reports whether a link stands here, and how many bytes it has.
func (s *scanner) linkAhead() (bool, int) {
	rest := s.src[s.pos.Offset:]
	if strings.HasPrefix(rest, "=>") {
		return true, len("=>")
	}
	n := WordLength(rest, func(r rune) bool { return strings.ContainsRune("-‐‑‒–—−<>→←↔", r) })
	return n > 0, n
}

// link scans a link. What word processors make of a - is accepted; arrows are not, since a link has no direction.
func (s *scanner) link(n int) {
	text := s.src[s.pos.Offset : s.pos.Offset+n]
	if start := s.pos; utf8.RuneCountInString(text) > 2 || strings.ContainsAny(text, "<>→←↔") {
		s.problems = append(s.problems, diag.Diagnostic{
			File: s.file, Span: diag.Span{Start: start, End: start.Advance(text)},
			Summary: "a link is written -, not " + text,
			Help:    "a connection has no direction: write -, and put first what is further left or higher up",
		})
	}
	s.emit(LinkToken, n)
}

// invalidLength is the length of what can't be read from here on: up to a blank or something that can.
func (s *scanner) invalidLength() int {
	rest := s.src[s.pos.Offset:]
	n := 0
	for i, r := range rest {
		if i > 0 && (r <= ' ' || IsWordStart(r) || strings.ContainsRune("[](),;=\"#/-", r)) {
			break
		}
		_, size := utf8.DecodeRuneInString(rest[i:])
		n = i + size
	}
	return n
}
