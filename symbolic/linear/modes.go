package linear

import (
	"cmp"
	"errors"
	"math"
	"math/cmplx"
	"slices"

	"gonum.org/v1/gonum/mat"
)

// Damping is how the damping of a system goes with its natural motions.
type Damping uint8

const (
	// Undamped systems have no damping.
	Undamped Damping = iota
	// Proportional damping leaves the undamped motions as they are: each dies away by itself (C M⁻¹ K is symmetric; Caughey and
	// O'Kelly, 1965).
	Proportional
	// General damping mixes them: the parts of a motion are not in phase.
	General
)

func (d Damping) String() string { return [...]string{"none", "proportional", "general"}[d] }

// Mode is a motion that the system keeps to when it is left to itself.
type Mode struct {
	// Omega is the natural angular frequency in rad/s: that of the undamped system, or with general damping the pole's magnitude.
	// It is 0 for a motion that no spring resists.
	Omega float64
	// Zeta is the damping ratio: 1 or more where the motion doesn't oscillate. It has no meaning where Omega is 0.
	Zeta float64
	// Creeps reports whether the motion is that of a single real pole, Rate, and goes like exp(Rate·t).
	Creeps bool
	Rate   float64
	// Shape is how far each coordinate moves, the largest of them (the first of several) by 1; an angle other than 0 or 180°
	// is by how much it leads that one.
	Shape []complex128
}

// Modal is all that modal analysis says of a system. Its modes go by rising frequency.
type Modal struct {
	Damping Damping
	Modes   []Mode
}

// Tolerances, relative to the largest value of their kind.
const (
	tiny  = 1e-12 // of what is 0
	alike = 1e-8  // of what is one number, found twice
)

// Modes finds the natural motions. Coordinates without inertia go where the others pull them; dampers on them add motions that
// creep.
func (s *System) Modes() (*Modal, error) {
	r, err := s.reduce()
	if err != nil {
		return nil, err
	}
	if r.creeping == 0 {
		if modal, ok, err := r.classical(); ok || err != nil {
			return modal, err
		}
	}
	return r.general()
}

// classical finds the modes by the symmetric eigenproblem of the stiffness, in coordinates in which the mass is 1; false where
// damping mixes them or the system is unstable.
func (r *reduction) classical() (*Modal, bool, error) {
	modal := &Modal{}
	if largest(r.c) > 0 {
		modal.Damping = Proportional
		var kc mat.Dense
		kc.Mul(r.k, r.c)
		for i := range r.inert {
			for j := range i {
				if math.Abs(kc.At(i, j)-kc.At(j, i)) > alike*largest(r.k)*largest(r.c) {
					return nil, false, nil
				}
			}
		}
	}
	squares, vectors, err := eigen(r.k)
	if err != nil {
		return nil, false, err
	}
	for i, v := range squares {
		if math.Abs(v) <= tiny*float64(len(squares))*largest(r.k) {
			squares[i] = 0
		} else if v < 0 {
			return nil, false, nil
		}
	}
	for _, g := range groups(squares) {
		basis := columns(vectors, g)
		rates, turned, err := eigen(within(basis, r.c))
		if err != nil {
			return nil, false, err
		}
		for i, v := range rates {
			if math.Abs(v) <= alike*largest(r.c) {
				rates[i] = 0
			}
		}
		var own mat.Dense
		own.Mul(basis, turned)
		omega := math.Sqrt(squares[g[0]])
		for _, h := range groups(rates) {
			mode := Mode{Omega: omega}
			if omega > 0 {
				mode.Zeta = rates[h[0]] / (2 * omega)
			} else {
				mode.Rate = -rates[h[0]]
			}
			modal.add(mode, r.shapes(columns(&own, h)))
		}
	}
	return modal, true, nil
}

// general finds the modes by the poles of the system.
func (r *reduction) general() (*Modal, error) {
	a, err := r.stateMatrix()
	if err != nil {
		return nil, err
	}
	var eig mat.Eigen
	if !eig.Factorize(a, mat.EigenRight) {
		return nil, errNoConvergence
	}
	poles := eig.Values(nil)
	var vectors mat.CDense
	eig.VectorsTo(&vectors)
	biggest := 0.0
	for _, p := range poles {
		biggest = math.Max(biggest, cmplx.Abs(p))
	}
	modal := &Modal{Damping: General}
	if largest(r.c) == 0 {
		modal.Damping = Undamped
	}
	rigid, err := r.rigid()
	if err != nil {
		return nil, err
	}
	modal.add(Mode{}, rigid)
	done := make([]bool, len(poles))
	for i, p := range poles {
		// A pole at 0 is found with half of the digits where it is one of two; what moves so is known already.
		if done[i] || cmplx.Abs(p) <= 1e-7*biggest || imag(p) < -1e-7*cmplx.Abs(p) {
			continue
		}
		if math.Abs(imag(p)) <= 1e-7*cmplx.Abs(p) {
			p = complex(real(p), 0)
		}
		if math.Abs(real(p)) <= max(1e-9*cmplx.Abs(p), tiny*biggest) {
			p = complex(0, imag(p))
		}
		var shapes [][]complex128
		for j, o := range poles[i:] {
			if cmplx.Abs(o-p) <= 1e-7*cmplx.Abs(p) {
				done[i+j] = true
				shapes = append(shapes, r.shape(func(k int) complex128 {
					if k >= r.inert {
						k += r.inert // behind the velocities
					}
					return vectors.At(k, i+j)
				}))
			}
		}
		mode := Mode{Omega: cmplx.Abs(p), Zeta: 0 - real(p)/cmplx.Abs(p)}
		if imag(p) == 0 {
			mode.Creeps, mode.Rate = true, real(p)
		}
		modal.add(mode, shapes)
	}
	slices.SortStableFunc(modal.Modes, func(a, b Mode) int {
		return cmp.Or(cmp.Compare(a.Omega, b.Omega), cmp.Compare(a.Zeta, b.Zeta))
	})
	return modal, nil
}

// rigid are the shapes of what no spring resists.
func (r *reduction) rigid() ([][]complex128, error) {
	values, vectors, err := eigen(r.k)
	if err != nil {
		return nil, err
	}
	var null []int
	for i, v := range values {
		if math.Abs(v) <= tiny*float64(len(values))*largest(r.k) {
			null = append(null, i)
		}
	}
	return r.shapes(columns(vectors, null)), nil
}

// add adds the modes of one frequency, which have any shape that theirs add up to: those are chosen in which a coordinate moves
// that doesn't move in the others.
func (m *Modal) add(mode Mode, shapes [][]complex128) {
	for _, shape := range apart(shapes) {
		mode.Shape = scaled(shape)
		m.Modes = append(m.Modes, mode)
	}
}

// apart brings shapes to reduced echelon form; those that depend on each other stay as they are.
func apart(shapes [][]complex128) [][]complex128 {
	if len(shapes) < 2 {
		return shapes
	}
	out := make([][]complex128, len(shapes))
	for i, s := range shapes {
		out[i] = scaled(s)
	}
	done := 0
	for at := 0; at < len(shapes[0]) && done < len(out); at++ {
		best := done
		for i := done; i < len(out); i++ {
			if cmplx.Abs(out[i][at]) > cmplx.Abs(out[best][at]) {
				best = i
			}
		}
		if cmplx.Abs(out[best][at]) <= 1e-6 {
			continue
		}
		out[done], out[best] = out[best], out[done]
		pivot := out[done][at]
		for j := range out[done] {
			out[done][j] /= pivot
		}
		for i := range out {
			if by := out[i][at]; i != done {
				for j := range out[i] {
					out[i][j] -= by * out[done][j]
				}
			}
		}
		done++
	}
	if done < len(out) {
		return shapes
	}
	return out
}

// scaled is a shape with 1 as its largest entry, the first of several. What is 0 but for rounding is 0.
func scaled(shape []complex128) []complex128 {
	at := 0
	for i, v := range shape {
		if cmplx.Abs(v) > cmplx.Abs(shape[at])*(1+1e-6) {
			at = i
		}
	}
	out := make([]complex128, len(shape))
	for i, v := range shape {
		v /= shape[at]
		re, im := real(v), imag(v)
		if math.Abs(re) <= 1e-7 {
			re = 0
		}
		if math.Abs(im) <= 1e-7 || i == at {
			im = 0
		}
		out[i] = complex(re, im)
	}
	return out
}

// groups are the indices of rising values that are alike.
func groups(values []float64) [][]int {
	var out [][]int
	for i, v := range values {
		if n := len(out) - 1; n >= 0 && v-values[out[n][0]] <= alike*math.Abs(v) {
			out[n] = append(out[n], i)
		} else {
			out = append(out, []int{i})
		}
	}
	return out
}

var errNoConvergence = errors.New("the eigenvalues don't converge")

// eigen are the eigenvalues of a symmetric matrix, rising, and its eigenvectors as columns.
func eigen(a *mat.SymDense) ([]float64, *mat.Dense, error) {
	if a.IsEmpty() {
		return nil, &mat.Dense{}, nil
	}
	var eig mat.EigenSym
	if !eig.Factorize(a, true) {
		return nil, nil, errNoConvergence
	}
	var vectors mat.Dense
	eig.VectorsTo(&vectors)
	return eig.Values(nil), &vectors, nil
}
