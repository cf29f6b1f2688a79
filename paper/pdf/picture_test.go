package pdf_test

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"jiangxin/paper/pdf"
)

// quarters is a picture whose left upper quarter is red, the rest blue.
func quarters(width, height int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			img.Set(x, y, color.RGBA{0, 0, 255, 255})
			if x < width/2 && y < height/2 {
				img.Set(x, y, color.RGBA{255, 0, 0, 255})
			}
		}
	}
	return img
}

func asJPEG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// turned puts an Exif orientation into a JPEG.
func turned(plain []byte, orientation byte) []byte {
	exif := []byte("\xFF\xE1\x00\x22Exif\x00\x00II\x2A\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00\x06\x00\x00\x00\x00\x00\x00\x00")
	exif[28] = orientation
	return append(append(bytes.Clone(plain[:2]), exif...), plain[2:]...)
}

// drawn renders a page of 100 by 100 points that shows the picture, at one pixel a point.
func drawn(t *testing.T, p *pdf.Picture) image.Image {
	t.Helper()
	d := pdf.New(pdf.Info{Title: "t"}, 100, 100)
	d.AddPage().Picture(p, 0, 0, 100, 100)
	file, err := d.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	at := filepath.Join(t.TempDir(), "p.pdf")
	if err := os.WriteFile(at, file, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdftoppm", "-r", "72", "-png", at).Output()
	if err != nil {
		t.Fatalf("pdftoppm (package poppler-utils): %v", err)
	}
	img, err := png.Decode(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func isRed(img image.Image, x, y int) bool {
	r, _, b, _ := img.At(x, y).RGBA()
	return r > 0x8000 && b < 0x8000
}

func TestAPhotoStandsUprightHoweverTheCameraWasHeld(t *testing.T) {
	t.Parallel()
	plain := asJPEG(t, quarters(64, 64))
	corners := [4][2]int{{25, 25}, {75, 25}, {75, 75}, {25, 75}} // clockwise from the left upper
	for orientation, red := range map[byte]int{1: 0, 2: 1, 3: 2, 4: 3, 5: 0, 6: 1, 7: 2, 8: 3} {
		p, err := pdf.ReadPicture(turned(plain, orientation), 1<<20)
		if err != nil {
			t.Fatal(err)
		}
		img := drawn(t, p)
		for i, c := range corners {
			if isRed(img, c[0], c[1]) != (i == red) {
				t.Errorf("orientation %d: corner %d red: %t", orientation, i, isRed(img, c[0], c[1]))
			}
		}
	}
	p, err := pdf.ReadPicture(turned(asJPEG(t, quarters(80, 40)), 6), 1<<20)
	if err != nil || p.Width() != 40 || p.Height() != 80 {
		t.Errorf("a turned picture is %v by %v, %v", p.Width(), p.Height(), err)
	}
}

func TestAPNGStandsOnWhite(t *testing.T) {
	t.Parallel()
	img := image.NewNRGBA(image.Rect(0, 0, 10, 10)) // all of it transparent black
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	p, err := pdf.ReadPicture(b.Bytes(), 1000)
	if err != nil {
		t.Fatal(err)
	}
	if r, _, _, _ := drawn(t, p).At(50, 50).RGBA(); r != 0xFFFF {
		t.Errorf("red is %x", r)
	}
}

func TestWhatIsNoPictureOrHasTooManyPixelsIsRefused(t *testing.T) {
	t.Parallel()
	good := asJPEG(t, quarters(60, 60))
	for name, data := range map[string][]byte{"nothing": nil, "text": []byte("<svg/>"), "head only": good[:2], "half": good[:len(good)/2], "PNG head": []byte("\x89PNG\r\n\x1a\n")} {
		if _, err := pdf.ReadPicture(data, 1<<20); !errors.Is(err, pdf.ErrPicture) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := pdf.ReadPicture(good, 3599); !errors.Is(err, pdf.ErrPixels) {
		t.Errorf("too many pixels: %v", err)
	}
}

func FuzzReadPictureNeverPanics(f *testing.F) {
	good := asJPEG(f, quarters(16, 16))
	for cut := 0; cut < len(good); cut += 40 {
		f.Add(good[:cut])
	}
	for o := range byte(10) {
		f.Add(turned(good, o))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if p, err := pdf.ReadPicture(data, 1<<16); err == nil && (p.Width() < 1 || p.Height() < 1) {
			t.Error(fmt.Sprint(p.Width(), p.Height()))
		}
	})
}
