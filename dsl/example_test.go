package dsl_test

import (
	"fmt"
	"os"

	"diagram/dsl"
	"diagram/dsl/diag"
)

func ExampleCompile() {
	g, problems := dsl.Compile("example.dg", []byte("wall - (spring, damper) - trolley - force[right]\n"))
	if problems.HasErrors() {
		fmt.Println(problems)
		return
	}
	for _, e := range g.Edges {
		fmt.Printf("%s joins %s to %s\n", e.Name, e.From.Name, e.To.Name)
	}
	for _, a := range g.Actions {
		fmt.Printf("%s acts on %s\n", a.Name, a.On.Name)
	}
	// Output:
	// spring1 joins wall1 to trolley1
	// damper1 joins wall1 to trolley1
	// force1 acts on trolley1
}

func ExampleCompile_errors() {
	src := []byte("T = trolly[label=m]\nW = wall\nW - S - T\nW - T\n")
	_, problems := dsl.Compile("example.dg", src)
	_ = problems.Print(os.Stdout, map[string][]byte{"example.dg": src}, diag.Options{})
	// Output:
	// example.dg:1:5: error: there is no kind of element trolly
	//     T = trolly[label=m]
	//         ^^^^^^
	//     help: did you mean trolley?
	// example.dg:3:5: error: S is not declared
	//     W - S - T
	//         ^
	//     help: declare it: S = spring
}

func ExampleFormat() {
	out, _ := dsl.Format("example.dg", []byte("T1=trolley [ label = m ] # the body\nW   = wall\n\n\n\nW-(spring,damper)-T1\n"))
	os.Stdout.Write(out)
	// Output:
	// T1 = trolley[label=m] # the body
	// W  = wall
	//
	// W - (spring, damper) - T1
}

func ExampleGraph_Multigraph() {
	g, _ := dsl.Compile("example.dg", []byte("W = wall; T = trolley\nW - (spring, damper) - T\n"))
	m := g.Multigraph()
	lines := m.Lines(g.Element("W").ID, g.Element("T").ID)
	fmt.Println(lines.Len(), "connectors join W and T")
	// Output:
	// 2 connectors join W and T
}
