package lines

import (
	"errors"
	"math"
	"math/cmplx"
	"strconv"
	"strings"

	"diagram/dsl/diag"
	"diagram/symbolic"
	"diagram/symbolic/formula"
	"diagram/symbolic/linear"
	"diagram/symbolic/motion"
)

// Digits are those that the numbers of modes are rounded to, so that they are the same on every machine.
const Digits = 4

// Modal analyses a model whose symbols have values. What is missing is an error that says how to give it.
func Modal(m *motion.Model) (*linear.Modal, diag.List) {
	matrices, list := m.Free()
	if list.HasErrors() {
		return nil, list
	}
	s, err := linear.Free(matrices, m.Value)
	if err == nil {
		var modal *linear.Modal
		if modal, err = s.Modes(); err == nil {
			return modal, list
		}
	}
	var missing *linear.MissingError
	var wrong *linear.CoordinateError
	d := diag.Diagnostic{File: m.Graph.File, Span: m.Graph.Settings.Span("form")}
	switch {
	case errors.As(err, &missing):
		d.Summary = "the form modes is in numbers, and there is " + err.Error()
		d.Help = "give numbers in place of the dots: " + strings.Join(m.Graph.Quantities(missing.Symbols), "; ")
	case errors.As(err, &wrong):
		d.Span = wrong.Coordinate.Node.Span
		d.Summary = "there are no modes: " + wrong.Coordinate.Node.Pointed() + " " + wrong.Problem
		d.Help = wrong.Help
	default:
		d.Summary = "there are no modes: " + err.Error()
		d.Help = "look at the values, or ask for another form"
	}
	return nil, append(list, d)
}

// modes is, for each natural motion, its frequency, how it dies away, and its shape as a ratio of the coordinates.
func modes(m *motion.Model, _ Options) ([]Line, diag.List) {
	analysis, list := Modal(m)
	if list.HasErrors() {
		return nil, list
	}
	var lines []Line
	symbols := m.ModeSymbols(len(analysis.Modes))
	for i, mode := range analysis.Modes {
		l := modeLine(mode, analysis.Damping, symbols[i])
		zeros := make([]string, len(mode.Shape))
		for j, x := range mode.Shape {
			zeros[j] = symbolic.Sympy(symbols[i].Shape[j]) + " - (" + deflectionInSymPy(x) + ")"
		}
		l.SymPy = strings.Join(zeros, "\n")
		lines = append(lines, l)
		if len(m.Coordinates) > 1 {
			lines = append(lines, shapeLine(m, mode.Shape))
		}
	}
	words := "rounded to four significant digits"
	if analysis.Damping == linear.General {
		words += "; with this damping, frequencies and ratios are those of the poles, and an angle is by how much a coordinate leads the one that moves by 1"
	}
	lines[len(lines)-1].Remark = motion.Sentence{{Text: words}}
	return lines, list
}

const unstable = "grows: the system is unstable"

// modeLine says how fast a mode oscillates and dies away.
func modeLine(mode linear.Mode, damping linear.Damping, s motion.ModeSymbols) Line {
	var l quantities
	if mode.Creeps {
		l.add(s.Rate, mode.Rate, perSecond)
		if mode.Rate > 0 {
			l.say(unstable)
		} else {
			l.say("dies away without oscillating")
		}
		return l.Line
	}
	l.add(s.Omega, mode.Omega, "rad/s")
	if mode.Omega == 0 {
		l.say("no spring resists this motion")
		return l.Line
	}
	l.add(s.Frequency, mode.Omega/(2*math.Pi), "Hz")
	if damping != linear.Undamped {
		l.add(s.Zeta, mode.Zeta, "")
		if mode.Zeta < 0 {
			l.say(unstable)
		}
	}
	return l.Line
}

// quantities is a line of numbers with their symbols: ω = 2 rad/s, f = 0.318 Hz.
type quantities struct{ Line }

func (l *quantities) add(symbol *symbolic.Symbol, v float64, in string) {
	var style symbolic.Style
	n := rounded(v)
	p := Part{Factors: []formula.Node{style.Formula(n)}, Unit: unit(in)}
	if len(l.Right) == 0 {
		l.Left = Alone(style.Formula(symbol))
	} else {
		p.Lead, p.Names = Listed, style.Formula(symbol)
	}
	l.Right = append(l.Right, p)
	l.Zeros = append(l.Zeros, symbolic.Sub(symbol, n))
}

// say adds words behind the quantities.
func (l *quantities) say(words string) {
	l.Right = append(l.Right, Part{Lead: Appended, Factors: []formula.Node{formula.Words{Command: "text", Text: ", " + words}}})
}

// shapeLine is a mode's shape: x₁ : x₂ = 1 : −0.5.
func shapeLine(m *motion.Model, shape []complex128) Line {
	var l Line
	for j, c := range m.Coordinates {
		lead := Compared
		if j == 0 {
			lead = Appended
		}
		l.Left = append(l.Left, Part{Lead: lead, Factors: []formula.Node{m.Style().Formula(c.Symbol)}})
		l.Right = append(l.Right, Part{Lead: lead, Factors: []formula.Node{deflection(shape[j])}})
	}
	return l
}

// deflection is how far a coordinate moves; one that is neither in phase nor against it has an angle: 0.5∠30°.
func deflection(x complex128) formula.Node {
	var style symbolic.Style
	amplitude, phase := Polar(x)
	a := style.Formula(rounded(amplitude))
	if phase == 0 {
		return a
	}
	return formula.Row{a, angle(style.Formula(rounded(phase)))}
}

// angle is a phase in degrees: ∠30°.
func angle(phase formula.Node) formula.Node {
	sign := formula.Glyph{TeX: `\angle`, Shape: "∠"}
	degrees := formula.Script{Base: formula.Group{Row: formula.Row{phase}}, Sup: formula.Glyph{TeX: `\circ`, Shape: "∘"}}
	return formula.Symbol{Spelling: &formula.Spelling{
		Tree:  formula.Row{sign, degrees},
		LaTeX: `\angle{` + formula.LaTeX(phase) + `}^\circ`,
		Text:  "∠" + formula.Text(phase) + "°",
	}}
}

func deflectionInSymPy(x complex128) string {
	amplitude, phase := Polar(x)
	s := symbolic.Sympy(rounded(amplitude))
	if phase != 0 {
		s += "*exp(I*pi*(" + symbolic.Sympy(rounded(phase)) + ")/180)"
	}
	return s
}

// Polar is an amplitude and a phase in degrees, the phase rounded to tenths; what only changes sign has a negative amplitude.
func Polar(x complex128) (amplitude, phase float64) {
	amplitude, phase = cmplx.Abs(x), math.Round(cmplx.Phase(x)*1800/math.Pi)/10
	if math.Abs(phase) == 180 {
		return -amplitude, 0
	}
	return amplitude, phase
}

// rounded is a number with four significant digits, printed as a decimal.
func rounded(v float64) symbolic.Expr {
	if v == 0 {
		return symbolic.Int(0)
	}
	n, err := symbolic.ParseNumber(strconv.FormatFloat(v, 'g', Digits, 64))
	if err != nil { // beyond what a number may be
		return symbolic.Int(0)
	}
	return n
}
