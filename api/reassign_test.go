package api

import (
	"net/http"
	"testing"

	"jiangxin/contract"
	"jiangxin/demo/cast"
)

func (o *office) idOf(login string) string {
	o.t.Helper()
	user, err := o.store.UserByLogin(o.t.Context(), login)
	o.must(err)
	return user.ID.String()
}

func TestATaskIsReassignedOnlyToWhoeverCouldHaveBeenAsked(t *testing.T) {
	t.Parallel()
	o := open(t)
	one := o.settle("000001")
	review := contract.Task{
		ID: "acceptance/1/1-review", Stage: "acceptance", Round: 1, Step: "review", Body: "bureau-210100", Role: "reviewer",
		Verdicts: []string{"agree"}, NotBy: []string{o.idOf("sy-bureau-head")},
	}
	answer := contract.Task{ID: "supplement/1/1", Stage: "supplement", Round: 1, Body: one.enterprise.String(), Role: "clerk", Verdicts: []string{"submit"}}
	second := contract.Task{
		ID: "expertReview/1/2", Stage: "expertReview", Round: 1, Body: "bureau-210100", Role: "expert",
		Assignee: o.idOf("sy-expert-2"), Proxy: "bureau-210100", Verdicts: []string{"conclude"},
	}
	o.record(one.caseNo, 6, event("taskOpened", review.ID, review), event("taskOpened", answer.ID, answer), event("taskOpened", second.ID, second))
	o.must(o.store.DB.Exec(`UPDATE users SET disabled = true WHERE login = 'sy-expert-5'`).Error)

	const acceptance = "acceptance/1/1"
	seat := "expertReview/1/" + one.seat.String()
	ownClerk, otherClerk := cast.EnterpriseOf(cast.Shenyang, 1).Clerk.Login, cast.EnterpriseOf(cast.Shenyang, 2).Clerk.Login
	p := o.signIn("operator")
	for name, c := range map[string]struct {
		task, assignee, body, role, code string // no code: kept, and sent to the workflow that does not run here
	}{
		"a colleague of the role":        {task: acceptance, assignee: officer},
		"a colleague of another role":    {task: acceptance, assignee: "sy-bureau-signer", code: "audience"},
		"an officer of another city":     {task: acceptance, assignee: "dl-bureau-handler", code: "audience"},
		"the applicant":                  {task: acceptance, assignee: ownClerk, code: "audience"},
		"the operator":                   {task: acceptance, assignee: "operator", code: "operator"},
		"who took the earlier step":      {task: review.ID, assignee: "sy-bureau-head", code: "same_person"},
		"another role":                   {task: review.ID, assignee: officer, role: "handler", code: "role"},
		"a body of another kind":         {task: acceptance, body: "authority-210100", code: "body_kind"},
		"a body of another city":         {task: acceptance, body: "bureau-210200", code: "body_competence"},
		"a clerk of the applicant":       {task: answer.ID, assignee: ownClerk},
		"a clerk of another enterprise":  {task: answer.ID, assignee: otherClerk, code: "audience"},
		"an officer, for the applicant":  {task: answer.ID, assignee: officer, code: "audience"},
		"a body, for the applicant":      {task: answer.ID, body: "bureau-210100", code: "body"},
		"another expert":                 {task: seat, assignee: "sy-expert-3"},
		"an expert of another city":      {task: seat, assignee: "dl-expert-1", code: "candidate"},
		"no expert":                      {task: seat, assignee: officer, code: "candidate"},
		"an expert who is asked already": {task: seat, assignee: "sy-expert-2", code: "panel"},
		"a disabled expert":              {task: seat, assignee: "sy-expert-5", code: "person"},
		"nobody, for an expert":          {task: seat, body: "bureau-210100", code: "required"},
	} {
		request := map[string]any{"operation": "reassign", "reason": "原办理人请假", "taskId": c.task, "body": c.body}
		if c.role != "" {
			request["role"] = c.role
		}
		if c.assignee != "" {
			request["assignee"] = o.idOf(c.assignee)
		}
		got := p.do(http.MethodPost, "/api/cases/"+one.caseNo+"/operations", request, "Idempotency-Key", "reassign "+name)
		if c.code == "" {
			if problem := into[Problem](got); problem.Code != "diverged" {
				t.Errorf("%s: %d %s", name, got.status, got.body)
			}
			continue
		}
		if problem := into[Problem](got); got.status < 400 || len(problem.Fields) != 1 || problem.Fields[0].Code != c.code {
			t.Errorf("%s: %d %s, want %s", name, got.status, got.body, c.code)
		}
	}
}

func TestAnExpertWhomTheApplicantEmploysGetsNoTask(t *testing.T) {
	t.Parallel()
	o := open(t)
	one := o.settle("000001")
	o.must(o.store.DB.Exec(`UPDATE cases SET enterprise_name = (SELECT employer FROM experts WHERE user_id = ?) WHERE case_no = ?`,
		o.idOf("sy-expert-3"), one.caseNo).Error)
	got := o.signIn("operator").do(http.MethodPost, "/api/cases/"+one.caseNo+"/operations", map[string]any{
		"operation": "reassign", "reason": "原专家请假", "taskId": "expertReview/1/" + one.seat.String(), "assignee": o.idOf("sy-expert-3"),
	}, "Idempotency-Key", "reassign-conflict")
	if problem := into[Problem](got); len(problem.Fields) != 1 || problem.Fields[0].Code != "conflict" {
		t.Errorf("%d %s", got.status, got.body)
	}
}
