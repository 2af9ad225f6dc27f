package emit_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"diagram/dsl/forms"
	"diagram/emit"
	"diagram/symbolic/motion"
)

// growing tries systems and parameters that grow: every form in every notation is printed in reasonable length or refused for its size. What
// decides is a count of steps, so this is no matter of time; only a leak in the count would take long.
func growing(t *testing.T, sizes []int, notations ...emit.Notation) {
	t.Helper()
	repeat := func(s string, n int) string { return strings.Repeat(s, n) }
	list := func(format, sep string, n int) string {
		parts := make([]string, n)
		for i := range parts {
			parts[i] = fmt.Sprintf(format, i, i)
		}
		return strings.Join(parts, sep)
	}
	natural := "diagram[origin=natural]; "
	systems := map[string]string{}
	for _, n := range sizes {
		systems[fmt.Sprintf("%d masses", n)] = natural + "wall" + repeat(" - (spring, damper) - mass", n) + " - force"
		systems[fmt.Sprintf("%d masses on springs", n)] = natural + "wall" + repeat(" - spring - mass", n) + " - force"
		systems[fmt.Sprintf("%d masses between walls", n)] = "M = mass; wall" + repeat(" - spring - mass", n) + " - spring - M - spring - wall; M - force"
		systems[fmt.Sprintf("%d masses, inerters, relative", n)] = "diagram[origin=natural, coordinates=relative]; base" + repeat(" - (spring, inerter) - mass", n)
		systems[fmt.Sprintf("%d Kelvin elements", n)] = natural + "wall" + repeat(" - (spring, damper)", n) + " - bar - force"
		systems[fmt.Sprintf("%d Kelvin elements and a mass", n)] = "wall" + repeat(" - (spring, damper)", n) + " - mass - force"
		systems[fmt.Sprintf("%d Maxwell elements", n)] = "M = mass; wall - (" + strings.TrimSuffix(repeat("spring - damper, ", n), ", ") + ") - M - force"
	}
	places := []string{
		`wall - spring[k="%s"] - mass - force`,
		`wall - spring - mass[m="%s"] - force`,
		`wall - spring[L0="%s"] - mass - force`,
		`wall - (spring, damper[c="%s"]) - spring - mass - force`,
		`diagram[origin=equilibrium]; wall - spring - mass - force[F="%s", constant]`,
		`diagram[origin=equilibrium]; wall - spring[k3="%s"] - mass - force`,
		`wall - spring - mass - spring - wall[x="%s"]`,
		`A = mass; B = mass; wall - spring - A - rod[L="%s"] - B - force`,
	}
	for i, e := range []string{
		list("(a%d+b%d)", "*", 30),
		list("(a%d+b%d)", "/", 30),
		list("1/(a%d+b%d)", "+", 30),
		"(a+b)^50",
		"(a+b+c+d)^500",
		"((((a+b)^9+c)^9+d)^9+e_1)^9",
		list("(a%d+b%d)^3", "*", 12),
		"sin(" + list("(a%d+b%d)", "*", 30) + ")",
		"12345678901234567890^90*(a+1/3)^90",
	} {
		for j, place := range places {
			if i == j {
				systems[fmt.Sprintf(place, e)] = fmt.Sprintf(place, e)
			}
		}
	}
	const longest = 2_000_000 // bytes: 30 relative coordinates in JSON come near it
	for name, src := range systems {
		t.Run(name, func(t *testing.T) {
			d, options := compiled(t, src), []emit.EquationOptions{{}, {Eliminate: true}, {Eliminate: true, Rest: true}}
			least := 1 // how many of the options are tried
			if strings.Contains(src, "damper") {
				least = len(options)
			}
			for _, form := range emit.Forms() {
				switch form {
				case motion.NewtonForm, motion.StandardForm, forms.Matrix, forms.Energy:
					continue // which grow no faster than others
				}
				for _, n := range notations {
					for _, o := range options[len(options)-least:] {
						start := time.Now()
						got, list := d.Equation(form, n, o)
						if len(got) > longest && !list.HasErrors() {
							t.Errorf("%s as %s %+v: %d bytes", form, n, o, len(got))
						}
						if took := time.Since(start); took > 2*time.Minute { // on a busy machine
							t.Fatalf("%s as %s %+v took %v", form, n, o, took)
						}
					}
				}
			}
		})
	}
}

func TestGrowingSystems(t *testing.T) { growing(t, []int{6}, emit.JSON) }
