// Command describe says in JSON what diagrams mean: it reads a list of texts and writes a list of documents, null for a
// text that has none. Tests build it with a decision turned round.
package main

import (
	"encoding/json"
	"os"

	"diagram/dsl"
	"diagram/emit/equation"
	"diagram/symbolic/motion"
)

func main() {
	var texts []string
	if err := json.NewDecoder(os.Stdin).Decode(&texts); err != nil {
		panic(err)
	}
	documents := make([]*equation.Document, len(texts))
	for i, text := range texts {
		documents[i] = describe(text)
	}
	if err := json.NewEncoder(os.Stdout).Encode(documents); err != nil {
		panic(err)
	}
}

func describe(text string) *equation.Document {
	defer func() { _ = recover() }() // no document, then
	g, diags := dsl.Compile("mutant.dg", []byte(text))
	if diags.HasErrors() {
		return nil
	}
	m, diags := motion.New(g)
	if diags.HasErrors() {
		return nil
	}
	doc, diags := equation.Describe(m, motion.EdgesForm)
	if diags.HasErrors() {
		return nil
	}
	return &doc
}
