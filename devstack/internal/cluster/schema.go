// Package cluster gives a Temporal cluster what it needs before it can be used: the schema of its two
// databases, the namespace, and the search attributes by which operators find cases.
package cluster

import (
	"fmt"
	"time"

	"go.temporal.io/server/common/config"
	"go.temporal.io/server/common/log"
	"go.temporal.io/server/common/persistence/sql/sqlplugin/postgresql"
	"go.temporal.io/server/tools/common/schema"
	"go.temporal.io/server/tools/sql"
)

// The two databases of a Temporal cluster.
const (
	MainDatabase       = "temporal"
	VisibilityDatabase = "temporal_visibility"
)

// Postgres says where both databases are and as whom to reach them.
type Postgres struct {
	Address  string // host:port
	User     string // a role that may create databases
	Password string
}

// Migrate creates both databases where they are missing and brings their schema to the version that
// this server was built with. Running it again changes nothing.
func Migrate(p Postgres, logger log.Logger) error {
	for _, each := range []struct{ database, schema string }{
		{MainDatabase, "postgresql/v12/temporal"},
		{VisibilityDatabase, "postgresql/v12/visibility"},
	} {
		if err := migrateOne(p, each.database, each.schema, logger); err != nil {
			return fmt.Errorf("bring the schema of database %s up to date: %w", each.database, err)
		}
	}
	return nil
}

func migrateOne(p Postgres, database, schemaName string, logger log.Logger) error {
	if err := sql.DoCreateDatabase(p.SQL(database, 1), "postgres", logger); err != nil {
		return err
	}
	conn, err := sql.NewConnection(p.SQL(database, 1), logger)
	if err != nil {
		return err
	}
	defer conn.Close()

	if _, err := conn.ReadSchemaVersion(); err != nil {
		// No version table yet: version 0.0 is an empty database, and the update below fills it.
		setup := schema.NewSetupSchemaTask(conn, &schema.SetupConfig{InitialVersion: "0.0"}, logger)
		if err := setup.Run(); err != nil {
			return err
		}
	}
	update := schema.NewUpdateSchemaTask(conn, &schema.UpdateConfig{SchemaName: schemaName}, logger)
	return update.Run()
}

// SQL describes one database, with at most that many connections. It sets no sslmode among the connect attributes: the plugin
// derives it from TLS and refuses it twice.
func (p Postgres) SQL(database string, connections int) *config.SQL {
	return &config.SQL{
		PluginName:      postgresql.PluginNamePGX,
		ConnectAddr:     p.Address,
		ConnectProtocol: "tcp",
		User:            p.User,
		Password:        p.Password,
		DatabaseName:    database,
		MaxConns:        connections,
		MaxIdleConns:    connections,
		MaxConnLifetime: time.Hour,
	}
}
