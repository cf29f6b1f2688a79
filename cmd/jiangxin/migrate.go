package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx" that the migrations run on

	"jiangxin/cmd/jiangxin/app"
	"jiangxin/config"
	"jiangxin/migrations"
	"jiangxin/store"
)

// runMigrate brings schema, reference data and bucket up to date; all of it may be done again. Schema and
// reference data need the owner's role, which the running product does not have.
func runMigrate(ctx context.Context, args []string) error {
	cfg, err := config.Read()
	if err != nil {
		return err
	}
	if cfg.DatabaseOwnerURL == "" {
		return errors.New("JIANGXIN_DATABASE_OWNER_URL is missing: migrations need the role that owns the tables")
	}
	db, err := sql.Open("pgx", cfg.DatabaseOwnerURL)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	move := migrations.Up
	if len(args) == 1 && args[0] == "down" {
		move = migrations.Down
	}
	at, err := move(ctx, db)
	if err != nil {
		return err
	}
	fmt.Println("the schema is at version", at)
	if len(args) > 0 {
		return nil
	}
	if err := seedReference(ctx, cfg.DatabaseOwnerURL); err != nil {
		return err
	}
	a, err := app.New(cfg, version(), slog.Default())
	if err != nil {
		return err
	}
	defer a.Close()
	return a.Evidence.EnsureBucket(ctx)
}

func seedReference(ctx context.Context, ownerURL string) error {
	owner, err := store.Open(ownerURL)
	if err != nil {
		return err
	}
	defer func() { _ = owner.Close() }()
	return owner.SeedReference(ctx)
}
