package symbolic

import "strings"

// seen returns a name as a reader sees it, in LaTeX: names look the same exactly when it is the same. Braces, spaces and
// changes of font that set nothing are gone from it, and so is a trailing argument, since F(t) is F.
func seen(root nameNode) string {
	return look{}.row(withoutArgument(root)).latex()
}

// withoutArgument takes the (t) off F(t).
func withoutArgument(root nameNode) nameNode {
	if row, ok := root.(nameRow); ok && len(row) > 3 && row[len(row)-3:].latex() == "(t)" {
		return row[:len(row)-3]
	}
	return root
}

// look is the surroundings on which it depends how a piece of a name looks.
type look struct {
	font   string // the innermost command that changes it; empty for math italic
	script bool   // small: there italic words and italic letters look alike
}

// row returns what a reader sees of a piece, without groups.
func (l look) row(n nameNode) nameRow {
	switch n := n.(type) {
	case nameGlyph:
		return l.glyph(n)
	case nameRow:
		return l.pieces(n)
	case nameGroup:
		return l.pieces(n.nameRow)
	case nameText:
		return l.words(n)
	case nameFrac:
		return nameRow{nameFrac{l.row(n.num), l.row(n.den)}}
	case nameScript:
		return l.scripted(n)
	case nameCommand:
		if fonts[n.name] != "" {
			return l.within(n)
		}
		return nameRow{nameCommand{n.name, alone(l.row(n.arg))}}
	}
	return nameRow{n}
}

// alone is a row, or the one piece that it has.
func alone(r nameRow) nameNode {
	if len(r) == 1 {
		return r[0]
	}
	return nameGroup{r}
}

func (l look) pieces(nodes []nameNode) nameRow {
	var out nameRow
	for _, n := range nodes {
		for _, piece := range l.row(n) {
			out = joined(out, piece)
		}
	}
	return out
}

// joined adds a piece to a row. Letters of one font run together, \mathrm{a}\mathrm{b}.
func joined(row nameRow, piece nameNode) nameRow {
	script, scripted := piece.(nameScript)
	letters := piece
	if scripted {
		letters = script.base
	}
	next, ok := letters.(nameCommand)
	if len(row) == 0 || !ok || fonts[next.name] == "" {
		return append(row, piece)
	}
	last, ok := row[len(row)-1].(nameCommand)
	if !ok || last.name != next.name {
		return append(row, piece)
	}
	run := nameCommand{last.name, append(letterRow(last.arg), letterRow(next.arg)...)}
	row = row[: len(row)-1 : len(row)-1]
	if scripted {
		script.base = run
		return append(row, script)
	}
	return append(row, run)
}

func letterRow(n nameNode) nameRow {
	if r, ok := n.(nameRow); ok {
		return r[:len(r):len(r)]
	}
	return nameRow{n}
}

// sameGlyphs are the commands that set the same as another.
var sameGlyphs = map[string]string{`\ast`: "*", `\rightarrow`: `\to`, `\ldots`: `\dots`}

func (l look) glyph(g nameGlyph) nameRow {
	switch {
	case g.word == "" && strings.TrimSpace(g.uni) == "":
		return nil // a space
	case lettersOnly(g.uni) && len(g.uni) > 1: // \max
		return look{font: "mathrm"}.pieces(textGlyphs(g.uni))
	}
	if same := sameGlyphs[g.tex]; same != "" {
		g.tex = same
	}
	if !l.changes(g) {
		return nameRow{g}
	}
	return nameRow{nameCommand{l.font, nameRow{g}}}
}

// changes reports whether the font changes how a glyph looks.
func (l look) changes(g nameGlyph) bool {
	_, greek := greekByName(g.word)
	capital := greek && g.word[0] < 'a'
	letter := greek || lettersOnly(g.uni)
	number := g.uni != "" && digits(g.uni) == len(g.uni)
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
	"mathcal": "mathcal", "mathbb": "mathbb", "mathfrak": "mathfrak",
}

// within looks at the argument of a change of font.
func (l look) within(c nameCommand) nameRow {
	font := fonts[c.name]
	if l.font == "boldsymbol" && font == "mathrm" {
		font = "mathbf" // bold and upright
	}
	row := look{font, l.script}.row(c.arg)
	if len(row) == 1 && font == "mathit" {
		if letter, ok := row[0].(nameCommand); ok && letter.name == font && len(letterRow(letter.arg)) == 1 && lettersOnly(letter.arg.latex()) {
			return letterRow(letter.arg) // a single letter is italic anyway
		}
	}
	return row
}

// words looks at upright words letter by letter. Blanks and signs set otherwise than in a formula.
func (l look) words(t nameText) nameRow {
	l.font = fonts[t.command]
	return l.pieces(textGlyphs(strings.Join(strings.Fields(t.words), " ")))
}

func textGlyphs(s string) nameRow {
	var row nameRow
	for _, r := range s {
		g := letter(r)
		if r == ' ' || strings.ContainsRune(textMarks, r) {
			g = nameGlyph{`\text{` + string(r) + `}`, string(r), "_"}
		}
		row = append(row, g)
	}
	return row
}

// scripted sets the scripts on the last piece of their base, as {ab}_1 does. Primes are a superscript.
func (l look) scripted(s nameScript) nameRow {
	base := l.row(s.base)
	small := look{l.font, true}
	out := nameScript{primes: s.primes}
	if s.sub != nil {
		out.sub = small.row(s.sub)
	}
	if s.sup != nil {
		sup := small.row(s.sup)
		for len(sup) > 0 && sup[0].latex() == `\prime` {
			out.primes++
			sup = sup[1:]
		}
		if len(sup) > 0 {
			out.sup = sup
		}
	}
	var before nameRow
	switch n := len(base); {
	case n == 0:
		out.base = nameGroup{}
	default:
		before, out.base = base[:n-1:n-1], base[n-1]
		if _, twice := out.base.(nameScript); twice {
			out.base = nameGroup{nameRow{out.base}}
		}
	}
	return append(before, out)
}
