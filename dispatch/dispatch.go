// Package dispatch hands what is committed to Temporal: cases to be started, commands to be decided. The
// database row comes first, so whatever is lost on the way is sent again with the same ID.
package dispatch

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"go.temporal.io/api/enums/v1"
	"go.temporal.io/api/serviceerror"
	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/temporal"

	"jiangxin/contract"
	"jiangxin/domain/fault"
	"jiangxin/store"
)

// Dispatcher sends committed cases and commands.
type Dispatcher struct {
	Client client.Client
	Store  *store.Store
}

// Start starts the workflow of a committed case; one that runs already, or has ended, stays as it is.
func (d *Dispatcher) Start(ctx context.Context, c store.Case) error {
	// The input was frozen as JSON when the case was committed; it travels as it is.
	input := json.RawMessage(c.Input)
	_, err := d.Client.ExecuteWorkflow(ctx, client.StartWorkflowOptions{
		ID:                       c.WorkflowID,
		TaskQueue:                contract.TaskQueue,
		WorkflowIDReusePolicy:    enums.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE,
		WorkflowIDConflictPolicy: enums.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING,
		StaticSummary:            c.CaseNo + " " + c.EnterpriseName,
		StaticDetails:            fmt.Sprintf("办件 %s，申请单位：%s。卡住时怎么办，见运行手册。", c.CaseNo, c.EnterpriseName),
		TypedSearchAttributes: temporal.NewSearchAttributes(
			temporal.NewSearchAttributeKeyKeyword(contract.AttrCity).ValueSet(c.Region),
		),
	}, c.Procedure, input)
	var exists *serviceerror.WorkflowExecutionAlreadyStarted
	if errors.As(err, &exists) {
		return nil
	}
	return unavailable(err)
}

// Send hands a command to its workflow and waits until it is recorded, at most as long as ctx allows. A
// refusal by the workflow ends the command and comes back as a fault. fault.Unavailable means that nobody
// can say yet: the command stays committed, and the sweeper sends it again.
func (d *Dispatcher) Send(ctx context.Context, workflowID string, c store.Command) (contract.Settled, error) {
	var settled contract.Settled
	handle, err := d.Client.UpdateWorkflow(ctx, client.UpdateWorkflowOptions{
		WorkflowID:   workflowID,
		UpdateID:     c.ID,
		UpdateName:   c.Operation,
		WaitForStage: client.WorkflowUpdateStageCompleted,
		Args:         []any{json.RawMessage(c.Payload)},
	})
	if err == nil {
		err = handle.Get(ctx, &settled)
	}
	if err == nil {
		return settled, nil
	}
	refused, err := d.refusal(ctx, c, err)
	if err != nil {
		return settled, err
	}
	return d.refuse(ctx, c, refused)
}

// refuse ends a command, unless it turns out to be recorded after all: an Update that is sent again after
// its run has continued as new meets a task that it closed itself.
func (d *Dispatcher) refuse(ctx context.Context, c store.Command, why *fault.Error) (contract.Settled, error) {
	if err := d.Store.Refuse(ctx, c.ID, why, time.Now().UTC()); err != nil {
		return contract.Settled{}, err
	}
	now, err := d.Store.Command(ctx, c.ID)
	if err != nil {
		return contract.Settled{}, err
	}
	if now.State == store.CommandDone {
		return d.Settled(ctx, now)
	}
	return contract.Settled{}, why
}

// Settled is what the Update of a recorded command returned.
func (d *Dispatcher) Settled(ctx context.Context, c store.Command) (contract.Settled, error) {
	of, err := d.Store.Case(ctx, c.CaseNo)
	if err != nil {
		return contract.Settled{}, err
	}
	out := contract.Settled{Stage: of.Stage}
	if c.Seq != nil {
		out.Seq = *c.Seq
	}
	return out, nil
}

// refusal translates what the workflow said into the sentence for the person; an error means that it said
// nothing. A workflow that is gone although its case is open (somebody terminated it) is fault.Diverged: an
// alarm that nothing mends by itself.
func (d *Dispatcher) refusal(ctx context.Context, c store.Command, said error) (*fault.Error, error) {
	var app *temporal.ApplicationError
	var missing *serviceerror.NotFound
	switch {
	case errors.As(said, &app):
		return refusalOf(app.Type()), nil
	case !errors.As(said, &missing):
		return nil, unavailable(said)
	}
	of, err := d.Store.Case(ctx, c.CaseNo)
	switch {
	case err != nil:
		return nil, err
	case of.StartedAt == nil: // committed, and on its way to be started
		return nil, unavailable(said)
	case of.ClosedAt == nil:
		return fault.New(fault.Diverged, "办件的流程已被异常终止，您的决定没有提交；请保留填写的内容并联系运维人员",
			"The workflow of this case was ended from outside; your decision is not submitted; keep what you wrote and tell the operators"), nil
	}
	return fault.New(fault.Closed, "办件已经办结，不能再作决定", "The case is finished; nothing more can be decided"), nil
}

func refusalOf(kind string) *fault.Error {
	switch kind {
	case contract.ErrTaskClosed:
		return fault.New(fault.Closed, "该任务已经办结或已取消，请返回任务列表", "The task is finished or fell away; go back to the list")
	case contract.ErrVerdictUnknown:
		return fault.Wrong("/verdict", "verdict", "该任务没有这个选项，请刷新后重新选择", "The task does not offer this; reload and choose again")
	case contract.ErrSamePerson:
		return fault.New(fault.Forbidden, "您已办理过本决定的前一步，须由另一人办理", "You took an earlier step of this decision; somebody else must take this one")
	case contract.ErrNotAllowedNow:
		return fault.New(fault.NotReady, "办件目前的状态不允许这项操作，请刷新后查看", "The case does not allow this now; reload to see where it stands")
	case contract.ErrTooLarge:
		return fault.New(fault.TooLarge, "随指令传递的编号过多，请减少后重试", "The command carries too many IDs; reduce them and try again")
	}
	return fault.New(fault.Internal, "流程没有接受这项操作，请联系运维人员", "The procedure did not take this operation; tell the operators").With("kind", kind)
}

func unavailable(err error) error {
	if err == nil {
		return nil
	}
	return fault.New(fault.Unavailable, "流程引擎暂时没有回应，您的决定已经保存，将自动送达",
		"The workflow engine does not answer yet; what you decided is kept and will be delivered").Because(err)
}
