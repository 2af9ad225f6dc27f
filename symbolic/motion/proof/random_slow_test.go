//go:build slow

package proof

import (
	"cmp"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestRandomSystemsAgree holds our equations of random systems to SymPy's, and the ends of edges, the senses and the
// words of coordinates to the rules of the language. Where we say that a system has no equations, SymPy's derivation
// must fail as well.
//
// Every run has a seed of its own, which it prints; DIAGRAM_SEED=n repeats that of an earlier one. DIAGRAM_COUNT=n
// judges that many systems. Each system has the seed of the one before it plus one, so that DIAGRAM_COUNT=1 repeats one.
func TestRandomSystemsAgree(t *testing.T) {
	seed := fromEnvironment(t, "DIAGRAM_SEED", rand.Uint64N(1<<40))
	count := int(fromEnvironment(t, "DIAGRAM_COUNT", 2000))
	t.Logf("DIAGRAM_SEED=%d DIAGRAM_COUNT=%d", seed, count)
	tally := map[string]int{}
	shown := map[string]int{}
	const batch = 2000
	for from := 0; from < count; from += batch {
		texts := make([]string, min(batch, count-from))
		for i := range texts {
			texts[i] = newGenerator(seed + uint64(from+i)).diagram()
		}
		for i, v := range verdicts(t, texts, seed+uint64(from)) {
			tally[v.kind()]++
			if !v.bad() {
				continue
			}
			if shown[v.kind()]++; shown[v.kind()] > 2 || len(shown) > 8 {
				t.Fail()
				continue
			}
			small, why := texts[i], v
			if v.kind() != "does not compile" {
				small, why = shrink(t, texts[i], v)
			}
			t.Errorf("DIAGRAM_SEED=%d: %s\n%s\n%s", seed+uint64(from+i), why, small, indent(texts[i]))
		}
	}
	for _, kind := range slices.SortedFunc(maps.Keys(tally), func(a, b string) int { return cmp.Compare(tally[b], tally[a]) }) {
		t.Logf("%6d %s", tally[kind], kind)
	}
	if open := tally["open"]; open > max(count/10, 3) {
		t.Errorf("the rules leave %d of %d systems open", open, count)
	}
}

func indent(text string) string {
	return "    " + strings.ReplaceAll(strings.TrimSpace(text), "\n", "\n    ")
}

// fromEnvironment is a number that an environment variable gives.
func fromEnvironment(t *testing.T, name string, otherwise uint64) uint64 {
	s := os.Getenv(name)
	if s == "" {
		return otherwise
	}
	n, err := strconv.ParseUint(s, 10, 64)
	if err != nil {
		t.Fatalf("%s=%s: %v", name, s, err)
	}
	return n
}

// A verdict is what the judge thinks of a diagram: "" where all is right, else what kind of thing is wrong and how.
type verdict string

// kind is what a verdict says, without the details.
func (v verdict) kind() string {
	if v == "" {
		return "right"
	}
	kind, _, _ := strings.Cut(string(v), ":")
	return kind
}

// bad reports whether something is wrong: not where the rules of the language leave the answer open.
func (v verdict) bad() bool { return v != "" && v.kind() != "open" && v.kind() != "without equations" }

// verdicts puts diagrams before the judge: what JSON says of them, and of one in twenty every form.
func verdicts(t *testing.T, texts []string, seed uint64) []verdict {
	t.Helper()
	out := make([]verdict, len(texts))
	var trials []*trial
	var of []int
	for i, text := range texts {
		name := fmt.Sprintf("random%d", seed+uint64(i))
		g, m, why := compile(name, []byte(text))
		if g == nil {
			out[i] = verdict("does not compile: " + why)
			if strings.Contains(why, "the ranks put") { // a ceiling too low or a ground too high
				out[i] = "without equations"
				tr := &trial{Name: name, Text: text}
				tr.add(why, claim{"form": "upside down"})
				trials, of = append(trials, tr), append(of, i)
			}
			continue
		}
		tr := newTrial(name, []byte(text), g, m)
		switch {
		case why != "":
			tr.add("none: "+why, claim{"form": "impossible"})
			out[i] = "without equations"
		case len(m.Coordinates) == 0:
			continue
		case (seed+uint64(i))%20 == 0:
			tr.addOurs(t, m)
		default:
			tr.addDescription(t)
		}
		trials, of = append(trials, tr), append(of, i)
	}
	for k, results := range judge(t, trials) {
		for j, wrong := range results {
			if wrong != "" {
				out[of[k]] = verdict(wrong + " (" + trials[k].labels[j] + ")")
				break
			}
		}
	}
	return out
}

// shrink finds a small diagram of which the judge thinks no better, and what it thinks of it.
func shrink(t *testing.T, text string, v verdict) (string, verdict) {
	t.Helper()
	for range 15 {
		smaller := reductions(text)
		found := false
		for i, w := range verdicts(t, smaller, 1) {
			if w.bad() && w.kind() == v.kind() {
				text, v, found = smaller[i], w, true
				break
			}
		}
		if !found {
			break
		}
	}
	return text, v
}

// reductions are diagrams with one thing less: a statement, an end of a chain, a chain of a group, what stands in brackets.
func reductions(text string) []string {
	var statements []string
	for s := range strings.FieldsFuncSeq(strings.ReplaceAll(text, "# so", ""), func(r rune) bool { return r == '\n' || r == ';' }) {
		if s = strings.TrimSpace(s); s != "" {
			statements = append(statements, s)
		}
	}
	var out []string
	put := func(i int, instead ...string) {
		all := slices.Concat(statements[:i], instead, statements[i+1:])
		out = append(out, unused(all))
	}
	for i, s := range statements {
		if len(s) > 0 && !strings.Contains(s, " = ") {
			put(i)
		}
	}
	for i, s := range statements {
		links := atTop(s, " - ")
		if strings.Contains(s, " = ") || len(links) < 2 {
			continue
		}
		put(i, strings.Join(links[:len(links)-1], " - "))
		put(i, strings.Join(links[1:], " - "))
		for j := 1; j+1 < len(links); j++ {
			put(i, strings.Join(slices.Concat(links[:j], links[j+1:]), " - "))
			put(i, strings.Join(links[:j+1], " - "), strings.Join(links[j:], " - "))
			if !strings.HasPrefix(links[j], "(") {
				continue
			}
			for _, chain := range atTop(links[j][1:len(links[j])-1], ", ") {
				put(i, strings.Join(slices.Concat(links[:j], []string{chain}, links[j+1:]), " - "))
			}
		}
	}
	for i, s := range statements {
		for from := strings.Index(s, "["); from >= 0; {
			to := from + strings.Index(s[from:], "]")
			put(i, s[:from]+s[to+1:])
			if inner := strings.Split(s[from+1:to], ", "); len(inner) > 1 {
				for j := range inner {
					put(i, s[:from+1]+strings.Join(slices.Concat(inner[:j], inner[j+1:]), ", ")+s[to:])
				}
			}
			next := strings.Index(s[to:], "[")
			if next < 0 {
				break
			}
			from = to + next
		}
	}
	return slices.DeleteFunc(out, func(s string) bool { return len(s) >= len(text)+20 })
}

// unused is a text without the declarations of what nothing uses.
func unused(statements []string) string {
	all := strings.Join(statements, "\n")
	var kept []string
	for _, s := range statements {
		if name, _, declares := strings.Cut(s, " = "); declares && !used(all, name) {
			continue
		}
		kept = append(kept, s)
	}
	return strings.Join(kept, "\n") + "\n"
}

// used reports whether a name stands in a text more often than where it is declared.
func used(text, name string) bool {
	words := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \n(),-=[]", r) })
	count := 0
	for _, w := range words {
		if w == name {
			count++
		}
	}
	return count > 1
}

// atTop splits a text at a separator outside brackets of any kind.
func atTop(s, separator string) []string {
	var parts []string
	depth, from := 0, 0
	s = strings.ReplaceAll(s, " -- ", " - ")
	for i := range len(s) {
		switch s[i] {
		case '(', '[':
			depth++
		case ')', ']':
			depth--
		}
		if depth == 0 && i >= from && strings.HasPrefix(s[i:], separator) {
			parts = append(parts, s[from:i])
			from = i + len(separator)
		}
	}
	return append(parts, s[from:])
}
