// Package inkdiff compares pictures for tests: is there ink in the one where there is ink in the other? It forgives what
// differs between renderers (anti-aliasing, rounding to the grid of pixels), not a line that is missing or out of place.
package inkdiff

import (
	"fmt"
	"image"
	"image/color"
	"math"
)

// Result is how much of the ink of each of two pictures lies near ink of the other, from 0 to 1.
type Result struct {
	AInB, BInA float64
	// InkA and InkB are the amounts of ink, in pixels.
	InkA, InkB float64
}

// Worst is the smaller share.
func (r Result) Worst() float64 { return math.Min(r.AInB, r.BInA) }

func (r Result) String() string {
	return fmt.Sprintf("%.2f%% and %.2f%% of %.0f and %.0f px of ink", 100*r.AInB, 100*r.BInA, r.InkA, r.InkB)
}

// Compare compares two pictures laid on each other at their upper left corners; ink is near when its distance is at most the radius, in
// pixels. A picture with no ink at all agrees with nothing.
func Compare(a, b image.Image, radius float64) Result {
	p, q := newPlane(a), newPlane(b)
	var r Result
	r.AInB, r.InkA = p.near(q, radius)
	r.BInA, r.InkB = q.near(p, radius)
	return r
}

// Diff shows where two pictures differ: common ink grey, ink of a alone red, of b alone blue.
func Diff(a, b image.Image, radius float64) image.Image {
	p, q := newPlane(a), newPlane(b)
	out := image.NewRGBA(image.Rect(0, 0, max(p.w, q.w), max(p.h, q.h)))
	for y := range out.Rect.Max.Y {
		for x := range out.Rect.Max.X {
			c := color.RGBA{255, 255, 255, 255}
			switch ia, ib := p.at(x, y) >= dark, q.at(x, y) >= dark; {
			case ia && !q.has(x, y, radius):
				c = color.RGBA{220, 0, 0, 255}
			case ib && !p.has(x, y, radius):
				c = color.RGBA{0, 0, 220, 255}
			case ia || ib:
				c = color.RGBA{190, 190, 190, 255}
			}
			out.SetRGBA(x, y, c)
		}
	}
	return out
}

// dark is the ink from which on a pixel must have a counterpart, faint what a counterpart must have.
const (
	dark  = 0.3
	faint = 0.1
)

// plane is the ink of a picture, from 0 (the brightest colour of its corner, paper) to 1.
type plane struct {
	w, h int
	ink  []float64
}

func newPlane(m image.Image) *plane {
	r := m.Bounds()
	p := &plane{w: r.Dx(), h: r.Dy(), ink: make([]float64, r.Dx()*r.Dy())}
	for y := range p.h {
		for x := range p.w {
			c := color.NRGBAModel.Convert(m.At(r.Min.X+x, r.Min.Y+y)).(color.NRGBA)
			lightest := min(c.R, c.G, c.B)
			p.ink[y*p.w+x] = (1 - float64(lightest)/255) * float64(c.A) / 255
		}
	}
	return p
}

func (p *plane) at(x, y int) float64 {
	if x < 0 || y < 0 || x >= p.w || y >= p.h {
		return 0
	}
	return p.ink[y*p.w+x]
}

// has reports whether there is ink near a pixel.
func (p *plane) has(x, y int, radius float64) bool {
	n := int(radius)
	for dy := -n; dy <= n; dy++ {
		for dx := -n; dx <= n; dx++ {
			if float64(dx*dx+dy*dy) <= radius*radius && p.at(x+dx, y+dy) >= faint {
				return true
			}
		}
	}
	return false
}

// near is the share of the ink of p that is near ink of q, and the amount of ink.
func (p *plane) near(q *plane, radius float64) (share, ink float64) {
	var found float64
	for y := range p.h {
		for x := range p.w {
			if v := p.at(x, y); v >= dark {
				ink += v
				if q.has(x, y, radius) {
					found += v
				}
			}
		}
	}
	if ink == 0 {
		return 0, 0
	}
	return found / ink, ink
}
