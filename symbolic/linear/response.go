package linear

import (
	"errors"
	"fmt"
	"math/cmplx"

	"diagram/symbolic"

	"gonum.org/v1/gonum/mat"
)

// Response is the steady response to one input of unit amplitude at an angular frequency in rad/s: the complex amplitude
// of each coordinate, which is the transfer function at iω. At a resonance without damping there is none.
func (s *System) Response(input *symbolic.Function, omega float64) ([]complex128, error) {
	for _, in := range s.Inputs {
		if in.Symbol.Name().Key() == input.Name().Key() {
			f := make([]complex128, len(s.Coordinates))
			power := complex(1, 0)
			for _, gains := range in.Gain {
				for i, g := range gains {
					f[i] += complex(g, 0) * power
				}
				power *= complex(0, omega)
			}
			return s.Solve(complex(0, omega), f)
		}
	}
	return nil, fmt.Errorf("%s is not an input of this system", input)
}

// Solve solves (M p² + C p + K) X = F for a complex frequency p.
func (s *System) Solve(p complex128, f []complex128) ([]complex128, error) {
	n := len(s.Coordinates)
	// The real and the imaginary part of A X = F are [Re -Im; Im Re] [Re X; Im X] = [Re F; Im F].
	a := mat.NewDense(2*n, 2*n, nil)
	b := mat.NewVecDense(2*n, nil)
	for i := range n {
		for j := range n {
			z := p*p*complex(s.M.At(i, j), 0) + p*complex(s.C.At(i, j), 0) + complex(s.K.At(i, j), 0)
			if cmplx.IsNaN(z) || cmplx.IsInf(z) {
				return nil, errors.New("the matrices hold values that aren't finite")
			}
			a.Set(i, j, real(z))
			a.Set(n+i, n+j, real(z))
			a.Set(i, n+j, -imag(z))
			a.Set(n+i, j, imag(z))
		}
		b.SetVec(i, real(f[i]))
		b.SetVec(n+i, imag(f[i]))
	}
	var x mat.VecDense
	if err := x.SolveVec(a, b); err != nil {
		var cond mat.Condition
		if errors.As(err, &cond) && float64(cond) < 1e16 {
			err = nil // the solution is there, with fewer digits
		}
		if err != nil {
			return nil, fmt.Errorf("no steady response at this frequency: %w", err)
		}
	}
	out := make([]complex128, n)
	for i := range out {
		out[i] = complex(x.AtVec(i), x.AtVec(n+i))
	}
	return out, nil
}

// Rest is where the coordinates stand when nothing varies: the solution of K q = the constant part of f.
func (s *System) Rest() ([]float64, error) {
	var x mat.VecDense
	if err := x.SolveVec(s.K, mat.NewVecDense(len(s.Constant), s.Constant)); err != nil {
		return nil, fmt.Errorf("no single place of rest: %w", err)
	}
	return x.RawVector().Data, nil
}
