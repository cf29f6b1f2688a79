package api

import (
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"jiangxin/contract"
)

// flood opens n more acceptance tasks of the bureau in the tenant's case.
func (o *office) flood(one tenant, n int) {
	o.t.Helper()
	events := make([]contract.Event, 0, n)
	for i := range n {
		task := contract.Task{
			ID: fmt.Sprintf("acceptance/%d/1", i+2), Stage: "acceptance", Round: i + 2, Body: "bureau-210100", Role: "handler",
			Verdicts: []string{"accept"}, DueDays: 1 + i%7,
		}
		events = append(events, event("taskOpened", task.ID, task))
	}
	o.record(one.caseNo, 6, events...)
}

func TestAPageOfTheQueueCostsTheSameNumberOfStatementsHoweverLongItIs(t *testing.T) {
	t.Parallel()
	o := open(t)
	one := o.settle("000001")
	p := o.signIn(officer)
	p.do(http.MethodGet, "/api/tasks", nil) // reads the reference data once a minute
	few := o.queries.during(func() { p.do(http.MethodGet, "/api/tasks?limit=200", nil) })
	o.flood(one, 120)
	var list TaskList
	many := o.queries.during(func() { list = into[TaskList](p.do(http.MethodGet, "/api/tasks?limit=200", nil)) })
	if few != many || many > 4 {
		t.Errorf("%d statements for a short page, %d for a long one", few, many)
	}
	if len(list.Items) < 120 || list.Counts.Group < 120 {
		t.Errorf("%d items, counts %+v", len(list.Items), list.Counts)
	}
}

func TestThePagesOfTheQueueHoldEveryTaskOnceSoonestFirst(t *testing.T) {
	t.Parallel()
	o := open(t)
	one := o.settle("000001")
	o.flood(one, 60)
	p := o.signIn(officer)
	seen := map[string]bool{}
	var last time.Time
	for cursor, pages := "", 0; ; pages++ {
		list := into[TaskList](p.do(http.MethodGet, "/api/tasks?limit=7&cursor="+cursor, nil))
		for _, task := range list.Items {
			if seen[task.Id] {
				t.Fatalf("%s stands on two pages", task.Id)
			}
			seen[task.Id] = true
			if due := task.Deadline.Date.Start(); due.Before(last) {
				t.Errorf("%s is due before the one above it", task.Id)
			} else {
				last = due
			}
		}
		if cursor = list.Next; cursor == "" {
			if pages < 5 || len(seen) != 62 {
				t.Errorf("%d tasks on %d pages", len(seen), pages+1)
			}
			return
		}
	}
}

func TestOfTwoWhoClaimATaskTheSecondLearnsWhoWasFirst(t *testing.T) {
	t.Parallel()
	o := open(t)
	one := o.settle("000001")
	path := "/api/cases/" + one.caseNo + "/tasks/acceptance/1/1/"
	people := []*person{o.signIn("sy-bureau-handler"), o.signIn("sy-bureau-head")}
	answers := make([]answer, len(people))
	var group sync.WaitGroup
	for i, p := range people {
		group.Go(func() { answers[i] = p.do(http.MethodPost, path+"claim", nil) })
	}
	group.Wait()
	won, lost := 0, 1
	if answers[0].status != http.StatusOK {
		won, lost = 1, 0
	}
	task := into[Task](answers[won])
	if !task.Mine || task.ClaimedBy.Name == "" {
		t.Fatalf("the winner sees %s", answers[won].body)
	}
	problem := answers[lost].want(http.StatusConflict, "taken")
	if problem.Facts["who"] != task.ClaimedBy.Name || problem.Facts["at"] == "" {
		t.Errorf("the loser learns %v", problem.Facts)
	}
	if view := into[TaskView](people[lost].do(http.MethodGet, strings.TrimSuffix(path, "/"), nil)); view.MayDecide || len(view.WhyNot) == 0 {
		t.Errorf("the loser's page: %+v", view.WhyNot)
	}
	if got := people[won].do(http.MethodPost, path+"release", nil); got.status != http.StatusOK {
		t.Fatalf("release: %d %s", got.status, got.body)
	}
	if got := people[lost].do(http.MethodPost, path+"claim", nil); got.status != http.StatusOK {
		t.Errorf("claim after the release: %d %s", got.status, got.body)
	}
}

func TestATaskOfAnotherCityIsHiddenAndOneOfAnotherRoleForbidden(t *testing.T) {
	t.Parallel()
	o := open(t)
	one := o.settle("000001")
	path := "/api/cases/" + one.caseNo + "/tasks/acceptance/1/1"
	o.signIn("dl-bureau-handler").do(http.MethodGet, path, nil).want(http.StatusNotFound, "not_found")
	o.signIn("dl-bureau-handler").do(http.MethodPost, path+"/claim", nil).want(http.StatusNotFound, "not_found")
	o.signIn("sy-bureau-signer").do(http.MethodPost, path+"/claim", nil).want(http.StatusForbidden, "forbidden")
	o.signIn("sy-authority-handler").do(http.MethodPost, path+"/claim", nil).want(http.StatusForbidden, "forbidden")
	if list := into[TaskList](o.signIn("dl-bureau-handler").do(http.MethodGet, "/api/tasks?scope=all", nil)); len(list.Items) != 0 || list.Counts.All != 0 {
		t.Errorf("another city's queue holds %+v", list)
	}
}

func TestATaskIsHandedToAColleagueOfTheSameRoleAndToNobodyElse(t *testing.T) {
	t.Parallel()
	o := open(t)
	one := o.settle("000001")
	p := o.signIn("sy-bureau-handler")
	path := "/api/cases/" + one.caseNo + "/tasks/acceptance/1/1/"
	list := into[PersonList](p.do(http.MethodGet, "/api/colleagues", nil))
	for _, colleague := range list.Items {
		isHandler := false
		for _, role := range colleague.Roles {
			isHandler = isHandler || role == "handler"
		}
		view := into[TaskView](p.do(http.MethodGet, strings.TrimSuffix(path, "/"), nil))
		got := p.do(http.MethodPost, path+"delegation", map[string]any{"to": colleague.Id, "version": view.Task.Version})
		if !isHandler {
			got.want(http.StatusUnprocessableEntity, "invalid")
		} else if got.status != http.StatusOK && into[Problem](got).Code != "taken" {
			t.Errorf("to %s: %d %s", colleague.Name, got.status, got.body)
		}
	}
	p.do(http.MethodPost, path+"delegation", map[string]any{"to": list.Items[0].Id, "version": 99}).want(http.StatusConflict, "stale")
}

func TestWhatIsTypedForATaskSurvivesAReloadAndTwoTabsDoNotOverwriteEachOther(t *testing.T) {
	t.Parallel()
	o := open(t)
	one := o.settle("000001")
	p := o.signIn(officer)
	path := "/api/cases/" + one.caseNo + "/tasks/acceptance/1/1"
	text := `半张表 <script>alert(1)</script> '; DROP TABLE tasks; -- 𠀀𪚥`
	save := func(version int) answer {
		return p.do(http.MethodPut, path+"/worksheet", map[string]any{"version": version, "content": map[string]any{"note": text}})
	}
	if got := into[Saved](save(0)); got.Version != 1 {
		t.Fatalf("first version %d", got.Version)
	}
	if got := into[Saved](save(1)); got.Version != 2 {
		t.Fatalf("second version %d", got.Version)
	}
	for _, old := range []int{0, 1} {
		if problem := save(old).want(http.StatusConflict, "stale"); problem.Facts["version"] != "2" {
			t.Errorf("facts %v", problem.Facts)
		}
	}
	view := into[TaskView](p.do(http.MethodGet, path, nil))
	if !strings.Contains(string(view.Worksheet.Content), "DROP TABLE") || !strings.Contains(string(view.Worksheet.Content), "𠀀𪚥") || !view.MayDecide {
		t.Errorf("the page shows %s, %v", view.Worksheet.Content, view.WhyNot)
	}
}
