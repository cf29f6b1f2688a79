package store

import (
	"context"
	"time"

	"github.com/google/uuid"

	"jiangxin/domain/fault"
)

// viewsMax is how many views one person keeps (setting).
const viewsMax = 50

// SavedView is a view of the work queue under a name.
type SavedView struct {
	ID        uuid.UUID `gorm:"primaryKey"`
	UserID    uuid.UUID
	BodyID    *string // with whom it is shared
	Name      string
	Search    string
	CreatedAt time.Time
}

// TableName is the table of views.
func (SavedView) TableName() string { return "saved_views" }

// ViewRow is a view with the name of who saved it.
type ViewRow struct {
	SavedView
	Owner string
}

// Views lists a person's own views and those that are shared with their body, by name.
func (s *Store) Views(ctx context.Context, user uuid.UUID, body string) ([]ViewRow, error) {
	var rows []ViewRow
	err := s.DB.WithContext(ctx).Raw(`SELECT v.*, u.name AS owner FROM saved_views v JOIN users u ON u.id = v.user_id
		WHERE v.user_id = ? OR v.body_id = ? ORDER BY v.name, v.id`, user, body).Scan(&rows).Error
	return rows, fail(err, "list the views")
}

// AddView keeps a view, up to the most that one person may have. A name stands once for each person.
func (s *Store) AddView(ctx context.Context, v SavedView) error {
	done := s.DB.WithContext(ctx).Exec(`INSERT INTO saved_views (id, user_id, body_id, name, search, created_at)
		SELECT ?, ?, ?, ?, ?, ? WHERE (SELECT COUNT(*) FROM saved_views WHERE user_id = ?) < ? ON CONFLICT DO NOTHING`,
		v.ID, v.UserID, v.BodyID, v.Name, v.Search, v.CreatedAt, v.UserID, viewsMax)
	if done.Error != nil || done.RowsAffected == 1 {
		return fail(done.Error, "save the view")
	}
	var same int
	if err := s.DB.WithContext(ctx).Raw(`SELECT COUNT(*) FROM saved_views WHERE user_id = ? AND name = ?`, v.UserID, v.Name).Scan(&same).Error; err != nil {
		return fail(err, "look for the view")
	}
	if same > 0 {
		return fault.Wrong("/name", "duplicate", "您已有同名的视图，请换一个名称", "You have a view of this name already; choose another")
	}
	return fault.Wrong("/name", "too_many", "保存的视图已达 "+itoa(viewsMax)+" 个，请先删除不用的", "You keep "+itoa(viewsMax)+" views already; remove one first")
}

// RemoveView removes a view of the person, and says whether there was one.
func (s *Store) RemoveView(ctx context.Context, user, id uuid.UUID) (bool, error) {
	done := s.DB.WithContext(ctx).Exec(`DELETE FROM saved_views WHERE id = ? AND user_id = ?`, id, user)
	return done.RowsAffected == 1, fail(done.Error, "remove the view")
}
