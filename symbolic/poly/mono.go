package poly

import (
	"cmp"
	"encoding/binary"
)

// Mono is a monomial: a product of powers of variables, 1 when empty. Its bytes
// hold eight for each variable that occurs, in the order of the variables: the
// complement of the variable's number, then the exponent, both big-endian. The
// lexicographic order of monomials (variable 0 counts most) is then the order of
// the strings, and sparse monomials are short.
type Mono string

const pairLen = 8

// Power is a variable raised to an exponent.
type Power struct{ Var, Exp int }

// X returns the monomial x_vᵉ.
func X(v, exp int) Mono {
	if exp == 0 {
		return ""
	}
	return Mono(appendPair(nil, uint32(v), uint32(exp)))
}

// Powers returns the variables of m and their exponents, in order.
func (m Mono) Powers() []Power {
	out := make([]Power, 0, len(m)/pairLen)
	for ; m != ""; m = m[pairLen:] {
		out = append(out, Power{int(m.firstVar()), int(m.firstExp())})
	}
	return out
}

// Exp returns the exponent of variable v.
func (m Mono) Exp(v int) int {
	for ; m != "" && int(m.firstVar()) <= v; m = m[pairLen:] {
		if int(m.firstVar()) == v {
			return int(m.firstExp())
		}
	}
	return 0
}

// Mul returns m·n.
func (m Mono) Mul(n Mono) Mono {
	if m == "" {
		return n
	}
	if n == "" {
		return m
	}
	return m.merge(n, len(m)+len(n), func(a, b uint32) (uint32, bool) { return a + b, true })
}

// Div returns m/n and reports whether n divides m.
func (m Mono) Div(n Mono) (Mono, bool) {
	if n == "" {
		return m, true
	}
	if len(n) > len(m) {
		return "", false
	}
	divides := true
	q := m.merge(n, len(m), func(a, b uint32) (uint32, bool) {
		divides = divides && a >= b
		return a - b, a > b
	})
	return q, divides
}

// GCD returns the largest monomial that divides both.
func (m Mono) GCD(n Mono) Mono {
	if m == "" || n == "" {
		return ""
	}
	return m.merge(n, min(len(m), len(n)), func(a, b uint32) (uint32, bool) { return min(a, b), min(a, b) > 0 })
}

// Without returns m with variable v set to 1.
func (m Mono) Without(v int) Mono {
	for i := 0; i < len(m); i += pairLen {
		if int(m[i:].firstVar()) == v {
			return m[:i] + m[i+pairLen:]
		}
	}
	return m
}

// merge combines the exponents of the variables that occur in m or n.
func (m Mono) merge(n Mono, size int, exp func(a, b uint32) (uint32, bool)) Mono {
	out := make([]byte, 0, size)
	for m != "" || n != "" {
		var v, a, b uint32
		switch c := compareFirst(m, n); {
		case c < 0:
			v, a, m = m.firstVar(), m.firstExp(), m[pairLen:]
		case c > 0:
			v, b, n = n.firstVar(), n.firstExp(), n[pairLen:]
		default:
			v, a, b, m, n = m.firstVar(), m.firstExp(), n.firstExp(), m[pairLen:], n[pairLen:]
		}
		if e, keep := exp(a, b); keep {
			out = appendPair(out, v, e)
		}
	}
	return Mono(out)
}

// compareFirst tells which of m and n has the earlier first variable.
func compareFirst(m, n Mono) int {
	switch {
	case n == "":
		return -1
	case m == "":
		return 1
	}
	return cmp.Compare(m.firstVar(), n.firstVar())
}

func (m Mono) firstVar() uint32 { return ^m.uint32(0) }
func (m Mono) firstExp() uint32 { return m.uint32(4) }

func (m Mono) uint32(i int) uint32 {
	return uint32(m[i])<<24 | uint32(m[i+1])<<16 | uint32(m[i+2])<<8 | uint32(m[i+3])
}

func appendPair(b []byte, v, exp uint32) []byte {
	return binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(b, ^v), exp)
}
