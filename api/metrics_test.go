package api

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestMeasurementsAreNotPublic(t *testing.T) {
	t.Parallel()
	o := open(t)
	if got := o.visitor().do(http.MethodGet, "/metrics", nil); got.status != http.StatusOK {
		t.Errorf("a program on the same machine: %d %s", got.status, got.body)
	}
	o.visitor().do(http.MethodGet, "/metrics", nil, "X-Forwarded-For", "203.0.113.7").want(http.StatusNotFound, "not_found")

	apart := httptest.NewServer(Measurements(o.server.Config.Handler))
	defer apart.Close()
	for path, want := range map[string]int{"/metrics": http.StatusOK, "/api/session": http.StatusNotFound, "/healthz": http.StatusNotFound} {
		got := (&person{office: &office{t: t, server: apart}}).do(http.MethodGet, path, nil)
		if got.status != want {
			t.Errorf("the address of the measurements answers %s with %d", path, got.status)
		}
	}
	stranger := httptest.NewRequest(http.MethodGet, "/metrics", http.NoBody)
	stranger.RemoteAddr = "192.0.2.1:4711"
	answer := httptest.NewRecorder()
	o.server.Config.Handler.ServeHTTP(answer, stranger)
	if answer.Code != http.StatusNotFound {
		t.Errorf("a stranger gets %d", answer.Code)
	}
}
