// Package crowd puts the made-up people and enterprises of package cast into a database. It is for
// demonstrations, tests and benchmarks only. Everything may be put there twice: what is there stays.
package crowd

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"jiangxin/demo/cast"
	"jiangxin/store"
	"jiangxin/vault"
)

// space is the namespace in which a sign-in name or a credit code always gives the same ID.
var space = uuid.MustParse("b9d1a5a2-6f0e-5c1d-9f57-3f6f2b0c22e1")

// Hasher hashes passwords; *vault.Passwords does.
type Hasher interface {
	Hash(ctx context.Context, password string) (string, error)
}

// Cheap hashes at the least cost that argon2 knows, for crowds of people who do not exist.
func Cheap() (*vault.Passwords, error) {
	return vault.NewPasswords(vault.PasswordCost{MemoryKiB: 64, Passes: 1, Lanes: 1}, 8)
}

// Seed puts the offices, the experts and for each city so many enterprises with their clerks into a database
// that has its reference data. All have the password cast.Password, hashed once.
func Seed(ctx context.Context, to *store.Store, hasher Hasher, perCity int) error {
	hash, err := hasher.Hash(ctx, cast.Password)
	if err != nil {
		return fmt.Errorf("hash the demonstration's password: %w", err)
	}
	return to.In(ctx, func(tx *gorm.DB) error {
		b := batch{hash: hash, now: time.Now().UTC().Truncate(time.Microsecond)}
		for _, p := range cast.Officers() {
			b.person(p, nil)
		}
		for _, e := range cast.Experts() {
			b.expert(e)
		}
		for _, city := range cast.Cities() {
			for n := range perCity {
				b.enterprise(cast.EnterpriseOf(city, n+1))
			}
		}
		return b.write(tx)
	})
}

// batch collects the rows, so that thousands of enterprises are a few statements.
type batch struct {
	hash        string
	now         time.Time
	enterprises []store.Enterprise
	users       []store.User
	roles       []store.UserRole
	experts     []store.Expert
}

func (b *batch) person(p cast.Person, enterprise *uuid.UUID) uuid.UUID {
	id := uuid.NewSHA1(space, []byte("user "+p.Login))
	u := store.User{ID: id, Login: p.Login, Name: p.Name, PasswordHash: b.hash, EnterpriseID: enterprise, CreatedAt: b.now, Version: 1}
	if p.Body != "" {
		u.BodyID = &p.Body
	}
	b.users = append(b.users, u)
	for _, role := range p.Roles {
		b.roles = append(b.roles, store.UserRole{UserID: id, Role: role})
	}
	return id
}

func (b *batch) expert(e cast.Expert) {
	b.experts = append(b.experts, store.Expert{
		UserID: b.person(e.Person, nil), Region: e.Region, Employer: e.Employer, Title: e.Title, Specialty: e.Specialty,
	})
}

func (b *batch) enterprise(e cast.Enterprise) {
	id := uuid.NewSHA1(space, []byte("enterprise "+e.CreditCode))
	b.enterprises = append(b.enterprises, store.Enterprise{
		ID: id, Name: e.Name, CreditCode: e.CreditCode, Region: e.Region, CreatedAt: b.now, Version: 1,
	})
	b.person(e.Clerk, &id)
}

// rowsAtOnce keeps a statement below Postgres' 65,535 parameters.
const rowsAtOnce = 500

func (b *batch) write(tx *gorm.DB) error {
	tx = tx.Clauses(clause.OnConflict{DoNothing: true}).Session(&gorm.Session{})
	for _, rows := range []any{b.enterprises, b.users, b.roles, b.experts} {
		if err := tx.CreateInBatches(rows, rowsAtOnce).Error; err != nil {
			return fmt.Errorf("put the crowd into the database: %w", err)
		}
	}
	return nil
}
