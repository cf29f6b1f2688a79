package paper

import (
	"regexp"
	"strings"

	"jiangxin/domain/policy"
	"jiangxin/paper/pdf"
	"jiangxin/paper/typeset"
)

// Certificate is the 职业技能等级证书 (附件6; 人社鉴发〔2021〕1号), which an enterprise issues in its own name. Number is
// the 证书编号, Issuer the body's filed name (评价机构名称), CaseNumber the batch's; PrintedAt must be given and stay the
// same for one certificate, such as the instant of issue. It names no government body.
type Certificate struct {
	Head
	Name     string `json:"name"`
	IDKind   string `json:"idKind"` // 证件类型 in words, such as 居民身份证
	IDNumber string `json:"idNumber"`
	// Occupation is the 职业名称; WorkType the 工种/职业方向, empty where there is none: then "--" is printed.
	Occupation string `json:"occupation"`
	WorkType   string `json:"workType,omitempty"`
	Level      string `json:"level"` // as 三级/高级工
	// Text is the 证书正文 from the setting (policy.CertificateText); policy.InstitutionMark stands for the body's name.
	Text string `json:"text"`
	// VerifyURL is all that the QR code holds: the public page with an unguessable token, no personal data.
	VerifyURL string `json:"verifyUrl"`
	// QueryURL and InstitutionURL are the printed 证书信息查询网址 and 机构信息查询网址 (settings).
	QueryURL       string `json:"queryUrl"`
	InstitutionURL string `json:"institutionUrl"`
	// Photo is the holder's photo, JPEG or PNG. It is kept apart from the stored input.
	Photo []byte `json:"-"`
}

// The largest photo that a certificate takes; the settings for uploads are stricter.
const (
	PhotoBytes  = 4 << 20
	PhotoPixels = 24_000_000
)

// governmental are words by which a certificate would speak for the government, which has no part in it
// (政府不监制; 人社部函〔2022〕25号).
var governmental = []string{"人民政府", "人力资源和社会保障", "人社部", "人社厅", "人社局", "监制"}

var certificateNumber = regexp.MustCompile(`^[YS]\d{14}[1-5TS]\d{6}$`)

// Kind implements Document.
func (d *Certificate) Kind() Kind         { return KindCertificate }
func (d *Certificate) title() string      { return "职业技能等级证书" }
func (d *Certificate) page() typeset.Page { return certificatePage }

var certificatePage = func() typeset.Page { p := typeset.Landscape; p.Bare = true; return p }()

func (d *Certificate) check(c *checker) {
	c.need("/name", d.Name, "姓名", "name")
	c.need("/idKind", d.IDKind, "证件类型", "kind of identity document")
	c.need("/idNumber", d.IDNumber, "证件号码", "number of the identity document")
	c.need("/occupation", d.Occupation, "职业名称", "occupation")
	c.need("/level", d.Level, "职业技能等级", "level")
	c.need("/queryUrl", d.QueryURL, "证书信息查询网址", "address for queries of certificates")
	c.need("/institutionUrl", d.InstitutionURL, "机构信息查询网址", "address for queries of bodies")
	if d.Number != "" && !certificateNumber.MatchString(d.Number) {
		c.wrong("/number", "form", "证书编号应为22位编码，请核对。", "A certificate number has 22 characters: check it.")
	}
	if d.PrintedAt.IsZero() {
		c.wrong("/printedAt", "required", "请给出制证时间。", "Give the instant at which it is made.")
	}
	d.checkText(c)
	d.checkVerifyURL(c)
	if len(d.Photo) == 0 {
		c.wrong("/photo", "required", "缺少持证人照片，请补充后再制证。", "The holder's photo is missing: add it.")
	} else if _, err := d.photo(); err != nil {
		c.wrong("/photo", "photo", "持证人照片无法印制（须为 JPG 或 PNG，不超过 4 MiB），请更换。", "The holder's photo cannot be printed (JPEG or PNG of at most 4 MiB): replace it.")
	}
}

func (d *Certificate) checkText(c *checker) {
	word := policy.ForbiddenWord(d.Text)
	for _, w := range governmental {
		if word == "" && strings.Contains(strings.Join(strings.Fields(d.Text), ""), w) {
			word = w
		}
	}
	switch {
	case strings.TrimSpace(d.Text) == "":
		c.wrong("/text", "required", "请设置证书正文。", "Set the text of certificates.")
	case word != "":
		c.wrong("/text", "forbidden", "证书正文不得含有“"+word+"”，请修改证书正文设置。", "The text of certificates must not say “"+word+"”: change the setting.")
	case !strings.Contains(d.Text, policy.InstitutionMark):
		c.wrong("/text", "institution", "证书正文须以"+policy.InstitutionMark+"代表评价机构名称。", "The text must name the body by "+policy.InstitutionMark+".")
	}
}

// checkVerifyURL keeps facts of the holder out of the QR code.
func (d *Certificate) checkVerifyURL(c *checker) {
	c.need("/verifyUrl", d.VerifyURL, "查验地址", "address for the check")
	for _, fact := range []string{d.IDNumber, d.Name, d.Number} {
		if fact != "" && strings.Contains(d.VerifyURL, fact) {
			c.wrong("/verifyUrl", "personal", "二维码只能包含查验地址，不得包含姓名、证件号码或证书编号。", "The QR code holds the address only, not the name, the ID or the certificate's number.")
			return
		}
	}
}

func (d *Certificate) photo() (*pdf.Picture, error) {
	if len(d.Photo) > PhotoBytes {
		return nil, pdf.ErrPixels
	}
	return pdf.ReadPicture(d.Photo, PhotoPixels)
}
