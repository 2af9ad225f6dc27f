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

// ErrMassless tells that the mass matrix is not positive definite: some coordinate has no inertia.
var ErrMassless = errors.New("a coordinate has no inertia; eliminate massless joints first")

// Mode is a natural mode of the undamped system.
type Mode struct {
	Omega float64   // angular frequency, rad/s; 0 for a motion that no spring resists
	Shape []float64 // by coordinate, with shapeᵀ M shape = 1 and a positive largest entry
}

// Modes are the natural modes of M q̈ + K q = 0, the slowest first. The symmetric eigenproblem of L⁻¹ K L⁻ᵀ with M = L Lᵀ
// has them (Meirovitch, Fundamentals of Vibrations, section 7.3). K must be positive semidefinite.
func (s *System) Modes() ([]Mode, error) {
	n := len(s.Coordinates)
	var chol mat.Cholesky
	if !chol.Factorize(symmetric(s.M)) {
		return nil, ErrMassless
	}
	var l mat.TriDense
	chol.LTo(&l)
	var half, a mat.Dense
	if err := half.Solve(&l, s.K); err != nil { // L⁻¹ K
		return nil, fmt.Errorf("dividing by the mass matrix: %w", err)
	}
	if err := a.Solve(&l, half.T()); err != nil { // L⁻¹ (L⁻¹ K)ᵀ
		return nil, fmt.Errorf("dividing by the mass matrix: %w", err)
	}
	var eig mat.EigenSym
	if !eig.Factorize(symmetric(&a), true) {
		return nil, errors.New("the eigenvalues don't converge")
	}
	var vectors, shapes mat.Dense
	eig.VectorsTo(&vectors)
	if err := shapes.Solve(l.T(), &vectors); err != nil {
		return nil, fmt.Errorf("dividing by the mass matrix: %w", err)
	}
	values := eig.Values(nil)
	largest := 0.0
	for _, v := range values {
		largest = math.Max(largest, math.Abs(v))
	}
	modes := make([]Mode, n)
	for j, v := range values {
		if math.Abs(v) <= 1e-12*largest {
			v = 0
		}
		if v < 0 {
			return nil, errors.New("the stiffness matrix is not positive semidefinite: the system is unstable")
		}
		modes[j] = Mode{Omega: math.Sqrt(v), Shape: mat.Col(nil, j, &shapes)}
		orient(modes[j].Shape)
	}
	return modes, nil
}

// orient turns a shape's sign so that its largest entry is positive, the first of equal ones deciding.
func orient(shape []float64) {
	at := 0
	for i, v := range shape {
		if math.Abs(v) > math.Abs(shape[at])*(1+1e-9) {
			at = i
		}
	}
	if shape[at] < 0 {
		for i := range shape {
			shape[i] = -shape[i]
		}
	}
}

// symmetric is the symmetric part of a square matrix.
func symmetric(m *mat.Dense) *mat.SymDense {
	n, _ := m.Dims()
	out := mat.NewSymDense(n, nil)
	for i := range n {
		for j := i; j < n; j++ {
			out.SetSym(i, j, (m.At(i, j)+m.At(j, i))/2)
		}
	}
	return out
}

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
		return nil, errors.New("the eigenvalues don't converge")
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
