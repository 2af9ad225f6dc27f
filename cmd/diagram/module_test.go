package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestReadmeModule builds a program that takes this module from a folder, as README.md says.
func TestReadmeModule(t *testing.T) {
	src, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	lines := regexp.MustCompile(`(?m)^    ((?:require|replace) diagram.*)$`).FindAllStringSubmatch(string(src), -1)
	if len(lines) != 2 {
		t.Fatalf("README.md has %d lines for a go.mod, not 2", len(lines))
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	module := "module trolley\n\ngo 1.26\n"
	for _, l := range lines {
		module += strings.Replace(l[1], "../diagram", root, 1) + "\n"
	}
	sums, err := os.ReadFile(filepath.Join(root, "go.sum"))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for name, text := range map[string]string{"go.mod": module, "go.sum": string(sums), "main.go": program} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("go", "run", "-mod=mod", ".")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=", "GOPROXY=off")
	out, err := cmd.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "k(s-L_0) = ma") {
		t.Errorf("%v\n%s", err, out)
	}
}

const program = `package main

import (
	"fmt"

	"diagram/emit"
)

func main() {
	d, problems := emit.Compile("trolley.dg", []byte("wall - spring - trolley"))
	if problems.HasErrors() {
		panic(problems)
	}
	text, problems := d.Equation("", emit.LaTeX, emit.EquationOptions{})
	if problems.HasErrors() {
		panic(problems)
	}
	fmt.Println(text)
}
`
