package workflows

import (
	"encoding/json"
	"slices"

	"go.temporal.io/sdk/workflow"

	"jiangxin/contract"
	"jiangxin/domain/casework"
)

// mayDecide refuses, before anything is written to history, what no open task accepts.
func (d *Desk) mayDecide(_ workflow.Context, in contract.Decision) error {
	if in.Actor == "" || in.Command == "" {
		return refusal(contract.ErrNotAllowedNow, "decide through the API, which records who does it and in which words")
	}
	task, open := d.state.Open[in.TaskID]
	if !open {
		return refusal(contract.ErrTaskClosed, "the task is not open")
	}
	if !slices.Contains(task.Verdicts, in.Verdict) {
		return refusal(contract.ErrVerdictUnknown, "the task does not offer this verdict")
	}
	if in.Target != "" && !slices.Contains(task.Targets, in.Target) {
		return refusal(contract.ErrVerdictUnknown, "the task does not lead back to this stage")
	}
	if in.Target == "" && in.Verdict == string(casework.Back) {
		return refusal(contract.ErrVerdictUnknown, "the verdict back must name a stage")
	}
	if slices.Contains(task.NotBy, in.Actor) {
		return refusal(contract.ErrSamePerson, "this person took an earlier step of the same act")
	}
	return fits(in)
}

// decide hands the decision over and waits for the batch that holds it and all that followed from it.
func (d *Desk) decide(ctx workflow.Context, in contract.Decision) (contract.Settled, error) {
	delete(d.state.Open, in.TaskID)
	delete(d.state.Due, in.TaskID)
	workflow.GetLogger(ctx).Info("decided", "case", d.of.CaseNo, "task", in.TaskID, "verdict", in.Verdict, "request_id", in.Request)
	return d.await(ctx, entry{name: contract.UpdateDecide, decision: in})
}

// A cancellation request reaches the handlers too: they wait on all the same.
func (d *Desk) await(ctx workflow.Context, in entry) (contract.Settled, error) {
	in.update = workflow.GetCurrentUpdateInfo(ctx).ID
	d.inbox = append(d.inbox, in)
	err := workflow.Await(uncancelled(ctx), func() bool {
		seq, taken := d.settled[in.update]
		return taken && d.recorded >= seq
	})
	return contract.Settled{Seq: d.settled[in.update], Stage: d.state.Stage}, err
}

// retry wakes whatever is stuck. It decides nothing, so nothing is recorded.
func (d *Desk) retry(_ workflow.Context, _ contract.Operation) (contract.Settled, error) {
	d.retries++
	return contract.Settled{Seq: d.recorded, Stage: d.state.Stage}, nil
}

// mayOperate refuses what does not fit the case, and whatever nobody answers for: only a retry may be sent by
// hand, because it decides nothing; the API records who did the others, and why.
func (d *Desk) mayOperate(name string, op contract.Operation) error {
	if op.Actor == "" || op.Command == "" {
		return refusal(contract.ErrNotAllowedNow, "send this operation through the API, which records who does it and why")
	}
	switch name {
	case contract.UpdateSkip:
		at := slices.IndexFunc(d.state.Effects, func(e contract.Effect) bool { return e.ID == op.Effect })
		switch {
		case at < 0:
			return refusal(contract.ErrNotAllowedNow, "no such side effect is owed")
		case sustained[d.state.Effects[at].Kind]:
			return refusal(contract.ErrNotAllowedNow, "what many people are owed is not given up: mend what keeps it from being made")
		}
		return fits(op)
	case contract.UpdateReassign, contract.UpdateExtend:
		if _, open := d.state.Open[op.TaskID]; !open {
			return refusal(contract.ErrTaskClosed, "the task is not open")
		}
	}
	if name == contract.UpdateExtend && op.Days < 1 {
		return refusal(contract.ErrNotAllowedNow, "an extension grants at least one working day")
	}
	if name == contract.UpdateReassign && op.Assignee == "" && op.Body == "" {
		return refusal(contract.ErrNotAllowedNow, "name the person or the body that takes the task")
	}
	if d.state.Ended {
		return refusal(contract.ErrNotAllowedNow, "the case is closed")
	}
	if err := d.of.Allows(name, op); err != nil {
		return err
	}
	return fits(op)
}

// takeOperation records an operation and does what it says; an Interruption leads away from the tasks.
func (d *Desk) takeOperation(ctx workflow.Context, in entry) *Interruption {
	op := in.op
	data := contract.OperationData{
		Operation: in.name, Stage: op.Stage, Effect: op.Effect, Fact: op.Fact, Value: op.Value, Body: op.Body,
		Role: op.Role, Assignee: op.Assignee, Days: op.Days, People: op.People, Digest: op.Digest,
	}
	kinds := map[string]casework.EventType{
		contract.UpdateWithdraw: casework.Withdrawn, contract.UpdateReopen: casework.Reopened,
		contract.UpdateCorrect: casework.Corrected, contract.UpdateReassign: casework.TaskReassigned,
		contract.UpdateExtend: casework.TaskExtended, contract.UpdateSkip: casework.EffectSkipped,
	}
	d.settled[in.update] = d.note(ctx, contract.Event{
		Type: string(kinds[in.name]), TaskID: op.TaskID, Command: op.Command, Actor: op.Actor,
	}, data)
	switch in.name {
	case contract.UpdateWithdraw, contract.UpdateReopen:
		return &Interruption{Name: in.name, Stage: op.Stage}
	case contract.UpdateCorrect:
		d.of.Correct(op)
	case contract.UpdateReassign:
		d.reassign(op)
	case contract.UpdateSkip:
		d.dropEffect(op.Effect)
	}
	return nil
}

func (d *Desk) reassign(op contract.Operation) {
	task, open := d.state.Open[op.TaskID]
	if !open { // decided in the same workflow task: the record says so, nothing follows
		return
	}
	task.Assignee = op.Assignee
	if op.Body != "" {
		task.Body = op.Body
	}
	if op.Role != "" {
		task.Role = op.Role
	}
	d.state.Open[op.TaskID] = task
}

// fits refuses what would weigh too much in every later workflow task of the case.
func fits(payload any) error {
	raw, err := json.Marshal(payload)
	if err != nil || len(raw) > contract.CommandLimit {
		return refusal(contract.ErrTooLarge, "the payload is above the limit of a command")
	}
	return nil
}
