package theme

import (
	"math"
	"strings"
)

// Scheme is the style sheet by which a picture whose ink is that of the text around it follows its reader into the dark where
// no text is around it: shown by <img> or <object>, or alone. Its rules are for the root of a document, so that inside a
// page they do nothing. There is paper under the picture because a browser tells it what the reader prefers, not whether the
// page around it does so too. The colours that the picture has are made to stand out.
func Scheme(colours []RGB) string {
	dark, _ := Named("dark")
	return inDark("svg:root", "color-scheme:dark;color:"+dark.Ink.Hex()+";background:"+dark.Paper.Hex()) + Bright("svg:root", colours)
}

// Bright is the style sheet that makes colours which pictures have as attributes stand out in the dark.
func Bright(where string, colours []RGB) string {
	dark, _ := Named("dark")
	var b strings.Builder
	for _, c := range colours {
		if on := c.on(dark); on != c {
			b.WriteString(inDark(where+` [color="`+c.Hex()+`"]`, "color:"+on.Hex()))
		}
	}
	return b.String()
}

// inDark is one rule for readers who prefer the dark. Each has a block of its own, which is as much of style sheets as some
// programs understand.
func inDark(what, how string) string {
	return "@media(prefers-color-scheme:dark){" + what + "{" + how + "}}"
}

// least is the contrast that graphics must have by WCAG, 1.4.11.
const least = 3

// Colour reads a colour that an author gives to ink, as Parse does. On dark paper, which authors don't think of, it has so much
// of the theme's ink in it that it stands out.
func (t Theme) Colour(s string) (RGB, bool) {
	c, ok := Parse(s)
	if ok && t.Paper.luminance() < t.Ink.luminance() {
		c = c.on(t)
	}
	return c, ok
}

// on is the colour, with so much of a theme's ink in it that it stands out on its paper.
func (c RGB) on(t Theme) RGB {
	mixed := c
	for share := 0.0; Contrast(mixed, t.Paper) < least && share < 1; share += 1. / 16 {
		mixed = c.mix(t.Ink, share)
	}
	return mixed
}

// mix is the colour with a share of another in it.
func (c RGB) mix(d RGB, share float64) RGB {
	part := func(x, y uint8) uint8 { return uint8(float64(x) + share*(float64(y)-float64(x)) + 0.5) }
	return RGB{part(c.R, d.R), part(c.G, d.G), part(c.B, d.B)}
}

// Contrast is the ratio of two colours' luminances, from 1 to 21, as WCAG defines it.
func Contrast(a, b RGB) float64 {
	x, y := a.luminance(), b.luminance()
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func (c RGB) luminance() float64 {
	linear := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}
