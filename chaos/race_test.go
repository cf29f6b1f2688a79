package chaos_test

import (
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"go.temporal.io/api/enums/v1"

	"jiangxin/contract"
	"jiangxin/demo/client"
	"jiangxin/domain/casework"
	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
)

func TestOfTwoOfficersWhoDecideATaskAtOnceOneDecidesAndTheOtherLearnsWhoWasFirst(t *testing.T) {
	t.Parallel()
	c := file(t, filing.Acceptance)
	task := next(t, c)
	first := usual(t, c, task)
	verdict, sheet, err := c.Usual(t.Context(), c.Clerk, task)
	if err != nil {
		t.Fatal(err)
	}
	second := write(t, "sy-bureau-head", task, verdict, sheet)
	replies := together(t, first, second)
	won, lost := replies[0], replies[1]
	if won.status != http.StatusOK {
		won, lost = lost, won
	}
	if won.status != http.StatusOK || lost.status != http.StatusConflict || lost.problem.Code != string(fault.Taken) || lost.problem.Facts["who"] == "" {
		t.Errorf("one is answered %+v, the other %+v", won, lost)
	}
	helped(t, lost)
	once(t, c.No, won.command)
	sound(t, c.No)
}

// together sends all letters in the same moment.
func together(t *testing.T, letters ...letter) []reply {
	t.Helper()
	replies := make([]reply, len(letters))
	var all sync.WaitGroup
	for i, l := range letters {
		all.Go(func() {
			var err error
			if replies[i], err = l.send(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	return replies
}

func TestTwoExpertsWhoDecideInOneWorkflowTaskAreBothRecorded(t *testing.T) {
	c := file(t, filing.ExpertReview)
	tasks := open(t, c, 3)
	back := withoutWorker(t)
	replies := together(t, usual(t, c, tasks[0]), usual(t, c, tasks[1]))
	for _, r := range replies {
		if r.status != http.StatusAccepted {
			t.Fatalf("without a worker the answer is %+v", r)
		}
	}
	back()
	quiet(t, c.No)
	for _, r := range replies {
		once(t, c.No, r.command)
	}
	sound(t, c.No)
	if accepted := acceptedBy(t, c.No); accepted[replies[0].command] == 0 || accepted[replies[0].command] != accepted[replies[1].command] {
		t.Errorf("the decisions came in different workflow tasks: %v", accepted)
	}
}

// acceptedBy reads from the history which workflow task accepted each Update.
func acceptedBy(t *testing.T, caseNo string) map[string]int64 {
	t.Helper()
	tasks := map[string]int64{}
	history := house.temporal.GetWorkflowHistory(t.Context(), contract.FilingID(caseNo), "", false, enums.HISTORY_EVENT_FILTER_TYPE_ALL_EVENT)
	var completed int64
	for history.HasNext() {
		event, err := history.Next()
		if err != nil {
			t.Fatal(err)
		}
		if event.GetEventType() == enums.EVENT_TYPE_WORKFLOW_TASK_COMPLETED {
			completed = event.GetEventId()
		}
		if a := event.GetWorkflowExecutionUpdateAcceptedEventAttributes(); a != nil {
			tasks[a.GetProtocolInstanceId()] = completed
		}
	}
	return tasks
}

func TestADecisionThatArrivesDuringRecordBelongsToTheNextBatch(t *testing.T) {
	t.Parallel()
	c := file(t, filing.ExpertReview)
	tasks := open(t, c, 3)
	letters := []letter{usual(t, c, tasks[0]), usual(t, c, tasks[1]), usual(t, c, tasks[2])}
	release := holdRecord(t, c.No)
	first := letters[0].must(t, http.StatusAccepted) // its Record waits
	rest := together(t, letters[1], letters[2])      // and these wait for it
	release()
	quiet(t, c.No)
	for _, r := range append(rest, first) {
		once(t, c.No, r.command)
	}
	sound(t, c.No)
	if task := next(t, c); task.Stage != string(filing.Deliberation) {
		t.Errorf("the case stands at %s", task.Stage)
	}
}

// holdRecord keeps the case's row, so that Record waits in the middle, until the returned function lets go.
func holdRecord(t *testing.T, caseNo string) (release func()) {
	t.Helper()
	tx := house.record.DB.Begin()
	if err := tx.Exec(`SELECT 1 FROM cases WHERE case_no = ? FOR NO KEY UPDATE`, caseNo).Error; err != nil {
		t.Fatal(err)
	}
	release = sync.OnceFunc(func() { tx.Rollback() })
	t.Cleanup(release)
	return release
}

func TestATaskThatIsAskedAgainAfterAReturnHasANewNumberAndTheOldOneIsClosed(t *testing.T) {
	t.Parallel()
	c := file(t, filing.Panel)
	accepted := usual(t, c, client.Task{CaseNo: c.No, Id: "acceptance/1/1", Stage: "acceptance", Round: 1, Slot: "1", Body: "bureau-210100", Role: "handler", Version: 1})
	back := write(t, "sy-bureau-handler", next(t, c), casework.Back, filing.BackSheet{Target: filing.Acceptance, Reason: "材料需要重新核对"})
	back.must(t, http.StatusOK)
	again := next(t, c)
	if again.Id != "acceptance/2/1" {
		t.Fatalf("the task that is asked again is %s", again.Id)
	}
	if r := accepted.must(t, http.StatusConflict); r.problem.Code != string(fault.Closed) {
		t.Errorf("the old task answers %+v", r.problem)
	}
	once(t, c.No, usual(t, c, again).must(t, http.StatusOK).command)
	if task := next(t, c); task.Id != "panel/2/1" {
		t.Errorf("then the case asks %s", task.Id)
	}
	sound(t, c.No)
}

func TestANoteOfThreeMegabytesIsRefusedAndTheCaseGoesOn(t *testing.T) {
	t.Parallel()
	c := file(t, filing.Acceptance)
	task := next(t, c)
	long := usual(t, c, task)
	long.decision.Note = strings.Repeat("材", 1<<20)
	r, err := long.send(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if r.status != http.StatusRequestEntityTooLarge && r.status != http.StatusUnprocessableEntity {
		t.Errorf("the answer is %+v", r)
	}
	helped(t, r)
	once(t, c.No, usual(t, c, task).must(t, http.StatusOK).command)
	sound(t, c.No)
}

func TestTheSameKeyGivesTheSameResultAndWithAnotherRequestAClearRefusal(t *testing.T) {
	t.Parallel()
	c := file(t, filing.Acceptance)
	answer := usual(t, c, next(t, c))
	first := answer.must(t, http.StatusOK)
	if again := answer.must(t, http.StatusOK); again.command != first.command || again.seq != first.seq {
		t.Errorf("first %+v, again %+v", first, again)
	}
	other := answer
	other.decision.Note = "另一份意见"
	if r := other.must(t, http.StatusUnprocessableEntity); r.problem.Code != string(fault.KeyReused) {
		t.Errorf("another request under the same key is answered %+v", r.problem)
	}
	time.Sleep(100 * time.Millisecond) // nothing may follow from it
	once(t, c.No, first.command)
	sound(t, c.No)
}
