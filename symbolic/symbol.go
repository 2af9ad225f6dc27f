package symbolic

import (
	"strings"
	"unicode"

	"diagram/symbolic/naming"
)

// Sym returns the symbol that is spelled as name. It is meant for names known to
// be good; one that naming.Parse refuses is spelled as its letters and digits.
func Sym(name string) *Symbol {
	n, err := naming.Parse(name)
	if err != nil {
		n, err = naming.Parse(strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) && r < unicode.MaxASCII || unicode.IsDigit(r) && r < unicode.MaxASCII {
				return r
			}
			return -1
		}, truncate(name, naming.MaxBytes)))
	}
	if err != nil {
		n, _ = naming.Foreign("unnamed")
	}
	return NewSymbol(n)
}

func truncate(s string, n int) string { return s[:min(len(s), n)] }
