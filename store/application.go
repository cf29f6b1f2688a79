package store

import (
	"context"
	"encoding/json"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"jiangxin/domain/fault"
)

// States of an application.
const (
	ApplicationDraft     = "draft"
	ApplicationSubmitted = "submitted"
)

// Application is an enterprise's application (申请): a draft that saves itself, frozen at submission.
type Application struct {
	ID           uuid.UUID `gorm:"primaryKey"`
	EnterpriseID uuid.UUID
	Kind         string
	Region       string
	State        string
	CaseNo       *string
	Content      string // JSON by sections
	CreatedBy    uuid.UUID
	CreatedAt    time.Time
	UpdatedAt    time.Time
	Version      int
}

// TableName is the table of applications.
func (Application) TableName() string { return "applications" }

// Application reads one application.
func (s *Store) Application(ctx context.Context, id uuid.UUID) (Application, error) {
	var a Application
	err := s.DB.WithContext(ctx).Take(&a, "id = ?", id).Error
	return a, fail(err, "read the application")
}

// ApplicationOfCase reads the application that a case runs on.
func (s *Store) ApplicationOfCase(ctx context.Context, caseNo string) (Application, error) {
	var a Application
	err := s.DB.WithContext(ctx).Take(&a, "case_no = ?", caseNo).Error
	return a, fail(err, "read the application")
}

// Applications lists an enterprise's applications, the newest first, from before the place of a page on.
func (s *Store) Applications(ctx context.Context, enterprise uuid.UUID, before Place, limit int) ([]Application, error) {
	var rows []Application
	query := s.DB.WithContext(ctx).Where("enterprise_id = ?", enterprise)
	if !before.At.IsZero() {
		query = query.Where("(created_at, id) < (?, ?::uuid)", before.At, before.ID)
	}
	err := query.Order("created_at DESC, id DESC").Limit(limit).Find(&rows).Error
	return rows, fail(err, "list the applications")
}

// Place is where a page of a list by time begins: after the entry with this instant and ID.
type Place struct {
	At time.Time
	ID string
}

// AddApplication keeps a new draft.
func (s *Store) AddApplication(ctx context.Context, a Application) error {
	return fail(s.DB.WithContext(ctx).Create(&a).Error, "keep the application")
}

// SaveApplication writes the content over the edited version. A draft that changed meanwhile is
// fault.Stale, one that was submitted fault.Closed.
func (s *Store) SaveApplication(ctx context.Context, id uuid.UUID, version int, content string, at time.Time) error {
	return s.In(ctx, func(tx *gorm.DB) error {
		return moveDraft(tx, id, version, at, "content = ?", content)
	})
}

// ReplaceStaff replaces the staff lists of a draft.
func (s *Store) ReplaceStaff(ctx context.Context, id uuid.UUID, version int, rows []Staff, at time.Time) error {
	return s.In(ctx, func(tx *gorm.DB) error {
		if err := moveDraft(tx, id, version, at, "content = content"); err != nil {
			return err
		}
		if err := tx.Exec("DELETE FROM staff WHERE application_id = ?", id).Error; err != nil {
			return err
		}
		if len(rows) == 0 {
			return nil
		}
		return tx.CreateInBatches(rows, 500).Error
	})
}

// editable holds for a draft, and for a submitted application while its applicant is asked to mend it.
const editable = `(state = 'draft' OR EXISTS (SELECT FROM tasks t WHERE t.case_no = applications.case_no
	AND t.stage IN ('supplement', 'rectification') AND t.state = 'open'))`

// moveDraft changes an editable application whose version still matches.
func moveDraft(tx *gorm.DB, id uuid.UUID, version int, at time.Time, change string, values ...any) error {
	arguments := append(append([]any{}, values...), at, id, version)
	done := tx.Exec("UPDATE applications SET "+change+", updated_at = ?, version = version + 1 WHERE id = ? AND version = ? AND "+editable, arguments...)
	if done.Error != nil || done.RowsAffected == 1 {
		return done.Error
	}
	var now Application
	if err := tx.Take(&now, "id = ?", id).Error; err != nil {
		return err
	}
	if now.Version == version {
		return fault.New(fault.Closed, "申请已提交，不能再修改；需要更正时请等待补正通知或撤回", "The application is submitted and cannot be changed; wait for a notice or withdraw it")
	}
	return fault.New(fault.Stale, "申请已在别处修改，您填写的内容仍保留，请核对后重新保存", "The application was changed elsewhere; what you wrote is kept, compare and save again").
		With("version", itoa(now.Version)).With("at", now.UpdatedAt.Format(time.RFC3339))
}

// closeDraft ends the mending of what the command hands in anew, if it does, an application or a batch: at the very
// version that was frozen, so that no edit between freezing and keeping is lost. Whoever saves afterwards is stale.
func closeDraft(tx *gorm.DB, c Command) error {
	var body DecisionBody
	if err := json.Unmarshal([]byte(c.Body), &body); err != nil || body.Draft == 0 {
		return err
	}
	done := tx.Exec(`WITH batch AS (UPDATE batches SET version = version + 1 WHERE batch_no = @case AND version = @draft RETURNING batch_no),
			application AS (UPDATE applications SET version = version + 1 WHERE case_no = @case AND version = @draft RETURNING case_no)
		SELECT 1 FROM batch UNION ALL SELECT 1 FROM application`, map[string]any{"case": c.CaseNo, "draft": body.Draft})
	if done.Error == nil && done.RowsAffected == 0 {
		return fault.New(fault.Stale, "材料在提交的同时有修改，请刷新核对后再提交", "What you hand in was changed meanwhile; reload, compare and submit again")
	}
	return done.Error
}

// DiscardDraft removes a draft with its staff lists. Submitted applications stay.
func (s *Store) DiscardDraft(ctx context.Context, id uuid.UUID) error {
	return s.In(ctx, func(tx *gorm.DB) error {
		if err := tx.Exec(`DELETE FROM staff WHERE application_id = ? AND EXISTS (
			SELECT FROM applications a WHERE a.id = ? AND a.state = 'draft')`, id, id).Error; err != nil {
			return err
		}
		done := tx.Exec("DELETE FROM applications WHERE id = ? AND state = 'draft'", id)
		if done.Error == nil && done.RowsAffected == 0 {
			return fault.New(fault.Closed, "申请已提交，不能删除；可以撤回申请", "The application is submitted and cannot be deleted; withdraw it instead")
		}
		return done.Error
	})
}

// Staff is one row of a staff list (人员名单). The ID number is sealed; its digest finds it.
type Staff struct {
	ApplicationID  uuid.UUID `gorm:"primaryKey"`
	Kind           string    `gorm:"primaryKey"`
	Ordinal        int       `gorm:"primaryKey"`
	Name           string
	IDNumberSealed string `gorm:"column:id_number_sealed"`
	IDNumberDigest []byte `gorm:"column:id_number_digest"`
	IDNumberMasked string `gorm:"column:id_number_masked"`
	Details        string // JSON without the ID number
}

// TableName is the table of staff rows.
func (Staff) TableName() string { return "staff" }

// StaffOf lists the staff rows of an application in order.
func (s *Store) StaffOf(ctx context.Context, application uuid.UUID) ([]Staff, error) {
	var rows []Staff
	err := s.DB.WithContext(ctx).Where("application_id = ?", application).Order("ordinal, kind").Find(&rows).Error
	return rows, fail(err, "list the staff")
}
