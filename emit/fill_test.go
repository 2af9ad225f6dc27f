package emit_test

import (
	"bytes"
	"image/png"
	"strings"
	"testing"

	"diagram/emit"
	"diagram/emit/internal/scene"
)

// A colour that an author asks for the inside of a trolley is that of its box; its wheels stay paper.
func TestWheelsStayPaper(t *testing.T) {
	d, list := emit.Compile("fill.dg", []byte("T = trolley[fill=crimson]\nwall - spring - T"))
	if list.HasErrors() {
		t.Fatal(list)
	}
	write := func(name string) []byte {
		f, _ := emit.FormatOf(name)
		data, list := d.Write(f, emit.Options{})
		if list.HasErrors() {
			t.Fatal(list)
		}
		return data
	}
	if n := strings.Count(string(write("a.svg")), `fill="#dc143c"`); n != 1 {
		t.Errorf("SVG fills %d paths", n)
	}
	for _, line := range strings.Split(string(write("a.tikz.tex")), "\n") {
		if strings.Contains(line, "fill=") && strings.Contains(line, "circle") {
			t.Errorf("TikZ fills the wheels: %s", line)
		}
	}
	m, err := png.Decode(bytes.NewReader(write("a.png")))
	if err != nil {
		t.Fatal(err)
	}
	drawing := d.Drawing()
	floor := 0.0
	for _, it := range drawing.Items {
		if it.Element != nil && it.Element.Name == "T" && it.Style == "trolley" {
			floor = it.Frame.Local(0, -it.Frame.H/2).Y
		}
	}
	lo, hi := scene.Page(drawing)
	scale := float64(m.Bounds().Dy()) / (hi.Y - lo.Y)
	for y := int((hi.Y-floor)*scale) + 3; y < m.Bounds().Dy(); y++ {
		for x := range m.Bounds().Dx() {
			if r, g, _, _ := m.At(x, y).RGBA(); r > 2*g+1000 {
				t.Fatalf("PNG has red at %d,%d, below the box", x, y)
			}
		}
	}
}
