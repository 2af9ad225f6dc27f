package component

import (
	"slices"
	"strings"
	"testing"
)

// Words that lead to a kind or an attribute must be plain, or they are never found, and must not be names themselves.
func TestAskedWords(t *testing.T) {
	for k := range Standard().All() {
		for _, w := range k.Asked {
			if plain(w) != w || Standard().Lookup(w) != nil {
				t.Errorf("%s is asked for by %q", k.Name, w)
			}
			if got := Standard().Advise(strings.ToUpper(w)); !strings.Contains(got, k.Name) {
				t.Errorf("%s is asked for by %q, which leads to %q", k.Name, w, got)
			}
		}
		for _, a := range k.Attributes {
			for _, w := range a.Asked {
				if plain(w) != w || k.Attribute(w) != nil || k.Word(w) != nil {
					t.Errorf("%s of %s is asked for by %q", a.Name, k.Name, w)
				}
				if got := k.AskedFor(w); got == nil || got.Name != a.Name {
					t.Errorf("%s of %s is asked for by %q, which leads to %v", a.Name, k.Name, w, got)
				}
			}
			for word, meant := range a.Meant {
				if !slices.Contains(a.Words, meant) || slices.Contains(a.Words, word) {
					t.Errorf("%s of %s: %q means %q", a.Name, k.Name, word, meant)
				}
			}
		}
		for word := range k.Hints {
			if plain(word) != word || k.Attribute(word) != nil || k.AskedFor(word) != nil {
				t.Errorf("the hint of %s on %q is never given", k.Name, word)
			}
		}
	}
	for _, w := range wanting {
		for _, word := range w.words {
			if plain(word) != word || Standard().Lookup(word) != nil || Standard().Advise(word) != w.instead {
				t.Errorf("%q is wanting", word)
			}
		}
	}
}

func TestAdvise(t *testing.T) {
	for word, want := range map[string]string{
		"shock": "did you mean damper?", "Shock-Absorber": "did you mean damper?", "box": "did you mean mass?", "car": "did you mean trolley?",
		"sprin": "did you mean spring?", "absorbr": "did you mean damper?", "motor": "did you mean actuator or torque?",
		"pinion": "racks are not available yet", "pendulm": "pendulums are not available yet", "spring-damper": "(spring, damper)",
		"engine": "", "T": "", "thing": "", "nothing": "", "gears2": "gear",
	} {
		if got := Standard().Advise(word); !strings.Contains(got, want) || want == "" && got != "" {
			t.Errorf("%s: %q", word, got)
		}
	}
}
