package motion_test

import (
	"fmt"
	"strings"

	"pgregory.net/rapid"
)

// wish is what a random diagram may hold.
type wish struct {
	linear    bool // no cubic springs, quadratic dampers, dry friction
	free      bool // no supports
	pointed   bool // every force says where it points
	noRods    bool
	origins   []string
	coords    []string
	maxBodies int
}

// diagramSource draws a diagram: bodies in a row with connectors from left to right, among them parallel ones and ones
// that skip bodies, up to two walls and a base, forces, actuators, rods, joints, gravity, senses, and settings.
func diagramSource(t *rapid.T, w wish) string {
	var b strings.Builder
	n := rapid.IntRange(1, max(1, w.maxBodies)).Draw(t, "bodies")
	if w.free {
		n = max(n, 2)
	}
	axis := rapid.SampledFrom([]string{"horizontal", "vertical", "30deg", "alpha"}).Draw(t, "axis")
	senses := []string{"left", "right"}
	if axis == "vertical" {
		senses = []string{"up", "down"}
	}
	settings := []string{
		"axis=" + axis,
		"origin=" + rapid.SampledFrom(w.origins).Draw(t, "origin"),
		"coordinates=" + rapid.SampledFrom(w.coords).Draw(t, "coordinates"),
	}
	if rapid.Bool().Draw(t, "gravity") {
		settings = append(settings, "gravity")
	}
	fmt.Fprintf(&b, "diagram[%s]\n", strings.Join(settings, ", "))
	withRods := !w.noRods && rapid.Bool().Draw(t, "with rods") // what they hold has one sense, so none is said then
	var nodes []string
	if !w.free {
		b.WriteString("W = wall\n")
		nodes = append(nodes, "W")
		if rapid.Bool().Draw(t, "has base") {
			fmt.Fprintf(&b, "Y = base[positive=%s]\n", rapid.SampledFrom(senses).Draw(t, "base's sense"))
			nodes = append(nodes, "Y")
		}
	}
	first := len(nodes)
	for i := range n {
		kind := rapid.SampledFrom([]string{"mass", "mass", "mass", "trolley", "joint"}).Draw(t, "kind")
		var attributes []string
		if !withRods && rapid.IntRange(0, 3).Draw(t, "said") == 0 {
			attributes = append(attributes, "positive="+rapid.SampledFrom(senses).Draw(t, "sense"))
		}
		if kind != "joint" && rapid.IntRange(0, 2).Draw(t, "mass said") == 0 {
			attributes = append(attributes, "m="+rapid.SampledFrom([]string{"-2", "-m_0", "m_0-m_9", "-m_0+m_9", "-m_0-m_9", "3"}).Draw(t, "mass"))
		}
		fmt.Fprintf(&b, "B%d = %s[%s]\n", i, kind, strings.Join(attributes, ", "))
		nodes = append(nodes, fmt.Sprintf("B%d", i))
	}
	if !w.free && rapid.Bool().Draw(t, "second wall") {
		b.WriteString("V = wall\n")
		nodes = append(nodes, "V")
	}
	connectors := []string{"spring", "spring", "damper", "spring[k=2, L0=0.5]", "inerter", "(spring, damper)", "actuator"}
	connectors = append(connectors, "spring[k=-k_0]", "spring[k=k_8-k_9]", "damper[c=-c_0-c_9]", "inerter[b=-b_0]", "actuator[F=-F_0, constant]")
	if !w.linear {
		connectors = append(connectors, "spring[k3=k_c]", "damper[c2=c_q]", "damper[c2=-c_q]", "stop", "stop[gap=d_0, k=k_9]", "stop[gap=0]")
	}
	if withRods {
		connectors = append(connectors, "rod")
	}
	rods := map[string]bool{} // bodies that a rod already holds from the left: a second rod would be one too many
	connect := func(i, j int) {
		c := rapid.SampledFrom(connectors).Draw(t, "connector")
		if c == "rod" {
			if rods[nodes[j]] || j-i != 1 || nodes[j] == "V" || nodes[i] == "W" || nodes[i] == "Y" {
				c = "spring"
			}
			rods[nodes[j]] = true
		}
		if c != "rod" && rapid.IntRange(0, 9).Draw(t, "backwards") == 0 {
			i, j = j, i
		}
		fmt.Fprintf(&b, "%s - %s - %s\n", nodes[i], c, nodes[j])
	}
	// Every body hangs on something before it or, the first, on what comes after it.
	for j := max(first, 1); j < len(nodes); j++ {
		i := j - 1 - rapid.IntRange(0, min(j-1, 2)).Draw(t, "back")
		if nodes[j] == "V" {
			i = max(i, first)
		}
		connect(i, j)
	}
	for range rapid.IntRange(0, n).Draw(t, "more") {
		i := rapid.IntRange(0, len(nodes)-2).Draw(t, "from")
		j := rapid.IntRange(max(i+1, first), len(nodes)-1).Draw(t, "to")
		if j > i && !(i < first && nodes[j] == "V") {
			connect(i, j)
		}
	}
	for i := range rapid.IntRange(0, 2).Draw(t, "forces") {
		on := rapid.IntRange(0, n-1).Draw(t, "on")
		var attributes []string
		if w.pointed || rapid.Bool().Draw(t, "points") {
			attributes = append(attributes, rapid.SampledFrom(senses).Draw(t, "direction"))
		}
		if rapid.Bool().Draw(t, "constant") {
			attributes = append(attributes, "constant")
		}
		fmt.Fprintf(&b, "F%d = force[%s]\nB%d - F%d\n", i, strings.Join(attributes, ", "), on, i)
	}
	if !w.linear && axis == "horizontal" && rapid.Bool().Draw(t, "friction") {
		b.WriteString("G = ground\n")
		for i := range n {
			if strings.Contains(b.String(), fmt.Sprintf("B%d = mass", i)) && rapid.Bool().Draw(t, "slides") {
				fmt.Fprintf(&b, "B%d - friction[%s] - G\n", i, rapid.SampledFrom([]string{"coulomb", "viscous"}).Draw(t, "friction law"))
			}
		}
		if !strings.Contains(b.String(), "- G") {
			b.WriteString("B0 - friction - G\n")
		}
	}
	return b.String()
}
