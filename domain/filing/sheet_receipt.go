package filing

import (
	"jiangxin/domain/casework"
	"jiangxin/domain/civil"
)

// OpinionSheet is the opinion of a body on its way to the receipt: the delegated authority's own written
// opinion (书面意见), the bureau's submission (附件3), the centre's review (复核).
type OpinionSheet struct {
	Opinion   string       `json:"opinion"`
	Documents []DocumentID `json:"documents"`

	stage Stage
}

func (s *OpinionSheet) check(p *problems, _ casework.Verdict, facts Facts) {
	if s.stage == DelegateOpinion {
		p.required("/opinion", s.Opinion, NoteLimit, "请填写受委托机构的书面意见", "Write the opinion of the delegated authority")
	}
	p.documents("/documents", s.Documents, facts)
}

// ReceiptSheet is the Department's decision on the receipt (备案回执).
type ReceiptSheet struct {
	ValidFrom civil.Date `json:"validFrom"` // first day of validity; not set: the day of the receipt
	Grounds   []Ground   `json:"grounds"`   // with Decline
	Words     string     `json:"words"`
}

// ahead bounds, in days, how far a validity may be dated from today; it catches slips of the keyboard.
const ahead = 90

func (s *ReceiptSheet) check(p *problems, verdict casework.Verdict, facts Facts) {
	if verdict == casework.Decline {
		p.grounds("/grounds", s.Grounds)
		return
	}
	if days := facts.today().DaysUntil(s.ValidFrom); !s.ValidFrom.IsZero() && (days < -ahead || days > ahead) {
		p.add("/validFrom", "date", "有效期起始日应在今天前后 90 天之内，请核对", "The validity must begin within 90 days of today; check it")
	}
}

// PublicationSheet records that the city published the catalogue (notice 四(三)).
type PublicationSheet struct {
	Edition    string     `json:"edition"`    // 目录版次; empty: numbered by the system
	Date       civil.Date `json:"date"`       // day of publication
	Publisher  string     `json:"publisher"`  // 公布单位; empty: the body that acts
	Address    string     `json:"address"`    // where it can be read
	ReportedOn civil.Date `json:"reportedOn"` // 报省厅; not set: not yet
}

func (s *PublicationSheet) check(p *problems, _ casework.Verdict, facts Facts) {
	p.text("/edition", s.Edition, ShortLimit)
	p.text("/publisher", s.Publisher, ShortLimit)
	p.text("/address", s.Address, ShortLimit)
	if s.Date.IsZero() || s.Date.After(facts.today()) {
		p.add("/date", "date", "请填写公布日期，不能晚于今天", "Give the date of publication; it cannot lie in the future")
	}
	if !s.ReportedOn.IsZero() && (s.ReportedOn.After(facts.today()) || s.ReportedOn.Before(s.Date)) {
		p.add("/reportedOn", "date", "报省厅日期应在公布之后、今天之前", "The day of reporting must lie between publication and today")
	}
}
