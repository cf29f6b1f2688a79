package e2e

import (
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
		case filing.Finished, filing.Rectification:
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
	s.routes = r
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
