package dsl_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"diagram/dsl"
	"diagram/dsl/component"
	"diagram/symbolic"

	"pgregory.net/rapid"
)

// functionsOf are the functions of time in a diagram's inputs, by element.
func functionsOf(t interface{ Fatalf(string, ...any) }, src string) (names []string, inputs string) {
	g, problems := dsl.Compile("x.dg", []byte(src))
	if problems.HasErrors() {
		t.Fatalf("%s\n%v", src, problems)
	}
	var all []string
	for _, e := range g.Elements {
		for _, a := range e.Kind.Attributes {
			if p := e.Params[a.Name]; p != nil && a.Type == component.Input {
				all = append(all, symbolic.Sympy(p))
				for _, f := range symbolic.Functions(p) {
					names = append(names, f.Name().Plain())
				}
			}
		}
	}
	slices.Sort(names)
	return slices.Compact(names), strings.Join(all, ", ")
}

// Which symbols of an input are functions of time: in one force on a mass m that hangs on a spring k with a damper.
func TestInputs(t *testing.T) {
	const system = "W = wall; M = mass[m=m]; W - (spring[k=k], damper[c=2*c_0]) - M\nM - "
	for action, want := range map[string]string{
		"force":                                     "F(t)",
		"force[label=u]":                            "u(t)",
		"force[label=u, constant]":                  "u",
		"force[F=3]":                                "3",
		"force[F=t]":                                "t",
		"force[F=-f]":                               "-f(t)",
		"force[F=F/2]":                              "F(t)/2",
		"force[F=F^2]":                              "F(t)**2",
		"force[F=sin(phi)]":                         "sin(phi(t))",
		"force[F=(2-u)*3]":                          "3*(2 - u(t))",
		"force[F=F/2, constant]":                    "F/2",
		"force[F=F_0*sin(Omega*t)]":                 "F_0*sin(Omega*t)",
		"force[F=K_t*i(t)]":                         "K_t*i(t)",
		"force[F=u(t)*v]":                           "u(t)*v",
		"force[F=u(t)*v(t)]":                        "u(t)*v(t)",
		"force[F=u(t)*sin(w*t)]":                    "u(t)*sin(w*t)",
		`force[label="F(t)"]`:                       "F(t)",
		`force[label="2*F(t)"]`:                     "2*F(t)",
		`force[label="2F(t)"]`:                      "2*F(t)",
		`force[label="$2F$"]`:                       "2*F(t)",
		`force[F="r*\tau(t)"]`:                      "r*tau(t)",
		`force[F="-\tau"]`:                          "-tau(t)",
		`force[F="-F_{ext}"]`:                       "-F_ext(t)",
		`force[F="\hat K*\dot u_1(t)"]`:             "hat_K*dot_u_1(t)",
		`force[F="\dot u/2"]`:                       "dot_u(t)/2",
		`force[label="\Delta p(t)"]`:                "Delta_p(t)",
		`force[label="F_0\cos(\omega t)"]`:          "F_0*cos(omega*t)",
		`force[label="\frac{F}{2}"]`:                "F(t)/2",
		`force[label="\frac12 u"]`:                  "u(t)/2",
		"force[F=k*u]":                              "k*u(t)",
		"force[F=c_0*u]":                            "c_0*u(t)",
		"force[F=2*k*c_0]":                          "2*k*c_0",
		"force[F=m*g]":                              "m*g",
		"force[F=m*g+u]":                            "m*g + u(t)",
		"force[F=g/2]":                              "g(t)/2",
		"force[F=a*u]; u = 3 N":                     "a(t)*u",
		"force[F=F/2]; F = 3 N":                     "F/2",
		"force[F=F]; F = 3 N":                       "F(t)",
		"force; F = 3 N":                            "F(t)",
		"(force[label=u], force[F=-u])":             "u(t), -u(t)",
		"(force[F=-u], force[label=u])":             "-u(t), u(t)",
		"(force[F=K*u], force[label=u])":            "K*u(t), u(t)",
		"(force[F=K*u], force[F=-u])":               "K*u(t), -u(t)",
		"(force[F=K*u], force[F=2*u(t)])":           "K*u(t), 2*u(t)",
		"(force[F=K*u], force[F=-K*v(t)])":          "K*u(t), -K*v(t)",
		"(force[F=a*b], force[F=b*c], force[F=-c])": "a(t)*b, b*c(t), -c(t)",
		"(force[F=u, constant], force[F=-u])":       "u, -u",
		"(force[F=A*cos(w*t)], force[F=A*u])":       "A*cos(w*t), A*u(t)",
		"(force[F=A*cos(w*t)], force[F=-A])":        "A*cos(w*t), -A",
		"(force[F=A*cos(w*t)], force[F=A])":         "A(t)*cos(w*t), A(t)",
		"force[F=y]":                                "y(t)",
		"force[F=X*q]; X = 2 N":                     "X*q(t)",
		"force[F=x_0*cos(t)]":                       "x_0*cos(t)",
		"force[F=theta]":                            "theta(t)",
		"force[F=k*theta]":                          "k*theta(t)",
	} {
		if _, got := functionsOf(t, system+action); got != want {
			t.Errorf("%s: %s, want %s", action, got, want)
		}
	}
}

// An input prints in one way, whichever way the author writes it where.
func TestInputSpelling(t *testing.T) {
	g, problems := dsl.Compile("x.dg", []byte(`W = wall; M = mass; W - actuator[F=-u] - M - (force[label=u], force[F="u(t)"])`))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	for _, e := range g.Elements {
		if f := e.Params["F"]; f != nil && strings.TrimPrefix(symbolic.Text(f, symbolic.Style{}), "−") != "u(t)" {
			t.Errorf("%s: %v", e.Name, f)
		}
		if e.Params["F"] != nil && strings.TrimPrefix(e.Label.Text(), "−") != "u(t)" {
			t.Errorf("the label of %s is %s", e.Name, e.Label.Text())
		}
	}
}

// No symbol of an input stays a constant unless the text gives a reason: the input is marked constant or mentions the time,
// or the symbol is a parameter or has a quantity. What the rule can't decide is refused.
func TestNothingIsFrozen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		symbols := []string{"u", "v", "f", "tau_1", "K_t", "k", "c_0", "m", "F", "t", "u(t)", "i(t)", "2", "pi"}
		expr := func() string {
			e := rapid.SampledFrom(symbols).Draw(t, "first")
			for range rapid.IntRange(0, 3).Draw(t, "more") {
				e = fmt.Sprintf(rapid.SampledFrom([]string{"%s*%s", "%s+%s", "%s/(1+%s^2)", "(%s)*cos(%s)", "-%s-%s"}).Draw(t, "form"), e, rapid.SampledFrom(symbols).Draw(t, "next"))
			}
			return e
		}
		kinds := map[string]string{"force": "F", "actuator": "F", "base": "y"}
		texts := make(map[string]string)
		constant := map[string]bool{}
		element := func(kind string) string {
			text := expr()
			attributes := kinds[kind] + "=" + text
			if constant[kind] = rapid.IntRange(0, 3).Draw(t, "constant") == 0; constant[kind] {
				attributes += ", constant"
			}
			texts[kind] = text
			return kind + "[" + attributes + "]"
		}
		src := element("base") + " - (spring[k=k], damper[c=c_0/2], " + element("actuator") + ") - mass[m=m] - " + element("force")
		value := rapid.Bool().Draw(t, "value")
		if value {
			src += "\nK_t = 3"
		}
		g, problems := dsl.Compile("x.dg", []byte(src))
		if problems.HasErrors() {
			return // refused: the error files say when and how
		}
		mentions := regexp.MustCompile(`\bt\b`) // also where what changes with time cancels: u(t)-u
		timed := func(kind string, e symbolic.Expr) bool {
			return mentions.MatchString(texts[kind]) || len(symbolic.Functions(e)) > 0 || symbolic.Contains(e, symbolic.Time())
		}
		still := map[string]bool{"k": true, "c_0": true, "m": true, "K_t": value}
		for _, e := range g.Elements { // what an input that says its time dependence calls constant is so everywhere
			if p := e.Params[kinds[e.Kind.Name]]; p != nil && (constant[e.Kind.Name] || timed(e.Kind.Name, p)) {
				for _, s := range symbolic.Symbols(p) {
					still[s.Name().Plain()] = true
				}
			}
		}
		for _, e := range g.Elements {
			p := e.Params[kinds[e.Kind.Name]]
			if p == nil || constant[e.Kind.Name] || timed(e.Kind.Name, p) {
				continue
			}
			for _, s := range symbolic.Symbols(p) {
				if !still[s.Name().Plain()] {
					t.Fatalf("%s\n%s of %s is frozen: %s", src, s, e.Name, texts[e.Kind.Name])
				}
			}
		}
	})
}
