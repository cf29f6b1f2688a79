package api

import (
	"context"
	"encoding/json"
	"strings"
	"time"

	"github.com/google/uuid"

	"jiangxin/contract"
	"jiangxin/domain/casework"
	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
	"jiangxin/domain/policy"
	"jiangxin/store"
)

// stuckAfter is how long a command or paper may wait before a case shows as stuck (setting).
const stuckAfter = time.Minute

// ListCases lists the cases within the caller's jurisdiction.
func (s *Server) ListCases(ctx context.Context, in ListCasesRequestObject) (ListCasesResponseObject, error) {
	before, err := timePlaceIn(in.Params.Cursor, false)
	if err != nil {
		return nil, err
	}
	reference, err := s.store.Reference(ctx)
	if err != nil {
		return nil, err
	}
	filter := store.DocketFilter{State: string(in.Params.State), Region: in.Params.Region, Stage: in.Params.Stage, Query: in.Params.Q}
	if filter.State == "" {
		filter.State = "open"
	}
	limit := limitOf(in.Params.Limit)
	rows, err := s.store.Docket(ctx, CallerOf(ctx).viewer(), filter, before, limit+1)
	if err != nil {
		return nil, err
	}
	rows, next := cut(rows, limit, func(c store.Case) any { return store.Place{At: c.OpenedAt, ID: c.CaseNo} })
	list := CaseList{Items: []CaseSummary{}, Next: next}
	for _, c := range rows {
		list.Items = append(list.Items, showCase(ctx, reference, c, s.today()))
	}
	return ListCases200JSONResponse(list), nil
}

// GetCase shows where a case stands: its stages, its clock, and who acts next.
func (s *Server) GetCase(ctx context.Context, in GetCaseRequestObject) (GetCaseResponseObject, error) {
	c, err := s.mayView(ctx, in.CaseNo)
	if err != nil {
		return nil, err
	}
	reference, err := s.store.Reference(ctx)
	if err != nil {
		return nil, err
	}
	today := s.today()
	head := showCase(ctx, reference, c, today)
	shown := Case{
		CaseNo: head.CaseNo, EnterpriseId: head.EnterpriseId, EnterpriseName: head.EnterpriseName, Region: head.Region, RegionName: head.RegionName,
		Stage: head.Stage, StageName: head.StageName, Round: head.Round, Outcome: head.Outcome, OutcomeName: head.OutcomeName,
		OpenedAt: head.OpenedAt, ClosedAt: head.ClosedAt, Policy: c.Policy, Next: []NextActor{}, OpenTasks: []Task{}, Stuck: []WhyNot{},
		Competent: bodyOf(ctx, reference, c.Competent, today), Bureau: bodyOf(ctx, reference, c.Bureau, today),
	}
	for _, fill := range []func(context.Context, *store.Reference, store.Case, *Case) error{
		s.fillApplication, s.fillClock, s.fillStages, s.fillTasks, s.fillPlan, s.fillStuck, s.fillFiling, s.fillCertificate,
	} {
		if err := fill(ctx, reference, c, &shown); err != nil {
			return nil, err
		}
	}
	if CallerOf(ctx).Has(casework.Operator) {
		shown.TemporalUrl = s.temporalURL(c.WorkflowID)
	}
	return GetCase200JSONResponse(shown), nil
}

func (s *Server) fillApplication(ctx context.Context, _ *store.Reference, c store.Case, shown *Case) error {
	a, err := s.store.ApplicationOfCase(ctx, c.CaseNo)
	if err == nil {
		shown.ApplicationId = a.ID.String()
	}
	if fault.Is(err, fault.NotFound) { // a tenure has none
		return nil
	}
	return err
}

// fillClock shows the city's statutory clock with its pauses and the predicted finish.
func (s *Server) fillClock(ctx context.Context, reference *store.Reference, c store.Case, shown *Case) error {
	if c.Procedure != contract.FilingWorkflow {
		return nil
	}
	edition, err := reference.Policy.Edition(c.Policy)
	if err != nil {
		return err
	}
	limit, err := edition.Int(policy.CityDays)
	if err != nil {
		return err
	}
	clock, err := s.store.CityClock(ctx, c, limit)
	if err != nil {
		return err
	}
	if clock.Start.IsZero() { // before the acceptance the city's clock does not run
		return nil
	}
	day := s.today()
	if c.ClosedAt != nil {
		day = civil.Of(*c.ClosedAt)
	}
	reading := clock.Read(reference.Calendar, day)
	shown.Clock = CaseClock{
		Limit: limit, Used: reading.Used, Left: reading.Left, Start: clock.Start, Calendar: reference.Calendar.Version(), Finish: reading.Finish.Date, Provisional: reading.Finish.Provisional,
		Paused: reading.Paused, Pauses: []ClockPause{}, Text: say(ctx, clock.DeadlineOn(reference.Calendar, day).Text()),
	}
	for _, p := range clock.Pauses {
		shown.Clock.Pauses = append(shown.Clock.Pauses, ClockPause{From: p.From, To: p.To, Reason: string(p.Reason), ReasonName: say(ctx, p.Reason.Text())})
	}
	return nil
}

// fillStages draws the line of stages from the events.
func (s *Server) fillStages(ctx context.Context, reference *store.Reference, c store.Case, shown *Case) error {
	events, err := s.store.Events(ctx, c.CaseNo)
	if err != nil {
		return err
	}
	shown.Stages = []StageSpan{}
	leave := func(at time.Time) {
		if n := len(shown.Stages); n > 0 && shown.Stages[n-1].To.IsZero() {
			last := &shown.Stages[n-1]
			last.To = at.UTC()
			last.Workdays = reference.Calendar.WorkdaysBetween(civil.Of(last.From), civil.Of(at))
		}
	}
	for _, row := range events {
		switch casework.EventType(row.Type) {
		case casework.StageEntered:
			event, err := row.Event()
			if err != nil {
				return err
			}
			var data contract.StageData
			if err := json.Unmarshal(event.Data, &data); err != nil {
				return err
			}
			leave(row.At)
			shown.Stages = append(shown.Stages, StageSpan{Stage: data.Stage, Name: stageName(ctx, data.Stage), Round: data.Round, From: row.At.UTC()})
		case casework.CaseClosed:
			leave(row.At)
		}
	}
	return nil
}

// fillTasks shows the open tasks, and in words who acts next.
func (s *Server) fillTasks(ctx context.Context, reference *store.Reference, c store.Case, shown *Case) error {
	rows, err := s.store.OpenTasks(ctx, c.CaseNo)
	if err != nil {
		return err
	}
	if shown.OpenTasks, err = s.showTasks(ctx, reference, rows); err != nil {
		return err
	}
	for i, task := range shown.OpenTasks {
		shown.Next = append(shown.Next, NextActor{Name: asked(ctx, reference, rows[i], s.today()), Role: task.RoleName, Deadline: task.Deadline})
	}
	return nil
}

func (s *Server) fillStuck(ctx context.Context, _ *store.Reference, c store.Case, shown *Case) error {
	waiting, err := s.store.WaitingIn(ctx, c.CaseNo, s.now().Add(-stuckAfter))
	for _, w := range waiting {
		text := fault.Text{ZH: "提交尚未记录，系统会自动重试：" + w.ID, EN: "An answer is not recorded yet and is tried again: " + w.ID}
		if w.Kind == "paper" {
			text = fault.Text{ZH: "文书尚未生成，系统会自动重试：" + w.ID, EN: "A paper is not made yet and is tried again: " + w.ID}
		}
		shown.Stuck = append(shown.Stuck, WhyNot{Code: w.Kind, Message: say(ctx, text)})
	}
	return err
}

func (s *Server) fillFiling(ctx context.Context, _ *store.Reference, c store.Case, shown *Case) error {
	f, _, err := s.store.FilingOfCase(ctx, c.CaseNo)
	if err == nil {
		shown.Filing = showFiling(f, s.today())
	}
	if fault.Is(err, fault.NotFound) {
		return nil
	}
	return err
}

// fillCertificate names the certificate that a revocation is about.
func (s *Server) fillCertificate(ctx context.Context, _ *store.Reference, c store.Case, shown *Case) error {
	if c.Procedure != contract.RevocationWorkflow {
		return nil
	}
	r, err := s.store.RevocationOf(ctx, c.CaseNo)
	shown.Certificate = r.Number
	return err
}

// temporalURL is where an operator sees the workflow.
func (s *Server) temporalURL(workflowID string) string {
	if s.config.TemporalUI == "" {
		return ""
	}
	return s.config.TemporalUI + "/namespaces/" + s.config.TemporalNamespace + "/workflows/" + strings.ReplaceAll(workflowID, "/", "%2F")
}

// ownCase says whether the case is of the caller's enterprise.
func ownCase(caller Caller, c store.Case) bool {
	return caller.Enterprise != uuid.Nil && c.EnterpriseID == caller.Enterprise
}
