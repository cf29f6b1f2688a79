package workflows

import (
	"slices"
	"time"

	"go.temporal.io/sdk/workflow"

	"jiangxin/contract"
	"jiangxin/domain/casework"
)

// Ask opens the tasks side by side and returns their decisions in the order of the tasks. Tasks that
// the run before had opened are adopted, answered or not. A stage calls it once, with nothing blocking before it.
func (d *Desk) Ask(ctx workflow.Context, tasks ...contract.Task) ([]contract.Decision, error) {
	for _, t := range tasks {
		_, open := d.state.Open[t.ID]
		_, answered := d.state.Answered[t.ID]
		if !open && !answered && !d.decided(t.ID) {
			d.state.Open[t.ID] = t
			d.note(ctx, contract.Event{Type: string(casework.TaskOpened), TaskID: t.ID}, t)
		}
	}
	for {
		if stop := d.takeInbox(ctx); stop != nil {
			d.void(ctx)
			return nil, stop
		}
		if answers, all := d.collect(tasks); all {
			return answers, nil // not a rest: what follows belongs to the same batch
		}
		if err := d.rest(ctx, time.Time{}); err != nil {
			return nil, err
		}
	}
}

// decided says whether an answer waits in the inbox: one that reached this run before its procedure did.
func (d *Desk) decided(taskID string) bool {
	return slices.ContainsFunc(d.inbox, func(in entry) bool {
		return in.name == contract.UpdateDecide && in.decision.TaskID == taskID
	})
}

// Sleep rests until an instant with legal effect. It returns early with an Interruption or ErrContinue.
func (d *Desk) Sleep(ctx workflow.Context, until time.Time) error {
	for {
		if stop := d.takeInbox(ctx); stop != nil {
			return stop
		}
		if !workflow.Now(ctx).Before(until) {
			return nil
		}
		if err := d.rest(ctx, until); err != nil {
			return err
		}
	}
}

// Close records the last facts, waits for the side effects that are still owed, and lets every caller go.
func (d *Desk) Close(ctx workflow.Context) error {
	d.state.Ended = true
	for {
		_ = d.takeInbox(ctx) // nothing is left to be interrupted
		if len(d.state.Effects) == 0 && len(d.inbox) == 0 {
			d.record(ctx)
			if len(d.inbox) == 0 && len(d.events) == 0 {
				break
			}
			continue
		}
		if err := d.rest(ctx, time.Time{}); err != nil {
			return err
		}
	}
	return workflow.Await(uncancelled(ctx), func() bool { return workflow.AllHandlersFinished(ctx) })
}

// takeInbox turns every accepted Update into an event, and returns the first that interrupts.
func (d *Desk) takeInbox(ctx workflow.Context) error {
	var stop error
	for _, in := range d.inbox {
		if in.name == contract.UpdateDecide {
			dec := in.decision
			d.state.Answered[dec.TaskID] = dec
			d.settled[in.update] = d.note(ctx, contract.Event{
				Type: string(casework.Decided), TaskID: dec.TaskID, Command: dec.Command, Actor: dec.Actor,
			}, contract.DecidedData{
				Verdict: dec.Verdict, Target: dec.Target, OnBehalf: dec.OnBehalf, People: dec.People, Days: dec.Days, Digest: dec.Digest,
			})
			continue
		}
		if i := d.takeOperation(ctx, in); i != nil && stop == nil {
			stop = i
		}
	}
	d.inbox = nil
	if stop == nil {
		return nil
	}
	return stop
}

// collect consumes the answers when all are there.
func (d *Desk) collect(tasks []contract.Task) ([]contract.Decision, bool) {
	answers := make([]contract.Decision, 0, len(tasks))
	for _, t := range tasks {
		in, ok := d.state.Answered[t.ID]
		if !ok {
			return nil, false
		}
		answers = append(answers, in)
	}
	for _, t := range tasks {
		delete(d.state.Answered, t.ID)
	}
	return answers, true
}

// void closes whatever is still open, in a fixed order, and forgets answers that came to nothing.
func (d *Desk) void(ctx workflow.Context) {
	for _, id := range sortedKeys(d.state.Open) {
		delete(d.state.Open, id)
		delete(d.state.Due, id)
		d.note(ctx, contract.Event{Type: string(casework.TaskVoided), TaskID: id}, nil)
	}
	clear(d.state.Answered)
	clear(d.state.Acts)
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
