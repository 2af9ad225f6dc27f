// Package linear computes with linear systems in numbers: their mass, damping and stiffness matrices from a model and the
// values of its symbols, their natural modes, their poles and their response to harmonic inputs.
//
// Numbers come in only here; the model's matrices are exact. All quantities are in SI units, angles in radians.
package linear

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"diagram/symbolic"
	"diagram/symbolic/motion"

	"gonum.org/v1/gonum/mat"
)

// System is M q̈ + C q̇ + K q = f in numbers. M, C and K are symmetric where the model's are.
type System struct {
	Coordinates []*motion.Coordinate
	M, C, K     *mat.Dense
	// Constant is the constant part of f; Inputs what varies with time.
	Constant []float64
	Inputs   []Input
}

// Input is how one function of time enters f: as the sum of Gain[k] times its k-th time derivative.
type Input struct {
	Symbol *symbolic.Function
	Gain   [][]float64 // by order of derivative, then coordinate
}

// MissingError tells which symbols have no value.
type MissingError struct{ Symbols []string }

func (e *MissingError) Error() string {
	return fmt.Sprintf("no value for %s; give one, as in `%s = 1`", strings.Join(e.Symbols, ", "), e.Symbols[0])
}

// New puts numbers into a model: the values that its quantity statements give. A model that isn't linear is an error, and
// so is a symbol without a value (a *MissingError).
func New(m *motion.Model) (*System, error) { return With(m, m.Value) }

// With is New with values from elsewhere.
func With(m *motion.Model, value func(symbolic.Expr) (float64, bool)) (*System, error) {
	matrices, diags := m.Matrices()
	if err := diags.Err(); err != nil {
		return nil, err
	}
	n := len(matrices.Coordinates)
	e := evaluator{value: value}
	s := &System{
		Coordinates: matrices.Coordinates,
		M:           e.matrix(matrices.M), C: e.matrix(matrices.C), K: e.matrix(matrices.K),
		Constant: make([]float64, n),
	}
	for i, f := range matrices.F {
		var functions []symbolic.Expr
		for _, u := range symbolic.Functions(f) {
			functions = append(functions, u)
		}
		gains, rest, ok := symbolic.LinearIn(f, functions)
		if !ok || symbolic.Contains(rest, symbolic.Time()) {
			return nil, errors.New("an input enters the equations as a given function of time, or not in proportion")
		}
		for j, u := range functions {
			s.gain(u.(*symbolic.Function), i, e.number(gains[j]))
		}
		s.Constant[i] = e.number(rest)
	}
	return s, e.err()
}

// gain notes how an input's derivative enters the equation of a coordinate.
func (s *System) gain(u *symbolic.Function, coordinate int, g float64) {
	at := slices.IndexFunc(s.Inputs, func(in Input) bool { return in.Symbol.Name().Key() == u.Name().Key() })
	if at < 0 {
		at = len(s.Inputs)
		s.Inputs = append(s.Inputs, Input{Symbol: u.D(-u.Order())})
	}
	in := &s.Inputs[at]
	for len(in.Gain) <= u.Order() {
		in.Gain = append(in.Gain, make([]float64, len(s.Coordinates)))
	}
	in.Gain[u.Order()][coordinate] += g
}

// evaluator turns expressions into numbers and notes the symbols that have none.
type evaluator struct {
	value   func(symbolic.Expr) (float64, bool)
	missing []string
}

func (e *evaluator) number(x symbolic.Expr) float64 {
	v, err := symbolic.Eval(x, func(s symbolic.Expr) (float64, bool) {
		if v, ok := e.value(s); ok {
			return v, true
		}
		if f, ok := s.(*symbolic.Symbol); ok && symbolic.Equal(f, symbolic.Pi()) {
			return 0, false
		}
		if name := s.String(); !slices.Contains(e.missing, name) {
			e.missing = append(e.missing, name)
		}
		return 0, true
	})
	if err != nil {
		return 0
	}
	return v
}

func (e *evaluator) matrix(m *symbolic.Matrix) *mat.Dense {
	out := mat.NewDense(m.Rows(), m.Cols(), nil)
	for i := range m.Rows() {
		for j := range m.Cols() {
			if x := m.At(i, j); !symbolic.IsZero(x) {
				out.Set(i, j, e.number(x))
			}
		}
	}
	return out
}

func (e *evaluator) err() error {
	if e.missing == nil {
		return nil
	}
	return &MissingError{e.missing}
}
