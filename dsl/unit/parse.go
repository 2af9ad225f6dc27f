package unit

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"diagram/symbolic/rational"
)

// Quantity is a number with a unit, in SI units.
type Quantity struct {
	Number rational.Rat
	Dim    Dimension
	Unit   string // as written; empty for a bare number
}

// unit is a unit's size in SI units and its dimension. With prefix it takes k, m and their like in front.
type unit struct {
	size   rational.Rat
	dim    Dimension
	prefix bool
}

var units = map[string]unit{
	"g":    {rational.New(1, 1000), Mass, true},
	"t":    {rational.Int(1000), Mass, false},
	"lb":   pound, // or a force: see ParseForce
	"lbm":  pound,
	"slug": {poundForce.Mul(rational.New(10000, 3048)), Mass, false}, // 1 lbf gives it 1 ft/s²
	"m":    {rational.One, Length, true},
	"in":   {rational.New(254, 10000), Length, false},
	"ft":   {rational.New(3048, 10000), Length, false},
	"s":    {rational.One, Time, true},
	"sec":  {rational.One, Time, false},
	"min":  {rational.Int(60), Time, false},
	"h":    {rational.Int(3600), Time, false},
	"Hz":   {rational.One, Frequency, true},
	"N":    {rational.One, Force, true},
	"lbf":  {poundForce, Force, false},
	"kip":  {poundForce.Mul(rational.Int(1000)), Force, false},
	"Nm":   {rational.One, Torque, true},
	"Nms":  {rational.One, TorsionDamp, false},
	"Ns":   {rational.One, Dimension{1, 1, -1}, false},
	"J":    {rational.One, Torque, true},
	"W":    {rational.One, Dimension{1, 2, -3}, true},
	"Pa":   {rational.One, Dimension{1, -1, -2}, true},
	"rad":  {rational.One, None, true},
	"deg":  {degree, None, false},
	"°":    {degree, None, false},
	"%":    {rational.New(1, 100), None, false},
	"rpm":  {degree.Mul(rational.Int(6)), Frequency, false},
	"gram": {rational.New(1, 1000), Mass, false},
}

// The pound, of mass and of force, by their definitions of 1959.
var (
	pound      = unit{rational.New(45359237, 100000000), Mass, false}
	poundForce = rational.FromBig(mustRat("4.4482216152605"))
)

// degree is π/180 to 20 digits: a degree isn't a rational number of radians.
var degree = rational.FromBig(mustRat("0.017453292519943295769"))

var prefixes = map[string]int64{"n": -9, "µ": -6, "μ": -6, "u": -6, "m": -3, "c": -2, "d": -1, "h": 2, "k": 3, "M": 6, "G": 9}

// maxDim bounds the powers of a dimension, which fit into an int8.
const maxDim = 100

// Parse reads a quantity as authors write it: 200 N/m, 1.5 kg, 9.81 m/s^2, 0.3 N·s/m, 1/3 kg, 2e5 N m^-1. The number is
// exact, but for angles in degrees.
func Parse(text string) (Quantity, error) { return parse(text, false) }

// ParseForce reads a quantity in which lb is a pound of force, as in lb/in, and reports whether there is a lb.
func ParseForce(text string) (q Quantity, pounds bool, err error) {
	if q, err = parse(text, true); err != nil {
		return Quantity{}, false, err
	}
	mass, err := parse(text, false)
	return q, err == nil && mass.Dim != q.Dim, err
}

func parse(text string, force bool) (Quantity, error) {
	number, rest := Split(strings.TrimSpace(text))
	if number == "" {
		return Quantity{}, fmt.Errorf("a quantity must begin with a number")
	}
	n, err := parseNumber(number)
	if err != nil {
		return Quantity{}, err
	}
	q := Quantity{Number: n, Unit: strings.TrimSpace(rest)}
	if q.Unit == "" {
		return q, nil
	}
	size, dim, err := parseUnit(q.Unit, force)
	if err != nil {
		return Quantity{}, err
	}
	q.Number, q.Dim = q.Number.Mul(size), dim
	return q, nil
}

// Split parts 1/3 kg into 1/3 and kg. An e counts to the number where digits follow.
func Split(text string) (number, unit string) {
	number, rest := splitNumber(text)
	return number, strings.TrimSpace(rest)
}

func splitNumber(text string) (number, rest string) {
	digits := func(i int) int {
		for i < len(text) && (text[i] >= '0' && text[i] <= '9' || text[i] == '.' || text[i] == '_') {
			i++
		}
		return i
	}
	i := 0
	for _, sign := range []string{"-", "+", "−"} {
		if strings.HasPrefix(text, sign) {
			i = len(sign)
		}
	}
	start := i
	if i = digits(i); i == start {
		return "", text
	}
	if i < len(text) && (text[i] == 'e' || text[i] == 'E') {
		j := i + 1
		if j < len(text) && (text[j] == '-' || text[j] == '+') {
			j++
		}
		if end := digits(j); end > j {
			i = end
		}
	}
	if i < len(text) && text[i] == '/' {
		if end := digits(i + 1); end > i+1 {
			i = end
		}
	}
	return text[:i], text[i:]
}

// parseUnit reads a product of powers of units. A slash divides by the one unit behind it. With force, lb is one.
func parseUnit(text string, force bool) (rational.Rat, Dimension, error) {
	size, dim := rational.One, Dimension{}
	fail := func(format string, args ...any) (rational.Rat, Dimension, error) {
		return rational.Rat{}, Dimension{}, fmt.Errorf(format, args...)
	}
	sign := 1
	divide, group, named := false, false, false
	for rest := text; rest != ""; {
		r, n := utf8.DecodeRuneInString(rest)
		switch {
		case r == ' ' || r == '\t' || r == '*' || r == '·' || r == '⋅' || r == '×' || r == '\u00a0' || r == '\u202f':
			rest = rest[n:]
			continue
		case r == '-' && named && !divide && unitName(rest[n:]) != "":
			rest = rest[n:] // ft-lb
			continue
		case r == '/':
			if divide {
				return fail("two slashes in a row in the unit %q", text)
			}
			divide = true
			rest = rest[n:]
			continue
		case r == '(' && !group:
			group = true
			if divide {
				sign = -1
			}
			divide = false
			rest = rest[n:]
			continue
		case r == ')' && group:
			group, sign = false, 1
			rest = rest[n:]
			continue
		case r == '1' && !divide:
			rest = rest[n:]
			continue
		}
		name := unitName(rest)
		if name == "" {
			return fail("%q is not allowed in a unit", string(r))
		}
		if force && name == "lb" {
			name = "lbf"
		}
		u, ok := lookup(name)
		if !ok {
			return fail("%w", UnknownError{name})
		}
		named = true
		rest = rest[len(unitName(rest)):]
		power, after, err := parsePower(rest)
		if err != nil {
			return fail("%v in the unit %q", err, text)
		}
		rest = after
		power *= sign
		if divide {
			power, divide = -power, false
		}
		factor, ok := u.size.Pow(int64(power))
		if !ok {
			return fail("the unit %q is too large", text)
		}
		size = size.Mul(factor)
		if dim, ok = dim.times(u.dim, power); !ok {
			return fail("the unit %q has too high a power", text)
		}
	}
	if divide || group || !named {
		return fail("the unit %q is incomplete", text)
	}
	return size, dim, nil
}

// UnknownError says that there is no unit of a name.
type UnknownError struct{ Name string }

func (e UnknownError) Error() string { return fmt.Sprintf("there is no unit %q", e.Name) }

// Meant is the unit that an author may have meant by the name of none; "" where that isn't clear.
func (e UnknownError) Meant() string {
	low := strings.ToLower(e.Name)
	for _, name := range []string{low, strings.TrimSuffix(low, "s")} {
		if u := words[name]; u != "" {
			return u
		}
		if _, ok := lookup(name); ok && name != e.Name {
			return name
		}
	}
	for _, name := range []string{strings.ToUpper(low[:1]) + low[1:], "k" + strings.ToUpper(strings.TrimPrefix(low, "k"))} {
		if _, ok := lookup(name); ok {
			return name
		}
	}
	return ""
}

// words are the names in words of some units.
var words = map[string]string{
	"pound": "lb", "foot": "ft", "feet": "ft", "inch": "in", "inche": "in", "newton": "N", "meter": "m", "metre": "m", "second": "s",
	"minute": "min", "hour": "h", "hertz": "Hz", "kilogram": "kg", "kilo": "kg", "kilogramme": "kg", "gramme": "g", "ton": "t", "tonne": "t",
	"degree": "deg", "radian": "rad", "joule": "J", "watt": "W", "pascal": "Pa", "nm": "Nm",
	"kilonewton": "kN", "millimeter": "mm", "millimetre": "mm", "centimeter": "cm", "centimetre": "cm", "kilopascal": "kPa",
}

// others are the sizes of units that are no longer in use, or that nobody uses in mechanics.
var others = map[string]string{
	"kgf": "9.80665 N", "kp": "9.80665 N", "dyn": "1e-5 N", "stone": "14 lb", "oz": "0.0625 lb", "mph": "0.44704 m/s", "yd": "0.9144 m", "yard": "0.9144 m",
	"mile": "1609.344 m", "psi": "6894.757 Pa", "bar": "1e5 Pa", "atm": "101325 Pa",
}

// Equals is the size of a unit that is known but not read; "" for others.
func (e UnknownError) Equals() string {
	if of := others[e.Name]; of != "" {
		return of
	}
	return others[strings.TrimSuffix(e.Name, "s")]
}

// unitName is the unit's name that text begins with.
func unitName(text string) string {
	for i, r := range text {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r == 'µ', r == 'μ', r == '°', r == '%':
		default:
			return text[:i]
		}
	}
	return text
}

func lookup(name string) (unit, bool) {
	if u, ok := units[name]; ok {
		return u, true
	}
	_, n := utf8.DecodeRuneInString(name)
	exp, ok := prefixes[name[:n]]
	u, known := units[name[n:]]
	if !ok || !known || !u.prefix {
		return unit{}, false
	}
	ten, _ := rational.Int(10).Pow(exp)
	u.size = u.size.Mul(ten)
	return u, true
}

// parsePower reads ^2, ², ^-1, ⁻¹, **2 or a bare 2 behind a unit; 1 where there is none.
func parsePower(text string) (power int, rest string, err error) {
	raised := strings.NewReplacer("⁻", "-", "⁰", "0", "¹", "1", "²", "2", "³", "3", "⁴", "4", "⁵", "5", "⁶", "6", "⁷", "7", "⁸", "8", "⁹", "9")
	i := 0
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !strings.ContainsRune("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", r) {
			break
		}
		i += n
	}
	digits := raised.Replace(text[:i])
	rest = text[i:]
	if digits == "" {
		mark := ""
		if strings.HasPrefix(rest, "^") || strings.HasPrefix(rest, "**") {
			mark = "^"
			rest = strings.TrimLeft(rest, "^*")
		}
		j := 0
		for j < len(rest) && (rest[j] >= '0' && rest[j] <= '9' || j == 0 && (rest[j] == '-' || rest[j] == '+')) {
			j++
		}
		if j == 1 && mark == "" && rest[0] == '-' {
			j = 0 // a hyphen
		}
		digits, rest = rest[:j], rest[j:]
		if digits == "" {
			if mark != "" {
				return 0, "", fmt.Errorf("a power is missing")
			}
			return 1, rest, nil
		}
	}
	power, err = strconv.Atoi(digits)
	if err != nil || power < -maxDim || power > maxDim {
		return 0, "", fmt.Errorf("%q is not a power", digits)
	}
	return power, rest, nil
}
