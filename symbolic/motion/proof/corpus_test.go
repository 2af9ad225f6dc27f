package proof

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// A textbookSystem is a diagram and what its source says of it. Expressions are in SymPy's notation.
type textbookSystem struct {
	name, source string
	text         []byte
	coordinates  []string
	inputs       []string
	equations    []string              // one for each coordinate, zero each
	matrices     map[string][][]string // M, C, K and f (a row)
	scalars      map[string]string     // T, V, D, omega_n, zeta, omega_d
	modes        []string
	transfers    []transferFunction
	kept         []string // the coordinates that elimination keeps
	eliminated   []string // and their equations
	states       []string
	a, b         [][]string
}

// A transferFunction is the Laplace transform of a coordinate over that of an input, in s.
type transferFunction struct{ input, output, value string }

// corpus reads all systems from textbooks.
func corpus(t testing.TB) []*textbookSystem {
	t.Helper()
	files, err := filepath.Glob("testdata/textbook/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no corpus: %v", err)
	}
	var systems []*textbookSystem
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		archive := txtar.Parse(data)
		if len(archive.Files)%2 != 0 {
			t.Fatalf("%s: a diagram without an expectation", file)
		}
		for pair := range slices.Chunk(archive.Files, 2) {
			name, ok1 := strings.CutSuffix(pair[0].Name, ".dg")
			if other, ok2 := strings.CutSuffix(pair[1].Name, ".expect"); !ok1 || !ok2 || name != other {
				t.Fatalf("%s: %s and %s are no pair", file, pair[0].Name, pair[1].Name)
			}
			s, err := parseExpectation(string(pair[1].Data))
			if err != nil {
				t.Fatalf("%s: %s: %v", file, pair[1].Name, err)
			}
			s.name, s.text = name, pair[0].Data
			systems = append(systems, s)
		}
	}
	return systems
}

// parseExpectation reads the lines `key: value` that a source's results are written in.
func parseExpectation(text string) (*textbookSystem, error) {
	s := &textbookSystem{matrices: map[string][][]string{}, scalars: map[string]string{}}
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		key, value, ok := strings.Cut(line, ": ")
		if !ok {
			return nil, fmt.Errorf("no `key: value`: %q", line)
		}
		expr := func(e string) string { return s.expand(strings.TrimSpace(e)) }
		list := func(v string) []string {
			var out []string
			for e := range strings.SplitSeq(v, ",") {
				out = append(out, expr(e))
			}
			return out
		}
		rows := func(v string) [][]string {
			var out [][]string
			for r := range strings.SplitSeq(v, ";") {
				out = append(out, list(r))
			}
			return out
		}
		switch key {
		case "source":
			s.source = value
		case "coordinates":
			s.coordinates = strings.Split(value, ", ")
		case "inputs":
			s.inputs = strings.Split(value, ", ")
		case "kept":
			s.kept = strings.Split(value, ", ")
		case "equation":
			s.equations = append(s.equations, expr(value))
		case "eliminated":
			s.eliminated = append(s.eliminated, expr(value))
		case "M", "C", "K", "f":
			s.matrices[key] = rows(value)
		case "A":
			s.a = rows(value)
		case "B":
			s.b = rows(value)
		case "T", "V", "D", "omega_n", "zeta", "omega_d":
			s.scalars[key] = expr(value)
		case "modes":
			s.modes = list(value)
		case "states":
			s.states = list(value)
		case "transfer":
			ends, value, ok1 := strings.Cut(value, ": ")
			input, output, ok2 := strings.Cut(ends, " -> ")
			if !ok1 || !ok2 {
				return nil, fmt.Errorf("no `input -> output: value`: %q", line)
			}
			s.transfers = append(s.transfers, transferFunction{expr(input), expr(output), value})
		default:
			return nil, fmt.Errorf("unknown key %q", key)
		}
	}
	switch {
	case s.source == "":
		return nil, fmt.Errorf("no source")
	case len(s.coordinates) == 0:
		return nil, fmt.Errorf("no coordinates")
	case len(s.equations) > 0 && len(s.equations) != len(s.coordinates):
		return nil, fmt.Errorf("%d equations for %d coordinates", len(s.equations), len(s.coordinates))
	case len(s.eliminated) > 0 && len(s.eliminated) != len(s.kept):
		return nil, fmt.Errorf("%d eliminated equations for %d coordinates", len(s.eliminated), len(s.kept))
	}
	return s, nil
}

var primed = regexp.MustCompile(`[A-Za-z_]\w*'*`)

// expand writes x, x' and x” as functions of time and their derivatives, for coordinates and inputs.
func (s *textbookSystem) expand(e string) string {
	return primed.ReplaceAllStringFunc(e, func(word string) string {
		name := strings.TrimRight(word, "'")
		if !slices.Contains(s.coordinates, name) && !slices.Contains(s.inputs, name) {
			return word
		}
		switch order := len(word) - len(name); order {
		case 0:
			return name + "(t)"
		case 1:
			return "Derivative(" + name + "(t), t)"
		default:
			return fmt.Sprintf("Derivative(%s(t), (t, %d))", name, order)
		}
	})
}

func TestCorpus(t *testing.T) {
	systems := corpus(t)
	if len(systems) < 60 {
		t.Errorf("only %d systems", len(systems))
	}
	seen := map[string]bool{}
	for _, s := range systems {
		if seen[s.name] {
			t.Errorf("two systems are called %s", s.name)
		}
		seen[s.name] = true
		if len(s.equations)+len(s.matrices)+len(s.eliminated)+len(s.transfers)+len(s.states) == 0 {
			t.Errorf("%s says nothing of its equations", s.name)
		}
	}
}
