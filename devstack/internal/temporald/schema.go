package temporald

import (
	"fmt"
	"time"

	"go.temporal.io/server/common/config"
	"go.temporal.io/server/common/log"
	"go.temporal.io/server/common/persistence/sql/sqlplugin/postgresql"
	"go.temporal.io/server/tools/common/schema"
	"go.temporal.io/server/tools/sql"
)

// migrate creates both databases where they are missing and brings their schema to the version that
// this server was built with. Running it again changes nothing.
func migrate(o Options, logger log.Logger) error {
	for _, each := range []struct{ database, schema string }{
		{mainDatabase, "postgresql/v12/temporal"},
		{visibilityDatabase, "postgresql/v12/visibility"},
	} {
		if err := migrateOne(o, each.database, each.schema, logger); err != nil {
			return fmt.Errorf("bring the schema of database %s up to date: %w", each.database, err)
		}
	}
	return nil
}

func migrateOne(o Options, database, schemaName string, logger log.Logger) error {
	if err := sql.DoCreateDatabase(sqlConfig(o, database, 1), "postgres", logger); err != nil {
		return err
	}
	conn, err := sql.NewConnection(sqlConfig(o, database, 1), logger)
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

// sqlConfig describes one database. It sets no sslmode among the connect attributes: the plugin
// derives it from TLS and refuses it twice.
func sqlConfig(o Options, database string, connections int) *config.SQL {
	return &config.SQL{
		PluginName:      postgresql.PluginNamePGX,
		ConnectAddr:     o.PostgresAddress,
		ConnectProtocol: "tcp",
		User:            o.PostgresUser,
		Password:        o.PostgresPassword,
		DatabaseName:    database,
		MaxConns:        connections,
		MaxIdleConns:    connections,
		MaxConnLifetime: time.Hour,
	}
}
