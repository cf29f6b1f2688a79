package api

import (
	"net/http"
	"testing"

	"jiangxin/contract"
	"jiangxin/domain/civil"
	"jiangxin/domain/filing"
)

func TestTheExpectedFinishAddsUpWhatIsLeftAndWaitsWithTheClock(t *testing.T) {
	t.Parallel()
	calendar, err := civil.LoadCalendar()
	if err != nil {
		t.Fatal(err)
	}
	day := func(text string) civil.Date {
		d, err := civil.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	rules := contract.FilingRules{DueDays: map[string]int{"acceptance": 5, "centreReview": 10, "receipt": 5, "publication": 5}}
	running := civil.Clock{Limit: 20, Start: day("2026-03-02")}
	standing := civil.Clock{Limit: 20, Start: day("2026-03-02"), Pauses: []civil.Pause{{From: day("2026-03-03"), Reason: civil.ExpertReview}}}
	for _, c := range []struct {
		name       string
		clock      civil.Clock
		stage      filing.Stage
		due, today string
		want       string
	}{
		{"at acceptance", civil.Clock{Limit: 20}, filing.Acceptance, "2026-03-09", "2026-03-02", "2026-05-08"},
		{"at supplement", civil.Clock{Limit: 20}, filing.Supplement, "2026-03-31", "2026-03-02", "2026-06-05"},
		{"the city's clock runs", running, filing.Verification, "2026-03-30", "2026-03-02", "2026-04-28"},
		{"it stands", standing, filing.ExpertReview, "2026-03-30", "2026-03-10", "2026-05-08"},
		{"it stands longer", standing, filing.ExpertReview, "2026-03-30", "2026-03-11", "2026-05-09"},
		{"it is overrun", running, filing.Submission, "2026-03-30", "2026-04-08", "2026-05-09"},
		{"at the centre", running, filing.CentreReview, "2026-04-14", "2026-04-08", "2026-04-28"},
		{"at the publication", running, filing.Publication, "2026-04-14", "2026-04-08", "2026-04-14"},
		{"late at the publication", running, filing.Publication, "2026-04-14", "2026-04-15", "2026-04-15"},
	} {
		if got := expected(calendar, rules, c.clock, c.stage, day(c.due), day(c.today)); got.Date.String() != c.want || got.Provisional {
			t.Errorf("%s: %+v, want %s", c.name, got, c.want)
		}
	}
}

func TestACaseShowsAllItsStagesAlsoThoseToCome(t *testing.T) {
	t.Parallel()
	o := open(t)
	one := o.settle("000001")
	found := into[Case](o.signIn("sy-bureau-handler").do(http.MethodGet, "/api/cases/"+one.caseNo, nil))
	if len(found.Plan) != len(filing.Order)-2 || found.Plan[0].Stage != "acceptance" || found.Plan[0].Body == "" {
		t.Errorf("%+v", found.Plan)
	}
	if found.Expected.Date.IsZero() {
		t.Error("nothing is expected")
	}
	for _, stage := range found.Plan {
		if stage.Detour != (stage.Stage == "supplement" || stage.Stage == "rectification") || stage.Name == "" {
			t.Errorf("%+v", stage)
		}
	}
}
