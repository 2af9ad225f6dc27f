package mathbox

// class is what an atom is to its neighbours; it decides the space between them.
type class uint8

const (
	ord class = iota
	op
	bin
	rel
	open
	closing
	punct
	inner
)

// style is TeX's math style: display, text, script, scriptscript, each also cramped.
type style uint8

const (
	displayStyle style = 2 * iota
	textStyle
	scriptStyle
	scriptScriptStyle
)

func (s style) isCramped() bool { return s&1 == 1 }
func (s style) cramped() style  { return s | 1 }
func (s style) sup() style      { return 2*(s/4) + scriptStyle + s&1 }
func (s style) sub() style      { return s.sup().cramped() }
func (s style) num() style      { return s + 2 - 2*(s/6) }
func (s style) denom() style    { return s.num().cramped() }
func (s style) isDisplay() bool { return s < textStyle }
func (s style) isScript() bool  { return s >= scriptStyle }
func (s style) level() level {
	if s < scriptStyle {
		return 0
	}
	return level(s/2 - 1)
}

// node is an item of a math list: an atom, or what stands between atoms.
type node interface{ isNode() }

// atom is a nucleus with its scripts.
type atom struct {
	class    class
	nucleus  nucleus // nil is empty
	sup, sub nucleus
	limits   bool // of an operator: its scripts stand above and below it in display style
}

// kern is a space: the sum of these, in em of the text font, mu of the style and points.
type kern struct{ em, mu, pt float64 }

func (*atom) isNode() {}
func (kern) isNode()  {}

// nucleus is what an atom, a script or a field of a fraction holds. set makes
// the box that TeX calls the clean box of the field.
type nucleus interface {
	set(s style) *box
}

// char is one character of a font.
type char struct {
	family family
	code   byte
}

// list is a formula in braces.
type list []node

// accented returns the atom of a list that is only an accented one; else nil.
func (l list) accented() *atom {
	if len(l) != 1 {
		return nil
	}
	a, ok := l[0].(*atom)
	if !ok {
		return nil
	}
	if _, ok := a.nucleus.(*accent); !ok {
		return nil
	}
	return a
}

// simplify undoes braces round a single plain atom, as TeX does: {x} is x.
func (l list) simplify() nucleus {
	if len(l) == 1 {
		if a, ok := l[0].(*atom); ok && a.class == ord && a.sup == nil && a.sub == nil && a.nucleus != nil {
			return a.nucleus
		}
	}
	return l
}
