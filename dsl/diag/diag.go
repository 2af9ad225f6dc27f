// Package diag is what a compiler says to an author: a place in the text, what is wrong there, and what to write instead.
//
// A Diagnostic holds a message and the span of source text that it is about; a List holds those of a file, prints them
// with the line and a caret, and is an error. Nearest finds the known word that an author may have meant.
package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Pos is a place in a source text: a byte offset from 0, and the line and character (not byte) in it, both from 1.
type Pos struct{ Offset, Line, Column int }

// IsValid reports whether the position is set.
func (p Pos) IsValid() bool { return p.Line > 0 }

func (p Pos) String() string {
	if !p.IsValid() {
		return "-"
	}
	return fmt.Sprintf("%d:%d", p.Line, p.Column)
}

// Advance returns the position after text, which stands at p and has no line break.
func (p Pos) Advance(text string) Pos {
	return Pos{p.Offset + len(text), p.Line, p.Column + utf8.RuneCountInString(text)}
}

// Span is the source text from Start up to, but not including, End.
type Span struct{ Start, End Pos }

// IsValid reports whether the span is set.
func (s Span) IsValid() bool { return s.Start.IsValid() }

// To returns the span that reaches from the start of s to the end of t.
func (s Span) To(t Span) Span {
	if !t.IsValid() {
		return s
	}
	return Span{s.Start, t.End}
}

func (s Span) String() string {
	switch {
	case !s.IsValid():
		return "-"
	case s.End.Line == s.Start.Line && s.End.Column > s.Start.Column+1:
		return fmt.Sprintf("%d:%d-%d", s.Start.Line, s.Start.Column, s.End.Column-1)
	case s.End.Line > s.Start.Line:
		return s.Start.String() + "-" + s.End.String()
	}
	return s.Start.String()
}

// Severity reports whether a diagnostic stops the compilation.
type Severity uint8

// An Error stops the compilation, a Warning doesn't.
const (
	Error Severity = iota
	Warning
)

func (s Severity) String() string {
	if s == Warning {
		return "warning"
	}
	return "error"
}

// Diagnostic is one thing to tell the author.
type Diagnostic struct {
	Severity Severity
	File     string
	Span     Span   // where; not valid where it is about the whole file
	Summary  string // what is wrong, in a line without a full stop
	Help     string // what to write instead; may be empty
	Related  []Related
}

// Related is another place that has to do with a diagnostic, such as the first definition of a duplicate name.
type Related struct {
	Span    Span
	Message string
}

// Error returns the diagnostic in one line: file:line:column: error: summary (help).
func (d *Diagnostic) Error() string {
	s := Visible(d.place()) + ": " + d.Severity.String() + ": " + Visible(d.Summary)
	if d.Help != "" {
		s += " (" + Visible(d.Help) + ")"
	}
	return s
}

// place is file:line:column, as editors and terminals link it.
func (d *Diagnostic) place() string {
	file := cmp.Or(d.File, "input")
	if !d.Span.IsValid() {
		return file
	}
	return fmt.Sprintf("%s:%d:%d", file, d.Span.Start.Line, d.Span.Start.Column)
}

// List is the diagnostics of one or several files.
type List []Diagnostic

// HasErrors reports whether one of the list stops the compilation.
func (l List) HasErrors() bool {
	return slices.ContainsFunc(l, func(d Diagnostic) bool { return d.Severity == Error })
}

// Err returns the list as an error where it has one, else nil.
func (l List) Err() error {
	if l.HasErrors() {
		return l
	}
	return nil
}

// Error returns the diagnostics, one a line, as many as Print shows.
func (l List) Error() string {
	var lines []string
	l.each(
		func(d *Diagnostic) { lines = append(lines, d.Error()) },
		func(file, rest string) { lines = append(lines, fmt.Sprintf("… and %s in %s", rest, Visible(file))) },
	)
	return strings.Join(lines, "\n")
}

// maxShown is how many diagnostics of a file are shown: nobody mends more at a time, and many only follow from the first.
const maxShown = 20

// each calls show for the diagnostics that are shown, errors before warnings where a file has too many, and more after the
// last one of a file that has others.
func (l List) each(show func(*Diagnostic), more func(file, rest string)) {
	type tally struct{ all, seen [2]int } // by severity
	files := map[string]*tally{}
	for i := range l {
		t := files[l[i].File]
		if t == nil {
			t = new(tally)
			files[l[i].File] = t
		}
		t.all[l[i].Severity]++
	}
	for i := range l {
		d := &l[i]
		t := files[d.File]
		t.seen[d.Severity]++
		room := [2]int{Error: maxShown, Warning: maxShown - t.all[Error]}
		if t.seen[d.Severity] <= room[d.Severity] {
			show(d)
		}
		if t.seen != t.all {
			continue
		}
		var rest []string
		for _, s := range []Severity{Error, Warning} {
			if n := t.all[s] - max(room[s], 0); n > 0 {
				rest = append(rest, count(n, s))
			}
		}
		if rest != nil {
			more(d.File, strings.Join(rest, " and "))
		}
	}
}

// count says how many diagnostics of a severity are not shown.
func count(n int, s Severity) string {
	if n == 1 {
		return "1 more " + s.String()
	}
	return fmt.Sprintf("%d more %ss", n, s)
}

// Sort orders the list by file, then place, errors before warnings; diagnostics of one place keep their order.
func (l List) Sort() {
	slices.SortStableFunc(l, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.File, b.File),
			cmp.Compare(a.Span.Start.Offset, b.Span.Start.Offset),
			cmp.Compare(a.Severity, b.Severity))
	})
}
