package api

import (
	"context"

	"jiangxin/contract"
	"jiangxin/domain/certification"
	"jiangxin/domain/fault"
	"jiangxin/domain/policy"
	"jiangxin/store"
)

// SubmitBatch hands the results of a batch in and begins its case. It is a command like a decision: the same key gives
// the same case.
func (s *Server) SubmitBatch(ctx context.Context, in SubmitBatchRequestObject) (SubmitBatchResponseObject, error) {
	b, err := s.ownBatch(ctx, in.BatchNo)
	if err != nil {
		return nil, err
	}
	begun, err := s.beginOnce(ctx, in.Params.IdempotencyKey, b.BatchNo, in.Body, func(fresh store.Command) (store.Command, error) {
		return s.handIn(ctx, b, *in.Body, fresh)
	})
	switch {
	case err != nil:
		return nil, err
	case !begun.done:
		return SubmitBatch202JSONResponse{Body: s.commandBody(ctx, begun.command), Headers: SubmitBatch202ResponseHeaders{Location: begun.location()}}, nil
	}
	return SubmitBatch200JSONResponse(begun.submitted()), nil
}

// handIn checks what is handed in and commits case and command.
func (s *Server) handIn(ctx context.Context, b store.Batch, wish SubmitBatch, command store.Command) (store.Command, error) {
	if !wish.Promise {
		return command, fault.Wrong("/promise", "required", "请确认对报送结果的真实性、有效性、合法性负责", "Confirm that the results are truthful, valid and lawful")
	}
	shown, err := s.shownBatch(ctx, b)
	if err != nil {
		return command, err
	}
	plan, err := planOf(shown.Plan)
	if err != nil {
		return command, err
	}
	template, err := s.templateOf(ctx, b.Template)
	if err != nil {
		return command, err
	}
	facts, err := s.planFacts(ctx, plan, template, true)
	if err != nil {
		return command, err
	}
	if err := certification.CheckPlan("/plan", plan, facts); err != nil {
		return command, err
	}
	if b.Version != wish.Version {
		return command, fault.New(fault.Stale, "批次已在别处修改，请刷新核对后再报送", "The batch was changed elsewhere; reload, compare and submit again")
	}
	if b, err = s.rejudge(ctx, b); err != nil {
		return command, err
	}
	input, err := s.certificationInput(ctx, b)
	if err != nil {
		return command, err
	}
	now := s.now()
	command.Payload, command.CreatedAt, command.SentAt = "{}", now, now
	return s.store.SubmitBatch(ctx, store.BatchSubmission{
		BatchNo: b.BatchNo, Version: b.Version, Command: command, Input: input,
		WrapKey: func(caseNo string) string {
			_, wrapped := s.keys.NewCaseKey(caseNo)
			return wrapped
		},
	})
}

// certificationInput fixes who audits and by which rules, as policy and directory stand today.
func (s *Server) certificationInput(ctx context.Context, b store.Batch) (contract.Certification, error) {
	in := contract.Certification{Version: contract.CertificationVersion}
	reference, err := s.store.Reference(ctx)
	if err != nil {
		return in, err
	}
	edition := reference.Policy.At(s.today())
	settings, err := certification.SettingsOf(edition)
	if err != nil {
		return in, err
	}
	authority, name, err := s.auditor(ctx, b.Region)
	if err != nil {
		return in, err
	}
	in.Authority, in.Policy = authority, edition.Version()
	in.Names = map[string]string{authority: name, b.EnterpriseID.String(): b.EnterpriseName}
	in.Rules = contract.CertificationRules{
		Steps: stepCodes(settings.Steps[certification.Audit]), DueDays: dueDays(settings, certification.Audit, certification.Correction, certification.Issue),
		Makers: settings.Makers,
	}
	return in, nil
}

func stepCodes(steps []policy.Step) []string {
	codes := make([]string, 0, len(steps))
	for _, step := range steps {
		codes = append(codes, string(step))
	}
	return codes
}

func dueDays(settings certification.Settings, stages ...certification.Stage) map[string]int {
	days := make(map[string]int, len(stages))
	for _, stage := range stages {
		days[string(stage)] = settings.DueDays[stage]
	}
	return days
}
