package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
)

// Picture is a photo that files can show. It is read-only and safe for concurrent use.
type Picture struct {
	width, height int // as stored
	turn          turn
	content       []byte
	entries       string
}

// Errors of pictures.
var (
	ErrPicture   = errors.New("not a picture that can be printed")
	ErrPixels    = errors.New("the picture has too many pixels")
	errTruncated = fmt.Errorf("%w: it is cut off", ErrPicture)
)

// Width is the picture's width in pixels once it stands upright.
func (p *Picture) Width() float64 {
	if p.turn.sideways() {
		return float64(p.height)
	}
	return float64(p.width)
}

// Height is its height in pixels once it stands upright.
func (p *Picture) Height() float64 {
	if p.turn.sideways() {
		return float64(p.width)
	}
	return float64(p.height)
}

// ReadPicture reads a JPEG or PNG of at most so many pixels. A JPEG keeps its own compression and loses what else
// cameras put into it, such as the place where it was taken; a PNG is put on white.
func ReadPicture(data []byte, pixels int) (*Picture, error) {
	if bytes.HasPrefix(data, []byte("\xFF\xD8")) {
		return readJPEG(data, pixels)
	}
	if bytes.HasPrefix(data, []byte("\x89PNG")) {
		return readPNG(data, pixels)
	}
	return nil, ErrPicture
}

func tooLarge(width, height, pixels int) bool { return width > pixels/max(1, height) }

func readPNG(data []byte, pixels int) (*Picture, error) {
	head, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrPicture, err)
	}
	if tooLarge(head.Width, head.Height, pixels) {
		return nil, ErrPixels
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrPicture, err)
	}
	raw := make([]byte, 0, 3*head.Width*head.Height)
	bounds := img.Bounds()
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			raw = appendOnWhite(raw, img, x, y)
		}
	}
	return &Picture{
		width: head.Width, height: head.Height, content: deflate(raw, bestSpeed),
		entries: fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode", head.Width, head.Height),
	}, nil
}

func appendOnWhite(to []byte, img image.Image, x, y int) []byte {
	c, ok := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
	if !ok {
		return append(to, 0xFF, 0xFF, 0xFF)
	}
	const full = 255
	on := func(v uint8) byte {
		return byte((int(v)*int(c.A) + full*(full-int(c.A)) + full/2) / full)
	}
	return append(to, on(c.R), on(c.G), on(c.B))
}
