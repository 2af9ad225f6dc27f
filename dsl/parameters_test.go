package dsl_test

import (
	"fmt"
	"strings"
	"testing"

	"diagram/dsl"
	"diagram/dsl/component"
	"diagram/dsl/graph"
	"diagram/symbolic"

	"pgregory.net/rapid"
)

// hostileElement draws an element whose parameter may bear a symbol that is the default of another.
func hostileElement(t *rapid.T, kind string, parameters ...string) string {
	if len(parameters) == 0 || rapid.Bool().Draw(t, "plain") {
		return kind
	}
	symbol := rapid.SampledFrom([]string{"k", "k_1", "k_2", "m", "m_1", "m_2", "L_0", "L_1", "L", "F", "F_1", "F_2", "b", "b_1", "g", "lambda", "lambda_1", "y"}).Draw(t, "symbol")
	parameter := rapid.SampledFrom(parameters).Draw(t, "parameter")
	values := []string{"%s"}
	switch parameter {
	case "x": // only a symbol can be one
	case "F":
		values = append(values, "2*%s", "%s*cos(t)")
	default:
		values = append(values, "2*%s", "%s/2", "alpha*%s")
	}
	return fmt.Sprintf("%s[%s=%s]", kind, parameter, fmt.Sprintf(rapid.SampledFrom(values).Draw(t, "value"), symbol))
}

// A default symbol is never what the author calls another parameter, nor what another default is called, nor one in an
// expression for a parameter of its sort.
func TestDefaultsMeanOneThing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		if rapid.Bool().Draw(t, "gravity") {
			b.WriteString("diagram[gravity]\n")
		}
		b.WriteString("ceiling")
		for range rapid.IntRange(1, 3).Draw(t, "bodies") {
			second := rapid.SampledFrom([]string{"spring k k3", "damper c", "inerter b", "actuator F", "friction b", "rod L"}).Draw(t, "second")
			words := strings.Fields(second)
			fmt.Fprintf(&b, " - (%s, %s) - %s", hostileElement(t, "spring", "k", "L0"), hostileElement(t, words[0], words[1:]...), hostileElement(t, "mass", "m", "x"))
		}
		src := b.String() + " - " + hostileElement(t, "force", "F")
		g, problems := dsl.Compile("x.dg", []byte(src))
		if text := fmt.Sprint(problems); strings.Contains(text, "can't be a function of time") || strings.Contains(text, "can't depend on it") {
			t.Skip("the text itself gives a symbol two meanings")
		}
		if problems.HasErrors() {
			t.Fatalf("%s\n%v", src, problems)
		}
		checkDefaults(t, g, src)
	})
}

func checkDefaults(t *rapid.T, g *graph.Graph, src string) {
	type parameter struct {
		e *graph.Element
		a *component.Attribute
	}
	given, defaults := map[string][]parameter{}, map[string][]parameter{}
	for _, e := range g.Elements {
		for i := range e.Kind.Attributes {
			a := &e.Kind.Attributes[i]
			switch p := e.Params[a.Name].(type) {
			case nil:
			case *symbolic.Symbol, *symbolic.Function:
				if name := fmt.Sprint(p); said(e, a) {
					given[name] = append(given[name], parameter{e, a})
				} else {
					defaults[name] = append(defaults[name], parameter{e, a})
				}
			default:
				symbolic.Walk(p, func(x symbolic.Expr) bool {
					if s, ok := x.(*symbolic.Symbol); ok {
						given[s.String()] = append(given[s.String()], parameter{e, a})
					}
					return true
				})
			}
		}
	}
	for name, ps := range defaults {
		if len(ps) > 1 {
			t.Fatalf("%s\n%s is the default of %d parameters", src, name, len(ps))
		}
		d := ps[0]
		for _, p := range given[name] {
			_, lone := p.e.Params[p.a.Name].(*symbolic.Symbol)
			_, input := p.e.Params[p.a.Name].(*symbolic.Function)
			if lone || input || p.a.Default == d.a.Default {
				t.Fatalf("%s\n%s is the default %s of %s, and stands for %s of %s", src, name, d.a.Name, d.e.Name, p.a.Name, p.e.Name)
			}
		}
	}
	if s, ok := g.Settings.Gravity.(*symbolic.Symbol); ok && (given[s.String()] != nil || defaults[s.String()] != nil) {
		for _, p := range given[s.String()] {
			if _, lone := p.e.Params[p.a.Name].(*symbolic.Symbol); lone {
				t.Fatalf("%s\n%s is gravity's and stands for %s of %s", src, s, p.a.Name, p.e.Name)
			}
		}
	}
}

func said(e *graph.Element, a *component.Attribute) bool {
	_, ok := e.Said(a)
	return ok
}
