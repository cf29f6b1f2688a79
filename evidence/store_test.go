package evidence_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"jiangxin/domain/fault"
	"jiangxin/evidence"
)

// testConfig reads where the real store is; each test gets a bucket of its own.
func testConfig(t *testing.T) evidence.Config {
	t.Helper()
	endpoint := os.Getenv("JIANGXIN_S3_ENDPOINT")
	if endpoint == "" {
		const why = "JIANGXIN_S3_ENDPOINT is not set: these tests need a real S3 store; run them by `make test`"
		if os.Getenv("CI") == "true" {
			t.Fatal(why)
		}
		t.Skip(why)
	}
	secure := os.Getenv("JIANGXIN_S3_SECURE") == "true"
	name := sha256.Sum256([]byte(t.Name()))
	return evidence.Config{
		Endpoint: endpoint, Secure: secure,
		AccessKey: os.Getenv("JIANGXIN_S3_ACCESS_KEY"), SecretKey: os.Getenv("JIANGXIN_S3_SECRET_KEY"),
		Bucket: fmt.Sprintf("test-%x-%d", name[:4], time.Now().UnixNano()),
	}
}

func setup(t *testing.T) (*evidence.Store, evidence.Config) {
	t.Helper()
	cfg := testConfig(t)
	store := open(t, cfg)
	if err := store.EnsureBucket(t.Context()); err != nil {
		t.Fatal(err)
	}
	return store, cfg
}

func open(t *testing.T, cfg evidence.Config) *evidence.Store {
	t.Helper()
	store, err := evidence.NewStore(cfg, evidence.NewInspector(strict(), nil))
	if err != nil {
		t.Fatal(err)
	}
	return store
}

// send does what a browser does with a plan; it returns the status.
func send(t *testing.T, address string, headers map[string]string, body []byte) int {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPut, address, bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for name, value := range headers {
		req.Header.Set(name, value)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	io.Copy(io.Discard, resp.Body)
	return resp.StatusCode
}

func digest(body []byte) string {
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:])
}

// uploaded brings a file to an incoming key and inspects it.
func uploaded(t *testing.T, store *evidence.Store, id, name string, body []byte) evidence.Facts {
	t.Helper()
	key := evidence.IncomingKey(id)
	plan, err := store.Begin(t.Context(), key, int64(len(body)), 8<<20)
	if err != nil {
		t.Fatal(err)
	}
	if status := send(t, plan.URL, plan.Headers, body); status != http.StatusOK {
		t.Fatalf("the upload got %d", status)
	}
	facts, err := store.Inspect(t.Context(), key, want(name, body))
	if err != nil {
		t.Fatal(err)
	}
	return facts
}

func want(name string, body []byte) evidence.Want {
	return evidence.Want{Name: name, Size: int64(len(body)), SHA256: digest(body), Limit: 8 << 20, Accept: everything}
}

func TestTheBucketIsMadeOnceAndUsableAfterEveryCall(t *testing.T) {
	t.Parallel()
	store, cfg := setup(t)
	if err := store.EnsureBucket(t.Context()); err != nil {
		t.Errorf("the second time: %v", err)
	}
	if err := store.Ping(t.Context()); err != nil {
		t.Error(err)
	}
	cfg.Bucket += "-absent"
	if err := open(t, cfg).Ping(t.Context()); !fault.Is(err, fault.Unavailable) {
		t.Errorf("a bucket that is not there: %v", err)
	}
}

func TestASmallFileGoesUpByOneAddressThatFitsNoOtherLength(t *testing.T) {
	t.Parallel()
	store, _ := setup(t)
	body := samplePDF(2)
	plan, err := store.Begin(t.Context(), evidence.IncomingKey("u1"), int64(len(body)), 1<<20)
	if err != nil {
		t.Fatal(err)
	}
	if plan.UploadID != "" || plan.Method != http.MethodPut || time.Until(plan.ExpiresAt) < 59*time.Minute {
		t.Errorf("plan %+v", plan)
	}
	if _, err := store.Inspect(t.Context(), plan.Key, want("a.pdf", body)); !fault.Is(err, fault.NotFound) {
		t.Errorf("before the upload: %v", err)
	}
	if status := send(t, plan.URL, plan.Headers, append(bytes.Clone(body), 'x')); status != http.StatusForbidden {
		t.Errorf("one byte more was answered by %d", status)
	}
	if status := send(t, plan.URL, plan.Headers, body); status != http.StatusOK {
		t.Fatalf("the upload got %d", status)
	}
	facts, err := store.Inspect(t.Context(), plan.Key, want("a.pdf", body))
	if err != nil || facts.Pages != 2 || facts.SHA256 != digest(body) || facts.VersionID == "" {
		t.Errorf("got %+v, %v", facts, err)
	}
	_, err = store.Inspect(t.Context(), plan.Key, want("a.docx", body))
	refused(t, err, fault.BadFile, evidence.ReasonMislabel)
}

func TestAnUploadThatCannotBeIsRefusedBeforeItBegins(t *testing.T) {
	t.Parallel()
	store, _ := setup(t)
	_, err := store.Begin(t.Context(), evidence.IncomingKey("u"), 0, 100)
	refused(t, err, fault.BadFile, evidence.ReasonEmpty)
	_, err = store.Begin(t.Context(), evidence.IncomingKey("u"), 101, 100)
	refused(t, err, fault.TooLarge, evidence.ReasonTooLarge)
	for _, key := range []string{"evidence/x", "incoming/", "incoming/../papers/x", "incoming//x", "incoming/a b"} {
		if _, err := store.Begin(t.Context(), key, 1, 100); !fault.Is(err, fault.Internal) {
			t.Errorf("key %q: %v", key, err)
		}
	}
}

func TestABrokenUploadInPartsGoesOnWhereItStopped(t *testing.T) {
	t.Parallel()
	store, _ := setup(t)
	ctx, key := t.Context(), evidence.IncomingKey("big")
	body := bytes.Repeat([]byte("0123456789abcdef"), (evidence.MultipartAbove+1<<20)/16)
	size := int64(len(body))
	plan, err := store.Begin(ctx, key, size, 64<<20)
	if err != nil {
		t.Fatal(err)
	}
	if plan.UploadID == "" || len(plan.Parts) != 3 {
		t.Fatalf("plan %+v", plan)
	}
	piece := func(p evidence.Part) []byte { return body[int64(p.Number-1)*plan.PartSize:][:p.Size] }
	send(t, plan.Parts[1].URL, plan.Headers, piece(plan.Parts[1]))
	if status := send(t, plan.Parts[0].URL, plan.Headers, piece(plan.Parts[0])[1:]); status != http.StatusForbidden {
		t.Errorf("a part that is too short was answered by %d", status)
	}
	if err := store.Complete(ctx, key, plan.UploadID, size); !fault.Is(err, fault.NotReady) {
		t.Errorf("completed with parts missing: %v", err)
	}
	rest, err := store.Resume(ctx, key, plan.UploadID, size)
	if err != nil || rest.Parts[0].Done || !rest.Parts[1].Done || rest.Parts[1].URL != "" {
		t.Fatalf("resumed plan %+v, %v", rest, err)
	}
	for _, p := range rest.Parts {
		if !p.Done {
			if status := send(t, p.URL, rest.Headers, piece(p)); status != http.StatusOK {
				t.Fatalf("part %d got %d", p.Number, status)
			}
		}
	}
	for range 2 {
		if err := store.Complete(ctx, key, plan.UploadID, size); err != nil {
			t.Fatalf("complete: %v", err)
		}
	}
	file, facts, err := store.Open(ctx, evidence.Ref{Key: key})
	if err != nil || facts.Size != size {
		t.Fatalf("got %+v, %v", facts, err)
	}
	defer file.Close()
	if got, err := io.ReadAll(file); err != nil || digest(got) != digest(body) {
		t.Errorf("another file came back: %d bytes, %v", len(got), err)
	}
}

func TestAnAbortedUploadIsGoneAndSaysSo(t *testing.T) {
	t.Parallel()
	store, _ := setup(t)
	key := evidence.IncomingKey("big")
	plan, err := store.Begin(t.Context(), key, 32<<20, 64<<20)
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := store.Abort(t.Context(), key, plan.UploadID); err != nil {
			t.Error(err)
		}
	}
	if _, err := store.Resume(t.Context(), key, plan.UploadID, 32<<20); !fault.Is(err, fault.NotFound) {
		t.Errorf("resume: %v", err)
	}
}

func TestAddressesAreSignedForTheNameThatBrowsersUse(t *testing.T) {
	t.Parallel()
	cfg := evidence.Config{
		Endpoint: "minio:9000", PublicEndpoint: "files.example.cn", PublicSecure: true,
		AccessKey: "key", SecretKey: "secret-of-the-store", Bucket: "evidence",
	}
	plan, err := open(t, cfg).Begin(context.Background(), evidence.IncomingKey("u"), 5, 10)
	if err != nil || !strings.HasPrefix(plan.URL, "https://files.example.cn/evidence/incoming/u?") {
		t.Errorf("got %s, %v", plan.URL, err)
	}
	if strings.Contains(fmt.Sprintf("%v", cfg), "secret") {
		t.Error("the configuration shows its secret")
	}
}

func TestWhileTheStoreIsDownTheAnswerSaysThatNothingIsLost(t *testing.T) {
	t.Parallel()
	store := open(t, evidence.Config{Endpoint: "127.0.0.1:1", AccessKey: "k", SecretKey: "s", Bucket: "down"})
	ctx := t.Context()
	_, statErr := store.Stat(ctx, evidence.Ref{Key: "papers/C1/x"})
	_, putErr := store.PutOnce(ctx, evidence.PaperKey("C1", "x"), []byte("x"), evidence.PDF)
	_, beginErr := store.Begin(ctx, evidence.IncomingKey("u"), 32<<20, 64<<20)
	_, inspectErr := store.Inspect(ctx, evidence.IncomingKey("u"), want("a.pdf", nil))
	for name, err := range map[string]error{
		"bucket": store.EnsureBucket(ctx), "ping": store.Ping(ctx), "stat": statErr, "put": putErr, "begin": beginErr, "inspect": inspectErr,
	} {
		if !fault.Is(err, fault.Unavailable) || !strings.Contains(err.Error(), "nothing") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
