package certification

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"jiangxin/domain/casework"
	"jiangxin/domain/form"
)

// CorrectionSheet goes with the mended rows of a returned batch (退回修改); the rows themselves are kept before.
type CorrectionSheet struct {
	Note string `json:"note"`
}

func (s *CorrectionSheet) check(p *form.Problems, _ casework.Verdict, facts Facts) {
	p.Text("/note", s.Note, form.NoteLimit)
	var untouched []string
	for no, settled := range facts.Settled {
		if settled.Verdict == RowReturn && !slices.Contains(facts.Mended, no) {
			untouched = append(untouched, strconv.Itoa(no))
		}
	}
	if len(untouched) > 0 && strings.TrimSpace(s.Note) == "" {
		slices.SortFunc(untouched, func(a, b string) int { return cmp.Or(len(a)-len(b), strings.Compare(a, b)) })
		lines := shortList(untouched)
		p.Add("/note", "untouched", "退回的第 "+lines+" 行尚未修改；请修改，或在说明中写明理由", "Returned rows "+lines+" are unchanged; mend them, or say why they stand")
	}
}

// IssueSheet is the enterprise's word before it issues (谁评价、谁发证、谁负责, notice 五(三)). The day of issue is that
// of the act and cannot be chosen.
type IssueSheet struct {
	Confirmed bool `json:"confirmed"`
}

func (s *IssueSheet) check(p *form.Problems, _ casework.Verdict, facts Facts) {
	if !s.Confirmed {
		p.Add("/confirmed", "required", "请确认“谁评价、谁发证、谁负责”后再颁发证书", "Confirm that whoever evaluates issues and answers for it, then issue")
	}
	if facts.Passed == 0 {
		p.Add("", "nothing_passed", "没有审核通过的人员，不能颁发证书", "Nobody passed the audit; there is nothing to issue")
	}
}

// shortList joins the first few of a list.
func shortList(items []string) string {
	const shown = 5
	if len(items) <= shown {
		return strings.Join(items, "、")
	}
	return strings.Join(items[:shown], "、") + "……"
}
