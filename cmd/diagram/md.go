package main

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"

	"diagram/dsl/diag"
	"diagram/emit"
	"diagram/emit/markdown"

	"github.com/yuin/goldmark"
)

type mdVerb struct {
	File   string `arg:"" help:"The Markdown text; - is standard input."`
	Out    string `short:"o" required:"" placeholder:"OUT" help:"Where to write: Markdown, or a page where it ends in .html; - for standard output."`
	Inline bool   `help:"Put the images into the text, as data: URLs."`
	Theme  string `placeholder:"THEME" help:"Colours of the pictures: ${themes}."`
}

func (mdVerb) Help() string {
	return `Every fence

    ` + "```" + `diagram {#trolley form=newton}
    wall - (spring, damper) - trolley - force
    ` + "```" + `

becomes its drawing and its equation between $$; every other byte stays as it is. The images are written beside OUT, named after it or after the fence's id. A fence's options are #id, form=FORM, show=both, drawing or equation, and alt="words".

    diagram md course.md -o build/course.md
    diagram md course.md -o course.html`
}

func (v mdVerb) Run(s *streams) error {
	theme, err := themeNamed(v.Theme)
	if err != nil {
		return err
	}
	ins, err := s.read(v.File)
	if err != nil {
		return err
	}
	if strings.HasSuffix(v.Out, ".html") {
		return v.page(s, ins, theme)
	}
	stem := strings.TrimSuffix(filepath.Base(v.Out), filepath.Ext(v.Out))
	if v.Out == stdio {
		stem = filepath.Base(ins[0].stem())
	}
	text, images, list := markdown.Splice(ins[0].name(), ins[0].data, markdown.SpliceOptions{Stem: stem, Inline: v.Inline || v.Out == stdio, Theme: theme})
	if err := s.report(list, ins); err != nil {
		return err
	}
	var outs []output
	for _, i := range images {
		outs = append(outs, output{filepath.Join(filepath.Dir(v.Out), i.Name), i.SVG})
	}
	return s.write(append(outs, output{v.Out, text}), ins)
}

// page renders the whole text as an HTML page.
func (v mdVerb) page(s *streams, ins []input, theme emit.Theme) error {
	_, _, list := markdown.Splice(ins[0].name(), ins[0].data, markdown.SpliceOptions{})
	if err := s.report(list, ins); err != nil {
		return err
	}
	var body bytes.Buffer
	md := goldmark.New(goldmark.WithExtensions(&markdown.Extension{File: ins[0].name(), Theme: theme}))
	if err := md.Convert(bytes.TrimPrefix(ins[0].data, []byte("\ufeff")), &body); err != nil {
		return errors.Join(errors.New("can't render the text"), err)
	}
	title := diag.Visible(filepath.Base(ins[0].stem()))
	return s.write([]output{{v.Out, emit.Page(theme, title, body.String())}}, ins)
}
