package main

import (
	"fmt"
	"slices"
	"strings"

	"diagram/dsl/diag"
	"diagram/emit"

	"github.com/alecthomas/kong"
)

// compile compiles all inputs and reports what is wrong with any of them.
func (s *streams) compile(ins []input) ([]*emit.Diagram, error) {
	diagrams := make([]*emit.Diagram, len(ins))
	var list diag.List
	for i, in := range ins {
		var problems diag.List
		diagrams[i], problems = emit.Compile(in.name(), in.data)
		list = append(list, problems...)
	}
	return diagrams, s.report(list, ins)
}

// report shows diagnostics; errInput is returned where there is an error among them.
func (s *streams) report(list diag.List, ins []input) error {
	sources := map[string][]byte{}
	for _, in := range ins {
		sources[in.name()] = in.data
	}
	list = slices.CompactFunc(list, func(a, b diag.Diagnostic) bool {
		return a.File == b.File && a.Span == b.Span && a.Summary == b.Summary
	})
	_ = list.Print(s.err, sources, diag.Options{Color: coloured(s.err)}) // nobody is left to be told
	if list.HasErrors() {
		return errInput
	}
	return nil
}

// vars are the lists that the verbs' help speaks of.
func vars() kong.Vars {
	return kong.Vars{"formats": formatNames(), "themes": strings.Join(emit.Themes(), ", "), "forms": listed(emit.Forms()), "notations": listed(emit.Notations())}
}

func formatNames() string {
	var names []string
	for _, f := range emit.Formats() {
		names = append(names, f.Name)
	}
	return strings.Join(names, ", ")
}

func formatEndings() string {
	var endings []string
	for _, f := range emit.Formats() {
		endings = append(endings, f.Ending)
	}
	return strings.Join(endings, " ")
}

func listed[S ~string](names []S) string {
	words := make([]string, len(names))
	for i, n := range names {
		words[i] = string(n)
	}
	return strings.Join(words, ", ")
}

// checkForm refuses a form that there is not; none at all is fine.
func checkForm(f emit.Form) error {
	if f == "" || slices.Contains(emit.Forms(), f) {
		return nil
	}
	return unknown("form", string(f), strings.Split(listed(emit.Forms()), ", "))
}

// themeNamed finds a theme; "" is the default one.
func themeNamed(name string) (emit.Theme, error) {
	t, ok := emit.ThemeNamed(name)
	if !ok {
		return t, unknown("theme", name, emit.Themes())
	}
	return t, nil
}

// unknown says that there is no such thing, and what there is.
func unknown(what, name string, known []string) error {
	near := diag.Nearest(name, known)
	if near != "" {
		near = fmt.Sprintf("did you mean %s? ", near)
	}
	return fmt.Errorf("there is no %s %q; %sthe %ss are %s", what, name, near, what, strings.Join(known, ", "))
}
