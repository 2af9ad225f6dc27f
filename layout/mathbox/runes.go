package mathbox

// The code points of what TeX's fonts hold, in the order of the fonts.
var (
	// ot1Low and ot1High are OT1 where it isn't ASCII.
	ot1Low  = [0x21]rune{'Γ', 'Δ', 'Θ', 'Λ', 'Ξ', 'Π', 'Σ', 'Υ', 'Φ', 'Ψ', 'Ω', 'ﬀ', 'ﬁ', 'ﬂ', 'ﬃ', 'ﬄ', 'ı', 'ȷ', '`', '´', 'ˇ', '˘', '¯', '˚', '¸', 'ß', 'æ', 'œ', 'ø', 'Æ', 'Œ', 'Ø', '/'}
	ot1High = [5]rune{'–', '—', '˝', '˜', '¨'} // from 0x7B

	// omlGreek is OML's Greek letters from 0x0B, omlMid its signs from 0x3A.
	omlGreek = [0x1D]rune{
		0x1D6FC, 0x1D6FD, 0x1D6FE, 0x1D6FF, 0x1D716, 0x1D701, 0x1D702, 0x1D703, 0x1D704, 0x1D705, 0x1D706, 0x1D707, // α … μ
		0x1D708, 0x1D709, 0x1D70B, 0x1D70C, 0x1D70E, 0x1D70F, 0x1D710, 0x1D719, 0x1D712, 0x1D713, 0x1D714, // ν … ω
		0x1D700, 0x1D717, 0x1D71B, 0x1D71A, 0x1D70D, 0x1D711, // variants
	}
	omlMid = [7]rune{'.', ',', '<', '/', '>', '⋆', 0x1D715}
)

// Signs of OMS, OMX and the AMS's second font by their codes. OMX has its brackets and wide accents in several sizes.
var (
	omsRunes = map[byte]rune{0x11: '≡', 0x14: '≤', 0x15: '≥', 0x18: '∼', 0x1C: '≪', 0x1D: '≫', 0x27: '≃', 0x2F: '∝',
		0x00: '−', 0x01: '⋅', 0x02: '×', 0x03: '∗', 0x06: '±', 0x07: '∓', 0x0E: '◦', 0x0F: '∙', 0x19: '≈',
		0x20: '←', 0x21: '→', 0x22: '↑', 0x23: '↓', 0x30: '′', 0x31: '∞', 0x3C: 'ℜ', 0x3D: 'ℑ', 0x3F: '⊥',
		0x66: '{', 0x67: '}', 0x6A: '|', 0x6B: '∥', 0x6E: '\\', 0x70: '√', 0x72: '∇', 0x79: '†',
	}
	omxRunes = map[byte]rune{
		0x00: '(', 0x10: '(', 0x12: '(', 0x20: '(', 0x01: ')', 0x11: ')', 0x13: ')', 0x21: ')',
		0x02: '[', 0x14: '[', 0x22: '[', 0x68: '[', 0x03: ']', 0x15: ']', 0x23: ']', 0x69: ']',
		0x08: '{', 0x6E: '{', 0x1A: '{', 0x28: '{',
		0x62: '^', 0x63: 0x302, 0x64: 0x302, 0x65: '~', 0x66: 0x303, 0x67: 0x303, // the smallest are drawn as the ASCII characters
		0x70: '√', 0x71: '√', 0x72: '√', 0x73: '√', 0x74: '√', 0x75: '√', 0x76: '√',
	}
	msbmRunes = map[byte]rune{0x5B: 0x302, 0x5C: 0x302, 0x5D: 0x303, 0x5E: 0x303, 0x7E: 'ℏ'}
)

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
		if c.code >= 'A' && c.code <= 'Z' {
			return capitalOf(0x1D49C, c.code)
		}
		return omsRunes[c.code]
	case extension:
		return omxRunes[c.code]
	case msam:
		if c.code == 0x5C {
			return '∠'
		}
		return 0
	case msbm:
		if c.code >= 'A' && c.code <= 'Z' {
			return capitalOf(0x1D538, c.code)
		}
		return msbmRunes[c.code]
	}
	if c.family == mono && c.code > ' ' && c.code < 0x7F && c.code != '\'' && c.code != '`' {
		return rune(c.code)
	}
	return ot1(c.code)
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
	case code >= 0x0B && code < 0x0B+byte(len(omlGreek)):
		return omlGreek[code-0x0B]
	case code >= 0x3A && code <= 0x40:
		return omlMid[code-0x3A]
	}
	switch code {
	case 0x60:
		return 'ℓ'
	case 0x7B:
		return 0x1D6A4
	case 0x7C:
		return 0x1D6A5
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
