package store_test

import (
	"database/sql"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	_ "github.com/jackc/pgx/v5/stdlib"
	"gorm.io/gorm/schema"

	"jiangxin/domain/civil"
	"jiangxin/migrations"
	"jiangxin/store"
	"jiangxin/store/storetest"
)

// plainTables are read and written by SQL alone.
var plainTables = []string{"calendar_years", "goose_db_version", "numbers", "occupation_additions"}

// column is one column as the database has it.
type column struct {
	TableName  string
	ColumnName string
	DataType   string
	IsNullable string
}

func TestEveryModelHasExactlyTheColumnsOfItsTable(t *testing.T) {
	t.Parallel()
	s := storetest.New(t)
	var columns []column
	if err := s.DB.Raw(`SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns WHERE table_schema = 'public'`).
		Scan(&columns).Error; err != nil {
		t.Fatal(err)
	}
	tables := map[string]map[string]column{}
	for _, c := range columns {
		if tables[c.TableName] == nil {
			tables[c.TableName] = map[string]column{}
		}
		tables[c.TableName][c.ColumnName] = c
	}
	for _, name := range plainTables {
		delete(tables, name)
	}
	for _, model := range store.Models() {
		parsed, err := schema.Parse(model, &sync.Map{}, s.DB.NamingStrategy)
		if err != nil {
			t.Fatal(err)
		}
		compare(t, parsed, tables[parsed.Table])
		delete(tables, parsed.Table)
	}
	for name := range tables {
		t.Errorf("the table %s has no model", name)
	}
}

func compare(t *testing.T, model *schema.Schema, table map[string]column) {
	t.Helper()
	for _, field := range model.Fields {
		if field.DBName == "" {
			continue
		}
		c, found := table[field.DBName]
		if !found {
			t.Errorf("%s.%s has no column", model.Table, field.DBName)
			continue
		}
		if fits := typesOf(field.FieldType); !slices.Contains(fits, c.DataType) {
			t.Errorf("%s.%s is %s in the database and %s here", model.Table, field.DBName, c.DataType, field.FieldType)
		}
		nullable := field.FieldType.Kind() == reflect.Pointer || field.FieldType.Kind() == reflect.Slice && c.DataType == "bytea"
		if c.IsNullable == "YES" && !nullable {
			t.Errorf("%s.%s may be NULL in the database and not here", model.Table, field.DBName)
		}
		if c.IsNullable == "NO" && field.FieldType.Kind() == reflect.Pointer {
			t.Errorf("%s.%s may be nil here and not in the database", model.Table, field.DBName)
		}
		delete(table, field.DBName)
	}
	for name := range table {
		t.Errorf("%s lacks the column %s", model.Table, name)
	}
}

// typesOf gives the column types that serve a Go type.
func typesOf(goType reflect.Type) []string {
	if goType.Kind() == reflect.Pointer {
		goType = goType.Elem()
	}
	switch goType {
	case reflect.TypeFor[time.Time]():
		return []string{"timestamp with time zone"}
	case reflect.TypeFor[uuid.UUID]():
		return []string{"uuid"}
	case reflect.TypeFor[civil.Date]():
		return []string{"date"}
	case reflect.TypeFor[store.Texts]():
		return []string{"ARRAY"}
	case reflect.TypeFor[[]byte]():
		return []string{"bytea"}
	}
	switch goType.Kind() {
	case reflect.String:
		return []string{"text"}
	case reflect.Int:
		return []string{"integer", "bigint"}
	case reflect.Int64:
		return []string{"bigint"}
	case reflect.Bool:
		return []string{"boolean"}
	}
	return nil
}

func TestEveryMigrationGoesDownAndUpAgain(t *testing.T) {
	t.Parallel()
	database := storetest.Open(t)
	db, err := sql.Open("pgx", database.OwnerURL)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	before := tablesOf(t, db)
	for version := int64(1); version > 0; {
		if version, err = migrations.Down(t.Context(), db); err != nil {
			t.Fatal(err)
		}
	}
	if left := tablesOf(t, db); left != "goose_db_version" {
		t.Errorf("after the way down these tables are left: %s", left)
	}
	if _, err := migrations.Up(t.Context(), db); err != nil {
		t.Fatal(err)
	}
	if after := tablesOf(t, db); after != before {
		t.Errorf("before %s\nafter  %s", before, after)
	}
}

func tablesOf(t *testing.T, db *sql.DB) string {
	t.Helper()
	rows, err := db.QueryContext(t.Context(), "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	var names []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return strings.Join(names, " ")
}
