package api

import (
	"context"
	"slices"

	"github.com/google/uuid"

	"jiangxin/domain/casework"
	"jiangxin/domain/fault"
	"jiangxin/domain/region"
	"jiangxin/store"
)

// hidden is the one answer for what does not exist and for what is not the caller's to see, so that nobody
// learns which of the two it is.
func hidden() error {
	return fault.New(fault.NotFound, "没有找到，或者您无权查看", "Not found, or not for you to see")
}

// viewer gives the store what decides which cases and tasks the caller sees.
func (c Caller) viewer() store.Viewer {
	v := store.Viewer{
		User: c.ID, Organisation: c.Organisation(), Enterprise: c.Enterprise, Operator: c.Has(casework.Operator),
		Province: c.Body.Kind == region.Centre || c.Body.Kind == region.Department, Audits: region.Audit.LiesWith(c.Body.Kind),
	}
	for _, role := range c.Roles {
		v.Roles = append(v.Roles, string(role))
	}
	if c.Body.ID != "" && !v.Province {
		v.Region = c.Body.Region
	}
	return v
}

// mayView reads a case within the caller's jurisdiction: a clerk's own enterprise, a city body's region, the
// province at or past submission, an expert's panels, all for an operator. Any other case is hidden.
func (s *Server) mayView(ctx context.Context, caseNo string) (store.Case, error) {
	may, err := s.store.MayView(ctx, CallerOf(ctx).viewer(), caseNo)
	if err != nil {
		return store.Case{}, err
	}
	if !may {
		return store.Case{}, hidden()
	}
	return s.store.Case(ctx, caseNo)
}

// mayAct says all that stands against the caller's answering the task: nothing, or each reason with its code.
func (c Caller) mayAct(t store.Task) []fault.Field {
	var against []fault.Field
	add := func(code, zh, en string) {
		against = append(against, fault.Field{Code: code, Text: fault.Text{ZH: zh, EN: en}})
	}
	switch t.State {
	case store.TaskDone:
		add("done", "该任务已经办结", "The task is finished")
	case store.TaskVoid:
		add("void", "该任务已因流程变化而取消", "The task fell away because the case moved on")
	case store.TaskDeciding:
		add("deciding", "该任务正在提交，请稍候刷新", "An answer is on its way; reload shortly")
	}
	if !c.isAudience(t) && !c.isProxy(t) {
		add("audience", "该任务由其他机构、岗位或个人办理", "The task is for another body, role or person")
	}
	if slices.Contains(t.NotBy, c.ID.String()) {
		add("samePerson", "您已办理过本事项的前一步，审核、签发须由他人办理", "You took an earlier step; review and signature need another person")
	}
	if t.ClaimedBy != nil && *t.ClaimedBy != c.ID {
		add("claimed", "该任务已由他人签收", "Somebody else has claimed the task")
	}
	return against
}

// isAudience says whether the task asks the caller.
func (c Caller) isAudience(t store.Task) bool {
	if slices.Contains(t.Also, c.ID.String()) {
		return true
	}
	if t.Assignee != nil {
		return *t.Assignee == c.ID && c.Has(casework.Role(t.Role))
	}
	return t.Body != "" && t.Body == c.Organisation() && c.Has(casework.Role(t.Role))
}

// isProxy says whether the caller may enter the answer on behalf of the person asked (代录).
func (c Caller) isProxy(t store.Task) bool {
	return t.Proxy != "" && t.Proxy == c.Organisation() && c.Has(casework.Handler)
}

// taskFor reads a task that the caller may answer, in whatever state it is; any other is hidden or forbidden.
func (s *Server) taskFor(ctx context.Context, caseNo string, id casework.TaskID) (store.Task, error) {
	if _, err := s.mayView(ctx, caseNo); err != nil {
		return store.Task{}, err
	}
	t, err := s.store.Task(ctx, caseNo, id)
	if err != nil {
		return t, err
	}
	caller := CallerOf(ctx)
	if !caller.isAudience(t) && !caller.isProxy(t) {
		return t, fault.New(fault.Forbidden, "该任务由其他机构、岗位或个人办理", "The task is for another body, role or person")
	}
	if slices.Contains(t.NotBy, caller.ID.String()) {
		return t, fault.New(fault.Forbidden, "您已办理过本事项的前一步，审核、签发须由他人办理", "You took an earlier step; review and signature need another person")
	}
	return t, nil
}

// taskID builds a task's ID from the address.
func taskID(stage Stage, round Round, slot Slot) (casework.TaskID, error) {
	id := casework.TaskID{Stage: stage, Round: round, Slot: slot}
	return casework.ParseTaskID(id.String())
}

// ownApplication reads an application of the caller's enterprise; any other is hidden.
func (s *Server) ownApplication(ctx context.Context, id uuid.UUID) (store.Application, error) {
	a, err := s.store.Application(ctx, id)
	if err != nil {
		return a, err
	}
	if caller := CallerOf(ctx); caller.Enterprise == uuid.Nil || a.EnterpriseID != caller.Enterprise {
		return store.Application{}, hidden()
	}
	return a, nil
}

// visibleApplication reads the own application, or for an officer that of a case within the jurisdiction.
func (s *Server) visibleApplication(ctx context.Context, id uuid.UUID) (store.Application, error) {
	if CallerOf(ctx).Enterprise != uuid.Nil {
		return s.ownApplication(ctx, id)
	}
	a, err := s.store.Application(ctx, id)
	if err != nil {
		return a, err
	}
	if a.CaseNo == nil {
		return store.Application{}, hidden()
	}
	_, err = s.mayView(ctx, *a.CaseNo)
	return a, err
}
