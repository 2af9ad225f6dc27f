package linear

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"math/cmplx"
	"slices"

	"gonum.org/v1/gonum/mat"
)

// ErrMassless means that the mass matrix is singular: some coordinate has no inertia.
var ErrMassless = errors.New("a coordinate has no inertia; eliminate massless joints first")

// Pole is an eigenvalue of the damped system: solutions go like exp(Value·t).
type Pole struct{ Value complex128 }

// Omega is the natural angular frequency |λ|, rad/s.
func (p Pole) Omega() float64 { return cmplx.Abs(p.Value) }

// Zeta is the damping ratio −Re λ/|λ|; 0 for a pole at the origin.
func (p Pole) Zeta() float64 {
	if p.Value == 0 {
		return 0
	}
	return -real(p.Value) / cmplx.Abs(p.Value)
}

// Damped is the damped angular frequency |Im λ|, rad/s.
func (p Pole) Damped() float64 { return math.Abs(imag(p.Value)) }

// StateMatrix is A of ż = A z with z = (q, q̇).
func (s *System) StateMatrix() (*mat.Dense, error) {
	n := len(s.Coordinates)
	var lu mat.LU
	lu.Factorize(s.M)
	if math.IsInf(lu.Cond(), 1) {
		return nil, ErrMassless
	}
	var k, c mat.Dense
	if err := lu.SolveTo(&k, false, s.K); err != nil {
		return nil, fmt.Errorf("dividing by the mass matrix: %w", err)
	}
	if err := lu.SolveTo(&c, false, s.C); err != nil {
		return nil, fmt.Errorf("dividing by the mass matrix: %w", err)
	}
	a := mat.NewDense(2*n, 2*n, nil)
	for i := range n {
		a.Set(i, n+i, 1)
		for j := range n {
			a.Set(n+i, j, -k.At(i, j))
			a.Set(n+i, n+j, -c.At(i, j))
		}
	}
	return a, nil
}

// Poles are the eigenvalues of the state matrix, by falling real part, then rising imaginary part. A system whose poles all
// have a negative real part comes to rest by itself.
func (s *System) Poles() ([]Pole, error) {
	a, err := s.StateMatrix()
	if err != nil {
		return nil, err
	}
	var eig mat.Eigen
	if !eig.Factorize(a, mat.EigenNone) {
		return nil, errNoConvergence
	}
	values := eig.Values(nil)
	slices.SortFunc(values, func(a, b complex128) int {
		return cmp.Or(cmp.Compare(real(b), real(a)), cmp.Compare(imag(a), imag(b)))
	})
	poles := make([]Pole, len(values))
	for i, v := range values {
		poles[i] = Pole{v}
	}
	return poles, nil
}
