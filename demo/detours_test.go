package demo_test

import (
	"bytes"
	"errors"
	"net/http"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/xuri/excelize/v2"

	"jiangxin/demo"
	"jiangxin/demo/cast"
	"jiangxin/demo/client"
	"jiangxin/demo/demotest"
	"jiangxin/domain/casework"
	"jiangxin/domain/certification"
	"jiangxin/domain/filing"
)

// office is an enterprise that is filed, and its city's authority.
type office struct {
	*testing.T
	world             *demo.World
	of                *demo.Case
	handler, reviewer *demo.Person
}

func filed(t *testing.T) office {
	t.Helper()
	world := demotest.Start(t, 3).World
	c, err := world.File(t.Context(), cast.Shenyang, filing.Finished)
	if err != nil {
		t.Fatal(err)
	}
	return office{t, world, c, world.As("sy-authority-handler"), world.As("sy-authority-reviewer")}
}

func (o office) must(err error) {
	o.Helper()
	if err != nil {
		o.Fatal(err)
	}
}

// handedIn is a new batch of three people, in the hands of the authority.
func (o office) handedIn() *demo.Batch {
	o.Helper()
	b, err := o.world.Batch(o.Context(), o.of, 3)
	o.must(err)
	o.must(b.Fill(o.Context()))
	_, err = b.Confirm(o.Context())
	o.must(err)
	_, err = b.Submit(o.Context())
	o.must(err)
	return b
}

// answer answers the one open task of a case.
func (o office) answer(caseNo string, who *demo.Person, verdict casework.Verdict, sheet any) {
	o.Helper()
	task, err := demo.OpenTask(o.Context(), who, caseNo)
	o.must(err)
	said, err := demo.Decision(verdict, sheet)
	o.must(err)
	_, err = who.Decide(o.Context(), task, said)
	o.must(err)
}

// audit gives every row the same verdict but the named one.
func (o office) audit(b *demo.Batch, verdict casework.Verdict, each, other certification.RowDecision) {
	o.Helper()
	sheet, err := b.Verdicts(o.Context(), o.handler, 1, 2, 3)
	o.must(err)
	for i := range sheet.Rows {
		sheet.Rows[i].Verdict = each
		if sheet.Rows[i].No == 2 {
			sheet.Rows[i].Verdict = other
		}
		if sheet.Rows[i].Verdict != certification.RowPass {
			sheet.Rows[i].Clause, sheet.Rows[i].Reason = "三(一)1", "与评价材料不一致"
		}
	}
	o.answer(b.No, o.handler, verdict, sheet)
	o.answer(b.No, o.reviewer, casework.Agree, struct{}{})
}

// stands says how a batch and its case stand.
func (o office) stands(b *demo.Batch, state client.BatchState, outcome certification.Outcome) {
	o.Helper()
	now, err := b.View(o.Context())
	o.must(err)
	c, err := demo.Answer(b.Clerk.API.GetCaseWithResponse(o.Context(), b.No))
	o.must(err)
	if now.State != state || c.Outcome != string(outcome) {
		o.Errorf("the batch is %s and its case ended as %q", now.State, c.Outcome)
	}
}

func (o office) withdraw(who *demo.Person, caseNo string) error {
	_, err := demo.Answer(who.API.WithdrawCaseWithResponse(o.Context(), caseNo, &client.WithdrawCaseParams{IdempotencyKey: uuid.NewString()}, client.Reading{Reason: "另行报送"}))
	return err
}

func TestResultsOfWhichNobodyPassesEndAndTheSamePeopleMayBeHandedInAgain(t *testing.T) {
	t.Parallel()
	o := filed(t)
	first := o.handedIn()
	o.audit(first, casework.Fail, certification.RowFail, certification.RowFail)
	o.stands(first, client.BatchStateNonePassed, certification.NonePassed)

	again, err := o.world.Batch(t.Context(), o.of, 3)
	o.must(err)
	again.Candidates = first.Candidates
	o.must(again.Fill(t.Context()))
	if check, err := again.Check(t.Context()); err != nil || !check.MayConfirm {
		t.Errorf("%+v, %v", check, err)
	}
}

func TestResultsAreTakenBackWhileNobodyHasDecidedOnThem(t *testing.T) {
	t.Parallel()
	o := filed(t)
	early := o.handedIn()
	o.must(o.withdraw(early.Clerk, early.No))
	o.stands(early, client.BatchStateWithdrawn, certification.Withdrawn)

	returned := o.handedIn()
	o.audit(returned, casework.ReturnRows, certification.RowPass, certification.RowReturn)
	o.stands(returned, client.BatchStateCorrection, "")
	o.must(o.withdraw(returned.Clerk, returned.No))
	o.stands(returned, client.BatchStateWithdrawn, certification.Withdrawn)

	passed := o.handedIn()
	o.audit(passed, casework.Pass, certification.RowPass, certification.RowPass)
	var refused *demo.ProblemError
	if err := o.withdraw(passed.Clerk, passed.No); !errors.As(err, &refused) || refused.Problem.Status != http.StatusConflict {
		t.Errorf("withdrawn after the verdict: %v", err)
	}
}

func TestAnAuditIsDoneAgainBeforeCertificatesAreIssued(t *testing.T) {
	t.Parallel()
	o := filed(t)
	b := o.handedIn()
	o.audit(b, casework.Pass, certification.RowPass, certification.RowPass)
	operator := o.world.As("operator")
	_, err := demo.Answer(operator.API.OperateCaseWithResponse(t.Context(), b.No, &client.OperateCaseParams{IdempotencyKey: uuid.NewString()},
		client.Operation{Operation: "reopen", Stage: string(certification.Audit), Reason: "收到举报，重新审核"}))
	o.must(err)
	o.audit(b, casework.PassInPart, certification.RowPass, certification.RowFail)
	if now, err := b.View(t.Context()); err != nil || now.Passed != 2 || now.Failed != 1 {
		t.Fatalf("%d passed, %d failed, %v", now.Passed, now.Failed, err)
	}
	_, err = b.Issue(t.Context())
	o.must(err)
	if list, err := b.Certificates(t.Context(), time.Minute); err != nil || len(list) != 2 {
		t.Errorf("%d certificates, %v", len(list), err)
	}
	o.stands(b, client.BatchStateIssued, certification.Issued)
}

func TestTheCityRevokesOnItsOwnOrLeavesACertificateInForce(t *testing.T) {
	t.Parallel()
	o := filed(t)
	b := o.handedIn()
	o.must(b.Passed(t.Context()))
	_, err := b.Issue(t.Context())
	o.must(err)
	issued, err := b.Certificates(t.Context(), time.Minute)
	o.must(err)
	number, name := issued[0].Number, issued[0].Name
	begin := func(who *demo.Person) string {
		begun, err := demo.Answer(who.API.BeginRevocationWithResponse(t.Context(), number, &client.BeginRevocationParams{IdempotencyKey: uuid.NewString()}))
		o.must(err)
		return begun.CaseNo
	}
	state := func() string {
		answer, err := demo.Answer(o.world.Anybody().API.QueryCertificatesWithResponse(t.Context(), client.CertificateQuery{Number: number, Name: name}))
		o.must(err)
		return string(answer.Items[0].State)
	}
	handedUp := func() int {
		file, err := o.handler.API.DownloadTransferWithResponse(t.Context(), b.No)
		o.must(err)
		book, err := excelize.OpenReader(bytes.NewReader(file.Body))
		o.must(err)
		rows, err := book.GetRows(book.GetSheetName(0))
		o.must(err)
		return len(rows) - 1
	}
	if now := handedUp(); now != 3 {
		t.Errorf("%d certificates are handed up", now)
	}
	signer := o.world.As("sy-authority-signer")
	sign := func(no string) {
		for {
			task, err := demo.OpenTask(t.Context(), signer, no)
			if err != nil {
				return
			}
			who := signer
			if task.Step == string(casework.StepReview) {
				who = o.reviewer
			}
			o.answer(no, who, casework.Agree, struct{}{})
		}
	}

	taken := begin(b.Clerk)
	o.must(o.withdraw(b.Clerk, taken))
	kept := begin(o.handler)
	o.answer(kept, o.handler, casework.Decline, certification.RevocationSheet{Text: "经核实证书信息无误"})
	sign(kept)
	if now := state(); now != "valid" {
		t.Errorf("a certificate that was left in force is %s", now)
	}
	revoked := begin(o.handler)
	o.answer(revoked, o.handler, casework.Revoke, certification.RevocationSheet{Reason: certification.ByFraud, Text: "考核由他人代考", Public: "弄虚作假"})
	if now := state(); now != "valid" {
		t.Errorf("a revocation held before the last step: %s", now)
	}
	sign(revoked)
	if now := state(); now != "revoked" {
		t.Errorf("a revoked certificate is %s", now)
	}
	if now := handedUp(); now != 2 {
		t.Errorf("%d certificates are handed up, one of three is revoked", now)
	}
}

func TestASummaryIsReturnedReportedAgainAndTakenInNilToo(t *testing.T) {
	t.Parallel()
	o := filed(t)
	month := time.Now().In(time.FixedZone("Asia/Shanghai", 8*60*60)).Format("200601")
	operator := o.world.As("operator")
	opened, err := operator.API.OpenMonthWithResponse(t.Context(), client.MonthChoice{Month: month})
	if err != nil || opened.StatusCode() >= 300 {
		t.Fatalf("open the month: %s, %v", opened.Status(), err)
	}
	no := ""
	for until := time.Now().Add(time.Minute); time.Now().Before(until); time.Sleep(100 * time.Millisecond) {
		list, err := demo.Answer(o.of.Clerk.API.ListSummariesWithResponse(t.Context(), &client.ListSummariesParams{Limit: 10}))
		o.must(err)
		if len(list.Items) == 0 {
			continue
		}
		no = list.Items[0].CaseNo
		if _, err := demo.OpenTask(t.Context(), o.of.Clerk, no); err == nil {
			break
		}
	}
	asking := func() int {
		list, err := demo.Answer(o.of.Clerk.API.ListMessagesWithResponse(t.Context(), &client.ListMessagesParams{Limit: 100}))
		o.must(err)
		asks := 0
		for _, m := range list.Items {
			if m.Asks {
				asks++
			}
		}
		return asks
	}
	if n := asking(); n != 1 {
		t.Errorf("%d messages ask for something that is still to be done", n)
	}
	report := certification.SummarySheet{Filler: "填表人", Checker: "审核人", Confirmed: true}
	o.answer(no, o.of.Clerk, casework.Report, report)
	o.answer(no, o.handler, casework.Return, certification.SummaryCheckSheet{Reason: "填表人与审核人应为不同的人"})
	o.answer(no, o.of.Clerk, casework.Report, report)
	o.answer(no, o.handler, casework.Accept, certification.SummaryCheckSheet{})
	c, err := demo.Answer(o.of.Clerk.API.GetCaseWithResponse(t.Context(), no))
	if err != nil || c.Outcome != string(certification.Reported) {
		t.Errorf("%q, %v", c.Outcome, err)
	}
	if n := asking(); n != 0 {
		t.Errorf("%d messages ask for what is done", n)
	}
}
