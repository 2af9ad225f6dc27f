package mathbox

import (
	"strings"
	"unicode"

	"diagram/dsl/unseen"
	"diagram/symbolic/formula"
)

// textRun is a line of upright text with formulas in it (an \hbox).
type textRun struct{ items []textItem }

// textItem is one of: a character of a TeX font, a character that TeX's fonts
// lack, a space, a formula or group, a kern.
type textItem struct {
	char    char
	shows   rune // the character that the text has here; 0 where it isn't one
	nucleus nucleus
	kern    kern
	kind    textKind
}

type textKind uint8

const (
	textChar    textKind = iota
	textOther            // drawn from the OpenType font of the char's family
	textUnknown          // no font here has it
	textUnseen           // shows nothing, but may help another font to show its neighbours
	textSpace
	textNucleus
	textKern
	textItalic // the italic correction of char
)

// wordFamily is the font of a command's words.
func wordFamily(command string) family {
	switch command {
	case "textbf":
		return bold
	case "textit":
		return italic
	}
	return roman
}

// textOf makes a line of words.
func textOf(words string, f family) *textRun {
	return &textRun{items: withForeign(appendWords(nil, words, f))}
}

// lineOf makes a line of words with formulas among them.
func lineOf(pieces formula.Line) *textRun {
	var items []textItem
	for _, n := range pieces {
		if w, ok := n.(formula.Words); ok {
			items = appendWords(items, w.Text, wordFamily(w.Command))
		} else {
			items = append(items, textItem{kind: textNucleus, nucleus: builder{}.list(n)})
		}
	}
	return &textRun{items: withForeign(items)}
}

// appendWords appends the items of words. Characters that show nothing and help no other to are left out.
func appendWords(items []textItem, words string, f family) []textItem {
	for _, r := range words {
		switch {
		case r == ' ' || r == '\t' || r == '\n' || r == '\r':
			if n := len(items); n == 0 || items[n-1].kind != textSpace || items[n-1].shows != ' ' {
				items = append(items, textItem{kind: textSpace, char: char{f, ' '}, shows: ' '})
			}
		case r == '\'':
			items = append(items, textItem{char: char{f, '\''}, shows: '’'})
		case unseen.Helps(r):
			items = append(items, textItem{kind: textUnseen, shows: r})
		case unseen.Is(r):
		default:
			items = append(items, textRune(r, f))
		}
	}
	return items
}

// textRune makes the item of a character of text.
func textRune(r rune, f family) textItem {
	it := shownBy(r, f)
	it.shows = r
	return it
}

// shownBy finds what shows a character of text.
func shownBy(r rune, f family) textItem {
	switch {
	case unicode.Is(unicode.Zs, r):
		return textItem{kind: textSpace, char: char{f, ' '}}
	case r > ' ' && r < 0x7F && !strings.ContainsRune(`<>\^_{|}~`, r):
		return textItem{char: char{f, byte(r)}}
	}
	if n := borrowed(r); n != nil && f != mono {
		return textItem{kind: textNucleus, nucleus: n}
	}
	for code, x := range ot1Low {
		if x == r {
			return textItem{char: char{f, byte(code)}}
		}
	}
	for _, code := range [...]byte{'"', '\'', '<', '>', '\\', '`', 0x7B, 0x7C} {
		if ot1(code) == r {
			return textItem{char: char{f, code}}
		}
	}
	if textFaces[f][0].open().glyph(r) != 0 || mathFont().glyph(r) != 0 {
		return textItem{kind: textOther, char: char{family: f}}
	}
	if n := composed(r); n != nil {
		return textItem{kind: textNucleus, nucleus: n}
	}
	return textItem{kind: textUnknown, char: char{family: f}}
}

// borrowed returns what stands for an ASCII character that OT1 lacks, as LaTeX
// makes it; nil for another character.
func borrowed(r rune) nucleus {
	switch r {
	case '<':
		return char{letters, 0x3C}
	case '>':
		return char{letters, 0x3E}
	case '|':
		return char{symbols, 0x6A}
	case '\\':
		return char{symbols, 0x6E}
	case '{':
		return char{symbols, 0x66}
	case '}':
		return char{symbols, 0x67}
	case '^':
		return char{roman, 0x5E}
	case '~':
		return char{roman, 0x7E}
	case '_':
		return underscore{}
	}
	return nil
}

// underscore is LaTeX's \_: a rule.
type underscore struct{}

func (underscore) set(s style) *box {
	quad := font(roman, s.level()).param(6) * sizes[s.level()]
	b := &box{width: 0.36 * quad, height: 0.4}
	b.rule(0.06*quad, 0, 0.3*quad, 0.4)
	return b
}
