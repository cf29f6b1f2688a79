package workflows

import (
	"errors"

	"go.temporal.io/sdk/workflow"

	"jiangxin/contract"
	"jiangxin/domain/casework"
)

// course is a procedure from the outside: named stages, each a method that returns the next one, so that going back
// is as plain as going on (DESIGN section 4).
type course[S ~string] struct {
	desk      *Desk
	stages    map[S]func(workflow.Context) (S, error)
	finished  S                         // what a stage returns when the case is finished
	begin     func(workflow.Context)    // notes the beginning and enters the first stage
	withdrawn func(workflow.Context)    // notes the end of a case that the applicant took back
	pause     func(S) string            // reason code while the city's clock stands still; nil = never
	entered   func(workflow.Context, S) // orders what a stage hands to the people who must answer; nil = nothing
}

// run goes from stage to stage until one says that the case is finished.
func (c course[S]) run(ctx workflow.Context) error {
	if c.desk.State().Seq == 0 {
		c.begin(ctx)
	}
	for !c.desk.State().Ended {
		next, err := c.stages[S(c.desk.State().Stage)](ctx)
		var stop *Interruption
		switch {
		case errors.As(err, &stop) && stop.Name == contract.UpdateWithdraw:
			c.withdrawn(ctx)
			next = c.finished
		case errors.As(err, &stop):
			next = S(stop.Stage)
		case err != nil:
			return err
		}
		if next == c.finished {
			break
		}
		c.enter(ctx, next)
	}
	return c.desk.Close(ctx)
}

func (c course[S]) enter(ctx workflow.Context, stage S) {
	pause := ""
	if c.pause != nil {
		pause = c.pause(stage)
	}
	c.desk.Enter(ctx, string(stage), pause)
	if c.entered != nil {
		c.entered(ctx, stage)
	}
}

// task builds a question of the desk's present stage, in one slot.
func (d *Desk) task(slot, body string, role casework.Role, verdicts []casework.Verdict) contract.Task {
	stage := d.state.Stage
	round := d.Round(stage)
	t := contract.Task{
		ID:    casework.TaskID{Stage: stage, Round: round, Slot: slot}.String(),
		Stage: stage, Round: round, Body: body, Role: string(role),
	}
	for _, v := range verdicts {
		t.Verdicts = append(t.Verdicts, string(v))
	}
	return t
}

// ask puts one question and gives its answer.
func (d *Desk) ask(ctx workflow.Context, t contract.Task) (contract.Decision, error) {
	answers, err := d.Ask(ctx, t)
	if err != nil {
		return contract.Decision{}, err
	}
	return answers[0], nil
}
