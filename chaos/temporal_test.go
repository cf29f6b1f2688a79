package chaos_test

import (
	"context"
	"net/http"
	"testing"
	"time"

	"go.temporal.io/api/enums/v1"

	"jiangxin/contract"
	"jiangxin/demo/cast"
	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
)

func TestDecisionsThatNoWorkerHasTakenSurviveARestartOfTemporal(t *testing.T) {
	before, during := file(t, filing.Acceptance), file(t, filing.Acceptance)
	early, late := usual(t, before, next(t, before)), usual(t, during, next(t, during))
	workerBack := withoutWorker(t)
	one := early.must(t, http.StatusAccepted) // the Update waits in the memory of the Temporal server
	temporalBack := without(t, "temporal")
	two := late.must(t, http.StatusAccepted) // nobody is there to take it
	if again := late.must(t, http.StatusAccepted); again.command != two.command {
		t.Errorf("the same key gives the command %s, before it was %s", again.command, two.command)
	}
	temporalBack()
	workerBack()
	quiet(t, before.No, during.No)
	once(t, before.No, one.command)
	once(t, during.No, two.command)
	sound(t, before.No)
	sound(t, during.No)
	if again := early.must(t, http.StatusOK); again.command != one.command || again.seq == 0 {
		t.Errorf("a retry of the decision gives %+v", again)
	}
}

func TestAnApplicationThatIsSubmittedWhileTemporalIsDownBecomesACase(t *testing.T) {
	c, err := house.patient.Enterprise(t.Context(), cast.Shenyang)
	if err != nil {
		t.Fatal(err)
	}
	back := without(t, "temporal")
	submitted := make(chan error, 1)
	go func() { submitted <- c.Apply(t.Context()) }()
	eventually(t, 30*time.Second, "the case is committed", func() bool {
		return number(t, `SELECT count(*) FROM cases JOIN enterprises ON enterprises.id = enterprise_id WHERE enterprises.name = ?`, c.Enterprise.Name) == 1
	})
	back()
	if err := <-submitted; err != nil {
		t.Fatal(err)
	}
	quiet(t, c.No)
	sound(t, c.No)
}

func TestAWithdrawalThatWaitsForTheFirstWorkerIsRecorded(t *testing.T) {
	c, err := house.patient.Enterprise(t.Context(), cast.Shenyang)
	if err != nil {
		t.Fatal(err)
	}
	back := withoutWorker(t)
	submitted := make(chan error, 1)
	go func() { submitted <- c.Apply(t.Context()) }()
	var caseNo string
	eventually(t, 30*time.Second, "the case waits for a worker", func() bool {
		err := house.record.DB.Raw(`SELECT case_no FROM cases JOIN enterprises ON enterprises.id = enterprise_id WHERE enterprises.name = ?`, c.Enterprise.Name).Scan(&caseNo).Error
		return err == nil && caseNo != ""
	})
	withdraw(t, c.Clerk.Login, caseNo)
	back()
	if err := <-submitted; err != nil {
		t.Fatal(err)
	}
	quiet(t, caseNo)
	sound(t, caseNo)
	if n := number(t, `SELECT count(*) FROM cases WHERE case_no = ? AND outcome = ?`, caseNo, filing.Withdrawn); n != 1 {
		t.Error("the case is not withdrawn")
	}
}

func TestACancelRequestNeitherEndsNorHarmsACase(t *testing.T) {
	c := file(t, filing.Acceptance)
	if err := house.temporal.CancelWorkflow(t.Context(), contract.FilingID(c.No), ""); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		answer := usual(t, c, next(t, c))
		once(t, c.No, answer.must(t, http.StatusOK).command)
	}
	withdraw(t, c.Clerk.Login, c.No)
	eventually(t, 30*time.Second, "the case ends as finished, not as cancelled", func() bool {
		return status(t, c.No) == enums.WORKFLOW_EXECUTION_STATUS_COMPLETED
	})
	sound(t, c.No)
}

func TestATerminatedCaseKeepsItsRecordAndTellsThePersonThatNothingWasDecided(t *testing.T) {
	t.Parallel()
	c := file(t, filing.Acceptance)
	answer := usual(t, c, next(t, c))
	if err := house.temporal.TerminateWorkflow(t.Context(), contract.FilingID(c.No), "", "a test"); err != nil {
		t.Fatal(err)
	}
	r := answer.must(t, http.StatusConflict)
	if r.problem.Code != string(fault.Diverged) {
		t.Errorf("the case is not finished, but its workflow is gone; the answer is %s: %s", r.problem.Code, r.problem.Detail)
	}
	helped(t, r)
	sound(t, c.No) // the task is open again, and what was recorded stays
	if n := number(t, `SELECT count(*) FROM case_events WHERE case_no = ? AND type = 'decided'`, c.No); n != 0 {
		t.Errorf("%d decisions are recorded", n)
	}
}

func status(t *testing.T, caseNo string) enums.WorkflowExecutionStatus {
	t.Helper()
	d, err := house.temporal.DescribeWorkflowExecution(context.WithoutCancel(t.Context()), contract.FilingID(caseNo), "")
	if err != nil {
		t.Fatal(err)
	}
	return d.GetWorkflowExecutionInfo().GetStatus()
}
