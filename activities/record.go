// Package activities holds every side effect of a workflow, one struct per dependency. Each may run twice;
// its comment says why that is safe.
package activities

import (
	"context"
	"errors"
	"log/slog"

	"go.temporal.io/sdk/temporal"

	"jiangxin/contract"
	"jiangxin/domain/fault"
	"jiangxin/store"
)

// Recorder writes what happened into the system of record.
type Recorder struct {
	Store *store.Store
}

// Record writes one batch. It is safe to run twice: a batch that is recorded gives its stored result.
func (r *Recorder) Record(ctx context.Context, in contract.RecordRequest) (contract.RecordResult, error) {
	out, err := r.Store.Record(ctx, in)
	return out, travelling(err)
}

// travelling turns an error into one that may cross Temporal: its code as the type, never a person's data.
func travelling(err error) error {
	if err == nil {
		return nil
	}
	var known *fault.Error
	if !errors.As(err, &known) {
		slog.Error("an activity failed", "error", err) // the words stay in the log: they may repeat a person's data
		return temporal.NewApplicationErrorWithOptions("internal error", string(fault.Internal), temporal.ApplicationErrorOptions{})
	}
	switch {
	case known.Code == fault.Diverged && known.Detail["gap"] != "":
		return temporal.NewNonRetryableApplicationError(known.Text.EN, contract.ErrGap, nil)
	case known.Code == fault.Diverged:
		return temporal.NewNonRetryableApplicationError(known.Text.EN, contract.ErrDiverged, nil)
	}
	return temporal.NewApplicationErrorWithOptions(known.Text.EN, string(known.Code), temporal.ApplicationErrorOptions{})
}
