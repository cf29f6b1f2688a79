package api

import (
	"context"
	"encoding/json"
	"slices"

	"jiangxin/contract"
	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
	"jiangxin/domain/policy"
	"jiangxin/store"
)

// detours are the stages that are entered only where something is to be mended.
var detours = []filing.Stage{filing.Supplement, filing.Rectification}

// actorsOf says who acts in each stage of a filing: the body that the case names, the enterprise, or the experts.
func actorsOf(ctx context.Context, reference *store.Reference, c store.Case, in contract.Filing, today civil.Date) func(filing.Stage) string {
	body := func(id string) string {
		if id == "" {
			return ""
		}
		return bodyOf(ctx, reference, id, today).Name
	}
	return func(stage filing.Stage) string {
		switch stage {
		case filing.Supplement, filing.Rectification, filing.Commitment:
			return c.EnterpriseName
		case filing.ExpertReview, filing.Deliberation, filing.SiteVisit, filing.Assessment, filing.Signature:
			return say(ctx, fault.Text{ZH: "专家组", EN: "Panel of experts"})
		case filing.Submission:
			return body(c.Bureau)
		case filing.CentreReview:
			return body(in.Centre)
		case filing.Receipt:
			return body(in.Department)
		case filing.Publication:
			return body(in.Publisher)
		}
		return body(c.Competent)
	}
}

// fillPlan draws the line of all stages, by the rules that the case keeps, and when it will be finished.
func (s *Server) fillPlan(ctx context.Context, reference *store.Reference, c store.Case, shown *Case) error {
	shown.Plan = []PlannedStage{}
	if c.Procedure != contract.FilingWorkflow {
		return nil
	}
	var in contract.Filing
	if err := json.Unmarshal([]byte(c.Input), &in); err != nil {
		return err
	}
	actor := actorsOf(ctx, reference, c, in, s.today())
	for _, stage := range filing.Order {
		if stage == filing.Finished || stage == filing.DelegateOpinion && c.Competent == c.Bureau {
			continue
		}
		reason := civil.Reason(in.Rules.Pauses[string(stage)])
		planned := PlannedStage{
			Stage: string(stage), Name: sayName(ctx, stage.Name()), Body: actor(stage), Detour: slices.Contains(detours, stage),
			Counted: reason == "" || reason == civil.Submitted,
		}
		if unit := in.Rules.DueUnit[string(stage)]; unit != contract.DueCity && in.Rules.DueDays[string(stage)] > 0 {
			planned.Limit, planned.Unit = in.Rules.DueDays[string(stage)], unitOf(unit)
		}
		shown.Plan = append(shown.Plan, planned)
	}
	if c.ClosedAt != nil {
		return nil
	}
	edition, err := reference.Policy.Edition(c.Policy)
	if err != nil {
		return err
	}
	city, err := edition.Int(policy.CityDays)
	if err != nil {
		return err
	}
	clock, err := s.store.CityClock(ctx, c, city)
	if err != nil {
		return err
	}
	due := expected(reference.Calendar, in.Rules, clock, filing.Stage(c.Stage), dueOf(*shown), s.today())
	shown.Expected = Expected{Date: due.Date, Provisional: due.Provisional}
	return nil
}

// dueOf is the latest date by which the open tasks are due.
func dueOf(shown Case) civil.Date {
	var latest civil.Date
	for _, task := range shown.OpenTasks {
		if task.Deadline.Date.After(latest) {
			latest = task.Deadline.Date
		}
	}
	return latest
}

// expected is when a filing will be finished if everybody takes all the time that there is, from the stage that it
// is in: what is due now, the city's clock, and then the province and the publication. While the clock stands, as
// if it went on tomorrow.
func expected(calendar civil.Calendar, rules contract.FilingRules, clock civil.Clock, stage filing.Stage, due, today civil.Date) civil.Due {
	end := civil.Due{Date: today}
	if due.After(today) {
		end.Date = due
	}
	further := func(days int) {
		next := calendar.AddWorkdays(end.Date, days)
		end.Date, end.Provisional = next.Date, end.Provisional || next.Provisional
	}
	rest := []filing.Stage{filing.CentreReview, filing.Receipt, filing.Publication}
	switch at := slices.Index(rest, stage); {
	case at >= 0:
		rest = rest[at+1:]
	case clock.Start.IsZero():
		if stage == filing.Supplement {
			further(rules.DueDays[string(filing.Acceptance)])
		}
		further(clock.Limit)
	default:
		finish := clock.Read(calendar, today).Finish
		if finish.Date.After(today) {
			end = finish
		} else {
			end.Date = today
		}
	}
	for _, one := range rest {
		further(rules.DueDays[string(one)])
	}
	return end
}
