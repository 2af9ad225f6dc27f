package mathbox

import (
	"embed"
	"encoding/binary"
	"sync"
)

//go:embed tfm/*.tfm
var tfmFiles embed.FS

// metrics is a TeX font metric file. Lengths are in design sizes ("ems of the
// font's nominal size"), as the file has them.
type metrics struct {
	first, last int // the codes that the file describes
	chars       []charMetrics
	program     [][4]byte // ligatures and kerns
	kerns       []float64
	recipes     [][4]byte // top, middle, bottom, repeated piece
	params      []float64 // \fontdimen1 is params[0]
}

type charMetrics struct {
	exists                       bool
	width, height, depth, italic float64
	tag, remainder               byte
}

// What a character's remainder points to.
const (
	tagNone  = 0
	tagKern  = 1 // its ligature and kern program
	tagList  = 2 // the next larger character
	tagExten = 3 // its extensible recipe
)

// readTFM reads a TFM file (Knuth, "TeX: The Program", part 30). The files are
// compiled in, so a malformed one is a programming error.
func readTFM(b []byte) *metrics {
	half := func(i int) int { return int(binary.BigEndian.Uint16(b[2*i:])) }
	lh, bc, ec := half(1), half(2), half(3)
	nw, nh, nd, ni, nl, nk, ne, np := half(4), half(5), half(6), half(7), half(8), half(9), half(10), half(11)
	rest := b[24+4*lh:]
	words := func(n int) []byte {
		w := rest[:4*n]
		rest = rest[4*n:]
		return w
	}
	fixes := func(n int) []float64 {
		w := words(n)
		out := make([]float64, n)
		for i := range out {
			out[i] = float64(int32(binary.BigEndian.Uint32(w[4*i:]))) / (1 << 20)
		}
		return out
	}
	quads := func(n int) [][4]byte {
		w := words(n)
		out := make([][4]byte, n)
		for i := range out {
			out[i] = [4]byte(w[4*i:])
		}
		return out
	}
	infos := quads(ec - bc + 1)
	widths, heights, depths, italics := fixes(nw), fixes(nh), fixes(nd), fixes(ni)
	m := &metrics{first: bc, last: ec, program: quads(nl), kerns: fixes(nk), recipes: quads(ne), params: fixes(np)}
	m.chars = make([]charMetrics, len(infos))
	for i, c := range infos {
		m.chars[i] = charMetrics{
			exists: c[0] != 0,
			width:  widths[c[0]], height: heights[c[1]>>4], depth: depths[c[1]&15],
			italic: italics[c[2]>>2], tag: c[2] & 3, remainder: c[3],
		}
	}
	return m
}

// char returns the metrics of a code; the zero value if the font lacks it.
func (m *metrics) char(code byte) charMetrics {
	if c := int(code); c >= m.first && c <= m.last {
		return m.chars[c-m.first]
	}
	return charMetrics{}
}

// pair looks up what happens where right follows left: a ligature that replaces
// both, or a kern between them, or nothing.
func (m *metrics) pair(left, right byte) (kern float64, ligature byte, isLigature bool) {
	c := m.char(left)
	if c.tag != tagKern {
		return 0, 0, false
	}
	i := int(c.remainder)
	if p := m.program[i]; p[0] > 128 {
		i = 256*int(p[2]) + int(p[3])
	}
	for ; i < len(m.program); i++ {
		p := m.program[i]
		if p[1] == right && p[0] <= 128 {
			if p[2] >= 128 {
				return m.kerns[256*int(p[2]-128)+int(p[3])], 0, false
			}
			return 0, p[3], true
		}
		if p[0] >= 128 {
			break
		}
		i += int(p[0])
	}
	return 0, 0, false
}

// param returns a \fontdimen, counted from 1 as in TeX.
func (m *metrics) param(n int) float64 { return m.params[n-1] }

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
