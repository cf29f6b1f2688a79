package chaos_test

import (
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
)

// How long the database is away. A case counts as stuck after a minute (setting of the desk); Postgres itself,
// on which Temporal stands as well, is away as long as JIANGXIN_CHAOS_OUTAGE says.
const (
	databaseAway = 70 * time.Second
	postgresAway = 15 * time.Second
	outage       = "JIANGXIN_CHAOS_OUTAGE"
)

func TestWhileTheDatabaseIsAwayACaseShowsThatItIsStuckAndIsFreedByItself(t *testing.T) {
	recording, waiting := file(t, filing.Acceptance), file(t, filing.Acceptance)
	taken, later := usual(t, recording, next(t, recording)), usual(t, waiting, next(t, waiting))
	began := time.Now()
	r := inTheMiddleOfRecord(t, recording.No, taken)
	house.database.cut()
	t.Cleanup(house.database.mend)

	refused := later.must(t, http.StatusServiceUnavailable)
	if refused.problem.Code != string(fault.Unavailable) {
		t.Errorf("the problem is %+v", refused.problem)
	}
	helped(t, refused)
	eventually(t, databaseAway+10*time.Second, "the case shows that it is stuck", func() bool {
		return strings.HasPrefix(stuck(t, recording.No), "record: ")
	})
	time.Sleep(time.Until(began.Add(databaseAway)))
	house.database.mend()

	quiet(t, recording.No)
	once(t, recording.No, r.command)
	eventually(t, 10*time.Second, "the case is no longer stuck", func() bool { return stuck(t, recording.No) == "" })
	once(t, waiting.No, later.must(t, http.StatusOK).command)
	sound(t, recording.No)
	sound(t, waiting.No)
}

func TestPostgresKilledInTheMiddleOfRecordLosesNothing(t *testing.T) {
	away := postgresAway
	if text := os.Getenv(outage); text != "" {
		var err error
		if away, err = time.ParseDuration(text); err != nil {
			t.Fatal(err)
		}
	}
	recording, waiting := file(t, filing.Acceptance), file(t, filing.Acceptance)
	taken, later := usual(t, recording, next(t, recording)), usual(t, waiting, next(t, waiting))
	r := inTheMiddleOfRecord(t, recording.No, taken)
	back := without(t, "postgres")
	began := time.Now()
	refused := later.must(t, http.StatusServiceUnavailable)
	helped(t, refused)
	time.Sleep(time.Until(began.Add(away)))
	back()

	again, err := later.sendIn(t.Context(), house.patient)
	if err != nil || !again.acknowledged() {
		t.Fatalf("the same decision under the same key is answered %+v (%v)", again, err)
	}
	eventually(t, 2*time.Minute, "nothing is left on its way", func() bool {
		return number(t, `SELECT count(*) FROM commands WHERE state = 'sent' AND case_no IN ?`, []string{recording.No, waiting.No}) == 0
	})
	once(t, recording.No, r.command)
	once(t, waiting.No, again.command)
	sound(t, recording.No)
	sound(t, waiting.No)
	eventually(t, time.Minute, "no case is stuck", func() bool { return stuck(t, recording.No)+stuck(t, waiting.No) == "" })
	for _, c := range []string{recording.No, waiting.No} { // and the cases go on
		if n := number(t, `SELECT count(*) FROM tasks WHERE case_no = ? AND state = 'open' AND stage = 'panel'`, c); n != 1 {
			t.Errorf("%s has %d open tasks of the next stage", c, n)
		}
	}
}

// inTheMiddleOfRecord sends a decision and comes back while its Record is under way and waits for a row.
func inTheMiddleOfRecord(t *testing.T, caseNo string, l letter) reply {
	t.Helper()
	release := holdRecord(t, caseNo)
	r := l.must(t, http.StatusAccepted)
	eventually(t, 10*time.Second, "Record waits for the case's row", func() bool {
		return number(t, `SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%FROM "cases"%'`) > 0
	})
	t.Cleanup(release)
	go func() { // the row is free again when the database is gone
		time.Sleep(time.Second)
		release()
	}()
	return r
}
