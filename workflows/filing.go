package workflows

import (
	"errors"
	"fmt"
	"slices"

	"go.temporal.io/sdk/workflow"

	"jiangxin/contract"
	"jiangxin/domain/casework"
	"jiangxin/domain/filing"
)

// application is one application from submission to publication or refusal (notice 四(一)–(三)).
type application struct {
	contract.Filing
	state contract.FilingState
	desk  *Desk
	steps map[filing.Stage]func(workflow.Context) (filing.Stage, error)
}

// Filing runs the procedure 备案. Each stage is a method that returns the next one, so going back is as
// plain as going on.
func (s Set) Filing(ctx workflow.Context, in contract.Filing) error {
	f := &application{Filing: in}
	if err := f.setup(ctx, s.mayStop); err != nil {
		return err
	}
	err := f.run(ctx)
	if errors.Is(err, ErrContinue) {
		f.state.Desk = f.desk.State()
		f.Filing.State = &f.state
		return workflow.NewContinueAsNewError(ctx, contract.FilingWorkflow, f.Filing)
	}
	return err
}

func (f *application) setup(ctx workflow.Context, mayStop func(workflow.Context) bool) error {
	f.steps = map[filing.Stage]func(workflow.Context) (filing.Stage, error){
		filing.Acceptance:      f.acceptance,
		filing.Supplement:      f.supplement,
		filing.Panel:           f.panel,
		filing.ExpertReview:    f.expertReview,
		filing.Deliberation:    f.deliberation,
		filing.SiteVisit:       f.siteVisit,
		filing.Assessment:      f.assessment,
		filing.Signature:       f.signature,
		filing.Verification:    f.verification,
		filing.Rectification:   f.rectification,
		filing.Commitment:      f.commitment,
		filing.CommitmentCheck: f.commitmentCheck,
		filing.DelegateOpinion: f.delegateOpinion,
		filing.Submission:      f.submission,
		filing.CentreReview:    f.centreReview,
		filing.Receipt:         f.receipt,
		filing.Publication:     f.publication,
	}
	if f.Filing.State != nil {
		f.state = *f.Filing.State
	}
	f.state.Version = 1
	f.desk = NewDesk(ctx, Procedure{
		CaseNo: f.CaseNo, City: f.Region, Names: f.Names, Next: f.next, Allows: f.allows, Correct: f.correct, MayStop: mayStop,
	}, f.state.Desk)
	return f.desk.Open(ctx)
}

// run goes through the stages of the procedure.
func (f *application) run(ctx workflow.Context) error {
	return course[filing.Stage]{
		desk: f.desk, stages: f.steps, finished: filing.Finished, begin: f.begin, entered: f.papersOnEntry,
		withdrawn: func(ctx workflow.Context) { f.end(ctx, filing.Withdrawn) },
		pause:     func(stage filing.Stage) string { return f.Rules.Pauses[string(stage)] },
	}.run(ctx)
}

func (f *application) begin(ctx workflow.Context) {
	f.desk.NoteBy(ctx, casework.Opened, "", f.Command, contract.OpenedData{
		Procedure: contract.FilingWorkflow, ProcedureVersion: f.Version, Policy: f.Policy, Snapshot: f.Snapshot,
	})
	f.desk.Enter(ctx, string(filing.Acceptance), "")
	f.paper(ctx, filing.IntakeSlip, "", f.Command)
	f.paper(ctx, filing.ApplicationForm, "", f.Command)
}

func (f *application) end(ctx workflow.Context, outcome filing.Outcome) {
	f.state.Outcome = string(outcome)
	f.desk.Note(ctx, casework.CaseClosed, contract.ClosedData{Outcome: string(outcome)})
}

// papersOnEntry orders what a stage hands to the person who must answer.
func (f *application) papersOnEntry(ctx workflow.Context, stage filing.Stage) {
	if stage == filing.Commitment {
		f.paper(ctx, filing.CommitmentLetter, "", "")
	}
}

// paper orders a paper of the present stage. body is whose seal it waits for (待用印), empty for none.
func (f *application) paper(ctx workflow.Context, kind casework.PaperKind, body, command string) {
	stage := f.desk.State().Stage
	round := f.desk.Round(stage)
	f.desk.OwePaper(ctx, contract.PaperData{
		ID: fmt.Sprintf("%s/%d/%s", stage, round, kind), Kind: string(kind), Stage: stage, Round: round,
		Body: body, Command: command,
	})
}

// next tells operators what usually follows.
func (f *application) next(stage string) string {
	switch s := filing.Stage(stage); s {
	case filing.Acceptance, filing.Supplement:
		if s == filing.Supplement {
			return string(filing.Acceptance)
		}
		return string(filing.Panel)
	case filing.Rectification:
		return f.state.After
	case filing.Verification:
		return string(filing.Commitment)
	case filing.CommitmentCheck:
		return string(f.afterCommitment())
	default:
		for i, known := range filing.Order[:len(filing.Order)-1] {
			if known == s {
				return string(filing.Order[i+1])
			}
		}
		return ""
	}
}

func (f *application) afterCommitment() filing.Stage {
	if f.Competent != f.Bureau {
		return filing.DelegateOpinion
	}
	return filing.Submission
}

// allows says which operations fit the present state; the desk has checked tasks and effects.
func (f *application) allows(name string, op contract.Operation) error {
	issued := f.desk.Number(contract.NumberFiling) != "" || f.desk.State().Stage == string(filing.Publication)
	switch name {
	case contract.UpdateWithdraw:
		if issued {
			return refusal(contract.ErrNotAllowedNow, "the receipt is issued: the application can no longer be withdrawn")
		}
	case contract.UpdateReopen:
		if _, known := f.steps[filing.Stage(op.Stage)]; !known || !f.passed(filing.Stage(op.Stage)) {
			return refusal(contract.ErrNotAllowedNow, "a case is led back to a stage that it has been in, never onwards")
		}
		if issued && op.Stage != string(filing.Publication) {
			return refusal(contract.ErrNotAllowedNow, "the receipt is issued: only the publication can be done again")
		}
	case contract.UpdateCorrect:
		if !f.correctable(op) {
			return refusal(contract.ErrNotAllowedNow, "this fact cannot be corrected")
		}
	}
	return nil
}

// passed says whether the case has been in a stage that lies no further than where it is now.
func (f *application) passed(stage filing.Stage) bool {
	now := filing.Stage(f.desk.State().Stage)
	return f.desk.Round(string(stage)) > 0 && slices.Index(filing.Order, stage) <= slices.Index(filing.Order, now)
}

// correctable lists the facts of the procedure that may be wrong: which body acts, and who sits on the panel.
func (f *application) correctable(op contract.Operation) bool {
	switch op.Fact {
	case contract.FactCompetent, contract.FactBureau, contract.FactPublisher:
		return op.Value != ""
	case contract.FactPanel:
		return len(op.People)%2 == 1
	}
	return false
}

func (f *application) correct(op contract.Operation) {
	switch op.Fact {
	case contract.FactCompetent:
		f.Competent = op.Value
	case contract.FactBureau:
		f.Bureau = op.Value
	case contract.FactPublisher:
		f.Publisher = op.Value
	case contract.FactPanel:
		f.state.Panel = op.People
	}
}
