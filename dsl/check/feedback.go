package check

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"diagram/dsl/component"
	"diagram/dsl/graph"
	"diagram/dsl/syntax"
	"diagram/dsl/unit"
	"diagram/symbolic"
	"diagram/symbolic/naming"
)

// feedback reports parameters and inputs that depend on a coordinate, such as F=-k*s. Coordinates get their names only when
// all other symbols have theirs, so that such an s would be something else than what its author means.
func (c *checker) feedback(all []saying) {
	var own map[string]bool
	var coords *coordinates
	for i := range all {
		s := &all[i]
		if s.given == nil || s.isName() {
			continue
		}
		for _, name := range s.parts() {
			if coords == nil {
				coords, own = c.coordinates(), map[string]bool{}
				for i := range all {
					if all[i].isName() {
						own[graph.LeafName(all[i].expr).Key()] = true
					}
				}
			}
			if body := coords.of(name); body != nil && !own[name.Key()] {
				c.dependsOn(s, name, body)
				break
			}
		}
	}
}

// isName reports whether a saying does no more than name a parameter, whatever the name: wall[x=s], base[label=x]. What drives a
// body can't be called like a coordinate, since F=x may well be meant to depend on it.
func (s *saying) isName() bool {
	if _, alone := s.alone(); !alone {
		return false
	}
	if s.varies {
		if dim := s.a.DimIn(s.e.Domain); dim != unit.Length && dim != unit.None {
			return false
		}
	}
	return isPlain(s.expr) || len(s.parts()) == 1
}

// parts are the symbols and functions in an expression. What LaTeX shows side by side counts each on its own.
func (s *saying) parts() []naming.Name {
	var names []naming.Name
	symbolic.Walk(s.expr, func(e symbolic.Expr) bool {
		if name := graph.LeafName(e); name.Plain() != "" {
			if several := name.WithoutArgument().Parts(); len(several) > 1 {
				names = append(names, several...)
			} else {
				names = append(names, name)
			}
		}
		return true
	})
	return names
}

// dependsOn reports that a parameter depends on the coordinate of a body.
func (c *checker) dependsOn(s *saying, name naming.Name, body *graph.Element) {
	span, text := s.given.locate(name)
	text = strings.TrimSuffix(text, "(t)")
	what, help := syntax.SettingWord, "a parameter doesn't change as the bodies move"
	if s.e != nil {
		what = s.e.Kind.Name
	}
	if s.a.Type == component.Input {
		help = "what depends on a position is a spring, and on a speed a damper"
	}
	c.report(span, fmt.Sprintf("%s is what a coordinate is called, so %s of %s can't depend on it", text, s.a.Name, what),
		fmt.Sprintf("%s; if %s is something else, choose another symbol, or name the coordinate: %s[x=q]", help, text, body.Kind.Name))
}

// coordinates knows what the bodies' coordinates may be called.
type coordinates struct {
	named   map[string]*graph.Element             // by the key of the name that the author gave
	unnamed map[component.Domain][]*graph.Element // bodies whose coordinate gets a default name
	points  map[component.Domain]*graph.Element   // a joint among them
	scripts []string                              // subscripts of the bodies' own symbols
}

// coordinates finds what the bodies' coordinates may be called.
func (c *checker) coordinates() *coordinates {
	out := &coordinates{named: map[string]*graph.Element{}, unnamed: map[component.Domain][]*graph.Element{}, points: map[component.Domain]*graph.Element{}}
	marked := map[*graph.Element]bool{}
	for _, a := range c.graph.Actions {
		if a.Kind.Action().Marks && a.Marked.Plain() != "" {
			out.named[a.Marked.Key()], marked[a.On] = a.On, true
		}
	}
	for _, n := range c.graph.Nodes {
		if !n.Kind.IsBody() {
			continue
		}
		if main := n.Main(); main != nil {
			if _, script := splitScript(graph.LeafName(main)); script != "" {
				out.scripts = append(out.scripts, script)
			}
		}
		switch g := c.of(n).find("x"); {
		case g != nil && g.expr != nil:
			out.named[graph.ExprName(g.expr).Key()] = n
		case marked[n]:
		case n.Kind.Body().Point:
			out.points[n.Domain] = n
		default:
			out.unnamed[n.Domain] = append(out.unnamed[n.Domain], n)
		}
	}
	return out
}

// letters are what coordinates are called by default.
var letters = map[string]component.Domain{"s": component.Translation, "x": component.Translation, "theta": component.Rotation}

// of is the body whose coordinate a name is, or a derivative of it, or may be: bodies are numbered, or have the subscripts
// of their own symbols. It is nil where there is none.
func (cs *coordinates) of(name naming.Name) *graph.Element {
	for _, name := range []naming.Name{name, name.Undotted()} {
		if body := cs.named[name.Key()]; body != nil {
			return body
		}
	}
	name = name.Undotted()
	letter, script := splitScript(name)
	domain, ok := letters[letter]
	if !ok {
		return nil
	}
	if number, ok := strings.CutPrefix(script, "j"); ok && cs.points[domain] != nil {
		if _, err := strconv.Atoi(number); err == nil || number == "" {
			return cs.points[domain]
		}
	}
	bodies := cs.unnamed[domain]
	n, err := strconv.Atoi(script)
	if len(bodies) > 0 && (script == "" || err == nil && 1 <= n && n <= len(bodies) || slices.Contains(cs.scripts, script)) {
		return bodies[0]
	}
	return nil
}

// splitScript parts the letter of a name from its subscript: x and 1 of x_1, or of x1; theta and us of \theta_{us}.
func splitScript(name naming.Name) (letter, script string) {
	letter, script, _ = strings.Cut(name.Key(), "_")
	return strings.TrimPrefix(letter, `\`), strings.Trim(script, "{}")
}
