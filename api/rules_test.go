package api

import (
	"fmt"
	"net/http"
	"slices"
	"testing"

	"jiangxin/contract"
	"jiangxin/domain/filing"
	"jiangxin/domain/policy"
)

// faulty lists the pointers of a problem with their codes.
func faulty(p Problem) map[string]string {
	found := map[string]string{}
	for _, field := range p.Fields {
		found[field.Pointer] = field.Code
	}
	return found
}

func TestAnOperatorsPanelIsHeldToTheRulesOfOneThatIsAppointed(t *testing.T) {
	t.Parallel()
	o := open(t)
	one := o.settle("000001")
	var experts []string
	for i := range 4 {
		user, err := o.store.UserByLogin(t.Context(), fmt.Sprintf("sy-expert-%d", i+1))
		o.must(err)
		experts = append(experts, user.ID.String())
	}
	handler, err := o.store.UserByLogin(t.Context(), officer)
	o.must(err)
	o.must(o.store.DB.Exec(`UPDATE cases SET enterprise_name = (SELECT employer FROM experts WHERE user_id = ?)`, experts[2]).Error)
	operator := o.signIn("operator")
	for name, c := range map[string]struct {
		people  []string
		pointer string
		code    string
	}{
		"even":           {experts, "/people", "panel_size"},
		"too small":      {experts[:1], "/people", "panel_size"},
		"twice":          {[]string{experts[0], experts[1], experts[1]}, "/people/2", "duplicate"},
		"no expert":      {[]string{experts[0], experts[1], handler.ID.String()}, "/people/2", "expert"},
		"own enterprise": {experts[:3], "/people/2", "conflict_of_interest"},
	} {
		got := operator.do(http.MethodPost, "/api/cases/"+one.caseNo+"/operations",
			map[string]any{"operation": "correct", "fact": "panel", "people": c.people, "reason": "更换专家"}, "Idempotency-Key", "correct-"+name)
		if found := faulty(got.want(http.StatusUnprocessableEntity, "invalid")); found[c.pointer] != c.code {
			t.Errorf("%s: %v", name, found)
		}
	}
}

func TestABodyIsPutInPlaceOnlyWhereItHasTheFunctionAndTheRegion(t *testing.T) {
	t.Parallel()
	o := open(t)
	one := o.settle("000001")
	operator := o.signIn("operator")
	for name, c := range map[string][2]string{
		"another level": {contract.FactCompetent, "department-210000"},
		"another city":  {contract.FactCompetent, "bureau-210200"},
		"authority":     {contract.FactBureau, "authority-210100"},
		"nobody":        {contract.FactPublisher, "bureau-000000"},
		"no body":       {contract.FactPublisher, ""},
	} {
		operator.do(http.MethodPost, "/api/cases/"+one.caseNo+"/operations",
			map[string]any{"operation": "correct", "fact": c[0], "value": c[1], "reason": "登记有误"}, "Idempotency-Key", "correct-"+name).
			want(http.StatusUnprocessableEntity, "invalid")
	}
	o.must(o.store.DB.Exec(`UPDATE cases SET procedure = 'Certification' WHERE case_no = ?`, one.caseNo).Error)
	got := operator.do(http.MethodPost, "/api/cases/"+one.caseNo+"/operations",
		map[string]any{"operation": "correct", "fact": contract.FactCompetent, "value": "bureau-210100", "reason": "登记有误"}, "Idempotency-Key", "correct-audit")
	if found := faulty(got.want(http.StatusUnprocessableEntity, "invalid")); found["/value"] != "competence" {
		t.Errorf("%v", found)
	}
}

func TestNoReceiptIsIssuedForACaseThatNothingPassed(t *testing.T) {
	t.Parallel()
	o := open(t)
	one := o.settle("000001")
	task := contract.Task{
		ID: "receipt/1/handle", Stage: "receipt", Round: 1, Step: "handle", Body: "department-210000", Role: "handler",
		Verdicts: []string{"issue", "decline"}, DueDays: 5,
	}
	o.record(one.caseNo, 6, event("taskOpened", task.ID, task))
	got := o.signIn("department-handler").do(http.MethodPost, "/api/cases/"+one.caseNo+"/tasks/receipt/1/handle/decision",
		map[string]any{"verdict": "issue", "version": 1, "sheet": map[string]any{}}, "Idempotency-Key", "issue-at-once")
	if found := faulty(got.want(http.StatusUnprocessableEntity, "invalid")); found["/sheet"] != "nothing_granted" {
		t.Errorf("%v", found)
	}
}

func TestTheCitysClockStandsWhileTheApplicantOrTheProvinceHasTheTurn(t *testing.T) {
	t.Parallel()
	book, err := policy.DefaultBook()
	if err != nil {
		t.Fatal(err)
	}
	rules, err := filingRules(book.At(book.Rows()[0].From), "bureau")
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(rules.Again, []string{"review"}) {
		t.Errorf("a notice that asks again takes the steps %v", rules.Again)
	}
	city := []filing.Stage{filing.Acceptance, filing.Panel, filing.Verification, filing.CommitmentCheck, filing.DelegateOpinion, filing.Submission}
	for _, stage := range filing.Order {
		if stage == filing.Finished {
			continue
		}
		if runs := rules.Pauses[string(stage)] == ""; runs != slices.Contains(city, stage) {
			t.Errorf("%s: the clock runs: %t", stage, runs)
		}
	}
	for _, stage := range []filing.Stage{filing.Supplement, filing.Rectification, filing.Commitment} {
		if rules.DueUnit[string(stage)] == contract.DueCity {
			t.Errorf("%s is due by the city's clock", stage)
		}
	}
	if rules.DueUnit[string(filing.Rectification)] != "" {
		t.Errorf("rectification counts in %q, not in working days", rules.DueUnit[string(filing.Rectification)])
	}
}
