// Package colour reads colours as authors write them: the names of SVG and CSS, which are LaTeX's as well, mixes of them as
// xcolor has them (blue!60!black is six parts of blue in ten), and #rrggbb.
package colour

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/image/colornames"
)

// RGB is a colour of the screen.
type RGB struct{ R, G, B uint8 }

// Hex is the colour as #rrggbb.
func (c RGB) Hex() string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// latex are the colours that xcolor knows without being asked, with its values; their names mean these rather than SVG's. Only its green is
// too bright for a line, and is SVG's.
var latex = map[string]RGB{
	"black": {0, 0, 0}, "blue": {0, 0, 255}, "brown": {191, 128, 64}, "cyan": {0, 255, 255}, "darkgray": {64, 64, 64},
	"gray": {128, 128, 128}, "lightgray": {191, 191, 191}, "lime": {191, 255, 0}, "magenta": {255, 0, 255},
	"olive": {128, 128, 0}, "orange": {255, 128, 0}, "pink": {255, 191, 191}, "purple": {191, 0, 64}, "red": {255, 0, 0},
	"teal": {0, 128, 128}, "violet": {128, 0, 128}, "white": {255, 255, 255}, "yellow": {255, 255, 0},
}

// Common are the names that come to mind first.
func Common() []string { return append(slices.Sorted(maps.Keys(latex)), "green") }

// Names are all names.
func Names() []string { return append(Common(), colornames.Names...) }

// Parse reads a colour.
func Parse(s string) (RGB, bool) {
	parts := strings.Split(s, "!")
	c, ok := single(parts[0])
	for i := 1; ok && i < len(parts); i += 2 {
		share, err := strconv.ParseFloat(strings.TrimSpace(parts[i]), 64)
		if err != nil || !(share >= 0 && share <= 100) {
			return RGB{}, false
		}
		other := RGB{255, 255, 255}
		if i+1 < len(parts) {
			if other, ok = single(parts[i+1]); !ok {
				return RGB{}, false
			}
		}
		c = mix(c, other, share/100)
	}
	return c, ok
}

// single reads a name, in whatever case, #rgb or #rrggbb.
func single(s string) (RGB, bool) {
	s = strings.TrimSpace(s)
	if len(s) == 4 && s[0] == '#' {
		s = string([]byte{'#', s[1], s[1], s[2], s[2], s[3], s[3]})
	}
	if len(s) == 7 && s[0] == '#' {
		v, err := strconv.ParseUint(s[1:], 16, 32)
		return RGB{uint8(v >> 16), uint8(v >> 8), uint8(v)}, err == nil
	}
	s = strings.ToLower(s)
	if c, ok := latex[s]; ok {
		return c, true
	}
	c, ok := colornames.Map[s]
	return RGB{c.R, c.G, c.B}, ok
}

// mix is some share of one colour, and the rest of another.
func mix(c, other RGB, share float64) RGB {
	part := func(a, b uint8) uint8 { return uint8(share*float64(a) + (1-share)*float64(b) + 0.5) }
	return RGB{part(c.R, other.R), part(c.G, other.G), part(c.B, other.B)}
}

// Plain reports whether every LaTeX with xcolor reads a colour as it stands, and as the same one: a mix that begins with one of
// xcolor's own names.
func Plain(s string) bool {
	parts := strings.Split(s, "!")
	for i := 0; i < len(parts); i += 2 {
		if _, ok := latex[parts[i]]; !ok || len(parts) > 1 && !additive[parts[i]] {
			return false
		}
	}
	for i := 1; i < len(parts); i += 2 {
		if strings.Trim(parts[i], "0123456789.") != "" {
			return false
		}
	}
	_, ok := Parse(s)
	return ok && (len(parts) == 1 || !grey[parts[0]])
}

// xcolor mixes in the model of the first colour: in these it counts as here.
var additive = map[string]bool{
	"black": true, "blue": true, "brown": true, "darkgray": true, "gray": true, "lightgray": true, "lime": true, "orange": true,
	"pink": true, "purple": true, "red": true, "teal": true, "violet": true, "white": true,
}

// grey are those whose model has no hue.
var grey = map[string]bool{"black": true, "darkgray": true, "gray": true, "lightgray": true, "white": true}
