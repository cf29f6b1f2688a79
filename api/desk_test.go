package api

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"go.temporal.io/sdk/client"

	"jiangxin/config"
	"jiangxin/contract"
	"jiangxin/demo/cast"
	"jiangxin/demo/crowd"
	"jiangxin/domain/filing"
	"jiangxin/domain/filing/filingtest"
	"jiangxin/domain/occupation"
	"jiangxin/evidence"
	"jiangxin/store"
	"jiangxin/store/storetest"
	"jiangxin/vault"
)

// Keys for tests; everybody knows them.
const (
	testKeys   = "test-1:TssK9A1Gz6kbLbnsuB6pyWvVE3WXLoqSn/5WbVqz8Gw="
	testDigest = "test-1:0dL0n3uYI4+HEWvP8iQO9mPcZAKgEsdPB0cj2dOd+U0="
)

// office is an API on a database of its own, with the demonstration's people and no worker.
type office struct {
	t       *testing.T
	server  *httptest.Server
	store   *store.Store
	files   *evidence.Store
	keys    *vault.Keyring
	queries *counter

	mu    sync.Mutex
	clock time.Time
}

// now is Wednesday 25 November 2026, 10:00 in China, until a test moves it.
func (o *office) now() time.Time {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.clock
}

func (o *office) wait(d time.Duration) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.clock = o.clock.Add(d)
}

func open(t *testing.T) *office {
	t.Helper()
	o := &office{t: t, store: storetest.Seeded(t), clock: time.Date(2026, 11, 25, 2, 0, 0, 0, time.UTC)}
	cheap, err := crowd.Cheap()
	o.must(err)
	o.must(crowd.Seed(t.Context(), o.store, cheap, 2))
	o.queries = count(t, o.store)
	o.keys, err = vault.ParseKeyring(testKeys)
	o.must(err)
	digester, err := vault.ParseDigestKey(testDigest)
	o.must(err)
	temporal, err := client.NewLazyClient(client.Options{
		HostPort: os.Getenv("JIANGXIN_TEMPORAL_ADDRESS"), Namespace: os.Getenv("JIANGXIN_TEMPORAL_NAMESPACE"),
		Logger: quiet{},
	})
	o.must(err)
	t.Cleanup(temporal.Close)
	files, err := evidence.NewStore(evidence.Config{
		Endpoint: os.Getenv("JIANGXIN_S3_ENDPOINT"), AccessKey: os.Getenv("JIANGXIN_S3_ACCESS_KEY"), SecretKey: os.Getenv("JIANGXIN_S3_SECRET_KEY"),
		Bucket: os.Getenv("JIANGXIN_S3_BUCKET"),
	}, evidence.NewInspector(evidence.DefaultLimits(), nil))
	o.must(err)
	o.files = files
	occupations, err := occupation.DefaultReference()
	o.must(err)
	handler, err := New(Deps{
		Config: config.Config{
			Mode: config.Development, PublicURL: "http://127.0.0.1:8080", TemporalUI: "http://127.0.0.1:8233", TemporalNamespace: os.Getenv("JIANGXIN_TEMPORAL_NAMESPACE"),
			DecideWait: 300 * time.Millisecond, SessionIdle: 30 * time.Minute, SessionAbsolute: 12 * time.Hour,
		},
		Version: "test", Log: slog.New(slog.NewJSONHandler(io.Discard, nil)), Store: o.store, Evidence: files, Keys: o.keys, Digester: digester,
		Passwords: cheap, Temporal: temporal, Occupations: occupations, Now: o.now,
	})
	o.must(err)
	o.server = httptest.NewServer(handler)
	t.Cleanup(o.server.Close)
	return o
}

// openFiles is open with a bucket to put files in.
func openFiles(t *testing.T) *office {
	t.Helper()
	o := open(t)
	o.must(o.files.EnsureBucket(t.Context()))
	return o
}

// quiet is a Temporal client that says nothing.
type quiet struct{}

func (quiet) Debug(string, ...any) {}
func (quiet) Info(string, ...any)  {}
func (quiet) Warn(string, ...any)  {}
func (quiet) Error(string, ...any) {}

func (o *office) must(err error) {
	o.t.Helper()
	if err != nil {
		o.t.Fatal(err)
	}
}

// person is somebody at a browser; nil is a visitor who has not signed in.
type person struct {
	*office
	login  string
	cookie *http.Cookie
	csrf   string
}

func (o *office) visitor() *person { return &person{office: o} }

func (o *office) signIn(login string) *person {
	o.t.Helper()
	p := &person{office: o, login: login}
	answer := p.do(http.MethodPost, "/api/session", map[string]string{"login": login, "password": cast.Password})
	if answer.status != http.StatusOK {
		o.t.Fatalf("%s cannot sign in: %d %s", login, answer.status, answer.body)
	}
	p.cookie = answer.cookie
	p.csrf = into[Session](answer).Csrf
	return p
}

// answer is what came back.
type answer struct {
	t      *testing.T
	status int
	header http.Header
	body   []byte
	cookie *http.Cookie
}

func into[T any](a answer) T {
	a.t.Helper()
	var value T
	if err := json.Unmarshal(a.body, &value); err != nil {
		a.t.Fatalf("%d %s: %v", a.status, a.body, err)
	}
	return value
}

// want fails unless the answer has the status; it returns the problem, if it is one.
func (a answer) want(status int, code string) Problem {
	a.t.Helper()
	var p Problem
	if a.status >= http.StatusBadRequest {
		p = into[Problem](a)
	}
	if a.status != status || p.Code != code {
		a.t.Fatalf("got %d %s, want %d %s: %s", a.status, p.Code, status, code, a.body)
	}
	return p
}

func (p *person) do(method, path string, body any, headers ...string) answer {
	p.t.Helper()
	var reader io.Reader
	switch b := body.(type) {
	case nil:
	case string:
		reader = strings.NewReader(b)
	default:
		raw, err := json.Marshal(body)
		p.must(err)
		reader = bytes.NewReader(raw)
	}
	request, err := http.NewRequestWithContext(context.Background(), method, p.server.URL+path, reader)
	p.must(err)
	if reader != nil {
		request.Header.Set("Content-Type", "application/json")
	}
	if p.cookie != nil {
		request.AddCookie(p.cookie)
		request.Header.Set("X-CSRF-Token", p.csrf)
	}
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	response, err := http.DefaultClient.Do(request)
	p.must(err)
	defer func() { _ = response.Body.Close() }()
	raw, err := io.ReadAll(response.Body)
	p.must(err)
	a := answer{t: p.t, status: response.StatusCode, header: response.Header, body: raw}
	for _, cookie := range response.Cookies() {
		a.cookie = cookie
	}
	return a
}

// tenant is one enterprise of Shenyang with a case at acceptance, as if it had been submitted.
type tenant struct {
	enterprise  uuid.UUID
	application uuid.UUID
	draft       uuid.UUID
	document    uuid.UUID
	caseNo      string
	seat        uuid.UUID // the expert who is asked
}

// settle puts a tenant into the database: an application, a case with two open tasks, a paper and a document.
func (o *office) settle(serial string) tenant {
	o.t.Helper()
	ctx := o.t.Context()
	clerk, err := o.store.UserByLogin(ctx, cast.EnterpriseOf(cast.Shenyang, 1).Clerk.Login)
	o.must(err)
	enterprise, err := o.store.Enterprise(ctx, *clerk.EnterpriseID)
	o.must(err)
	expert, err := o.store.UserByLogin(ctx, "sy-expert-1")
	o.must(err)
	now := o.now().Add(-time.Hour)
	one := tenant{enterprise: enterprise.ID, application: uuid.New(), draft: uuid.New(), document: uuid.New(), caseNo: "210100-2026-" + serial, seat: expert.ID}
	content, err := json.Marshal(filingtest.Application())
	o.must(err)
	draft := store.Application{
		ID: one.draft, EnterpriseID: enterprise.ID, Kind: "initial", Region: enterprise.Region, State: store.ApplicationDraft,
		Content: string(content), CreatedBy: clerk.ID, CreatedAt: now, UpdatedAt: now, Version: 1,
	}
	o.must(o.store.AddApplication(ctx, draft))
	o.must(o.store.DB.Create(&store.Case{
		CaseNo: one.caseNo, Procedure: contract.FilingWorkflow, ProcedureVersion: 1, Policy: "2020-06-01.1", WorkflowID: contract.FilingID(one.caseNo),
		Region: enterprise.Region, EnterpriseID: enterprise.ID, EnterpriseName: enterprise.Name, Competent: "bureau-210100", Bureau: "bureau-210100",
		Input: "{}", Head: store.Genesis(one.caseNo), OpenedAt: now,
	}).Error)
	submitted := draft
	submitted.ID, submitted.State, submitted.CaseNo = one.application, store.ApplicationSubmitted, &one.caseNo
	o.must(o.store.AddApplication(ctx, submitted))
	frozen, _, err := filing.Snapshot(filingtest.Application(), filingtest.StaffFacts(), documentsOf(filingtest.Documents()))
	o.must(err)
	o.must(o.store.DB.Create(&store.Snapshot{CaseNo: one.caseNo, Round: 1, Content: string(frozen), Digest: []byte{1}, Command: "c", CreatedAt: now}).Error)
	o.must(o.store.AddDocument(ctx, store.Document{
		ID: one.document, EnterpriseID: &enterprise.ID, CaseNo: &one.caseNo, Purpose: "material", Name: "营业执照.pdf", Size: 5, SHA256: strings.Repeat("a", 64),
		State: store.DocumentUploading, ObjectKey: evidence.IncomingKey(one.document.String()), CreatedBy: clerk.ID, CreatedAt: now, Version: 1,
	}))
	bureau := contract.Task{
		ID: "acceptance/1/1", Stage: "acceptance", Round: 1, Body: "bureau-210100", Role: "handler",
		Verdicts: []string{"accept", "return", "refuse"}, DueDays: 5,
	}
	panel := contract.Task{
		ID: "expertReview/1/" + expert.ID.String(), Stage: "expertReview", Round: 1, Body: "bureau-210100", Role: "expert",
		Assignee: expert.ID.String(), Proxy: "bureau-210100", Verdicts: []string{"conclude"}, DueDays: 3,
	}
	letter := contract.PaperData{ID: "acceptance/1/assessment", Kind: "assessment", Stage: "acceptance", Round: 1, Body: "bureau-210100"}
	o.record(one.caseNo, 1,
		event("opened", "", contract.OpenedData{Procedure: contract.FilingWorkflow, ProcedureVersion: 1, Policy: "2020-06-01.1"}),
		event("stageEntered", "", contract.StageData{Stage: "acceptance", Round: 1}),
		event("taskOpened", bureau.ID, bureau), event("taskOpened", panel.ID, panel), event("paperDue", "", letter))
	return one
}

func documentsOf(known map[filing.DocumentID]filing.Document) []filing.Document {
	var list []filing.Document
	for _, d := range known {
		list = append(list, d)
	}
	return list
}

func event(kind, task string, data any) contract.Event {
	raw, err := json.Marshal(data)
	if err != nil {
		panic(err)
	}
	return contract.Event{Type: kind, TaskID: task, Data: raw}
}

func (o *office) record(caseNo string, first int, events ...contract.Event) {
	o.t.Helper()
	for i := range events {
		events[i].Seq, events[i].At = first+i, o.now()
	}
	_, err := o.store.Record(o.t.Context(), contract.RecordRequest{CaseNo: caseNo, Events: events})
	o.must(err)
}
