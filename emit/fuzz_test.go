package emit_test

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"diagram/emit"
	"diagram/emit/internal/wild"
	"diagram/examples"

	"pgregory.net/rapid"
)

// everything compiles a diagram and prints it in one form and notation and one format of those there are: nothing may
// panic, and what it prints is whole.
func everything(t *rapid.T) {
	src := wild.Source(t)
	form := rapid.SampledFrom(append(emit.Forms(), "")).Draw(t, "form")
	notation := rapid.SampledFrom(emit.Notations()).Draw(t, "notation")
	format := rapid.SampledFrom(emit.Formats()).Draw(t, "format")
	options := emit.EquationOptions{
		Eliminate: rapid.Bool().Draw(t, "eliminate"),
		Rest:      rapid.Bool().Draw(t, "rest"),
		Width:     rapid.SampledFrom([]int{0, 80}).Draw(t, "width"),
	}
	d, list := emit.Compile("x.dg", []byte(src))
	if d == nil {
		if !list.HasErrors() {
			t.Fatalf("neither a diagram nor an error:\n%s", src)
		}
		return
	}
	out, problems := d.Equation(form, notation, options)
	if out == "" && !problems.HasErrors() {
		t.Fatalf("neither an equation nor an error:\n%s", src)
	}
	if notation == emit.JSON && !problems.HasErrors() && !json.Valid([]byte(out)) {
		t.Fatalf("not JSON:\n%s\n%s", out, src)
	}
	write(t, d, format, src)
}

// write prints a diagram in a format and looks at what comes.
func write(t interface {
	Fatalf(string, ...any)
}, d *emit.Diagram, format emit.Format, src string) {
	if format.Equations && d.Trouble.HasErrors() {
		return
	}
	data, problems := d.Write(format, emit.Options{Name: "x"})
	if len(data) == 0 && !problems.HasErrors() && d.Moves() {
		t.Fatalf("%s is empty without an error:\n%s", format.Name, src)
	}
	if format.Name == "svg" && !problems.HasErrors() {
		if err := wellFormed(string(data)); err != nil {
			t.Fatalf("the SVG is no XML: %v\n%s", err, src)
		}
	}
}

func TestEverything(t *testing.T) { rapid.Check(t, everything) }

// FuzzEverything draws diagrams by the grammar from the fuzzer's bytes, so that to change a byte is to change a choice.
func FuzzEverything(f *testing.F) {
	for seed := range uint64(20) {
		choices := make([]byte, 4096) // more than a diagram takes
		random := rand.NewChaCha8([32]byte{byte(seed)})
		_, _ = random.Read(choices) // never fails
		f.Add(choices)
	}
	f.Fuzz(rapid.MakeFuzz(everything))
}

// FuzzText compiles whatever text comes, and prints it in a format and a form that the text's length chooses.
func FuzzText(f *testing.F) {
	for _, e := range examples.All() {
		if len(e.Source) < 300 {
			f.Add(string(e.Source))
		}
	}
	f.Add(`wall - (spring[k="\frac{a}{b}", label="k_{\text{x y}}"], damper[c2=0.1] - joint - rod) - trolley - (force, torque)`)
	f.Fuzz(func(t *testing.T, src string) {
		if len(src) > 500 {
			return
		}
		d, list := emit.Compile("x.dg", []byte(src))
		if d == nil {
			if !list.HasErrors() {
				t.Fatal("neither a diagram nor an error")
			}
			return
		}
		n := len(src)
		formats, forms, notations := emit.Formats(), emit.Forms(), emit.Notations()
		write(t, d, formats[n%len(formats)], src)
		d.Equation(forms[n%len(forms)], notations[n/len(forms)%len(notations)], emit.EquationOptions{Eliminate: n%2 == 0, Rest: n%3 == 0})
	})
}

func wellFormed(s string) error {
	d := xml.NewDecoder(strings.NewReader(s))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}
