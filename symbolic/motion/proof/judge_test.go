//go:build slow

package proof

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"diagram/dsl"
	"diagram/dsl/graph"
	"diagram/emit"
	"diagram/symbolic"
	"diagram/symbolic/motion"
)

// names are all that the judge is told of a diagram besides its text: what we call its elements and their symbols.
type names struct {
	Elements []elementNames `json:"elements"`
	Gravity  string         `json:"gravity,omitempty"`
	Slope    string         `json:"slope,omitempty"` // an inclined axis's, in radians
}

type elementNames struct {
	At         int               `json:"at"` // where the text defines it; of a joint that was made, where the link is
	Name       string            `json:"name"`
	Kind       string            `json:"kind"`
	Params     map[string]string `json:"params"`
	Coordinate string            `json:"coordinate,omitempty"`
	Place      string            `json:"place,omitempty"` // the symbol for where a further support stands
}

// namesIn collects the names of a graph and its model.
func namesIn(g *graph.Graph, m *motion.Model) names {
	var out names
	coordinate := map[*graph.Element]string{}
	for _, c := range m.Coordinates {
		coordinate[c.Node] = c.Symbol.Name().Plain()
	}
	for _, e := range g.Elements {
		n := elementNames{At: e.Span.Start.Offset, Name: e.Name, Kind: e.Kind.Name, Params: map[string]string{}, Coordinate: coordinate[e]}
		for _, a := range e.Kind.Attributes {
			if p := e.Params[a.Name]; p != nil {
				n.Params[a.Name] = symbolic.Sympy(p)
			}
		}
		if e.Kind.IsSupport() && e.Kind.Support().Moves == nil {
			if at := symbolic.Symbols(m.Positions[e.ID]); len(at) == 1 {
				n.Place = symbolic.Sympy(at[0])
			}
		}
		out.Elements = append(out.Elements, n)
	}
	s := &g.Settings
	if s.Gravity != nil {
		out.Gravity = symbolic.Sympy(s.Gravity)
	}
	if s.Axis == graph.Inclined {
		out.Slope = symbolic.Sympy(s.Slope)
		if _, degrees := s.Slope.(*symbolic.Number); degrees {
			out.Slope += "*pi/180"
		}
	}
	return out
}

// A claim is something said of a graph: a form of its equations, with the form's own fields.
type claim map[string]any

// A trial is a diagram and the claims to judge.
type trial struct {
	Name   string  `json:"name"`
	Text   string  `json:"text"`
	Names  names   `json:"names"`
	Claims []claim `json:"claims"`
	labels []string
}

// newTrial is a trial without claims about a diagram.
func newTrial(name string, text []byte, g *graph.Graph, m *motion.Model) *trial {
	return &trial{Name: name, Text: string(text), Names: namesIn(g, m)}
}

// printed is what a program prints of the trial's diagram.
func (tr *trial) printed(form motion.Form, notation emit.Notation) (string, error) {
	d, diags := emit.Compile(tr.Name+".dg", []byte(tr.Text))
	if diags.HasErrors() {
		return "", diags
	}
	out, diags := d.Equation(form, notation, emit.EquationOptions{})
	return out, diags.Err()
}

func (tr *trial) add(label string, c claim) {
	tr.Claims = append(tr.Claims, c)
	tr.labels = append(tr.labels, label)
}

// judge puts trials before SymPy, in as many processes as there are processors to spare. It returns for each trial and
// claim what is wrong, "" where nothing is.
func judge(t *testing.T, trials []*trial) [][]string {
	t.Helper()
	workers, err := judges()
	if err != nil {
		t.Fatal(err)
	}
	results := make([][]string, len(trials))
	var all sync.WaitGroup
	var next atomic.Int64
	errs := make([]error, len(workers))
	for n, w := range workers {
		all.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(trials) && errs[n] == nil; i = int(next.Add(1)) - 1 {
				results[i], errs[n] = w.judge(trials[i])
			}
		})
	}
	all.Wait()
	if err := errors.Join(errs...); err != nil {
		t.Fatalf("the judge failed: %v", err)
	}
	return results
}

// A worker is a process that judges trials one by one. It ends with this one.
type worker struct {
	in  *json.Encoder
	out *json.Decoder
}

// judges starts the workers, once.
var judges = sync.OnceValues(func() ([]*worker, error) {
	program, err := findPython()
	if err != nil {
		return nil, err
	}
	workers := make([]*worker, min(runtime.GOMAXPROCS(0), 4))
	for i := range workers {
		cmd := exec.Command(program, "testdata/judge.py")
		cmd.Env = append(os.Environ(), "PYTHONDONTWRITEBYTECODE=1", "PYTHONHASHSEED=0")
		cmd.Stderr = os.Stderr
		in, err := cmd.StdinPipe()
		if err != nil {
			return nil, err
		}
		out, err := cmd.StdoutPipe()
		if err != nil {
			return nil, err
		}
		if err := cmd.Start(); err != nil {
			return nil, err
		}
		workers[i] = &worker{json.NewEncoder(in), json.NewDecoder(out)}
	}
	return workers, nil
})

func (w *worker) judge(tr *trial) ([]string, error) {
	if err := w.in.Encode(tr); err != nil {
		return nil, err
	}
	var r struct {
		Name    string
		Results []string
	}
	if err := w.out.Decode(&r); err != nil {
		return nil, fmt.Errorf("%s: %w", tr.Name, err)
	}
	if r.Name != tr.Name || len(r.Results) != len(tr.Claims) {
		return nil, fmt.Errorf("an answer on %s where %s was asked", r.Name, tr.Name)
	}
	return r.Results, nil
}

// python is a Python that has SymPy.
func python(t *testing.T) string {
	t.Helper()
	program, err := findPython()
	if err != nil {
		t.Fatal(err)
	}
	return program
}

// findPython finds it: the system's, else the first on the path.
func findPython() (string, error) {
	var said []string
	for _, p := range []string{"/usr/bin/python3", "python3"} {
		out, err := exec.Command(p, "-c", "import sympy").CombinedOutput()
		if err == nil {
			return p, nil
		}
		said = append(said, p+": "+err.Error()+" "+string(out))
	}
	return "", fmt.Errorf("these tests need python3 with sympy (Debian: python3-sympy)\n%s", strings.Join(said, "\n"))
}

// accept reports every claim that the judge refused. Of a random system the rules may leave something open.
func accept(t *testing.T, trials []*trial) {
	t.Helper()
	count := 0
	for i, results := range judge(t, trials) {
		for j, wrong := range results {
			count++
			open := strings.HasPrefix(wrong, "open: ") && strings.HasPrefix(trials[i].Name, "random")
			if wrong != "" && !open {
				t.Errorf("%s: %s: %s", trials[i].Name, trials[i].labels[j], wrong)
			}
		}
	}
	t.Logf("%d claims about %d systems", count, len(trials))
}

// compile makes a graph and its model of a diagram's text, and says why where it has no equations. The graph is nil where
// the text is wrong.
func compile(name string, text []byte) (g *graph.Graph, m *motion.Model, why string) {
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
