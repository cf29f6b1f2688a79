package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/jackc/pgx/v5"

	"jiangxin/devstack/internal/ports"
)

func TestDataOutlivesAStopAndAKill(t *testing.T) {
	b := setup(t)
	first := b.up(t)
	if got := b.status(t); len(got) != 3 || got["postgres"] != "running" || got["temporal"] != "running" || got["minio"] != "running" {
		t.Fatalf("status is %v", got)
	}
	b.query(t, "CREATE TABLE kept (n int)")
	b.query(t, "INSERT INTO kept VALUES (1)")
	created := b.namespace(t)

	code, _, complaints := b.run(t, "up", "--data", b.data)
	oneSentence(t, code, complaints, "another devstack already uses")
	_, environment, _ := b.run(t, "env", "--data", b.data)
	if !strings.Contains(environment, "export JIANGXIN_TEMPORAL_ADDRESS='"+ports.Address(b.port["TEMPORAL"])+"'") {
		t.Errorf("env prints %q", environment)
	}

	finish(t, first, syscall.SIGINT)
	b.nobodyListens(t)

	second := b.up(t)
	b.query(t, "INSERT INTO kept SELECT n + 1 FROM kept")
	finish(t, second, syscall.SIGKILL)
	eventually(t, "the servers die with a killed devstack", func() bool { return len(b.processes()) == 0 })

	b.up(t)
	if got := b.query(t, "SELECT count(*)::text FROM kept"); got != "2" {
		t.Errorf("%s rows are left of 2", got)
	}
	if got := b.namespace(t); got != created {
		t.Errorf("the namespace is %s and was %s", got, created)
	}
	code, _, complaints = b.run(t, "reset", "--data", b.data)
	oneSentence(t, code, complaints, "another devstack already uses")
}

func TestServersStopDieFreezeAndComeBackOnDemand(t *testing.T) {
	b := setup(t)
	b.up(t)
	b.query(t, "CREATE TABLE kept (n int)")
	for _, server := range []string{"postgres", "minio", "temporal"} {
		for _, step := range []struct{ action, want string }{
			{"pause", "paused"}, {"resume", "running"}, {"kill", "stopped"}, {"start", "running"}, {"start", "running"},
			{"pause", "paused"}, {"stop", "stopped"}, {"stop", "stopped"}, {"start", "running"},
		} {
			b.control(t, server, step.action)
			if got := b.status(t)[server]; got != step.want {
				t.Fatalf("%s is %s after %s", server, got, step.action)
			}
			if step.action == "start" {
				b.answers(t, server)
			}
		}
	}
}

// answers asks the server once: after a start it must answer at once.
func (b *bundle) answers(t *testing.T, server string) {
	t.Helper()
	switch server {
	case "postgres":
		b.query(t, "INSERT INTO kept VALUES (1)")
	case "temporal":
		b.namespace(t)
	case "minio":
		if got := get(t, "http://"+ports.Address(b.port["MINIO"])+"/minio/health/ready", nil); got != http.StatusOK {
			t.Errorf("minio answers %d", got)
		}
	}
}

func (b *bundle) status(t *testing.T) map[string]string {
	t.Helper()
	states := make(map[string]string)
	get(t, "http://"+ports.Address(b.port["CONTROL"])+"/status", &states)
	return states
}

func (b *bundle) control(t *testing.T, server, action string) {
	t.Helper()
	url := fmt.Sprintf("http://%s/%s/%s", ports.Address(b.port["CONTROL"]), server, action)
	response, err := http.Post(url, "", nil)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	if response.StatusCode != http.StatusOK {
		t.Fatalf("%s %s: %s", server, action, response.Status)
	}
}

// namespace asks the frontend, through the UI, for the namespace's identifier.
func (b *bundle) namespace(t *testing.T) string {
	t.Helper()
	var found struct {
		NamespaceInfo struct{ ID string }
	}
	get(t, "http://"+ports.Address(b.port["TEMPORAL_UI"])+"/api/v1/namespaces/jiangxin", &found)
	if found.NamespaceInfo.ID == "" {
		t.Fatal("the namespace has no identifier")
	}
	return found.NamespaceInfo.ID
}

// query runs one statement as the owner of the product's database and gives the first value.
func (b *bundle) query(t *testing.T, statement string) string {
	t.Helper()
	url := fmt.Sprintf("postgres://jiangxin_owner:jiangxin-dev-only@%s/jiangxin?sslmode=disable", ports.Address(b.port["POSTGRES"]))
	conn, err := pgx.Connect(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close(t.Context()) }()
	rows, err := conn.Query(t.Context(), statement)
	if err != nil {
		t.Fatal(err)
	}
	values, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(values, ",")
}

func (b *bundle) nobodyListens(t *testing.T) {
	t.Helper()
	for name, port := range b.port {
		eventually(t, "port "+name+" is free", func() bool { return !ports.Taken(port) })
	}
}

// processes are those that name this bundle's data folder or hold its environment.
func (b *bundle) processes() []int {
	var found []int
	folders, _ := filepath.Glob("/proc/[0-9]*")
	for _, folder := range folders {
		line, _ := os.ReadFile(filepath.Join(folder, "cmdline"))
		environment, _ := os.ReadFile(filepath.Join(folder, "environ"))
		ours := strings.Contains(string(line), b.data) ||
			strings.Contains(string(environment), "JIANGXIN_PORT_CONTROL="+strconv.Itoa(b.port["CONTROL"])+"\x00")
		state, _ := os.ReadFile(filepath.Join(folder, "stat"))
		if pid, err := strconv.Atoi(filepath.Base(folder)); err == nil && ours && !strings.Contains(string(state), ") Z ") {
			found = append(found, pid)
		}
	}
	return found
}

// get reads JSON, when into is given, and gives the status.
func get(t *testing.T, url string, into any) int {
	t.Helper()
	response, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	if into != nil {
		if err := json.NewDecoder(response.Body).Decode(into); err != nil {
			t.Fatal(err)
		}
	}
	return response.StatusCode
}
