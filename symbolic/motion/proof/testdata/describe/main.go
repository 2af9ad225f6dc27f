// Command describe says in JSON what diagrams mean: it reads a list of texts and writes a list of documents, null for a
// text that has none. Tests build it with a decision turned round.
package main

import (
	"encoding/json"
	"os"

	"diagram/dsl/forms"
	"diagram/emit"
)

func main() {
	var texts []string
	if err := json.NewDecoder(os.Stdin).Decode(&texts); err != nil {
		panic(err)
	}
	documents := make([]json.RawMessage, len(texts))
	for i, text := range texts {
		documents[i] = describe(text)
	}
	if err := json.NewEncoder(os.Stdout).Encode(documents); err != nil {
		panic(err)
	}
}

func describe(text string) json.RawMessage {
	defer func() { _ = recover() }() // no document, then
	d, diags := emit.Compile("mutant.dg", []byte(text))
	if diags.HasErrors() {
		return nil
	}
	doc, diags := d.Equation(forms.Edges, emit.JSON, emit.EquationOptions{})
	if diags.HasErrors() {
		return nil
	}
	return json.RawMessage(doc)
}
