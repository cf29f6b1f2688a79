package store

import (
	"context"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm/clause"
)

// Enterprise is an enterprise (企业) that files or has filed.
type Enterprise struct {
	ID                 uuid.UUID `gorm:"primaryKey"`
	Name               string
	CreditCode         string
	CreditCodeOverride string // why a code that fails its check digit is right
	Region             string
	CreatedAt          time.Time
	Version            int
}

// TableName is the table of enterprises.
func (Enterprise) TableName() string { return "enterprises" }

// Enterprise reads one enterprise.
func (s *Store) Enterprise(ctx context.Context, id uuid.UUID) (Enterprise, error) {
	var e Enterprise
	err := s.DB.WithContext(ctx).Take(&e, "id = ?", id).Error
	return e, fail(err, "read the enterprise")
}

// AddEnterprise keeps an enterprise unless it, or its credit code, is there already.
func (s *Store) AddEnterprise(ctx context.Context, e Enterprise) error {
	err := s.DB.WithContext(ctx).Clauses(clause.OnConflict{DoNothing: true}).Create(&e).Error
	return fail(err, "keep the enterprise")
}

// FilingOfEnterprise reads the filing of an enterprise, if it has one.
func (s *Store) FilingOfEnterprise(ctx context.Context, id uuid.UUID) (Filing, bool, error) {
	var rows []Filing
	err := s.DB.WithContext(ctx).Where("enterprise_id = ?", id).Limit(1).Find(&rows).Error
	if err != nil || len(rows) == 0 {
		return Filing{}, false, fail(err, "read the filing")
	}
	return rows[0], true, nil
}

// Expert is what is known of an expert when a panel is chosen.
type Expert struct {
	UserID    uuid.UUID `gorm:"primaryKey"`
	Region    string
	Employer  string
	Title     string // 职称
	Specialty string // occupation codes, separated by spaces
}

// TableName is the table of experts.
func (Expert) TableName() string { return "experts" }

// AddExpert keeps what is known of an expert, unless it is there already.
func (s *Store) AddExpert(ctx context.Context, e Expert) error {
	err := s.DB.WithContext(ctx).Clauses(clause.OnConflict{DoNothing: true}).Create(&e).Error
	return fail(err, "keep the expert")
}

// Candidate is an expert with what a choice looks at.
type Candidate struct {
	Expert
	Name   string
	Recent int // panels since the given instant
}

// Candidates lists the active experts of a region, of the province when it is empty.
func (s *Store) Candidates(ctx context.Context, region string) ([]Candidate, error) {
	return s.CandidatesSince(ctx, region, time.Time{})
}

// CandidatesSince is Candidates with the panels that each sat on since an instant; none are counted when it
// is zero.
func (s *Store) CandidatesSince(ctx context.Context, region string, since time.Time) ([]Candidate, error) {
	var rows []Candidate
	err := s.DB.WithContext(ctx).Raw(`SELECT e.*, u.name, CASE WHEN ? THEN (
			SELECT COUNT(DISTINCT t.case_no) FROM tasks t WHERE t.assignee = e.user_id AND t.opened_at >= ? AND t.state <> 'void'
		) ELSE 0 END AS recent
		FROM experts e JOIN users u ON u.id = e.user_id
		WHERE NOT u.disabled AND (? = '' OR e.region = ?) ORDER BY u.name, u.id`, !since.IsZero(), since, region, region).Scan(&rows).Error
	return rows, fail(err, "list the experts")
}
