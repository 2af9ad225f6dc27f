package mathbox

import (
	"embed"
	"encoding/binary"
	"sync"
)

//go:embed tfm/*.tfm
var tfmFiles embed.FS

// metrics is a TeX font metric file (Knuth, "TeX: The Program", part 30), whose
// tables are decoded as they are asked for. Lengths are in design sizes (ems of the
// font's nominal size), as the file has them. The files are compiled in, so their
// structure is trusted.
type metrics struct {
	first, last                      int    // the codes that the file describes
	infos                            []byte // four bytes a character
	widths, heights, depths, italics []byte // fixed-point numbers
	program                          []byte // ligatures and kerns, four bytes an instruction
	kerns                            []byte
	recipes                          []byte // four bytes each: top, middle, bottom and repeated piece
	params                           []byte // \fontdimen1 and on
}

type charMetrics struct {
	exists                       bool
	width, height, depth, italic float64
	tag, remainder               byte
}

// What a character's remainder points to.
const (
	tagKern  = 1 // its ligature and kern program
	tagList  = 2 // the next larger character
	tagExten = 3 // its extensible recipe
)

func readTFM(b []byte) *metrics {
	half := func(i int) int { return int(binary.BigEndian.Uint16(b[2*i:])) }
	rest := b[24+4*half(1):] // after the lengths and the header
	words := func(n int) []byte {
		w := rest[:4*n]
		rest = rest[4*n:]
		return w
	}
	m := &metrics{first: half(2), last: half(3)}
	m.infos = words(m.last - m.first + 1)
	m.widths, m.heights, m.depths, m.italics = words(half(4)), words(half(5)), words(half(6)), words(half(7))
	m.program, m.kerns, m.recipes, m.params = words(half(8)), words(half(9)), words(half(10)), words(half(11))
	return m
}

// number returns the i-th fixed-point number of a table.
func number(table []byte, i int) float64 {
	return float64(int32(binary.BigEndian.Uint32(table[4*i:]))) / (1 << 20)
}

// char returns the metrics of a code; the zero value if the font lacks it.
func (m *metrics) char(code byte) charMetrics {
	i := int(code) - m.first
	if i < 0 || int(code) > m.last {
		return charMetrics{}
	}
	c := m.infos[4*i : 4*i+4]
	return charMetrics{
		exists: c[0] != 0,
		width:  number(m.widths, int(c[0])), height: number(m.heights, int(c[1]>>4)), depth: number(m.depths, int(c[1]&15)),
		italic: number(m.italics, int(c[2]>>2)), tag: c[2] & 3, remainder: c[3],
	}
}

// recipe returns an extensible character's pieces; one that it does without is 0.
func (m *metrics) recipe(c charMetrics) [4]byte { return [4]byte(m.recipes[4*int(c.remainder):]) }

// pair looks up what happens where right follows left: a ligature that replaces
// both, or a kern between them, or nothing.
func (m *metrics) pair(left, right byte) (kern float64, ligature byte, isLigature bool) {
	c := m.char(left)
	if c.tag != tagKern {
		return 0, 0, false
	}
	i := 4 * int(c.remainder)
	if p := m.program[i:]; p[0] > 128 { // a jump
		i = 4 * (256*int(p[2]) + int(p[3]))
	}
	for ; i < len(m.program); i += 4 {
		p := m.program[i : i+4]
		if p[1] == right && p[0] <= 128 {
			if p[2] >= 128 {
				return number(m.kerns, 256*int(p[2]-128)+int(p[3])), 0, false
			}
			return 0, p[3], true
		}
		if p[0] >= 128 {
			break
		}
		i += 4 * int(p[0])
	}
	return 0, 0, false
}

// param returns a \fontdimen, counted from 1 as in TeX.
func (m *metrics) param(n int) float64 { return number(m.params, n-1) }

// family names a font in three sizes, like TeX's \fam.
type family uint8

const (
	roman      family = iota // OT1 upright: digits, capital Greek, "operators"
	letters                  // OML math italic
	symbols                  // OMS
	extension                // OMX: large operators and delimiters
	msam                     // AMS symbols, first font
	msbm                     // AMS symbols, second font: blackboard bold
	bold                     // OT1 bold
	italic                   // OT1 text italic
	sans                     // OT1 sans serif
	mono                     // OT1 typewriter
	boldItalic               // OML bold
	numFamilies
)

// isText reports whether the family holds text, as OT1 encodes it.
func (f family) isText() bool { return f == roman || f >= bold && f <= mono }

// fontFiles lists each family's metrics for text, script and scriptscript, as
// LaTeX with amsmath chooses them at 10pt: at 10, 7 and 5 points.
var fontFiles = [numFamilies][3]string{
	roman:      {"cmr10", "cmr7", "cmr5"},
	letters:    {"cmmi10", "cmmi7", "cmmi5"},
	symbols:    {"cmsy10", "cmsy7", "cmsy5"},
	extension:  {"cmex10", "cmex7", "cmex7"},
	msam:       {"msam10", "msam7", "msam5"},
	msbm:       {"msbm10", "msbm7", "msbm5"},
	bold:       {"cmbx10", "cmbx7", "cmbx5"},
	italic:     {"cmti10", "cmti7", "cmti7"},
	sans:       {"cmss10", "cmss8", "cmss8"},
	mono:       {"cmtt10", "cmtt8", "cmtt8"},
	boldItalic: {"cmmib10", "cmmib7", "cmmib5"},
}

// level counts script sizes: text, script, scriptscript.
type level uint8

// sizes are the sizes of the levels in points, where text is 10pt.
var sizes = [3]float64{10, 7, 5}

var fontCache [numFamilies][3]struct {
	once sync.Once
	m    *metrics
}

// font returns the metrics of a family at a level; multiply by sizes[l] for points.
func font(f family, l level) *metrics {
	e := &fontCache[f][l]
	e.once.Do(func() {
		b, err := tfmFiles.ReadFile("tfm/" + fontFiles[f][l] + ".tfm")
		if err != nil {
			panic(err) // not reachable: the files are compiled in, and a test reads them all
		}
		e.m = readTFM(b)
	})
	return e.m
}
