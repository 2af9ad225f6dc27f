package naming

import (
	"slices"
	"strconv"
	"unicode/utf8"

	"diagram/symbolic/formula"
)

// Script is the subscript of a name in LaTeX: us for m_{us}, 1 for \dot m_1; "" without one, and for a name with primes
// or a superscript, of which the subscript is only a part.
func (n Name) Script() string {
	row := formula.AsRow(n.Tree())
	if len(row) != 1 {
		return ""
	}
	s, ok := row[0].(formula.Script)
	if !ok || s.Sub == nil || s.Sup != nil || s.Primes > 0 {
		return ""
	}
	return formula.LaTeX(s.Sub)
}

// Numbered is a name with a number, not less than 0, as its subscript: m_12 for m and 12. The name has no subscript of its
// own. It is what Parse reads, for less work.
func (n Name) Numbered(i int) Name {
	var room [96]byte // for all spellings, one behind the other
	b := append(append(room[:0], n.plain...), '_')
	digitsAt := len(b)
	b = strconv.AppendInt(b, int64(i), 10)
	plain := len(b)
	under := func(s string) int {
		b = append(append(b, s...), '_')
		if plain-digitsAt == 1 {
			b = append(b, b[digitsAt])
		} else {
			b = append(append(append(b, '{'), b[digitsAt:plain]...), '}')
		}
		return len(b)
	}
	latex := under(n.LaTeX())
	b = append(b, n.Text()...)
	for _, d := range b[digitsAt:plain] {
		b = utf8.AppendRune(b, '₀'+rune(d-'0'))
	}
	text := len(b)
	if n.key != "" {
		under(n.key)
	}
	all := string(b)
	tree := subscripted(n.Tree(), numeral(all[digitsAt:plain]))
	return Name{plain: all[:plain], key: all[text:], spelled: &formula.Spelling{Tree: tree, LaTeX: all[plain:latex], Text: all[latex:text]}}
}

// Scripted is a name with a subscript, given in LaTeX, behind the one that it has: x_{eq}, x_{1,eq}.
func (n Name) Scripted(script string) Name {
	tree := n.Tree()
	if i, err := strconv.Atoi(script); err == nil && strconv.Itoa(i) == script && isGlyphAlone(tree) {
		return n.Numbered(i)
	}
	sub, err := formula.Read(script)
	if err != nil {
		return n
	}
	return Of(subscripted(withoutArgument(tree), sub))
}

func isGlyphAlone(tree formula.Node) bool {
	row := formula.AsRow(tree)
	_, ok := row[0].(formula.Glyph)
	return ok && len(row) == 1
}

var comma = formula.Glyph{TeX: ",", Shape: ",", Word: "_"}

// subscripted puts a subscript to the last piece of a name, behind the one that it has.
func subscripted(tree, sub formula.Node) formula.Node {
	row := formula.AsRow(tree)
	last := len(row) - 1
	s, ok := row[last].(formula.Script)
	if !ok {
		s.Base = row[last]
	}
	if s.Sub != nil {
		sub = append(append(slices.Clone(formula.AsRow(s.Sub)), comma), formula.AsRow(sub)...)
	}
	s.Sub = sub
	if last == 0 {
		return s
	}
	return append(slices.Clone(row[:last]), s)
}

// Accented is a name with an accent, such as hat or tilde, over all that stands before its subscript.
func (n Name) Accented(accent string) Name {
	row := formula.AsRow(n.Tree())
	for i, piece := range row {
		s, ok := piece.(formula.Script)
		if !ok || s.Sub == nil {
			continue
		}
		under := append(slices.Clone(row[:i]), s.Base)
		if s.Primes > 0 {
			under[i] = formula.Script{Base: s.Base, Primes: s.Primes}
		}
		s.Base, s.Primes = accented(accent, under), 0
		return Of(append(formula.Row{s}, row[i+1:]...))
	}
	return Of(formula.Row{accented(accent, row)})
}

func accented(accent string, row formula.Row) formula.Node {
	return formula.Command{Name: accent, Arg: formula.Group{Row: row}}
}

// Undotted is a name without the dots that make it look like the rate of another: x_1 for \dot x_1.
func (n Name) Undotted() Name {
	row := formula.AsRow(n.Tree())
	script, scripted := row[0].(formula.Script)
	first := row[0]
	if scripted {
		first = script.Base
	}
	dotted, ok := first.(formula.Command)
	if !ok || dotted.Name != "dot" && dotted.Name != "ddot" {
		return n
	}
	first = dotted.Arg
	if scripted {
		script.Base = first
		first = script
	}
	return Of(append(formula.Row{first}, row[1:]...))
}

// Parts returns the symbols that stand side by side in a name, with their scripts: k and x of "k x". A name of one symbol is
// its only part, and so is a difference, Δx.
func (n Name) Parts() []Name {
	var parts []Name
	row := formula.AsRow(n.Tree())
	if len(row) == 1 && n.plain != "" {
		return []Name{n} // the usual case, for less work
	}
	for len(row) > 0 {
		end := 1
		if len(row) > 1 && (isGlyph(row[0], `\Delta`) || isGlyph(row[0], `\delta`)) {
			end = 2
		}
		if part := Of(row[:end:end]); part.plain != "" {
			parts = append(parts, part)
		}
		row = row[end:]
	}
	return parts
}

// OfTime is the name of a function of time, which is printed as F(t).
func (n Name) OfTime() Name {
	s := n.Spelling()
	row := formula.AsRow(s.Tree)
	s = &formula.Spelling{Tree: append(row[:len(row):len(row)], argument...), LaTeX: s.LaTeX + "(t)", Text: s.Text + "(t)"}
	return Name{plain: n.plain, spelled: s, key: n.Key()}
}

// argument is the (t) of F(t).
var argument = formula.Row{
	formula.Glyph{TeX: "(", Shape: "(", Word: "_"}, formula.Letter('t'), formula.Glyph{TeX: ")", Shape: ")", Word: "_"},
}
