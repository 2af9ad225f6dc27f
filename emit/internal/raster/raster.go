// Package raster draws a layout as PNG, anti-aliased, with no TeX, no fonts and no other program.
package raster

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"

	"diagram/dsl/graph"
	"diagram/dsl/ink"
	"diagram/emit/internal/scene"
	"diagram/emit/internal/theme"
	"diagram/layout"

	"golang.org/x/image/vector"
)

// Options say how a picture is drawn.
type Options struct {
	DPI     float64                     // pixels to the inch; 0: 300
	Theme   theme.Theme                 // zero: the screen's, black on white
	Colours func(*graph.Element) string // an element's colour from its terms; nil, or "" for an element: the item's own
}

// MaxPixels is how many pixels a picture may have: those of 50 cm by 50 cm at 300 to the inch.
const MaxPixels = 35_000_000

// dpi is how many pixels to the inch are asked for.
func (o Options) dpi() float64 {
	if o.DPI > 0 {
		return o.DPI
	}
	return 300
}

// Fits says why a drawing is too large to be a picture; nil where it isn't.
func Fits(d *layout.Drawing, o Options) error {
	w, h := size(d, o)
	if w*h <= MaxPixels {
		return nil
	}
	return fmt.Errorf("the picture would have %.0f × %.0f pixels, which are %.0f million; the most is %d million", w, h, w*h/1e6, MaxPixels/1_000_000)
}

// size is how many pixels a drawing has.
func size(d *layout.Drawing, o Options) (w, h float64) {
	lo, hi := scene.Page(d)
	pixels := func(cm float64) float64 { return max(1, math.Ceil(cm/2.54*o.dpi()-1e-6)) }
	return pixels(hi.X - lo.X), pixels(hi.Y - lo.Y)
}

// PNG draws the drawing as a PNG file.
func PNG(d *layout.Drawing, o Options) ([]byte, error) {
	img, err := Image(d, o)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	e := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := e.Encode(&b, img); err != nil {
		return nil, err
	}
	return withDensity(b.Bytes(), o.dpi()), nil
}

// Image draws the drawing.
func Image(d *layout.Drawing, o Options) (*image.RGBA, error) {
	if err := Fits(d, o); err != nil {
		return nil, err
	}
	lo, hi := scene.Page(d)
	w, h := size(d, o)
	size := image.Rect(0, 0, int(w), int(h))
	c := &canvas{img: image.NewRGBA(size), corner: ink.Point{X: lo.X, Y: hi.Y}, theme: o.Theme.Or(), scale: o.dpi() / 2.54}
	draw.Draw(c.img, size, image.NewUniform(rgba(c.theme.Paper)), image.Point{}, draw.Src)
	for i := range d.Items {
		it := &d.Items[i]
		colour := c.theme.Ink
		if named, ok := c.theme.Colour(scene.Colour(it, o.Colours)); ok {
			colour = named
		}
		for _, p := range scene.Paths(it) {
			c.path(p, colour, it.Fill)
		}
		for j := range it.Labels {
			c.label(&it.Labels[j], colour)
		}
	}
	return c.img, nil
}

func rgba(c theme.RGB) color.RGBA { return color.RGBA{c.R, c.G, c.B, 255} }

// canvas draws on an image, y downwards, scale pixels to the cm.
type canvas struct {
	img    *image.RGBA
	corner ink.Point // the upper left one of the page
	theme  theme.Theme
	scale  float64
	r      vector.Rasterizer
}

// point is a place of the page in pixels.
func (c *canvas) point(p ink.Point) ink.Point {
	return ink.Point{X: (p.X - c.corner.X) * c.scale, Y: (c.corner.Y - p.Y) * c.scale}
}

// area draws contours within a box of pixels, all in one colour; they are filled with the nonzero rule where they turn one way.
func (c *canvas) area(box ink.Box, colour theme.RGB, contours func(dx, dy float64)) {
	b := image.Rect(int(math.Floor(box.Min.X))-1, int(math.Floor(box.Min.Y))-1, int(math.Ceil(box.Max.X))+1, int(math.Ceil(box.Max.Y))+1)
	b = b.Intersect(c.img.Rect)
	if b.Empty() {
		return
	}
	c.r.Reset(b.Dx(), b.Dy())
	contours(-float64(b.Min.X), -float64(b.Min.Y))
	c.r.Draw(c.img, b, image.NewUniform(rgba(colour)), image.Point{})
}

// path fills and inks a path.
func (c *canvas) path(p ink.Path, colour theme.RGB, inside string) {
	runs := p.Polyline(0.1 / c.scale)
	box := ink.EmptyBox()
	for _, run := range runs {
		for i := range run {
			run[i] = c.point(run[i])
			box = box.With(run[i])
		}
	}
	if p.Pen.Fill != ink.NoFill {
		fill := colour
		switch p.Pen.Fill {
		case ink.Paper, ink.Blank:
			fill = c.theme.Paper
		case ink.Shade:
			t := c.theme
			t.Ink = colour
			fill = t.Tint()
		case ink.Asked:
			fill, _ = theme.Parse(inside)
		}
		c.area(box, fill, func(dx, dy float64) {
			for _, run := range runs {
				c.polygon(run, dx, dy)
			}
		})
	}
	if p.Pen.NoLine {
		return
	}
	width := p.Pen.Weight.Width() * c.theme.Weight * c.scale
	if p.Pen.Dashed {
		runs = dash(runs, ink.DashOn*c.scale, ink.DashOff*c.scale)
	}
	c.area(box.Grow(width), colour, func(dx, dy float64) {
		for _, run := range runs {
			c.line(run, width/2, dx, dy)
		}
	})
}

func (c *canvas) polygon(points []ink.Point, dx, dy float64) {
	for i, p := range points {
		if i == 0 {
			c.r.MoveTo(float32(p.X+dx), float32(p.Y+dy))
		} else {
			c.r.LineTo(float32(p.X+dx), float32(p.Y+dy))
		}
	}
	c.r.ClosePath()
}

// label draws a label's glyphs and rules in one go.
func (c *canvas) label(l *layout.Label, colour theme.RGB) {
	box, at := scene.Label(l)
	box = scene.Outlines(box)
	scale := scene.CmPerPt * c.scale
	p := c.point(at)
	const bleed = 5 // pt: how far ink may reach out of its box
	around := ink.EmptyBox().
		With(ink.Point{X: p.X - bleed*scale, Y: p.Y - (box.Height+bleed)*scale}).
		With(ink.Point{X: p.X + (box.Width+bleed)*scale, Y: p.Y + (box.Depth+bleed)*scale})
	c.area(around, colour, func(dx, dy float64) {
		for i := range box.Glyphs {
			box.Glyphs[i].Draw(&c.r, p.X+dx, p.Y+dy, scale)
		}
		for _, r := range box.Rules {
			r.Draw(&c.r, p.X+dx, p.Y+dy, scale)
		}
	})
}
