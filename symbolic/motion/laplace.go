package motion

import (
	"slices"
	"strings"

	"diagram/symbolic"
	"diagram/symbolic/naming"
)

// Laplace is what Laplace transforms are written with, so that nothing on the page has two meanings.
type Laplace struct {
	// Variable is s or, beside a coordinate or an input of that letter, another.
	Variable *symbolic.Symbol
	// Dens and Nums name the polynomials under and over the line of transfer functions that are too wide: there are as
	// many of each as there are transfer functions.
	Dens, Nums []naming.Name

	transforms map[string]naming.Name // by identity of the function of time
}

// laplace chooses the symbols of the transforms of all coordinates and inputs.
func (m *Model) laplace() *Laplace {
	var functions []naming.Name
	for _, in := range m.Inputs {
		functions = append(functions, in.Symbol.Name())
	}
	for _, c := range m.Coordinates {
		functions = append(functions, c.Symbol.Name())
	}
	page := m.page()
	mark := page.mark
	page.mark = "" // the variable is the same in all parts of a figure
	variable := page.symbol(slices.DeleteFunc([]string{"s", "p", "sigma", "nu"}, func(letter string) bool {
		return slices.ContainsFunc(functions, func(f naming.Name) bool {
			base, _, _ := strings.Cut(f.Plain(), "_")
			return base == letter && letter != "nu" // one stays
		})
	})...)
	page.mark = mark
	l := &Laplace{Variable: variable, transforms: map[string]naming.Name{}}
	for i, name := range page.transforms(functions) {
		l.transforms[functions[i].Key()] = name
	}
	n := len(m.Inputs) * len(m.Coordinates)
	scripts := counted(n + 1)[:n] // numbers, even for a single one
	l.Nums = page.pick([]string{"N", "P", "Z"}, scripts)
	l.Dens = page.pick([]string{"Delta", "Q", "P"}, append([]string{""}, scripts[1:]...))
	return l
}

// transforms are the names of the transforms of functions of time: their own in capitals, or with a hat or a tilde where
// such a capital would mean something else as well.
func (n *names) transforms(functions []naming.Name) []naming.Name {
	out := make([]naming.Name, len(functions))
	styles := []func(naming.Name) naming.Name{
		naming.Name.Capital,
		func(f naming.Name) naming.Name { return f.WithoutArgument().Accented("hat") },
		func(f naming.Name) naming.Name { return f.WithoutArgument().Accented("tilde") },
	}
	for _, style := range styles {
		seen := map[string]bool{}
		free := true
		for i, f := range functions {
			out[i] = style(f)
			// X(s) beside x(t) is clear, and so is F(s) beside F(t).
			free = free && !seen[out[i].Key()] && (out[i].Key() == f.Key() || !n.means(out[i]))
			seen[out[i].Key()] = true
		}
		if free {
			for _, name := range out {
				n.take(name, nil)
			}
			return out
		}
	}
	return n.pick([]string{"X", "Y", "Z"}, counted(len(functions)))
}
