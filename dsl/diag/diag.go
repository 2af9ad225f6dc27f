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

// IsValid tells whether the position is set.
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

// IsValid tells whether the span is set.
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

// Severity tells whether a diagnostic stops the compilation.
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
	s := d.place() + ": " + d.Severity.String() + ": " + d.Summary
	if d.Help != "" {
		s += " (" + d.Help + ")"
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

// HasErrors tells whether one of the list stops the compilation.
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

// Error returns all diagnostics, one a line.
func (l List) Error() string {
	var b strings.Builder
	for i := range l {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(l[i].Error())
	}
	return b.String()
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
