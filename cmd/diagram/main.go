// Command diagram compiles a dot-like description of a mechanical system into a drawing and its equation of motion.
//
// `diagram --help` lists the verbs and `diagram VERB --help` says what each is for, with examples. The exit status is 0;
// 1 when the input is wrong: then every error is shown and none of the outputs is touched; 2 when the call is wrong, or an
// output can't be written.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"syscall"

	"diagram/dsl/diag"

	"github.com/alecthomas/kong"
)

// verbs are the command's verbs, in the order of its help; each has a file of its own.
var verbs = []struct {
	name, help string
	make       func() any
}{
	{"build", "Compile diagrams to drawings and equations.", func() any { return &buildVerb{} }},
	{"eqn", "Print the equations of motion.", func() any { return &eqnVerb{} }},
	{"explain", "Read the equations aloud, edge by edge.", func() any { return &explainVerb{} }},
	{"check", "Report what is wrong with diagrams, and write nothing.", func() any { return &checkVerb{} }},
	{"fmt", "Format the text of diagrams.", func() any { return &fmtVerb{} }},
	{"md", "Replace the diagrams in a Markdown text with drawings and equations.", func() any { return &mdVerb{} }},
	{"kinds", "List the kinds of elements, or describe one.", func() any { return &kindsVerb{} }},
	{"preamble", "Print the TikZ styles that the drawings use, to share among documents.", func() any { return &preambleVerb{} }},
	{"version", "Print the version.", func() any { return &versionVerb{} }},
}

// grammar is what kong needs to know to read a call: of the verb that is called, else of all. Building the grammar of all
// would take longer than compiling a diagram.
func grammar(args []string) []kong.Option {
	var all []kong.Option
	for _, v := range verbs {
		option := kong.DynamicCommand(v.name, v.help, "", v.make())
		if args[0] == v.name {
			return []kong.Option{option}
		}
		all = append(all, option)
	}
	return all
}

const about = `Compiles a dot-like description of a mechanical system to a drawing and its equation of motion.

For example, in trolley.dg:

    W - (S, D) - T - F
    W = wall; T = trolley; S = spring; D = damper; F = force

Then "diagram build trolley.dg" writes trolley.tikz.tex and trolley.eqn.tex for \input, and prints the equation with the element under each term.`

// errInput is returned by a verb that has already said what is wrong with its input.
var errInput = errors.New("the input is wrong")

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// run is the command without the process around it; it returns the exit status.
func run(args []string, stdin io.Reader, out, stderr io.Writer) int {
	s := &streams{in: stdin, out: &stdout{Writer: out}, err: stderr}
	status := s.run(args)
	switch broken := s.out.broken; {
	case broken == nil:
		return status
	case errors.Is(broken, syscall.EPIPE):
		return pipeClosed
	default:
		s.complain(broken)
		return 2
	}
}

// pipeClosed is the exit status where the reader of standard output has gone: that of a process that SIGPIPE ends.
const pipeClosed = 128 + 13

// complain says what is wrong with the call, or with the world around it.
func (s *streams) complain(err error) {
	for i, line := range strings.Split(err.Error(), "\n") {
		if i == 0 {
			line = "diagram: " + line
		}
		fmt.Fprintln(s.err, diag.Visible(line))
	}
}

func (s *streams) run(args []string) (status int) {
	// Kong asks for an exit when it has printed help; the panic takes us out of its middle.
	type exit struct{ status int }
	defer func() {
		if r := recover(); r != nil {
			e, ok := r.(exit)
			if !ok {
				panic(r)
			}
			status = e.status
		}
	}()
	if len(args) == 0 {
		args = []string{"--help"}
	}
	parser := kong.Must(&struct{}{}, append(grammar(args),
		kong.Name("diagram"),
		kong.Description(about),
		kong.Writers(s.out, s.err),
		kong.Exit(func(status int) { panic(exit{status}) }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 100, NoExpandSubcommands: true}),
		kong.Vars(vars()),
	)...)
	ctx, err := parser.Parse(args)
	if err != nil {
		if s.out.broken != nil {
			return 2 // it was help that could not be written
		}
		s.complain(err)
		hint := "diagram"
		var parse *kong.ParseError
		if errors.As(err, &parse) && parse.Context.Command() != "" {
			hint += " " + parse.Context.Selected().Name
		}
		fmt.Fprintf(s.err, "Try \"%s --help\".\n", hint)
		return 2
	}
	switch err := ctx.Run(s); {
	case err == nil:
		return 0
	case errors.Is(err, errInput):
		return 1
	case s.out.broken != nil:
		return 2
	default:
		s.complain(err)
		return 2
	}
}
