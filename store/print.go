package store

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"jiangxin/contract"
	"jiangxin/domain/casework"
	"jiangxin/domain/fault"
)

// PaperFile is the case file as it stood when a paper was ordered: nothing in it was recorded later, so that
// the paper can be made again with the same bytes.
type PaperFile struct {
	Paper       Paper
	Earlier     []Paper // ordered before it, in order
	Case        Case
	Snapshot    Snapshot // the last that was handed in; without Content where there is none
	Statements  []Statement
	Corrections []contract.Event      // of facts of the procedure, in order
	Recorded    contract.RecordResult // of the batch that ordered the paper: numbers, due dates before any extension
	Provisional map[string]bool       // tasks of Recorded.Due whose date is 暂定
	People      map[uuid.UUID]Speaker // whoever made a statement or is named as its author
}

// Speaker is a person as papers name them.
type Speaker struct {
	ID       uuid.UUID
	Name     string
	Employer string // of an expert
	Title    string // 职称 of an expert
}

// PaperFile reads what a paper may draw on, in eight queries whatever the size of the case. A person who
// was renamed since then appears with the new name: names are not dated.
func (s *Store) PaperFile(ctx context.Context, caseNo, id string) (PaperFile, error) {
	var f PaperFile
	db := s.DB.WithContext(ctx)
	var papers []Paper
	if err := db.Raw(`SELECT p.* FROM papers p JOIN papers this ON this.case_no = p.case_no AND this.id = ?
		WHERE p.case_no = ? AND p.seq <= this.seq ORDER BY p.seq`, id, caseNo).Scan(&papers).Error; err != nil {
		return f, fail(err, "read the paper")
	}
	if len(papers) == 0 {
		return f, fault.New(fault.NotFound, "办件中没有这份文书", "The case has no such paper").With("paper", id)
	}
	last := len(papers) - 1
	f.Earlier, f.Paper = papers[:last], papers[last]
	for _, read := range []func(*gorm.DB) error{f.readCase, f.readWords, f.readCorrections, f.readRecorded} {
		if err := read(db); err != nil {
			return f, fail(err, "read the case file of a paper")
		}
	}
	return f, nil
}

func (f *PaperFile) readCase(db *gorm.DB) error {
	if err := db.Take(&f.Case, "case_no = ?", f.Paper.CaseNo).Error; err != nil {
		return err
	}
	return db.Raw(`SELECT s.* FROM snapshots s JOIN commands c ON c.id = s.command
		WHERE s.case_no = ? AND c.seq <= ? ORDER BY s.round DESC LIMIT 1`, f.Paper.CaseNo, f.Paper.Seq).Scan(&f.Snapshot).Error
}

func (f *PaperFile) readWords(db *gorm.DB) error {
	if err := db.Where("case_no = ? AND seq <= ?", f.Paper.CaseNo, f.Paper.Seq).Order("seq").Find(&f.Statements).Error; err != nil {
		return err
	}
	var people []Speaker
	if err := db.Raw(`SELECT u.id, u.name, COALESCE(e.employer, '') AS employer, COALESCE(e.title, '') AS title
		FROM users u LEFT JOIN experts e ON e.user_id = u.id WHERE u.id IN (
			SELECT unnest(ARRAY[actor, on_behalf]) FROM statements WHERE case_no = ? AND seq <= ?)`,
		f.Paper.CaseNo, f.Paper.Seq).Scan(&people).Error; err != nil {
		return err
	}
	f.People = make(map[uuid.UUID]Speaker, len(people))
	for _, p := range people {
		f.People[p.ID] = p
	}
	return nil
}

func (f *PaperFile) readCorrections(db *gorm.DB) error {
	var rows []CaseEvent
	if err := db.Where("case_no = ? AND seq <= ? AND type = ?", f.Paper.CaseNo, f.Paper.Seq, string(casework.Corrected)).
		Order("seq").Find(&rows).Error; err != nil {
		return err
	}
	for _, row := range rows {
		e, err := row.Event()
		if err != nil {
			return err
		}
		f.Corrections = append(f.Corrections, e)
	}
	return nil
}

// readRecorded takes due dates from the batch, which no extension changes; whether one is provisional stands
// with the task, and counts as long as the date is still the same.
func (f *PaperFile) readRecorded(db *gorm.DB) error {
	var b CaseBatch
	if err := db.Take(&b, "case_no = ? AND first_seq <= ? AND last_seq >= ?", f.Paper.CaseNo, f.Paper.Seq, f.Paper.Seq).Error; err != nil {
		return err
	}
	if err := json.Unmarshal([]byte(b.Result), &f.Recorded); err != nil {
		return fmt.Errorf("read the result of batch %s %d: %w", b.CaseNo, b.FirstSeq, err)
	}
	ids := make([]string, 0, len(f.Recorded.Due))
	for id := range f.Recorded.Due {
		ids = append(ids, id)
	}
	var tasks []struct {
		ID    string
		DueAt time.Time
	}
	if err := db.Raw(`SELECT id, due_at FROM tasks WHERE case_no = ? AND id IN ? AND due_provisional AND due_at IS NOT NULL`,
		f.Paper.CaseNo, ids).Scan(&tasks).Error; err != nil {
		return err
	}
	f.Provisional = map[string]bool{}
	for _, t := range tasks {
		f.Provisional[t.ID] = t.DueAt.Equal(f.Recorded.Due[t.ID])
	}
	return nil
}
