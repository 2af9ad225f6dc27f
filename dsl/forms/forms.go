// Package forms names the forms in which equations of motion are written. The setting form=…, the command's help and the README
// read this table; package equation has a row for each form that says how it is laid out.
package forms

// Form is a way to write the equations of a system. An empty one is what the diagram's settings ask for.
type Form string

// The forms.
const (
	Edges      Form = "edges"
	Newton     Form = "newton"
	Standard   Form = "standard"
	Normalized Form = "normalized"
	Matrix     Form = "matrix"
	StateSpace Form = "state-space"
	Transfer   Form = "transfer"
	Energy     Form = "energy"
	Modes      Form = "modes"
)

// table has a row for each form: the form, and what it is in a line.
var table = []struct {
	form Form
	doc  string
}{
	{Edges, "connectors on the left, one term an edge; what acts and inertia on the right"},
	{Newton, "mass times acceleration is the sum of the forces"},
	{Standard, "inertia, damping, stiffness = what acts"},
	{Normalized, "one coordinate, in natural frequency and damping ratio"},
	{Matrix, "M, C, K and f"},
	{StateSpace, "A and B"},
	{Transfer, "from any input to any coordinate"},
	{Energy, "kinetic and potential energy, dissipation, Lagrange's equation"},
	{Modes, "natural frequencies, damping ratios and mode shapes in numbers"},
}

// All lists the forms, the default first.
func All() []Form {
	all := make([]Form, len(table))
	for i, row := range table {
		all[i] = row.form
	}
	return all
}

// Doc says in a line what the form is; it is empty for a form that there is not.
func (f Form) Doc() string {
	for _, row := range table {
		if row.form == f {
			return row.doc
		}
	}
	return ""
}

// Names are what authors call the forms, the default first.
func Names() []string {
	names := make([]string, len(table))
	for i, row := range table {
		names[i] = string(row.form)
	}
	return names
}
