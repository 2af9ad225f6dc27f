package motion

import (
	"math"
	"strconv"

	"diagram/dsl/unit"
	"diagram/symbolic"
)

// Amount is the number that a definition comes to where the text gives its symbols values.
type Amount struct {
	Number *symbolic.Number
	Exact  bool   // else it is rounded
	Unit   string // of the SI; empty without one, or where the values have none
}

// amounts finds the number of each definition for which all symbols have values; one may use those before it.
func (m *Model) amounts(defs []Definition) {
	known := m.given()
	measured := map[string]bool{}
	for _, v := range m.Graph.Values {
		measured[v.Symbol.Key()] = v.Dim != unit.Dimension{}
	}
	for i, d := range defs {
		if isNumber(d.Value) {
			known = append(known, symbolic.Pair{From: d.Symbol, To: d.Value})
			continue
		}
		value := symbolic.Substitute(d.Value, known...)
		number, exact, ok := m.evaluated(value)
		if !ok {
			continue
		}
		a := &Amount{Number: number, Exact: exact}
		for _, s := range symbolic.Symbols(d.Value) {
			if measured[s.Name().Key()] {
				a.Unit = d.unit
			}
		}
		if a.Unit != "" {
			if s, ok := d.Symbol.(*symbolic.Symbol); ok {
				measured[s.Name().Key()] = true
			}
		}
		defs[i].Amount = a
		known = append(known, symbolic.Pair{From: d.Symbol, To: value})
	}
}

// evaluated is a number without symbols as a short decimal, rounded where it has to be.
func (m *Model) evaluated(e symbolic.Expr) (n *symbolic.Number, exact, ok bool) {
	if whole, isNum := m.work.Simplify(e).(*symbolic.Number); isNum {
		if p, q, small := whole.Value().Small(); small {
			if short, err := symbolic.ParseNumber(strconv.FormatFloat(float64(p)/float64(q), 'f', -1, 64)); err == nil &&
				short.Value().Equal(whole.Value()) && math.Abs(math.Remainder(float64(p)*1e4/float64(q), 1)) < 1e-9 {
				return short, true, true
			}
		}
	}
	v, err := symbolic.Eval(e, func(symbolic.Expr) (float64, bool) { return 0, false })
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		return nil, false, false
	}
	digits := strconv.FormatFloat(v, 'g', 3, 64)
	if math.Abs(v) >= 1000 && math.Abs(v) < 1e8 {
		digits = strconv.FormatFloat(v, 'f', 0, 64)
	}
	rounded, err := symbolic.ParseNumber(digits)
	return rounded, false, err == nil
}
