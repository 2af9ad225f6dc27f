package equation

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAnnotated(t *testing.T) {
	op := func(s string) piece { return piece{text: s} }
	tests := []struct {
		name   string
		pieces []piece
		remark string
		width  int
		want   []string
	}{
		{
			name:   "the brackets are as wide as the terms",
			pieces: []piece{{"k(s − L₀)", "S"}, op(" + "), {"λ ds/dt", "D"}, op(" = "), {"m a", "T"}},
			remark: "a = −d²s/dt², towards W",
			want: []string{
				"k(s − L₀) + λ ds/dt = m a        a = −d²s/dt², towards W",
				"└── S ──┘   └─ D ─┘   └ T ┘",
			},
		},
		{
			name:   "a short term lends its bracket the space before the next",
			pieces: []piece{{"F", "F"}, op(" = "), {"m a", "B"}},
			want: []string{
				"F = m a",
				"└F┘ └ B ┘",
			},
		},
		{
			name:   "a long name moves the next term away",
			pieces: []piece{{"F", "force1"}, op(" − "), {"m a", "T"}},
			want: []string{
				"F      − m a",
				"└force1┘ └ T ┘",
			},
		},
		{
			name:   "combining marks take no column",
			pieces: []piece{{"m\u0307₁ x", "M"}, op(" + "), {"k x", "S"}},
			want: []string{
				"m\u0307₁ x + k x",
				"└ M ┘  └ S ┘",
			},
		},
		{
			name:   "a long line is broken before an operator",
			pieces: []piece{{"k₁ s₁", "S1"}, op(" + "), {"k₂ s₂", "S2"}, op(" + "), {"k₃ s₃", "S3"}, op(" = "), op("0")},
			remark: "where all is quiet",
			width:  20,
			want: []string{
				"k₁ s₁ + k₂ s₂",
				"└ S1 ┘  └ S2 ┘",
				"",
				"    + k₃ s₃ = 0",
				"      └ S3 ┘",
				"    where all is quiet",
			},
		},
		{
			name:   "no owner, no second line",
			pieces: []piece{op("0"), op(" = "), op("0")},
			want:   []string{"0 = 0"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := annotated(tt.pieces, tt.remark, tt.width)
			want := strings.Join(tt.want, "\n") + "\n"
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("annotated (-want +got):\n%s", diff)
			}
		})
	}
}
