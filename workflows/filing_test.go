package workflows

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"go.temporal.io/sdk/activity"
	"go.temporal.io/sdk/testsuite"
	"go.temporal.io/sdk/workflow"

	"jiangxin/contract"
)

// sampleFiling is a filing as its submission starts it; delegated says whether the authority verifies.
func sampleFiling(delegated bool) contract.Filing {
	in := contract.Filing{
		CaseNo: "210100-2026-000001", Version: 1, Region: "210100", Enterprise: "enterprise-1",
		Competent: "bureau-210100", Bureau: "bureau-210100", Publisher: "bureau-210100",
		Centre: "centre-210000", Department: "department-210000", Command: "c0", Policy: "2020-06-01.1",
		Rules: contract.FilingRules{
			Steps: map[string][]string{
				"verification": {"handle", "review", "sign"}, "delegateOpinion": {"handle", "sign"},
				"submission": {"handle", "sign"}, "centreReview": {"handle", "review"}, "receipt": {"handle", "sign"},
			},
			Pauses: map[string]string{"supplement": "supplement", "expertReview": "expertReview"},
			Years:  3,
		},
	}
	if delegated {
		in.Competent = "authority-210100"
	}
	return in
}

// filed runs the Filing workflow against answers, each "task verdict[>target][!again] [people…]", one an hour.
func filed(t *testing.T, in contract.Filing, answers ...string) *bundle {
	t.Helper()
	b := setup(t)
	made := func(context.Context, contract.EffectRequest) (contract.EffectResult, error) {
		return contract.EffectResult{SHA256: "ab"}, nil
	}
	for _, name := range []string{contract.ActivityRenderPaper, contract.ActivityStartTenure} {
		b.env.RegisterActivityWithOptions(made, activity.RegisterOptions{Name: name})
	}
	for i, answer := range answers {
		words := strings.Fields(answer)
		verdict, again := strings.CutSuffix(words[1], "!again")
		verdict, target, _ := strings.Cut(verdict, ">")
		d := contract.Decision{
			Command: fmt.Sprint("c", i+1), TaskID: words[0], Verdict: verdict, Target: target, Actor: fmt.Sprint("person-", i),
			People: words[2:], Again: again,
		}
		b.env.RegisterDelayedCallback(func() {
			b.env.UpdateWorkflowNoRejection(contract.UpdateDecide, d.Command, t, d)
		}, time.Duration(i+1)*time.Hour)
	}
	b.env.ExecuteWorkflow(Set{MayStop: never}.Filing, in)
	return b
}

// happy is the whole way in a city that keeps verification with the bureau.
var happy = []string{
	"acceptance/1/1 accept", "panel/1/1 appoint e1 e2 e3",
	"expertReview/1/1 submit", "expertReview/1/2 submit", "expertReview/1/3 submit",
	"deliberation/1/1 conclude", "siteVisit/1/1 submit", "assessment/1/1 conclude",
	"signature/1/1 sign", "signature/1/2 dissent", "signature/1/3 sign",
	"verification/1/handle pass", "verification/1/review agree", "verification/1/sign agree",
	"commitment/1/1 submit", "commitmentCheck/1/1 accept",
	"submission/1/handle report", "submission/1/sign agree",
	"centreReview/1/handle agree", "centreReview/1/review agree",
	"receipt/1/handle issue", "receipt/1/sign agree", "publication/1/1 publish",
}

func (b *bundle) mustEnd(t *testing.T, with string) {
	t.Helper()
	if err := b.env.GetWorkflowError(); err != nil {
		t.Fatalf("%v\n%s", err, strings.Join(b.batches, "\n"))
	}
	all := strings.Join(b.batches, ", ")
	if !strings.Contains(all, with) {
		t.Errorf("no %q in\n%s", with, strings.Join(b.batches, "\n"))
	}
	b.mustHaveNoGap(t)
}

func TestAFilingGoesAllTheWayFromAcceptanceToTheCatalogue(t *testing.T) {
	b := filed(t, sampleFiling(false), happy...)
	b.mustEnd(t, "receiptIssued, paperDue, stageEntered, taskOpened publication/1/1")
	b.mustEnd(t, "cataloguePublished, paperDue, caseClosed")
}

func TestADelegatedCityWritesItsOpinionBeforeTheBureauSubmits(t *testing.T) {
	answers := slices.Clone(happy)
	at := slices.Index(answers, "submission/1/handle report")
	answers = slices.Insert(answers, at, "delegateOpinion/1/handle endorse", "delegateOpinion/1/sign agree")
	b := filed(t, sampleFiling(true), answers...)
	b.mustEnd(t, "decided delegateOpinion/1/sign, actTaken, paperDue, stageEntered, taskOpened submission/1/handle")
	b.mustEnd(t, "caseClosed")
}

func TestASupplementLeadsBackToAcceptanceInANewRound(t *testing.T) {
	b := filed(t, sampleFiling(false), "acceptance/1/1 return", "supplement/1/1 submit", "acceptance/2/1 refuse")
	b.mustEnd(t, "decided supplement/1/1, stageEntered, taskOpened acceptance/2/1")
	b.mustEnd(t, "decided acceptance/2/1, paperDue, caseClosed")
}

// againFiling is a filing in a city where a second officer agrees to a notice that asks again.
func againFiling() contract.Filing {
	in := sampleFiling(false)
	in.Rules.Again = []string{"review"}
	return in
}

func TestANoticeThatAsksAgainTakesEffectOnceASecondOfficerAgrees(t *testing.T) {
	b := filed(t, againFiling(), "acceptance/1/1 return", "supplement/1/1 submit", "acceptance/2/1 return!again",
		"acceptance/2/review agree", "supplement/2/1 submit", "acceptance/3/1 refuse")
	b.mustEnd(t, "decided acceptance/1/1, paperDue, stageEntered, taskOpened supplement/1/1")
	b.mustEnd(t, "decided acceptance/2/1, taskOpened acceptance/2/review")
	b.mustEnd(t, "decided acceptance/2/review, actTaken, paperDue, stageEntered, taskOpened supplement/2/1")
	b.mustEnd(t, "decided acceptance/3/1, paperDue, caseClosed")
}

func TestANoticeThatIsSentBackIsNeverGiven(t *testing.T) {
	b := filed(t, againFiling(), "acceptance/1/1 return", "supplement/1/1 submit", "acceptance/2/1 return!again",
		"acceptance/2/review sendBack", "acceptance/3/1 refuse")
	b.mustEnd(t, "decided acceptance/2/review, stageEntered, taskOpened acceptance/3/1")
	b.mustEnd(t, "decided acceptance/3/1, paperDue, caseClosed")
}

func TestACaseThatBeganBeforeTheRuleKeepsToItsOwn(t *testing.T) {
	b := filed(t, sampleFiling(false), "acceptance/1/1 return", "supplement/1/1 submit", "acceptance/2/1 return!again", "supplement/2/1 submit", "acceptance/3/1 refuse")
	b.mustEnd(t, "decided acceptance/2/1, paperDue, stageEntered, taskOpened supplement/2/1")
}

func TestARectificationIsCheckedAgainWhereTheVerificationSays(t *testing.T) {
	answers := append(slices.Clone(happy[:11]),
		"verification/1/handle rectify>siteVisit", "verification/1/review agree", "verification/1/sign agree",
		"rectification/1/1 submit", "siteVisit/2/1 submit", "assessment/2/1 conclude",
		"signature/2/1 sign", "signature/2/2 sign", "signature/2/3 sign",
		"verification/2/handle fail", "verification/2/review agree", "verification/2/sign agree")
	b := filed(t, sampleFiling(false), answers...)
	b.mustEnd(t, "decided rectification/1/1, stageEntered, taskOpened siteVisit/2/1")
	b.mustEnd(t, "decided verification/2/sign, actTaken, paperDue, caseClosed")
}

func TestEveryStageCanGoBackWithItsTasksRebuilt(t *testing.T) {
	answers := append(slices.Clone(happy[:11]),
		"verification/1/handle back>expertReview", "verification/1/review agree", "verification/1/sign agree",
		"expertReview/2/1 submit", "expertReview/2/2 submit", "expertReview/2/3 submit",
		"deliberation/2/1 back>panel", "panel/2/1 appoint e4 e5 e6",
		"expertReview/3/1 submit", "expertReview/3/2 submit", "expertReview/3/3 submit",
		"deliberation/3/1 conclude", "siteVisit/2/1 back>panel", "panel/3/1 back>acceptance", "acceptance/2/1 refuse")
	b := filed(t, sampleFiling(false), answers...)
	b.mustEnd(t, "taskOpened expertReview/2/1, taskOpened expertReview/2/2, taskOpened expertReview/2/3")
	b.mustEnd(t, "decided acceptance/2/1, paperDue, caseClosed")
}

func TestARevisionAskedForBySomeExpertReturnsToTheLeader(t *testing.T) {
	answers := append(slices.Clone(happy[:8]), "signature/1/1 sign", "signature/1/2 revise", "signature/1/3 sign",
		"assessment/2/1 conclude", "signature/2/1 sign", "signature/2/2 sign", "signature/2/3 sign",
		"verification/1/handle fail", "verification/1/review agree", "verification/1/sign agree")
	filed(t, sampleFiling(false), answers...).mustEnd(t, "decided signature/1/3, stageEntered, taskOpened assessment/2/1")
}

func TestTheApplicantMayWithdrawUntilTheReceipt(t *testing.T) {
	b := setup(t)
	b.env.RegisterActivityWithOptions(func(context.Context, contract.EffectRequest) (contract.EffectResult, error) {
		return contract.EffectResult{}, nil
	}, activity.RegisterOptions{Name: contract.ActivityRenderPaper})
	b.env.RegisterDelayedCallback(func() {
		b.env.UpdateWorkflowNoRejection(contract.UpdateWithdraw, "w", t, contract.Operation{Command: "w", Actor: "clerk"})
	}, time.Hour)
	b.env.ExecuteWorkflow(Set{MayStop: never}.Filing, sampleFiling(false))
	b.mustEnd(t, "withdrawn, taskVoided acceptance/1/1, caseClosed")
}

func TestAnOperatorLeadsACaseBackToAStage(t *testing.T) {
	b := setup(t)
	b.env.RegisterActivityWithOptions(func(context.Context, contract.EffectRequest) (contract.EffectResult, error) {
		return contract.EffectResult{}, nil
	}, activity.RegisterOptions{Name: contract.ActivityRenderPaper})
	b.send(t, time.Hour, "acceptance/1/1", "accept", "a")
	b.env.RegisterDelayedCallback(func() {
		b.env.UpdateWorkflowNoRejection(contract.UpdateReopen, "r", t, contract.Operation{Command: "r", Actor: "operator", Stage: "acceptance"})
	}, 2*time.Hour)
	b.at = 2 * time.Hour
	b.send(t, time.Hour, "acceptance/2/1", "refuse", "a")
	b.env.ExecuteWorkflow(Set{MayStop: never}.Filing, sampleFiling(false))
	b.mustEnd(t, "reopened, taskVoided panel/1/1, stageEntered, taskOpened acceptance/2/1")
}

// TestAContinueAsNewAtEveryRestLosesNothing runs the whole filing in as many runs as it has decisions.
func TestAContinueAsNewAtEveryRestLosesNothing(t *testing.T) {
	in := sampleFiling(false)
	seqs, batches := []int{}, []string{}
	for i, answer := range happy {
		words := strings.Fields(answer)
		b := setup(t)
		moved := false
		done := func(context.Context, contract.EffectRequest) (contract.EffectResult, error) {
			return contract.EffectResult{SHA256: "ab"}, nil
		}
		for _, name := range []string{contract.ActivityRenderPaper, contract.ActivityStartTenure} {
			b.env.RegisterActivityWithOptions(done, activity.RegisterOptions{Name: name})
		}
		b.env.RegisterDelayedCallback(func() {
			b.env.UpdateWorkflow(contract.UpdateDecide, fmt.Sprint("c", i), &testsuite.TestUpdateCallback{
				OnReject:   func(err error) { t.Errorf("%s: %v", answer, err) },
				OnAccept:   func() { moved = true },
				OnComplete: func(any, error) {},
			}, contract.Decision{
				Command: fmt.Sprint("c", i), TaskID: words[0], Verdict: words[1], Actor: fmt.Sprint("person-", i), People: words[2:],
			})
		}, time.Hour)
		b.env.ExecuteWorkflow(Set{MayStop: func(workflow.Context) bool { return moved }}.Filing, in)
		seqs, batches = append(seqs, b.seqs...), append(batches, b.batches...)
		err := b.env.GetWorkflowError()
		if err == nil {
			break
		}
		var again *workflow.ContinueAsNewError
		if !errors.As(err, &again) {
			t.Fatalf("after %d decisions: %v", i+1, err)
		}
		in = continued(t, again)
	}
	if !slices.Contains(strings.Split(strings.Join(batches, ", "), ", "), "caseClosed") {
		t.Errorf("the case never closed:\n%s", strings.Join(batches, "\n"))
	}
	for i, seq := range seqs {
		if seq != i+1 {
			t.Fatalf("event numbers have a gap: %v", seqs)
		}
	}
}

func TestATenureRemindsFourTimesAndLapsesAfterTheLastDay(t *testing.T) {
	b := setup(t)
	b.env.SetStartTime(time.Date(2026, 11, 22, 2, 0, 0, 0, time.UTC))
	b.env.ExecuteWorkflow(Set{MayStop: never}.Tenure, contract.Tenure{
		FilingNo: "Y000021000001", Region: "210100", Enterprise: "enterprise-1", From: "2026-11-22", Through: "2029-11-21",
		Remind: []int{7, 180, 30, 90}, Policy: "2020-06-01.1",
	})
	b.mustBe(t, "opened, stageEntered", "reminderDue", "reminderDue", "reminderDue", "reminderDue", "stageEntered, lapsed, caseClosed")
	if got, want := b.env.Now().UTC(), time.Date(2029, 11, 21, 16, 0, 0, 0, time.UTC); got.Before(want) || got.After(want.Add(time.Minute)) {
		t.Errorf("lapsed at %v, want the end of the last day in Shanghai, %v", got, want)
	}
}

func TestATenureThatBeganLateRemindsOnlyOfWhatLiesAhead(t *testing.T) {
	b := setup(t)
	b.env.SetStartTime(time.Date(2029, 10, 1, 2, 0, 0, 0, time.UTC))
	b.env.ExecuteWorkflow(Set{MayStop: never}.Tenure, contract.Tenure{
		FilingNo: "Y000021000001", From: "2026-11-22", Through: "2029-11-21", Remind: []int{180, 90, 30, 7},
	})
	if err := b.env.GetWorkflowError(); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(strings.Join(b.batches, ", "), "reminderDue"); n != 2 {
		t.Errorf("%d reminders:\n%s", n, strings.Join(b.batches, "\n"))
	}
}

// operated runs a filing that an operator acts on after two hours, and gives how the act was refused.
func operated(t *testing.T, name string, op contract.Operation, before, after []string) (*bundle, string) {
	t.Helper()
	b := setup(t)
	for _, activityName := range []string{contract.ActivityRenderPaper, contract.ActivityStartTenure} {
		b.env.RegisterActivityWithOptions(func(context.Context, contract.EffectRequest) (contract.EffectResult, error) {
			return contract.EffectResult{}, nil
		}, activity.RegisterOptions{Name: activityName})
	}
	send := func(answers []string) {
		for _, answer := range answers {
			words := strings.Fields(answer)
			b.at += time.Minute
			d := contract.Decision{Command: answer, TaskID: words[0], Verdict: words[1], Actor: answer, People: words[2:]}
			b.env.RegisterDelayedCallback(func() {
				b.env.UpdateWorkflowNoRejection(contract.UpdateDecide, d.Command, t, d)
			}, b.at)
		}
	}
	send(before)
	refused := ""
	b.at += time.Hour
	b.env.RegisterDelayedCallback(func() {
		b.env.UpdateWorkflow(name, "op", &testsuite.TestUpdateCallback{
			OnReject: func(err error) { refused = refusedAs(err) }, OnAccept: func() {}, OnComplete: func(any, error) {},
		}, op)
	}, b.at)
	send(after)
	b.env.ExecuteWorkflow(Set{MayStop: never}.Filing, sampleFiling(false))
	return b, refused
}

func TestACaseIsNeverLedOnwardsPastItsStages(t *testing.T) {
	for _, stage := range []string{"receipt", "publication", "rectification", "delegateOpinion", "nonsense"} {
		op := contract.Operation{Command: "op", Actor: "operator", Stage: stage}
		b, refused := operated(t, contract.UpdateReopen, op, nil, []string{"acceptance/1/1 refuse"})
		b.mustEnd(t, "decided acceptance/1/1, paperDue, caseClosed")
		if refused != contract.ErrNotAllowedNow {
			t.Errorf("reopening %s at acceptance: refused as %q", stage, refused)
		}
	}
}

func TestWhatNobodyAnswersForIsRefused(t *testing.T) {
	for _, name := range []string{contract.UpdateWithdraw, contract.UpdateReopen, contract.UpdateDecide} {
		b, refused := operated(t, name, contract.Operation{TaskID: "acceptance/1/1", Stage: "acceptance"}, nil, []string{"acceptance/1/1 refuse"})
		b.mustEnd(t, "decided acceptance/1/1, paperDue, caseClosed")
		if refused != contract.ErrNotAllowedNow {
			t.Errorf("%s by nobody: refused as %q", name, refused)
		}
	}
}

func TestACaseEndsAlsoWhenTheTenureStartsLast(t *testing.T) {
	b := setup(t)
	b.env.RegisterActivityWithOptions(func(context.Context, contract.EffectRequest) (contract.EffectResult, error) {
		return contract.EffectResult{SHA256: "ab"}, nil
	}, activity.RegisterOptions{Name: contract.ActivityRenderPaper})
	away := true
	b.env.RegisterActivityWithOptions(func(context.Context, contract.EffectRequest) (contract.EffectResult, error) {
		if away {
			return contract.EffectResult{}, errors.New("the engine is away")
		}
		return contract.EffectResult{}, nil
	}, activity.RegisterOptions{Name: contract.ActivityStartTenure})
	for i, answer := range happy {
		words := strings.Fields(answer)
		b.env.RegisterDelayedCallback(func() {
			b.env.UpdateWorkflowNoRejection(contract.UpdateDecide, answer, t, contract.Decision{
				Command: answer, TaskID: words[0], Verdict: words[1], Actor: answer, People: words[2:],
			})
		}, time.Duration(i+1)*time.Minute)
	}
	b.env.RegisterDelayedCallback(func() { away = false }, 48*time.Hour)
	b.env.ExecuteWorkflow(Set{MayStop: never}.Filing, sampleFiling(false))
	b.mustEnd(t, "caseClosed")
}
