// Package control lets tests stop, kill, freeze and start single servers of the stack over HTTP on
// loopback: POST /postgres/stop, GET /status.
package control

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"jiangxin/devstack/internal/ports"
	"jiangxin/devstack/internal/process"
)

// Servers is what the endpoint acts on.
type Servers interface {
	Child(name string) *process.Child
	States() map[string]string
}

// Serve listens on the port until ctx ends. It returns once it listens.
func Serve(ctx context.Context, port int, servers Servers) error {
	listener, err := net.Listen("tcp", ports.Address(port))
	if err != nil {
		return fmt.Errorf("open the control endpoint: %w", err)
	}
	server := &http.Server{Handler: Handler(servers), ReadHeaderTimeout: 5 * time.Second}
	go func() {
		<-ctx.Done()
		_ = server.Close()
	}()
	go func() { _ = server.Serve(listener) }()
	return nil
}

// Handler answers GET /status with the state of each server, and POST /{server}/{action}, where the
// action is stop, start, kill, pause or resume, once the action is done: start answers when the
// server is ready.
func Handler(servers Servers) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /status", func(w http.ResponseWriter, _ *http.Request) { reply(w, http.StatusOK, servers.States()) })
	mux.HandleFunc("POST /{server}/{action}", func(w http.ResponseWriter, r *http.Request) {
		name, action := r.PathValue("server"), r.PathValue("action")
		child := servers.Child(name)
		if child == nil {
			refuse(w, http.StatusNotFound, fmt.Errorf("there is no server %q: postgres, temporal and minio are", name))
			return
		}
		if err := act(r.Context(), child, action); err != nil {
			refuse(w, statusOf(err), err)
			return
		}
		reply(w, http.StatusOK, servers.States())
	})
	return notFromBrowsers(mux)
}

var (
	errUnknown = errors.New("the actions are stop, start, kill, pause and resume")
	errStopped = errors.New("the server does not run: start it first")
)

func act(ctx context.Context, child *process.Child, action string) error {
	switch action {
	case "start":
		return child.Start(ctx)
	case "stop":
		child.Stop()
	case "kill":
		child.Kill()
	case "pause":
		if !child.Pause() {
			return errStopped
		}
	case "resume":
		if !child.Resume() {
			return errStopped
		}
	default:
		return errUnknown
	}
	return nil
}

func statusOf(err error) int {
	switch {
	case errors.Is(err, errUnknown):
		return http.StatusNotFound
	case errors.Is(err, errStopped):
		return http.StatusConflict
	default:
		return http.StatusInternalServerError
	}
}

// notFromBrowsers refuses what a web page could send: a page that a developer has open must not be
// able to stop servers.
func notFromBrowsers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Origin") != "" || r.Header.Get("Sec-Fetch-Site") != "" {
			refuse(w, http.StatusForbidden, errors.New("the control endpoint is for tests, not for browsers"))
			return
		}
		next.ServeHTTP(w, r)
	})
}

func reply(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body)
}

func refuse(w http.ResponseWriter, status int, err error) {
	reply(w, status, map[string]string{"error": err.Error()})
}
