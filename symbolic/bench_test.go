package symbolic

import (
	"fmt"
	"testing"

	"diagram/symbolic/naming"
)

// BenchmarkTerm builds one spring's term, differentiates it and prints it.
func BenchmarkTerm(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		e := Mul(k, Sub(Sub(s2, s1), l0))
		LaTeX(Mul(e, Diff(Sub(s2, s1), s1)), Style{})
	}
}

func BenchmarkParseName(b *testing.B) {
	for _, src := range []string{"k_1", `\dot m_1`} {
		b.Run(src, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := naming.Parse(src); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkChain builds the equations of many bodies in a row.
func BenchmarkChain(b *testing.B) {
	for _, n := range []int{100, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			xs, ks := make([]*Function, n), make([]*Symbol, n)
			for i := range n {
				xs[i], ks[i] = function(fmt.Sprint("x_", i)), Sym(fmt.Sprint("k_", i))
			}
			b.ReportAllocs()
			for b.Loop() {
				for i := 1; i < n-1; i++ {
					left := Mul(ks[i], Sub(xs[i], xs[i-1]))
					right := Mul(ks[i+1], Sub(xs[i], xs[i+1]))
					Text(Add(Mul(m, xs[i].D(2)), left, right), Style{})
				}
			}
		})
	}
}

// BenchmarkLongSum adds many different terms at once.
func BenchmarkLongSum(b *testing.B) {
	for _, n := range []int{100, 10_000} {
		terms := make([]Expr, n)
		for i := range terms {
			terms[i] = Mul(Sym(fmt.Sprint("k_", i)), x)
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				Add(terms...)
			}
		})
	}
}
