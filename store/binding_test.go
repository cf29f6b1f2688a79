package store_test

import (
	"fmt"
	"testing"

	"github.com/google/uuid"

	"jiangxin/domain/fault"
	"jiangxin/store"
)

func TestASignedSheetIsKnownToBeUsedFromTheFirstEntryOnBehalfThatNamesIt(t *testing.T) {
	t.Parallel()
	f := setup(t)
	f.record(t, opening()...)
	sheet, free, expert := uuid.NewString(), uuid.NewString(), uuid.NewString()
	add := func(key, body string) {
		c := f.command(key, body)
		c.TaskID = ""
		if _, _, err := f.Keep(t.Context(), c, 0); err != nil {
			t.Fatal(err)
		}
	}
	add("note", fmt.Sprintf(`{"verdict":"submit","note":"%s"}`, free))
	add("first", fmt.Sprintf(`{"verdict":"submit","onBehalf":"%s","sheetDocument":"%s"}`, expert, sheet))
	used, err := f.SheetsUsed(t.Context(), f.caseNo, []string{sheet, free})
	if err != nil || len(used) != 1 || used[sheet] != expert {
		t.Errorf("%v, %v", used, err)
	}
	f.exec(t, `UPDATE commands SET state = 'refused' WHERE id = 'first'`)
	if used, err := f.SheetsUsed(t.Context(), f.caseNo, []string{sheet}); err != nil || len(used) != 0 {
		t.Errorf("a refused entry counts: %v, %v", used, err)
	}
}

func TestAnAuthorisationIsOnFileOnceALetterThatHadItWasFoundInOrder(t *testing.T) {
	t.Parallel()
	f := setup(t)
	c, err := f.Case(t.Context(), f.caseNo)
	if err != nil {
		t.Fatal(err)
	}
	say := func(seq int, stage, verdict, content string) {
		t.Helper()
		s := store.Statement{CaseNo: f.caseNo, Seq: seq, Stage: stage, Round: 1, Actor: f.user, Verdict: verdict, Content: content, Digest: []byte{1}, At: began}
		if err := f.DB.Create(&s).Error; err != nil {
			t.Fatal(err)
		}
	}
	authorised := func() bool {
		t.Helper()
		found, err := f.Authorised(t.Context(), c.EnterpriseID)
		if err != nil {
			t.Fatal(err)
		}
		return found
	}
	say(1, "commitment", "submit", `{"verdict":"submit","sheet":{"authorisation":""}}`)
	say(2, "commitmentCheck", "accept", `{"verdict":"accept"}`)
	if authorised() {
		t.Error("a letter without one counts")
	}
	say(3, "commitment", "submit", `{"verdict":"submit","sheet":{"authorisation":"doc"}}`)
	say(4, "commitmentCheck", "return", `{"verdict":"return"}`)
	if authorised() {
		t.Error("one that was sent back counts")
	}
	say(5, "commitmentCheck", "accept", `{"verdict":"accept"}`)
	if !authorised() {
		t.Error("it is not on file")
	}
}

func TestWhatIsHandedInAnewIsTheVersionThatWasFrozen(t *testing.T) {
	t.Parallel()
	f := setup(t)
	f.record(t, opening()...)
	c, err := f.Case(t.Context(), f.caseNo)
	if err != nil {
		t.Fatal(err)
	}
	a := store.Application{
		ID: uuid.New(), EnterpriseID: c.EnterpriseID, Kind: "initial", Region: c.Region, State: store.ApplicationSubmitted, CaseNo: &f.caseNo,
		Content: "{}", CreatedBy: f.user, CreatedAt: began, UpdatedAt: began, Version: 4,
	}
	if err := f.AddApplication(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	if _, _, err := f.Keep(t.Context(), f.command("late", `{"verdict":"submit","snapshot":"{}","draft":3}`), 1); !fault.Is(err, fault.Stale) {
		t.Fatalf("an edit after the freezing is lost: %v", err)
	}
	if n := f.count(t, `SELECT count(*) FROM tasks WHERE state = 'open'`); n != 1 || f.count(t, `SELECT count(*) FROM commands`) != 0 {
		t.Error("the refused answer left something behind")
	}
	if _, fresh, err := f.Keep(t.Context(), f.command("good", `{"verdict":"submit","snapshot":"{}","draft":4}`), 1); err != nil || !fresh {
		t.Fatal(err)
	}
	if err := f.SaveApplication(t.Context(), a.ID, 4, `{"unit":{}}`, began); err == nil {
		t.Error("an edit that overlapped was saved over what was handed in")
	}
}
