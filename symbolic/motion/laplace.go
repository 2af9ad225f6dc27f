package motion

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"diagram/symbolic"
)

// Laplace is what Laplace transforms are written with, so that nothing on the page has two meanings.
type Laplace struct {
	// Variable is s or, beside a coordinate or an input of that letter, another.
	Variable *symbolic.Symbol
	// Dens and Nums name the polynomials under and over the line of transfer functions that are too wide: there are as
	// many of each as there are transfer functions.
	Dens, Nums []symbolic.Name

	transforms map[string]symbolic.Name // by identity of the function of time
}

// laplace chooses the symbols of the transforms of all coordinates and inputs.
func (m *Model) laplace() *Laplace {
	var functions []symbolic.Name
	for _, in := range m.Inputs {
		functions = append(functions, in.Symbol.Name())
	}
	for _, c := range m.Coordinates {
		functions = append(functions, c.Symbol.Name())
	}
	page := m.page()
	variable := page.symbol(slices.DeleteFunc([]string{"s", "p", "sigma", "nu"}, func(letter string) bool {
		return slices.ContainsFunc(functions, func(f symbolic.Name) bool {
			base, _, _ := strings.Cut(f.Plain, "_")
			return base == letter && letter != "nu" // one stays
		})
	})...)
	l := &Laplace{Variable: variable, transforms: map[string]symbolic.Name{}}
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
func (n *names) transforms(functions []symbolic.Name) []symbolic.Name {
	out := make([]symbolic.Name, len(functions))
	styles := []func(symbolic.Name) symbolic.Name{
		capital,
		func(f symbolic.Name) symbolic.Name { return bare(f).Accented("hat") },
		func(f symbolic.Name) symbolic.Name { return bare(f).Accented("tilde") },
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

// bare is the name of a function of time without an argument that is part of it: F of F(t), since its transform is F(s).
func bare(n symbolic.Name) symbolic.Name {
	latex, ok := strings.CutSuffix(n.LaTeX, "(t)")
	if out, err := symbolic.ParseName(latex); ok && err == nil {
		return out
	}
	return n
}

// capital is a name with its first letter as a capital: X_1, \hat X, Θ. A Greek letter whose capital looks like a Latin one
// keeps its shape: τ(s), not T(s).
func capital(n symbolic.Name) symbolic.Name {
	n = bare(n)
	for i := 0; i < len(n.LaTeX); {
		rest := n.LaTeX[i:]
		r, size := utf8.DecodeRuneInString(rest)
		switch {
		case r == '\\':
			size = 1 + len(rest[1:]) - len(strings.TrimLeftFunc(rest[1:], unicode.IsLetter))
			command := rest[:size]
			if large := capitalGreek[command]; large != "" {
				return respelled(n, i, size, large)
			}
			if _, err := symbolic.ParseName(command); err == nil { // a letter; else an accent or a font
				return n
			}
		case unicode.IsLetter(r):
			return respelled(n, i, size, string(unicode.ToUpper(r)))
		}
		i += max(size, 1)
	}
	return n
}

// respelled is a name with another letter in a place of its LaTeX.
func respelled(n symbolic.Name, at, size int, letter string) symbolic.Name {
	out, err := symbolic.ParseName(n.LaTeX[:at] + letter + n.LaTeX[at+size:])
	if err != nil {
		return n
	}
	return out
}

// capitalGreek are the Greek capitals that TeX has commands for.
var capitalGreek = map[string]string{
	`\gamma`: `\Gamma`, `\delta`: `\Delta`, `\theta`: `\Theta`, `\vartheta`: `\Theta`, `\lambda`: `\Lambda`, `\xi`: `\Xi`,
	`\pi`: `\Pi`, `\sigma`: `\Sigma`, `\upsilon`: `\Upsilon`, `\varphi`: `\Phi`, `\phi`: `\Phi`, `\psi`: `\Psi`, `\omega`: `\Omega`,
}
