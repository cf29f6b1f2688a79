package activities

import (
	"strconv"

	"jiangxin/domain/casework"
	"jiangxin/domain/certification"
	"jiangxin/domain/filing"
	"jiangxin/store"
)

// marks stand for the kinds in the numbers of papers.
var marks = map[casework.PaperKind]string{
	filing.IntakeSlip:         "收件",
	filing.ApplicationForm:    "申请",
	filing.AcceptanceNotice:   "受理",
	filing.SupplementNotice:   "补正",
	filing.RectificationPaper: "整改",
	filing.AssessmentPaper:    "评估",
	filing.VerificationPaper:  "核验",
	filing.CommitmentLetter:   "承诺",
	filing.OpinionPaper:       "意见",
	filing.SubmissionForm:     "报送",
	filing.ReceiptPaper:       "回执",
	filing.CataloguePaper:     "目录",

	certification.AuditOpinion: "审核",
}

// refusalMarks tell the three refusals apart, by the stage that refused.
var refusalMarks = map[filing.Stage]string{
	filing.Acceptance:   "不受理",
	filing.Verification: "未通过",
	filing.Receipt:      "不备案",
}

// number is the number (编号) that is printed on a paper: the case's number, a mark for the kind, and the round
// of the stage that ordered it, such as 210100-2026-000001-补正-1. Each kind comes from one stage only, so
// no number stands on two papers; a second notice of a kind carries a higher round, not always the next.
func number(p store.Paper) string {
	mark := marks[casework.PaperKind(p.Kind)]
	if casework.PaperKind(p.Kind) == filing.RefusalNotice {
		mark = refusalMarks[filing.Stage(p.Stage)]
	}
	return p.CaseNo + "-" + mark + "-" + strconv.Itoa(p.Round)
}
