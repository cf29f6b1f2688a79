package control_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"jiangxin/devstack/internal/control"
	"jiangxin/devstack/internal/process"
)

// single is a set of servers with one that does nothing.
type single struct{ child *process.Child }

func (s single) Child(name string) *process.Child {
	if name == s.child.Name {
		return s.child
	}
	return nil
}

func (s single) States() map[string]string { return map[string]string{s.child.Name: s.child.State()} }

func setup(t *testing.T) http.Handler {
	t.Helper()
	child := &process.Child{
		Name:        "minio",
		LogPath:     filepath.Join(t.TempDir(), "minio.log"),
		Command:     func() (*exec.Cmd, error) { return exec.Command("sleep", "60"), nil },
		Ready:       func(context.Context) error { return nil },
		StopSignal:  syscall.SIGTERM,
		StopWithin:  time.Second,
		ReadyWithin: time.Second,
	}
	t.Cleanup(child.Kill)
	return control.Handler(single{child})
}

func TestActionsAnswerWithTheNewState(t *testing.T) {
	t.Parallel()
	handler := setup(t)
	for _, step := range []struct {
		method, path string
		status       int
		body         string
	}{
		{"GET", "/status", 200, `{"minio":"stopped"}`},
		{"POST", "/minio/pause", 409, "start it first"},
		{"POST", "/minio/start", 200, `{"minio":"running"}`},
		{"POST", "/minio/pause", 200, `{"minio":"paused"}`},
		{"POST", "/minio/resume", 200, `{"minio":"running"}`},
		{"POST", "/minio/kill", 200, `{"minio":"stopped"}`},
		{"POST", "/minio/explode", 404, "the actions are"},
		{"POST", "/oracle/stop", 404, "there is no server"},
		{"GET", "/minio/stop", 405, ""},
	} {
		answer := httptest.NewRecorder()
		handler.ServeHTTP(answer, httptest.NewRequest(step.method, step.path, nil))
		if answer.Code != step.status || !strings.Contains(answer.Body.String(), step.body) {
			t.Errorf("%s %s answers %d %s", step.method, step.path, answer.Code, answer.Body)
		}
	}
}

func TestBrowsersAreRefused(t *testing.T) {
	t.Parallel()
	handler := setup(t)
	for _, header := range []string{"Origin", "Sec-Fetch-Site"} {
		request := httptest.NewRequest(http.MethodPost, "/minio/start", nil)
		request.Header.Set(header, "null")
		answer := httptest.NewRecorder()
		handler.ServeHTTP(answer, request)
		if answer.Code != http.StatusForbidden {
			t.Errorf("with %s it answers %d", header, answer.Code)
		}
	}
}
