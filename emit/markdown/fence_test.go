package markdown

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFences(t *testing.T) {
	type found struct {
		Whole, Info, Text, Margin string
		Line                      int // of the diagram's first line, from 1
	}
	tests := []struct {
		name string
		src  string
		want []found
	}{
		{"none", "# A title\n\n```go\nx := 1\n```\n", nil},
		{"plain", "a\n\n```diagram\nW - S\n```\n\nb\n", []found{{"```diagram\nW - S\n```", "", "W - S\n", "", 4}}},
		{"tildes, longer, indented", "  ~~~~ diagram form=newton\n  W\n  ~~~\n  ~~~~~\n", []found{{"~~~~ diagram form=newton\n  W\n  ~~~\n  ~~~~~", " form=newton", "W\n~~~\n", "  ", 2}}},
		{"CRLF", "a\r\n```diagram\r\nW\r\n```\r\nb\r\n", []found{{"```diagram\r\nW\r\n```", "", "W\r\n", "", 3}}},
		{"byte order mark", "\ufeff```diagram\nW\n```\nb\n", []found{{"```diagram\nW\n```", "", "W\n", "", 2}}},
		{"no final newline", "```diagram\nW\n```", []found{{"```diagram\nW\n```", "", "W\n", "", 2}}},
		{"unclosed", "```diagram\nW\n", []found{{"```diagram\nW", "", "W\n", "", 2}}},
		{"unclosed and empty", "```diagram", []found{{"```diagram", "", "", "", 2}}},
		{"empty", "```diagram\n```\n", []found{{"```diagram\n```", "", "", "", 2}}},
		{"quote", "> ```diagram\n> W\n> ```\n> x\n", []found{{"```diagram\n> W\n> ```", "", "W\n", "> ", 2}}},
		{"a quote ends the fence", "> ```diagram\n> W\n```\nother\n```\n", []found{{"```diagram\n> W", "", "W\n", "> ", 2}}},
		{"list", "1. one\n\n   ```diagram\n   W\n   ```\n2. two\n", []found{{"```diagram\n   W\n   ```", "", "W\n", "   ", 4}}},
		{"first in a list in a quote", "> - ```diagram\n>   W\n>   ```\n", []found{{"```diagram\n>   W\n>   ```", "", "W\n", ">   ", 2}}},
		{"a list item ends the fence", "- ```diagram\n  W\n```\nother\n```\n", []found{{"```diagram\n  W", "", "W\n", "  ", 2}}},
		{"inside another fence", "````markdown\n```diagram\nW\n```\n````\n", nil},
		{"indented code", "    ```diagram\n    W\n    ```\n", nil},
		{"another language", "```diagrams\nW\n```\n", nil},
		{"in an HTML comment", "<!--\n```diagram\nW\n```\n-->\n", nil},
		{"two", "```diagram\nA\n```\n```diagram\nB\n```\n", []found{
			{"```diagram\nA\n```", "", "A\n", "", 2},
			{"```diagram\nB\n```", "", "B\n", "", 5},
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			src := []byte(tt.src)
			var got []found
			for _, f := range fences(src) {
				text := ""
				for _, line := range f.Lines {
					text += string(line.Value(src))
				}
				placed := string(f.source(src))
				got = append(got, found{
					Whole:  tt.src[f.Open:f.End],
					Info:   f.Info,
					Text:   text,
					Margin: f.margin(src),
					Line:   1 + len(placed) - len(strings.TrimLeft(placed, "\n")),
				})
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("fences (-want +got):\n%s", diff)
			}
		})
	}
}

func TestSourceKeepsColumns(t *testing.T) {
	src := []byte("> - x\n>\n>   ```diagram\n>   W - S\n>   ```\n")
	got := string(fences(src)[0].source(src))
	if want := "\n\n\n    W - S\n"; got != want {
		t.Errorf("source = %q, want %q", got, want)
	}
}
