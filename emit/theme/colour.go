package theme

import (
	"fmt"
	"strconv"
)

// RGB is a colour of the screen.
type RGB struct{ R, G, B uint8 }

// Hex is the colour as #rrggbb.
func (c RGB) Hex() string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// named are the colours that xcolor always knows, with its values.
var named = map[string]RGB{
	"black": {0, 0, 0}, "blue": {0, 0, 255}, "brown": {191, 128, 64}, "cyan": {0, 255, 255}, "darkgray": {64, 64, 64},
	"gray": {128, 128, 128}, "lightgray": {191, 191, 191}, "lime": {191, 255, 0}, "magenta": {255, 0, 255},
	"olive": {128, 128, 0}, "orange": {255, 128, 0}, "pink": {255, 191, 191}, "purple": {191, 0, 64}, "red": {255, 0, 0},
	"teal": {0, 128, 128}, "violet": {128, 0, 128}, "white": {255, 255, 255}, "yellow": {255, 255, 0},
}

// others are further names of common colours, with CSS's values. Green is among them, since xcolor's is too bright for a line.
var others = map[string]RGB{
	"crimson": {220, 20, 60}, "gold": {255, 215, 0}, "green": {0, 128, 0}, "grey": {128, 128, 128}, "indigo": {75, 0, 130},
	"maroon": {128, 0, 0}, "navy": {0, 0, 128}, "silver": {192, 192, 192}, "steelblue": {70, 130, 180}, "turquoise": {64, 224, 208},
}

// Parse reads a colour's name or #rrggbb.
func Parse(s string) (RGB, bool) {
	if c, ok := named[s]; ok {
		return c, true
	}
	if c, ok := others[s]; ok {
		return c, true
	}
	if len(s) == 7 && s[0] == '#' {
		if v, err := strconv.ParseUint(s[1:], 16, 32); err == nil {
			return RGB{uint8(v >> 16), uint8(v >> 8), uint8(v)}, true
		}
	}
	return RGB{}, false
}

// TikZ is a colour as an option of TikZ: its name where xcolor always knows it; empty where s is no colour.
func TikZ(s string) string {
	if _, ok := named[s]; ok {
		return s
	}
	c, ok := Parse(s)
	if !ok {
		return ""
	}
	return fmt.Sprintf("color={rgb,255:red,%d;green,%d;blue,%d}", c.R, c.G, c.B)
}
