package store

import (
	"context"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm/clause"

	"jiangxin/domain/fault"
)

// Worksheet is what somebody has typed for a task and not yet decided.
type Worksheet struct {
	CaseNo    string    `gorm:"primaryKey"`
	TaskID    string    `gorm:"primaryKey"`
	UserID    uuid.UUID `gorm:"primaryKey"`
	Content   string    // JSON
	Findings  Texts     // on materials 1 to 7, at acceptance
	Version   int
	UpdatedAt time.Time
}

// TableName is the table of worksheets.
func (Worksheet) TableName() string { return "worksheets" }

// Worksheet reads a person's worksheet of a task, if there is one.
func (s *Store) Worksheet(ctx context.Context, caseNo, taskID string, user uuid.UUID) (Worksheet, bool, error) {
	var rows []Worksheet
	err := s.DB.WithContext(ctx).Where("case_no = ? AND task_id = ? AND user_id = ?", caseNo, taskID, user).Limit(1).Find(&rows).Error
	if err != nil || len(rows) == 0 {
		return Worksheet{}, false, fail(err, "read the worksheet")
	}
	return rows[0], true, nil
}

// SaveWorksheet writes over the edited version; version 0 begins one. Another tab's newer version is
// fault.Stale.
func (s *Store) SaveWorksheet(ctx context.Context, w Worksheet) (int, error) {
	edited := w.Version
	w.Version++
	query := s.DB.WithContext(ctx)
	if edited == 0 {
		query = query.Clauses(clause.OnConflict{DoNothing: true}).Create(&w)
	} else {
		query = query.Exec(`UPDATE worksheets SET content = ?, findings = ?, version = ?, updated_at = ?
			WHERE case_no = ? AND task_id = ? AND user_id = ? AND version = ?`,
			w.Content, w.Findings, w.Version, w.UpdatedAt, w.CaseNo, w.TaskID, w.UserID, edited)
	}
	if query.Error != nil {
		return 0, fail(query.Error, "save the worksheet")
	}
	if query.RowsAffected == 1 {
		return w.Version, nil
	}
	now, _, err := s.Worksheet(ctx, w.CaseNo, w.TaskID, w.UserID)
	if err != nil {
		return 0, err
	}
	return 0, fault.New(fault.Stale, "草稿已在另一个窗口保存，您填写的内容仍保留，请核对后重新保存", "The draft was saved in another window; what you wrote is kept, compare and save again").
		With("version", itoa(now.Version)).With("at", now.UpdatedAt.Format(time.RFC3339))
}
