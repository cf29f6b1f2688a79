package api

import (
	"encoding/json"
	"net/http"
	"slices"
	"testing"

	"jiangxin/contract"
	"jiangxin/domain/filing"
	"jiangxin/domain/filing/filingtest"
	"jiangxin/store"
)

// notice is an acceptance that returns the application for the one defect, said in these words.
func notice(words string) map[string]any {
	sheet := filingtest.Reviewed()
	for i := range sheet.Materials {
		if sheet.Materials[i].Number == 4 {
			sheet.Materials[i].Finding = filing.FindingSupplement
			sheet.Materials[i].Defects = []filing.Defect{{Reason: "incomplete", Words: words}}
		}
	}
	return map[string]any{"verdict": "return", "version": 1, "sheet": sheet}
}

// decide keeps a decision and plays the event that the workflow makes of it.
func (p *person) decide(caseNo, task string, body map[string]any) (contract.Event, contract.Decision) {
	p.t.Helper()
	got := p.do(http.MethodPost, "/api/cases/"+caseNo+"/tasks/"+task+"/decision", body, "Idempotency-Key", "key-"+task)
	if got.status != http.StatusAccepted {
		p.t.Fatalf("%s: %d %s", task, got.status, got.body)
	}
	var kept store.Command
	p.must(p.store.DB.Take(&kept, "id = ?", into[Command](got).Id).Error)
	var decision contract.Decision
	p.must(json.Unmarshal([]byte(kept.Payload), &decision))
	e := event("decided", decision.TaskID, contract.DecidedData{Verdict: decision.Verdict, Target: decision.Target})
	e.Command, e.Actor = decision.Command, decision.Actor
	return e, decision
}

func TestANoticeThatAsksAgainHoldsOnceASecondOfficerHasAgreed(t *testing.T) {
	t.Setenv("JIANGXIN_TEMPORAL_ADDRESS", "127.0.0.1:1") // decisions are kept; the test plays what the workflow makes of them
	o := open(t)
	one := o.settle("000001")
	o.must(o.store.DB.Exec(`UPDATE cases SET input = ? WHERE case_no = ?`, `{"rules":{"again":["review"]}}`, one.caseNo).Error)
	handler, reviewer, clerk := o.signIn("sy-bureau-handler"), o.signIn("sy-bureau-reviewer"), o.clerk()
	ask := func(id, step, role string, notBy ...string) contract.Event {
		verdicts := []string{"accept", "return", "refuse"}
		if step != "" {
			verdicts = []string{"agree", "sendBack"}
		}
		round := int(id[len("acceptance/")] - '0')
		return event("taskOpened", id, contract.Task{ID: id, Stage: "acceptance", Round: round, Step: step, Body: "bureau-210100", Role: role, Verdicts: verdicts, NotBy: notBy})
	}
	enter := func(round int) contract.Event {
		return event("stageEntered", "", contract.StageData{Stage: "acceptance", Round: round})
	}
	told := func() []string {
		t.Helper()
		var words []string
		for _, s := range into[StatementList](clerk.do(http.MethodGet, "/api/cases/"+one.caseNo+"/statements", nil)).Items {
			var said struct {
				Sheet filing.AcceptanceSheet `json:"sheet"`
			}
			o.must(json.Unmarshal(s.Content, &said))
			for _, d := range said.Sheet.Defects() {
				words = append(words, d.Words)
			}
		}
		return words
	}
	facts := func(task string) taskFacts {
		t.Helper()
		var f taskFacts
		o.must(json.Unmarshal(into[TaskView](handler.do(http.MethodGet, "/api/cases/"+one.caseNo+"/tasks/"+task, nil)).Facts, &f))
		return f
	}

	first, travels := handler.decide(one.caseNo, "acceptance/1/1", notice("缺少激励办法"))
	if travels.Again {
		t.Error("the first notice asks for nothing again")
	}
	o.record(one.caseNo, 6, first, enter(2), ask("acceptance/2/1", "", "handler"))
	if f := facts("acceptance/2/1"); !slices.Equal(f.Again, []string{"review"}) || len(f.Defects) != 1 {
		t.Errorf("the officer is not told of the second person: %v %v", f.Again, f.Defects)
	}

	second, travels := handler.decide(one.caseNo, "acceptance/2/1", notice("激励办法没有盖章页"))
	if !travels.Again {
		t.Error("the workflow does not learn that the notice asks again")
	}
	o.record(one.caseNo, 9, second, ask("acceptance/2/review", "review", "reviewer", travels.Actor))
	if got := told(); !slices.Equal(got, []string{"缺少激励办法"}) {
		t.Errorf("before anybody agreed the applicant reads %v", got)
	}
	path := "/api/cases/" + one.caseNo + "/tasks/acceptance/2/review"
	head := o.signIn("sy-bureau-head").do(http.MethodGet, path, nil)
	if view := into[TaskView](head); !view.MayDecide {
		t.Errorf("a reviewer who did not ask may agree: %+v", view.WhyNot)
	}
	bare := reviewer.do(http.MethodPost, path+"/decision", map[string]any{"verdict": "sendBack", "version": 1, "sheet": map[string]any{"words": ""}}, "Idempotency-Key", "key-bare")
	if found := faulty(bare.want(http.StatusUnprocessableEntity, "invalid")); found["/sheet/words"] == "" {
		t.Errorf("sent back without a reason: %v", found)
	}

	back, _ := reviewer.decide(one.caseNo, "acceptance/2/review", map[string]any{"verdict": "sendBack", "version": 1, "sheet": map[string]any{"words": "盖章页在第 12 页"}})
	o.record(one.caseNo, 11, back, enter(3), ask("acceptance/3/1", "", "handler"))
	if f := facts("acceptance/3/1"); len(f.Defects) != 1 || f.Defects[0].Words != "缺少激励办法" {
		t.Errorf("what was sent back counts as told: %v", f.Defects)
	}
	if got := told(); !slices.Equal(got, []string{"缺少激励办法"}) {
		t.Errorf("what was sent back reached the applicant: %v", got)
	}

	third, travels := handler.decide(one.caseNo, "acceptance/3/1", notice("第 12 页的章不是本单位的"))
	o.record(one.caseNo, 14, third, ask("acceptance/3/review", "review", "reviewer", travels.Actor))
	agree, _ := reviewer.decide(one.caseNo, "acceptance/3/review", map[string]any{"verdict": "agree", "version": 1, "sheet": map[string]any{}})
	o.record(one.caseNo, 16, agree)
	if got := told(); !slices.Equal(got, []string{"缺少激励办法", "第 12 页的章不是本单位的"}) {
		t.Errorf("after the agreement the applicant reads %v", got)
	}
	var findings store.Texts
	o.must(o.store.DB.Raw(`SELECT findings FROM cases WHERE case_no = ?`, one.caseNo).Row().Scan(&findings))
	if len(findings) != filing.MaterialCount || findings[3] != "supplement" {
		t.Errorf("who agreed judged the materials anew: %v", findings)
	}
}

func TestWhoeverAskedAgainMayNotAgreeToIt(t *testing.T) {
	t.Parallel()
	o := open(t)
	one := o.settle("000001")
	head := o.signIn("sy-bureau-head") // handler, reviewer and signer at once
	o.record(one.caseNo, 6, event("taskOpened", "acceptance/1/review", contract.Task{
		ID: "acceptance/1/review", Stage: "acceptance", Round: 1, Step: "review", Body: "bureau-210100", Role: "reviewer",
		Verdicts: []string{"agree", "sendBack"}, NotBy: []string{o.idOf("sy-bureau-head")},
	}))
	head.do(http.MethodPost, "/api/cases/"+one.caseNo+"/tasks/acceptance/1/review/decision", map[string]any{"verdict": "agree", "version": 1, "sheet": map[string]any{}},
		"Idempotency-Key", "key-same-person").want(http.StatusForbidden, "forbidden")
}
