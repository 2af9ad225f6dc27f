package layout

import (
	"testing"

	"diagram/dsl"
)

// A drawing without a title is called by what is on it, so that no two of a page are called alike that don't look alike.
func TestNamed(t *testing.T) {
	for src, want := range map[string]string{
		"wall - (spring, damper) - trolley - force":                                     "A wall, a spring (k), a damper (λ), a trolley (m) and a force (F)",
		"wall - spring - mass - spring - mass":                                          "A wall, 2 springs (k₁, k₂) and 2 masses (m₁, m₂)",
		"W = wall; wall - spring - mass[label=M, nolabel] - gravity; W - rod - trolley": "2 walls, a spring (k), a mass, gravity (g), a rod (L) and a trolley (m₂)",
		"diagram[title=\"Two $m_1$\"]; M = mass":                                        "Two m₁",
		"diagram[alt=\"A thing.\"]; M = mass":                                           "A thing.",
		"diagram[alt=\"A thing.\", title=Thing]; M = mass":                              "Thing",
		"wall - spring - mass - spring - mass - spring - mass - spring - mass - spring - mass - spring - mass - spring - mass": "A wall, 7 springs and 7 masses",
	} {
		g, list := dsl.Compile("x.dg", []byte(src))
		if list.HasErrors() {
			t.Fatal(list)
		}
		if got := Place(g, Options{}).Name; got != want {
			t.Errorf("%s: %q, want %q", src, got, want)
		}
	}
}

// Every glyph that the layout adds is a mark, but for the plate, which is a joint itself.
func TestMark(t *testing.T) {
	for _, g := range marks {
		if it := (&Item{Style: g.Style}); (it.Mark() == "") != (g.Style == "plate") {
			t.Errorf("%s is a mark %q", g.Style, it.Mark())
		}
	}
}
