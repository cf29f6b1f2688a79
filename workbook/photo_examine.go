package workbook

import (
	"archive/zip"
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"path"

	"jiangxin/domain/fault"
)

// examine reads the head of a picture, never the picture itself: its type by its content, and how many pixels it has.
func (p *Photos) examine(entry *zip.File, content io.Reader) (Photo, error) {
	photo := Photo{Name: path.Base(entryName(entry)), Bytes: int64(entry.UncompressedSize64)}
	head := make([]byte, 8)
	if _, err := io.ReadFull(content, head); err != nil {
		return photo, brokenPhoto(err)
	}
	var read func(io.Reader) (image.Config, error)
	switch {
	case bytes.HasPrefix(head, []byte("\xFF\xD8\xFF")):
		photo.Type, read = "image/jpeg", jpeg.DecodeConfig
	case string(head) == "\x89PNG\r\n\x1a\n":
		photo.Type, read = "image/png", png.DecodeConfig
	default:
		return photo, fault.New(fault.UnsupportedType, "照片不是 JPEG 或 PNG 格式，请转换后重新放入（只改扩展名不行）",
			"The photo is neither JPEG nor PNG; convert it, a new ending is not enough")
	}
	size, err := read(io.MultiReader(bytes.NewReader(head), content))
	if err != nil {
		return photo, brokenPhoto(err)
	}
	if size.ColorModel == color.CMYKModel {
		return photo, fault.New(fault.UnsupportedType, "照片为印刷用的 CMYK 颜色，制证时颜色会失真，请另存为 RGB 颜色后重新放入",
			"The photo has the colours of print (CMYK); save it in RGB and pack it again")
	}
	photo.Width, photo.Height = size.Width, size.Height
	l := p.limits
	switch {
	case size.Width < l.MinWidth || size.Height < l.MinHeight:
		return photo, pixels(size, "过小，至少", "too small; at least", l.MinWidth, l.MinHeight)
	case size.Width > l.MaxWidth || size.Height > l.MaxHeight:
		return photo, pixels(size, "过大，最多", "too large; at most", l.MaxWidth, l.MaxHeight)
	case photo.Bytes < l.Least:
		return photo, bad(fmt.Sprintf("照片不足 %d KiB，印在证书上不清晰，请换用原图", l.Least>>10),
			fmt.Sprintf("The photo is smaller than %d KiB and will not be clear on a certificate; use the original", l.Least>>10), nil)
	}
	return photo, nil
}

func pixels(size image.Config, zh, en string, width, height int) error {
	return bad(fmt.Sprintf("照片为 %d×%d 像素，%s %d×%d 像素，请调整后重新放入", size.Width, size.Height, zh, width, height),
		fmt.Sprintf("The photo has %d×%d pixels and is %s %d×%d; change it and pack it again", size.Width, size.Height, en, width, height), nil)
}
