package symbolic

import (
	"cmp"
	"slices"
)

// Equal reports whether a and b are written alike, but for the order of terms and
// factors. Names are compared by their Key and 0.5 equals 1/2.
func Equal(a, b Expr) bool {
	if a == b {
		return true
	}
	if a.key() != b.key() {
		return false
	}
	switch a := a.(type) {
	case *Number:
		b, ok := b.(*Number)
		return ok && a.val.Equal(b.val)
	case *Symbol:
		b, ok := b.(*Symbol)
		return ok && a.name.Key() == b.name.Key()
	case *Function:
		b, ok := b.(*Function)
		return ok && a.name.Key() == b.name.Key() && a.order == b.order
	case *Sum:
		b, ok := b.(*Sum)
		return ok && sameBag(a.terms, b.terms)
	case *Product:
		b, ok := b.(*Product)
		return ok && a.coef.val.Equal(b.coef.val) && sameBag(a.factors, b.factors)
	case *Power:
		b, ok := b.(*Power)
		return ok && Equal(a.base, b.base) && Equal(a.exp, b.exp)
	case *Call:
		b, ok := b.(*Call)
		return ok && a.fn == b.fn && Equal(a.arg, b.arg)
	}
	return false
}

// sameBag reports whether two lists hold equal expressions in any order.
func sameBag(a, b []Expr) bool {
	if len(a) != len(b) {
		return false
	}
	i := 0
	for i < len(a) && Equal(a[i], b[i]) {
		i++
	}
	if i == len(a) {
		return true
	}
	a, b = slices.Clone(a[i:]), slices.Clone(b[i:])
	byKey := func(x, y Expr) int { return cmp.Compare(x.key(), y.key()) }
	slices.SortStableFunc(a, byKey)
	slices.SortStableFunc(b, byKey)
	for i := range a {
		if !Equal(a[i], b[i]) {
			return false
		}
	}
	return true
}

// Compare orders expressions: numbers, symbols, functions, powers, calls,
// products, sums, and names as a reader would (k_2 before k_10). It returns 0
// exactly when Equal holds.
func Compare(a, b Expr) int {
	if a == b {
		return 0
	}
	if c := cmp.Compare(kindOf(a), kindOf(b)); c != 0 {
		return c
	}
	switch a := a.(type) {
	case *Number:
		return a.val.Cmp(b.(*Number).val)
	case *Symbol:
		return compareNames(a.name.Key(), b.(*Symbol).name.Key())
	case *Function:
		b := b.(*Function)
		return cmp.Or(compareNames(a.name.Key(), b.name.Key()), cmp.Compare(a.order, b.order))
	case *Sum:
		return compareBags(a.terms, b.(*Sum).terms)
	case *Product:
		b := b.(*Product)
		return cmp.Or(compareBags(a.factors, b.factors), a.coef.val.Cmp(b.coef.val))
	case *Power:
		b := b.(*Power)
		return cmp.Or(Compare(a.base, b.base), Compare(a.exp, b.exp))
	case *Call:
		b := b.(*Call)
		return cmp.Or(cmp.Compare(a.fn, b.fn), Compare(a.arg, b.arg))
	}
	return 0
}

func compareBags(a, b []Expr) int {
	if len(a) != len(b) {
		return cmp.Compare(len(a), len(b))
	}
	a, b = slices.Clone(a), slices.Clone(b)
	slices.SortFunc(a, Compare)
	slices.SortFunc(b, Compare)
	return slices.CompareFunc(a, b, Compare)
}

func kindOf(e Expr) int {
	switch e.(type) {
	case *Number:
		return kindNumber
	case *Symbol:
		return kindSymbol
	case *Function:
		return kindFunction
	case *Power:
		return kindPower
	case *Call:
		return kindCall
	case *Product:
		return kindProduct
	}
	return kindSum
}

// compareNames orders names by their keys, without the signs that only TeX reads, and with the numbers in them read as
// numbers.
func compareNames(a, b string) int {
	i, j := skipMarkup(a, 0), skipMarkup(b, 0)
	for i < len(a) && j < len(b) {
		m, n := 1, 1
		if !isDigit(a[i]) || !isDigit(b[j]) {
			if a[i] != b[j] {
				return cmp.Compare(a[i], b[j])
			}
		} else {
			m, n = digits(a[i:]), digits(b[j:])
			x, y := trimZeros(a[i:i+m]), trimZeros(b[j:j+n])
			if c := cmp.Or(cmp.Compare(len(x), len(y)), cmp.Compare(x, y)); c != 0 {
				return c
			}
		}
		i, j = skipMarkup(a, i+m), skipMarkup(b, j+n)
	}
	return cmp.Or(cmp.Compare(len(a)-i, len(b)-j), cmp.Compare(a, b))
}

func skipMarkup(s string, i int) int {
	for i < len(s) && (s[i] == '\\' || s[i] == '{' || s[i] == '}') {
		i++
	}
	return i
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// digits returns how many digits s begins with.
func digits(s string) int {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return n
}

func trimZeros(s string) string {
	for len(s) > 1 && s[0] == '0' {
		s = s[1:]
	}
	return s
}
