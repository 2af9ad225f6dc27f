package diag

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// at is the span of the first occurrence of what in the single line src.
func at(src, what string) Span {
	i := strings.Index(src, what)
	start := Pos{0, 1, 1}.Advance(src[:i])
	return Span{start, start.Advance(what)}
}

func printed(t *testing.T, src, what string) string {
	t.Helper()
	var b strings.Builder
	l := List{{File: "x.dg", Span: at(src, what), Summary: "wrong"}}
	if err := l.Print(&b, map[string][]byte{"x.dg": []byte(src)}, Options{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestCaret(t *testing.T) {
	long := strings.Repeat("0123456789", 30)
	for _, test := range []struct{ name, src, what, want string }{
		{"plain", "W - S - T", "S", "W - S - T\n    ^"},
		{"word", "W - spring", "spring", "W - spring\n    ^^^^^^"},
		{"tabs", "a\tb\tcd", "cd", "a   b   cd\n        ^^"},
		{"tab under", "a\tb", "\tb", "a   b\n ^^^^"},
		{"accents", "e\u0301e\u0301 x", "x", "e\u0301e\u0301 x\n   ^"},
		{"wide", "质量 x", "x", "质量 x\n     ^"},
		{"control", "a\x1b[31m x", "x", "a␛[31m x\n       ^"},
		{"bidi", "\u202ex y", "y", "�x y\n   ^"},
		{"end", "abc", "", "abc\n^"},
		{"cut left", long + "X", "X", "…" + long[len(long)-99:] + "X\n" + strings.Repeat(" ", 100) + "^"},
		{"cut right", "X" + long, "X", "X" + long[:99] + "…\n^"},
	} {
		want := "x.dg:" + at(test.src, test.what).Start.String() + ": error: wrong\n"
		for line := range strings.SplitSeq(test.want, "\n") {
			want += "    " + line + "\n"
		}
		if diff := cmp.Diff(want, printed(t, test.src, test.what)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

func TestCaretUnderLongSpan(t *testing.T) {
	src := strings.Repeat("x", 500)
	for line := range strings.SplitSeq(printed(t, src, src), "\n") {
		if n := len([]rune(line)); n > 4+maxLine+2 {
			t.Errorf("a line of %d characters", n)
		}
	}
}

func TestPrintOptions(t *testing.T) {
	src := []byte("one\r\ntwo three\r\n")
	three := Pos{9, 2, 5}
	l := List{
		{File: "x.dg", Span: Span{three, Pos{14, 2, 10}}, Severity: Warning, Summary: "odd \x1b[2J", Help: "write four",
			Related: []Related{{Span{Pos{0, 1, 1}, Pos{3, 1, 4}}, "one is here"}}},
		{File: "y.dg", Summary: "empty"},
	}
	var plain, coloured strings.Builder
	_ = l.Print(&plain, map[string][]byte{"x.dg": src}, Options{})
	_ = l.Print(&coloured, map[string][]byte{"x.dg": src}, Options{Color: true})
	want := `x.dg:2:5: warning: odd \x1b[2J
    two three
        ^^^^^
    line 1: one is here
    help: write four
y.dg: error: empty
`
	if diff := cmp.Diff(want, plain.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	bare := coloured.String()
	for _, code := range []string{reset, bold, red, amber, cyan} {
		if !strings.Contains(bare, "\x1b") {
			t.Error("no colours")
		}
		coloured := strings.ReplaceAll(bare, code, "")
		bare = coloured
	}
	if diff := cmp.Diff(want, bare); diff != "" {
		t.Errorf("with colours (-want +got):\n%s", diff)
	}
}

// TestMany holds the printed list to a bound, however many diagnostics of whatever length there are.
func TestMany(t *testing.T) {
	long := strings.Repeat("x", 1e5)
	var l List
	for i := range 5000 {
		severity := Warning
		if i%2 > 0 {
			severity = Error
		}
		l = append(l, Diagnostic{File: "x.dg", Severity: severity, Span: at(long, "x"), Summary: long, Help: long})
	}
	l = append(l, Diagnostic{File: "y.dg", Summary: "wrong"})
	var b strings.Builder
	_ = l.Print(&b, map[string][]byte{"x.dg": []byte(long)}, Options{})
	for what, text := range map[string]string{"printed": b.String(), "as an error": l.Error()} {
		if strings.Contains(text, "warning:") || strings.Count(text, "error:") != maxShown+1 {
			t.Errorf("%s: not the errors of each file", what)
		}
		if !strings.Contains(text, "… and 2480 more errors and 2500 more warnings in x.dg\n") {
			t.Errorf("%s: it doesn't say how many more there are", what)
		}
		if len(text) > 40_000 {
			t.Errorf("%s: %d bytes", what, len(text))
		}
	}
}

func TestVisible(t *testing.T) {
	for text, want := range map[string]string{
		"plain λ":        "plain λ",
		"\x1b[31m":       `\x1b[31m`,
		"a\x00\n\x7f":    `a\x00\x0a\x7f`,
		"\u202eevil":     `\u202eevil`,
		"\xff\xfe\ufffd": `\xff\xfe\ufffd`,
		"\u009b31m":      `\u009b31m`,
	} {
		if got := Visible(text); got != want {
			t.Errorf("Visible(%q) is %s, not %s", text, got, want)
		}
	}
}

func TestList(t *testing.T) {
	l := List{
		{File: "b", Span: Span{Start: Pos{5, 1, 6}}, Summary: "third"},
		{File: "a", Span: Span{Start: Pos{9, 2, 1}}, Summary: "second", Severity: Warning},
		{File: "a", Span: Span{Start: Pos{9, 2, 1}}, Summary: "first", Help: "write it"},
	}
	l.Sort()
	want := "a:2:1: error: first (write it)\na:2:1: warning: second\nb:1:6: error: third"
	if got := l.Error(); got != want {
		t.Errorf("sorted:\n%s\nnot\n%s", got, want)
	}
	if l.Err() == nil || l[1:2].Err() != nil || (List)(nil).Err() != nil {
		t.Error("only errors make a list an error")
	}
}

func TestSpanString(t *testing.T) {
	for want, s := range map[string]Span{
		"-":       {},
		"1:2":     {Pos{1, 1, 2}, Pos{2, 1, 3}},
		"1:2-4":   {Pos{1, 1, 2}, Pos{4, 1, 5}},
		"1:2-3:1": {Pos{1, 1, 2}, Pos{9, 3, 1}},
	} {
		if got := s.String(); got != want {
			t.Errorf("%v is %s, not %s", s.Start, got, want)
		}
	}
}

func TestNearest(t *testing.T) {
	kinds := []string{"spring", "damper", "dashpot", "wall", "ground", "trolley", "mass", "rod", "bar", "base", "vertical", "horizontal", "T", "W", "T1", "T2", "k_1"}
	for word, want := range map[string]string{
		"sprnig":                     "spring", // swapped
		"sprng":                      "spring", // dropped
		"sppring":                    "spring", // doubled
		"spriing":                    "spring",
		"Spring":                     "spring", // case
		"t":                          "T",
		"vert":                       "vertical", // abbreviated
		"horisontal":                 "horizontal",
		"trolly":                     "trolley",
		"wal":                        "wall",
		"rdo":                        "rod",
		"T3":                         "T1",
		"K_1":                        "k_1",
		"X":                          "",
		"S":                          "",
		"xyz":                        "",
		"":                           "",
		"gearwheel":                  "",
		"spring":                     "", // is known already: nothing else was meant
		strings.Repeat("spring", 20): "",
	} {
		if got := Nearest(word, kinds); got != want {
			t.Errorf("Nearest(%q) is %q, not %q", word, got, want)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"abc", "abc", 0}, {"abc", "", 3}, {"ab", "ba", 1}, {"abcd", "acbd", 1}, {"kitten", "sitting", 3}, {"ca", "abc", 3}} {
		for _, pair := range [][2]string{{test.a, test.b}, {test.b, test.a}} {
			if got := distance([]rune(pair[0]), []rune(pair[1])); got != test.want {
				t.Errorf("distance(%q, %q) is %d, not %d", pair[0], pair[1], got, test.want)
			}
		}
	}
}

func ExampleList_Print() {
	src := "T = trolly\n"
	start := Pos{4, 1, 5}
	list := List{{
		File:    "example.dg",
		Span:    Span{start, start.Advance("trolly")},
		Summary: "there is no kind of element trolly",
		Help:    "did you mean " + Nearest("trolly", []string{"spring", "trolley", "wall"}) + "?",
	}}
	_ = list.Print(os.Stdout, map[string][]byte{"example.dg": []byte(src)}, Options{})
	// Output:
	// example.dg:1:5: error: there is no kind of element trolly
	//     T = trolly
	//         ^^^^^^
	//     help: did you mean trolley?
}
