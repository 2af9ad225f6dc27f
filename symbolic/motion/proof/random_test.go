package proof

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// A generator writes random diagrams: bodies in a row, with supports at none, one or both ends, connectors of every kind
// between neighbours and across, friction, forces, weights, and settings. What it writes compiles; some of it has no
// equations of motion.
type generator struct {
	*rand.Rand
	rotation        bool
	axis            string // horizontal, vertical or a slope
	nodes           []string
	kind            map[string]string
	degree          map[string]int
	declared, wired []string
	linear          bool // leaves out nonlinear laws
}

// newGenerator is a generator whose diagrams depend on the seed alone.
func newGenerator(seed uint64) *generator {
	return &generator{Rand: rand.New(rand.NewPCG(seed, 2)), kind: map[string]string{}, degree: map[string]int{}}
}

func (g *generator) chance(percent int) bool { return g.IntN(100) < percent }

func (g *generator) pick(words ...string) string { return words[g.IntN(len(words))] }

// attributes writes attributes in brackets, empty ones apart.
func attributes(kind string, as ...string) string {
	as = slices.DeleteFunc(as, func(a string) bool { return a == "" })
	if len(as) == 0 {
		return kind
	}
	return kind + "[" + strings.Join(as, ", ") + "]"
}

// diagram writes a diagram.
func (g *generator) diagram() string {
	g.rotation = g.chance(20)
	g.axis = "horizontal"
	if !g.rotation {
		g.axis = g.pick("horizontal", "horizontal", "vertical", "30deg", "-45deg")
	}
	g.placeNodes()
	for i := 1; i < len(g.nodes); i++ {
		if g.chance(88) {
			g.wire(g.nodes[i-1], g.nodes[i])
		}
	}
	for range g.IntN(3) {
		if i, j := g.IntN(len(g.nodes)), g.IntN(len(g.nodes)); i+1 < j {
			g.connect(g.nodes[i], g.chain(1), g.nodes[j])
		}
	}
	for i, n := range g.nodes { // nobody hangs on nothing
		if g.degree[n] > 0 {
			continue
		}
		if i+1 < len(g.nodes) {
			g.connect(n, g.connector(), g.nodes[i+1])
		} else if i > 0 {
			g.connect(g.nodes[i-1], g.connector(), n)
		}
	}
	g.rub()
	g.act()
	g.Shuffle(len(g.declared), func(i, j int) { g.declared[i], g.declared[j] = g.declared[j], g.declared[i] })
	g.Shuffle(len(g.wired), func(i, j int) { g.wired[i], g.wired[j] = g.wired[j], g.wired[i] })
	parts := [][]string{g.declared, g.wired}
	if g.chance(50) {
		slices.Reverse(parts)
	}
	return g.settings() + "\n" + strings.Join(slices.Concat(parts...), "\n") + "\n"
}

func (g *generator) settings() string {
	s := []string{"origin=" + g.pick("wall", "natural", "equilibrium")}
	if g.chance(30) {
		s = append(s, "coordinates=relative")
	}
	if g.axis != "horizontal" {
		s = append(s, "axis="+g.axis)
	}
	if !g.rotation && g.chance(40) {
		s = append(s, g.pick("gravity", "gravity=g", "gravity=9.81"))
	}
	return attributes("diagram", s...)
}

// placeNodes puts one to six bodies in a row, and supports at its ends.
func (g *generator) placeNodes() {
	add := func(name, kind string, as ...string) {
		g.nodes = append(g.nodes, name)
		g.kind[name] = kind
		g.declared = append(g.declared, name+" = "+attributes(kind, as...))
	}
	support := func(name, fixed string) {
		switch {
		case g.chance(25):
			add(name, "base", g.pick("", "", "label=y_g", "y=Y*sin(omega*t)", "y=Y_0+Y*sin(omega*t)", "y=-y_g", "y=r*phi(t)"), g.positive(15))
		case fixed == "wall" || fixed == "ground":
			add(name, fixed, g.pick("", "", "x=x_"+strings.ToLower(name)))
		default:
			add(name, fixed)
		}
	}
	if g.chance(75) {
		first := "wall"
		if g.axis == "vertical" {
			first = g.pick("wall", "ceiling")
		}
		if first == "wall" { // which may be the one that all is measured from
			if g.chance(25) {
				add("L", "base", g.pick("", "", "label=y_l", "y=Y*cos(omega*t)", "y=y_l/2"), g.positive(15))
			} else {
				add("L", "wall")
			}
		} else {
			add("L", first)
		}
	}
	for i := range 1 + g.IntN(6) {
		kind, as := g.pick("mass", "mass", "trolley", "trolley", "trolley", "joint", "bar"), []string{g.positive(20)}
		if g.rotation {
			kind = "disc"
		}
		switch kind {
		case "mass", "trolley":
			as = append(as, g.pick("", "", "", "label=m", "m=2", "m=3*m/2", "m=0.25", "m=-m_0", "m=m_a-m_b"))
		case "disc":
			as = append(as, g.pick("", "", "", "label=J", "J=0.5*J", "J=-J_0"))
		}
		if g.chance(15) {
			as = append(as, fmt.Sprintf("x=q_%d", i+1))
		}
		add(fmt.Sprintf("N%d", i+1), kind, as...)
	}
	if g.chance(40) || len(g.nodes) == 1 {
		last := "wall" // a ground is below what it holds
		if g.axis == "vertical" {
			last = g.pick("wall", "ground")
		}
		support("R", last)
	}
}

// positive is a sense for a coordinate, more rarely than not.
func (g *generator) positive(percent int) string {
	if !g.chance(percent) {
		return ""
	}
	return "positive=" + g.direction()
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

func (g *generator) isSupport(n string) bool { return n == "L" || n == "R" }

// wire joins neighbours by one connector or a group of chains of them.
func (g *generator) wire(a, b string) {
	if g.chance(7) && !g.isSupport(b) && g.kind[a] != "base" {
		rod := "rod"
		if !g.rotation {
			rod = g.pick("rod", "rod[label=l]", "rod[L=2]")
		}
		g.connect(a, rod, b)
		return
	}
	if !g.chance(40) {
		g.connect(a, g.chain(1), b)
		return
	}
	chains := make([]string, 2+g.IntN(2))
	for i := range chains {
		chains[i] = g.chain(1)
	}
	g.connect(a, "("+strings.Join(chains, ", ")+")", b)
}

func (g *generator) connect(a, link, b string) {
	g.degree[a]++
	g.degree[b]++
	if g.chance(10) && link != "rod" { // against the order of the others, perhaps
		a, b = b, a
	}
	g.wired = append(g.wired, a+" - "+link+" - "+b)
}

// chain is one connector, or some in series.
func (g *generator) chain(least int) string {
	n := least
	if g.chance(15) {
		n += 1 + g.IntN(2)
	}
	links := make([]string, n)
	for i := range links {
		links[i] = g.connector()
	}
	return strings.Join(links, " - ")
}

func (g *generator) connector() string {
	switch p := g.IntN(100); {
	case p < 48:
		k3 := ""
		if !g.linear && g.chance(7) {
			k3 = "k3=k_c"
		}
		natural := ""
		if !g.rotation {
			natural = g.pick("", "", "", "L0=l_0", "L0=0")
		}
		return attributes("spring", g.pick("", "", "", "label=k", "k=85", "k=3*k/2", "k=0.1"), natural, k3)
	case p < 80:
		c2 := ""
		if !g.linear && g.chance(10) {
			c2 = "c2=c_q"
		}
		return attributes(g.pick("damper", "dashpot"), g.pick("", "", "label=c", "c=1/2"), c2)
	case p < 90:
		return attributes("inerter", g.pick("", "label=b", "b=3"))
	}
	return attributes("actuator", g.pick("", "label=u", "F=U_0*cos(Omega*t)", "F=-u", "F=K_a*i(t)", "constant"))
}

// rub puts bodies on a floor with friction, and lets some rub against each other.
func (g *generator) rub() {
	if g.chance(30) {
		floor := "wall"
		if !g.rotation {
			floor = g.pick("ground", "ground", "base[label=v]")
		}
		g.declared = append(g.declared, "floor = "+floor)
		for _, n := range g.nodes {
			if !g.isSupport(n) && g.chance(60) {
				g.slide(n, "floor")
			}
		}
		if !strings.Contains(strings.Join(g.wired, " "), "floor") {
			g.declared = g.declared[:len(g.declared)-1]
		}
	}
	if i, j := g.IntN(len(g.nodes)), g.IntN(len(g.nodes)); i < j && g.chance(20) && !(g.isSupport(g.nodes[i]) && g.isSupport(g.nodes[j])) {
		g.wired = append(g.wired, g.nodes[i]+" - "+attributes("friction", g.pick("", "viscous", "label=b_s"))+" - "+g.nodes[j])
	}
}

func (g *generator) slide(n, on string) {
	law := []string{g.pick("", "", "viscous", "label=b_f", "b=2/7")}
	if !g.linear && g.chance(30) {
		law = []string{g.pick("coulomb", "coulomb", "mu=mu_k", "N=N_0", "N=5"), "", ""}
		if law[0] == "coulomb" {
			law = []string{"coulomb", g.pick("", "mu=mu_k"), g.pick("", "N=N_0", "N=5")}
		}
		if g.rotation || g.kind[n] == "joint" || g.kind[n] == "bar" {
			law = []string{g.pick("coulomb", ""), g.pick("", "mu=mu_k"), "N=N_0"}
		}
	}
	f := attributes("friction", law...)
	if g.chance(50) {
		n, on = on, n
	}
	g.wired = append(g.wired, n+" - "+f+" - "+on)
}

// act puts forces or torques on some bodies, and weight on some.
func (g *generator) act() {
	for _, n := range g.nodes {
		if g.isSupport(n) || !g.chance(30) {
			continue
		}
		direction := ""
		if g.chance(50) {
			direction = g.direction()
		}
		action := ""
		if g.rotation {
			action = attributes("torque", direction, g.pick("", "label=M_t", "constant", "tau=tau_0*sin(omega*t)", "tau=K_t*i(t)", "tau=-M_t/3"))
		} else {
			action = attributes("force", direction, g.pick("", "", "label=P", "constant", "F=F_0*sin(Omega*t)", "F=F_1+F_0*sin(Omega*t)", "F=-2*P", "F=P_0+P(t)", "F=3"))
		}
		g.wired = append(g.wired, n+" - "+action)
	}
	for _, n := range g.nodes {
		if !g.rotation && (g.kind[n] == "mass" || g.kind[n] == "trolley") && g.chance(10) {
			g.wired = append(g.wired, n+" - "+attributes("gravity", g.pick("", "label=g_0")))
		}
	}
}
