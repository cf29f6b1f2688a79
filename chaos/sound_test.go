package chaos_test

import (
	"fmt"
	"testing"
	"time"

	"go.temporal.io/api/workflowservice/v1"
	"go.temporal.io/sdk/converter"

	"jiangxin/contract"
	"jiangxin/store"
)

// sweeping is how long it may take until a decision that was taken is recorded, once every server is back.
const sweeping = 30 * time.Second

// quiet waits until no command of the cases is on its way.
func quiet(t *testing.T, cases ...string) {
	t.Helper()
	eventually(t, sweeping, "no command is left on its way", func() bool {
		return number(t, `SELECT count(*) FROM commands WHERE case_no IN ? AND state = 'sent'`, cases) == 0
	})
}

// sound checks what must hold of a case at rest, whatever happened before: a chain of events without gaps,
// nothing half decided, no decision twice, and somebody or a date to wait for.
func sound(t *testing.T, caseNo string) {
	t.Helper()
	if at, err := house.record.VerifyChain(t.Context(), caseNo); err != nil || at != 0 {
		t.Errorf("%s: the chain of events breaks at %d (%v)", caseNo, at, err)
	}
	if n := number(t, `SELECT count(*) FROM tasks WHERE case_no = ? AND state = 'deciding'`, caseNo); n != 0 {
		t.Errorf("%s: %d tasks are half decided", caseNo, n)
	}
	if n := number(t, `SELECT count(*) FROM (SELECT body::json->>'command' FROM case_events WHERE case_no = ? AND type = 'decided'
		GROUP BY 1 HAVING count(*) > 1) AS doubled`, caseNo); n != 0 {
		t.Errorf("%s: %d decisions are recorded more than once", caseNo, n)
	}
	if n := number(t, `SELECT count(*) FROM (SELECT body::json->>'taskId' FROM case_events WHERE case_no = ? AND type = 'decided'
		GROUP BY 1 HAVING count(*) > 1) AS doubled`, caseNo); n != 0 {
		t.Errorf("%s: %d tasks were decided more than once", caseNo, n)
	}
	if n := number(t, `SELECT count(*) FROM cases WHERE case_no = ? AND (outcome <> '' OR EXISTS (
		SELECT FROM tasks WHERE tasks.case_no = cases.case_no AND tasks.state = 'open'))`, caseNo); n != 1 {
		t.Errorf("%s: it is not finished and nobody is asked", caseNo)
	}
}

// once checks that a decision which was acknowledged is recorded, and no more than once.
func once(t *testing.T, caseNo, command string) {
	t.Helper()
	if n := number(t, `SELECT count(*) FROM case_events WHERE case_no = ? AND type = 'decided' AND body::json->>'command' = ?`, caseNo, command); n != 1 {
		t.Errorf("%s: the acknowledged decision %s is recorded %d times", caseNo, command, n)
	}
	if state := stateOf(t, command); state != store.CommandDone {
		t.Errorf("%s: the command %s is %s", caseNo, command, state)
	}
}

// stateOf tells how far a command has come.
func stateOf(t *testing.T, command string) string {
	t.Helper()
	c, err := house.record.Command(t.Context(), command)
	if err != nil {
		t.Fatal(err)
	}
	return c.State
}

// number asks the database for one.
func number(t *testing.T, sql string, args ...any) int {
	t.Helper()
	var n int
	if err := house.record.DB.WithContext(t.Context()).Raw(sql, args...).Scan(&n).Error; err != nil {
		t.Fatal(err)
	}
	return n
}

// attributes reads what operators see of a case's workflow without any worker: its search attributes, out of
// visibility; empty while Temporal does not answer.
func attributes(t *testing.T, workflowID string) map[string]string {
	t.Helper()
	seen := map[string]string{}
	list, err := house.temporal.ListWorkflow(t.Context(), &workflowservice.ListWorkflowExecutionsRequest{
		Query: fmt.Sprintf("WorkflowId = '%s' AND ExecutionStatus = 'Running'", workflowID),
	})
	if err != nil || len(list.GetExecutions()) == 0 {
		return seen
	}
	for name, payload := range list.GetExecutions()[0].GetSearchAttributes().GetIndexedFields() {
		var value any
		if err := converter.GetDefaultDataConverter().FromPayload(payload, &value); err != nil {
			t.Fatal(err)
		}
		seen[name] = fmt.Sprint(value)
	}
	return seen
}

func stuck(t *testing.T, caseNo string) string {
	t.Helper()
	return attributes(t, contract.FilingID(caseNo))[contract.AttrStuck]
}
