package check

import (
	"errors"
	"strings"
	"unicode/utf8"

	"diagram/dsl/component"
	"diagram/dsl/graph"
	"diagram/dsl/syntax"
	"diagram/dsl/unit"
	"diagram/symbolic"
	"diagram/symbolic/formula"
	"diagram/symbolic/naming"
)

// An annotation is a label, or a note, that can't be a symbol: it compares (k = k_1 + k_2, k \approx 3) or lists (k_1, c_1). It
// is shown as it stands, and its element keeps its default symbol, or that of its own parameter. Only where the annotation begins
// with a symbol of the element's letter is the element called so, as the spring is k in k = k_1 + k_2: else the drawing would
// contradict the equation.

// segment is a piece of an annotation: a formula, or a sign between two.
type segment struct {
	text string
	sign formula.Node // nil for a formula
}

// compared are the characters with which a sign begins that compares or lists.
const compared = separators + `\≈≤≥≠∼≃≡∝≪≫→←`

// segments cuts a text at the signs that compare or list and stand neither in braces nor in brackets.
func segments(text string) []segment {
	var all []segment
	depth, start := 0, 0
	for i := 0; i < len(text); {
		n := signLength(text[i:])
		switch {
		case strings.HasPrefix(text[i:], `\left`), strings.HasPrefix(text[i:], `\right`):
			n = len(`\left`) // of which the bracket counts; \right's t is a letter
		case strings.IndexByte("{([", text[i]) >= 0:
			depth++
		case strings.IndexByte("})]", text[i]) >= 0:
			depth--
		case (text[i] == '_' || text[i] == '^') && i+1 < len(text) && text[i+1] != '{':
			i++ // a script of one character
		case depth == 0 && n > 0:
			if sign, err := formula.ReadShown(text[i : i+n]); err == nil && len(sign) == 1 {
				all = append(all, segment{text: text[start:i]}, segment{sign: sign[0]})
				start = i + n
			}
		case text[i] == '\\':
			i++ // a command's name, or a space such as \,
		}
		_, size := utf8.DecodeRuneInString(text[min(i, len(text)-1):])
		i += max(n, size)
	}
	return append(all, segment{text: text[start:]})
}

// signLength is how long the sign is that compares or lists with which a text begins; 0 where it begins with none.
func signLength(text string) int {
	if r := firstRune(text); !strings.ContainsRune(compared, r) {
		return 0
	}
	n := 1
	if name, ok := strings.CutPrefix(text, `\`); ok {
		n += syntax.WordLength(name, isLatin)
	} else {
		_, n = utf8.DecodeRuneInString(text)
	}
	sign, err := formula.ReadShown(text[:n])
	if err != nil || len(sign) != 1 || !strings.ContainsAny(text[:n], separators) && !formula.IsRelation(sign[0]) {
		return 0
	}
	return n
}

// annotation reads a text that compares or lists; false for any other, and for one that can't be read.
func annotation(text string) (labelText, bool) {
	if !strings.ContainsAny(text, compared) {
		return labelText{}, false
	}
	all := segments(text)
	if len(all) < 2 {
		return labelText{}, false
	}
	l := labelText{symbol: strings.TrimSpace(all[0].text), annotates: true}
	var row formula.Row
	for i, s := range all {
		if s.sign != nil {
			row = append(row, s.sign)
			continue
		}
		name, err := formulaName(s.text)
		if err != nil || strings.TrimSpace(s.text) == "" {
			return labelText{}, false
		}
		if i > 0 && strings.ContainsAny(formula.LaTeX(all[i-1].sign), ",;") && name.Plain() != "" {
			l.listed = append(l.listed, name)
		}
		row = append(row, name.Formula())
	}
	last := strings.TrimSpace(all[len(all)-1].text)
	_, err := unit.Parse(last)
	number, of := splitNumber(last)
	if of != "" && factor(number, of) {
		err = errors.New("a product") // 2m is twice m
	}
	l.valued = err == nil && len(all) == 3 && formula.LaTeX(all[1].sign) == "="
	if number, of := unit.Split(last); err == nil && of != "" {
		if name, err := formulaName(number); err == nil {
			row[len(row)-1] = name.Formula()
			l.words = graph.Words{{Formula: naming.Shown(row)}, {Text: "\u00a0" + of}}
			return l, true
		}
	}
	l.words = graph.Words{{Formula: naming.Shown(row)}}
	return l, true
}

// readNote reads what is shown beside an element besides its label: words with formulas among them, or a formula.
func readNote(text string) (graph.Words, error) {
	var all graph.Words
	for i, line := range lines(text) {
		l, err := readLabel(line, true)
		if l.words == nil && err == nil && l.symbol != "" {
			name, e := formulaName(l.symbol)
			l.words, err = graph.Words{{Formula: name}}, e
		}
		if err != nil && !errors.As(err, new(*formulaError)) {
			err = &formulaError{line, err}
		}
		if err != nil {
			return nil, err
		}
		if i > 0 {
			all = append(all, graph.Piece{Text: "\n"})
		}
		all = append(all, l.words...)
	}
	return all, nil
}

// definition is a symbol, a sign, and words behind them: k = the stiffness.
func definition(text string) labelText {
	i := strings.IndexAny(text, "=<>")
	symbol := strings.TrimSpace(text[:i])
	name, err := formulaName(symbol)
	if err != nil {
		return labelText{words: graph.Words{{Text: text}}}
	}
	return labelText{words: graph.Words{{Formula: name}, {Text: " " + text[i:]}}, symbol: symbol, annotates: true}
}

// leadingSymbol is the symbol with which an annotation begins, where the element's main parameter may be called so: by the letter of its
// default, or of its attribute; nil where it can't.
func leadingSymbol(main *component.Attribute, text string) symbolic.Expr {
	expr, err := readParameter(text, true)
	if err != nil || !namesParameter(expr) || graph.LeafName(expr).Plain() == "" {
		return nil
	}
	if !mayBeCalled(main, graph.LeafName(expr)) {
		return nil
	}
	return expr
}

// mayBeCalled reports whether a symbol has the letter of a parameter's default, or of its attribute.
func mayBeCalled(a *component.Attribute, symbol naming.Name) bool {
	letter := firstLetter(symbol)
	for _, of := range []string{a.Default, a.RotDefault, a.Name} {
		if name, err := naming.Parse(of); err == nil && letter != "" && firstLetter(name) == letter {
			return true
		}
	}
	return false
}

// firstLetter is the letter that a name's accents and scripts belong to.
func firstLetter(name naming.Name) string {
	n := formula.AsRow(name.Tree())[0]
	for {
		switch piece := n.(type) {
		case formula.Script:
			n = piece.Base
		case formula.Command:
			n = piece.Arg
		case formula.Group:
			if len(piece.Row) == 0 {
				return ""
			}
			n = piece.Row[0]
		case formula.Row:
			if len(piece) == 0 {
				return ""
			}
			n = piece[0]
		default:
			return formula.LaTeX(n)
		}
	}
}
