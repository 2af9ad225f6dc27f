package lines

import (
	"diagram/dsl/diag"
	"diagram/symbolic"
	"diagram/symbolic/motion"
)

// normalized is the equation of one coordinate in its natural frequency and damping ratio, with what they are and the
// regime in words.
func normalized(m *motion.Model, _ Options) ([]Line, diag.List) {
	n, list := m.Normalized()
	if list.HasErrors() {
		return nil, list
	}
	style := m.Style()
	l := Line{
		Left:   Alone(style.Formula(n.Left)),
		Right:  Alone(style.Formula(n.Right)),
		Where:  defined(n.Where, style),
		Zeros:  []symbolic.Expr{symbolic.Sub(n.Left, n.Right)},
		Remark: n.Words,
	}
	for _, d := range n.Where {
		l.Zeros = append(l.Zeros, symbolic.Sub(d.Symbol, d.Value))
	}
	return []Line{l}, list
}
