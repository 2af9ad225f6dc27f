package main

import "diagram/emit"

type explainVerb struct {
	File string    `arg:"" help:"The diagram; - is standard input."`
	Form emit.Form `placeholder:"FORM" help:"Form of the equations: ${forms}."`
	As   string    `enum:"text,markdown,json" default:"text" help:"Notation: text, markdown or json."`
	Out  string    `short:"o" default:"-" placeholder:"FILE" help:"Where to write; standard output by default."`
}

func (explainVerb) Help() string {
	return `Says which term each element gives to the equations, and how to read that term aloud.

    diagram explain trolley.dg
    diagram explain trolley.dg --form newton`
}

func (v explainVerb) Run(s *streams) error {
	if err := checkForm(v.Form); err != nil {
		return err
	}
	ins, err := s.read(v.File)
	if err != nil {
		return err
	}
	diagrams, err := s.compile(ins)
	if err != nil {
		return err
	}
	x, list := diagrams[0].Explain(v.Form)
	if err := s.report(list, ins); err != nil {
		return err
	}
	print := map[string]func(emit.Explanation) string{
		"text": emit.Explanation.Text, "markdown": emit.Explanation.Markdown, "json": emit.Explanation.JSON,
	}[v.As]
	return s.write([]output{{v.Out, []byte(print(x))}}, ins)
}
