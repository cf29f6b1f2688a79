package typeset

import (
	"fmt"
	"image/color"

	"github.com/boombuler/barcode/qr"

	"jiangxin/paper/pdf"
)

// QR draws content as a QR code (error correction M) with its quiet zone in a square of the given side.
// The modules are drawn as rectangles, so that print stays sharp.
func (s *Sheet) QR(content string, x, y, side float64) {
	if s.err != nil {
		return
	}
	code, err := qr.Encode(content, qr.M, qr.Auto)
	if err != nil {
		s.fail(fmt.Errorf("encode QR: %w", err))
		return
	}
	const quiet = 4
	count := code.Bounds().Dx()
	module := side / float64(count+2*quiet)
	s.pdf.Ink(pdf.Color(Ink))
	var dark []pdf.Area
	for row := range count {
		for from := 0; from < count; from++ {
			to := from
			for to < count && isDark(code.At(to, row)) {
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

func isDark(c color.Color) bool { return color.GrayModel.Convert(c).(color.Gray).Y < 0x80 }
