package motion_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"diagram/dsl"
	"diagram/dsl/component"
	"diagram/dsl/graph"
	"diagram/symbolic"
	"diagram/symbolic/formula"
	"diagram/symbolic/motion"
	"diagram/symbolic/naming"

	"pgregory.net/rapid"
)

// hostile are symbols that a form, a default or a coordinate would like to have.
var hostile = []string{
	"a", "a_1", "b", "b_1", "d", "d_1", "D", "ell", "F", "F_1", "g", "g_1", "k", "k_1", "k_2", "L_0", "L_1", "lambda", "m", "m_1", "m_2", "m_3", "m_s",
	"N", "N_1", "Delta", "omega_0", "omega_d", "omega_n", "p", "R", "s", "s_1", "s_eq", "S", "T", "u", "V", "w", "x", "x_1", "x_j", "X", "X_1", "xi", "y", "Y",
	"z", "zeta", `"E_\mathrm{kin}"`, `"\hat x"`, `"\hat F"`, `"\tilde x"`, "theta", "alpha",
}

// hostileSource draws a diagram of bodies in a row between supports whose parameters and names are meant to be in the way.
func hostileSource(t *rapid.T) string {
	draw := func(label string, from ...string) string { return rapid.SampledFrom(from).Draw(t, label) }
	symbol := func() string { return draw("symbol", hostile...) }
	var declared, chain []string
	names := map[string]bool{}
	element := func(kind string, parameters ...string) string {
		e := kind
		if rapid.Bool().Draw(t, "given") && len(parameters) > 0 {
			e += "[" + draw("parameter", parameters...) + "=" + symbol() + "]"
		}
		if name := draw("name", "T", "V", "D", "S", "s", "a", "d", "p", "x", "k", "m", "F", "W"); rapid.Bool().Draw(t, "named") && !names[name] {
			names[name] = true
			declared = append(declared, name+" = "+e)
			return name
		}
		return e
	}
	settings := "diagram[origin=" + draw("origin", "wall", "natural") + draw("derivatives", "", ", derivatives=leibniz", ", derivatives=dot") +
		draw("gravity", "", ", axis=vertical, gravity", ", axis=alpha, gravity") + "]"
	chain = append(chain, element(draw("support", "wall", "base")))
	for range rapid.IntRange(1, 3).Draw(t, "bodies") {
		group := "(" + element("spring", "k", "L0") + ", " + element("damper", "c") + ")"
		chain = append(chain, group)
		if draw("joint", "", "", "joint") != "" {
			chain = append(chain, element("joint"), element("spring", "k"))
		}
		chain = append(chain, element("mass", "m", "m", "x"))
	}
	if rapid.Bool().Draw(t, "second wall") {
		chain = append(chain, element("spring", "k"), element("wall"))
	} else if rapid.Bool().Draw(t, "driven") {
		chain = append(chain, element("force", "F"))
	}
	return strings.Join(append([]string{settings}, declared...), "\n") + "\n" + strings.Join(chain, " - ")
}

// sheet is what the symbols on a page mean.
type sheet struct {
	t    *rapid.T
	src  string
	mean map[string]string
}

// note notes what a symbol means, and that it means nothing else.
func (p *sheet) note(name naming.Name, meaning string) {
	for _, key := range []string{name.LaTeX(), "as text " + name.Text(), "to Python " + name.Plain()} {
		if before, ok := p.mean[key]; ok && before != meaning {
			p.t.Fatalf("%s\n%s is %s and %s", p.src, name.Text(), before, meaning)
		}
		p.mean[key] = meaning
	}
}

func (p *sheet) noteAll(e symbolic.Expr, meaning string) {
	symbolic.Walk(e, func(e symbolic.Expr) bool {
		switch e := e.(type) {
		case *symbolic.Symbol:
			p.note(e.Name(), meaning+e.Name().Plain())
		case *symbolic.Function:
			p.note(e.Name(), meaning+e.Name().Plain())
		}
		return true
	})
}

// with is a page with more on it.
func (p *sheet) with(more func(p *sheet)) {
	q := &sheet{p.t, p.src, map[string]string{}}
	for k, v := range p.mean {
		q.mean[k] = v
	}
	more(q)
}

// diagramSheet is what the symbols of a diagram mean on every page: those that the author gives mean what the author
// wants, the others what they are the default of.
func diagramSheet(t *rapid.T, m *motion.Model, src string) *sheet {
	p := &sheet{t, src, map[string]string{}}
	coordinates := map[string]bool{}
	for _, c := range m.Coordinates {
		coordinates[c.Symbol.Name().Plain()] = true
	}
	for _, el := range m.Graph.Elements {
		for _, a := range el.Kind.Attributes {
			switch e := el.Params[a.Name]; {
			case e == nil || a.Type == component.Symbol || el.Kind.IsSupport() && a.Name == "x":
			case el.Labelled() || said(el, &a):
				p.noteAll(e, "the author's ")
			default:
				p.noteAll(e, "the default "+a.Name+" of "+el.Name+", ")
			}
		}
	}
	if g := m.Graph.Settings.Gravity; g != nil {
		p.noteAll(g, "gravity's ")
	}
	if slope := m.Graph.Settings.Slope; slope != nil {
		p.noteAll(slope, "the author's ")
	}
	for _, c := range m.Coordinates {
		p.note(c.Symbol.Name(), "the coordinate of "+c.Node.Name)
	}
	for _, n := range m.Graph.Nodes {
		for _, s := range symbolic.Symbols(m.Positions[n.ID]) {
			if n.Kind.IsSupport() {
				p.note(s.Name(), "the place of a support")
			}
		}
	}
	return p
}

// noteNames notes the elements' names, which stand beside a form's equations: no symbol that the form brings is one.
func (p *sheet) noteNames(g *graph.Graph, symbols ...naming.Name) {
	for _, s := range symbols {
		for _, el := range g.Elements {
			if !el.Anonymous && (el.Name == s.Plain() || el.Name == s.Text()) {
				p.t.Fatalf("%s\n%s is a symbol of the form, and an element", p.src, s.Text())
			}
		}
	}
}

func symbolsOf(where []motion.Definition) []naming.Name {
	var out []naming.Name
	for _, d := range where {
		switch s := d.Symbol.(type) {
		case *symbolic.Symbol:
			out = append(out, s.Name())
		case *symbolic.Function:
			out = append(out, s.Name())
		}
	}
	return out
}

// Whatever the author calls parameters, coordinates and elements, in no form has a symbol two meanings.
func TestSymbolsMeanOneThing(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		src := hostileSource(r)
		g, list := dsl.Compile("x.dg", []byte(src))
		if list.HasErrors() { // the author's own symbols clash
			r.Skip(src)
		}
		m, list := motion.New(g)
		if list.HasErrors() {
			r.Skip(src)
		}
		p := diagramSheet(r, m, src)
		brings := func(what string, symbols ...naming.Name) {
			p.with(func(p *sheet) {
				for i, s := range symbols {
					p.note(s, fmt.Sprintf("%s %d", what, i))
				}
				p.noteNames(g, symbols...)
			})
		}
		var accelerations []naming.Name
		for _, eq := range m.Equations {
			accelerations = append(accelerations, symbolsOf(eq.Where)...)
		}
		brings("acceleration", accelerations...)
		if n, list := m.Normalized(); list == nil {
			brings("definition", symbolsOf(n.Where)...)
		}
		if en, list := m.Energy(); list == nil {
			brings("energy", en.Kinetic, en.Potential, en.Dissipation)
		}
		if ts, list := m.Transfers(); list == nil {
			l := ts[0].Laplace
			for _, c := range m.Coordinates { // S_1(s) beside s_1 is no better than beside s
				if base, _, _ := strings.Cut(c.Symbol.Name().Plain(), "_"); base == l.Variable.Name().Plain() {
					r.Fatalf("%s\n%s is the Laplace variable beside %s", src, base, c.Symbol)
				}
			}
			brings("polynomial or variable", append(slices.Concat(l.Nums, l.Dens), l.Variable.Name())...)
			p.with(func(p *sheet) {
				for _, s := range append(slices.Concat(l.Nums, l.Dens), l.Variable.Name()) {
					p.note(s, "a polynomial, or the variable: "+s.Plain())
				}
				for _, t := range ts {
					for f, name := range map[*symbolic.Function]naming.Name{t.Input: t.Under, t.Output.Symbol: t.Over} {
						if name.Plain() == f.Name().Plain() { // F(s) beside F(t)
							continue
						}
						p.note(name, "the transform of "+f.Name().Plain())
					}
				}
			})
		}
		if m.Style().Derivatives == formula.Leibniz && !g.Settings.DerivativesGiven {
			p.note(symbolic.Sym("d").Name(), "the d of ds/dt")
		}
	})
}

// The places of rest, and what is eliminated, aren't led astray by names.
func TestInnerSymbols(t *testing.T) {
	for _, src := range []string{
		"diagram[origin=equilibrium, axis=vertical, gravity]; ceiling - spring[k=u] - mass",
		"diagram[origin=natural]; wall - (spring[k=D], spring[k=mark_1] - damper[c=mark_2]) - mass",
	} {
		e, list := modelOf(t, src).Eliminate()
		if list.HasErrors() {
			t.Errorf("%s: %v", src, list)
			continue
		}
		residual := e.Equations[0].Residual()
		for _, s := range symbolic.Symbols(residual) {
			if strings.HasPrefix(s.Name().Plain(), "#") {
				t.Errorf("%s: %v shows %v", src, residual, s)
			}
		}
	}
}

// What looks like a coordinate's rate, and what a support is called in the drawing, is in the way of a coordinate.
func TestCoordinatesStepAside(t *testing.T) {
	for src, want := range map[string]string{
		"wall - spring - mass":                                                  "s",
		`wall - spring - mass[m="\dot s"]`:                                      "x",
		"wall - spring[k=\"s'\"] - mass":                                        "x",
		"wall[label=s] - spring - mass":                                         "x",
		"s = spring; wall - s - mass":                                           "x",
		"wall - spring - mass[label=m_3] - spring - mass[label=m_1]":            "s_3 s_1",
		"wall - spring - mass[label=m_s] - spring - mass[label=m_us]":           "s_s s_us",
		"wall - spring - mass[label=M] - spring - mass[label=m_1]":              "s_2 s_1",
		"wall - spring - mass[label=m_1] - spring - mass[label=m_1]":            "s_1 s_2",
		"wall - spring - mass[m=2] - spring - mass[label=m_s]":                  "s_1 s_2",
		"wall - spring - mass[label=m_3]":                                       "s",
		`wall - spring - mass[label=m_a] - spring - mass[label="m_{\text{a}}"]`: "s_1 s_2",
		"wall - spring[k=s_3] - mass[label=m_3] - spring - mass[label=m_1]":     "x_3 x_1",
		"wall - spring - disc[label=J_m] - spring - disc[label=J_L]":            "theta_m theta_L",
	} {
		var got []string
		for _, c := range modelOf(t, src).Coordinates {
			got = append(got, c.Symbol.Name().Plain())
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: %s, want %s", src, s, want)
		}
	}
}

func said(el *graph.Element, a *component.Attribute) bool {
	_, ok := el.Said(a)
	return ok
}
