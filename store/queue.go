package store

import (
	"context"
	"strings"
	"time"

	"github.com/google/uuid"

	"jiangxin/domain/casework"
)

// Viewer is who looks at cases and tasks, as far as it decides what they see.
type Viewer struct {
	User         uuid.UUID
	Organisation string // body or enterprise ID; empty for experts and operators
	Enterprise   uuid.UUID
	Region       string // of a city's body
	Province     bool   // a provincial body
	Roles        []string
	Operator     bool
}

// Scopes of the work queue.
const (
	ScopeMine  = "mine"  // claimed by or assigned to the viewer
	ScopeGroup = "group" // what the viewer's role in their body may answer, and what is theirs
	ScopeAll   = "all"   // of the viewer's whole body; of the province for operators
)

// Conditions on tasks t. Each of them is answered by a partial index of open tasks.
const (
	taskMine = `(t.assignee = @user OR t.claimed_by = @user OR t.also @> ARRAY[ @person ])`
	taskBody = `(@operator OR t.body = @organisation OR t.proxy = @organisation)`
	taskRole = `(t.assignee IS NULL AND t.body = @organisation AND t.role = ANY(@roles)
		OR t.proxy = @organisation AND 'handler' = ANY(@roles)) AND NOT (t.not_by @> ARRAY[ @person ])`
)

func (v Viewer) named() map[string]any {
	organisation := v.Organisation
	if organisation == "" {
		organisation = "-" // no body has this ID, and an empty proxy is no body's
	}
	return map[string]any{
		"user": v.User, "person": v.User.String(), "organisation": organisation, "roles": Texts(v.Roles), "operator": v.Operator,
	}
}

func scopeCondition(scope string) string {
	switch scope {
	case ScopeMine:
		return taskMine
	case ScopeAll:
		return "(" + taskBody + " OR " + taskMine + ")"
	}
	return "(" + taskMine + " OR " + taskRole + ")"
}

// QueueFilter says which tasks a page of the work queue shows.
type QueueFilter struct {
	Scope string
	Done  bool // those that the viewer closed, instead of the open ones
	Stage string
	Query string // part of the enterprise's name, or a case number
}

// QueueRow is one line of the work queue.
type QueueRow struct {
	Task
	EnterpriseName string
	ClaimedName    string
	AssigneeName   string
	ClosedName     string
}

// QueuePlace is where a page begins: after this task, in the order of the list.
type QueuePlace struct {
	At     string // the due instant as text, "infinity" without one; of done tasks the instant of closing
	CaseNo string
	ID     string
}

// PlaceOf is the place of a row.
func (r QueueRow) PlaceOf() QueuePlace {
	at := "infinity"
	switch {
	case r.State == TaskDone && r.ClosedAt != nil:
		at = r.ClosedAt.Format(time.RFC3339Nano)
	case r.DueAt != nil:
		at = r.DueAt.Format(time.RFC3339Nano)
	}
	return QueuePlace{At: at, CaseNo: r.CaseNo, ID: r.ID}
}

const queueColumns = `SELECT t.*, c.enterprise_name, COALESCE(claimer.name, '') AS claimed_name,
		COALESCE(assignee.name, '') AS assignee_name, COALESCE(closer.name, '') AS closed_name
	FROM tasks t JOIN cases c ON c.case_no = t.case_no
	LEFT JOIN users claimer ON claimer.id = t.claimed_by
	LEFT JOIN users assignee ON assignee.id = t.assignee
	LEFT JOIN users closer ON closer.id = t.closed_by WHERE `

// Queue lists one page of the work queue: open tasks by due date, done ones by when they were closed.
func (s *Store) Queue(ctx context.Context, v Viewer, f QueueFilter, after QueuePlace, limit int) ([]QueueRow, error) {
	arguments := v.named()
	var where []string
	order, page := "COALESCE(t.due_at, 'infinity'), t.case_no, t.id", "(COALESCE(t.due_at, 'infinity'), t.case_no, t.id) > (CAST(@at AS timestamptz), @case, @id)"
	if f.Done {
		where = append(where, "t.state = 'done' AND t.closed_by = @user")
		order, page = "t.closed_at DESC, t.case_no DESC, t.id DESC", "(t.closed_at, t.case_no, t.id) < (CAST(@at AS timestamptz), @case, @id)"
	} else {
		where = append(where, "t.state IN ('open', 'deciding')", scopeCondition(f.Scope))
	}
	if f.Stage != "" {
		where = append(where, "t.stage = @stage")
	}
	if f.Query != "" {
		where = append(where, "(strpos(c.enterprise_name, @query) > 0 OR t.case_no = @query)")
	}
	if after.CaseNo != "" {
		where = append(where, page)
	}
	arguments["stage"], arguments["query"], arguments["limit"] = f.Stage, f.Query, limit
	arguments["at"], arguments["case"], arguments["id"] = after.At, after.CaseNo, after.ID
	var rows []QueueRow
	err := s.DB.WithContext(ctx).Raw(queueColumns+strings.Join(where, " AND ")+" ORDER BY "+order+" LIMIT @limit", arguments).Scan(&rows).Error
	return rows, fail(err, "list the work queue")
}

// QueueCounts are the numbers on the tabs.
type QueueCounts struct {
	Mine     int
	Group    int
	Everyone int `gorm:"column:everyone"`
	Overdue  int
}

// QueueCounts counts all tabs in one query over the open tasks.
func (s *Store) QueueCounts(ctx context.Context, v Viewer, now time.Time) (QueueCounts, error) {
	arguments := v.named()
	arguments["now"] = now
	var counts QueueCounts
	err := s.DB.WithContext(ctx).Raw(`SELECT COUNT(*) FILTER (WHERE `+taskMine+`) AS mine,
			COUNT(*) FILTER (WHERE `+scopeCondition(ScopeGroup)+`) AS "group", COUNT(*) AS everyone,
			COUNT(*) FILTER (WHERE t.due_at < @now) AS overdue
		FROM tasks t WHERE t.state IN ('open', 'deciding') AND `+scopeCondition(ScopeAll), arguments).Scan(&counts).Error
	return counts, fail(err, "count the work queue")
}

// QueueRow reads one task with the names that its line shows.
func (s *Store) QueueRow(ctx context.Context, caseNo string, id casework.TaskID) (QueueRow, error) {
	rows, err := s.taskRows(ctx, "t.case_no = @case AND t.id = @id", map[string]any{"case": caseNo, "id": id.String()})
	if err != nil || len(rows) == 0 {
		return QueueRow{}, fail(orMissing(err), "read the task")
	}
	return rows[0], nil
}

// OpenTasks lists the open tasks of a case.
func (s *Store) OpenTasks(ctx context.Context, caseNo string) ([]QueueRow, error) {
	return s.taskRows(ctx, "t.case_no = @case AND t.state IN ('open', 'deciding') ORDER BY t.id", map[string]any{"case": caseNo})
}

func (s *Store) taskRows(ctx context.Context, where string, arguments map[string]any) ([]QueueRow, error) {
	var rows []QueueRow
	err := s.DB.WithContext(ctx).Raw(queueColumns+where, arguments).Scan(&rows).Error
	return rows, fail(err, "read the tasks")
}

// WaitingCommands counts the commands that are committed and not yet recorded.
func (s *Store) WaitingCommands(ctx context.Context) (int, error) {
	var count int
	err := s.DB.WithContext(ctx).Raw("SELECT COUNT(*) FROM commands WHERE state = 'sent'").Scan(&count).Error
	return count, fail(err, "count the waiting commands")
}
