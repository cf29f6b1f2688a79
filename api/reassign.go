package api

import (
	"context"
	"slices"

	"github.com/google/uuid"

	"jiangxin/contract"
	"jiangxin/domain/casework"
	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
	"jiangxin/store"
)

// checkReassignment holds whoever an operator gives a task to (改派) to the rules of whoever would have been
// asked: the same office, the same role, nobody who took an earlier step, and never the operator.
func (s *Server) checkReassignment(ctx context.Context, of store.Case, op contract.Operation) error {
	id, err := casework.ParseTaskID(op.TaskID)
	if err != nil {
		return err
	}
	task, err := s.store.Task(ctx, of.CaseNo, id)
	if err != nil {
		return err
	}
	if task.State == store.TaskDone || task.State == store.TaskVoid {
		return fault.New(fault.Closed, "该任务已经办结或取消，不能改派", "The task is finished or has fallen away; it cannot be given to somebody else")
	}
	if op.Role != "" && op.Role != task.Role {
		return fault.Wrong("/role", "role", "改派不能改变任务的岗位", "A task keeps its role, whoever gets it")
	}
	if op.Body != "" && op.Body != task.Body {
		if err := s.checkSuccessor(ctx, of, task, op.Body); err != nil {
			return err
		}
		task.Body = op.Body
	}
	if op.Assignee == "" {
		if casework.Role(task.Role) == casework.Expert {
			return fault.Wrong("/assignee", "required", "专家的任务须指定另一名专家", "An expert's task needs another expert by name")
		}
		return nil
	}
	person, err := uuid.Parse(op.Assignee)
	if err != nil {
		return fault.Wrong("/assignee", "person", "没有这个人员，请重新选择", "There is no such person; choose again")
	}
	switch {
	case person == CallerOf(ctx).ID:
		return fault.Wrong("/assignee", "operator", "运维人员不能把任务改派给自己", "An operator cannot take the task")
	case slices.Contains(task.NotBy, person.String()):
		return fault.Wrong("/assignee", "same_person", "该人员已办理过本事项的前一步，审核、签发须由他人办理",
			"This person took an earlier step; review and signature need another person")
	case casework.Role(task.Role) == casework.Expert:
		return s.checkSubstitute(ctx, of, task, person)
	}
	return s.checkOfficer(ctx, of, task, person)
}

// checkSuccessor lets a task go only to a body that could have been asked: of the same kind, with duties in
// the case's region.
func (s *Server) checkSuccessor(ctx context.Context, of store.Case, task store.Task, to string) error {
	if casework.Role(task.Role) == casework.Clerk {
		return fault.Wrong("/body", "body", "申请单位的任务不能改派给其他单位", "The applicant's task cannot go to anybody else's organisation")
	}
	reference, err := s.store.Reference(ctx)
	if err != nil {
		return err
	}
	old, err := reference.Directory.Body(task.Body)
	if err != nil {
		return err
	}
	next, err := reference.Directory.Body(to)
	if err != nil {
		return err
	}
	if next.Kind != old.Kind {
		return fault.Wrong("/body", "body_kind", "只能改派给同类机构", "The task can only go to a body of the same kind")
	}
	if len(reference.Directory.Duties(to, of.Region, s.today())) == 0 {
		return fault.Wrong("/body", "body_competence", "该机构对办件所在地区没有职责", "This body has no duties in the case's region")
	}
	return nil
}

// checkOfficer asks that the person hold the task's role in the task's body or, for an applicant's task, be a
// clerk of the enterprise that applies.
func (s *Server) checkOfficer(ctx context.Context, of store.Case, task store.Task, person uuid.UUID) error {
	body, enterprise := task.Body, uuid.Nil
	if casework.Role(task.Role) == casework.Clerk {
		body, enterprise = "", of.EnterpriseID
	}
	colleagues, err := s.store.Colleagues(ctx, body, enterprise, task.Role)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(colleagues, func(c store.Colleague) bool { return c.ID == person }) {
		return fault.Wrong("/assignee", "audience", "该人员不在任务所属单位担任这一岗位，请重新选择",
			"This person does not hold the task's role in its body; choose again")
	}
	return nil
}

// checkSubstitute asks of an expert what a panel's appointment asks, and that nobody answers twice. The leader's
// tasks, which are one for the whole panel, may go to another member.
func (s *Server) checkSubstitute(ctx context.Context, of store.Case, task store.Task, person uuid.UUID) error {
	var facts filing.Facts
	if err := fromExperts(ctx, s, of, &facts); err != nil {
		return err
	}
	candidate, listed := facts.Candidates[person.String()]
	switch {
	case !listed:
		return fault.Wrong("/assignee", "candidate", "该人员不在本市专家名单中，请重新选择", "This person is not an expert of the city; choose again")
	case candidate.Conflict:
		return fault.Wrong("/assignee", "conflict", "专家所在单位即申请单位，应当回避", "Employed by the applicant; must stand aside")
	}
	open, err := s.store.OpenTasks(ctx, of.CaseNo)
	if err != nil {
		return err
	}
	taken := slices.ContainsFunc(open, func(other store.QueueRow) bool {
		return other.ID != task.ID && other.Assignee != nil && *other.Assignee == person
	})
	if !taken && filing.Stage(task.Stage) == filing.ExpertReview {
		panel, err := s.store.Panel(ctx, of.CaseNo)
		if err != nil {
			return err
		}
		taken = slices.Contains(panel, person.String())
	}
	if taken {
		return fault.Wrong("/assignee", "panel", "该专家已在专家组中，请另选一名", "This expert sits on the panel already; choose another")
	}
	return nil
}
