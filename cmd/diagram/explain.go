package main

import (
	"diagram/emit/explain"
)

type explainVerb struct {
	File string `arg:"" help:"The diagram; - is standard input."`
	As   string `enum:"text,markdown,json" default:"text" help:"Notation: text, markdown or json."`
	Out  string `short:"o" default:"-" placeholder:"FILE" help:"Where to write; standard output by default."`
}

func (explainVerb) Help() string {
	return `Says of each element which term it gives to the equations, and how to read that term aloud.

    diagram explain trolley.dg`
}

func (v explainVerb) Run(s *streams) error {
	ins, err := s.read(v.File)
	if err != nil {
		return err
	}
	diagrams, err := s.compile(ins)
	if err != nil {
		return err
	}
	d := diagrams[0]
	if d.Model == nil {
		return s.report(d.Trouble, ins)
	}
	print := map[string]func([]explain.Entry) string{"text": explain.Text, "markdown": explain.Markdown, "json": explain.JSON}[v.As]
	return s.write([]output{{v.Out, []byte(print(explain.Model(d.Model)))}}, ins)
}
