package exhibit

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"

	"jiangxin/paper/fonts"
)

// The size of a picture in pixels: a page as a cheap scanner takes it.
const (
	pictureWidth  = 1000
	pictureHeight = 700
	pictureMargin = 60
	lineHeight    = 52
	letterSize    = 30
)

// song is the type that pictures are written in; parsing it is slow, and it may be shared.
var song = sync.OnceValues(func() (*opentype.Font, error) { return opentype.Parse(fonts.Regular) })

// JPEG draws a page as a photographed sheet of paper.
func JPEG(name string, p Page) (File, error) {
	parsed, err := song()
	if err != nil {
		return File{}, fmt.Errorf("read the type: %w", err)
	}
	face, err := opentype.NewFace(parsed, &opentype.FaceOptions{Size: letterSize, DPI: 72})
	if err != nil {
		return File{}, fmt.Errorf("set the type: %w", err)
	}
	defer func() { _ = face.Close() }()

	picture := image.NewRGBA(image.Rect(0, 0, pictureWidth, pictureHeight))
	draw.Draw(picture, picture.Bounds(), image.NewUniform(color.RGBA{0xF7, 0xF5, 0xEE, 0xFF}), image.Point{}, draw.Src)
	pen := &font.Drawer{Dst: picture, Src: image.NewUniform(color.RGBA{0x1C, 0x25, 0x30, 0xFF}), Face: face}
	y := pictureMargin + letterSize
	for _, text := range append([]string{p.Title, ""}, p.paragraphs()...) {
		for _, line := range wrap(pen, text) {
			pen.Dot = fixed.P(pictureMargin, y)
			pen.DrawString(line)
			y += lineHeight
		}
	}
	var file bytes.Buffer
	if err := jpeg.Encode(&file, picture, &jpeg.Options{Quality: 85}); err != nil {
		return File{}, fmt.Errorf("write %s: %w", name, err)
	}
	return File{Name: name + ".jpg", Body: file.Bytes()}, nil
}

// wrap breaks a text into lines that fit the picture; an empty text is one empty line.
func wrap(pen *font.Drawer, text string) []string {
	lines, line := []string(nil), ""
	for _, r := range text {
		if pen.MeasureString(line+string(r)).Ceil() > pictureWidth-2*pictureMargin {
			lines, line = append(lines, line), ""
		}
		line += string(r)
	}
	return append(lines, line)
}
