package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// output is a file to be written, or standard output.
type output struct {
	path string
	data []byte
}

// write writes outputs so that a reader finds each whole, the old or the new: all are first written beside their places,
// then moved there. An error before the first move leaves everything as it was. None of the outputs may be one of the
// inputs, and no two may be the same.
func (s *streams) write(outs []output, ins []input) (err error) {
	if err := distinct(outs, ins); err != nil {
		return err
	}
	type move struct{ from, to string }
	var moves []move
	defer func() {
		for _, m := range moves {
			os.Remove(m.from) // what was moved is no longer there
		}
	}()
	for _, o := range outs {
		if o.path == stdio {
			continue
		}
		to := o.path
		if real, err := filepath.EvalSymlinks(to); err == nil {
			to = real
		}
		info, err := os.Stat(to)
		switch {
		case err == nil && info.IsDir():
			return fmt.Errorf("%s is a directory", o.path)
		case err == nil && !info.Mode().IsRegular():
			// A device or a pipe can only be written to.
			if err := os.WriteFile(to, o.data, 0); err != nil {
				return err
			}
			continue
		}
		from, err := writeBeside(to, o.data, info)
		if err != nil {
			return err
		}
		moves = append(moves, move{from, to})
	}
	for _, m := range moves {
		if err := os.Rename(m.from, m.to); err != nil {
			return err
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
			var at *fs.PathError
			if errors.As(err, &at) {
				err = fmt.Errorf("can't write %s: %w", path, at.Err)
			}
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
			return fmt.Errorf("two outputs would be written to %s", o.path)
		}
		seen[path] = true
		for _, in := range ins {
			if in.path != stdio && sameFile(o.path, in.path) {
				return fmt.Errorf("%s is an input and won't be overwritten", o.path)
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
