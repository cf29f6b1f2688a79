package paper

import "jiangxin/paper/typeset"

// Profile is what 附件1 and 附件3 say about the enterprise.
type Profile struct {
	Enterprise
	Nature              string `json:"nature"`   // 企业性质
	Industry            string `json:"industry"` // 行业
	LegalRepresentative string `json:"legalRepresentative"`
	RegisteredAddress   string `json:"registeredAddress"`
	OfficeAddress       string `json:"officeAddress"`
	City                string `json:"city"` // 所属市
	// Staff is the number of all workers, Dispatched of those 劳务派遣人员 among them.
	Staff      int `json:"staff"`
	Dispatched int `json:"dispatched"`
	// Skilled counts the skilled workers of each level, in the order given.
	Skilled []LevelCount `json:"skilled"`
	Contact string       `json:"contact"`
	Phone   string       `json:"phone"`
	Email   string       `json:"email"`
	// Parent is the 上级单位 of a branch of a central enterprise; empty for others.
	Parent string `json:"parent,omitempty"`
}

// LevelCount is a number of people at a level.
type LevelCount struct {
	Level string `json:"level"`
	Count int    `json:"count"`
}

// Unit is the internal body for certification (内设认定机构), notice 一(三).
type Unit struct {
	Name   string `json:"name"`
	Head   string `json:"head"`
	Duties string `json:"duties,omitempty"`
}

// Person is one row of a staff list. What is masked in IDNumber is the caller's affair.
type Person struct {
	Name         string `json:"name"`
	IDNumber     string `json:"idNumber,omitempty"`
	Title        string `json:"title,omitempty"` // 职务、职称
	Occupation   string `json:"occupation,omitempty"`
	Level        string `json:"level,omitempty"`
	CardNumber   string `json:"cardNumber,omitempty"`
	ValidThrough string `json:"validThrough,omitempty"`
}

// Site is one examination site (考点).
type Site struct {
	Name      string `json:"name"`
	Kind      string `json:"kind"`      // 笔试, 机考, 实操, 答辩
	Places    int    `json:"places"`    // 工位、机位
	Equipment string `json:"equipment"` // 设备, 视频监控
	Title     string `json:"title"`     // 产权或使用证明
}

func profileRows(s *typeset.Sheet, p Profile) {
	s.Row(wide("企业全称", p.Name), typeset.Roomy, 26)
	s.Row(field("统一社会信用代码", p.CreditCode, "法定代表人", p.LegalRepresentative), typeset.Roomy, 26)
	s.Row(field("企业性质", p.Nature, "所属行业", p.Industry), typeset.Roomy, 26)
	s.Row(wide("注册地址", p.RegisteredAddress), typeset.Roomy, 26)
	s.Row(field("办公地址", p.OfficeAddress, "所属市", p.City), typeset.Roomy, 26)
	s.Row(field("职工总数", count(p.Staff)+"人", "其中劳务派遣人员", count(p.Dispatched)+"人"), typeset.Roomy, 26)
	s.Row(field("联系人", p.Contact, "联系电话", p.Phone), typeset.Roomy, 26)
	s.Row(field("电子邮箱", p.Email, "上级单位（央企分公司）", or(p.Parent, "—")), typeset.Roomy, 26)
	if len(p.Skilled) > 0 {
		levels := []typeset.Cell{{Text: "技能人员数", Label: true, Width: 2.6}}
		counts := []typeset.Cell{{Text: "（人）", Label: true, Width: 2.6}}
		for _, l := range p.Skilled {
			share := 9.4 / float64(len(p.Skilled))
			levels = append(levels, typeset.Cell{Text: l.Level, Label: true, Width: share})
			counts = append(counts, typeset.Cell{Text: count(l.Count), Width: share, Align: typeset.Center})
		}
		s.Row(levels, typeset.Compact, 0)
		s.Row(counts, typeset.Compact, 0)
	}
}

func standardTable(s *typeset.Sheet, occupations []Occupation) {
	rows := make([][]string, len(occupations))
	for i, o := range occupations {
		rows[i] = []string{count(i + 1), o.Name, or(o.Standard, "—"), or(o.Method, "—"), or(o.PassRule, "—")}
	}
	s.Table([]typeset.Column{
		{Title: "序号", Width: 0.95, Align: typeset.Center}, {Title: "职业名称", Width: 2.4}, {Title: "评价标准或评价规范", Width: 4},
		{Title: "评价方式", Width: 2.6}, {Title: "合格条件", Width: 2.4},
	}, rows, typeset.Compact)
}

func personTable(s *typeset.Sheet, people []Person) {
	if len(people) == 0 {
		s.Paragraph("（未填写）", typeset.Small)
		return
	}
	rows := make([][]string, len(people))
	for i, p := range people {
		rows[i] = []string{count(i + 1), p.Name, p.IDNumber, p.Title, p.Occupation, p.Level, p.CardNumber, p.ValidThrough}
	}
	s.Table([]typeset.Column{
		{Title: "序号", Width: 0.9, Align: typeset.Center}, {Title: "姓名", Width: 1.3, Align: typeset.Center},
		{Title: "身份证号", Width: 2.5, Align: typeset.Center}, {Title: "职务/职称", Width: 1.6}, {Title: "职业（工种）", Width: 1.6},
		{Title: "等级", Width: 1.3, Align: typeset.Center}, {Title: "证卡号", Width: 1.6}, {Title: "有效期至", Width: 1.5, Align: typeset.Center},
	}, rows, typeset.Compact)
}
