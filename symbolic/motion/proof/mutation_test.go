//go:build slow

package proof

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"diagram/emit"
	"diagram/symbolic"
	"diagram/symbolic/motion"
)

// TestMutationsAreNoticed flips one sign at a time, of every term of every equation and of every entry of every matrix,
// in all systems of the corpus and some random ones: the judge must refuse each of them. Else it would prove nothing.
func TestMutationsAreNoticed(t *testing.T) {
	var trials []*trial
	add := func(name string, text []byte) {
		g, m, why := compile(name, text)
		if why != "" || len(m.Coordinates) == 0 {
			return
		}
		whole := newTrial(name, text, g, m)
		whole.addOurs(t, m)
		tr := newTrial(name, text, g, m)
		tr.addFlippedTerms(t, m)
		tr.addFlippedEnergies(m)
		tr.addFlippedPrint(t, m, emit.LaTeX, "latex")
		tr.addFlippedPrint(t, m, emit.Text, "text")
		for i, c := range whole.Claims {
			tr.addFlippedEntries(whole.labels[i], c)
		}
		trials = append(trials, tr)
	}
	for _, s := range corpus(t) {
		add(s.name, s.text)
	}
	for seed := uint64(1000); seed < 1020; seed++ {
		add(fmt.Sprintf("random%d", seed), []byte(newGenerator(seed).diagram()))
	}
	count := 0
	for i, results := range judge(t, trials) {
		for j, wrong := range results {
			switch count++; {
			case wrong == "":
				t.Errorf("%s: nobody noticed: %s: %v", trials[i].Name, trials[i].labels[j], trials[i].Claims[j])
			case strings.Contains(wrong, "Traceback"):
				t.Errorf("%s: the judge stumbled over %s: %s", trials[i].Name, trials[i].labels[j], wrong)
			}
		}
	}
	t.Logf("%d mutations of %d systems", count, len(trials))
	if count < 3000 {
		t.Errorf("only %d mutations", count)
	}
}

// addFlippedTerms adds the equations with one term's sign flipped, for each term in each of the forms that have terms.
func (tr *trial) addFlippedTerms(t *testing.T, m *motion.Model) {
	for _, form := range []motion.Form{motion.EdgesForm, motion.NewtonForm, motion.StandardForm} {
		equations, diags := m.Arrange(form)
		if diags.HasErrors() {
			t.Fatalf("%s: %s: %v", tr.Name, form, diags)
		}
		for i, eq := range equations {
			for _, side := range []*[]motion.Term{&eq.Left, &eq.Right} {
				for j, term := range *side {
					if symbolic.IsZero(symbolic.Expand(term.Expr)) {
						continue
					}
					flipped := *eq
					terms := slices.Clone(*side)
					terms[j].Sign = -term.Sign
					if side == &eq.Left {
						flipped.Left = terms
					} else {
						flipped.Right = terms
					}
					if equalUpToSign(flipped.Residual(), eq.Residual()) {
						continue // alone, a term is zero with either sign
					}
					all := slices.Clone(equations)
					all[i] = &flipped
					tr.add(fmt.Sprintf("%s, equation %d, %s flipped", form, i+1, symbolic.Sympy(term.Expr)),
						claim{"form": "equations", "coordinates": namesOf(m), "equations": zeros(all)})
				}
			}
		}
	}
}

// addFlippedPrint adds the printed equations with one plus made a minus.
func (tr *trial) addFlippedPrint(t *testing.T, m *motion.Model, notation emit.Notation, form string) {
	out, err := tr.printed(motion.EdgesForm, notation)
	if err != nil {
		t.Fatalf("%s: %v", tr.Name, err)
	}
	lines := strings.Split(strings.TrimSpace(out), "\n")
	for i, line := range lines[:len(m.Coordinates)] {
		for at, r := range line {
			if r != '+' {
				continue
			}
			flipped := slices.Clone(lines)
			flipped[i] = line[:at] + "-" + line[at+1:]
			tr.add("flipped: "+flipped[i], claim{"form": form, "coordinates": namesOf(m),
				"names": printedNames(m), "spelled": spelledNames(m), "lines": flipped})
		}
	}
}

// addFlippedEnergies adds the energies with one summand flipped.
func (tr *trial) addFlippedEnergies(m *motion.Model) {
	en, diags := m.Energy()
	if diags.HasErrors() {
		return
	}
	for name, terms := range map[string][]motion.Term{"T": en.T, "V": en.V, "D": en.D} {
		for i, term := range terms {
			moves := slices.ContainsFunc(symbolic.Functions(term.Expr), func(f *symbolic.Function) bool {
				return slices.Contains(namesOf(m), f.Name().Plain())
			})
			if !moves || symbolic.IsZero(symbolic.Expand(term.Expr)) {
				continue
			}
			flipped := slices.Clone(terms)
			flipped[i].Sign = -term.Sign
			tr.add(fmt.Sprintf("%s, %s flipped", name, symbolic.Sympy(term.Expr)), claim{"form": "energy", name: sum(flipped)})
		}
	}
}

// addFlippedEntries adds a claim with each of its entries that isn't zero flipped.
func (tr *trial) addFlippedEntries(label string, c claim) {
	flip := func(key string, e string, put func(claim, string)) {
		if e == "0" {
			return
		}
		flipped := claim{}
		for k, v := range c {
			flipped[k] = v
		}
		put(flipped, "-("+e+")")
		tr.add(label+", "+key+" flipped", flipped)
	}
	switch c["form"] {
	case "transfer":
		flip("value", c["value"].(string), func(c claim, e string) { c["value"] = e })
	case "frequency", "scaled":
		for _, key := range []string{"omega_n", "zeta", "omega_d"} {
			if e, ok := c[key].(string); ok {
				flip(key, e, func(c claim, e string) { c[key] = e })
			}
		}
	case "rest":
		places := c["places"].([][2]string)
		for i, p := range places {
			flip(p[0], p[1], func(c claim, e string) {
				flipped := slices.Clone(places)
				flipped[i][1] = e
				c["places"] = flipped
			})
		}
	case "matrix", "state_space":
		for _, key := range []string{"M", "C", "K", "A", "B"} {
			rows, _ := c[key].([][]string)
			for i := range rows {
				for j, e := range rows[i] {
					flip(fmt.Sprintf("%s[%d,%d]", key, i, j), e, func(c claim, e string) {
						flipped := slices.Clone(rows)
						flipped[i] = slices.Clone(rows[i])
						flipped[i][j] = e
						c[key] = flipped
					})
				}
			}
		}
		for _, key := range []string{"f", "e"} {
			row, _ := c[key].([]string)
			for i, e := range row {
				flip(fmt.Sprintf("%s[%d]", key, i), e, func(c claim, e string) {
					flipped := slices.Clone(row)
					flipped[i] = e
					c[key] = flipped
				})
			}
		}
	}
}
