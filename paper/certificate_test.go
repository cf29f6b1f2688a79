package paper_test

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"jiangxin/domain/fault"
	"jiangxin/paper"
)

// portrait is a made-up picture of one inch at 300 dpi: a head and shoulders on white.
var portrait = sync.OnceValue(func() *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, 295, 413))
	for y := range 413 {
		for x := range 295 {
			c := color.RGBA{255, 255, 255, 255}
			dx, dy := float64(x-147), float64(y-160)
			switch {
			case dx*dx/70/70+dy*dy/90/90 < 1:
				c = color.RGBA{226, 188, 160, 255}
			case dx*dx/120/120+float64(y-413)*float64(y-413)/140/140 < 1:
				c = color.RGBA{50, 70, 105, 255}
			}
			img.Set(x, y, c)
		}
	}
	return img
})

var photoJPEG = sync.OnceValue(func() []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, portrait(), &jpeg.Options{Quality: 90}); err != nil {
		panic(err)
	}
	return b.Bytes()
})

func certificate() *paper.Certificate {
	return &paper.Certificate{
		Head: headBy("Y000021000123263000017", company), Name: "欧阳䶮𬱖", IDKind: "居民身份证", IDNumber: "21010219900307123X",
		Occupation: "焊工", WorkType: "电焊工", Level: "三级/高级工",
		Text:      "本证书由{机构}颁发，表明持证人通过本机构组织的职业技能等级认定，具备该职业（工种）相应技能等级水平。",
		VerifyURL: "https://jiangxin.example/verify/5p2nTq0V8wXyB3kLr7dZcA", QueryURL: "http://jndj.osta.org.cn", InstitutionURL: "http://pjjg.osta.org.cn",
		Photo: photoJPEG(),
	}
}

// withPhoto gives a stored certificate its photo again, which is kept apart.
func withPhoto(d paper.Document) paper.Document {
	if c, ok := d.(*paper.Certificate); ok {
		c.Photo = photoJPEG()
	}
	return d
}

func TestACertificateSaysAllThatItMust(t *testing.T) {
	t.Parallel()
	d := certificate()
	pages := pagesOf(t, render(t, d))
	if len(pages) != 1 {
		t.Fatalf("%d pages", len(pages))
	}
	for _, want := range []string{
		"职业技能等级证书", "姓名", "欧阳䶮𬱖", "证件类型", "居民身份证", "证件号码", "21010219900307123X", "职业名称", "焊工", "工种/职业方向", "电焊工",
		"职业技能等级", "三级/高级工", "证书编号", "Y000021000123263000017", company, "2026年11月22日", "http://jndj.osta.org.cn", "http://pjjg.osta.org.cn",
		"本证书由" + company + "颁发，表明持证人通过本机构组织的职业技能等级认定，具备该职业（工种）相应技能等级水平。",
	} {
		if !strings.Contains(pages[0], want) {
			t.Errorf("lacks %s in %s", want, pages[0])
		}
	}
	d.WorkType = ""
	if text := textOf(t, render(t, d)); !strings.Contains(text, "--") || strings.Contains(text, "电焊工") {
		t.Error("without a work type -- is printed")
	}
	for _, word := range []string{"人力资源", "政府", "{机构}"} {
		if strings.Contains(pages[0], word) {
			t.Errorf("the certificate says %s", word)
		}
	}
}

func TestACertificateThatMustNotBeIsRefused(t *testing.T) {
	t.Parallel()
	for pointer, spoil := range map[string]func(*paper.Certificate){
		"/text forbidden":     func(d *paper.Certificate) { d.Text = "本证书由{机构}颁发，全 国通用。" },
		"/text forbidden 2":   func(d *paper.Certificate) { d.Text = "{机构}颁发，人力资源和社会保障部监制" },
		"/text institution":   func(d *paper.Certificate) { d.Text = "本证书由本机构颁发。" },
		"/text required":      func(d *paper.Certificate) { d.Text = "" },
		"/number":             func(d *paper.Certificate) { d.Number = "Y00002100012326300001" },
		"/idNumber":           func(d *paper.Certificate) { d.IDNumber = " " },
		"/photo missing":      func(d *paper.Certificate) { d.Photo = nil },
		"/photo not one":      func(d *paper.Certificate) { d.Photo = []byte("<html>") },
		"/photo cut off":      func(d *paper.Certificate) { d.Photo = d.Photo[:300] },
		"/photo huge":         func(d *paper.Certificate) { d.Photo = append(bytes.Clone(d.Photo), make([]byte, paper.PhotoBytes)...) },
		"/verifyUrl personal": func(d *paper.Certificate) { d.VerifyURL += "?id=" + d.IDNumber },
	} {
		d := certificate()
		spoil(d)
		_, _, err := paper.Render(d)
		var f *fault.Error
		want, _, _ := strings.Cut(pointer, " ")
		if !errors.As(err, &f) || f.Code != fault.Invalid || len(f.Fields) != 1 || f.Fields[0].Pointer != want {
			t.Errorf("%s: %v", pointer, err)
		}
	}
	d := certificate()
	d.Issuer, d.Name = "中国某某集团有限公司", "李中华" // names are printed as they are
	render(t, d)
}

func TestAPhotoGoesInAsItIsWithoutWhereItWasTaken(t *testing.T) {
	t.Parallel()
	d := certificate()
	exif := append([]byte("\xFF\xE1\x00\x30Exif\x00\x00MM\x00\x2A\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00"), "GPS-SECRET..."...)
	plain := d.Photo
	d.Photo = append(append(bytes.Clone(plain[:2]), exif[:50]...), plain[2:]...)
	pdf := render(t, d)
	if bytes.Contains(pdf, []byte("GPS-SEC")) || !bytes.Contains(pdf, plain[600:]) {
		t.Error("the photo was not taken over as it is, or with its metadata")
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "c.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("pdfimages", "-list", file).Output(); err != nil || !bytes.Contains(out, []byte("jpeg")) {
		t.Errorf("%s %v", out, err)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, portrait()); err != nil {
		t.Fatal(err)
	}
	d.Photo = b.Bytes()
	render(t, d)
}

func BenchmarkCertificate(b *testing.B) {
	d := certificate()
	render(b, d)
	b.ReportAllocs()
	for b.Loop() {
		render(b, d)
	}
}
