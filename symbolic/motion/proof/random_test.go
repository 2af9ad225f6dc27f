package proof

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
)

// A generator writes random diagrams in all the ways in which an author may write one: chains from either end, in one
// statement or in several, through named joints and made ones, groups in groups, bodies on either side of a support,
// ranks, several parts, elements with names and without, declared before or after their use. What it writes compiles;
// some of it has no equations of motion.
type generator struct {
	*rand.Rand
	linear   bool // leaves out nonlinear laws
	rotation bool
	axis     string // horizontal, vertical or a slope
	nodes    []*randomNode
	names    map[string]int
	declared []string
	wired    []string
}

// A randomNode is a support or a body.
type randomNode struct {
	name, kind string
	attributes []string
	part       int
	degree     int // connectors other than friction
}

func (n *randomNode) isSupport() bool {
	return slices.Contains([]string{"wall", "ground", "ceiling", "base"}, n.kind)
}

// newGenerator is a generator whose diagrams depend on the seed alone.
func newGenerator(seed uint64) *generator {
	return &generator{Rand: rand.New(rand.NewPCG(seed, 2)), names: map[string]int{}}
}

func (g *generator) chance(percent int) bool { return g.IntN(100) < percent }

func (g *generator) pick(words ...string) string { return words[g.IntN(len(words))] }

// name is a new name that begins with the given letters.
func (g *generator) name(begins string) string {
	g.names[begins]++
	return fmt.Sprintf("%s%d", begins, g.names[begins])
}

// attributes writes attributes in brackets, empty ones apart.
func attributes(kind string, as ...string) string {
	as = slices.DeleteFunc(slices.Clone(as), func(a string) bool { return a == "" })
	if len(as) == 0 {
		return kind
	}
	return kind + "[" + strings.Join(as, ", ") + "]"
}

// diagram writes a diagram.
func (g *generator) diagram() string {
	g.rotation = g.chance(15)
	g.axis = g.pick("horizontal", "horizontal", "vertical", "vertical", "30deg", "-45deg")
	if g.rotation {
		g.axis = "horizontal"
	}
	for part := range 1 + g.IntN(8)/6 {
		g.connectPart(g.placeNodes(part))
	}
	g.rub()
	g.act()
	settings := g.settings()
	g.declare()
	return g.page(settings)
}

// placeNodes puts one to five bodies in a row, and supports at its ends or among them.
func (g *generator) placeNodes(part int) []*randomNode {
	var row []*randomNode
	for range 1 + g.IntN(5) {
		row = append(row, g.body())
	}
	if g.chance(80) {
		row = slices.Insert(row, 0, g.support("ceiling"))
	}
	if g.chance(30) || len(row) == 1 {
		row = append(row, g.support("ground"))
	}
	if g.chance(15) {
		row = slices.Insert(row, g.IntN(len(row)), g.support("wall"))
	}
	g.giveRanks(row)
	for _, n := range row {
		n.part = part
	}
	g.nodes = append(g.nodes, row...)
	return row
}

// giveRanks gives some nodes of a row ranks: in its order, or not.
func (g *generator) giveRanks(row []*randomNode) {
	how := g.IntN(100)
	for i, n := range row {
		rank := i
		switch {
		case n.kind == "ceiling":
			rank = -1
		case n.kind == "ground":
			rank = 9
		case how >= 30:
			rank = g.IntN(4)
		}
		if how < 30 && g.chance(40) || 30 <= how && how < 45 && g.chance(30) {
			n.attributes = append(n.attributes, fmt.Sprintf("at=%d", rank))
		}
	}
}

func (g *generator) body() *randomNode {
	n := &randomNode{kind: g.pick("mass", "mass", "block", "trolley", "cart", "joint", "bar"), attributes: []string{g.positive(15)}}
	if g.rotation {
		n.kind = "disc"
	}
	n.name = g.name("N")
	switch n.kind {
	case "joint", "bar":
	case "disc":
		n.attributes = append(n.attributes, g.pick("", "", "", "label=J", "J=0.5*J", "J=-J_0"))
	default:
		n.attributes = append(n.attributes, g.pick("", "", "", "label=m", "m=2", "m=3*m/2", "m=0.25", "m=-m_0", "m=-m_a-m_b"))
	}
	if g.chance(10) {
		n.attributes = append(n.attributes, "x=q_"+n.name[1:])
	}
	return n
}

// support is a support for a place where a vertical axis has one of the given kind.
func (g *generator) support(vertical string) *randomNode {
	n := &randomNode{kind: "wall", name: g.name("W")}
	switch {
	case g.chance(25):
		n.kind = "base"
		n.attributes = []string{g.pick("", "", "label=y_g", "y=Y*sin(omega*t)", "y=Y_0+Y*sin(omega*t)", "y=-y_g", "y=y_l/2", "y=r*phi(t)"), g.positive(15)}
		return n
	case g.axis == "vertical" && g.chance(60):
		n.kind = vertical
	case g.axis == "horizontal" && !g.rotation && g.chance(10):
		n.kind = "ground"
	}
	n.attributes = []string{g.pick("", "", "", "", "x=x_"+n.name)}
	return n
}

// positive is a sense for a coordinate, more rarely than not.
func (g *generator) positive(percent int) string {
	if !g.chance(percent) {
		return ""
	}
	return g.pick("", "positive=") + g.direction()
}

func (g *generator) direction() string {
	switch {
	case g.rotation:
		return g.pick("cw", "ccw")
	case g.axis == "vertical":
		return g.pick("up", "down")
	case g.axis == "horizontal":
		return g.pick("left", "right")
	}
	return g.pick("left", "right", "up", "down")
}

// connectPart connects the nodes of a row: neighbours, some of them in one statement, and some across.
func (g *generator) connectPart(row []*randomNode) {
	for i := 0; i+1 < len(row); {
		if g.chance(12) || row[i].isSupport() && row[i+1].isSupport() {
			i++
			continue
		}
		chain := []string{row[i].name}
		for more := true; more && i+1 < len(row); more = g.chance(35) && i+1 < len(row) && !(row[i].isSupport() && row[i+1].isSupport()) {
			chain = append(chain, g.between(row[i], row[i+1]), row[i+1].name)
			i++
		}
		g.write(chain)
	}
	for range g.IntN(3) {
		if i, j := g.IntN(len(row)), g.IntN(len(row)); i != j && !(row[i].isSupport() && row[j].isSupport()) {
			g.write([]string{row[i].name, g.between(row[i], row[j]), row[j].name})
		}
	}
	for _, n := range row { // nobody hangs on nothing
		if n.degree > 0 || len(row) == 1 {
			continue
		}
		others := slices.DeleteFunc(slices.Clone(row), func(o *randomNode) bool { return o == n || o.isSupport() && n.isSupport() })
		other := others[g.IntN(len(others))]
		g.write([]string{n.name, g.between(n, other), other.name})
	}
}

// between is a link between two nodes: a connector, some in series, or a group.
func (g *generator) between(a, b *randomNode) string {
	a.degree++
	b.degree++
	switch {
	case g.rotation && g.chance(8) && !a.isSupport() && !b.isSupport():
		return g.gear()
	case g.chance(6) && !(a.isSupport() && b.isSupport()):
		return g.rod()
	}
	return g.link(2)
}

func (g *generator) rod() string {
	if g.rotation {
		return "rod"
	}
	return g.pick("rod", "rod[label=l]", "rod[L=2]")
}

func (g *generator) gear() string {
	return attributes(g.pick("gear", "gear", "gearbox"), g.pick("", "radii", "ratio=n", "ratio=-3", "N1=20", "N1=12,N2=48", "r1=R_1"), g.pick("", "internal"))
}

// link is a connector, some in series, or a group of at most that many groups in each other.
func (g *generator) link(deep int) string {
	switch p := g.IntN(100); {
	case p < 20 && deep > 0:
		chains := make([]string, 2+g.IntN(2))
		for i := range chains {
			chains[i] = g.link(deep - 1)
		}
		return "(" + strings.Join(chains, ", ") + ")"
	case p < 35:
		links := make([]string, 2+g.IntN(2))
		for i := range links {
			links[i] = g.connector()
		}
		if deep > 0 && g.chance(20) {
			links[0] = "(" + links[0] + ", " + g.link(deep-1) + ")"
		}
		return strings.Join(links, " - ")
	}
	return g.connector()
}

func (g *generator) connector() string {
	written := g.anonymous()
	if !g.chance(25) {
		return written
	}
	name := g.name("C")
	g.declared = append(g.declared, name+" = "+written)
	return name
}

func (g *generator) anonymous() string {
	switch p := g.IntN(100); {
	case p < 48:
		k3, natural := "", ""
		if !g.linear && g.chance(5) {
			k3 = "k3=k_c"
		}
		if !g.rotation {
			natural = g.pick("", "", "", "L0=l_0", "L0=0")
		}
		return attributes("spring", g.pick("", "", "", "label=k", "k=85", "k=3*k/2", "k=0.1"), natural, k3)
	case p < 80:
		c2 := ""
		if !g.linear && g.chance(7) {
			c2 = "c2=c_q"
		}
		return attributes(g.pick("damper", "dashpot"), g.pick("", "", "label=c", "c=1/2"), c2)
	case p < 84 && !g.linear:
		natural := ""
		if !g.rotation {
			natural = g.pick("", "", "L0=l_0")
		}
		return attributes("stop", g.pick("", "label=k_s", "k=85"), g.pick("", "gap=d_0", "gap=0", "gap=1/2"), natural, g.pick("", "bumper"))
	case p < 91:
		return attributes("inerter", g.pick("", "label=b", "b=3"))
	}
	return attributes("actuator", g.pick("", "label=u", "F=U_0*cos(Omega*t)", "F=-u", "F=K_a*i(t)", "constant"))
}

// write writes a chain as statements: from either end, whole or cut at a joint in series that so gets a name.
func (g *generator) write(chain []string) {
	if g.chance(35) {
		chain = backwards(chain)
	}
	var statements []string
	from := 0
	for i := 1; i+1 < len(chain); i += 2 {
		cut := strings.Index(chain[i], " - ")
		if cut < 0 || strings.ContainsAny(chain[i], "()") || !g.chance(50) {
			continue
		}
		joint := g.name("P")
		g.nodes = append(g.nodes, &randomNode{name: joint, kind: "joint", attributes: []string{g.pick("", "", "", "", "at=1", "at=3")}})
		head := strings.Join(append(slices.Clone(chain[from:i]), chain[i][:cut], joint), " - ")
		chain[i-1], chain[i] = joint, chain[i][cut+3:]
		from = i - 1
		if g.chance(40) { // in one statement, but through a joint with a name
			chain[i-1] = head
			continue
		}
		statements = append(statements, head)
	}
	statements = append(statements, strings.Join(chain[from:], " - "))
	for _, s := range statements {
		if g.chance(15) && !strings.Contains(s, "(") {
			s = strings.Join(backwards(strings.Split(s, " - ")), " - ")
		}
		g.wired = append(g.wired, s)
	}
}

func backwards(chain []string) []string {
	chain = slices.Clone(chain)
	slices.Reverse(chain)
	return chain
}

// rub puts bodies on a floor with friction, and lets some rub against each other.
func (g *generator) rub() {
	bodies := slices.DeleteFunc(slices.Clone(g.nodes), (*randomNode).isSupport)
	if g.chance(25) {
		floor := &randomNode{name: "floor", kind: "wall", part: -1}
		if g.chance(30) {
			floor.kind, floor.attributes = "base", []string{"label=v"}
		} else if !g.rotation && g.axis != "vertical" {
			floor.kind = "ground"
		}
		rubs := false
		for _, n := range bodies {
			if g.chance(40) && n.part == bodies[0].part {
				g.slide(n, floor.name)
				rubs = true
			}
		}
		if rubs {
			g.nodes = append(g.nodes, floor)
		}
	}
	if i, j := g.IntN(len(bodies)), g.IntN(len(bodies)); i != j && g.chance(20) {
		g.wired = append(g.wired, bodies[i].name+" - "+attributes("friction", g.pick("", "viscous", "label=b_s"))+" - "+bodies[j].name)
	}
}

func (g *generator) slide(n *randomNode, on string) {
	law := []string{g.pick("", "", "viscous", "label=b_f", "b=2/7")}
	if !g.linear && g.chance(30) {
		law = []string{g.pick("coulomb", "coulomb", "mu=mu_k", "N=N_0", "N=5")}
		if law[0] == "coulomb" {
			law = append(law, g.pick("", "mu=mu_k"), g.pick("", "N=N_0", "N=5"))
		}
		if g.rotation || n.kind == "joint" || n.kind == "bar" {
			law = []string{g.pick("coulomb", ""), g.pick("", "mu=mu_k"), "N=N_0"}
		}
	}
	chain := []string{n.name, attributes("friction", law...), on}
	if g.chance(50) {
		chain = backwards(chain)
	}
	g.wired = append(g.wired, strings.Join(chain, " - "))
}

// act puts forces or torques on some bodies, and weight on some.
func (g *generator) act() {
	for _, n := range g.nodes {
		if n.isSupport() {
			continue
		}
		if g.chance(25) {
			direction, action := "", ""
			if g.chance(50) {
				direction = g.direction()
			}
			if g.rotation {
				action = attributes("torque", direction, g.pick("", "label=M_t", "constant", "tau=tau_0*sin(omega*t)", "tau=K_t*i(t)", "tau=-M_t/3"))
			} else {
				action = attributes("force", direction, g.pick("", "", "label=P", "constant", "F=F_0*sin(Omega*t)", "F=F_1+F_0*sin(Omega*t)", "F=-2*P", "F=P_0+P(t)", "F=3"))
			}
			g.apply(n, action)
		}
		if n.kind != "joint" && n.kind != "bar" && !g.rotation && g.chance(10) {
			g.apply(n, attributes("gravity", g.pick("", "label=g_0")))
		}
	}
}

// apply has an action act on a node: in a statement of its own, or at the end of one.
func (g *generator) apply(n *randomNode, action string) {
	for i, s := range g.wired {
		if g.chance(50) && strings.HasSuffix(s, " - "+n.name) {
			g.wired[i] = s + " - " + action
			return
		}
	}
	chain := []string{n.name, action}
	if g.chance(30) {
		chain = backwards(chain)
	}
	g.wired = append(g.wired, strings.Join(chain, " - "))
}

func (g *generator) settings() string {
	s := []string{"origin=" + g.pick("wall", "wall", "natural", "equilibrium")}
	if g.chance(30) {
		s = append(s, "coordinates=relative")
	}
	if g.axis == "vertical" {
		s = append(s, g.sayVertical())
	} else if g.axis != "horizontal" || slices.ContainsFunc(g.nodes, func(n *randomNode) bool { return n.kind == "ground" }) {
		s = append(s, "axis="+g.axis)
	}
	if !g.rotation && g.chance(40) {
		s = append(s, g.pick("gravity", "gravity=g", "gravity=9.81"))
	}
	return attributes("diagram", s...)
}

// sayVertical says that the axis is vertical: as a setting, or by walls' marks, or not at all where an element says so.
func (g *generator) sayVertical() string {
	says := false
	walls := slices.DeleteFunc(slices.Clone(g.nodes), func(n *randomNode) bool { return n.kind != "wall" || n.degree == 0 })
	for _, n := range g.nodes {
		says = says || n.degree > 0 && (n.kind == "ceiling" || n.kind == "ground" && len(walls) == 0)
	}
	switch {
	case says && len(walls) == 0 && g.chance(70):
		return ""
	case len(walls) > 0 && g.chance(40):
		for _, w := range walls {
			w.attributes = append(w.attributes, "horizontal")
		}
		return ""
	}
	return "axis=vertical"
}

// declare gives the nodes their declarations, or writes one that is used once where it is used.
func (g *generator) declare() {
	for _, n := range g.nodes {
		written := attributes(n.kind, n.attributes...)
		word := regexp.MustCompile(`\b` + n.name + `\b`)
		uses := 0
		for _, s := range g.wired {
			uses += len(word.FindAllString(s, -1))
		}
		if uses == 1 && g.chance(50) {
			for i, s := range g.wired {
				g.wired[i] = word.ReplaceAllLiteralString(s, written)
			}
			continue
		}
		g.declared = append(g.declared, n.name+" = "+written)
	}
}

// page puts the statements in an order, one a line or more, with a comment here and there.
func (g *generator) page(settings string) string {
	g.Shuffle(len(g.declared), func(i, j int) { g.declared[i], g.declared[j] = g.declared[j], g.declared[i] })
	g.Shuffle(len(g.wired), func(i, j int) { g.wired[i], g.wired[j] = g.wired[j], g.wired[i] })
	statements := slices.Concat([]string{settings}, g.declared, g.wired)
	switch g.IntN(4) {
	case 0:
		statements = slices.Concat(g.wired, []string{settings}, g.declared)
	case 1:
		g.Shuffle(len(statements), func(i, j int) { statements[i], statements[j] = statements[j], statements[i] })
	}
	var b strings.Builder
	for _, s := range statements {
		if g.chance(5) {
			s = strings.Replace(s, " - ", " -- ", 1)
		}
		b.WriteString(s + g.pick("\n", "\n", "\n", "\n", "\n", "; ", " # so\n"))
	}
	return strings.TrimSuffix(b.String(), "; ") + "\n"
}
