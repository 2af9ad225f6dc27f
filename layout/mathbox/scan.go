package mathbox

import (
	"fmt"
	"unicode/utf8"
)

// Bounds on the input.
const (
	maxSource = 1 << 16 // bytes
	maxDepth  = 50      // nested groups
)

// token is a character, or a control sequence with its name.
type token struct {
	kind tokenKind
	name string // of a control sequence, without the backslash; of a character, its text
	r    rune
	pos  int
}

type tokenKind uint8

const (
	tokEnd tokenKind = iota
	tokChar
	tokCommand
	tokOpen   // {
	tokClose  // }
	tokSup    // ^
	tokSub    // _
	tokAlign  // &
	tokDollar // $
	tokActive // ' and ~
	tokSpace  // in text
)

// scanner reads tokens.
type scanner struct {
	src    string
	pos    int
	inText bool // spaces count
}

func (s *scanner) peek() token {
	p := s.pos
	t := s.next()
	s.pos = p
	return t
}

func (s *scanner) skipSpace() (skipped bool) {
	for s.pos < len(s.src) {
		switch s.src[s.pos] {
		case ' ', '\t', '\n', '\r':
			s.pos++
			skipped = true
		default:
			return skipped
		}
	}
	return skipped
}

func (s *scanner) next() token {
	start := s.pos
	if s.skipSpace() && s.inText {
		return token{kind: tokSpace, name: " ", r: ' ', pos: start}
	}
	if s.pos >= len(s.src) {
		return token{kind: tokEnd, pos: len(s.src)}
	}
	pos := s.pos
	r, size := utf8.DecodeRuneInString(s.src[pos:])
	s.pos += size
	t := token{kind: tokChar, name: s.src[pos:s.pos], r: r, pos: pos}
	switch r {
	case '\\':
		t.kind = tokCommand
		end := s.pos
		for end < len(s.src) && isLetter(s.src[end]) {
			end++
		}
		if end == s.pos && end < len(s.src) {
			_, n := utf8.DecodeRuneInString(s.src[end:])
			end += n
		}
		t.name = s.src[s.pos:end]
		s.pos = end
		if s.inText && len(t.name) > 0 && isLetter(t.name[0]) {
			s.skipSpace() // TeX drops spaces after a command's name
		}
	case '{':
		t.kind = tokOpen
	case '}':
		t.kind = tokClose
	case '^':
		t.kind = tokSup
	case '_':
		t.kind = tokSub
	case '&':
		t.kind = tokAlign
	case '$':
		t.kind = tokDollar
	case '~', '\'':
		t.kind = tokActive
	}
	return t
}

func isLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

// describe names a token in a message.
func (t token) describe() string {
	switch t.kind {
	case tokEnd:
		return "the end"
	case tokCommand:
		return "\\" + t.name
	}
	return fmt.Sprintf("%q", t.name)
}
