package workflows

import (
	"errors"
	"slices"
	"time"

	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/workflow"

	"jiangxin/contract"
	"jiangxin/domain/casework"
)

// How a side effect is tried. It never stands between a person and the record of their decision.
const (
	effectAttempt  = 30 * time.Second
	effectBackoff  = 5 * time.Minute
	effectPatience = time.Minute // after that the case is marked stuck, and tried on
)

// How a sustained effect is tried: one activity that works for as long as there is work, and says by its heartbeat
// that it lives. Its progress lies in the database, so that history does not grow with the work.
const (
	sustainedAttempt  = 24 * time.Hour
	sustainedBeat     = 30 * time.Second
	sustainedFailures = 6 // attempts with the usual back-off, about a minute
)

// sustained are the effects of that kind.
var sustained = map[string]bool{contract.ActivityMakeCertificates: true}

// effectOptions says how one execution of an effect is tried. The first gives up after a minute of failure, so that the
// case shows as stuck; the later ones go on.
func effectOptions(e contract.Effect, first bool) workflow.ActivityOptions {
	options := workflow.ActivityOptions{
		StartToCloseTimeout: effectAttempt,
		RetryPolicy: &temporal.RetryPolicy{
			MaximumInterval: effectBackoff, NonRetryableErrorTypes: []string{contract.ErrPermanent},
		},
		Summary: e.ID,
	}
	switch {
	case sustained[e.Kind]:
		options.StartToCloseTimeout, options.HeartbeatTimeout = sustainedAttempt, sustainedBeat
		if first {
			options.RetryPolicy.MaximumAttempts = sustainedFailures
		}
	case first:
		options.ScheduleToCloseTimeout = effectPatience
	}
	return options
}

// Owe adds a side effect that begins once the batch with its reasons is recorded. kind is the activity.
func (d *Desk) Owe(ctx workflow.Context, kind, id string) {
	d.state.Effects = append(d.state.Effects, contract.Effect{ID: id, Kind: kind, Since: workflow.Now(ctx)})
}

// OwePaper orders a paper and its rendering. body is whose seal it waits for, empty for none.
func (d *Desk) OwePaper(ctx workflow.Context, paper contract.PaperData) {
	d.Note(ctx, casework.PaperDue, paper)
	d.Owe(ctx, contract.ActivityRenderPaper, paper.ID)
}

func (d *Desk) startEffects(ctx workflow.Context) {
	for _, e := range d.state.Effects {
		if !d.running[e.ID] {
			d.running[e.ID] = true
			d.busy++
			workflow.Go(uncancelled(ctx), func(ctx workflow.Context) { d.runEffect(ctx, e) })
		}
	}
}

// runEffect tries until the effect succeeds or an operator gives it up. A stuck effect waits for days: only
// its first attempt keeps the run from ending.
func (d *Desk) runEffect(ctx workflow.Context, e contract.Effect) {
	first := true
	tried := func() {
		if first {
			d.busy--
		}
		first = false
	}
	defer tried()
	for d.owes(e.ID) {
		var result contract.EffectResult
		seen := d.retries
		err := d.tryEffect(ctx, e, first, &result)
		tried()
		switch {
		case err == nil:
			if d.owes(e.ID) {
				d.finishEffect(ctx, e, result)
			}
		case errors.Is(err, errRetried):
		default:
			d.markEffectStuck(ctx, e.ID, cause(err))
			if final(err) {
				seen = d.before(seen)
				_ = workflow.Await(ctx, func() bool { return d.retries > seen || !d.owes(e.ID) })
			}
		}
	}
}

func (d *Desk) tryEffect(ctx workflow.Context, e contract.Effect, first bool, result *contract.EffectResult) error {
	attempt, cancel := workflow.WithCancel(workflow.WithActivityOptions(ctx, effectOptions(e, first)))
	defer cancel()
	seen := d.retries
	future := workflow.ExecuteActivity(attempt, e.Kind, contract.EffectRequest{CaseNo: d.of.CaseNo, ID: e.ID})
	if err := workflow.Await(ctx, func() bool {
		return future.IsReady() || d.retries > seen || !d.owes(e.ID)
	}); err != nil {
		return err
	}
	if !future.IsReady() {
		return errRetried
	}
	return future.Get(ctx, result)
}

// finishEffect notes what came of an effect and wakes the procedure, which may be waiting for the last one.
func (d *Desk) finishEffect(ctx workflow.Context, e contract.Effect, result contract.EffectResult) {
	d.dropEffect(e.ID)
	if d.version >= 2 {
		d.show(ctx)
	}
	if e.Kind == contract.ActivityRenderPaper {
		d.Note(ctx, casework.PaperMade, contract.PaperMadeData{ID: e.ID, SHA256: result.SHA256, Size: result.Size, Key: result.Key})
	}
}

func (d *Desk) owes(id string) bool {
	return slices.ContainsFunc(d.state.Effects, func(e contract.Effect) bool { return e.ID == id })
}

func (d *Desk) dropEffect(id string) {
	d.finished++
	d.state.Effects = slices.DeleteFunc(d.state.Effects, func(e contract.Effect) bool { return e.ID == id })
}

func (d *Desk) markEffectStuck(ctx workflow.Context, id, cause string) {
	for i := range d.state.Effects {
		if d.state.Effects[i].ID == id {
			d.state.Effects[i].Cause = cause
		}
	}
	d.show(ctx)
}
