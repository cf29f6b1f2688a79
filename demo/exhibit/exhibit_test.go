package exhibit_test

import (
	"bytes"
	"image/jpeg"
	"path/filepath"
	"testing"

	"jiangxin/demo/exhibit"
	"jiangxin/domain/filing"
	"jiangxin/evidence"
)

func unit(name string) filing.Unit {
	return filing.Unit{Name: name, CreditCode: "91219900MA0000000X", LegalRepresentative: "赵安宁", RegisteredAddress: "示例路 1 号"}
}

func TestTheSevenFilesAreSevenRealOnesAndDifferPerEnterprise(t *testing.T) {
	t.Parallel()
	first, err := exhibit.Seven(unit("甲公司"))
	if err != nil {
		t.Fatal(err)
	}
	again, _ := exhibit.Seven(unit("甲公司"))
	other, _ := exhibit.Seven(unit("乙公司"))
	if len(first) != filing.MaterialCount {
		t.Fatalf("%d files", len(first))
	}
	starts := map[string]string{".pdf": "%PDF-", ".docx": "PK\x03\x04", ".jpg": "\xff\xd8\xff"}
	kinds := map[string]int{}
	inspector := evidence.NewInspector(evidence.DefaultLimits(), nil)
	for i, file := range first {
		kind := filepath.Ext(file.Name)
		kinds[kind]++
		want := evidence.Want{Name: file.Name, Size: int64(len(file.Body)), Limit: 8 << 20, Accept: []evidence.Type{evidence.PDF, evidence.DOCX, evidence.JPEG}}
		if _, err := inspector.Examine(t.Context(), bytes.NewReader(file.Body), want); err != nil {
			t.Errorf("%s is refused: %v", file.Name, err)
		}
		if !bytes.HasPrefix(file.Body, []byte(starts[kind])) {
			t.Errorf("%s is no %s", file.Name, kind)
		}
		if !bytes.Equal(file.Body, again[i].Body) {
			t.Errorf("%s: the same words gave other bytes", file.Name)
		}
		if bytes.Equal(file.Body, other[i].Body) {
			t.Errorf("%s: another enterprise has the same file", file.Name)
		}
	}
	if len(kinds) != len(starts) {
		t.Errorf("kinds: %v", kinds)
	}
}

func TestAPictureIsWrittenOn(t *testing.T) {
	t.Parallel()
	long := "很长的一行文字，需要换行才能放进图片里，否则后半句就看不见了，这在演示时很难看。"
	file, err := exhibit.JPEG("照片", exhibit.Page{Title: "现场照片", Lines: []string{long}})
	if err != nil {
		t.Fatal(err)
	}
	picture, err := jpeg.Decode(bytes.NewReader(file.Body))
	if err != nil {
		t.Fatal(err)
	}
	dark := 0
	for y := range picture.Bounds().Dy() {
		for x := range picture.Bounds().Dx() {
			if r, _, _, _ := picture.At(x, y).RGBA(); r < 0x5000 {
				dark++
			}
		}
	}
	if dark < 2000 {
		t.Errorf("only %d dark points", dark)
	}
}
