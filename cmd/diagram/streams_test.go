package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// brokenWriter takes nothing.
type brokenWriter struct{ err error }

func (w brokenWriter) Write([]byte) (int, error) {
	return 0, &fs.PathError{Op: "write", Path: "/dev/stdout", Err: w.err}
}

// calls has a call of every verb that writes to standard output.
var calls = map[string][]string{
	"build":    {"build - -o - --to svg", "build x.dg", "build -", "build --help"},
	"eqn":      {"eqn x.dg", "eqn - --as json"},
	"explain":  {"explain x.dg", "explain - --as json"},
	"check":    {"check x.dg", "check - x.dg"},
	"fmt":      {"fmt x.dg", "fmt --check x.dg", "fmt -w -"},
	"md":       {"md x.md -o -"},
	"kinds":    {"kinds", "kinds spring", "kinds --as markdown"},
	"preamble": {"preamble"},
	"version":  {"version"},
	"":         {"--help", ""},
}

// TestBrokenOutput holds every verb to a status of 2 and one line of complaint where standard output can't be written, and to
// silence where its reader has gone.
func TestBrokenOutput(t *testing.T) {
	t.Chdir(t.TempDir())
	const text = "wall  - spring - mass\n"
	for name, data := range map[string]string{"x.dg": text, "x.md": "```diagram\n" + text + "```\n"} {
		if err := os.WriteFile(name, []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, v := range verbs {
		if calls[v.name] == nil {
			t.Errorf("no call of %s", v.name)
		}
	}
	for _, lines := range calls {
		for _, line := range lines {
			var out, complaint bytes.Buffer
			run(strings.Fields(line), strings.NewReader(text), &out, &complaint)
			if out.Len() == 0 {
				t.Errorf("%s: nothing written: %s", line, &complaint)
			}
			for _, broken := range []struct {
				err    error
				status int
				stderr string
			}{
				{syscall.ENOSPC, 2, "diagram: can't write standard output: no space left on device\n"},
				{syscall.EPIPE, pipeClosed, ""},
			} {
				complaint.Reset()
				status := run(strings.Fields(line), strings.NewReader(text), brokenWriter{broken.err}, &complaint)
				if status != broken.status || complaint.String() != broken.stderr {
					t.Errorf("%s: %v: status %d, stderr %q", line, broken.err, status, &complaint)
				}
			}
		}
	}
}

// TestBrokenError holds the status to what it is where the complaint can't be written.
func TestBrokenError(t *testing.T) {
	for line, want := range map[string]int{"check -": 1, "check nosuch.dg": 2, "nosuch": 2} {
		var out bytes.Buffer
		if got := run(strings.Fields(line), strings.NewReader("x - y\n"), &out, brokenWriter{syscall.ENOSPC}); got != want {
			t.Errorf("%s: status %d, not %d", line, got, want)
		}
	}
}

// TestNothingRaw gives the command file names, flags and texts with what a terminal would obey: none of it comes out.
func TestNothingRaw(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	for what, odd := range map[string]string{"escape": "\x1b[31m", "bell": "\a", "rubout": "\x7f", "control": "\u009b31m", "bidi": "\u202e", "bytes": "\xff\xfe"} {
		t.Run(what, func(t *testing.T) {
			name := "in/" + odd + ".dg"
			for _, text := range []string{
				"wall - spring - mass\n", "wal - " + odd + " - mass\n", "# " + odd + "\nwall - spring - mass\n",
				`diagram[title="` + odd + "\"]\nwall - spring - mass\n", "wall - spring - mass\nk = 2 " + odd + "\n",
				"wall - spring[k=" + odd + "] - mass[" + odd + "]\n", `wall - spring[label="` + odd + "\"] - mass\n",
			} {
				for path, data := range map[string]string{
					name:         text,
					name + ".md": "```diagram\n" + text + "```\n",
					"in/info.md": "```diagram {alt=\"x" + odd + "\" form=" + odd + "}\n" + text + "```\n",
				} {
					if err := (&streams{}).write([]output{{path, []byte(data)}}, nil); err != nil {
						t.Skip(err) // not every file system takes every name
					}
				}
				for _, args := range [][]string{
					{"build", name, "-o", "out/", "--to", "svg,html,md,tikz,tex,json,txt"}, {"build", name, "-o", "-", "--to", "html"},
					{"build", name, "--to", odd}, {"build", name, "--theme", odd}, {"build", name, "-o", "x" + odd},
					{"build", name, "-o", name + "/x.svg"}, {"build", name, "-o", name, "--to", "svg"}, {"build", name, name, "-o", "out/"},
					{"eqn", name}, {"eqn", name, "--form", odd}, {"eqn", name, "--as", odd}, {"eqn", name, "--terms", odd}, {"eqn", name, "-o", "in"},
					{"explain", name}, {"explain", name, "--as", odd}, {"check", name}, {"check", odd}, {"fmt", name}, {"fmt", "--check", name},
					{"md", name + ".md", "-o", "-"}, {"md", name + ".md", "-o", "out/" + odd + ".html"}, {"md", "in/info.md", "-o", "-"},
					{"kinds", odd}, {odd}, {"--" + odd}, {"check", "--" + odd},
				} {
					var out bytes.Buffer
					run(args, strings.NewReader(""), &out, &out)
					if strings.Contains(out.String(), odd) {
						t.Errorf("%q: %q prints it raw:\n%q", text, args, &out)
					}
				}
				files, _ := filepath.Glob("out/*")
				for _, f := range files {
					if data, err := os.ReadFile(f); err != nil || strings.Contains(string(data), odd) {
						t.Errorf("%q: raw in %q: %v", text, f, err)
					}
				}
				if err := os.RemoveAll("out"); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// TestNothingLeft holds a call that fails to leaving no file and no directory behind.
func TestNothingLeft(t *testing.T) {
	t.Chdir(t.TempDir())
	var out, complaint bytes.Buffer
	path := "new/er/" + strings.Repeat("x", 300) + ".svg"
	if status := run([]string{"build", "-", "-o", path}, strings.NewReader("wall - spring - mass\n"), &out, &complaint); status != 2 {
		t.Errorf("status %d: %s", status, &complaint)
	}
	if !strings.HasPrefix(complaint.String(), "diagram: can't write new/er/xxx") || out.Len() > 0 {
		t.Errorf("it says %q and %q", &out, &complaint)
	}
	if left, err := os.ReadDir("."); err != nil || len(left) > 0 {
		t.Errorf("left: %v %v", left, err)
	}
}
