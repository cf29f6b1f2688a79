package paper

import "jiangxin/paper/typeset"

// ApplicationForm is 附件1 《企业职业技能等级认定备案申请表》, made by the enterprise (四(一)2).
type ApplicationForm struct {
	Head
	Profile     Profile      `json:"profile"`
	Unit        Unit         `json:"unit"`
	Occupations []Occupation `json:"occupations"`
	// Conditions are the enterprise's statements on the five conditions of section 一, in order.
	Conditions []Statement `json:"conditions"`
	// The four staff lists of 四(一)7.
	FullTime    []Person `json:"fullTime"`
	Experts     []Person `json:"experts"`
	Assessors   []Person `json:"assessors"`
	Supervisors []Person `json:"supervisors"`
	Sites       []Site   `json:"sites"`
	// Rules are the management rules (管理办法) with what they govern.
	Rules []Rule `json:"rules"`
	// Funding says how the work is paid for (经费保障), notice 一(四).
	Funding   string             `json:"funding"`
	Materials []ReceivedMaterial `json:"materials"`
}

// Statement is the enterprise's word on one condition, with its evidence.
type Statement struct {
	Condition string `json:"condition"`
	Text      string `json:"text"`
	Evidence  string `json:"evidence,omitempty"`
}

// Rule is one management rule (考务、质量、证书 管理办法).
type Rule struct {
	Name   string `json:"name"`
	Number string `json:"number,omitempty"` // document number and date
	Public bool   `json:"public"`           // has a version that is made public, 五(三)
}

// Kind implements Document.
func (d *ApplicationForm) Kind() Kind         { return KindApplicationForm }
func (d *ApplicationForm) title() string      { return "企业职业技能等级认定备案申请表" }
func (d *ApplicationForm) page() typeset.Page { return typeset.Form }

func (d *ApplicationForm) check(c *checker) {
	c.need("/profile/name", d.Profile.Name, "企业名称", "name of the enterprise")
	c.need("/profile/creditCode", d.Profile.CreditCode, "统一社会信用代码", "unified social credit code")
	c.some("/occupations", len(d.Occupations), "职业（工种）", "occupation")
}

func (d *ApplicationForm) draw(s *typeset.Sheet) {
	s.Paragraph("附件1", typeset.Small)
	s.Skip(4)
	s.Heading(typeset.Heading{Title: d.title(), Left: "编号：" + d.Number, Right: "填表日期：" + chineseDate(d.IssuedOn)})
	s.Heading2("一、企业基本情况")
	profileRows(s, d.Profile)
	s.Heading2("二、内设认定机构")
	unitRows(s, d.Unit)
	s.Heading2("三、拟开展认定的职业（工种）及等级")
	matrix(s, d.Occupations)
	s.Skip(6)
	standardTable(s, d.Occupations)
	s.Heading2("四、对照条件的说明")
	conditionTable(s, d.Conditions)
	s.Heading2("五、工作人员名单")
	for _, list := range []struct {
		name   string
		people []Person
	}{{"（一）专职工作人员", d.FullTime}, {"（二）专家", d.Experts}, {"（三）考评人员", d.Assessors}, {"（四）质量督导人员", d.Supervisors}} {
		s.Heading3(list.name + "　共" + count(len(list.people)) + "人")
		personTable(s, list.people)
	}
	s.Heading2("六、场地、设施设备及视频监控")
	siteTable(s, d.Sites)
	s.Heading2("七、管理制度")
	ruleTable(s, d.Rules)
	s.Heading2("八、经费保障")
	s.Row(wide("经费来源及安排", d.Funding), typeset.Roomy, 40)
	s.Heading2("九、提交材料")
	materialTable(s, d.Materials)
	s.Heading2("十、声明")
	declaration := typeset.Small
	declaration.Size, declaration.Leading, declaration.Indent = 12, 21, 2
	closeWith(s, typeset.Signature{Signer: "法定代表人签字", Body: d.Profile.Name, Date: penDate, Seal: "企业公章"}, declaration,
		"本单位自愿申请开展企业职业技能等级认定，对提交材料的真实性、有效性、合法性负责，自愿接受人力资源社会保障部门及其委托的公共就业服务机构主管部门监督。")
}

func unitRows(s *typeset.Sheet, u Unit) {
	s.Row(field("机构名称", u.Name, "负责人", u.Head), typeset.Roomy, 26)
	if u.Duties != "" {
		s.Row(wide("职责", u.Duties), typeset.Roomy, 26)
	}
}

func conditionTable(s *typeset.Sheet, statements []Statement) {
	rows := make([][]string, len(statements))
	for i, c := range statements {
		rows[i] = []string{count(i + 1), c.Condition, or(c.Text, "（未填写）"), or(c.Evidence, "—")}
	}
	s.Table([]typeset.Column{
		{Title: "序号", Width: 0.95, Align: typeset.Center}, {Title: "条件（《通知》第一部分）", Width: 3.6},
		{Title: "本单位情况", Width: 5}, {Title: "证明材料", Width: 2.6},
	}, rows, typeset.Compact)
}

func siteTable(s *typeset.Sheet, sites []Site) {
	rows := make([][]string, len(sites))
	for i, p := range sites {
		rows[i] = []string{count(i + 1), p.Name, p.Kind, count(p.Places), p.Equipment, p.Title}
	}
	s.Table([]typeset.Column{
		{Title: "序号", Width: 0.95, Align: typeset.Center}, {Title: "考点", Width: 2.6}, {Title: "类型", Width: 1.3, Align: typeset.Center},
		{Title: "工位（机位）", Width: 1.3, Align: typeset.Center}, {Title: "设施设备、视频监控", Width: 4}, {Title: "资产证明", Width: 2},
	}, rows, typeset.Compact)
}

func ruleTable(s *typeset.Sheet, rules []Rule) {
	rows := make([][]string, len(rules))
	for i, r := range rules {
		public := "否"
		if r.Public {
			public = "是"
		}
		rows[i] = []string{count(i + 1), r.Name, or(r.Number, "—"), public}
	}
	s.Table([]typeset.Column{
		{Title: "序号", Width: 0.95, Align: typeset.Center}, {Title: "制度名称", Width: 6}, {Title: "文号及日期", Width: 3.2},
		{Title: "有公开版本", Width: 2, Align: typeset.Center},
	}, rows, typeset.Compact)
}

func materialTable(s *typeset.Sheet, materials []ReceivedMaterial) {
	rows := make([][]string, len(materials))
	for i, m := range materials {
		files := count(m.Files)
		if m.Files == 0 {
			files = "—"
		}
		rows[i] = []string{count(i + 1), m.Name, files, m.Note}
	}
	s.Table([]typeset.Column{
		{Title: "序号", Width: 1, Align: typeset.Center}, {Title: "材料名称", Width: 7},
		{Title: "文件数", Width: 1.4, Align: typeset.Center}, {Title: "备注", Width: 3},
	}, rows, typeset.Roomy)
}
