package e2e

import (
	"net/url"
	"time"

	"github.com/google/uuid"

	"jiangxin/demo"
	"jiangxin/demo/cast"
	"jiangxin/demo/client"
	"jiangxin/domain/filing"
)

// routes are cases at every stage, which show every screen; scripts that only look share them.
type routes struct {
	Draft   map[string]any   `json:"draft"`
	Cases   map[string]place `json:"cases"`   // by stage
	Filed   place            `json:"filed"`   // a finished case
	Number  string           `json:"number"`  // its filing number
	Receipt string           `json:"receipt"` // the token of its receipt
	Results results          `json:"results"`
}

// results are batches of one filed enterprise in the states that show their screens.
type results struct {
	Clerk       string `json:"clerk"`
	Draft       string `json:"draft"`  // batch numbers
	Issued      string `json:"issued"` //
	Audit       place  `json:"audit"`  // tasks
	Issue       place  `json:"issue"`
	Revocation  place  `json:"revocation"`
	Certificate string `json:"certificate"` // a number
	Verify      string `json:"verify"`      // what its QR code holds, without the host
}

// everyRoute brings one case to each stage, once for all scripts.
func everyRoute(s *stage) any {
	if s.routes != nil {
		return s.routes
	}
	r := &routes{Draft: s.draft(cast.Shenyang), Cases: map[string]place{}}
	for _, at := range filing.Order {
		city := cast.Shenyang
		switch at {
		case filing.Finished:
			continue
		case filing.Rectification:
			r.Cases[string(at)] = s.at(s.rectifying(city))
			continue
		case filing.Supplement:
			r.Cases[string(at)] = s.at(s.returned(city))
			continue
		case filing.DelegateOpinion: // Dalian has delegated verification to its authority
			city = cast.Dalian
		}
		r.Cases[string(at)] = s.at(s.file(city, at))
	}
	filed := s.file(cast.Shenyang, filing.Finished)
	r.Filed = s.at(filed)
	r.Number, r.Receipt = s.receipt(filed)
	r.Results = s.results(cast.Shenyang)
	s.routes = r
	return r
}

// results brings batches of a fresh enterprise to the states of results.
func (s *stage) results(city cast.City) results {
	s.t.Helper()
	ctx := s.t.Context()
	c := s.file(city, filing.Finished)
	r := results{Clerk: c.Clerk.Login}
	batch := func(people int) *demo.Batch {
		b, err := s.world.Batch(ctx, c, people)
		s.must(err)
		return b
	}
	rests := func(caseNo string, who *demo.Person) place {
		open, err := demo.OpenTask(ctx, who, caseNo)
		s.must(err)
		return place{CaseNo: caseNo, Enterprise: c.Enterprise.Name, Clerk: c.Clerk.Login, Who: who.Login, Task: task{Stage: open.Stage, Round: open.Round, Slot: open.Slot, Version: open.Version, CaseNo: caseNo}}
	}
	r.Draft = batch(1).No

	handed := batch(8)
	s.must(handed.Fill(ctx))
	_, err := handed.Confirm(ctx)
	s.must(err)
	_, err = handed.Submit(ctx)
	s.must(err)
	r.Audit = rests(handed.No, s.world.As(city.Prefix+"-authority-handler"))

	passed := batch(2)
	s.must(passed.Audited(ctx))
	r.Issue = rests(passed.No, c.Clerk)

	issued := batch(3)
	s.must(issued.Audited(ctx))
	_, err = issued.Issue(ctx)
	s.must(err)
	certificates, err := issued.Certificates(ctx, time.Minute)
	s.must(err)
	r.Issued, r.Certificate = issued.No, certificates[0].Number
	address, err := url.Parse(certificates[0].VerifyUrl)
	s.must(err)
	r.Verify = address.Path
	begun, err := demo.Answer(c.Clerk.API.BeginRevocationWithResponse(ctx, certificates[1].Number, &client.BeginRevocationParams{IdempotencyKey: uuid.NewString()}))
	s.must(err)
	r.Revocation = rests(begun.CaseNo, c.Clerk)
	return r
}

// receipt gives the number of a filing and what its QR code holds.
func (s *stage) receipt(c *demo.Case) (number, token string) {
	list, err := demo.Answer(s.world.Anybody().API.ListInstitutionsWithResponse(s.t.Context(), &client.ListInstitutionsParams{Q: c.Enterprise.CreditCode}))
	s.must(err)
	if len(list.Items) != 1 {
		s.t.Fatalf("%s stands %d times in the catalogue", c.Enterprise.Name, len(list.Items))
	}
	number = list.Items[0].FilingNo
	s.must(s.product.App.Store.DB.WithContext(s.t.Context()).Raw("SELECT token FROM filings WHERE filing_no = ?", number).Scan(&token).Error)
	return number, token
}
