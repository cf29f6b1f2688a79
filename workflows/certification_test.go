package workflows

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"go.temporal.io/sdk/activity"
	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/testsuite"

	"jiangxin/contract"
)

func sampleResults() contract.Certification {
	return contract.Certification{
		CaseNo: "Y000021000001202611001", Version: 1, Region: "210100", Enterprise: "enterprise-1", FilingNo: "Y000021000001",
		Authority: "authority-210100", Command: "c0", Policy: "2020-06-01.1",
		Rules: contract.CertificationRules{Steps: []string{"handle", "review"}, DueDays: map[string]int{"audit": 10}, Makers: 2},
	}
}

// walked runs a workflow against answers, each "task verdict", one an hour; makers are how certificates are made.
func walked(t *testing.T, run func(*bundle), makers func(context.Context, contract.EffectRequest) (contract.EffectResult, error), answers ...string) *bundle {
	t.Helper()
	b := setup(t)
	b.env.RegisterActivityWithOptions(makers, activity.RegisterOptions{Name: contract.ActivityMakeCertificates})
	for i, answer := range answers {
		words := strings.Fields(answer)
		d := contract.Decision{Command: fmt.Sprint("c", i+1), TaskID: words[0], Verdict: words[1], Actor: fmt.Sprint("person-", i)}
		b.env.RegisterDelayedCallback(func() {
			b.env.UpdateWorkflowNoRejection(contract.UpdateDecide, d.Command, t, d)
		}, time.Duration(i+1)*time.Hour)
	}
	run(b)
	return b
}

func made(context.Context, contract.EffectRequest) (contract.EffectResult, error) {
	return contract.EffectResult{}, nil
}

func ofResults(b *bundle) {
	b.env.ExecuteWorkflow(Set{MayStop: never}.Certification, sampleResults())
}

func TestResultsAreAuditedMendedAndIssued(t *testing.T) {
	b := walked(t, ofResults, made,
		"audit/1/handle returnRows", "audit/1/review agree", "correction/1/1 submit",
		"audit/2/handle pass", "audit/2/review sendBack", "audit/3/handle passInPart", "audit/3/review agree", "issue/1/1 issue")
	b.mustEnd(t, "opened, resultsSubmitted, stageEntered, taskOpened audit/1/handle")
	b.mustEnd(t, "actTaken, resultsAudited, stageEntered, taskOpened correction/1/1")
	b.mustEnd(t, "decided correction/1/1, resultsSubmitted, stageEntered, taskOpened audit/2/handle")
	b.mustEnd(t, "decided issue/1/1, certificatesIssued, caseClosed")
}

func TestABatchOfWhichNothingPassesEndsWithoutCertificates(t *testing.T) {
	b := walked(t, ofResults, made, "audit/1/handle fail", "audit/1/review agree")
	b.mustEnd(t, "actTaken, resultsAudited, caseClosed")
	if all := strings.Join(b.batches, ", "); strings.Contains(all, "certificatesIssued") {
		t.Error("certificates were issued:\n" + all)
	}
}

// Batches that were handed in before the paper came know nothing of it (version 1).
func TestEveryAuditThatTakesEffectOrdersItsOpinion(t *testing.T) {
	var ordered []string
	in := sampleResults()
	in.Version = contract.CertificationVersion
	b := walked(t, func(b *bundle) {
		b.env.RegisterActivityWithOptions(func(_ context.Context, in contract.EffectRequest) (contract.EffectResult, error) {
			ordered = append(ordered, in.ID)
			return contract.EffectResult{}, nil
		}, activity.RegisterOptions{Name: contract.ActivityRenderPaper})
		b.env.ExecuteWorkflow(Set{MayStop: never}.Certification, in)
	}, made, "audit/1/handle returnRows", "audit/1/review agree", "correction/1/1 submit",
		"audit/2/handle pass", "audit/2/review sendBack", "audit/3/handle fail", "audit/3/review agree")
	b.mustEnd(t, "actTaken, resultsAudited, paperDue, stageEntered, taskOpened correction/1/1")
	b.mustEnd(t, "actTaken, resultsAudited, paperDue, caseClosed")
	if got := strings.Join(ordered, " "); got != "audit/1/auditOpinion audit/3/auditOpinion" {
		t.Errorf("ordered %s", got)
	}
}

// TestLaterTasksFollowACorrectedAuthority corrects who is competent: of a batch, of the city's own revocation, and of
// the check of a summary, whose enterprise stays the one that answers.
func TestLaterTasksFollowACorrectedAuthority(t *testing.T) {
	const another = "authority-210200"
	inquiry := contract.Inquiry{
		CaseNo: "210100-2026-000009", Version: 1, Region: "210100", Enterprise: "enterprise-1", Body: "enterprise-1",
		Check: "authority-210100", Subject: "202611", Policy: "2020-06-01.1",
	}
	city := inquiry
	city.Body, city.Check, city.Steps = "authority-210100", "", []string{"handle", "review"}
	for name, c := range map[string]struct {
		run     func(*bundle)
		answers []string
		asked   map[string]string
	}{
		"results": {ofResults, []string{"audit/1/handle pass", "audit/1/review sendBack"},
			map[string]string{"audit/1/handle": "authority-210100", "audit/2/handle": another}},
		"revocation": {func(b *bundle) { b.env.ExecuteWorkflow(Set{MayStop: never}.Revocation, city) }, []string{"revocation/1/handle revoke", "revocation/1/review sendBack"},
			map[string]string{"revocation/2/handle": another}},
		"summary": {func(b *bundle) { b.env.ExecuteWorkflow(Set{MayStop: never}.MonthlySummary, inquiry) }, []string{"summary/1/1 report", "summaryCheck/1/1 return"},
			map[string]string{"summaryCheck/1/1": another, "summary/2/1": "enterprise-1"}},
	} {
		t.Run(name, func(t *testing.T) {
			refused := ""
			b := walked(t, func(b *bundle) {
				b.env.RegisterDelayedCallback(func() {
					b.env.UpdateWorkflow(contract.UpdateCorrect, "wrong", &testsuite.TestUpdateCallback{
						OnReject: func(err error) { refused = refusedAs(err) }, OnAccept: func() {}, OnComplete: func(any, error) {},
					}, contract.Operation{Command: "w", Actor: "operator", Fact: "body", Value: another})
					b.env.UpdateWorkflowNoRejection(contract.UpdateCorrect, "right", t, contract.Operation{Command: "r", Actor: "operator", Fact: contract.FactCompetent, Value: another})
				}, 30*time.Minute)
				c.run(b)
			}, made, c.answers...)
			for task, body := range c.asked {
				if b.asked[task] != body {
					t.Errorf("%s was put to %q, not to %s", task, b.asked[task], body)
				}
			}
			if refused != contract.ErrNotAllowedNow {
				t.Errorf("another fact was refused as %q", refused)
			}
		})
	}
}

func TestResultsAreWithdrawnOnlyBeforeTheVerdict(t *testing.T) {
	b := setup(t)
	b.env.RegisterDelayedCallback(func() {
		b.env.UpdateWorkflowNoRejection(contract.UpdateWithdraw, "w", t, contract.Operation{Command: "w", Actor: "clerk"})
	}, time.Hour)
	ofResults(b)
	b.mustEnd(t, "withdrawn, taskVoided audit/1/handle, caseClosed")

	refused := ""
	b = walked(t, func(b *bundle) {
		b.env.RegisterDelayedCallback(func() {
			b.env.UpdateWorkflow(contract.UpdateWithdraw, "w", &testsuite.TestUpdateCallback{
				OnReject: func(err error) { refused = refusedAs(err) }, OnAccept: func() {}, OnComplete: func(any, error) {},
			}, contract.Operation{Command: "w", Actor: "clerk"})
		}, 150*time.Minute)
		ofResults(b)
	}, made, "audit/1/handle pass", "audit/1/review agree", "issue/1/1 issue")
	b.mustEnd(t, "certificatesIssued, caseClosed")
	if refused != contract.ErrNotAllowedNow {
		t.Errorf("withdrawn after the verdict: refused as %q", refused)
	}
}

// TestMakingCertificatesParksAndResumes fails for hours, then for good until somebody asks for a retry: the issue
// stands all the while, and the case ends only when all is made.
func TestMakingCertificatesParksAndResumes(t *testing.T) {
	away, broken := true, true
	var ended time.Duration
	refused := ""
	makers := func(context.Context, contract.EffectRequest) (contract.EffectResult, error) {
		switch {
		case away:
			return contract.EffectResult{}, errors.New("the store is away")
		case broken:
			return contract.EffectResult{}, temporal.NewNonRetryableApplicationError("a photo is broken", contract.ErrPermanent, nil)
		}
		return contract.EffectResult{}, nil
	}
	b := walked(t, func(b *bundle) {
		begun := b.env.Now()
		b.env.RegisterDelayedCallback(func() {
			b.env.UpdateWorkflow(contract.UpdateSkip, "skip", &testsuite.TestUpdateCallback{
				OnReject: func(err error) { refused = refusedAs(err) }, OnAccept: func() {}, OnComplete: func(any, error) {},
			}, contract.Operation{Command: "s", Actor: "operator", Effect: "issue/1/certificates/1"})
		}, 5*time.Hour)
		b.env.RegisterDelayedCallback(func() { away = false }, 6*time.Hour)
		b.env.RegisterDelayedCallback(func() {
			broken = false
			b.env.UpdateWorkflowNoRejection(contract.UpdateRetry, "again", t, contract.Operation{})
		}, 24*time.Hour)
		ofResults(b)
		ended = b.env.Now().Sub(begun)
	}, makers, "audit/1/handle pass", "audit/1/review agree", "issue/1/1 issue")
	b.mustEnd(t, "decided issue/1/1, certificatesIssued, caseClosed")
	if ended < 24*time.Hour {
		t.Error("the case ended before the certificates were made")
	}
	if refused != contract.ErrNotAllowedNow {
		t.Errorf("giving up certificates: refused as %q", refused)
	}
}

func TestACertificateIsRevokedByItsEnterpriseOrByTheCity(t *testing.T) {
	enterprise := contract.Inquiry{
		CaseNo: "210100-2026-000009", Version: 1, Region: "210100", Enterprise: "enterprise-1", Body: "enterprise-1",
		Subject: "Y000021000001263000001", Policy: "2020-06-01.1",
	}
	b := walked(t, func(b *bundle) { b.env.ExecuteWorkflow(Set{MayStop: never}.Revocation, enterprise) }, made, "revocation/1/1 revoke")
	b.mustEnd(t, "decided revocation/1/1, certificateRevoked, caseClosed")

	city := enterprise
	city.Body, city.Steps = "authority-210100", []string{"handle", "sign"}
	b = walked(t, func(b *bundle) { b.env.ExecuteWorkflow(Set{MayStop: never}.Revocation, city) }, made,
		"revocation/1/handle revoke", "revocation/1/sign agree")
	b.mustEnd(t, "actTaken, certificateRevoked, caseClosed")

	b = walked(t, func(b *bundle) { b.env.ExecuteWorkflow(Set{MayStop: never}.Revocation, city) }, made,
		"revocation/1/handle decline", "revocation/1/sign agree")
	b.mustEnd(t, "actTaken, caseClosed")
}

func TestAMonthlySummaryIsReportedAndTakenIn(t *testing.T) {
	in := contract.Inquiry{
		CaseNo: "Y000021000001-202611", Version: 1, Region: "210100", Enterprise: "enterprise-1", Body: "enterprise-1",
		Check: "authority-210100", Subject: "202611", Policy: "2020-06-01.1",
	}
	b := walked(t, func(b *bundle) { b.env.ExecuteWorkflow(Set{MayStop: never}.MonthlySummary, in) }, made,
		"summary/1/1 report", "summaryCheck/1/1 return", "summary/2/1 report", "summaryCheck/2/1 accept")
	b.mustEnd(t, "decided summary/1/1, summaryReported, stageEntered, taskOpened summaryCheck/1/1")
	b.mustEnd(t, "decided summaryCheck/2/1, summaryAccepted, caseClosed")
}

func TestTheEndOfAMonthOpensItsSummariesOnItsLastDayOnly(t *testing.T) {
	for at, month := range map[string]string{
		"2026-11-29T23:59:00+08:00": "", "2026-11-30T08:00:00+08:00": "202611", "2028-02-28T08:00:00+08:00": "",
		"2028-02-29T08:00:00+08:00": "202802", "2026-12-31T23:59:59+08:00": "202612", "2027-01-01T00:00:01+08:00": "",
	} {
		b := setup(t)
		start, err := time.Parse(time.RFC3339, at)
		if err != nil {
			t.Fatal(err)
		}
		b.env.SetStartTime(start.UTC())
		opened := ""
		b.env.RegisterActivityWithOptions(func(_ context.Context, in contract.Month) (contract.MonthOpened, error) {
			opened = in.Month
			return contract.MonthOpened{Month: in.Month}, nil
		}, activity.RegisterOptions{Name: contract.ActivityOpenMonth})
		b.env.ExecuteWorkflow(Set{}.MonthEnd, contract.Month{})
		if err := b.env.GetWorkflowError(); err != nil || opened != month {
			t.Errorf("at %s: opened %q, want %q; %v", at, opened, month, err)
		}
	}
}
