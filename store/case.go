package store

import (
	"context"
	"maps"
	"slices"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"jiangxin/domain/fault"
)

// Case is one run of a procedure (办件). Only Record moves it.
type Case struct {
	CaseNo           string `gorm:"primaryKey"`
	Procedure        string
	ProcedureVersion int
	Policy           string
	WorkflowID       string
	Region           string
	EnterpriseID     uuid.UUID
	EnterpriseName   string
	Competent        string
	Bureau           string
	Input            string
	Stage            string
	Round            int
	Outcome          string
	Findings         Texts // on materials 1 to 7, as the acceptance decided last
	Seq              int
	Head             []byte
	KeyWrapped       string
	OpenedAt         time.Time
	StartedAt        *time.Time
	ClosedAt         *time.Time
}

// TableName is the table of cases.
func (Case) TableName() string { return "cases" }

// Case reads one case.
func (s *Store) Case(ctx context.Context, caseNo string) (Case, error) {
	var c Case
	err := s.DB.WithContext(ctx).Take(&c, "case_no = ?", caseNo).Error
	return c, fail(err, "read the case")
}

// CaseOfWorkflow reads the case that a workflow runs.
func (s *Store) CaseOfWorkflow(ctx context.Context, workflowID string) (Case, error) {
	var c Case
	err := s.DB.WithContext(ctx).Take(&c, "workflow_id = ?", workflowID).Error
	return c, fail(err, "read the case")
}

// Unstarted lists cases that were committed before the given instant and whose workflow has recorded nothing.
func (s *Store) Unstarted(ctx context.Context, before time.Time, limit int) ([]Case, error) {
	var cases []Case
	err := s.DB.WithContext(ctx).Where("started_at IS NULL AND opened_at < ?", before).
		Order("opened_at").Limit(limit).Find(&cases).Error
	return cases, fail(err, "list the cases that have not started")
}

// lockCase takes the case for this transaction, so that batches follow one another.
func lockCase(tx *gorm.DB, caseNo string) (Case, error) {
	var c Case
	err := tx.Clauses(clause.Locking{Strength: "UPDATE"}).Take(&c, "case_no = ?", caseNo).Error
	return c, err
}

// PeopleExist refuses IDs that no active person has.
func (s *Store) PeopleExist(ctx context.Context, ids []string) error {
	nobody := fault.Wrong("/people", "person", "没有这个人员，请重新选择", "There is no such person; choose again")
	people := map[uuid.UUID]bool{}
	for _, text := range ids {
		id, err := uuid.Parse(text)
		if err != nil {
			return nobody
		}
		people[id] = true
	}
	if len(people) == 0 {
		return nil
	}
	var found int
	if err := s.DB.WithContext(ctx).Raw(`SELECT COUNT(*) FROM users WHERE id IN ? AND NOT disabled`,
		slices.Collect(maps.Keys(people))).Scan(&found).Error; err != nil {
		return fail(err, "look for the people")
	}
	if found < len(people) {
		return nobody
	}
	return nil
}

// EnterprisesOf gives the enterprises' names of cases, by case number.
func (s *Store) EnterprisesOf(ctx context.Context, numbers []string) (map[string]string, error) {
	var rows []struct{ CaseNo, EnterpriseName string }
	err := s.DB.WithContext(ctx).Raw(`SELECT case_no, enterprise_name FROM cases WHERE case_no = ANY(?)`, Texts(numbers)).Scan(&rows).Error
	names := make(map[string]string, len(rows))
	for _, row := range rows {
		names[row.CaseNo] = row.EnterpriseName
	}
	return names, fail(err, "read the enterprises of the cases")
}

// CaseNumbers lists all cases, for checks that run over everything.
func (s *Store) CaseNumbers(ctx context.Context) ([]string, error) {
	var numbers []string
	err := s.DB.WithContext(ctx).Raw(`SELECT case_no FROM cases ORDER BY case_no`).Scan(&numbers).Error
	return numbers, fail(err, "list the cases")
}
