package dsl

import (
	"strings"
	"unicode"

	"diagram/symbolic"
)

// readParameter reads a parameter: a symbol, a number, an expression of them, or LaTeX math that stands for a symbol.
func readParameter(v *Literal) (symbolic.Expr, error) {
	text := v.Text()
	latex := strings.ContainsAny(text, `\{`) || strings.HasSuffix(strings.TrimSpace(text), "(t)")
	if !latex {
		e, err := symbolic.ParseExpr(text)
		if err == nil {
			return e, nil
		}
		number, rest := splitNumber(text)
		if !v.Quoted() || number != "" && !factor(rest) {
			return nil, err
		}
	}
	return mathSymbol(text)
}

// mathSymbol reads LaTeX math as a symbol, with a number before it as a factor: 2k is twice k.
func mathSymbol(text string) (symbolic.Expr, error) {
	number, rest := splitNumber(strings.TrimSpace(text))
	name, err := symbolic.ParseName(rest)
	if err != nil {
		return nil, err
	}
	if number == "" {
		return symbolic.NewSymbol(name), nil
	}
	n, err := symbolic.ParseNumber(number)
	if err != nil {
		return nil, err
	}
	return symbolic.Mul(n, symbolic.NewSymbol(name)), nil
}

// factor tells whether a number can be a factor of what follows it: a symbol, neither a unit behind a blank nor an exponent.
func factor(rest string) bool {
	exponent := len(rest) > 1 && (rest[0] == 'e' || rest[0] == 'E') && isDigit(rest[1])
	return isWordStart(firstRune(rest)) && !exponent && !strings.ContainsAny(rest, " \t/")
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

// labelParameter reads a label as the main parameter that it stands for; nil where it is only text in the drawing.
func labelParameter(text string) symbolic.Expr {
	if isWords(text) || strings.TrimSpace(text) == "" {
		return nil
	}
	e, err := readParameter(&Literal{Raw: `"` + strings.ReplaceAll(text, `"`, `\"`) + `"`})
	if err != nil {
		return nil
	}
	return e
}

// labelName is what is printed for a label: math, or upright words.
func labelName(text string) (symbolic.Name, error) {
	text = strings.TrimSpace(text)
	switch {
	case text == "":
		return symbolic.Name{}, nil
	case isWords(text):
		return symbolic.ParseName(`\text{` + text + `}`)
	}
	if !strings.ContainsAny(text, `\{`) {
		if e, err := symbolic.ParseExpr(text); err == nil {
			return exprName(e), nil
		}
	}
	return symbolic.ParseName(text)
}

// exprName is how an expression is printed as a label.
func exprName(e symbolic.Expr) symbolic.Name {
	switch e := e.(type) {
	case *symbolic.Symbol:
		return e.Name()
	case *symbolic.Function:
		return e.Name()
	}
	return symbolic.Name{LaTeX: symbolic.LaTeX(e, symbolic.Style{}), Text: symbolic.Text(e, symbolic.Style{})}
}

// isWords tells whether a label is upright text: several words, rather than a symbol.
func isWords(text string) bool {
	fields := strings.Fields(text)
	if len(fields) < 2 {
		return false
	}
	for _, r := range text {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && !strings.ContainsRune(" \t-.,:;'!?", r) {
			return false
		}
	}
	return true
}
