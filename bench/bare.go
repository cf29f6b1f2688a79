package main

import (
	"context"
	"fmt"
	"time"

	"go.temporal.io/sdk/activity"
	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/worker"
	"go.temporal.io/sdk/workflow"

	"jiangxin/contract"
)

// bareQueue is the task queue of the yardstick, apart from the product's.
const bareQueue = "bare"

// bare is the yardstick: a workflow that takes an Update and runs one empty activity for it, and nothing else.
func bare(ctx workflow.Context) error {
	err := workflow.SetUpdateHandler(ctx, "decide", func(ctx workflow.Context, in contract.Decision) (contract.Settled, error) {
		ctx = workflow.WithActivityOptions(ctx, workflow.ActivityOptions{StartToCloseTimeout: 5 * time.Second})
		return contract.Settled{}, workflow.ExecuteActivity(ctx, "Nothing", in).Get(ctx, nil)
	})
	if err != nil {
		return err
	}
	done := workflow.GetSignalChannel(ctx, "done")
	done.Receive(ctx, nil)
	return nil
}

func nothing(context.Context, contract.Decision) error { return nil }

// startBare runs a worker of the yardstick.
func startBare(c client.Client) (worker.Worker, error) {
	w := worker.New(c, bareQueue, worker.Options{
		MaxConcurrentActivityExecutionSize: 48, MaxConcurrentWorkflowTaskPollers: 4, MaxConcurrentActivityTaskPollers: 4,
	})
	w.RegisterWorkflowWithOptions(bare, workflow.RegisterOptions{Name: "bare"})
	w.RegisterActivityWithOptions(nothing, activity.RegisterOptions{Name: "Nothing"})
	return w, w.Start()
}

// startBareRuns starts n runs of the yardstick and gives their workflow IDs.
func startBareRuns(ctx context.Context, c client.Client, n int) ([]string, error) {
	ids := make([]string, n)
	for i := range ids {
		ids[i] = fmt.Sprintf("bare/%d-%d", time.Now().UnixNano(), i)
		if _, err := c.ExecuteWorkflow(ctx, client.StartWorkflowOptions{ID: ids[i], TaskQueue: bareQueue}, "bare"); err != nil {
			return nil, fmt.Errorf("start the yardstick: %w", err)
		}
	}
	return ids, nil
}

// bareDecision is one Update of the yardstick.
func bareDecision(ctx context.Context, c client.Client, workflowID, updateID string) error {
	handle, err := c.UpdateWorkflow(ctx, client.UpdateWorkflowOptions{
		WorkflowID: workflowID, UpdateID: updateID, UpdateName: "decide", WaitForStage: client.WorkflowUpdateStageCompleted,
		Args: []any{contract.Decision{Command: updateID, TaskID: "centreReview/1/handle", Verdict: "agree", Actor: updateID}},
	})
	if err == nil {
		err = handle.Get(ctx, nil)
	}
	if err != nil {
		return fmt.Errorf("the yardstick's update %s of %s: %w", updateID, workflowID, err)
	}
	return nil
}
