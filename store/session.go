package store

import (
	"context"
	"time"

	"github.com/google/uuid"
)

// Session is one signed-in browser. Only the digest of its token is stored.
type Session struct {
	Digest    []byte `gorm:"primaryKey"`
	UserID    uuid.UUID
	CSRF      string `gorm:"column:csrf"`
	CreatedAt time.Time
	SeenAt    time.Time
	ExpiresAt time.Time
}

// TableName is the table of sessions.
func (Session) TableName() string { return "sessions" }

// SignedIn is a session with its person, as every request needs them.
type SignedIn struct {
	Session
	Login        string
	Name         string
	BodyID       string
	EnterpriseID *uuid.UUID
	Roles        Texts
}

// OpenSession keeps a new session, and removes those that have ended and attempts that count for nothing.
func (s *Store) OpenSession(ctx context.Context, session Session) error {
	if err := s.DB.WithContext(ctx).Create(&session).Error; err != nil {
		return fail(err, "open the session")
	}
	err := s.DB.WithContext(ctx).Exec(`DELETE FROM sessions WHERE expires_at < ?`, session.CreatedAt).Error
	if err != nil {
		return fail(err, "remove ended sessions")
	}
	err = s.DB.WithContext(ctx).Exec(`DELETE FROM password_attempts WHERE expires_at < ?`, session.CreatedAt).Error
	return fail(err, "remove old attempts")
}

// SessionOf finds the live session of a token's digest: seen after idleSince, not past its end, its person
// not disabled.
func (s *Store) SessionOf(ctx context.Context, digest []byte, now, idleSince time.Time) (SignedIn, bool, error) {
	var found []SignedIn
	err := s.DB.WithContext(ctx).Raw(`SELECT s.*, u.login, u.name, COALESCE(u.body_id, '') AS body_id, u.enterprise_id,
			ARRAY(SELECT role FROM user_roles r WHERE r.user_id = u.id ORDER BY role) AS roles
		FROM sessions s JOIN users u ON u.id = s.user_id
		WHERE s.digest = ? AND s.expires_at > ? AND s.seen_at > ? AND NOT u.disabled`, digest, now, idleSince).Scan(&found).Error
	if err != nil || len(found) == 0 {
		return SignedIn{}, false, fail(err, "read the session")
	}
	return found[0], true, nil
}

// Seen notes that the session was used.
func (s *Store) Seen(ctx context.Context, digest []byte, at time.Time) error {
	err := s.DB.WithContext(ctx).Exec(`UPDATE sessions SET seen_at = ? WHERE digest = ?`, at, digest).Error
	return fail(err, "note the session's use")
}

// CloseSession ends a session; one that is gone is fine.
func (s *Store) CloseSession(ctx context.Context, digest []byte) error {
	err := s.DB.WithContext(ctx).Exec(`DELETE FROM sessions WHERE digest = ?`, digest).Error
	return fail(err, "close the session")
}

// PersonalRead is one full reading of a sealed value or file.
type PersonalRead struct {
	ID      uuid.UUID `gorm:"primaryKey"`
	UserID  uuid.UUID
	Subject string // table, row and column
	Reason  string
	Request string
	At      time.Time
}

// TableName is the table of readings.
func (PersonalRead) TableName() string { return "personal_reads" }

// RecordReading keeps who read what in full, and why. It comes before the value is shown.
func (s *Store) RecordReading(ctx context.Context, r PersonalRead) error {
	id, err := uuid.NewV7()
	if err != nil {
		return err
	}
	r.ID = id
	return fail(s.DB.WithContext(ctx).Create(&r).Error, "record the reading")
}
