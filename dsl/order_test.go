package dsl_test

import (
	"fmt"
	"strings"
	"testing"

	"diagram/dsl"
	"diagram/dsl/graph"
)

// orderOf lists the connectors along the axis with their ends: first<last.
func orderOf(g *graph.Graph) string {
	var all []string
	for _, e := range g.Edges {
		if !e.OnFloor() {
			all = append(all, e.From.Name+"<"+e.To.Name)
		}
	}
	return strings.Join(all, " ")
}

// sidesOf lists the side of each node that has one.
func sidesOf(g *graph.Graph) string {
	var all []string
	for _, n := range g.Nodes {
		if s := g.Side(n); s != 0 {
			all = append(all, fmt.Sprintf("%s%+d", n.Name, s))
		}
	}
	return strings.Join(all, " ")
}

func TestOrderAlongTheAxis(t *testing.T) {
	for _, test := range []struct{ name, src, order, sides string }{
		{"as written", "W = wall; T = mass; W - spring - T", "W<T", "T+1"},
		{"towards the support", "W = wall; T = mass; T - spring - W", "T<W", "T-1"},
		{"series turned round as a whole", "W = wall; T = mass; W - spring - T; T - spring - damper - W", "W<T joint1<T W<joint1", "T+1 joint1+1"},
		{"series through a named joint", "W = wall; T = mass; J = joint; W - spring - T; T - spring - J; J - damper - W", "W<T J<T W<J", "T+1 J+1"},
		{"a group in a group", "W = wall; T = mass; W - spring - T; T - (spring - (spring, damper) - spring, damper) - W",
			"W<T joint1<T joint2<joint1 joint2<joint1 W<joint2 W<T", "T+1 joint1+1 joint2+1"},
		{"a joint where three meet stands by itself", "W = wall; T = mass; J = joint; W - spring - T; T - spring - J; J - damper - W; J - damper - T",
			"W<T T<J W<J T<J", "T+1 J+1"},
		{"a joint on which a force acts", "W = wall; T = mass; J = joint; W - spring - T; T - spring - J - damper - W; J - force", "W<T J<T W<J", "T+1 J+1"},
		{"a body beside its support", "W = wall; A = mass; B = mass; A - spring - W; A - spring - B", "A<W A<B", "A-1 B-1"},
		{"the same, turned", "W = wall; A = mass; B = mass; W - spring - A; B - spring - A", "W<A B<A", "A+1 B+1"},
		{"a group that ends at a joint", "W = wall; A = joint; B = mass; W - spring - A; A - spring - B; B - damper - (spring, spring) - A", "W<A A<B joint1<B A<joint1 A<joint1", "A+1 B+1 joint1+1"},
		{"a bridge of joints", "A = mass; B = mass; P = joint; Q = joint; A - rod - B; B - spring - P - spring - A; B - spring - Q - spring - A; P - damper - Q", "A<B P<B A<P Q<B A<Q Q<P", ""},
		{"a rank within a ring", "A = mass; P = joint[at=1]; N = joint; A - spring - P - damper - N; N - spring - A", "A<P P<N A<N", ""},
		{"ranks over another part", "diagram[axis=horizontal]; N = mass[at=0]; W = wall[at=2]; P = mass[at=1]; F = ground; A = mass; N - spring - A; W - spring - A; P - friction - F; A - friction - F", "N<A W<A", "N-1 A+1"},
		{"on both sides of the wall", "W = wall; A = mass; B = mass; C = mass; D = mass; A - spring - W - spring - B; A - spring - C; D - spring - B",
			"A<W W<B A<C D<B", "A-1 B+1 C-1 D+1"},
		{"friction orders bodies", "A = mass; B = mass; B - spring - wall; wall - spring - A; A - friction - B", "B<wall1 wall2<A A<B", "A-1 B-1 wall2-1"},
		{"friction on a support doesn't", "G = ground; A = mass; W = wall; G - friction - A; W - spring - A", "W<A", "A+1"},
		{"two walls on one side", "V = wall; W = wall; A = mass; A - spring - V; A - spring - W", "A<V A<W", "W-1 A-1"},
		{"ranks", "W = wall[at=2]; T = mass[at=1]; W - spring - T", "T<W", "T-1"},
		{"one rank says nothing", "W = wall[at=2]; T = mass; W - spring - T", "W<T", "T+1"},
		{"ranks at a run's ends", "W = wall[at=1]; T = mass[at=2]; T - actuator - damper - W", "joint1<T W<joint1", "T+1 joint1+1"},
		{"ranks within a run", "W = wall; T = mass[at=2]; J = joint[at=1]; T - spring - J - damper - W", "J<T W<J", "T+1 J+1"},
		{"ranks that rise and fall", "A = mass[at=1]; J = joint[at=3]; B = mass[at=2]; A - spring - J - damper - B; wall - spring - A", "A<J B<J wall1<A", "A+1 J+1 B+1"},
		{"ranks of nodes that nothing joins", "W = wall; A = mass[at=2]; B = mass[at=1]; W - spring - A; W - spring - B; A - damper - B", "W<A W<B B<A", "A+1 B+1"},
		{"ranks before text", "A = mass[at=1]; B = mass; C = mass[at=2]; C - spring - B; B - spring - A; wall - spring - A", "C<B A<B wall1<A", "A+1 B+1 C+1"},
		{"a run that fits neither way", "V = wall; W = wall; U = wall[at=1]; J = joint[at=2]; V - spring - W; W - spring - U; V - spring - J - damper - W", "V<W W<U V<J W<J", "W+1 U+1 J+1"},
		{"a run that fits neither way, written backwards", "V = wall; W = wall; U = wall[at=1]; J = joint[at=2]; V - spring - W; W - spring - U; W - damper - J - spring - V", "V<W W<U W<J V<J", "W+1 U+1 J+1"},
		{"a run that comes back", "A = mass; A - spring - damper - A; wall - spring - A", "A<joint1 A<joint1 wall1<A", "A+1 joint1+1"},
		{"a ring of bodies", "A = mass; B = mass; C = mass; A - spring - B; B - spring - C; C - spring - A", "A<B B<C A<C", ""},
		{"a ring of joints", "A = joint; B = joint; C = joint; A - spring - B; B - spring - C; C - spring - A; wall - spring - A", "A<B B<C A<C wall1<A", "A+1 B+1 C+1"},
		{"two parts", "A = mass; B = mass; wall - spring - A; B - spring - wall", "wall1<A B<wall2", "A+1 B-1"},

		{"on the ground", "A = mass; A - spring - ground", "A<ground1", "A-1"},
		{"from the ground up", "G = ground; A = mass; B = mass; G - spring - A - spring - B", "A<G B<A", "A-1 B-1"},
		{"from the ground up in two lines", "G = ground; A = mass; B = mass; G - spring - A; A - spring - damper - B", "A<G joint1<A B<joint1", "A-1 B-1 joint1-1"},
		{"from the ceiling down", "C = ceiling; A = mass; B = mass; C - spring - A - spring - B", "C<A A<B", "A+1 B+1"},
		{"up to the ceiling", "C = ceiling; A = mass; B = mass; B - spring - A - spring - C", "A<B C<A", "A+1 B+1"},
		{"between ground and ceiling, upwards", "G = ground; C = ceiling; A = mass; G - spring - A - spring - C", "A<G C<A", "C-1 A-1"},
		{"between two grounds", "A = mass; ground - spring - A - spring - ground", "A<ground1 A<ground2", "A-1 ground2-1"},
		{"the first line with a support decides", "G = ground; C = ceiling; A = mass; B = mass; G - spring - A; A - spring - B; C - spring - B", "A<G B<A C<B", "C-1 A-1 B-1"},
		{"and so from above", "G = ground; C = ceiling; A = mass; B = mass; C - spring - A; A - spring - B; G - spring - B", "C<A A<B B<G", "G+1 A+1 B+1"},
		{"a ceiling above a wall in the middle", "W = wall[horizontal]; A = mass; B = mass; C = mass; B - spring - W - spring - C; A - spring - ceiling; A - damper - B", "W<B C<W ceiling1<A B<A", "A+1 B+1 C-1 ceiling1-1"},
		{"the ground in the middle", "A = mass; B = mass; G = ground; A - spring - G - spring - B", "A<G B<G", "A-1 B-1"},
	} {
		t.Run(test.name, func(t *testing.T) {
			g := mustCompile(t, test.src)
			if got := orderOf(g); got != test.order {
				t.Errorf("order\n%s, want\n%s", got, test.order)
			}
			if got := sidesOf(g); got != test.sides {
				t.Errorf("sides %s, want %s", got, test.sides)
			}
		})
	}
}

func mustCompile(t *testing.T, src string) *graph.Graph {
	t.Helper()
	g, problems := dsl.Compile("x.dg", []byte(src))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	return g
}
