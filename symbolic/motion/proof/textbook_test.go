//go:build slow

package proof

import (
	"testing"

	"diagram/examples"
)

// addSource adds what a textbook says.
func (tr *trial) addSource(s *textbookSystem) {
	if len(s.equations) > 0 {
		tr.add("source, equations", claim{"form": "equations", "coordinates": s.coordinates, "equations": s.equations})
	}
	if len(s.matrices) > 0 {
		c := claim{"form": "matrix", "coordinates": s.coordinates}
		for name, rows := range s.matrices {
			c[name] = rows
			if name == "f" {
				c[name] = rows[0]
			}
		}
		tr.add("source, matrices", c)
	}
	energy, frequency := claim{"form": "energy"}, claim{"form": "frequency"}
	for name, value := range s.scalars {
		if len(name) == 1 {
			energy[name] = value
		} else {
			frequency[name] = value
		}
	}
	if len(energy) > 1 {
		tr.add("source, energies", energy)
	}
	if len(frequency) > 1 {
		tr.add("source, frequencies", frequency)
	}
	if len(s.modes) > 0 {
		tr.add("source, modes", claim{"form": "modes", "modes": s.modes})
	}
	for _, f := range s.transfers {
		tr.add("source, transfer function", claim{"form": "transfer", "input": f.input, "output": f.output, "value": f.value})
	}
	if len(s.eliminated) > 0 {
		tr.add("source, joints eliminated", claim{"form": "eliminated", "coordinates": s.kept, "equations": s.eliminated})
	}
	if len(s.states) > 0 {
		c := claim{"form": "state_space", "z": s.states, "A": s.a}
		if s.b != nil {
			c["B"] = s.b
			for _, u := range s.inputs {
				c["u"] = append(asStrings(c["u"]), s.expand(u))
			}
		}
		tr.add("source, state space", c)
	}
}

func asStrings(v any) []string {
	s, _ := v.([]string)
	return s
}

// TestTextbooksAgree holds our equations, those of the textbooks and SymPy's to each other.
func TestTextbooksAgree(t *testing.T) {
	var trials []*trial
	for _, s := range corpus(t) {
		g, m, why := compile(s.name, s.text)
		if why != "" {
			t.Errorf("%s: %s", s.name, why)
			continue
		}
		tr := newTrial(s.name, s.text, g, m)
		tr.addSource(s)
		tr.addOurs(t, m)
		trials = append(trials, tr)
	}
	accept(t, trials)
}

// TestExamplesAgree holds the equations of every example to SymPy's.
func TestExamplesAgree(t *testing.T) {
	var trials []*trial
	for _, e := range examples.All() {
		g, m, why := compile(e.Name, e.Source)
		if why != "" {
			t.Errorf("%s: %s", e.Path, why)
			continue
		}
		tr := newTrial(e.Name, e.Source, g, m)
		tr.addOurs(t, m)
		trials = append(trials, tr)
	}
	accept(t, trials)
}
