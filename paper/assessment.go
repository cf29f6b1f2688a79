package paper

import (
	"time"

	"jiangxin/paper/typeset"
)

// Assessment is the 专家评估书面意见. The panel's leader draws it up and every expert signs; an officer
// never writes it.
type Assessment struct {
	Head
	Enterprise Enterprise `json:"enterprise"`
	// Work is what the panel did, in the notice's order 四(二).
	Work PanelWork `json:"work"`
	// Findings are about the five conditions of the notice's section 一, in order.
	Findings []Finding `json:"findings"`
	// Conclusion is the panel's own: 建议通过, 建议整改后复核 or 建议不通过, with its reasons.
	Conclusion string `json:"conclusion"`
	// Suggestions to the enterprise; may be empty.
	Suggestions string   `json:"suggestions,omitempty"`
	Panel       []Expert `json:"panel"`
}

// PanelWork sums up the four parts of the panel's work.
type PanelWork struct {
	DocumentReview      string `json:"documentReview"`      // 文件审核
	TechnicalAssessment string `json:"technicalAssessment"` // 技术评估
	Deliberation        string `json:"deliberation"`        // 专家论证: meeting, attendance, outcome
	SiteVisit           string `json:"siteVisit"`           // 现场考察: date, place, who went
}

// Finding is what the panel found about one condition.
type Finding struct {
	Condition string `json:"condition"` // such as 条件（一）: 依法设立、管理规范……
	Met       string `json:"met"`       // 符合, 基本符合 or 不符合
	Basis     string `json:"basis"`     // what it rests on
}

// Expert is a member of the panel with the signature.
type Expert struct {
	Name         string `json:"name"`
	Organisation string `json:"organisation"`
	Title        string `json:"title"` // 职务、职称
	Leader       bool   `json:"leader,omitempty"`
	// SignedAt is the instant of signing; nil leaves a blank for the pen.
	SignedAt *time.Time `json:"signedAt,omitempty"`
	// EnteredBy names the officer who entered the opinion from the signed sheet (代录); empty where the
	// expert signed in.
	EnteredBy string `json:"enteredBy,omitempty"`
	// Dissent is the expert's different view (保留意见); empty where there is none.
	Dissent string `json:"dissent,omitempty"`
}

// Kind implements Document.
func (d *Assessment) Kind() Kind    { return KindAssessment }
func (d *Assessment) title() string { return "专家评估书面意见" }

func (d *Assessment) check(c *checker) {
	d.Enterprise.check(c)
	c.need("/conclusion", d.Conclusion, "专家组结论", "conclusion of the panel")
	if len(d.Findings) != 5 {
		c.wrong("/findings", "five_conditions", "五项条件应逐项作出评价。", "Give a finding for each of the five conditions.")
	}
	leaders := 0
	for _, e := range d.Panel {
		if e.Leader {
			leaders++
		}
	}
	if leaders != 1 {
		c.wrong("/panel", "one_leader", "专家组应有且只有一名组长。", "The panel must have exactly one leader.")
	}
}

func (d *Assessment) draw(s *typeset.Sheet) {
	s.Heading(typeset.Heading{Title: d.title(), Left: "编号：" + d.Number, Right: d.caseLine()})
	s.Row(wide("申请企业", d.Enterprise.Name), typeset.Roomy, 26)
	s.Row(field("统一社会信用代码", d.Enterprise.CreditCode, "组织评估单位", d.Issuer), typeset.Roomy, 26)
	s.Heading2("一、评估工作情况")
	s.Row(wide("文件审核", or(d.Work.DocumentReview, "—")), typeset.Roomy, 40)
	s.Row(wide("技术评估", or(d.Work.TechnicalAssessment, "—")), typeset.Roomy, 40)
	s.Row(wide("专家论证", or(d.Work.Deliberation, "—")), typeset.Roomy, 40)
	s.Row(wide("现场考察", or(d.Work.SiteVisit, "—")), typeset.Roomy, 40)
	s.Heading2("二、对《通知》第一部分五项条件的评价")
	rows := make([][]string, len(d.Findings))
	for i, f := range d.Findings {
		rows[i] = []string{count(i + 1), f.Condition, f.Met, f.Basis}
	}
	s.Table([]typeset.Column{
		{Title: "序号", Width: 0.95, Align: typeset.Center}, {Title: "条件", Width: 4.4},
		{Title: "评价", Width: 1.5, Align: typeset.Center}, {Title: "依据", Width: 5.3},
	}, rows, typeset.Roomy)
	s.Heading2("三、专家组结论")
	s.Row(strong("结论", d.Conclusion), typeset.Roomy, 48)
	if d.Suggestions != "" {
		s.Row(wide("建议", d.Suggestions), typeset.Roomy, 40)
	}
	s.Heading2("四、专家签名")
	d.signatures(s)
	s.Skip(8)
	s.Paragraph("《通知》指辽人社〔2020〕22号文件。本意见由专家组组长起草，全体专家签名；不同意见如实记载。"+
		"标注“代录”的，由工作人员依据专家亲笔签名的书面意见录入，原件存档。", typeset.Note)
}

func (d *Assessment) signatures(s *typeset.Sheet) {
	rows := make([][]string, len(d.Panel))
	for i, e := range d.Panel {
		role := "专家"
		if e.Leader {
			role = "组长"
		}
		signed := ""
		if e.SignedAt != nil {
			signed = e.Name + "\n" + e.SignedAt.In(china).Format("2006-01-02 15:04")
		}
		if e.EnteredBy != "" {
			signed += "\n（代录：" + e.EnteredBy + "）"
		}
		rows[i] = []string{role, e.Name, e.Organisation + "\n" + e.Title, or(e.Dissent, "无"), signed}
	}
	s.Table([]typeset.Column{
		{Title: "身份", Width: 1.2, Align: typeset.Center}, {Title: "姓名", Width: 1.8, Align: typeset.Center},
		{Title: "单位及职务职称", Width: 3.4}, {Title: "不同意见", Width: 2.8}, {Title: "签名", Width: 2.9, Align: typeset.Center},
	}, rows, typeset.Roomy)
}
