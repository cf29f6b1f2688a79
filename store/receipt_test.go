package store_test

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"

	"jiangxin/contract"
	"jiangxin/domain/casework"
	"jiangxin/domain/filing"
	"jiangxin/domain/filing/filingtest"
	"jiangxin/store"
	"jiangxin/store/storetest"
)

// say keeps a command with a sheet and its statement, as a decision leaves them.
func (f fixture) say(t *testing.T, seq int, stage filing.Stage, verdict casework.Verdict, sheet any) string {
	t.Helper()
	raw, err := json.Marshal(sheet)
	if err != nil {
		t.Fatal(err)
	}
	body, err := json.Marshal(store.DecisionBody{Verdict: string(verdict), Sheet: raw})
	if err != nil {
		t.Fatal(err)
	}
	c := f.command(string(stage), string(body))
	c.State, c.TaskID = store.CommandDone, ""
	statement := store.Statement{
		CaseNo: f.caseNo, Seq: seq, TaskID: string(stage) + "/1/1", Stage: string(stage), Round: 1, Actor: f.user,
		Verdict: string(verdict), Content: string(body), Digest: []byte{1}, At: began,
	}
	for _, row := range []any{&c, &statement} {
		if err := f.DB.Create(row).Error; err != nil {
			t.Fatal(err)
		}
	}
	return c.ID
}

// passed makes a case that lacks nothing but its receipt, and gives the receipt's event.
func (f fixture) passed(t *testing.T) contract.Event {
	t.Helper()
	f.record(t, opening()...)
	frozen, _, err := filing.Snapshot(filingtest.Application(), nil, slices.Collect(maps.Values(filingtest.Documents())))
	if err != nil {
		t.Fatal(err)
	}
	f.exec(t, `INSERT INTO snapshots (case_no, round, content, digest, command, created_at) VALUES (?, 1, ?, '', '', ?)`, f.caseNo, string(frozen), began)
	_, assessed := filingtest.Decision(filing.Assessment)
	f.say(t, 101, filing.Assessment, casework.Conclude, assessed)
	f.say(t, 102, filing.Verification, casework.Pass, &filing.VerificationSheet{})
	command := f.say(t, 103, filing.Receipt, casework.Issue, &filing.ReceiptSheet{})
	return event(4, string(filing.ReceiptIssued), "", contract.ReceiptData{Command: command, Years: 3})
}

func TestAReceiptFilesTheEnterpriseCopiesItAndOpensTheTenure(t *testing.T) {
	t.Parallel()
	f := setup(t)
	out := f.record(t, f.passed(t))
	if out.Numbers[contract.NumberFiling] != "Y000021000001" || out.Numbers[contract.DateThrough] != "2029-11-19" {
		t.Errorf("numbers: %v", out.Numbers)
	}
	if n := f.count(t, `SELECT count(*) FROM filing_occupations WHERE filing_no = 'Y000021000001'`); n != len(filingtest.Grants()) {
		t.Errorf("%d occupations", n)
	}
	copies := f.count(t, `SELECT count(*) FROM receipt_copies`)
	if told := f.count(t, `SELECT count(*) FROM messages WHERE kind = 'receiptCopied'`); copies < 15 || told != copies {
		t.Errorf("%d copies, %d bodies told", copies, told)
	}
	tenure, err := f.Case(context.Background(), "Y000021000001")
	var input contract.Tenure
	if err != nil || json.Unmarshal([]byte(tenure.Input), &input) != nil || input.RemindHour != 8 || len(input.Remind) != 4 || input.FilingNo != tenure.CaseNo {
		t.Errorf("tenure: %s, %v", tenure.Input, err)
	}
	f.record(t, event(5, string(filing.CataloguePublished), "", contract.PublicationData{FilingNo: tenure.CaseNo, Region: "210100", Publisher: "bureau-210100"}))
	if n := f.count(t, `SELECT count(*) FROM catalogue_editions WHERE edition = 1 AND reported_on = published_on`); n != 1 {
		t.Error("the edition does not say when it was reported")
	}
	if n := f.count(t, `SELECT count(*) FROM messages WHERE kind = 'cataloguePublished' AND body_id LIKE 'department-%'`); n != 1 {
		t.Error("the Department was not told")
	}
}

// The counter of the province is locked from the number to the end: whatever has to wait must have waited before.
func TestAReceiptReadsAndReckonsBeforeItTakesItsNumber(t *testing.T) {
	t.Parallel()
	database := storetest.Open(t)
	owner, err := store.Open(database.OwnerURL)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = owner.Close() }()
	if err := owner.SeedReference(t.Context()); err != nil {
		t.Fatal(err)
	}
	f := setupOn(t, database.Store)
	receipt := f.passed(t)
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	blocked := owner.DB.WithContext(ctx).Begin()
	defer blocked.Rollback()
	if err := blocked.Exec(`LOCK TABLE snapshots IN ACCESS EXCLUSIVE MODE`).Error; err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() {
		_, err := f.Record(ctx, contract.RecordRequest{CaseNo: f.caseNo, Events: []contract.Event{receipt}})
		done <- err
	}()
	for f.count(t, `SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'snapshots'::regclass AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`) == 0 {
		if ctx.Err() != nil {
			t.Fatal("the receipt never came to the snapshot")
		}
		time.Sleep(10 * time.Millisecond)
	}
	other, quickly := context.WithTimeout(ctx, 5*time.Second)
	defer quickly()
	if err := f.DB.WithContext(other).Exec(`INSERT INTO numbers (scope, last) VALUES ('filing', 1) ON CONFLICT (scope) DO UPDATE SET last = numbers.last + 1`).Error; err != nil {
		t.Errorf("the counter is locked while the receipt waits for something else: %v", err)
	}
	blocked.Rollback()
	if err := <-done; err != nil {
		t.Error(err)
	}
}

func TestPeopleAreLookedUpAtOnce(t *testing.T) {
	t.Parallel()
	f := setup(t)
	ctx := context.Background()
	if err := f.PeopleExist(ctx, []string{f.user.String(), f.user.String()}); err != nil {
		t.Error(err)
	}
	if err := f.PeopleExist(ctx, nil); err != nil {
		t.Error(err)
	}
	for _, nobody := range []string{uuid.NewString(), "x"} {
		if err := f.PeopleExist(ctx, []string{f.user.String(), nobody}); err == nil {
			t.Errorf("%s passed", nobody)
		}
	}
}
