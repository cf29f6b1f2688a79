package store_test

import (
	"context"
	"encoding/json"
	"testing"
	"time"

	"jiangxin/contract"
	"jiangxin/domain/civil"
)

// on moves an event to noon of a day of December 2026 in Shenyang.
func on(day int, e contract.Event) contract.Event {
	e.At = time.Date(2026, 12, day, 4, e.Seq, 0, 0, time.UTC)
	return e
}

func (f fixture) read(t *testing.T, day int) civil.Reading {
	t.Helper()
	ctx := context.Background()
	c, err := f.Case(ctx, f.caseNo)
	if err != nil {
		t.Fatal(err)
	}
	reference, err := f.Reference(ctx)
	if err != nil {
		t.Fatal(err)
	}
	clock, err := f.CityClock(ctx, c, 20)
	if err != nil {
		t.Fatal(err)
	}
	return clock.Read(reference.Calendar, civil.On(2026, time.December, day))
}

func TestTheCitysClockRunsFromTheAcceptanceToTheSubmission(t *testing.T) {
	t.Parallel()
	f := setup(t)
	f.record(t, opening()...)
	if got := f.read(t, 1); got.Used != 0 || !got.Finish.Date.IsZero() {
		t.Errorf("before the acceptance: %+v", got)
	}
	command := f.keep(t, "key-1", 1)
	accepted := event(4, "decided", "acceptance/1/1", contract.DecidedData{Verdict: "accept"})
	accepted.Command, accepted.Actor = command.ID, f.user.String()
	panel := contract.Task{ID: "panel/1/1", Stage: "panel", Round: 1, Body: "bureau-210100", Role: "handler", DueDays: 20, DueUnit: contract.DueCity}
	out := f.record(t, on(1, accepted), on(1, event(5, "stageEntered", "", contract.StageData{Stage: "panel", Round: 1})), on(1, event(6, "taskOpened", "panel/1/1", panel)))
	if due := civil.Of(out.Due["panel/1/1"]); due != civil.On(2026, time.December, 29) {
		t.Errorf("twenty working days after Tuesday 1 December end on %s", due)
	}
	enter := func(seq, day int, stage, pause string) {
		f.record(t, on(day, event(seq, "stageEntered", "", contract.StageData{Stage: stage, Round: 1, Pause: pause})))
	}
	enter(7, 3, "commitment", string(civil.Commitment))
	enter(8, 10, "submission", "")
	enter(9, 11, "centreReview", string(civil.Submitted))
	enter(10, 18, "receipt", string(civil.Submitted))
	if got := f.read(t, 21); got.Used != 3 || !got.Paused || got.Reason != civil.Submitted || got.Since != civil.On(2026, time.December, 11) {
		t.Errorf("2, 3 and 11 December count, and it stands with the province: %+v", got)
	}
	enter(11, 21, "submission", "")
	if got := f.read(t, 22); got.Used != 4 || got.Paused {
		t.Errorf("sent back on 21 December it runs on: %+v", got)
	}
}

func TestWhatIsOpenedBeforeTheAcceptanceHasItsDaysAlike(t *testing.T) {
	t.Parallel()
	f := setup(t)
	task := contract.Task{ID: "panel/1/1", Stage: "panel", Round: 1, Body: "bureau-210100", Role: "handler", DueDays: 5, DueUnit: contract.DueCity}
	out := f.record(t, append(opening(), event(4, "taskOpened", "panel/1/1", task))...)
	if got, want := out.Due["panel/1/1"], out.Due["acceptance/1/1"]; got.IsZero() || !got.Equal(want) {
		t.Errorf("due %v, want %v", got, want)
	}
}

func TestThePanelOfACaseIsTheNewestOfAppointmentAndCorrection(t *testing.T) {
	t.Parallel()
	f := setup(t)
	f.record(t, opening()...)
	panel := func(want string) {
		t.Helper()
		people, err := f.Panel(context.Background(), f.caseNo)
		got, _ := json.Marshal(people)
		if err != nil || string(got) != want {
			t.Errorf("panel %s, %v, want %s", got, err, want)
		}
	}
	panel("null")
	command := f.keep(t, "key-1", 1)
	appointed := event(4, "decided", "acceptance/1/1", contract.DecidedData{Verdict: "appoint", People: []string{"b", "a", "c"}})
	appointed.Command, appointed.Actor = command.ID, f.user.String()
	f.record(t, appointed)
	panel(`["b","a","c"]`)
	f.record(t, event(5, "corrected", "", contract.OperationData{Operation: "correct", Fact: "panel", People: []string{"d", "a", "c"}}))
	f.record(t, event(6, "corrected", "", contract.OperationData{Operation: "correct", Fact: "competent", Value: "authority-210100"}))
	panel(`["d","a","c"]`)
}
