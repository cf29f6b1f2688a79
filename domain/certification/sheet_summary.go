package certification

import (
	"jiangxin/domain/casework"
	"jiangxin/domain/form"
)

// SummarySheet is the enterprise's report of a month (附件7, notice 四(四)3), a nil return too.
type SummarySheet struct {
	Filler    string `json:"filler"`    // 填表人
	Checker   string `json:"checker"`   // 审核人
	Confirmed bool   `json:"confirmed"` // the rows, or that there are none, are right
	Note      string `json:"note"`
}

func (s *SummarySheet) check(p *form.Problems, _ casework.Verdict, facts Facts) {
	p.Required("/filler", s.Filler, form.ShortLimit, "请填写填表人姓名", "Name the person who filled the form")
	p.Required("/checker", s.Checker, form.ShortLimit, "请填写审核人姓名", "Name the person who checked it")
	p.Text("/note", s.Note, form.NoteLimit)
	if facts.People == 0 && !facts.NilToo {
		p.Add("", "nil_return", "现行规定不要求报送没有认定结果的月份", "A month without results is not reported")
	}
	if !s.Confirmed {
		p.Add("/confirmed", "required", "请确认汇总内容（含本月无认定结果）无误后报送", "Confirm that the summary, or its being nil, is right; then report it")
	}
}

// SummaryCheckSheet is the authority's check of a reported month, before it goes into the city's roll-up.
type SummaryCheckSheet struct {
	Reason string `json:"reason"` // with Return
}

func (s *SummaryCheckSheet) check(p *form.Problems, verdict casework.Verdict, _ Facts) {
	if verdict == casework.Return {
		p.Required("/reason", s.Reason, form.NoteLimit, "请写明需要更正之处", "Say what has to be corrected")
	} else {
		p.Text("/reason", s.Reason, form.NoteLimit)
	}
}
