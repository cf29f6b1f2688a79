package migrations

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
)

// Up applies what is missing, in order, and returns the version that the schema has then. db connects
// with the owner's role. Several processes may call it at once: the second waits for the first.
func Up(ctx context.Context, db *sql.DB) (version int64, err error) {
	provider, err := provider(db)
	if err != nil {
		return 0, err
	}
	if _, err := provider.Up(ctx); err != nil {
		return 0, fmt.Errorf("migrate the schema up: %w", err)
	}
	return provider.GetDBVersion(ctx)
}

// Down takes the newest migration back and returns the version that the schema has then.
func Down(ctx context.Context, db *sql.DB) (version int64, err error) {
	provider, err := provider(db)
	if err != nil {
		return 0, err
	}
	if _, err := provider.Down(ctx); err != nil {
		return 0, fmt.Errorf("take the newest migration back: %w", err)
	}
	return provider.GetDBVersion(ctx)
}

func provider(db *sql.DB) (*goose.Provider, error) {
	locker, err := lock.NewPostgresSessionLocker()
	if err != nil {
		return nil, fmt.Errorf("prepare the migrations' lock: %w", err)
	}
	p, err := goose.NewProvider(goose.DialectPostgres, db, Files, goose.WithSessionLocker(locker))
	if err != nil {
		return nil, fmt.Errorf("read the migrations: %w", err)
	}
	return p, nil
}
