package rows

import (
	"strings"
	"testing"

	"diagram/emit/internal/lines"
	"diagram/symbolic"
	"diagram/symbolic/formula"
	"diagram/symbolic/motion"

	"pgregory.net/rapid"
)

// sum is a side of products of so many letters.
func sum(letters ...int) []lines.Part {
	var parts []lines.Part
	for i, n := range letters {
		var row formula.Row
		for range n {
			row = append(row, formula.Letter('m'))
		}
		parts = append(parts, lines.Part{Factors: []formula.Node{row}, First: i == 0, Only: len(letters) == 1, Minus: i%3 == 1})
	}
	return parts
}

func lettersOf(parts []lines.Part) []int {
	var all []int
	for _, p := range parts {
		all = append(all, len(p.Factors[0].(formula.Row)))
	}
	return all
}

func equal(t interface{ Errorf(string, ...any) }, what string, got, want []int) {
	if len(got) != len(want) {
		t.Errorf("%s: %v, want %v", what, got, want)
		return
	}
	for i := range got {
		if got[i] != want[i] {
			t.Errorf("%s: %v, want %v", what, got, want)
			return
		}
	}
}

// What fits stands on one row each, aligned.
func TestFits(t *testing.T) {
	blocks := Lines([]lines.Line{{Left: sum(3, 2), Right: sum(4)}, {Left: sum(1), Right: sum(2, 2, 2)}})
	if len(blocks) != 1 || len(blocks[0].Rows) != 2 || blocks[0].Flush {
		t.Fatalf("%+v", blocks)
	}
	for _, r := range blocks[0].Rows {
		if !r.Equals || r.GoesOn || !r.HasLeft() || !r.HasRight() {
			t.Errorf("%+v", r)
		}
	}
	if len(Lines(nil)) > 0 {
		t.Error("no lines make a block")
	}
}

// An empty side is a zero, which has its room.
func TestZero(t *testing.T) {
	b := Lines([]lines.Line{{Left: sum(2)}})[0]
	if !b.Rows[0].HasRight() || b.Rows[0].Right != nil {
		t.Errorf("%+v", b.Rows[0])
	}
	zero := width(formula.Number{Digits: "0"})
	if w, _ := b.Size(symbolic.Style{}); w != width(sum(2)[0].Formula())+equalsWidth+zero {
		t.Errorf("it is %.1f points wide", w)
	}
}

// Whatever is on a line, each of its parts stands in the rows once and in its place, there is one equals sign, and what goes on does so
// because it had no room before.
func TestCut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		side := rapid.SliceOfN(rapid.IntRange(1, 12), 1, 25)
		left, right := side.Draw(t, "left"), side.Draw(t, "right")
		b := Lines([]lines.Line{{Left: sum(left...), Right: sum(right...)}})[0]
		var lefts, rights []int
		equals := 0
		for i, r := range b.Rows {
			lefts, rights = append(lefts, lettersOf(r.Left)...), append(rights, lettersOf(r.Right)...)
			if r.Equals {
				equals++
			}
			if r.GoesOn != (i > 0) {
				t.Errorf("row %d goes on: %v", i, r.GoesOn)
			}
			one := Block{Rows: []Row{r}, Flush: b.Flush}
			if w, _ := one.Size(symbolic.Style{}); w > textWidth+1e-9 && b.Flush {
				t.Errorf("row %d is %.1f points wide", i, w)
			}
		}
		equal(t, "left", lefts, left)
		equal(t, "right", rights, right)
		if equals != 1 {
			t.Errorf("%d equals signs", equals)
		}
		if w, _ := b.Size(symbolic.Style{}); w > textWidth+1e-9 {
			t.Errorf("it is %.1f points wide", w)
		}
		whole := measureLine(lines.Line{Left: sum(left...), Right: sum(right...)})
		if len(b.Rows) == 1 != (whole.width() <= textWidth) {
			t.Errorf("%.1f points on %d rows", whole.width(), len(b.Rows))
		}
	})
}

// A row takes as many parts as it has room for.
func TestGreedy(t *testing.T) {
	s := measureSide(sum(5, 5, 5, 5, 5, 5, 5, 5, 5, 5))
	got := cut(s, 150, 100)
	for i, row := range got {
		room := 100.0
		if i == 0 {
			room = 150
		}
		if row.width() > room || i+1 < len(got) && row.width()+got[i+1][0].width <= room {
			t.Errorf("row %d of %.0f points is %.1f wide, and %.1f come next", i, room, row.width(), got[min(i+1, len(got)-1)][0].width)
		}
	}
}

// A product of a long sum is cut within the sum, with its factors and brackets at the ends.
func TestLongSum(t *testing.T) {
	var terms formula.Sum
	for i := range 30 {
		terms = append(terms, formula.Signed{Minus: i%2 == 1, Of: formula.Row{formula.Letter('k'), formula.Letter('m')}})
	}
	whole := lines.Part{Factors: []formula.Node{formula.Product{formula.Letter('a'), formula.Fence{Open: "(", Close: ")", Of: terms}, formula.Letter('b')}}, First: true, Only: true}
	b := Lines([]lines.Line{{Left: sum(1), Right: []lines.Part{whole}}})[0]
	var shown strings.Builder
	for _, r := range b.Rows {
		for _, p := range r.Right {
			if shown.Len() > 0 {
				shown.WriteString(map[bool]string{true: "-", false: "+"}[p.Minus])
			}
			shown.WriteString(formula.Text(p.Formula()))
		}
	}
	if len(b.Rows) < 2 {
		t.Fatal("it stands on one row")
	}
	got := strings.NewReplacer(" ", "", "−", "-", "·", "").Replace(shown.String())
	if n := strings.Count(got, "km"); n != 30 || !strings.HasPrefix(got, "a(km-km+") || !strings.HasSuffix(got, "km)b") {
		t.Errorf("%d terms: %s", n, got)
	}
}

// Words are wrapped at their blanks; none is lost.
func TestWrapped(t *testing.T) {
	text := strings.Repeat("where the springs are unstretched ", 12)
	blocks := wrapped(motion.Sentence{{Text: text}}, symbolic.Style{})
	var all strings.Builder
	for _, b := range blocks {
		if w, _ := b.Size(symbolic.Style{}); w > textWidth+wordsWidth(formula.Line{formula.Words{Text: " "}}) {
			t.Errorf("%.1f points: %s", w, b.Rows[0].Words[0].Text)
		}
		all.WriteString(b.Rows[0].Words[0].Text)
	}
	if all.String() != text || len(blocks) < 3 {
		t.Errorf("%d rows: %s", len(blocks), all.String())
	}
}
