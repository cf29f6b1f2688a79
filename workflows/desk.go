// Package workflows holds the Temporal workflows of the product, one file each, and the desk, the one
// mechanism by which a workflow asks people. Everything here must be deterministic.
package workflows

import (
	"encoding/json"
	"errors"
	"time"

	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/workflow"

	"jiangxin/contract"
	"jiangxin/domain/casework"
)

// ErrContinue tells a procedure to continue as new with Desk.State: the desk is at rest.
var ErrContinue = errors.New("continue as new")

// Interruption leads a case away from its open tasks: the applicant withdrew, or an operator reopened
// an earlier stage. The tasks are void when a procedure sees it.
type Interruption struct {
	Name  string // contract.UpdateWithdraw or contract.UpdateReopen
	Stage string // where to, of a reopen
}

// Error makes an Interruption travel as an error through the stages.
func (i *Interruption) Error() string { return "interrupted by " + i.Name }

// Procedure is what the desk must know of the procedure that it serves.
type Procedure struct {
	CaseNo  string
	City    string                                         // search attribute
	Names   map[string]string                              // of bodies and enterprise by ID, for operators
	Next    func(stage string) string                      // what comes after a stage, for the operator's page
	Allows  func(name string, op contract.Operation) error // may the operation be done now
	Correct func(op contract.Operation)                    // applies a correction that Allows let through
	MayStop func(workflow.Context) bool                    // is it time to continue as new
}

// Desk opens tasks, takes decisions, and records what happened whenever the procedure rests.
type Desk struct {
	of       Procedure
	state    contract.DeskState
	inbox    []entry          // accepted, not yet taken by the procedure
	settled  map[string]int   // Update ID → seq of its event, this run
	events   []contract.Event // happened, not yet recorded
	recorded int              // the last seq that the database holds
	stuck    string           // why recording does not succeed; empty while it does
	retries  int              // how often an operator asked for a retry, this run
	running  map[string]bool  // effect ID → its coroutine lives in this run
	busy     int              // effects whose first attempt in this run is not over
	finished int              // effects that ended in this run, made or given up
	version  workflow.Version // of the desk, taken once per run
	shown    attributes       // search attributes as last written
}

// entry is one accepted Update that waits for the procedure.
type entry struct {
	update   string // Update ID
	name     string
	decision contract.Decision
	op       contract.Operation
}

// operations are the Updates besides decide and retry, in a fixed order: registering one handles at once what
// was queued for it.
var operations = []struct{ name, about string }{
	{contract.UpdateWithdraw, "the applicant takes the application back"},
	{contract.UpdateExtend, "move the deadline of a task"},
	{contract.UpdateCorrect, "correct a fact of the procedure"},
	{contract.UpdateReassign, "give an open task to somebody else"},
	{contract.UpdateReopen, "lead the case back to a stage"},
	{contract.UpdateSkip, "give up a stuck side effect"},
}

// NewDesk restores a desk. It does not listen before Open.
func NewDesk(ctx workflow.Context, of Procedure, s contract.DeskState) *Desk {
	// 1: the first. 2: an effect that ends shows it at once. 3: a retry that comes together with a failure is not lost.
	version := workflow.GetVersion(ctx, "desk", workflow.DefaultVersion, 3)
	return &Desk{version: version, of: of, state: restored(ctx, s), recorded: s.Seq, settled: map[string]int{}, running: map[string]bool{}}
}

// Open begins to listen. Updates that waited for the run are handled here, before the procedure takes its
// first step: by now it must be whole, for its Allows is asked.
func (d *Desk) Open(ctx workflow.Context) error {
	if err := workflow.SetUpdateHandlerWithOptions(ctx, contract.UpdateDecide, d.decide,
		workflow.UpdateHandlerOptions{Validator: d.mayDecide, Description: "a person's answer to a task"}); err != nil {
		return err
	}
	if err := workflow.SetUpdateHandlerWithOptions(ctx, contract.UpdateRetry, d.retry,
		workflow.UpdateHandlerOptions{Description: "try at once whatever is stuck"}); err != nil {
		return err
	}
	for _, o := range operations {
		name := o.name
		handler := func(ctx workflow.Context, op contract.Operation) (contract.Settled, error) {
			return d.await(ctx, entry{name: name, op: op})
		}
		validator := func(_ workflow.Context, op contract.Operation) error { return d.mayOperate(name, op) }
		if err := workflow.SetUpdateHandlerWithOptions(ctx, name, handler,
			workflow.UpdateHandlerOptions{Validator: validator, Description: o.about}); err != nil {
			return err
		}
	}
	d.startEffects(ctx)
	if d.state.Seq > 0 {
		d.show(ctx)
	}
	return nil
}

func restored(ctx workflow.Context, s contract.DeskState) contract.DeskState {
	if s.Rounds == nil {
		s.Rounds = map[string]int{}
	}
	if s.Open == nil {
		s.Open = map[string]contract.Task{}
	}
	if s.Answered == nil {
		s.Answered = map[string]contract.Decision{}
	}
	if s.Acts == nil {
		s.Acts = map[string]contract.ActProgress{}
	}
	if s.Due == nil {
		s.Due = map[string]time.Time{}
	}
	if s.Numbers == nil {
		s.Numbers = map[string]string{}
	}
	if s.Since.IsZero() {
		s.Since = workflow.Now(ctx)
	}
	return s
}

// State is what the next run starts from. It is valid after ErrContinue.
func (d *Desk) State() contract.DeskState { return d.state }

// Number gives what Record numbered or dated, such as contract.NumberFiling.
func (d *Desk) Number(key string) string { return d.state.Numbers[key] }

// Round tells how often a stage was entered.
func (d *Desk) Round(stage string) int { return d.state.Rounds[stage] }

// Enter begins a stage, first or again. pause is a reason code while the city's clock stands still.
func (d *Desk) Enter(ctx workflow.Context, stage, pause string) {
	d.state.Stage = stage
	d.state.Rounds[stage]++
	delete(d.state.Acts, stage)
	d.Note(ctx, casework.StageEntered, contract.StageData{Stage: stage, Round: d.state.Rounds[stage], Pause: pause})
}

// Note adds one fact to the batch that the next rest records.
func (d *Desk) Note(ctx workflow.Context, kind casework.EventType, data any) {
	d.note(ctx, contract.Event{Type: string(kind)}, data)
}

// NoteBy is Note for what a person did.
func (d *Desk) NoteBy(ctx workflow.Context, kind casework.EventType, actor, command string, data any) {
	d.note(ctx, contract.Event{Type: string(kind), Actor: actor, Command: command}, data)
}

func (d *Desk) note(ctx workflow.Context, e contract.Event, data any) int {
	if data != nil {
		raw, err := json.Marshal(data)
		if err != nil { // the payload structs of contract always marshal
			panic(err)
		}
		e.Data = raw
	}
	d.state.Seq++
	e.Seq = d.state.Seq
	e.At = workflow.Now(ctx).UTC().Truncate(time.Microsecond)
	d.events = append(d.events, e)
	return e.Seq
}

func refusal(kind, message string) error {
	return temporal.NewNonRetryableApplicationError(message, kind, nil)
}
