package paper

import (
	"time"

	"jiangxin/paper/typeset"
)

// IntakeSlip is the 收件凭证: it says that material has arrived, not that it was accepted. It is never
// called 回执, which is the Department's.
type IntakeSlip struct {
	Head
	Enterprise Enterprise `json:"enterprise"`
	// Application says what is asked for, such as 企业职业技能等级认定备案（初次申请）.
	Application string `json:"application"`
	// ReceivedAt is the instant of submission.
	ReceivedAt time.Time `json:"receivedAt"`
	// Materials lists what arrived.
	Materials []ReceivedMaterial `json:"materials"`
	// Digest is the SHA-256 of the frozen application, in hexadecimal.
	Digest string `json:"digest,omitempty"`
	// AnswerBy is the last day for the acceptance check (受理审查), from policy; Provisional marks a day
	// that lies beyond the published holidays.
	AnswerBy    string `json:"answerBy,omitempty"`
	Provisional bool   `json:"provisional,omitempty"`
	// Contact is where to ask: body, telephone.
	Contact string `json:"contact,omitempty"`
}

// ReceivedMaterial is one material of the notice's list 四(一).
type ReceivedMaterial struct {
	Name string `json:"name"`
	// Files is the number of files; 0 where the fact is checked online instead (网上核验).
	Files int    `json:"files"`
	Note  string `json:"note,omitempty"`
}

// Kind implements Document.
func (d *IntakeSlip) Kind() Kind    { return KindIntakeSlip }
func (d *IntakeSlip) title() string { return "收件凭证" }

func (d *IntakeSlip) check(c *checker) {
	d.Enterprise.check(c)
	c.some("/materials", len(d.Materials), "材料", "material")
}

func (d *IntakeSlip) draw(s *typeset.Sheet) {
	d.heading(s, d.title(), false)
	address(s, d.Enterprise)
	s.Paragraph("你单位于"+instant(d.ReceivedAt)+"提交的"+or(d.Application, "企业职业技能等级认定备案申请")+"材料已经收到。", typeset.Body)
	s.Skip(8)
	rows := make([][]string, len(d.Materials))
	for i, m := range d.Materials {
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
	if d.Digest != "" {
		s.Skip(3)
		s.Paragraph("申请材料摘要（SHA-256）："+d.Digest, typeset.Note)
	}
	s.Skip(6)
	answer := ""
	if d.AnswerBy != "" {
		answer = "受理审查将于" + dueDate(d.AnswerBy, d.Provisional) + "前作出答复。"
	}
	d.close(s, answer+"本凭证只证明材料已经收到，不代表申请已受理，也不是备案回执。", contact(d.Contact))
}

// AcceptanceNotice is the 受理通知书.
type AcceptanceNotice struct {
	Head
	Enterprise  Enterprise `json:"enterprise"`
	Application string     `json:"application"`
	AcceptedOn  string     `json:"acceptedOn"`
	// VerifyBy is the last day of expert review and verification, from policy; the clock stops while
	// something is supplemented.
	VerifyBy    string `json:"verifyBy,omitempty"`
	Provisional bool   `json:"provisional,omitempty"`
	Contact     string `json:"contact,omitempty"`
}

// Kind implements Document.
func (d *AcceptanceNotice) Kind() Kind    { return KindAcceptanceNotice }
func (d *AcceptanceNotice) title() string { return "受理通知书" }

func (d *AcceptanceNotice) check(c *checker) {
	d.Enterprise.check(c)
	c.date("/acceptedOn", d.AcceptedOn, "受理日期", "date of acceptance")
}

func (d *AcceptanceNotice) draw(s *typeset.Sheet) {
	d.heading(s, d.title(), false)
	address(s, d.Enterprise)
	s.Paragraph("你单位提出的"+or(d.Application, "企业职业技能等级认定备案申请")+"，经审查，申请材料齐全，符合"+notice+
		"第四部分第（一）项的要求，现于"+chineseDate(d.AcceptedOn)+"予以受理。", typeset.Body)
	s.Paragraph("下一步，将按照《通知》第四部分第（二）项，组织专家开展文件审核、技术评估、专家论证和现场考察，并作出核验结论。", typeset.Body)
	limit := ""
	if d.VerifyBy != "" {
		limit = "核验结论拟于" + dueDate(d.VerifyBy, d.Provisional) + "前作出；补正、整改所用时间不计算在内。"
	}
	d.close(s, limit, contact(d.Contact))
}
