package api

import (
	"context"
	"time"

	"github.com/google/uuid"

	"jiangxin/domain/casework"
	"jiangxin/domain/fault"
	"jiangxin/domain/procedure"
	"jiangxin/store"
)

// doneSince is how far back the count of what a person decided goes (setting).
const doneSince = 30 * 24 * time.Hour

// ListTasks shows one page of the work queue: three statements, however many tasks there are.
func (s *Server) ListTasks(ctx context.Context, in ListTasksRequestObject) (ListTasksResponseObject, error) {
	after, err := placeIn[store.QueuePlace](in.Params.Cursor)
	if err != nil {
		return nil, err
	}
	if after.CaseNo != "" && !saneInstant(after.At) {
		return nil, wrongCursor(nil)
	}
	reference, err := s.store.Reference(ctx)
	if err != nil {
		return nil, err
	}
	clock, err := s.dueClock(reference)
	if err != nil {
		return nil, err
	}
	viewer, limit := CallerOf(ctx).viewer(), limitOf(in.Params.Limit)
	filter := store.QueueFilter{
		Scope: string(in.Params.Scope), ByBody: in.Params.By == "body", Stage: in.Params.Stage, Region: in.Params.Region,
		Urgency: in.Params.Urgency, Clock: clock, Query: in.Params.Q,
	}
	switch {
	case in.Params.State == "done":
		filter.Scope = store.ScopeDone
	case filter.Scope == "":
		filter.Scope = store.ScopeGroup
	}
	rows, err := s.store.Queue(ctx, viewer, filter, after, limit+1)
	if err != nil {
		return nil, err
	}
	counts, err := s.store.QueueCounts(ctx, viewer, clock, s.now().Add(-doneSince))
	if err != nil {
		return nil, err
	}
	rows, next := cut(rows, limit, func(row store.QueueRow) any { return row.PlaceOf() })
	items, err := s.showTasks(ctx, reference, rows)
	if err != nil {
		return nil, err
	}
	return ListTasks200JSONResponse{
		Items: items, Next: next,
		Counts: TaskCounts{
			Claimable: counts.Claimable, Mine: counts.Mine, Waiting: counts.Waiting, Group: counts.Group, All: counts.Everyone,
			Overdue: counts.Overdue, Near: counts.Near, Done30: counts.Done,
		},
	}, nil
}

// GetTask shows a task with all that is needed to decide it, and all that stands against deciding.
func (s *Server) GetTask(ctx context.Context, in GetTaskRequestObject) (GetTaskResponseObject, error) {
	c, err := s.mayView(ctx, in.CaseNo)
	if err != nil {
		return nil, err
	}
	id, err := taskID(in.Stage, in.Round, in.Slot)
	if err != nil {
		return nil, err
	}
	row, err := s.store.QueueRow(ctx, in.CaseNo, id)
	if err != nil {
		return nil, err
	}
	reference, err := s.store.Reference(ctx)
	if err != nil {
		return nil, err
	}
	caller := CallerOf(ctx)
	tasks, err := s.showTasks(ctx, reference, []store.QueueRow{row})
	if err != nil {
		return nil, err
	}
	view := TaskView{
		Task: tasks[0], Case: showCase(ctx, reference, c, s.today()),
		Verdicts: []VerdictOption{}, Targets: []Named{}, WhyNot: []WhyNot{},
	}
	for _, code := range row.Verdicts {
		verdict := casework.Verdict(code)
		view.Verdicts = append(view.Verdicts, VerdictOption{Code: code, Name: sayName(ctx, procedure.VerdictName(row.Stage, verdict)), Adverse: verdict.Adverse()})
	}
	for _, code := range row.Targets {
		view.Targets = append(view.Targets, named(ctx, code, procedure.StageName(code)))
	}
	for _, why := range caller.mayAct(row.Task) {
		view.WhyNot = append(view.WhyNot, WhyNot{Code: why.Code, Message: say(ctx, why.Text)})
	}
	view.MayDecide = len(view.WhyNot) == 0
	if view.Facts, err = s.showFacts(ctx, c, row.Task, caller.isAudience(row.Task) || caller.isProxy(row.Task)); err != nil {
		return nil, err
	}
	sheet, found, err := s.store.Worksheet(ctx, in.CaseNo, row.ID, caller.ID)
	if found {
		view.Worksheet = Worksheet{Content: RawJSON(sheet.Content), Version: sheet.Version, UpdatedAt: sheet.UpdatedAt.UTC()}
	}
	return GetTask200JSONResponse(view), err
}

// ClaimTask takes a task; whoever comes second learns who was first.
func (s *Server) ClaimTask(ctx context.Context, in ClaimTaskRequestObject) (ClaimTaskResponseObject, error) {
	shown, err := s.moveTask(ctx, in.CaseNo, in.Stage, in.Round, in.Slot, func(t store.Task, id casework.TaskID) error {
		return s.store.Claim(ctx, t.CaseNo, id, CallerOf(ctx).ID, s.now())
	})
	return ClaimTask200JSONResponse(shown), err
}

// ReleaseTask gives a claimed task back to the group.
func (s *Server) ReleaseTask(ctx context.Context, in ReleaseTaskRequestObject) (ReleaseTaskResponseObject, error) {
	shown, err := s.moveTask(ctx, in.CaseNo, in.Stage, in.Round, in.Slot, func(t store.Task, id casework.TaskID) error {
		return s.store.Release(ctx, t.CaseNo, id, CallerOf(ctx).ID)
	})
	return ReleaseTask200JSONResponse(shown), err
}

// DelegateTask hands a task to a colleague who has the task's role in the same body.
func (s *Server) DelegateTask(ctx context.Context, in DelegateTaskRequestObject) (DelegateTaskResponseObject, error) {
	caller := CallerOf(ctx)
	shown, err := s.moveTask(ctx, in.CaseNo, in.Stage, in.Round, in.Slot, func(t store.Task, id casework.TaskID) error {
		if t.Version != in.Body.Version {
			return fault.New(fault.Stale, "任务已有变化，请刷新后再转交", "The task has changed; reload it and hand it over again")
		}
		if t.Assignee != nil {
			return fault.New(fault.Forbidden, "该任务指定本人办理，不能转交；确需更换请联系运维改派", "The task is for this person alone; ask the operators to reassign it")
		}
		colleagues, err := s.store.Colleagues(ctx, caller.Body.ID, caller.Enterprise, t.Role)
		if err != nil {
			return err
		}
		for _, colleague := range colleagues {
			if colleague.ID == in.Body.To && !contains(t.NotBy, colleague.ID) {
				return s.store.Delegate(ctx, t.CaseNo, id, caller.ID, colleague.ID, s.now())
			}
		}
		return fault.Wrong("/to", "colleague", "只能转交给本单位同岗位、且未办理过前一步的同事", "Choose a colleague of the same body and role who took no earlier step")
	})
	return DelegateTask200JSONResponse(shown), err
}

func contains(ids []string, id uuid.UUID) bool {
	for _, one := range ids {
		if one == id.String() {
			return true
		}
	}
	return false
}

// moveTask checks that the caller may act on the task, moves it, and shows how it stands then.
func (s *Server) moveTask(ctx context.Context, caseNo string, stage Stage, round Round, slot Slot, move func(store.Task, casework.TaskID) error) (Task, error) {
	id, err := taskID(stage, round, slot)
	if err != nil {
		return Task{}, err
	}
	t, err := s.taskFor(ctx, caseNo, id)
	if err != nil {
		return Task{}, err
	}
	if err := move(t, id); err != nil {
		return Task{}, err
	}
	row, err := s.store.QueueRow(ctx, caseNo, id)
	if err != nil {
		return Task{}, err
	}
	reference, err := s.store.Reference(ctx)
	if err != nil {
		return Task{}, err
	}
	tasks, err := s.showTasks(ctx, reference, []store.QueueRow{row})
	if err != nil {
		return Task{}, err
	}
	return tasks[0], nil
}

// SaveWorksheet keeps what is typed for a task and not yet decided.
func (s *Server) SaveWorksheet(ctx context.Context, in SaveWorksheetRequestObject) (SaveWorksheetResponseObject, error) {
	id, err := taskID(in.Stage, in.Round, in.Slot)
	if err != nil {
		return nil, err
	}
	t, err := s.taskFor(ctx, in.CaseNo, id)
	if err != nil {
		return nil, err
	}
	if err := s.store.WhoWasFirst(ctx, t, CallerOf(ctx).ID); err != nil {
		return nil, err
	}
	now := s.now()
	version, err := s.store.SaveWorksheet(ctx, store.Worksheet{
		CaseNo: in.CaseNo, TaskID: t.ID, UserID: CallerOf(ctx).ID, Content: string(in.Body.Content), Findings: typedFindings(t, in.Body.Content),
		Version: in.Body.Version, UpdatedAt: now,
	})
	if err != nil {
		return nil, err
	}
	return SaveWorksheet200JSONResponse{Version: version, SavedAt: now}, nil
}

// ListColleagues lists the people of the caller's body or enterprise.
func (s *Server) ListColleagues(ctx context.Context, in ListColleaguesRequestObject) (ListColleaguesResponseObject, error) {
	caller := CallerOf(ctx)
	rows, err := s.store.Colleagues(ctx, caller.Body.ID, caller.Enterprise, string(in.Params.Role))
	if err != nil {
		return nil, err
	}
	list := PersonList{Items: []Person{}}
	for _, row := range rows {
		list.Items = append(list.Items, Person{Id: row.ID.String(), Name: row.Name, Roles: row.Roles})
	}
	return ListColleagues200JSONResponse(list), nil
}
