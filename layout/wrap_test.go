package layout

import (
	"strings"
	"testing"

	"diagram/symbolic/formula"
	"diagram/symbolic/naming"
)

func line(t *testing.T, pieces ...string) formula.Line {
	t.Helper()
	var l formula.Line
	for i, p := range pieces {
		if i%2 == 0 {
			l = append(l, words(p)...)
			continue
		}
		n, err := naming.Parse(p)
		if err != nil {
			t.Fatal(err)
		}
		l = append(l, n.Formula())
	}
	return l
}

func TestLinesEndAtBlanks(t *testing.T) {
	var parts []string
	for _, part := range cutAtBlanks(line(t, "Mass on a (", "k", ", ", "c", ")-mount,  ", "x", " ", "y")) {
		parts = append(parts, formula.InText(part))
	}
	if got, want := strings.Join(parts, "|"), "Mass|on|a|($k$,|$c$)-mount,|$x$|$y$"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestLabelsAreBrokenEvenly(t *testing.T) {
	for _, c := range []struct {
		wide        float64
		label, want string
	}{
		{9, "a long label of several words", "a long label of several words"},
		{3, "a long label of several words", "a long label of|several words"},
		{2.4, "suspension", "suspension"},
		{0.5, "suspension of the wheel", "suspension|of|the|wheel"},
		{2.4, "one", "one"},
	} {
		l := line(t, c.label)
		whole := mathText(l, 10)
		whole.line, whole.whole = l, true
		var got []string
		wrapped := whole.wrap(c.wide)
		if stack, ok := wrapped.math.(formula.Stack); ok {
			for _, n := range stack {
				got = append(got, formula.Text(n))
			}
		} else {
			got = []string{formula.Text(wrapped.math)}
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%q in %g cm: %q, want %q", c.label, c.wide, strings.Join(got, "|"), c.want)
		}
		if again := wrapped.wrap(9); formula.Text(again.math) != c.label || !again.whole {
			t.Errorf("%q isn't put together again: %q", c.label, formula.Text(again.math))
		}
	}
}
