package api

import (
	"sync/atomic"
	"testing"

	"gorm.io/gorm"

	"jiangxin/store"
)

// counter counts the SQL statements of a store.
type counter struct{ n atomic.Int64 }

func count(t *testing.T, s *store.Store) *counter {
	t.Helper()
	c := &counter{}
	note := func(*gorm.DB) { c.n.Add(1) }
	callbacks := s.DB.Callback()
	for name, register := range map[string]func(string, func(*gorm.DB)) error{
		"query": callbacks.Query().Before("gorm:query").Register, "row": callbacks.Row().Before("gorm:row").Register,
		"raw": callbacks.Raw().Before("gorm:raw").Register, "create": callbacks.Create().Before("gorm:create").Register,
	} {
		if err := register("test:count_"+name, note); err != nil {
			t.Fatal(err)
		}
	}
	return c
}

// during counts the statements of one action.
func (c *counter) during(do func()) int64 {
	before := c.n.Load()
	do()
	return c.n.Load() - before
}
