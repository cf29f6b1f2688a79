package evidence

import (
	"fmt"
	"image"
	_ "image/jpeg" // so that image.Decode knows JPEG
	_ "image/png"  // and PNG
	"io"

	"jiangxin/domain/fault"
)

// picture checks the dimensions before it decodes, then decodes all of it: a photo that was cut off
// shows itself only at its end.
func (i *Inspector) picture(file io.ReadSeeker) error {
	head, _, err := image.DecodeConfig(file)
	if err != nil {
		return truncated(err)
	}
	if head.Width < 1 || head.Height < 1 || head.Width > i.limits.Pixels/head.Height {
		return bad(fault.BadFile, ReasonDimensions,
			fmt.Sprintf("图片尺寸过大（超过 %d 万像素），请缩小后上传", i.limits.Pixels/10_000),
			fmt.Sprintf("the picture has more than %d megapixels; make it smaller", i.limits.Pixels/1_000_000),
			fmt.Errorf("%d × %d", head.Width, head.Height))
	}
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return down(err)
	}
	if _, _, err := image.Decode(file); err != nil {
		return truncated(err)
	}
	return nil
}
