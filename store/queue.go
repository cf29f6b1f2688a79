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
	Audits       bool   // a body with the function of auditing results
	Province     bool   // a provincial body
	Roles        []string
	Operator     bool
}

// Scopes of the work queue.
const (
	ScopeClaimable = "claimable" // 待签收: the viewer may answer it, and nobody has begun
	ScopeMine      = "mine"      // 我的: claimed by the viewer, or assigned to the viewer and begun
	ScopeWaiting   = "waiting"   // 等待他人: of a case that the viewer's body works on, and with somebody else
	ScopeDone      = "done"      // 已办
	ScopeGroup     = "group"     // what the viewer may answer, and what their body may enter for others (代录)
	ScopeAll       = "all"       // of the viewer's whole body; of the province for operators
)

// Conditions on tasks t. Each of them is answered by a partial index of open tasks. Those that are negated are
// never NULL.
const (
	taskOpen      = `t.state IN ('open', 'deciding')`
	taskAddressed = `(COALESCE(t.assignee = @user, FALSE) OR t.also @> ARRAY[ @person ])`
	taskHeld      = `(t.assignee = @user OR t.claimed_by = @user OR t.also @> ARRAY[ @person ])`
	taskBegun     = `(t.state = 'deciding' OR EXISTS (SELECT FROM worksheets w WHERE w.case_no = t.case_no AND w.task_id = t.id AND w.user_id = @user))`
	taskMine      = `(COALESCE(t.claimed_by = @user, FALSE) OR t.claimed_by IS NULL AND ` + taskAddressed + ` AND ` + taskBegun + `)`
	taskRole      = `(t.assignee IS NULL AND t.body = @organisation AND t.role = ANY(@roles))`
	taskMayTake   = `NOT (t.not_by @> ARRAY[ @person ])`
	taskClaimable = `(t.state = 'open' AND t.claimed_by IS NULL AND (` + taskAddressed + ` OR ` + taskRole + `) AND ` + taskMayTake + ` AND NOT ` + taskMine + `)`
	taskProxy     = `(t.proxy = @organisation AND 'handler' = ANY(@roles))`
	taskGroup     = `(` + taskHeld + ` OR (` + taskRole + ` OR ` + taskProxy + `) AND ` + taskMayTake + `)`
	taskBody      = `(t.body = @organisation OR t.proxy = @organisation OR ` + taskHeld + `)`
	taskWorkedOn  = `EXISTS (SELECT FROM tasks asked WHERE asked.case_no = t.case_no AND asked.body = @organisation)`
	taskWaiting   = `(` + taskWorkedOn + ` AND NOT ` + taskMine + ` AND NOT ` + taskClaimable + `)`
	// The city's clock stands still, and with it what is due by it.
	taskPaused  = `(t.stage = ANY(@clocked) AND EXISTS (SELECT FROM clock_pauses p WHERE p.case_no = t.case_no AND p.resumed_on IS NULL AND p.reason <> 'submitted'))`
	taskOverdue = `(t.due_at < @now AND NOT ` + taskPaused + `)`
	taskNear    = `(t.due_at >= @now AND t.due_at < @near AND NOT ` + taskPaused + `)`
)

func (v Viewer) named() map[string]any {
	organisation := v.Organisation
	if organisation == "" {
		organisation = "-" // no body has this ID, and an empty proxy is no body's
	}
	return map[string]any{
		"user": v.User, "person": v.User.String(), "organisation": organisation, "roles": Texts(v.Roles), "city": v.Region,
	}
}

// all is the condition for the tasks of the viewer's body, of everybody for operators.
func (v Viewer) all() string {
	if v.Operator {
		return "TRUE"
	}
	return taskBody
}

// waiting is the condition for what lies with others; only bodies wait so.
func (v Viewer) waiting() string {
	switch {
	case v.Region != "":
		return "(t.region = @city AND " + taskWaiting + ")"
	case v.Province:
		return taskWaiting
	}
	return "FALSE"
}

func (v Viewer) scope(scope string) string {
	switch scope {
	case ScopeClaimable:
		return taskClaimable
	case ScopeMine:
		return taskMine
	case ScopeWaiting:
		return v.waiting()
	case ScopeAll:
		return v.all()
	}
	return taskGroup
}

// QueueFilter says which tasks a page of the work queue shows.
type QueueFilter struct {
	Scope   string
	ByBody  bool // with ScopeDone: what anybody of the viewer's body decided
	Stage   string
	Region  string
	Urgency string   // overdue or near; empty: all
	Clock   DueClock // for the urgency
	Query   string   // part of the enterprise's name, or a case number
}

// DueClock says what is overdue and near.
type DueClock struct {
	Now     time.Time
	Near    time.Time // what is due before this instant and not overdue is near
	Clocked []string  // stages whose tasks are due by the city's clock
}

func (c DueClock) into(arguments map[string]any) {
	arguments["now"], arguments["near"], arguments["clocked"] = c.Now, c.Near, Texts(c.Clocked)
}

// QueueRow is one line of the work queue.
type QueueRow struct {
	Task
	EnterpriseID    uuid.UUID
	EnterpriseName  string
	Policy          string // edition of the case
	ApplicationKind string
	ClaimedName     string
	AssigneeName    string
	ClosedName      string
	CaseFindings    Texts // of the last decision at acceptance
	HolderFindings  Texts // as the holder has typed them at acceptance
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

const queueColumns = `SELECT t.*, c.enterprise_id, c.enterprise_name, c.policy, c.findings AS case_findings,
		COALESCE(a.kind, '') AS application_kind, COALESCE(w.findings, '{}') AS holder_findings, COALESCE(claimer.name, '') AS claimed_name,
		COALESCE(assignee.name, '') AS assignee_name, COALESCE(closer.name, '') AS closed_name
	FROM tasks t JOIN cases c ON c.case_no = t.case_no
	LEFT JOIN applications a ON a.case_no = t.case_no
	LEFT JOIN worksheets w ON t.stage = 'acceptance' AND t.step = '' AND ` + taskOpen + ` AND w.case_no = t.case_no AND w.task_id = t.id
		AND w.user_id = COALESCE(t.claimed_by, t.assignee)
	LEFT JOIN users claimer ON claimer.id = t.claimed_by
	LEFT JOIN users assignee ON assignee.id = t.assignee
	LEFT JOIN users closer ON closer.id = t.closed_by WHERE `

// Queue lists one page of the work queue: open tasks by due date, done ones by when they were closed.
func (s *Store) Queue(ctx context.Context, v Viewer, f QueueFilter, after QueuePlace, limit int) ([]QueueRow, error) {
	arguments := v.named()
	var where []string
	order, page := "COALESCE(t.due_at, 'infinity'), t.case_no, t.id", "(COALESCE(t.due_at, 'infinity'), t.case_no, t.id) > (CAST(@at AS timestamptz), @case, @id)"
	if f.Scope == ScopeDone {
		by := "t.closed_by = @user"
		if f.ByBody && v.Organisation != "" {
			by = "t.body = @organisation"
		}
		where = append(where, "t.state = 'done'", by)
		order, page = "t.closed_at DESC, t.case_no DESC, t.id DESC", "(t.closed_at, t.case_no, t.id) < (CAST(@at AS timestamptz), @case, @id)"
	} else {
		where = append(where, taskOpen, v.scope(f.Scope))
	}
	for _, narrow := range []struct {
		given     bool
		condition string
	}{
		{f.Stage != "", "t.stage = @stage"}, {f.Region != "", "t.region = @of"}, {f.Urgency == "overdue", taskOverdue}, {f.Urgency == "near", taskNear},
		{f.Query != "", "(strpos(c.enterprise_name, @query) > 0 OR t.case_no = @query)"}, {after.CaseNo != "", page},
	} {
		if narrow.given {
			where = append(where, narrow.condition)
		}
	}
	f.Clock.into(arguments)
	arguments["stage"], arguments["of"], arguments["query"], arguments["limit"] = f.Stage, f.Region, f.Query, limit
	arguments["at"], arguments["case"], arguments["id"] = after.At, after.CaseNo, after.ID
	var rows []QueueRow
	err := s.DB.WithContext(ctx).Raw(queueColumns+strings.Join(where, " AND ")+" ORDER BY "+order+" LIMIT @limit", arguments).Scan(&rows).Error
	return rows, fail(err, "list the work queue")
}

// QueueCounts are the numbers on the tabs.
type QueueCounts struct {
	Claimable int
	Mine      int
	Waiting   int
	Group     int
	Everyone  int
	Overdue   int
	Near      int
	Done      int // by the viewer, since a day, up to a thousand
}

// QueueCounts counts all tabs in one statement over the open tasks, and what the viewer decided since a day.
func (s *Store) QueueCounts(ctx context.Context, v Viewer, clock DueClock, since time.Time) (QueueCounts, error) {
	arguments := v.named()
	clock.into(arguments)
	arguments["since"] = since
	var counts QueueCounts
	err := s.DB.WithContext(ctx).Raw(`WITH body AS (SELECT COUNT(*) AS everyone, COUNT(*) FILTER (WHERE `+taskClaimable+`) AS claimable,
			COUNT(*) FILTER (WHERE `+taskMine+`) AS mine, COUNT(*) FILTER (WHERE `+taskGroup+`) AS "group",
			COUNT(*) FILTER (WHERE `+taskOverdue+`) AS overdue, COUNT(*) FILTER (WHERE `+taskNear+`) AS near
			FROM tasks t WHERE `+taskOpen+` AND `+v.all()+`),
		others AS (SELECT COUNT(*) AS waiting FROM tasks t WHERE `+taskOpen+` AND `+v.waiting()+`),
		past AS (SELECT COUNT(*) AS done FROM (SELECT FROM tasks t WHERE t.state = 'done' AND t.closed_by = @user AND t.closed_at > @since LIMIT 1000) few)
		SELECT * FROM body, others, past`, arguments).Scan(&counts).Error
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
