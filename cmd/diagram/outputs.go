package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"diagram/dsl/diag"
)

// output is a file to be written, or standard output.
type output struct {
	path string
	data []byte
}

// write writes outputs so that a reader finds each whole, the old or the new: all are first written beside their places, in
// directories that are made where they are missing, then moved there. An error before the first move leaves everything as
// it was. None of the outputs may be one of the inputs, and no two may be the same.
func (s *streams) write(outs []output, ins []input) (err error) {
	if err := distinct(outs, ins); err != nil {
		return err
	}
	type move struct{ from, to, path string }
	var moves []move
	var devices []output
	var made []string
	defer func() {
		for _, m := range moves {
			os.Remove(m.from) // what was moved is no longer there
		}
		for i := len(made) - 1; err != nil && i >= 0; i-- {
			os.Remove(made[i]) // unless something was moved there
		}
	}()
	for _, o := range outs {
		if o.path == stdio {
			continue
		}
		made, err = makeDirs(filepath.Dir(o.path), made)
		if err != nil {
			return cantWrite(diag.Visible(o.path), err)
		}
		to := o.path
		if real, err := filepath.EvalSymlinks(to); err == nil {
			to = real
		}
		info, err := os.Stat(to)
		switch {
		case err == nil && info.IsDir() || os.IsPathSeparator(o.path[len(o.path)-1]):
			return fmt.Errorf("%s is a directory", diag.Visible(o.path))
		case err == nil && !info.Mode().IsRegular():
			devices = append(devices, output{to, o.data})
			continue
		}
		from, err := writeBeside(to, o.data, info)
		if err != nil {
			return cantWrite(diag.Visible(o.path), err)
		}
		moves = append(moves, move{from, to, o.path})
	}
	for _, d := range devices { // a device or a pipe can only be written to
		if err := os.WriteFile(d.path, d.data, 0); err != nil {
			return cantWrite(diag.Visible(d.path), err)
		}
	}
	for _, m := range moves {
		if err := os.Rename(m.from, m.to); err != nil {
			return cantWrite(diag.Visible(m.path), err)
		}
	}
	for _, o := range outs {
		if o.path == stdio {
			if _, err := s.out.Write(o.data); err != nil {
				return err
			}
		}
	}
	return nil
}

// makeDirs makes a directory and those above it that are missing, and adds them to the list of those that were made.
func makeDirs(dir string, made []string) ([]string, error) {
	_, err := os.Stat(dir)
	if !errors.Is(err, fs.ErrNotExist) {
		return made, err
	}
	if made, err = makeDirs(filepath.Dir(dir), made); err != nil {
		return made, err
	}
	if err := os.Mkdir(dir, 0o777); err != nil {
		return made, err
	}
	return append(made, dir), nil
}

// writeBeside writes data to a new file in the directory of path, with the rights of the file that it will replace.
func writeBeside(path string, data []byte, old fs.FileInfo) (string, error) {
	mode := fs.FileMode(0o666)
	if old != nil {
		mode = old.Mode().Perm()
	}
	dir, base := filepath.Split(path)
	for i := 0; ; i++ {
		temp := filepath.Join(dir, fmt.Sprintf(".%s.%d-%d.tmp", base, os.Getpid(), i))
		f, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if errors.Is(err, fs.ErrExist) && i < 100 {
			continue
		}
		if err != nil {
			return "", err
		}
		_, err = f.Write(data)
		if err := errors.Join(err, f.Close()); err != nil {
			os.Remove(temp)
			return "", err
		}
		return temp, nil
	}
}

// distinct refuses outputs that would overwrite an input or one another.
func distinct(outs []output, ins []input) error {
	seen := map[string]bool{}
	for _, o := range outs {
		if o.path == stdio {
			continue
		}
		path, err := filepath.Abs(o.path)
		if err != nil {
			return err
		}
		if seen[path] {
			return fmt.Errorf("two outputs would be written to %s", diag.Visible(o.path))
		}
		seen[path] = true
		for _, in := range ins {
			if in.path != stdio && sameFile(o.path, in.path) {
				return fmt.Errorf("%s is an input and won't be overwritten", diag.Visible(o.path))
			}
		}
	}
	return nil
}

func sameFile(a, b string) bool {
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	return errX == nil && errY == nil && os.SameFile(x, y)
}
