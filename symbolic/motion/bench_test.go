package motion_test

import (
	"fmt"
	"strings"
	"testing"

	"diagram/dsl"
	"diagram/dsl/graph"
	"diagram/symbolic/motion"
)

// chain is a wall with n trolleys, each on a spring and a damper.
func chain(n int) string {
	var b strings.Builder
	b.WriteString("wall")
	for range n {
		b.WriteString(" - (spring, damper) - trolley")
	}
	b.WriteString("\n")
	return b.String()
}

func graphOf(tb testing.TB, src string) *graph.Graph {
	tb.Helper()
	g, diags := dsl.Compile("test.dg", []byte(src))
	if diags.HasErrors() {
		tb.Fatalf("%s\n%v", src, diags)
	}
	return g
}

func BenchmarkNew(b *testing.B) {
	run := func(name, src string) {
		b.Run(name, func(b *testing.B) {
			g := graphOf(b, src)
			b.ReportAllocs()
			for b.Loop() {
				motion.New(g)
			}
		})
	}
	run("example", string(example))
	for _, n := range []int{100, 1000, 10000} {
		run(fmt.Sprintf("chain%d", n), chain(n))
	}
}

func BenchmarkStandard(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		b.Run(fmt.Sprintf("chain%d", n), func(b *testing.B) {
			m, _ := motion.New(graphOf(b, chain(n)))
			b.ReportAllocs()
			for b.Loop() {
				if _, diags := m.Arrange(motion.StandardForm); diags != nil {
					b.Fatal(diags)
				}
			}
		})
	}
}
