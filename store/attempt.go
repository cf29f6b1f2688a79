package store

import (
	"context"
	"time"

	"github.com/google/uuid"
)

// PasswordAttempts counts the passwords that were tried one after another, by the user or, for a name that
// nobody has, by a digest of the name.
type PasswordAttempts struct {
	Subject   uuid.UUID `gorm:"primaryKey"`
	Attempts  int
	ExpiresAt time.Time // from then on they count for nothing
}

// TableName is the table of attempts.
func (PasswordAttempts) TableName() string { return "password_attempts" }

// ClaimAttempt counts an attempt before the password is looked at, so that of many at once no more than the
// limit are judged. When the limit is used up it says so, with the instant at which the next may be claimed;
// further tries do not move that instant.
func (s *Store) ClaimAttempt(ctx context.Context, subject uuid.UUID, limit int, now, expires time.Time) (until time.Time, claimed bool, err error) {
	var count []int
	err = s.DB.WithContext(ctx).Raw(`INSERT INTO password_attempts AS a (subject, attempts, expires_at) VALUES (@subject, 1, @expires)
		ON CONFLICT (subject) DO UPDATE SET attempts = CASE WHEN a.expires_at <= @now THEN 1 ELSE a.attempts + 1 END, expires_at = @expires
			WHERE a.expires_at <= @now OR a.attempts < @limit
		RETURNING attempts`, map[string]any{"subject": subject, "limit": limit, "now": now, "expires": expires}).Scan(&count).Error
	if err != nil || len(count) > 0 {
		return time.Time{}, err == nil, fail(err, "claim an attempt")
	}
	var used []PasswordAttempts
	if err := s.DB.WithContext(ctx).Find(&used, "subject = ?", subject).Error; err != nil {
		return time.Time{}, false, fail(err, "read the attempts")
	}
	if len(used) == 0 { // forgotten this instant, by the right password
		return now, false, nil
	}
	return used[0].ExpiresAt, false, nil
}

// ForgetAttempts clears the count, as the right password does.
func (s *Store) ForgetAttempts(ctx context.Context, subject uuid.UUID) error {
	err := s.DB.WithContext(ctx).Exec(`DELETE FROM password_attempts WHERE subject = ?`, subject).Error
	return fail(err, "forget the attempts")
}
