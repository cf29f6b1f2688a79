package store_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"jiangxin/contract"
	"jiangxin/domain/casework"
	"jiangxin/domain/certification"
	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
	"jiangxin/store"
)

// passed hands a batch in and audits it, so that it waits for its issue. Its people are in no other batch.
func (b body) passed(t *testing.T, rows int) body {
	t.Helper()
	batch, people := b.draft(t), results(rows)
	if !strings.HasSuffix(batch.BatchNo, "001") {
		for i := range people {
			people[i].IDDigest = fmt.Append(people[i].IDDigest, " of ", batch.BatchNo)
		}
	}
	c := b.handIn(t, b.fill(t, batch, people))
	c.audited(t, 4, 1, casework.Pass)
	c.record(t, told(5, string(casework.StageEntered), "", contract.StageData{Stage: "issue", Round: 1}))
	return c
}

func (b body) issued(t *testing.T, seq int, at time.Time) contract.RecordResult {
	t.Helper()
	e := told(seq, string(certification.CertificatesIssued), "", contract.CertificatesIssuedData{})
	e.At = at
	return b.record(t, e)
}

// The check of two drafts may have passed at the same moment; the transaction of the submission has the last word.
func TestTwoBatchesWithTheSamePeopleAreNotBothHandedIn(t *testing.T) {
	t.Parallel()
	b := filed(t)
	first, second := b.fill(t, b.draft(t), results(2)), b.fill(t, b.draft(t), results(3))
	if pending, err := b.Pending(t.Context(), []string{"k1.digest-1"}, second); err != nil || len(pending) != 0 {
		t.Errorf("nothing is handed in yet: %v, %v", pending, err)
	}
	b.handIn(t, first)
	if _, err := b.SubmitBatch(t.Context(), b.submission(second)); !fault.Is(err, fault.NotReady) {
		t.Errorf("both are handed in: %v", err)
	}
	if pending, err := b.Pending(t.Context(), []string{"k1.digest-1", "k1.digest-3"}, second); err != nil || len(pending) != 1 || pending["k1.digest-1"] != first.BatchNo {
		t.Errorf("%v, %v", pending, err)
	}
}

func TestABatchEndsInEachWayInWhichItsCaseCan(t *testing.T) {
	t.Parallel()
	for _, outcome := range []certification.Outcome{certification.Issued, certification.NonePassed, certification.Withdrawn} {
		t.Run(string(outcome), func(t *testing.T) {
			t.Parallel()
			b := filed(t)
			c := b.handIn(t, b.fill(t, b.draft(t), results(2)))
			c.record(t, told(4, string(casework.CaseClosed), "", contract.ClosedData{Outcome: string(outcome)}))
			if ended, err := b.Batch(t.Context(), c.caseNo); err != nil || ended.State != string(outcome) {
				t.Errorf("the batch is %q, %v", ended.State, err)
			}
		})
	}
}

func TestOnlyRowsThatPassedAreIssuedOnAndThoseThatWereReturnedMayBeMended(t *testing.T) {
	t.Parallel()
	b := filed(t)
	c := b.handIn(t, b.fill(t, b.draft(t), results(6)))
	c.audited(t, 4, 1, casework.ReturnRows,
		certification.RowVerdict{No: 2, Verdict: certification.RowReturn, Reason: "照片不清"},
		certification.RowVerdict{No: 4, Verdict: certification.RowFail, Clause: "二（三）", Reason: "成绩不符"})
	c.record(t, told(5, string(casework.StageEntered), "", contract.StageData{Stage: "correction", Round: 1}),
		event(6, string(casework.TaskOpened), "correction/1/1", contract.Task{
			ID: "correction/1/1", Stage: "correction", Round: 1, Body: b.enterprise.String(), Role: "clerk", Verdicts: []string{"submit"},
		}))
	if n := b.count(t, `SELECT COUNT(*) FROM result_rows WHERE audited_on IS NOT NULL`); n != 0 {
		t.Errorf("%d rows have passed before the batch has", n)
	}
	row, err := b.Result(t.Context(), c.caseNo, 1)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.EditResult(t.Context(), row, began); !fault.Is(err, fault.Closed) {
		t.Errorf("a row that nobody returned was changed: %v", err)
	}
	if row, err = b.Result(t.Context(), c.caseNo, 2); err != nil {
		t.Fatal(err)
	}
	handedIn := row.Content
	row.Content = `{"photo":"new.jpg","idKind":"resident","employer":"沈阳星辰重工有限公司"}`
	mended, err := b.EditResult(t.Context(), row, began)
	if err != nil || mended.Former != handedIn || mended.Round != 0 {
		t.Fatalf("%+v, %v", mended, err)
	}
	changed, err := b.ResultPage(t.Context(), c.caseNo, store.ChangedRows, 0, 10)
	if err != nil || len(changed) != 1 || changed[0].No != 2 {
		t.Errorf("changed: %v, %v", changed, err)
	}
	c.record(t, told(7, string(certification.ResultsSubmitted), "", contract.ResultsSubmittedData{Round: 2}))
	if n := b.count(t, `SELECT COUNT(*) FROM result_row_versions WHERE round = 2 AND no = 2`); n != 1 {
		t.Error("the mended row is not frozen")
	}
	c.audited(t, 8, 2, casework.PassInPart)
	passed, err := b.Batch(t.Context(), c.caseNo)
	if err != nil || passed.Passed != 5 || passed.Failed != 1 || passed.Returned != 0 || passed.AuditedOn == nil {
		t.Errorf("%+v, %v", passed, err)
	}
	out := c.issued(t, 9, began.Add(time.Hour))
	if out.Numbers[contract.CountCertificates] != "5" || out.Numbers[contract.FirstCertificate] != "Y000021000001264000001" ||
		out.Numbers[contract.LastCertificate] != "Y000021000001264000005" {
		t.Errorf("numbers: %v", out.Numbers)
	}
	if n := b.count(t, `SELECT COUNT(*) FROM certificates WHERE covered AND row_no <> 4 AND id_kind = 'resident' AND employer <> '' AND length(token) >= 26`); n != 5 {
		t.Errorf("%d certificates", n)
	}
	c.record(t, told(10, string(casework.CaseClosed), "", contract.ClosedData{Outcome: "issued"}))
	if done, err := b.Batch(t.Context(), c.caseNo); err != nil || done.State != store.BatchIssued || done.Issued != 5 {
		t.Errorf("%+v, %v", done, err)
	}
	if of, err := b.Case(t.Context(), c.caseNo); err != nil || of.Stage != "finished" {
		t.Errorf("%q, %v", of.Stage, err)
	}
}

func TestTwoBatchesOfOneBodyIssuedAtOnceAreNumberedWithoutGapAndNoneTwice(t *testing.T) {
	t.Parallel()
	b := filed(t)
	first, second := b.passed(t, 40), b.passed(t, 25)
	var wg sync.WaitGroup
	for _, one := range []body{first, second} {
		wg.Go(func() { one.issued(t, 6, began.Add(time.Hour)) })
	}
	wg.Wait()
	var last string
	b.DB.Raw(`SELECT MAX(number) FROM certificates`).Scan(&last)
	if n := b.count(t, `SELECT COUNT(DISTINCT number) FROM certificates`); n != 65 || last != "Y000021000001264000065" {
		t.Errorf("%d certificates, the last is %s", n, last)
	}
}

// The filing ends on 31 December 2028; the evaluation was in November 2026.
func TestWhatWasEvaluatedWhileTheFilingHeldIsCoveredThoughIssuedAfterItsEnd(t *testing.T) {
	t.Parallel()
	b := filed(t)
	late, outside := b.passed(t, 1), b.passed(t, 2)
	b.exec(t, `UPDATE batches SET exam_from = '2025-12-30', exam_to = '2025-12-31' WHERE batch_no = ?`, outside.caseNo)
	after := time.Date(2029, 1, 5, 2, 0, 0, 0, time.UTC)
	late.issued(t, 6, after)
	outside.issued(t, 6, after)
	if n := b.count(t, `SELECT COUNT(*) FROM certificates WHERE covered AND covered_on = '2026-11-11' AND batch_no = ?`, late.caseNo); n != 1 {
		t.Errorf("%d certificates are covered by the day of their evaluation", n)
	}
	if n := b.count(t, `SELECT COUNT(*) FROM certificates WHERE NOT covered AND covered_on IS NULL AND batch_no = ?`, outside.caseNo); n != 2 {
		t.Errorf("%d certificates are covered by no day", n)
	}
}

func TestAnIssueBelongsToTheYearInWhichItWasConfirmedInChina(t *testing.T) {
	t.Parallel()
	b := filed(t)
	before, after := b.passed(t, 2), b.passed(t, 3)
	late := civil.On(2026, 12, 31).End().Add(-99 * time.Millisecond)
	if out := after.issued(t, 6, civil.On(2027, 1, 1).Start()); out.Numbers[contract.FirstCertificate] != "Y000021000001274000001" {
		t.Errorf("after midnight: %v", out.Numbers)
	}
	if out := before.issued(t, 6, late); out.Numbers[contract.FirstCertificate] != "Y000021000001264000001" {
		t.Errorf("before midnight: %v", out.Numbers)
	}
	if n := b.count(t, `SELECT COUNT(*) FROM certificates WHERE issued_on = '2026-12-31'`); n != 2 {
		t.Errorf("%d are issued on the old year's last day", n)
	}
}

func TestARevocationIsVisibleAtOnceAndThereIsOneOfACertificate(t *testing.T) {
	t.Parallel()
	b := filed(t)
	c := b.passed(t, 2)
	number := c.issued(t, 6, began.Add(time.Hour)).Numbers[contract.FirstCertificate]
	b.exec(t, `INSERT INTO numbers (scope, last) VALUES ('case/210100/2026', 1)`) // the fixture's own case
	in := store.RevocationRequest{
		Number: number, Begun: b.enterprise.String(), Check: authority,
		Command: store.Command{
			ID: "revoke-1", Actor: b.user, Operation: store.SubmitOperation, Digest: []byte("d"), Payload: "{}", Body: "{}",
			State: store.CommandSent, CreatedAt: began, SentAt: began,
		},
		Input: contract.Inquiry{Version: 1, Policy: "2020-06-01.1"}, WrapKey: func(string) string { return "k" },
	}
	command, err := b.BeginRevocation(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	in.Command.ID = "revoke-2"
	if _, err := b.BeginRevocation(t.Context(), in); !fault.Is(err, fault.NotReady) {
		t.Errorf("a second revocation at once: %v", err)
	}
	r := b
	r.caseNo = command.CaseNo
	sheet := r.said(t, "revoke", certification.RevocationSheet{Reason: certification.ByError, Text: "姓名有误", Public: "信息错误"})
	r.record(t, told(1, string(casework.Opened), command.ID, contract.OpenedData{}),
		told(2, string(certification.CertificateRevoked), sheet, contract.CertificateRevokedData{Number: number, Command: sheet, By: b.enterprise.String()}))
	checked, err := b.CheckNumber(t.Context(), number, "张三1")
	if err != nil || checked.RevokedAt == nil || checked.RevokedWords != "信息错误" {
		t.Errorf("%+v, %v", checked, err)
	}
	r.record(t, told(3, string(casework.CaseClosed), "", contract.ClosedData{Outcome: "revoked"}))
	in.Command.ID = "revoke-3"
	if _, err := b.BeginRevocation(t.Context(), in); !fault.Is(err, fault.Closed) {
		t.Errorf("revoked twice: %v", err)
	}
	if n := b.count(t, `SELECT COUNT(*) FROM messages WHERE kind = 'certificateRevoked' AND body_id = ?`, authority); n != 1 {
		t.Error("the authority was not told")
	}
}

func TestTheAnswerDoesNotSayWhichOfTheTwoFactsIsWrong(t *testing.T) {
	t.Parallel()
	b := filed(t)
	c := b.passed(t, 2)
	number := c.issued(t, 6, began.Add(time.Hour)).Numbers[contract.FirstCertificate]
	_, other := b.CheckNumber(t.Context(), number, "张三2")
	_, nobody := b.CheckNumber(t.Context(), "Y000021000001264000009", "张三1")
	if !fault.Is(other, fault.NotFound) || fmt.Sprint(other) != fmt.Sprint(nobody) {
		t.Errorf("%v / %v", other, nobody)
	}
	found, err := b.CheckID(t.Context(), "k1.digest-1", "张三1")
	if err != nil || len(found) != 1 || found[0].Number != number || !found[0].Covered {
		t.Errorf("%v, %v", found, err)
	}
	if none, err := b.CheckID(t.Context(), "k1.digest-1", "李四"); err != nil || len(none) != 0 {
		t.Errorf("%v, %v", none, err)
	}
	var token string
	b.DB.Raw(`SELECT token FROM certificates WHERE number = ?`, number).Scan(&token)
	if one, err := b.CheckToken(t.Context(), token); err != nil || one.Number != number {
		t.Errorf("%v, %v", one, err)
	}
	held, err := b.Held(t.Context(), []string{"k1.digest-1", "k1.nobody"}, electric, "", "4")
	if err != nil || len(held) != 1 || held["k1.digest-1"] != number {
		t.Errorf("%v, %v", held, err)
	}
}

func TestWhereManyAskAtOnceEachGetsTheAnswerToTheirOwnQuestion(t *testing.T) {
	t.Parallel()
	const people = 40
	b := filed(t)
	b.passed(t, people).issued(t, 6, began.Add(time.Hour))
	var all sync.WaitGroup
	for asked := range 8 * people {
		n := asked%people + 1
		number, name := fmt.Sprintf("Y000021000001264%06d", n), fmt.Sprintf("张三%d", n)
		all.Go(func() {
			switch found, err := b.CheckNumber(t.Context(), number, name); {
			case err != nil || found.Number != number || found.Name != name:
				t.Errorf("%s of %s: %+v, %v", number, name, found, err)
			}
			if _, err := b.CheckNumber(t.Context(), number, "另一人"); !fault.Is(err, fault.NotFound) {
				t.Errorf("%s of somebody else: %v", number, err)
			}
		})
	}
	given, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := b.CheckNumber(given, "Y000021000001264000001", "张三1"); err == nil {
		t.Error("somebody who has gone away was answered")
	}
	all.Wait()
}

func TestTenThousandCertificatesAreIssuedInOneRecord(t *testing.T) {
	t.Parallel()
	c := filed(t).passed(t, 10000)
	start := time.Now()
	out := c.issued(t, 6, began.Add(time.Hour))
	t.Logf("issued in %v", time.Since(start))
	if out.Numbers[contract.LastCertificate] != "Y000021000001264010000" {
		t.Errorf("numbers: %v", out.Numbers)
	}
}
