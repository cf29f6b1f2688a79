package qr_test

import (
	"image/color"
	"strings"
	"testing"

	boombuler "github.com/boombuler/barcode/qr"

	"jiangxin/paper/qr"
)

func TestACodeHasTheModulesThatAnotherEncoderMakes(t *testing.T) {
	t.Parallel()
	for length := 1; length <= qr.Limit; length++ {
		content := ("https://jiangxin.example/verify/" + strings.Repeat("5p2nTq0V8wXyB3kLr7dZcA", 10))[:length]
		got, err := qr.Encode(content)
		if err != nil {
			t.Fatal(err)
		}
		want, err := boombuler.Encode(content, boombuler.M, boombuler.Unicode)
		if err != nil {
			t.Fatal(err)
		}
		if want.Bounds().Dx() != got.Size {
			t.Fatalf("%d bytes: size %d, want %d", length, got.Size, want.Bounds().Dx())
		}
		dark := func(x, y int) bool { return color.GrayModel.Convert(want.At(x, y)).(color.Gray).Y < 0x80 }
		for y := range got.Size {
			for x := range got.Size {
				if got.Dark(x, y) != dark(x, y) {
					t.Fatalf("%d bytes: column %d, row %d differs", length, x, y)
				}
			}
		}
	}
}

func TestWhatIsTooLongIsRefused(t *testing.T) {
	t.Parallel()
	if _, err := qr.Encode(strings.Repeat("x", qr.Limit+1)); err == nil {
		t.Error("no error")
	}
}

func BenchmarkEncode(b *testing.B) {
	for b.Loop() {
		if _, err := qr.Encode("https://jiangxin.example/verify/5p2nTq0V8wXyB3kLr7dZcA"); err != nil {
			b.Fatal(err)
		}
	}
}
