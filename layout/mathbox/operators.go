package mathbox

import "slices"

// functions are the commands that set their name as an operator, and whether its scripts are limits.
var functions = map[string]bool{
	`\sin`: false, `\cos`: false, `\tan`: false, `\exp`: false, `\ln`: false, `\log`: false, `\max`: true, `\min`: true,
}

// function makes an operator of a name's upright letters.
func function(name string, limits bool) *atom {
	l := make(list, len(name))
	for i := range len(name) {
		l[i] = &atom{nucleus: char{roman, name[i]}}
	}
	return &atom{class: op, nucleus: l, limits: limits}
}

// operatorName makes an operator of \operatorname's argument, in which a hyphen is a hyphen.
func operatorName(name list) *atom {
	for i, n := range name {
		if a, ok := n.(*atom); ok && a.nucleus == (char{symbols, 0}) {
			name[i] = &atom{nucleus: char{roman, '-'}, sup: a.sup, sub: a.sub}
		}
	}
	return &atom{class: op, nucleus: append(list{kern{}}, name...)}
}

// ellipsis is three dots. Those of \dots and \cdots look at what follows them.
type ellipsis struct {
	dot     char
	command string
}

func (b builder) ellipsis(command string) *atom {
	e := ellipsis{dot: b.styled(char{letters, 0x3A}), command: command}
	if command == `\cdots` {
		e.dot = b.styled(centredDot)
	}
	return &atom{class: inner, nucleus: e}
}

var centredDot = char{symbols, 0x01}

func (e ellipsis) set(s style) *box {
	dot := &atom{class: punct, nucleus: e.dot}
	return list{dot, dot, dot}.set(s)
}

// settled returns a list in which each ellipsis has looked at what follows it. As amsmath has it, \dots are centred before
// an operator, and both sorts have a thin space before a bracket that closes, and at the end of the list where no brace
// ends it.
func (l list) settled(braced bool) list {
	for i := len(l) - 1; i >= 0; i-- {
		a, _ := l[i].(*atom)
		if a == nil || a.sup != nil || a.sub != nil {
			continue
		}
		e, ok := a.nucleus.(ellipsis)
		if !ok || e.command == `\ldots` {
			continue
		}
		var next *atom
		if i+1 < len(l) {
			next, _ = l[i+1].(*atom)
		}
		if next.isOperator() {
			a.nucleus = ellipsis{centredDot, e.command}
		}
		if i+1 == len(l) && !braced || next.closesAfter(e.command) {
			l = slices.Insert(l, i+1, node(kern{mu: 3}))
		}
	}
	return l
}

// isOperator reports whether an atom is the sign of an operator or a relation.
func (a *atom) isOperator() bool {
	if a == nil {
		return false
	}
	_, ok := a.nucleus.(char)
	return ok && (a.class == bin || a.class == rel)
}

// closesAfter reports whether an atom is a bracket that closes or, after \cdots, a punctuation mark.
func (a *atom) closesAfter(dots string) bool {
	if a == nil {
		return false
	}
	switch a.nucleus {
	case char{roman, ')'}, char{roman, ']'}:
		return true
	case char{letters, 0x3B}, char{letters, 0x3A}, char{roman, ';'}:
		return dots == `\cdots`
	}
	return false
}

// notEqual is the equals sign with a stroke through it, which TeX puts together of two.
type notEqual struct{}

func (notEqual) set(s style) *box {
	equal, stroke := char{roman, '='}.metrics(s.level()), char{symbols, 0x36}.metrics(s.level())
	b := &box{width: equal.width, height: max(equal.height, stroke.height), depth: max(equal.depth, stroke.depth)}
	b.draw(mathFont().outline(mathFont().forLevel(mathFont().glyph('≠'), s.level())), '≠', 0, 0, sizes[s.level()])
	return b
}
