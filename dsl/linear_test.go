package dsl

import (
	"runtime"
	"testing"
)

// TestLinear holds memory, and with it time, to growing with the size of a text and not with its square, however the text
// is spread over lines.
func TestLinear(t *testing.T) {
	for name, text := range map[string]func(int) []byte{"chain": chain, "line": line} {
		bytes := func(n int, work func([]byte)) uint64 {
			src := text(n)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			work(src)
			runtime.ReadMemStats(&after)
			return after.TotalAlloc - before.TotalAlloc
		}
		for step, work := range map[string]func([]byte){
			"compile": func(src []byte) { Compile("x.dg", src) },
			"format":  func(src []byte) { Format("x.dg", src) },
		} {
			small, large := bytes(200, work), bytes(2000, work)
			if large > 15*small {
				t.Errorf("%s %s: 10 times the text takes %.1f times the memory", step, name, float64(large)/float64(small))
			}
		}
	}
}

// TestAllocations keeps the cost of a small diagram from growing unnoticed.
func TestAllocations(t *testing.T) {
	src := example
	if n := testing.AllocsPerRun(10, func() { Compile("x.dg", src) }); n > 290 {
		t.Errorf("the example takes %v allocations", n)
	}
}
