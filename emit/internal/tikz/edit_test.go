//go:build slow

package tikz

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"diagram/dsl/graph"
	"diagram/dsl/ink"
	"diagram/emit/internal/sample"
	"diagram/layout"
)

// probe is a place where a picture must have ink: a little way from the end of a connector, on the line that it is drawn along.
type probe struct {
	what string
	at   ink.Point
}

// probes are those of all connectors that run straight from node to node, with their registration points moved as move says.
func probes(d *layout.Drawing, move func(el *graph.Element, q ink.Point, port layout.Port) ink.Point) []probe {
	var all []probe
	for i := range d.Items {
		it := &d.Items[i]
		if len(it.Ports) != 2 || it.Route != nil || it.Element.OnFloor() {
			continue // a floor goes up with its body, or stays, as there are others on it
		}
		a, b := move(it.Element, it.Ports[0].Point, it.Ports[0]), move(it.Element, it.Ports[1].Point, it.Ports[1])
		along := b.Sub(a)
		if along.Len() < 0.5 {
			continue
		}
		along = along.Scale(1 / along.Len())
		steps := []float64{0, 0.08, 0.15}
		if it.Element.Kind.Connector().Sliding {
			steps = steps[:1] // it has no leads
		}
		open := !begins(it)
		for _, far := range steps {
			if !open {
				all = append(all, probe{it.Name, a.Add(along.Scale(far))})
			}
			all = append(all, probe{it.Name, b.Sub(along.Scale(far))})
		}
	}
	return all
}

// begins reports whether a connector's glyph has ink where it begins: a stop leaves a gap there.
func begins(it *layout.Item) bool {
	for _, s := range it.Strokes {
		for _, path := range ink.Flatten(s, it.Frame) {
			for _, seg := range path.Segs {
				if same(seg.To.X, it.Frame.Origin.X) && same(seg.To.Y, it.Frame.Origin.Y) {
					return true
				}
			}
		}
	}
	return false
}

// hopProbes are the tops of an item's hops: where its line meets that of another, which ends above or below, or beside it.
func hopProbes(d *layout.Drawing, it *layout.Item, move func(el *graph.Element, q ink.Point, port layout.Port) ink.Point) []probe {
	var all []probe
	for _, h := range it.Hops {
		var x, y float64
		for i := range d.Items {
			o := &d.Items[i]
			if len(o.Ports) != 2 || o.Element != h.Over && o != it {
				continue
			}
			for _, port := range o.Ports {
				if q := move(o.Element, port.Point, port); same(port.Point.X, h.At.X) {
					x = q.X
				} else if same(port.Point.Y, h.At.Y) {
					y = q.Y
				}
			}
		}
		all = append(all, probe{it.Name + "'s hop", ink.Point{X: x, Y: y}.Add(h.Top.Sub(h.At))})
	}
	return all
}

// near is how far from a probe the ink may be: a rod is two lines.
const nearInk = 0.07

// TestMoved moves each body of every example by one number in its TikZ, by turns one and the other, and looks in the compiled
// picture whether all connectors still end on its sides.
func TestMoved(t *testing.T) {
	type edit struct {
		shot
		probes []probe
	}
	var edits []edit
	for _, e := range sample.Examples(t) {
		if e.Drawing.Slope != 0 {
			continue // its numbers are not those of the page
		}
		text := string(Fragment(e.Drawing, Options{}))
		for _, body := range e.Drawing.Graph.Nodes {
			if !body.Kind.IsBody() {
				continue
			}
			place := regexp.MustCompile(`(\\path )\((-?[\d.]+),(-?[\d.]+)\)( node\[[^]]*\] \(` + regexp.QuoteMeta(body.Name) + `\))`)
			at := place.FindStringSubmatch(text)
			if at == nil {
				t.Errorf("%s: no line of %s in\n%s", e.Name, body.Name, text)
				continue
			}
			by := []ink.Point{{X: 0.4}, {Y: 0.3}, {X: -0.4}}[len(edits)%3]
			x, _ := strconv.ParseFloat(at[2], 64)
			y, _ := strconv.ParseFloat(at[3], 64)
			s := plainShot(e, Options{})
			s.name = fmt.Sprintf("%s-%s-%v", e.Name, body.Name, by)
			s.tikz = strings.Replace(text, at[0], fmt.Sprintf("%s(%.3f,%.3f)%s", at[1], x+by.X, y+by.Y, at[4]), 1)
			move := moving(e.Drawing, body, by)
			look := probes(e.Drawing, move)
			for i := range e.Drawing.Items {
				look = append(look, hopProbes(e.Drawing, &e.Drawing.Items[i], move)...)
			}
			edits = append(edits, edit{s, look})
		}
	}
	var shots []shot
	for _, e := range edits {
		shots = append(shots, e.shot)
	}
	if len(shots) < 60 {
		t.Errorf("only %d edits", len(shots))
	}
	for i, m := range shoot(t, "pdflatex", `\documentclass{article}`, "", "", shots) {
		for _, p := range edits[i].probes {
			if !inkAt(m, edits[i].shot, p.at, nearInk) {
				t.Errorf("%s: %s doesn't reach (%.2f,%.2f)", edits[i].name, p.what, p.at.X, p.at.Y)
			}
		}
	}
}

// moving tells where registration points are when a body has moved: its own with it, and those of supports across their faces.
func moving(d *layout.Drawing, body *graph.Element, by ink.Point) func(el *graph.Element, q ink.Point, port layout.Port) ink.Point {
	vertical := d.Graph.Settings.Axis == graph.Vertical
	return func(el *graph.Element, q ink.Point, port layout.Port) ink.Point {
		if el.From != body && el.To != body {
			return q
		}
		other := el.From
		if other == body {
			other = el.To
		}
		switch own := strings.HasPrefix(port.Name, body.Name+"-"); {
		case own:
			return q.Add(by)
		case !other.Kind.IsSupport():
			return q
		case vertical:
			return q.Add(ink.Point{X: by.X})
		}
		return q.Add(ink.Point{Y: by.Y})
	}
}
