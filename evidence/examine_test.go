package evidence_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"jiangxin/domain/fault"
	"jiangxin/evidence"
)

var everything = []evidence.Type{evidence.PDF, evidence.DOCX, evidence.XLSX, evidence.JPEG, evidence.PNG, evidence.ZIP}

func strict() evidence.Limits {
	l := evidence.DefaultLimits()
	l.Pixels, l.Pages, l.Entries, l.Uncompressed = 1_000_000, 20, 50, 4<<20
	l.ArchiveEntries, l.ArchiveBytes = 60, 5<<20
	return l
}

func examine(t testing.TB, name string, body []byte) (evidence.Facts, error) {
	t.Helper()
	check := evidence.NewInspector(strict(), nil)
	return check.Examine(t.Context(), bytes.NewReader(body), evidence.Want{Name: name, Size: int64(len(body)), Limit: 8 << 20, Accept: everything})
}

// refused fails unless err is a fault of the code and reason with both sentences.
func refused(t testing.TB, err error, code fault.Code, reason string) {
	t.Helper()
	var f *fault.Error
	if !errors.As(err, &f) || f.Code != code || f.Detail["reason"] != reason {
		t.Errorf("want %s (%s), got %v", code, reason, err)
		return
	}
	if f.Text.ZH == "" || f.Text.EN == "" {
		t.Errorf("no sentence: %+v", f)
	}
}

func TestGoodFilesPassWithTheirFacts(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		body  []byte
		kind  evidence.Type
		pages int
	}{
		{"附件1 申请表.PDF", samplePDF(3), evidence.PDF, 3},
		{"工作方案.docx", sampleDOCX(t), evidence.DOCX, 0},
		{"人员名单.xlsx", sampleXLSX(t), evidence.XLSX, 0},
		{"现场.jpg", sampleJPEG(t, 400, 300), evidence.JPEG, 0},
		{"现场.jpeg", sampleJPEG(t, 4, 3), evidence.JPEG, 0},
		{"印章.png", samplePNG(t, 40, 30), evidence.PNG, 0},
		{"照片.zip", zipped(t, entry{"照片/张三.jpg", string(sampleJPEG(t, 30, 40))}, entry{"李四.png", "x"}), evidence.ZIP, 0},
	} {
		got, err := examine(t, c.name, c.body)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		sum := sha256.Sum256(c.body)
		if got.Type != c.kind || got.Pages != c.pages || got.Size != int64(len(c.body)) || got.SHA256 != hex.EncodeToString(sum[:]) || got.Scanned {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
}

func TestBadFilesAreRefusedEachForItsReason(t *testing.T) {
	t.Parallel()
	exe := append([]byte("MZ\x90\x00\x03\x00\x00\x00"), make([]byte, 500)...)
	pdf, docx, photo := samplePDF(2), sampleDOCX(t), sampleJPEG(t, 400, 300)
	broken := bytes.Clone(docx)
	broken[bytes.Index(broken, []byte("word/document.xml"))+40] ^= 0xff
	photos := zipped(t, entry{"张三.jpg", string(photo)})
	damagedZip := bytes.Clone(photos)
	damagedZip[len(photos)/2] ^= 0xff
	locked := bytes.Clone(photos)
	locked[bytes.Index(locked, []byte("PK\x01\x02"))+8] |= 1
	for _, c := range []struct {
		name   string
		body   []byte
		code   fault.Code
		reason string
	}{
		{"空.pdf", nil, fault.BadFile, evidence.ReasonEmpty},
		{"大.pdf", make([]byte, 8<<20+1), fault.TooLarge, evidence.ReasonTooLarge},
		{"程序.exe", exe, fault.UnsupportedType, evidence.ReasonType},
		{"没有扩展名", pdf, fault.UnsupportedType, evidence.ReasonType},
		{"程序.pdf", exe, fault.BadFile, evidence.ReasonMislabel},
		{"网页.pdf", []byte("<html><body>附件</body></html>"), fault.BadFile, evidence.ReasonMislabel},
		{"照片.pdf", photo, fault.BadFile, evidence.ReasonMislabel},
		{"图.png", photo, fault.BadFile, evidence.ReasonMislabel},
		{"密码.pdf", encryptedPDF(t, "user"), fault.BadFile, evidence.ReasonEncrypted},
		{"权限.pdf", encryptedPDF(t, ""), fault.BadFile, evidence.ReasonEncrypted},
		{"截断.pdf", pdf[:len(pdf)-100], fault.BadFile, evidence.ReasonTruncated},
		{"无页.pdf", samplePDF(0), fault.BadFile, evidence.ReasonPages},
		{"多页.pdf", samplePDF(21), fault.BadFile, evidence.ReasonPages},
		{"网页.docx", []byte("<html><body>附件2</body></html>"), fault.BadFile, evidence.ReasonMislabel},
		{"表.docx", sampleXLSX(t), fault.BadFile, evidence.ReasonMislabel},
		{"压缩包.docx", zipped(t, entry{"a.txt", "x"}), fault.BadFile, evidence.ReasonMislabel},
		{"旧版或密码.docx", append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 2048)...), fault.BadFile, evidence.ReasonEncrypted},
		{"截断.docx", docx[:len(docx)-30], fault.BadFile, evidence.ReasonTruncated},
		{"损坏.docx", broken, fault.BadFile, evidence.ReasonTruncated},
		{"宏.docx", sampleDOCX(t, entry{"word/vbaProject.bin", "x"}), fault.BadFile, evidence.ReasonMacros},
		{"炸弹.docx", sampleDOCX(t, entry{"word/big.xml", strings.Repeat("0", 5<<20)}), fault.BadFile, evidence.ReasonUnreadable},
		{"碎片.docx", sampleDOCX(t, make([]entry, 51)...), fault.BadFile, evidence.ReasonUnreadable},
		{"巨图.png", samplePNG(t, 2000, 501), fault.BadFile, evidence.ReasonDimensions},
		{"空包.zip", zipped(t), fault.BadFile, evidence.ReasonEmpty},
		{"照片.zip", photo, fault.BadFile, evidence.ReasonMislabel},
		{"密码.zip", locked, fault.BadFile, evidence.ReasonEncrypted},
		{"截断.zip", photos[:len(photos)-30], fault.BadFile, evidence.ReasonTruncated},
		{"损坏.zip", damagedZip, fault.BadFile, evidence.ReasonTruncated},
		{"炸弹.zip", zipped(t, entry{"a.jpg", strings.Repeat("0", 3<<20)}, entry{"b.jpg", strings.Repeat("0", 3<<20)}), fault.BadFile, evidence.ReasonUnreadable},
		{"碎片.zip", zipped(t, make([]entry, 61)...), fault.BadFile, evidence.ReasonUnreadable},
		{"截断.jpg", photo[:len(photo)/2], fault.BadFile, evidence.ReasonTruncated},
	} {
		_, err := examine(t, c.name, c.body)
		if err == nil {
			t.Errorf("%s passed", c.name)
			continue
		}
		t.Run(c.name, func(t *testing.T) { refused(t, err, c.code, c.reason) })
	}
}

func TestAFileThatIsNotTheOneAnnouncedIsRefused(t *testing.T) {
	t.Parallel()
	check, body := evidence.NewInspector(strict(), nil), samplePDF(1)
	want := evidence.Want{Name: "a.pdf", Limit: 1 << 20, Accept: everything, Size: int64(len(body)) + 1}
	_, err := check.Examine(t.Context(), bytes.NewReader(body), want)
	refused(t, err, fault.BadFile, evidence.ReasonSize)
	want.Size, want.SHA256 = 0, strings.Repeat("0", 64)
	_, err = check.Examine(t.Context(), bytes.NewReader(body), want)
	refused(t, err, fault.BadFile, evidence.ReasonDigest)
	sum := sha256.Sum256(body)
	want.SHA256 = strings.ToUpper(hex.EncodeToString(sum[:]))
	if _, err = check.Examine(t.Context(), bytes.NewReader(body), want); err != nil {
		t.Error(err)
	}
	want.Accept = []evidence.Type{evidence.JPEG}
	_, err = check.Examine(t.Context(), bytes.NewReader(body), want)
	refused(t, err, fault.UnsupportedType, evidence.ReasonType)
}

func TestALostConnectionIsUnavailableAndNotABadFile(t *testing.T) {
	t.Parallel()
	check := evidence.NewInspector(strict(), nil)
	cut := io.MultiReader(bytes.NewReader(samplePDF(1)[:100]), iotest.ErrReader(errors.New("connection reset")))
	_, err := check.Examine(t.Context(), cut, evidence.Want{Name: "a.pdf", Limit: 1 << 20, Accept: everything})
	if !fault.Is(err, fault.Unavailable) {
		t.Errorf("got %v", err)
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := check.Examine(ended, bytes.NewReader(samplePDF(1)), evidence.Want{Name: "a.pdf", Limit: 1 << 20, Accept: everything}); err != nil && !fault.Is(err, fault.Unavailable) {
		t.Errorf("got %v", err)
	}
}

func TestAFileThatTakesTooLongIsRefusedAndFreesItsSlot(t *testing.T) {
	t.Parallel()
	limits := strict()
	limits.Parallel, limits.Time, limits.Pixels = 1, time.Nanosecond, 100_000_000
	check := evidence.NewInspector(limits, nil)
	body := samplePNG(t, 1500, 1500)
	for range 3 {
		_, err := check.Examine(t.Context(), bytes.NewReader(body), evidence.Want{Name: "a.png", Limit: 64 << 20, Accept: everything})
		if code := fault.CodeOf(err); code != fault.BadFile && code != fault.Unavailable {
			t.Fatalf("got %v", err)
		}
	}
}

func FuzzNoFileMakesTheInspectorPanicOrFailOfItself(f *testing.F) {
	for _, name := range []string{"a.pdf", "a.docx", "a.png", "a.jpg"} {
		f.Add(name, samplePDF(1))
		f.Add(name, sampleDOCX(f))
		f.Add(name, samplePNG(f, 3, 3))
		f.Add(name, sampleJPEG(f, 3, 3))
	}
	check := evidence.NewInspector(strict(), nil)
	f.Fuzz(func(t *testing.T, name string, body []byte) {
		_, err := check.Examine(t.Context(), bytes.NewReader(body), evidence.Want{Name: name, Limit: 1 << 20, Accept: everything})
		switch code := fault.CodeOf(err); {
		case err == nil, code == fault.BadFile, code == fault.UnsupportedType, code == fault.TooLarge:
			if err != nil && strings.Contains(err.Error(), "panicked") {
				t.Logf("a parser's panic was contained: %v", err)
			}
		default:
			t.Fatalf("got %v", err)
		}
	})
}
