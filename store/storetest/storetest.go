// Package storetest gives every test a Postgres database of its own, migrated and empty. The databases
// are copies of one template that is migrated once per schema, so a test waits a tenth of a second.
package storetest

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"io/fs"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx" that the migrations run on

	"jiangxin/migrations"
	"jiangxin/store"
)

// templateLock is the advisory lock under which one process makes the template and others wait.
const templateLock = 0x6a69616e67

// Database is one throw-away database.
type Database struct {
	Store    *store.Store
	URL      string // as the application's role
	OwnerURL string // as the owner of the tables
}

// New returns a store on a fresh database; both are gone when the test ends.
func New(t testing.TB) *store.Store {
	t.Helper()
	return Open(t).Store
}

// Seeded is New with the reference data that the product is delivered with.
func Seeded(t testing.TB) *store.Store {
	t.Helper()
	database := Open(t)
	database.SeedReference(t)
	return database.Store
}

// SeedReference puts the reference data there, as the owner: the application's role may only read it.
func (d Database) SeedReference(t testing.TB) {
	t.Helper()
	owner, err := store.Open(d.OwnerURL)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = owner.Close() }()
	if err := owner.SeedReference(context.Background()); err != nil {
		t.Fatal(err)
	}
}

// Open is New for tests that also need the addresses.
func Open(t testing.TB) Database {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	admin := setting(t, "JIANGXIN_ADMIN_DATABASE_URL")
	owner := setting(t, "JIANGXIN_DATABASE_OWNER_URL")
	app := setting(t, "JIANGXIN_DATABASE_URL")
	connection, err := pgx.Connect(ctx, admin)
	if err != nil {
		t.Fatalf("connect as the superuser: %v", err)
	}
	defer func() { _ = connection.Close(ctx) }()

	template := makeTemplate(ctx, t, connection, owner)
	name := "test_" + strings.ToLower(rand.Text())
	create(ctx, t, connection, name, template, roleOf(t, owner), roleOf(t, app))
	opened, err := store.Open(in(t, app, name))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = opened.Close()
		drop(t, admin, name)
	})
	return Database{Store: opened, URL: in(t, app, name), OwnerURL: in(t, owner, name)}
}

func setting(t testing.TB, name string) string {
	t.Helper()
	value := os.Getenv(name)
	if value == "" {
		t.Fatalf("%s is not set: this test needs a real Postgres, so run it by `make test` or under `devstack exec --fresh -- go test …`", name)
	}
	return value
}

// makeTemplate returns the name of the migrated template, which it makes when it is missing.
func makeTemplate(ctx context.Context, t testing.TB, admin *pgx.Conn, owner string) string {
	t.Helper()
	name := "template_" + schemaDigest(t)
	must(ctx, t, admin, "SELECT pg_advisory_lock($1)", templateLock)
	defer must(ctx, t, admin, "SELECT pg_advisory_unlock($1)", templateLock)
	var ready bool
	if err := admin.QueryRow(ctx, "SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1 AND datistemplate)", name).Scan(&ready); err != nil {
		t.Fatal(err)
	}
	if ready {
		return name
	}
	must(ctx, t, admin, "DROP DATABASE IF EXISTS "+name+" WITH (FORCE)")
	must(ctx, t, admin, "CREATE DATABASE "+name+" OWNER "+roleOf(t, owner))
	db, err := sql.Open("pgx", in(t, owner, name))
	if err != nil {
		t.Fatal(err)
	}
	_, err = migrations.Up(ctx, db)
	if closed := db.Close(); err == nil {
		err = closed
	}
	if err != nil {
		t.Fatal(err)
	}
	must(ctx, t, admin, "ALTER DATABASE "+name+" WITH is_template true")
	return name
}

func create(ctx context.Context, t testing.TB, admin *pgx.Conn, name, template, owner, app string) {
	t.Helper()
	must(ctx, t, admin, "CREATE DATABASE "+name+" TEMPLATE "+template+" OWNER "+owner)
	must(ctx, t, admin, "GRANT CONNECT ON DATABASE "+name+" TO "+app)
}

func drop(t testing.TB, admin, name string) {
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	connection, err := pgx.Connect(ctx, admin)
	if err != nil {
		t.Logf("drop %s: %v", name, err)
		return
	}
	defer func() { _ = connection.Close(ctx) }()
	if _, err := connection.Exec(ctx, "DROP DATABASE IF EXISTS "+name+" WITH (FORCE)"); err != nil {
		t.Logf("drop %s: %v", name, err)
	}
}

func must(ctx context.Context, t testing.TB, connection *pgx.Conn, statement string, arguments ...any) {
	t.Helper()
	if _, err := connection.Exec(ctx, statement, arguments...); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
}

// schemaDigest names the template after the migrations, so that a changed schema gets a new one.
func schemaDigest(t testing.TB) string {
	t.Helper()
	sum := sha256.New()
	names, err := fs.Glob(migrations.Files, "*.sql")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		body, err := fs.ReadFile(migrations.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		sum.Write(body)
	}
	return hex.EncodeToString(sum.Sum(nil))[:16]
}

func in(t testing.TB, address, database string) string {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal("a database address in the environment cannot be read")
	}
	u.Path = "/" + database
	return u.String()
}

func roleOf(t testing.TB, address string) string {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal("a database address in the environment cannot be read")
	}
	return pgx.Identifier{u.User.Username()}.Sanitize()
}
