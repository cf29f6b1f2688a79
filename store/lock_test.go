package store_test

import (
	"context"
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/google/uuid"

	"jiangxin/contract"
	"jiangxin/store"
)

// document adds an accepted document of the fixture's officer to the case.
func (f fixture) document(t *testing.T) uuid.UUID {
	t.Helper()
	d := store.Document{
		ID: uuid.New(), CaseNo: &f.caseNo, Purpose: "sheet", Name: "a.pdf", State: store.DocumentAccepted, ObjectKey: "sealed/x/y",
		ObjectVersion: "1", CreatedBy: f.user, CreatedAt: began, Version: 1,
	}
	if err := f.AddDocument(context.Background(), d); err != nil {
		t.Fatal(err)
	}
	return d.ID
}

func (f fixture) decide(t *testing.T, body string) {
	t.Helper()
	c, _, err := f.Keep(t.Context(), f.command("key-1", body), 1)
	if err != nil {
		t.Fatal(err)
	}
	f.record(t, contract.Event{
		Seq: 4, At: began.Add(time.Hour), Type: "decided", TaskID: "acceptance/1/1", Command: c.ID, Actor: f.user.String(),
		Data: json.RawMessage(`{"verdict":"accept","digest":"00"}`),
	})
}

func TestOnlyWhatARecordedDecisionNamesIsDueForALock(t *testing.T) {
	t.Parallel()
	f := setup(t)
	f.record(t, opening()...)
	named, draft := f.document(t), f.document(t)
	f.exec(t, `INSERT INTO users (id, login, name, password_hash, created_at) VALUES (?, 'other', '别人', '', ?)`, named, began) // only to own a document
	foreign := f.document(t)
	f.exec(t, `UPDATE documents SET case_no = NULL, created_by = ? WHERE id = ?`, named, foreign)
	if due, err := f.ClaimLocks(t.Context(), began.Add(2*time.Hour), 10); err != nil || len(due) != 0 {
		t.Fatalf("before any decision: %+v, %v", due, err)
	}
	f.decide(t, fmt.Sprintf(`{"verdict":"accept","sheet":{"scan":"%s"},"note":"%s"}`, named, foreign))
	due, err := f.ClaimLocks(t.Context(), began.Add(2*time.Hour), 10)
	if err != nil || len(due) != 1 || due[0].Document != named || !due[0].From.Equal(began.Add(time.Hour)) || due[0].Version != "1" {
		t.Fatalf("due: %+v, %v; not %s nor %s", due, err, draft, foreign)
	}
	if again, err := f.ClaimLocks(t.Context(), began.Add(2*time.Hour), 10); err != nil || len(again) != 0 {
		t.Errorf("claimed by two: %+v, %v", again, err)
	}
	late := began.Add(3 * time.Hour)
	if again, err := f.ClaimLocks(t.Context(), late, 10); err != nil || len(again) != 1 {
		t.Errorf("a lock that did not come about is not tried again: %+v, %v", again, err)
	}
	if err := f.Locked(t.Context(), due[0], late); err != nil {
		t.Fatal(err)
	}
	if again, err := f.ClaimLocks(t.Context(), late.Add(time.Hour), 10); err != nil || len(again) != 0 {
		t.Errorf("locked and due: %+v, %v", again, err)
	}
	if d, err := f.Document(t.Context(), named); err != nil || d.LockedUntil == nil || !d.LockedUntil.Equal(late) {
		t.Errorf("%+v, %v", d, err)
	}
}

func TestAPaperIsDueForALockOnceItIsMade(t *testing.T) {
	t.Parallel()
	f := setup(t)
	f.record(t, append(opening(), event(4, "paperDue", "", contract.PaperData{ID: "acceptance/1/intakeSlip", Kind: "intakeSlip", Stage: "acceptance", Round: 1}))...)
	made := event(5, "paperMade", "", contract.PaperMadeData{ID: "acceptance/1/intakeSlip", SHA256: "ab", Size: 2, Key: "papers/x/y.pdf"})
	f.record(t, made)
	due, err := f.ClaimLocks(t.Context(), began.Add(time.Hour), 10)
	if err != nil || len(due) != 1 || due[0].Paper != "acceptance/1/intakeSlip" || due[0].SHA256 != "ab" || due[0].ObjectKey != "papers/x/y.pdf" || !due[0].From.Equal(made.At) {
		t.Fatalf("%+v, %v", due, err)
	}
	if err := f.Locked(t.Context(), due[0], began.AddDate(5, 0, 0)); err != nil {
		t.Fatal(err)
	}
	if p, err := f.Paper(t.Context(), f.caseNo, due[0].Paper); err != nil || p.LockedUntil == nil || p.LockTryAt != nil {
		t.Errorf("%+v, %v", p, err)
	}
}
