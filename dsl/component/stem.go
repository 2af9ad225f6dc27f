package component

import (
	"strings"
	"sync"

	"diagram/symbolic"
	"diagram/symbolic/naming"
)

// Stem is a default symbol. Of several elements with one, each takes its Base with a number.
type Stem struct {
	Symbol *symbolic.Symbol
	Base   naming.Name
}

// Stem reads a default symbol: those of the catalog's kinds once for all texts.
func (c *Catalog) Stem(text string) Stem {
	if s, ok := c.stems()[text]; ok {
		return s
	}
	return readStem(text)
}

// findStems reads the default symbols of all kinds when it is first called.
func (c *Catalog) findStems() func() map[string]Stem {
	return sync.OnceValue(func() map[string]Stem {
		all := map[string]Stem{}
		for _, k := range c.kinds {
			for _, a := range k.Attributes {
				for _, text := range []string{a.Default, a.RotDefault} {
					if _, ok := all[text]; text != "" && !ok {
						all[text] = readStem(text)
					}
				}
			}
		}
		return all
	})
}

func readStem(text string) Stem {
	base, _, _ := strings.Cut(text, "_")
	return Stem{symbolic.Sym(text), symbolic.Sym(base).Name()}
}
