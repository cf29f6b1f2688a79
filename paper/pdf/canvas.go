package pdf

import (
	"fmt"
	"math"
	"strconv"
)

// Color is an RGB colour.
type Color struct{ R, G, B uint8 }

// Canvas is what one draws on: a page, or a drawing that many pages show.
type Canvas struct {
	height float64
	ops    []byte
	doc    *Document // nil for a Drawing
}

// number appends v with at most three decimals.
func (c *Canvas) number(v float64) {
	n := int64(math.Round(v * 1000))
	if n < 0 {
		c.ops = append(c.ops, '-')
		n = -n
	}
	c.ops = strconv.AppendInt(c.ops, n/1000, 10)
	if rest := n % 1000; rest != 0 {
		c.ops = append(c.ops, '.', byte('0'+rest/100))
		if rest%100 != 0 {
			c.ops = append(c.ops, byte('0'+rest/10%10))
		}
		if rest%10 != 0 {
			c.ops = append(c.ops, byte('0'+rest%10))
		}
	}
	c.ops = append(c.ops, ' ')
}

func (c *Canvas) op(operator string, operands ...float64) {
	for _, v := range operands {
		c.number(v)
	}
	c.ops = append(c.ops, operator...)
	c.ops = append(c.ops, '\n')
}

func (c *Canvas) paint(operator string, color Color) {
	const full = 255
	c.op(operator, float64(color.R)/full, float64(color.G)/full, float64(color.B)/full)
}

// Ink sets the colour of areas and text.
func (c *Canvas) Ink(color Color) { c.paint("rg", color) }

// Pen sets colour and width of lines.
func (c *Canvas) Pen(color Color, width float64) {
	c.paint("RG", color)
	c.op("w", width)
}

// Dash makes the following lines dashed; without lengths they are whole again.
func (c *Canvas) Dash(lengths ...float64) {
	c.ops = append(c.ops, '[')
	for _, l := range lengths {
		c.number(l)
	}
	c.ops = append(c.ops, "] 0 d\n"...)
}

// Line draws a line.
func (c *Canvas) Line(x1, y1, x2, y2 float64) {
	c.op("m", x1, c.height-y1)
	c.op("l", x2, c.height-y2)
	c.op("S")
}

// Box draws the outline of a rectangle.
func (c *Canvas) Box(x, y, w, h float64) {
	c.op("re", x, c.height-y-h, w, h)
	c.op("S")
}

// Fill fills a rectangle.
func (c *Canvas) Fill(x, y, w, h float64) {
	c.op("re", x, c.height-y-h, w, h)
	c.op("f")
}

// Area is a rectangle.
type Area struct{ X, Y, W, H float64 }

// FillAll fills many rectangles at once.
func (c *Canvas) FillAll(areas []Area) {
	for _, a := range areas {
		c.op("re", a.X, c.height-a.Y-a.H, a.W, a.H)
	}
	c.op("f")
}

// Circle draws the outline of a circle.
func (c *Canvas) Circle(x, y, radius float64) {
	const k = 0.5522847498 // a quarter of a circle as a Bézier curve
	y = c.height - y
	r, t := radius, radius*k
	c.op("m", x+r, y)
	c.op("c", x+r, y+t, x+t, y+r, x, y+r)
	c.op("c", x-t, y+r, x-r, y+t, x-r, y)
	c.op("c", x-r, y-t, x-t, y-r, x, y-r)
	c.op("c", x+t, y-r, x+r, y-t, x+r, y)
	c.op("s")
}

// Point is a place.
type Point struct{ X, Y float64 }

// Curve draws a smooth line through the points; closed ones end where they begin.
func (c *Canvas) Curve(points []Point, closed bool) {
	n := len(points)
	if n < 2 {
		return
	}
	at := func(i int) Point {
		if closed {
			return points[(i+n)%n]
		}
		return points[max(0, min(i, n-1))]
	}
	c.op("m", points[0].X, c.height-points[0].Y)
	last := n - 1
	if closed {
		last = n
	}
	for i := range last { // a Catmull-Rom spline, piece by piece as Bézier curves
		p0, p1, p2, p3 := at(i-1), at(i), at(i+1), at(i+2)
		c.op("c", p1.X+(p2.X-p0.X)/6, c.height-(p1.Y+(p2.Y-p0.Y)/6), p2.X-(p3.X-p1.X)/6, c.height-(p2.Y-(p3.Y-p1.Y)/6), p2.X, c.height-p2.Y)
	}
	if closed {
		c.op("s")
		return
	}
	c.op("S")
}

// Text sets characters of one font with the baseline at y; spacing is added after each. Characters that the font
// does not have are a fault of the caller, which Bytes reports.
func (c *Canvas) Text(f *Font, size, spacing, x, y float64, text []rune) {
	if c.doc == nil {
		return
	}
	name, u := c.doc.font(f)
	c.ops = append(c.ops, "BT /F"...)
	c.ops = strconv.AppendInt(c.ops, int64(name), 10)
	c.ops = append(c.ops, ' ')
	c.op("Tf", size)
	c.op("Tc", spacing)
	c.op("Td", x, c.height-y)
	c.ops = append(c.ops, '<')
	for _, r := range text {
		code := u.code(r)
		if code == 0 {
			c.doc.fail(fmt.Errorf("font %s has no character U+%04X", f.name, r))
		}
		c.ops = appendHex(c.ops, code)
	}
	c.ops = append(c.ops, "> Tj ET\n"...)
}

// Picture shows a picture in a box, upright, whole and as large as its shape allows, in the middle.
func (c *Canvas) Picture(p *Picture, x, y, w, h float64) {
	if c.doc == nil {
		return
	}
	scale := min(w/p.Width(), h/p.Height())
	pw, ph := p.Width()*scale, p.Height()*scale
	x, y = x+(w-pw)/2, c.height-y-h+(h-ph)/2
	m := p.turn.matrix()
	c.op("q")
	c.op("cm", pw, 0, 0, ph, x, y)
	c.op("cm", m[0], m[1], m[2], m[3], m[4], m[5])
	c.show(c.doc.picture(p))
}

// Show shows a drawing with its top left corner at x and y.
func (c *Canvas) Show(d *Drawing, x, y float64) {
	if c.doc == nil {
		return
	}
	c.op("q")
	c.op("cm", 1, 0, 0, 1, x, c.height-y-d.height)
	c.show(c.doc.drawing(d))
}

func (c *Canvas) show(name int) {
	c.ops = append(c.ops, "/X"...)
	c.ops = strconv.AppendInt(c.ops, int64(name), 10)
	c.ops = append(c.ops, " Do\nQ\n"...)
}

// Drawing is made once and shown on many pages, such as the frame of a certificate. It has no text.
type Drawing struct {
	width, height float64
	content       []byte // compressed
}

// NewDrawing makes a drawing of the given size.
func NewDrawing(width, height float64, draw func(*Canvas)) *Drawing {
	c := &Canvas{height: height}
	draw(c)
	return &Drawing{width: width, height: height, content: deflate(c.ops, bestSize)}
}

// Moved draws with everything moved and turned: counterclockwise by quarters of a circle, about the corner.
func (c *Canvas) Moved(dx, dy float64, quarters int, draw func()) {
	turns := [4][4]float64{{1, 0, 0, 1}, {0, 1, -1, 0}, {-1, 0, 0, -1}, {0, -1, 1, 0}}
	t := turns[(quarters%4+4)%4]
	h := c.height
	// The corner from which one draws lies at height h; it is turned about and then moved.
	c.op("q")
	c.op("cm", t[0], t[1], t[2], t[3], dx-t[2]*h, h-dy-t[3]*h)
	draw()
	c.op("Q")
}
