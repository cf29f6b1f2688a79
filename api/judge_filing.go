package api

import (
	"context"
	"slices"

	"github.com/google/uuid"

	"jiangxin/domain/casework"
	"jiangxin/domain/filing"
	"jiangxin/store"
)

// judgeFiling checks a decision in a case of 备案.
func (s *Server) judgeFiling(ctx context.Context, of store.Case, t store.Task, d Decision) (judged, error) {
	out := judged{body: bodyOfDecision(d)}
	stage, step, verdict := filing.Stage(t.Stage), casework.Step(t.Step), casework.Verdict(d.Verdict)
	caller := CallerOf(ctx)
	named := []byte(d.Sheet)
	if out.body.OnBehalf != "" {
		named = append(slices.Clone(named), out.body.Signed...)
	}
	facts, err := s.factsFor(ctx, of, t, named, caller.ID)
	if err != nil {
		return out, err
	}
	if out.body.OnBehalf != "" {
		facts.OnBehalf, facts.Expert, facts.SignedSheet = true, out.body.OnBehalf, filing.DocumentID(out.body.Signed)
	}
	if d.Password != "" {
		if err := s.confirmPassword(ctx, caller.ID, d.Password); err != nil {
			return out, err
		}
		facts.PasswordConfirmed = true
	}
	if err := filing.Validate(stage, step, verdict, out.body.Sheet, facts); err != nil {
		return out, err
	}
	route, err := filing.RouteOf(stage, step, verdict, out.body.Sheet, facts)
	if err != nil {
		return out, err
	}
	if stage == filing.Supplement || stage == filing.Rectification {
		frozen, draft, err := s.freezeAgain(ctx, of)
		if err == nil {
			err = s.withinNotice(ctx, of, stage, facts, frozen)
		}
		if err != nil {
			return out, err
		}
		out.body.Snapshot, out.body.Draft = string(frozen), draft
	}
	out.body.Target, out.people, out.days, out.again = string(route.Target), route.People, route.Days, route.Again
	return out, nil
}

// bodyOfDecision is what is kept of a decision whatever its procedure.
func bodyOfDecision(d Decision) store.DecisionBody {
	body := store.DecisionBody{Verdict: d.Verdict, Note: d.Note, Sheet: d.Sheet}
	if d.OnBehalf.User != uuid.Nil {
		body.OnBehalf, body.Signed = d.OnBehalf.User.String(), d.OnBehalf.SheetDocument.String()
	}
	return body
}
