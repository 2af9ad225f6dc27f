//go:build slow

package proof

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// A mutant is our program with one decision on a sign or on the order along the axis turned round.
type mutant struct {
	file          string // from the module's root
	line          int
	from, to      int // bytes of the file
	was, replaced string
}

func (m mutant) String() string {
	return fmt.Sprintf("%s:%d: %q for %q", m.file, m.line, m.replaced, m.was)
}

// TestTurnedDecisionsAreNoticed turns round some decisions in the source of the model and of the order along the axis, one
// at a time, others in each run, and asks the judge about diagrams: it must notice. DIAGRAM_MUTANTS=n tries that many, and
// DIAGRAM_SEED says which. What turns out to change nothing (what says on which side of an equation a term is printed, or
// what only saves time) is listed, as is what so few diagrams don't show.
func TestTurnedDecisionsAreNoticed(t *testing.T) {
	seed := fromEnvironment(t, "DIAGRAM_SEED", rand.Uint64N(1<<40))
	count := int(fromEnvironment(t, "DIAGRAM_MUTANTS", 8))
	root, err := filepath.Abs("../../..")
	if err != nil {
		t.Fatal(err)
	}
	mutants := findMutants(t, root)
	t.Logf("DIAGRAM_SEED=%d DIAGRAM_MUTANTS=%d of %d", seed, count, len(mutants))
	texts, trials := agreed(t, seed, 150)
	r := rand.New(rand.NewPCG(seed, 3))
	r.Shuffle(len(mutants), func(i, j int) { mutants[i], mutants[j] = mutants[j], mutants[i] })
	noticed, tried := 0, 0
	for _, m := range mutants {
		if tried == count {
			break
		}
		documents, compiles := m.run(t, root, texts)
		if !compiles {
			continue
		}
		tried++
		if why := noticedBy(t, documents, trials); why != "" {
			noticed++
			t.Logf("noticed: %s: %s", m, why)
		} else {
			t.Logf("nobody noticed: %s", m)
		}
	}
	if tried >= 8 && noticed*4 < tried { // of all there are, two in three are noticed by so few diagrams
		t.Errorf("only %d of %d were noticed", noticed, tried)
	}
	t.Logf("%d of %d were noticed", noticed, tried)
}

// agreed are random diagrams about which the judge agrees with us.
func agreed(t *testing.T, seed uint64, count int) (texts []string, trials []*trial) {
	for i := range uint64(count) {
		text := newGenerator(seed + i).diagram()
		g, m, why := compile("mutant", []byte(text))
		if why != "" || len(m.Coordinates) == 0 {
			continue
		}
		tr := newTrial(fmt.Sprintf("random%d", seed+i), []byte(text), g, m)
		tr.addDescription(t)
		if judge(t, []*trial{tr})[0][0] == "" {
			texts, trials = append(texts, text), append(trials, tr)
		}
	}
	if len(texts) < count/2 {
		t.Fatalf("only %d of %d", len(texts), count)
	}
	return texts, trials
}

// noticedBy is what the judge has against the documents of a mutant.
func noticedBy(t *testing.T, documents []json.RawMessage, trials []*trial) string {
	if documents == nil {
		return "it does not end, or panics"
	}
	var changed []*trial
	for i, d := range documents {
		before, err := json.Marshal(trials[i].Claims[0]["document"])
		if err != nil {
			t.Fatal(err)
		}
		if string(d) == "null" {
			return "no equations"
		}
		if !bytes.Equal(before, d) {
			tr := *trials[i]
			tr.Claims = []claim{{"form": "document", "document": d}}
			changed = append(changed, &tr)
		}
	}
	for _, results := range judge(t, changed) {
		if wrong := results[0]; wrong != "" {
			first, _, _ := strings.Cut(wrong, "\n")
			return first
		}
	}
	return ""
}

// run builds the mutant and has it describe texts. The documents are nil where it doesn't come to an end.
func (m mutant) run(t *testing.T, root string, texts []string) (documents []json.RawMessage, compiles bool) {
	dir := t.TempDir()
	path := filepath.Join(root, m.file)
	source, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	mutated := filepath.Join(dir, "mutated.go")
	overlay, _ := json.Marshal(map[string]any{"Replace": map[string]string{path: mutated}})
	write := func(name string, data []byte) {
		if err := os.WriteFile(name, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write(mutated, slices.Concat(source[:m.from], []byte(m.replaced), source[m.to:]))
	write(filepath.Join(dir, "overlay.json"), overlay)
	program := filepath.Join(dir, "describe")
	build := exec.Command("go", "build", "-overlay", filepath.Join(dir, "overlay.json"), "-o", program, "./testdata/describe")
	if out, err := build.CombinedOutput(); err != nil {
		t.Logf("%s does not compile: %s", m, bytes.TrimSpace(out))
		return nil, false
	}
	in, _ := json.Marshal(texts)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, program)
	cmd.Stdin = bytes.NewReader(in)
	out, err := cmd.Output()
	if err != nil || json.Unmarshal(out, &documents) != nil || len(documents) != len(texts) {
		return nil, true
	}
	return documents, true
}

// aboutSigns are the words of a decision that has to do with signs and order.
var aboutSigns = regexp.MustCompile(`(?i)sense|sign|side|away|before|after|first|rank|positive|down|hang|stand|reverse|turn`)

// otherForms are the files of which a description has nothing: TestMutationsAreNoticed is for what they say.
var otherForms = regexp.MustCompile(`(amount|eliminate|linearform|matrices|mesh|normalized|parametric|condense|rest|statespace|transfer)\.go$`)

// findMutants finds the decisions in the model's source, and all that the order along the axis depends on.
func findMutants(t *testing.T, root string) []mutant {
	files, err := filepath.Glob(filepath.Join(root, "symbolic/motion/*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"graph/order.go", "graph/runs.go", "check/level.go"} {
		files = append(files, filepath.Join(root, "dsl", name))
	}
	var mutants []mutant
	for _, path := range files {
		if strings.HasSuffix(path, "_test.go") || otherForms.MatchString(path) {
			continue
		}
		source, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, source, 0)
		if err != nil {
			t.Fatal(err)
		}
		name, err := filepath.Rel(root, path)
		if err != nil {
			t.Fatal(err)
		}
		all := strings.HasPrefix(name, "dsl")
		put := func(from, to token.Pos, replaced string) {
			f := set.File(from)
			a, b := f.Offset(from), f.Offset(to)
			mutants = append(mutants, mutant{name, f.Line(from), a, b, string(source[a:b]), replaced})
		}
		text := func(n ast.Node) string { return string(source[n.Pos()-file.FileStart : n.End()-file.FileStart]) }
		ast.Inspect(file, func(n ast.Node) bool {
			turn(n, text, put, all)
			return true
		})
	}
	return mutants
}

// turn puts the mutants of one piece of source.
func turn(n ast.Node, text func(ast.Node) string, put func(from, to token.Pos, replaced string), all bool) {
	switch n := n.(type) {
	case *ast.UnaryExpr:
		if n.Op == token.SUB {
			put(n.Pos(), n.End(), "+"+text(n.X))
		}
	case *ast.CallExpr:
		switch called := text(n.Fun); called {
		case "symbolic.Neg", "symbolic.Sub":
			put(n.Fun.Pos(), n.Fun.End(), "symbolic.Add")
		}
	case *ast.KeyValueExpr:
		if key := text(n.Key); (key == "Sign" || key == "Sense") && text(n.Value) == "1" {
			put(n.Value.Pos(), n.Value.End(), "-1")
		}
	case *ast.IfStmt:
		if cond := text(n.Cond); all || aboutSigns.MatchString(cond) {
			put(n.Cond.Pos(), n.Cond.End(), "!("+cond+")")
		}
	case *ast.BinaryExpr:
		opposite := map[token.Token]string{token.LSS: " > ", token.GTR: " < ", token.LEQ: " >= ", token.GEQ: " <= "}[n.Op]
		if x, y := text(n.X), text(n.Y); opposite != "" && (all || aboutSigns.MatchString(x+y)) {
			put(n.Pos(), n.End(), x+opposite+y)
		}
	case *ast.AssignStmt: // of two that change places
		if len(n.Lhs) == 2 && len(n.Rhs) == 2 && text(n.Lhs[0]) == text(n.Rhs[1]) && text(n.Lhs[1]) == text(n.Rhs[0]) {
			put(n.Rhs[0].Pos(), n.Rhs[1].End(), text(n.Lhs[0])+", "+text(n.Lhs[1]))
		}
	}
}
