package dsl_test

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"diagram/dsl"
	"diagram/dsl/diag"

	"github.com/rogpeppe/go-internal/txtar"
)

// hidden are mistakes behind which another one comes to light at the same place.
var hidden = map[string]bool{
	"missing.dg:3":   true, // mass - spring has an end that joins nothing
	"unitwords.dg:2": true, // a stiffness isn't given in kg
	"textcomma.dg:2": true, // the next label has a comma as well
	"number.dg:1":    true, // there are two
}

// TestAdviceHelps does what the help of each expected error says, where that is a text to write, and wants one error less.
func TestAdviceHelps(t *testing.T) {
	files, err := filepath.Glob("testdata/errors/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	tried := 0
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			if !strings.HasSuffix(f.Name, ".dg") {
				continue
			}
			src := string(f.Data)
			_, problems := dsl.Compile("x.dg", f.Data)
			for _, d := range problems {
				advised := advised(d.Help)
				if d.Severity != diag.Error || advised == nil || strings.HasPrefix(d.Summary, "there is no kind") || hidden[fmt.Sprintf("%s:%d", f.Name, d.Span.Start.Line)] {
					continue
				}
				tried++
				if !advises(src, d, advised) {
					t.Errorf("%s in %s:%d:%d: %s\n\t%q: help: %s\n\tdoes not help", f.Name, filepath.Base(file), d.Span.Start.Line, d.Span.Start.Column, d.Summary, src[d.Span.Start.Offset:d.Span.End.Offset], d.Help)
				}
			}
		}
	}
	if tried < 100 {
		t.Errorf("only %d pieces of advice were found", tried)
	}
}

// advice finds what a help says to write. Prose is none.
var advice = regexp.MustCompile(`(?:did you mean|write|declare it:|decimal point:|, or) ([^;?,]+(?:\[[^\]]*\])?)`)

// purpose is what follows a text that is to be written.
var purpose = regexp.MustCompile(` (?:in parallel|in series|to declare .*|to join .*|for .*|if .*|where .*|on .*)$`)

// advised are the texts that a help says to write; none where it doesn't, or gives no more than an example.
func advised(help string) []string {
	var texts []string
	for _, m := range advice.FindAllStringSubmatch(help, -1) {
		for _, text := range strings.Split(m[1], " or ") {
			text = purpose.ReplaceAllString(text, "")
			code := strings.ContainsAny(text, "=[_") || strings.Contains(text, " - ") || strings.HasPrefix(m[0], "did") || strings.HasPrefix(m[0], "dec")
			if code && !strings.Contains(text, "…") && !prose.MatchString(text) {
				texts = append(texts, text)
			}
		}
	}
	return texts
}

var prose = regexp.MustCompile(`^(a|an|the|it|them|what|only|each) |: |"$`)

func advises(src string, d diag.Diagnostic, texts []string) bool {
	for _, text := range texts {
		for _, m := range mendings(src, d.Span, text) {
			after, before := m.errors(), m.before.errors()
			if len(after) < len(before) || after[0] >= m.written {
				return true
			}
		}
	}
	return false
}

// stretch is a part of a source, whose errors are of interest.
type stretch struct {
	src        string
	begin, end int
}

// errors are where the errors in the stretch begin.
func (s stretch) errors() []int {
	var all []int
	_, problems := dsl.Compile("x.dg", []byte(s.src))
	for _, d := range problems {
		if at := d.Span.Start.Offset; d.Severity == diag.Error && s.begin <= at && at <= s.end {
			all = append(all, at)
		}
	}
	return all
}

// mending is a source with one mistake mended, and as it was before. What is written ends at written.
type mending struct {
	stretch
	before  stretch
	written int
}

// mendings are what an author may make of a source who is told to write a text: in the place of what is marked, of its
// attribute or its statement, behind what stands before it, or on a line of its own.
func mendings(src string, at diag.Span, text string) []mending {
	start, end := at.Start.Offset, at.End.Offset
	next := func(marks string) int {
		if i := strings.IndexAny(src[end:], marks); i >= 0 {
			return end + i
		}
		return len(src)
	}
	begin, stop := strings.LastIndexAny(src[:start], ";\n")+1, next(";\n")
	before := stretch{src, begin, stop}
	var all []mending
	put := func(from, to int) {
		mended := src[:from] + text + src[to:]
		all = append(all, mending{stretch{mended, begin, stop + len(mended) - len(src)}, before, from + len(text)})
	}
	put(start, end)
	put(start, next(",];\n"))
	put(begin, stop)
	for back := start - 1; back >= begin; back-- { // write wall - spring, where wall stands already
		if head := strings.TrimSpace(src[back:start]); head != "" && strings.HasPrefix(text, head) {
			put(back, end)
		}
	}
	own := src + "\n" + text
	return append(all, mending{stretch{own, begin, stop}, before, len(own)})
}
