package main

import (
	"bytes"
	"strings"
	"testing"

	"diagram/dsl/component"
	"diagram/emit"
)

// TestDescribe has every kind described by each of its names, and its example built.
func TestDescribe(t *testing.T) {
	for _, name := range component.Standard().Names() {
		t.Run(name, func(t *testing.T) {
			var out, errs bytes.Buffer
			if status := run([]string{"kinds", name}, strings.NewReader(""), &out, &errs); status != 0 {
				t.Fatalf("status %d: %s", status, &errs)
			}
			k := component.Standard().Lookup(name)
			for _, want := range []string{k.Doc, "label=", strings.Split(k.Example, "\n")[0]} {
				if !strings.Contains(out.String(), want) {
					t.Errorf("no %q in\n%s", want, &out)
				}
			}
			if _, list := emit.Compile(k.Name, []byte(k.Example)); len(list) > 0 {
				t.Errorf("the example of %s: %v", k.Name, list)
			}
		})
	}
}
