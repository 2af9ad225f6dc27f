package motion_test

import (
	"fmt"
	"strings"
	"testing"

	"diagram/symbolic"
	"diagram/symbolic/motion"
	"diagram/symbolic/read"

	"github.com/google/go-cmp/cmp"
)

func TestNormalized(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{
			// s̈ + (λ/m) ṡ + (k/m)(s − L₀) = F/m; λ/m = 2ζω_n.
			"driven", "wall - (spring, damper) - mass - force",
			"d²s/dt² + 2ζωₙ ds/dt + ωₙ²(s − s_eq) = F/m\nωₙ = √(k/m)\nζ = λ/(2√(km))\nω_d = ωₙ√(1 − ζ²)\ns_eq = L₀\n" +
				"underdamped (it oscillates at ω_d and dies away) while ζ < 1, that is λ < 2√(km); critically damped at ζ = 1; overdamped (it creeps back) beyond",
		},
		{
			// What comes in through the same spring and damper has the same coefficients.
			"base", "diagram[origin=natural]; base - (spring, damper) - mass",
			"d²x/dt² + 2ζωₙ dx/dt + ωₙ²x = 2ζωₙ dy/dt + ωₙ²y\nωₙ = √(k/m)\nζ = λ/(2√(km))\nω_d = ωₙ√(1 − ζ²)\n" +
				"underdamped (it oscillates at ω_d and dies away) while ζ < 1, that is λ < 2√(km); critically damped at ζ = 1; overdamped (it creeps back) beyond",
		},
		{
			"hanging, undamped", "diagram[gravity]; ceiling - spring - mass",
			"d²s/dt² + ωₙ²(s − s_eq) = 0\nωₙ = √(k/m)\ns_eq = L₀ + mg/k\nundamped: it oscillates at ωₙ for ever",
		},
		{
			// ζ = 8/(2√(8·2)) = 1 exactly.
			"critical", "m = 2 kg; k = 8 N/m; lambda = 8 N s/m; diagram[origin=natural]; wall - (spring, damper) - mass",
			"d²x/dt² + 2ζωₙ dx/dt + ωₙ²x = 0\nωₙ = √(k/m)\nζ = λ/(2√(km))\n" +
				"critically damped: ζ = 1, it returns as fast as it can without overshooting",
		},
		{
			"numbers, overdamped", "diagram[origin=natural]; wall - (spring[k=1], damper[c=3]) - mass[m=1]",
			"d²x/dt² + 2ζωₙ dx/dt + ωₙ²x = 0\nωₙ = 1\nζ = 3/2\noverdamped: ζ > 1, it creeps back without oscillating",
		},
		{
			"underdamped disc", "wall - (spring[k=1], damper[c=0.1]) - disc[J=1]",
			"d²θ/dt² + 2ζωₙ dθ/dt + ωₙ²θ = 0\nωₙ = 1\nζ = 0.05\nω_d = ωₙ√(1 − ζ²)\nunderdamped: ζ < 1, it oscillates at ω_d and dies away",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			n, diags := modelOf(t, tt.src+"\n").Normalized()
			if diags != nil {
				t.Fatal(diags)
			}
			got := fmt.Sprintf("%v = %v\n", n.Left, n.Right)
			for _, d := range n.Where {
				got += fmt.Sprintf("%v = %v\n", d.Symbol, d.Value)
			}
			if diff := cmp.Diff(tt.want, got+n.Words.String()); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// The normalized equation times the inertia is the equation itself.
func TestNormalizedIsTheEquation(t *testing.T) {
	for _, src := range []string{
		"wall - (spring, damper) - mass - force",
		"diagram[gravity]; ceiling - (spring, damper, inerter) - mass - force[up]",
		"base - (spring, damper) - mass - (spring, damper) - base",
		"wall - (spring[k=2], damper[c=0.3]) - mass",
	} {
		m := modelOf(t, src+"\n")
		n, diags := m.Normalized()
		if diags != nil {
			t.Fatal(diags)
		}
		mat, _ := m.Matrices()
		var pairs []symbolic.Pair
		for _, d := range n.Where {
			pairs = append(pairs, symbolic.Pair{From: d.Symbol, To: d.Value})
		}
		got := symbolic.Mul(mat.M.At(0, 0), symbolic.Sub(symbolic.Substitute(n.Left, pairs...), symbolic.Substitute(n.Right, pairs...)))
		eqs, _ := m.Arrange(motion.StandardForm)
		if !same(t, got, eqs[0].Residual()) {
			t.Errorf("%s: %v, want %v", src, got, eqs[0].Residual())
		}
	}
}

func TestEliminate(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{
			// Both springs bear the same force: k₁e₁ = k₂e₂ with e₁+e₂ = s−L₁−L₂.
			"springs in series", "wall - spring - spring - trolley",
			"m d²s/dt² + (k₁k₂/(k₁ + k₂))(s − L₁ − L₂) = 0\n",
		},
		{
			// F = kx₁ = λ(ẋ − ẋ₁): λkẋ = λḞ + kF (Findley, Lai & Onaran, Creep and Relaxation, chapter 5).
			"Maxwell", "diagram[origin=natural]; wall - spring - damper - bar - force",
			"kλ dx/dt = λ dF/dt + kF\n",
		},
		{
			"Kelvin–Voigt", "diagram[origin=natural]; wall - (spring, damper) - bar - force",
			"λ dx/dt + kx = F\n",
		},
		{
			// k₁ parallel to the Maxwell element (k₂, λ): F = k₁x + k₂x₂, with λ(ẋ−ẋ₂) = k₂x₂.
			"standard linear solid, Maxwell form", "diagram[origin=natural]; wall - (spring, spring - damper) - bar - force",
			"λ(k₁ + k₂) dx/dt + k₁k₂x = λ dF/dt + k₂F\n",
		},
		{
			// Kelvin element (k₁, λ) and k₂ in series.
			"standard linear solid, Kelvin form", "diagram[origin=natural]; wall - (spring, damper) - spring - bar - force",
			"k₂λ dx/dt + k₁k₂x = λ dF/dt + (k₁ + k₂)F\n",
		},
		{
			// Strains of k₁, λ₁ and the Kelvin element add up: F/k₁ + F/(λ₁D) + F/(k₂+λ₂D) = x.
			"Burgers", "diagram[origin=natural]; wall - spring - damper - (spring, damper) - bar - force",
			"k₁λ₁λ₂ d²x/dt² + k₁k₂λ₁ dx/dt = λ₁λ₂ d²F/dt² + (k₁λ₁ + k₁λ₂ + k₂λ₁) dF/dt + k₁k₂F\n",
		},
		{
			// (k+λD)(mẍ − F) + kλẋ = 0.
			"a mass on a Maxwell element", "diagram[origin=natural]; wall - spring - damper - mass - force",
			"λm d³x/dt³ + km d²x/dt² + kλ dx/dt = λ dF/dt + kF\n",
		},
		{
			"a driven joint", "diagram[origin=natural]; J = joint; wall - spring - mass - spring - J - force",
			"m d²x/dt² + k₁x = F\n",
		},
		{
			"what has no joint stays", "wall - (spring[k3=k_3], spring - spring) - mass",
			"m d²s/dt² + k₁(s − L₁) + k₃(s − L₁)³ + (k₂k₄/(k₂ + k₄))(s − L₂ − L₃) = 0\n",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m, diags := modelOf(t, tt.src+"\n").Eliminate()
			if diags != nil {
				t.Fatal(diags)
			}
			eqs, diags := m.Arrange(motion.StandardForm)
			if diags != nil {
				t.Fatal(diags)
			}
			if diff := cmp.Diff(tt.want, written(eqs)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestEnergy(t *testing.T) {
	// A mass hangs on a spring and a damper; V counts the weight's potential −mgs, since s counts downwards.
	energy, diags := modelOf(t, "ceiling - (spring, damper) - mass - (gravity, force[down])\n").Energy()
	if diags != nil {
		t.Fatal(diags)
	}
	got := fmt.Sprintf("T = %s\nV = %s\nD = %s\nQ = %s\n%v", side(energy.T), side(energy.V), side(energy.D), side(energy.Q[0]), energy.Lagrange()[0])
	want := "T = (1/2)m(ds/dt)²\nV = (1/2)k(s − L₀)² − mgs\nD = (1/2)λ(ds/dt)²\nQ = F\nm d²s/dt² + k(s − L₀) − mg + λ ds/dt − F"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestStaticOffset(t *testing.T) {
	tests := []struct{ src, want string }{
		{"diagram[gravity]; ceiling - spring - mass", "s = L₀ + mg/k"},
		{"diagram[gravity, origin=equilibrium]; ceiling - spring - mass", "x = mg/k"},
		{"diagram[gravity, origin=natural, axis=vertical]; mass - spring - ground", "x = −mg/k"},
		{"diagram[gravity, origin=natural, axis=30deg]; mass - spring - wall", "x = −mg/(2k)"},
		{"diagram[gravity]; ceiling - spring - mass - spring - mass", "s₁ = L₁ + (m₁ + m₂)g/k₁"},
		{"diagram[gravity, origin=natural]; ceiling - (spring, spring) - mass", "x = mg/(k₁ + k₂)"},
		{"diagram[gravity, axis=20deg]; wall - spring - mass - spring - wall", "s = (k₁L₁ − mg sin 20° − k₂L₂ + k₂ℓ)/(k₁ + k₂)"},
		{"wall - spring - mass - spring - wall", "s = (k₁L₁ − k₂L₂ + k₂ℓ)/(k₁ + k₂)"},
	}
	for _, tt := range tests {
		rest, diags := modelOf(t, tt.src+"\n").StaticOffset()
		if diags != nil {
			t.Fatal(diags)
		}
		if got := fmt.Sprintf("%v = %v", rest[0].Symbol, rest[0].Value); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.src, got, tt.want)
		}
	}
}

// From equilibrium x is 0 at rest, so what is printed is another symbol, which nothing else has.
func TestAtRestFromEquilibrium(t *testing.T) {
	for src, want := range map[string]string{
		"diagram[gravity, origin=equilibrium]; ceiling - spring - mass":            "x_eq = mg/k, how far the place of rest is from where the springs are unstretched",
		"diagram[gravity, origin=equilibrium]; ceiling - spring[k=x_eq] - mass":    "x_st = mg/x_eq, how far the place of rest is from where the springs are unstretched",
		"diagram[gravity, origin=natural, axis=vertical]; ceiling - spring - mass": "x = mg/k, at rest",
	} {
		rest, diags := modelOf(t, src+"\n").AtRest()
		if diags != nil {
			t.Fatal(diags)
		}
		if got := fmt.Sprintf("%v = %v, %s", rest[0].Symbol, rest[0].Value, rest[0].Remark); got != want {
			t.Errorf("%s: %s, want %s", src, got, want)
		}
	}
}

// Two springs in series are stretched by mg(k₁+k₂)/(k₁k₂).
func TestStaticOffsetWithoutJoints(t *testing.T) {
	m, diags := modelOf(t, "diagram[gravity, origin=equilibrium]; ceiling - spring - spring - mass\n").Eliminate()
	if diags != nil {
		t.Fatal(diags)
	}
	rest, diags := m.StaticOffset()
	if diags != nil || len(rest) != 1 {
		t.Fatal(rest, diags)
	}
	want := symbolic.Add(symbolic.Div(parsed(t, "m*g"), parsed(t, "k_1")), symbolic.Div(parsed(t, "m*g"), parsed(t, "k_2")))
	if !symbolic.Equivalent(rest[0].Value, want) {
		t.Errorf("%v, want %v", rest[0].Value, want)
	}
}

func parsed(t *testing.T, src string) symbolic.Expr {
	t.Helper()
	e, err := read.Expr(src)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestStateSpace(t *testing.T) {
	ss, diags := modelOf(t, "diagram[origin=natural]; wall - (spring, damper) - mass - force\n").StateSpace()
	if diags != nil {
		t.Fatal(diags)
	}
	got := fmt.Sprintf("%v %v %s %s %v", ss.State, ss.Inputs, ss.A.Text(symbolic.Style{}), ss.B.Text(symbolic.Style{}), ss.Offset)
	if want := "[x dx/dt] [F] [[0, 1], [−k/m, −λ/m]] [[0], [1/m]] [0 0]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	// The joint between damper and spring has no inertia, so it has a place but no velocity in the state; the one between
	// two springs has neither.
	ss, diags = modelOf(t, "diagram[origin=natural]; wall - damper - spring - spring - mass\n").StateSpace()
	if diags != nil {
		t.Fatal(diags)
	}
	got = fmt.Sprintf("%v %s %v", ss.State, ss.A.Text(symbolic.Style{}), ss.Static[0].Symbol)
	want := "[xⱼ₁ x dx/dt] [[−k₁k₂/(λ(k₁ + k₂)), k₁k₂/(λ(k₁ + k₂)), 0], [0, 0, 1], [k₁k₂/(m(k₁ + k₂)), −k₁k₂/(m(k₁ + k₂)), 0]] xⱼ₂"
	if got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestTransfers(t *testing.T) {
	all, diags := modelOf(t, "diagram[origin=natural]; wall - spring - mass - spring - mass - force\n").Transfers()
	if diags != nil {
		t.Fatal(diags)
	}
	var got []string
	for _, tf := range all {
		got = append(got, fmt.Sprintf("%v/%v = (%v)/(%v)", tf.Output.Symbol, tf.Input, tf.Num, tf.Den))
	}
	want := []string{
		"x₁/F = (k₂)/(m₁m₂s⁴ + (k₁m₂ + k₂m₁ + k₂m₂)s² + k₁k₂)",
		"x₂/F = (m₁s² + k₁ + k₂)/(m₁m₂s⁴ + (k₁m₂ + k₂m₁ + k₂m₂)s² + k₁k₂)",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// Numbers are those that the author's give, not whole ones at any price.
func TestTransferNumbers(t *testing.T) {
	for src, want := range map[string]string{
		"wall - (spring[k=k], damper[c=0.5]) - mass[m=2] - force": "(1)/(2s² + 0.5s + k)",
		"wall - (spring[k=6], damper[c=4]) - mass[m=2] - force":   "(1)/(2s² + 4s + 6)",
		"wall - (spring[k=1/3], damper[c=1]) - mass[m=1] - force": "(1)/(s² + s + 1/3)",
	} {
		all, diags := modelOf(t, "diagram[origin=natural]; "+src+"\n").Transfers()
		if diags != nil {
			t.Fatal(diags)
		}
		if got := fmt.Sprintf("(%v)/(%v)", all[0].Num, all[0].Den); got != want {
			t.Errorf("%s: %s, want %s", src, got, want)
		}
	}
}

// Every term knows its element, and every element its terms.
func TestProvenance(t *testing.T) {
	m := modelOf(t, "W = wall; S = spring; D = damper; A = mass; R = spring; B = mass; F = force; G = gravity; N = arrow\nW - (S, D) - A - R - B - F; B - G; A - N; diagram[axis=vertical]\n")
	tests := map[string]string{
		"W": "", "N": "",
		"S": "k₁(s₁ − L₁)",
		"D": "λ ds₁/dt",
		"R": "−k₂(s₂ − s₁ − L₂), k₂(s₂ − s₁ − L₂)",
		"A": "m₁ d²s₁/dt²", "B": "m₂ d²s₂/dt²",
		"F": "F", "G": "m₂g",
	}
	for name, want := range tests {
		var got []string
		for _, term := range m.Terms(m.Graph.Element(name)) {
			got = append(got, term.Signed().String())
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s gives %s, want %s", name, strings.Join(got, ", "), want)
		}
	}
}

func TestMeanings(t *testing.T) {
	tests := []struct{ src, want string }{
		{"W = wall; M = mass; W - spring - M", "s: the distance from W to M"},
		{"W = wall; M = mass; M - spring - W", "s: the distance from W to M"},
		{"W = wall; M = mass[positive=left]; W - spring - M", "s: how far M is from W, counted to the left"},
		{"diagram[origin=natural]; M = mass; wall - spring - M", "x: how far M has moved to the right from where the springs are unstretched"},
		{"diagram[origin=equilibrium]; M = mass; ceiling - spring - M", "x: how far M has moved downwards from where it rests"},
		{"diagram[axis=vertical]; M = mass; M - spring - base", "x: where M is, counted upwards from a fixed point"},
		{"M = disc; wall - spring - M", "θ: the angle through which M has turned anticlockwise"},
		{"M = mass; M - displacement[left, label=u]; diagram[origin=natural]; M - spring - wall", "u: how far M has moved to the left from where the springs are unstretched"},
		{"M = mass[x=u]; N = mass; A = mass; wall - spring - M - spring - N - spring - A", "u: the distance from the wall to M; s₂: the distance from the wall to N; s₃: the distance from the wall to A"},
		{"M = mass; N = mass; wall - spring - M - spring - N; diagram[coordinates=relative]", "s₁: the distance from the wall to M; s₂: the distance from M to N"},
		{"M = mass; N = mass; wall - spring - M; wall - spring - N", "s₁: the distance from the first wall to M; s₂: the distance from the second wall to N"},
	}
	for _, tt := range tests {
		var got []string
		for _, c := range modelOf(t, tt.src+"\n").Coordinates {
			got = append(got, c.Symbol.String()+": "+c.Meaning)
		}
		if strings.Join(got, "; ") != tt.want {
			t.Errorf("%s\ngot  %s\nwant %s", tt.src, strings.Join(got, "; "), tt.want)
		}
	}
}

func ExampleNew() {
	m, diags := motion.New(graphOf(&testing.T{}, "wall - (spring, damper) - trolley - force[right]\n"))
	if diags.HasErrors() {
		fmt.Println(diags)
		return
	}
	eqs, _ := m.Arrange(motion.StandardForm)
	fmt.Println(eqs[0].Residual(), "= 0")
	for _, t := range eqs[0].Left {
		fmt.Println(t.Source.Name, t.Expr)
	}
	// Output:
	// m d²s/dt² + λ ds/dt + k(s − L₀) − F = 0
	// trolley1 m d²s/dt²
	// damper1 λ ds/dt
	// spring1 k(s − L₀)
}

// Where the text gives the numbers, definitions come to one, with its unit where the numbers have units.
func TestAmounts(t *testing.T) {
	values := "k = 200 N/m; m = 2 kg; lambda = 12 N s/m; g = 9.81 m/s^2; L_0 = 0.3 m; "
	tests := []struct{ src, want string }{
		{values + "diagram[gravity]; ceiling - (spring, damper) - mass", "ω_n=10 rad/s ζ=0.3 ω_d≈9.54 rad/s s_eq=0.3981 m"},
		{"diagram[origin=natural]; wall - (spring[k=85], damper[c=3]) - mass[m=1.5]", "ω_n≈7.53 ζ≈0.133 ω_d≈7.46"},
		{"k = 200 N/m; wall - (spring, damper) - mass", ""},
		{"wall - spring[k=9] - mass[m=1]", ""}, // ω_n is 3 as it stands
		{"kappa = 8 N m/rad; J = 2 kg m^2; wall - spring - disc", "ω_n=2 rad/s"},
		{"k = 4 kN/m; m = 1 g; wall - spring - mass", "ω_n=2000 rad/s"},
		{"k = 4 kN/m; m = 3 g; wall - spring - mass", "ω_n≈1155 rad/s"},
	}
	for _, tt := range tests {
		n, diags := modelOf(t, tt.src+"\n").Normalized()
		if diags != nil {
			t.Fatal(diags)
		}
		var got []string
		for _, d := range n.Where {
			if a := d.Amount; a != nil {
				relation := "≈"
				if a.Exact {
					relation = "="
				}
				name := strings.ReplaceAll(fmt.Sprint(d.Symbol), "ₙ", "_n")
				got = append(got, strings.TrimSpace(fmt.Sprint(name, relation, a.Number, " ", a.Unit)))
			}
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%s: -want +got:\n%s", tt.src, diff)
		}
	}
}

// What symbols can be worked out for: systems as large as a reader could take in, and larger.
func TestReach(t *testing.T) {
	all := func(link string, n int) string { return strings.Repeat(" - "+link, n) }
	m := modelOf(t, "diagram[origin=natural]; wall"+all("(spring, damper) - mass", 4)+" - force\n")
	if _, diags := m.Transfer(m.Inputs[0], m.Coordinates[3]); diags != nil {
		t.Error(diags)
	}
	m = modelOf(t, "diagram[origin=natural]; wall"+all("spring - mass", 6)+" - force\n")
	if _, diags := m.Transfer(m.Inputs[0], m.Coordinates[0]); diags != nil {
		t.Error(diags)
	}
	if _, diags := modelOf(t, "diagram[gravity]; ceiling"+all("spring - mass", 8)+" - spring - ground\n").StaticOffset(); diags != nil {
		t.Error(diags)
	}
	if _, diags := modelOf(t, "diagram[origin=natural]; wall"+all("(spring, damper)", 6)+" - mass - force\n").Eliminate(); diags != nil {
		t.Error(diags)
	}
	m = modelOf(t, "diagram[origin=natural]; wall"+all("(spring, damper) - mass", 12)+" - force\n")
	if _, diags := m.Transfer(m.Inputs[0], m.Coordinates[5]); len(diags) != 1 || !strings.Contains(diags[0].Summary, "too large") || diags[0].Help == "" {
		t.Errorf("too large a system: %v", diags)
	}
}
