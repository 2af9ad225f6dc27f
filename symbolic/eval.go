package symbolic

import (
	"fmt"
	"math"
)

// Eval returns the value of e, asking env for each symbol and function. Pi needs
// no value. A symbol without one is an error that names it; a result that is not
// finite (a division by zero, the logarithm of a negative number) is not an error.
func Eval(e Expr, env func(Expr) (float64, bool)) (float64, error) {
	switch e := e.(type) {
	case *Number:
		return e.val.Float64(), nil
	case *Symbol, *Function:
		if v, ok := env(e); ok {
			return v, nil
		}
		if s, ok := e.(*Symbol); ok && isPi(s) {
			return math.Pi, nil
		}
		return 0, fmt.Errorf("no value for %s", e)
	case *Sum:
		sum := 0.0
		for _, t := range e.terms {
			v, err := Eval(t, env)
			if err != nil {
				return 0, err
			}
			sum += v
		}
		return sum, nil
	case *Product:
		prod := e.coef.val.Float64()
		for _, f := range e.factors {
			v, err := Eval(f, env)
			if err != nil {
				return 0, err
			}
			prod *= v
		}
		return prod, nil
	case *Power:
		base, err := Eval(e.base, env)
		if err != nil {
			return 0, err
		}
		exp, err := Eval(e.exp, env)
		return math.Pow(base, exp), err
	case *Call:
		arg, err := Eval(e.arg, env)
		return e.fn.apply(arg), err
	}
	return 0, fmt.Errorf("no value for %T", e)
}

func (fn Fn) apply(x float64) float64 {
	switch fn {
	case SinFn:
		return math.Sin(x)
	case CosFn:
		return math.Cos(x)
	case TanFn:
		return math.Tan(x)
	case ExpFn:
		return math.Exp(x)
	case LogFn:
		return math.Log(x)
	case AbsFn:
		return math.Abs(x)
	case MaxFn:
		return max(0, x)
	case MinFn:
		return min(0, x)
	}
	switch {
	case x > 0:
		return 1
	case x < 0:
		return -1
	}
	return x // 0 and NaN
}
