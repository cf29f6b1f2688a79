package filing

import (
	"strconv"

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
		p.Required("/opinion", s.Opinion, NoteLimit, "请填写受委托机构的书面意见", "Write the opinion of the delegated authority")
	}
	p.documents("/documents", s.Documents, facts)
}

// ReceiptSheet is the Department's decision on the receipt (备案回执).
type ReceiptSheet struct {
	ValidFrom civil.Date `json:"validFrom,omitzero"` // first day of validity; not set: the day of the receipt
	Grounds   []Ground   `json:"grounds"`            // with Decline
	Words     string     `json:"words"`
}

func (s *ReceiptSheet) check(p *problems, verdict casework.Verdict, facts Facts) {
	if verdict == casework.Decline {
		p.grounds("/grounds", s.Grounds)
		return
	}
	if len(facts.Granted) == 0 {
		p.Add("", "nothing_granted", "没有通过核验的职业(工种)和等级，不能出具回执，请退回前序环节", "No occupation and level has passed the verification; send the case back")
	}
	days, ahead := facts.today().DaysUntil(s.ValidFrom), facts.ReceiptAhead
	if !s.ValidFrom.IsZero() && (days < -ahead || days > ahead) {
		n := strconv.Itoa(ahead)
		p.Add("/validFrom", "date", "有效期起始日应在今天前后 "+n+" 天之内，请核对", "The validity must begin within "+n+" days of today; check it")
	}
}

// PublicationSheet goes with the publication of the catalogue (notice 四(三)). Number, day and publisher of the
// edition are those of the act itself, and the edition is reported to the Department with it (报省厅).
type PublicationSheet struct {
	Address string `json:"address"` // where it can be read beside this system
}

func (s *PublicationSheet) check(p *problems, _ casework.Verdict, _ Facts) {
	p.Text("/address", s.Address, ShortLimit)
}
