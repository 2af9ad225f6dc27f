package mathbox

// alphabet is what letters and digits are set in.
type alphabet uint8

const (
	alphaNormal alphabet = iota
	alphaRoman
	alphaBold
	alphaItalic
	alphaSans
	alphaMono
	alphaBoldSymbol // \boldsymbol: italic letters stay italic
	alphaCalligraphic
	alphaBlackboard
)

// alphabets are the commands that choose one.
var alphabets = map[string]alphabet{
	"mathrm": alphaRoman, "mathbf": alphaBold, "mathit": alphaItalic, "mathsf": alphaSans, "mathtt": alphaMono,
	"boldsymbol": alphaBoldSymbol, "mathcal": alphaCalligraphic, "mathbb": alphaBlackboard,
}

// styled returns a character in the alphabet. One that the alphabet lacks stays as it is.
func (b builder) styled(c char) char {
	if b.alphabet == alphaBoldSymbol {
		switch c.family {
		case letters:
			c.family = boldItalic
		case roman:
			c.family = bold
		}
		return c
	}
	if !c.isAlpha() {
		return c
	}
	isCapital := c.code >= 'A' && c.code <= 'Z'
	switch b.alphabet {
	case alphaRoman:
		c.family = roman
	case alphaBold:
		c.family = bold
	case alphaItalic:
		c.family = italic
	case alphaSans:
		c.family = sans
	case alphaMono:
		c.family = mono
	case alphaCalligraphic:
		if isCapital {
			c.family = symbols
		}
	case alphaBlackboard:
		if isCapital {
			c.family = msbm
		}
	}
	return c
}

// isAlpha reports whether the character is one that alphabets change (TeX's class 7): a Latin letter, a digit or a
// capital Greek letter.
func (c char) isAlpha() bool {
	switch c.family {
	case letters:
		return isLetter(c.code)
	case roman:
		return c.code <= 0x0A || c.code >= '0' && c.code <= '9'
	}
	return false
}

// accentMarks are the marks of the commands that set one over their argument.
var accentMarks = map[string]char{
	"hat": {roman, 0x5E}, "check": {roman, 0x14}, "breve": {roman, 0x15}, "acute": {roman, 0x13}, "grave": {roman, 0x12},
	"tilde": {roman, 0x7E}, "bar": {roman, 0x16}, "vec": vecMark, "dot": {roman, 0x5F}, "ddot": {roman, 0x7F},
	"mathring": {roman, 0x17}, "widehat": {extension, 0x62}, "widetilde": {extension, 0x65},
}
