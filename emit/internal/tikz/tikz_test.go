package tikz

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"diagram/dsl/component"
	"diagram/dsl/graph"
	"diagram/dsl/ink"
	"diagram/emit/internal/golden"
	"diagram/emit/internal/sample"
	"diagram/layout"
	"diagram/symbolic/formula"

	"pgregory.net/rapid"
)

func TestGolden(t *testing.T) {
	golden.Check(t, "trolley.tex", Fragment(sample.Trolley(), Options{}))
	golden.Check(t, "shared.tex", Fragment(sample.Trolley(), Options{Shared: true}))
	golden.Check(t, "document.tex", Document(sample.Trolley(), Display{Rows: []string{`k(s-L_0)+\lambda\frac{ds}{dt} = ma`}}, Options{Shared: true}))
	golden.Check(t, "zoo.tex", Fragment(sample.Zoo(), Options{}))
	golden.Check(t, "preamble.tex", Preamble(component.Standard()))
}

func TestDeterministic(t *testing.T) {
	want := Fragment(sample.Zoo(), Options{})
	for range 5 {
		if !bytes.Equal(Fragment(sample.Zoo(), Options{}), want) {
			t.Fatal("two runs print different pictures")
		}
	}
}

// A shared preamble defines what the pictures use.
func TestSharedPicturesHaveTheirStyles(t *testing.T) {
	inline := string(Fragment(sample.Trolley(), Options{}))
	preamble := string(Preamble(component.Standard()))
	for line := range strings.Lines(inline) {
		if strings.Contains(line, "/.prefix style") && !strings.HasPrefix(line, "  diagram/.prefix") && !strings.Contains(preamble, line) {
			t.Errorf("the preamble has no line\n%s", line)
		}
	}
}

// Nothing but keys below /tikz/diagram is defined, without an argument: a # can't stand in a frame of Beamer's. Nothing is TikZ's
// own business.
func TestKeysAreOurOwn(t *testing.T) {
	preamble := string(Preamble(component.Standard()))
	for _, text := range []string{preamble, string(Fragment(sample.Zoo(), Options{}))} {
		keys := regexp.MustCompile(`(?m)^  ([^ {}=,][^{}=,]*)/\.[a-z ]*style`).FindAllStringSubmatch(text, -1)
		if len(keys) < 20 {
			t.Fatalf("only %d styles", len(keys))
		}
		for _, k := range keys {
			if k[1] != "diagram" && !strings.HasPrefix(k[1], "diagram/") {
				t.Errorf("a style is %s", k[1])
			}
		}
		if i := strings.IndexAny(text, "#@"); i >= 0 {
			t.Errorf("%.20q", text[i:])
		}
		if strings.Contains(text, "csname") || strings.Contains(text, "pics/") {
			t.Error("internals of TikZ")
		}
	}
}

func TestNum(t *testing.T) {
	for x, want := range map[float64]string{0: "0", -0.0001: "0", 1: "1", 1.5: "1.5", -2.3456: "-2.346", 0.1 + 0.2: "0.3", 1234.5678: "1234.568"} {
		if got := num(x); got != want {
			t.Errorf("num(%v) = %q, want %q", x, got, want)
		}
	}
}

func TestLength(t *testing.T) {
	for _, c := range []struct {
		frac, off float64
		want      string
	}{
		{0, 0, "0"}, {0, -0.3, "-3mm"}, {1, 0, `\n1`}, {-1, 0, `-\n1`}, {0.5, 0.1, `.5*\n1+1mm`}, {-0.5, -0.04, `-.5*\n1-.4mm`}, {1, 0.0001, `\n1`}, {1, 1.05, `\n1+10.5mm`},
	} {
		if got := length(ink.Coord{Frac: c.frac, Off: c.off}); got != c.want {
			t.Errorf("%v of the size and %v: %q, want %q", c.frac, c.off, got, c.want)
		}
	}
}

func TestNode(t *testing.T) {
	at := func(x, y float64) ink.Point { return ink.Point{X: x, Y: y} }
	for _, c := range []struct {
		label layout.Label
		want  string
	}{
		{layout.Label{Formula: formula.Letter('k'), At: at(1, 1)}, " node {$k$}"},
		{layout.Label{Formula: formula.Letter('k'), At: at(1, 1.25), Anchor: layout.South}, " node[above=2.5mm] {$k$}"},
		{layout.Label{Formula: formula.Letter('k'), At: at(1, 0.75), Anchor: layout.North}, " node[below=2.5mm] {$k$}"},
		{layout.Label{Formula: formula.Letter('k'), At: at(0.9, 1), Anchor: layout.East}, " node[left=1mm] {$k$}"},
		{layout.Label{Formula: formula.Letter('k'), At: at(1.1, 1), Anchor: layout.West}, " node[right=1mm] {$k$}"},
		{layout.Label{Formula: formula.Letter('k'), At: at(1, 1), Anchor: layout.West}, " node[right] {$k$}"},
		{layout.Label{Formula: formula.Letter('k'), At: at(2, 3), Anchor: layout.West}, " node[right, shift={(1,2)}] {$k$}"},
		{layout.Label{Formula: formula.Letter('k'), At: at(2, 3)}, " node[shift={(1,2)}] {$k$}"},
		{layout.Label{Formula: words("A & B"), At: at(1, 1)}, ` node {A \& B}`},
		{layout.Label{Formula: append(words("100 % of "), formula.Letter('m')), At: at(1, 1)}, ` node {100 \% of $m$}`},
		{layout.Label{Formula: words("Größe ж"), At: at(1, 1)}, ` node {Größe ж}`},
		{layout.Label{Formula: words("λ², ½ – “€”"), At: at(1, 1)}, " node {\\ensuremath{\\lambda}\\ensuremath{^2}, \\ensuremath{\\tfrac{1}{2}} -- ``\\texteuro{}''}"},
		{layout.Label{Formula: words("5 $"), At: at(1, 1)}, ` node {5 \$}`},
		{layout.Label{Formula: formula.Row{formula.Words{Command: "text", Text: "a"}}, At: at(1, 1)}, ` node {a}`},
		{layout.Label{Formula: formula.Row{words("a"), words("b")}, At: at(1, 1)}, ` node {$\text{a}\text{b}$}`},
		{layout.Label{Formula: words(`\input{x}`), At: at(1, 1)}, ` node {\textbackslash{}input\{x\}}`},
	} {
		var p printer
		p.node(&c.label, at(1, 1))
		if got := string(p.b); got != c.want {
			t.Errorf("%+v: %q, want %q", c.label, got, c.want)
		}
	}
}

func words(s string) formula.Line { return formula.Line{formula.Words{Command: "text", Text: s}} }

// labels are a text as a label: as words and, where it can be read as such, as mathematics.
func labels(s string) []layout.Label {
	all := []layout.Label{{Formula: words(s)}}
	if n, err := formula.Read(s); err == nil {
		all = append(all, layout.Label{Formula: n})
	}
	return all
}

// No text leaves the braces of its node.
func TestHostileLabels(t *testing.T) {
	for _, s := range sample.Hostile {
		for _, l := range labels(s) {
			if err := contained(content(l.Formula)); err != nil {
				t.Errorf("%q is printed as %q: %v", s, content(l.Formula), err)
			}
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.OneOf(rapid.Rune(), rapid.SampledFrom([]rune("\\{}$%#&_^~'\"[]\n am1")))).Draw(t, "label")
		for _, l := range labels(s) {
			if err := contained(content(l.Formula)); err != nil {
				t.Fatalf("%q is printed as %q: %v", s, content(l.Formula), err)
			}
		}
	})
}

// contained reports whether TeX reads a text to its end as the content of one group, on one line.
func contained(tex string) error {
	depth, dollars := 0, 0
	for i := 0; i < len(tex); i++ {
		switch c := tex[i]; {
		case c == '\\':
			if i++; i == len(tex) {
				return fmt.Errorf("a backslash at the end")
			}
		case c == '{':
			depth++
		case c == '}':
			if depth--; depth < 0 {
				return fmt.Errorf("a brace closes the group")
			}
		case c == '$':
			dollars++
		case c == '%' || c == '#' || c < ' ':
			return fmt.Errorf("%q stands bare", c)
		case c == '^' && i+1 < len(tex) && tex[i+1] == '^':
			return fmt.Errorf("a character's code")
		}
	}
	if depth != 0 || dollars%2 != 0 {
		return fmt.Errorf("a group is open")
	}
	return nil
}

// A connector that leaves its lane: leads by the names of its registration points, the glyph between them.
func TestRoute(t *testing.T) {
	d := sample.Trolley()
	it := &d.Items[1]
	it.Frame.Origin = ink.Point{X: 0.5, Y: 2}
	it.Frame.W = 1.5
	it.Route = []ink.Point{{X: 0, Y: 0.8}, {X: 0.5, Y: 0.8}, {X: 0.5, Y: 2}, {X: 2, Y: 2}, {X: 2.4, Y: 0.8}}
	it.Labels = nil
	it.Colour = "green"
	got := string(Fragment(d, Options{Shared: true}))
	want := `
  \draw[diagram/spring, green!50!black] (W |- T-S) -- ([xshift=5mm]W |- T-S) -- ([shift={(0.5,1.2)}]W |- T-S) to ([shift={(-0.4,1.2)}]T-S) -- (T-S);
`
	if !strings.Contains(got, want) {
		t.Errorf("no route in\n%s", got)
	}
}

func ExampleFragment() {
	fmt.Printf("%s", Fragment(sample.Trolley(), Options{Shared: true}))
	// Output:
	// % needs the output of `diagram preamble` in the document's preamble
	// \begin{tikzpicture}[diagram,
	//   alt/.try={A wall holds a trolley by a spring and a damper; a force pulls it to the right.}]
	//   \path (3.2,0.5) node[diagram/trolley, minimum width=1.6cm, minimum height=1.2cm] (T) {} node {$m$};
	//   \draw[diagram/trolley] (T.south) +(-0.448,-0.14) circle[radius=1.4mm] circle[radius=0.15mm] +(0.448,-0.14) circle[radius=1.4mm] circle[radius=0.15mm];
	//   \path (T.west) +(0,0.3) coordinate (T-S) +(0,-0.3) coordinate (T-D);
	//   \draw[diagram/wall] (0,-0.3) coordinate (W) -- +(0,1.6);
	//   \draw[diagram/spring] (W |- T-S) to node[auto, outer sep=3mm] {$k$} (T-S);
	//   \draw[diagram/damper] (W |- T-D) to node[auto=right, outer sep=3.5mm] {$\lambda$} (T-D);
	//   \draw[diagram/force] (T.east) -- +(1.1,0) node[right=1mm] {$F$};
	// \end{tikzpicture}
}

func BenchmarkFragment(b *testing.B) {
	d := sample.Trolley()
	b.ReportAllocs()
	for b.Loop() {
		Fragment(d, Options{})
	}
}

// The colours of terms are defined once, above the lines that use them.
func TestTermColours(t *testing.T) {
	colours := map[string]string{"S": "#0072b2", "T": "#0072b2", "D": "red"}
	got := string(Fragment(sample.Trolley(), Options{Shared: true, Colours: func(e *graph.Element) string { return colours[e.Name] }}))
	if n := strings.Count(got, `\definecolor{c0072B2}{HTML}{0072B2}`); n != 1 {
		t.Errorf("the colour is defined %d times", n)
	}
	for _, line := range []string{`\draw[diagram/spring, c0072B2] (W |- T-S)`, `minimum height=1.2cm, c0072B2] (T)`, `\draw[diagram/damper, red] (W |- T-D)`, `\draw[diagram/force] (T.east)`} {
		if !strings.Contains(got, line) {
			t.Errorf("no %s in\n%s", line, got)
		}
	}
}

// A picture says what it needs where pdfLaTeX can't show its words, and no TeX drops them in silence.
func TestNeeds(t *testing.T) {
	for text, want := range map[string]string{
		"Größe ½ €": "",
		"Ząb":       `% needs \usepackage[T1]{fontenc} in pdfLaTeX`,
		"пружина":   "% needs LuaLaTeX or XeLaTeX, and a font that has п р у ж и н а",
		"абвгдежзи": "% needs LuaLaTeX or XeLaTeX, and a font that has а б в г д е ж з …",
		"קיר":       "% has words that run from right to left: LuaLaTeX needs babel with bidi=basic",
	} {
		for _, shared := range []bool{false, true} {
			d := sample.Trolley()
			d.Items[0].Labels = []layout.Label{{Formula: words(text)}}
			picture := string(Fragment(d, Options{Shared: shared}))
			head, body, _ := strings.Cut(picture, `\begin{tikzpicture}`)
			if lines := strings.Split(strings.TrimSpace(head), "\n"); want == "" && len(lines) != 1 || want != "" && lines[len(lines)-1] != want {
				t.Errorf("%s: %s", text, head)
			}
			foreign := len(Lacking([]byte(text))) > 0
			if strings.Contains(body, `\tracinglostchars=3`) != foreign || strings.Contains(body, `{\diagramtoleft{קיר}}`) != (text == "קיר") || !strings.Contains(body, text[:2]) {
				t.Errorf("%s:\n%s", text, picture)
			}
		}
		document := string(Document(sample.Trolley(), Display{Rows: []string{`\text{` + text + `}`}}, Options{}))
		if got := strings.Contains(document, "[T1]{fontenc}"); got != (text == "Ząb") {
			t.Errorf("%s: T1 in the document: %v", text, got)
		}
	}
}

// What an author asks of an element's look, in TikZ's words.
func TestLook(t *testing.T) {
	d := sample.Trolley()
	body := &d.Items[3]
	body.Fill, body.Colour, body.Thick = "crimson", "blue!60!black", true
	d.FontSize = 12
	got := string(Fragment(d, Options{}))
	for _, want := range []string{
		`\definecolor{cDC143C}{HTML}{DC143C}`, `font=\fontsize{12}{14.4}\selectfont`,
		`minimum height=1.2cm, blue!60!black, fill=cDC143C, very thick] (T) {} node[blue!60!black] {$m$}`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	if shared := string(Fragment(d, Options{Shared: true})); !strings.Contains(shared, `[diagram, font=\fontsize{12}{14.4}\selectfont,`) {
		t.Error(shared)
	}
}
