package mathbox

import (
	"slices"
	"strings"
	"unicode"

	"diagram/dsl/unseen"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// foreignText is text of which the fonts lack a character. All of it is left to another font, so that its letters join
// and run in the direction that their script wants.
type foreignText struct {
	text        string
	unknown     rune // the first character that they lack
	rightToLeft bool
}

// set measures the text by estimate.
func (n foreignText) set(s style) *box {
	size := sizes[s.level()]
	b := &box{height: 0.8 * size, depth: 0.25 * size}
	for _, r := range n.text {
		b.width += estimate(r) * size
	}
	b.items = []item{{foreign: &Foreign{Width: b.width, Size: size, Text: n.text, Unknown: n.unknown, RightToLeft: n.rightToLeft}}}
	return b
}

// estimate is how wide a character is in most fonts, in em, rather too much than too little.
func estimate(r rune) float64 {
	kind := width.LookupRune(r).Kind()
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case r == ' ' || r == '\u00a0':
		return 0.3
	case kind == width.EastAsianWide || kind == width.EastAsianFullwidth:
		return 1
	case unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Thai, unicode.Lao):
		return 0.56
	case unicode.IsUpper(r):
		return 0.76
	case unicode.IsLetter(r):
		return 0.65
	case unicode.IsDigit(r):
		return 0.56
	case unicode.IsPunct(r):
		return 0.4
	}
	return 0.8
}

// withForeign makes one foreign text of each stretch of characters in which there is one that no font here has. Where
// the text runs from right to left, its stretches and formulas do too.
func withForeign(items []textItem) []textItem {
	if !slices.ContainsFunc(items, isUnknown) {
		return slices.DeleteFunc(items, isUnseen)
	}
	items = slices.DeleteFunc(items, func(it textItem) bool {
		run, ok := it.nucleus.(*textRun)
		return ok && len(run.items) == 0 // as behind \textless{}
	})
	rightToLeft := runsRightToLeft(items)
	var out []textItem
	for i := 0; i < len(items); {
		n := i + 1
		for n < len(items) && items[n].shows != 0 && items[i].shows != 0 {
			n++
		}
		out = append(out, stretch(items[i:n], rightToLeft)...)
		i = n
	}
	if rightToLeft {
		slices.Reverse(out)
	}
	return out
}

func isUnknown(it textItem) bool { return it.kind == textUnknown }

func isUnseen(it textItem) bool { return it.kind == textUnseen }

// stretch makes a foreign text of characters, or, where the fonts have them all, one item that keeps their order. The
// spaces around it stay.
func stretch(items []textItem, rightToLeft bool) []textItem {
	start, end := 0, len(items)
	for start < end && items[start].kind == textSpace {
		start++
	}
	for end > start && items[end-1].kind == textSpace {
		end--
	}
	out := slices.Clone(items[:start])
	inner := items[start:end]
	switch unknown := slices.IndexFunc(inner, isUnknown); {
	case len(inner) == 0:
	case unknown >= 0:
		var b strings.Builder
		for _, it := range inner {
			b.WriteRune(it.shows)
		}
		out = append(out, textItem{kind: textNucleus, nucleus: foreignText{b.String(), inner[unknown].shows, rightToLeft}})
	case inner[0].shows == 0:
		out = append(out, inner...)
	default:
		out = append(out, textItem{kind: textNucleus, nucleus: &textRun{items: slices.DeleteFunc(slices.Clone(inner), isUnseen)}})
	}
	return append(out, items[end:]...)
}

// runsRightToLeft reports whether the first letter of a text belongs to a script that is written from right to left.
func runsRightToLeft(items []textItem) bool {
	for _, it := range items {
		if unicode.IsLetter(it.shows) {
			return unseen.RightToLeft(it.shows)
		}
	}
	return false
}

// composed makes a character of smaller ones where the fonts lack it: ⅓ and ⁴.
func composed(r rune) nucleus {
	upright := builder{alphaRoman}
	if s, ok := plain(superscripts, r); ok {
		return list{&atom{nucleus: list{}, sup: upright.word(list{}, s).simplify()}}
	}
	if s, ok := plain(subscripts, r); ok {
		return list{&atom{nucleus: list{}, sub: upright.word(list{}, s).simplify()}}
	}
	above, below, ok := strings.Cut(norm.NFKD.String(string(r)), "⁄")
	if !ok || strings.Trim(above+below, "0123456789") != "" || above == "" || below == "" {
		return nil
	}
	return list{&atom{nucleus: &fraction{num: upright.word(list{}, above).simplify(), denom: upright.word(list{}, below).simplify(), small: true}}}
}

// The small characters of text, each with what it shows.
const (
	superscripts = "⁰0¹1²2³3⁴4⁵5⁶6⁷7⁸8⁹9⁺+⁻-⁼=⁽(⁾)ⁿnⁱi"
	subscripts   = "₀0₁1₂2₃3₄4₅5₆6₇7₈8₉9₊+₋-₌=₍(₎)ₐaₑeₕhᵢiⱼjₖkₗlₘmₙnₒoₚpᵣrₛsₜtᵤuᵥvₓx"
)

// plain returns the partner of a code point in a string of pairs.
func plain(pairs string, r rune) (string, bool) {
	isKey, found := true, false
	for _, x := range pairs {
		if found {
			return string(x), true
		}
		found = isKey && x == r
		isKey = !isKey
	}
	return "", false
}
