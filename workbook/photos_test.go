package workbook_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/jpeg"
	"image/png"
	"io"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/unicode/norm"

	"jiangxin/domain/fault"
	"jiangxin/workbook"
)

var photoLimits = workbook.PhotoLimits{Photos: 20, Bytes: 200 << 10, Whole: 2 << 20, MinWidth: 100, MinHeight: 140, MaxWidth: 3000, MaxHeight: 4000}

func picture(t testing.TB, width, height int) string {
	return string(written(t, func(w io.Writer) error { return jpeg.Encode(w, image.NewGray(image.Rect(0, 0, width, height)), nil) }))
}

// printed is the head of a JPEG of 295 by 413 pixels in the four colours of print.
func printed() string {
	return "\xFF\xD8\xFF\xEE\x00\x0EAdobe\x00\x64\x00\x00\x00\x00\x00" +
		"\xFF\xC0\x00\x14\x08\x01\x9D\x01\x27\x04\x01\x11\x00\x02\x11\x00\x03\x11\x00\x04\x11\x00" +
		"\xFF\xDA\x00\x0E\x04\x01\x00\x02\x00\x03\x00\x04\x00\x00\x3F\x00"
}

func photosOf(t testing.TB, file []byte) *workbook.Photos {
	t.Helper()
	photos, err := workbook.OpenPhotos(bytes.NewReader(file), int64(len(file)), photoLimits)
	if err != nil {
		t.Fatal(err)
	}
	return photos
}

func problemsOf(t testing.TB, photos *workbook.Photos) map[string]fault.Text {
	t.Helper()
	found, err := photos.Problems()
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestPhotosAreFoundByTheirNamesHoweverTheyWerePacked(t *testing.T) {
	t.Parallel()
	good := picture(t, 295, 413)
	gbk := func(name string) string {
		bytes, err := simplifiedchinese.GBK.NewEncoder().String(name)
		if err != nil {
			t.Fatal(err)
		}
		return bytes
	}
	info := func(name string) []byte { // Info-ZIP's field with the name in Unicode
		field := binary.LittleEndian.AppendUint16(nil, 0x7075)
		field = binary.LittleEndian.AppendUint16(field, uint16(5+len(name)))
		field = binary.LittleEndian.AppendUint32(append(field, 1), crc32.ChecksumIEEE([]byte("????.jpg")))
		return append(field, name...)
	}
	file := written(t, func(w io.Writer) error {
		archive := zip.NewWriter(w)
		for _, header := range []zip.FileHeader{
			{Name: "照片/张三.JPG"}, {Name: gbk("欧阳小明.jpg"), NonUTF8: true}, {Name: gbk("照片/誠.jpeg"), NonUTF8: true}, {Name: norm.NFD.String("Zoë.png")}, {Name: "王五.jpg", NonUTF8: true},
			{Name: gbk("联通.jpg"), NonUTF8: true}, {Name: "????.jpg", NonUTF8: true, Extra: info("赵六.jpg")}, {Name: `照片\钱七.jpg`},
			{Name: "孙八.jpg.png"}, {Name: "照片/"}, {Name: "__MACOSX/照片/._张三.JPG"}, {Name: "照片/.DS_Store"}, {Name: "照片/Thumbs.db"},
		} {
			entry, err := archive.CreateHeader(&header)
			if err != nil {
				return err
			}
			if strings.HasSuffix(header.Name, "/") {
				continue
			}
			if _, err := io.WriteString(entry, good); err != nil {
				return err
			}
		}
		return archive.Close()
	})
	photos := photosOf(t, file)
	if got := fmt.Sprint(photos.Names()); got != "[张三.JPG 欧阳小明.jpg 誠.jpeg "+norm.NFD.String("Zoë.png")+" 王五.jpg 联通.jpg 赵六.jpg 钱七.jpg 孙八.jpg.png]" {
		t.Error(got)
	}
	for _, name := range []string{"张三.jpg", "张三", " 张三.JPEG ", "欧阳小明.jpg", "誠.jpeg", "zoë.PNG", "王五", "联通.jpg", "赵六", "照片/钱七.jpg"} {
		photo, content, err := photos.Read(name)
		if err != nil || string(content) != good || photo.Type != "image/jpeg" || photo.Width != 295 || photo.Height != 413 || photo.Bytes != int64(len(good)) {
			t.Errorf("%s: %+v, %v", name, photo, err)
		}
	}
	if _, err := photos.Examine("李四.jpg"); !fault.Is(err, fault.NotFound) || photos.Has("李四.jpg") {
		t.Errorf("%v", err)
	}
	for key, problem := range problemsOf(t, photos) {
		if problem.ZH != "" {
			t.Errorf("%s: %s", key, problem.ZH)
		}
	}
}

func TestWhatIsWrongWithAPhotoIsSaidOfIt(t *testing.T) {
	t.Parallel()
	good := picture(t, 295, 413)
	file := packed(t, [2]string{"甲.jpg", good}, [2]string{"照片/甲.JPG", good}, [2]string{"乙.jpg", good}, [2]string{"乙.png", good},
		[2]string{"丙.jpg", "GIF89a and more"}, [2]string{"丁.jpg", good[:40]}, [2]string{"小.jpg", picture(t, 50, 70)}, [2]string{"大.jpg", picture(t, 3100, 200)},
		[2]string{"重.jpg", good + strings.Repeat("0", 300<<10)}, [2]string{"空.jpg", ""}, [2]string{"a/b/深.jpg", good}, [2]string{"../逃.jpg", good}, [2]string{"印.jpg", printed()},
		[2]string{"好.png", string(written(t, func(w io.Writer) error { return png.Encode(w, image.NewGray(image.Rect(0, 0, 358, 441))) }))})
	problems := problemsOf(t, photosOf(t, file))
	for key, says := range map[string]string{
		"甲": "同名照片有多张(甲.jpg、甲.JPG)", "乙": "同名照片有多张(乙.jpg、乙.png)", "丙": "不是 JPEG 或 PNG", "丁": "无法读取", "小": "50×70 像素，过小，至少 100×140", "大": "过大，最多 3000×4000",
		"重": "超过 200 KiB", "空": "空的", "深": "多层文件夹", "逃": "多层文件夹", "印": "CMYK",
	} {
		if !strings.Contains(problems[key].ZH, says) || problems[key].EN == "" {
			t.Errorf("%s: %+v, want %s", key, problems[key], says)
		}
	}
	if problem, there := problems["好"]; !there || problem.ZH != "" || len(problems) != 12 {
		t.Errorf("%d problems: %+v", len(problems), problem)
	}
}

func TestAPhotoThatWasShrunkIsSentBack(t *testing.T) {
	t.Parallel()
	limits := photoLimits
	limits.Least = 10 << 10
	small, whole := picture(t, 295, 413), picture(t, 295, 413)+strings.Repeat("0", 10<<10)
	file := packed(t, [2]string{"小.jpg", small}, [2]string{"好.jpg", whole})
	photos, err := workbook.OpenPhotos(bytes.NewReader(file), int64(len(file)), limits)
	if err != nil {
		t.Fatal(err)
	}
	if problems := problemsOf(t, photos); !strings.Contains(problems["小"].ZH, "不足 10 KiB") || problems["好"].ZH != "" {
		t.Errorf("%d bytes: %+v", len(small), problems)
	}
}

// A picture of 60,000 times 60,000 pixels takes a few bytes to send and 14 GB to unfold.
func TestAPictureThatWouldUnfoldToGigabytesIsRefusedByItsHead(t *testing.T) {
	t.Parallel()
	small := written(t, func(w io.Writer) error { return png.Encode(w, image.NewGray(image.Rect(0, 0, 200, 200))) })
	binary.BigEndian.PutUint32(small[16:], 60_000)
	binary.BigEndian.PutUint32(small[20:], 60_000)
	binary.BigEndian.PutUint32(small[29:], crc32.ChecksumIEEE(small[12:29]))
	_, _, err := photosOf(t, packed(t, [2]string{"甲.png", string(small)})).Read("甲")
	if !fault.Is(err, fault.BadFile) || !strings.Contains(err.Error(), "60000×60000") {
		t.Errorf("%v", err)
	}
}

func TestZipsThatAreNoPhotosAreRefusedWithASentence(t *testing.T) {
	t.Parallel()
	good := picture(t, 295, 413)
	entries := func(n int, name, content string) (list [][2]string) {
		for i := range n {
			list = append(list, [2]string{fmt.Sprint(name, i, ".jpg"), content})
		}
		return list
	}
	lying := packed(t, [2]string{"甲.jpg", strings.Repeat("0", 5<<20)})
	at := bytes.LastIndex(lying, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint32(lying[at+24:], 1000) // the directory declares less than is there
	for name, c := range map[string]struct {
		file []byte
		code fault.Code
		says string
	}{
		"empty":         {nil, fault.BadFile, "不是 zip"},
		"a rar":         {[]byte("Rar!\x1a\x07\x00 and more"), fault.BadFile, "不是 zip"},
		"no photo":      {packed(t, [2]string{".DS_Store", "x"}), fault.BadFile, "没有照片"},
		"too many":      {packed(t, entries(21, "p", good)...), fault.TooLarge, "超过 20 个"},
		"far too many":  {packed(t, entries(9000, "p", "")...), fault.TooLarge, "超过 20 个"},
		"a bomb":        {packed(t, entries(15, "p", strings.Repeat("0", 190<<10))...), fault.TooLarge, "超过 2 MiB"},
		"one that lies": {lying, fault.BadFile, "无法读取"},
	} {
		photos, err := workbook.OpenPhotos(bytes.NewReader(c.file), int64(len(c.file)), photoLimits)
		if err == nil {
			_, _, err = photos.Read("甲")
		}
		var said *fault.Error
		if !errors.As(err, &said) || said.Code != c.code || !strings.Contains(said.Text.ZH, c.says) {
			t.Errorf("%s: %v; want %s, %s", name, err, c.code, c.says)
		}
	}
}

func FuzzPhotos(f *testing.F) {
	f.Add(packed(f, [2]string{"照片/甲.jpg", picture(f, 295, 413)}, [2]string{"甲.png", "x"}))
	f.Fuzz(func(t *testing.T, file []byte) {
		photos, err := workbook.OpenPhotos(bytes.NewReader(file), int64(len(file)), photoLimits)
		var said *fault.Error
		if err != nil && !errors.As(err, &said) {
			t.Fatalf("an error without a sentence: %v", err)
		}
		if err == nil {
			for key, problem := range problemsOf(t, photos) {
				if (problem.ZH == "") != (problem.EN == "") || key == "" {
					t.Errorf("%q: %+v", key, problem)
				}
			}
		}
	})
}

// Stored files are read in blocks over a network: whoever jumps to and fro in them fetches each block again and again.
func TestPhotosAreExaminedInTheOrderInWhichTheyLie(t *testing.T) {
	t.Parallel()
	var entries [][2]string
	for i := range 20 {
		entries = append(entries, [2]string{fmt.Sprintf("%c-%d.jpg", 'a'+(i*7)%20, i), picture(t, 295, 413)})
	}
	file := packed(t, entries...)
	source := &jumps{ReaderAt: bytes.NewReader(file)}
	photos, err := workbook.OpenPhotos(source, int64(len(file)), photoLimits)
	if err != nil {
		t.Fatal(err)
	}
	source.back, source.last = 0, 0
	if found := problemsOf(t, photos); len(found) != 20 {
		t.Errorf("%d photos were examined", len(found))
	}
	if source.back > 0 {
		t.Errorf("the reader went back %d times", source.back)
	}
}

// jumps counts how often somebody reads before the place that was read last.
type jumps struct {
	io.ReaderAt
	last int64
	back int
}

func (j *jumps) ReadAt(p []byte, off int64) (int, error) {
	if off < j.last {
		j.back++
	}
	j.last = off
	return j.ReaderAt.ReadAt(p, off)
}

func TestAStoreThatDoesNotAnswerIsNoFaultOfThePhotos(t *testing.T) {
	t.Parallel()
	var entries [][2]string
	for i := range 20 {
		entries = append(entries, [2]string{fmt.Sprintf("%d.jpg", i), picture(t, 295, 413)})
	}
	file := packed(t, entries...)
	source := &failing{ReaderAt: bytes.NewReader(file)}
	photos, err := workbook.OpenPhotos(source, int64(len(file)), photoLimits)
	if err != nil {
		t.Fatal(err)
	}
	source.down = true
	if found, err := photos.Problems(); !fault.Is(err, fault.Unavailable) {
		t.Errorf("%v, %v", found, err)
	}
	if _, err := workbook.OpenPhotos(source, int64(len(file)), photoLimits); !fault.Is(err, fault.Unavailable) {
		t.Errorf("opening: %v", err)
	}
	if _, err := workbook.Open(source, int64(len(file)), workbook.LimitsFor(10)); !fault.Is(err, fault.Unavailable) {
		t.Errorf("opening as a workbook: %v", err)
	}
}

// failing is a store that goes down.
type failing struct {
	io.ReaderAt
	down bool
}

func (f *failing) ReadAt(p []byte, off int64) (int, error) {
	if f.down {
		return 0, fault.New(fault.Unavailable, "文件存储暂时无法访问", "The store does not answer")
	}
	return f.ReaderAt.ReadAt(p, off)
}
