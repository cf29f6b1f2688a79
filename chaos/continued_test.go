package chaos_test

import (
	"context"
	"log/slog"
	"strconv"
	"testing"
	"time"

	"go.temporal.io/api/workflowservice/v1"
	"go.temporal.io/sdk/workflow"

	"jiangxin/cmd/jiangxin/app"
	"jiangxin/config"
	"jiangxin/contract"
	"jiangxin/demo/cast"
	"jiangxin/domain/filing"
	"jiangxin/workflows"
)

// shortest is how many events a run has at least before it continues as new: those with which it begins.
// Every rest after a decision lies beyond.
const shortest = 8

func TestAFilingThatContinuesAsNewAtEveryRestLosesNothingAndShowsWhereItStands(t *testing.T) {
	withoutWorker(t)
	workInProcess(t, workflows.Set{MayStop: func(ctx workflow.Context) bool {
		return workflow.GetInfo(ctx).GetCurrentHistoryLength() > shortest
	}})
	c, err := house.patient.Enterprise(t.Context(), cast.Dalian)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Apply(t.Context()); err != nil {
		t.Fatal(err)
	}
	decisions := 0
	for {
		if number(t, `SELECT count(*) FROM cases WHERE case_no = ? AND outcome <> ''`, c.No) == 1 {
			break
		}
		shown(t, c.No)
		var letters []letter
		for _, task := range open(t, c, 1) {
			letters = append(letters, usual(t, c, task))
		}
		for _, r := range together(t, letters...) {
			if !r.acknowledged() {
				t.Fatalf("a decision is answered %+v", r)
			}
			decisions++
		}
		quiet(t, c.No)
	}
	sound(t, c.No)
	if n := number(t, `SELECT count(*) FROM case_events WHERE case_no = ? AND type = 'decided'`, c.No); n != decisions {
		t.Errorf("%d decisions are recorded, %d were taken", n, decisions)
	}
	if outcome := number(t, `SELECT count(*) FROM cases WHERE case_no = ? AND outcome = ?`, c.No, filing.Filed); outcome != 1 {
		t.Error("the case does not end as filed")
	}
	count, err := house.temporal.CountWorkflow(t.Context(), &workflowservice.CountWorkflowExecutionsRequest{
		Query: "WorkflowId = '" + contract.FilingID(c.No) + "'",
	})
	if err != nil || count.GetCount() < 10 {
		t.Errorf("the case took %d runs (%v); it should have continued as new at nearly every rest", count.GetCount(), err)
	}
	t.Logf("%d decisions in %d runs", decisions, count.GetCount())
}

// workInProcess runs a worker of this very process until the test ends; only so can a test force when a run
// continues as new.
func workInProcess(t *testing.T, set workflows.Set) {
	t.Helper()
	cfg, err := config.Read()
	if err != nil {
		t.Fatal(err)
	}
	a, err := app.New(cfg, "chaos", slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	a.Set = set
	ctx, stop := context.WithCancel(context.WithoutCancel(t.Context()))
	ended := make(chan error, 1)
	go func() { ended <- a.Work(ctx) }()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
		a.Close()
	})
}

// shown compares what operators see of an open case with the database.
func shown(t *testing.T, caseNo string) {
	t.Helper()
	of, err := house.record.Case(t.Context(), caseNo)
	if err != nil {
		t.Fatal(err)
	}
	var waits string
	if err := house.record.DB.Raw(`SELECT body || ':' || role FROM tasks WHERE case_no = ? AND state = 'open' ORDER BY id LIMIT 1`, caseNo).Scan(&waits).Error; err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		contract.AttrStage: of.Stage, contract.AttrCity: of.Region, contract.AttrWaitingFor: waits, contract.AttrSeq: strconv.Itoa(of.Seq),
	}
	var seen map[string]string
	for until := time.Now().Add(15 * time.Second); time.Now().Before(until); time.Sleep(100 * time.Millisecond) {
		seen = attributes(t, contract.FilingID(caseNo))
		now, err := house.record.Case(t.Context(), caseNo)
		if err != nil {
			t.Fatal(err)
		}
		want[contract.AttrSeq] = strconv.Itoa(now.Seq) // papers that are made move it on
		same := true
		for name, value := range want {
			same = same && seen[name] == value
		}
		if same {
			return
		}
	}
	t.Errorf("operators see %v, the case is at %v", seen, want)
}
