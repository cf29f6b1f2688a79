package paper

import (
	"strings"
	"sync"

	"jiangxin/domain/policy"
	"jiangxin/paper/typeset"
)

// certificateFaces hold what all certificates have in common.
var certificateFaces = sync.OnceValues(func() (*typeset.Typefaces, error) {
	const latin = " !#%&'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~"
	return typeset.Standing(latin+
		"姓名证件类型号码职业称工种方向技能等级书编居民身份一二三四五特首席初中高级技师"+
		"本证书由颁发，表明持证人通过本机构组织的职业技能等级认定，具备该职业（工种）相应技能等级水平。"+
		"辽宁省市有限责任公司集团股份制造查询网址信息扫描维码验发日期年月盖章处持照片",
		latin+"职业技能等级证书姓名件类型号码称工种方向编")
})

// The measures of a certificate, in millimetres from the top left corner.
const (
	leftColumn, leftWidth   = 35.0, 105.0
	rightColumn, rightWidth = 154.0, 108.0
	labelWidth              = 34.0
	fieldsTop, fieldHeight  = 56.0, 12.6
	photoWidth, photoHeight = 25.0, 35.0
)

var (
	certTitle   = typeset.Style{Size: 34, Leading: 44, Bold: true, Color: typeset.SealRed, Align: typeset.Center, Spacing: 7}
	certEnglish = typeset.Style{Size: 12.5, Leading: 18, Color: typeset.Grey, Align: typeset.Center, Spacing: 0.6}
	certLabel   = typeset.Style{Size: 12, Leading: 15, Bold: true, Color: typeset.Ink}
	certSmall   = typeset.Style{Size: 7, Leading: 9, Color: typeset.Grey}
	certValue   = typeset.Style{Size: 13, Leading: 17, Color: typeset.Ink, Align: typeset.Center}
	certText    = typeset.Style{Size: 13, Leading: 22, Color: typeset.Ink, Align: typeset.Justify, Indent: 2}
	certBody    = typeset.Style{Size: 15, Leading: 21, Bold: true, Color: typeset.Ink, Align: typeset.Center}
	certQuery   = typeset.Style{Size: 9, Leading: 14, Color: typeset.Ink}
)

func (d *Certificate) draw(s *typeset.Sheet) {
	mm := typeset.MM
	s.Use(certificateFaces())
	s.Show(certificateFrame())
	s.Place(d.title(), certTitle, 0, mm(22), mm(297))
	s.Place("Certificate of Occupational Skill Level", certEnglish, 0, mm(39), mm(297))
	d.drawFields(s)
	d.drawPhoto(s)
	text := strings.ReplaceAll(d.Text, policy.InstitutionMark, d.Issuer)
	s.Fit(text, certText, mm(leftColumn+photoWidth+9), mm(56), mm(leftWidth-photoWidth-9), mm(62))
	const qr = 34.0
	s.QR(d.VerifyURL, mm(leftColumn-4), mm(146), mm(qr))
	beside := leftColumn - 4 + qr + 2
	s.Fit("扫描二维码查验证书\n证书信息查询网址："+d.QueryURL+"\n机构信息查询网址："+d.InstitutionURL, certQuery, mm(beside), mm(150), mm(leftColumn+leftWidth+6-beside), mm(26))
	if !d.Sealed {
		s.SealPlace(mm(rightColumn+rightWidth/2), mm(167.5), "评价机构盖章处")
	}
	s.Fit(d.Issuer, certBody, mm(rightColumn), mm(155), mm(rightWidth), mm(15))
	s.Fit(chineseDate(d.IssuedOn), certValue, mm(rightColumn), mm(171.5), mm(rightWidth), mm(7))
}

func (d *Certificate) drawFields(s *typeset.Sheet) {
	mm := typeset.MM
	for i, f := range [...]struct{ label, english, value string }{
		{"姓名", "Name", d.Name},
		{"证件类型", "Type of ID", d.IDKind},
		{"证件号码", "ID No.", d.IDNumber},
		{"职业名称", "Occupation", d.Occupation},
		{"工种/职业方向", "Job", or(d.WorkType, "--")},
		{"职业技能等级", "Skill Level", d.Level},
		{"证书编号", "Certificate No.", d.Number},
	} {
		top := fieldsTop + fieldHeight*float64(i)
		s.Place(f.label, certLabel, mm(rightColumn), mm(top+1.6), mm(labelWidth))
		s.Place(f.english, certSmall, mm(rightColumn), mm(top+7.2), mm(labelWidth))
		s.Fit(f.value, certValue, mm(rightColumn+labelWidth), mm(top+0.4), mm(rightWidth-labelWidth), mm(fieldHeight-2.6))
		s.Hairline(mm(rightColumn+labelWidth), mm(top+fieldHeight-1.8), mm(rightColumn+rightWidth), mm(top+fieldHeight-1.8), frameGold)
	}
}

func (d *Certificate) drawPhoto(s *typeset.Sheet) {
	mm := typeset.MM
	photo, err := d.photo()
	if err != nil {
		return // check has refused it
	}
	x, y, w, h := mm(leftColumn), mm(fieldsTop+2), mm(photoWidth), mm(photoHeight)
	s.Picture(photo, x, y, w, h)
	for _, l := range [][4]float64{{x, y, x + w, y}, {x, y + h, x + w, y + h}, {x, y, x, y + h}, {x + w, y, x + w, y + h}} {
		s.Hairline(l[0], l[1], l[2], l[3], frameGold)
	}
}
