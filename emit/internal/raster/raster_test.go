package raster

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/png"
	"math"
	"strings"
	"testing"

	"diagram/dsl/graph"
	"diagram/dsl/ink"
	"diagram/emit/internal/sample"
	"diagram/emit/internal/theme"
	"diagram/layout"
)

// one is a drawing of 2 cm × 1 cm with one stroke in a frame at its centre.
func one(s ...ink.Stroke) *layout.Drawing {
	return &layout.Drawing{
		Min: ink.Point{X: -1, Y: -0.5}, Max: ink.Point{X: 1, Y: 0.5},
		Items: []layout.Item{{Name: "a", Style: "a", Strokes: s, Frame: ink.Frame{W: 1, H: 1}}},
	}
}

func drawn(t *testing.T, d *layout.Drawing, o Options) *image.RGBA {
	t.Helper()
	m, err := Image(d, o)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func encoded(t testing.TB, d *layout.Drawing, o Options) []byte {
	t.Helper()
	file, err := PNG(d, o)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// darkness is the amount of ink of an image on white, in pixels.
func darkness(m *image.RGBA) float64 {
	var sum float64
	for i := 0; i < len(m.Pix); i += 4 {
		sum += 1 - float64(m.Pix[i])/255
	}
	return sum
}

func TestAmountOfInk(t *testing.T) {
	const dpi = 254 // 100 pixels to the cm
	line := func(p ink.Pen) ink.Stroke {
		return &ink.Line{Pts: []ink.Pt{ink.At(0, -0.5, 0, 0), ink.At(0, 0.5, 0, 0)}, Pen: p}
	}
	w := 100 * ink.Normal.Width()
	for _, c := range []struct {
		name   string
		stroke ink.Stroke
		want   float64
	}{
		{"a line, its ends cut straight", line(ink.Pen{}), 100 * w},
		{"a level square", &ink.Rect{A: ink.At(0, -0.2, 0, -0.2), B: ink.At(0, 0.2, 0, 0.2), Pen: ink.Pen{NoLine: true, Fill: ink.Solid}}, 1600},
		{"a disc", &ink.Circle{Radius: 0.3, Pen: ink.Pen{NoLine: true, Fill: ink.Solid}}, math.Pi * 900},
		{"a ring", &ink.Circle{Radius: 0.3}, 2 * math.Pi * 30 * w},
		{"a tint", &ink.Rect{A: ink.At(0, -0.2, 0, -0.2), B: ink.At(0, 0.2, 0, 0.2), Pen: ink.Pen{NoLine: true, Fill: ink.Shade}}, 1600 * theme.TintShare},
		{"nothing", line(ink.Pen{NoLine: true}), 0},
	} {
		m := drawn(t, one(c.stroke), Options{DPI: dpi})
		if got := darkness(m); math.Abs(got-c.want) > 0.02*c.want+0.5 {
			t.Errorf("%s: %.1f pixels of ink, want %.1f", c.name, got, c.want)
		}
	}
	dashed := drawn(t, one(line(ink.Pen{Dashed: true})), Options{DPI: dpi})
	if got := darkness(dashed); got < 0.5*100*w || got > 0.8*100*w {
		t.Errorf("a dashed line has %.1f pixels of ink", got)
	}
}

func TestColours(t *testing.T) {
	square := &ink.Rect{A: ink.At(0, -0.2, 0, -0.2), B: ink.At(0, 0.2, 0, 0.2), Pen: ink.Pen{Fill: ink.Solid}}
	d := one(square)
	d.Items[0].Element = &graph.Element{Name: "a"}
	at := func(o Options) (middle, corner color.Color) {
		m := drawn(t, d, o)
		return m.At(m.Rect.Dx()/2, m.Rect.Dy()/2), m.At(0, 0)
	}
	dark, _ := theme.Named("dark")
	middle, corner := at(Options{Theme: dark})
	if middle != rgba(dark.Ink) || corner != rgba(dark.Paper) {
		t.Errorf("dark: %v on %v", middle, corner)
	}
	d.Items[0].Colour = "blue"
	if middle, _ = at(Options{}); middle != (color.RGBA{0, 0, 255, 255}) {
		t.Errorf("a blue item is %v", middle)
	}
	if middle, _ = at(Options{Colours: func(*graph.Element) string { return "#ff0000" }}); middle != (color.RGBA{255, 0, 0, 255}) {
		t.Errorf("a blue item with red terms is %v", middle)
	}
}

func TestPNG(t *testing.T) {
	file := encoded(t, sample.Trolley(), Options{DPI: 254})
	m, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if got := m.Bounds().Size(); got != (image.Point{600, 220}) {
		t.Errorf("5.8 cm × 2 cm and a margin of 1 mm at 100 pixels to the cm are %v", got)
	}
	i := bytes.Index(file, []byte("pHYs"))
	if i < 0 || binary.BigEndian.Uint32(file[i+4:]) != 10000 {
		t.Error("the file doesn't say that it has 10,000 pixels to the metre")
	}
	if !bytes.Equal(file, encoded(t, sample.Trolley(), Options{DPI: 254})) {
		t.Error("two runs draw different pictures")
	}
}

// A picture of too many pixels is refused with their number, and nothing is drawn; one of no size is still a picture.
func TestSize(t *testing.T) {
	d := one()
	d.Max.X = 99
	for _, c := range []struct {
		dpi, height float64
		fits        bool
	}{{300, 1, true}, {300, 23, true}, {300, 26, false}, {6000, 1, false}, {300, math.Inf(1), false}, {math.Inf(1), 1, false}} {
		d.Max.Y = d.Min.Y + c.height
		switch file, err := PNG(d, Options{DPI: c.dpi}); {
		case (err == nil) != c.fits:
			t.Errorf("a metre by %g cm at %g dpi: %v", c.height, c.dpi, err)
		case err != nil && (file != nil || !strings.Contains(err.Error(), "the most is 35 million")):
			t.Errorf("%d bytes, %v", len(file), err)
		}
	}
	if m, err := png.Decode(bytes.NewReader(encoded(t, &layout.Drawing{}, Options{}))); err != nil || m.Bounds().Empty() {
		t.Errorf("an empty drawing: %v", err)
	}
	for _, bad := range []float64{-1, math.NaN()} {
		if m := drawn(t, one(), Options{DPI: bad}); m.Rect.Empty() {
			t.Errorf("no picture at %v dpi", bad)
		}
	}
}

func BenchmarkPNG(b *testing.B) {
	d := sample.Trolley()
	b.ReportAllocs()
	for b.Loop() {
		encoded(b, d, Options{DPI: 150})
	}
}
