package api

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"jiangxin/contract"
	"jiangxin/store"
)

// tab reads one tab of a person's queue.
func (p *person) tab(query string) TaskList {
	p.t.Helper()
	answer := p.do(http.MethodGet, "/api/tasks?"+query, nil)
	if answer.status != http.StatusOK {
		p.t.Fatalf("%s: %d %s", query, answer.status, answer.body)
	}
	return into[TaskList](answer)
}

func stagesOf(list TaskList) string {
	var stages []string
	for _, task := range list.Items {
		stages = append(stages, task.Stage)
	}
	slices.Sort(stages)
	return strings.Join(stages, " ")
}

func TestATaskMovesFromTabToTabAsItIsTaken(t *testing.T) {
	t.Parallel()
	o := open(t)
	one := o.settle("000001")
	handler, colleague, expert := o.signIn("sy-bureau-handler"), o.signIn("sy-bureau-head"), o.signIn("sy-expert-1")
	tabs := func(p *person) string {
		t.Helper()
		var found []string
		for _, scope := range []string{"claimable", "mine", "waiting", "group"} {
			found = append(found, scope+": "+stagesOf(p.tab("scope="+scope)))
		}
		return strings.Join(found, "; ")
	}
	want := func(p *person, tabbed string) {
		t.Helper()
		if got := tabs(p); got != tabbed {
			t.Errorf("%s: got %s, want %s", p.login, got, tabbed)
		}
	}
	want(handler, "claimable: acceptance; mine: ; waiting: expertReview; group: acceptance expertReview")
	want(expert, "claimable: expertReview; mine: ; waiting: ; group: expertReview")
	path := "/api/cases/" + one.caseNo + "/tasks/"
	if got := handler.do(http.MethodPost, path+"acceptance/1/1/claim", nil); got.status != http.StatusOK {
		t.Fatalf("%d %s", got.status, got.body)
	}
	sheet := map[string]any{"version": 0, "content": map[string]any{"favourable": true}}
	if got := expert.do(http.MethodPut, path+"expertReview/1/"+one.seat.String()+"/worksheet", sheet); got.status != http.StatusOK {
		t.Fatalf("%d %s", got.status, got.body)
	}
	want(handler, "claimable: ; mine: acceptance; waiting: expertReview; group: acceptance expertReview")
	want(colleague, "claimable: ; mine: ; waiting: acceptance expertReview; group: acceptance expertReview")
	want(expert, "claimable: ; mine: expertReview; waiting: ; group: expertReview")
	want(o.signIn("dl-bureau-handler"), "claimable: ; mine: ; waiting: ; group: ")
	want(o.clerkOf(), "claimable: ; mine: ; waiting: ; group: ")
	for _, row := range colleague.tab("scope=waiting").Items {
		if row.Holder == "" || row.RoleName == "" || row.ApplicationKind != "initial" {
			t.Errorf("%+v", row)
		}
	}
	counts := handler.tab("scope=mine").Counts
	if counts != (TaskCounts{Claimable: 0, Mine: 1, Waiting: 1, Group: 2, All: 2, Near: 1, Overdue: 0}) {
		t.Errorf("%+v", counts)
	}
}

func (o *office) clerkOf() *person { return o.signIn("sy-demo-01") }

func TestTheCellsAreWhatTheHolderHasTypedAndOnlyOfficersSeeThat(t *testing.T) {
	t.Parallel()
	o := open(t)
	one := o.settle("000001")
	handler := o.signIn("sy-bureau-handler")
	path := "/api/cases/" + one.caseNo + "/tasks/acceptance/1/1"
	cells := func(p *person, query string) string {
		t.Helper()
		for _, row := range p.tab(query).Items {
			if row.Stage == "acceptance" {
				return strings.Join(row.Cells, ",")
			}
		}
		return "none"
	}
	typed := map[string]any{"version": 0, "content": map[string]any{"materials": []any{
		map[string]any{"number": 1, "finding": "pass"}, map[string]any{"number": 6, "finding": "supplement"},
	}}}
	if got := handler.do(http.MethodPut, path+"/worksheet", typed); got.status != http.StatusOK {
		t.Fatalf("%d %s", got.status, got.body)
	}
	if got := cells(handler, "scope=group"); got != ",,,,,," {
		t.Errorf("before the claim: %s", got)
	}
	handler.do(http.MethodPost, path+"/claim", nil)
	if got := cells(handler, "scope=mine"); got != "pass,,,,,supplement," {
		t.Errorf("after the claim: %s", got)
	}
	view := into[TaskView](handler.do(http.MethodGet, path, nil))
	if strings.Join(view.Task.Cells, ",") != "pass,,,,,supplement," {
		t.Errorf("on the page: %v", view.Task.Cells)
	}
	for _, task := range into[Case](o.clerkOf().do(http.MethodGet, "/api/cases/"+one.caseNo, nil)).OpenTasks {
		if strings.Join(task.Cells, "") != "" {
			t.Errorf("the applicant reads %v", task.Cells)
		}
	}
}

func TestAPausedClockShowsInTheQueueAndIsNeitherNearNorOverdue(t *testing.T) {
	t.Parallel()
	o := open(t)
	one := o.settle("000001")
	handler := o.signIn("sy-bureau-handler")
	review := func() Task {
		t.Helper()
		for _, row := range handler.tab("scope=waiting").Items {
			if row.Stage == "expertReview" {
				return row
			}
		}
		t.Fatal("the expert's task is gone")
		return Task{}
	}
	if got := review(); got.Paused.Reason != "" || got.Deadline.Calendar == "" || got.Deadline.Start.IsZero() {
		t.Errorf("%+v", got)
	}
	o.must(o.store.DB.Create(&store.Statement{
		CaseNo: one.caseNo, Seq: 100, Stage: "acceptance", Round: 1, Actor: one.seat, Verdict: "accept", Content: "{}", Digest: []byte{1}, At: o.now(),
	}).Error)
	o.record(one.caseNo, 6, event("stageEntered", "", contract.StageData{Stage: "expertReview", Round: 1, Pause: "expertReview"}))
	got := review()
	if got.Paused.Reason != "expertReview" || got.Paused.ReasonName != "专家评审" || got.Paused.Since != got.Deadline.Start {
		t.Errorf("%+v", got.Paused)
	}
	if got.Deadline.Text != "已暂停（专家评审），恢复后剩 20 个工作日" || got.Deadline.Urgency != "paused" || got.Deadline.Left != 20 || got.Deadline.Used != 0 {
		t.Errorf("%+v", got.Deadline)
	}
	o.must(o.store.DB.Exec(`UPDATE tasks SET due_at = ? WHERE case_no = ?`, o.now().AddDate(0, 0, -3), one.caseNo).Error)
	if list := handler.tab("scope=all&urgency=overdue"); stagesOf(list) != "acceptance" || list.Counts.Overdue != 1 {
		t.Errorf("overdue: %s, %+v", stagesOf(list), list.Counts)
	}
	o.must(o.store.DB.Exec(`UPDATE tasks SET due_at = ? WHERE case_no = ?`, o.now().Add(1), one.caseNo).Error)
	if list := handler.tab("scope=all&urgency=near"); stagesOf(list) != "acceptance" || list.Counts.Near != 1 {
		t.Errorf("near: %s, %+v", stagesOf(list), list.Counts)
	}
}

func TestTheQueueIsNarrowedByCityAndStageAndShowsWhatWasDone(t *testing.T) {
	t.Parallel()
	o := open(t)
	one := o.settle("000001")
	handler, colleague := o.signIn("sy-bureau-handler"), o.signIn("sy-bureau-head")
	for query, want := range map[string]string{
		"region=210100": "acceptance expertReview", "region=210200": "", "stage=expertReview": "expertReview",
		"q=" + url.QueryEscape(one.caseNo): "acceptance expertReview", "q=" + url.QueryEscape("没有这家"): "",
	} {
		if got := stagesOf(handler.tab("scope=all&" + query)); got != want {
			t.Errorf("%s: %s", query, got)
		}
	}
	me, err := o.store.UserByLogin(t.Context(), "sy-bureau-handler")
	o.must(err)
	o.must(o.store.DB.Exec(`UPDATE tasks SET state = 'done', closed_by = ?, closed_at = ?, verdict = 'accept' WHERE case_no = ? AND stage = 'acceptance'`,
		me.ID, o.now(), one.caseNo).Error)
	for _, c := range []struct {
		p           *person
		query, want string
	}{
		{handler, "scope=done", "acceptance"}, {handler, "state=done", "acceptance"}, {handler, "scope=done&by=body", "acceptance"},
		{colleague, "scope=done", ""}, {colleague, "scope=done&by=body", "acceptance"}, {o.signIn("dl-bureau-handler"), "scope=done&by=body", ""},
	} {
		if got := stagesOf(c.p.tab(c.query)); got != c.want {
			t.Errorf("%s, %s: %q", c.p.login, c.query, got)
		}
	}
	if got := handler.tab("scope=done").Counts.Done30; got != 1 {
		t.Errorf("done within thirty days: %d", got)
	}
}
