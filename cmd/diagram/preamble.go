package main

import "diagram/emit"

type preambleVerb struct {
	Out string `short:"o" default:"-" placeholder:"FILE" help:"Where to write; standard output by default."`
}

func (preambleVerb) Help() string {
	return `A drawing brings its own styles along, so it compiles wherever it is put. Where many share a document, let them share one file of styles, in which each kind's look can be changed for all of them:

    diagram preamble -o diagram-styles.tex

and in the document: \input{diagram-styles}

With or without this file, a document restyles what pictures draw: \tikzset{diagram/spring/.append style={red}} for all springs, diagram/connector for all that joins two nodes, diagram/body for all bodies, diagram/support, diagram/action, diagram/mark, or diagram for the picture.`
}

func (v preambleVerb) Run(s *streams) error {
	return s.write([]output{{v.Out, emit.Preamble()}}, nil)
}
