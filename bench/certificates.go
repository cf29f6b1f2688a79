package main

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"github.com/boombuler/barcode"
	"github.com/boombuler/barcode/qr"

	"jiangxin/config"
	"jiangxin/domain/civil"
	"jiangxin/domain/policy"
	"jiangxin/evidence"
	"jiangxin/paper"
	"jiangxin/vault"
)

// How certificates are measured.
const (
	certificatesMade  = 400 // in one round
	certificatePrints = 30  // by Chromium in one round
)

// certificates compares making certificates with Chromium's printing of the same page, in turns: rendered by one
// maker; rendered, sealed, stored and locked by several makers. Chromium prints one page at a time: side by side its
// printing fails.
func certificates(ctx context.Context, h *house) ([]figure, error) {
	makers, err := makersSet()
	if err != nil {
		return nil, err
	}
	keep, err := openShelf(ctx, h.cfg)
	if err != nil {
		return nil, err
	}
	browser, err := startPrinter(ctx)
	if err != nil {
		return nil, err
	}
	defer browser.stop()
	var made, kept, printed, renderRatio, keepRatio []float64
	var number atomic.Int64
	render := func(ctx context.Context) error {
		_, _, err := paper.Render(sampleCertificate(number.Add(1)))
		return err
	}
	store := func(ctx context.Context) error {
		d := sampleCertificate(number.Add(1))
		file, _, err := paper.Render(d)
		if err != nil {
			return err
		}
		return keep(ctx, d.Number, file)
	}
	for range rounds {
		alone, err := browser.perSecond(1)
		if err != nil {
			return nil, err
		}
		one, err := makePerSecond(ctx, 1, render)
		if err != nil {
			return nil, err
		}
		all, err := makePerSecond(ctx, makers, store)
		if err != nil {
			return nil, err
		}
		made, kept, printed = append(made, one), append(kept, all), append(printed, alone)
		renderRatio, keepRatio = append(renderRatio, one/alone), append(keepRatio, all/alone)
	}
	return []figure{
		{name: "certificates rendered per second by one maker", value: median(made)},
		{name: fmt.Sprintf("certificates rendered and stored per second by %d makers", makers), value: median(kept)},
		{name: "certificates printed per second by Chromium", value: median(printed)},
		{name: "certificates rendered per second, product / Chromium, one at a time", value: median(renderRatio), op: ">=", goal: 20},
		{name: "certificates rendered and stored per second, product / Chromium's printing", value: median(keepRatio), op: ">=", goal: 20},
	}, nil
}

// makersSet is how many makers the setting gives a batch.
func makersSet() (int, error) {
	book, err := policy.DefaultBook()
	if err != nil {
		return 0, err
	}
	return book.At(civil.Of(time.Now())).Int(policy.CertificateMakers)
}

// makePerSecond makes certificates side by side.
func makePerSecond(ctx context.Context, makers int, one func(context.Context) error) (float64, error) {
	if err := one(ctx); err != nil { // warm
		return 0, err
	}
	var next atomic.Int64
	var failed atomic.Pointer[error]
	var wg sync.WaitGroup
	began := time.Now()
	for range makers {
		wg.Go(func() {
			for next.Add(1) <= certificatesMade && failed.Load() == nil {
				if err := one(ctx); err != nil {
					failed.Store(&err)
				}
			}
		})
	}
	wg.Wait()
	if err := failed.Load(); err != nil {
		return 0, *err
	}
	return certificatesMade / time.Since(began).Seconds(), nil
}

// openShelf gives what seals, stores and locks a certificate, in a bucket of its own.
func openShelf(ctx context.Context, cfg config.Config) (func(ctx context.Context, number string, file []byte) error, error) {
	files, err := evidence.NewStore(evidence.Config{
		Endpoint: cfg.S3Endpoint, Secure: cfg.S3Secure, AccessKey: cfg.S3AccessKey, SecretKey: cfg.S3SecretKey,
		Bucket: fmt.Sprintf("bench-%d", time.Now().UnixNano()),
	}, evidence.NewInspector(evidence.DefaultLimits(), nil))
	if err != nil {
		return nil, err
	}
	if err := files.EnsureBucket(ctx); err != nil {
		return nil, err
	}
	secret := sha256.Sum256([]byte(verifyAddress))
	keys, err := vault.ParseKeyring("bench:" + base64.StdEncoding.EncodeToString(secret[:]))
	if err != nil {
		return nil, err
	}
	const batch = "Y000021000123202611001"
	key, _ := keys.NewCaseKey(batch)
	until := time.Now().Add(time.Hour)
	return func(ctx context.Context, number string, file []byte) error {
		_, err := files.PutSealedOnce(ctx, evidence.CertificateKey(batch, number), key, file, evidence.PDF, until)
		return err
	}, nil
}

func sampleCertificate(n int64) *paper.Certificate {
	return &paper.Certificate{
		Head: paper.Head{
			Number: fmt.Sprintf("Y000021000123263%06d", n), Issuer: "辽宁匠信重型机械制造有限公司", IssuedOn: "2026-11-22",
			PrintedAt: time.Date(2026, 11, 22, 6, 30, 0, 0, time.UTC),
		},
		Name: fmt.Sprintf("欧阳%c%c", '一'+rune(n%5000), '乙'+rune(n%3001)), IDKind: "居民身份证", IDNumber: fmt.Sprintf("21010219900307%04d", n%10000),
		Occupation: "焊工", WorkType: "电焊工", Level: "三级/高级工",
		Text:      "本证书由{机构}颁发，表明持证人通过本机构组织的职业技能等级认定，具备该职业（工种）相应技能等级水平。",
		VerifyURL: verifyAddress, QueryURL: "http://jndj.osta.org.cn", InstitutionURL: "http://pjjg.osta.org.cn", Photo: samplePhoto(),
	}
}

const verifyAddress = "https://jiangxin.example/verify/5p2nTq0V8wXyB3kLr7dZcA"

// samplePhoto is a made-up picture of one inch at 300 dpi.
var samplePhoto = sync.OnceValue(func() []byte {
	img := image.NewRGBA(image.Rect(0, 0, 295, 413))
	for y := range 413 {
		for x := range 295 {
			shade := uint8((x*x + y*y) >> 9)
			img.Set(x, y, color.RGBA{255 - shade/3, 240 - shade/2, 225 - shade/2, 255})
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 90}); err != nil {
		panic(err)
	}
	return b.Bytes()
})

// printer is Chromium with the same certificate as a page.
type printer struct {
	command *exec.Cmd
	in      io.WriteCloser
	out     *bufio.Scanner
	folder  string
}

func startPrinter(ctx context.Context) (*printer, error) {
	folder, err := os.MkdirTemp("", "jiangxin-bench-")
	if err != nil {
		return nil, err
	}
	p := &printer{folder: folder}
	page, err := certificatePage()
	if err != nil {
		return nil, err
	}
	file := filepath.Join(folder, "certificate.html")
	if err := os.WriteFile(file, page, 0o600); err != nil {
		return nil, err
	}
	p.command = exec.CommandContext(ctx, "node", "print.mjs")
	p.command.Dir = "ui/e2e"
	p.command.Env = append(os.Environ(), "PAGE="+file)
	p.command.Stderr = os.Stderr
	p.command.WaitDelay = 10 * time.Second
	if p.in, err = p.command.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := p.command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	p.out = bufio.NewScanner(out)
	return p, p.command.Start()
}

// perSecond prints on so many pages side by side.
func (p *printer) perSecond(pages int) (float64, error) {
	if _, err := fmt.Fprintln(p.in, pages, certificatePrints); err != nil {
		return 0, err
	}
	var seconds float64
	if !p.out.Scan() {
		return 0, fmt.Errorf("print with Chromium: it ended: %w", io.ErrUnexpectedEOF)
	}
	if _, err := fmt.Sscan(p.out.Text(), &seconds); err != nil {
		return 0, fmt.Errorf("read what Chromium took: %w", err)
	}
	return certificatePrints / seconds, nil
}

func (p *printer) stop() {
	_ = p.in.Close()
	_ = p.command.Wait()
	_ = os.RemoveAll(p.folder)
}

// certificatePage is the certificate as a page, with the same fonts, photo and QR code.
func certificatePage() ([]byte, error) {
	code, err := qr.Encode(verifyAddress, qr.M, qr.Auto)
	if err != nil {
		return nil, err
	}
	if code, err = barcode.Scale(code, 400, 400); err != nil {
		return nil, err
	}
	var square bytes.Buffer
	if err := png.Encode(&square, code); err != nil {
		return nil, err
	}
	fonts, err := filepath.Abs("paper/fonts")
	if err != nil {
		return nil, err
	}
	d := sampleCertificate(1)
	fields := ""
	for _, f := range [][2]string{
		{"证件类型", d.IDKind}, {"证件号码", d.IDNumber}, {"职业名称", d.Occupation}, {"工种/职业方向", d.WorkType}, {"职业技能等级", d.Level}, {"证书编号", d.Number},
	} {
		fields += "<tr><th>" + f[0] + "<td>" + f[1]
	}
	return fmt.Appendf(nil, `<!doctype html><meta charset="utf-8"><style>
@font-face { font-family: song; src: url(file://%[1]s/song-regular.ttf) }
@font-face { font-family: song; font-weight: bold; src: url(file://%[1]s/song-bold.ttf) }
@page { margin: 0 } body { font: 13pt song; margin: 12mm; padding: 10mm 25mm; border: 2pt double #b4965a; height: 160mm }
h1 { color: #a6261d; text-align: center; font-size: 34pt; letter-spacing: 7pt } table { float: right; width: 108mm } td { text-align: center; border-bottom: .6pt solid #b4965a; height: 10mm }
th { text-align: left } p { width: 90mm; line-height: 22pt; text-indent: 2em } footer { text-align: center; margin-left: 120mm; clear: both }
</style><h1>职业技能等级证书</h1><table><tr><th>姓名<td id="name">%[2]s%[3]s</table>
<img style="width:25mm" src="data:image/jpeg;base64,%[4]s"><p>本证书由%[5]s颁发，表明持证人通过本机构组织的职业技能等级认定，具备该职业（工种）相应技能等级水平。</p>
<img style="width:34mm" src="data:image/png;base64,%[6]s"><div>证书信息查询网址：%[7]s<br>机构信息查询网址：%[8]s</div><footer><b>%[5]s</b><br>2026年11月22日</footer>`,
		fonts, d.Name, fields, base64.StdEncoding.EncodeToString(d.Photo), d.Issuer, base64.StdEncoding.EncodeToString(square.Bytes()), d.QueryURL, d.InstitutionURL), nil
}
