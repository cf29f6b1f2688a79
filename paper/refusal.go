package paper

import "jiangxin/paper/typeset"

// Refusal says at which point the filing ended.
type Refusal string

// The three refusals of the procedure. None of them is about a licence: filing is 备案.
const (
	NotAccepted Refusal = "not_accepted" // 不予受理
	NotVerified Refusal = "not_verified" // 未通过核验
	NotFiled    Refusal = "not_filed"    // 不予备案
)

var refusalWords = map[Refusal]string{NotAccepted: "不予受理", NotVerified: "未通过核验", NotFiled: "不予备案"}

// RefusalNotice is the 不予受理, 未通过核验 or 不予备案通知书: clause, reasons, and the right to supplement
// and apply again.
type RefusalNotice struct {
	Head
	Refusal    Refusal    `json:"refusal"`
	Enterprise Enterprise `json:"enterprise"`
	Grounds    []Ground   `json:"grounds"`
	// Contact is where the enterprise may ask or put its view.
	Contact string `json:"contact,omitempty"`
}

// Ground is one reason of a refusal.
type Ground struct {
	Clause string `json:"clause"`
	Reason string `json:"reason"`
}

// Kind implements Document.
func (d *RefusalNotice) Kind() Kind    { return KindRefusalNotice }
func (d *RefusalNotice) title() string { return refusalWords[d.Refusal] + "通知书" }

func (d *RefusalNotice) check(c *checker) {
	d.Enterprise.check(c)
	if refusalWords[d.Refusal] == "" {
		c.wrong("/refusal", "unknown", "请选择不予受理、未通过核验或不予备案。", "Choose not_accepted, not_verified or not_filed.")
	}
	c.some("/grounds", len(d.Grounds), "理由", "ground")
	for i, g := range d.Grounds {
		c.need("/grounds/"+count(i)+"/clause", g.Clause, "依据条款", "clause")
		c.need("/grounds/"+count(i)+"/reason", g.Reason, "理由", "reason")
	}
}

func (d *RefusalNotice) draw(s *typeset.Sheet) {
	d.heading(s, d.title(), true)
	address(s, d.Enterprise)
	s.Paragraph(d.decision(), typeset.Body)
	s.Skip(8)
	rows := make([][]string, len(d.Grounds))
	for i, g := range d.Grounds {
		rows[i] = []string{count(i + 1), g.Clause, g.Reason}
	}
	s.Table([]typeset.Column{
		{Title: "序号", Width: 0.95, Align: typeset.Center}, {Title: "依据条款", Width: 3}, {Title: "理由", Width: 8.2},
	}, rows, typeset.Roomy)
	s.Skip(10)
	d.close(s, "你单位补充完善有关条件和材料后，可以重新提出申请。对上述理由有不同意见的，可以向本单位提出书面说明。", contact(d.Contact))
}

func (d *RefusalNotice) decision() string {
	switch d.Refusal {
	case NotAccepted:
		return "你单位提出的企业职业技能等级认定备案申请，经审查，依据" + notice + "，决定不予受理。依据条款和理由如下："
	case NotVerified:
		return "你单位提出的企业职业技能等级认定备案申请，经组织专家开展文件审核、技术评估、专家论证和现场考察，依据" + notice + "，未通过核验。依据条款和理由如下："
	default:
		return "你单位提出的企业职业技能等级认定备案申请，经复核，依据" + notice + "，决定不予备案。依据条款和理由如下："
	}
}
