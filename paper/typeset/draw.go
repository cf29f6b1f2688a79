package typeset

import "jiangxin/paper/pdf"

// Align places a line between its left and right edge.
type Align int

// The alignments. Justify spreads lines that run on to both edges.
const (
	Left Align = iota
	Center
	Right
	Justify
)

// Style is how text is set.
type Style struct {
	Size    float64 // points
	Leading float64 // distance of baselines in points
	Bold    bool
	Color   Color
	Align   Align
	Indent  float64 // of the first line of each paragraph, in em
	Spacing float64 // extra space after each character, in points
}

// in returns the style in another colour.
func (st Style) in(c Color) Style { st.Color = c; return st }

// layout breaks text into the lines of a column of the given width in points.
func (s *Sheet) layout(text string, st Style, width float64) []line {
	if s.err != nil {
		return nil
	}
	var lines []line
	for _, part := range splitLines(text) {
		em := width / (st.Size + st.Spacing)
		lines = append(lines, breakLines(s.fonts.shape(part, st.Bold, s.warn), em, st.Indent)...)
		lines[len(lines)-1].runsOn = false
	}
	return lines
}

// drawLine sets one line with its baseline in the middle of a strip of height st.Leading below top.
func (s *Sheet) drawLine(l line, st Style, x, top, width, indent float64) {
	if s.err != nil || len(l.glyphs) == 0 {
		return
	}
	x, width = x+indent, width-indent
	spacing := st.Spacing
	natural := widthOf(l.glyphs)*st.Size + spacing*float64(len(l.glyphs)-1)
	slack := width - natural
	switch {
	case st.Align == Center:
		x += slack / 2
	case st.Align == Right:
		x += slack
	case st.Align == Justify && l.runsOn && len(l.glyphs) > 1 && slack < 4.5*st.Size:
		spacing += slack / float64(len(l.glyphs)-1)
	}
	baseline := top + st.Leading/2 + st.Size*0.36
	s.pdf.Ink(pdf.Color(st.Color))
	run := make([]rune, 0, len(l.glyphs))
	for from := 0; from < len(l.glyphs); {
		to := from
		run = run[:0]
		for to < len(l.glyphs) && l.glyphs[to].face == l.glyphs[from].face {
			run = append(run, l.glyphs[to].r)
			to++
		}
		s.pdf.Text(l.glyphs[from].face, st.Size, spacing, x, baseline, run)
		x += widthOf(l.glyphs[from:to])*st.Size + spacing*float64(to-from)
		from = to
	}
}

// Place draws text at a fixed spot without moving on; it wraps within width and may leave the page.
func (s *Sheet) Place(text string, st Style, x, y, width float64) {
	for i, l := range s.layout(text, st, width) {
		s.drawLine(l, st, x, y+float64(i)*st.Leading, width, 0)
	}
}

func (s *Sheet) rule(x1, y1, x2, y2, weight float64, c Color) {
	s.pdf.Pen(pdf.Color(c), weight)
	s.pdf.Line(x1, y1, x2, y2)
}

func (s *Sheet) fill(x, y, w, h float64, c Color) {
	s.pdf.Ink(pdf.Color(c))
	s.pdf.Fill(x, y, w, h)
}
