package equation

import (
	"errors"
	"fmt"
	"math"
	"math/cmplx"
	"strconv"
	"strings"

	"diagram/dsl/diag"
	"diagram/symbolic"
	"diagram/symbolic/linear"
	"diagram/symbolic/motion"
)

// digits are those that the numbers of modes are rounded to, so that they are the same on every machine.
const digits = 4

// Modes are the natural motions of the system, by rising frequency. Numbers are rounded to four significant digits.
type Modes struct {
	// Damping is none, proportional, or general: then frequencies and ratios are those of the poles, |p| and −Re p/|p|.
	Damping string `json:"damping"`
	Modes   []Mode `json:"modes"`
}

// Mode is one of them.
type Mode struct {
	Omega     float64 `json:"omega"`     // natural angular frequency, rad/s; 0 where no spring resists the motion
	Frequency float64 `json:"frequency"` // Hz
	Zeta      float64 `json:"zeta"`      // damping ratio; 0 where omega is
	// Rate is the real pole of a motion that doesn't oscillate and goes like exp(rate·t), 1/s; where omega is 0, that of its speed.
	Rate  *float64     `json:"rate,omitempty"`
	Shape []Deflection `json:"shape"`
}

// Deflection is how far a coordinate moves in a mode. The one that moves furthest has an amplitude of 1.
type Deflection struct {
	Coordinate string  `json:"coordinate"`
	Amplitude  float64 `json:"amplitude"` // negative where it moves against that one
	Phase      float64 `json:"phase"`     // by how much it leads that one, in degrees
}

// modal analyses a model whose symbols have values. What is missing is an error that says how to give it.
func modal(m *motion.Model) (*linear.Modal, diag.List) {
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

// modesForm is, for each natural motion, its frequency, how it dies away, and its shape as a ratio of the coordinates.
func modesForm(m *motion.Model, _ Options) ([]line, diag.List) {
	analysis, list := modal(m)
	if list.HasErrors() {
		return nil, list
	}
	var lines []line
	symbols := m.ModeSymbols(len(analysis.Modes))
	for i, mode := range analysis.Modes {
		l := modeLine(mode, analysis.Damping, symbols[i])
		for j, x := range mode.Shape {
			l.sympy += fmt.Sprintf("%s - (%s)\n", symbolic.Sympy(symbols[i].Shape[j]), deflection(x).sympy)
		}
		l.sympy = strings.TrimSuffix(l.sympy, "\n")
		lines = append(lines, l)
		if len(m.Coordinates) > 1 {
			lines = append(lines, shapeLine(m, mode.Shape))
		}
	}
	words := "rounded to four significant digits"
	if analysis.Damping == linear.General {
		words += "; with this damping, frequencies and ratios are those of the poles, and an angle is by how much a coordinate leads the one that moves by 1"
	}
	lines[len(lines)-1].remark = motion.Sentence{{Text: words}}
	return lines, list
}

// modeLine says how fast a mode oscillates and dies away.
func modeLine(mode linear.Mode, damping linear.Damping, s motion.ModeSymbols) line {
	quantity := func(symbol *symbolic.Symbol, v float64, unit string) (part, symbolic.Expr) {
		n := rounded(v)
		return part{joined: true, factors: []factor{{raw: measured(symbol, n, unit)}}}, symbolic.Sub(symbol, n)
	}
	if mode.Creeps {
		l := line{left: alone(factor{expr: s.Rate}), right: alone(factor{raw: measured(nil, rounded(mode.Rate), perSecond)})}
		l.zeros = []symbolic.Expr{symbolic.Sub(s.Rate, rounded(mode.Rate))}
		if mode.Rate > 0 {
			l.right = append(l.right, said(unstable))
		} else {
			l.right = append(l.right, said("dies away without oscillating"))
		}
		return l
	}
	l := line{left: alone(factor{expr: s.Omega}), right: alone(factor{raw: measured(nil, rounded(mode.Omega), "rad/s")})}
	l.zeros = []symbolic.Expr{symbolic.Sub(s.Omega, rounded(mode.Omega))}
	if mode.Omega == 0 {
		l.right = append(l.right, said("no spring resists this motion"))
		return l
	}
	p, zero := quantity(s.Frequency, mode.Omega/(2*math.Pi), "Hz")
	l.right, l.zeros = append(l.right, p), append(l.zeros, zero)
	if damping != linear.Undamped {
		p, zero = quantity(s.Zeta, mode.Zeta, "")
		l.right, l.zeros = append(l.right, p), append(l.zeros, zero)
		if mode.Zeta < 0 {
			l.right = append(l.right, said(unstable))
		}
	}
	return l
}

const (
	unstable  = "grows: the system is unstable"
	perSecond = "s⁻¹"
)

// said are words behind a quantity.
func said(words string) part {
	return part{joined: true, factors: []factor{{raw: &raw{
		latex:  `\text{, ` + escaped(words) + "}",
		text:   ", " + words,
		mathml: mtext(", " + words),
	}}}}
}

// measured is a number with its unit; where it has a symbol, that follows a comma: ", f = 2 Hz".
func measured(symbol *symbolic.Symbol, n symbolic.Expr, unit string) *raw {
	style := symbolic.Style{}
	r := raw{latex: symbolic.LaTeX(n, style), text: symbolic.Text(n, style), mathml: symbolic.MathML(n, style)}
	if symbol != nil {
		r.latex = `,\quad ` + symbolic.LaTeX(symbol, style) + " = " + r.latex
		r.text = ", " + symbolic.Text(symbol, style) + " = " + r.text
		r.mathml = `<mo>,</mo><mspace width="1em"/>` + symbolic.MathML(symbol, style) + "<mo>=</mo>" + r.mathml
	}
	if unit != "" {
		r.latex += `\,\mathrm{` + strings.ReplaceAll(unit, "⁻¹", "^{-1}") + "}"
		r.text += " " + unit
		r.mathml += `<mspace width="0.2em"/>` + mtext(unit)
	}
	return &r
}

// shapeLine is a mode's shape: x₁ : x₂ = 1 : −0.5.
func shapeLine(m *motion.Model, shape []complex128) line {
	var l line
	style := m.Style()
	for j, c := range m.Coordinates {
		x := raw{latex: symbolic.LaTeX(c.Symbol, style), text: symbolic.Text(c.Symbol, style), mathml: symbolic.MathML(c.Symbol, style)}
		l.left = append(l.left, inRatio(j, x))
		l.right = append(l.right, inRatio(j, deflection(shape[j])))
	}
	return l
}

// inRatio is a member of a ratio.
func inRatio(at int, r raw) part {
	if at > 0 {
		r.latex, r.text, r.mathml = " : "+r.latex, " : "+r.text, `<mo lspace="0.28em" rspace="0.28em">:</mo>`+r.mathml
	}
	return part{joined: true, factors: []factor{{raw: &r}}}
}

// deflection is how far a coordinate moves; one that is neither in phase nor against it has an angle: 0.5∠30°.
func deflection(x complex128) raw {
	style := symbolic.Style{}
	amplitude, phase := polar(x)
	a := rounded(amplitude)
	r := raw{latex: symbolic.LaTeX(a, style), text: symbolic.Text(a, style), mathml: symbolic.MathML(a, style), sympy: symbolic.Sympy(a)}
	if phase != 0 {
		p := rounded(phase)
		r.latex += `\angle{` + symbolic.LaTeX(p, style) + `}^\circ`
		r.text += "∠" + symbolic.Text(p, style) + "°"
		r.mathml = "<mrow>" + r.mathml + "<mo>∠</mo>" + symbolic.MathML(p, style) + "<mo>°</mo></mrow>"
		r.sympy += "*exp(I*pi*(" + symbolic.Sympy(p) + ")/180)"
	}
	return r
}

// polar is an amplitude and a phase in degrees, the phase rounded to tenths; what only changes sign has a negative amplitude.
func polar(x complex128) (amplitude, phase float64) {
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
	n, err := symbolic.ParseNumber(strconv.FormatFloat(v, 'g', digits, 64))
	if err != nil { // beyond what a number may be
		return symbolic.Int(0)
	}
	return n
}

// number is what JSON has of a rounded number.
func number(v float64) float64 {
	v, _ = strconv.ParseFloat(strconv.FormatFloat(v, 'g', digits, 64), 64) // it is a number
	return v
}

func (d *Document) modes(m *motion.Model, _ printer) diag.List {
	analysis, list := modal(m)
	if list.HasErrors() {
		return list
	}
	d.Modes = &Modes{Damping: analysis.Damping.String()}
	for _, mode := range analysis.Modes {
		out := Mode{Omega: number(mode.Omega), Frequency: number(mode.Omega / (2 * math.Pi)), Zeta: number(mode.Zeta)}
		if mode.Creeps || mode.Rate != 0 {
			rate := number(mode.Rate)
			out.Rate = &rate
		}
		for j, x := range mode.Shape {
			amplitude, phase := polar(x)
			out.Shape = append(out.Shape, Deflection{m.Coordinates[j].Symbol.Name().Plain(), number(amplitude), phase})
		}
		d.Modes.Modes = append(d.Modes.Modes, out)
	}
	return list
}
