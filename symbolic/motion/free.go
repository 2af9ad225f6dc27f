package motion

import (
	"strconv"

	"diagram/dsl/diag"
	"diagram/symbolic"
)

// Free are the matrices of a linear system when it is left to itself. Its modes need factors that don't change with time.
func (m *Model) Free() (*Matrices, diag.List) {
	mat, diags := m.Matrices()
	if diags.HasErrors() {
		return nil, diags
	}
	return mat, m.steadyLaws("natural frequency", false)
}

// ModeSymbols are what the quantities of a mode are called.
type ModeSymbols struct {
	Omega, Frequency, Zeta, Rate *symbolic.Symbol
	Shape                        []*symbolic.Symbol // by coordinate
}

// ModeSymbols are the symbols for a number of modes, numbered where there are several.
func (m *Model) ModeSymbols(modes int) []ModeSymbols {
	page := m.page()
	numbers := counted(modes)
	omega, frequency := page.pick([]string{"omega", "Omega"}, numbers), page.pick([]string{"f", "nu"}, numbers)
	zeta, rate := page.pick([]string{"zeta", "xi", "vartheta"}, numbers), page.pick([]string{"p", "q", "sigma"}, numbers)
	var scripts []string
	for i := range modes {
		for j := range m.Coordinates {
			scripts = append(scripts, strconv.Itoa(i+1)+","+strconv.Itoa(j+1))
		}
	}
	shapes := page.pick([]string{"phi", "Phi", "psi", "Psi"}, scripts)
	out := make([]ModeSymbols, modes)
	for i := range out {
		out[i] = ModeSymbols{symbolic.NewSymbol(omega[i]), symbolic.NewSymbol(frequency[i]), symbolic.NewSymbol(zeta[i]), symbolic.NewSymbol(rate[i]), nil}
		for j := range m.Coordinates {
			out[i].Shape = append(out[i].Shape, symbolic.NewSymbol(shapes[i*len(m.Coordinates)+j]))
		}
	}
	return out
}
