package motion

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"diagram/dsl"
	"diagram/dsl/component"
	"diagram/symbolic"
)

// names hands out the symbols of coordinates and of supports' places, so that none means two things.
type names struct {
	taken   map[string]*dsl.Element // by Name.Key: the element whose parameter or coordinate it is
	spelled map[string]bool         // the spellings of those symbols
	stands  map[*dsl.Element]symbolic.Expr
}

// takeParameters notes the symbols that the author's parameters use, the names of coordinates apart.
func (k *kinematics) takeParameters() {
	k.names = names{taken: map[string]*dsl.Element{}, spelled: map[string]bool{}, stands: map[*dsl.Element]symbolic.Expr{}}
	take := func(el *dsl.Element, e symbolic.Expr) {
		symbolic.Walk(e, func(e symbolic.Expr) bool {
			switch e := e.(type) {
			case *symbolic.Symbol:
				k.names.take(e.Name(), el)
			case *symbolic.Function:
				k.names.take(e.Name(), el)
			}
			return true
		})
	}
	for _, el := range k.g.Elements {
		for _, a := range el.Kind.Attributes {
			placed := el.Kind.Sort == component.Support && a.Name == "x" && !el.Given("x")
			if e := el.Params[a.Name]; e != nil && a.Type != component.Symbol && !placed {
				take(el, e)
			}
		}
	}
	if k.gravity != nil {
		take(nil, k.gravity)
	}
	if slope := k.g.Settings.Slope; slope != nil {
		take(nil, slope)
	}
}

func (n *names) take(s symbolic.Name, el *dsl.Element) {
	if _, ok := n.taken[s.Key()]; !ok {
		n.taken[s.Key()] = el
		n.spelled[s.Plain], n.spelled[s.Text] = true, true
	}
}

// free tells that none of the symbols is taken, nor spelled like one that is.
func (n *names) free(symbols ...symbolic.Name) bool {
	return !slices.ContainsFunc(symbols, func(s symbolic.Name) bool {
		_, taken := n.taken[s.Key()]
		return taken || n.spelled[s.Plain] || n.spelled[s.Text]
	})
}

// numbered are count symbols of one letter: the letter itself for a single one, else numbered from 1.
func numbered(letter string, count int) []symbolic.Name {
	if count == 1 {
		return []symbolic.Name{symbolic.Sym(letter).Name()}
	}
	out := make([]symbolic.Name, count)
	scripted := strings.Contains(letter, "_")
	name := symbolic.Sym(letter).Name()
	for i := range out {
		if scripted { // x_j1
			out[i] = symbolic.Sym(letter + strconv.Itoa(i+1)).Name()
		} else {
			out[i] = name.Numbered(i + 1)
		}
	}
	return out
}

// pick are count symbols of the first letter that clashes with nothing.
func (n *names) pick(letters []string, count int) []symbolic.Name {
	for _, letter := range letters {
		if s := numbered(letter, count); n.free(s...) {
			return s
		}
	}
	for letter := "qq"; ; letter += "q" {
		if s := numbered(letter, count); n.free(s...) {
			return s
		}
	}
}

// letters are what coordinates of a group are called, the usual one first.
func (k *kinematics) letters(gr *group) []string {
	switch {
	case gr.anchor.Domain == component.Rotation && isJoint(gr.anchor):
		return []string{"theta_j", "phi_j"}
	case gr.anchor.Domain == component.Rotation:
		return []string{"theta", "phi", "psi"}
	case isJoint(gr.anchor):
		return []string{"x_j", "q_j", "u_j"}
	case k.distances && gr.part.Hold != nil && gr.part.Hold.Fixed():
		return []string{"s", "x", "q", "u"}
	}
	return []string{"x", "q", "u", "w"}
}

// nameCoordinates makes the coordinate of every free group.
func (k *kinematics) nameCoordinates(m *Model) {
	wanted := make(map[*group]symbolic.Name)
	sorts := make(map[string][]*group)
	var order []string
	for _, gr := range k.groups {
		if gr.support != nil {
			continue
		}
		if name, ok := k.wanted(gr); ok {
			wanted[gr] = name
			if isJoint(gr.anchor) {
				continue // a single joint without a name is x_j, however many have one
			}
		}
		letter := k.letters(gr)[0]
		if sorts[letter] == nil {
			order = append(order, letter)
		}
		sorts[letter] = append(sorts[letter], gr)
	}
	symbols := make(map[*group]symbolic.Name)
	for _, letter := range order {
		sort := sorts[letter]
		for i, s := range k.names.pick(k.letters(sort[0]), len(sort)) {
			symbols[sort[i]] = s
		}
	}
	for _, gr := range k.groups {
		if gr.support != nil {
			continue
		}
		name, ok := wanted[gr]
		if !ok {
			name = symbols[gr]
		}
		gr.coord = &Coordinate{Symbol: symbolic.NewFunction(name), Node: gr.anchor, Sense: gr.sense}
		m.index[name.Key()] = len(m.Coordinates)
		m.Coordinates = append(m.Coordinates, gr.coord)
	}
}

// wanted is the name that the author gave the coordinate of a group: by `x=` on one of its bodies, or by the label of a
// displacement on it.
func (k *kinematics) wanted(gr *group) (name symbolic.Name, ok bool) {
	var by *dsl.Element
	for _, n := range gr.nodes {
		source, said := n, symbolic.Name{}
		if s, isSymbol := n.Params["x"].(*symbolic.Symbol); isSymbol && n.Given("x") {
			said = s.Name()
		} else if mark := k.marks[n]; mark != nil {
			source, said = mark, mark.Label
		}
		if said.Plain == "" {
			continue
		}
		if by != nil {
			if said.Key() != name.Key() {
				k.report(n, fmt.Sprintf("%s and %s move as one, but their coordinates have two names", by.Phrase(), n.Pointed()), "name it on only one of them")
			}
			continue
		}
		if other, taken := k.names.taken[said.Key()]; taken {
			what := "already means something else"
			if other != nil {
				what = "already belongs to " + other.Phrase()
			}
			k.report(source, fmt.Sprintf("the coordinate of %s can't be called %s: that symbol %s", n.Pointed(), said.Text, what), "choose another name")
			continue
		}
		k.names.take(said, n)
		name, by = said, n
	}
	return name, by != nil
}

// nameStands finds the symbol for where each further support stands.
func (k *kinematics) nameStands() {
	var unsaid []*dsl.Element
	for _, n := range k.g.Nodes {
		switch {
		case n.Kind.Sort != component.Support || !k.distances:
		case n.Given("x"):
			k.names.stands[n] = n.Params["x"]
		case n.Fixed() && n != k.of[n.ID].part.Origin && n.Domain != component.Rotation && k.reached(n):
			unsaid = append(unsaid, n)
		}
	}
	for i, s := range k.names.pick([]string{"d", "D", "l"}, len(unsaid)) {
		k.names.stands[unsaid[i]] = symbolic.NewSymbol(s)
	}
}

// reached tells that a connector other than a sliding one leads to the node.
func (k *kinematics) reached(n *dsl.Element) bool {
	return slices.ContainsFunc(k.touch[n.ID], func(e *dsl.Element) bool { return !e.Kind.Sliding })
}
