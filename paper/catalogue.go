package paper

import (
	"strings"

	"jiangxin/paper/typeset"
)

// Catalogue is 附件4 《职业技能等级认定企业目录》: a city publishes it with edition and date and reports it
// to the Department, again at every change (四(三)).
type Catalogue struct {
	Head
	// City is the city's name; Edition the running name of this version, such as 2026年第3版.
	City       string  `json:"city"`
	Edition    string  `json:"edition"`
	ReportedOn string  `json:"reportedOn,omitempty"` // day of the report to the Department (报省厅)
	Entries    []Entry `json:"entries"`
}

// Entry is one occupation of one filed enterprise.
type Entry struct {
	City         string   `json:"city"`
	Enterprise   string   `json:"enterprise"`
	CreditCode   string   `json:"creditCode"`
	FilingNumber string   `json:"filingNumber"`
	Occupation   string   `json:"occupation"`
	Code         string   `json:"code"`
	WorkType     string   `json:"workType,omitempty"`
	Levels       []string `json:"levels"`
	FiledOn      string   `json:"filedOn"`
	ValidThrough string   `json:"validThrough"`
	State        string   `json:"state"` // as printed: 有效, 暂停, 到期, 注销
	Contact      string   `json:"contact,omitempty"`
}

// Kind implements Document.
func (d *Catalogue) Kind() Kind         { return KindCatalogue }
func (d *Catalogue) title() string      { return d.City + "职业技能等级认定企业目录" }
func (d *Catalogue) page() typeset.Page { return typeset.Landscape }

func (d *Catalogue) check(c *checker) {
	c.need("/city", d.City, "市", "city")
	c.need("/edition", d.Edition, "版次", "edition")
}

func (d *Catalogue) draw(s *typeset.Sheet) {
	s.Paragraph("附件4", typeset.Small)
	s.Skip(4)
	s.Heading(typeset.Heading{
		Title: d.title(), Left: "版次：" + d.Edition + "　　公布日期：" + chineseDate(d.IssuedOn), Right: "公布单位：" + d.Issuer,
	})
	rows := make([][]string, len(d.Entries))
	for i, e := range d.Entries {
		rows[i] = []string{
			count(i + 1), e.City, e.Enterprise, e.CreditCode, e.FilingNumber, e.Occupation + "\n" + e.Code, or(e.WorkType, "--"),
			shortLevels(e.Levels), e.FiledOn, e.ValidThrough, e.State, e.Contact,
		}
	}
	s.Table([]typeset.Column{
		{Title: "序号", Width: 0.85, Align: typeset.Center}, {Title: "市", Width: 1.05, Align: typeset.Center},
		{Title: "企业名称", Width: 2.5}, {Title: "统一社会信用代码", Width: 2.9, Align: typeset.Center},
		{Title: "机构备案号", Width: 2, Align: typeset.Center}, {Title: "职业（编码）", Width: 1.7, Align: typeset.Center},
		{Title: "工种", Width: 1.2, Align: typeset.Center}, {Title: "等级范围", Width: 2},
		{Title: "备案日期", Width: 1.5, Align: typeset.Center}, {Title: "有效期至", Width: 1.5, Align: typeset.Center},
		{Title: "状态", Width: 0.9, Align: typeset.Center}, {Title: "联系方式", Width: 2, Align: typeset.Center},
	}, rows, typeset.Compact)
	if len(rows) == 0 {
		s.Paragraph("（本版目录暂无企业）", typeset.Small)
	}
	s.Skip(8)
	s.Paragraph("本目录依据《关于在全省企业开展职业技能等级认定工作的通知》（辽人社〔2020〕22号）第四部分第（三）项向社会公布，实行动态调整，以最新版次为准。"+d.report(), typeset.Note)
}

func (d *Catalogue) report() string {
	if d.ReportedOn == "" {
		return ""
	}
	return "本版目录已于" + chineseDate(d.ReportedOn) + "报省人力资源和社会保障厅。"
}

// shortLevels prints 五级、四级 for 五级/初级工 and 四级/中级工.
func shortLevels(levels []string) string {
	short := make([]string, len(levels))
	for i, l := range levels {
		short[i], _, _ = strings.Cut(l, "/")
	}
	return strings.Join(short, "、")
}
