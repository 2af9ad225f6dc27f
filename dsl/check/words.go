package check

import (
	"strings"

	"diagram/dsl/graph"
	"diagram/dsl/syntax"
	"diagram/symbolic/formula"
	"diagram/symbolic/naming"
	"diagram/symbolic/read"

	"golang.org/x/text/unicode/norm"
)

// cut is a piece of a text before its formulas are read.
type cut struct {
	text    string
	formula bool
}

// cuts parts a text at its dollars: a formula stands between two of them, with no blank inside next to either and no digit
// behind, so that prices (5 $, $3 and $4) stay what they are. Blanks are allowed where what is between reads as a formula and
// not as words. A dollar without its partner is a dollar, and so is \$. Where a line ends, the words have a newline.
func cuts(text string) []cut {
	var all []cut
	var words strings.Builder
	flush := func() {
		if words.Len() > 0 {
			all = append(all, cut{text: words.String()})
			words.Reset()
		}
	}
	for i := 0; i < len(text); i++ {
		switch n := breakLength(text, i); {
		case n > 0:
			words.WriteByte('\n')
			i += n - 1
			continue
		case strings.HasPrefix(text[i:], `\$`):
			i++
		case text[i] == '$':
			if n := formulaLength(text[i+1:]); n > 0 {
				flush()
				all = append(all, cut{strings.TrimSpace(text[i+1 : i+1+n]), true})
				i += n + 1
				continue
			}
		}
		words.WriteByte(text[i])
	}
	flush()
	return all
}

// breakLength is how long the line break is that a text has at i; 0 where it has none. A line ends at \\, and at \n unless a
// command of LaTeX's begins so (\nu) or a formula isn't at its end.
func breakLength(text string, i int) int {
	before := text[:i]
	if i == 0 || text[i] != '\\' || strings.ContainsAny(text[i-1:i], "_^{") || strings.Count(before, "{") > strings.Count(before, "}") {
		return 0
	}
	text = text[i:]
	if strings.HasPrefix(text, `\\`) {
		return len(`\\`)
	}
	if command, ok := strings.CutPrefix(text, `\n`); ok && !formula.IsCommand("n"+command[:syntax.WordLength(command, isLatin)]) {
		return len(`\n`)
	}
	return 0
}

// lines cuts a text at its line breaks.
func lines(text string) []string {
	all := []string{""}
	for i := 0; i < len(text); i++ {
		if n := breakLength(text, i); n > 0 {
			all = append(all, "")
			i += n - 1
			continue
		}
		last := &all[len(all)-1]
		*last += text[i : i+1]
		if text[i] == '\\' && i+1 < len(text) {
			i++
			*last += text[i : i+1]
		}
	}
	return all
}

// formulaLength is how long the formula is that a text behind a dollar begins with; 0 where it is none.
func formulaLength(rest string) int {
	n := 0
	for n < len(rest) && rest[n] != '$' {
		if rest[n] == '\\' {
			n++
		}
		n++
	}
	if n >= len(rest) || strings.TrimSpace(rest[:n]) == "" {
		return 0
	}
	inner := rest[:n]
	digit := n+1 < len(rest) && isDigit(rest[n+1])
	if strings.TrimSpace(inner) == inner && !digit {
		return n
	}
	if _, err := naming.Parse(inner); err != nil || digit || wordIn(inner) != "" || isWords(strings.TrimSpace(inner), true) {
		return 0
	}
	return n
}

// readWords reads words with formulas among them. An error says which formula can't be read.
func readWords(text string) (graph.Words, error) {
	var p graph.Words
	for _, c := range cuts(norm.NFC.String(text)) {
		if !c.formula {
			p = append(p, graph.Piece{Text: c.text})
			continue
		}
		name, err := formulaName(c.text)
		if err != nil {
			return nil, &formulaError{c.text, err}
		}
		p = append(p, graph.Piece{Formula: name})
	}
	return p, nil
}

// PlainText is words in Unicode text, with their formulas where those can be read.
func PlainText(text string) string {
	if w, err := readWords(text); err == nil {
		return w.Text()
	}
	return text
}

// formulaError says why a formula among words can't be read.
type formulaError struct {
	formula string
	why     error
}

func (e *formulaError) Error() string {
	return "the formula $" + quote(e.formula) + "$: " + reason(e.why)
}

// formulaName is a formula as it is printed.
func formulaName(text string) (naming.Name, error) {
	text = plainScripts(text)
	if !strings.ContainsAny(text, `\{`) {
		if e, err := read.Expr(text); err == nil {
			return graph.ExprName(e), nil
		}
	}
	name, err := naming.Parse(text)
	if shown, e := formula.ReadShown(text); err != nil && e == nil && len(shown) > 0 {
		return naming.Shown(shown), nil
	}
	return name, err
}
