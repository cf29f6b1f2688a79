package evidence_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
)

// samplePDF is a valid PDF of so many empty pages.
func samplePDF(pages int) []byte {
	var b bytes.Buffer
	var offsets []int
	object := func(format string, args ...any) {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n"+format+"\nendobj\n", append([]any{len(offsets)}, args...)...)
	}
	b.WriteString("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
	object("<< /Type /Catalog /Pages 2 0 R >>")
	var kids bytes.Buffer
	for i := range pages {
		fmt.Fprintf(&kids, "%d 0 R ", i+3)
	}
	object("<< /Type /Pages /Kids [ %s] /Count %d >>", kids.String(), pages)
	for range pages {
		object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>")
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, at := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, start)
	return b.Bytes()
}

func encryptedPDF(t testing.TB, userPassword string) []byte {
	t.Helper()
	api.DisableConfigDir()
	var out bytes.Buffer
	conf := model.NewAESConfiguration(userPassword, "owner", 256)
	if err := api.Encrypt(bytes.NewReader(samplePDF(1)), &out, conf); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

type entry struct{ name, body string }

func zipped(t testing.TB, entries ...entry) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, e := range entries {
		f, err := w.Create(e.name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(e.body)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func declares(part string) entry {
	return entry{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Override PartName="/main.xml" ContentType="application/vnd.openxmlformats-officedocument.` + part + `.main+xml"/></Types>`}
}

func sampleDOCX(t testing.TB, more ...entry) []byte {
	t.Helper()
	body := entry{"word/document.xml", `<w:document><w:body><w:p>工作方案</w:p></w:body></w:document>`}
	return zipped(t, append([]entry{declares("wordprocessingml.document"), body}, more...)...)
}

func sampleXLSX(t testing.TB) []byte {
	t.Helper()
	return zipped(t, declares("spreadsheetml.sheet"), entry{"xl/workbook.xml", "<workbook/>"})
}

func samplePicture(width, height int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for i := range img.Pix {
		img.Pix[i] = byte(i * i >> 3)
	}
	img.Set(0, 0, color.White)
	return img
}

func samplePNG(t testing.TB, width, height int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, samplePicture(width, height)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func sampleJPEG(t testing.TB, width, height int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, samplePicture(width, height), nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// eicar is the industry's test virus, in two halves so that this file is none.
const eicar = `X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-` + `STANDARD-ANTIVIRUS-TEST-FILE!$H+H*`
