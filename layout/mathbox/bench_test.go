package mathbox

import (
	"image"
	"testing"

	"golang.org/x/image/vector"
)

func rasterize(r *vector.Rasterizer) []uint8 {
	a := image.NewAlpha(image.Rectangle{Max: r.Size()})
	r.Draw(a, a.Rect, image.Opaque, image.Point{})
	return a.Pix
}

var benchmarkLabel, benchmarkEquation = read(`\dot m_1`), read(`k(s-L_0)+\lambda\frac{ds}{dt}=ma`)

func BenchmarkLabelCached(b *testing.B) {
	for b.Loop() {
		Typeset(benchmarkLabel, Options{})
	}
}

func BenchmarkLabel(b *testing.B) {
	for b.Loop() {
		typeset(benchmarkLabel, Options{Size: 10})
	}
}

func BenchmarkEquation(b *testing.B) {
	for b.Loop() {
		typeset(benchmarkEquation, Options{Size: 10})
	}
}

func BenchmarkPath(b *testing.B) {
	box := Typeset(benchmarkEquation, Options{})
	var dst []byte
	for b.Loop() {
		dst = box.AppendPath(dst[:0], 0, 0, 1)
	}
}

// BenchmarkColdFonts reads what a first label needs: the OpenType font's
// directory, four metric files, and its glyphs.
func BenchmarkColdFonts(b *testing.B) {
	for b.Loop() {
		f := face{name: "m", ttf: mathFace.ttf}
		f.open()
		for _, r := range "𝑘𝑚1𝑠" {
			if f.outline(f.glyph(r)) == nil {
				b.Fatal("no outline")
			}
		}
		for _, name := range []string{"cmmi10", "cmr7", "cmsy10", "cmex10"} {
			file, err := tfmFiles.ReadFile("tfm/" + name + ".tfm")
			if err != nil {
				b.Fatal(err)
			}
			readTFM(file)
		}
	}
}
