package motion

import (
	"fmt"
	"slices"

	"diagram/dsl/diag"
	"diagram/dsl/graph"
	"diagram/symbolic"
)

// Eliminate is the model without its massless joints: springs in series become one, and what remains of joints between
// springs and dampers are equations with higher derivatives, of whatever order it takes (the constitutive equation of a
// viscoelastic solid between its end force and end displacement). With bodies that have inertia, all massless nodes go;
// without, those on which nothing acts. A joint on a connector whose law isn't linear is an error.
func (m *Model) Eliminate() (*Model, diag.List) {
	return answer(m, "the system without its joints", (*Model).eliminate, termsOf)
}

func (m *Model) eliminate() (*Model, diag.List) {
	if len(m.Coordinates) == 0 {
		return nil, m.immobile()
	}
	e := &elimination{m: m, d: inner("D")}
	if diags := e.choose(); diags.HasErrors() {
		return nil, diags
	}
	if e.clusters == 0 {
		return m, nil
	}
	out := &Model{Graph: m.Graph, Inputs: m.Inputs, Varying: m.Varying, Positions: m.Positions, kin: m.kin, work: m.work, normal: m.normal, index: map[string]int{}, eliminated: true}
	out.Panel, out.panel, out.among = m.Panel, m.panel, m.among
	out.whole = m
	for q, c := range m.Coordinates {
		if e.cluster[q] == 0 {
			out.index[c.Symbol.Name().Key()] = len(out.Coordinates)
			out.Coordinates = append(out.Coordinates, c)
		}
	}
	for c := 1; c <= e.clusters; c++ {
		if diags := e.solve(c); diags.HasErrors() {
			return nil, diags
		}
	}
	for q := range m.Coordinates {
		if e.cluster[q] == 0 {
			terms, diags := e.reduce(q)
			if diags.HasErrors() {
				return nil, diags
			}
			out.terms = append(out.terms, terms)
		}
	}
	out.note()
	out.Equations = out.edges()
	return out, nil
}

// elimination takes massless coordinates out of linear equations. Time derivatives are powers of the symbol d.
type elimination struct {
	m        *Model
	d        *symbolic.Symbol
	cluster  []int // by coordinate: 0 where it stays, else the number of the cluster of joints that are joined
	clusters int
	// solution is, by coordinate that goes, its place as a linear form of what stays.
	solution []linearForm
	elements [][]*graph.Element // by cluster: the connectors on its joints
}

// choose finds which coordinates go, and which of them hang together.
func (e *elimination) choose() diag.List {
	m := e.m
	massless := make([]bool, len(m.Coordinates))
	any, all := false, true
	for q := range m.Coordinates {
		massless[q] = len(m.pick(q, Inertial)) == 0
		any, all = any || massless[q], all && massless[q]
	}
	e.cluster = make([]int, len(m.Coordinates))
	if !any {
		return nil
	}
	if all {
		stays := false
		for q := range m.Coordinates {
			if len(m.pick(q, Applied)) > 0 {
				massless[q], stays = false, true
			}
		}
		for q := range m.Coordinates {
			if !stays && !isJoint(m.Coordinates[q].Node) {
				massless[q], stays = false, true
			}
		}
		if !stays {
			return diag.List{problem(m.Graph, m.Coordinates[0].Node, "nothing moves but massless joints on which nothing acts: none would be left",
				"let a force act on the end, as in `"+m.Coordinates[len(m.Coordinates)-1].Node.Written()+" - force`")}
		}
	}
	neighbours := make([][]int, len(m.Coordinates))
	for q, terms := range m.terms {
		for _, t := range terms {
			for _, f := range symbolic.Functions(t.Expr) {
				if p, ok := m.index[f.Name().Key()]; ok && p != q && massless[p] && massless[q] {
					neighbours[q] = append(neighbours[q], p)
				}
			}
		}
	}
	e.elements = [][]*graph.Element{nil}
	for q := range m.Coordinates {
		if !massless[q] || e.cluster[q] != 0 {
			continue
		}
		e.clusters++
		e.cluster[q] = e.clusters
		var elements []*graph.Element
		for queue := []int{q}; len(queue) > 0; queue = queue[1:] {
			for _, t := range m.terms[queue[0]] {
				if t.Role == Pull && !slices.Contains(elements, t.Source) {
					elements = append(elements, t.Source)
				}
			}
			for _, p := range neighbours[queue[0]] {
				if e.cluster[p] == 0 {
					e.cluster[p] = e.clusters
					queue = append(queue, p)
				}
			}
		}
		slices.SortFunc(elements, func(a, b *graph.Element) int { return int(a.ID - b.ID) })
		e.elements = append(e.elements, elements)
	}
	e.solution = make([]linearForm, len(m.Coordinates))
	return nil
}

// read is a term as a linear form in all coordinates and inputs, on the left side. It fails where the term isn't linear
// with constant factors.
func (e *elimination) read(l linearForm, t Term) bool {
	fs := symbolic.Functions(t.Expr)
	vars := make([]symbolic.Expr, len(fs))
	for i, f := range fs {
		vars[i] = f
	}
	coefs, rest, ok := e.m.work.LinearIn(t.Expr, vars)
	if !ok || !e.m.steadyFactors(t.Expr, true) {
		return false
	}
	sign := symbolic.Int(int64(t.Sign))
	if t.Role == Applied {
		sign = symbolic.Int(int64(-t.Sign))
	}
	for i, f := range fs {
		l.add(f.D(-f.Order()), symbolic.Mul(sign, coefs[i], symbolic.PowInt(e.d, int64(f.Order()))))
	}
	constant, varying := steady(e.m.work, rest)
	if !symbolic.IsZero(constant) {
		l.add(nil, symbolic.Mul(sign, constant))
	}
	if !symbolic.IsZero(varying) {
		l.add(varying, sign)
	}
	return true
}

// solve expresses the joints of a cluster by what stays.
func (e *elimination) solve(c int) diag.List {
	m := e.m
	var joints []int
	at := map[string]int{}
	for q := range m.Coordinates {
		if e.cluster[q] == c {
			at[m.Coordinates[q].Symbol.Name().Key()] = len(joints)
			joints = append(joints, q)
		}
	}
	if len(joints) > maxJoints {
		return diag.List{problem(m.Graph, m.Coordinates[joints[0]].Node, fmt.Sprintf("%d joints are connected to each other here, too many to eliminate", len(joints)),
			fmt.Sprintf("the limit is %d", maxJoints))}
	}
	rows := make([]linearForm, len(joints))
	others := newForm()
	for i, q := range joints {
		rows[i] = newForm()
		for _, t := range m.terms[q] {
			if !e.read(rows[i], t) {
				return e.stuck(t)
			}
		}
		for key, f := range rows[i].of {
			if _, joint := at[key]; !joint {
				others.add(f, symbolic.Int(1))
			}
		}
	}
	others.add(nil, symbolic.Int(1))
	keys := others.keys()
	left, right := symbolic.NewMatrix(len(joints), len(joints)), symbolic.NewMatrix(len(joints), len(keys))
	for i := range rows {
		for key, j := range at {
			if coef := rows[i].coefs[key]; coef != nil {
				left.Set(i, j, coef)
			}
		}
		for j, key := range keys {
			if coef := rows[i].coefs[key]; coef != nil {
				right.Set(i, j, symbolic.Neg(coef))
			}
		}
	}
	x, err := m.work.Solve(left, right)
	if err != nil {
		node := m.Coordinates[joints[0]].Node
		return diag.List{problem(m.Graph, node, fmt.Sprintf("%s can't be eliminated: %v", node.Pointed(), err), "")}
	}
	for i, q := range joints {
		e.solution[q] = newForm()
		for j, key := range keys {
			if !symbolic.IsZero(x.At(i, j)) {
				e.solution[q].add(others.of[key], x.At(i, j))
			}
		}
	}
	return nil
}

// stuck is the error that a term's law isn't linear, or not with constant factors.
func (e *elimination) stuck(t Term) diag.List {
	if diags := e.m.steadyLaws("way to take out the joint on it", true); diags.HasErrors() {
		return diags
	}
	return diag.List{problem(e.m.Graph, t.Source, fmt.Sprintf("the joint on %s can't be eliminated: its law isn't linear", t.Source.Pointed()), "leave out --eliminate")}
}

// reduce is the list of terms of a coordinate that stays: those without joints as they are, and what each cluster of
// joints passes on.
func (e *elimination) reduce(q int) ([]Term, diag.List) {
	m := e.m
	var free []Term
	passed := map[int]linearForm{}
	before := map[int]int{} // by cluster: how many terms come before what it passes on
	var order []int
	for _, t := range m.terms[q] {
		c := 0
		for _, f := range symbolic.Functions(t.Expr) {
			if p, ok := m.index[f.Name().Key()]; ok && e.cluster[p] != 0 {
				c = e.cluster[p]
			}
		}
		if c == 0 {
			free = append(free, t)
			continue
		}
		if _, ok := passed[c]; !ok {
			passed[c], before[c] = newForm(), len(free)
			order = append(order, c)
		}
		if !e.read(passed[c], t) {
			return nil, e.stuck(t)
		}
	}
	if len(order) == 0 {
		return free, nil
	}
	dynamic := false
	for _, c := range order {
		e.substitute(passed[c])
		for _, coef := range passed[c].coefs {
			if _, den := fraction(coef); symbolic.Contains(den, e.d) {
				dynamic = true
			}
		}
	}
	if dynamic {
		return e.cleared(q, free, order, passed)
	}
	var terms []Term
	done := 0
	for _, c := range order {
		terms = append(terms, free[done:before[c]]...)
		terms = append(terms, e.terms(q, passed[c], e.elements[c])...)
		done = before[c]
	}
	return append(terms, free[done:]...), nil
}

// substitute puts the solutions in the place of joints.
func (e *elimination) substitute(l linearForm) {
	for _, key := range l.keys() {
		p, ok := e.m.index[key]
		if !ok || e.cluster[p] == 0 {
			continue
		}
		coef := l.coefs[key]
		delete(l.coefs, key)
		delete(l.of, key)
		s := e.solution[p]
		for _, k := range s.keys() {
			l.add(s.of[k], symbolic.Mul(coef, s.coefs[k])) // a nil function stands for the constant
		}
	}
	for key, coef := range l.coefs {
		if coef = e.m.work.Simplify(coef); symbolic.IsZero(coef) {
			delete(l.coefs, key)
			delete(l.of, key)
		} else {
			l.coefs[key] = coef
		}
	}
}
