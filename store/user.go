package store

import (
	"context"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"jiangxin/domain/casework"
)

// User is a person with an account: of a body, of an enterprise, or of neither (experts, operators).
type User struct {
	ID           uuid.UUID `gorm:"primaryKey"`
	Login        string
	Name         string
	PasswordHash string
	BodyID       *string
	EnterpriseID *uuid.UUID
	PhoneSealed  string
	PhoneDigest  []byte
	Disabled     bool
	CreatedAt    time.Time
	Version      int
}

// TableName is the table of users.
func (User) TableName() string { return "users" }

// UserRole gives a user one role within their body or enterprise.
type UserRole struct {
	UserID uuid.UUID     `gorm:"primaryKey"`
	Role   casework.Role `gorm:"primaryKey"`
}

// TableName is the table of roles.
func (UserRole) TableName() string { return "user_roles" }

// UserByLogin reads the user of a sign-in name.
func (s *Store) UserByLogin(ctx context.Context, login string) (User, error) {
	var u User
	err := s.DB.WithContext(ctx).Take(&u, "login = ?", login).Error
	return u, fail(err, "read the user")
}

// User reads one user.
func (s *Store) User(ctx context.Context, id uuid.UUID) (User, error) {
	var u User
	err := s.DB.WithContext(ctx).Take(&u, "id = ?", id).Error
	return u, fail(err, "read the user")
}

// RenewHash keeps a password's new hash, where the old one was made at a lower cost.
func (s *Store) RenewHash(ctx context.Context, id uuid.UUID, hash string) error {
	err := s.DB.WithContext(ctx).Exec(`UPDATE users SET password_hash = ? WHERE id = ?`, hash, id).Error
	return fail(err, "renew the password's hash")
}

// AddUser keeps a user with their roles, unless the sign-in name is there already.
func (s *Store) AddUser(ctx context.Context, u User, roles ...casework.Role) error {
	return s.In(ctx, func(tx *gorm.DB) error {
		done := tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&u)
		if done.Error != nil || done.RowsAffected == 0 {
			return done.Error
		}
		for _, role := range roles {
			if err := tx.Create(&UserRole{UserID: u.ID, Role: role}).Error; err != nil {
				return err
			}
		}
		return nil
	})
}

// Colleague is a user as lists show them.
type Colleague struct {
	ID    uuid.UUID
	Name  string
	Roles Texts
}

// Colleagues lists the active people of a body or enterprise; role may be empty for all.
func (s *Store) Colleagues(ctx context.Context, bodyID string, enterprise uuid.UUID, role string) ([]Colleague, error) {
	var people []Colleague
	err := s.DB.WithContext(ctx).Raw(`SELECT u.id, u.name, ARRAY_AGG(r.role ORDER BY r.role) AS roles
		FROM users u JOIN user_roles r ON r.user_id = u.id
		WHERE NOT u.disabled AND (u.body_id = NULLIF(?, '') OR u.enterprise_id = NULLIF(?, ?)::uuid)
		  AND (? = '' OR EXISTS (SELECT FROM user_roles x WHERE x.user_id = u.id AND x.role = ?))
		GROUP BY u.id, u.name ORDER BY u.name, u.id`,
		bodyID, enterprise.String(), uuid.Nil.String(), role, role).Scan(&people).Error
	return people, fail(err, "list the colleagues")
}

// Names gives the names of users by ID, for showing who did what.
func (s *Store) Names(ctx context.Context, ids []uuid.UUID) (map[uuid.UUID]string, error) {
	names := make(map[uuid.UUID]string, len(ids))
	if len(ids) == 0 {
		return names, nil
	}
	var people []Colleague
	if err := s.DB.WithContext(ctx).Table("users").Select("id, name").Where("id IN ?", ids).Find(&people).Error; err != nil {
		return nil, fail(err, "read the names")
	}
	for _, p := range people {
		names[p.ID] = p.Name
	}
	return names, nil
}
