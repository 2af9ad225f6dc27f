package emit_test

import (
	"bytes"
	"fmt"
	"testing"

	"diagram/emit"
)

const trolley = "W = wall; T = trolley\nW - (spring, damper) - T"

func Example() {
	d, list := emit.Compile("trolley.dg", []byte(trolley))
	if list.HasErrors() {
		fmt.Println(list)
		return
	}
	text, _ := d.Equation("", emit.Annotated, emit.EquationOptions{})
	fmt.Print(text)
	// Output:
	// k(s − L₀) + λ ds/dt = m a        a = −d²s/dt², towards W
	// └ spring ┘  └damper─┘ └ T ┘
}

// What is wrong with a text is told with its place, and with what to write instead.
func ExampleCompile() {
	_, list := emit.Compile("trolley.dg", []byte("wall - sprnig - trolley"))
	fmt.Println(list)
	// Output:
	// trolley.dg:1:8: error: there is no kind of element sprnig (did you mean spring?)
}

// A program picks a format by the ending of the file that it is to write.
func ExampleDiagram_Write() {
	d, _ := emit.Compile("trolley.dg", []byte(trolley))
	f, ok := emit.FormatOf("figures/trolley.svg")
	if !ok {
		return
	}
	data, list := d.Write(f, emit.Options{Name: "trolley"})
	if list.HasErrors() {
		fmt.Println(list)
		return
	}
	fmt.Println(f.Doc)
	fmt.Printf("%.4s\n", data)
	// Output:
	// the picture, as one self-contained SVG
	// <svg
}

// The same equation in another form, in other notations.
func ExampleDiagram_Equation() {
	d, _ := emit.Compile("trolley.dg", []byte(trolley))
	for _, n := range []emit.Notation{emit.LaTeX, emit.Text, emit.SymPy} {
		s, _ := d.Equation("standard", n, emit.EquationOptions{})
		fmt.Print(s)
	}
	// Output:
	// m\frac{d^2s}{dt^2}+\lambda\frac{ds}{dt}+k(s-L_0) = 0
	// m d²s/dt² + λ ds/dt + k(s − L₀) = 0
	// m*Derivative(s(t), (t, 2)) + lamda*Derivative(s(t), t) + k*(s(t) - L_0)
}

func ExampleDiagram_Explain() {
	d, _ := emit.Compile("trolley.dg", []byte("wall - spring - trolley - force"))
	x, _ := d.Explain("")
	fmt.Print(x.Text())
	// Output:
	// spring   k(s − L₀)   k, the stiffness of the spring, times how far it is stretched: s, the distance from the wall to the trolley, less L₀, its original length
	// trolley  −m d²s/dt²  minus m, the mass of the trolley, times d²s/dt², its acceleration away from the wall
	// force    F           F, the force that acts on the trolley
}

func ExampleForms() {
	for _, f := range emit.Forms()[:3] {
		fmt.Printf("%s: %s\n", f, f.Doc())
	}
	// Output:
	// edges: connectors on the left, one term an edge; what acts and inertia on the right
	// newton: mass times acceleration is the sum of the forces
	// standard: inertia, damping, stiffness = what acts
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
					data, list := d.Write(f, emit.Options{Name: "x", Marking: emit.Coloured})
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
