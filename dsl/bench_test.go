package dsl

import (
	"fmt"
	"strings"
	"testing"

	"diagram/dsl/syntax"
	"diagram/examples"
)

// chain is the text of a chain of n trolleys, each with spring and damper to the one before.
func chain(n int) []byte {
	var b strings.Builder
	b.WriteString("W = wall\n")
	last := "W"
	for i := 1; i <= n; i++ {
		fmt.Fprintf(&b, "T%d = trolley\nS%d = spring[horizontal]\n%s - (S%d, damper) - T%d\n", i, i, last, i, i)
		last = fmt.Sprint("T", i)
	}
	return []byte(b.String())
}

// line is the same in one statement, with anonymous elements.
func line(n int) []byte {
	return []byte("wall" + strings.Repeat(" - (spring, damper) - trolley", n) + "\n")
}

func BenchmarkCompile(b *testing.B) {
	for _, n := range []int{1, 10, 100, 1000, 10000} {
		for _, form := range []struct {
			name string
			text func(int) []byte
		}{{"chain", chain}, {"line", line}} {
			src := form.text(n)
			b.Run(fmt.Sprintf("%s/%d", form.name, n), func(b *testing.B) {
				b.ReportAllocs()
				b.SetBytes(int64(len(src)))
				for b.Loop() {
					if _, problems := Compile("chain.dg", src); problems.HasErrors() {
						b.Fatal(problems)
					}
				}
			})
		}
	}
}

// example is the design's first.
var example = examples.Named("trolley")

func BenchmarkExample(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Compile("trolley.dg", example)
	}
}

func BenchmarkParse(b *testing.B) {
	for _, n := range []int{1, 100, 10000} {
		src := chain(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(src)))
			for b.Loop() {
				Parse("chain.dg", src)
			}
		})
	}
}

func BenchmarkFormat(b *testing.B) {
	f, _ := Parse("chain.dg", chain(1000))
	b.ReportAllocs()
	for b.Loop() {
		syntax.Format(f)
	}
}
