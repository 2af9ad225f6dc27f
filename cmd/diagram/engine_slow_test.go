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

// TestTexOtherScripts sets words in scripts that the fonts here lack, in a font that is installed.
func TestTexOtherScripts(t *testing.T) {
	path := filepath.Join(t.TempDir(), "p.png")
	build := func(label string) (int, string) {
		var said strings.Builder
		status := run(strings.Fields("build -q - --tex -o "+path), strings.NewReader("wall - spring[label=\""+label+" $k$ Ząb\"] - mass"), io.Discard, &said)
		return status, said.String()
	}
	if _, err := fontFor([]rune("жק")); err != nil {
		t.Skip(err)
	}
	if status, said := build("жёсткость קפיץ"); status != 0 {
		t.Errorf("status %d: %s", status, said)
	}
	if status, said := build("\U0001e900\u1200\u5f39"); status == 0 || !strings.Contains(said, "no installed font has all of") {
		t.Errorf("characters that no font has together: status %d: %s", status, said)
	}
}
