//go:build slow

package svg_test

import (
	"fmt"
	"image"
	_ "image/png"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"diagram/emit/internal/inkdiff"
	"diagram/emit/internal/sample"
	"diagram/emit/internal/svg"
	"diagram/emit/internal/theme"
	"diagram/layout"
)

const dpi = 150

// programs draw all pictures of a folder, x.svg as x.png, at dpi on white.
var programs = []struct {
	name string
	draw func(t *testing.T, dir string, files []string)
}{
	{"rsvg-convert", func(t *testing.T, dir string, files []string) {
		for _, f := range files {
			run(t, dir, "rsvg-convert", "--zoom", fmt.Sprint(dpi/96.0), "-b", "white", "-o", png(f), f)
		}
	}},
	{"Inkscape", func(t *testing.T, dir string, files []string) {
		run(t, dir, "inkscape", append([]string{"--export-type=png", "--export-background=white", fmt.Sprintf("--export-dpi=%d", dpi)}, files...)...)
	}},
	{"CairoSVG", func(t *testing.T, dir string, files []string) {
		python := os.Getenv("DIAGRAM_PYTHON")
		if python == "" {
			python = "/usr/bin/python3"
		}
		run(t, dir, python, append([]string{"-c", fmt.Sprintf(`
import cairosvg, sys
for f in sys.argv[1:]:
    cairosvg.svg2png(url=f, write_to=f[:-4] + ".png", scale=%v, background_color="white")`, dpi/96.0)}, files...)...)
	}},
	{"resvg", func(t *testing.T, dir string, files []string) {
		run(t, dir, "node", append([]string{"-e", fmt.Sprintf(`
const { Resvg } = require(%q), fs = require("fs")
for (const f of process.argv.slice(1)) {
  const r = new Resvg(fs.readFileSync(f, "utf8"), { background: "white", fitTo: { mode: "zoom", value: %v } })
  fs.writeFileSync(f.slice(0, -4) + ".png", r.render().asPng())
}`, module(t, "@resvg/resvg-js"), dpi/96.0)}, files...)...)
	}},
}

// module is where make tools has put a package of npm's.
func module(t *testing.T, name string) string {
	t.Helper()
	path, err := filepath.Abs("../../../build/npm/node_modules/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// samples are all examples, each on the page that it has alone, and what examples have little of.
func samples(t *testing.T) map[string][]byte {
	all := map[string][]byte{}
	for _, d := range sample.Examples(t) {
		all[d.Name] = svg.Write(d.Drawing, svg.Options{})
	}
	all["zoo"] = svg.Write(sample.Zoo(), svg.Options{})
	dark, _ := theme.Named("dark")
	all["coloured"] = svg.Write(coloured(), svg.Options{})
	all["dark"] = svg.Write(coloured(), svg.Options{Theme: dark})
	return all
}

// coloured is a drawing with colours on lines, filled parts and labels.
func coloured() *layout.Drawing {
	d := sample.Trolley()
	d.Items[1].Colour, d.Items[1].Thick = "blue", true
	d.Items[3].Dashed = true
	d.Items[4].Colour = "red"
	return d
}

// TestPrograms has every program draw every picture as librsvg does, which other tests hold to TeX's picture. With SVGS set to
// a folder it leaves the pictures there.
func TestPrograms(t *testing.T) {
	pictures := samples(t)
	keep := os.Getenv("SVGS")
	if keep == "" {
		keep = t.TempDir()
	}
	dirs := make([]string, len(programs))
	t.Run("draw", func(t *testing.T) {
		for i, p := range programs {
			dirs[i] = filepath.Join(keep, p.name)
			if err := os.MkdirAll(dirs[i], 0o777); err != nil {
				t.Fatal(err)
			}
			t.Run(p.name, func(t *testing.T) {
				t.Parallel()
				var files []string
				for name, data := range pictures {
					write(t, filepath.Join(dirs[i], name+".svg"), data)
					files = append(files, name+".svg")
				}
				p.draw(t, dirs[i], files)
				for name := range pictures {
					m := read(t, filepath.Join(dirs[i], name+".png"))
					switch name {
					case "coloured", "dark":
						hues(t, m, name == "dark")
					}
				}
			})
		}
	})
	for i, p := range programs[1:] {
		t.Run(p.name, func(t *testing.T) {
			t.Parallel()
			for name := range pictures {
				if name == "dark" {
					continue // inkdiff takes light for paper
				}
				want, got := read(t, filepath.Join(dirs[0], name+".png")), read(t, filepath.Join(dirs[i+1], name+".png"))
				if d := want.Bounds().Size().Sub(got.Bounds().Size()); d.X*d.X+d.Y*d.Y > 8 {
					t.Errorf("%s has the size %v, not %v", name, got.Bounds().Size(), want.Bounds().Size())
				}
				if r := inkdiff.Compare(want, got, 1.5); r.Worst() < 0.99 {
					t.Errorf("%s differs from librsvg's: %v", name, r)
				}
			}
		})
	}
}

// hues holds a picture of coloured to its colours, and to ink that stands out on paper.
func hues(t *testing.T, m image.Image, dark bool) {
	var blue, red, ink int
	b := m.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			r, g, b, _ := m.At(x, y).RGBA()
			switch {
			case b > 0xd000 && r < 0x5000 && g < 0x5000:
				blue++
			case r > 0xd000 && b < 0x5000 && g < 0x5000:
				red++
			case !dark && max(r, g, b) < 0x4000, dark && min(r, g, b) > 0xc000:
				ink++
			}
		}
	}
	if blue < 300 || red < 100 || ink < 500 {
		t.Errorf("dark paper %v: %d pixels blue, %d red, %d of other ink", dark, blue, red, ink)
	}
	corner, _, _, _ := m.At(b.Min.X, b.Min.Y).RGBA()
	if (corner < 0x4000) != dark {
		t.Errorf("dark paper %v: the corner is %x", dark, corner)
	}
}

func png(file string) string { return file[:len(file)-len("svg")] + "png" }

// run runs a program; one that is missing fails the test.
func run(t *testing.T, dir, program string, args ...string) []byte {
	t.Helper()
	c := exec.Command(program, args...)
	c.Dir = dir
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", program, err, out[max(0, len(out)-2000):])
	}
	return out
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) image.Image {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	m, _, err := image.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return m
}
