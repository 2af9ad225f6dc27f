package dsl

import (
	"errors"
	"strings"
	"unicode"

	"diagram/layout/mathbox"
	"diagram/symbolic"
)

// readParameter reads a parameter: a symbol, a number, an expression of them, or LaTeX math that stands for a symbol.
func readParameter(v *Literal) (symbolic.Expr, error) {
	text := undollared(v.Text())
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
	if err == nil && strings.Contains(rest, `\`) {
		name, err = printable(name)
	}
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

// undollared takes the dollars off $k_1$: many authors write them around math.
func undollared(text string) string {
	if inner := strings.TrimSuffix(strings.TrimPrefix(text, "$"), "$"); len(inner) == len(text)-2 && !strings.Contains(inner, "$") {
		return inner
	}
	return text
}

// labelParameter reads a label as the main parameter that it stands for; nil where it is only text in the drawing.
func labelParameter(text string) symbolic.Expr {
	text = undollared(text)
	if isWords(text) || strings.TrimSpace(text) == "" {
		return nil
	}
	e, err := readParameter(&Literal{Raw: `"` + strings.ReplaceAll(text, `"`, `\"`) + `"`})
	if err != nil {
		return nil
	}
	return e
}

// labelName is what is printed for a label: math, or upright words. An error says what of it can't be printed.
func labelName(text string) (symbolic.Name, error) {
	text = undollared(strings.TrimSpace(text))
	switch {
	case text == "":
		return symbolic.Name{}, nil
	case isWords(text):
		return printable(symbolic.Name{LaTeX: `\text{` + mathbox.Escape(text) + `}`, Text: text})
	}
	if !strings.ContainsAny(text, `\{`) {
		if e, err := symbolic.ParseExpr(text); err == nil {
			return exprName(e), nil
		}
	}
	name, err := symbolic.ParseName(text)
	if err != nil {
		return name, err
	}
	return printable(name)
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
	switch e := e.(type) {
	case *symbolic.Symbol:
		return e.Name()
	case *symbolic.Function:
		return e.Name()
	}
	return symbolic.Name{LaTeX: symbolic.LaTeX(e, symbolic.Style{}), Text: symbolic.Text(e, symbolic.Style{})}
}

// isWords tells whether a label is upright text rather than a symbol: several words, or a character that no formula has.
func isWords(text string) bool {
	if strings.ContainsAny(text, `\{}`) {
		return false
	}
	several := len(strings.Fields(text)) > 1
	for _, r := range text {
		switch {
		case strings.ContainsRune("&%#@$<>\"~", r), unicode.IsLetter(r) && r > unicode.MaxASCII && !unicode.Is(unicode.Greek, r):
			return true
		case !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && !strings.ContainsRune(" \t-.,:;'!?", r):
			several = false
		}
	}
	return several
}
