package typeset

import (
	"fmt"

	"jiangxin/paper/pdf"
	"jiangxin/paper/qr"
)

// QR draws content as a QR code (error correction M) with its quiet zone in a square of the given side.
// The modules are drawn as rectangles, so that print stays sharp.
func (s *Sheet) QR(content string, x, y, side float64) {
	if s.err != nil {
		return
	}
	code, err := qr.Encode(content)
	if err != nil {
		s.fail(fmt.Errorf("encode QR: %w", err))
		return
	}
	const quiet = 4
	module := side / float64(code.Size+2*quiet)
	s.pdf.Ink(pdf.Color(Ink))
	var dark []pdf.Area
	for row := range code.Size {
		for from := 0; from < code.Size; from++ {
			to := from
			for to < code.Size && code.Dark(to, row) {
				to++
			}
			if to > from {
				dark = append(dark, pdf.Area{X: x + float64(quiet+from)*module, Y: y + float64(quiet+row)*module, W: float64(to-from) * module, H: module})
				from = to
			}
		}
	}
	s.pdf.FillAll(dark)
}
