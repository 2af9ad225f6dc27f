// Package markdown puts diagrams into Markdown texts.
//
// [Extension] makes goldmark render a fence
//
//	```diagram {#trolley form=newton}
//	wall - (spring, damper) - trolley - force
//	```
//
// as a figure: the drawing as inline SVG, the equation as MathML. [Splice] writes Markdown again: an image and $$…$$ in
// the fence's place, for whatever program comes next. The words behind `diagram` are options: #id names the figure, form
// is the equation's form, show says whether to show the drawing, the equation or both, alt replaces the words that tell
// those who can't see the drawing what is on it.
package markdown

import (
	"bytes"
	"html"

	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/emit"
	"diagram/emit/internal/title"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Extension is a goldmark extension that renders diagram fences. A diagram with an error becomes its message.
type Extension struct {
	// File is what messages call the Markdown text.
	File string
	// Theme is that of the pictures.
	Theme emit.Theme
	// Kinds are those of which the diagrams may speak; nil: those of the language.
	Kinds *component.Catalog
}

// Extend implements goldmark.Extender.
func (e *Extension) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(parser.WithASTTransformers(util.Prioritized(transformer{*e}, 100)))
	m.Renderer().AddOptions(renderer.WithNodeRenderers(util.Prioritized(figures{}, 100)))
}

// Figure is a diagram in goldmark's tree; it takes the place of its fence.
type Figure struct {
	ast.BaseBlock
	ID       string        // that the fence gives it
	Diagram  *emit.Diagram // nil where Problems has an error
	SVG      []byte        // empty where the drawing isn't to be shown
	Equation string        // MathML; empty where there is none to show
	Problems diag.List
}

// KindFigure is the kind of Figure nodes.
var KindFigure = ast.NewNodeKind("Diagram")

// Kind implements ast.Node.
func (*Figure) Kind() ast.NodeKind { return KindFigure }

// IsRaw implements ast.Node: there is no Markdown inside.
func (*Figure) IsRaw() bool { return true }

// Dump implements ast.Node.
func (f *Figure) Dump(source []byte, level int) { ast.DumpHelper(f, source, level, nil, nil) }

type transformer struct{ Extension }

// Transform puts figures in the place of the diagrams' fences.
func (t transformer) Transform(doc *ast.Document, reader text.Reader, _ parser.Context) {
	src := reader.Source()
	var blocks []*ast.FencedCodeBlock
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if b, ok := n.(*ast.FencedCodeBlock); ok && entering && string(b.Language(src)) == language {
			blocks = append(blocks, b)
		}
		return ast.WalkContinue, nil
	})
	pictures := pictures{}
	for _, b := range blocks {
		b.Parent().ReplaceChild(b.Parent(), b, t.figure(b, src, pictures))
	}
}

func (t transformer) figure(b *ast.FencedCodeBlock, src []byte, pictures pictures) *Figure {
	info := b.Info.Segment
	f := fence{
		Open:   info.Start,
		Info:   string(src[info.Start+len(language) : info.Stop]),
		InfoAt: info.Start + len(language),
		Lines:  b.Lines().Sliced(0, b.Lines().Len()),
	}
	fig := &Figure{}
	opts, problems := parseInfo(t.File, f.Info, place(src, f.InfoAt))
	d, eq, list := f.compile(t.Kinds, t.File, src, opts, emit.MathML)
	if fig.Problems = append(problems, list...); fig.Problems.HasErrors() {
		return fig
	}
	fig.ID, fig.Diagram, fig.Equation = opts.id, d, eq
	if opts.show != showEquation {
		fig.SVG = pictures.of(d, opts, t.Theme)
	}
	return fig
}

type figures struct{}

// RegisterFuncs implements renderer.NodeRenderer.
func (figures) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) { r.Register(KindFigure, render) }

func render(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	f := n.(*Figure)
	if f.Problems.HasErrors() {
		var b bytes.Buffer
		if err := f.Problems.Print(&b, nil, diag.Options{}); err != nil {
			return ast.WalkStop, err
		}
		_, err := w.WriteString(`<pre class="diagram-error" tabindex="0">` + html.EscapeString(b.String()) + "</pre>\n")
		return ast.WalkSkipChildren, err
	}
	_, _ = w.WriteString(`<figure class="diagram"`)
	if f.ID != "" {
		_, _ = w.WriteString(` id="` + html.EscapeString(f.ID) + `"`)
	}
	_, _ = w.WriteString(">\n" + string(f.SVG) + f.Equation)
	if words := f.Diagram.Graph.Settings.Title; words != nil {
		_, _ = w.WriteString("<figcaption>" + title.HTML(words) + "</figcaption>\n")
	}
	_, err := w.WriteString("</figure>\n")
	return ast.WalkSkipChildren, err
}
