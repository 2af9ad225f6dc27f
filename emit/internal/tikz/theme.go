package tikz

import (
	"strings"

	"diagram/dsl/ink"
	"diagram/emit/internal/theme"
)

// Names of the colours of a theme that doesn't take them from the text around.
const (
	inkName   = "diagramink"
	paperName = "diagrampaper"
)

// themed are the options of the picture for its theme, and the definitions that they need before it. The default theme is the
// colour of the text around and TikZ's line widths: nothing to say.
func themed(t theme.Theme) (options []string, definitions string) {
	if t.Adaptive {
		return nil, ""
	}
	define := func(name string, c theme.RGB) {
		definitions += "\\definecolor{" + name + "}{HTML}{" + strings.ToUpper(c.Hex()[1:]) + "}\n"
	}
	define(inkName, t.Ink)
	options = append(options, "color="+inkName)
	if t.Weight != 1 {
		width := func(w ink.Weight) string { return "line width=" + num(w.Points()*t.Weight) + "pt" }
		options = append(options, width(ink.Normal), "thin/.style={"+width(ink.Thin)+"}", "very thick/.style={"+width(ink.Thick)+"}")
	}
	if t.Background {
		define(paperName, t.Paper)
		options = append(options, "show background rectangle", "inner frame sep=1mm", "background rectangle/.style={fill="+paperName+"}")
	}
	return options, definitions
}
