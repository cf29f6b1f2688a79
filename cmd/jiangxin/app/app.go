// Package app puts the parts of the product together, for the command and for end-to-end tests alike.
package app

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"go.temporal.io/sdk/client"
	sdklog "go.temporal.io/sdk/log"

	"jiangxin/api"
	"jiangxin/config"
	"jiangxin/domain/occupation"
	"jiangxin/evidence"
	"jiangxin/store"
	"jiangxin/ui"
	"jiangxin/vault"
	"jiangxin/vault/codec"
	"jiangxin/worker"
	"jiangxin/workflows"
)

// App is the product, put together and connected to nothing yet: every part connects on use, so that a
// process starts while a server is down, and says so in its readiness.
type App struct {
	Config   config.Config
	Version  string
	Log      *slog.Logger
	Store    *store.Store
	Evidence *evidence.Store
	Keys     *vault.Keyring
	Temporal client.Client
	Set      workflows.Set    // zero in the product; tests force continue-as-new
	Now      func() time.Time // nil in the product; tests set the day on which people look at their screens

	digester  *vault.Digester
	passwords *vault.Passwords
}

// hashesAtOnce bounds the memory of password checks: each takes 64 MiB.
const hashesAtOnce = 4

// New builds the parts.
func New(cfg config.Config, version string, log *slog.Logger) (*App, error) {
	a := &App{Config: cfg, Version: version, Log: log}
	var err error
	if a.Keys, err = vault.ParseKeyring(cfg.Keys); err != nil {
		return nil, err
	}
	if a.digester, err = vault.ParseDigestKey(cfg.DigestKey); err != nil {
		return nil, err
	}
	if a.passwords, err = vault.NewPasswords(vault.DefaultPasswordCost(), hashesAtOnce); err != nil {
		return nil, err
	}
	if a.Store, err = store.Open(cfg.DatabaseURL); err != nil {
		return nil, err
	}
	if a.Evidence, err = files(cfg); err != nil {
		return nil, err
	}
	a.Temporal, err = client.NewLazyClient(client.Options{
		HostPort: cfg.TemporalAddress, Namespace: cfg.TemporalNamespace, Logger: sdklog.NewStructuredLogger(log),
		DataConverter: codec.NewDataConverter(a.Keys), FailureConverter: codec.NewFailureConverter(a.Keys),
		// Payloads are encrypted, so compressing them costs both sides time and saves nothing.
		ConnectionOptions: client.ConnectionOptions{GrpcCompression: &client.GrpcCompressionNone{}},
	})
	return a, err
}

// scanPatience is how long the virus scanner may take for one file.
const scanPatience = 2 * time.Minute

func files(cfg config.Config) (*evidence.Store, error) {
	var scanner evidence.Scanner
	if cfg.Clamd != "" {
		scanner = evidence.NewClamd(cfg.Clamd, scanPatience)
	}
	return evidence.NewStore(evidence.Config{
		Endpoint: cfg.S3Endpoint, Secure: cfg.S3Secure, PublicEndpoint: cfg.S3PublicEndpoint, PublicSecure: cfg.BrowsersReachStoreSecurely(),
		AccessKey: cfg.S3AccessKey, SecretKey: cfg.S3SecretKey, Bucket: cfg.S3Bucket,
	}, evidence.NewInspector(evidence.DefaultLimits(), scanner))
}

// Close gives connections back.
func (a *App) Close() {
	a.Temporal.Close()
	if err := a.Store.Close(); err != nil {
		a.Log.Warn("close the database", "error", err)
	}
}

// Passwords hashes and checks passwords.
func (a *App) Passwords() *vault.Passwords { return a.passwords }

// Handler is the API.
func (a *App) Handler() (http.Handler, error) {
	occupations, err := occupation.DefaultReference()
	if err != nil {
		return nil, err
	}
	return api.New(api.Deps{
		Config: a.Config, Version: a.Version, Log: a.Log, Store: a.Store, Evidence: a.Evidence, Keys: a.Keys,
		Digester: a.digester, Passwords: a.passwords, Temporal: a.Temporal, Occupations: occupations, UI: ui.Files(), Now: a.Now,
	})
}

// Timeouts of the HTTP server (settings). Answers have no limit of their own: files stream through it.
const (
	readHeaderPatience = 10 * time.Second
	idlePatience       = 2 * time.Minute
	shutdownPatience   = 15 * time.Second
)

// Serve answers requests until ctx ends, then lets those under way finish. Measurements have an address of
// their own where one is set.
func (a *App) Serve(ctx context.Context) error {
	handler, err := a.Handler()
	if err != nil {
		return err
	}
	if a.Config.MetricsListen == "" {
		return a.serve(ctx, a.Config.Listen, handler)
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	ended := make(chan error, 2)
	go func() { ended <- a.serve(ctx, a.Config.Listen, handler) }()
	go func() { ended <- a.serve(ctx, a.Config.MetricsListen, api.Measurements(handler)) }()
	first := <-ended
	cancel()
	return errors.Join(first, <-ended)
}

// ServeHealth answers the health check of a worker, which serves nothing else.
func (a *App) ServeHealth(ctx context.Context) error {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	return a.serve(ctx, a.Config.WorkerListen, mux)
}

func (a *App) serve(ctx context.Context, address string, handler http.Handler) error {
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", address)
	if err != nil {
		return fmt.Errorf("listen on %s (another program may use it; set JIANGXIN_LISTEN to a free address): %w", address, err)
	}
	server := &http.Server{Handler: handler, ReadHeaderTimeout: readHeaderPatience, IdleTimeout: idlePatience}
	a.Log.Info("serving", "address", listener.Addr().String())
	go func() {
		<-ctx.Done()
		stop, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownPatience)
		defer cancel()
		if err := server.Shutdown(stop); err != nil {
			a.Log.Warn("stop serving", "error", err)
		}
	}()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// startAgain is the pause between attempts to reach Temporal or the file store at start.
const startAgain = time.Second

// Work runs workflows, activities and the sweeper until ctx ends. While Temporal does not answer it tries on.
func (a *App) Work(ctx context.Context) error {
	go a.ensureBucket(ctx)
	for {
		err := a.worker().Run(ctx)
		if err == nil || ctx.Err() != nil {
			return nil //nolint:nilerr // an ended context is how the worker is told to stop
		}
		a.Log.Warn("the worker cannot start yet", "error", err)
		if !pause(ctx, startAgain) {
			return nil
		}
	}
}

func (a *App) worker() *worker.Worker {
	return worker.New(worker.Deps{
		Client: a.Temporal, Store: a.Store, Evidence: a.Evidence, Keys: a.Keys, Log: a.Log, PublicURL: a.Config.PublicURL, Workflows: a.Set,
	})
}

// ensureBucket makes the bucket with versions and object lock; it tries on while the store is down.
func (a *App) ensureBucket(ctx context.Context) {
	for {
		err := a.Evidence.EnsureBucket(ctx)
		if err == nil {
			return
		}
		a.Log.Warn("the bucket is not ready yet", "error", err)
		if !pause(ctx, startAgain) {
			return
		}
	}
}

// pause waits, and says whether ctx still runs.
func pause(ctx context.Context, length time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(length):
		return true
	}
}
