package dsl

import (
	"diagram/dsl/check"
	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/dsl/graph"
	"diagram/dsl/syntax"
)

// Parse reads a text as a tree, as [syntax.Parse] does, and says what is wrong with each statement that can't be read.
func Parse(file string, src []byte) (*syntax.File, diag.List) {
	return parse(component.Standard(), file, src)
}

// parse takes the words of its messages from a catalog.
func parse(kinds *component.Catalog, file string, src []byte) (*syntax.File, diag.List) {
	f, others := syntax.Parse(file, src)
	var problems diag.List
	for _, s := range f.Statements {
		if bad, ok := s.(*syntax.Bad); ok && len(bad.Tokens) > 0 {
			d := check.Explain(kinds, bad)
			d.File = file
			problems = append(problems, d)
		}
	}
	problems = append(problems, others...)
	problems.Sort()
	return f, problems
}

// Compile reads and checks a text. The graph is nil when there are errors; all of them are in the list.
func Compile(file string, src []byte) (*graph.Graph, diag.List) {
	return CompileWith(component.Standard(), file, src)
}

// CompileWith compiles a text that may speak of the kinds of a catalog.
func CompileWith(kinds *component.Catalog, file string, src []byte) (*graph.Graph, diag.List) {
	f, problems := parse(kinds, file, src)
	g, more := check.Check(kinds, f)
	problems = append(problems, more...)
	problems.Sort()
	if problems.HasErrors() {
		g = nil
	}
	return g, problems
}

// Format prints a text in its canonical layout. What can't be read is printed as it is, and reported.
func Format(file string, src []byte) ([]byte, diag.List) {
	f, problems := Parse(file, src)
	return syntax.Format(f), problems
}

// SettingAttributes lists what diagram[…] understands.
func SettingAttributes() []component.Attribute { return check.SettingAttributes() }

// PartAttributes lists what part[…] understands.
func PartAttributes() []component.Attribute { return check.PartAttributes() }

// PlainText is words of an author's in Unicode text, with their formulas where those can be read.
func PlainText(text string) string { return check.PlainText(text) }
