package paper

import "jiangxin/paper/typeset"

// Defect is one thing to be mended.
type Defect struct {
	// Material is the material or item that it stands in.
	Material string `json:"material"`
	// Clause is the article of the notice, such as 《通知》四（一）5.
	Clause string `json:"clause"`
	// Reason says what is wrong.
	Reason string `json:"reason"`
	// Remedy says how to mend it.
	Remedy string `json:"remedy"`
}

func checkDefects(c *checker, defects []Defect) {
	c.some("/defects", len(defects), "问题", "defect")
	for i, d := range defects {
		at := "/defects/" + count(i)
		c.need(at+"/clause", d.Clause, "依据条款", "clause")
		c.need(at+"/reason", d.Reason, "问题", "reason")
		c.need(at+"/remedy", d.Remedy, "补正或整改要求", "remedy")
	}
}

// defectTable numbers the defects; the material is named once for those that follow each other.
func defectTable(s *typeset.Sheet, subject, remedy string, defects []Defect) {
	rows := make([][]string, len(defects))
	for i, d := range defects {
		material := d.Material
		if i > 0 && defects[i-1].Material == d.Material {
			material = "（同上）"
		}
		rows[i] = []string{count(i + 1), material, d.Clause, d.Reason, d.Remedy}
	}
	s.Table([]typeset.Column{
		{Title: "序号", Width: 0.95, Align: typeset.Center}, {Title: subject, Width: 2.4}, {Title: "依据条款", Width: 2},
		{Title: "存在问题", Width: 3.6}, {Title: remedy, Width: 3.6},
	}, rows, typeset.Roomy)
}

// SupplementNotice is the 补正材料一次性告知书: every defect at once.
type SupplementNotice struct {
	Head
	Enterprise Enterprise `json:"enterprise"`
	Defects    []Defect   `json:"defects"`
	// DueOn is the last day for the supplement, from policy.
	DueOn       string `json:"dueOn"`
	Provisional bool   `json:"provisional,omitempty"`
	Contact     string `json:"contact,omitempty"`
}

// Kind implements Document.
func (d *SupplementNotice) Kind() Kind    { return KindSupplementNotice }
func (d *SupplementNotice) title() string { return "补正材料一次性告知书" }

func (d *SupplementNotice) check(c *checker) {
	d.Enterprise.check(c)
	checkDefects(c, d.Defects)
	c.date("/dueOn", d.DueOn, "补正期限", "day by which to supplement")
}

func (d *SupplementNotice) draw(s *typeset.Sheet) {
	d.heading(s, d.title(), false)
	address(s, d.Enterprise)
	s.Paragraph("你单位提交的企业职业技能等级认定备案申请材料，经审查，尚需补正。依据"+notice+
		"，现将需要补正的全部内容（共"+count(len(d.Defects))+"项）一次性告知如下：", typeset.Body)
	s.Skip(8)
	defectTable(s, "材料", "补正要求", d.Defects)
	s.Skip(10)
	d.close(s, "请于"+dueDate(d.DueOn, d.Provisional)+"前，将上述内容一次补正并重新提交。补正期间，办理期限暂停计算；补正后，只审查补正的内容及受其影响的内容。", contact(d.Contact))
}

// RectificationNotice is the 整改通知书 of a verification that is to be repeated (整改后复核).
type RectificationNotice struct {
	Head
	Enterprise Enterprise `json:"enterprise"`
	// VisitedOn is the day of the site visit (现场考察); empty where the defects come from documents only.
	VisitedOn   string   `json:"visitedOn,omitempty"`
	Defects     []Defect `json:"defects"`
	DueOn       string   `json:"dueOn"`
	Provisional bool     `json:"provisional,omitempty"`
	Contact     string   `json:"contact,omitempty"`
}

// Kind implements Document.
func (d *RectificationNotice) Kind() Kind    { return KindRectificationNotice }
func (d *RectificationNotice) title() string { return "整改通知书" }

func (d *RectificationNotice) check(c *checker) {
	d.Enterprise.check(c)
	checkDefects(c, d.Defects)
	c.date("/dueOn", d.DueOn, "整改期限", "day by which to mend")
}

func (d *RectificationNotice) draw(s *typeset.Sheet) {
	d.heading(s, d.title(), false)
	address(s, d.Enterprise)
	visited := ""
	if d.VisitedOn != "" {
		visited = chineseDate(d.VisitedOn) + "现场考察等"
	}
	s.Paragraph("依据"+notice+"第四部分第（二）项，经专家对你单位开展"+visited+"核验工作，核验结论为整改后复核。请对下列问题（共"+
		count(len(d.Defects))+"项）进行整改：", typeset.Body)
	s.Skip(8)
	defectTable(s, "核验事项", "整改要求", d.Defects)
	s.Skip(10)
	d.close(s, "请于"+dueDate(d.DueOn, d.Provisional)+"前完成整改，并提交整改报告及证明材料。收到后将对整改事项进行复核。", contact(d.Contact))
}
