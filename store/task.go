package store

import (
	"context"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"jiangxin/contract"
	"jiangxin/domain/casework"
	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
)

// States of a task.
const (
	TaskOpen     = "open"     // somebody may answer
	TaskDeciding = "deciding" // an answer is on its way; only Record or a refusal ends this
	TaskDone     = "done"
	TaskVoid     = "void" // fell away unanswered
)

// Task is one question to somebody, as the work queue shows it.
type Task struct {
	CaseNo         string `gorm:"primaryKey"`
	ID             string `gorm:"primaryKey"`
	Stage          string
	Round          int
	Step           string
	Body           string
	Role           string
	Assignee       *uuid.UUID
	Proxy          string
	Also           Texts
	Verdicts       Texts
	Targets        Texts
	NotBy          Texts
	Region         string
	State          string
	ClaimedBy      *uuid.UUID
	ClaimedAt      *time.Time
	Command        string
	OpenedAt       time.Time
	DueAt          *time.Time
	DueProvisional bool
	ClosedAt       *time.Time
	ClosedBy       *uuid.UUID
	Verdict        string
	Version        int
}

// TableName is the table of tasks.
func (Task) TableName() string { return "tasks" }

// Task reads one task.
func (s *Store) Task(ctx context.Context, caseNo string, id casework.TaskID) (Task, error) {
	var t Task
	err := s.DB.WithContext(ctx).Take(&t, "case_no = ? AND id = ?", caseNo, id.String()).Error
	return t, fail(err, "read the task")
}

// Claim (签收) gives an open task to a person, if nobody was first.
func (s *Store) Claim(ctx context.Context, caseNo string, id casework.TaskID, by uuid.UUID, at time.Time) error {
	return s.move(ctx, caseNo, id, by, `UPDATE tasks SET claimed_by = ?, claimed_at = ?, version = version + 1
		WHERE case_no = ? AND id = ? AND state = 'open' AND (claimed_by IS NULL OR claimed_by = ?)`,
		by, at, caseNo, id.String(), by)
}

// Release gives a claimed task back to the group.
func (s *Store) Release(ctx context.Context, caseNo string, id casework.TaskID, by uuid.UUID) error {
	return s.move(ctx, caseNo, id, by, `UPDATE tasks SET claimed_by = NULL, claimed_at = NULL, version = version + 1
		WHERE case_no = ? AND id = ? AND state = 'open' AND claimed_by = ?`, caseNo, id.String(), by)
}

// Delegate hands a task that its holder has, or that nobody has, to a colleague.
func (s *Store) Delegate(ctx context.Context, caseNo string, id casework.TaskID, by, to uuid.UUID, at time.Time) error {
	return s.move(ctx, caseNo, id, by, `UPDATE tasks SET claimed_by = ?, claimed_at = ?, version = version + 1
		WHERE case_no = ? AND id = ? AND state = 'open' AND (claimed_by IS NULL OR claimed_by = ?)`,
		to, at, caseNo, id.String(), by)
}

// move runs an UPDATE of one task and, where no row moved, says who was first.
func (s *Store) move(ctx context.Context, caseNo string, id casework.TaskID, by uuid.UUID, sql string, args ...any) error {
	done := s.DB.WithContext(ctx).Exec(sql, args...)
	if done.Error != nil {
		return fail(done.Error, "move the task")
	}
	if done.RowsAffected == 1 {
		return nil
	}
	t, err := s.Task(ctx, caseNo, id)
	if err != nil {
		return err
	}
	return s.lostRace(ctx, t, by)
}

// lostRace tells who was first, for a person who was not.
func (s *Store) lostRace(ctx context.Context, t Task, by uuid.UUID) error {
	who, at, verdict := t.ClaimedBy, t.ClaimedAt, ""
	if t.State == TaskDone {
		who, at, verdict = t.ClosedBy, t.ClosedAt, t.Verdict
	}
	if t.State == TaskDeciding {
		first, err := s.decidingWith(ctx, t)
		if err != nil {
			return err
		}
		verdict = first.Verdict
		if who == nil {
			who, at = first.Actor, first.CreatedAt
		}
	}
	name := ""
	if who != nil && *who != by {
		var names []string
		if err := s.DB.WithContext(ctx).Raw(`SELECT name FROM users WHERE id = ?`, *who).Scan(&names).Error; err != nil {
			return fail(err, "read who was first")
		}
		if len(names) > 0 {
			name = names[0]
		}
	}
	var f *fault.Error
	switch {
	case t.State == TaskVoid:
		f = fault.New(fault.Closed, "该任务已因流程变化而取消，请返回任务列表", "The task fell away because the case moved on; go back to the list")
	case t.State == TaskDone && name != "":
		f = fault.New(fault.Taken, name+"已作出决定，您填写的内容仍保留，未提交", name+" has decided already; what you wrote is kept and not submitted")
	case t.State == TaskDone:
		f = fault.New(fault.Closed, "该任务已经办结", "The task is finished")
	case t.State == TaskDeciding && name != "":
		f = fault.New(fault.Taken, name+"刚刚提交了决定，您填写的内容仍保留，未提交", name+" has just sent a decision; what you wrote is kept and not submitted")
	case name != "":
		f = fault.New(fault.Taken, "该任务已由"+name+"签收，您填写的内容仍保留，未提交", "The task is held by "+name+"; what you wrote is kept and not submitted")
	default:
		f = fault.New(fault.Stale, "任务已有变化，请刷新后再办，您填写的内容仍保留", "The task has changed; reload it, what you wrote is kept")
	}
	f = f.With("state", t.State).With("version", itoa(t.Version)).With("stage", t.Stage)
	if name != "" {
		f = f.With("who", name)
	}
	if at != nil {
		f = f.With("at", at.UTC().Format(time.RFC3339))
	}
	if verdict != "" {
		f = f.With("verdict", verdict)
	}
	return f
}

// inFlight is the decision that is on its way.
type inFlight struct {
	Actor     *uuid.UUID
	CreatedAt *time.Time
	Verdict   string
}

// decidingWith reads who is deciding a task, and how: codes only, which is all that the payload holds.
func (s *Store) decidingWith(ctx context.Context, t Task) (inFlight, error) {
	var rows []inFlight
	err := s.DB.WithContext(ctx).Raw(`SELECT actor, created_at, COALESCE(payload::jsonb->>'verdict', '') AS verdict FROM commands WHERE id = ?`, t.Command).
		Scan(&rows).Error
	if err != nil || len(rows) == 0 {
		return inFlight{}, fail(err, "read the decision under way")
	}
	return rows[0], nil
}

// WhoWasFirst tells a person who comes too late who was first; nothing while the task is still open.
func (s *Store) WhoWasFirst(ctx context.Context, t Task, by uuid.UUID) error {
	if t.State != TaskDone && t.State != TaskVoid {
		return nil
	}
	return s.lostRace(ctx, t, by)
}

func applyTaskOpened(b *recording, e contract.Event) error {
	data, err := read[contract.Task](e)
	if err != nil {
		return err
	}
	t := Task{
		CaseNo: b.c.CaseNo, ID: data.ID, Stage: data.Stage, Round: data.Round, Step: data.Step, Body: data.Body,
		Role: data.Role, Proxy: data.Proxy, Also: data.Also, Verdicts: data.Verdicts, Targets: data.Targets,
		NotBy: data.NotBy, Region: b.c.Region, State: TaskOpen, OpenedAt: instant(e), Version: 1,
	}
	if data.Assignee != "" {
		assignee, err := uuid.Parse(data.Assignee)
		if err != nil {
			return err
		}
		t.Assignee = &assignee
	}
	if data.DueDays > 0 {
		due, err := b.due(e, data)
		if err != nil {
			return err
		}
		b.setDue(&t, due)
	}
	if err := b.tx.Create(&t).Error; err != nil {
		return err
	}
	return tellOfTask(b, e, data)
}

// due counts from the day of receipt, which is day 0. What an operator opens before the acceptance, when the
// city's clock does not run yet, gets its days alike.
func (b *recording) due(e contract.Event, t contract.Task) (civil.Due, error) {
	today := civil.Of(e.At)
	switch t.DueUnit {
	case contract.DueDay:
		return civil.Due{Date: today.AddDays(t.DueDays)}, nil
	case contract.DueCity:
		clock, err := cityClock(b.tx, *b.c, t.DueDays)
		if err != nil || !clock.Start.IsZero() {
			return clock.Read(b.reference.Calendar, today).Finish, err
		}
	}
	return b.reference.Calendar.AddWorkdays(today, t.DueDays), nil
}

// setDue stores a due date as the last instant of its day and returns it to the workflow.
func (b *recording) setDue(t *Task, due civil.Due) {
	at := due.Date.End().UTC()
	t.DueAt, t.DueProvisional = &at, due.Provisional
	if b.result.Due == nil {
		b.result.Due = map[string]time.Time{}
	}
	b.result.Due[t.ID] = at
}

// applyDecided closes the task, finishes the command, and puts its words into the case file.
func applyDecided(b *recording, e contract.Event) error {
	data, err := read[contract.DecidedData](e)
	if err != nil {
		return err
	}
	at := instant(e)
	var said string
	done := b.tx.Raw(`WITH task AS (
			UPDATE tasks SET state = 'done', verdict = ?, closed_at = ?, closed_by = ?, version = version + 1
			WHERE case_no = ? AND id = ? RETURNING stage, round, step
		), command AS (
			UPDATE commands SET state = 'done', seq = ?, finished_at = ? WHERE id = ? RETURNING body, digest
		)
		INSERT INTO statements (case_no, seq, task_id, stage, round, step, actor, on_behalf, verdict, target, content, digest, at)
		SELECT ?, ?, ?, task.stage, task.round, task.step, ?, NULLIF(?, '')::uuid, ?, ?, command.body, command.digest, ? FROM task, command
		RETURNING content`,
		data.Verdict, at, e.Actor, b.c.CaseNo, e.TaskID,
		e.Seq, at, e.Command,
		b.c.CaseNo, e.Seq, e.TaskID, e.Actor, data.OnBehalf, data.Verdict, data.Target, at).Scan(&said)
	if done.Error != nil {
		return done.Error
	}
	if done.RowsAffected != 1 {
		return fault.New(fault.Internal, "决定找不到对应的任务或指令", "The decision has no task or no command")
	}
	actor, err := uuid.Parse(e.Actor)
	if err != nil {
		return err
	}
	if err := markEvidence(b.tx, b.c.CaseNo, actor, namedIn(said), at); err != nil {
		return err
	}
	id, err := casework.ParseTaskID(e.TaskID)
	if err != nil {
		return err
	}
	if decidedBy, hooked := decidedHooks[id.Stage]; hooked {
		return decidedBy(b, e)
	}
	return nil
}

func applyTaskVoided(b *recording, e contract.Event) error {
	return b.tx.Exec(`UPDATE tasks SET state = 'void', closed_at = ?, version = version + 1 WHERE case_no = ? AND id = ?`,
		instant(e), b.c.CaseNo, e.TaskID).Error
}

func applyTaskReassigned(b *recording, e contract.Event) error {
	data, err := read[contract.OperationData](e)
	if err != nil {
		return err
	}
	if err := b.tx.Exec(`UPDATE tasks SET assignee = NULLIF(?, '')::uuid, body = COALESCE(NULLIF(?, ''), body),
		role = COALESCE(NULLIF(?, ''), role), claimed_by = NULL, claimed_at = NULL, version = version + 1
		WHERE case_no = ? AND id = ?`, data.Assignee, data.Body, data.Role, b.c.CaseNo, e.TaskID).Error; err != nil {
		return err
	}
	return state(b, e, e.TaskID)
}

// applyTaskExtended moves a deadline by working days, counted from the old one.
func applyTaskExtended(b *recording, e contract.Event) error {
	data, err := read[contract.OperationData](e)
	if err != nil {
		return err
	}
	var t Task
	if err := b.tx.Take(&t, "case_no = ? AND id = ?", b.c.CaseNo, e.TaskID).Error; err != nil {
		return err
	}
	from := civil.Of(e.At)
	if t.DueAt != nil && t.DueAt.After(e.At) {
		from = civil.Of(*t.DueAt)
	}
	b.setDue(&t, b.reference.Calendar.AddWorkdays(from, data.Days))
	if err := b.tx.Model(&Task{}).Where("case_no = ? AND id = ?", t.CaseNo, t.ID).Updates(map[string]any{
		"due_at": t.DueAt, "due_provisional": t.DueProvisional, "version": gorm.Expr("version + 1"),
	}).Error; err != nil {
		return err
	}
	return state(b, e, e.TaskID)
}
