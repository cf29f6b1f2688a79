package main

import (
	"context"
	"database/sql"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx" that the migrations run on
	"go.temporal.io/sdk/client"

	"jiangxin/config"
	"jiangxin/demo/crowd"
	"jiangxin/migrations"
	"jiangxin/store"
)

// enterprises is how many made-up enterprises each city has.
const enterprises = 40

// house is what parts share: each thing is there from the first time that a part asks for it.
type house struct {
	cfg      config.Config
	prepared bool
	running  *product
	dialled  client.Client
	held     *cohort
}

// product gives the whole product as one process, on a database with made-up people.
func (h *house) product(ctx context.Context) (*product, error) {
	if h.running != nil {
		return h.running, nil
	}
	if err := h.prepare(ctx); err != nil {
		return nil, err
	}
	var err error
	h.running, _, err = startProduct(ctx)
	return h.running, err
}

// temporal gives a client as the product has one.
func (h *house) temporal() (client.Client, error) {
	if h.dialled != nil {
		return h.dialled, nil
	}
	var err error
	h.dialled, err = client.Dial(client.Options{HostPort: h.cfg.TemporalAddress, Namespace: h.cfg.TemporalNamespace, Logger: quiet{},
		ConnectionOptions: client.ConnectionOptions{GrpcCompression: &client.GrpcCompressionNone{}},
	})
	return h.dialled, err
}

func (h *house) prepare(ctx context.Context) error {
	if h.prepared {
		return nil
	}
	h.prepared = true
	return prepare(ctx, h.cfg.DatabaseOwnerURL, enterprises)
}

func (h *house) close() {
	if h.running != nil {
		h.running.stop()
	}
	if h.dialled != nil {
		h.dialled.Close()
	}
}

// prepare migrates and seeds an empty database.
func prepare(ctx context.Context, ownerURL string, perCity int) error {
	db, err := sql.Open("pgx", ownerURL)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	if _, err := migrations.Up(ctx, db); err != nil {
		return err
	}
	to, err := store.Open(ownerURL)
	if err != nil {
		return err
	}
	defer func() { _ = to.Close() }()
	if err := to.SeedReference(ctx); err != nil {
		return err
	}
	hasher, err := crowd.Cheap()
	if err != nil {
		return err
	}
	return crowd.Seed(ctx, to, hasher, perCity)
}

// quiet drops the SDK's log.
type quiet struct{}

func (quiet) Debug(string, ...any) {}
func (quiet) Info(string, ...any)  {}
func (quiet) Warn(string, ...any)  {}
func (quiet) Error(string, ...any) {}
