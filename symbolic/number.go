package symbolic

import (
	"fmt"
	"math/big"
	"strings"

	"diagram/symbolic/rational"
)

// Limits of a number as it is written.
const (
	maxDigits   = 200
	maxExponent = 300
)

// ParseNumber reads a number as authors write it: 85, 0.1, .5, 1e-3, 2.5e6,
// 1_000. The result is exact. One with a point or an exponent is printed as a
// decimal wherever that is exact.
func ParseNumber(src string) (*Number, error) { return ParseNumberWithin(src, maxDigits) }

// ParseNumberWithin reads a number that may have so many digits, as programs write it.
func ParseNumberWithin(src string, maxDigits int) (*Number, error) {
	fail := func(why string) (*Number, error) {
		return nil, fmt.Errorf("%q is not a number: %s", truncate(src, 40), why)
	}
	s := strings.ReplaceAll(src, "−", "-")
	s, minus := strings.CutPrefix(s, "-")
	if len(s) > maxDigits {
		return fail(fmt.Sprintf("it has more than %d digits", maxDigits))
	}
	mantissa, exponent, hasExp := strings.Cut(strings.Replace(s, "E", "e", 1), "e")
	whole, frac, hasPoint := strings.Cut(mantissa, ".")
	if whole == "" && frac == "" {
		return fail("it has no digits")
	}
	whole, ok := digitsOnly(whole)
	if !ok {
		return fail("it may have only digits, one decimal point and an exponent")
	}
	frac, ok = digitsOnly(frac)
	if !ok {
		return fail("it may have only digits, one decimal point and an exponent")
	}
	shift := -len(frac)
	if hasExp {
		e, ok := parseExponent(exponent)
		if !ok {
			return fail(fmt.Sprintf("its exponent must be a whole number of at most %d", maxExponent))
		}
		shift += e
	}
	n, ok := new(big.Int).SetString("0"+whole+frac, 10)
	if !ok {
		return fail("it may have only digits, one decimal point and an exponent")
	}
	v := rational.FromBig(new(big.Rat).SetInt(n))
	ten, _ := rational.Int(10).Pow(int64(shift))
	v = v.Mul(ten)
	if minus {
		v = v.Neg()
	}
	return number(v, hasPoint || hasExp), nil
}

// digitsOnly drops the underscores between digits and reports whether only digits
// are left.
func digitsOnly(s string) (string, bool) {
	if strings.HasPrefix(s, "_") || strings.HasSuffix(s, "_") || strings.Contains(s, "__") {
		return "", false
	}
	s = strings.ReplaceAll(s, "_", "")
	return s, digits(s) == len(s)
}

func parseExponent(s string) (int, bool) {
	s, minus := strings.CutPrefix(s, "-")
	if !minus {
		s = strings.TrimPrefix(s, "+")
	}
	if s == "" || digits(s) != len(s) {
		return 0, false
	}
	s = trimZeros(s)
	e := 0
	for i := range len(s) {
		if e = 10*e + int(s[i]-'0'); e > maxExponent {
			return 0, false
		}
	}
	if minus {
		e = -e
	}
	return e, true
}

// Numbers outside these bounds are printed with a power of ten.
const (
	maxPlainDigits = 8 // digits before the point, where at least half are zeros
	maxPlainPlaces = 6 // places after the point, where at least half are zeros
)

// decimalDigits returns |n| as a decimal when it was written as one and its
// digits end.
func (n *Number) decimalDigits() (digits string, exp10 int, ok bool) {
	if !n.decimal {
		return "", 0, false
	}
	places, ok := decimalPlaces(n.val.Den())
	if !ok {
		return "", 0, false
	}
	s := n.val.Abs().Big().FloatString(places)
	whole, frac, _ := strings.Cut(s, ".")
	switch {
	case len(whole) > maxPlainDigits && frac == "":
		sig := strings.TrimRight(whole, "0")
		if 2*len(sig) <= len(whole) {
			return withPoint(sig), len(whole) - 1, true
		}
	case whole == "0" && len(frac) > maxPlainPlaces:
		sig := strings.TrimLeft(frac, "0")
		if 2*len(sig) <= len(frac) {
			return withPoint(sig), len(sig) - len(frac) - 1, true
		}
	}
	return s, 0, true
}

// withPoint writes digits with a point after the first.
func withPoint(s string) string {
	if len(s) == 1 {
		return s
	}
	return s[:1] + "." + s[1:]
}

// decimalPlaces returns how many places 1/den has after the point, if they end.
func decimalPlaces(den *big.Int) (int, bool) {
	count := func(p int64) int {
		n, prime, rem := 0, big.NewInt(p), new(big.Int)
		for {
			q, r := new(big.Int).QuoRem(den, prime, rem)
			if r.Sign() != 0 {
				return n
			}
			den = q
			n++
		}
	}
	twos, fives := count(2), count(5)
	return max(twos, fives), den.IsInt64() && den.Int64() == 1
}
