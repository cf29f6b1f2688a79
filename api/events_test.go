package api

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"

	"jiangxin/contract"
	"jiangxin/demo/cast"
)

func TestAnApplicantReadsWhatConcernsItAndNotWhatTheBodiesSayAmongThemselves(t *testing.T) {
	t.Parallel()
	o := open(t)
	one := o.settle("000001")
	own := contract.Task{ID: "supplement/1/1", Stage: "supplement", Round: 1, Body: one.enterprise.String(), Role: "clerk", Verdicts: []string{"submit"}, DueDays: 15}
	o.record(one.caseNo, 6,
		event("taskOpened", own.ID, own),
		event("paperDue", "", contract.PaperData{ID: "acceptance/1/supplementNotice", Kind: "supplementNotice", Stage: "acceptance", Round: 1, Command: "c1"}),
		event("actTaken", "", contract.ActData{Stage: "verification", Round: 1, Body: "bureau-210100", Verdict: "back", Target: "panel", By: []string{one.seat.String()}, Command: "c2"}),
		event("actTaken", "", contract.ActData{Stage: "verification", Round: 2, Body: "bureau-210100", Verdict: "pass", By: []string{one.seat.String()}, Command: "c3"}))
	path := "/api/cases/" + one.caseNo + "/events"
	officer := into[EventList](o.signIn("sy-bureau-handler").do(http.MethodGet, path, nil))
	if len(officer.Items) != 9 || officer.Total != 9 || !officer.Verified || officer.Items[0].Digest == "" {
		t.Fatalf("the officer reads %+v", officer)
	}
	got := o.signIn(cast.EnterpriseOf(cast.Shenyang, 1).Clerk.Login).do(http.MethodGet, path, nil)
	list := into[EventList](got)
	var seen []int
	for _, e := range list.Items {
		seen = append(seen, e.Seq)
		if e.Digest != "" || e.Type == "" || e.At.IsZero() || !json.Valid(e.Body) {
			t.Errorf("%+v", e)
		}
	}
	if !slices.Equal(seen, []int{1, 2, 6, 7, 9}) || list.Total != 9 || !list.Verified {
		t.Errorf("the clerk reads %v of %d, whole: %t", seen, list.Total, list.Verified)
	}
	for _, secret := range []string{one.seat.String(), "assignee", "expertReview", "assessment", `"c1"`, `"c3"`, "back"} {
		if strings.Contains(string(got.body), secret) {
			t.Errorf("the clerk reads %q: %s", secret, got.body)
		}
	}
}

func TestTheOfficerIsToldWhatToCheckByHand(t *testing.T) {
	t.Parallel()
	o := open(t)
	one := o.settle("000001")
	o.must(o.store.DB.Exec(`INSERT INTO snapshots (case_no, round, content, digest, command, created_at)
		SELECT case_no, 2, replace(replace(content, '6-31-01-03', '6-18-02-04'), '电工', '焊工'), digest, 'c2', created_at FROM snapshots`).Error)
	view := into[TaskView](o.signIn("sy-bureau-handler").do(http.MethodGet, "/api/cases/"+one.caseNo+"/tasks/acceptance/1/1", nil))
	var facts struct{ Notices []FieldProblem }
	o.must(json.Unmarshal(view.Facts, &facts))
	if len(facts.Notices) == 0 || facts.Notices[0].Code != "check_by_hand" || !strings.Contains(facts.Notices[0].Message, "焊工") {
		t.Errorf("%s", view.Facts)
	}
}
