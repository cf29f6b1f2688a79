package store_test

import (
	"encoding/json"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"jiangxin/contract"
	"jiangxin/domain/casework"
	"jiangxin/domain/certification"
	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
	"jiangxin/store"
	"jiangxin/store/storetest"
)

const (
	filingNo  = "Y000021000001"
	authority = "authority-210100"
	electric  = "6-31-01-03" // 电工
)

// body is a filed enterprise that certifies.
type body struct {
	fixture
	enterprise uuid.UUID
	filingNo   string
}

// filed makes an enterprise that is filed for electricians of level 4 and 3 from 2026 to 2028.
func filed(t *testing.T) body { return filedOn(t, storetest.Seeded(t)) }

func filedOn(t *testing.T, s *store.Store) body {
	t.Helper()
	f := setupOn(t, s)
	of, err := f.Case(t.Context(), f.caseNo)
	if err != nil {
		t.Fatal(err)
	}
	enterprise := of.EnterpriseID
	b := body{fixture: f, enterprise: enterprise, filingNo: filingNo}
	f.exec(t, `INSERT INTO filings (filing_no, enterprise_id, enterprise_name, credit_code, region, case_no, valid_from, valid_through, token, filed_at)
		VALUES (?, ?, '沈阳星辰重工有限公司', '91210100MA0000000X', '210100', ?, '2026-01-01', '2028-12-31', 'token', ?)`, filingNo, enterprise, f.caseNo, began)
	f.exec(t, `INSERT INTO filing_occupations (filing_no, code, work_type, name, levels, standard, added_on)
		VALUES (?, ?, '', '电工', '{4,3}', '', '2026-01-01')`, filingNo, electric)
	return b
}

func (b body) draft(t *testing.T) store.Batch {
	t.Helper()
	made, err := b.AddBatch(t.Context(), store.Batch{
		FilingNo: b.filingNo, EnterpriseID: b.enterprise, EnterpriseName: "沈阳星辰重工有限公司", Region: "210100", Occupation: electric,
		OccupationName: "电工", Level: "4", Way: "examination", ExamFrom: civil.On(2026, 11, 10), ExamTo: civil.On(2026, 11, 11),
		Place: "二号车间", Plan: `{"occupation":"6-31-01-03"}`, Template: 1, CreatedBy: b.user, CreatedAt: began,
	})
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// result is a row as a check of the workbook leaves it.
func result(no int) store.ResultRow {
	content, err := json.Marshal(certification.Row{No: no, Name: "张三", IDKind: certification.ResidentCard, Employer: "沈阳星辰重工有限公司", Photo: fmt.Sprint(no, ".jpg")})
	if err != nil {
		panic(err)
	}
	return store.ResultRow{
		No: no, Name: fmt.Sprint("张三", no), IDSealed: fmt.Sprint("sealed-", no), IDDigest: fmt.Append(nil, "k1.digest-", no),
		IDMasked: "2101**********1234", Content: string(content),
	}
}

func results(n int) []store.ResultRow {
	rows := make([]store.ResultRow, 0, n)
	for no := 1; no <= n; no++ {
		rows = append(rows, result(no))
	}
	return rows
}

func (b body) fill(t *testing.T, batch store.Batch, rows []store.ResultRow) store.Batch {
	t.Helper()
	saved, stored, err := b.ReplaceResults(t.Context(), store.Results{
		BatchNo: batch.BatchNo, Version: batch.Version, Source: "workbook-" + batch.BatchNo, Rows: rows, At: began,
	})
	if err != nil || !stored {
		t.Fatalf("stored %v, %v", stored, err)
	}
	return saved
}

// handIn submits the batch and records the beginning of its case.
func (b body) handIn(t *testing.T, batch store.Batch) body {
	t.Helper()
	command, err := b.SubmitBatch(t.Context(), b.submission(batch))
	if err != nil {
		t.Fatal(err)
	}
	c := b
	c.caseNo = batch.BatchNo
	c.record(t, told(1, string(casework.Opened), command.ID, contract.OpenedData{Procedure: contract.CertificationWorkflow}),
		told(2, string(casework.StageEntered), "", contract.StageData{Stage: "audit", Round: 1}),
		told(3, string(certification.ResultsSubmitted), command.ID, contract.ResultsSubmittedData{Round: 1, Command: command.ID}))
	return c
}

func (b body) submission(batch store.Batch) store.BatchSubmission {
	return store.BatchSubmission{
		BatchNo: batch.BatchNo, Version: batch.Version,
		Command: store.Command{
			ID: "submit-" + batch.BatchNo, Actor: b.user, Operation: store.SubmitOperation, Digest: []byte("d"), Payload: "{}",
			State: store.CommandSent, CreatedAt: began, SentAt: began,
		},
		Input:   contract.Certification{Version: 1, Region: "210100", Authority: authority, Policy: "2020-06-01.1"},
		WrapKey: func(caseNo string) string { return "key of " + caseNo },
	}
}

func told(seq int, kind, command string, data any) contract.Event {
	e := event(seq, kind, "", data)
	e.Command = command
	return e
}

// said keeps a command with a sheet, as a decision would.
func (b body) said(t *testing.T, id string, sheet any) string {
	t.Helper()
	raw, err := json.Marshal(sheet)
	if err != nil {
		t.Fatal(err)
	}
	body, err := json.Marshal(store.DecisionBody{Verdict: "x", Sheet: raw})
	if err != nil {
		t.Fatal(err)
	}
	id += "-" + b.caseNo
	if err := b.DB.Create(&store.Command{
		ID: id, Actor: b.user, Operation: contract.UpdateDecide, CaseNo: b.caseNo, Digest: []byte("d"), Payload: "{}", Body: string(body),
		State: store.CommandDone, CreatedAt: began, SentAt: began,
	}).Error; err != nil {
		t.Fatal(err)
	}
	return id
}

func (b body) audited(t *testing.T, seq, round int, verdict casework.Verdict, rows ...certification.RowVerdict) {
	t.Helper()
	command := b.said(t, fmt.Sprint("audit-", round), certification.AuditSheet{Rows: rows})
	b.record(t, told(seq, string(certification.ResultsAudited), command, contract.ResultsAuditedData{Round: round, Command: command, Verdict: string(verdict)}))
}

func TestDraftsAreNumberedWithoutGapsByFilingAndMonth(t *testing.T) {
	t.Parallel()
	b := filed(t)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() { b.draft(t) })
	}
	wg.Wait()
	if n := b.count(t, `SELECT COUNT(*) FROM batches WHERE batch_no BETWEEN 'Y000021000001202611001' AND 'Y000021000001202611008'`); n != 8 {
		t.Errorf("%d numbers are in the row", n)
	}
	mine, err := b.BatchesOf(t.Context(), b.enterprise, "", "Y000021000001202611004", 2)
	if err != nil || len(mine) != 2 || mine[0].BatchNo != "Y000021000001202611003" {
		t.Errorf("%v, %v", mine, err)
	}
	seen, err := b.Calendar(t.Context(), "210100", civil.On(2026, 11, 11), civil.On(2026, 11, 30), store.BatchPlace{}, 20)
	if err != nil || len(seen) != 8 {
		t.Errorf("the calendar shows %d: %v", len(seen), err)
	}
	if none, err := b.Calendar(t.Context(), "210100", civil.On(2026, 11, 12), civil.On(2026, 11, 30), store.BatchPlace{}, 20); err != nil || len(none) != 0 {
		t.Errorf("the calendar shows %d of days without an examination: %v", len(none), err)
	}
}

func TestAPlanThatWasChangedElsewhereIsNotWrittenOver(t *testing.T) {
	t.Parallel()
	b := filed(t)
	batch := b.draft(t)
	batch.Place = "一号车间"
	saved, err := b.SavePlan(t.Context(), batch, began)
	if err != nil || saved.Version != 2 || saved.Place != "一号车间" {
		t.Fatalf("%+v, %v", saved, err)
	}
	if _, err := b.SavePlan(t.Context(), batch, began); !fault.Is(err, fault.Stale) {
		t.Errorf("got %v", err)
	}
}

func TestConfirmingAWorkbookTwiceStoresItOnce(t *testing.T) {
	t.Parallel()
	b := filed(t)
	batch := b.draft(t)
	in := store.Results{BatchNo: batch.BatchNo, Version: batch.Version, Source: "abc", Rows: results(20), At: began}
	first, stored, err := b.ReplaceResults(t.Context(), in)
	if err != nil || !stored || first.Rows != 20 {
		t.Fatalf("%+v, %v, %v", first, stored, err)
	}
	again, stored, err := b.ReplaceResults(t.Context(), in)
	if err != nil || stored || again.Version != first.Version {
		t.Errorf("stored again %v at version %d, %v", stored, again.Version, err)
	}
	in.Source = "another"
	if _, _, err := b.ReplaceResults(t.Context(), in); !fault.Is(err, fault.Stale) {
		t.Errorf("another workbook over a version that is gone: %v", err)
	}
	edited := result(3)
	edited.BatchNo, edited.Version, edited.Name, edited.Wrong, edited.Flags = batch.BatchNo, 1, "李四", 2, 2
	if saved, err := b.EditResult(t.Context(), edited, began); err != nil || saved.Name != "李四" || saved.Former != "" {
		t.Errorf("%+v, %v", saved, err)
	}
	if _, err := b.EditResult(t.Context(), edited, began); !fault.Is(err, fault.Stale) {
		t.Errorf("an edit over a version that is gone: %v", err)
	}
	now, err := b.Batch(t.Context(), batch.BatchNo)
	if err != nil || now.Wrong != 1 || now.Flagged != 1 {
		t.Errorf("%+v, %v", now, err)
	}
	if _, err := b.SubmitBatch(t.Context(), b.submission(now)); !fault.Is(err, fault.NotReady) {
		t.Errorf("a batch with a wrong row was handed in: %v", err)
	}
	judged, err := b.Judge(t.Context(), batch.BatchNo, now.Version, []store.Judgement{{No: 3, Findings: "[]"}}, began)
	if err != nil || judged.Wrong != 0 || judged.Flagged != 0 {
		t.Errorf("%+v, %v", judged, err)
	}
}

func TestABatchWithoutRowsIsNotHandedIn(t *testing.T) {
	t.Parallel()
	b := filed(t)
	if _, err := b.SubmitBatch(t.Context(), b.submission(b.draft(t))); !fault.Is(err, fault.NotReady) {
		t.Errorf("got %v", err)
	}
}

func TestABatchIsHandedInOnceWithItsCaseAndFrozen(t *testing.T) {
	t.Parallel()
	b := filed(t)
	batch := b.fill(t, b.draft(t), results(30))
	c := b.handIn(t, batch)
	if _, err := b.SubmitBatch(t.Context(), b.submission(batch)); !fault.Is(err, fault.Closed) {
		t.Errorf("handed in twice: %v", err)
	}
	edited := result(3)
	edited.BatchNo, edited.Version = batch.BatchNo, 1
	if _, err := b.EditResult(t.Context(), edited, began); !fault.Is(err, fault.Closed) {
		t.Errorf("a row was changed after it was handed in: %v", err)
	}
	if n := b.count(t, `SELECT COUNT(*) FROM result_row_versions WHERE round = 1`); n != 30 {
		t.Errorf("%d rows are frozen", n)
	}
	if n := b.count(t, `SELECT COUNT(*) FROM result_rows WHERE sampled AND round = 1`); n != 5 {
		t.Errorf("%d rows are in the sample", n)
	}
	samples, err := b.Samples(t.Context(), batch.BatchNo)
	if err != nil || len(samples) != 1 {
		t.Fatalf("%v, %v", samples, err)
	}
	if last, found, err := b.LastSample(t.Context(), batch.BatchNo); err != nil || !found || last.Round != 1 || string(last.Seed) != string(samples[0].Seed) {
		t.Errorf("the last sample is %v, %v, %v", last, found, err)
	}
	if counts, err := b.BatchCounts(t.Context(), []string{batch.BatchNo, "none"}); err != nil || len(counts) != 1 || counts[batch.BatchNo].Rows != 30 {
		t.Errorf("%v, %v", counts, err)
	}
	var drawn []int
	b.DB.Raw(`SELECT no FROM result_rows WHERE sampled ORDER BY no`).Scan(&drawn)
	if again := certification.Sample(samples[0].Seed, 30, nil, samples[0].Share, samples[0].Minimum); fmt.Sprint(again) != fmt.Sprint(drawn) {
		t.Errorf("the seed gives %v, drawn were %v", again, drawn)
	}
	if at, err := c.VerifyChain(t.Context(), batch.BatchNo); err != nil || at != 0 {
		t.Errorf("the chain breaks at %d: %v", at, err)
	}
	if n := b.count(t, `SELECT COUNT(*) FROM snapshots WHERE case_no = ?`, batch.BatchNo); n != 1 {
		t.Errorf("%d snapshots", n)
	}
}

func TestTenThousandRowsAreStoredAndHandedInFast(t *testing.T) {
	t.Parallel()
	b := filed(t)
	batch := b.draft(t)
	rows := results(10000)
	start := time.Now()
	batch = b.fill(t, batch, rows)
	stored := time.Since(start)
	c := b.handIn(t, batch)
	handed := time.Since(start) - stored
	c.audited(t, 4, 1, casework.Pass)
	audited := time.Since(start) - stored - handed
	t.Logf("stored in %v, handed in in %v, audited in %v", stored, handed, audited)
}
