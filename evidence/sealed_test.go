package evidence_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/minio/minio-go/v7"

	"jiangxin/domain/fault"
	"jiangxin/evidence"
	"jiangxin/vault"
)

// sealing is a real key of one case.
func sealing(t testing.TB) vault.CaseKey {
	t.Helper()
	keys, err := vault.ParseKeyring("test:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=")
	if err != nil {
		t.Fatal(err)
	}
	key, _ := keys.NewCaseKey("Y000021000001202611001")
	return key
}

func TestACertificateIsStoredOnceSealedAndLockedByTheSameRequest(t *testing.T) {
	t.Parallel()
	store, cfg := setup(t)
	ctx, key := t.Context(), sealing(t)
	at := evidence.CertificateKey("Y000021000001202611001", "Y000021000001263000001")
	body := samplePDF(30)
	until := time.Now().Add(time.Hour).UTC().Truncate(time.Second)
	results := make(chan evidence.Facts, 5)
	for range 5 {
		go func() {
			facts, err := store.PutSealedOnce(ctx, at, key, body, evidence.PDF, until)
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
	for range admin(t, cfg).ListObjects(ctx, cfg.Bucket, minio.ListObjectsOptions{Prefix: at, WithVersions: true}) {
		versions++
	}
	if versions != 1 {
		t.Errorf("%d versions are stored", versions)
	}
	if got, err := store.Locked(ctx, first.Ref); err != nil || !got.Equal(until) {
		t.Errorf("locked until %v, %v; want %v", got, err, until)
	}
	if !first.Sealed || first.Size != int64(len(body)) || first.SHA256 != "" || first.Type != evidence.PDF {
		t.Errorf("facts %+v", first)
	}
	err := admin(t, cfg).RemoveObject(ctx, cfg.Bucket, at, minio.RemoveObjectOptions{VersionID: first.VersionID, GovernanceBypass: true})
	if err == nil {
		t.Error("a certificate was deleted with the store's own keys")
	}
	if _, err := store.PutSealedOnce(ctx, at, key, samplePDF(2), evidence.PDF, until); !fault.Is(err, fault.Diverged) {
		t.Errorf("another certificate under the same number: %v", err)
	}
	plain, _, err := store.OpenSealed(ctx, first.Ref, key)
	if err != nil {
		t.Fatal(err)
	}
	defer plain.Close()
	if got, err := io.ReadAll(plain); err != nil || !bytes.Equal(got, body) {
		t.Errorf("%d bytes came back, %v", len(got), err)
	}
	if _, err := store.PutSealedOnce(ctx, evidence.PaperKey("C1", "x.pdf"), key, body, evidence.PDF, until); err == nil {
		t.Error("a certificate was put among the papers")
	}
}

func TestACertificateThatWasStoredWithoutItsLockGetsItByTheRetry(t *testing.T) {
	t.Parallel()
	store, _ := setup(t)
	ctx, key := t.Context(), sealing(t)
	at, body := evidence.CertificateKey("B1", "N1"), samplePDF(1)
	first, err := store.PutSealed(ctx, at, key, bytes.NewReader(body), int64(len(body)), evidence.PDF)
	if err != nil {
		t.Fatal(err)
	}
	until := time.Now().Add(time.Hour).UTC().Truncate(time.Second)
	again, err := store.PutSealedOnce(ctx, at, key, body, evidence.PDF, until)
	if err != nil || again != first {
		t.Fatalf("got %+v, %v; want %+v", again, err, first)
	}
	if got, err := store.Locked(ctx, first.Ref); err != nil || !got.Equal(until) {
		t.Errorf("locked until %v, %v", got, err)
	}
}

func TestASealedZipIsReadAtRandom(t *testing.T) {
	t.Parallel()
	store, _ := setup(t)
	ctx, key := t.Context(), sealing(t)
	var entries []entry
	for i := range 300 {
		entries = append(entries, entry{fmt.Sprintf("%03d.jpg", i), string(sampleJPEG(t, 60, 80)) + strconv.Itoa(i)})
	}
	body := zipped(t, entries...)
	at := evidence.SealedKey("C1", "photos.zip")
	facts, err := store.PutSealed(ctx, at, key, bytes.NewReader(body), int64(len(body)), evidence.ZIP)
	if err != nil {
		t.Fatal(err)
	}
	file, size, err := store.OpenSealedAt(ctx, facts.Ref, key)
	if err != nil || size != int64(len(body)) {
		t.Fatalf("%d bytes, %v; want %d", size, err, len(body))
	}
	archive, err := zip.NewReader(file, size)
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for reader := range 4 {
		wg.Go(func() {
			for i := reader; i < len(entries); i += 4 {
				f, err := archive.File[i].Open()
				if err != nil {
					t.Error(err)
					return
				}
				got, err := io.ReadAll(f)
				if err != nil || string(got) != entries[i].body {
					t.Errorf("%s: %d bytes, %v", entries[i].name, len(got), err)
				}
				f.Close()
			}
		})
	}
	wg.Wait()
	if _, _, err := store.OpenSealedAt(ctx, evidence.Ref{Key: "sealed/C1/none"}, key); !fault.Is(err, fault.NotFound) {
		t.Errorf("a file that is not there: %v", err)
	}
	if _, _, err := store.OpenSealedAt(ctx, facts.Ref, sealing(t)); err == nil {
		t.Error("another case's key opened the file")
	}
	if _, _, err := store.OpenSealedAt(ctx, evidence.Ref{Key: "papers/C1/x"}, key); err == nil {
		t.Error("a plain paper was opened as a sealed one")
	}
}

// BenchmarkPutSealedOnce counts certificates of 60 KB that are sealed, stored and locked, at 1, 4 and 8 callers.
func BenchmarkPutSealedOnce(b *testing.B) {
	if os.Getenv("JIANGXIN_S3_ENDPOINT") == "" {
		b.Skip("needs a real S3 store")
	}
	for _, callers := range []int{1, 4, 8} {
		b.Run(fmt.Sprint(callers), func(b *testing.B) {
			store := benchStore(b)
			key, body, until := sealing(b), make([]byte, 60_000), time.Now().Add(time.Minute)
			var next atomic.Int64
			var wg sync.WaitGroup
			b.ResetTimer()
			for range callers {
				wg.Go(func() {
					for n := next.Add(1); n <= int64(b.N); n = next.Add(1) {
						at := evidence.CertificateKey("B1", strconv.FormatInt(n, 10))
						if _, err := store.PutSealedOnce(b.Context(), at, key, body, evidence.PDF, until); err != nil {
							b.Error(err)
							return
						}
					}
				})
			}
			wg.Wait()
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "puts/s")
		})
	}
}

func benchStore(b *testing.B) *evidence.Store {
	b.Helper()
	store, err := evidence.NewStore(evidence.Config{
		Endpoint: os.Getenv("JIANGXIN_S3_ENDPOINT"), Secure: os.Getenv("JIANGXIN_S3_SECURE") == "true",
		AccessKey: os.Getenv("JIANGXIN_S3_ACCESS_KEY"), SecretKey: os.Getenv("JIANGXIN_S3_SECRET_KEY"),
		Bucket: fmt.Sprintf("bench-%d", time.Now().UnixNano()),
	}, evidence.NewInspector(evidence.DefaultLimits(), nil))
	if err != nil {
		b.Fatal(err)
	}
	if err := store.EnsureBucket(b.Context()); err != nil {
		b.Fatal(err)
	}
	return store
}
