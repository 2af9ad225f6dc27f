// Package mathbox sets formulas as TeX does: into measured boxes of glyph outlines.
//
// A label such as k_1, \dot m_1 or m_{\text{car}}, or a whole equation, is a tree of package formula. It becomes a [Box]:
// where each glyph's origin is, the glyph's outline, the rules (of fractions and roots), and the formula's width, height
// and depth. An SVG emitter draws it with no fonts; a layout measures a label as TeX will set it.
//
// The algorithm is TeX's. The tree is translated into a math list of atoms, each with the class that decides the space
// beside it (tree.go, glyphs.go, letters.go, operators.go, words.go); the list is set by the rules of the TeXbook's Appendix
// G (setter.go, scripts.go, construct.go, delimiter.go, grid.go, textset.go), measured by the metric files of Computer
// Modern that pdfLaTeX itself reads (tfm.go), so sizes agree with those of the tree's LaTeX. Only the ink comes from
// elsewhere: the outlines are those of Latin Modern Math (latinmodern.go), whose glyphs are Computer Modern's, in the
// designs for 10, 7 and 5 points and with its larger variants and assemblies.
//
// Every tree can be set: what TeX would refuse, the reader of trees refuses already. Text in a script that these fonts lack
// is measured by estimate and kept as text, a [Foreign], for those who have a font for it (foreign.go).
package mathbox

import (
	"sync"

	"diagram/symbolic/formula"
)

// Box is a typeset formula. Lengths are TeX points (72.27 to the inch); x runs right and y up from the reference point, the
// left end of the baseline. Boxes are shared by callers and must not be changed.
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
	Rune    rune // what it shows; mathematical letters have their own code points
}

// Rule is a filled rectangle with its lower left corner at X, Y.
type Rule struct{ X, Y, W, H float64 }

// Foreign is a run of text of which the fonts lack a character. Its left end is at X on the baseline Y, and its width is an
// estimate.
type Foreign struct {
	X, Y, Width float64
	Size        float64 // of the font in points
	Text        string
	Unknown     rune // the first character that the fonts lack
	RightToLeft bool
}

// Options say how a formula is set.
type Options struct {
	Size    float64 // of the text font in points; 0 is 10
	Display bool    // in display style, as an equation on its own line
}

// Typeset sets a formula.
func Typeset(n formula.Node, opt Options) *Box {
	if opt.Size == 0 {
		opt.Size = sizes[0]
	}
	k := key{formula.LaTeX(n), opt}
	if len(k.latex) > maxCachedLaTeX {
		return typeset(n, opt)
	}
	cache.RLock()
	b := cache.boxes[k]
	cache.RUnlock()
	if b == nil {
		b = typeset(n, opt)
		cache.keep(k, b)
	}
	return b
}

// typeset does the work, without the cache.
func typeset(n formula.Node, opt Options) *Box {
	s := textStyle
	if opt.Display {
		s = displayStyle
	}
	b := builder{}.list(n).set(s)
	size := opt.Size
	out := &Box{Width: b.width * size / 10, Height: b.height * size / 10, Depth: b.depth * size / 10}
	glyphs, rules := b.count()
	out.Glyphs, out.Rules = make([]Glyph, 0, glyphs), make([]Rule, 0, rules)
	b.flatten(out, 0, 0, size/10)
	return out
}

// key is what two equal boxes have in common.
type key struct {
	latex string
	opt   Options
}

// Short formulas are kept, since diagrams repeat their labels.
const (
	maxCachedLaTeX = 256
	maxCachedBoxes = 2048
)

// cache is the boxes of short formulas.
var cache boxes

type boxes struct {
	sync.RWMutex
	boxes map[key]*Box
}

func (c *boxes) keep(k key, b *Box) {
	c.Lock()
	defer c.Unlock()
	if c.boxes == nil || len(c.boxes) >= maxCachedBoxes {
		c.boxes = map[key]*Box{}
	}
	c.boxes[k] = b
}
