// Package theme knows the colours of a page: what ink and paper are on a screen or in print, and the colours that
// authors may name, so that every emitter inks a name alike.
package theme

// Theme is how a picture is coloured.
type Theme struct {
	Name string
	// Ink and Paper are the colours of lines and of what hides the lines behind it, where colours are fixed.
	Ink, Paper RGB
	// Adaptive reports whether an SVG takes its ink from the text around it (currentColor) and hides nothing, so that it fits light
	// and dark pages.
	Adaptive bool
	// Background reports whether the whole picture is laid on a sheet of Paper.
	Background bool
	// Weight multiplies all line widths.
	Weight float64
}

// Themes are the themes by name; the first is the default.
var Themes = []Theme{
	{Name: "screen", Ink: RGB{}, Paper: RGB{255, 255, 255}, Adaptive: true, Weight: 1},
	{Name: "print", Ink: RGB{}, Paper: RGB{255, 255, 255}, Weight: 1},
	{Name: "dark", Ink: RGB{240, 240, 240}, Paper: RGB{24, 24, 27}, Background: true, Weight: 1},
	{Name: "contrast", Ink: RGB{}, Paper: RGB{255, 255, 255}, Background: true, Weight: 1.6},
}

// Named finds a theme; "" is the default one.
func Named(name string) (Theme, bool) {
	for _, t := range Themes {
		if t.Name == name || name == "" {
			return t, true
		}
	}
	return Theme{}, false
}

// Or is the theme, or the default one where it is the zero Theme.
func (t Theme) Or() Theme {
	if t.Weight == 0 {
		return Themes[0]
	}
	return t
}

// Tint is the light grey of shaded parts: some ink on the paper.
func (t Theme) Tint() RGB {
	return t.Paper.mix(t.Ink, TintShare)
}

// TintShare is the share of ink in a tint.
const TintShare = 0.15
