package api

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/google/uuid"

	"jiangxin/contract"
	"jiangxin/domain/casework"
	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
	"jiangxin/domain/policy"
	"jiangxin/domain/region"
	"jiangxin/store"
)

// SubmitApplication freezes a draft and begins its case. It is a command like a decision: the same key gives
// the same case.
func (s *Server) SubmitApplication(ctx context.Context, in SubmitApplicationRequestObject) (SubmitApplicationResponseObject, error) {
	begun, err := s.beginOnce(ctx, in.Params.IdempotencyKey, in.ApplicationId.String(), in.Body, func(fresh store.Command) (store.Command, error) {
		return s.submit(ctx, in.ApplicationId, in.Body.Version, fresh)
	})
	switch {
	case err != nil:
		return nil, err
	case !begun.done:
		return SubmitApplication202JSONResponse{
			Body: s.commandBody(ctx, begun.command), Headers: SubmitApplication202ResponseHeaders{Location: begun.location()},
		}, nil
	}
	return SubmitApplication200JSONResponse(begun.submitted()), nil
}

// submit checks the draft, freezes it, and commits case and command in one transaction.
func (s *Server) submit(ctx context.Context, id uuid.UUID, version int, command store.Command) (store.Command, error) {
	application, err := s.store.Application(ctx, id)
	if err != nil {
		return command, err
	}
	if application.EnterpriseID != CallerOf(ctx).Enterprise {
		return command, fault.New(fault.NotFound, "没有找到这份申请", "There is no such application")
	}
	enterprise, err := s.store.Enterprise(ctx, application.EnterpriseID)
	if err != nil {
		return command, err
	}
	frozen, err := s.freeze(ctx, application)
	if err != nil {
		return command, err
	}
	body, err := json.Marshal(store.DecisionBody{Verdict: string(casework.Submit), Snapshot: string(frozen)})
	if err != nil {
		return command, fmt.Errorf("write the command's body: %w", err)
	}
	now := s.now()
	command.Body, command.Payload, command.CreatedAt, command.SentAt = string(body), "{}", now, now
	input, err := s.filingInput(ctx, application.Region)
	if err != nil {
		return command, err
	}
	input.Enterprise, input.Command = enterprise.ID.String(), command.ID
	input.Names[input.Enterprise] = enterprise.Name
	return s.store.Submit(ctx, store.Submission{
		Application: application, Version: version, Enterprise: enterprise, Command: command, Input: input,
		WrapKey: func(caseNo string) string {
			_, wrapped := s.keys.NewCaseKey(caseNo)
			return wrapped
		},
	})
}

// filingInput fixes who acts and by which rules, as policy and directory stand today.
func (s *Server) filingInput(ctx context.Context, city string) (contract.Filing, error) {
	in := contract.Filing{Version: 1, Region: city}
	reference, err := s.store.Reference(ctx)
	if err != nil {
		return in, err
	}
	today := s.today()
	edition := reference.Policy.At(today)
	in.Policy = edition.Version()
	competent, err := reference.Directory.Competent(region.Verification, city, today)
	if err != nil {
		return in, err
	}
	in.Names = map[string]string{competent.ID: competent.Name(today).ZH}
	for function, into := range map[region.Function]*string{
		region.Submission: &in.Bureau, region.Catalogue: &in.Publisher, region.Review: &in.Centre, region.Receipt: &in.Department,
	} {
		body, err := reference.Directory.Competent(function, city, today)
		if err != nil {
			return in, err
		}
		*into, in.Names[body.ID] = body.ID, body.Name(today).ZH
	}
	in.Competent = competent.ID
	in.Rules, err = filingRules(edition, string(competent.Kind))
	return in, err
}

// filingRules reads the policy's values that steer the procedure.
func filingRules(edition policy.Edition, competent string) (contract.FilingRules, error) {
	rules := contract.FilingRules{
		Steps: map[string][]string{}, DueDays: map[string]int{}, DueUnit: map[string]string{}, Pauses: map[string]string{},
	}
	for stage, by := range map[filing.Stage][2]string{
		filing.Verification:    {competent, "verification"},
		filing.DelegateOpinion: {string(region.Authority), "opinion"},
		filing.Submission:      {string(region.Bureau), "submission"},
		filing.CentreReview:    {string(region.Centre), "review"},
		filing.Receipt:         {string(region.Department), "receipt"},
	} {
		steps, err := edition.Steps(by[0], by[1])
		if err != nil {
			return rules, err
		}
		for _, step := range steps {
			rules.Steps[string(stage)] = append(rules.Steps[string(stage)], string(step))
		}
	}
	again, err := edition.StepsOf(policy.NoticeAgainSteps)
	if err != nil {
		return rules, err
	}
	for _, step := range again {
		if step != policy.Handle {
			rules.Again = append(rules.Again, string(step))
		}
	}
	for stage, key := range map[filing.Stage]string{
		filing.Acceptance: policy.AcceptanceDays, filing.Supplement: policy.SupplementDays, filing.Rectification: policy.RectificationDays,
		filing.Commitment: policy.CommitmentDays, filing.CentreReview: policy.CentreDays, filing.Receipt: policy.ReceiptDays,
		filing.Publication: policy.PublicationDays,
	} {
		days, unit, err := deadline(edition, key)
		if err != nil {
			return rules, err
		}
		rules.DueDays[string(stage)], rules.DueUnit[string(stage)] = days, unit
	}
	city, _, err := deadline(edition, policy.CityDays)
	if err != nil {
		return rules, err
	}
	for _, stage := range filing.CityTimed {
		rules.DueDays[string(stage)], rules.DueUnit[string(stage)] = city, contract.DueCity
	}
	if rules.Pauses, err = pauses(edition); err != nil {
		return rules, err
	}
	if rules.Years, err = edition.Int(policy.ValidityYears); err != nil {
		return rules, err
	}
	rules.Remind, err = edition.Ints(policy.TenureReminders)
	return rules, err
}

// deadline reads a parameter in days and its unit.
func deadline(edition policy.Edition, key string) (int, string, error) {
	param, err := edition.Param(key)
	if err != nil {
		return 0, "", err
	}
	days, err := edition.Int(key)
	if param.Unit == contract.DueDay {
		return days, contract.DueDay, err
	}
	return days, "", err
}

// pauses says in which stages the city's clock stands still: for which of the reasons that policy names, and
// from the submission on in any case. When the centre sends the case back, the clock goes on.
func pauses(edition policy.Edition) (map[string]string, error) {
	reasons, err := edition.List(policy.ClockPauses)
	if err != nil {
		return nil, err
	}
	stages := map[civil.Reason][]filing.Stage{
		civil.Supplement:    {filing.Supplement},
		civil.ExpertReview:  {filing.ExpertReview, filing.Deliberation, filing.Assessment, filing.Signature},
		civil.SiteVisit:     {filing.SiteVisit},
		civil.Rectification: {filing.Rectification},
		civil.Commitment:    {filing.Commitment},
	}
	out := map[string]string{}
	for _, stage := range []filing.Stage{filing.CentreReview, filing.Receipt, filing.Publication} {
		out[string(stage)] = string(civil.Submitted)
	}
	for _, reason := range reasons {
		for _, stage := range stages[civil.Reason(reason)] {
			out[string(stage)] = reason
		}
	}
	return out, nil
}
