package exhibit

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
)

// A portrait has the size of a one-inch photo at 300 dots an inch.
const (
	portraitWidth  = 358
	portraitHeight = 441
)

// Portrait draws somebody who does not exist before a white wall: a head, shoulders, and hair of a shade that n picks.
func Portrait(name string, n int) (File, error) {
	picture := image.NewRGBA(image.Rect(0, 0, portraitWidth, portraitHeight))
	draw.Draw(picture, picture.Bounds(), image.White, image.Point{}, draw.Src)
	shade := uint8(40 + n*37%120)
	oval(picture, portraitWidth/2, 470, 165, 150, color.RGBA{shade / 2, shade, 150, 255}) // shoulders
	oval(picture, portraitWidth/2, 185, 98, 125, color.RGBA{shade, shade / 2, 30, 255})   // hair
	oval(picture, portraitWidth/2, 215, 82, 108, color.RGBA{232, 196, 170, 255})          // face
	for _, x := range []int{-32, 32} {
		oval(picture, portraitWidth/2+x, 205, 9, 5, color.RGBA{50, 40, 40, 255})
	}
	oval(picture, portraitWidth/2, 268, 24, 5, color.RGBA{170, 90, 90, 255})
	for i := range picture.Pix { // paper is never quite even; an even picture would be smaller than a photo is
		if i%4 != 3 {
			picture.Pix[i] -= min(picture.Pix[i], uint8((i*7919+n*104729)>>3%6))
		}
	}
	var file bytes.Buffer
	if err := jpeg.Encode(&file, picture, &jpeg.Options{Quality: 92}); err != nil {
		return File{}, fmt.Errorf("draw %s: %w", name, err)
	}
	return File{Name: name + ".jpg", Body: file.Bytes()}, nil
}

func oval(picture *image.RGBA, x, y, wide, high int, shade color.RGBA) {
	for dy := -high; dy <= high; dy++ {
		for dx := -wide; dx <= wide; dx++ {
			if dx*dx*high*high+dy*dy*wide*wide <= wide*wide*high*high {
				picture.Set(x+dx, y+dy, shade)
			}
		}
	}
}
