package typeset

import "jiangxin/paper/pdf"

// Fit places text in the middle of a box, as large as its style says or, where it would not fit, smaller: nothing
// is left out.
func (s *Sheet) Fit(text string, st Style, x, y, width, height float64) {
	const smallest, step = 3, 0.5
	lines := s.layout(text, st, width)
	for float64(len(lines))*st.Leading > height && st.Size > smallest {
		st.Leading *= (st.Size - step) / st.Size
		st.Size -= step
		lines = s.layout(text, st, width)
	}
	top := y + (height-float64(len(lines))*st.Leading)/2
	for i, l := range lines {
		indent := 0.0
		if i == 0 {
			indent = st.Indent * st.Size
		}
		s.drawLine(l, st, x, top+float64(i)*st.Leading, width, indent)
	}
}

// SealPlace marks where a seal goes, about the point.
func (s *Sheet) SealPlace(x, y float64, text string) { s.sealPlace(x, y, sealWidth/2, text) }

// Hairline draws a thin line.
func (s *Sheet) Hairline(x1, y1, x2, y2 float64, c Color) { s.rule(x1, y1, x2, y2, hairline, c) }

// Picture shows a photo in a box.
func (s *Sheet) Picture(p *pdf.Picture, x, y, width, height float64) {
	s.pdf.Picture(p, x, y, width, height)
}

// Show shows a drawing over the whole page.
func (s *Sheet) Show(d *pdf.Drawing) { s.pdf.Show(d, 0, 0) }
