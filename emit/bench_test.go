package emit_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"diagram/dsl"
	"diagram/dsl/check"
	"diagram/dsl/component"
	"diagram/emit"
	"diagram/emit/internal/equation"
	"diagram/emit/internal/svg"
	"diagram/emit/internal/tikz"
	"diagram/layout"
	"diagram/symbolic/motion"
)

// chain is the text of n trolleys in a row.
func chain(n int) []byte {
	var b strings.Builder
	b.WriteString("wall")
	for range n {
		b.WriteString(" - (spring, damper) -\n  trolley")
	}
	b.WriteString(" - force\n")
	return []byte(b.String())
}

// BenchmarkCompile measures each stage by itself, and the whole from text to TikZ, SVG and equation, for the first
// example and for chains of trolleys.
func BenchmarkCompile(b *testing.B) {
	seed, err := os.ReadFile("../examples/trolley.dg")
	if err != nil {
		b.Fatal(err)
	}
	inputs := []struct {
		name string
		src  []byte
	}{{"example", seed}}
	for _, n := range []int{10, 100, 1000, 10000} {
		inputs = append(inputs, struct {
			name string
			src  []byte
		}{fmt.Sprint(n), chain(n)})
	}
	for _, in := range inputs {
		stages(b, in.name, in.src)
	}
}

func stages(b *testing.B, name string, src []byte) {
	stage := func(what string, f func()) {
		b.Run(what+"/"+name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				f()
			}
		})
	}
	tree, list := dsl.Parse(name, src)
	if len(list) > 0 {
		b.Fatal(list)
	}
	g, list := check.Check(component.Standard(), tree)
	if list.HasErrors() {
		b.Fatal(list)
	}
	m, list := motion.New(g)
	if list.HasErrors() {
		b.Fatal(list)
	}
	stage("parse", func() { dsl.Parse(name, src) })
	stage("check", func() { check.Check(component.Standard(), tree) })
	stage("equation", func() { motion.New(g) })
	stage("latex", func() { equation.Print(m, motion.EdgesForm, equation.TeX, equation.Options{}) })
	stage("layout", func() { layout.Place(g, layout.Options{}) })
	drawing := layout.Place(g, layout.Options{})
	stage("tikz", func() { tikz.Fragment(drawing, tikz.Options{}) })
	stage("svg", func() { svg.Write(drawing, svg.Options{}) })
	stage("whole", func() {
		d, _ := emit.Compile(name, src)
		for _, format := range []string{"tikz", "svg", "eqn"} {
			f, _ := emit.FormatNamed(format)
			if _, list := d.Write(f, emit.Options{Name: "chain"}); list.HasErrors() {
				b.Fatal(list)
			}
		}
	})
}
