package symbolic

import "strings"

// Script is the subscript of a name in LaTeX: us for m_{us}, 1 for \dot m_1; "" without one, and for a name with primes
// or a superscript, of which the subscript is only a part.
func (n Name) Script() string {
	if !strings.Contains(n.LaTeX, "_") {
		return ""
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

// reparsed is the name that some LaTeX spells, made from the LaTeX of a name; that name where it can't be read.
func (n Name) reparsed(latex string) Name {
	if out, err := ParseName(latex); err == nil {
		return out
	}
	return n
}
