package demo_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"sync"
	"testing"
	"time"

	"jiangxin/demo"
	"jiangxin/demo/client"
)

// flaky is a product that fails as told, then answers; it keeps what reached it.
type flaky struct {
	mu       sync.Mutex
	keys     []string
	tokens   []string
	queries  []string
	sessions int
	fail     []func(http.ResponseWriter)
}

func (f *flaky) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f.mu.Lock()
	defer f.mu.Unlock()
	w.Header().Set("Content-Type", "application/json")
	switch {
	case r.URL.Path == "/api/session":
		f.sessions++
		_ = json.NewEncoder(w).Encode(map[string]any{"csrf": "token-" + string(rune('0'+f.sessions)), "user": map[string]any{"id": "u", "name": "甲"}, "roles": []string{}})
		return
	case r.Method == http.MethodGet && r.URL.Path == "/api/commands/c1":
		_, _ = w.Write([]byte(`{"id":"c1","state":"done","seq":7,"stage":"panel"}`))
		return
	}
	f.keys, f.tokens, f.queries = append(f.keys, r.Header.Get("Idempotency-Key")), append(f.tokens, r.Header.Get("X-CSRF-Token")), append(f.queries, r.URL.RawQuery)
	if len(f.fail) > 0 {
		fail := f.fail[0]
		f.fail = f.fail[1:]
		fail(w)
		return
	}
	_, _ = w.Write([]byte(`{"commandId":"c1","seq":7,"stage":"panel","items":[],"counts":{}}`))
}

func problem(status int, code string) func(http.ResponseWriter) {
	return func(w http.ResponseWriter) {
		w.Header().Set("Content-Type", "application/problem+json")
		w.WriteHeader(status)
		_ = json.NewEncoder(w).Encode(map[string]any{"status": status, "code": code, "detail": "请稍后再试"})
	}
}

// hangUp ends the connection without an answer, as a killed process does.
func hangUp(http.ResponseWriter) { panic(http.ErrAbortHandler) }

func worldOf(t *testing.T, f *flaky) *demo.World {
	t.Helper()
	server := httptest.NewServer(f)
	t.Cleanup(server.Close)
	w := demo.NewWorld(server.URL)
	w.Patience = 5 * time.Second
	return w
}

var task = client.Task{CaseNo: "210100-2026-000001", Id: "acceptance/1/1", Stage: "acceptance", Round: 1, Slot: "1", Version: 1}

func TestAWishIsSentAgainWithTheSameKeyWhileTheProductIsDown(t *testing.T) {
	t.Parallel()
	f := &flaky{fail: []func(http.ResponseWriter){problem(401, "unauthenticated"), problem(503, "unavailable"), hangUp, problem(429, "too_many_requests")}}
	settled, err := worldOf(t, f).As("sy-bureau-handler").Decide(t.Context(), task, client.Decision{Verdict: "accept"})
	if err != nil || settled.Seq != 7 {
		t.Fatalf("%+v %v", settled, err)
	}
	if len(f.keys) != 5 {
		t.Fatalf("%d requests", len(f.keys))
	}
	for _, key := range f.keys {
		if key == "" || key != f.keys[0] {
			t.Errorf("keys: %v", f.keys)
		}
	}
	if f.sessions != 1 || f.tokens[0] != "" || f.tokens[1] != "token-1" {
		t.Errorf("%d sessions, tokens %v", f.sessions, f.tokens)
	}
}

func TestACommandUnderWayIsFollowedToItsEnd(t *testing.T) {
	t.Parallel()
	f := &flaky{fail: []func(http.ResponseWriter){func(w http.ResponseWriter) {
		w.Header().Set("Location", "/api/commands/c1")
		w.WriteHeader(http.StatusAccepted)
		_, _ = w.Write([]byte(`{"id":"c1","state":"sent","caseNo":"210100-2026-000001"}`))
	}}}
	settled, err := worldOf(t, f).As("sy-bureau-handler").Decide(t.Context(), task, client.Decision{Verdict: "accept"})
	if err != nil || settled.Seq != 7 || settled.Stage != "panel" {
		t.Fatalf("%+v %v", settled, err)
	}
}

func TestARefusalComesBackWithItsProblemAndIsNotTriedAgain(t *testing.T) {
	t.Parallel()
	f := &flaky{fail: []func(http.ResponseWriter){problem(409, "taken")}}
	_, err := worldOf(t, f).As("sy-bureau-handler").Decide(t.Context(), task, client.Decision{Verdict: "accept"})
	if p, is := demo.ProblemOf(err); !is || p.Code != "taken" || p.Status != 409 || len(f.keys) != 1 {
		t.Errorf("%v after %d requests", err, len(f.keys))
	}
}

func TestParametersThatNobodySetAreLeftOut(t *testing.T) {
	t.Parallel()
	f := &flaky{}
	if _, err := worldOf(t, f).Anybody().API.ListInstitutionsWithResponse(t.Context(), &client.ListInstitutionsParams{Q: "匠心"}); err != nil {
		t.Fatal(err)
	}
	if f.queries[0] != "q="+url.QueryEscape("匠心") {
		t.Errorf("query: %q", f.queries[0])
	}
}
