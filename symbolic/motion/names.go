package motion

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"diagram/dsl/component"
	"diagram/dsl/graph"
	"diagram/symbolic"
	"diagram/symbolic/formula"
	"diagram/symbolic/naming"
)

// names hands out the symbols that the text doesn't give, so that none on a page means two things: those of coordinates
// and of supports' places here, and each form's own by a page.
type names struct {
	taken   map[string]*graph.Element // by Name.Key: the element whose parameter or coordinate it is
	spelled map[string]bool           // the spellings of those symbols
	called  map[string]bool           // what the author calls elements, which sentences beside the equations do as well
	stands  map[*graph.Element]symbolic.Expr
	letters map[string]bool // what the symbols have without subscripts
	mark    string          // that the symbols of a part of the figure bear
}

// takeParameters notes the symbols that the author's parameters use, the names of coordinates apart.
func (k *kinematics) takeParameters() {
	k.names = names{taken: map[string]*graph.Element{}, spelled: map[string]bool{}, called: map[string]bool{}, letters: map[string]bool{}, stands: map[*graph.Element]symbolic.Expr{}}
	take := func(el *graph.Element, e symbolic.Expr) {
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
		if annotates := el.Kind.IsAction() && el.Kind.Action().Acts == nil; !el.Anonymous && !annotates {
			k.names.called[el.Name] = true
		}
		if !el.Kind.IsAction() {
			k.names.called[el.Label.Plain()] = true
		}
		for _, a := range el.Kind.Attributes {
			if e := el.Params[a.Name]; e != nil && a.Type != component.Symbol {
				take(el, e)
			}
		}
	}
	take(nil, k.g.Settings.G)
	if k.gravity != nil {
		take(nil, k.gravity)
	}
	if slope := k.g.Settings.Slope; slope != nil {
		take(nil, slope)
	}
}

func (n *names) take(s naming.Name, el *graph.Element) {
	if _, ok := n.taken[s.Key()]; !ok {
		n.taken[s.Key()] = el
		n.spelled[s.Plain()], n.spelled[s.Text()] = true, true
		n.spelled[underived(s.Plain())] = true
		base, _, _ := strings.Cut(s.Plain(), "_")
		n.letters[base] = true
	}
}

// underived is the spelling of a symbol without the dots or primes that make it look like the rate of another.
func underived(plain string) string {
	plain = strings.TrimPrefix(strings.TrimPrefix(plain, "ddot_"), "dot_")
	for strings.HasSuffix(plain, "_prime") {
		plain = strings.TrimSuffix(plain, "_prime")
	}
	return plain
}

// free reports whether each of the symbols means nothing yet, is spelled like none that does, and is no element's name.
func (n *names) free(symbols ...naming.Name) bool {
	return !slices.ContainsFunc(symbols, func(s naming.Name) bool {
		return n.means(s) || n.called[s.Plain()] || n.called[s.Text()]
	})
}

// means reports whether a symbol means something already, or is spelled like one that does.
func (n *names) means(s naming.Name) bool {
	_, taken := n.taken[s.Key()]
	return taken || n.spelled[s.Plain()] || n.spelled[s.Text()]
}

// first takes the first of some sets of symbols, made up as they are asked for, that is free.
func (n *names) first(set func(i int) []naming.Name) []naming.Name {
	for i := 0; ; i++ {
		if symbols := set(i); n.free(symbols...) {
			for _, s := range symbols {
				n.take(s, nil)
			}
			return symbols
		}
	}
}

// pick takes symbols of the first letter with which all of them are free; each has its script, unlike the others. Where a
// text uses up the letters, the first takes a tilde, and another.
func (n *names) pick(letters, scripts []string) []naming.Name {
	symbols := make([]naming.Name, len(scripts))
	return n.first(func(i int) []naming.Name {
		for j, script := range scripts {
			if n.mark != "" && strings.Contains(script, ",") {
				script += ","
			}
			script += n.mark
			if i < len(letters) {
				symbols[j] = scripted(letters[i], script, 0)
			} else {
				symbols[j] = scripted(letters[0], script, i-len(letters)+1)
			}
		}
		return symbols
	})
}

// symbol takes the first of some symbols that is free.
func (n *names) symbol(choices ...string) *symbolic.Symbol {
	return symbolic.NewSymbol(n.pick(choices, counted(1))[0])
}

// page is what a form takes its own symbols from: the names of the diagram, to which those of other forms mean nothing.
func (m *Model) page() *names {
	n := m.kin.names
	n.taken, n.spelled, n.letters = maps.Clone(n.taken), maps.Clone(n.spelled), maps.Clone(n.letters)
	return &n
}

// Style is how the formulas of the diagram are written: derivatives by time as the text says, else as Leibniz did. Where d is a
// symbol of the diagram they have Newton's dots unless the text says otherwise, and where e is one, e^x is exp x.
func (m *Model) Style() symbolic.Style {
	s, letters := &m.Graph.Settings, m.kin.names.letters
	style := symbolic.Style{Derivatives: s.Derivatives, NamedExp: m.kin.names.spelled["e"]}
	if letters["d"] && !s.DerivativesGiven {
		style.Derivatives = formula.Dot
	}
	return style
}

// inner is a symbol that no page shows and no text can spell.
func inner(name string) *symbolic.Symbol {
	name = "#" + name
	return symbolic.NewSymbol(naming.Of(formula.Glyph{TeX: name, Shape: name, Word: name}))
}

// scripted is a letter with a script in LaTeX; to one that has a script it is appended: x_{j1}.
func scripted(letter, script string, tildes int) naming.Name {
	base, own, _ := strings.Cut(letter, "_")
	name := symbolic.Sym(base).Name()
	for range tildes {
		name = name.Accented("tilde")
	}
	if own+script == "" {
		return name
	}
	return name.Scripted(own + script)
}

// counted are the scripts of so many symbols of one letter: none for a single one, else numbers from 1.
func counted(n int) []string {
	out := make([]string, n)
	for i := range out {
		if n > 1 {
			out[i] = strconv.Itoa(i + 1)
		}
	}
	return out
}

// scripts are those of the coordinates of some groups, and of all that goes with a coordinate: none for a single one, else
// the subscripts of the bodies' masses where each has its own (m_s moves by x_s). Otherwise they are numbers: that of
// its mass for a body whose mass has one that no other has, the next that are left for the rest.
func scripts(groups []*group) []string {
	if len(groups) == 1 {
		return counted(1)
	}
	out := make([]string, len(groups))
	masses := map[string]int{} // how many masses bear a subscript
	for i, gr := range groups {
		for _, n := range gr.nodes {
			if s := massScript(n); s != "" {
				masses[s]++
				if n == gr.anchor {
					out[i] = s
				}
			}
		}
	}
	own := func(s string) bool { return s != "" && masses[s] == 1 }
	if !slices.ContainsFunc(out, func(s string) bool { return !own(s) }) && !alike(out) {
		return out
	}
	number := 0
	for i, s := range out {
		if _, err := strconv.Atoi(s); err == nil && own(s) {
			continue
		}
		for number++; masses[strconv.Itoa(number)] == 1; number++ {
		}
		out[i] = strconv.Itoa(number)
	}
	return out
}

// alike reports whether two scripts are spelled alike, as a and \text{a}.
func alike(scripts []string) bool {
	seen := make(map[string]bool, len(scripts))
	for _, s := range scripts {
		if strings.Contains(s, `\`) {
			s = strings.TrimPrefix(symbolic.Sym("x").Name().Scripted(s).Plain(), "x_")
		}
		if seen[s] {
			return true
		}
		seen[s] = true
	}
	return false
}

// massScript is the subscript of a body's mass or moment of inertia, in LaTeX; "" where that is no symbol with one.
func massScript(n *graph.Element) string {
	if n.Kind.Body().Inertia == nil {
		return ""
	}
	s, ok := n.Inertia().(*symbolic.Symbol)
	if !ok {
		return ""
	}
	return s.Name().Script()
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
	case k.distances && gr.part.Reference != nil && gr.part.Reference.Fixed():
		return []string{"s", "x", "q", "u"}
	}
	return []string{"x", "q", "u", "w"}
}

// wantCoordinates takes the names that the author gives to coordinates, before any is made up.
func (k *kinematics) wantCoordinates() map[*group]naming.Name {
	wanted := make(map[*group]naming.Name)
	for _, gr := range k.groups {
		if gr.support == nil {
			if name, ok := k.wanted(gr); ok {
				wanted[gr] = name
			}
		}
	}
	return wanted
}

// nameCoordinates makes the coordinate of every free group.
func (k *kinematics) nameCoordinates(m *Model, wanted map[*group]naming.Name) {
	sorts := make(map[string][]*group)
	var order []string
	for _, gr := range k.groups {
		if _, ok := wanted[gr]; gr.support != nil || ok && isJoint(gr.anchor) {
			continue // a single joint without a name is x_j, however many have one
		}
		letter := k.letters(gr)[0]
		if sorts[letter] == nil {
			order = append(order, letter)
		}
		sorts[letter] = append(sorts[letter], gr)
	}
	names := maps.Clone(wanted)
	for _, letter := range order {
		k.nameSort(sorts[letter], names)
	}
	for _, gr := range k.groups {
		if gr.support != nil {
			continue
		}
		gr.coord = &Coordinate{Symbol: symbolic.NewFunction(names[gr]), Node: gr.anchor, Sense: k.sense[gr.anchor.ID]}
		m.index[names[gr].Key()] = len(m.Coordinates)
		m.Coordinates = append(m.Coordinates, gr.coord)
	}
}

// nameSort names those of a sort of coordinates that have no name yet; all of them count where they are numbered.
func (k *kinematics) nameSort(sort []*group, names map[*group]naming.Name) {
	all := scripts(sort)
	if isJoint(sort[0].anchor) {
		all = counted(len(sort))
	}
	var unnamed []*group
	var left []string
	for i, gr := range sort {
		if _, ok := names[gr]; !ok {
			unnamed, left = append(unnamed, gr), append(left, all[i])
		}
	}
	for i, name := range k.names.pick(k.letters(sort[0]), left) {
		names[unnamed[i]] = name
	}
}

// wanted is the name that the author gave the coordinate of a group: by `x=` on one of its bodies, or by the label of a
// displacement on it.
func (k *kinematics) wanted(gr *group) (name naming.Name, ok bool) {
	var by *graph.Element
	for _, n := range gr.nodes {
		source, said := n, naming.Name{}
		if s := n.Coordinate(); s != nil {
			said = s.Name()
		} else if mark := k.marks[n]; mark != nil {
			source, said = mark, mark.Marked
		}
		if said.Plain() == "" {
			continue
		}
		if by != nil {
			if !k.alike(n) {
				k.report(n, fmt.Sprintf("one coordinate tells where %s and %s are, but each has a name for it", by.Phrase(), n.Pointed()), "name it on only one of them")
			} else if said.Key() != name.Key() {
				k.report(n, fmt.Sprintf("%s and %s move as one, but their coordinates have two names", by.Phrase(), n.Pointed()), "name it on only one of them")
			}
			continue
		}
		if other, taken := k.names.taken[said.Key()]; taken {
			what := "already means something else"
			if other != nil {
				what = "already belongs to " + other.Phrase()
			}
			k.report(source, fmt.Sprintf("the coordinate of %s can't be called %s: that symbol %s", n.Pointed(), said.Text(), what), "choose another name")
			continue
		}
		k.names.take(said, n)
		name, by = said, n
	}
	return name, by != nil
}

// nameStands finds the symbol for where each further support stands.
func (k *kinematics) nameStands() {
	var unsaid []*graph.Element
	for _, n := range k.g.Nodes {
		switch {
		case !n.Kind.IsSupport() || !k.distances:
		case n.Place() != nil:
			k.names.stands[n] = n.Place()
		case n != k.of[n.ID].support: // rods say where it stands
		case n.Fixed() && n != k.of[n.ID].part.Origin && n.Domain != component.Rotation && k.reached(n):
			unsaid = append(unsaid, n)
		}
	}
	if len(unsaid) == 0 {
		return
	}
	letters := []string{component.PlaceSymbol, "D", "w"} // not d, which stands in ds/dt
	for i, s := range k.names.pick(letters, counted(len(unsaid))) {
		k.names.stands[unsaid[i]] = symbolic.NewSymbol(s)
	}
}

// reached reports whether a connector other than a sliding one leads to the node.
func (k *kinematics) reached(n *graph.Element) bool {
	return slices.ContainsFunc(k.g.Connectors(n), func(e *graph.Element) bool { return !e.Kind.Connector().Sliding })
}
