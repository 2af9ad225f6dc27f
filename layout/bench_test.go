package layout_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"diagram/dsl"
	"diagram/dsl/graph"
	"diagram/layout"
)

// chain is the text of n trolleys in a row, each joined to the one before by a spring and a damper.
func chain(n int) string {
	var b strings.Builder
	b.WriteString("wall")
	for range n {
		b.WriteString(" - (spring, damper) - trolley")
	}
	return b.String()
}

func mustCompile(tb testing.TB, text string) *graph.Graph {
	tb.Helper()
	g, problems := dsl.Compile("test.dg", []byte(text))
	if g == nil {
		tb.Fatal(problems)
	}
	return g
}

func BenchmarkPlaceExample(b *testing.B) {
	src, err := os.ReadFile("../examples/trolley.dg")
	if err != nil {
		b.Fatal(err)
	}
	g := mustCompile(b, string(src))
	b.ReportAllocs()
	for b.Loop() {
		layout.Place(g, layout.Options{})
	}
}

func BenchmarkPlaceChain(b *testing.B) {
	for _, n := range []int{10, 100, 1000, 10000} {
		g := mustCompile(b, chain(n))
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				layout.Place(g, layout.Options{})
			}
		})
	}
}
