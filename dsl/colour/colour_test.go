package colour

import "testing"

func TestParse(t *testing.T) {
	for s, want := range map[string]RGB{
		"red": {255, 0, 0}, "green": {0, 128, 0}, "#0af": {0, 170, 255}, "#0072b2": {0, 114, 178}, "#0072B2": {0, 114, 178},
		"crimson": {220, 20, 60}, "DarkSlateGray": {47, 79, 79}, "Red": {255, 0, 0}, "brown": {191, 128, 64},
		"blue!60!black": {0, 0, 153}, "red!20": {255, 204, 204}, "red!50!blue!50!white": {192, 128, 192}, "#ff0000!50": {255, 128, 128},
		"crimson!50!teal": {110, 74, 94},
	} {
		if got, ok := Parse(s); !ok || got != want {
			t.Errorf("%s: %v, %v; want %v", s, got, ok, want)
		}
	}
	for _, s := range []string{"", "#", "#12345", "#gggggg", "#+12345", `red"`, "red!", "red!120", "red!x", "red!50!nosuch", "!50!red", "red!-1", "red!NaN"} {
		if c, ok := Parse(s); ok {
			t.Errorf("%q is %v", s, c)
		}
	}
	if n := len(Names()); n < 147+len(Common()) {
		t.Errorf("only %d names", n)
	}
	for _, name := range Names() {
		if _, ok := Parse(name); !ok {
			t.Errorf("no %s", name)
		}
	}
}

func TestPlain(t *testing.T) {
	for s, want := range map[string]bool{
		"red": true, "blue!60!black": true, "red!20": true, "green": false, "red!50!green": false, "crimson": false, "#ff0000": false,
		"black!50!red": false, "cyan!50": false, "Red": false, "yellow": true,
	} {
		if got := Plain(s); got != want {
			t.Errorf("%s: %v", s, got)
		}
	}
}
