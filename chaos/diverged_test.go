package chaos_test

import (
	"crypto/sha256"
	"encoding/json"
	"net/http"
	"os"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"jiangxin/contract"
	"jiangxin/demo"
	"jiangxin/domain/casework"
	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
	"jiangxin/store"
)

func TestARecordThatDivergesParksTheCaseAndOverwritesNothing(t *testing.T) {
	c := file(t, filing.Acceptance)
	answer := usual(t, c, next(t, c))
	papersMade(t, c)
	ahead(t, c)
	before := events(t, c.No)

	taken := answer.must(t, http.StatusAccepted)
	eventually(t, 30*time.Second, "the case is parked", func() bool { return stuck(t, c.No) == "record: "+contract.ErrDiverged })
	if after := events(t, c.No); after != before {
		t.Error("the record has changed")
	}
	if state := stateOf(t, taken.command); state != store.CommandSent {
		t.Errorf("the command of the parked case is %s", state)
	}
	if at, err := house.record.VerifyChain(t.Context(), c.No); err != nil || at != 0 {
		t.Errorf("the chain breaks at %d (%v)", at, err)
	}
	operate(t, c.No, contract.UpdateRetry)
	eventually(t, 10*time.Second, "a retry mends nothing by itself", func() bool { return stuck(t, c.No) == "record: "+contract.ErrDiverged })
	if after := events(t, c.No); after != before {
		t.Error("the retry has changed the record")
	}

	sweptBeside(t)

	// A parked case is terminated by hand at last; its half-decided task is then given back, not forgotten.
	if err := house.temporal.TerminateWorkflow(t.Context(), contract.FilingID(c.No), "", "a test"); err != nil {
		t.Fatal(err)
	}
	eventually(t, time.Minute, "the sweeper gives the task back", func() bool { return stateOf(t, taken.command) == store.CommandRefused })
	sound(t, c.No)
}

// sweptBeside checks that a case which is parked for good does not hold up what the sweeper owes to others.
func sweptBeside(t *testing.T) {
	t.Helper()
	c := file(t, filing.Acceptance)
	answer := usual(t, c, next(t, c))
	workerBack := withoutWorker(t)
	taken := answer.must(t, http.StatusAccepted)
	temporalBack := without(t, "temporal") // it forgets the decision: only the sweeper can deliver it
	temporalBack()
	workerBack()
	quiet(t, c.No)
	once(t, c.No, taken.command)
	sound(t, c.No)
}

// papersMade waits until nothing is owed, so that only a decision adds events.
func papersMade(t *testing.T, c *demo.Case) {
	t.Helper()
	eventually(t, 30*time.Second, "all papers are made", func() bool {
		return number(t, `SELECT count(*) FROM papers WHERE case_no = ? AND state <> 'made'`, c.No) == 0
	})
}

// ahead writes a batch into the database that the workflow knows nothing of: what a database restored on its
// own, or a defect of ours, would look like.
func ahead(t *testing.T, c *demo.Case) {
	t.Helper()
	of, err := house.record.Case(t.Context(), c.No)
	if err != nil {
		t.Fatal(err)
	}
	e := contract.Event{Seq: of.Seq + 1, At: time.Now().UTC().Truncate(time.Microsecond), Type: string(casework.Corrected), Data: json.RawMessage(`{}`)}
	body, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	digest := sha256.Sum256(append(of.Head, body...))
	owner, err := pgx.Connect(t.Context(), os.Getenv("JIANGXIN_DATABASE_OWNER_URL"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = owner.Close(t.Context()) }()
	for _, step := range []struct {
		sql  string
		args []any
	}{
		{`INSERT INTO case_events (case_no, seq, type, at, body, digest) VALUES ($1, $2, $3, $4, $5, $6)`, []any{c.No, e.Seq, e.Type, e.At, string(body), digest[:]}},
		{`INSERT INTO case_batches (case_no, first_seq, last_seq, digest, result) VALUES ($1, $2, $2, $3, '{}')`, []any{c.No, e.Seq, digest[:]}},
		{`UPDATE cases SET seq = $2, head = $3 WHERE case_no = $1`, []any{c.No, e.Seq, digest[:]}},
	} {
		if _, err := owner.Exec(t.Context(), step.sql, step.args...); err != nil {
			t.Fatal(err)
		}
	}
}

// events is all that is recorded of a case, as one text.
func events(t *testing.T, caseNo string) string {
	t.Helper()
	var text string
	if err := house.record.DB.Raw(`SELECT string_agg(seq || ' ' || body || ' ' || encode(digest, 'hex'), E'\n' ORDER BY seq)
		FROM case_events WHERE case_no = ?`, caseNo).Scan(&text).Error; err != nil {
		t.Fatal(err)
	}
	return text
}

func TestTheRecordRefusesAnotherBatchUnderNumbersOfALiveCase(t *testing.T) {
	t.Parallel()
	c := file(t, filing.Panel)
	papersMade(t, c)
	before := events(t, c.No)
	_, err := house.record.Record(t.Context(), contract.RecordRequest{CaseNo: c.No, Events: []contract.Event{
		{Seq: 1, At: time.Now().UTC(), Type: string(casework.Opened), Data: json.RawMessage(`{}`)},
	}})
	if !fault.Is(err, fault.Diverged) {
		t.Errorf("another batch under number 1 is answered %v", err)
	}
	if events(t, c.No) != before {
		t.Error("the record has changed")
	}
	sound(t, c.No)
}
