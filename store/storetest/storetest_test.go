package storetest_test

import (
	"context"
	"testing"

	"jiangxin/store/storetest"
)

func TestEveryTestHasADatabaseOfItsOwn(t *testing.T) {
	t.Parallel()
	one, two := storetest.New(t), storetest.New(t)
	insert := "INSERT INTO numbers (scope, last) VALUES ('x', 1)"
	for _, s := range []interface{ Ping(context.Context) error }{one, two} {
		if err := s.Ping(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if err := one.DB.Exec(insert).Error; err != nil {
		t.Fatal(err)
	}
	if err := two.DB.Exec(insert).Error; err != nil {
		t.Fatalf("the second database holds what was written to the first: %v", err)
	}
}
