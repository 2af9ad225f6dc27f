package mathbox

import (
	"encoding/binary"
	"math"
	"strconv"
	"sync"

	"github.com/go-fonts/latin-modern/lmmath"
	"github.com/go-fonts/latin-modern/lmmono10regular"
	"github.com/go-fonts/latin-modern/lmmono8regular"
	"github.com/go-fonts/latin-modern/lmroman10bold"
	"github.com/go-fonts/latin-modern/lmroman10italic"
	"github.com/go-fonts/latin-modern/lmroman10regular"
	"github.com/go-fonts/latin-modern/lmroman5bold"
	"github.com/go-fonts/latin-modern/lmroman5regular"
	"github.com/go-fonts/latin-modern/lmroman7bold"
	"github.com/go-fonts/latin-modern/lmroman7italic"
	"github.com/go-fonts/latin-modern/lmroman7regular"
	"github.com/go-fonts/latin-modern/lmsans10regular"
	"github.com/go-fonts/latin-modern/lmsans8regular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// UnitsPerEm is how many units of an Outline make one em, in every font used.
const UnitsPerEm = 1000

// face is one OpenType font of the Latin Modern family. Glyphs are read when
// they are first asked for and kept.
type face struct {
	name string // leads the ID of its outlines
	ttf  *[]byte

	once sync.Once
	font *sfnt.Font
	gsub []byte // the subtable of ssty: glyphs drawn for script sizes
	vari []byte // MATH's MathVariants

	mu        sync.Mutex
	buf       sfnt.Buffer
	runes     map[rune]sfnt.GlyphIndex
	outlines  map[sfnt.GlyphIndex]*Outline
	stretches map[stretchKey]*Outline
}

// mathFace draws mathematics; the text faces draw what it lacks.
var (
	mathFace  = face{name: "m", ttf: &lmmath.TTF}
	textFaces = [numFamilies][3]face{
		roman:  {{name: "r", ttf: &lmroman10regular.TTF}, {name: "r7", ttf: &lmroman7regular.TTF}, {name: "r5", ttf: &lmroman5regular.TTF}},
		bold:   {{name: "b", ttf: &lmroman10bold.TTF}, {name: "b7", ttf: &lmroman7bold.TTF}, {name: "b5", ttf: &lmroman5bold.TTF}},
		italic: {{name: "i", ttf: &lmroman10italic.TTF}, {name: "i7", ttf: &lmroman7italic.TTF}, {name: "i7", ttf: &lmroman7italic.TTF}},
		sans:   {{name: "s", ttf: &lmsans10regular.TTF}, {name: "s8", ttf: &lmsans8regular.TTF}, {name: "s8", ttf: &lmsans8regular.TTF}},
		mono:   {{name: "t", ttf: &lmmono10regular.TTF}, {name: "t8", ttf: &lmmono8regular.TTF}, {name: "t8", ttf: &lmmono8regular.TTF}},
	}
)

func mathFont() *face { return mathFace.open() }

// open parses the font's directory on first use. The fonts are compiled in, so a
// malformed one is a programming error, which a test would find.
func (f *face) open() *face {
	if f.ttf == nil {
		return mathFont() // the family has no text face
	}
	f.once.Do(func() {
		font, err := sfnt.Parse(*f.ttf)
		if err != nil {
			panic(err)
		}
		f.font = font
		f.runes = map[rune]sfnt.GlyphIndex{}
		f.outlines = map[sfnt.GlyphIndex]*Outline{}
		f.stretches = map[stretchKey]*Outline{}
		if m := table(*f.ttf, "MATH"); m != nil {
			f.vari = at(m, 8)
		}
		f.gsub = scriptAlternates(table(*f.ttf, "GSUB"))
	})
	return f
}

// glyph returns the index of a rune's glyph; 0 if the font lacks it.
func (f *face) glyph(r rune) sfnt.GlyphIndex {
	f.mu.Lock()
	defer f.mu.Unlock()
	g, ok := f.runes[r]
	if !ok {
		g, _ = f.font.GlyphIndex(&f.buf, r)
		if len(f.runes) < 4096 { // hostile text can't fill the memory
			f.runes[r] = g
		}
	}
	return g
}

// advance returns a glyph's advance width in font units.
func (f *face) advance(g sfnt.GlyphIndex) float64 {
	f.mu.Lock()
	defer f.mu.Unlock()
	a, err := f.font.GlyphAdvance(&f.buf, g, fixed.I(UnitsPerEm), 0)
	if err != nil {
		return 0
	}
	return units(a)
}

// outline returns a glyph's outline; nil if it can't be read.
func (f *face) outline(g sfnt.GlyphIndex) *Outline {
	f.mu.Lock()
	defer f.mu.Unlock()
	if o, ok := f.outlines[g]; ok {
		return o
	}
	segments, err := f.font.LoadGlyph(&f.buf, g, fixed.I(UnitsPerEm), nil)
	var o *Outline
	if err == nil {
		o = newOutline(f.name, int(g), segments)
	}
	f.outlines[g] = o
	return o
}

// The big-endian structures of OpenType. The data is compiled in and trusted.

func u16(b []byte, at int) int { return int(binary.BigEndian.Uint16(b[at:])) }

// at follows an offset that is stored at a place.
func at(b []byte, place int) []byte { return b[u16(b, place):] }

func table(ttf []byte, tag string) []byte {
	for i := range u16(ttf, 4) {
		r := ttf[12+16*i:]
		if string(r[:4]) == tag {
			return ttf[binary.BigEndian.Uint32(r[8:]):][:binary.BigEndian.Uint32(r[12:])]
		}
	}
	return nil
}

// covered returns a glyph's index in a coverage table, or -1.
func covered(b []byte, g sfnt.GlyphIndex) int {
	n := u16(b, 2)
	lo, hi := 0, n
	isRanges := u16(b, 0) == 2
	for lo < hi {
		mid := (lo + hi) / 2
		if isRanges {
			r := b[4+6*mid:]
			switch {
			case int(g) < u16(r, 0):
				hi = mid
			case int(g) > u16(r, 2):
				lo = mid + 1
			default:
				return u16(r, 4) + int(g) - u16(r, 0)
			}
			continue
		}
		switch x := u16(b, 4+2*mid); {
		case int(g) < x:
			hi = mid
		case int(g) > x:
			lo = mid + 1
		default:
			return mid
		}
	}
	return -1
}

// scriptAlternates finds the first subtable of the feature ssty.
func scriptAlternates(gsub []byte) []byte {
	if gsub == nil {
		return nil
	}
	features, lookups := at(gsub, 6), at(gsub, 8)
	for i := range u16(features, 0) {
		if string(features[2+6*i:6+6*i]) == "ssty" {
			lookup := at(lookups, 2+2*u16(at(features, 6+6*i), 4))
			return at(lookup, 6)
		}
	}
	return nil
}

// forLevel returns the glyph drawn for a script size, in place of a glyph.
func (f *face) forLevel(g sfnt.GlyphIndex, l level) sfnt.GlyphIndex {
	if l == 0 || f.gsub == nil {
		return g
	}
	i := covered(at(f.gsub, 2), g)
	if i < 0 {
		return g
	}
	alternates := at(f.gsub, 6+2*i)
	return sfnt.GlyphIndex(u16(alternates, 2*min(int(l), u16(alternates, 0))))
}

// direction of growth.
type direction int

const (
	vertical direction = iota
	horizontal
)

// construction returns MATH's MathGlyphConstruction of a rune, or nil.
func (f *face) construction(r rune, d direction) []byte {
	v := f.vari
	if v == nil {
		return nil
	}
	first := 10
	if d == horizontal {
		first += 2 * u16(v, 6)
	}
	i := covered(at(v, 2+2*int(d)), f.glyph(r))
	if i < 0 {
		return nil
	}
	return at(v, first+2*i)
}

// variant returns the form of a rune whose size in font units is nearest.
func (f *face) variant(r rune, d direction, size float64) sfnt.GlyphIndex {
	best := f.glyph(r)
	c := f.construction(r, d)
	if c == nil {
		return best
	}
	distance := -1.0
	for i := range u16(c, 2) {
		far := float64(u16(c, 6+4*i)) - size
		if far < 0 {
			far = -far
		}
		if distance < 0 || far < distance {
			best, distance = sfnt.GlyphIndex(u16(c, 4+4*i)), far
		}
	}
	return best
}

// Pieces of a glyph that is built at any size, in the order of TeX's recipes.
const (
	topPiece    = iota
	middlePiece // of a brace
	bottomPiece
	repeatedPiece // between them
)

// pieces returns the glyphs from which a tall rune is built; one that it does without is 0.
func (f *face) pieces(r rune) (out [4]sfnt.GlyphIndex) {
	c := f.construction(r, vertical)
	if c == nil || u16(c, 0) == 0 {
		return out
	}
	assembly := at(c, 0) // from bottom to top, from left to right
	n := u16(assembly, 4)
	for i := range n {
		p := assembly[6+10*i:]
		g := sfnt.GlyphIndex(u16(p, 0))
		switch {
		case u16(p, 8)&1 == 1:
			out[repeatedPiece] = g
		case i == 0:
			out[bottomPiece] = g
		case i == n-1:
			out[topPiece] = g
		default:
			out[middlePiece] = g
		}
	}
	return out
}

// stretchKey names a glyph stretched to a width and a height in font units.
type stretchKey struct {
	glyph         sfnt.GlyphIndex
	width, height int
}

// stretched returns a glyph's outline stretched to a width and a height in font units.
func (f *face) stretched(g sfnt.GlyphIndex, width, height float64) *Outline {
	const maxKept = 1024
	o := f.outline(g)
	if o == nil {
		return &Outline{}
	}
	key := stretchKey{g, int(math.Round(width)), int(math.Round(height))}
	f.mu.Lock()
	defer f.mu.Unlock()
	if s := f.stretches[key]; s != nil {
		return s
	}
	sx := float64(key.width) / max(1, o.MaxX-o.MinX)
	sy := float64(key.height) / max(1, o.MaxY-o.MinY)
	s := o.scaled(sx, sy, o.ID+"-"+strconv.Itoa(key.width)+"-"+strconv.Itoa(key.height))
	if len(f.stretches) >= maxKept {
		clear(f.stretches)
	}
	f.stretches[key] = s
	return s
}
