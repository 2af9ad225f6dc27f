//go:build slow

package main

import (
	"image"
	_ "image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestTex holds the PNG that TeX makes to the size of the one made without, within a millimetre.
func TestTex(t *testing.T) {
	sizes := map[string]image.Point{}
	for _, how := range []string{"", "--tex "} {
		path := filepath.Join(t.TempDir(), "p.png")
		line := "build -q ../../examples/force.dg " + how + "-o " + path
		if status := run(strings.Fields(line), strings.NewReader(""), io.Discard, os.Stderr); status != 0 {
			t.Fatalf("%s: status %d", line, status)
		}
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		c, _, err := image.DecodeConfig(f)
		if err != nil {
			t.Fatal(err)
		}
		sizes[how] = image.Pt(c.Width, c.Height)
	}
	if d := sizes[""].Sub(sizes["--tex "]); d.X*d.X+d.Y*d.Y > 12*12 {
		t.Errorf("%v px without TeX, %v with", sizes[""], sizes["--tex "])
	}
}
