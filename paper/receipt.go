package paper

import (
	"strings"

	"jiangxin/paper/typeset"
)

// Receipt is the 备案回执 of the provincial department (省厅), which gives the filing number
// (机构备案号) and three years of validity: 辽人社〔2020〕22号 四(二).
type Receipt struct {
	Head
	Enterprise   Enterprise `json:"enterprise"`
	FilingNumber string     `json:"filingNumber"` // 机构备案号, 13 characters
	// ValidFrom and ValidThrough are the first and the last day of validity, as 2026-11-22.
	ValidFrom    string       `json:"validFrom"`
	ValidThrough string       `json:"validThrough"`
	Occupations  []Occupation `json:"occupations"`
	// CopyTo are the bodies that get a copy (抄送): the exam centre and the city bureaus.
	CopyTo []string `json:"copyTo"`
	// QueryURL is what the QR code holds: the public page of this filing; no personal data.
	QueryURL string `json:"queryUrl"`
}

// Kind implements Document.
func (d *Receipt) Kind() Kind    { return KindReceipt }
func (d *Receipt) title() string { return "企业职业技能等级认定备案回执" }

func (d *Receipt) check(c *checker) {
	d.Enterprise.check(c)
	c.need("/filingNumber", d.FilingNumber, "机构备案号", "filing number")
	c.date("/validFrom", d.ValidFrom, "有效期起始日", "first day of validity")
	c.date("/validThrough", d.ValidThrough, "有效期截止日", "last day of validity")
	c.some("/occupations", len(d.Occupations), "职业（工种）", "occupation")
	c.some("/copyTo", len(d.CopyTo), "抄送单位", "body that gets a copy")
	c.need("/queryUrl", d.QueryURL, "查询地址", "query address")
}

func (d *Receipt) draw(s *typeset.Sheet) {
	d.heading(s, d.title(), true)
	address(s, d.Enterprise)
	s.Paragraph("依据"+notice+"第四部分第（二）项，经复核，你单位开展企业职业技能等级认定工作予以备案。具体如下：", typeset.Body)
	s.Skip(8)
	s.Row(strong("机构备案号", groupFiling(d.FilingNumber)), numberStyle, 32)
	s.Row(wide("资质有效期", chineseDate(d.ValidFrom)+"至"+chineseDate(d.ValidThrough)), typeset.Roomy, 26)
	s.Skip(10)
	matrix(s, d.Occupations)
	s.Skip(8)
	const side = 84 // of the QR code
	duty := "请在备案的职业（工种）及等级范围内，按照《通知》要求对本单位职工（含劳务派遣人员）组织实施评价，并接受监督。"
	copies := "抄送：" + strings.Join(d.CopyTo, "，") + "。"
	s.Need(s.Height(duty, typeset.Body) + 160 + s.Height(copies, typeset.Small))
	s.Paragraph(duty, typeset.Body)
	top := s.Y() + 20
	s.QR(d.QueryURL, s.Left()-8, top, side)
	s.Place("扫码查询备案信息", typeset.Note, s.Left()-2, top+side, 120)
	d.close(s)
	s.Skip(4)
	s.Rule()
	s.Paragraph(copies, typeset.Small)
	s.Rule()
}

// numberStyle is larger than the other rows: the filing number is what people look for.
var numberStyle = typeset.TableStyle{Size: 12, Leading: 18}

// groupFiling prints a filing number in its parts, such as Y 0000 21 000123.
func groupFiling(number string) string {
	if len(number) != 13 {
		return number
	}
	return strings.Join([]string{number[:1], number[1:5], number[5:7], number[7:]}, " ")
}
