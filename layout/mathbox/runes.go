package mathbox

// The code points of what TeX's fonts hold, in the order of the fonts.
var (
	// ot1Low and ot1High are OT1 where it isn't ASCII.
	ot1Low  = [0x21]rune{'Γ', 'Δ', 'Θ', 'Λ', 'Ξ', 'Π', 'Σ', 'Υ', 'Φ', 'Ψ', 'Ω', 'ﬀ', 'ﬁ', 'ﬂ', 'ﬃ', 'ﬄ', 'ı', 'ȷ', '`', '´', 'ˇ', '˘', '¯', '˚', '¸', 'ß', 'æ', 'œ', 'ø', 'Æ', 'Œ', 'Ø', '/'}
	ot1High = [5]rune{'–', '—', '˝', '˜', '¨'} // from 0x7B

	// omlLow is OML up to 0x2F, omlMid from 0x3A to 0x40.
	omlLow = [0x30]rune{
		0x1D6E4, 0x1D6E5, 0x1D6E9, 0x1D6EC, 0x1D6EF, 0x1D6F1, 0x1D6F4, 0x1D6F6, 0x1D6F7, 0x1D6F9, 0x1D6FA, // capital Greek
		0x1D6FC, 0x1D6FD, 0x1D6FE, 0x1D6FF, 0x1D716, 0x1D701, 0x1D702, 0x1D703, 0x1D704, 0x1D705, 0x1D706, 0x1D707, // α … μ
		0x1D708, 0x1D709, 0x1D70B, 0x1D70C, 0x1D70E, 0x1D70F, 0x1D710, 0x1D719, 0x1D712, 0x1D713, 0x1D714, // ν … ω
		0x1D700, 0x1D717, 0x1D71B, 0x1D71A, 0x1D70D, 0x1D711, // variants
		'↼', '↽', '⇀', '⇁', 0, 0, '⊳', '⊲',
	}
	omlMid = [7]rune{'.', ',', '<', '/', '>', '⋆', 0x1D715}

	// omsLow is OMS up to 0x40, omsHigh from 0x5B.
	omsLow = [0x41]rune{
		'−', '⋅', '×', '∗', '÷', '⋄', '±', '∓', '⊕', '⊖', '⊗', '⊘', '⊙', '◯', '◦', '∙',
		'≍', '≡', '⊆', '⊇', '≤', '≥', '⪯', '⪰', '∼', '≈', '⊂', '⊃', '≪', '≫', '≺', '≻',
		'←', '→', '↑', '↓', '↔', '↗', '↘', '≃', '⇐', '⇒', '⇑', '⇓', '⇔', '↖', '↙', '∝',
		'′', '∞', '∈', '∋', '△', '▽', 0x338, 0, '∀', '∃', '¬', '∅', 'ℜ', 'ℑ', '⊤', '⊥', 'ℵ',
	}
	omsHigh = [0x25]rune{
		'∪', '∩', '⊎', '∧', '∨', '⊢', '⊣', '⌊', '⌋', '⌈', '⌉', '{', '}', '⟨', '⟩', '|', '∥', '↕', '⇕', '\\', '≀', '√', '⨿',
		'∇', '∫', '⊔', '⊓', '⊑', '⊒', '§', '†', '‡', '¶', '♣', '♢', '♡', '♠',
	}

	// omxOperators are OMX's operators from 0x46; each comes small and large.
	omxOperators = [0x1C]rune{
		'⨆', '⨆', '∮', '∮', '⨀', '⨀', '⨁', '⨁', '⨂', '⨂',
		'∑', '∏', '∫', '⋃', '⋂', '⨄', '⋀', '⋁', '∑', '∏', '∫', '⋃', '⋂', '⨄', '⋀', '⋁',
		'∐', '∐',
	}
)

// codeRune pairs a font's code with a code point.
type codeRune struct {
	code byte
	r    rune
}

var msamRunes = [...]codeRune{
	{0x00, '⊡'}, {0x01, '⊞'}, {0x02, '⊠'}, {0x03, '□'}, {0x04, '■'}, {0x06, '◊'}, {0x08, '↻'}, {0x09, '↺'},
	{0x0A, '⇌'}, {0x0B, '⇋'}, {0x0C, '⊟'}, {0x0F, '⊨'}, {0x10, '↠'}, {0x12, '⇇'}, {0x13, '⇉'}, {0x14, '⇈'},
	{0x15, '⇊'}, {0x1C, '⇆'}, {0x1D, '⇄'}, {0x20, '⇝'}, {0x24, '≗'}, {0x26, '≳'}, {0x29, '∴'}, {0x2A, '∵'},
	{0x2B, '≑'}, {0x2C, '≜'}, {0x2E, '≲'}, {0x35, '≦'}, {0x36, '⩽'}, {0x3D, '≧'}, {0x3E, '⩾'},
	{0x4D, '△'}, {0x4E, '▲'}, {0x4F, '▽'}, {0x5C, '∠'}, {0x5D, '∡'}, {0x5E, '∢'}, {0x5F, '∝'}, {0x6E, '⋘'},
	{0x6F, '⋙'}, {0x75, '∔'}, {0x7B, '∁'}, {0x7D, '⊚'}, {0x7E, '⊛'}, {0x7F, '⊝'},
}

var msbmRunes = [...]codeRune{
	{0x02, '≰'}, {0x03, '≱'}, {0x04, '≮'}, {0x05, '≯'}, {0x2C, '∦'}, {0x2D, '∤'}, {0x3F, '∅'}, {0x40, '∄'},
	{0x5B, 0x302}, {0x5C, 0x302}, {0x5D, 0x303}, {0x5E, 0x303}, {0x68, '≂'}, {0x6E, '⋉'}, {0x6F, '⋊'}, {0x75, '≊'}, {0x78, '↶'}, {0x79, '↷'}, {0x7B, '𝜘'}, {0x7E, 'ℏ'},
}

// rune returns the code point of what the character shows; 0 if it is unknown.
func (c char) rune() rune {
	switch c.family {
	case letters, boldItalic:
		r := oml(c.code)
		if c.family == boldItalic {
			r = emboldened(r)
		}
		return r
	case symbols:
		return oms(c.code)
	case extension:
		return omx(c.code)
	case msam:
		return lookUp(msamRunes[:], c.code)
	case msbm:
		if c.code >= 'A' && c.code <= 'Z' {
			return capitalOf(0x1D538, c.code)
		}
		return lookUp(msbmRunes[:], c.code)
	}
	if c.family == mono && c.code > ' ' && c.code < 0x7F && c.code != '\'' && c.code != '`' {
		return rune(c.code)
	}
	return ot1(c.code)
}

func lookUp(table []codeRune, code byte) rune {
	for _, e := range table {
		if e.code == code {
			return e.r
		}
	}
	return 0
}

func ot1(code byte) rune {
	switch {
	case code < 0x21:
		return ot1Low[code]
	case code >= 0x7B && code < 0x80:
		return ot1High[code-0x7B]
	}
	switch code {
	case '"':
		return '”'
	case '\'':
		return '’'
	case '<':
		return '¡'
	case '>':
		return '¿'
	case '\\':
		return '“'
	case '^':
		return 'ˆ'
	case '_':
		return '˙'
	case '`':
		return '‘'
	}
	return rune(code)
}

func oml(code byte) rune {
	switch {
	case code == 'h':
		return 'ℎ'
	case code >= 'a' && code <= 'z':
		return 0x1D44E + rune(code-'a')
	case code >= 'A' && code <= 'Z':
		return 0x1D434 + rune(code-'A')
	case code < 0x30:
		return omlLow[code]
	case code >= 0x3A && code <= 0x40:
		return omlMid[code-0x3A]
	}
	switch code {
	case 0x5B:
		return '♭'
	case 0x5C:
		return '♮'
	case 0x5D:
		return '♯'
	case 0x5E:
		return '⌣'
	case 0x5F:
		return '⌢'
	case 0x60:
		return 'ℓ'
	case 0x7B:
		return 0x1D6A4
	case 0x7C:
		return 0x1D6A5
	case 0x7D:
		return '℘'
	case 0x7E:
		return 0x20D7
	}
	return 0
}

// emboldened turns a math italic code point into the bold italic one.
func emboldened(r rune) rune {
	switch {
	case r == 'ℎ':
		return 0x1D489
	case r >= 0x1D434 && r < 0x1D468:
		return r + 0x34
	case r >= 0x1D6E2 && r <= 0x1D71B:
		return r + 0x3A
	}
	return r
}

func oms(code byte) rune {
	switch {
	case code <= 0x40:
		return omsLow[code]
	case code <= 'Z':
		return capitalOf(0x1D49C, code)
	case code < 0x80:
		return omsHigh[code-0x5B]
	}
	return 0
}

// capitalOf returns a capital of a mathematical alphabet, some of whose letters
// Unicode had before the others.
func capitalOf(first rune, letter byte) rune {
	r := first + rune(letter-'A')
	switch r {
	case 0x1D49D:
		return 'ℬ'
	case 0x1D4A0:
		return 'ℰ'
	case 0x1D4A1:
		return 'ℱ'
	case 0x1D4A3:
		return 'ℋ'
	case 0x1D4A4:
		return 'ℐ'
	case 0x1D4A7:
		return 'ℒ'
	case 0x1D4A8:
		return 'ℳ'
	case 0x1D4AD:
		return 'ℛ'
	case 0x1D53A:
		return 'ℂ'
	case 0x1D53F:
		return 'ℍ'
	case 0x1D545:
		return 'ℕ'
	case 0x1D547:
		return 'ℙ'
	case 0x1D548:
		return 'ℚ'
	case 0x1D549:
		return 'ℝ'
	case 0x1D551:
		return 'ℤ'
	}
	return r
}

func omx(code byte) rune {
	switch {
	case code >= 0x46 && code < 0x46+byte(len(omxOperators)):
		return omxOperators[code-0x46]
	case code == 0x63 || code == 0x64:
		return 0x302
	case code == 0x66 || code == 0x67:
		return 0x303
	case code >= 0x70 && code <= 0x76:
		return '√'
	}
	switch code {
	case 0x62: // the smallest wide accents are drawn as the ASCII characters
		return '^'
	case 0x65:
		return '~'
	// Delimiters: the four sizes begin at 0x00, 0x10 (two) and 0x20.
	case 0x00, 0x10, 0x12, 0x20:
		return '('
	case 0x01, 0x11, 0x13, 0x21:
		return ')'
	case 0x02, 0x14, 0x22, 0x68:
		return '['
	case 0x03, 0x15, 0x23, 0x69:
		return ']'
	case 0x04, 0x16, 0x24, 0x6A:
		return '⌊'
	case 0x05, 0x17, 0x25, 0x6B:
		return '⌋'
	case 0x06, 0x18, 0x26, 0x6C:
		return '⌈'
	case 0x07, 0x19, 0x27, 0x6D:
		return '⌉'
	case 0x08, 0x1A, 0x28, 0x6E:
		return '{'
	case 0x09, 0x1B, 0x29, 0x6F:
		return '}'
	case 0x0A, 0x1C, 0x2A, 0x44:
		return '⟨'
	case 0x0B, 0x1D, 0x2B, 0x45:
		return '⟩'
	case 0x0E, 0x1E, 0x2C, 0x2E:
		return '/'
	case 0x0F, 0x1F, 0x2D, 0x2F:
		return '\\'
	}
	return 0
}
