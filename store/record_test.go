package store_test

import (
	"context"
	"encoding/json"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"jiangxin/contract"
	"jiangxin/domain/fault"
	"jiangxin/store"
	"jiangxin/store/storetest"
)

var began = time.Date(2026, 11, 20, 1, 0, 0, 0, time.UTC)

type fixture struct {
	*store.Store
	caseNo string
	user   uuid.UUID
}

// setup makes a case that has not begun and one person.
func setup(t *testing.T) fixture { return setupOn(t, storetest.Seeded(t)) }

func setupOn(t *testing.T, s *store.Store) fixture {
	t.Helper()
	f := fixture{Store: s, caseNo: "210100-2026-000001", user: uuid.New()}
	enterprise := uuid.New()
	f.exec(t, `INSERT INTO enterprises (id, name, credit_code, region, created_at) VALUES (?, '沈阳星辰重工有限公司', '91210100MA0000000X', '210100', ?)`, enterprise, began)
	f.exec(t, `INSERT INTO users (id, login, name, password_hash, body_id, created_at) VALUES (?, 'handler', '张经办', '', 'bureau-210100', ?)`, f.user, began)
	c := store.Case{
		CaseNo: f.caseNo, Procedure: contract.FilingWorkflow, ProcedureVersion: 1, Policy: "2020-06-01.1",
		WorkflowID: contract.FilingID(f.caseNo), Region: "210100", EnterpriseID: enterprise, EnterpriseName: "沈阳星辰重工有限公司",
		Competent: "bureau-210100", Bureau: "bureau-210100", Input: "{}", Head: store.Genesis(f.caseNo), OpenedAt: began,
	}
	if err := f.DB.Create(&c).Error; err != nil {
		t.Fatal(err)
	}
	return f
}

func (f fixture) exec(t *testing.T, sql string, args ...any) {
	t.Helper()
	if err := f.DB.Exec(sql, args...).Error; err != nil {
		t.Fatal(err)
	}
}

func (f fixture) count(t *testing.T, sql string, args ...any) int {
	t.Helper()
	var n int
	if err := f.DB.Raw(sql, args...).Scan(&n).Error; err != nil {
		t.Fatal(err)
	}
	return n
}

func event(seq int, kind, task string, data any) contract.Event {
	raw, err := json.Marshal(data)
	if err != nil {
		panic(err)
	}
	return contract.Event{Seq: seq, At: began.Add(time.Duration(seq) * time.Minute), Type: kind, TaskID: task, Data: raw}
}

func opening() []contract.Event {
	task := contract.Task{
		ID: "acceptance/1/1", Stage: "acceptance", Round: 1, Body: "bureau-210100", Role: "handler",
		Verdicts: []string{"accept", "return"}, DueDays: 5,
	}
	return []contract.Event{
		event(1, "opened", "", contract.OpenedData{Procedure: "Filing"}),
		event(2, "stageEntered", "", contract.StageData{Stage: "acceptance", Round: 1}),
		event(3, "taskOpened", "acceptance/1/1", task),
	}
}

func (f fixture) record(t *testing.T, events ...contract.Event) contract.RecordResult {
	t.Helper()
	out, err := f.Record(context.Background(), contract.RecordRequest{CaseNo: f.caseNo, Events: events})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestABatchIsWrittenOnceAndGivesTheSameResultAgain(t *testing.T) {
	t.Parallel()
	f := setup(t)
	first := f.record(t, opening()...)
	again := f.record(t, opening()...)
	if fmt.Sprint(first) != fmt.Sprint(again) {
		t.Errorf("again: %v, first: %v", again, first)
	}
	if n := f.count(t, `SELECT count(*) FROM case_events`); n != 3 {
		t.Errorf("%d events", n)
	}
	if got, want := first.Due["acceptance/1/1"], time.Date(2026, 11, 27, 15, 59, 59, 999999000, time.UTC); !got.Equal(want) {
		t.Errorf("five working days after Friday 20 November end at %v, want %v", got, want)
	}
	if at, err := f.VerifyChain(context.Background(), f.caseNo); err != nil || at != 0 {
		t.Errorf("the chain breaks at %d (%v)", at, err)
	}
}

func TestAnotherBatchUnderTheSameNumbersIsDivergedAndOverwritesNothing(t *testing.T) {
	t.Parallel()
	f := setup(t)
	f.record(t, opening()...)
	other := opening()
	other[1] = event(2, "stageEntered", "", contract.StageData{Stage: "receipt", Round: 1})
	_, err := f.Record(context.Background(), contract.RecordRequest{CaseNo: f.caseNo, Events: other})
	if !fault.Is(err, fault.Diverged) {
		t.Errorf("got %v", err)
	}
	c, err := f.Case(context.Background(), f.caseNo)
	if err != nil || c.Stage != "acceptance" {
		t.Errorf("stage %q, %v", c.Stage, err)
	}
}

func TestAGapIsRefused(t *testing.T) {
	t.Parallel()
	f := setup(t)
	_, err := f.Record(context.Background(), contract.RecordRequest{CaseNo: f.caseNo, Events: []contract.Event{event(4, "stageEntered", "", contract.StageData{})}})
	if !fault.Is(err, fault.Diverged) {
		t.Errorf("got %v", err)
	}
}

func TestADecisionClosesItsTaskFinishesItsCommandAndKeepsItsWords(t *testing.T) {
	t.Parallel()
	f := setup(t)
	f.record(t, opening()...)
	command := f.keep(t, "key-1", 1)
	f.record(t, contract.Event{
		Seq: 4, At: began.Add(time.Hour), Type: "decided", TaskID: "acceptance/1/1", Command: command.ID, Actor: f.user.String(),
		Data: json.RawMessage(`{"verdict":"accept","digest":"00"}`),
	})
	if n := f.count(t, `SELECT count(*) FROM tasks WHERE state = 'done' AND verdict = 'accept' AND closed_by = ?`, f.user); n != 1 {
		t.Error("the task is not closed")
	}
	if n := f.count(t, `SELECT count(*) FROM commands WHERE state = 'done' AND seq = 4`); n != 1 {
		t.Error("the command is not finished")
	}
	if n := f.count(t, `SELECT count(*) FROM statements WHERE seq = 4 AND content LIKE '%材料齐全%'`); n != 1 {
		t.Error("the words are not in the case file")
	}
}

func (f fixture) command(key, body string) store.Command {
	return store.Command{
		ID: key, Actor: f.user, Operation: contract.UpdateDecide, CaseNo: f.caseNo, TaskID: "acceptance/1/1",
		Digest: []byte(body), Payload: "{}", Body: body, State: store.CommandSent, CreatedAt: began, SentAt: began,
	}
}

func (f fixture) keep(t *testing.T, key string, version int) store.Command {
	t.Helper()
	c, _, err := f.Keep(context.Background(), f.command(key, `{"verdict":"accept","note":"材料齐全"}`), version)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestTheSameKeyWithAnotherBodyIsRefusedAndWithTheSameBodyStoresNothing(t *testing.T) {
	t.Parallel()
	f := setup(t)
	f.record(t, opening()...)
	f.keep(t, "key-1", 1)
	if _, fresh, err := f.Keep(context.Background(), f.command("key-1", `{"verdict":"accept","note":"材料齐全"}`), 1); err != nil || fresh {
		t.Errorf("the same again: fresh %v, %v", fresh, err)
	}
	if _, _, err := f.Keep(context.Background(), f.command("key-1", `{"verdict":"refuse"}`), 1); !fault.Is(err, fault.KeyReused) {
		t.Errorf("another body: %v", err)
	}
}

func TestOfManyWhoDecideAtOnceOneIsFirstAndTheOthersLearnWho(t *testing.T) {
	t.Parallel()
	f := setup(t)
	f.record(t, opening()...)
	var wg sync.WaitGroup
	var mu sync.Mutex
	won, lost := 0, 0
	for i := range 12 {
		wg.Go(func() {
			_, fresh, err := f.Keep(context.Background(), f.command(fmt.Sprint("key-", i), "{}"), 1)
			mu.Lock()
			defer mu.Unlock()
			switch {
			case err == nil && fresh:
				won++
			case fault.Is(err, fault.Taken) || fault.Is(err, fault.Stale):
				lost++
			default:
				t.Errorf("fresh %v, %v", fresh, err)
			}
		})
	}
	wg.Wait()
	if won != 1 || lost != 11 {
		t.Errorf("%d were first and %d were not", won, lost)
	}
}

func TestARefusedCommandOpensItsTaskAgainAndARecordedOneStays(t *testing.T) {
	t.Parallel()
	f := setup(t)
	f.record(t, opening()...)
	c := f.keep(t, "key-1", 1)
	why := fault.New(fault.Closed, "已办结", "closed")
	if err := f.Refuse(context.Background(), c.ID, why, began); err != nil {
		t.Fatal(err)
	}
	if n := f.count(t, `SELECT count(*) FROM tasks WHERE state = 'open'`); n != 1 {
		t.Error("the task is not open again")
	}
	again := f.keep(t, "key-2", 3)
	f.record(t, contract.Event{
		Seq: 4, At: began.Add(time.Hour), Type: "decided", TaskID: "acceptance/1/1", Command: again.ID, Actor: f.user.String(),
		Data: json.RawMessage(`{"verdict":"accept","digest":"00"}`),
	})
	if err := f.Refuse(context.Background(), again.ID, why, began); err != nil {
		t.Fatal(err)
	}
	if n := f.count(t, `SELECT count(*) FROM tasks WHERE state = 'done'`); n != 1 {
		t.Error("a late refusal undid a recorded decision")
	}
}
