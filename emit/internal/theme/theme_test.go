package theme

import (
	"testing"

	"diagram/dsl/colour"
)

func TestTikZ(t *testing.T) {
	for s, want := range map[string]string{
		"red": "red", "green": "green!50!black", "#0072b2": "c0072B2", "blue!60!black": "blue!60!black", "crimson": "cDC143C", "no": "", `red]\x`: "",
	} {
		if got := TikZ(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

// In TikZ ink has the colour that it has elsewhere.
func TestThemesTikZ(t *testing.T) {
	for _, th := range Themes {
		for _, name := range []string{"navy", "blue!60!black", "yellow", "#101010", "no"} {
			want := TikZ(name)
			if c, ok := th.Colour(name); ok && th.Name == "dark" && name != "yellow" {
				want = TikZ(c.Hex())
			}
			if got := th.TikZ(name); got != want {
				t.Errorf("%s: %s is %s, want %s", th.Name, name, got, want)
			}
		}
	}
}

func TestNamed(t *testing.T) {
	for _, th := range Themes {
		if got, ok := Named(th.Name); !ok || got != th {
			t.Errorf("%s: %v, %v", th.Name, got, ok)
		}
		if r := Contrast(th.Ink, th.Paper); r < 12 {
			t.Errorf("%s: ink on paper has a contrast of %.1f", th.Name, r)
		}
	}
	if d, ok := Named(""); !ok || d != Themes[0] || (Theme{}).Or() != Themes[0] {
		t.Errorf("the default theme is %v", d)
	}
	if _, ok := Named("nosuch"); ok {
		t.Error("there is a theme nosuch")
	}
}

// Terms stand out on white, and no two of them are alike.
func TestTerm(t *testing.T) {
	seen := map[RGB]bool{}
	for i := range terms {
		c := Term(i)
		if seen[c] {
			t.Errorf("colour %d is used twice", i)
		}
		seen[c] = true
		if r := Contrast(c, RGB{255, 255, 255}); r < 2 {
			t.Errorf("colour %d has a contrast of %.1f on white", i, r)
		}
	}
	if Term(len(terms)) != Term(0) || Term(-1) != Term(len(terms)-1) {
		t.Error("the colours don't come round")
	}
}

// On dark paper every colour stands out, by no more of the ink than that takes; on white it is what the author says.
func TestColour(t *testing.T) {
	for _, th := range Themes {
		for _, name := range colour.Common() {
			said, _ := Parse(name)
			c, ok := th.Colour(name)
			if !ok {
				t.Errorf("%s: no %s", th.Name, name)
			}
			if th.Name != "dark" {
				if c != said {
					t.Errorf("%s: %s is %s", th.Name, name, c.Hex())
				}
				continue
			}
			switch got := Contrast(c, th.Paper); {
			case got < least:
				t.Errorf("%s on dark paper is %s, a contrast of %.1f", name, c.Hex(), got)
			case c != said && got > 1.5*least:
				t.Errorf("%s on dark paper is %s, further from what was said than it need be", name, c.Hex())
			}
		}
		if _, ok := th.Colour("no colour"); ok {
			t.Error("there is a colour of no name")
		}
	}
}
