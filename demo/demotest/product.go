// Package demotest runs the whole product inside a test: on a database, a Temporal namespace and a bucket of
// the test's own, so that test packages can run side by side on the same servers.
package demotest

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	enumspb "go.temporal.io/api/enums/v1"
	"go.temporal.io/api/operatorservice/v1"
	"go.temporal.io/api/serviceerror"
	"go.temporal.io/api/workflowservice/v1"
	"google.golang.org/protobuf/types/known/durationpb"

	"jiangxin/cmd/jiangxin/app"
	"jiangxin/config"
	"jiangxin/demo"
	"jiangxin/demo/crowd"
	"jiangxin/store/storetest"
)

// Product is the running product with the people who use it.
type Product struct {
	App      *app.App
	World    *demo.World
	URL      string
	OwnerURL string // the database as its owner, for tests that make the past or a calendar
}

// Setting is what a test may want of the product besides the usual.
type Setting struct {
	Address     string           // of the API; empty: any free port
	Enterprises int              // in each city
	Now         func() time.Time // by which the API words what it shows; nil: the clock
}

// Start runs API and worker until the test ends, with so many enterprises in each city.
func Start(t testing.TB, enterprises int) *Product {
	t.Helper()
	return StartWith(t, Setting{Enterprises: enterprises})
}

// StartWith is Start for a test that needs something besides the usual.
func StartWith(t testing.TB, want Setting) *Product {
	t.Helper()
	want.Address = cmp.Or(want.Address, "127.0.0.1:0")
	cfg, err := config.Read()
	if err != nil {
		t.Fatalf("this test needs the real servers; run it by `make test` or under `devstack exec --fresh -- go test …`: %v", err)
	}
	name := "test-" + strings.ToLower(rand.Text())
	database := storetest.Open(t)
	database.SeedReference(t)
	cfg.DatabaseURL, cfg.TemporalNamespace, cfg.S3Bucket = database.URL, name, name
	listener, err := new(net.ListenConfig).Listen(t.Context(), "tcp", want.Address)
	if err != nil {
		t.Fatal(err)
	}
	cfg.Listen, cfg.PublicURL = listener.Addr().String(), "http://"+listener.Addr().String()
	a, err := app.New(cfg, "test", slog.New(slog.NewTextHandler(io.Discard, nil)))
	if err != nil {
		t.Fatal(err)
	}
	a.Now = want.Now
	t.Cleanup(a.Close)
	if err := fill(t.Context(), a, want.Enterprises); err != nil {
		t.Fatal(err)
	}
	serve(t, a, listener)
	return &Product{App: a, World: demo.NewWorld(cfg.PublicURL), URL: cfg.PublicURL, OwnerURL: database.OwnerURL}
}

// fill makes bucket and namespace, and puts the crowd into the database.
func fill(ctx context.Context, a *app.App, enterprises int) error {
	if err := a.Evidence.EnsureBucket(ctx); err != nil {
		return err
	}
	hasher, err := crowd.Cheap()
	if err != nil {
		return err
	}
	return errors.Join(crowd.Seed(ctx, a.Store, hasher, enterprises), prepare(ctx, a))
}

// serve runs both parts of the product and stops them before the test's database goes.
func serve(t testing.TB, a *app.App, listener net.Listener) {
	t.Helper()
	handler, err := a.Handler()
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second}
	ended := make(chan error, 2)
	go func() { ended <- a.Work(ctx) }()
	go func() { ended <- server.Serve(listener) }()
	t.Cleanup(func() {
		stop()
		_ = server.Close()
		for range cap(ended) {
			if err := <-ended; err != nil && !errors.Is(err, http.ErrServerClosed) {
				t.Errorf("the product ended with: %v", err)
			}
		}
	})
}

// attributes are the search attributes of a case. They are the same as in the devstack.
var attributes = map[string]enumspb.IndexedValueType{
	"Stage": enumspb.INDEXED_VALUE_TYPE_KEYWORD, "City": enumspb.INDEXED_VALUE_TYPE_KEYWORD,
	"WaitingFor": enumspb.INDEXED_VALUE_TYPE_KEYWORD, "DueAt": enumspb.INDEXED_VALUE_TYPE_DATETIME,
	"Seq": enumspb.INDEXED_VALUE_TYPE_INT, "Stuck": enumspb.INDEXED_VALUE_TYPE_KEYWORD,
}

// namespacePatience is how long the servers may take to see a new namespace.
const namespacePatience = 30 * time.Second

// prepare registers the namespace and its search attributes.
func prepare(ctx context.Context, a *app.App) error {
	name := a.Config.TemporalNamespace
	_, err := a.Temporal.WorkflowService().RegisterNamespace(ctx, &workflowservice.RegisterNamespaceRequest{
		Namespace: name, WorkflowExecutionRetentionPeriod: durationpb.New(24 * time.Hour),
	})
	if err != nil {
		return fmt.Errorf("register the namespace %s: %w", name, err)
	}
	until := time.Now().Add(namespacePatience)
	for {
		_, err := a.Temporal.OperatorService().AddSearchAttributes(ctx, &operatorservice.AddSearchAttributesRequest{
			Namespace: name, SearchAttributes: attributes,
		})
		var unseen *serviceerror.NamespaceNotFound
		switch {
		case err == nil:
			return nil
		case !errors.As(err, &unseen) || time.Now().After(until):
			return fmt.Errorf("register the search attributes: %w", err)
		}
		time.Sleep(100 * time.Millisecond)
	}
}
