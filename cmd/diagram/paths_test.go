package main

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// link leads to a place in this repository; place is the name of one in code type.
var (
	link  = regexp.MustCompile(`\]\(([a-zA-Z./][^):#]*)\)`)
	place = regexp.MustCompile("`((?:cmd|dsl|emit|examples|layout|symbolic)(?:/[a-zA-Z0-9_.]+)+)`")
)

// TestMentionedPathsExist holds README.md and the page on the architecture to the files and folders that there are.
func TestMentionedPathsExist(t *testing.T) {
	const root = "../.."
	read := func(page string) string {
		src, err := os.ReadFile(filepath.Join(root, page))
		if err != nil {
			t.Fatal(err)
		}
		return string(src)
	}
	var paths []string
	for _, page := range []string{"README.md", "emit/ARCHITECTURE.md"} {
		for _, m := range link.FindAllStringSubmatch(read(page), -1) {
			paths = append(paths, filepath.Join(filepath.Dir(page), m[1]))
		}
	}
	// What README.md has in code type may be a file that its commands write.
	for _, m := range place.FindAllStringSubmatch(read("emit/ARCHITECTURE.md"), -1) {
		paths = append(paths, m[1])
	}
	if len(paths) < 30 {
		t.Errorf("only %d paths are mentioned", len(paths))
	}
	for _, path := range paths {
		if _, err := os.Stat(filepath.Join(root, path)); err != nil {
			t.Error(err)
		}
	}
}
