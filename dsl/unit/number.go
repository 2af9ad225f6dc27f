package unit

import (
	"fmt"
	"math/big"
	"strings"

	"diagram/symbolic/rational"
)

// Bounds of a quantity's number: nothing in mechanics is longer.
const (
	maxDigits   = 60
	maxExponent = 100
)

func mustRat(s string) *big.Rat {
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		panic("unit: bad constant " + s)
	}
	return r
}

// parseNumber reads 85, -0.1, 1e-3 or 1/3, exactly.
func parseNumber(text string) (rational.Rat, error) {
	s := strings.TrimPrefix(strings.ReplaceAll(strings.ReplaceAll(text, "−", "-"), "_", ""), "+")
	_, exponent, _ := strings.Cut(strings.ToLower(s), "e")
	if len(s) > maxDigits || len(strings.TrimLeft(exponent, "+-0")) > 3 {
		return rational.Rat{}, fmt.Errorf("the number %.20q is too long", text)
	}
	// Each side of a fraction on its own: together, big.Rat takes 010/3 for octal.
	numerator, denominator, isFraction := strings.Cut(s, "/")
	r, ok := new(big.Rat).SetString(numerator)
	if ok && isFraction {
		d, valid := new(big.Rat).SetString(denominator)
		if ok = valid && d.Sign() != 0; ok {
			r.Quo(r, d)
		}
	}
	if !ok || strings.Contains(text, "__") {
		return rational.Rat{}, fmt.Errorf("%q is not a number", text)
	}
	if size := r.Num().BitLen() - r.Denom().BitLen(); size > maxExponent*4 || size < -maxExponent*4 {
		return rational.Rat{}, fmt.Errorf("the number %q is too large or too small", text)
	}
	return rational.FromBig(r), nil
}
