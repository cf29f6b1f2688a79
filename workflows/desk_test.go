package workflows

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"go.temporal.io/sdk/activity"
	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/testsuite"
	"go.temporal.io/sdk/workflow"

	"jiangxin/contract"
	"jiangxin/domain/casework"
)

func never(workflow.Context) bool { return false }

func question(stage string, round, slot int, verdicts ...string) contract.Task {
	return contract.Task{
		ID: fmt.Sprintf("%s/%d/%d", stage, round, slot), Stage: stage, Round: round,
		Body: "bureau-210100", Role: "handler", Verdicts: verdicts, Targets: []string{"earlier"},
	}
}

func openTestDesk(ctx workflow.Context, s contract.DeskState, mayStop func(workflow.Context) bool) (*Desk, error) {
	d := NewDesk(ctx, Procedure{
		CaseNo: "case-1", City: "210100", MayStop: mayStop,
		Next:    func(string) string { return "" },
		Allows:  func(string, contract.Operation) error { return nil },
		Correct: func(contract.Operation) {},
	}, s)
	return d, d.Open(ctx)
}

// panelOf asks three experts, then one officer, who may send it back to the experts.
func panelOf(ctx workflow.Context) error {
	d, err := openTestDesk(ctx, contract.DeskState{}, never)
	if err != nil {
		return err
	}
	for round := 1; ; round++ {
		var experts []contract.Task
		for slot := 1; slot <= 3; slot++ {
			experts = append(experts, question("review", round, slot, "pass"))
		}
		if _, err := d.Ask(ctx, experts...); err != nil {
			return err
		}
		officer, err := d.Ask(ctx, question("verify", round, 1, "pass", "return"))
		if err != nil {
			return err
		}
		if officer[0].Verdict == "pass" {
			return d.Close(ctx)
		}
	}
}

// chain asks n questions and continues as new, at rest, whenever it may.
func chain(ctx workflow.Context, done, n int, s contract.DeskState) error {
	asked := done
	d, err := openTestDesk(ctx, s, func(workflow.Context) bool { return asked > done })
	if err != nil {
		return err
	}
	for ; asked < n; asked++ {
		_, err := d.Ask(ctx, question("step", asked+1, 1, "pass"))
		if errors.Is(err, ErrContinue) {
			return workflow.NewContinueAsNewError(ctx, chain, asked, n, d.State())
		}
		if err != nil {
			return err
		}
	}
	return d.Close(ctx)
}

// act is one institutional act and its end.
func act(ctx workflow.Context) error {
	d, err := openTestDesk(ctx, contract.DeskState{}, never)
	if err != nil {
		return err
	}
	d.Enter(ctx, "decision", "")
	body := "bureau-210100"
	in, err := d.Act(ctx, Act{
		Stage: "decision", Body: &body, Steps: []string{"handle", "review", "sign"}, Verdicts: []string{"pass", "fail"},
	})
	if err != nil {
		return err
	}
	d.Note(ctx, "caseClosed", contract.ClosedData{Outcome: in.Verdict})
	return d.Close(ctx)
}

// owing makes a paper after one decision.
func owing(ctx workflow.Context) error {
	d, err := openTestDesk(ctx, contract.DeskState{}, never)
	if err != nil {
		return err
	}
	if _, err := d.Ask(ctx, question("step", 1, 1, "pass")); err != nil {
		return err
	}
	d.OwePaper(ctx, contract.PaperData{ID: "step/1/letter", Kind: "letter"})
	return d.Close(ctx)
}

type bundle struct {
	env     *testsuite.TestWorkflowEnvironment
	mu      sync.Mutex
	batches []string
	asked   map[string]string // ID of each task that was opened, and the body that it was put to
	seqs    []int
	fail    func(attempt int) error // of Record
	tries   int
	slow    time.Duration
	at      time.Duration
	refused []string
}

func setup(t *testing.T) *bundle {
	t.Helper()
	var suite testsuite.WorkflowTestSuite
	b := &bundle{env: suite.NewTestWorkflowEnvironment(), asked: map[string]string{}}
	b.env.SetTestTimeout(20 * time.Second)
	b.env.RegisterActivityWithOptions(b.record, activity.RegisterOptions{Name: contract.ActivityRecord})
	b.env.RegisterWorkflow(chain)
	return b
}

func (b *bundle) record(_ context.Context, in contract.RecordRequest) (contract.RecordResult, error) {
	time.Sleep(b.slow)
	b.mu.Lock()
	defer b.mu.Unlock()
	b.tries++
	if b.fail != nil {
		if err := b.fail(b.tries); err != nil {
			return contract.RecordResult{}, err
		}
	}
	var words []string
	for _, e := range in.Events {
		words = append(words, strings.TrimSpace(e.Type+" "+e.TaskID))
		var task contract.Task
		if e.Type == string(casework.TaskOpened) && json.Unmarshal(e.Data, &task) == nil {
			b.asked[task.ID] = task.Body
		}
		b.seqs = append(b.seqs, e.Seq)
	}
	b.batches = append(b.batches, strings.Join(words, ", "))
	return contract.RecordResult{Seq: in.Events[len(in.Events)-1].Seq}, nil
}

// send decides a task after the given delay since the last one.
func (b *bundle) send(t *testing.T, after time.Duration, taskID, verdict, actor string) {
	t.Helper()
	b.at += after
	b.env.RegisterDelayedCallback(func() {
		b.env.UpdateWorkflow(contract.UpdateDecide, taskID+verdict+actor, &testsuite.TestUpdateCallback{
			OnReject:   func(err error) { b.refused = append(b.refused, refusedAs(err)) },
			OnAccept:   func() {},
			OnComplete: func(any, error) {},
		}, contract.Decision{Command: taskID + verdict, TaskID: taskID, Verdict: verdict, Actor: actor})
	}, b.at)
}

func refusedAs(err error) string {
	var app *temporal.ApplicationError
	if errors.As(err, &app) {
		return app.Type()
	}
	return err.Error()
}

func (b *bundle) mustBe(t *testing.T, want ...string) {
	t.Helper()
	if err := b.env.GetWorkflowError(); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(b.batches, want) {
		t.Errorf("batches:\n%s\nwant:\n%s", strings.Join(b.batches, "\n"), strings.Join(want, "\n"))
	}
	b.mustHaveNoGap(t)
}

func (b *bundle) mustHaveNoGap(t *testing.T) {
	t.Helper()
	for i, seq := range b.seqs {
		if seq != i+1 {
			t.Errorf("event numbers have a gap: %v", b.seqs)
			return
		}
	}
}

func TestADecisionAndWhatFollowsFromItAreOneBatch(t *testing.T) {
	b := setup(t)
	b.send(t, time.Hour, "review/1/2", "pass", "b")
	b.send(t, time.Hour, "review/1/1", "pass", "a")
	b.send(t, time.Hour, "review/1/3", "pass", "c")
	b.send(t, time.Hour, "verify/1/1", "pass", "d")
	b.env.ExecuteWorkflow(panelOf)
	b.mustBe(t,
		"taskOpened review/1/1, taskOpened review/1/2, taskOpened review/1/3",
		"decided review/1/2",
		"decided review/1/1",
		"decided review/1/3, taskOpened verify/1/1",
		"decided verify/1/1")
}

func TestADecisionDuringRecordJoinsTheNextBatchWithWhatFollowsFromIt(t *testing.T) {
	b := setup(t)
	b.send(t, time.Hour, "review/1/1", "pass", "a")
	b.send(t, 0, "review/1/2", "pass", "b")
	b.send(t, 0, "review/1/3", "pass", "c")
	b.send(t, time.Hour, "verify/1/1", "pass", "d")
	b.env.ExecuteWorkflow(panelOf)
	if err := b.env.GetWorkflowError(); err != nil {
		t.Fatal(err)
	}
	for _, batch := range b.batches {
		if strings.HasSuffix(batch, "decided review/1/3") {
			t.Errorf("the last opinion was recorded without what follows from it: %s", batch)
		}
	}
	b.mustHaveNoGap(t)
}

func TestAReturnAsksAgainUnderNewIDs(t *testing.T) {
	b := setup(t)
	for round := 1; round <= 2; round++ {
		for slot := 1; slot <= 3; slot++ {
			b.send(t, time.Hour, fmt.Sprintf("review/%d/%d", round, slot), "pass", "a")
		}
		b.send(t, time.Hour, fmt.Sprintf("verify/%d/1", round), map[int]string{1: "return", 2: "pass"}[round], "d")
	}
	b.env.ExecuteWorkflow(panelOf)
	if err := b.env.GetWorkflowError(); err != nil {
		t.Fatal(err)
	}
	if got := len(b.batches); got != 9 { // one per decision and one for the first rest
		t.Errorf("%d records:\n%s", got, strings.Join(b.batches, "\n"))
	}
	b.mustHaveNoGap(t)
}

func TestAClosedTaskRefusesASecondDecisionAndAnUnknownVerdict(t *testing.T) {
	b := setup(t)
	b.send(t, time.Hour, "review/1/1", "pass", "a")
	b.send(t, 0, "review/1/1", "pass", "z")
	b.send(t, time.Hour, "review/1/1", "pass", "y")
	b.send(t, time.Hour, "review/1/2", "maybe", "b")
	b.send(t, time.Hour, "review/1/2", "pass", "b")
	b.send(t, time.Hour, "review/1/3", "pass", "c")
	b.send(t, time.Hour, "verify/1/1", "pass", "d")
	b.env.ExecuteWorkflow(panelOf)
	if err := b.env.GetWorkflowError(); err != nil {
		t.Fatal(err)
	}
	want := []string{contract.ErrTaskClosed, contract.ErrTaskClosed, contract.ErrVerdictUnknown}
	if !slices.Equal(b.refused, want) {
		t.Errorf("refused as %v, want %v", b.refused, want)
	}
	b.mustHaveNoGap(t)
}

func TestContinueAsNewKeepsTheTaskOpen(t *testing.T) {
	b := setup(t)
	b.send(t, time.Hour, "step/1/1", "pass", "a")
	b.env.ExecuteWorkflow(chain, 0, 3, contract.DeskState{})
	var again *workflow.ContinueAsNewError
	if err := b.env.GetWorkflowError(); !errors.As(err, &again) {
		t.Fatalf("want continue as new, got %v", err)
	}
	if got := b.batches[len(b.batches)-1]; got != "decided step/1/1, taskOpened step/2/1" {
		t.Errorf("the run ended before the next task was recorded: %s", got)
	}
}

func TestAnAnswerThatReachesARunBeforeItsProcedureDoesIsTakenOnce(t *testing.T) {
	b := setup(t)
	b.seqs = []int{1}
	open := question("step", 1, 1, "pass")
	b.send(t, 0, open.ID, "pass", "a")
	b.env.ExecuteWorkflow(chain, 0, 1, contract.DeskState{Seq: 1, Open: map[string]contract.Task{open.ID: open}})
	b.mustBe(t, "decided step/1/1")
}

func TestAnActPassesItsStepsAndNeverTheSamePersonTwice(t *testing.T) {
	b := setup(t)
	b.send(t, time.Hour, "decision/1/handle", "pass", "a")
	b.send(t, time.Hour, "decision/1/review", "agree", "a")
	b.send(t, time.Hour, "decision/1/review", "pass", "b")
	b.send(t, time.Hour, "decision/1/review", "agree", "b")
	b.send(t, time.Hour, "decision/1/sign", "agree", "b")
	b.send(t, time.Hour, "decision/1/sign", "agree", "c")
	b.env.ExecuteWorkflow(act)
	b.mustBe(t,
		"stageEntered, taskOpened decision/1/handle",
		"decided decision/1/handle, taskOpened decision/1/review",
		"decided decision/1/review, taskOpened decision/1/sign",
		"decided decision/1/sign, actTaken, caseClosed")
	want := []string{contract.ErrSamePerson, contract.ErrVerdictUnknown, contract.ErrSamePerson}
	if !slices.Equal(b.refused, want) {
		t.Errorf("refused as %v, want %v", b.refused, want)
	}
}

func TestAnActThatIsSentBackBeginsAgain(t *testing.T) {
	b := setup(t)
	b.send(t, time.Hour, "decision/1/handle", "pass", "a")
	b.send(t, time.Hour, "decision/1/review", "sendBack", "b")
	b.send(t, time.Hour, "decision/2/handle", "fail", "a")
	b.send(t, time.Hour, "decision/2/review", "agree", "b")
	b.send(t, time.Hour, "decision/2/sign", "agree", "c")
	b.env.ExecuteWorkflow(act)
	if err := b.env.GetWorkflowError(); err != nil {
		t.Fatal(err)
	}
	if got := b.batches[2]; got != "decided decision/1/review, stageEntered, taskOpened decision/2/handle" {
		t.Errorf("after sending back: %s", got)
	}
	b.mustHaveNoGap(t)
}

func TestRecordIsTriedUntilItSucceedsAndTheCaseShowsThatItIsStuck(t *testing.T) {
	b := setup(t)
	b.fail = func(attempt int) error {
		if attempt > 1 && attempt < 30 {
			return errors.New("the database is away")
		}
		return nil
	}
	b.send(t, time.Hour, "step/1/1", "pass", "a")
	b.env.RegisterActivityWithOptions(func(context.Context, contract.EffectRequest) (contract.EffectResult, error) {
		return contract.EffectResult{SHA256: "ab"}, nil
	}, activity.RegisterOptions{Name: contract.ActivityRenderPaper})
	b.env.ExecuteWorkflow(owing)
	b.mustBe(t, "taskOpened step/1/1", "decided step/1/1, paperDue", "paperMade")
}

func TestADivergedBatchParksTheCaseUntilAnOperatorRetries(t *testing.T) {
	b := setup(t)
	b.fail = func(attempt int) error {
		if attempt == 2 {
			return temporal.NewNonRetryableApplicationError("diverged", contract.ErrDiverged, nil)
		}
		return nil
	}
	b.send(t, time.Hour, "decision/1/handle", "pass", "a")
	b.env.RegisterDelayedCallback(func() {
		if b.tries != 2 {
			t.Errorf("a diverged batch was tried %d times", b.tries)
		}
		b.env.UpdateWorkflowNoRejection(contract.UpdateRetry, "retry", t, contract.Operation{})
	}, 5*time.Hour)
	b.at = 5 * time.Hour
	b.send(t, time.Hour, "decision/1/review", "agree", "b")
	b.send(t, time.Hour, "decision/1/sign", "agree", "c")
	b.env.ExecuteWorkflow(act)
	if err := b.env.GetWorkflowError(); err != nil {
		t.Fatal(err)
	}
	b.mustHaveNoGap(t)
}

func TestAStuckEffectDoesNotHoldUpTheRecordAndRetryFreesIt(t *testing.T) {
	b := setup(t)
	broken := true
	b.env.RegisterActivityWithOptions(func(context.Context, contract.EffectRequest) (contract.EffectResult, error) {
		if broken {
			return contract.EffectResult{}, temporal.NewNonRetryableApplicationError("no font", contract.ErrPermanent, nil)
		}
		return contract.EffectResult{SHA256: "ab"}, nil
	}, activity.RegisterOptions{Name: contract.ActivityRenderPaper})
	b.send(t, time.Hour, "step/1/1", "pass", "a")
	b.env.RegisterDelayedCallback(func() {
		if len(b.batches) != 2 {
			t.Errorf("the decision waits for the paper: %v", b.batches)
		}
		broken = false
		b.env.UpdateWorkflowNoRejection(contract.UpdateRetry, "retry", t, contract.Operation{})
	}, 3*time.Hour)
	b.env.ExecuteWorkflow(owing)
	b.mustBe(t, "taskOpened step/1/1", "decided step/1/1, paperDue", "paperMade")
}

// TestARetryThatComesTogetherWithTheFailureIsNotLost has the operator's retry handled between the failure and the
// moment at which the effect begins to wait for one, as happens when both reach the workflow in one task.
func TestARetryThatComesTogetherWithTheFailureIsNotLost(t *testing.T) {
	broken := temporal.NewNonRetryableApplicationError("broken", contract.ErrPermanent, nil)
	for _, what := range []string{"an effect", "the record"} {
		b := setup(t)
		rendered := 0
		b.env.RegisterActivityWithOptions(func(context.Context, contract.EffectRequest) (contract.EffectResult, error) {
			if rendered++; rendered == 1 && what == "an effect" {
				return contract.EffectResult{}, broken
			}
			return contract.EffectResult{}, nil
		}, activity.RegisterOptions{Name: contract.ActivityRenderPaper})
		b.fail = func(attempt int) error {
			if attempt == 1 && what == "the record" {
				return broken
			}
			return nil
		}
		b.env.ExecuteWorkflow(func(ctx workflow.Context) error {
			var d *Desk
			asked := false
			d = NewDesk(ctx, Procedure{
				CaseNo: "case-1", City: "210100", MayStop: never, Allows: func(string, contract.Operation) error { return nil }, Correct: func(contract.Operation) {},
				Next: func(string) string { // the desk looks here when it shows that something is stuck
					stuck := d.stuck != "" || slices.ContainsFunc(d.state.Effects, func(e contract.Effect) bool { return e.Cause != "" })
					if stuck && !asked {
						asked = true
						d.retries++
					}
					return ""
				},
			}, contract.DeskState{})
			if err := d.Open(ctx); err != nil {
				return err
			}
			d.OwePaper(ctx, contract.PaperData{ID: "step/1/letter", Kind: "letter"})
			return d.Close(ctx)
		})
		if err := b.env.GetWorkflowError(); err != nil || !b.env.IsWorkflowCompleted() {
			t.Errorf("%s: the case waits for a second retry: %v", what, err)
		}
	}
}

func TestAStuckEffectCanBeGivenUp(t *testing.T) {
	b := setup(t)
	b.env.RegisterActivityWithOptions(func(context.Context, contract.EffectRequest) (contract.EffectResult, error) {
		return contract.EffectResult{}, errors.New("the store of files is away")
	}, activity.RegisterOptions{Name: contract.ActivityRenderPaper})
	b.send(t, time.Hour, "step/1/1", "pass", "a")
	b.env.RegisterDelayedCallback(func() {
		b.env.UpdateWorkflowNoRejection(contract.UpdateSkip, "skip", t, contract.Operation{Command: "s", Actor: "operator", Effect: "step/1/letter"})
	}, 3*time.Hour)
	b.env.ExecuteWorkflow(owing)
	b.mustBe(t, "taskOpened step/1/1", "decided step/1/1, paperDue", "effectSkipped")
}

func TestAPayloadAboveTheLimitIsRefused(t *testing.T) {
	b := setup(t)
	b.send(t, time.Hour, "review/1/1", "pass", strings.Repeat("x", contract.CommandLimit))
	for slot := 1; slot <= 3; slot++ {
		b.send(t, time.Hour, fmt.Sprintf("review/1/%d", slot), "pass", "a")
	}
	b.send(t, time.Hour, "verify/1/1", "pass", "d")
	b.env.ExecuteWorkflow(panelOf)
	if want := []string{contract.ErrTooLarge}; !slices.Equal(b.refused, want) {
		t.Errorf("refused as %v, want %v", b.refused, want)
	}
}
