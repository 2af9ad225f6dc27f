package mathbox

import (
	"fmt"
	"strings"

	"diagram/symbolic/formula"
)

// builder turns trees into math lists. It sets letters in an alphabet, such as that of \mathrm.
type builder struct{ alphabet alphabet }

// list is a formula that no braces enclose.
func (b builder) list(n formula.Node) list { return b.append(list{}, n).settled(false) }

// append appends a tree's atoms to a list. Rows have no braces: their pieces are neighbours of what stands beside them.
func (b builder) append(l list, n formula.Node) list {
	switch n := n.(type) {
	case formula.Glyph:
		return b.glyph(l, n)
	case formula.Row:
		for _, piece := range n {
			l = b.append(l, piece)
		}
		return l
	case formula.Group:
		return b.group(l, n)
	case formula.Script:
		return b.script(l, n)
	case formula.Command:
		return append(l, b.command(n))
	case formula.Words:
		return append(l, &atom{nucleus: textOf(n.Text, wordFamily(n.Command))})
	case formula.Line:
		return append(l, &atom{nucleus: lineOf(n)})
	case formula.Stack:
		return append(l, &atom{nucleus: b.stack(n)})
	case formula.Frac:
		return append(l, &atom{nucleus: &fraction{num: b.argument(n.Num).simplify(), denom: b.argument(n.Den).simplify()}})
	case formula.Root:
		return append(l, &atom{nucleus: b.root(n)})
	case formula.Fence:
		return b.fence(l, n)
	case formula.Cases:
		return b.cases(l, n)
	case formula.Grid:
		return b.grid(l, n)
	}
	return b.append(l, formula.Expand(n))
}

// group appends what stands in braces as one atom.
func (b builder) group(l list, g formula.Group) list {
	body := b.append(list{}, g.Row).settled(true)
	if a := body.accented(); a != nil && a.sup == nil {
		return append(l, a) // TeX takes a lone accent out of its braces, with its subscript
	}
	return append(l, &atom{nucleus: body.simplify()})
}

// argument is what a command or a script applies to; braces round all of it are the argument's own.
func (b builder) argument(n formula.Node) list {
	if g, ok := n.(formula.Group); ok {
		n = g.Row
	}
	return b.append(list{}, n).settled(true)
}

// script appends a base with its scripts. They belong to the base's last atom.
func (b builder) script(l list, n formula.Script) list {
	l, a := tail(b.append(l, n.Base))
	var sup list
	for range n.Primes {
		sup = append(sup, &atom{nucleus: prime})
	}
	if n.Sup != nil {
		sup = append(sup, b.argument(n.Sup)...)
	}
	if sup != nil && a.sup != nil || n.Sub != nil && a.sub != nil {
		a = &atom{nucleus: list{a}}
		l[len(l)-1] = a
	}
	if sup != nil {
		a.sup = sup.simplify()
	}
	if n.Sub != nil {
		a.sub = b.argument(n.Sub).simplify()
	}
	return l
}

// tail returns the atom at the end of the list, to which a script belongs, after adding an empty one if there is none.
func tail(l list) (list, *atom) {
	if len(l) > 0 {
		if a, ok := l[len(l)-1].(*atom); ok {
			return l, a
		}
	}
	a := &atom{}
	return append(l, a), a
}

// command is the atom of an accent, a line, or letters in an alphabet.
func (b builder) command(n formula.Command) *atom {
	if mark, ok := accentMarks[n.Name]; ok {
		return &atom{nucleus: &accent{mark, b.argument(n.Arg).simplify()}}
	}
	switch n.Name {
	case "overline":
		return &atom{nucleus: &line{body: b.argument(n.Arg).simplify()}}
	case "underline":
		return &atom{nucleus: &line{body: b.argument(n.Arg).simplify(), under: true}}
	case "dddot":
		return &atom{nucleus: &threeDots{b.argument(n.Arg).simplify()}}
	case "sqrt":
		return &atom{nucleus: &radical{body: b.argument(n.Arg).simplify()}}
	case "operatorname":
		b.alphabet = alphaRoman
		return operatorName(b.argument(n.Arg))
	}
	a, ok := alphabets[n.Name]
	if !ok {
		panic(fmt.Sprintf("mathbox: no command %s", n.Name))
	}
	b.alphabet = a
	return &atom{nucleus: b.argument(n.Arg).simplify()}
}

func (b builder) root(n formula.Root) *radical {
	r := &radical{body: b.argument(n.Of).simplify()}
	if n.Index != "" {
		r.degree = b.word(list{}, n.Index).simplify()
	}
	return r
}

// fence appends what stands between brackets or bars, which grow where it is tall.
func (b builder) fence(l list, n formula.Fence) list {
	if !formula.IsTall(n.Of) {
		return b.word(b.append(b.word(l, n.Open), n.Of), n.Close)
	}
	return append(l, &atom{class: inner, nucleus: &fenced{delimiters[n.Open], delimiters[n.Close], b.list(n.Of)}})
}

// glyph appends a letter, digits, a sign, a named function or a space.
func (b builder) glyph(l list, g formula.Glyph) list {
	switch g.TeX {
	case `{}^{\circ}`:
		return append(l, &atom{nucleus: list{}, sup: list{b.symbol(glyphs[`\circ`])}})
	case `\ne`:
		return append(l, &atom{class: rel, nucleus: notEqual{}})
	case `\ldots`, `\dots`, `\cdots`:
		return append(l, b.ellipsis(g.TeX))
	}
	if s, ok := glyphs[g.TeX]; ok {
		return append(l, b.symbol(s))
	}
	if k, ok := space(g.TeX); ok {
		return append(l, k)
	}
	if limits, ok := functions[g.TeX]; ok {
		return append(l, function(g.Shape, limits))
	}
	if strings.HasPrefix(g.TeX, `\text{`) {
		return append(l, &atom{nucleus: textOf(g.Shape, roman)})
	}
	return b.word(l, g.TeX)
}

// word appends letters, digits and signs, each an atom.
func (b builder) word(l list, s string) list {
	for i := range len(s) {
		l = append(l, b.symbol(symbolOf(s[i:i+1])))
	}
	return l
}

// symbol is the atom of a character in the alphabet.
func (b builder) symbol(s symbol) *atom {
	return &atom{class: s.class, nucleus: b.styled(s.char)}
}
