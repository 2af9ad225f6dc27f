package check

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"diagram/dsl/graph"
	"diagram/dsl/syntax"
	"diagram/symbolic/formula"
	"diagram/symbolic/naming"
	"diagram/symbolic/read"
)

// labelText is what the text of a label says.
type labelText struct {
	words  graph.Words // words beside the element; nil where the label is a formula
	symbol string      // the formula that gives the main parameter; empty where there is none
	// annotates says that the words compare or list: the symbol, with which they begin, gives the parameter only if that may be
	// called so. valued says that they give it a value, which isn't for a label to do.
	annotates, valued bool
	listed            []naming.Name // the symbols that an annotation lists behind the first
}

// readLabel tells words beside an element from a formula. In quotes, a word is a word though it could be a symbol as well. The
// one formula among words is the element's symbol, and so is a symbol with words in brackets behind it: m_1 (sprung).
func readLabel(text string, quoted bool) (labelText, error) {
	text = strings.TrimSpace(text)
	if several := lines(text); quoted && len(several) > 1 {
		return readLines(several)
	}
	words, isText := dollared(text)
	if isText {
		text = words
	}
	parts := cuts(text)
	switch {
	case len(parts) == 1 && parts[0].formula:
		if l, ok := annotation(parts[0].text); ok {
			return l, nil
		}
		return labelText{symbol: parts[0].text}, nil
	case slices.ContainsFunc(parts, func(c cut) bool { return c.formula }), isText, strings.Contains(text, `\$`):
		p, err := readWords(text)
		l := labelText{words: p}
		if len(p.Formulas()) == 1 {
			i := slices.IndexFunc(parts, func(c cut) bool { return c.formula })
			l.symbol = parts[i].text
		}
		return l, err
	}
	if symbol, rest, ok := captioned(text); ok {
		name, err := formulaName(symbol)
		return labelText{words: graph.Words{{Formula: name}, {Text: rest}}, symbol: symbol}, err
	}
	if l, ok := annotation(text); ok && wordIn(text) == "" {
		return l, nil
	}
	switch relation := compares(text); {
	case relation && wordIn(text) != "":
		return definition(text), nil
	case isWords(text, quoted) && !relation:
		p, err := readWords(text)
		return labelText{words: p}, err
	}
	return labelText{symbol: text}, nil
}

// readLines reads a label of several lines, each by itself. It gives the symbol that one of them gives, where only one does.
func readLines(lines []string) (labelText, error) {
	var all labelText
	giving := 0
	for i, text := range lines {
		l, err := readLabel(text, true)
		if err != nil {
			return l, err
		}
		if l.symbol != "" {
			giving++
			all.symbol = l.symbol
		}
		if l.words == nil && l.symbol != "" {
			name, err := formulaName(l.symbol)
			if err != nil {
				return l, &formulaError{l.symbol, err}
			}
			l.words = graph.Words{{Formula: name}}
		}
		if i > 0 {
			all.words = append(all.words, graph.Piece{Text: "\n"})
		}
		all.words = append(all.words, l.words...)
	}
	if giving > 1 {
		all.symbol = ""
	}
	return all, nil
}

// textCommand is a command for words in a formula; what is in its braces has no braces of its own.
var textCommand = regexp.MustCompile(`\\text(?:rm)?\s*\{([^{}\\]*)\}`)

// dollared turns a formula with words of its own, as LaTeX has it, into words with formulas: \text{stiffness } k is stiffness $k$.
// Words in a script, or with one, are part of a symbol.
func dollared(text string) (string, bool) {
	if strings.Contains(text, "$") {
		return "", false
	}
	var b strings.Builder
	formula := func(s string) {
		if trimmed := strings.TrimSpace(s); trimmed != "" {
			b.WriteString("$" + trimmed + "$")
		}
	}
	end := 0
	for _, m := range textCommand.FindAllStringSubmatchIndex(text, -1) {
		before, behind := strings.TrimSpace(text[end:m[0]]), strings.TrimSpace(text[m[1]:])
		if strings.Count(before, "{") != strings.Count(before, "}") || before != "" && strings.ContainsAny(before[len(before)-1:], "_^") ||
			behind != "" && strings.ContainsAny(behind[:1], "_^'") {
			return "", false
		}
		formula(before)
		b.WriteString(text[m[2]:m[3]])
		end = m[1]
	}
	formula(text[end:])
	return b.String(), end > 0
}

// captioned parts a symbol from the words, or the unit, in brackets behind it: m_1 (sprung), k [N/m]. F(t) and k(T) are symbols.
func captioned(text string) (symbol, rest string, ok bool) {
	open := strings.LastIndexAny(text, "([")
	if open <= 0 || !strings.HasSuffix(text, closing(text[open:open+1])) {
		return "", "", false
	}
	symbol = strings.TrimRight(text[:open], " \t")
	rest, inner := text[len(symbol):], text[open+1:len(text)-1]
	apart := len(symbol) < open && strings.TrimSpace(inner) != "t" || text[open] == '['
	if strings.ContainsAny(inner, `\{})]`) || !apart && wordIn(inner) == "" || isWords(symbol, true) {
		return "", "", false
	}
	_, err := readParameter(symbol, true)
	return symbol, rest, err == nil && strings.ContainsFunc(symbol, unicode.IsLetter)
}

// isWords reports whether a text is upright text rather than a symbol: several words, a character that no formula has, or, in
// quotes, a single word. Single letters with blanks between them are a formula.
func isWords(text string, quoted bool) bool {
	if strings.ContainsAny(text, `\{}`) || subscriptedOtherwise(text) {
		return false
	}
	several, word := strings.ContainsAny(strings.TrimSpace(text), " \t"), startsWithNumber(text)
	last := ' '
	for _, r := range text {
		word = word || unicode.IsLetter(last) && unicode.IsLetter(r)
		last = r
		switch {
		case isTypographic(r):
			return true
		case !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && !strings.ContainsRune(" \t-.,:;'!?", r):
			several = false
		}
	}
	if several && word || !strings.ContainsFunc(text, unicode.IsLetter) && strings.ContainsFunc(text, beyondASCII) || isOrdinal.MatchString(text) {
		return true
	}
	if wordIn(text) == "" || strings.ContainsAny(text, "*^") && !severalWords(text) || !strings.ContainsAny(text, " \t") && strings.Contains(text, "+") {
		return false
	}
	if quoted {
		return true
	}
	_, err := read.Expr(text)
	return err != nil
}

// isOrdinal finds 1st, 2nd, 3rd, 4th.
var isOrdinal = regexp.MustCompile(`(^|[^\w])\d+(st|nd|rd|th)($|[^\w])`)

func beyondASCII(r rune) bool { return r > unicode.MaxASCII }

// isTypographic reports whether a character belongs to words: a letter that is neither plain Latin nor Greek, or a mark that no
// symbol or product has.
func isTypographic(r rune) bool {
	switch {
	case strings.ContainsRune("&%#@$<>\"~", r):
		return true
	case r <= unicode.MaxASCII, unicode.Is(unicode.Greek, r), unicode.IsDigit(r), unicode.IsMark(r), isScript(r):
		return false
	case unicode.Is(unicode.No, r): // ½
		return false
	}
	return !strings.ContainsRune("·×÷−√∞∂°µ", r)
}

// isOtherScript reports whether a letter is neither Latin nor Greek.
func isOtherScript(r rune) bool {
	return unicode.IsLetter(r) && !unicode.In(r, unicode.Latin, unicode.Greek, unicode.Common)
}

// wordIn is the first word in a text; empty where there is none. A word is three or more letters that name neither a Greek
// letter nor a function: m_sprung has none, being one symbol, nor have LaTeX's commands and what stands in their braces.
func wordIn(text string) string {
	depth := 0
	for i := 0; i < len(text); {
		if text[i] == '\\' {
			i += 1 + max(1, syntax.WordLength(text[i+1:], isLatin))
			continue
		}
		n := syntax.WordLength(text[i:], syntax.IsWordPart)
		if n == 0 {
			switch text[i] {
			case '{':
				depth++
			case '}':
				depth--
			}
			_, n = utf8.DecodeRuneInString(text[i:])
			i += n
			continue
		}
		token, rest := text[i:i+n], strings.TrimLeft(text[i+n:], " \t")
		script := i > 0 && (text[i-1] == '^' || text[i-1] == '_') || strings.HasPrefix(rest, "_") || strings.HasPrefix(rest, "^")
		if depth <= 0 && !script && !strings.Contains(token, "_") {
			for _, letters := range strings.FieldsFunc(token, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
				if utf8.RuneCountInString(letters) >= 3 && !isGreek(letters) && !(strings.HasPrefix(rest, "(") && isFunction(letters)) {
					return token
				}
			}
		}
		i += n
	}
	return ""
}

// severalWords reports whether a text has words side by side, or with a sign between them: the * end.
func severalWords(text string) bool {
	word := wordIn(text)
	i := strings.Index(text, word)
	return word != "" && wordIn(text[i+len(word):]) != ""
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isLatin(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }

// isGreek reports whether letters name a Greek one.
func isGreek(letters string) bool {
	_, ok := formula.GreekNamed(letters)
	return ok
}
