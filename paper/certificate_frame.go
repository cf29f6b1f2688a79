package paper

import (
	"math"
	"sync"

	"jiangxin/paper/pdf"
	"jiangxin/paper/typeset"
)

var (
	frameGold  = typeset.Color{R: 0xB4, G: 0x96, B: 0x5A}
	frameGreen = typeset.Color{R: 0x5D, G: 0x84, B: 0x7C}
	framePale  = typeset.Color{R: 0xEC, G: 0xEF, B: 0xEA}
)

// The frame's measures in points.
const (
	frameInset  = 24.0 // of the wave's middle from the edge
	frameSwing  = 5.5  // of the wave to each side
	frameCorner = 15.0 // half the side of a corner
	frameWave   = 16.0 // about the length of a wave
)

// certificateFrame is drawn once: waves between two rules, a rosette in each corner and a pale one behind the text.
// There is no emblem in it.
var certificateFrame = sync.OnceValue(func() *pdf.Drawing {
	w, h := typeset.Landscape.Width, typeset.Landscape.Height
	return pdf.NewDrawing(w, h, func(c *pdf.Canvas) {
		c.Pen(pdf.Color(framePale), 0.5)
		for ring := range 9 {
			rosette(c, w/2, h/2+8, 150-11*float64(ring), 12, 0.16, float64(ring)*0.13)
		}
		side(c, w-2*frameInset, frameInset, frameInset, 0)
		side(c, w-2*frameInset, frameInset, h-frameInset, 0)
		side(c, h-2*frameInset, frameInset, h-frameInset, 1)
		side(c, h-2*frameInset, w-frameInset, h-frameInset, 1)
		c.Pen(pdf.Color(frameGold), 1.1)
		const out, in = frameInset - frameSwing - 2.5, frameInset + frameSwing + 2.5
		c.Box(out, out, w-2*out, h-2*out)
		c.Pen(pdf.Color(frameGold), 0.5)
		c.Box(in, in, w-2*in, h-2*in)
		for _, at := range [4]pdf.Point{{X: frameInset, Y: frameInset}, {X: w - frameInset, Y: frameInset}, {X: frameInset, Y: h - frameInset}, {X: w - frameInset, Y: h - frameInset}} {
			corner(c, at)
		}
	})
})

// side draws waves of the given length from a point; quarters 1 goes upwards. One wave is written in the same words
// again and again, which packs well.
func side(c *pdf.Canvas, length, x, y float64, quarters int) {
	count := int(length/frameWave + 0.5)
	wave := length / float64(count)
	for i := range count {
		at := float64(i) * wave
		dx, dy := x+at, y
		if quarters == 1 {
			dx, dy = x, y-at
		}
		c.Moved(dx, dy, quarters, func() {
			for k := range 4 {
				c.Pen(pdf.Color([2]typeset.Color{frameGreen, frameGold}[k%2]), 0.35)
				var points []pdf.Point
				for step := range 9 {
					t := float64(step) / 8
					points = append(points, pdf.Point{X: t * wave, Y: frameSwing * math.Sin(2*math.Pi*t+float64(k)*math.Pi/2)})
				}
				c.Curve(points, false)
			}
		})
	}
}

func corner(c *pdf.Canvas, at pdf.Point) {
	c.Ink(pdf.Color{R: 0xFF, G: 0xFF, B: 0xFF})
	c.Fill(at.X-frameCorner, at.Y-frameCorner, 2*frameCorner, 2*frameCorner)
	c.Pen(pdf.Color(frameGold), 1.1)
	c.Box(at.X-frameCorner, at.Y-frameCorner, 2*frameCorner, 2*frameCorner)
	c.Pen(pdf.Color(frameGreen), 0.4)
	for ring := range 3 {
		rosette(c, at.X, at.Y, 11.5-3.2*float64(ring), 8, 0.16, float64(ring)*0.2)
	}
}

// rosette draws a closed wave around a point.
func rosette(c *pdf.Canvas, x, y, radius float64, petals int, depth, phase float64) {
	steps := petals * 8
	points := make([]pdf.Point, steps)
	for i := range points {
		angle := 2 * math.Pi * float64(i) / float64(steps)
		r := radius * (1 - depth + depth*math.Cos(float64(petals)*angle+phase*float64(petals)))
		points[i] = pdf.Point{X: x + r*math.Cos(angle), Y: y + r*math.Sin(angle)}
	}
	c.Curve(points, true)
}
