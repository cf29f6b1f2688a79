// Package migrations holds the schema as goose migrations. Tables are made here and nowhere else.
package migrations

import "embed"

// Files are the migrations in order, each with its way up and its way down.
//
//go:embed *.sql
var Files embed.FS
