// Package worker runs the workflows and activities, and the sweepers that deliver what was committed and lock evidence.
package worker

import (
	"context"
	"fmt"
	"log/slog"
	"maps"
	"slices"
	"sync"

	"go.temporal.io/sdk/activity"
	"go.temporal.io/sdk/client"
	sdk "go.temporal.io/sdk/worker"
	"go.temporal.io/sdk/workflow"

	"jiangxin/activities"
	"jiangxin/contract"
	"jiangxin/dispatch"
	"jiangxin/evidence"
	"jiangxin/store"
	"jiangxin/vault"
	"jiangxin/workflows"
)

// Deps are what a worker takes.
type Deps struct {
	Client    client.Client
	Store     *store.Store
	Evidence  *evidence.Store
	Keys      *vault.Keyring // opens ID numbers and file keys where certificates are made
	Log       *slog.Logger
	PublicURL string        // address under which people reach the product; printed in QR codes
	Workflows workflows.Set // zero in the product; tests force continue-as-new
}

// Worker polls Temporal and sweeps the database until its context ends.
type Worker struct {
	sdk      sdk.Worker
	client   client.Client
	dispatch *dispatch.Dispatcher
	locker   *Locker
	log      *slog.Logger
}

// How much one process takes on at once (settings); the database's pool bounds it anyway.
const (
	activitiesAtOnce = 48
	taskPollers      = 4
)

// New registers everything; it does not connect.
func New(d Deps) *Worker {
	w := sdk.New(d.Client, contract.TaskQueue, sdk.Options{
		MaxConcurrentActivityExecutionSize:     activitiesAtOnce,
		MaxConcurrentWorkflowTaskPollers:       taskPollers,
		MaxConcurrentActivityTaskPollers:       taskPollers,
		MaxConcurrentWorkflowTaskExecutionSize: activitiesAtOnce,
	})
	Register(w, d.Workflows)
	dispatcher := &dispatch.Dispatcher{Client: d.Client, Store: d.Store}
	RegisterActivities(w, &activities.Recorder{Store: d.Store},
		&activities.Printer{Store: d.Store, Evidence: d.Evidence, PublicURL: d.PublicURL},
		&activities.Starter{Store: d.Store, Dispatch: dispatcher},
		&activities.Issuer{Store: d.Store, Evidence: d.Evidence, Keys: d.Keys, PublicURL: d.PublicURL})
	return &Worker{sdk: w, client: d.Client, dispatch: dispatcher, locker: &Locker{Store: d.Store, Evidence: d.Evidence}, log: d.Log}
}

// types are the workflows by the names that histories hold.
func types(set workflows.Set) map[string]any {
	return map[string]any{
		contract.FilingWorkflow: set.Filing,
		contract.TenureWorkflow: set.Tenure,

		contract.CertificationWorkflow: set.Certification,
		contract.RevocationWorkflow:    set.Revocation,
		contract.SummaryWorkflow:       set.MonthlySummary,
		contract.MonthEndWorkflow:      set.MonthEnd,
	}
}

// Register adds the workflows to a worker or to a replayer.
func Register(w sdk.WorkflowRegistry, set workflows.Set) {
	for name, run := range types(set) {
		w.RegisterWorkflowWithOptions(run, workflow.RegisterOptions{Name: name})
	}
}

// WorkflowTypes lists the names that Register registers.
func WorkflowTypes() []string { return slices.Sorted(maps.Keys(types(workflows.Set{}))) }

// RegisterActivities adds the activities under the names that histories hold.
func RegisterActivities(w sdk.ActivityRegistry, recorder *activities.Recorder, printer *activities.Printer, starter *activities.Starter,
	issuer *activities.Issuer) {
	for name, do := range map[string]any{
		contract.ActivityRecord:      recorder.Record,
		contract.ActivityRenderPaper: printer.RenderPaper,
		contract.ActivityStartTenure: starter.StartTenure,

		contract.ActivityMakeCertificates: issuer.MakeCertificates,
		contract.ActivityOpenMonth:        starter.OpenMonth,
	} {
		w.RegisterActivityWithOptions(do, activity.RegisterOptions{Name: name})
	}
}

// Run works until ctx ends, then lets what is under way finish.
func (w *Worker) Run(ctx context.Context) error {
	if err := w.sdk.Start(); err != nil {
		return fmt.Errorf("start polling: %w", err)
	}
	defer w.sdk.Stop()
	if err := schedule(ctx, w.client); err != nil {
		w.log.WarnContext(ctx, "the schedule of month's ends is not in place; it is tried at the next start", "cause", err)
	}
	var sweepers sync.WaitGroup
	sweepers.Go(func() { w.dispatch.Sweep(ctx, w.log) })
	sweepers.Go(func() { w.locker.Run(ctx, w.log) })
	sweepers.Wait()
	return nil
}
