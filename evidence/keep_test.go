package evidence_test

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/minio/minio-go/v7"
	"github.com/minio/minio-go/v7/pkg/credentials"

	"jiangxin/domain/fault"
	"jiangxin/evidence"
)

// admin is a client with the store's own keys: what even an operator must not be able to do.
func admin(t *testing.T, cfg evidence.Config) *minio.Client {
	t.Helper()
	c, err := minio.New(cfg.Endpoint, &minio.Options{Creds: credentials.NewStaticV4(cfg.AccessKey, cfg.SecretKey, ""), Secure: cfg.Secure})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestAcceptedEvidenceIsTheInspectedVersionAndLockedForGood(t *testing.T) {
	t.Parallel()
	store, cfg := setup(t)
	ctx := t.Context()
	facts := uploaded(t, store, "u1", "a.pdf", samplePDF(2))
	other := samplePDF(7) // somebody uses the address again after the inspection
	plan, _ := store.Begin(ctx, facts.Key, int64(len(other)), 1<<20)
	send(t, plan.URL, plan.Headers, other)

	kept, err := store.Accept(ctx, facts, "LN-2026-000001")
	if err != nil || kept.SHA256 != facts.SHA256 || kept.Pages != 2 || kept.Type != evidence.PDF || kept.Key != "evidence/LN-2026-000001/"+facts.SHA256 {
		t.Fatalf("got %+v, %v", kept, err)
	}
	again, err := store.Accept(ctx, facts, "LN-2026-000001")
	if err != nil || again != kept {
		t.Errorf("accepted twice: %+v, %v", again, err)
	}
	if _, err := store.Accept(ctx, evidence.Facts{Ref: evidence.Ref{Key: facts.Key}}, "LN-2026-000001"); err == nil {
		t.Error("a file that was not inspected was accepted")
	}

	until := time.Now().Add(time.Hour).UTC().Truncate(time.Second)
	for _, asked := range []time.Time{until, until.Add(-time.Minute), until} {
		if err := store.Lock(ctx, kept.Ref, asked); err != nil {
			t.Fatalf("lock: %v", err)
		}
	}
	if got, err := store.Locked(ctx, kept.Ref); err != nil || !got.Equal(until) {
		t.Errorf("locked until %v, %v; want %v", got, err, until)
	}
	if err := store.Lock(ctx, kept.Ref, until.Add(time.Minute)); err != nil {
		t.Errorf("a longer lock: %v", err)
	}
	err = admin(t, cfg).RemoveObject(ctx, cfg.Bucket, kept.Key, minio.RemoveObjectOptions{VersionID: kept.VersionID, GovernanceBypass: true})
	if err == nil {
		t.Error("locked evidence was deleted with the store's own keys")
	}
	if got, err := store.Locked(ctx, facts.Ref); err != nil || !got.IsZero() {
		t.Errorf("the upload itself is locked until %v, %v", got, err)
	}
	if err := store.Lock(ctx, facts.Ref, until); err == nil {
		t.Error("an upload that nobody accepted was locked")
	}
	if err := store.Lock(ctx, evidence.Ref{Key: kept.Key}, until); err == nil {
		t.Error("a lock without a version was set")
	}

	if err := store.Discard(ctx, facts.Key); err != nil {
		t.Error(err)
	}
	if _, err := store.Stat(ctx, facts.Ref); !fault.Is(err, fault.NotFound) {
		t.Errorf("the discarded upload: %v", err)
	}
	if err := store.Discard(ctx, kept.Key); err == nil {
		t.Error("accepted evidence was discarded")
	}
}

func TestALegalHoldKeepsAFileUntilItIsTakenOff(t *testing.T) {
	t.Parallel()
	store, cfg := setup(t)
	ctx := t.Context()
	kept, err := store.Accept(ctx, uploaded(t, store, "u1", "a.pdf", samplePDF(1)), "C1")
	if err != nil {
		t.Fatal(err)
	}
	remove := func() error {
		return admin(t, cfg).RemoveObject(ctx, cfg.Bucket, kept.Key, minio.RemoveObjectOptions{VersionID: kept.VersionID})
	}
	if err := store.Hold(ctx, kept.Ref, true); err != nil {
		t.Fatal(err)
	}
	if remove() == nil {
		t.Error("a file on hold was deleted")
	}
	if err := store.Hold(ctx, kept.Ref, false); err != nil {
		t.Fatal(err)
	}
	if err := remove(); err != nil {
		t.Errorf("after the hold: %v", err)
	}
}

func TestAPaperIsStoredOnceHoweverOftenItIsPut(t *testing.T) {
	t.Parallel()
	store, cfg := setup(t)
	ctx, key := t.Context(), evidence.PaperKey("C1", "receipt.pdf")
	body := samplePDF(1)
	results := make(chan evidence.Facts, 5)
	for range 5 {
		go func() {
			facts, err := store.PutOnce(ctx, key, body, evidence.PDF)
			if err != nil {
				t.Error(err)
			}
			results <- facts
		}()
	}
	first := <-results
	for range 4 {
		if facts := <-results; facts != first {
			t.Errorf("got %+v and %+v", first, facts)
		}
	}
	versions := 0
	for range admin(t, cfg).ListObjects(ctx, cfg.Bucket, minio.ListObjectsOptions{Prefix: key, WithVersions: true}) {
		versions++
	}
	if versions != 1 {
		t.Errorf("%d versions are stored", versions)
	}
	if _, err := store.PutOnce(ctx, key, samplePDF(2), evidence.PDF); !fault.Is(err, fault.Diverged) {
		t.Errorf("other bytes under the same key: %v", err)
	}
	if _, err := store.PutOnce(ctx, "evidence/C1/x", body, evidence.PDF); err == nil {
		t.Error("a paper was put among the evidence")
	}
}

func TestABrowserDownloadsAPaperUnderItsChineseName(t *testing.T) {
	t.Parallel()
	store, _ := setup(t)
	facts, err := store.PutOnce(t.Context(), evidence.PaperKey("C1", "receipt.pdf"), samplePDF(1), evidence.PDF)
	if err != nil {
		t.Fatal(err)
	}
	address, _, err := store.Link(t.Context(), facts.Ref, "../备案\r\n回执.pdf")
	if err != nil {
		t.Fatal(err)
	}
	resp, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	got, _ := io.ReadAll(resp.Body)
	if resp.StatusCode != http.StatusOK || digest(got) != facts.SHA256 {
		t.Errorf("status %d, %d bytes", resp.StatusCode, len(got))
	}
	if name := resp.Header.Get("Content-Disposition"); name != "attachment; filename*=utf-8''%E5%A4%87%E6%A1%88%E5%9B%9E%E6%89%A7.pdf" {
		t.Errorf("disposition %q", name)
	}
	for _, key := range []string{"sealed/C1/x", "incoming/x"} {
		if _, _, err := store.Link(t.Context(), evidence.Ref{Key: key}, "x"); !fault.Is(err, fault.Forbidden) {
			t.Errorf("%s: %v", key, err)
		}
	}
}

func TestAnOpenFileServesRanges(t *testing.T) {
	t.Parallel()
	store, _ := setup(t)
	body := bytes.Repeat([]byte("0123456789"), 1000)
	facts, err := store.PutOnce(t.Context(), evidence.PaperKey("C1", "x"), body, evidence.PDF)
	if err != nil {
		t.Fatal(err)
	}
	file, _, err := store.Open(t.Context(), facts.Ref)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	req := httptest.NewRequest(http.MethodGet, "/", nil)
	req.Header.Set("Range", "bytes=5003-5007")
	rec := httptest.NewRecorder()
	http.ServeContent(rec, req, "x.pdf", time.Time{}, file)
	if rec.Code != http.StatusPartialContent || rec.Body.String() != "34567" {
		t.Errorf("got %d %q", rec.Code, rec.Body)
	}
	if _, _, err := store.Open(t.Context(), evidence.Ref{Key: "papers/C1/none"}); !fault.Is(err, fault.NotFound) {
		t.Errorf("a file that is not there: %v", err)
	}
}

// mask is a cipher for tests, with a little overhead as a real one has: it must only be seen to be
// used, with the key as its name.
type mask struct{}

func (mask) Encrypting(plain io.Reader, name string) io.Reader {
	return io.MultiReader(strings.NewReader("masked:"), xor{plain, name[0]})
}

func (mask) Decrypting(sealed io.Reader, name string) io.Reader {
	head := make([]byte, 7)
	if _, err := io.ReadFull(sealed, head); err != nil || string(head) != "masked:" {
		return failing{}
	}
	return xor{sealed, name[0]}
}

func (m mask) Opening(sealed io.ReaderAt, size int64, name string) (io.ReaderAt, int64, error) {
	plain, err := io.ReadAll(m.Decrypting(io.NewSectionReader(sealed, 0, size), name))
	return bytes.NewReader(plain), int64(len(plain)), err
}

func (mask) SealedSize(plain int64) int64 { return plain + 7 }

type xor struct {
	r io.Reader
	b byte
}

func (x xor) Read(p []byte) (int, error) {
	n, err := x.r.Read(p)
	for i := range p[:n] {
		p[i] ^= x.b
	}
	return n, err
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errors.New("not masked") }

func TestAFileWithPersonalDataLiesEncryptedAndComesBackWhole(t *testing.T) {
	t.Parallel()
	store, _ := setup(t)
	ctx, key := t.Context(), evidence.SealedKey("C1", "certificate.pdf")
	body := samplePDF(40)
	put := func(body []byte) (evidence.Facts, error) {
		return store.PutSealed(ctx, key, mask{}, bytes.NewReader(body), int64(len(body)), evidence.PDF)
	}
	first, err := put(body)
	if err != nil {
		t.Fatal(err)
	}
	again, err := put(body)
	if err != nil || again != first || !again.Sealed || again.Size != int64(len(body)) || again.SHA256 != "" {
		t.Errorf("put twice: %+v and %+v, %v", first, again, err)
	}
	if _, err := put(samplePDF(3)); !fault.Is(err, fault.Diverged) {
		t.Errorf("other content under the same key: %v", err)
	}
	raw, _, err := store.Open(ctx, first.Ref)
	if err != nil {
		t.Fatal(err)
	}
	defer raw.Close()
	if stored, _ := io.ReadAll(raw); bytes.Contains(stored, []byte("%PDF")) || len(stored) != len(body)+7 {
		t.Error("the file lies there in plain")
	}
	plain, facts, err := store.OpenSealed(ctx, evidence.Ref{Key: key}, mask{})
	if err != nil || facts.Type != evidence.PDF {
		t.Fatalf("got %+v, %v", facts, err)
	}
	defer plain.Close()
	if got, err := io.ReadAll(plain); err != nil || !bytes.Equal(got, body) {
		t.Errorf("%d bytes came back, %v", len(got), err)
	}
}

func TestAnUploadWithPersonalDataIsSealedOnceAndItsPlainCopyCanGo(t *testing.T) {
	t.Parallel()
	store, _ := setup(t)
	ctx, key := t.Context(), evidence.SealedKey("C1", "staff.xlsx")
	facts := uploaded(t, store, "u1", "staff.xlsx", sampleXLSX(t))
	for range 2 {
		kept, err := store.AcceptSealed(ctx, facts, key, mask{})
		if err != nil || !kept.Sealed || kept.Size != facts.Size {
			t.Fatalf("got %+v, %v", kept, err)
		}
	}
	if err := store.Discard(ctx, facts.Key); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Stat(ctx, facts.Ref); !fault.Is(err, fault.NotFound) {
		t.Errorf("the plain upload: %v", err)
	}
}
