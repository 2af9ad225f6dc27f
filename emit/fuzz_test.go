package emit_test

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"diagram/emit"
	"diagram/emit/equation"
	"diagram/examples"
)

// FuzzEverything compiles whatever comes and prints what compiles in every format, form and notation: nothing may panic,
// SVG must be XML, and a diagram must compile to the same again.
func FuzzEverything(f *testing.F) {
	for _, e := range examples.All() {
		f.Add(string(e.Source))
	}
	f.Add(`wall - (spring[k="\frac{a}{b}", label="k_{\text{x y}}"], damper[c2=0.1] - joint - rod) - trolley - (force, torque)`)
	f.Fuzz(func(t *testing.T, src string) {
		if len(src) > 2000 {
			return
		}
		d, list := emit.Compile("x.dg", []byte(src))
		if d == nil {
			if !list.HasErrors() {
				t.Fatal("neither a diagram nor an error")
			}
			return
		}
		for _, format := range emit.Formats() {
			if format.Name == "png" || format.Equations && d.Model == nil {
				continue // a picture may be of any size
			}
			data, problems := d.Write(format, emit.Options{Name: "x"})
			if format.Name == "svg" {
				wellFormed(t, string(data))
			}
			if len(data) == 0 && !problems.HasErrors() && d.Moves() {
				t.Errorf("%s is empty without an error", format.Name)
			}
		}
		for _, form := range equation.Forms() {
			for _, n := range equation.Notations() {
				d.Equation(form, n, equation.Options{Width: 80, Marking: equation.Coloured})
			}
			d.Equation(form, equation.LaTeX, equation.Options{Eliminate: true, Rest: true})
		}
	})
}

func wellFormed(t *testing.T, s string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(s))
	for {
		_, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("the SVG is no XML: %v", err)
		}
	}
}
