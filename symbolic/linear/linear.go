// Package linear computes with linear systems in numbers: their mass, damping and stiffness matrices from a model and the
// values of its symbols, their natural modes, their poles and their response to harmonic inputs.
//
// Numbers come in only here; the model's matrices are exact. All quantities are in SI units, angles in radians.
package linear

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"diagram/symbolic"
	"diagram/symbolic/motion"
	"diagram/symbolic/naming"

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
type MissingError struct{ Symbols []naming.Name }

func (e *MissingError) Error() string {
	names := make([]string, len(e.Symbols))
	for i, s := range e.Symbols {
		names[i] = s.Text()
	}
	return "no value for " + strings.Join(names, ", ")
}

// New puts numbers into a model: the values that its quantity statements give. A model that isn't linear is an error, and
// so is a symbol without a value (a *MissingError).
func New(m *motion.Model) (*System, error) { return With(m, m.Value) }

// Free is the system with nothing acting on it, which needs no values but those of M, C and K.
func Free(m *motion.Matrices, value func(symbolic.Expr) (float64, bool)) (*System, error) {
	e := evaluator{value: value}
	s := e.system(m)
	return s, e.err()
}

// With is New with values from elsewhere.
func With(m *motion.Model, value func(symbolic.Expr) (float64, bool)) (*System, error) {
	matrices, diags := m.Matrices()
	if err := diags.Err(); err != nil {
		return nil, err
	}
	e := evaluator{value: value}
	s := e.system(matrices)
	s.Constant = make([]float64, len(s.Coordinates))
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
	missing []naming.Name
	failed  error
}

func (e *evaluator) number(x symbolic.Expr) float64 {
	v, err := symbolic.Eval(x, func(s symbolic.Expr) (float64, bool) {
		if v, ok := e.value(s); ok {
			return v, true
		}
		symbol, ok := s.(*symbolic.Symbol)
		if ok && symbolic.Equal(symbol, symbolic.Pi()) {
			return 0, false
		}
		if !ok {
			e.failed = fmt.Errorf("%s is not a constant", s)
		} else if !slices.ContainsFunc(e.missing, func(n naming.Name) bool { return n.Key() == symbol.Name().Key() }) {
			e.missing = append(e.missing, symbol.Name())
		}
		return 0, true
	})
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		if e.missing == nil && e.failed == nil {
			e.failed = fmt.Errorf("with these values %s is not a number", x)
		}
		return 0
	}
	return v
}

// system is one without what acts on it.
func (e *evaluator) system(m *motion.Matrices) *System {
	return &System{Coordinates: m.Coordinates, M: e.matrix(m.M), C: e.matrix(m.C), K: e.matrix(m.K)}
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
	if e.missing != nil {
		return &MissingError{e.missing}
	}
	return e.failed
}
