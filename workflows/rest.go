package workflows

import (
	"errors"
	"time"

	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/workflow"

	"jiangxin/contract"
)

// How Record is tried (DESIGN section 3). Nothing is lost while it fails: the batch waits in the workflow.
const (
	recordAttempt  = 5 * time.Second
	recordBackoff  = 10 * time.Second
	recordPatience = time.Minute // after that the case is marked stuck, and tried on
)

// rest records what happened, then waits: for an Update, for a fact that a side effect left, for the
// given instant (zero = none), for an effect to end, or until the run may end.
func (d *Desk) rest(ctx workflow.Context, until time.Time) error {
	ended := d.finished
	d.record(ctx)
	wake := func() bool { return len(d.inbox) > 0 || len(d.events) > 0 || d.finished > ended }
	stop := func() bool { return d.busy == 0 && d.of.MayStop(ctx) && workflow.AllHandlersFinished(ctx) }
	ready := func() bool { return wake() || stop() }
	var err error
	if until.IsZero() {
		err = workflow.Await(ctx, ready)
	} else if left := until.Sub(workflow.Now(ctx)); left > 0 {
		_, err = workflow.AwaitWithTimeout(ctx, left, ready)
	}
	if err != nil {
		// Cancellation is not how a case ends: go on without it (withdrawal is an Update).
		if !temporal.IsCanceledError(err) {
			return err
		}
		return d.rest(uncancelled(ctx), until)
	}
	if !wake() && stop() {
		return ErrContinue
	}
	return nil
}

// uncancelled gives a context that a cancellation request does not reach.
func uncancelled(ctx workflow.Context) workflow.Context {
	free, _ := workflow.NewDisconnectedContext(ctx)
	return free
}

// record writes one batch in one activity and goes on trying until it is written. What arrives meanwhile
// waits for the next rest.
func (d *Desk) record(ctx workflow.Context) {
	if len(d.events) == 0 {
		return
	}
	batch := contract.RecordRequest{CaseNo: d.of.CaseNo, Events: d.events}
	d.events = nil
	var result contract.RecordResult
	for first := true; ; first = false {
		seen := d.retries
		err := d.tryRecord(uncancelled(ctx), batch, first, &result)
		if err == nil {
			break
		}
		d.markRecordStuck(ctx, err)
		if final(err) {
			seen = d.before(seen)
			_ = workflow.Await(uncancelled(ctx), func() bool { return d.retries > seen })
		}
	}
	d.stuck = ""
	d.recorded = result.Seq
	for task, due := range result.Due {
		if _, open := d.state.Open[task]; open {
			d.state.Due[task] = due
		}
	}
	for key, number := range result.Numbers {
		d.state.Numbers[key] = number
	}
	d.state.Since = workflow.Now(ctx)
	d.show(ctx)
	d.startEffects(ctx)
}

// before is the count of retries above which a failed attempt is made again: the count at its beginning, so that a
// retry that came in one workflow task with the failure counts. Runs of older versions forget such a retry.
func (d *Desk) before(attempt int) int {
	if d.version < 3 {
		return d.retries
	}
	return attempt
}

// tryRecord waits for one execution of Record; an operator's retry cuts a long back-off short.
func (d *Desk) tryRecord(ctx workflow.Context, batch contract.RecordRequest, first bool, result *contract.RecordResult) error {
	options := workflow.ActivityOptions{
		StartToCloseTimeout: recordAttempt,
		RetryPolicy: &temporal.RetryPolicy{
			InitialInterval: 200 * time.Millisecond, MaximumInterval: recordBackoff,
			NonRetryableErrorTypes: []string{contract.ErrDiverged, contract.ErrGap},
		},
		Summary: "记录本次办理",
	}
	if first {
		options.ScheduleToCloseTimeout = recordPatience
	}
	attempt, cancel := workflow.WithCancel(workflow.WithActivityOptions(ctx, options))
	defer cancel()
	seen := d.retries
	future := workflow.ExecuteActivity(attempt, contract.ActivityRecord, batch)
	if err := workflow.Await(ctx, func() bool { return future.IsReady() || d.retries > seen }); err != nil {
		return err
	}
	if !future.IsReady() {
		cancel()
		return errRetried
	}
	return future.Get(ctx, result)
}

// errRetried is no failure: an operator asked to try at once.
var errRetried = errors.New("retried by an operator")

func (d *Desk) markRecordStuck(ctx workflow.Context, err error) {
	if errors.Is(err, errRetried) {
		return
	}
	d.stuck = "record: " + cause(err)
	d.show(ctx)
}

// final says that no further attempt can succeed without a change from outside.
func final(err error) bool {
	var app *temporal.ApplicationError
	if !errors.As(err, &app) {
		return false
	}
	switch app.Type() {
	case contract.ErrDiverged, contract.ErrGap, contract.ErrPermanent:
		return true
	}
	return false
}

// cause is the code of the failure behind err; never its words, which may hold data of a person.
func cause(err error) string {
	var app *temporal.ApplicationError
	if errors.As(err, &app) && app.Type() != "" {
		return app.Type()
	}
	var timeout *temporal.TimeoutError
	if errors.As(err, &timeout) {
		if last := timeout.Unwrap(); last != nil {
			return cause(last)
		}
		return "timeout"
	}
	return "failed"
}
