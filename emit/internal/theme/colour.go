package theme

import (
	"fmt"
	"strconv"
)

// RGB is a colour of the screen.
type RGB struct{ R, G, B uint8 }

// Hex is the colour as #rrggbb.
func (c RGB) Hex() string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// green is the one name whose colour differs from xcolor's, which is too bright for a line.
const green = "green"

// named are the colours that xcolor always knows, with its values.
var named = map[string]RGB{
	"black": {0, 0, 0}, "blue": {0, 0, 255}, "brown": {191, 128, 64}, "cyan": {0, 255, 255}, "darkgray": {64, 64, 64},
	"gray": {128, 128, 128}, green: {0, 128, 0}, "lightgray": {191, 191, 191}, "lime": {191, 255, 0}, "magenta": {255, 0, 255},
	"olive": {128, 128, 0}, "orange": {255, 128, 0}, "pink": {255, 191, 191}, "purple": {191, 0, 64}, "red": {255, 0, 0},
	"teal": {0, 128, 128}, "violet": {128, 0, 128}, "white": {255, 255, 255}, "yellow": {255, 255, 0},
}

// Parse reads a colour's name, #rgb or #rrggbb.
func Parse(s string) (RGB, bool) {
	if c, ok := named[s]; ok {
		return c, true
	}
	if len(s) == 4 && s[0] == '#' {
		s = string([]byte{'#', s[1], s[1], s[2], s[2], s[3], s[3]})
	}
	if len(s) != 7 || s[0] != '#' {
		return RGB{}, false
	}
	v, err := strconv.ParseUint(s[1:], 16, 32)
	return RGB{uint8(v >> 16), uint8(v >> 8), uint8(v)}, err == nil
}

// TikZ is a colour's name in TikZ: the author's where xcolor always knows it, and for #0072b2 c0072B2, which must be defined first;
// empty where s is no colour.
func TikZ(s string) string {
	c, ok := Parse(s)
	switch {
	case !ok:
		return ""
	case s == green:
		return "green!50!black"
	case s[0] != '#':
		return s
	}
	return fmt.Sprintf("c%02X%02X%02X", c.R, c.G, c.B)
}
