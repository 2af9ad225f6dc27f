package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"diagram/dsl/diag"

	"golang.org/x/term"
)

// streams are the standard streams that a verb works with.
type streams struct {
	in  io.Reader
	out *stdout
	err io.Writer
}

// stdout is standard output. It remembers that it could not be written, so that no verb needs to ask after each line.
type stdout struct {
	io.Writer
	broken error
}

func (o *stdout) Write(p []byte) (int, error) {
	n, err := o.Writer.Write(p)
	if err != nil && o.broken == nil {
		o.broken = cantWrite("standard output", err)
	}
	return n, err
}

// stdio is the name that stands for standard input or output.
const stdio = "-"

// input is a file that was read.
type input struct {
	path string // stdio for standard input
	data []byte
}

// name is what the input is called wherever it is named; it is safe to print.
func (in input) name() string {
	if in.path == stdio {
		return "<stdin>"
	}
	return diag.Visible(in.path)
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
			err = errors.New("it can be read only once")
		} else {
			data, err = io.ReadAll(s.in)
			read = true
		}
		if err != nil {
			return nil, fmt.Errorf("can't read %s: %w", input{path: path}.name(), cause(err))
		}
		ins = append(ins, input{path, data})
	}
	return ins, nil
}

// cause is what went wrong with a file, without the operation and the file's name.
func cause(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}

// cantWrite says what could not be written, and why.
func cantWrite(what string, err error) error {
	return fmt.Errorf("can't write %s: %w", what, cause(err))
}

func isTerminal(w io.Writer) bool {
	f, ok := file(w)
	return ok && term.IsTerminal(int(f.Fd()))
}

// file is the file behind a stream.
func file(w io.Writer) (*os.File, bool) {
	if o, ok := w.(*stdout); ok {
		w = o.Writer
	}
	f, ok := w.(*os.File)
	return f, ok
}

// coloured reports whether what is written to w may be coloured.
func coloured(w io.Writer) bool {
	return isTerminal(w) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// usualWidth is how many columns lines have where no terminal says otherwise.
const usualWidth = 100

// width is how many columns lines written to w may have.
func width(w io.Writer) int {
	if f, ok := file(w); ok && isTerminal(w) {
		if columns, _, err := term.GetSize(int(f.Fd())); err == nil && columns > 0 {
			return columns
		}
	}
	return usualWidth
}
