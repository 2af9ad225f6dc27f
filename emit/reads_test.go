package emit_test

import (
	"os"
	"testing"

	"diagram/emit"
	"diagram/symbolic/formula"
	"diagram/symbolic/naming"
)

// From a text to each format, every name is read once, when the text is checked. What is written is printed from trees, and
// nothing is read for it again.
func TestNamesAreReadOnce(t *testing.T) {
	src, err := os.ReadFile("../examples/trolley.dg")
	if err != nil {
		t.Fatal(err)
	}
	emit.Compile("", src) // the default symbols of the kinds are read once for all diagrams
	names, formulas := map[string]int{}, map[string]int{}
	naming.Watch, formula.Watch = func(s string) { names[s]++ }, func(s string) { formulas[s]++ }
	defer func() { naming.Watch, formula.Watch = nil, nil }()
	d, list := emit.Compile("", src)
	if list.HasErrors() {
		t.Fatal(list)
	}
	for _, read := range []map[string]int{names, formulas} {
		for s, n := range read {
			if n > 1 {
				t.Errorf("%s is read %d times", s, n)
			}
		}
	}
	clear(names)
	clear(formulas)
	for _, f := range emit.Formats() {
		if _, list := d.Write(f, emit.Options{}); list.HasErrors() {
			continue // a format that needs what this diagram lacks
		}
		if len(names)+len(formulas) > 0 {
			t.Fatalf("to write %s, %v and %v are read", f.Name, names, formulas)
		}
	}
}
