package emit_test

import (
	"bytes"
	"fmt"
	"testing"

	"diagram/emit"
	"diagram/emit/equation"
)

func Example() {
	d, list := emit.Compile("trolley.dg", []byte("W = wall; T = trolley\nW - (spring, damper) - T"))
	if list.HasErrors() {
		fmt.Println(list)
		return
	}
	text, _ := d.Equation("", equation.Annotated, equation.Options{})
	fmt.Print(text)
	// Output:
	// k(s − L₀) + λ ds/dt = m a        a = −d²s/dt², towards W
	// └ spring ┘  └damper─┘ └ T ┘
}

func TestFormatOf(t *testing.T) {
	for path, want := range map[string]string{
		"x.tikz.tex": "tikz", "a.b/x.eqn.tex": "eqn", "x.tex": "tex", "X.SVG": "svg", "x.pdf": "pdf", "x.png": "png",
		"x.html": "html", "x.json": "json", "x.md": "md", "x.txt": "txt", "x.doc": "", "svg": "", "x": "",
	} {
		f, ok := emit.FormatOf(path)
		if f.Name != want || ok != (want != "") {
			t.Errorf("FormatOf(%q) = %q, %v, want %q", path, f.Name, ok, want)
		}
	}
}

// TestEveryFormat writes a diagram, one that only draws, and one that can't have an equation in every format, twice.
func TestEveryFormat(t *testing.T) {
	for name, src := range map[string]string{
		"moves":  "wall - (spring[color=red], damper) - trolley - force",
		"draws":  "wall - spring - wall",
		"single": "mass - force",
	} {
		for _, f := range emit.Formats() {
			t.Run(name+"/"+f.Name, func(t *testing.T) {
				var first []byte
				for range 2 {
					d, list := emit.Compile("x.dg", []byte(src))
					if list.HasErrors() {
						t.Fatal(list)
					}
					if f.Equations && !d.Moves() {
						return
					}
					data, list := d.Write(f, emit.Options{Name: "x", Marking: equation.Coloured})
					if list.HasErrors() || len(data) == 0 {
						t.Fatalf("%d bytes: %v", len(data), list)
					}
					if first != nil && !bytes.Equal(first, data) {
						t.Error("equal input gave unequal bytes")
					}
					first = data
				}
			})
		}
	}
}

// dangers are what a format's reader would obey.
var dangers = map[string][]string{
	"tikz": {`\input{/etc`, `\write18`, `}\end{document}`, `\catcode`},
	"eqn":  {`\input{/etc`, `\write18`, `}\end{document}`, `\catcode`},
	"tex":  {`\input{/etc`, `\write18`, `}\end{document}`, `\catcode`},
	"svg":  {"<script", "</svg><"},
	"html": {"<script", "</svg><script"},
	"md":   {"<script", "</svg"},
}

// TestHostile compiles diagrams whose labels try to smuggle commands or markup into the outputs.
func TestHostile(t *testing.T) {
	for _, label := range []string{`\input{/etc/passwd}`, `\write18{ls}`, `</svg><script>alert(1)</script>`, `$$`, `}\end{document}`, `\catcode`, "a]b", `%`} {
		src := `wall - spring[label="` + label + `"] - trolley - force; diagram[title="` + label + `"]`
		d, list := emit.Compile("x.dg", []byte(src))
		if list.HasErrors() {
			continue // refused, which is as good
		}
		for _, f := range emit.Formats() {
			data, list := d.Write(f, emit.Options{Name: "x"})
			if list.HasErrors() {
				t.Errorf("%s: %v", f.Name, list)
			}
			if f.Name == "md" {
				data = bytes.ReplaceAll(data, []byte(`\<`), nil) // is no tag
			}
			for _, bad := range dangers[f.Name] {
				if bytes.Contains(data, []byte(bad)) {
					t.Errorf("label %s reached %s as %s", label, f.Name, bad)
				}
			}
		}
	}
}
