package certificationtest

import (
	"time"

	"jiangxin/domain/casework"
	"jiangxin/domain/certification"
)

// Now is an instant of Today.
var Now = time.Date(2026, time.November, 20, 2, 0, 0, 0, time.UTC)

// Facts are those of a batch of ten rows: rows 3 and 7 are sampled, row 5 has a finding.
func Facts() certification.Facts {
	rows := make([]int, 10)
	for i := range rows {
		rows[i] = i + 1
	}
	return certification.Facts{
		Now: Now, Rows: rows, Sampled: []int{3, 7}, Flagged: []int{5}, Passed: len(rows), Holder: "张小三", People: len(rows), NilToo: true,
	}
}

// Decision is a proper first decision of each stage under Facts; nil where the stage asks nobody.
func Decision(stage certification.Stage) (casework.Verdict, certification.Sheet) {
	switch stage {
	case certification.Audit:
		return casework.Pass, Passed(Facts())
	case certification.Correction:
		return casework.Submit, &certification.CorrectionSheet{Note: "已更正"}
	case certification.Issue:
		return casework.Issue, &certification.IssueSheet{Confirmed: true}
	case certification.Revocation:
		return casework.Revoke, &certification.RevocationSheet{Reason: certification.ByError, Text: "出生日期录入错误", Public: "证书信息有误"}
	case certification.Summary:
		return casework.Report, &certification.SummarySheet{Filler: "吴敏之", Checker: "周明远", Confirmed: true}
	case certification.SummaryCheck:
		return casework.Accept, &certification.SummaryCheckSheet{}
	}
	return "", nil
}

// Passed is an audit on which every row passes and the whole sample was looked at.
func Passed(facts certification.Facts) *certification.AuditSheet {
	s := &certification.AuditSheet{Looked: facts.Sampled}
	for _, no := range facts.Sampled {
		s.Rows = append(s.Rows, certification.RowVerdict{No: no, Verdict: certification.RowPass})
	}
	for _, no := range facts.Flagged {
		s.Rows = append(s.Rows, certification.RowVerdict{No: no, Verdict: certification.RowPass})
	}
	return s
}
