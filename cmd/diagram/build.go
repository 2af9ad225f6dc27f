package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"diagram/dsl/diag"
	"diagram/emit"
)

type buildVerb struct {
	Files  []string  `arg:"" name:"file" help:"Diagrams to compile; - is standard input."`
	Out    string    `short:"o" placeholder:"OUT" help:"Where to write: a file, whose ending says the format; a directory; or - for standard output."`
	To     []string  `placeholder:"FORMAT" help:"Formats to write: ${formats}."`
	Form   emit.Form `placeholder:"FORM" help:"Form of the equations: ${forms}."`
	Terms  string    `enum:"plain,named,color" default:"plain" help:"How LaTeX marks terms: plain, named (\\diagramterm{S}{…}) or color."`
	Theme  string    `placeholder:"THEME" help:"Colours of the picture: ${themes}."`
	ID     string    `name:"id" placeholder:"ID" help:"What the ids in an SVG begin with; else letters made from the picture."`
	Shared bool      `help:"Leave the styles out of TikZ; the document has them from \"diagram preamble\"."`
	Tex    bool      `help:"Have an installed TeX engine make PDF and PNG."`
	Quiet  bool      `short:"q" help:"Don't print the equations."`
}

func (buildVerb) Help() string {
	return `Without options it writes the twins trolley.tikz.tex (the picture) and trolley.eqn.tex (the equation) beside trolley.dg, for a document to \input, and prints the equation with the element under each term.

    diagram build trolley.dg
    diagram build trolley.dg -o trolley.tex         a whole document, to look at
    diagram build trolley.dg -o trolley.svg
    diagram build trolley.dg -o trolley.md          and trolley.svg, which it shows
    diagram build *.dg -o figures/ --to svg,pdf
    diagram build - -o - --to tikz < trolley.dg

Nothing is written when any of the files has an error.`
}

// job is one file to be made from one diagram.
type job struct {
	in     int // index of the input
	format emit.Format
	path   string
}

func (v buildVerb) Run(s *streams) error {
	if err := checkForm(v.Form); err != nil {
		return err
	}
	if _, err := themeNamed(v.Theme); err != nil {
		return err
	}
	if err := v.checkID(); err != nil {
		return err
	}
	jobs, err := v.plan()
	if err != nil {
		return err
	}
	jobs = withPictures(jobs)
	for _, j := range jobs {
		if j.path == stdio && !j.format.Text && isTerminal(s.out) {
			return fmt.Errorf("%s is binary; use -o FILE, or redirect the output", j.format.Name)
		}
	}
	ins, err := s.read(v.Files...)
	if err != nil {
		return err
	}
	diagrams, err := s.compile(ins)
	if err != nil {
		return err
	}
	var outs []output
	var list diag.List
	for _, j := range jobs {
		d := diagrams[j.in]
		if j.format.Equations && nothingMoves(d) && v.byDefault() {
			continue // a drawing is all there is, and that isn't wrong
		}
		if v.Tex && (j.format.Name == "pdf" || j.format.Name == "png") {
			if problem := d.TooLarge(j.format); problem != nil {
				list = append(list, *problem)
				continue
			}
			data, err := typeset(d, j.format, v.options(j.path, j.format))
			if err != nil {
				return err
			}
			outs = append(outs, output{j.path, data})
			continue
		}
		data, problems := d.Write(j.format, v.options(j.path, j.format))
		list = append(list, problems...)
		outs = append(outs, output{j.path, data})
	}
	said := ""
	if !v.Quiet && !toStdout(outs) {
		var problems diag.List
		said, problems = v.equations(s, ins, diagrams)
		list = append(list, problems...)
	}
	if err := s.report(list, ins); err != nil {
		return err
	}
	if err := s.write(outs, ins); err != nil {
		return err
	}
	if said != "" {
		_, err = fmt.Fprint(s.out, said)
	}
	if !v.Quiet {
		for i, d := range diagrams {
			if !d.Moves() {
				fmt.Fprintf(s.err, "%s: a drawing without an equation: %s\n", ins[i].name(), whyNot(d))
			}
		}
	}
	return err
}

// byDefault reports whether nobody asked for certain formats.
func (v buildVerb) byDefault() bool { return len(v.To) == 0 && (v.Out == "" || isDir(v.Out)) }

// options are those of one output, which is named after its file.
func (v buildVerb) options(path string, f emit.Format) emit.Options {
	name := "diagram"
	if path != stdio {
		name = strings.TrimSuffix(filepath.Base(path), f.Ending)
	}
	colours, _ := emit.ThemeNamed(v.Theme)
	return emit.Options{Name: name, Theme: colours, Form: v.Form, Marking: markings[v.Terms], Shared: v.Shared, Inline: path == stdio, ID: v.ID}
}

// checkID refuses what can't be an id, or would be that of several pictures.
func (v buildVerb) checkID() error {
	for i, r := range v.ID {
		letter := 'a' <= r|0x20 && r|0x20 <= 'z'
		if !letter && (i == 0 || !('0' <= r && r <= '9') && r != '_' && r != '-') {
			return fmt.Errorf("%q can't be an id: it begins with a letter; letters, digits, - and _ follow", v.ID)
		}
	}
	if v.ID != "" && len(v.Files) > 1 {
		return fmt.Errorf("--id is for one diagram; there are %d", len(v.Files))
	}
	return nil
}

var markings = map[string]emit.Marking{"plain": emit.Unmarked, "named": emit.Named, "color": emit.Coloured}

// plan decides what is written where.
func (v buildVerb) plan() ([]job, error) {
	formats := make([]emit.Format, len(v.To))
	for i, name := range v.To {
		f, ok := emit.FormatNamed(name)
		if !ok {
			return nil, fmt.Errorf("there is no format %q; the formats are %s", name, formatNames())
		}
		formats[i] = f
	}
	switch {
	case v.Out == "" && len(v.Files) == 1 && v.Files[0] == stdio, v.Out == stdio:
		return v.planStdout(formats)
	case v.Out != "" && !isDir(v.Out):
		return v.planFile(formats)
	}
	if len(formats) == 0 {
		formats = twins()
	}
	var jobs []job
	for i, file := range v.Files {
		stem := input{path: file}.stem()
		if v.Out != "" {
			stem = filepath.Join(v.Out, filepath.Base(stem))
		} else if file == stdio {
			return nil, errors.New("output from standard input needs a place: use -o FILE")
		}
		for _, f := range formats {
			jobs = append(jobs, job{i, f, stem + f.Ending})
		}
	}
	return jobs, nil
}

// planStdout writes one diagram in one format to standard output.
func (v buildVerb) planStdout(formats []emit.Format) ([]job, error) {
	if len(formats) == 0 {
		formats = twins()[:1]
	}
	if len(v.Files) > 1 || len(formats) > 1 {
		return nil, errors.New("standard output takes one diagram in one format")
	}
	return []job{{0, formats[0], stdio}}, nil
}

// planFile writes one diagram to one file.
func (v buildVerb) planFile(formats []emit.Format) ([]job, error) {
	if len(v.Files) > 1 {
		return nil, fmt.Errorf("%d diagrams don't fit in one file; name a directory: -o %s/", len(v.Files), v.Out)
	}
	if len(formats) > 1 {
		return nil, fmt.Errorf("%d formats don't fit in one file; name a directory: -o %s/", len(formats), v.Out)
	}
	if len(formats) == 0 {
		f, ok := emit.FormatOf(v.Out)
		if !ok {
			return nil, fmt.Errorf("the ending of %s names no format; the endings are %s; or use --to", v.Out, formatEndings())
		}
		formats = []emit.Format{f}
	}
	return []job{{0, formats[0], v.Out}}, nil
}

// withPictures adds the pictures that Markdown texts show, each beside its text.
func withPictures(jobs []job) []job {
	svg, _ := emit.FormatNamed("svg")
	planned := map[string]bool{}
	for _, j := range jobs {
		planned[j.path] = true
	}
	for _, j := range jobs[:len(jobs):len(jobs)] {
		picture := strings.TrimSuffix(j.path, j.format.Ending) + svg.Ending
		if j.format.Name == "md" && j.path != stdio && !planned[picture] {
			jobs = append(jobs, job{j.in, svg, picture})
		}
	}
	return jobs
}

// twins are what is written by default.
func twins() []emit.Format {
	tikz, _ := emit.FormatNamed("tikz")
	eqn, _ := emit.FormatNamed("eqn")
	return []emit.Format{tikz, eqn}
}

// isDir reports whether an output is a directory: by its name, or because it is there.
func isDir(path string) bool {
	if strings.HasSuffix(path, "/") || strings.HasSuffix(path, string(filepath.Separator)) {
		return true
	}
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func toStdout(outs []output) bool {
	for _, o := range outs {
		if o.path == stdio {
			return true
		}
	}
	return false
}

// equations are those of the diagrams that have any, each under its file's name where there are several.
func (v buildVerb) equations(s *streams, ins []input, diagrams []*emit.Diagram) (string, diag.List) {
	var b strings.Builder
	var list diag.List
	for i, d := range diagrams {
		if !d.Moves() {
			continue
		}
		if len(diagrams) > 1 {
			if b.Len() > 0 {
				b.WriteByte('\n')
			}
			fmt.Fprintf(&b, "%s\n\n", ins[i].name())
		}
		text, problems := d.Equation(v.Form, emit.Annotated, emit.EquationOptions{Width: width(s.out)})
		b.WriteString(text)
		list = append(list, problems...)
	}
	return b.String(), list
}

// nothingMoves reports whether the diagram has no equation because it has nothing that could have one.
func nothingMoves(d *emit.Diagram) bool { return !d.Trouble.HasErrors() && !d.Moves() }

func whyNot(d *emit.Diagram) string {
	if len(d.Trouble) > 0 {
		return d.Trouble[0].Summary
	}
	return "nothing in it can move"
}
