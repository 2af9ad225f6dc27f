package unit

import (
	"errors"
	"testing"

	"diagram/symbolic/rational"

	"pgregory.net/rapid"
)

func TestParse(t *testing.T) {
	for _, test := range []struct {
		text   string
		number string
		dim    Dimension
	}{
		{"200 N/m", "200", Stiffness},
		{"1.5 kg", "3/2", Mass},
		{"9.81 m/s^2", "981/100", Acceleration},
		{"9.81 m/s²", "981/100", Acceleration},
		{"9.81 m s^-2", "981/100", Acceleration},
		{"9.81 m·s⁻²", "981/100", Acceleration},
		{"9.81 m*s**-2", "981/100", Acceleration},
		{"20 cm", "1/5", Length},
		{"20cm", "1/5", Length},
		{"3 mm", "3/1000", Length},
		{"500 g", "1/2", Mass},
		{"2 t", "2000", Mass},
		{"0.3 N·s/m", "3/10", Damping},
		{"0.3 N s / m", "3/10", Damping},
		{"0.3 kg/s", "3/10", Damping},
		{"5 N/(m/s)", "5", Damping},
		{"5 N/(m s)", "5", Dimension{1, 0, -3}},
		{"2 N m/rad", "2", Torque},
		{"2 Nm", "2", Torque},
		{"3 kNm", "3000", Torque},
		{"1/3 kN/m", "1000/3", Stiffness},
		{"010/3 kg", "10/3", Mass},
		{"1/08 kg", "1/8", Mass},
		{"010 kg", "10", Mass},
		{"2e5 Pa", "200000", Dimension{1, -1, -2}},
		{"2e-3", "1/500", None},
		{"-2.5E3 mN", "-5/2", Force},
		{"−1 s", "-1", Time},
		{"+1 ms", "1/1000", Time},
		{"50 Hz", "50", Frequency},
		{"50 1/s", "50", Frequency},
		{"50 rad/s", "50", Frequency},
		{"10 %", "1/10", None},
		{"1_000 kg m^2", "1000", Inertia},
		{"7 N/m^3", "7", CubicStiff},
		{"7 N s²/m²", "7", QuadDamping},
		{"60 rpm", "", Frequency},
		{"4 J", "4", Torque},
		{"1 min", "60", Time},
		{"1 lb", "45359237/100000000", Mass},
		{"1 lbm", "45359237/100000000", Mass},
		{"1 lbf", "8896443230521/2000000000000", Force},
		{"1 slug", "8896443230521/609600000000", Mass}, // 14.5939 kg
		{"1 slug ft/s^2", "8896443230521/2000000000000", Force},
		{"2 kip", "8896443230521/1000000000", Force},
		{"1 lbf/in", "8896443230521/50800000000", Stiffness},
		{"1 lbf*s/in", "8896443230521/50800000000", Damping},
		{"2 ft-lbf", "3389544870828501/1250000000000000", Torque},
		{"3 N-m", "3", Torque},
		{"3 m-2", "3", Dimension{0, -2, 0}},
		{"1 lbf s^2/ft", "8896443230521/609600000000", Mass},
	} {
		q, err := Parse(test.text)
		if err != nil {
			t.Errorf("%s: %v", test.text, err)
			continue
		}
		if q.Dim != test.dim || test.number != "" && q.Number.String() != test.number {
			t.Errorf("%s is %v %v, not %s %v", test.text, q.Number, q.Dim, test.number, test.dim)
		}
	}
}

func TestDegrees(t *testing.T) {
	q, err := Parse("180°")
	if err != nil || q.Number.Float64() != 3.141592653589793 {
		t.Errorf("180° is %v (%v)", q.Number.Float64(), err)
	}
}

func TestParseErrors(t *testing.T) {
	for text, want := range map[string]string{
		"":              "a quantity must begin with a number",
		"kg":            "a quantity must begin with a number",
		"-":             "a quantity must begin with a number",
		"5 furlong":     `there is no unit "furlong"`,
		"5 kN/":         `the unit "kN/" is incomplete`,
		"5 N//m":        `two slashes in a row in the unit "N//m"`,
		"5 m^":          `a power is missing in the unit "m^"`,
		"5 m^1000":      `"1000" is not a power in the unit "m^1000"`,
		"5 *":           `the unit "*" is incomplete`,
		"5 m!":          `"!" is not allowed in a unit`,
		"5 (m":          `the unit "(m" is incomplete`,
		"1..2 m":        `"1..2" is not a number`,
		"1/0 m":         `"1/0" is not a number`,
		"1__0 m":        `"1__0" is not a number`,
		"1e99999999 m":  `the number "1e99999999" is too long`,
		"5 m^99 m^99":   `the unit "m^99 m^99" has too high a power`,
		"5 Gm^99 Gm^99": `the unit "Gm^99 Gm^99" has too high a power`,
	} {
		if q, err := Parse(text); err == nil || err.Error() != want {
			t.Errorf("%s: got %v %v, error %v, not %s", text, q.Number, q.Dim, err, want)
		}
	}
}

// TestUsualUnits reads back the unit in which every dimension is given.
func TestUsualUnits(t *testing.T) {
	for dim, text := range usual {
		if dim == None {
			continue
		}
		q, err := Parse("1 " + text)
		if err != nil || q.Dim != dim || !q.Number.Equal(rational.One) {
			t.Errorf("%s is %v %v (%v), not 1 %v", text, q.Number, q.Dim, err, dim)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		power := rapid.Int8Range(-5, 5)
		dim := Dimension{power.Draw(t, "mass"), power.Draw(t, "length"), power.Draw(t, "time")}
		if dim == None {
			return
		}
		q, err := Parse("1 " + dim.String())
		if err != nil || q.Dim != dim || !q.Number.Equal(rational.One) {
			t.Fatalf("%s is %v %v (%v)", dim, q.Number, q.Dim, err)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"200 N/m", "1/3 kg", "9.81 m/s^2", "-2e-3 mN·s⁻¹", "5 N/(m s)", "1 1/s", "٣ m", "1e9 GN^99"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if q, err := Parse(s); err == nil && q.Unit == "" && q.Dim != None {
			t.Errorf("%q has a dimension but no unit", s)
		}
	})
}

// A lb is a pound of mass, or of force where that is asked for.
func TestParseForce(t *testing.T) {
	for text, same := range map[string]string{"10 lb/in": "10 lbf/in", "2 lb*s/ft": "2 lbf*s/ft", "3 lb": "3 lbf", "4 klb": "", "5 N/m": "5 N/m", "6 lbf": "6 lbf", "7 lbm": "7 lbm"} {
		got, pounds, err := ParseForce(text)
		want, errWant := Parse(same)
		if (err != nil) != (errWant != nil) || got.Number != want.Number || got.Dim != want.Dim {
			t.Errorf("%s: %v %v %v, not %s", text, got.Number, got.Dim, err, same)
		}
		if pounds != (err == nil && text != same) {
			t.Errorf("%s: there is a lb: %v", text, pounds)
		}
	}
}

func TestMeantUnit(t *testing.T) {
	for name, want := range map[string]string{
		"Kg": "kg", "KG": "kg", "n": "N", "hz": "Hz", "lbs": "lb", "pounds": "lb", "slugs": "slug", "kips": "kip", "inches": "in", "feet": "ft",
		"seconds": "s", "meters": "m", "newton": "N", "MM": "mm", "kn": "kN", "furlong": "", "Q": "",
	} {
		if got := (UnknownError{name}).Meant(); got != want {
			t.Errorf("%s: %q, not %q", name, got, want)
		}
	}
	_, err := Parse("3 Kg/s")
	var unknown UnknownError
	if !errors.As(err, &unknown) || unknown.Name != "Kg" {
		t.Errorf("3 Kg/s: %v", err)
	}
}
