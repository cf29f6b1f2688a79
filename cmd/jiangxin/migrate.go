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
)

// runMigrate brings schema, reference data and bucket up to date; all of it may be done again. The schema
// needs the owner's role, which the running product does not have.
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
	a, err := app.New(cfg, version(), slog.Default())
	if err != nil {
		return err
	}
	defer a.Close()
	if err := a.Store.SeedReference(ctx); err != nil {
		return err
	}
	return a.Evidence.EnsureBucket(ctx)
}
