//go:build slow

package mathbox

import (
	"fmt"
	"math"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// TestNudges compares where the ink lies with the bounding boxes of the AMS's Type 1
// fonts, as their AFM files give them.
func TestNudges(t *testing.T) {
	compared := 0
	for _, f := range []family{roman, letters, symbols, extension, msam, msbm} {
		path, err := exec.Command("kpsewhich", fontFiles[f][0]+".afm").Output()
		if err != nil {
			t.Fatalf("this test needs the AFM files of TeX's fonts (%s.afm): %v", fontFiles[f][0], err)
		}
		afm, err := os.ReadFile(strings.TrimSpace(string(path)))
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(afm)) {
			var code int
			var width, x0, y0, x1, y1 float64
			var name string
			if n, _ := fmt.Sscanf(line, "C %d ; WX %f ; N %s ; B %f %f %f %f", &code, &width, &name, &x0, &y0, &x1, &y1); n != 7 || code < 0 || code > 127 {
				continue
			}
			c := char{f, byte(code)}
			s := c.shape(0)
			if s.outline == nil || f == extension && code >= 0x74 || f == roman && !isMark(c.code) || f == letters && c != vecMark {
				continue
			}
			compared++
			o := s.outline
			dx := (x0+x1)/2 - (o.MinX+o.MaxX)/2 - s.dx*UnitsPerEm
			dy := (y0+y1)/2 - (o.MinY+o.MaxY)/2 - s.dy*UnitsPerEm
			switch {
			case f == extension && c.rune() == '√': // its corner is what counts
				dx, dy = x1-o.MaxX-s.dx*UnitsPerEm, y1-o.MaxY-s.dy*UnitsPerEm
			case (f == symbols || f == msbm) && code >= 'A' && code <= 'Z', c == char{symbols, 0x3C}, c == char{symbols, 0x3D}, c == char{symbols, 0x7C}:
				dy = 0 // of another design, on the same baseline
			}
			if math.Abs(dx) > 6 || math.Abs(dy) > 6 {
				t.Errorf("%s %02X %s %c: nudge it by %+.0f, %+.0f more", fontFiles[f][0], code, name, c.rune(), dx, dy)
			}
		}
	}
	if compared < 100 {
		t.Errorf("%d characters compared", compared)
	}
}

// isMark reports whether a code of OT1 is an accent.
func isMark(code byte) bool {
	return code >= 0x12 && code <= 0x17 || code == '^' || code == '_' || code == 0x7E || code == 0x7F
}
