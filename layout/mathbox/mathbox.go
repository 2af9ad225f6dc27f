// Package mathbox typesets LaTeX mathematics into measured boxes of glyph outlines.
//
// A label such as k_1, \dot m_1 or m_{\text{car}}, or a whole equation, becomes a
// [Box]: where each glyph's origin is, the glyph's outline, the rules (of
// fractions and roots), and the formula's width, height and depth. An SVG emitter
// draws it with no fonts; a layout measures a label as TeX will set it.
//
// The package works as TeX does. The text is parsed into a math list of atoms
// (parse.go); the list is set by the rules of the TeXbook's Appendix G
// (setter.go, construct.go, delimiter.go), measured by the metric files of
// Computer Modern that pdfLaTeX itself reads (tfm.go), so sizes agree with TeX's.
// Only the ink comes from elsewhere: the outlines are those of Latin Modern
// Math (latinmodern.go), whose glyphs are Computer Modern's, in the designs for
// 10, 7 and 5 points and with its larger variants and assemblies.
//
// Text in a script that these fonts lack is measured by estimate and kept as
// text, a [Foreign], for those who have a font for it.
//
// What the package does not know is an [Error] at a byte offset, never a wrong
// picture. Input of any kind is bounded in depth and size.
package mathbox

import (
	"fmt"
	"sync"

	"diagram/symbolic/formula"
)

// Box is a typeset formula. Lengths are TeX points (72.27 to the inch); x runs
// right and y up from the reference point, the left end of the baseline. Boxes
// are shared by callers and must not be changed.
type Box struct {
	Width, Height, Depth float64 // the extent right of, above and below the reference point
	Glyphs               []Glyph
	Rules                []Rule
	Foreign              []Foreign
}

// Glyph is an outline and where its origin is.
type Glyph struct {
	X, Y    float64
	Scale   float64 // points per font unit: a point p of the outline is at X+Scale·p.X, Y+Scale·p.Y
	Outline *Outline
	Rune    rune   // what it shows; mathematical letters have their own code points
	Color   string // the name given to \color or \textcolor; empty: the surrounding colour
}

// Rule is a filled rectangle with its lower left corner at X, Y.
type Rule struct {
	X, Y, W, H float64
	Color      string
}

// Foreign is a run of text of which the fonts lack a character. Its left end is at
// X on the baseline Y, and its width is an estimate.
type Foreign struct {
	X, Y, Width float64
	Size        float64 // of the font in points
	Text        string
	Unknown     rune // the first character that the fonts lack
	RightToLeft bool
	Color       string
}

// Options say how a formula is set.
type Options struct {
	Size    float64 // of the text font in points; 0 is 10
	Display bool    // in display style, as an equation on its own line
}

// Error says what could not be set.
type Error struct {
	Offset int // in bytes, into the text that was given
	Msg    string
}

func (e *Error) Error() string { return fmt.Sprintf("offset %d: %s", e.Offset, e.Msg) }

// Typeset sets a formula, given as the LaTeX between the dollars. Its errors
// are of type *Error.
func Typeset(latex string, opt Options) (*Box, error) {
	return cached(key{latex, opt, false})
}

// Text sets a line of upright text, in which $…$ is mathematics. Its errors are
// of type *Error.
func Text(s string, opt Options) (*Box, error) {
	return cached(key{s, opt, true})
}

// Set sets a formula.
func Set(n formula.Node, opt Options) *Box {
	b, err := setNucleus(builder{}.list(n), opt)
	if err != nil {
		panic(err)
	}
	return b
}

type key struct {
	source string
	opt    Options
	isText bool
}

// Short formulas are kept, since diagrams repeat their labels.
const (
	maxCachedSource = 256
	maxCachedBoxes  = 2048
)

var cache struct {
	sync.RWMutex
	boxes map[key]*Box
}

func cached(k key) (*Box, error) {
	if len(k.source) > maxCachedSource {
		return typeset(k)
	}
	cache.RLock()
	b := cache.boxes[k]
	cache.RUnlock()
	if b != nil {
		return b, nil
	}
	b, err := typeset(k)
	if err != nil {
		return nil, err
	}
	cache.Lock()
	defer cache.Unlock()
	if cache.boxes == nil || len(cache.boxes) >= maxCachedBoxes {
		cache.boxes = map[key]*Box{}
	}
	cache.boxes[k] = b
	return b, nil
}

// typeset does the work, without the cache.
func typeset(k key) (*Box, error) {
	size := k.opt.Size
	if size == 0 {
		size = sizes[0]
	}
	if !(size > 0 && size <= 10000) {
		return nil, &Error{0, fmt.Sprintf("font size %v is not between 0 and 10000 points", size)}
	}
	n, err := parse(k.source, k.isText)
	if err != nil {
		return nil, err
	}
	return setNucleus(n, k.opt)
}

func setNucleus(n nucleus, opt Options) (*Box, error) {
	size := opt.Size
	if size == 0 {
		size = sizes[0]
	}
	s := textStyle
	if opt.Display {
		s = displayStyle
	}
	t := &setter{}
	b := t.box(n, s)
	if t.tooMany {
		return nil, &Error{0, fmt.Sprintf("more than %d glyphs", maxGlyphs)}
	}
	out := &Box{Width: b.width * size / 10, Height: b.height * size / 10, Depth: b.depth * size / 10}
	glyphs, rules := b.count()
	out.Glyphs, out.Rules = make([]Glyph, 0, glyphs), make([]Rule, 0, rules)
	b.flatten(out, 0, 0, size/10)
	return out, nil
}
