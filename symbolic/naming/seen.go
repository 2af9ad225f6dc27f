package naming

import (
	"strings"

	"diagram/symbolic/formula"
)

// seen returns a name as a reader sees it, in LaTeX: names look the same exactly when it is the same. Braces, spaces and
// changes of font that set nothing are gone from it, and so is a trailing argument, since F(t) is F.
func seen(root formula.Node) string {
	return formula.LaTeX(look{}.row(withoutArgument(root)))
}

// withoutArgument takes the (t) off F(t).
func withoutArgument(root formula.Node) formula.Node {
	if row, ok := root.(formula.Row); ok && len(row) > 3 && IsArgument(row[len(row)-3:]) {
		return row[:len(row)-3]
	}
	return root
}

// IsArgument reports whether pieces are the (t) of F(t).
func IsArgument(row formula.Row) bool {
	return len(row) == 3 && isGlyph(row[0], "(") && isGlyph(row[1], "t") && isGlyph(row[2], ")")
}

// look is the surroundings on which it depends how a piece of a name looks.
type look struct {
	font   string // the innermost command that changes it; empty for math italic
	script bool   // small: there italic words and italic letters look alike
}

// row returns what a reader sees of a piece, without groups.
func (l look) row(n formula.Node) formula.Row {
	switch n := n.(type) {
	case formula.Glyph:
		return l.glyph(n)
	case formula.Row:
		return l.pieces(n)
	case formula.Group:
		return l.pieces(n.Row)
	case formula.Words:
		return l.words(n)
	case formula.Frac:
		return formula.Row{formula.Frac{Num: l.row(n.Num), Den: l.row(n.Den)}}
	case formula.Root:
		return formula.Row{formula.Root{Of: alone(l.row(n.Of)), Index: n.Index}}
	case formula.Script:
		return l.scripted(n)
	case formula.Command:
		if fonts[n.Name] != "" {
			return l.within(n)
		}
		return formula.Row{formula.Command{Name: n.Name, Arg: alone(l.row(n.Arg))}}
	}
	return formula.Row{n}
}

// alone is a row, or the one piece that it has.
func alone(r formula.Row) formula.Node {
	if len(r) == 1 {
		return r[0]
	}
	return formula.Group{Row: r}
}

func (l look) pieces(nodes []formula.Node) formula.Row {
	var out formula.Row
	for _, n := range nodes {
		for _, piece := range l.row(n) {
			out = joined(out, piece)
		}
	}
	return out
}

// joined adds a piece to a row. Letters of one font run together, \mathrm{a}\mathrm{b}.
func joined(row formula.Row, piece formula.Node) formula.Row {
	script, scripted := piece.(formula.Script)
	letters := piece
	if scripted {
		letters = script.Base
	}
	next, ok := letters.(formula.Command)
	if len(row) == 0 || !ok || fonts[next.Name] == "" {
		return append(row, piece)
	}
	last, ok := row[len(row)-1].(formula.Command)
	if !ok || last.Name != next.Name {
		return append(row, piece)
	}
	run := formula.Command{Name: last.Name, Arg: append(letterRow(last.Arg), letterRow(next.Arg)...)}
	row = row[: len(row)-1 : len(row)-1]
	if scripted {
		script.Base = run
		return append(row, script)
	}
	return append(row, run)
}

func letterRow(n formula.Node) formula.Row {
	if r, ok := n.(formula.Row); ok {
		return r[:len(r):len(r)]
	}
	return formula.Row{n}
}

// isLatin reports whether a piece is one Latin letter.
func isLatin(n formula.Node) bool {
	row := formula.AsRow(n)
	g, ok := row[0].(formula.Glyph)
	return ok && len(row) == 1 && len(g.TeX) == 1 && isLetter(g.TeX[0])
}

// sameGlyphs are the commands that set the same as another.
var sameGlyphs = map[string]string{`\ast`: "*", `\rightarrow`: `\to`, `\ldots`: `\dots`}

func (l look) glyph(g formula.Glyph) formula.Row {
	switch {
	case g.Word == "" && strings.TrimSpace(g.Shape) == "":
		return nil // a space
	case lettersOnly(g.Shape) && len(g.Shape) > 1: // \max
		return look{font: "mathrm"}.pieces(textGlyphs(g.Shape))
	}
	if same := sameGlyphs[g.TeX]; same != "" {
		g.TeX = same
	}
	if !l.changes(g) {
		return formula.Row{g}
	}
	return formula.Row{formula.Command{Name: l.font, Arg: formula.Row{g}}}
}

// changes reports whether the font changes how a glyph looks.
func (l look) changes(g formula.Glyph) bool {
	_, greek := formula.GreekNamed(g.Word)
	capital := greek && g.Word[0] < 'a'
	letter := greek || lettersOnly(g.Shape)
	number := formula.IsDigits(g.Shape)
	switch l.font {
	case "":
		return false
	case "mathrm":
		return letter && !greek
	case "mathit":
		return number || capital || letter && !greek && !l.script
	case "boldsymbol":
		return letter || number
	}
	return number || letter && (!greek || capital)
}

// fonts are the commands that change the font, by the one that looks the same.
var fonts = map[string]string{
	"mathrm": "mathrm", "operatorname": "mathrm", "text": "mathrm", "textrm": "mathrm", "mathit": "mathit", "textit": "mathit",
	"mathbf": "mathbf", "textbf": "mathbf", "boldsymbol": "boldsymbol", "mathsf": "mathsf", "mathtt": "mathtt",
	"mathcal": "mathcal", "mathbb": "mathbb",
}

// within looks at the argument of a change of font.
func (l look) within(c formula.Command) formula.Row {
	font := fonts[c.Name]
	if l.font == "boldsymbol" && font == "mathrm" {
		font = "mathbf" // bold and upright
	}
	row := look{font, l.script}.row(c.Arg)
	if len(row) == 1 && font == "mathit" {
		if letter, ok := row[0].(formula.Command); ok && letter.Name == font && len(letterRow(letter.Arg)) == 1 && isLatin(letter.Arg) {
			return letterRow(letter.Arg) // a single letter is italic anyway
		}
	}
	return row
}

// words looks at upright words letter by letter. Blanks and signs set otherwise than in a formula.
func (l look) words(t formula.Words) formula.Row {
	l.font = fonts[t.Command]
	return l.pieces(textGlyphs(strings.Join(strings.Fields(t.Text), " ")))
}

func textGlyphs(s string) formula.Row {
	var row formula.Row
	for _, r := range s {
		g := formula.Letter(r)
		if r == ' ' || strings.ContainsRune(formula.WordMarks, r) {
			g = formula.Glyph{TeX: `\text{` + string(r) + `}`, Shape: string(r), Word: "_"}
		}
		row = append(row, g)
	}
	return row
}

// scripted sets the scripts on the last piece of their base, as {ab}_1 does. Primes are a superscript.
func (l look) scripted(s formula.Script) formula.Row {
	base := l.row(s.Base)
	small := look{l.font, true}
	out := formula.Script{Primes: s.Primes}
	if s.Sub != nil {
		out.Sub = small.row(s.Sub)
	}
	if s.Sup != nil {
		sup := small.row(s.Sup)
		for len(sup) > 0 && isGlyph(sup[0], `\prime`) {
			out.Primes++
			sup = sup[1:]
		}
		if len(sup) > 0 {
			out.Sup = sup
		}
	}
	var before formula.Row
	switch n := len(base); {
	case n == 0:
		out.Base = formula.Group{}
	default:
		before, out.Base = base[:n-1:n-1], base[n-1]
		if _, twice := out.Base.(formula.Script); twice {
			out.Base = formula.Group{Row: formula.Row{out.Base}}
		}
	}
	return append(before, out)
}

func lettersOnly(s string) bool {
	for i := range len(s) {
		if !isLetter(s[i]) {
			return false
		}
	}
	return s != ""
}

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }
