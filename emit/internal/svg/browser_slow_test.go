//go:build slow

package svg_test

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"diagram/emit"
	"diagram/emit/internal/inkdiff"
	"diagram/emit/internal/sample"
	"diagram/emit/internal/svg"
	"diagram/emit/internal/theme"
)

// schemes are what a reader may prefer, as Chromium's setting has it.
var schemes = map[string]int{"dark": 0, "light": 1}

// chromium has a browser without a network do something with a page, which has pictures beside it.
func chromium(t *testing.T, scheme, html string, pictures map[string][]byte, args ...string) []byte {
	t.Helper()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "p.html"), []byte(html))
	for name, data := range pictures {
		write(t, filepath.Join(dir, name+".svg"), data)
	}
	return run(t, dir, "chromium", append(append([]string{"--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--virtual-time-budget=4000",
		"--user-data-dir=" + filepath.Join(dir, "profile"), fmt.Sprintf("--blink-settings=preferredColorScheme=%d", schemes[scheme])}, args...),
		"file://"+filepath.Join(dir, "p.html"))...)
}

// shot is what a page looks like.
func shot(t *testing.T, scheme, html string, pictures map[string][]byte, size image.Point, zoom int) *image.RGBA {
	t.Helper()
	path := filepath.Join(t.TempDir(), "p.png")
	const frame = 200 // more than a window has around its page; what is out of sight may not be drawn
	chromium(t, scheme, html, pictures, fmt.Sprintf("--window-size=%d,%d", size.X, size.Y+frame), fmt.Sprintf("--force-device-scale-factor=%d", zoom), "--screenshot="+path)
	m := read(t, path)
	rgba := image.NewRGBA(m.Bounds())
	draw.Draw(rgba, rgba.Rect, m, m.Bounds().Min, draw.Src)
	return rgba
}

// ways are how a page shows a picture.
var ways = []struct {
	name string
	show func(name string, picture []byte) string
}{
	{"img", func(name string, _ []byte) string { return `<img alt="" src="` + name + `.svg">` }},
	{"object", func(name string, _ []byte) string { return `<object data="` + name + `.svg"></object>` }},
	{"inline", func(_ string, p []byte) string { return string(p) }},
}

// gallery is a page that shows each picture in every way, a row each, and where each is.
func gallery(head string, pictures map[string][]byte, sizes map[string]image.Point) (html string, size image.Point, at map[string]image.Rectangle) {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html>\n<html><head><style>" + head + "svg, img, object { display: block }</style></head><body>\n")
	at = map[string]image.Rectangle{}
	var corner image.Point
	for _, name := range names(pictures) {
		s := sizes[name]
		corner.X = 0
		for _, w := range ways {
			fmt.Fprintf(&b, "<div style=\"position:absolute;left:%dpx;top:%dpx\">%s</div>\n", corner.X, corner.Y, w.show(name, pictures[name]))
			at[name+" "+w.name] = image.Rectangle{corner, corner.Add(s)}
			corner.X += s.X + 4
			size.X = max(size.X, corner.X)
		}
		corner.Y += s.Y + 4
	}
	size.Y = corner.Y
	return b.String() + "</body></html>\n", size, at
}

func names(pictures map[string][]byte) []string {
	var all []string
	for name := range pictures {
		all = append(all, name)
	}
	slices.Sort(all)
	return all
}

const (
	followsReader = ":root { color-scheme: light dark; } "
	turnsDark     = "body { background: #fff; color: #000; } @media (prefers-color-scheme: dark) { body { background: #18181b; color: #f0f0f0; } } "
	staysWhite    = "body { background: #fff; color: #000; } "
)

// TestBrowser has Chromium show pictures in every way on pages that are dark where the reader likes it, and holds them to
// librsvg's, in ink or in light on dark.
func TestBrowser(t *testing.T) {
	pictures, sizes, want := map[string][]byte{}, map[string]image.Point{}, map[string]image.Image{}
	dir := t.TempDir()
	for i, d := range sample.Examples(t) {
		if i%4 != 0 {
			continue
		}
		pictures[d.Name] = svg.Write(d.Drawing, svg.Options{})
		write(t, filepath.Join(dir, d.Name+".svg"), pictures[d.Name])
		run(t, dir, "rsvg-convert", "-b", "white", "-o", d.Name+".png", d.Name+".svg")
		want[d.Name] = read(t, filepath.Join(dir, d.Name+".png"))
		sizes[d.Name] = want[d.Name].Bounds().Size()
	}
	for scheme := range schemes {
		for kind, head := range map[string]string{"a page that has both schemes": followsReader + turnsDark, "a page with dark colours": turnsDark} {
			t.Run(scheme+", "+kind, func(t *testing.T) {
				t.Parallel()
				html, size, at := gallery(head, pictures, sizes)
				m := shot(t, scheme, html, pictures, size, 1)
				for place, r := range at {
					name, _, _ := strings.Cut(place, " ")
					part := image.NewRGBA(image.Rectangle{Max: r.Size()})
					draw.Draw(part, part.Rect, m, r.Min, draw.Src)
					if scheme == "dark" {
						lighten(part)
					}
					if r := inkdiff.Compare(want[name], part, 1.5); r.Worst() < 0.99 {
						t.Errorf("%s: %v", place, r)
					}
				}
			})
		}
	}
}

// lighten makes ink of what is light, and paper of all that is nearly as dark as the page, as what an object stands on is.
func lighten(m *image.RGBA) {
	for i := range m.Pix {
		if i%4 != 3 {
			m.Pix[i] = 255 - uint8(min(255, max(0, (int(m.Pix[i])-32)*255/(240-32))))
		}
	}
}

// TestLegible: whatever the reader prefers and whatever the page makes of it, a picture's ink stands out on what is behind it.
// Its colours do so in the dark; by day they are what the author says.
func TestLegible(t *testing.T) {
	dark, _ := theme.Named("dark")
	pictures := map[string][]byte{
		"plain":          svg.Write(sample.Trolley(), svg.Options{}),
		"coloured":       svg.Write(coloured(), svg.Options{}),
		"dark":           svg.Write(coloured(), svg.Options{Theme: dark}),
		"plain equation": equation(t),
	}
	sizes := map[string]image.Point{}
	for name, p := range pictures {
		size := regexp.MustCompile(`width="([\d.]+)cm" height="([\d.]+)cm"`).FindSubmatch(p)
		width, _ := strconv.ParseFloat(string(size[1]), 64)
		height, _ := strconv.ParseFloat(string(size[2]), 64)
		sizes[name] = image.Pt(int(width*96/2.54), int(height*96/2.54))
	}
	for scheme := range schemes {
		for kind, head := range map[string]string{
			"follows the reader": followsReader + turnsDark, "turns dark": turnsDark, "stays white": staysWhite,
			"says both, stays white": followsReader + staysWhite,
		} {
			t.Run(scheme+", "+kind, func(t *testing.T) {
				t.Parallel()
				html, size, at := gallery(head, pictures, sizes)
				const zoom = 4 // so that lines have insides
				m := shot(t, scheme, html, pictures, size, zoom)
				for place, r := range at {
					paper, ink, blue := tones(m, image.Rectangle{r.Min.Mul(zoom), r.Max.Mul(zoom)})
					if c := theme.Contrast(paper, ink); c < 12 {
						t.Errorf("%s: paper is %s and ink %s, a contrast of %.1f", place, paper.Hex(), ink.Hex(), c)
					}
					if place == "coloured inline" || strings.HasPrefix(place, "plain") {
						continue // the page says what colours stand on, or there are none
					}
					if c := theme.Contrast(paper, blue); c < 3 {
						t.Errorf("%s: paper is %s and blue %s, a contrast of %.1f", place, paper.Hex(), blue.Hex(), c)
					}
				}
			})
		}
	}
}

// equation is the picture of an equation.
func equation(t *testing.T) []byte {
	t.Helper()
	d, list := emit.Compile("x.dg", []byte("wall - (spring, damper) - trolley - force"))
	if list.HasErrors() {
		t.Fatal(list)
	}
	s, list := d.Equation("", emit.SVG, emit.EquationOptions{})
	if list.HasErrors() {
		t.Fatal(list)
	}
	return []byte(s)
}

// tones are the commonest colour of a part, of the greys that differ from it the commonest, and the commonest blue.
func tones(m *image.RGBA, part image.Rectangle) (paper, ink, blue theme.RGB) {
	count := map[color.RGBA]int{}
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			count[m.RGBAAt(x, y)]++
		}
	}
	most := func(fits func(theme.RGB) bool) theme.RGB {
		best, n := paper, 0
		for c, k := range count {
			if rgb := (theme.RGB{R: c.R, G: c.G, B: c.B}); k > n && fits(rgb) {
				best, n = rgb, k
			}
		}
		return best
	}
	coloured := func(c theme.RGB) bool { return int(c.B) > int(c.R)+60 }
	paper = most(func(theme.RGB) bool { return true })
	ink = most(func(c theme.RGB) bool {
		return theme.Contrast(c, paper) > 1.5 && max(c.R, c.G, c.B)-min(c.R, c.G, c.B) < 8
	})
	return paper, ink, most(coloured)
}

// TestNoLeak: what a picture's style sheet says for pictures that stand alone changes nothing of a page that has them inside.
func TestNoLeak(t *testing.T) {
	const ask = `<svg id="own" fill="none" stroke="currentColor"><path class="x" d="M0 0h9"/></svg>
<pre id="said"></pre><script>
const all = []
for (const e of document.querySelectorAll("html, body, p, #own, #own path, #of-page svg")) {
  const s = getComputedStyle(e)
  all.push([e.id || e.nodeName, s.color, s.backgroundColor, s.colorScheme, s.fill, s.stroke].join(" "))
}
said.textContent = all.join(";")
</script>`
	said := func(picture string) string {
		html := `<!DOCTYPE html><html><head><style>body { color: #123456; background: #fedcba }</style></head><body><p>x</p>` +
			`<div id="of-page">` + picture + `</div>` + ask + `</body></html>`
		dom := string(chromium(t, "dark", html, nil, "--dump-dom"))
		_, after, _ := strings.Cut(dom, `<pre id="said">`)
		s, _, _ := strings.Cut(after, "</pre>")
		return s
	}
	picture := said(string(svg.Write(coloured(), svg.Options{})))
	bare := said(`<svg fill="none" stroke="currentColor"></svg>`)
	if picture != bare || !strings.Contains(bare, "rgb(18, 52, 86)") {
		t.Errorf("with the picture: %s\nwithout: %s", picture, bare)
	}
}
