package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/term"
)

// streams are the standard streams that a verb works with.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// stdio is the name that stands for standard input or output.
const stdio = "-"

// input is a file that was read.
type input struct {
	path string // stdio for standard input
	data []byte
}

// name is what complaints call the input.
func (in input) name() string {
	if in.path == stdio {
		return "<stdin>"
	}
	return in.path
}

// stem is the input's path without its ending: what its outputs are named after.
func (in input) stem() string {
	if in.path == stdio {
		return "diagram"
	}
	if base := filepath.Base(in.path); strings.TrimLeft(base, ".") == strings.TrimPrefix(filepath.Ext(base), ".") {
		return in.path // a dot file's name is all ending
	}
	return strings.TrimSuffix(in.path, filepath.Ext(in.path))
}

// read reads the files that a verb was called with.
func (s *streams) read(paths ...string) ([]input, error) {
	ins := make([]input, 0, len(paths))
	read := false
	for _, path := range paths {
		var data []byte
		var err error
		if path != stdio {
			data, err = os.ReadFile(path)
		} else if read {
			err = fmt.Errorf("standard input can be read only once")
		} else {
			data, err = io.ReadAll(s.in)
			read = true
		}
		if err != nil {
			return nil, err
		}
		ins = append(ins, input{path, data})
	}
	return ins, nil
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// coloured tells whether what is written to w may be coloured.
func coloured(w io.Writer) bool {
	return isTerminal(w) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// usualWidth is how many columns lines have where no terminal says otherwise.
const usualWidth = 100

// width is how many columns lines written to w may have.
func width(w io.Writer) int {
	if f, ok := w.(*os.File); ok && isTerminal(w) {
		if columns, _, err := term.GetSize(int(f.Fd())); err == nil && columns > 0 {
			return columns
		}
	}
	return usualWidth
}
