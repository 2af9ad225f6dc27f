package theme

import (
	"fmt"
	"strings"

	"diagram/dsl/colour"
)

// RGB is a colour of the screen.
type RGB colour.RGB

// Hex is the colour as #rrggbb.
func (c RGB) Hex() string { return colour.RGB(c).Hex() }

// Parse reads a colour as an author names it.
func Parse(s string) (RGB, bool) {
	c, ok := colour.Parse(s)
	return RGB(c), ok
}

// TikZ is a colour as TikZ knows it: as the author wrote it where every TeX reads it alike, else a name that must be defined first (see
// Defined), c0072B2 for #0072b2; empty where s is no colour.
func TikZ(s string) string {
	c, ok := Parse(s)
	switch {
	case !ok:
		return ""
	case colour.Plain(s):
		return s
	case s == "green":
		return "green!50!black"
	}
	return fmt.Sprintf("c%02X%02X%02X", c.R, c.G, c.B)
}

// TikZ is a colour that an author gives to ink, as Colour reads it and TikZ knows it.
func (t Theme) TikZ(s string) string {
	said, ok := Parse(s)
	if c, _ := t.Colour(s); ok && c != said {
		return TikZ(c.Hex())
	}
	return TikZ(s)
}

// Defined reports whether a colour's name in TikZ is one that must be defined: by the hexadecimal number behind its c.
func Defined(name string) bool {
	return len(name) == 7 && name[0] == 'c' && strings.Trim(name[1:], "0123456789ABCDEF") == ""
}
