package stack

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"
)

// temporalRole owns Temporal's two databases.
const temporalRole = "temporal"

// provision makes the roles and the database of the product where they are missing. The owner role
// owns the database and so its migrations; the application's role may only connect, until migrations
// grant it more. Its success also means that Postgres answers.
func (s Settings) provision(ctx context.Context) error {
	admin, err := pgx.Connect(ctx, s.databaseURL(superuser, "postgres"))
	if err != nil {
		return err
	}
	defer func() { _ = admin.Close(ctx) }()
	for _, role := range []struct{ name, rights string }{
		{ownerRole, "NOCREATEDB"}, {appRole, "NOCREATEDB"}, {temporalRole, "CREATEDB"},
	} {
		if err := makeRole(ctx, admin, role.name, role.rights); err != nil {
			return fmt.Errorf("make role %s: %w", role.name, err)
		}
	}
	var exists bool
	if err := admin.QueryRow(ctx, "SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)", database).Scan(&exists); err != nil {
		return err
	}
	if exists {
		return nil
	}
	for _, statement := range []string{
		"CREATE DATABASE " + database + " OWNER " + ownerRole,
		"REVOKE ALL ON DATABASE " + database + " FROM PUBLIC",
		"GRANT CONNECT ON DATABASE " + database + " TO " + appRole,
	} {
		if _, err := admin.Exec(ctx, statement); err != nil {
			return fmt.Errorf("make database %s: %w", database, err)
		}
	}
	return nil
}

func makeRole(ctx context.Context, admin *pgx.Conn, name, rights string) error {
	var exists bool
	if err := admin.QueryRow(ctx, "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1)", name).Scan(&exists); err != nil {
		return err
	}
	if exists {
		return nil
	}
	_, err := admin.Exec(ctx, fmt.Sprintf("CREATE ROLE %s LOGIN NOSUPERUSER %s PASSWORD '%s'", name, rights, devPassword))
	return err
}
