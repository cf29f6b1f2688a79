package workflows

import (
	"strconv"

	"go.temporal.io/sdk/workflow"

	"jiangxin/contract"
	"jiangxin/domain/casework"
	"jiangxin/domain/filing"
)

// acceptance is decided by one officer, but for a notice that asks again for what the last one told of: there a
// second one has to agree, where the rules of the case say so.
func (f *application) acceptance(ctx workflow.Context) (filing.Stage, error) {
	t := f.competent("1", casework.Handler)
	in, err := f.desk.Act(ctx, Act{
		Stage: t.Stage, Body: &f.Competent, Steps: append([]string{string(casework.StepHandle)}, f.Rules.Again...), Verdicts: t.Verdicts,
		DueDays: t.DueDays, DueUnit: t.DueUnit, Slot: "1",
		Whole: func(in contract.Decision) bool { return in.Again && len(f.Rules.Again) > 0 },
	})
	if err != nil {
		return "", err
	}
	switch casework.Verdict(in.Verdict) {
	case casework.Accept:
		f.paper(ctx, filing.AcceptanceNotice, f.Competent, in.Command)
		return filing.Panel, nil
	case casework.Return:
		f.paper(ctx, filing.SupplementNotice, f.Competent, in.Command)
		return filing.Supplement, nil
	default:
		return f.refuse(ctx, filing.Refused, f.Competent, in)
	}
}

func (f *application) supplement(ctx workflow.Context) (filing.Stage, error) {
	_, err := f.desk.ask(ctx, f.applicant())
	return filing.Acceptance, err
}

func (f *application) panel(ctx workflow.Context) (filing.Stage, error) {
	in, err := f.desk.ask(ctx, f.competent("1", casework.Handler))
	if err != nil || in.Verdict == string(casework.Back) {
		return filing.Stage(in.Target), err
	}
	f.state.Panel = in.People
	return filing.ExpertReview, nil
}

func (f *application) expertReview(ctx workflow.Context) (filing.Stage, error) {
	_, err := f.desk.Ask(ctx, f.experts()...)
	return filing.Deliberation, err
}

func (f *application) deliberation(ctx workflow.Context) (filing.Stage, error) {
	in, err := f.desk.ask(ctx, f.leader())
	if err != nil || in.Verdict == string(casework.Back) {
		return filing.Stage(in.Target), err
	}
	return filing.SiteVisit, nil
}

// siteVisit is recorded by whoever went: city staff, or a member of the panel.
func (f *application) siteVisit(ctx workflow.Context) (filing.Stage, error) {
	task := f.competent("1", casework.Handler)
	task.Also = f.state.Panel
	in, err := f.desk.ask(ctx, task)
	if err != nil || in.Verdict == string(casework.Back) {
		return filing.Stage(in.Target), err
	}
	return filing.Assessment, nil
}

// assessment is drawn up by the panel's leader, never by an officer.
func (f *application) assessment(ctx workflow.Context) (filing.Stage, error) {
	in, err := f.desk.ask(ctx, f.leader())
	if err != nil || in.Verdict == string(casework.Back) {
		return filing.Stage(in.Target), err
	}
	return filing.Signature, nil
}

func (f *application) signature(ctx workflow.Context) (filing.Stage, error) {
	answers, err := f.desk.Ask(ctx, f.experts()...)
	if err != nil {
		return "", err
	}
	for _, in := range answers {
		if in.Verdict == string(casework.Revise) {
			return filing.Assessment, nil
		}
	}
	f.paper(ctx, filing.AssessmentPaper, "", "")
	return filing.Verification, nil
}

func (f *application) verification(ctx workflow.Context) (filing.Stage, error) {
	in, err := f.act(ctx, &f.Competent)
	if err != nil {
		return "", err
	}
	switch casework.Verdict(in.Verdict) {
	case casework.Pass:
		f.paper(ctx, filing.VerificationPaper, f.Competent, in.Command)
		return filing.Commitment, nil
	case casework.Rectify:
		f.state.After, f.state.Days = in.Target, in.Days
		if f.state.After == "" {
			f.state.After = string(filing.SiteVisit)
		}
		f.paper(ctx, filing.RectificationPaper, f.Competent, in.Command)
		return filing.Rectification, nil
	case casework.Back:
		return filing.Stage(in.Target), nil
	default:
		return f.refuse(ctx, filing.NotPassed, f.Competent, in)
	}
}

// rectification returns to the stage that the verification named, to be checked again (整改后复核).
func (f *application) rectification(ctx workflow.Context) (filing.Stage, error) {
	task := f.applicant()
	if f.state.Days > 0 {
		task.DueDays, task.DueUnit = f.state.Days, ""
	}
	_, err := f.desk.ask(ctx, task)
	return filing.Stage(f.state.After), err
}

func (f *application) commitment(ctx workflow.Context) (filing.Stage, error) {
	_, err := f.desk.ask(ctx, f.applicant())
	return filing.CommitmentCheck, err
}

func (f *application) commitmentCheck(ctx workflow.Context) (filing.Stage, error) {
	in, err := f.desk.ask(ctx, f.competent("1", casework.Handler))
	switch {
	case err != nil:
		return "", err
	case in.Verdict == string(casework.Return):
		return filing.Commitment, nil
	case in.Verdict == string(casework.Back):
		return filing.Stage(in.Target), nil
	}
	return f.afterCommitment(), nil
}

// delegateOpinion happens only where the city delegated verification to the authority.
func (f *application) delegateOpinion(ctx workflow.Context) (filing.Stage, error) {
	in, err := f.act(ctx, &f.Competent)
	if err != nil || in.Verdict == string(casework.Back) {
		return filing.Stage(in.Target), err
	}
	f.paper(ctx, filing.OpinionPaper, f.Competent, in.Command)
	return filing.Submission, nil
}

// submission is always the bureau's (notice 四(二)).
func (f *application) submission(ctx workflow.Context) (filing.Stage, error) {
	in, err := f.act(ctx, &f.Bureau)
	if err != nil || in.Verdict == string(casework.Back) {
		return filing.Stage(in.Target), err
	}
	f.paper(ctx, filing.SubmissionForm, f.Bureau, in.Command)
	return filing.CentreReview, nil
}

func (f *application) centreReview(ctx workflow.Context) (filing.Stage, error) {
	in, err := f.act(ctx, &f.Centre)
	if err != nil || in.Verdict == string(casework.Back) {
		return filing.Stage(in.Target), err
	}
	return filing.Receipt, nil
}

func (f *application) receipt(ctx workflow.Context) (filing.Stage, error) {
	in, err := f.act(ctx, &f.Department)
	if err != nil {
		return "", err
	}
	switch casework.Verdict(in.Verdict) {
	case casework.Issue:
		f.desk.NoteBy(ctx, filing.ReceiptIssued, in.Actor, "", contract.ReceiptData{Command: in.Command, Years: f.Rules.Years})
		f.paper(ctx, filing.ReceiptPaper, f.Department, in.Command)
		f.desk.Owe(ctx, contract.ActivityStartTenure, "tenure")
		return filing.Publication, nil
	case casework.Back:
		return filing.Stage(in.Target), nil
	default:
		return f.refuse(ctx, filing.Declined, f.Department, in)
	}
}

func (f *application) publication(ctx workflow.Context) (filing.Stage, error) {
	task := f.task("1", f.Publisher, casework.Handler)
	in, err := f.desk.ask(ctx, task)
	if err != nil {
		return "", err
	}
	f.desk.NoteBy(ctx, filing.CataloguePublished, in.Actor, "", contract.PublicationData{
		FilingNo: f.desk.Number(contract.NumberFiling), Region: f.Region, Publisher: f.Publisher,
	})
	f.paper(ctx, filing.CataloguePaper, "", in.Command)
	f.end(ctx, filing.Filed)
	return filing.Finished, nil
}

func (f *application) refuse(ctx workflow.Context, outcome filing.Outcome, body string, in contract.Decision) (filing.Stage, error) {
	f.paper(ctx, filing.RefusalNotice, body, in.Command)
	f.end(ctx, outcome)
	return filing.Finished, nil
}

func (f *application) act(ctx workflow.Context, body *string) (contract.Decision, error) {
	t := f.task("", *body, casework.Handler)
	return f.desk.Act(ctx, Act{
		Stage: t.Stage, Body: body, Steps: f.Rules.Steps[t.Stage], Verdicts: t.Verdicts, Targets: t.Targets,
		DueDays: t.DueDays, DueUnit: t.DueUnit,
	})
}

// task builds the question of the present stage in one slot.
func (f *application) task(slot, body string, role casework.Role) contract.Task {
	stage := filing.Stage(f.desk.State().Stage)
	t := f.desk.task(slot, body, role, filing.Verdicts(stage, casework.StepHandle))
	t.DueDays, t.DueUnit = f.Rules.DueDays[string(stage)], f.Rules.DueUnit[string(stage)]
	for _, to := range filing.Targets(stage) {
		if to != filing.DelegateOpinion || f.Competent != f.Bureau {
			t.Targets = append(t.Targets, string(to))
		}
	}
	return t
}

func (f *application) competent(slot string, role casework.Role) contract.Task {
	return f.task(slot, f.Competent, role)
}

func (f *application) applicant() contract.Task { return f.task("1", f.Enterprise, casework.Clerk) }

// leader asks the panel's leader; an officer may enter the answer with the signed sheet (代录).
func (f *application) leader() contract.Task {
	return f.expert("1", f.state.Panel[0])
}

func (f *application) experts() []contract.Task {
	tasks := make([]contract.Task, 0, len(f.state.Panel))
	for i, member := range f.state.Panel {
		tasks = append(tasks, f.expert(strconv.Itoa(i+1), member))
	}
	return tasks
}

func (f *application) expert(slot, member string) contract.Task {
	t := f.task(slot, f.Competent, casework.Expert)
	t.Assignee, t.Proxy = member, f.Competent
	return t
}
