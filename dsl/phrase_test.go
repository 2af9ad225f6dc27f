package dsl

import (
	"strings"
	"testing"
)

func TestPhrases(t *testing.T) {
	tests := []struct{ src, phrases, tags string }{
		{"wall - spring - mass", "the wall, the spring, the mass", "wall, spring, mass"},
		{"W = wall; S = spring; T = mass; W - S - T", "W, S, T", "W, S, T"},
		{"wall - spring - mass - spring - mass", "the wall, the first spring, the first mass, the second spring, the second mass",
			"wall, spring 1, mass 1, spring 2, mass 2"},
		{"T = mass; wall - spring - T - spring - mass", "T, the wall, the first spring, the second spring, the unnamed mass",
			"T, wall, spring 1, spring 2, mass"},
		{"T = mass; wall - spring - T - spring - mass - spring - block", "T, the wall, the first spring, the second spring, the first unnamed mass, the third spring, the second unnamed mass",
			"T, wall, spring 1, spring 2, mass 1, spring 3, mass 2"},
		{"S = spring; D = damper; wall - S - D - mass", "S, D, the wall, the joint between S and D, the mass", "S, D, wall, joint, mass"},
		{"wall - spring - damper - spring - mass", "the wall, the first spring, the first joint, the damper, the second joint, the second spring, the mass",
			"wall, spring 1, joint 1, damper, joint 2, spring 2, mass"},
		{"wall - spring - damper - mass", "the wall, the spring, the joint, the damper, the mass", "wall, spring, joint, damper, mass"},
		{`wall - (spring[label="Front"], spring[label="Rear"], damper[label="oil $c$"]) - mass[label="Box"] - spring[label="Box"] - wall[label="W"]; W = wall`,
			"the first unnamed wall, the first spring, the second spring, the damper, the mass, the third spring, the second unnamed wall, W",
			"wall 1, Front, Rear, damper, mass, spring 3, wall 2, W"},
		{"spring1 = mass; wall - spring - spring1", "spring1, the wall, the spring", "spring1, wall, spring"},
	}
	for _, tt := range tests {
		g, list := Compile("x.dg", []byte(tt.src))
		if list.HasErrors() {
			t.Fatal(list)
		}
		var phrases, tags []string
		for _, e := range g.Elements {
			phrases, tags = append(phrases, e.Phrase()), append(tags, e.Tag())
		}
		if got := strings.Join(phrases, ", "); got != tt.phrases {
			t.Errorf("%s\n got %s\nwant %s", tt.src, got, tt.phrases)
		}
		if got := strings.Join(tags, ", "); got != tt.tags {
			t.Errorf("%s\n got %s\nwant %s", tt.src, got, tt.tags)
		}
	}
}
