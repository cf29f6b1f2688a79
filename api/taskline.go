package api

import (
	"context"
	"slices"

	"jiangxin/domain/casework"
	"jiangxin/domain/certification"
	"jiangxin/domain/civil"
	"jiangxin/domain/filing"
	"jiangxin/domain/policy"
	"jiangxin/store"
)

// taskLines words the tasks of one list, so that every list costs the same few statements.
type taskLines struct {
	reference *store.Reference
	today     civil.Date
	near      int // working days left from which a due date is near
	clocks    map[string]civil.Clock
	batches   map[string]store.BatchCount
}

// showTasks words tasks in the order of the rows, with one statement for the clocks of their cases.
func (s *Server) showTasks(ctx context.Context, reference *store.Reference, rows []store.QueueRow) ([]Task, error) {
	today := s.today()
	near, err := reference.Policy.At(today).Int(policy.DeadlineNearDays)
	if err != nil {
		return nil, err
	}
	limits := map[string]int{}
	for _, row := range rows {
		edition, err := reference.Policy.Edition(row.Policy)
		if err != nil {
			return nil, err
		}
		if limits[row.CaseNo], err = edition.Int(policy.CityDays); err != nil {
			return nil, err
		}
	}
	clocks, err := s.store.CityClocks(ctx, limits)
	if err != nil {
		return nil, err
	}
	batches, err := s.store.BatchCounts(ctx, batchesIn(rows))
	if err != nil {
		return nil, err
	}
	lines := taskLines{reference: reference, today: today, near: near, clocks: clocks, batches: batches}
	tasks := make([]Task, 0, len(rows))
	for _, row := range rows {
		tasks = append(tasks, lines.show(ctx, row))
	}
	return tasks, nil
}

// batchesIn lists the batches that tasks are about; their number is the case's.
func batchesIn(rows []store.QueueRow) []string {
	var numbers []string
	for _, row := range rows {
		if slices.Contains(certification.Order, certification.Stage(row.Stage)) && !filing.Stage(row.Stage).Known() {
			numbers = append(numbers, row.CaseNo)
		}
	}
	return numbers
}

// dueClock says for the database what is overdue and near today.
func (s *Server) dueClock(reference *store.Reference) (store.DueClock, error) {
	near, err := reference.Policy.At(s.today()).Int(policy.DeadlineNearDays)
	clock := store.DueClock{Now: s.now(), Near: reference.Calendar.AddWorkdays(s.today(), near+1).Date.Start().UTC()}
	for _, stage := range filing.CityTimed {
		clock.Clocked = append(clock.Clocked, string(stage))
	}
	return clock, err
}

func (l taskLines) show(ctx context.Context, row store.QueueRow) Task {
	caller := CallerOf(ctx)
	slot := row.ID
	if id, err := casework.ParseTaskID(row.ID); err == nil {
		slot = id.Slot
	}
	shown := Task{
		CaseNo: row.CaseNo, Id: row.ID, Stage: row.Stage, StageName: stageName(ctx, row.Stage), Round: row.Round, Slot: slot,
		Step: row.Step, Role: row.Role, RoleName: sayName(ctx, casework.Role(row.Role).Name()), Body: row.Body, Holder: l.holder(ctx, row),
		Region: row.Region, RegionName: regionName(ctx, l.reference, row.Region, l.today),
		EnterpriseName: row.EnterpriseName, ApplicationKind: row.ApplicationKind, State: TaskState(row.State), OpenedAt: row.OpenedAt.UTC(),
		Assignee: personOf(row.Assignee, row.AssigneeName), ClaimedBy: personOf(row.ClaimedBy, row.ClaimedName),
		ClaimedAt: at(row.ClaimedAt), ClosedAt: at(row.ClosedAt), ClosedBy: personOf(row.ClosedBy, row.ClosedName),
		Verdict: row.Verdict, Version: row.Version, Deadline: l.deadline(ctx, row), Paused: l.pause(ctx, row), Cells: cellsOf(caller, row),
		Mine:     row.ClaimedBy != nil && *row.ClaimedBy == caller.ID || row.Assignee != nil && *row.Assignee == caller.ID,
		OnBehalf: !caller.isAudience(row.Task) && caller.isProxy(row.Task),
		IdleDays: l.reference.Calendar.WorkdaysBetween(civil.Of(row.OpenedAt), l.until(row)),
	}
	if count, found := l.batches[row.CaseNo]; found {
		shown.Batch = TaskBatch{Rows: count.Rows, Flagged: count.Flagged}
	}
	return shown
}

// until is the day up to which a task is looked at: today, or the day on which it was closed.
func (l taskLines) until(row store.QueueRow) civil.Date {
	if row.ClosedAt != nil {
		return civil.Of(*row.ClosedAt)
	}
	return l.today
}

// asked names who is asked: the person, or else the enterprise or the body.
func asked(ctx context.Context, reference *store.Reference, row store.QueueRow, today civil.Date) string {
	switch {
	case row.AssigneeName != "":
		return row.AssigneeName
	case row.Body == row.EnterpriseID.String():
		return row.EnterpriseName
	}
	return bodyOf(ctx, reference, row.Body, today).Name
}

// holder names with whom a task lies.
func (l taskLines) holder(ctx context.Context, row store.QueueRow) string {
	if row.ClaimedName != "" {
		return row.ClaimedName
	}
	return asked(ctx, l.reference, row, l.today)
}

// standing gives the pause in which the city's clock of an open task's case stands. The submission ends the
// clock; that is no pause.
func (l taskLines) standing(row store.QueueRow) (civil.Pause, bool) {
	if row.ClosedAt != nil {
		return civil.Pause{}, false
	}
	for _, p := range l.clocks[row.CaseNo].Pauses {
		if p.To.IsZero() && p.Reason != civil.Submitted {
			return p, true
		}
	}
	return civil.Pause{}, false
}

func (l taskLines) pause(ctx context.Context, row store.QueueRow) TaskPause {
	p, stands := l.standing(row)
	if !stands {
		return TaskPause{}
	}
	return TaskPause{Reason: string(p.Reason), ReasonName: say(ctx, p.Reason.Text()), Since: p.From}
}

// deadline words when a task is due. What is due by the city's clock waits while the clock stands.
func (l taskLines) deadline(ctx context.Context, row store.QueueRow) Deadline {
	if row.DueAt == nil {
		return Deadline{}
	}
	calendar, day := l.reference.Calendar, l.until(row)
	due := civil.Due{Date: civil.Of(*row.DueAt), Provisional: row.DueProvisional}
	start := civil.Of(row.OpenedAt)
	d, used := calendar.DeadlineOn(due, day), calendar.WorkdaysBetween(start, day)
	clock := l.clocks[row.CaseNo]
	if clocked(row.Stage) && !clock.Start.IsZero() {
		start, used = clock.Start, clock.Read(calendar, day).Used
		if _, stands := l.standing(row); stands {
			d = clock.DeadlineOn(calendar, day)
		}
	}
	return Deadline{
		Date: d.Due.Date, Left: d.Left, Urgency: DeadlineUrgency(d.Urgency(l.near)), Text: say(ctx, d.Text()), Provisional: d.Due.Provisional,
		Start: start, Used: used, Calendar: calendar.Version(),
	}
}

func clocked(stage string) bool {
	for _, timed := range filing.CityTimed {
		if string(timed) == stage {
			return true
		}
	}
	return false
}

// cellsOf gives the findings on the seven materials: to officers as the holder has typed them at acceptance,
// else as the acceptance decided last.
func cellsOf(caller Caller, row store.QueueRow) []string {
	cells := make([]string, filing.MaterialCount)
	copy(cells, row.CaseFindings)
	if caller.Body.ID != "" && len(row.HolderFindings) > 0 {
		copy(cells, row.HolderFindings)
	}
	return cells
}

// typedFindings reads the findings out of a worksheet at acceptance.
func typedFindings(t store.Task, content []byte) store.Texts {
	if filing.Stage(t.Stage) != filing.Acceptance || t.Step != "" {
		return nil
	}
	var texts store.Texts
	for _, finding := range filing.MaterialFindings(content) {
		texts = append(texts, string(finding))
	}
	return texts
}
