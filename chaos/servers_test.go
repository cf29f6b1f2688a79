package chaos_test

import (
	"io"
	"net/http"
	"os"
	"testing"
	"time"
)

// order tells the supervisor of the servers what to do with postgres, temporal or minio: kill, start and so
// on. It returns when that is done; after start, when the server is ready.
func order(t *testing.T, server, action string) {
	t.Helper()
	response, err := http.Post(os.Getenv("JIANGXIN_DEVSTACK_CONTROL")+"/"+server+"/"+action, "", http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	if said, _ := io.ReadAll(response.Body); response.StatusCode != http.StatusOK {
		t.Fatalf("%s %s: %s %s", action, server, response.Status, said)
	}
}

// without takes a server away until the returned function brings it back; the end of the test does at the latest.
func without(t *testing.T, server string) (back func()) {
	t.Helper()
	order(t, server, "kill")
	gone := true
	back = func() {
		if gone {
			order(t, server, "start")
			gone = false
		}
	}
	t.Cleanup(back)
	return back
}

// withoutWorker kills the worker until the returned function starts one again.
func withoutWorker(t *testing.T) (back func()) {
	t.Helper()
	house.worker.kill()
	back = func() {
		if house.worker.running == nil {
			if err := house.worker.start(); err != nil {
				t.Fatal(err)
			}
		}
	}
	t.Cleanup(back)
	return back
}

// eventually asks until the answer is yes.
func eventually(t *testing.T, within time.Duration, what string, yes func() bool) {
	t.Helper()
	for until := time.Now().Add(within); !yes(); time.Sleep(100 * time.Millisecond) {
		if time.Now().After(until) {
			t.Fatalf("after %s it is still not so: %s", within, what)
		}
	}
}
