package workflows

import (
	"errors"

	"go.temporal.io/sdk/workflow"

	"jiangxin/contract"
	"jiangxin/domain/casework"
	"jiangxin/domain/certification"
)

// inquiry puts a question and acts on the answer.
type inquiry struct {
	contract.Inquiry
	procedure string
	desk      *Desk
	order     []certification.Stage
	withdraw  bool // whoever began it may take it back
}

// Revocation decides whether one certificate is taken out of force: by the enterprise that issued it, or by the
// city on its own as an act of its authority.
func (s Set) Revocation(ctx workflow.Context, in contract.Inquiry) error {
	q := &inquiry{Inquiry: in, procedure: contract.RevocationWorkflow, order: certification.RevocationOrder, withdraw: true}
	return q.run(ctx, s, map[certification.Stage]func(workflow.Context) (certification.Stage, error){
		certification.Revocation: q.revocation,
	})
}

// MonthlySummary has an enterprise report its results of a month (附件7), nil too, and its authority take them in
// (notice 四(四)3).
func (s Set) MonthlySummary(ctx workflow.Context, in contract.Inquiry) error {
	q := &inquiry{Inquiry: in, procedure: contract.SummaryWorkflow, order: certification.SummaryOrder}
	return q.run(ctx, s, map[certification.Stage]func(workflow.Context) (certification.Stage, error){
		certification.Summary:      q.summary,
		certification.SummaryCheck: q.summaryCheck,
	})
}

func (q *inquiry) run(ctx workflow.Context, s Set, stages map[certification.Stage]func(workflow.Context) (certification.Stage, error)) error {
	state := contract.InquiryState{Version: 1}
	if q.State != nil {
		state = *q.State
	}
	q.desk = NewDesk(ctx, Procedure{
		CaseNo: q.CaseNo, City: q.Region, Names: q.Names, Next: q.next, Allows: q.allows,
		Correct: q.correct, MayStop: s.mayStop,
	}, state.Desk)
	if err := q.desk.Open(ctx); err != nil {
		return err
	}
	err := course[certification.Stage]{
		desk: q.desk, stages: stages, finished: certification.Finished, begin: q.begin,
		withdrawn: func(ctx workflow.Context) { q.end(ctx, certification.Withdrawn) },
	}.run(ctx)
	if errors.Is(err, ErrContinue) {
		state.Desk = q.desk.State()
		q.State = &state
		return workflow.NewContinueAsNewError(ctx, q.procedure, q.Inquiry)
	}
	return err
}

func (q *inquiry) begin(ctx workflow.Context) {
	q.desk.NoteBy(ctx, casework.Opened, "", q.Command, contract.OpenedData{Procedure: q.procedure, ProcedureVersion: q.Version, Policy: q.Policy})
	q.desk.Enter(ctx, string(q.order[0]), "")
}

func (q *inquiry) revocation(ctx workflow.Context) (certification.Stage, error) {
	in, err := q.answer(ctx)
	if err != nil {
		return "", err
	}
	outcome := certification.Kept
	if casework.Verdict(in.Verdict) == casework.Revoke {
		outcome = certification.Revoked
		q.desk.NoteBy(ctx, certification.CertificateRevoked, in.Actor, "", contract.CertificateRevokedData{
			Number: q.Subject, Command: in.Command, By: q.Body,
		})
	}
	q.end(ctx, outcome)
	return certification.Finished, nil
}

// answer asks a body in its inner steps, the enterprise by its clerk.
func (q *inquiry) answer(ctx workflow.Context) (contract.Decision, error) {
	stage := certification.Stage(q.desk.State().Stage)
	verdicts := certification.Verdicts(stage, casework.StepHandle)
	if len(q.Steps) > 0 {
		return q.desk.Act(ctx, Act{
			Stage: string(stage), Body: &q.Body, Steps: q.Steps, Verdicts: codes(verdicts), DueDays: q.DueDays[string(stage)],
		})
	}
	t := q.desk.task("1", q.Body, casework.Clerk, verdicts)
	t.DueDays = q.DueDays[string(stage)]
	return q.desk.ask(ctx, t)
}

func (q *inquiry) summary(ctx workflow.Context) (certification.Stage, error) {
	in, err := q.answer(ctx)
	if err != nil {
		return "", err
	}
	q.desk.NoteBy(ctx, certification.SummaryReported, in.Actor, "", contract.SummaryData{Month: q.Subject, Command: in.Command})
	return certification.SummaryCheck, nil
}

func (q *inquiry) summaryCheck(ctx workflow.Context) (certification.Stage, error) {
	t := q.desk.task("1", q.Check, casework.Handler, certification.Verdicts(certification.SummaryCheck, casework.StepHandle))
	t.DueDays = q.DueDays[string(certification.SummaryCheck)]
	in, err := q.desk.ask(ctx, t)
	switch {
	case err != nil:
		return "", err
	case in.Verdict == string(casework.Return):
		return certification.Summary, nil
	}
	q.desk.NoteBy(ctx, certification.SummaryAccepted, in.Actor, "", contract.SummaryData{Month: q.Subject, Command: in.Command})
	q.end(ctx, certification.Reported)
	return certification.Finished, nil
}

func (q *inquiry) end(ctx workflow.Context, outcome certification.Outcome) {
	q.desk.Note(ctx, casework.CaseClosed, contract.ClosedData{Outcome: string(outcome)})
}

// correct puts another authority in place, where one is asked or checks the answer; the enterprise stays who it is.
func (q *inquiry) correct(op contract.Operation) {
	if q.Body != q.Enterprise {
		q.Body = op.Value
	}
	if q.Check != "" {
		q.Check = op.Value
	}
}

func (q *inquiry) next(stage string) string {
	for i, known := range q.order[:len(q.order)-1] {
		if string(known) == stage {
			return string(q.order[i+1])
		}
	}
	return ""
}

func (q *inquiry) allows(name string, op contract.Operation) error {
	switch name {
	case contract.UpdateWithdraw:
		if !q.withdraw {
			return refusal(contract.ErrNotAllowedNow, "a monthly summary is not withdrawn")
		}
	case contract.UpdateReopen:
		if certification.Stage(op.Stage) != certification.Summary || q.desk.State().Stage != string(certification.SummaryCheck) {
			return refusal(contract.ErrNotAllowedNow, "there is no earlier stage to lead back to")
		}
	case contract.UpdateCorrect:
		if op.Fact != contract.FactCompetent || op.Value == "" {
			return refusal(contract.ErrNotAllowedNow, "this fact cannot be corrected")
		}
	}
	return nil
}
