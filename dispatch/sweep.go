package dispatch

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"jiangxin/domain/fault"
	"jiangxin/store"
)

// How the sweeper works (settings).
const (
	sweepEvery   = 5 * time.Second
	resendAfter  = 15 * time.Second // a command that is not recorded by then is sent again
	sweepBatch   = 200
	sweepPatient = 5 * time.Second // for one command: that of a stuck case is never done, and others wait behind it
	sweepers     = 16
)

// Sweep sends again, until ctx ends, what was committed and not recorded: an Update that no worker has taken
// lives only in the memory of the Temporal server and dies with it.
func (d *Dispatcher) Sweep(ctx context.Context, log *slog.Logger) {
	tick := time.NewTicker(sweepEvery)
	defer tick.Stop()
	for {
		if err := d.SweepOnce(ctx, time.Now().UTC()); err != nil && ctx.Err() == nil {
			log.WarnContext(ctx, "sweep", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// SweepOnce starts the cases and sends the commands that are overdue at now. It may run in many processes.
func (d *Dispatcher) SweepOnce(ctx context.Context, now time.Time) error {
	cases, err := d.Store.Unstarted(ctx, now.Add(-resendAfter), sweepBatch)
	if err != nil {
		return err
	}
	var problems []error
	for _, c := range cases {
		if err := d.Start(ctx, c); err != nil {
			problems = append(problems, err)
		}
	}
	commands, err := d.Store.Overdue(ctx, now.Add(-resendAfter), now, sweepBatch)
	if err != nil {
		return errors.Join(append(problems, err)...)
	}
	return errors.Join(append(problems, d.resendAll(ctx, commands)...)...)
}

func (d *Dispatcher) resendAll(ctx context.Context, commands []store.Command) []error {
	var problems []error
	slots := make(chan struct{}, sweepers)
	failed := make(chan error, len(commands))
	for _, c := range commands {
		slots <- struct{}{}
		go func() {
			defer func() { <-slots }()
			one, cancel := context.WithTimeout(ctx, sweepPatient)
			defer cancel()
			failed <- d.resend(one, c)
		}()
	}
	for range commands {
		if err := <-failed; err != nil {
			problems = append(problems, err)
		}
	}
	return problems
}

// resend sends one command again. A submission is sent by starting its case.
func (d *Dispatcher) resend(ctx context.Context, c store.Command) error {
	of, err := d.Store.Case(ctx, c.CaseNo)
	if err != nil || c.Operation == store.SubmitOperation {
		return err
	}
	if _, err := d.Send(ctx, of.WorkflowID, c); fault.Is(err, fault.Unavailable) || fault.Is(err, fault.Diverged) {
		return fmt.Errorf("case %s: %w", c.CaseNo, err)
	}
	return nil // recorded, or refused: the command says which
}
