package workflows_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"go.temporal.io/api/enums/v1"
	historypb "go.temporal.io/api/history/v1"
	"go.temporal.io/sdk/activity"
	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/worker"
	"go.temporal.io/sdk/workflow"
	"google.golang.org/protobuf/encoding/protojson"

	"jiangxin/contract"
	product "jiangxin/worker"
	"jiangxin/workflows"
)

// Histories are recorded on a real Temporal server, once per change that running cases may meet:
//
//	JIANGXIN_RECORD=1 .dev/bin/devstack exec --fresh -- go test ./workflows -run TestRecordHistories
//
// Files are added, never replaced: an old history is a case that may still be running.
func TestRecordHistories(t *testing.T) {
	if os.Getenv("JIANGXIN_RECORD") == "" {
		t.Skip("set JIANGXIN_RECORD=1 to add histories")
	}
	c, err := client.Dial(client.Options{Identity: "recorder", HostPort: os.Getenv("JIANGXIN_TEMPORAL_ADDRESS"), Namespace: os.Getenv("JIANGXIN_TEMPORAL_NAMESPACE")})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	for _, s := range stories() {
		t.Run(s.name, func(t *testing.T) { s.record(t, c) })
	}
}

// story is one case to be recorded.
type story struct {
	name    string // <type>-<finished or half>-<what>
	kind    string // workflow type
	in      any
	answers []string // as in the time-skipping tests: task verdict[>target][!again] [people…]; or an Update's name and stage
	broken  bool     // the renderer fails until a retry
	stops   bool     // every rest continues as new
}

func stories() []story {
	happy := strings.Split(`acceptance/1/1 accept;panel/1/1 appoint e1 e2 e3;expertReview/1/1 submit;expertReview/1/2 submit;`+
		`expertReview/1/3 submit;deliberation/1/1 conclude;siteVisit/1/1 submit;assessment/1/1 conclude;signature/1/1 sign;`+
		`signature/1/2 dissent;signature/1/3 sign;verification/1/handle pass;verification/1/review agree;verification/1/sign agree;`+
		`commitment/1/1 submit;commitmentCheck/1/1 accept;submission/1/handle report;submission/1/sign agree;`+
		`centreReview/1/handle agree;centreReview/1/review agree;receipt/1/handle issue;receipt/1/sign agree;publication/1/1 publish`, ";")
	detours := append(append([]string{"acceptance/1/1 return", "supplement/1/1 submit", "acceptance/2/1 accept"}, happy[1:11]...),
		"verification/1/handle rectify>siteVisit", "verification/1/review sendBack", "verification/2/handle rectify>siteVisit",
		"verification/2/review agree", "verification/2/sign agree", "rectification/1/1 submit",
		"siteVisit/2/1 back>panel", "reopen acceptance", "acceptance/3/1 accept", "withdraw")
	again := []string{"acceptance/1/1 return", "supplement/1/1 submit", "acceptance/2/1 return!again", "acceptance/2/review sendBack",
		"acceptance/3/1 return!again", "acceptance/3/review agree", "supplement/2/1 submit", "acceptance/4/1 accept", "withdraw"}
	return []story{
		{name: "Filing-finished-bureau-desk3", kind: contract.FilingWorkflow, in: input("bureau-210100"), answers: happy},
		{name: "Filing-finished-delegated-desk3", kind: contract.FilingWorkflow, in: input("authority-210100"), answers: append(append(append([]string{}, happy[:16]...),
			"delegateOpinion/1/handle endorse", "delegateOpinion/1/sign agree"), happy[16:]...)},
		{name: "Filing-finished-detours-desk3", kind: contract.FilingWorkflow, in: input("bureau-210100"), answers: detours},
		{name: "Filing-finished-stuck-desk3", kind: contract.FilingWorkflow, in: input("bureau-210100"), answers: []string{"retry", "acceptance/1/1 refuse"}, broken: true},
		{name: "Filing-half-verification-desk3", kind: contract.FilingWorkflow, in: input("bureau-210100"), answers: happy[:12]},
		{name: "Filing-half-renewed-desk3", kind: contract.FilingWorkflow, in: input("bureau-210100"), answers: happy[:14], stops: true},
		{name: "Filing-finished-again-desk3", kind: contract.FilingWorkflow, in: asksAgain(), answers: again},
		{name: "Filing-half-again-renewed-desk3", kind: contract.FilingWorkflow, in: asksAgain(), answers: again[:3], stops: true},
		{name: "Tenure-finished-past-desk3", kind: contract.TenureWorkflow, in: &contract.Tenure{FilingNo: "Y000021000001", Region: "210100", From: "2020-01-01", Through: "2022-12-31", Remind: []int{180, 90, 30, 7}}},
		{name: "Tenure-half-valid-desk3", kind: contract.TenureWorkflow, in: &contract.Tenure{FilingNo: "Y000021000002", Region: "210100", From: "2026-11-22", Through: "2099-11-21", Remind: []int{180, 90, 30, 7}}},
		{name: "Certification-finished-returned-desk3", kind: contract.CertificationWorkflow, in: batch(), answers: []string{
			"audit/1/handle returnRows", "audit/1/review agree", "correction/1/1 submit", "audit/2/handle passInPart", "audit/2/review sendBack",
			"audit/3/handle passInPart", "audit/3/review agree", "issue/1/1 issue",
		}},
		{name: "Certification-finished-stuck-desk3", kind: contract.CertificationWorkflow, in: batch(), broken: true, answers: []string{
			"audit/1/handle pass", "audit/1/review agree", "issue/1/1 issue", "retry",
		}},
		{name: "Certification-finished-withdrawn-desk3", kind: contract.CertificationWorkflow, in: batch(), answers: []string{"withdraw"}},
		{name: "Certification-half-issue-desk3", kind: contract.CertificationWorkflow, in: batch(), answers: []string{"audit/1/handle pass", "audit/1/review agree"}},
		{name: "Certification-half-renewed-desk3", kind: contract.CertificationWorkflow, in: batch(), stops: true, answers: []string{"audit/1/handle pass", "audit/1/review agree"}},
		{name: "Certification-finished-opinion", kind: contract.CertificationWorkflow, in: opinionated(), broken: true, answers: []string{
			"audit/1/handle returnRows", "audit/1/review agree", "retry", "correction/1/1 submit", "audit/2/handle fail", "audit/2/review agree",
		}},
		{name: "Certification-half-opinion-renewed", kind: contract.CertificationWorkflow, in: opinionated(), stops: true, answers: []string{"audit/1/handle pass", "audit/1/review agree"}},
		{name: "Revocation-finished-enterprise-desk3", kind: contract.RevocationWorkflow, in: inquiry("enterprise-1", "", "Y000021000001263000001"), answers: []string{"revocation/1/1 revoke"}},
		{name: "Revocation-half-city-desk3", kind: contract.RevocationWorkflow, in: inquiry("authority-210100", "", "Y000021000001263000001", "handle", "sign"), answers: []string{"revocation/1/handle revoke"}},
		{name: "MonthlySummary-finished-returned-desk3", kind: contract.SummaryWorkflow, in: inquiry("enterprise-1", "authority-210100", "202611"), answers: []string{
			"summary/1/1 report", "summaryCheck/1/1 return", "summary/2/1 report", "summaryCheck/2/1 accept",
		}},
		{name: "MonthlySummary-half-reported-desk3", kind: contract.SummaryWorkflow, in: inquiry("enterprise-1", "authority-210100", "202611"), answers: []string{"summary/1/1 report"}},
		{name: "MonthEnd-finished-named", kind: contract.MonthEndWorkflow, in: contract.Month{Month: "202611"}},
	}
}

func batch() *contract.Certification {
	return &contract.Certification{
		CaseNo: "Y000021000001202611001", Version: 1, Region: "210100", Enterprise: "enterprise-1", FilingNo: "Y000021000001",
		Authority: "authority-210100", Command: "c0", Policy: "2020-06-01.1",
		Rules: contract.CertificationRules{Steps: []string{"handle", "review"}, DueDays: map[string]int{"audit": 10}, Makers: 2},
	}
}

// opinionated is a batch of the version whose audits order their opinion.
func opinionated() *contract.Certification {
	in := batch()
	in.Version = 2
	return in
}

func inquiry(body, check, subject string, steps ...string) *contract.Inquiry {
	return &contract.Inquiry{
		CaseNo: "210100-2026-000009", Version: 1, Region: "210100", Enterprise: "enterprise-1", Body: body, Check: check, Subject: subject,
		Steps: steps, Policy: "2020-06-01.1",
	}
}

func input(competent string) *contract.Filing {
	return &contract.Filing{
		CaseNo: "210100-2026-000001", Version: 1, Region: "210100", Enterprise: "enterprise-1", Competent: competent,
		Bureau: "bureau-210100", Publisher: "bureau-210100", Centre: "centre-210000", Department: "department-210000",
		Command: "c0", Policy: "2020-06-01.1",
		Rules: contract.FilingRules{
			Steps: map[string][]string{
				"verification": {"handle", "review", "sign"}, "delegateOpinion": {"handle", "sign"}, "submission": {"handle", "sign"},
				"centreReview": {"handle", "review"}, "receipt": {"handle", "sign"},
			},
			DueDays: map[string]int{"acceptance": 5}, Pauses: map[string]string{"supplement": "supplement"}, Years: 3,
		},
	}
}

// asksAgain is a filing whose rules want a second officer for a notice that asks again.
func asksAgain() *contract.Filing {
	in := input("bureau-210100")
	in.Rules.Again = []string{"review"}
	return in
}

// stopsWhere gives the rule by which a recorded story continued as new.
func stopsWhere(file string) func(workflow.Context) bool {
	if strings.Contains(file, "renewed") {
		return afterAnAnswer
	}
	return nil
}

// afterAnAnswer continues as new at the first rest after the run has taken an Update. It goes by the length
// of the history, as the product does, so that a replay finds the same.
func afterAnAnswer(ctx workflow.Context) bool {
	return workflow.GetInfo(ctx).GetCurrentHistoryLength() > 40
}

func (s story) record(t *testing.T, c client.Client) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	queue := fmt.Sprintf("record-%d", time.Now().UnixNano())
	w := worker.New(c, queue, worker.Options{})
	set := workflows.Set{}
	if s.stops {
		set.MayStop = afterAnAnswer
	}
	product.Register(w, set)
	var renderer atomic.Bool
	renderer.Store(!s.broken)
	w.RegisterActivityWithOptions(func(_ context.Context, in contract.RecordRequest) (contract.RecordResult, error) {
		out := contract.RecordResult{Seq: in.Events[len(in.Events)-1].Seq, Due: map[string]time.Time{}, Numbers: map[string]string{}}
		for _, e := range in.Events {
			switch e.Type {
			case "taskOpened":
				out.Due[e.TaskID] = e.At.Add(5 * 24 * time.Hour)
			case "receiptIssued":
				out.Numbers[contract.NumberFiling] = "Y000021000001"
			}
		}
		return out, nil
	}, activity.RegisterOptions{Name: contract.ActivityRecord})
	w.RegisterActivityWithOptions(func(context.Context, contract.EffectRequest) (contract.EffectResult, error) {
		if !renderer.Load() {
			return contract.EffectResult{}, temporal.NewNonRetryableApplicationError("no font", contract.ErrPermanent, nil)
		}
		return contract.EffectResult{SHA256: "ab", Size: 1, Key: "papers/x"}, nil
	}, activity.RegisterOptions{Name: contract.ActivityRenderPaper})
	w.RegisterActivityWithOptions(func(context.Context, contract.EffectRequest) (contract.EffectResult, error) {
		return contract.EffectResult{}, nil
	}, activity.RegisterOptions{Name: contract.ActivityStartTenure})
	w.RegisterActivityWithOptions(func(context.Context, contract.EffectRequest) (contract.EffectResult, error) {
		if !renderer.Load() {
			return contract.EffectResult{}, temporal.NewNonRetryableApplicationError("a photo is broken", contract.ErrPermanent, nil)
		}
		return contract.EffectResult{}, nil
	}, activity.RegisterOptions{Name: contract.ActivityMakeCertificates})
	w.RegisterActivityWithOptions(func(_ context.Context, in contract.Month) (contract.MonthOpened, error) {
		return contract.MonthOpened{Month: in.Month, Summaries: 2}, nil
	}, activity.RegisterOptions{Name: contract.ActivityOpenMonth})
	if err := w.Start(); err != nil {
		t.Fatal(err)
	}
	defer w.Stop()
	id := queue + "/" + s.name
	run, err := c.ExecuteWorkflow(ctx, client.StartWorkflowOptions{ID: id, TaskQueue: queue}, s.kind, s.in)
	if err != nil {
		t.Fatal(err)
	}
	time.Sleep(time.Second) // the first rest, with its papers
	for i, answer := range s.answers {
		if answer == "retry" {
			time.Sleep(time.Second) // it is stuck by then
			renderer.Store(true)
		}
		s.send(ctx, t, c, id, i, answer)
	}
	time.Sleep(time.Second)
	if strings.Contains(s.name, "finished") {
		if err := run.Get(ctx, nil); err != nil {
			t.Fatal(err)
		}
	}
	for i, runID := range s.runs(ctx, t, c, id, run.GetRunID()) {
		save(ctx, t, c, id, runID, fmt.Sprintf("testdata/%s-%d.json", s.name, i+1))
	}
}

func (s story) send(ctx context.Context, t *testing.T, c client.Client, id string, i int, answer string) {
	t.Helper()
	words := strings.Fields(answer)
	name := contract.UpdateDecide
	var arg any
	if strings.Contains(words[0], "/") {
		verdict, again := strings.CutSuffix(words[1], "!again")
		verdict, target, _ := strings.Cut(verdict, ">")
		arg = contract.Decision{
			Command: fmt.Sprint("c", i+1), Digest: "00", TaskID: words[0], Verdict: verdict, Target: target,
			Actor: fmt.Sprint("person-", i), People: words[2:], Again: again,
		}
	} else {
		name, arg = words[0], contract.Operation{Command: fmt.Sprint("c", i+1), Actor: "operator", Stage: strings.Join(words[1:], "")}
	}
	handle, err := c.UpdateWorkflow(ctx, client.UpdateWorkflowOptions{
		WorkflowID: id, UpdateID: fmt.Sprint("c", i+1), UpdateName: name, WaitForStage: client.WorkflowUpdateStageCompleted, Args: []any{arg},
	})
	if err == nil {
		err = handle.Get(ctx, nil)
	}
	if err != nil {
		t.Fatalf("%s: %v", answer, err)
	}
}

// runs lists the runs of a case, first to last.
func (s story) runs(ctx context.Context, t *testing.T, c client.Client, id, first string) []string {
	t.Helper()
	runs := []string{first}
	for {
		iterator := c.GetWorkflowHistory(ctx, id, runs[len(runs)-1], false, enums.HISTORY_EVENT_FILTER_TYPE_CLOSE_EVENT)
		if !iterator.HasNext() {
			return runs
		}
		event, err := iterator.Next()
		if err != nil {
			t.Fatal(err)
		}
		next := event.GetWorkflowExecutionContinuedAsNewEventAttributes().GetNewExecutionRunId()
		if next == "" {
			return runs
		}
		runs = append(runs, next)
	}
}

func save(ctx context.Context, t *testing.T, c client.Client, id, runID, file string) {
	t.Helper()
	history := &historypb.History{}
	iterator := c.GetWorkflowHistory(ctx, id, runID, false, enums.HISTORY_EVENT_FILTER_TYPE_ALL_EVENT)
	for iterator.HasNext() {
		event, err := iterator.Next()
		if err != nil {
			t.Fatal(err)
		}
		history.Events = append(history.Events, event)
	}
	raw, err := protojson.MarshalOptions{Indent: " "}.Marshal(history)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, raw, 0o600); err != nil {
		t.Fatal(err)
	}
}
