//go:build slow

package proof

import (
	"encoding/json"
	"testing"

	"diagram/emit"
	"diagram/symbolic"
	"diagram/symbolic/motion"
)

// addOurs adds what we say of a model, in every form that applies to it.
func (tr *trial) addOurs(t *testing.T, m *motion.Model) {
	for _, form := range []motion.Form{motion.EdgesForm, motion.NewtonForm, motion.StandardForm} {
		equations, diags := m.Arrange(form)
		if diags.HasErrors() {
			t.Errorf("%s: %s: %v", tr.Name, form, diags)
			continue
		}
		tr.add("ours, "+string(form), claim{"form": "equations", "coordinates": namesOf(m), "equations": zeros(equations)})
	}
	tr.addDescription(t)
	tr.addEnergy(t, m)
	mat, diags := m.Matrices()
	if diags.HasErrors() {
		tr.add("ours, no matrices: "+diags.Error(), claim{"form": "nonlinear"})
		return
	}
	tr.add("ours, matrix", claim{"form": "matrix", "coordinates": namesOf(m),
		"M": rows(mat.M), "C": rows(mat.C), "K": rows(mat.K), "f": each(mat.F)})
	tr.add("ours, matrix", claim{"form": "symmetric"})
	if !mat.M.IsSymmetric() || !mat.C.IsSymmetric() || !mat.K.IsSymmetric() {
		t.Errorf("%s: matrices that are not symmetric", tr.Name)
	}
	tr.addStateSpace(m)
	tr.addTransfers(t, m)
	tr.addNormalized(m)
	tr.addEliminated(t, m)
	if places, diags := m.StaticOffset(); !diags.HasErrors() {
		tr.add("ours, static offset", claim{"form": "rest", "places": pairs(places)})
	}
}

// addDescription adds what JSON says: which end of each edge is first along the axis, what each coordinate means, and the
// equations term by term.
func (tr *trial) addDescription(t *testing.T) {
	doc, err := tr.printed(motion.EdgesForm, emit.JSON)
	if err != nil {
		t.Errorf("%s: %v", tr.Name, err)
		return
	}
	tr.add("JSON", claim{"form": "document", "document": json.RawMessage(doc)})
}

func (tr *trial) addEnergy(t *testing.T, m *motion.Model) {
	en, diags := m.Energy()
	if diags.HasErrors() {
		t.Errorf("%s: no energies: %v", tr.Name, diags)
		return
	}
	tr.add("ours, energy", claim{"form": "energy", "T": sum(en.T), "V": sum(en.V), "D": sum(en.D)})
	tr.add("ours, Lagrange", claim{"form": "equations", "coordinates": namesOf(m), "equations": each(en.Lagrange())})
}

func sum(terms []motion.Term) string {
	var es []symbolic.Expr
	for _, term := range terms {
		es = append(es, term.Signed())
	}
	return symbolic.Sympy(symbolic.Add(es...))
}

func (tr *trial) addStateSpace(m *motion.Model) {
	ss, diags := m.StateSpace()
	if diags.HasErrors() {
		return // some joints have no state
	}
	c := claim{"form": "state_space", "A": rows(ss.A), "e": each(ss.Offset), "static": pairs(ss.Static)}
	c["z"] = each(ss.State)
	if len(ss.Inputs) > 0 {
		c["B"], c["u"] = rows(ss.B), each(ss.Inputs)
	}
	tr.add("ours, state space", c)
}

func (tr *trial) addTransfers(t *testing.T, m *motion.Model) {
	if len(m.Inputs) == 0 || len(m.Coordinates) > 4 {
		return
	}
	fs, diags := m.Transfers()
	if diags.HasErrors() {
		return // rigid motions of massless joints
	}
	for _, f := range fs {
		tr.add("ours, transfer function", claim{"form": "transfer", "variable": symbolic.Sympy(f.Variable),
			"input": symbolic.Sympy(f.Input), "output": symbolic.Sympy(f.Output.Symbol), "value": symbolic.Sympy(f.Ratio())})
	}
}

func (tr *trial) addNormalized(m *motion.Model) {
	n, diags := m.Normalized()
	if diags.HasErrors() {
		return
	}
	tr.add("ours, normalized", claim{"form": "scaled", "equation": symbolic.Sympy(symbolic.Sub(n.Left, n.Right)), "definitions": pairs(n.Where)})
	c := claim{"form": "frequency"}
	for _, d := range n.Where {
		c[plainName(d.Symbol)] = symbolic.Sympy(d.Value)
	}
	tr.add("ours, frequencies", c)
}

func (tr *trial) addEliminated(t *testing.T, m *motion.Model) {
	joints := false
	for _, c := range m.Coordinates {
		joints = joints || c.Node.Kind.Body().Inertia == nil
	}
	if !joints {
		return
	}
	e, diags := m.Eliminate()
	if diags.HasErrors() {
		return
	}
	equations, diags := e.Arrange(motion.StandardForm)
	if diags.HasErrors() {
		t.Errorf("%s: eliminated: %v", tr.Name, diags)
		return
	}
	tr.add("ours, joints eliminated", claim{"form": "eliminated", "coordinates": namesOf(e), "equations": zeros(equations)})
}

func namesOf(m *motion.Model) []string {
	names := []string{}
	for _, c := range m.Coordinates {
		names = append(names, c.Symbol.Name().Plain())
	}
	return names
}

func zeros(equations []*motion.Equation) []string {
	out := []string{}
	for _, eq := range equations {
		out = append(out, symbolic.Sympy(eq.Residual()))
	}
	return out
}

func each[E symbolic.Expr](es []E) []string {
	out := []string{}
	for _, e := range es {
		out = append(out, symbolic.Sympy(e))
	}
	return out
}

func rows(m *symbolic.Matrix) [][]string {
	out := make([][]string, m.Rows())
	for i := range out {
		for j := range m.Cols() {
			out[i] = append(out[i], symbolic.Sympy(m.At(i, j)))
		}
	}
	return out
}

func pairs(ds []motion.Definition) [][2]string {
	out := [][2]string{}
	for _, d := range ds {
		out = append(out, [2]string{symbolic.Sympy(d.Symbol), symbolic.Sympy(d.Value)})
	}
	return out
}
