package workflows

import (
	"errors"
	"fmt"

	"go.temporal.io/sdk/workflow"

	"jiangxin/contract"
	"jiangxin/domain/casework"
	"jiangxin/domain/certification"
)

// results is one batch from the submission of its results to its certificates (notice 四(四)).
type results struct {
	contract.Certification
	state contract.CertificationState
	desk  *Desk
}

// Certification runs the procedure 认定结果: submitted, audited by the city's authority, issued by the enterprise.
func (s Set) Certification(ctx workflow.Context, in contract.Certification) error {
	r := &results{Certification: in}
	if in.State != nil {
		r.state = *in.State
	}
	r.state.Version = 1
	r.desk = NewDesk(ctx, Procedure{
		CaseNo: r.CaseNo, City: r.Region, Names: r.Names, Next: r.next, Allows: r.allows,
		Correct: func(op contract.Operation) { r.Authority = op.Value }, MayStop: s.mayStop,
	}, r.state.Desk)
	if err := r.desk.Open(ctx); err != nil {
		return err
	}
	err := course[certification.Stage]{
		desk: r.desk, finished: certification.Finished, begin: r.begin,
		stages: map[certification.Stage]func(workflow.Context) (certification.Stage, error){
			certification.Audit:      r.audit,
			certification.Correction: r.correction,
			certification.Issue:      r.issue,
		},
		withdrawn: func(ctx workflow.Context) { r.end(ctx, certification.Withdrawn) },
	}.run(ctx)
	if errors.Is(err, ErrContinue) {
		r.state.Desk = r.desk.State()
		r.Certification.State = &r.state
		return workflow.NewContinueAsNewError(ctx, contract.CertificationWorkflow, r.Certification)
	}
	return err
}

func (r *results) begin(ctx workflow.Context) {
	r.desk.NoteBy(ctx, casework.Opened, "", r.Command, contract.OpenedData{
		Procedure: contract.CertificationWorkflow, ProcedureVersion: r.Version, Policy: r.Policy, Snapshot: r.Snapshot,
	})
	r.handedIn(ctx, r.Command, 1)
	r.desk.Enter(ctx, string(certification.Audit), "")
}

// handedIn says that results were handed in: the rows are frozen, and the sample of the coming audit is drawn.
func (r *results) handedIn(ctx workflow.Context, command string, round int) {
	r.desk.Note(ctx, certification.ResultsSubmitted, contract.ResultsSubmittedData{Round: round, Command: command})
}

// audit is an act of the authority, never of the bureau (DOMAIN section A).
func (r *results) audit(ctx workflow.Context) (certification.Stage, error) {
	in, err := r.desk.Act(ctx, Act{
		Stage: string(certification.Audit), Body: &r.Authority, Steps: r.Rules.Steps,
		Verdicts: codes(certification.Verdicts(certification.Audit, casework.StepHandle)),
		DueDays:  r.Rules.DueDays[string(certification.Audit)], DueUnit: r.Rules.DueUnit[string(certification.Audit)],
	})
	if err != nil {
		return "", err
	}
	r.desk.NoteBy(ctx, certification.ResultsAudited, in.Actor, "", contract.ResultsAuditedData{
		Round: r.desk.Round(string(certification.Audit)), Command: in.Command, Verdict: in.Verdict,
	})
	r.opinion(ctx, in.Command)
	switch casework.Verdict(in.Verdict) {
	case casework.ReturnRows:
		return certification.Correction, nil
	case casework.Fail:
		r.end(ctx, certification.NonePassed)
		return certification.Finished, nil
	default:
		return certification.Issue, nil
	}
}

// opinion orders the paper of an audit, for the authority to put its seal on (待用印).
func (r *results) opinion(ctx workflow.Context, command string) {
	if r.Version < 2 {
		return
	}
	stage, round := string(certification.Audit), r.desk.Round(string(certification.Audit))
	r.desk.OwePaper(ctx, contract.PaperData{
		ID: fmt.Sprintf("%s/%d/%s", stage, round, certification.AuditOpinion), Kind: string(certification.AuditOpinion),
		Stage: stage, Round: round, Body: r.Authority, Command: command,
	})
}

func (r *results) correction(ctx workflow.Context) (certification.Stage, error) {
	in, err := r.desk.ask(ctx, r.clerk(certification.Correction))
	if err != nil {
		return "", err
	}
	r.handedIn(ctx, in.Command, r.desk.Round(string(certification.Audit))+1)
	return certification.Audit, nil
}

// issue numbers the certificates with the decision; their papers are made afterwards and never undo it.
func (r *results) issue(ctx workflow.Context) (certification.Stage, error) {
	in, err := r.desk.ask(ctx, r.clerk(certification.Issue))
	if err != nil {
		return "", err
	}
	r.desk.NoteBy(ctx, certification.CertificatesIssued, in.Actor, "", contract.CertificatesIssuedData{Command: in.Command})
	for i := range max(1, r.Rules.Makers) {
		r.desk.Owe(ctx, contract.ActivityMakeCertificates,
			fmt.Sprintf("%s/%d/certificates/%d", certification.Issue, r.desk.Round(string(certification.Issue)), i+1))
	}
	r.end(ctx, certification.Issued)
	return certification.Finished, nil
}

func (r *results) clerk(stage certification.Stage) contract.Task {
	t := r.desk.task("1", r.Enterprise, casework.Clerk, certification.Verdicts(stage, casework.StepHandle))
	t.DueDays, t.DueUnit = r.Rules.DueDays[string(stage)], r.Rules.DueUnit[string(stage)]
	return t
}

func (r *results) end(ctx workflow.Context, outcome certification.Outcome) {
	r.state.Outcome = string(outcome)
	r.desk.Note(ctx, casework.CaseClosed, contract.ClosedData{Outcome: string(outcome)})
}

// next tells operators what usually follows.
func (r *results) next(stage string) string {
	switch certification.Stage(stage) {
	case certification.Audit:
		return string(certification.Issue)
	case certification.Correction:
		return string(certification.Audit)
	}
	return ""
}

// allows says which operations fit the present state; the desk has checked tasks and effects. Results can be
// withdrawn until the authority's verdict holds, and the audit be done again until certificates are issued.
func (r *results) allows(name string, op contract.Operation) error {
	stage := certification.Stage(r.desk.State().Stage)
	switch name {
	case contract.UpdateWithdraw:
		if stage != certification.Audit && stage != certification.Correction {
			return refusal(contract.ErrNotAllowedNow, "the audit has taken effect: the results can no longer be withdrawn")
		}
	case contract.UpdateReopen:
		if certification.Stage(op.Stage) != certification.Audit || stage != certification.Issue && stage != certification.Audit {
			return refusal(contract.ErrNotAllowedNow, "only the audit can be done again, before the certificates are issued")
		}
	case contract.UpdateCorrect:
		if op.Fact != contract.FactCompetent || op.Value == "" {
			return refusal(contract.ErrNotAllowedNow, "this fact cannot be corrected")
		}
	}
	return nil
}

func codes(verdicts []casework.Verdict) []string {
	out := make([]string, 0, len(verdicts))
	for _, v := range verdicts {
		out = append(out, string(v))
	}
	return out
}
