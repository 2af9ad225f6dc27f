package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"diagram/emit"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the tables of README.md")

const readme = "../../README.md"

// TestReadmeTables holds the tables of README.md to what the program knows.
func TestReadmeTables(t *testing.T) {
	src, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	var kinds, formats bytes.Buffer
	if err := kindsTable(&kinds); err != nil {
		t.Fatal(err)
	}
	formats.WriteString("| ending | `--to` | what is written |\n| --- | --- | --- |\n")
	for _, f := range emit.Formats() {
		fmt.Fprintf(&formats, "| `%s` | `%s` | %s |\n", f.Ending, f.Name, strings.ReplaceAll(f.Doc, `\input`, "`\\input`"))
	}
	want := between(t, string(src), "kinds", kinds.String())
	want = between(t, want, "formats", formats.String())
	if *update {
		if err := os.WriteFile(readme, []byte(want), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, string(src)); diff != "" {
		t.Errorf("README.md is behind (-want +got); go test ./cmd/diagram -update rewrites it:\n%s", diff)
	}
}

// between puts a text between the marks of that name.
func between(t *testing.T, src, name, text string) string {
	t.Helper()
	before, rest, ok := strings.Cut(src, "<!-- "+name+" -->\n")
	_, after, ok2 := strings.Cut(rest, "<!-- /"+name+" -->")
	if !ok || !ok2 {
		t.Fatalf("README.md has no place for the %s", name)
	}
	return before + "<!-- " + name + " -->\n" + text + "<!-- /" + name + " -->" + after
}

// console finds the blocks of README.md that show commands and what they print.
var console = regexp.MustCompile("(?s)```console\n(.*?)```")

// TestReadmeCommands runs every command that README.md shows, and compares what it prints.
func TestReadmeCommands(t *testing.T) {
	src, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("../../examples/*.dg")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	if err := os.Mkdir("examples", 0o777); err != nil {
		t.Fatal(err)
	}
	commands := 0
	for _, f := range files {
		data, err := os.ReadFile(filepath.Join(origin, f))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join("examples", filepath.Base(f)), data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, block := range console.FindAllStringSubmatch(string(src), -1) {
		for _, session := range strings.Split("\n"+block[1], "\n$ ")[1:] {
			line, want, _ := strings.Cut(session, "\n")
			want = strings.TrimSuffix(want, "\n")
			commands++
			t.Run(line, func(t *testing.T) {
				stdin, command := "", line
				if echo, rest, ok := strings.Cut(line, " | "); ok {
					stdin = strings.TrimSuffix(strings.TrimPrefix(echo, "echo '"), "'") + "\n"
					command = rest
				}
				command = strings.TrimPrefix(strings.TrimPrefix(command, "go run ./cmd/"), "diagram ")
				var out bytes.Buffer
				run(strings.Fields(command), strings.NewReader(stdin), &out, &out)
				if diff := cmp.Diff(want, strings.TrimSuffix(out.String(), "\n")); diff != "" {
					t.Errorf("(-README +got):\n%s", diff)
				}
			})
		}
	}
	if commands < 5 {
		t.Errorf("README.md shows only %d commands", commands)
	}
}

// origin is the directory that the tests start in.
var origin, _ = os.Getwd()
