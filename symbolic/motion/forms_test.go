package motion_test

import (
	"testing"

	"diagram/symbolic/motion"

	"github.com/google/go-cmp/cmp"
)

// The expected equations are derived on paper; the comment of each says how. Pulls towards the support are positive on
// the left of edges; e is a connector's extension.
func TestForms(t *testing.T) {
	tests := []struct {
		name, src               string
		edges, newton, standard string
	}{
		{
			// e = s; spring and damper pull T to W. a counts towards W, as they do.
			name:     "the example",
			src:      "T = trolley[label=m]\nW = wall[vertical]\nS = spring[horizontal]\nD = damper[horizontal]\nA = arrow[right]\nW - S - T\nW - D - T\nT - A\n",
			edges:    "k(s − L₀) + λ ds/dt = ma; a = −d²s/dt², towards W\n",
			newton:   "m d²s/dt² = −k(s − L₀) − λ ds/dt\n",
			standard: "m d²s/dt² + λ ds/dt + k(s − L₀) = 0\n",
		},
		{
			name:     "the example with a force",
			src:      "wall - (spring, damper) - trolley - force[right]",
			edges:    "k(s − L₀) + λ ds/dt = F − m d²s/dt²\n",
			newton:   "m d²s/dt² = −k(s − L₀) − λ ds/dt + F\n",
			standard: "m d²s/dt² + λ ds/dt + k(s − L₀) = F\n",
		},
		{
			// To the left of the wall s still is a distance, and the pull still is towards the wall.
			name:     "left of the wall",
			src:      "W = wall; trolley - spring - W",
			edges:    "k(s − L₀) = ma; a = −d²s/dt², towards W\n",
			newton:   "m d²s/dt² = −k(s − L₀)\n",
			standard: "m d²s/dt² + k(s − L₀) = 0\n",
		},
		{
			// A force to the right pushes towards the wall, against s.
			name:     "left of the wall, pushed towards it",
			src:      "T = trolley; T - damper - wall; T - force[right]",
			edges:    "λ ds/dt = −F − m d²s/dt²\n",
			newton:   "m d²s/dt² = −λ ds/dt − F\n",
			standard: "m d²s/dt² + λ ds/dt = −F\n",
		},
		{
			// The second spring, stretched by s₂−s₁−L₂, pulls 1 away from the wall and 2 towards it.
			name:     "two masses",
			src:      "W = wall; W - spring - trolley - spring - trolley",
			edges:    "k₁(s₁ − L₁) − k₂(s₂ − s₁ − L₂) = m₁a₁; a₁ = −d²s₁/dt², towards W\nk₂(s₂ − s₁ − L₂) = m₂a₂; a₂ = −d²s₂/dt², towards W\n",
			newton:   "m₁ d²s₁/dt² = −k₁(s₁ − L₁) + k₂(s₂ − s₁ − L₂)\nm₂ d²s₂/dt² = −k₂(s₂ − s₁ − L₂)\n",
			standard: "m₁ d²s₁/dt² + k₁(s₁ − L₁) + k₂(s₁ − s₂ + L₂) = 0\nm₂ d²s₂/dt² + k₂(s₂ − s₁ − L₂) = 0\n",
		},
		{
			// The right wall stands at d: its spring is d−s long and pulls away from the first wall.
			name:     "between two walls",
			src:      "W = wall; W - spring - trolley - spring - wall",
			edges:    "k₁(s − L₁) − k₂(ℓ − s − L₂) = ma; a = −d²s/dt², towards W\n",
			newton:   "m d²s/dt² = −k₁(s − L₁) + k₂(ℓ − s − L₂)\n",
			standard: "m d²s/dt² + k₁(s − L₁) + k₂(s − ℓ + L₂) = 0\n",
		},
		{
			// Written from right to left the first wall is the right one, and the other stands d to its left.
			name:     "between two walls, the right one first",
			src:      "W = wall; V = wall; T = trolley; T - spring - W; V - spring - T",
			edges:    "k₁(s − L₁) − k₂(ℓ − s − L₂) = ma; a = −d²s/dt², towards W\n",
			newton:   "m d²s/dt² = −k₁(s − L₁) + k₂(ℓ − s − L₂)\n",
			standard: "m d²s/dt² + k₁(s − L₁) + k₂(s − ℓ + L₂) = 0\n",
		},
		{
			name:     "the right wall's place is given",
			src:      "W = wall; W - spring - trolley - spring - wall[x=x_0]",
			edges:    "k₁(s − L₁) − k₂(x₀ − s − L₂) = ma; a = −d²s/dt², towards W\n",
			newton:   "m d²s/dt² = −k₁(s − L₁) + k₂(x₀ − s − L₂)\n",
			standard: "m d²s/dt² + k₁(s − L₁) + k₂(s − x₀ + L₂) = 0\n",
		},
		{
			// The second line is written against the order that the first makes; its spring still is s long.
			name:     "written both ways",
			src:      "W = wall; T = trolley; W - spring - T; T - (spring, actuator) - W",
			edges:    "k₁(s − L₁) + k₂(s − L₂) = F − m d²s/dt²\n",
			newton:   "m d²s/dt² = −k₁(s − L₁) − k₂(s − L₂) + F\n",
			standard: "m d²s/dt² + k₁(s − L₁) + k₂(s − L₂) = F\n",
		},
		{
			// A against B and B against W: the last connector closes a ring and is turned round.
			name:     "written in a ring",
			src:      "W = wall; A = mass; B = mass; W - spring - A; A - spring - B; B - spring - W",
			edges:    "k₁(s₁ − L₁) − k₂(s₂ − s₁ − L₂) = m₁a₁; a₁ = −d²s₁/dt², towards W\nk₂(s₂ − s₁ − L₂) + k₃(s₂ − L₃) = m₂a₂; a₂ = −d²s₂/dt², towards W\n",
			newton:   "m₁ d²s₁/dt² = −k₁(s₁ − L₁) + k₂(s₂ − s₁ − L₂)\nm₂ d²s₂/dt² = −k₂(s₂ − s₁ − L₂) − k₃(s₂ − L₃)\n",
			standard: "m₁ d²s₁/dt² + k₁(s₁ − L₁) + k₂(s₁ − s₂ + L₂) = 0\nm₂ d²s₂/dt² + k₂(s₂ − s₁ − L₂) + k₃(s₂ − L₃) = 0\n",
		},
		{
			// A support whose place is given isn't the origin: the other one is, and x₀ is how far it is from there.
			name:     "the left wall's place is given",
			src:      "wall[x=x_0] - spring - trolley - spring - wall",
			edges:    "−k₁(x₀ − s − L₁) + k₂(s − L₂) = ma; a = −d²s/dt², towards the second wall\n",
			newton:   "m d²s/dt² = k₁(x₀ − s − L₁) − k₂(s − L₂)\n",
			standard: "m d²s/dt² + k₁(s − x₀ + L₁) + k₂(s − L₂) = 0\n",
		},
		{
			// With no other support, x₀ and s count from a point in space.
			name:     "the only wall's place is given",
			src:      "wall[x=x_0] - spring - trolley",
			edges:    "k(s − x₀ − L₀) = ma; a = −d²s/dt², to the left\n",
			newton:   "m d²s/dt² = −k(s − x₀ − L₀)\n",
			standard: "m d²s/dt² + k(s − x₀ − L₀) = 0\n",
		},
		{
			// Displacements: no lengths; moving right shortens the right spring, so both push back.
			name:     "natural, between two walls",
			src:      "diagram[origin=natural]; wall - spring - trolley - (spring, damper) - wall",
			edges:    "k₁x + k₂x + λ dx/dt = ma; a = −d²x/dt², to the left\n",
			newton:   "m d²x/dt² = −k₁x − k₂x − λ dx/dt\n",
			standard: "m d²x/dt² + λ dx/dt + k₁x + k₂x = 0\n",
		},
		{
			// Joint: the damper's pull on it balances the spring's. Trolley: only the spring pulls.
			name:     "damper and spring in series",
			src:      "W = wall; W - damper - spring - trolley",
			edges:    "λ dxⱼ/dt − k(s − xⱼ − L₀) = 0\nk(s − xⱼ − L₀) = ma; a = −d²s/dt², towards W\n",
			newton:   "0 = −λ dxⱼ/dt + k(s − xⱼ − L₀)\nm d²s/dt² = −k(s − xⱼ − L₀)\n",
			standard: "λ dxⱼ/dt + k(xⱼ − s + L₀) = 0\nm d²s/dt² + k(s − xⱼ − L₀) = 0\n",
		},
		{
			// Hanging: s counts downwards, so weight acts with s.
			name:     "hanging",
			src:      "ceiling - spring - mass - gravity",
			edges:    "k(s − L₀) = mg − m d²s/dt²\n",
			newton:   "m d²s/dt² = −k(s − L₀) + mg\n",
			standard: "m d²s/dt² + k(s − L₀) = mg\n",
		},
		{
			// Standing: s counts upwards from the ground, weight against it.
			name:     "standing",
			src:      "diagram[axis=vertical, gravity]; mass - spring - ground",
			edges:    "k(s − L₀) = −mg − m d²s/dt²\n",
			newton:   "m d²s/dt² = −k(s − L₀) − mg\n",
			standard: "m d²s/dt² + k(s − L₀) = −mg\n",
		},
		{
			// At rest k(s−L₀) = mg takes the weight's place; displacements from there see neither.
			name:     "hanging, from equilibrium",
			src:      "diagram[origin=equilibrium, gravity]; ceiling - (spring, damper) - mass - force[up]",
			edges:    "kx + λ dx/dt = −F − m d²x/dt²\n",
			newton:   "m d²x/dt² = −kx − λ dx/dt − F\n",
			standard: "m d²x/dt² + λ dx/dt + kx = −F\n",
		},
		{
			// The axis climbs at 30°: weight has the component mg sin 30° = mg/2 down the slope, towards the wall.
			name:     "incline",
			src:      "diagram[axis=30deg, gravity]; wall - spring - mass",
			edges:    "k(s − L₀) = −(1/2)mg − m d²s/dt²\n",
			newton:   "m d²s/dt² = −k(s − L₀) − (1/2)mg\n",
			standard: "m d²s/dt² + k(s − L₀) = −(1/2)mg\n",
		},
		{
			// The seismic mass sees only how far it is from the base; x and y count upwards.
			name:     "on a moving base",
			src:      "diagram[axis=vertical, origin=equilibrium]; mass - (spring, damper) - base",
			edges:    "k(x − y) + λ(dx/dt − dy/dt) = ma; a = −d²x/dt², downwards\n",
			newton:   "m d²x/dt² = −k(x − y) − λ(dx/dt − dy/dt)\n",
			standard: "m d²x/dt² + λ(dx/dt − dy/dt) + k(x − y) = 0\n",
		},
		{
			// The extension z of spring and damper is the coordinate; the mass moves by z + y.
			name:     "relative to a moving base",
			src:      "diagram[coordinates=relative, origin=natural]; base - (spring, damper) - mass[x=z]",
			edges:    "kz + λ dz/dt = −m(d²z/dt² + d²y/dt²)\n",
			newton:   "m(d²z/dt² + d²y/dt²) = −kz − λ dz/dt\n",
			standard: "m(d²z/dt² + d²y/dt²) + λ dz/dt + kz = 0\n",
		},
		{
			name:     "free–free",
			src:      "mass - spring - mass",
			edges:    "−k(x₂ − x₁ − L₀) = m₁a₁; a₁ = −d²x₁/dt², to the left\nk(x₂ − x₁ − L₀) = m₂a₂; a₂ = −d²x₂/dt², to the left\n",
			newton:   "m₁ d²x₁/dt² = k(x₂ − x₁ − L₀)\nm₂ d²x₂/dt² = −k(x₂ − x₁ − L₀)\n",
			standard: "m₁ d²x₁/dt² + k(x₁ − x₂ + L₀) = 0\nm₂ d²x₂/dt² + k(x₂ − x₁ − L₀) = 0\n",
		},
		{
			// Two bodies that count in opposite senses: the spring between them is s₁+s₂ longer.
			name:     "opposite senses",
			src:      "diagram[origin=natural]; A = mass[positive=left]; B = mass; A - spring - B",
			edges:    "k(x₂ + x₁) = m₁a₁; a₁ = −d²x₁/dt², to the right\nk(x₂ + x₁) = m₂a₂; a₂ = −d²x₂/dt², to the left\n",
			newton:   "m₁ d²x₁/dt² = −k(x₂ + x₁)\nm₂ d²x₂/dt² = −k(x₂ + x₁)\n",
			standard: "m₁ d²x₁/dt² + k(x₂ + x₁) = 0\nm₂ d²x₂/dt² + k(x₂ + x₁) = 0\n",
		},
		{
			// The rod holds B at the distance L beyond A: one coordinate, both inertias.
			name:     "rod",
			src:      "wall - spring - mass - rod - mass - spring - wall",
			edges:    "k₁(s − L₁) − k₂(ℓ − s − L − L₂) = m₁a + m₂a; a = −d²s/dt², towards the first wall\n",
			newton:   "m₁ d²s/dt² + m₂ d²s/dt² = −k₁(s − L₁) + k₂(ℓ − s − L − L₂)\n",
			standard: "m₁ d²s/dt² + m₂ d²s/dt² + k₁(s − L₁) + k₂(s − ℓ + L + L₂) = 0\n",
		},
		{
			// The actuator pushes A back and B away.
			name:     "actuator",
			src:      "diagram[origin=natural]; wall - spring - mass - (spring, actuator) - mass",
			edges:    "k₁x₁ − k₂(x₂ − x₁) = −F − m₁ d²x₁/dt²\nk₂(x₂ − x₁) = F − m₂ d²x₂/dt²\n",
			newton:   "m₁ d²x₁/dt² = −k₁x₁ + k₂(x₂ − x₁) − F\nm₂ d²x₂/dt² = −k₂(x₂ − x₁) + F\n",
			standard: "m₁ d²x₁/dt² + k₁x₁ + k₂(x₁ − x₂) = −F\nm₂ d²x₂/dt² + k₂(x₂ − x₁) = F\n",
		},
		{
			// The inerter's pull goes with the relative acceleration, so it stands with inertia in standard.
			name:     "inerter",
			src:      "wall - (spring, damper, inerter) - trolley",
			edges:    "k(s − L₀) + λ ds/dt + b d²s/dt² = ma; a = −d²s/dt², towards the wall\n",
			newton:   "m d²s/dt² = −k(s − L₀) − λ ds/dt − b d²s/dt²\n",
			standard: "m d²s/dt² + b d²s/dt² + λ ds/dt + k(s − L₀) = 0\n",
		},
		{
			// Friction acts against the sliding speed, whichever way it was written.
			name:     "friction on the ground",
			src:      "wall - spring - trolley - friction - ground",
			edges:    "k(s − L₀) + b ds/dt = ma; a = −d²s/dt², towards the wall\n",
			newton:   "m d²s/dt² = −k(s − L₀) − b ds/dt\n",
			standard: "m d²s/dt² + b ds/dt + k(s − L₀) = 0\n",
		},
		{
			name:     "dry friction",
			src:      "wall - spring - mass - friction[coulomb] - ground",
			edges:    "k(s − L₀) + μmg sgn(ds/dt) = ma; a = −d²s/dt², towards the wall\n",
			newton:   "m d²s/dt² = −k(s − L₀) − μmg sgn(ds/dt)\n",
			standard: "m d²s/dt² + μmg sgn(ds/dt) + k(s − L₀) = 0\n",
		},
		{
			name:     "friction between two bodies",
			src:      "diagram[origin=natural]; A = mass; B = mass; wall - spring - A; A - friction - B - force",
			edges:    "kx₁ − b(dx₂/dt − dx₁/dt) = m₁a₁; a₁ = −d²x₁/dt², to the left\nb(dx₂/dt − dx₁/dt) = F − m₂ d²x₂/dt²\n",
			newton:   "m₁ d²x₁/dt² = −kx₁ + b(dx₂/dt − dx₁/dt)\nm₂ d²x₂/dt² = −b(dx₂/dt − dx₁/dt) + F\n",
			standard: "m₁ d²x₁/dt² + b(dx₁/dt − dx₂/dt) + kx₁ = 0\nm₂ d²x₂/dt² + b(dx₂/dt − dx₁/dt) = F\n",
		},
		{
			name:     "cubic spring and quadratic damper",
			src:      "diagram[origin=natural]; wall - (spring[k3=k_3], damper[c2=c_2]) - mass - spring[k=3] - wall",
			edges:    "k₁x + k₃x³ + λ dx/dt + c₂ dx/dt |dx/dt| + 3x = ma; a = −d²x/dt², to the left\n",
			newton:   "m d²x/dt² = −k₁x − k₃x³ − λ dx/dt − c₂ dx/dt |dx/dt| − 3x\n",
			standard: "m d²x/dt² + λ dx/dt + c₂ dx/dt |dx/dt| + k₁x + k₃x³ + 3x = 0\n",
		},
		{
			name:     "disc",
			src:      "wall - (spring, damper) - disc - spring - disc - torque",
			edges:    "κ₁θ₁ + β dθ₁/dt − κ₂(θ₂ − θ₁) = J₁α₁; α₁ = −d²θ₁/dt², clockwise\nκ₂(θ₂ − θ₁) = τ − J₂ d²θ₂/dt²\n",
			newton:   "J₁ d²θ₁/dt² = −κ₁θ₁ − β dθ₁/dt + κ₂(θ₂ − θ₁)\nJ₂ d²θ₂/dt² = −κ₂(θ₂ − θ₁) + τ\n",
			standard: "J₁ d²θ₁/dt² + β dθ₁/dt + κ₁θ₁ + κ₂(θ₁ − θ₂) = 0\nJ₂ d²θ₂/dt² + κ₂(θ₂ − θ₁) = τ\n",
		},
		{
			// J θ̈ = −κθ with J = −J₀; against θ the acceleration α is −θ̈, so κθ = J α = −J₀ α.
			name:     "an inertia with a minus",
			src:      "wall - spring - disc[J=-J_0]",
			edges:    "κθ = −J₀α; α = −d²θ/dt², clockwise\n",
			newton:   "−J₀ d²θ/dt² = −κθ\n",
			standard: "−J₀ d²θ/dt² + κθ = 0\n",
		},
		{
			// Each body keeps the sign of its own mass; what has a minus all through has it in front.
			name:     "masses of either sign on rods",
			src:      "wall - spring - mass[m=-2] - rod - mass[m=m_1-m_2] - rod - mass[m=-m_1-m_2]",
			edges:    "k(s − L₀) = −2a + (m₁ − m₂)a − (m₁ + m₂)a; a = −d²s/dt², towards the wall\n",
			newton:   "−2 d²s/dt² + (m₁ − m₂) d²s/dt² − (m₁ + m₂) d²s/dt² = −k(s − L₀)\n",
			standard: "−2 d²s/dt² + (m₁ − m₂) d²s/dt² − (m₁ + m₂) d²s/dt² + k(s − L₀) = 0\n",
		},
		{
			// On the slope each body presses with its weight times cos 30°; the lower one bears both.
			name:     "dry friction in a stack on a slope",
			src:      "diagram[axis=30deg, origin=natural, gravity]; A = mass; B = mass; wall - spring - A; A - friction[mu=mu_1] - B; B - friction[mu=mu_2] - ground",
			edges:    "kx₁ − (√3/2)μ₁m₁g sgn(dx₂/dt − dx₁/dt) = −(1/2)m₁g − m₁ d²x₁/dt²\n(√3/2)μ₁m₁g sgn(dx₂/dt − dx₁/dt) + (√3/2)μ₂(m₁ + m₂)g sgn(dx₂/dt) = −(1/2)m₂g − m₂ d²x₂/dt²\n",
			newton:   "m₁ d²x₁/dt² = −kx₁ + (√3/2)μ₁m₁g sgn(dx₂/dt − dx₁/dt) − (1/2)m₁g\nm₂ d²x₂/dt² = −(√3/2)μ₁m₁g sgn(dx₂/dt − dx₁/dt) − (√3/2)μ₂(m₁ + m₂)g sgn(dx₂/dt) − (1/2)m₂g\n",
			standard: "m₁ d²x₁/dt² + (√3/2)μ₁m₁g sgn(dx₁/dt − dx₂/dt) + kx₁ = −(1/2)m₁g\nm₂ d²x₂/dt² + (√3/2)μ₁m₁g sgn(dx₂/dt − dx₁/dt) + (√3/2)μ₂(m₁ + m₂)g sgn(dx₂/dt) = −(1/2)m₂g\n",
		},
		{
			name:     "a lone mass",
			src:      "mass - force",
			edges:    "F = m d²x/dt²\n",
			newton:   "m d²x/dt² = F\n",
			standard: "m d²x/dt² = F\n",
		},
		{
			// a is the author's; the shorthand stays out of its way.
			name:     "the shorthand's symbol is taken",
			src:      "wall - spring[k=a] - trolley[m=s]",
			edges:    "a(x − L₀) = −s d²x/dt²\n",
			newton:   "s d²x/dt² = −a(x − L₀)\n",
			standard: "s d²x/dt² + a(x − L₀) = 0\n",
		},
		{
			// A shear building, relative: each storey's drift is a coordinate; the roof moves by y + x₁ + x₂, counted up.
			name:     "relative, standing on a base",
			src:      "diagram[coordinates=relative, origin=natural, axis=vertical]; B = base; M1 = mass; M2 = mass; M1 - spring[k=k_1] - B; M2 - spring[k=k_2] - M1",
			edges:    "k₁x₁ = −m₁(d²x₁/dt² + d²y/dt²) − m₂(d²x₁/dt² + d²x₂/dt² + d²y/dt²)\nk₂x₂ = −m₂(d²x₁/dt² + d²x₂/dt² + d²y/dt²)\n",
			newton:   "m₁(d²x₁/dt² + d²y/dt²) + m₂(d²x₁/dt² + d²x₂/dt² + d²y/dt²) = −k₁x₁\nm₂(d²x₁/dt² + d²x₂/dt² + d²y/dt²) = −k₂x₂\n",
			standard: "m₁(d²x₁/dt² + d²y/dt²) + m₂(d²x₁/dt² + d²x₂/dt² + d²y/dt²) + k₁x₁ = 0\nm₂(d²x₁/dt² + d²x₂/dt² + d²y/dt²) + k₂x₂ = 0\n",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := modelOf(t, tt.src+"\n")
			for form, want := range map[motion.Form]string{motion.EdgesForm: tt.edges, motion.NewtonForm: tt.newton, motion.StandardForm: tt.standard} {
				eqs, diags := m.Arrange(form)
				if diags != nil {
					t.Fatal(diags)
				}
				if diff := cmp.Diff(want, written(eqs)); diff != "" {
					t.Errorf("%s (-want +got):\n%s", form, diff)
				}
			}
		})
	}
}
