package main

import (
	"io"
	"strings"
	"testing"
)

// BenchmarkRun is the command without the start of its process.
func BenchmarkRun(b *testing.B) {
	for _, line := range []string{"version", "eqn ../../examples/trolley.dg", "build -o - --to tikz ../../examples/trolley.dg"} {
		b.Run(line, func(b *testing.B) {
			for b.Loop() {
				if status := run(strings.Fields(line), strings.NewReader(""), io.Discard, io.Discard); status != 0 {
					b.Fatalf("status %d", status)
				}
			}
		})
	}
}
