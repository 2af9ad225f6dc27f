package mathbox

// nudge is by how much a Latin Modern glyph is moved, in font units, so that its
// ink is centred where Computer Modern has it.
type nudge struct {
	family family
	code   byte
	dx, dy int16
}

// nudges are sorted by family and code. They come from comparing the bounding
// boxes of Latin Modern Math with those of the AMS's Type 1 versions of Computer
// Modern; a glyph that isn't listed lies within 5 units. Letters keep their baseline.
var nudges = [...]nudge{
	{roman, 0x12, -19, 0},
	{roman, 0x13, 18, 0},
	{roman, 0x14, 0, -27},
	{roman, 0x16, 0, -30},
	{roman, 0x17, 0, 12},
	{roman, 0x22, -53, 0},
	{roman, 0x5C, 80, 0},
	{roman, 0x5E, 0, 13},
	{roman, 0x5F, 0, 12},
	{roman, 0x7E, 0, 17},
	{roman, 0x7F, 0, 15},
	{letters, 0x7E, 668, 0},
	{symbols, 0x06, 0, 84},
	{symbols, 0x07, 0, -84},
	{symbols, 0x14, -7, -11},
	{symbols, 0x15, 6, -11},
	{symbols, 0x19, 0, 20},
	{symbols, 0x22, 0, 12},
	{symbols, 0x23, 0, -12},
	{symbols, 0x27, 0, -44},
	{symbols, 0x30, -58, -21},
	{symbols, 0x3C, -47, 0},
	{symbols, 0x3D, 94, 0},
	{symbols, 0x3F, 0, -8},
	{symbols, 0x41, -15, 0},
	{symbols, 0x42, -43, 0},
	{symbols, 0x43, -55, 0},
	{symbols, 0x44, -47, 0},
	{symbols, 0x45, -10, 0},
	{symbols, 0x46, -28, 0},
	{symbols, 0x47, -19, 0},
	{symbols, 0x48, -121, 0},
	{symbols, 0x4A, 97, 0},
	{symbols, 0x4B, -114, 0},
	{symbols, 0x4C, -44, 0},
	{symbols, 0x4E, -29, 0},
	{symbols, 0x4F, 68, 0},
	{symbols, 0x50, -6, 0},
	{symbols, 0x51, 91, 0},
	{symbols, 0x52, 20, 0},
	{symbols, 0x53, 18, 0},
	{symbols, 0x54, 48, 0},
	{symbols, 0x55, -37, 0},
	{symbols, 0x56, -10, 0},
	{symbols, 0x57, 19, 0},
	{symbols, 0x58, -6, 0},
	{symbols, 0x59, 62, 0},
	{symbols, 0x5A, 38, 0},
	{extension, 0x00, 20, -810},
	{extension, 0x01, -21, -810},
	{extension, 0x02, 0, -810},
	{extension, 0x03, 0, -810},
	{extension, 0x08, 0, -810},
	{extension, 0x10, 11, -1110},
	{extension, 0x11, -12, -1110},
	{extension, 0x12, 0, -1410},
	{extension, 0x13, 0, -1410},
	{extension, 0x14, 11, -1410},
	{extension, 0x15, -12, -1410},
	{extension, 0x1A, 0, -1410},
	{extension, 0x20, -54, -1710},
	{extension, 0x21, -31, -1710},
	{extension, 0x22, -61, -1710},
	{extension, 0x23, -24, -1710},
	{extension, 0x28, -48, -1710},
	{extension, 0x30, 19, 0},
	{extension, 0x31, -20, 0},
	{extension, 0x32, 10, 0},
	{extension, 0x33, -11, 0},
	{extension, 0x34, 10, 0},
	{extension, 0x35, -11, 0},
	{extension, 0x36, 10, 0},
	{extension, 0x37, -11, 0},
	{extension, 0x38, -7, 0},
	{extension, 0x3A, -7, 0},
	{extension, 0x3C, -7, 0},
	{extension, 0x3E, -7, 0},
	{extension, 0x40, 19, 0},
	{extension, 0x41, -20, 0},
	{extension, 0x42, 19, 0},
	{extension, 0x43, -20, 0},
	{extension, 0x63, 40, 14},
	{extension, 0x64, 62, 15},
	{extension, 0x65, 0, 415},
	{extension, 0x66, 34, 37},
	{extension, 0x67, 54, 37},
	{extension, 0x68, 0, -1110},
	{extension, 0x69, 0, -1110},
	{extension, 0x6E, 0, -1110},
	{extension, 0x70, 0, -810},
	{extension, 0x71, 0, -1110},
	{extension, 0x72, 0, -1410},
	{extension, 0x73, 0, -1710},
	{msam, 0x5C, -29, -22},
	{msbm, 0x41, 55, 0},
	{msbm, 0x42, -18, 0},
	{msbm, 0x43, 28, 0},
	{msbm, 0x44, -8, 0},
	{msbm, 0x45, -7, 0},
	{msbm, 0x46, -35, 0},
	{msbm, 0x47, 60, 0},
	{msbm, 0x48, 28, 0},
	{msbm, 0x49, 28, 0},
	{msbm, 0x4A, -64, 0},
	{msbm, 0x4B, 64, 0},
	{msbm, 0x4C, -7, 0},
	{msbm, 0x4D, 110, 0},
	{msbm, 0x4F, 56, 0},
	{msbm, 0x50, -26, 0},
	{msbm, 0x51, 56, 0},
	{msbm, 0x52, 27, 0},
	{msbm, 0x53, -26, 0},
	{msbm, 0x54, 29, 0},
	{msbm, 0x56, 56, 0},
	{msbm, 0x57, 84, 0},
	{msbm, 0x58, 29, 0},
	{msbm, 0x59, 56, 0},
	{msbm, 0x5B, -4, 59},
	{msbm, 0x5C, 218, 59},
	{msbm, 0x5D, -14, 80},
	{msbm, 0x5E, 208, 140},
}

// nudge returns how far to move the glyph that draws a character.
func (c char) nudge() nudge {
	key := char{c.family, c.code}
	if c.family.isText() {
		key.family = roman // whose accents and quotes differ in the same way
	}
	lo, hi := 0, len(nudges)
	for lo < hi {
		mid := (lo + hi) / 2
		if n := &nudges[mid]; n.family < key.family || n.family == key.family && n.code < key.code {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(nudges) && nudges[lo].family == key.family && nudges[lo].code == key.code {
		return nudges[lo]
	}
	return nudge{}
}
