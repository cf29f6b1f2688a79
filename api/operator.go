package api

import (
	"context"
	"net/http"

	"go.temporal.io/api/workflowservice/v1"
	"go.temporal.io/sdk/converter"

	"jiangxin/contract"
	"jiangxin/domain/fault"
	"jiangxin/vault/codec"
)

// stuckLimit is how many stuck cases are shown at once: more is one common cause.
const stuckLimit = 200

// plain reads search attributes, which pass no codec.
var plain = converter.GetDefaultDataConverter()

// ListStuck asks Temporal's visibility for the cases that say why they do not move.
func (s *Server) ListStuck(ctx context.Context, _ ListStuckRequestObject) (ListStuckResponseObject, error) {
	answer, err := s.temporal.ListWorkflow(ctx, &workflowservice.ListWorkflowExecutionsRequest{
		Namespace: s.config.TemporalNamespace, PageSize: stuckLimit,
		Query: contract.AttrStuck + " IS NOT NULL AND ExecutionStatus = 'Running'",
	})
	if err != nil {
		return nil, fault.New(fault.Unavailable, "流程引擎暂时没有回应，请稍后再试", "The workflow engine does not answer; try again shortly").Because(err)
	}
	numbers := make([]string, 0, len(answer.GetExecutions()))
	for _, found := range answer.GetExecutions() {
		numbers = append(numbers, contract.CaseNo(found.GetExecution().GetWorkflowId()))
	}
	names, err := s.store.EnterprisesOf(ctx, numbers)
	if err != nil {
		return nil, err
	}
	list := StuckList{Items: []StuckCase{}}
	for _, found := range answer.GetExecutions() {
		id := found.GetExecution().GetWorkflowId()
		attribute := func(name string) string {
			var value string
			if payload := found.GetSearchAttributes().GetIndexedFields()[name]; payload != nil {
				if err := plain.FromPayload(payload, &value); err != nil {
					s.log.WarnContext(ctx, "a search attribute cannot be read", "workflow", id, "attribute", name)
				}
			}
			return value
		}
		no, stage, cause := contract.CaseNo(id), attribute(contract.AttrStage), attribute(contract.AttrStuck)
		why := explainStuck(ctx, cause)
		list.Items = append(list.Items, StuckCase{
			CaseNo: no, WorkflowId: id, EnterpriseName: names[no], Stage: stage, StageName: stageName(ctx, stage), Cause: cause,
			CauseText: say(ctx, why.cause), Advice: say(ctx, why.advice), Effect: why.effect, Skippable: why.skippable,
			Since: found.GetStartTime().AsTime(), TemporalUrl: s.temporalURL(id),
		})
	}
	return ListStuck200JSONResponse(list), nil
}

// decoded is an answer that is JSON already.
type decoded []byte

// VisitDecodePayloadsResponse writes the payloads.
func (d decoded) VisitDecodePayloadsResponse(w http.ResponseWriter) error {
	w.Header().Set("Content-Type", "application/json")
	_, err := w.Write(d)
	return err
}

// DecodePayloads decodes what the Temporal UI shows to a signed-in operator.
func (s *Server) DecodePayloads(_ context.Context, in DecodePayloadsRequestObject) (DecodePayloadsResponseObject, error) {
	shown, err := codec.New(s.keys).Reveal(*in.Body)
	return decoded(shown), err
}
