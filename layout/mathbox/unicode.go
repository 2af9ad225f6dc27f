package mathbox

import "diagram/symbolic/greek"

const (
	superscripts = "⁰0¹1²2³3⁴4⁵5⁶6⁷7⁸8⁹9⁺+⁻-⁼=⁽(⁾)ⁿnⁱi"
	subscripts   = "₀0₁1₂2₃3₄4₅5₆6₇7₈8₉9₊+₋-₌=₍(₎)ₐaₑeₕhᵢiⱼjₖkₗlₘmₙnₒoₚpᵣrₛsₜtᵤuᵥvₓx"
)

// latinLookalikes are the capital Greek letters from U+0391 on for which LaTeX has no
// command, since a Latin capital looks the same.
const latinLookalikes = "AB__EZH_IK_MN_O_P__T__X__"

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

// unicode appends what a character beyond ASCII means in mathematics.
func (p *parser) unicode(l list, t token) list {
	if s, ok := plain(superscripts, t.r); ok {
		l, a := tail(l)
		p.setSup(a, p.scriptRun(superscripts, s), t.pos)
		return l
	}
	if s, ok := plain(subscripts, t.r); ok {
		l, a := tail(l)
		p.setSub(a, p.scriptRun(subscripts, s), t.pos)
		return l
	}
	if t.r >= 'Α' && t.r <= 'Ω' && latinLookalikes[t.r-'Α'] != '_' {
		return p.appendChar(l, t, ord, char{roman, latinLookalikes[t.r-'Α']}, true)
	}
	switch t.r {
	case 'ο':
		return p.appendChar(l, t, ord, char{letters, 'o'}, true)
	case '′', '″', '‴':
		l, a := tail(l)
		sup := list{}
		for r := '′'; r <= t.r; r++ {
			sup = append(sup, &atom{nucleus: prime})
		}
		p.setSup(a, sup.simplify(), t.pos)
		return l
	case '°':
		l, a := tail(l)
		p.setSup(a, char{symbols, 0x0E}, t.pos)
		return l
	case '\u00A0', '\u202F', '\u2009':
		return append(l, p.interword())
	}
	if name := commandOf(t.r); name != "" {
		t.kind, t.name = tokCommand, name
		return p.command(l, t)
	}
	for _, s := range &symbolTable {
		if s.char.rune() == t.r {
			return p.appendChar(l, t, s.class, s.char, false)
		}
	}
	p.unsettable(t)
	return l
}

// scriptRun reads the rest of a run of superscript or subscript characters.
func (p *parser) scriptRun(pairs, first string) nucleus {
	text := first
	for {
		t := p.peek()
		s, ok := plain(pairs, t.r)
		if t.kind != tokChar || !ok {
			break
		}
		p.next()
		text += s
	}
	return p.expand(text).simplify()
}

// commandOf returns the command that a code point stands for, without its
// backslash; empty if the table of symbols is to be searched.
func commandOf(r rune) string {
	if l := greek.ByShape(r); l != nil {
		return l.Name
	}
	switch r {
	case 'ϰ':
		return "varkappa"
	case '∂':
		return "partial"
	case '·', '⋅':
		return "cdot"
	case '•':
		return "bullet"
	case '…':
		return "ldots"
	case '⋯':
		return "cdots"
	case '⋮':
		return "vdots"
	case '⋱':
		return "ddots"
	case '≠':
		return "ne"
	case '∆':
		return "Delta"
	case '√':
		return "sqrt"
	case '∑':
		return "sum"
	case '∏':
		return "prod"
	case '∫':
		return "int"
	case '⟹':
		return "implies"
	case '↦':
		return "mapsto"
	case '−', '–', '‐', '‑':
		return "minus"
	case '∘', '◦':
		return "circ"
	case '‖':
		return "Vert"
	case '∖':
		return "setminus"
	}
	return ""
}
