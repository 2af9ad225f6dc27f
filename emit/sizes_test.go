package emit_test

import (
	"strings"
	"testing"

	"diagram/emit"
)

// TestSizesThatCannotBe reads the warnings of sizes that can't be, which give the least or the most.
func TestSizesThatCannotBe(t *testing.T) {
	for setting, want := range map[string]string{
		"width=1":                "can't be narrower than 2.54 cm; write width=2.6",
		"height=0.5":             "can't be lower than ",
		"spacing=0.3":            "connectors can't be shorter than 0.9 cm",
		"width=8":                "",
		"height=3":               "",
		"spacing=1":              "",
		"width=1, labels=values": "write width=",
	} {
		d, list := emit.Compile("x.dg", []byte("diagram["+setting+"]\nwall - spring - mass\n"))
		if d == nil {
			t.Fatal(list)
		}
		got := ""
		for _, p := range list {
			got += p.Summary + "; " + p.Help
		}
		if (want == "") != (got == "") || !strings.Contains(got, want) {
			t.Errorf("%s: %q", setting, got)
		}
	}
}
