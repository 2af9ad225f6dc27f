package dsl

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"diagram/dsl/unit"
	"diagram/layout/mathbox"
	"diagram/symbolic"

	"golang.org/x/text/unicode/norm"
)

// readParameter reads a parameter: a symbol, a number, an expression of them, or, with math, LaTeX that stands for a symbol
// even where it has no command in it.
func readParameter(text string, math bool) (symbolic.Expr, error) {
	text = plainScripts(undollared(text))
	e, err := symbolic.ParseExpr(text)
	if err == nil && strings.Contains(text, `\`) {
		return e, printableSymbols(e)
	}
	if err == nil {
		return e, nil
	}
	if strings.ContainsAny(text, `\{`) {
		return mathSymbol(text, err)
	}
	if _, several := readName(text); errors.As(several, new(*severalError)) {
		return nil, several
	}
	if number, rest := splitNumber(text); !math || number != "" && !factor(number, rest) {
		return nil, err
	}
	return mathSymbol(text, err)
}

// printableSymbols refuses symbols in LaTeX that can't be typeset.
func printableSymbols(e symbolic.Expr) error {
	var bad error
	symbolic.Walk(e, func(e symbolic.Expr) bool {
		if name := leafName(e); strings.Contains(name.LaTeX, `\`) && bad == nil {
			_, bad = printable(name)
		}
		return true
	})
	return bad
}

// mathSymbol reads LaTeX math that is no expression as a symbol, with a number before it as a factor: 2k is twice k. What
// would have to be an expression, to mean what it shows, is refused with the reason why it isn't one.
func mathSymbol(text string, reason error) (symbolic.Expr, error) {
	number, rest := splitNumber(strings.TrimSpace(text))
	name, err := readName(rest)
	if err == nil && strings.Contains(rest, `\`) {
		name, err = printable(name)
	}
	if err != nil {
		return nil, err
	}
	if splitter(name.LaTeX, operators) != "" {
		if number != "" {
			return nil, errors.New("write * between a number and what it multiplies")
		}
		return nil, reason
	}
	if callsFunction(rest) {
		return nil, reason
	}
	symbol, err := symbolOrFunction(name)
	if err != nil || number == "" {
		return symbol, err
	}
	n, err := symbolic.ParseNumber(number)
	if err != nil {
		return nil, err
	}
	return symbolic.Mul(n, symbol), nil
}

// call is a word with a bracket, without a backslash.
var call = regexp.MustCompile(`(?:^|[^\\A-Za-z])([A-Za-z]+)\(`)

// callsFunction reports whether a text has a function in it that only an expression can have: cos(w t), unlike \cos(w t).
func callsFunction(text string) bool {
	return slices.ContainsFunc(call.FindAllStringSubmatch(text, -1), func(m []string) bool {
		_, err := symbolic.ParseExpr(m[1] + "(1)")
		return err == nil
	})
}

// symbolOrFunction is a function of time where the name ends with (t), else a symbol. No symbol depends on anything else.
func symbolOrFunction(name symbolic.Name) (symbolic.Expr, error) {
	of, argument, ok := strings.Cut(name.LaTeX, "(")
	argument, closed := strings.CutSuffix(argument, ")")
	function := symbolic.Name{LaTeX: of}
	switch parts := function.Parts(); {
	case !ok || !closed:
		return symbolic.NewSymbol(name), nil
	case argument == "t" && (len(parts) == 1 || len(parts) == 2 && isChange(parts[0])):
		return symbolic.NewFunction(name), nil
	case argument == "t":
		return nil, errors.New("write * between a function of time and what it multiplies, as in r*F(t)")
	case len(parts) == 1 && splitter(argument, operators) == "" && strings.ContainsFunc(argument, unicode.IsLetter):
		return nil, errors.New("only functions of time can be given, such as F(t)")
	}
	return symbolic.NewSymbol(name), nil
}

// isChange tells whether a symbol is a sign for a change of the one behind it: Δp is one symbol.
func isChange(name symbolic.Name) bool { return name.Plain == "Delta" || name.Plain == "delta" }

// readName reads a symbol, in which neither relations nor lists can stand: an equation would print them as they are.
func readName(text string) (symbolic.Name, error) {
	text = plainScripts(text)
	name, err := symbolic.ParseName(text)
	if err != nil {
		return name, err
	}
	if sign := splitter(name.LaTeX, separators); sign != "" {
		return name, &severalError{text: text, sign: sign}
	}
	if !strings.ContainsFunc(text, unicode.IsLetter) {
		return name, fmt.Errorf("%s is not a symbol", quote(text))
	}
	if word := wordIn(text); word != "" && word != strings.TrimSpace(text) {
		return name, &wordError{word}
	}
	return name, nil
}

// wordError says that a word stands in a formula, where it would be printed as a product of letters.
type wordError struct{ word string }

func (e *wordError) Error() string { return quote(e.word) + " is a word, not a symbol" }

func (e *wordError) help() string {
	return `words beside an element go in its label, with mathematics between dollars: label="stiffness $k$"; in a formula they go in \text{…}`
}

// readCoordinate reads the symbol of a coordinate. No sum or product can be one, nor a number.
func readCoordinate(text string) (symbolic.Name, error) {
	name, err := readName(text)
	if err == nil && (splitter(name.LaTeX, operators) != "" || startsWithNumber(text)) {
		err = fmt.Errorf("%s is not a symbol", quote(text))
	}
	return name, err
}

// Signs that make a text more than one symbol: those of relations and lists, which no parameter can have, and of expressions.
const (
	separators = "=<>,;"
	operators  = "+-*/"
)

// splitter is the first of some signs in a formula that stands neither in braces, as in k_{1,2}, nor in brackets.
func splitter(latex, signs string) string {
	depth := 0
	for i := 0; i < len(latex); i++ {
		switch c := latex[i]; c {
		case '{', '(', '[':
			depth++
		case '}', ')', ']':
			depth--
		case '\\':
			i++ // a space such as \,
		case '_', '^':
			if i+1 < len(latex) && latex[i+1] != '{' {
				i++ // a script of one character
			}
		default:
			if depth <= 0 && strings.IndexByte(signs, c) >= 0 {
				return string(c)
			}
		}
	}
	return ""
}

// severalError says that a text in the place of a symbol is a relation or a list.
type severalError struct{ text, sign string }

func (e *severalError) Error() string { return "a symbol can't contain " + e.sign }

// help says what to write instead: a value goes into a line of its own.
func (e *severalError) help() string {
	symbol, value, _ := strings.Cut(e.text, e.sign)
	symbol, value = strings.TrimSpace(symbol), strings.TrimSpace(value)
	_, err := unit.Parse(value)
	if e.sign == "=" && err == nil && symbol != "" && wordLength(symbol, isWordPart) == len(symbol) {
		return fmt.Sprintf("keep the symbol, %s, and give it its value on a line of its own: %s = %s", symbol, symbol, value)
	}
	return `write one symbol; words that are no formula go in \text{…}`
}

// factor tells whether a number can be a factor of what follows it: a symbol, neither a unit behind a blank nor a number's
// exponent (1e400) or digits (0x10).
func factor(number, rest string) bool {
	exponent := false
	if behind, ok := strings.CutPrefix(strings.ToLower(rest), "e"); ok {
		exponent = startsWithNumber(strings.TrimLeft(behind, "+-"))
	}
	return isWordStart(firstRune(rest)) && strings.Trim(number, "0.") != "" && !exponent && !strings.ContainsAny(rest, " \t/")
}

// otherSubscript finds a symbol with a subscript that may be in another script, as in F_тр.
var otherSubscript = regexp.MustCompile(`^(\\?[\p{Latin}\p{Greek}][\p{Latin}\p{Greek}0-9]*)_(\{\p{L}+\}|\p{L}+)(\(t\))?$`)

func subscriptedOtherwise(text string) bool {
	return otherSubscript.MatchString(text) && strings.ContainsFunc(text, isOtherScript)
}

// plainScripts writes raised and lowered characters as scripts: k₁ is k_1, and ω² is ω^2. Words in another script become such a
// subscript: F_тр.
func plainScripts(text string) string {
	if m := otherSubscript.FindStringSubmatch(text); m != nil && subscriptedOtherwise(text) {
		if base, err := symbolic.ParseName(m[1]); err == nil {
			m[1] = base.LaTeX
		}
		return m[1] + `_{\text{` + strings.Trim(m[2], "{}") + `}}` + m[3]
	}
	if !strings.ContainsFunc(text, isScript) {
		return text
	}
	latex := strings.ContainsAny(text, `\{`) // where a script of several characters has braces
	var b strings.Builder
	runes := []rune(text)
	for i := 0; i < len(runes); {
		mark, n := scriptMark(runes[i]), i+1
		for mark != "" && n < len(runes) && scriptMark(runes[n]) == mark {
			n++
		}
		run := string(runes[i:n])
		switch {
		case runes[i] == '′':
			run = "'"
		case runes[i] == '″':
			run = "''"
		case mark != "" && latex:
			run = mark + "{" + norm.NFKC.String(run) + "}"
		case mark != "":
			run = mark + norm.NFKC.String(run)
		}
		b.WriteString(run)
		i = n
	}
	return b.String()
}

// isScript reports whether a character is raised or lowered.
func isScript(r rune) bool { return scriptMark(r) != "" || r == '′' || r == '″' }

// scriptMark is the mark behind which LaTeX has what a character shows raised or lowered; empty for any other character.
func scriptMark(r rune) string {
	switch {
	case r >= '₀' && r <= '₉', r >= 'ₐ' && r <= 'ₜ', r >= 'ᵢ' && r <= 'ᵥ', r == 'ⱼ':
		return "_"
	case strings.ContainsRune("¹²³⁰⁴⁵⁶⁷⁸⁹ⁿⁱ", r):
		return "^"
	}
	return ""
}

// splitNumber parts 2k into 2 and k.
func splitNumber(text string) (number, rest string) {
	i := 0
	for i < len(text) && (isDigit(text[i]) || text[i] == '.' && i > 0) {
		i++
	}
	return text[:i], text[i:]
}

func startsWithNumber(text string) bool {
	number, _ := splitNumber(strings.TrimSpace(text))
	return number != ""
}

// undollared takes the dollars off $k_1$: many authors write them around math.
func undollared(text string) string {
	if inner := strings.TrimSuffix(strings.TrimPrefix(text, "$"), "$"); len(inner) == len(text)-2 && !strings.Contains(inner, "$") {
		return inner
	}
	return text
}

// isParameter tells whether a formula stands for a parameter: it is no value with a unit.
func isParameter(formula string) bool {
	number, rest := splitNumber(formula)
	if number == "" || rest == "" || factor(number, rest) {
		return true
	}
	_, err := unit.Parse(formula)
	return err != nil
}

// compares tells whether a text begins like a relation: a symbol and a sign.
func compares(text string) bool {
	i := strings.IndexAny(text, "=<>")
	if i < 0 {
		return false
	}
	_, err := symbolic.ParseName(text[:i])
	return err == nil && isWordStart(firstRune(text))
}

// labelText is what the text of a label says.
type labelText struct {
	words  Words  // words beside the element; nil where the label is a formula
	symbol string // the formula that gives the main parameter; empty where there is none
}

// readLabel tells words beside an element from a formula. In quotes, a word is a word though it could be a symbol as well. The
// one formula among words is the element's symbol, and so is a symbol with words in brackets behind it: m_1 (sprung).
func readLabel(text string, quoted bool) (labelText, error) {
	text = strings.TrimSpace(text)
	parts := cuts(text)
	switch {
	case len(parts) == 1 && parts[0].formula:
		return labelText{symbol: parts[0].text}, nil
	case slices.ContainsFunc(parts, func(c cut) bool { return c.formula }), strings.Contains(text, `\$`):
		p, err := readWords(text)
		l := labelText{words: p}
		if len(p.formulas()) == 1 {
			i := slices.IndexFunc(parts, func(c cut) bool { return c.formula })
			l.symbol = parts[i].text
		}
		return l, err
	}
	if symbol, rest, ok := captioned(text); ok {
		name, err := formulaName(symbol)
		return labelText{words: Words{{Formula: name}, {Text: rest}}, symbol: symbol}, err
	}
	if isWords(text, quoted) && !compares(text) {
		p, err := readWords(text)
		return labelText{words: p}, err
	}
	return labelText{symbol: text}, nil
}

// captioned parts a symbol from the words in brackets behind it: m_1 (sprung). F(t) and k(T) are symbols.
func captioned(text string) (symbol, rest string, ok bool) {
	open := strings.LastIndexByte(text, '(')
	if open <= 0 || !strings.HasSuffix(text, ")") {
		return "", "", false
	}
	symbol = strings.TrimRight(text[:open], " \t")
	rest, inner := text[len(symbol):], text[open+1:len(text)-1]
	apart := rest[0] != '(' && strings.TrimSpace(inner) != "t"
	if strings.ContainsAny(inner, `\{})`) || !apart && wordIn(inner) == "" || isWords(symbol, true) {
		return "", "", false
	}
	_, err := readParameter(symbol, true)
	return symbol, rest, err == nil && strings.ContainsFunc(symbol, unicode.IsLetter)
}

// printable refuses a name that can't be typeset: better no picture than a wrong one.
func printable(name symbolic.Name) (symbolic.Name, error) {
	_, err := mathbox.Typeset(name.LaTeX, mathbox.Options{})
	var bad *mathbox.Error
	if errors.As(err, &bad) {
		return name, errors.New(bad.Msg)
	}
	return name, err
}

// exprName is how an expression is printed as a label.
func exprName(e symbolic.Expr) symbolic.Name {
	if name := leafName(e); name.Plain != "" {
		return name
	}
	return symbolic.Name{LaTeX: symbolic.LaTeX(e, symbolic.Style{}), Text: symbolic.Text(e, symbolic.Style{})}
}

// leafName is the name of a symbol or a function of time; empty for other expressions.
func leafName(e symbolic.Expr) symbolic.Name {
	switch e := e.(type) {
	case *symbolic.Symbol:
		return e.Name()
	case *symbolic.Function:
		return e.Name()
	}
	return symbolic.Name{}
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
	if wordIn(text) == "" || strings.ContainsAny(text, "*^") || !strings.ContainsAny(text, " \t") && strings.Contains(text, "+") {
		return false
	}
	if quoted {
		return true
	}
	_, err := symbolic.ParseExpr(text)
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
			i += 1 + max(1, wordLength(text[i+1:], isLatin))
			continue
		}
		n := wordLength(text[i:], isWordPart)
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
				if utf8.RuneCountInString(letters) >= 3 && !isGreekName(letters) && (!isFunction[letters] || !strings.HasPrefix(rest, "(")) {
					return token
				}
			}
		}
		i += n
	}
	return ""
}

func isLatin(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }

// isGreekName reports whether three or more letters name a Greek one.
func isGreekName(letters string) bool {
	name, err := symbolic.ParseName(letters)
	return err == nil && strings.HasPrefix(name.LaTeX, `\`) && !isWord(name)
}

// isFunction are the functions that expressions know.
var isFunction = map[string]bool{"sin": true, "cos": true, "tan": true, "sqrt": true, "exp": true, "log": true, "abs": true, "sgn": true}
