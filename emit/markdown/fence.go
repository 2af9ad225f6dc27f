package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// language is the first word of the info string of a fence that holds a diagram.
const language = "diagram"

// fence is a fenced block that holds a diagram, by byte offsets in the Markdown source.
type fence struct {
	// Open is where the opening fence's first character stands, behind the marks of quotes and lists; End is where the line
	// of the closing fence ends, its line break left out.
	Open, End int
	// Info is the info string behind the language, InfoAt where it starts.
	Info   string
	InfoAt int
	Lines  []text.Segment
	// After and Before report whether another block touches the fence with no blank line between them.
	After, Before bool
}

// fenceParser is goldmark's parser of fenced code blocks, which also notes where a block's fences stand: goldmark itself
// keeps only the lines between them.
type fenceParser struct{ parser.BlockParser }

// span is where the fences of a block stand.
type span struct{ open, end int }

var spansKey = parser.NewContextKey()

func spans(pc parser.Context) map[ast.Node]*span {
	m, _ := pc.Get(spansKey).(map[ast.Node]*span)
	if m == nil {
		m = map[ast.Node]*span{}
		pc.Set(spansKey, m)
	}
	return m
}

func (p fenceParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	node, state := p.BlockParser.Open(parent, reader, pc)
	if node != nil {
		start := segment.Start - segment.Padding
		spans(pc)[node] = &span{start + pc.BlockOffset(), start + len(bytes.TrimRight(line, "\r\n"))}
	}
	return node, state
}

func (p fenceParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	line, segment := reader.PeekLine()
	state := p.BlockParser.Continue(node, reader, pc)
	spans(pc)[node].end = segment.Start - segment.Padding + len(bytes.TrimRight(line, "\r\n"))
	return state
}

// byteOrderMark may begin a text; it is no part of its first line.
const byteOrderMark = "\ufeff"

// fences finds the diagrams of a Markdown text in their order.
func fences(src []byte) []fence {
	text, ok := bytes.CutPrefix(src, []byte(byteOrderMark))
	found := find(text)
	if ok {
		for i := range found {
			found[i].shift(len(byteOrderMark))
		}
	}
	return found
}

// shift moves the fence's offsets.
func (f *fence) shift(by int) {
	f.Open += by
	f.End += by
	f.InfoAt += by
	for i := range f.Lines {
		f.Lines[i].Start += by
		f.Lines[i].Stop += by
	}
}

func find(src []byte) []fence {
	blocks := parser.DefaultBlockParsers()
	for i, b := range blocks {
		if p, ok := b.Value.(parser.BlockParser); ok && p == parser.NewFencedCodeBlockParser() {
			blocks[i] = util.Prioritized(fenceParser{p}, b.Priority)
		}
	}
	p := parser.NewParser(parser.WithBlockParsers(blocks...))
	pc := parser.NewContext()
	doc := p.Parse(text.NewReader(src), parser.WithContext(pc))
	var found []fence
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		block, ok := n.(*ast.FencedCodeBlock)
		if !ok || !entering || string(block.Language(src)) != language {
			return ast.WalkContinue, nil
		}
		at := spans(pc)[block]
		info := block.Info.Segment
		found = append(found, fence{
			Open:   at.open,
			End:    at.end,
			Info:   string(src[info.Start+len(language) : info.Stop]),
			InfoAt: info.Start + len(language),
			Lines:  block.Lines().Sliced(0, block.Lines().Len()),
			Before: block.PreviousSibling() != nil && !blankBefore(src, at.open),
			After:  block.NextSibling() != nil && !blankAfter(src, at.end),
		})
		return ast.WalkContinue, nil
	})
	return found
}

// blankBefore reports whether the line before the one at an offset is blank, but for quotes' marks.
func blankBefore(src []byte, offset int) bool {
	end := bytes.LastIndexByte(src[:offset], '\n')
	if end < 0 {
		return true
	}
	start := bytes.LastIndexByte(src[:end], '\n') + 1
	return isBlank(src[start:end])
}

// blankAfter tells the same of the line after the one that ends at an offset.
func blankAfter(src []byte, offset int) bool {
	_, rest, _ := bytes.Cut(src[offset:], []byte("\n"))
	line, _, _ := bytes.Cut(rest, []byte("\n"))
	return isBlank(line)
}

func isBlank(line []byte) bool { return len(bytes.Trim(line, "> \t\r")) == 0 }

// source is the diagram's text at its own place: as many lines come before it as in the Markdown file, and as many
// columns, so that a complaint about it names the file's line and column.
func (f fence) source(src []byte) []byte {
	if len(f.Lines) == 0 {
		return bytes.Repeat([]byte("\n"), bytes.Count(src[:f.Open], []byte("\n"))+1)
	}
	first := f.Lines[0]
	out := bytes.Repeat([]byte("\n"), bytes.Count(src[:first.Start], []byte("\n")))
	for _, line := range f.Lines {
		start := bytes.LastIndexByte(src[:line.Start], '\n') + 1
		out = append(out, bytes.Repeat([]byte(" "), line.Start-start)...)
		out = append(out, src[line.Start:line.Stop]...)
	}
	return out
}

// lineBefore is what stands before a byte on its line.
func lineBefore(src []byte, offset int) []byte {
	start := bytes.LastIndexByte(src[:offset], '\n') + 1
	return bytes.TrimPrefix(src[start:offset], []byte(byteOrderMark))
}

// margin is what a further line must start with to belong to the same block as the fence: the quotes' marks, and spaces in
// place of the lists'.
func (f fence) margin(src []byte) string {
	return strings.Map(func(r rune) rune {
		if r == '>' || r == '\t' {
			return r
		}
		return ' '
	}, string(lineBefore(src, f.Open)))
}
