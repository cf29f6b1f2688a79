package workflows

import (
	"fmt"

	"go.temporal.io/sdk/workflow"

	"jiangxin/contract"
	"jiangxin/domain/casework"
)

// Act is a decision of a body (机构决定): it passes one to three inner steps, 经办 → 审核 → 签发, never the
// same person twice, and takes effect at the last (DOMAIN section A; which steps: policy).
type Act struct {
	Stage    string
	Body     *string  // a fact of the procedure, read anew for each step, because an operator may correct it
	Steps    []string // casework.Step codes in order
	Verdicts []string // offered to the first step
	Targets  []string // stages that the first step may lead back to
	DueDays  int
	DueUnit  string

	Slot  string                       // of the first step where it is a task like any other; empty: the step names it
	Whole func(contract.Decision) bool // whether what the first step decided is an act, which takes the later steps; nil = always
}

// Act asks step after step and returns the first step's decision once the last step has agreed. A later
// step that sends back begins the act anew in a new round. It may be entered again in a new run.
func (d *Desk) Act(ctx workflow.Context, a Act) (contract.Decision, error) {
	for {
		p := d.state.Acts[a.Stage]
		answers, err := d.Ask(ctx, a.task(d.Round(a.Stage), p))
		if err != nil {
			return contract.Decision{}, err
		}
		in := answers[0]
		if p.Step > 0 && in.Verdict == string(casework.SendBack) {
			d.Enter(ctx, a.Stage, "")
			continue
		}
		if p.Step == 0 {
			p.Decision = in
			if a.Whole != nil && !a.Whole(in) {
				return in, nil
			}
		}
		p.By = append(p.By, in.Actor)
		p.Step++
		if p.Step < len(a.Steps) {
			d.state.Acts[a.Stage] = p
			continue
		}
		delete(d.state.Acts, a.Stage)
		d.NoteBy(ctx, casework.ActTaken, in.Actor, in.Command, contract.ActData{
			Stage: a.Stage, Round: d.Round(a.Stage), Body: *a.Body, Verdict: p.Decision.Verdict,
			Target: p.Decision.Target, By: p.By, Command: p.Decision.Command,
		})
		return p.Decision, nil
	}
}

func (a Act) task(round int, p contract.ActProgress) contract.Task {
	step := a.Steps[p.Step]
	t := contract.Task{
		ID: fmt.Sprintf("%s/%d/%s", a.Stage, round, step), Stage: a.Stage, Round: round, Step: step,
		Body: *a.Body, Role: string(casework.Step(step).Role()), NotBy: p.By, DueDays: a.DueDays, DueUnit: a.DueUnit,
		Verdicts: a.Verdicts, Targets: a.Targets,
	}
	if p.Step == 0 && a.Slot != "" {
		t.ID, t.Step = casework.TaskID{Stage: a.Stage, Round: round, Slot: a.Slot}.String(), ""
	}
	if p.Step > 0 {
		t.Verdicts, t.Targets = []string{string(casework.Agree), string(casework.SendBack)}, nil
	}
	return t
}
