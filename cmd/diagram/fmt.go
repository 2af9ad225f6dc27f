package main

import (
	"bytes"
	"errors"
	"fmt"

	"diagram/dsl"
	"diagram/dsl/diag"
)

type fmtVerb struct {
	Files []string `arg:"" name:"file" help:"Diagrams to format; - is standard input."`
	Write bool     `short:"w" xor:"how" help:"Write the result back to the files."`
	Check bool     `xor:"how" help:"Only name the files that are not formatted; exit status 1 where there are any."`
}

func (fmtVerb) Help() string {
	return `Rewrites the text with the usual spacing and line breaks; comments stay.

    diagram fmt trolley.dg          to standard output
    diagram fmt -w *.dg             in place
    diagram fmt --check *.dg`
}

func (v fmtVerb) Run(s *streams) error {
	if !v.Write && !v.Check && len(v.Files) > 1 {
		return errors.New("several files need -w or --check")
	}
	ins, err := s.read(v.Files...)
	if err != nil {
		return err
	}
	var outs []output
	var list diag.List
	for _, in := range ins {
		text, problems := dsl.Format(in.name(), in.data)
		list = append(list, problems...)
		if v.Write && in.path != stdio && bytes.Equal(text, in.data) {
			continue
		}
		outs = append(outs, output{in.path, text})
		if !v.Write {
			outs[len(outs)-1].path = stdio
		}
	}
	if err := s.report(list, ins); err != nil {
		return err
	}
	if !v.Check {
		return s.write(outs, nil)
	}
	wrong := false
	for i, in := range ins {
		if !bytes.Equal(outs[i].data, in.data) {
			fmt.Fprintf(s.out, "%s\n", in.name())
			wrong = true
		}
	}
	if wrong {
		return errInput
	}
	return nil
}
