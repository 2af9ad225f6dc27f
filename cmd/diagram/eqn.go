package main

import (
	"fmt"
	"slices"
	"strings"

	"diagram/emit"
)

type eqnVerb struct {
	File      string        `arg:"" help:"The diagram; - is standard input."`
	Form      emit.Form     `placeholder:"FORM" help:"Form of the equations: ${forms}."`
	As        emit.Notation `default:"latex" placeholder:"NOTATION" help:"Notation: ${notations}."`
	Eliminate bool          `help:"Eliminate massless joints."`
	Rest      bool          `help:"Add where each coordinate stands at rest."`
	Terms     string        `enum:"plain,named,color" default:"plain" help:"How LaTeX marks terms: plain, named (\\diagramterm{S}{…}) or color."`
	Theme     string        `placeholder:"THEME" help:"Colours of svg: ${themes}."`
	Out       string        `short:"o" default:"-" placeholder:"FILE" help:"Where to write; standard output by default."`
}

func (eqnVerb) Help() string {
	var list strings.Builder
	for _, f := range emit.Forms() {
		fmt.Fprintf(&list, "    %-14s %s\n", f, f.Doc())
	}
	return "Forms:\n\n" + list.String() + `
Examples:

    diagram eqn trolley.dg
    diagram eqn trolley.dg --form newton --as text
    diagram eqn trolley.dg --as sympy
    diagram eqn maxwell.dg --eliminate`
}

func (v eqnVerb) Run(s *streams) error {
	if err := checkForm(v.Form); err != nil {
		return err
	}
	if known := emit.Notations(); !slices.Contains(known, v.As) {
		return unknown("notation", string(v.As), strings.Split(listed(known), ", "))
	}
	theme, err := themeNamed(v.Theme)
	if err != nil {
		return err
	}
	if v.Theme != "" && v.As != emit.SVG {
		return fmt.Errorf("--theme is for --as svg, not for %s", v.As)
	}
	ins, err := s.read(v.File)
	if err != nil {
		return err
	}
	diagrams, err := s.compile(ins)
	if err != nil {
		return err
	}
	text, list := diagrams[0].Equation(v.Form, v.As, emit.EquationOptions{
		Eliminate: v.Eliminate,
		Rest:      v.Rest,
		Marking:   markings[v.Terms],
		Width:     width(s.out),
		Theme:     theme,
	})
	if err := s.report(list, ins); err != nil {
		return err
	}
	return s.write([]output{{v.Out, []byte(text)}}, ins)
}
