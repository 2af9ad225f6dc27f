package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"diagram/dsl"
	"diagram/dsl/component"
	"diagram/emit"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the tables of README.md and what scripts compare with")

const readme = "../../README.md"

// TestReadmeTables holds the tables of README.md to what the program knows.
func TestReadmeTables(t *testing.T) {
	src, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	var kinds, formats bytes.Buffer
	if err := kindsTable(&kinds, component.Standard()); err != nil {
		t.Fatal(err)
	}
	formats.WriteString("| ending | `--to` | what is written |\n| --- | --- | --- |\n")
	for _, f := range emit.Formats() {
		fmt.Fprintf(&formats, "| `%s` | `%s` | %s |\n", f.Ending, f.Name, strings.ReplaceAll(f.Doc, `\input`, "`\\input`"))
	}
	want := between(t, string(src), "kinds", kinds.String())
	want = between(t, want, "attributes", sharedTable())
	want = between(t, want, "settings", settingsTable())
	want = between(t, want, "formats", formats.String())
	want = between(t, want, "forms", formsTable())
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

// sharedTable lists the attributes that all kinds of a sort have.
func sharedTable() string {
	var rows []component.Attribute
	sorts := map[string][]string{} // by how an attribute is written and what it means
	key := func(a component.Attribute) string { return form(a) + a.Doc }
	for k := range component.Standard().All() {
		for _, a := range k.Attributes {
			of := plural(k.Sort)
			if !shared(k.Sort, a.Name) || slices.Contains(sorts[key(a)], of) {
				continue
			}
			if sorts[key(a)] == nil {
				rows = append(rows, a)
			}
			sorts[key(a)] = append(sorts[key(a)], of)
		}
	}
	var b strings.Builder
	b.WriteString("| attribute | of | meaning |\n| --- | --- | --- |\n")
	for _, a := range rows {
		of := strings.Join(sorts[key(a)], ", ")
		if len(sorts[key(a)]) == 4 {
			of = "all"
		}
		fmt.Fprintf(&b, "| %s | %s | %s |\n", written(a), of, cell(a.Doc))
	}
	return b.String()
}

func formsTable() string {
	var b strings.Builder
	b.WriteString("| form | what it shows |\n| --- | --- |\n")
	for _, f := range emit.Forms() {
		fmt.Fprintf(&b, "| `%s` | %s |\n", f, cell(f.Doc()))
	}
	return b.String()
}

func settingsTable() string {
	var b strings.Builder
	b.WriteString("| setting | meaning |\n| --- | --- |\n")
	for _, a := range dsl.SettingAttributes() {
		s := written(a)
		switch a.Type {
		case component.Choice:
			s = "`" + a.Name + "=" + strings.Join(a.Words, "`, `") + "`"
		case component.Parameter:
			s = "`" + a.Name + "`, " + s
		}
		fmt.Fprintf(&b, "| %s | %s |\n", s, cell(a.Doc))
	}
	return b.String()
}

// written is how an attribute is written, as code.
func written(a component.Attribute) string {
	if a.Type == component.Choice && len(a.Words) == 1 {
		return "`" + a.Name + "=" + a.Words[0] + "`"
	}
	return "`" + strings.ReplaceAll(form(a), " | ", "`, `") + "`"
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
