package main

import (
	"fmt"

	"diagram/dsl/diag"
	"diagram/emit"
)

type checkVerb struct {
	Files []string `arg:"" name:"file" help:"Diagrams to check; - is standard input."`
	Quiet bool     `short:"q" help:"Say nothing about diagrams without errors."`
}

func (checkVerb) Help() string {
	return `Shows the errors of each file, the first twenty if there are more, including those found only when its equations are derived. The exit status is 1 if there are any. A diagram in which nothing can move is not an error, but the summary says so.

    diagram check *.dg`
}

func (v checkVerb) Run(s *streams) error {
	ins, err := s.read(v.Files...)
	if err != nil {
		return err
	}
	var list diag.List
	said := make([]string, 0, len(ins))
	for _, in := range ins {
		d, problems := emit.Compile(in.name(), in.data)
		if d != nil {
			problems = append(problems, d.Trouble...)
			said = append(said, fmt.Sprintf("%s: %s", in.name(), summary(d)))
		}
		list = append(list, problems...)
	}
	if err := s.report(list, ins); err != nil || v.Quiet {
		return err
	}
	for _, line := range said {
		fmt.Fprintln(s.out, line)
	}
	return nil
}

// summary says what the diagram is, in a few words.
func summary(d *emit.Diagram) string {
	s := fmt.Sprintf("%s, %s, %s", count(len(d.Graph.Nodes), "node"), count(len(d.Graph.Edges), "connector"), count(d.Coordinates(), "coordinate"))
	if !d.Moves() {
		s += "; a drawing without an equation: " + whyNot(d)
	}
	return s
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
