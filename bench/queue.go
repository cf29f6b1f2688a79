package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"sync/atomic"

	"gorm.io/gorm"

	"jiangxin/cmd/jiangxin/app"
	"jiangxin/demo"
	"jiangxin/demo/client"
)

// queuePages counts the SQL statements of queue pages of different lengths, in a process of ours that counts.
func queuePages(ctx context.Context, h *house) ([]figure, error) {
	if _, err := h.product(ctx); err != nil {
		return nil, err
	}
	a, err := app.New(h.cfg, "bench", slog.New(slog.NewTextHandler(io.Discard, nil)))
	if err != nil {
		return nil, err
	}
	defer a.Close()
	var statements atomic.Int64
	count := func(*gorm.DB) { statements.Add(1) }
	callbacks := a.Store.DB.Callback()
	for _, register := range []error{
		callbacks.Query().Before("*").Register("count", count), callbacks.Raw().Before("*").Register("count", count),
		callbacks.Row().Before("*").Register("count", count), callbacks.Create().Before("*").Register("count", count),
		callbacks.Update().Before("*").Register("count", count),
	} {
		if register != nil {
			return nil, register
		}
	}
	handler, err := a.Handler()
	if err != nil {
		return nil, err
	}
	server := httptest.NewServer(handler)
	defer server.Close()
	who := demo.NewWorld(server.URL).As("centre-handler")
	perPage := func(limit int) (float64, error) {
		var used float64
		for range 2 { // the first warms the session and the reference data
			before := statements.Load()
			r, err := who.API.ListTasksWithResponse(ctx, &client.ListTasksParams{Scope: client.ListTasksParamsScopeGroup, Limit: limit})
			if err != nil {
				return 0, err
			}
			if r.StatusCode() != http.StatusOK {
				return 0, fmt.Errorf("the queue answers %s", r.Status())
			}
			used = float64(statements.Load() - before)
		}
		return used, nil
	}
	short, err := perPage(1)
	if err != nil {
		return nil, err
	}
	long, err := perPage(20)
	if err != nil {
		return nil, err
	}
	return []figure{
		{name: "SQL statements per queue page", value: long},
		{name: "SQL statements per queue page, 20 tasks - 1 task", value: long - short, op: "<=", goal: 0},
	}, nil
}
