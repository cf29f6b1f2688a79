package paper

import "jiangxin/paper/typeset"

// SubmissionForm is 附件3 《企业职业技能等级认定申请备案表》, by which the bureau submits a filing to the
// provincial exam centre (报送备案, 四(二)). The later opinions are blank until they are given.
type SubmissionForm struct {
	Head
	Profile     Profile      `json:"profile"`
	Unit        Unit         `json:"unit"`
	Occupations []Occupation `json:"occupations"`
	Teams       TeamSizes    `json:"teams"`
	Sites       []Site       `json:"sites"`
	Rules       []Rule       `json:"rules"`
	// The opinions in order: 专家评估意见, 受委托机构意见 (only where delegated), 市人社部门意见,
	// 省人事考试中心复核意见, 省厅备案意见.
	Opinions []Opinion `json:"opinions"`
	// FilingNumber, ValidFrom and ValidThrough stay empty until the receipt.
	FilingNumber string `json:"filingNumber,omitempty"`
	ValidFrom    string `json:"validFrom,omitempty"`
	ValidThrough string `json:"validThrough,omitempty"`
}

// TeamSizes are the sizes of the four staff lists.
type TeamSizes struct {
	FullTime    int `json:"fullTime"`
	Experts     int `json:"experts"`
	Assessors   int `json:"assessors"`
	Supervisors int `json:"supervisors"`
}

// Opinion is what one body says on the form.
type Opinion struct {
	Title string `json:"title"` // such as 市人力资源社会保障部门意见
	Text  string `json:"text,omitempty"`
	By    string `json:"by,omitempty"` // who signs, as printed: 组长：周文博, or a body with （盖章）
	On    string `json:"on,omitempty"` // as 2026-11-22
}

// Kind implements Document.
func (d *SubmissionForm) Kind() Kind         { return KindSubmissionForm }
func (d *SubmissionForm) title() string      { return "企业职业技能等级认定申请备案表" }
func (d *SubmissionForm) page() typeset.Page { return typeset.Form }

func (d *SubmissionForm) check(c *checker) {
	c.need("/profile/name", d.Profile.Name, "企业名称", "name of the enterprise")
	c.need("/profile/creditCode", d.Profile.CreditCode, "统一社会信用代码", "unified social credit code")
	c.some("/occupations", len(d.Occupations), "职业（工种）", "occupation")
	c.some("/opinions", len(d.Opinions), "意见", "opinion")
}

func (d *SubmissionForm) draw(s *typeset.Sheet) {
	s.Paragraph("附件3", typeset.Small)
	s.Skip(4)
	s.Heading(typeset.Heading{Title: d.title(), Left: "编号：" + d.Number, Right: "报送单位：" + d.Issuer})
	s.Heading2("一、企业基本情况")
	profileRows(s, d.Profile)
	s.Heading2("二、机构和队伍")
	unitRows(s, d.Unit)
	s.Row(field("专职工作人员", count(d.Teams.FullTime)+"人", "专家", count(d.Teams.Experts)+"人"), typeset.Roomy, 26)
	s.Row(field("考评人员", count(d.Teams.Assessors)+"人", "质量督导人员", count(d.Teams.Supervisors)+"人"), typeset.Roomy, 26)
	s.Heading2("三、备案的职业（工种）及等级")
	matrix(s, d.Occupations)
	s.Skip(6)
	standardTable(s, d.Occupations)
	s.Heading2("四、场地、设施设备及视频监控")
	siteTable(s, d.Sites)
	s.Heading2("五、管理制度")
	ruleTable(s, d.Rules)
	s.Heading2("六、意见")
	for _, o := range d.Opinions {
		s.Row([]typeset.Cell{{Text: o.Title, Label: true, Width: 2.6}, {Text: o.Text, Foot: o.foot(), Width: 9.4}}, typeset.Roomy, 84)
	}
	s.Row(wide("机构备案号", groupFiling(d.FilingNumber)), typeset.Roomy, 26)
	s.Row(wide("资质有效期", d.validity()), typeset.Roomy, 26)
}

func (o Opinion) foot() string {
	return or(o.By, "（盖章）") + "　" + or(chineseDate(o.On), penDate)
}

func (d *SubmissionForm) validity() string {
	if d.ValidFrom == "" || d.ValidThrough == "" {
		return ""
	}
	return chineseDate(d.ValidFrom) + "至" + chineseDate(d.ValidThrough)
}
