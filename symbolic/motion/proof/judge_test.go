//go:build slow

package proof

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"sync"
	"testing"

	"diagram/dsl"
	"diagram/dsl/component"
	"diagram/symbolic"
	"diagram/symbolic/motion"
)

// A rawGraph is what the judge is told of a diagram: what an author wrote and nothing that follows from it, but for the
// names of coordinates and of where supports stand.
type rawGraph struct {
	Elements    []rawElement `json:"elements"`
	Edges       []string     `json:"edges"`
	Coordinates [][2]string  `json:"coordinates"` // node and name
	Origin      string       `json:"origin"`
	Relative    bool         `json:"relative"`
	Axis        string       `json:"axis"`
	Gravity     string       `json:"gravity"`
}

type rawElement struct {
	Name   string            `json:"name"`
	Kind   string            `json:"kind"`
	From   string            `json:"from,omitempty"`
	To     string            `json:"to,omitempty"`
	On     string            `json:"on,omitempty"`
	Words  map[string]string `json:"words,omitempty"`
	Params map[string]string `json:"params,omitempty"`
	Given  []string          `json:"given,omitempty"` // the attributes that the author said something about
}

// raw takes a graph apart for the judge.
func raw(g *dsl.Graph, m *motion.Model) rawGraph {
	out := settings(g)
	for _, e := range g.Elements {
		r := rawElement{Name: e.Name, Kind: e.Kind.Name, Words: map[string]string{}, Params: map[string]string{}}
		for _, a := range e.Kind.Attributes {
			if e.Given(a.Name) {
				r.Given = append(r.Given, a.Name)
			}
			if w := e.Word(a.Name); w != "" {
				r.Words[a.Name] = w
			}
			if p := e.Params[a.Name]; p != nil {
				r.Params[a.Name] = symbolic.Sympy(p)
			}
		}
		if e.Kind.Sort == component.Support && !e.Given("x") {
			delete(r.Params, "x")
			if at := symbolic.Symbols(m.Positions[e.ID]); len(at) == 1 && e.Kind.Moves == nil {
				r.Params["x"] = symbolic.Sympy(at[0])
			}
		}
		if e.From != nil {
			r.From, r.To = e.From.Name, e.To.Name
		}
		if e.On != nil {
			r.On = e.On.Name
		}
		out.Elements = append(out.Elements, r)
	}
	for _, e := range g.Edges {
		out.Edges = append(out.Edges, e.Name)
	}
	for _, c := range m.Coordinates {
		out.Coordinates = append(out.Coordinates, [2]string{c.Node.Name, c.Symbol.Name().Plain})
	}
	return out
}

// settings are the diagram's, with only what was said of the axis.
func settings(g *dsl.Graph) rawGraph {
	s := &g.Settings
	out := rawGraph{Origin: s.Origin.String(), Relative: s.Coordinates == dsl.Relative}
	if s.Gravity != nil {
		out.Gravity = symbolic.Sympy(s.Gravity)
	}
	switch {
	case s.Axis == dsl.Inclined:
		out.Axis = symbolic.Sympy(s.Slope)
		if _, degrees := s.Slope.(*symbolic.Number); degrees {
			out.Axis += "*pi/180"
		}
	case s.AxisGiven:
		out.Axis = s.Axis.String()
	}
	return out
}

// A claim is something said of a graph: a form of its equations, with the form's own fields.
type claim map[string]any

// A trial is a graph and the claims to judge.
type trial struct {
	Name   string   `json:"name"`
	Graph  rawGraph `json:"graph"`
	Claims []claim  `json:"claims"`
	labels []string
}

func (tr *trial) add(label string, c claim) {
	tr.Claims = append(tr.Claims, c)
	tr.labels = append(tr.labels, label)
}

// judge puts trials before SymPy, in as many processes as there are processors to spare. It returns for each trial and
// claim what is wrong, "" where nothing is.
func judge(t *testing.T, trials []*trial) [][]string {
	t.Helper()
	program := python(t)
	results := make([][]string, len(trials))
	var all sync.WaitGroup
	parts := min(runtime.GOMAXPROCS(0), 4)
	errs := make([]error, parts)
	for part := range parts {
		all.Go(func() {
			var own []int
			for i := part; i < len(trials); i += parts {
				own = append(own, i)
			}
			errs[part] = judgeSome(program, trials, own, results)
		})
	}
	all.Wait()
	if err := errors.Join(errs...); err != nil {
		t.Fatalf("the judge failed: %v", err)
	}
	return results
}

// judgeSome puts some of the trials before one process.
func judgeSome(program string, trials []*trial, own []int, results [][]string) error {
	var in bytes.Buffer
	for _, i := range own {
		if err := json.NewEncoder(&in).Encode(trials[i]); err != nil {
			return err
		}
	}
	cmd := exec.Command(program, "testdata/judge.py")
	cmd.Env = append(os.Environ(), "PYTHONDONTWRITEBYTECODE=1")
	cmd.Stdin, cmd.Stderr = &in, os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return err
	}
	answers := json.NewDecoder(bytes.NewReader(out))
	for _, i := range own {
		var r struct {
			Name    string
			Results []string
		}
		if err := answers.Decode(&r); err != nil {
			return err
		}
		if tr := trials[i]; r.Name != tr.Name || len(r.Results) != len(tr.Claims) {
			return fmt.Errorf("an answer on %s where %s was asked", r.Name, tr.Name)
		}
		results[i] = r.Results
	}
	return nil
}

// python finds a Python that has SymPy: the system's, else the first on the path.
func python(t *testing.T) string {
	t.Helper()
	var said []string
	for _, p := range []string{"/usr/bin/python3", "python3"} {
		out, err := exec.Command(p, "-c", "import sympy").CombinedOutput()
		if err == nil {
			return p
		}
		said = append(said, p+": "+err.Error()+" "+string(out))
	}
	t.Fatalf("these tests need python3 with sympy (Debian: python3-sympy)\n%s", strings.Join(said, "\n"))
	return ""
}

// accept reports every claim that the judge refused.
func accept(t *testing.T, trials []*trial) {
	t.Helper()
	count := 0
	for i, results := range judge(t, trials) {
		for j, wrong := range results {
			count++
			if wrong != "" {
				t.Errorf("%s: %s: %s", trials[i].Name, trials[i].labels[j], wrong)
			}
		}
	}
	t.Logf("%d claims about %d systems", count, len(trials))
}

// compile makes a graph and its model of a diagram's text, and says why where it has no equations. The graph is nil where
// the text is wrong.
func compile(name string, text []byte) (g *dsl.Graph, m *motion.Model, why string) {
	g, diags := dsl.Compile(name+".dg", text)
	if diags.HasErrors() {
		return nil, nil, diags.Error()
	}
	m, diags = motion.New(g)
	if diags.HasErrors() {
		return g, m, diags.Error()
	}
	return g, m, ""
}
