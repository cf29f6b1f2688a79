package api

import (
	"context"
	"encoding/json"
	"errors"

	"go.temporal.io/api/serviceerror"
	"go.temporal.io/sdk/client"

	"jiangxin/contract"
	"jiangxin/domain/casework"
	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
	"jiangxin/domain/region"
	"jiangxin/store"
)

// WithdrawCase takes the application back (撤回), as its applicant may until the receipt.
func (s *Server) WithdrawCase(ctx context.Context, in WithdrawCaseRequestObject) (WithdrawCaseResponseObject, error) {
	of, err := s.store.Case(ctx, in.CaseNo)
	if err != nil {
		return nil, err
	}
	if !ownCase(CallerOf(ctx), of) {
		return nil, hidden()
	}
	p, err := s.operate(ctx, of, contract.UpdateWithdraw, in.Params.IdempotencyKey, in.Body, in.Body.Reason, contract.Operation{})
	if err != nil {
		return nil, err
	}
	if !p.done {
		return WithdrawCase202JSONResponse{Body: s.commandBody(ctx, p.command), Headers: WithdrawCase202ResponseHeaders{Location: p.location()}}, nil
	}
	return WithdrawCase200JSONResponse(p.settledBody()), nil
}

// ExtendTask moves a deadline, by a reviewer or signer of the body that set it: the task's own, or for the
// applicant's tasks the body that verifies.
func (s *Server) ExtendTask(ctx context.Context, in ExtendTaskRequestObject) (ExtendTaskResponseObject, error) {
	of, err := s.store.Case(ctx, in.CaseNo)
	if err != nil {
		return nil, err
	}
	task, err := s.store.Task(ctx, in.CaseNo, casework.TaskID{Stage: in.Stage, Round: in.Round, Slot: in.Slot})
	if err != nil {
		return nil, err
	}
	setBy := task.Body
	if casework.Role(task.Role) == casework.Clerk {
		setBy = of.Competent
	}
	if setBy != CallerOf(ctx).Body.ID {
		return nil, hidden()
	}
	op := contract.Operation{TaskID: task.ID, Days: in.Body.Days}
	p, err := s.operate(ctx, of, contract.UpdateExtend, in.Params.IdempotencyKey, in.Body, in.Body.Reason, op)
	if err != nil {
		return nil, err
	}
	if !p.done {
		return ExtendTask202JSONResponse{Body: s.commandBody(ctx, p.command), Headers: ExtendTask202ResponseHeaders{Location: p.location()}}, nil
	}
	return ExtendTask200JSONResponse(p.settledBody()), nil
}

// OperateCase is what an operator does to a case that does not move by itself.
func (s *Server) OperateCase(ctx context.Context, in OperateCaseRequestObject) (OperateCaseResponseObject, error) {
	of, err := s.store.Case(ctx, in.CaseNo)
	if err != nil {
		return nil, err
	}
	name := string(in.Body.Operation)
	if name == contract.UpdateRetry {
		settled, err := s.retry(ctx, of)
		if err != nil {
			return nil, err
		}
		return OperateCase200JSONResponse{Seq: settled.Seq, Stage: settled.Stage}, nil
	}
	op := contract.Operation{
		TaskID: in.Body.TaskId, Effect: in.Body.Effect, Stage: in.Body.Stage, Fact: in.Body.Fact, Value: in.Body.Value,
		Body: in.Body.Body, Role: string(in.Body.Role), Assignee: in.Body.Assignee, Days: in.Body.Days,
	}
	for _, person := range in.Body.People {
		op.People = append(op.People, person.String())
	}
	w, err := operationWish(ctx, of, name, in.Params.IdempotencyKey, in.Body, in.Body.Reason, op)
	if err != nil {
		return nil, err
	}
	var p progress
	if refused := s.checkOperation(ctx, of, name, op); refused != nil {
		p, err = s.again(ctx, w, refused)
	} else {
		p, err = s.carryOut(ctx, w)
	}
	if err != nil {
		return nil, err
	}
	if !p.done {
		return OperateCase202JSONResponse{Body: s.commandBody(ctx, p.command), Headers: OperateCase202ResponseHeaders{Location: p.location()}}, nil
	}
	return OperateCase200JSONResponse(p.settledBody()), nil
}

// checkOperation refuses people and bodies that do not exist, or could not have been asked, before they reach
// the workflow.
func (s *Server) checkOperation(ctx context.Context, of store.Case, name string, op contract.Operation) error {
	reference, err := s.store.Reference(ctx)
	if err != nil {
		return err
	}
	if op.Body != "" {
		if _, err := reference.Directory.Body(op.Body); err != nil {
			return fault.Wrong("/body", "body", "没有这个机构，请填写机构名录中的编号", "There is no such body; give an ID of the directory")
		}
	}
	if function, asked := functionOf(of, op.Fact); asked {
		body, err := reference.Directory.Body(op.Value)
		if err != nil || !function.LiesWith(body.Kind) || !reference.Directory.Covers(body.ID, of.Region) {
			return fault.Wrong("/value", "competence", "这个机构在本地区不能承担这项职能，请选择有此职能的机构",
				"This body cannot carry out the function in the region; choose one that can")
		}
	}
	people := op.People
	if op.Assignee != "" {
		people = append(people, op.Assignee)
	}
	if err := s.store.PeopleExist(ctx, people); err != nil {
		return err
	}
	switch {
	case name == contract.UpdateReassign:
		return s.checkReassignment(ctx, of, op)
	case op.Fact == contract.FactPanel:
		return s.checkPanel(ctx, of, op.People)
	}
	return nil
}

// functionOf is the function of the body that a fact of the case's procedure names.
func functionOf(of store.Case, fact string) (region.Function, bool) {
	switch {
	case fact == contract.FactCompetent && of.Procedure != contract.FilingWorkflow:
		return region.Audit, true
	case fact == contract.FactCompetent:
		return region.Verification, true
	case fact == contract.FactBureau:
		return region.Submission, true
	case fact == contract.FactPublisher:
		return region.Catalogue, true
	}
	return "", false
}

// checkPanel holds a corrected panel to the rules of one that is appointed.
func (s *Server) checkPanel(ctx context.Context, of store.Case, people []string) error {
	facts := filing.Facts{Applicant: of.EnterpriseID.String()}
	for _, need := range factNeeds[filing.Panel] {
		if err := need(ctx, s, of, &facts); err != nil {
			return err
		}
	}
	return filing.CheckPanel("/people", people, facts)
}

// stillOpen says that a case is finished, before anything is found wrong with what was sent for it.
func stillOpen(c store.Case) error {
	if c.ClosedAt == nil {
		return nil
	}
	return fault.New(fault.Closed, "办件已经办结，不能再办理", "The case is finished; nothing can be decided any more")
}

// operate keeps an operation as a command and delivers it.
func (s *Server) operate(ctx context.Context, of store.Case, name, key string, request any, reason string, op contract.Operation) (progress, error) {
	w, err := operationWish(ctx, of, name, key, request, reason, op)
	if err != nil {
		return progress{}, err
	}
	return s.carryOut(ctx, w)
}

func operationWish(ctx context.Context, of store.Case, name, key string, request any, reason string, op contract.Operation) (wish, error) {
	caller, trace := CallerOf(ctx), RequestOf(ctx)
	sheet, err := json.Marshal(map[string]string{"reason": reason})
	return wish{
		operation: name, of: of, key: key, request: request, body: store.DecisionBody{Verdict: name, Sheet: sheet},
		payload: func(id, digest string) any {
			op.Command, op.Digest, op.Actor, op.Request = id, digest, caller.ID.String(), trace
			return op
		},
	}, err
}

// retry wakes whatever is stuck. It decides nothing and leaves no command.
func (s *Server) retry(ctx context.Context, of store.Case) (contract.Settled, error) {
	var settled contract.Settled
	wait, cancel := context.WithTimeout(ctx, s.config.DecideWait)
	defer cancel()
	handle, err := s.temporal.UpdateWorkflow(wait, client.UpdateWorkflowOptions{
		WorkflowID: of.WorkflowID, UpdateName: contract.UpdateRetry, WaitForStage: client.WorkflowUpdateStageCompleted,
		Args: []any{contract.Operation{Actor: CallerOf(ctx).ID.String(), Request: RequestOf(ctx)}},
	})
	if err == nil {
		err = handle.Get(wait, &settled)
	}
	var ended *serviceerror.NotFound
	if errors.As(err, &ended) {
		return settled, fault.New(fault.Closed, "办件已经办结，没有需要重试的事项", "The case is finished; there is nothing to retry").Because(err)
	}
	if err != nil {
		return settled, fault.New(fault.Unavailable, "流程引擎暂时没有回应，请稍后再试", "The workflow engine does not answer; try again shortly").Because(err)
	}
	s.log.InfoContext(ctx, "retried", "request_id", RequestOf(ctx), "case", of.CaseNo, "operator", CallerOf(ctx).ID)
	return settled, nil
}
