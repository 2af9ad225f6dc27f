package linear

import (
	"math"

	"diagram/symbolic/motion"

	"gonum.org/v1/gonum/mat"
)

// reduction is a system in coordinates of which the first have inertia, all of 1, and the rest none, but damping. What has
// neither is where the others put it: it is condensed statically (Guyan, 1965), which is exact here.
type reduction struct {
	back            *mat.Dense // the system's coordinates by these
	k, c            *mat.SymDense
	inert, creeping int // how many have inertia, and how many haven't
}

// CoordinateError is what is wrong with a coordinate.
type CoordinateError struct {
	Coordinate *motion.Coordinate
	Problem    string // of the place that it tells: "has neither mass nor spring"
	Help       string
}

func (e *CoordinateError) Error() string { return e.Coordinate.Symbol.String() + ": " + e.Problem }

// reduce changes to such coordinates.
func (s *System) reduce() (*reduction, error) {
	scale, err := s.scale()
	if err != nil {
		return nil, err
	}
	m, c, k := within(scale, s.M), within(scale, s.C), within(scale, s.K)
	masses, vectors, err := eigen(m)
	if err != nil {
		return nil, err
	}
	var inert, light []int
	for i, v := range masses {
		switch {
		case v > 1e-10:
			inert = append(inert, i)
		case v < -1e-10:
			return nil, &CoordinateError{s.Coordinates[peak(vectors, i)], "has a negative mass", "give it a positive one"}
		default:
			light = append(light, i)
		}
	}
	heavy := columns(vectors, inert)
	for j, i := range inert {
		for row := range masses {
			heavy.Set(row, j, heavy.At(row, j)/math.Sqrt(masses[i]))
		}
	}
	massless := columns(vectors, light)
	rates, turned, err := eigen(within(massless, c))
	if err != nil {
		return nil, err
	}
	var creeps, follows []int
	for i, v := range rates {
		if math.Abs(v) > 1e-10*largest(c) {
			creeps = append(creeps, i)
		} else {
			follows = append(follows, i)
		}
	}
	slow, static := product(massless, columns(turned, creeps)), product(massless, columns(turned, follows))
	basis := side(heavy, slow)
	if len(follows) > 0 {
		if basis, err = s.condense(basis, static, c, k); err != nil {
			return nil, err
		}
	}
	return &reduction{product(scale, basis), within(basis, k), within(basis, c), len(inert), len(creeps)}, nil
}

// scale makes unlike coordinates alike: each has an inertia of 1 by itself or, without one, a damping or a stiffness of 1.
func (s *System) scale() (*mat.Dense, error) {
	n := len(s.Coordinates)
	scale := mat.NewDense(n, n, nil)
	for i := range n {
		v := s.M.At(i, i)
		if v == 0 {
			v = math.Abs(s.C.At(i, i))
		}
		if v == 0 {
			v = math.Abs(s.K.At(i, i))
		}
		switch {
		case v < 0:
			return nil, &CoordinateError{s.Coordinates[i], "has a negative mass", "give it a positive one"}
		case v == 0:
			return nil, &CoordinateError{s.Coordinates[i], "has neither mass nor spring nor damper, so nothing says where it is", "give it a mass, or attach it to a spring"}
		}
		scale.Set(i, i, 1/math.Sqrt(v))
	}
	return scale, nil
}

// condense lets what is static follow a basis of the other coordinates.
func (s *System) condense(basis, static *mat.Dense, c, k *mat.SymDense) (*mat.Dense, error) {
	held := within(static, k)
	values, vectors, err := eigen(held)
	if err != nil {
		return nil, err
	}
	for i, v := range values {
		if math.Abs(v) <= 1e-10*largest(held) || largest(held) == 0 {
			at := s.Coordinates[peak(product(static, vectors), i)]
			return nil, &CoordinateError{at, "has no mass, and no spring says where it is", "give it a mass, or attach it to a spring"}
		}
	}
	var damped mat.Dense
	if damped.Mul(c, static); largestOf(&damped) > 1e-5*largest(c) {
		at := s.Coordinates[peak(static, 0)]
		return nil, &CoordinateError{at, "has dampers whose dampings cancel each other", "give it a mass, or ask for another form"}
	}
	if basis.IsEmpty() {
		return basis, nil
	}
	var kb, pull, move, out mat.Dense
	kb.Mul(k, basis)
	pull.Mul(static.T(), &kb)
	if err := move.Solve(held, &pull); err != nil {
		return nil, err
	}
	out.Mul(static, &move)
	out.Sub(basis, &out)
	return &out, nil
}

// stateMatrix is A of ż = A z with z = (x, ẋ, y), where x has inertia and y hasn't.
func (r *reduction) stateMatrix() (*mat.Dense, error) {
	n, y := r.inert, r.creeping
	a := mat.NewDense(2*n+y, 2*n+y, nil)
	// rates are ẏ by the state: c_yy ẏ = −(k_yx x + c_yx ẋ + k_yy y).
	if y > 0 {
		right, cyy := mat.NewDense(y, 2*n+y, nil), mat.NewDense(y, y, nil)
		for i := range y {
			for j := range n {
				right.Set(i, j, -r.k.At(n+i, j))
				right.Set(i, n+j, -r.c.At(n+i, j))
			}
			for j := range y {
				right.Set(i, 2*n+j, -r.k.At(n+i, n+j))
				cyy.Set(i, j, r.c.At(n+i, n+j))
			}
		}
		rates := a.Slice(2*n, 2*n+y, 0, 2*n+y).(*mat.Dense)
		if err := rates.Solve(cyy, right); err != nil {
			return nil, err
		}
	}
	for i := range n {
		a.Set(i, n+i, 1)
		for j := range 2*n + y {
			switch {
			case j < n:
				a.Set(n+i, j, -r.k.At(i, j))
			case j < 2*n:
				a.Set(n+i, j, -r.c.At(i, j-n))
			default:
				a.Set(n+i, j, -r.k.At(i, j-n))
			}
			for l := range y {
				a.Set(n+i, j, a.At(n+i, j)-r.c.At(i, n+l)*a.At(2*n+l, j))
			}
		}
	}
	return a, nil
}

// shape is a motion in the system's coordinates, given by what each of the reduced ones does.
func (r *reduction) shape(of func(int) complex128) []complex128 {
	rows, cols := r.back.Dims()
	out := make([]complex128, rows)
	for i := range out {
		for j := range cols {
			out[i] += complex(r.back.At(i, j), 0) * of(j)
		}
	}
	return out
}

// shapes are the columns of a matrix as motions in the system's coordinates.
func (r *reduction) shapes(columns *mat.Dense) [][]complex128 {
	_, cols := columns.Dims()
	out := make([][]complex128, cols)
	for j := range out {
		out[j] = r.shape(func(i int) complex128 { return complex(columns.At(i, j), 0) })
	}
	return out
}

// within is Bᵀ A B, and symmetric.
func within(basis *mat.Dense, a mat.Matrix) *mat.SymDense {
	_, n := basis.Dims()
	if n == 0 {
		return &mat.SymDense{}
	}
	var ab, whole mat.Dense
	ab.Mul(a, basis)
	whole.Mul(basis.T(), &ab)
	out := mat.NewSymDense(n, nil)
	for i := range n {
		for j := i; j < n; j++ {
			out.SetSym(i, j, (whole.At(i, j)+whole.At(j, i))/2)
		}
	}
	return out
}

// columns are some of a matrix.
func columns(a *mat.Dense, which []int) *mat.Dense {
	if len(which) == 0 {
		return &mat.Dense{}
	}
	rows, _ := a.Dims()
	out := mat.NewDense(rows, len(which), nil)
	for j, from := range which {
		for i := range rows {
			out.Set(i, j, a.At(i, from))
		}
	}
	return out
}

// side is two matrices side by side, each of which may be empty.
func side(a, b *mat.Dense) *mat.Dense {
	switch {
	case a.IsEmpty():
		return b
	case b.IsEmpty():
		return a
	}
	var out mat.Dense
	out.Augment(a, b)
	return &out
}

func product(a, b *mat.Dense) *mat.Dense {
	var out mat.Dense
	if !a.IsEmpty() && !b.IsEmpty() {
		out.Mul(a, b)
	}
	return &out
}

func largest(a *mat.SymDense) float64 {
	if a.IsEmpty() {
		return 0
	}
	return largestOf(a)
}

func largestOf(a mat.Matrix) float64 {
	most := 0.0
	rows, cols := a.Dims()
	for i := range rows {
		for j := range cols {
			most = math.Max(most, math.Abs(a.At(i, j)))
		}
	}
	return most
}

// peak is the row of a column's largest entry.
func peak(a *mat.Dense, col int) int {
	rows, _ := a.Dims()
	at := 0
	for i := range rows {
		if math.Abs(a.At(i, col)) > math.Abs(a.At(at, col)) {
			at = i
		}
	}
	return at
}
