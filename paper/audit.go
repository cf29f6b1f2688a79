package paper

import (
	"fmt"

	"jiangxin/paper/typeset"
)

// AuditResult is the outcome of an audit of results (结果审核).
type AuditResult string

// The outcomes.
const (
	AuditPassed AuditResult = "pass"       // 审核通过
	AuditInPart AuditResult = "passInPart" // 部分通过
	AuditReturn AuditResult = "returnRows" // 退回修改
	AuditNone   AuditResult = "fail"       // 审核不通过
)

var auditWords = map[AuditResult]string{AuditPassed: "审核通过", AuditInPart: "部分通过", AuditReturn: "退回修改", AuditNone: "审核不通过"}

// AuditOpinion is the 结果审核意见 of the public employment service authority: 辽人社〔2020〕22号 四(四). Its form follows
// the 数据审核确认表 of real systems. It names nobody of the batch.
type AuditOpinion struct {
	Head
	Enterprise   Enterprise  `json:"enterprise"`
	FilingNumber string      `json:"filingNumber"` // 机构备案号
	BatchNumber  string      `json:"batchNumber"`  // 批次编号
	Way          string      `json:"way"`          // 评价方式 in words
	From         string      `json:"from"`         // first and last day of the examination, as 2026-11-22
	Through      string      `json:"through"`
	Round        int         `json:"round"` // which audit of the batch it is, from 1
	Result       AuditResult `json:"result"`
	Lines        []AuditLine `json:"lines"`
	// Looked is how many rows of the sample were looked at with their evidence.
	Looked  int           `json:"looked"`
	Opinion string        `json:"opinion"`
	Grounds []AuditGround `json:"grounds,omitempty"`
	Steps   []Step        `json:"steps,omitempty"`
	Contact string        `json:"contact,omitempty"`
}

// AuditLine counts the rows of one occupation, work type and level.
type AuditLine struct {
	Occupation string `json:"occupation"`
	WorkType   string `json:"workType,omitempty"`
	Level      string `json:"level"`
	Passed     int    `json:"passed"`
	Returned   int    `json:"returned"`
	Failed     int    `json:"failed"`
}

func (l AuditLine) total() int { return l.Passed + l.Returned + l.Failed }

// AuditGround is why one row was returned or did not pass; the row goes by its number in the workbook.
type AuditGround struct {
	Row     int    `json:"row"`
	Verdict string `json:"verdict"` // in words: 退回修改 or 不予通过
	Clause  string `json:"clause,omitempty"`
	Reason  string `json:"reason"`
}

// Kind implements Document.
func (d *AuditOpinion) Kind() Kind    { return KindAuditOpinion }
func (d *AuditOpinion) title() string { return "职业技能等级认定结果审核意见" }

func (d *AuditOpinion) check(c *checker) {
	d.Enterprise.check(c)
	c.need("/filingNumber", d.FilingNumber, "机构备案号", "filing number")
	c.need("/batchNumber", d.BatchNumber, "批次编号", "batch number")
	c.date("/from", d.From, "认定开始日期", "first day")
	c.date("/through", d.Through, "认定结束日期", "last day")
	c.some("/lines", len(d.Lines), "职业（工种）和等级", "occupation and level")
	c.need("/opinion", d.Opinion, "审核意见", "opinion")
	if auditWords[d.Result] == "" {
		c.wrong("/result", "unknown", "请选择审核通过、部分通过、退回修改或审核不通过。", "Choose pass, passInPart, returnRows or fail.")
	} else if d.Result != AuditPassed {
		c.some("/grounds", len(d.Grounds), "退回或者不予通过的理由", "reason")
	}
}

func (d *AuditOpinion) draw(s *typeset.Sheet) {
	d.heading(s, d.title(), false)
	address(s, d.Enterprise)
	s.Paragraph("依据"+notice+"第四部分第（四）项，对你单位报送的职业技能等级认定结果进行了审核，意见如下：", typeset.Body)
	s.Skip(6)
	s.Row(field("批次编号", d.BatchNumber, "机构备案号", d.FilingNumber), typeset.Roomy, 26)
	s.Row(field("评价方式", d.Way, "认定日期", d.days()), typeset.Roomy, 26)
	s.Row(strong("审核结论", auditWords[d.Result]), typeset.Roomy, 32)
	s.Row(wide("审核意见", d.Opinion), typeset.Roomy, 40)
	stepRows(s, d.Steps)
	s.Heading2("认定结果数量")
	d.drawCounts(s)
	if len(d.Grounds) > 0 {
		s.Heading2("退回和不予通过的结果")
		rows := make([][]string, len(d.Grounds))
		for i, g := range d.Grounds {
			rows[i] = []string{count(g.Row), g.Verdict, g.Clause, g.Reason}
		}
		s.Table([]typeset.Column{
			{Title: "行号", Width: 0.95, Align: typeset.Center}, {Title: "处理", Width: 1.8, Align: typeset.Center},
			{Title: "依据条款", Width: 2.6}, {Title: "理由", Width: 6.8},
		}, rows, typeset.Roomy)
	}
	s.Skip(6)
	next := "审核通过的结果，由你单位按照“谁评价、谁发证、谁负责”的原则制作并颁发职业技能等级证书。"
	switch d.Result {
	case AuditReturn:
		next = "请按上述理由修改后重新报送。"
	case AuditNone:
		next = "本批次没有审核通过的结果，不得颁发职业技能等级证书。"
	}
	d.close(s, next, contact(d.Contact))
}

func (d *AuditOpinion) days() string {
	if d.From == d.Through {
		return chineseDate(d.From)
	}
	return chineseDate(d.From) + "至" + chineseDate(d.Through)
}

func (d *AuditOpinion) drawCounts(s *typeset.Sheet) {
	var rows [][]string
	sum := AuditLine{}
	for i, l := range d.Lines {
		rows = append(rows, []string{count(i + 1), l.Occupation, or(l.WorkType, "--"), l.Level, count(l.total()), count(l.Passed), count(l.Returned), count(l.Failed)})
		sum.Passed, sum.Returned, sum.Failed = sum.Passed+l.Passed, sum.Returned+l.Returned, sum.Failed+l.Failed
	}
	rows = append(rows, []string{"", "合计", "", "", count(sum.total()), count(sum.Passed), count(sum.Returned), count(sum.Failed)})
	s.Table([]typeset.Column{
		{Title: "序号", Width: 0.9, Align: typeset.Center}, {Title: "职业", Width: 2.6}, {Title: "工种", Width: 2.2},
		{Title: "等级", Width: 2.2, Align: typeset.Center}, {Title: "报送", Width: 1, Align: typeset.Center},
		{Title: "通过", Width: 1, Align: typeset.Center}, {Title: "退回", Width: 1, Align: typeset.Center}, {Title: "不通过", Width: 1.2, Align: typeset.Center},
	}, rows, typeset.Roomy)
	s.Skip(3)
	s.Paragraph(fmt.Sprintf("第%d次审核；按随机抽样核对评价材料%d份。", max(1, d.Round), d.Looked), typeset.Note)
}
