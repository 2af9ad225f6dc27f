//go:build slow

package proof

import (
	"fmt"
	"testing"
)

// TestRandomSystemsAgree holds our equations of random systems to SymPy's. Where we say that a system has none, SymPy's
// derivation must fail as well.
func TestRandomSystemsAgree(t *testing.T) {
	var trials []*trial
	texts := map[string]string{}
	impossible := 0
	for seed := range uint64(400) {
		name := fmt.Sprintf("random%d", seed)
		text := newGenerator(seed).diagram()
		g, m, why := compile(name, []byte(text))
		texts[name] = text
		switch {
		case g == nil:
			t.Errorf("%s does not compile: %s\n%s", name, why, text)
			continue
		case why != "":
			impossible++
			tr := &trial{Name: name, Graph: raw(g, m)}
			tr.add("ours, none: "+why, claim{"form": "impossible"})
			trials = append(trials, tr)
			continue
		case len(m.Coordinates) == 0:
			continue
		}
		tr := &trial{Name: name, Graph: raw(g, m)}
		tr.addOurs(t, m)
		trials = append(trials, tr)
	}
	for i, results := range judge(t, trials) {
		for j, wrong := range results {
			if wrong != "" {
				t.Errorf("%s: %s: %s\n%s", trials[i].Name, trials[i].labels[j], wrong, texts[trials[i].Name])
				break
			}
		}
	}
	t.Logf("%d systems, %d without equations", len(trials), impossible)
}
