package symbolic

import (
	"strconv"
	"strings"
)

// Script is the subscript of a name in LaTeX: us for m_{us}, 1 for \dot m_1; "" without one, and for a name with primes
// or a superscript, of which the subscript is only a part.
func (n Name) Script() string {
	base, script, ok := strings.Cut(n.LaTeX, "_")
	switch {
	case !ok:
		return ""
	case isLetterOrCommand(base) && len(script) == 1:
		return script // the usual case, for less work
	}
	p := &nameParser{src: n.LaTeX}
	row, err := p.row(0, "")
	if err != nil || len(row) != 1 {
		return ""
	}
	s, ok := row[0].(nameScript)
	if !ok || s.sub == nil || s.sup != nil || s.primes > 0 {
		return ""
	}
	return s.sub.latex()
}

// Scripted is a name with a subscript, given in LaTeX, behind the one that it has: x_{eq}, x_{1,eq}.
func (n Name) Scripted(script string) Name {
	if i, err := strconv.Atoi(script); err == nil && strconv.Itoa(i) == script && isLetterOrCommand(n.LaTeX) {
		return n.Numbered(i)
	}
	latex := strings.TrimSuffix(n.LaTeX, "(t)")
	if own := n.Script(); own != "" {
		latex, script = strings.TrimSuffix(latex, "_"+braced(own)), own+","+script
	}
	return n.reparsed(latex + "_" + braced(script))
}

// Accented is a name with an accent, such as hat or tilde.
func (n Name) Accented(accent string) Name {
	if base, script, ok := strings.Cut(n.LaTeX, "_"); ok {
		return n.reparsed(`\` + accent + "{" + base + "}_" + script)
	}
	return n.reparsed(`\` + accent + "{" + n.LaTeX + "}")
}

// Undotted is a name without the dots that make it look like the rate of another: x_1 for \dot x_1.
func (n Name) Undotted() Name {
	if !strings.Contains(n.LaTeX, `dot`) {
		return n
	}
	tree := nameTree(n)
	script, scripted := tree[0].(nameScript)
	first := tree[0]
	if scripted {
		first = script.base
	}
	dotted, ok := first.(nameCommand)
	if !ok || dotted.name != "dot" && dotted.name != "ddot" {
		return n
	}
	first = dotted.arg
	if scripted {
		script.base = first
		first = script
	}
	return n.reparsed(append(nameRow{first}, tree[1:]...).latex())
}

// isLetterOrCommand reports whether some LaTeX is one letter: x, \theta.
func isLetterOrCommand(latex string) bool {
	return len(latex) == 1 && isLetter(latex[0]) || len(latex) > 1 && latex[0] == '\\' && lettersOnly(latex[1:])
}

// reparsed is the name that some LaTeX spells, made from the LaTeX of a name; that name where it can't be read.
func (n Name) reparsed(latex string) Name {
	if out, err := ParseName(latex); err == nil {
		return out
	}
	return n
}
