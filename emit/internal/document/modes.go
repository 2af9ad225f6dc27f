package document

import (
	"math"
	"strconv"

	"diagram/dsl/diag"
	"diagram/emit/internal/lines"
	"diagram/symbolic/motion"
)

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

func (d *Document) modes(m *motion.Model) diag.List {
	analysis, list := lines.Modal(m)
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
			amplitude, phase := lines.Polar(x)
			out.Shape = append(out.Shape, Deflection{m.Coordinates[j].Symbol.Name().Plain(), number(amplitude), phase})
		}
		d.Modes.Modes = append(d.Modes.Modes, out)
	}
	return list
}

// number is what JSON has of a rounded number.
func number(v float64) float64 {
	v, _ = strconv.ParseFloat(strconv.FormatFloat(v, 'g', lines.Digits, 64), 64) // it is a number
	return v
}
