// Command diagram compiles a dot-like description of a mechanical system into a drawing and its equation of motion.
//
// `diagram --help` lists the verbs and `diagram VERB --help` says what each is for, with examples. The exit status is 0;
// 1 when the input is wrong: then every error is shown and none of the outputs is touched; 2 when the call is wrong.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"

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
	{"md", "Put drawings and equations in the place of the diagrams in a Markdown text.", func() any { return &mdVerb{} }},
	{"kinds", "List the kinds of elements, or say all about one.", func() any { return &kindsVerb{} }},
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
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) (status int) {
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
		kong.Writers(stdout, stderr),
		kong.Exit(func(status int) { panic(exit{status}) }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 100, NoExpandSubcommands: true}),
		kong.Vars(vars()),
	)...)
	ctx, err := parser.Parse(args)
	if err != nil {
		fmt.Fprintf(stderr, "diagram: %v\n", err)
		hint := "diagram"
		var parse *kong.ParseError
		if errors.As(err, &parse) && parse.Context.Command() != "" {
			hint += " " + parse.Context.Selected().Name
		}
		fmt.Fprintf(stderr, "Try \"%s --help\".\n", hint)
		return 2
	}
	s := &streams{in: stdin, out: stdout, err: stderr}
	switch err := ctx.Run(s); {
	case err == nil:
		return 0
	case errors.Is(err, errInput):
		return 1
	default:
		fmt.Fprintf(stderr, "diagram: %v\n", err)
		return 2
	}
}
