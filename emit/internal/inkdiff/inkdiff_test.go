package inkdiff

import (
	"image"
	"image/color"
	"testing"
)

func bars(xs ...int) image.Image {
	m := image.NewGray(image.Rect(0, 0, 40, 20))
	for i := range m.Pix {
		m.Pix[i] = 255
	}
	for _, x := range xs {
		for y := range 20 {
			m.SetGray(x, y, color.Gray{})
		}
	}
	return m
}

func TestCompare(t *testing.T) {
	for _, c := range []struct {
		name       string
		a, b       image.Image
		aInB, bInA float64
	}{
		{"the same", bars(5, 20), bars(5, 20), 1, 1},
		{"a pixel off", bars(5, 20), bars(6, 19), 1, 1},
		{"two pixels off", bars(5), bars(7), 0, 0},
		{"a line is missing", bars(5, 20), bars(5), 0.5, 1},
		{"a line is too much", bars(5), bars(5, 20), 1, 0.5},
		{"blank", bars(), bars(5), 0, 0},
	} {
		r := Compare(c.a, c.b, 1.5)
		if r.AInB != c.aInB || r.BInA != c.bInA {
			t.Errorf("%s: %v", c.name, r)
		}
	}
}

func TestDiff(t *testing.T) {
	m := Diff(bars(5, 20), bars(5, 30), 1.5)
	for x, want := range map[int]color.RGBA{5: {190, 190, 190, 255}, 20: {220, 0, 0, 255}, 30: {0, 0, 220, 255}, 35: {255, 255, 255, 255}} {
		if got := m.At(x, 3); got != want {
			t.Errorf("x = %d: %v, want %v", x, got, want)
		}
	}
}
